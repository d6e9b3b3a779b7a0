"""``mmdesk record``: recordings without a window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mmdesk.app import log, paths
from mmdesk.app.command_line import main
from mmdesk.core.clock import monotonic_s
from mmdesk.core.modality import Modality
from mmdesk.sources.session import SessionReader


@pytest.fixture(autouse=True)
def closed_log():
    yield
    log.stop_log()


def test_a_session_is_recorded_and_can_be_replayed(tmp_path, capsys, qapp):
    out = tmp_path / "recording"
    assert main(["record", "--out", str(out), "--seconds", "4", "--session", str(paths.sample_session())]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["recorded"] == ["audio", "image", "text"] or figures["recorded"] == ["audio", "image"]
    assert figures["duration_s"] == pytest.approx(4.0, abs=0.5)
    reader = SessionReader(out)
    assert reader.damage is None
    assert {Modality.IMAGE, Modality.AUDIO} <= reader.modalities
    assert sum(1 for _ in reader.frames()) > 10
    assert (out / "predictions.csv").read_text(encoding="utf-8").count("\n") > 3
    pictures = out / "image.mjpeg"
    content = pictures.read_bytes()
    pictures.write_bytes(content[: len(content) // 2])  # more than the last answer needs, on a slow machine too
    assert main(["replay", str(out), "--out", str(tmp_path / "report")]) == 0
    assert (tmp_path / "report" / "predictions.csv").exists()
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "is damaged in places" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--seconds", "0"], "--seconds 0 is out of range"),
        (["--seconds", "nan"], "--seconds nan is out of range"),
        (["--seconds", "1", "--session", "a", "--camera", "0"], "--session replaces camera and microphone"),
        (["--seconds", "1", "--fusion", "magic", "--session", "a"], "no fusion method magic"),
    ],
)
def test_mistakes_are_reported_in_one_line(words, said, tmp_path, capsys, qapp):
    assert main(["record", "--out", str(tmp_path / "s"), *words]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert said in error
    assert not (tmp_path / "s").exists()


def test_a_session_that_cannot_be_played_ends_it_at_once_and_nothing_is_left(tmp_path: Path, capsys, qapp):
    begun_s = monotonic_s()
    words = ["record", "--out", str(tmp_path / "s"), "--seconds", "600", "--session", str(tmp_path / "missing")]
    assert main(words) == 2
    assert monotonic_s() - begun_s < 600
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "There is no session folder" in error
    assert not (tmp_path / "s").exists()


def test_what_is_there_is_spared(tmp_path: Path, capsys, qapp):
    (tmp_path / "notes.txt").write_text("mine")
    session = str(paths.sample_session())
    assert main(["record", "--out", str(tmp_path), "--seconds", "1", "--session", session]) == 2
    assert "notes.txt" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
