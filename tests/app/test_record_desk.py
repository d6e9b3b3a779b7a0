"""Recordings of the window, from the key to the folder."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread, current_thread, main_thread

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mmdesk.app import paths, record_desk
from mmdesk.app.record_desk import RecordDesk, free_folder
from mmdesk.app.settings import Settings
from mmdesk.core.observation import NO_SIGNAL, Observation
from mmdesk.core.problem import Problem
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.live_session import LiveSession
from mmdesk.sources.session import RecordingWriter, SessionReader
from mmdesk.ui.main_window import MainWindow
from tests.fakes.recordings import write_recording
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
    desk = RecordDesk(window, live, Settings(), window)
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
    assert not window.recorder.state.muted
    window.controls_changed.emit(UserControls(muted=frozenset({"audio"})))
    assert window.recorder.state.muted, "it is recorded all the same"
    window.recorder.mark()
    folder = desk.recorder.folder
    qtbot.waitUntil((folder / "image.mjpeg").exists, timeout=WAIT_MS)
    nothing = Observation(1e12, {}, dict.fromkeys(("image", "audio", "text"), NO_SIGNAL))
    live.answer_tap(nothing, UserControls(), seen(1e12))
    with qtbot.waitSignal(desk.recorder.ended, timeout=WAIT_MS) as ended:
        window.menus.record.trigger()
    assert ended.args[1] is False
    assert str(folder) in str(window.notice.problem)
    assert window.recorder.state == RecorderState()
    with qtbot.waitSignal(window.session_chosen) as opened:
        window.notice.play_button.click()
    assert opened.args == [str(folder)]
    assert window.notice.problem is None
    reader = SessionReader(folder)
    assert reader.damage is None
    assert sum(1 for _ in reader.frames()) > 0
    assert [mark.name for mark in reader.marks] == ["Mark 1"]
    assert '"muted":["audio"]' in (folder / "journal.jsonl").read_text()
    assert (folder / "predictions.csv").exists()
    assert live.sources.tap is None
    assert live.answer_tap is None


def test_a_recording_with_answers_is_not_recorded_again_and_one_without_is(
    qtbot: QtBot, stage, place: Path, tmp_path: Path
) -> None:
    window, live, desk = stage
    live.play_session(write_recording(tmp_path / "with"))
    qtbot.waitUntil(lambda: live.sources.transport is not None, timeout=WAIT_MS)
    window.menus.record.trigger()
    assert window.notice.problem == Problem("record.played")
    assert "File, Export" in str(window.notice.problem)
    assert not desk.recorder.active
    assert not window.recorder.state.active
    assert not place.exists()
    live.play_session(write_recording(tmp_path / "without", answers=False))
    window.menus.record.trigger()
    folder = desk.recorder.folder
    qtbot.waitUntil((folder / "image.mjpeg").exists, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.recorder.ended, timeout=WAIT_MS):
        window.menus.record.trigger()
    assert window.notice.problem.code == "record.saved"


def test_a_recording_is_looked_for_where_recordings_are_made(
    stage, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _, _ = stage
    begun: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *asked: (begun.append(asked[2]), ("", ""))[1])
    window.menus.open_session.trigger()
    window.preferences.folder_chosen.emit(str(tmp_path / "mine"))
    window.menus.open_session.trigger()
    assert begun == [str(place), str(tmp_path / "mine")]


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


@pytest.mark.parametrize("wanted", ["while it is written", "once it was written", "once that was told"])
def test_what_is_to_be_deleted_goes_though_it_has_ended_by_itself(
    qtbot: QtBot, stage, place: Path, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    window, live, desk = stage
    told: list[str] = []
    desk.recorder.ended.connect(lambda problem, _: told.append(problem.code))
    written, go_on, close = Event(), Event(), RecordingWriter.close

    def slow(*arguments) -> None:
        close(*arguments)
        written.set()
        go_on.wait(WAIT_MS / 1000)

    monkeypatch.setattr(RecordingWriter, "close", slow)
    live.play_session(paths.sample_session())
    window.menus.record.trigger()
    folder = desk.recorder.folder
    qtbot.waitUntil((folder / "image.mjpeg").exists, timeout=WAIT_MS)
    window.menus.record.trigger()  # a visitor is forgotten while the disk is slow, and the question stands open
    assert written.wait(WAIT_MS / 1000)
    if wanted == "while it is written":
        window.recorder.stop_wanted.emit(True)
        go_on.set()
    elif wanted == "once it was written":
        go_on.set()
        assert desk.recorder._thread.wait(WAIT_MS / 1000)
        window.recorder.stop_wanted.emit(True)
    else:
        go_on.set()
        qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
        window.recorder.stop_wanted.emit(True)
    qtbot.waitUntil(lambda: "record.deleted" in told, timeout=WAIT_MS)
    assert told == (["record.saved"] if wanted == "once that was told" else []) + ["record.deleted"]
    assert list(place.iterdir()) == []


def test_a_place_that_cannot_be_looked_at_is_told(qtbot: QtBot, stage, place: Path, monkeypatch) -> None:
    window, _, desk = stage
    place.mkdir()
    monkeypatch.setattr(paths, "recordings_folder", lambda: place / ("long " * 60))
    with qtbot.waitSignal(desk.recorder.ended, timeout=WAIT_MS) as ended:
        window.menus.record.trigger()
    assert ended.args[1] is True
    assert ended.args[0].code == "session.folder"


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


def test_the_window_asks_no_disk_that_may_sleep(qtbot: QtBot, stage, place: Path, monkeypatch) -> None:
    window, _, desk = stage
    asked_by: list[Thread] = []

    def is_there(path: Path) -> bool:
        asked_by.append(current_thread())
        return len(asked_by) == 1

    monkeypatch.setattr(record_desk, "is_there", is_there)
    window.menus.record.trigger()
    with qtbot.waitSignal(desk.recorder.ended, timeout=WAIT_MS) as ended:
        window.menus.record.trigger()
    assert main_thread() not in asked_by
    assert str(ended.args[0]).rstrip(".").endswith(" (2)"), "the first one is taken"


def test_no_folder_is_used_twice(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        folder = free_folder(tmp_path / "2024-05-17 10.00.00")
        folder.mkdir()
        names.append(folder.name)
    assert names == ["2024-05-17 10.00.00", "2024-05-17 10.00.00 (2)", "2024-05-17 10.00.00 (3)"]
