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
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mmdesk.app import paths, settings
from mmdesk.app.settings import Settings
from mmdesk.app.teaching_desk import TeachingDesk
from mmdesk.app.teaching_files import read_dropped
from mmdesk.app.teaching_projects import Leaving, TeachingProjects
from mmdesk.app.wiring import LiveWindow
from mmdesk.core.clock import monotonic_s
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.lesson import Lesson
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import OFF, DeviceChoice, SourceState, SourceStatus
from mmdesk.core.teaching import BACKGROUND, LessonState
from mmdesk.core.teaching_report import TeachingOutcome
from mmdesk.engine.burst_recorder import LONGEST_WAIT_S
from mmdesk.engine.device_lister import DeviceLister
from mmdesk.engine.live_sources import SourceMakers
from mmdesk.sources.session import SessionWriter
from mmdesk.sources.teaching.project import TeachingProject
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
        self.wipings: list[int] = []
        self.is_warm = self.stopped = False

    def warm_up(self) -> None:
        self.is_warm = True

    def learn(self, state: LessonState, revision: int, *, wiped: bool = False) -> None:
        self.asked = revision
        if wiped:
            self.wipings.append(revision)
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


def test_a_model_of_what_was_forgotten_comes_too_late(room: Room, tmp_path: Path) -> None:
    room.open(background=False)
    made = room.lesson.add_class("mug")
    room.lesson.add_samples(made.id, [{"text": "mug"}])
    asked, wanted = room.learner.asked, room.live._models.wanted
    room.window.top_bar.menu.forget_wanted.emit()
    room.learner.outcome_ready.emit(TeachingOutcome(asked, str(tmp_path / "taught-1.mmdesk"), whole=True))
    assert room.live._models.wanted == wanted
    assert room.desk.projects._model == ""
    assert room.learner.wipings == [room.lesson.revision]


def test_forgetting_leaves_nothing_of_the_visitor_in_the_windows(room: Room) -> None:
    room.open(background=False)
    room.window.inputs.text.box.setPlainText("my mug")
    room.qtbot.waitUntil(lambda: bool(room.live._exports._predictions), timeout=LONG_MS)
    made = room.lesson.add_class("mug")
    room.lesson.add_samples(made.id, [{"text": "my mug"}])
    room.window.top_bar.menu.forget_wanted.emit()
    assert room.live.window.text == room.window.inputs.text.box.toPlainText() == ""
    assert not room.live._exports._predictions
    assert room.window.notice.problem is not None
    assert room.window.notice.problem.code == "teach.forgotten"


def test_forgetting_brings_back_the_model_that_was_chosen_and_leaves_it_remembered(room: Room, tmp_path: Path) -> None:
    room.open(background=False)
    chosen = next(model for model in paths.bundled_models() if model != paths.bundled_model())
    room.live._models.choose(str(chosen))
    room.qtbot.waitUntil(lambda: room.live._models._running == chosen, timeout=LONG_MS)
    remembered = Settings().read(settings.MODEL)
    assert remembered
    model = shutil.copytree(paths.bundled_model(), tmp_path / "taught")
    for name in ("3", "7"):
        room.lesson.add_samples(room.lesson.add_class(name).id, [{"text": name}])
    room.learner.outcome_ready.emit(TeachingOutcome(room.learner.asked, str(model), whole=True))
    room.qtbot.waitUntil(lambda: room.desk._is_live, timeout=LONG_MS)
    room.window.top_bar.menu.forget_wanted.emit()
    room.qtbot.waitUntil(lambda: room.live._models._running == chosen, timeout=LONG_MS)
    assert Settings().read(settings.MODEL) == remembered


def live_with_two_classes(room: Room, model: Path) -> Path:
    """Let a taught model answer; returns the model that ran before."""
    room.open()  # with the background: what comes later would be learnt anew
    room.qtbot.waitUntil(lambda: bool(room.live._models._running), timeout=LONG_MS)
    before = room.live._models._running
    assert before is not None
    for name in ("3", "7"):
        room.lesson.add_samples(room.lesson.add_class(name).id, [{"text": name}])
    shutil.copytree(paths.bundled_model(), model)
    room.learner.outcome_ready.emit(TeachingOutcome(room.learner.asked, str(model), whole=True))
    room.qtbot.waitUntil(lambda: room.desk._is_live, timeout=LONG_MS)
    return before


