"""The background of a lesson, recorded by itself: when it begins, what it waits for, and when it comes again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mmdesk.core.problem import Problem
from tests.app.test_teaching_desk import LONG_MS, Room, short_session
from tests.ui.activation import activate

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    room = Room(qtbot, monkeypatch)
    yield room
    room.close()


def background_comes(room: Room) -> None:
    room.qtbot.waitUntil(lambda: bool(room.lesson.state.background), timeout=LONG_MS)


def test_it_is_recorded_anew_where_it_was_forgotten_with_its_visitor(room: Room) -> None:
    room.open()
    before = {sample.id for sample in room.lesson.state.background}
    visitor = room.lesson.visitor
    made = room.lesson.add_class("mug")
    room.lesson.add_samples(made.id, [{"text": "my mug"}])
    room.window.top_bar.menu.forget_wanted.emit()
    assert not room.lesson.state.samples
    background_comes(room)
    assert before.isdisjoint(sample.id for sample in room.lesson.state.background)
    assert all(sample.visitor > visitor for sample in room.lesson.state.background)


def test_that_of_another_visitor_stays_and_is_enough(room: Room) -> None:
    room.open()
    before = room.lesson.state.background
    room.lesson.next_visitor()
    made = room.lesson.add_class("mug")
    room.lesson.add_samples(made.id, [{"text": "my mug"}])
    room.window.top_bar.menu.forget_wanted.emit()
    for _ in range(3):
        with room.qtbot.waitSignal(room.live.live.frame_ready, timeout=LONG_MS):
            pass
    assert not room.desk.recorder.is_recording
    assert room.lesson.state.samples == before


def test_what_is_recorded_while_the_visitor_is_forgotten_is_dropped(room: Room) -> None:
    room.open(background=False)
    room.qtbot.waitUntil(lambda: room.desk.recorder.is_recording, timeout=LONG_MS)
    room.window.top_bar.menu.forget_wanted.emit()
    assert room.window.notice.problem == Problem("teach.nothing_to_forget")
    assert not room.desk.recorder.is_recording
    background_comes(room)


def test_a_microphone_alone_begins_it_and_the_first_picture_begins_it_again(room: Room) -> None:
    room.qtbot.waitUntil(lambda: bool(room.cameras), timeout=LONG_MS)
    room.desk.show()
    activate(room.qtbot, room.window)
    seconds: list[float] = []
    room.desk.recorder.counted.connect(seconds.append)
    ring = next(iter(room.live.live.sources.rings().values()))
    ring.write(np.random.default_rng(0).normal(0, 0.01, 1600).astype(np.float32))
    room.qtbot.waitUntil(lambda: room.desk.recorder.is_recording, timeout=LONG_MS)
    room.qtbot.waitUntil(lambda: bool(seconds) and seconds[-1] < 2, timeout=LONG_MS)
    seconds.clear()  # however late this test looks, it sees that three seconds began
    room.timer.start()
    room.qtbot.waitUntil(lambda: any(left > 2.5 for left in seconds), timeout=LONG_MS)
    background_comes(room)


def test_what_a_session_plays_is_none_and_the_camera_after_it_is(room: Room, tmp_path: Path) -> None:
    room.qtbot.waitUntil(lambda: bool(room.cameras), timeout=LONG_MS)
    room.live._sources.play(short_session(tmp_path / "session"))
    frame_ready = room.live.live.frame_ready
    room.desk.show()
    activate(room.qtbot, room.window)
    for _ in range(3):  # it is waited for while the session goes on, from the window's opening and from New
        with room.qtbot.waitSignal(frame_ready, timeout=LONG_MS):
            pass
        assert not room.desk.recorder.is_recording
        room.window.top_bar.menu.new_wanted.emit()
    room.cameras.clear()
    room.window.source_chosen.emit("image", "0")
    room.qtbot.waitUntil(lambda: bool(room.cameras), timeout=LONG_MS)
    room.timer.start()
    background_comes(room)


def test_what_is_muted_begins_nothing(room: Room) -> None:
    room.qtbot.waitUntil(lambda: bool(room.cameras), timeout=LONG_MS)
    room.desk.show()
    activate(room.qtbot, room.window)
    room.window.inputs.camera.mute_button.click()
    with room.qtbot.waitSignal(room.live.live.frame_ready, timeout=LONG_MS):
        room.timer.start()
    assert not room.desk.recorder.is_recording
    room.window.inputs.camera.mute_button.click()
    background_comes(room)
