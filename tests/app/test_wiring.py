"""The window with everything behind it: models, recordings and devices as a user meets them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from mmdesk import __version__
from mmdesk.app import doctor, paths, settings
from mmdesk.app.settings import Settings
from mmdesk.app.teaching_projects import TeachingProjects
from mmdesk.app.wiring import LiveWindow
from mmdesk.core.inputs import Slot
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Reason
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import OFF, DeviceChoice, SourceState, SourceStatus
from mmdesk.engine.device_lister import DeviceLister
from mmdesk.engine.live_sources import SourceMakers
from mmdesk.ui.diagnostics import DiagnosticsDialog
from mmdesk.ui.problem_table import filled
from tests.ui.activation import activate

# Qt's offscreen platform says so of every window with a smallest size, and of every list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CAMERA = DeviceChoice("0", "HD Webcam")
PICTURE = np.full((60, 80, 3), 180, np.uint8)
LONG_MS = 60_000


class QuietSource:
    """Delivers what a test hands it."""

    def __init__(self, name: str, on_state: Any, on_text: Any = None) -> None:
        self.name, self.on_state, self.on_text = name, on_state, on_text

    @property
    def state(self) -> SourceState:
        return OFF

    def start(self) -> None:
        self.on_state(SourceState(SourceStatus.RUNNING, self.name))

    def stop(self, timeout_s: float = 2.0) -> bool:
        return True


class Stage:
    """Opens windows on one set of settings, and knows the sources they have made."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot = qtbot
        self.cameras: list[DeviceChoice] = []
        self.made: list[QuietSource] = []
        self.opened: list[LiveWindow] = []
        monkeypatch.setattr(DeviceLister, "_list", lambda lister: lister.listed.emit(self.cameras, []))

    def open(self, *, is_ready: bool = True, first_look: bool = False, **options: Any) -> LiveWindow:
        makers = SourceMakers(
            camera=lambda key, _, on_state: self._add(QuietSource(key, on_state)),
            microphone=lambda key, _, on_state: self._add(QuietSource(key or "default", on_state)),
            session=lambda folder, _, __, on_text, on_state, ___: self._add(
                QuietSource(f"Title of {folder.name}", on_state, on_text)
            ),
        )
        live = LiveWindow(makers=makers, device="cpu", **options)
        self.opened.append(live)
        self.qtbot.addWidget(live.window)
        with self.qtbot.waitExposed(live.window):
            live.window.show()
        activate(self.qtbot, live.window)
        live.start(first_look=first_look)
        if is_ready:
            self.wait_for_model(live, "")
        return live

    def wait_for_model(self, live: LiveWindow, name: str) -> None:
        aside = live.window.answer_panel.aside
        self.qtbot.waitUntil(lambda: aside.text() == name if name else bool(aside.text()), timeout=LONG_MS)

    def _add(self, source: QuietSource) -> QuietSource:
        self.made.append(source)
        return source


@pytest.fixture
def stage(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    stage = Stage(qtbot, monkeypatch)
    yield stage
    for live in stage.opened:
        live.window.close()
        live.shutdown()
    stage.opened.clear()


@pytest.fixture
def other_model(tmp_path: Path) -> Path:
    """A model that is not the bundled one."""
    return shutil.copytree(paths.bundled_model(), tmp_path / "mine")


@pytest.fixture
def broken_model(tmp_path: Path) -> Path:
    path = tmp_path / "broken.mmdesk"
    path.write_bytes(b"no model")
    return path


def test_a_wrong_file_leaves_the_model_that_runs(
    stage: Stage, broken_model: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = stage.open()
    window = live.window
    with qtbot.waitSignal(window.fusion_chosen):
        window.menus.fusions["late"].trigger()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(broken_model), ""))
    window.menus.open_model.trigger()
    qtbot.waitUntil(lambda: "broken.mmdesk" in str(window.notice.problem), timeout=LONG_MS)
    assert filled(window.notice.problem).remedy
    assert window.answer_panel.aside.text() == "digits"
    assert not window.answer_panel.open_button.isVisible(), "there is a model"
    assert window.menus.fusions["late"].isChecked()
    assert Settings().read(settings.MODEL) == ""
    qtbot.keyClicks(window.inputs.text.box, "seven ")
    qtbot.waitUntil(lambda: window.answer_panel.view.headline() == "7", timeout=LONG_MS)


