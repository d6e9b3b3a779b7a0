"""Recordings of the window, from the key to the folder."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.app import paths
from mmdesk.app.record_desk import RecordDesk, free_folder
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.live_session import LiveSession
from mmdesk.sources.session import SessionReader
from mmdesk.ui.main_window import MainWindow
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WAIT_MS = 15_000


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "recordings_folder", lambda: tmp_path / "videos")
    return tmp_path / "videos"


@pytest.fixture
def stage(qtbot: QtBot, place: Path):
    window, live = MainWindow(), LiveSession()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    desk = RecordDesk(window, live, window)
    yield window, live, desk
    desk.shutdown()
    live.shutdown()
    window.audience.close()


def test_what_is_live_is_recorded_until_it_is_stopped(qtbot: QtBot, stage, place: Path) -> None:
    window, live, desk = stage
    assert not place.exists(), "nothing is recorded that was not asked for"
    live.play_session(paths.sample_session())
    window.menus.record.trigger()
    assert window.recorder.state.active, "from the first moment it says so"
    window.controls_changed.emit(UserControls(muted=frozenset({"audio"})))
    window.recorder.mark()
    folder = desk.recorder.folder
    qtbot.waitUntil((folder / "image.mjpeg").exists, timeout=WAIT_MS)
    live.prediction_ready.emit(seen(1e12))
    with qtbot.waitSignal(desk.recorder.ended, timeout=WAIT_MS) as ended:
        window.menus.record.trigger()
    assert ended.args[1] is False
    assert str(folder) in str(window.notice.problem)
    assert window.recorder.state == RecorderState()
    reader = SessionReader(folder)
    assert reader.damage is None
    assert sum(1 for _ in reader.frames()) > 0
    assert [mark.name for mark in reader.marks] == ["Mark 1"]
    assert '"muted":["audio"]' in (folder / "journal.jsonl").read_text()
    assert (folder / "predictions.csv").exists()
    assert live.sources.tap is None


def test_what_a_visitor_wants_deleted_is_gone(qtbot: QtBot, stage, place: Path) -> None:
    window, live, desk = stage
    live.play_session(paths.sample_session())
    window.menus.record.trigger()
    folder = desk.recorder.folder
    qtbot.waitUntil((folder / "image.mjpeg").exists, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.recorder.ended, timeout=WAIT_MS):
        window.recorder.stop_wanted.emit(True)
    assert list(place.iterdir()) == []
    assert window.notice.problem.code == "record.deleted"


def test_closing_the_window_finishes_a_recording(qtbot: QtBot, stage, place: Path) -> None:
    window, live, desk = stage
    live.play_session(paths.sample_session())
    window.menus.record.trigger()
    folder = desk.recorder.folder
    qtbot.waitUntil((folder / "image.mjpeg").exists, timeout=WAIT_MS)
    assert desk.shutdown()
    assert SessionReader(folder).damage is None


def test_a_folder_that_cannot_be_written_is_told(qtbot: QtBot, stage, place: Path) -> None:
    window, _, desk = stage
    place.write_text("a file")
    with qtbot.waitSignal(desk.recorder.ended, timeout=WAIT_MS) as ended:
        window.menus.record.trigger()
    assert ended.args[1] is True
    assert window.notice.isVisible()
    assert not window.record_strip.isVisible()
    assert not desk.recorder.active


def test_no_folder_is_used_twice(tmp_path: Path) -> None:
    begun = datetime(2024, 5, 17, 10, 0)  # noqa: DTZ001 - a user's own clock
    names = []
    for _ in range(3):
        folder = free_folder(tmp_path, begun)
        folder.mkdir()
        names.append(folder.name)
    assert names == ["2024-05-17 10.00.00", "2024-05-17 10.00.00 (2)", "2024-05-17 10.00.00 (3)"]
