"""A recording is gone through in the window, and what of it is damaged is said when it is come to, once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.app import paths
from mmdesk.app.replay_desk import ReplayDesk
from mmdesk.core.problem import Problem
from mmdesk.engine.live_session import LiveSession
from mmdesk.sources.session import SessionReader
from mmdesk.ui.main_window import MainWindow
from tests.fakes.recordings import write_recording

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WAIT_MS = 60_000


class Room:
    """A window with a live session and what goes through recordings."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.window, self.live = MainWindow(), LiveSession()
        self.notices: list[Problem] = []
        monkeypatch.setattr(self.window, "show_notice", self.notices.append)
        self.desk = ReplayDesk(self.window, self.live, self.window)

    def ended(self) -> bool:
        state = self.live.sources.transport
        return state is not None and not state.playing and state.position_s > 0


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    room = Room(monkeypatch)
    qtbot.addWidget(room.window)
    room.live.load_model(paths.bundled_model(), "cpu")
    yield room
    room.desk._timer.stop()
    room.live.shutdown()
    room.window.audience.close()


def test_damage_is_said_once_when_it_is_come_to(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    folder = write_recording(tmp_path / "recording")
    pictures = folder / "image.mjpeg"
    content = bytearray(pictures.read_bytes())
    for share in (0.5, 0.6, 0.7):
        content[int(share * len(content))] ^= 0xFF
    pictures.write_bytes(content)
    room.live.play_session(folder)
    qtbot.waitUntil(lambda: room.desk.contents is not None, timeout=WAIT_MS)
    assert room.desk.contents is not None
    assert room.desk.contents.damage is None, "nothing has been read yet"
    qtbot.waitUntil(room.ended, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(room.notices), timeout=WAIT_MS)
    assert [notice.code for notice in room.notices] == ["session.damaged"]


@pytest.mark.parametrize("finish", [True, False])
def test_a_torn_one_without_answers_is_said_to_be_torn(room: Room, qtbot: QtBot, tmp_path: Path, finish: bool) -> None:
    folder = write_recording(tmp_path / "recording", finish=finish, answers=False)
    expected = [] if finish else [SessionReader(folder).damage]
    room.live.play_session(folder)
    texts: list[str] = []
    room.live.session_text_changed.connect(texts.append)
    qtbot.waitUntil(lambda: texts.count("three, 三") == 2, timeout=WAIT_MS)  # it has begun anew
    assert room.desk.contents is None
    assert room.notices == expected
    assert all(notice.code == "session.interrupted" for notice in room.notices)


def test_of_a_whole_one_nothing_is_said(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    room.live.play_session(write_recording(tmp_path / "recording"))
    qtbot.waitUntil(room.ended, timeout=WAIT_MS)
    qtbot.wait(300)
    assert room.notices == []


def test_that_another_model_answered_then_is_said_once(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    folder = write_recording(tmp_path / "recording", model="flowers")
    room.live.play_session(folder)
    qtbot.waitUntil(lambda: bool(room.notices), timeout=WAIT_MS)
    assert str(room.notices[0]) == (
        "When this was recorded, flowers answered; now digits does. Open that model to see the answers of then."
    )
    room.live.load_model(paths.bundled_model().with_name("calculator"), "cpu")
    qtbot.waitUntil(lambda: room.desk._model == "calculator", timeout=WAIT_MS)
    assert len(room.notices) == 1
