"""The Teach window with sources and a live model behind it; what learns is a stand-in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mmdesk.app import paths, settings
from mmdesk.app.settings import Settings
from mmdesk.app.teaching_desk import TeachingDesk
from mmdesk.app.teaching_files import read_dropped
from mmdesk.app.wiring import LiveWindow
from mmdesk.core.clock import monotonic_s
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import OFF, DeviceChoice, SourceState, SourceStatus
from mmdesk.core.teaching import BACKGROUND, LessonState
from mmdesk.core.teaching_report import TeachingOutcome
from mmdesk.engine.device_lister import DeviceLister
from mmdesk.engine.live_sources import SourceMakers
from tests.ui.activation import activate

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LONG_MS = 60_000


class Camera(QObject):
    """Shows a picture that a test chooses, twenty times a second."""

    def __init__(self, on_frame: Any, on_state: Any) -> None:
        super().__init__()
        self.on_frame, self.on_state, self.state = on_frame, on_state, OFF
        self.count = 0
        self.picture = np.random.default_rng(0).integers(0, 256, (120, 160, 3), dtype=np.uint8)

    def start(self) -> None:
        self.on_state(SourceState(SourceStatus.RUNNING, "camera"))

    def stop(self, timeout_s: float = 2.0) -> bool:
        return True

    def show(self) -> None:
        self.count += 1
        self.on_frame(Frame(self.picture.copy(), monotonic_s(), self.count))


class Learner(QObject):
    """Remembers what it is to learn."""

    outcome_ready = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.states: list[LessonState] = []
        self.is_warm = self.stopped = False

    def warm_up(self) -> None:
        self.is_warm = True

    def learn(self, state: LessonState, revision: int) -> None:
        self.asked = revision
        self.states.append(state)

    def ask_to_stop(self) -> None:
        self.stopped = True

    def shutdown(self) -> bool:
        return True


class Room:
    """A window, a camera and a Teach window on top."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, learner: Any = None) -> None:
        self.qtbot = qtbot
        self.cameras: list[Camera] = []
        choices = [DeviceChoice("0", "HD Webcam")]
        monkeypatch.setattr(DeviceLister, "_list", lambda lister: lister.listed.emit(choices, []))
        makers = SourceMakers(camera=self._camera, microphone=lambda *_: self._camera("", print, print))
        self.live = LiveWindow(makers=makers, device="cpu")
        qtbot.addWidget(self.live.window)
        self.live.window.show()
        self.live.start()
        self.learner = Learner() if learner is None else learner
        self.desk = TeachingDesk(
            self.live.window, self.live.live, self.live._models, self.live._sources, Settings(), self.learner
        )
        self.window, self.lesson = self.desk.window, self.desk.lesson
        qtbot.addWidget(self.window)
        self.timer = QTimer(interval=50)
        self.timer.timeout.connect(self._show)

    def _camera(self, key: str, on_frame: Any, on_state: Any) -> Camera:
        self.cameras.append(Camera(on_frame, on_state))
        return self.cameras[-1]

    def _show(self) -> None:
        if self.cameras:
            self.cameras[-1].show()

    def open(self, *, background: bool = True) -> None:
        self.qtbot.waitUntil(lambda: bool(self.cameras), timeout=LONG_MS)
        self.desk.show()
        activate(self.qtbot, self.window)
        self.timer.start()
        if background:
            self.qtbot.waitUntil(lambda: bool(self.lesson.state.background), timeout=LONG_MS)

    def teach(self, name: str, hold_ms: int = 700) -> None:
        self.window.cards.new_class.field.setFocus()
        QTest.keyClicks(self.window.cards.new_class.field, name)
        QTest.keyClick(self.window.cards.new_class.field, Qt.Key.Key_Return)
        class_id = self.window.selected
        QTest.keyPress(self.window, Qt.Key.Key_Space)
        self.qtbot.wait(hold_ms)
        QTest.keyRelease(self.window, Qt.Key.Key_Space)
        self.qtbot.waitUntil(lambda: bool(self.lesson.state.of_class(class_id)), timeout=LONG_MS)

    def close(self) -> None:
        self.timer.stop()
        assert self.desk.shutdown()
        self.live.shutdown()


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    room = Room(qtbot, monkeypatch)
    yield room
    room.close()


def test_background_comes_by_itself_and_classes_by_name_and_key(room: Room) -> None:
    room.open()
    assert room.learner.is_warm
    assert 8 <= len(room.lesson.state.background) <= 18
    room.teach("mug")
    room.teach("cup")
    mug, _ = room.lesson.state.classes
    assert len(room.lesson.state.of_class(mug.id)) >= 3
    assert room.learner.states[-1] is room.lesson.state
    assert room.window.answer.view.headline() == "Learning …"