def test_a_model_is_remembered_once_it_runs_and_the_menu_leads_back(
    stage: Stage, other_model: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = stage.open()
    assert live.window.in_force_strip.recording_title.text() == "SAMPLE SESSION"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other_model / "config.json"), ""))
    live.window.menus.open_model.trigger()
    assert Settings().read(settings.MODEL) == "", "not before it runs"
    stage.wait_for_model(live, "mine")
    assert Settings().read(settings.MODEL) == str(other_model)
    assert "not for this one" in live.window.in_force_strip.recording_words.text()
    live.window.menus.bundled_model.trigger()
    stage.wait_for_model(live, "digits")
    qtbot.waitUntil(lambda: Settings().read(settings.MODEL) == "")
    assert "not for this one" not in live.window.in_force_strip.recording_words.text()


def test_the_sample_session_is_the_bundled_models(stage: Stage, other_model: Path, qtbot: QtBot) -> None:
    store = Settings()
    store.write(settings.MODEL, str(other_model))
    live = stage.open()
    assert live.window.answer_panel.aside.text() == "mine"
    assert not live.live.sources.is_playing_session
    assert live.window.in_force_strip.isHidden()
    live.window.menus.sample.trigger()  # who asks for it gets it, labelled
    assert "not for this one" in live.window.in_force_strip.recording_words.text()
    live.window.let_go_of_all()
    assert live.live.sources.is_playing_session, "without devices there is nothing to go back to"
    live.window.menus.bundled_model.trigger()
    stage.wait_for_model(live, "digits")
    qtbot.waitUntil(lambda: "not for this one" not in live.window.in_force_strip.recording_words.text())


def test_with_the_bundled_model_the_sample_session_comes_back(stage: Stage, other_model: Path, qtbot: QtBot) -> None:
    live = stage.open(model=other_model)
    assert not live.live.sources.is_playing_session
    assert Settings().read(settings.MODEL) == "", "an option is no choice for next time"
    live.window.menus.bundled_model.trigger()
    qtbot.waitUntil(lambda: live.live.sources.is_playing_session, timeout=LONG_MS)


def test_a_remembered_model_that_cannot_be_opened_gives_way_to_the_bundled_one(
    stage: Stage, broken_model: Path
) -> None:
    store = Settings()
    store.write(settings.MODEL, str(broken_model))
    live = stage.open()
    assert live.window.answer_panel.aside.text() == "digits"
    assert "broken.mmdesk" in str(live.window.notice.problem)
    assert live.live.sources.is_playing_session
    assert Settings().read(settings.MODEL) == ""


def test_a_model_given_as_an_option_that_cannot_be_opened_leads_to_the_bundled_one(
    stage: Stage, broken_model: Path, qtbot: QtBot
) -> None:
    live = stage.open(model=broken_model, is_ready=False)
    button = live.window.answer_panel.bundled_button
    qtbot.waitUntil(button.isVisible, timeout=LONG_MS)
    assert not live.live.sources.is_playing_session
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    stage.wait_for_model(live, "digits")


