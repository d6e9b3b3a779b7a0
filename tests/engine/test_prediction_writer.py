"""Predictions are written on a thread of their own; a disk that is full or hangs is told once."""

from __future__ import annotations

import csv
import gc
import threading
import weakref
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mmdesk.core.errors import MmdeskError
from mmdesk.core.observation import ImageInput
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.engine import prediction_writer
from mmdesk.engine.prediction_writer import MOST_WAITING, PredictionWriter
from tests.ui.planted_insight import seen


class HungLog:
    """A disk that takes nothing until the test lets it."""

    def __init__(self, path: Path) -> None:
        self.gate = threading.Event()
        self.rows: list[Prediction] = []
        self.closed = False

    def write(self, prediction: Prediction) -> None:
        self.gate.wait(10.0)
        self.rows.append(prediction)

    def close(self) -> None:
        self.closed = True


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_row_is_there_before_the_file_is_closed_and_in_order(qtbot: QtBot, tmp_path: Path) -> None:
    writer = PredictionWriter(tmp_path / "p.csv")
    try:
        for second in range(50):
            writer.write(seen(float(second), (3, 5, 9)))
        qtbot.waitUntil(lambda: len(rows(tmp_path / "p.csv")) == 50)
    finally:
        assert writer.close()
    assert [float(row["time_s"]) for row in rows(tmp_path / "p.csv")] == list(range(50))
    assert writer.problem is None
    writer.write(seen(99.0, (3, 5, 9)))
    assert writer.close()
    assert len(rows(tmp_path / "p.csv")) == 50


def test_closing_writes_what_still_waits(tmp_path: Path) -> None:
    writer = PredictionWriter(tmp_path / "p.csv")
    for second in range(300):
        writer.write(seen(float(second), (3, 5, 9)))
    assert writer.close()
    assert len(rows(tmp_path / "p.csv")) == 300


def test_what_waits_for_a_slow_disk_keeps_no_picture_alive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prediction_writer, "PredictionLog", HungLog)
    writer = PredictionWriter(tmp_path / "p.csv")
    pictures = []
    for second in range(20):
        picture = np.zeros((480, 640, 3), np.uint8)
        pictures.append(weakref.ref(picture))
        perturbed = {"image": ImageInput(picture, float(second))}
        writer.write(replace(seen(float(second), (3, 5, 9)), perturbed=perturbed))
        del picture, perturbed
    gc.collect()
    assert [each() for each in pictures] == [None] * 20
    writer._log.gate.set()  # type: ignore[attr-defined]
    assert writer.close()
    assert [each.time_s for each in writer._log.rows] == list(range(20))  # type: ignore[attr-defined]


def test_a_disk_that_hangs_holds_nobody_up_and_is_reported_when_it_is_hopeless(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prediction_writer, "PredictionLog", HungLog)
    writer = PredictionWriter(tmp_path / "p.csv")
    reported: list[Problem] = []
    writer.failed.connect(reported.append)
    prediction = seen(1.0, (3, 5, 9))
    for _ in range(MOST_WAITING + 5):
        writer.write(prediction)
    assert len(reported) == 1
    assert reported[0] == Problem("predictions.slow", path=tmp_path / "p.csv")
    assert writer.problem is not None
    assert not writer.close(timeout_s=0.0)
    writer._log.gate.set()  # type: ignore[attr-defined]
    assert writer.close()
    assert writer._log.closed  # type: ignore[attr-defined]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_reported_once_on_the_windows_thread(qtbot: QtBot) -> None:
    writer = PredictionWriter(Path("/dev/full"))
    with qtbot.waitSignal(writer.failed) as reported:
        for second in range(5):
            writer.write(seen(float(second), (3, 5, 9)))
    assert reported.args[0].code == "output.full"
    assert "/dev/full cannot be written" in str(reported.args[0])
    assert writer.close()
    assert writer.problem is not None
    assert writer.problem.problem == reported.args[0]


def test_a_place_that_cannot_be_opened_is_reported_at_once(tmp_path: Path) -> None:
    before = threading.active_count()
    with pytest.raises(MmdeskError, match="cannot be written"):
        PredictionWriter(tmp_path / "missing" / "p.csv")
    assert threading.active_count() == before
