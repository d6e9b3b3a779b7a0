"""Exports of what is seen."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.app.export_desk import ExportDesk
from mmdesk.core.history import HISTORY_S, Snapshot
from mmdesk.core.in_force import Recording
from mmdesk.core.live_stats import ModelState
from mmdesk.core.observation import TextInput
from mmdesk.ui.main_window import MainWindow
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot) -> ExportDesk:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    desk = ExportDesk(window, window)
    desk.on_model_state(ModelState("digits", True))
    return desk


def test_the_last_half_minute_becomes_a_table(desk: ExportDesk, tmp_path: Path) -> None:
    for second in range(60):
        desk.remember(seen(float(second), (3, 5, 9)))
    desk.write_predictions(tmp_path / "a.csv")
    assert desk._window.files.wait()
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [float(row["time_s"]) for row in rows] == [59 - HISTORY_S + index for index in range(int(HISTORY_S) + 1)]
    assert {row["relation"] for row in rows} == {"conflict"}
    assert float(rows[0]["contribution_image"]) == pytest.approx(
        float(seen(0.0, (3, 5, 9)).insight.shown.contributions[0]), abs=1e-6
    )


def test_what_went_wrong_is_reported_in_the_window(qtbot: QtBot, desk: ExportDesk, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk._window.files.failed):
        desk.write_predictions(tmp_path / "a.csv")
    assert desk._window.notice.isVisible()
    assert not (tmp_path / "a.csv").exists()
    desk._window.notice.hide()
    desk.write_snapshot(tmp_path / "m.html")
    assert "no answer" in str(desk._window.notice.problem)
    desk.write_panel("answer", tmp_path / "p.gif")
    assert ".gif" in str(desk._window.notice.problem)
    with qtbot.waitSignal(desk._window.files.failed):
        desk.write_panel("answer", tmp_path / "missing" / "p.png")
    assert "cannot be written" in str(desk._window.notice.problem)


@pytest.mark.parametrize("key", ["image", "audio", "text", "answer", "microscope"])
def test_every_panel_of_the_menu_can_be_written(desk: ExportDesk, tmp_path: Path, key: str) -> None:
    assert key in desk._window.menus.panels
    desk.write_panel(key, tmp_path / "p.png")
    assert desk._window.files.wait()
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")
    desk.write_panel(key, tmp_path / "p.svg")
    assert desk._window.files.wait()
    assert b"<svg" in (tmp_path / "p.svg").read_bytes()[:400]


def test_the_frozen_snapshot_is_the_one_on_screen(desk: ExportDesk, tmp_path: Path) -> None:
    window = desk._window
    desk.remember(seen(1.0, (7, 7, 7)))
    window.show_prediction(seen(1.0, (7, 7, 7)))
    window.set_frozen(True)
    read = replace(seen(0.5, (3, 3, 3)), texts={"text": "drei <b>"}, model="digits")
    window.show_snapshot(Snapshot({"text": TextInput("drei <b>", 0.0)}, read, as_it_was=True))
    desk.write_snapshot(tmp_path / "m.html")
    assert window.files.wait()
    page = (tmp_path / "m.html").read_text(encoding="utf-8")
    assert "<b>3</b>" in page
    assert "drei &lt;b&gt;" in page
    assert "digits" in page
    window.set_frozen(False)
    desk.forget()
    desk.write_predictions(tmp_path / "a.csv")
    assert window.files.wait()
    assert not (tmp_path / "a.csv").exists()


def test_a_snapshot_of_a_recording_says_that_it_is_one(desk: ExportDesk, tmp_path: Path) -> None:
    window = desk._window
    desk.remember(seen(1.0, (7, 7, 7)))
    for recording, reported in ((None, False), (Recording("Open day <1>"), True)):
        window.show_recording(recording)
        desk.write_snapshot(tmp_path / "m.html")
        assert window.files.wait()
        page = (tmp_path / "m.html").read_text(encoding="utf-8")
        assert ("Not live" in page) is reported
        assert ("REPLAY: Playing “Open day &lt;1&gt;”. Nothing here is live." in page) is reported


def test_where_a_file_stands_is_reported(qtbot: QtBot, desk: ExportDesk, tmp_path: Path) -> None:
    desk.remember(seen(1.0, (7, 7, 7)))
    for write in (desk.write_predictions, desk.write_snapshot, lambda path: desk.write_panel("answer", path)):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.png"
        with qtbot.waitSignal(desk._window.files.written):
            write(path)
        assert str(path) in str(desk._window.notice.problem)
        assert path.is_file()