def test_the_model_that_comes_of_it_answers_in_the_page_without_a_loading_state(room: Room, tmp_path: Path) -> None:
    room.open(background=False)
    room.qtbot.waitUntil(lambda: bool(room.live._models._running), timeout=LONG_MS)
    model = shutil.copytree(paths.bundled_model(), tmp_path / "taught")
    for name in ("3", "7"):
        room.lesson.add_samples(room.lesson.add_class(name).id, [{"text": name}])
    states = []
    room.live.live.model_state_changed.connect(states.append)
    room.learner.outcome_ready.emit(TeachingOutcome(room.learner.asked, str(model)))
    room.qtbot.waitUntil(lambda: room.desk._is_live, timeout=LONG_MS)
    assert [(state.ready, state.exchanged) for state in states] == [(True, True)]
    assert room.live._models.wanted == model
    assert Settings().read(settings.MODEL) == ""  # nothing of it is remembered
    room.qtbot.waitUntil(lambda: room.window.answer.view._prediction is not None, timeout=LONG_MS)
    room.live._models.choose_bundled()
    room.qtbot.waitUntil(lambda: not room.desk._is_live, timeout=LONG_MS)
    assert room.window.answer.view._prediction is None


def test_a_model_that_cannot_be_loaded_leaves_the_one_before(room: Room, tmp_path: Path) -> None:
    room.open(background=False)
    room.qtbot.waitUntil(lambda: bool(room.live._models._running), timeout=LONG_MS)
    room.learner.outcome_ready.emit(TeachingOutcome(1, str(tmp_path / "gone")))
    room.qtbot.waitUntil(lambda: room.window.notice.problem is not None, timeout=LONG_MS)
    assert not room.desk._is_live
    assert room.live._models.wanted == paths.bundled_model()


def test_without_camera_and_microphone_recording_says_so(qtbot: QtBot, room: Room) -> None:
    room.desk.show()
    activate(qtbot, room.window)
    made = room.lesson.add_class("mug")
    room.window.record_wanted.emit(made.id)
    assert room.window.notice.problem == Problem("teach.no_source")
    room.live.live.set_text("text", "a mug")  # a text alone is something, too
    room.live.window.inputs.text.show_text("a mug")
    room.window.record_wanted.emit(made.id)
    qtbot.wait(400)
    room.window.record_ended.emit()
    qtbot.waitUntil(lambda: bool(room.lesson.state.samples), timeout=LONG_MS)
    assert dict(room.lesson.state.samples[0].inputs) == {"text": "a mug"}


def test_a_text_typed_in_one_window_stands_in_both(room: Room) -> None:
    room.open(background=False)
    room.window.inputs.text.box.setPlainText("my mug")
    assert room.live.window.text == "my mug"
    room.live.window.inputs.text.box.setPlainText("my cup")
    assert room.window.inputs.text.box.toPlainText() == "my cup"


def test_the_record_key_is_remembered(room: Room) -> None:
    room.window.key_chosen.emit(int(Qt.Key.Key_F5))
    assert Settings().read(settings.RECORD_KEY) == "F5"


def test_files_become_examples_and_what_is_none_is_told(room: Room, tmp_path: Path) -> None:
    room.desk.show()
    made = room.lesson.add_class("mug")
    cv2.imwrite(str(tmp_path / "a.png"), np.full((300, 400, 3), 90, np.uint8))
    (tmp_path / "words.txt").write_text("a mug\n\nmy mug\n", encoding="utf-8")
    (tmp_path / "torn.png").write_bytes(b"\x89PNG torn")
    room.window.files_dropped.emit(made.id, [str(tmp_path)])
    room.qtbot.waitUntil(lambda: len(room.lesson.state.samples) == 3, timeout=LONG_MS)
    assert [sample.origin for sample in room.lesson.state.samples] == ["a.png", "words.txt", "words.txt"]
    assert room.window.notice.problem is not None
    assert dict(room.window.notice.problem.fields)["path"] == str(tmp_path / "torn.png")


def test_a_folder_is_read_with_everything_in_it_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.png", "sub/a.png"):
        cv2.imwrite(str(tmp_path / name), np.full((700, 500, 3), 90, np.uint8))
    soundfile.write(tmp_path / "c.wav", np.random.default_rng(0).normal(0, 0.1, 8000), 16_000)
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.4")
    read = read_dropped(BACKGROUND, [str(tmp_path)], DEFAULT_INPUTS)
    assert read.origins == ("b.png", "c.wav", "a.png")
    assert [list(content) for content in read.contents] == [["image"], ["audio"], ["image"]]
    assert read.contents[0]["image"].shape == (224, 224, 3)  # type: ignore[union-attr]
    assert read.problems == ()
    assert read_dropped("", [str(tmp_path / "notes.pdf")], DEFAULT_INPUTS).problems
    empty = read_dropped("", [], DEFAULT_INPUTS)
    assert empty.problems == (Problem("teach.no_files"),)


def test_the_menu_opens_the_page_and_the_programs_end_is_its_end(room: Room) -> None:
    room.live.window.menus.teach.trigger()
    teaching = room.live._teaching
    assert teaching is not None
    assert teaching.window.isVisible()
    room.qtbot.waitUntil(lambda: teaching.session.pid is not None, timeout=LONG_MS)
    first = teaching.window
    first.close()
    room.live.window.menus.teach.trigger()
    assert room.live._teaching.window is first
    assert first.isVisible()
    room.live.window.close()
    assert room.live.shutdown()
    assert teaching.session.pid is None
    assert not first.isVisible()