def test_another_lesson_is_not_answered_by_the_model_of_the_one_before(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TeachingProjects, "_ask", lambda *_: Leaving.LEAVE)
    before = live_with_two_classes(room, tmp_path / "taught")
    room.window.top_bar.menu.new_wanted.emit()
    assert not room.desk._is_live
    room.qtbot.waitUntil(lambda: room.live._models._running == before, timeout=LONG_MS)


def test_what_cannot_be_told_apart_any_more_is_not_answered_until_it_can_be_again(room: Room, tmp_path: Path) -> None:
    before = live_with_two_classes(room, tmp_path / "taught")
    asked = room.learner.asked
    room.lesson.delete_class(room.lesson.state.classes[0].id)
    assert not room.desk._is_live
    room.learner.outcome_ready.emit(TeachingOutcome(asked, str(tmp_path / "taught"), whole=True))  # it comes late
    room.qtbot.waitUntil(lambda: room.live._models._running == before, timeout=LONG_MS)
    assert room.live._models.wanted == before
    room.lesson.undo()
    again = shutil.copytree(tmp_path / "taught", tmp_path / "again")
    room.learner.outcome_ready.emit(TeachingOutcome(room.learner.asked, str(again), whole=True))
    room.qtbot.waitUntil(lambda: room.desk._is_live and room.live._models._running == again, timeout=LONG_MS)


def test_another_model_that_is_chosen_is_said_and_teach_brings_back_its_own(room: Room, tmp_path: Path) -> None:
    room.open()  # with the background: what comes later would be learnt anew
    room.qtbot.waitUntil(lambda: bool(room.live._models._running), timeout=LONG_MS)
    model = shutil.copytree(paths.bundled_model(), tmp_path / "taught")
    for name in ("3", "7"):
        room.lesson.add_samples(room.lesson.add_class(name).id, [{"text": name}])
    room.learner.outcome_ready.emit(TeachingOutcome(room.learner.asked, str(model), whole=True))
    room.qtbot.waitUntil(lambda: room.desk._is_live, timeout=LONG_MS)
    room.live._models.choose_bundled()
    room.qtbot.waitUntil(lambda: not room.desk._is_live, timeout=LONG_MS)
    assert room.window.answer.view.headline() == "Another model answers"
    room.desk.show()
    room.qtbot.waitUntil(lambda: room.desk._is_live, timeout=LONG_MS)


def test_background_under_way_does_not_get_into_a_project_that_is_opened(room: Room, tmp_path: Path) -> None:
    project = Lesson()
    project.add_samples(project.add_class("mug").id, [{"text": "mug"}])
    TeachingProject.create(tmp_path / "mine", project.state).close()
    room.open(background=False)
    room.qtbot.waitUntil(lambda: room.desk.recorder.is_recording, timeout=LONG_MS)
    room.qtbot.wait(500)
    room.window.top_bar.menu.open_wanted.emit(str(tmp_path / "mine"))
    room.qtbot.waitUntil(lambda: bool(room.lesson.state.classes), timeout=LONG_MS)
    assert not room.desk.recorder.is_recording
    room.qtbot.wait(int(1000 * LONGEST_WAIT_S) + 300)
    assert not room.lesson.state.background


def test_a_class_that_goes_while_it_is_recorded_ends_the_recording(room: Room) -> None:
    room.open()
    made = room.lesson.add_class("mug")
    room.window.record_wanted.emit(made.id)
    assert room.desk.recorder.is_recording
    room.lesson.undo()  # and with it the button that would end it
    assert not room.desk.recorder.is_recording


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


def test_where_nothing_was_recorded_the_input_at_fault_is_told(room: Room) -> None:
    room.open()
    made = room.lesson.add_class("mug")
    room.cameras[-1].picture = np.zeros_like(room.cameras[-1].picture)
    room.qtbot.waitUntil(lambda: room.window.inputs.camera.badge.words == "too dark", timeout=LONG_MS)
    room.window.record_wanted.emit(made.id)
    room.qtbot.wait(300)
    room.window.record_ended.emit()
    room.qtbot.waitUntil(lambda: room.window.notice.problem is not None, timeout=LONG_MS)
    assert room.window.notice.problem == Problem("teach.nothing.dark")


def test_a_text_typed_in_one_window_stands_in_both(room: Room) -> None:
    room.open(background=False)
    room.window.inputs.text.box.setPlainText("my mug")
    assert room.live.window.text == "my mug"
    room.live.window.inputs.text.box.setPlainText("my cup")
    assert room.window.inputs.text.box.toPlainText() == "my cup"