def test_a_recording_is_labelled_with_its_name_and_gives_way_to_the_devices(
    stage: Stage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.cameras = [CAMERA]
    live = stage.open()
    strip = live.window.in_force_strip
    assert strip.isHidden()
    for opened in range(2):
        if opened:  # the second time from the menu
            monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "session.json"), ""))
            live.window.menus.open_session.trigger()
        else:
            live.window.session_chosen.emit(str(tmp_path))
        qtbot.waitUntil(lambda: f"“Title of {tmp_path.name}”" in strip.recording_words.text())
        assert strip.recording_title.text() == "REPLAY"
        assert strip.isVisible()
        assert live.window.audience.words.tags == ["REPLAY"]
        qtbot.mouseClick(strip.let_go_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not live.live.sources.is_playing_session)
        assert strip.isHidden()
        assert live.live.wait_sources_settled(5.0)
        assert stage.made[-1].name == CAMERA.key or stage.made[-2].name == CAMERA.key


def test_a_recording_from_the_command_line_is_labelled_too(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    live = stage.open(session=tmp_path, is_ready=False)
    assert live.window.in_force_strip.isVisible()
    assert live.window.in_force_strip.recording_title.text() == "REPLAY"
    qtbot.waitUntil(lambda: "Title of" in live.window.in_force_strip.recording_words.text())
    assert live.live.wait_sources_settled(5.0)
    lost = SourceState(SourceStatus.FAILED, tmp_path.name, Problem("session.unfinished", path=tmp_path))
    stage.made[-1].on_state(lost)
    qtbot.waitUntil(lambda: "cannot be played" in live.window.in_force_strip.recording_words.text())


def test_a_video_file_in_place_of_the_camera_is_labelled(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    stage.cameras = [CAMERA]
    video = tmp_path / "talk.mp4"
    video.write_bytes(b"")
    live = stage.open(is_ready=False)
    strip = live.window.in_force_strip
    qtbot.waitUntil(lambda: live.window.inputs.camera.picker.currentData() == CAMERA.key)
    live.window.source_chosen.emit("image", str(video))
    assert strip.recording_words.text() == "Playing “talk.mp4” instead of the camera."
    live.window.let_go_of_all()
    assert strip.isHidden()
    assert live.window.inputs.camera.picker.currentData() == CAMERA.key
    live.window.source_chosen.emit("image", "http://camera.local/stream")
    assert strip.isHidden(), "it may well be live"


def test_a_video_file_does_not_take_the_place_of_the_camera_that_is_remembered(
    stage: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    other = DeviceChoice("1", "Another webcam")
    stage.cameras = [CAMERA, other]
    video = tmp_path / "a visitor's.mp4"
    video.write_bytes(b"")
    live = stage.open(is_ready=False)
    picker = live.window.inputs.camera.picker
    qtbot.waitUntil(lambda: picker.currentData() == CAMERA.key)
    live.window.source_chosen.emit("image", other.key)
    live.window.source_chosen.emit("image", str(video))
    live.window.let_go_of_all()
    assert picker.currentData() == other.key
    assert str(video) not in Settings().read(settings.SOURCES[Slot(Modality.IMAGE, 0)])


def test_a_visitors_text_is_not_replaced_by_a_recordings(stage: Stage, qtbot: QtBot) -> None:
    live = stage.open()
    window, strip = live.window, live.window.in_force_strip
    assert live.live.wait_sources_settled(5.0)
    session = stage.made[-1]
    session.on_text("nine ", 0.0)
    qtbot.waitUntil(lambda: window.text == "nine ")
    assert "text is yours" not in strip.recording_words.text()
    window.inputs.text.box.selectAll()
    qtbot.keyClicks(window.inputs.text.box, "seven ")
    assert "text is yours" in strip.recording_words.text()
    session.on_text("four ", 1.0)
    qtbot.waitUntil(lambda: window.answer_panel.view.headline() == "7", timeout=LONG_MS)
    assert window.text == "seven "
    qtbot.mouseClick(window.inputs.text.clear_button, Qt.MouseButton.LeftButton)
    assert "text is yours" not in strip.recording_words.text()
    session.on_text("two ", 2.0)
    qtbot.waitUntil(lambda: window.text == "two ")
    qtbot.waitUntil(lambda: window.answer_panel.view.headline() == "2", timeout=LONG_MS)
    qtbot.keyClicks(window.inputs.text.box, "!")
    assert "text is yours" in strip.recording_words.text()
    window.menus.reset.trigger()
    assert window.text == ""
    assert "text is yours" not in strip.recording_words.text()


def test_an_empty_text_box_stays_empty_under_a_lie(stage: Stage, qtbot: QtBot) -> None:
    """Nothing typed: the badge says so, there is no answer, and the strip says that the lie has no effect."""
    stage.cameras = [CAMERA]
    live = stage.open()
    window = live.window
    predictions = []
    live.live.prediction_ready.connect(predictions.append)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "(not present now)" in window.in_force_strip.words.text(), timeout=LONG_MS)
    qtbot.waitUntil(lambda: bool(predictions) and bool(predictions[-1].perturbations))
    assert predictions[-1].presence(Modality.TEXT).reason is Reason.EMPTY
    assert predictions[-1].label is None
    assert window.inputs.text.badge.words == "empty"
    window.workbench.show_page(2)
    assert window.workbench.perturb.answers.cells() == [("no answer", "–", "")]


def test_a_newcomers_camera_stays_off_until_it_is_wanted(stage: Stage) -> None:
    stage.cameras = [CAMERA]
    live = stage.open(first_look=True)
    assert live.window.start_page.gallery is not None
    assert [source.name for source in stage.made] == ["Title of sample"]
    live.window.start_page.gallery.welcome.devices_button.click()
    stage.qtbot.waitUntil(lambda: stage.made[-1].name == CAMERA.key)
    assert live.window.recording is None
    live.window.close()
    live.shutdown()
    again = stage.open(first_look=True)
    assert again.window.start_page.gallery is not None
    assert not again.window.start_page.gallery.welcome.isVisible()
    assert stage.made[-1].name == CAMERA.key


@pytest.mark.parametrize("dropped", [False, True])
def test_a_tour_taken_at_the_first_start_opens_no_device(stage: Stage, tmp_path: Path, dropped: bool) -> None:
    stage.cameras = [CAMERA]
    live = stage.open(first_look=True)
    assert live.window.start_page.gallery is not None
    live.window.start_page.gallery.welcome.tour_button.click()
    assert not live.window.tour.isHidden()
    if dropped:
        live._sources.hold_file("image", tmp_path / "three.png", PICTURE)
        assert live.window.recording is None
    live.window.tour.close_button.click()
    assert live.live.wait_sources_settled(5.0)
    assert {source.name for source in stage.made} == {"Title of sample"}
    assert live.window.recording is not None, "the sample session plays, as it did before"
    assert live.window.in_force[0].held == {}


def test_a_recording_that_is_played_outlives_the_tour(stage: Stage, tmp_path: Path) -> None:
    stage.cameras = [CAMERA]
    live = stage.open(session=tmp_path)
    for end in (live.window.tour.stop, live.window.tour.close_button.click):
        live.window.menus.tour.trigger()
        end()
        assert live.live.wait_sources_settled(5.0)
        assert [source.name for source in stage.made] == [f"Title of {tmp_path.name}"]
        assert live.window.recording is not None


@pytest.mark.parametrize("kind", ["picture", "video"])
def test_a_file_that_was_dropped_during_the_tour_is_let_go_at_its_end_and_an_older_one_is_not(
    stage: Stage, tmp_path: Path, kind: str
) -> None:
    first, second = CAMERA, DeviceChoice("1", "Another webcam")
    stage.cameras = [first, second]
    live = stage.open()
    picker = live.window.inputs.camera.picker
    live.window.source_chosen.emit("image", second.key)
    live.window.menus.tour.trigger()
    if kind == "picture":
        live._sources.hold_file("image", tmp_path / "three.png", PICTURE)
    else:
        (tmp_path / "talk.mp4").write_bytes(b"")
        live.window.source_chosen.emit("image", str(tmp_path / "talk.mp4"))
    assert live.window.in_force_strip.isVisible()
    live.window.tour.stop()
    assert picker.currentData() == second.key, "the camera that was open before"
    assert not live.window.in_force_strip.isVisible()
    live._sources.hold_file("image", tmp_path / "three.png", PICTURE)
    live.window.menus.tour.trigger()
    live.window.tour.stop()
    assert live.window.in_force[0].held == {"image": "three.png"}


def test_who_has_no_devices_is_told_when_asking_for_them(stage: Stage) -> None:
    live = stage.open(first_look=True)
    assert live.window.start_page.gallery is not None
    live.window.start_page.gallery.welcome.devices_button.click()
    stage.qtbot.waitUntil(lambda: live.window.notice.problem == Problem("device.none"))
    assert live.window.recording is not None, "the sample goes on"


def test_a_page_of_a_visitor_goes_when_the_teach_window_forgets_the_visitor(stage: Stage) -> None:
    live = stage.open()
    live._settings.write(settings.TAKE_AWAY, True)
    live._take_away._addresses = lambda: ("127.0.0.1",)
    live._take_away._page_of_moment = lambda: lambda: "<p>the visitor"
    live._on_teach_requested()
    live._take_away.begin()
    stage.qtbot.waitUntil(lambda: bool(live._take_away.url), timeout=LONG_MS)
    live._teaching.window.top_bar.menu.forget_wanted.emit()
    assert not live._take_away.url
    live._teaching.window.close()


def test_who_closes_the_window_is_asked_about_an_unsaved_lesson_and_who_ends_it_otherwise_is_not(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = stage.open()
    live._on_teach_requested()
    lesson = live._teaching.lesson
    lesson.add_samples(lesson.add_class("mug").id, [{"text": "a mug"}])
    asked: list[str] = []
    chosen = ["Stay"]

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            next(button for button in box.buttons() if button.text() == chosen[0]).click()
        else:
            QTimer.singleShot(10, answer)

    for way in (live.window.close, live.window.menus.quit.trigger):
        QTimer.singleShot(0, answer)
        way()
        assert live.window.isVisible()
        assert not live._teaching._stopped
    assert len(asked) == 2
    chosen[0] = "Leave without saving"
    QTimer.singleShot(0, answer)
    live.window.close()
    assert not live.window.isVisible()
    assert len(asked) == 3
    assert lesson.state.samples


@pytest.mark.parametrize("way", ["quit", "on_session_end"])
def test_an_end_that_nobody_may_be_there_for_asks_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    live = stage.open()
    live._on_teach_requested()
    lesson = live._teaching.lesson
    lesson.add_samples(lesson.add_class("mug").id, [{"text": "a mug"}])
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    monkeypatch.setattr(TeachingProjects, "_ask", lambda *_: pytest.fail("there is nobody who could answer"))
    getattr(live, way)()
    live.window.close()
    assert not live.window.isVisible()


def test_an_end_that_comes_while_the_question_is_there_is_not_held_up(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = stage.open()
    live._on_teach_requested()
    lesson = live._teaching.lesson
    lesson.add_samples(lesson.add_class("mug").id, [{"text": "a mug"}])
    monkeypatch.setattr(QApplication, "quit", lambda: QApplication.activeModalWidget().close())
    QTimer.singleShot(100, live.quit)
    live.window.close()
    assert not live.window.isVisible()


def test_a_report_is_copied_and_that_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "diagnose", lambda: [doctor.Finding(doctor.Verdict.OK, "camera", "all well")])
    live = stage.open()
    live.window.menus.report.trigger()
    stage.qtbot.waitUntil(lambda: live.window.notice.problem == Problem("report.copied"))
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"mmdesk {__version__}")
    assert "all well" in copied
    assert not live.window.findChildren(DiagnosticsDialog), "what is copied need not be shown"