def test_a_mute_is_the_same_in_both_windows(room: Room) -> None:
    room.open(background=False)
    room.window.inputs.camera.mute_button.click()
    assert room.live.window.inputs.camera.muted
    room.window.in_force_strip.let_go_button.click()
    assert room.window.muted == frozenset()
    room.live.window.inputs.microphone.mute_button.click()
    assert room.window.muted == frozenset({"audio"})


def test_the_presenters_keys_act_here_too(room: Room) -> None:
    room.open(background=False)
    menus, pressed = room.live.window.menus, []
    for action in (menus.stage_menu.next, menus.let_go, menus.reset, menus.help):
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, action=action: pressed.append(action))
    room.window.setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_F10, Qt.Key.Key_F1):
        QTest.keyClick(room.window, key)
    QTest.keyClick(room.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [menus.stage_menu.next, menus.let_go, menus.help, menus.reset]


def test_a_recording_to_teach_from_is_looked_for_where_recordings_are_made(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *asked: (begun.append(asked[2]), "")[1])
    menu = room.window.top_bar.menu
    menu.aboutToShow.emit()
    menu.import_recording.trigger()
    assert begun == [str(room.live.records.folder)]


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


def short_session(folder: Path) -> Path:
    """A recording in which "mug" is shown for a second, and "cup" for another."""
    rng = np.random.default_rng(1)
    with SessionWriter(folder, "Mug and cup", fps=10) as writer:
        for number in range(50):
            writer.add_frame(rng.integers(0, 256, (120, 160, 3), dtype=np.uint8), number / 10)
        writer.add_text("shown", 0.0)
    lines = ("begin_s,end_s,class", "0.1,0.9,", "1.1,1.9,mug", "2.1,2.9,cup")
    (folder / "lesson.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_the_example_plays_a_recording_and_teaches_what_it_shows(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = short_session(tmp_path / "example")
    monkeypatch.setattr(paths, "teaching_session", lambda: folder)
    room.open(background=False)
    room.window.cards.new_class.example_button.click()
    room.qtbot.waitUntil(lambda: room.desk.example.active, timeout=LONG_MS)
    assert room.live.live.sources.is_playing_session
    room.qtbot.waitUntil(lambda: not room.desk.example.active, timeout=LONG_MS)
    assert room.window.notice.problem == Problem("teach.example_done")
    state = room.lesson.state
    room.qtbot.waitUntil(lambda: len(room.lesson.state.classes) == 2, timeout=LONG_MS)
    assert [one.name for one in state.classes] == ["mug", "cup"]
    assert not room.window.in_force_strip.isHidden()  # it says that a recording is played
    for class_id in (BACKGROUND, *(one.id for one in state.classes)):
        room.qtbot.waitUntil(lambda it=class_id: bool(room.lesson.state.of_class(it)), timeout=LONG_MS)
    assert room.window.cards.new_class.example_button.isHidden()


def test_the_example_ends_where_the_user_records(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = short_session(tmp_path / "example")
    monkeypatch.setattr(paths, "teaching_session", lambda: folder)
    room.open(background=False)
    room.window.example_wanted.emit()
    room.qtbot.waitUntil(lambda: bool(room.lesson.state.classes), timeout=LONG_MS)
    room.window.record_wanted.emit(room.lesson.state.classes[0].id)
    assert not room.desk.example.active
    room.window.record_ended.emit()


def test_the_marked_parts_of_a_recording_become_examples(room: Room, tmp_path: Path) -> None:
    folder = short_session(tmp_path / "recording")
    room.open(background=False)
    mug = room.lesson.add_class("MUG")
    room.window.top_bar.menu.recording_wanted.emit(str(folder))
    room.qtbot.waitUntil(lambda: room.window.notice.problem is not None, timeout=LONG_MS)
    problem = room.window.notice.problem
    assert problem is not None
    assert problem.code == "teach.recording_added"
    assert [one.name for one in room.lesson.state.classes] == ["MUG", "cup"]  # the recording's "mug" is the same
    added = [sample for sample in room.lesson.state.samples if sample.origin == "Mug and cup"]
    assert len(added) == dict(problem.fields)["count"]
    assert len(room.lesson.state.of_class(mug.id)) >= 3
    room.window.top_bar.menu.recording_wanted.emit(str(tmp_path))
    room.qtbot.waitUntil(
        lambda: room.window.notice.problem is not None and room.window.notice.problem.code != "teach.recording_added",
        timeout=LONG_MS,
    )
