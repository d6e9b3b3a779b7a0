"""The window with everything behind it: models, recordings and devices as a user meets them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mmdesk.app import paths, settings
from mmdesk.app.settings import Settings
from mmdesk.app.wiring import LiveWindow
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Reason
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import OFF, DeviceChoice, SourceState, SourceStatus
from mmdesk.engine.device_lister import DeviceLister
from mmdesk.engine.live_sources import SourceMakers
from mmdesk.ui.problem_table import filled
from tests.ui.activation import activate

# Qt's offscreen platform says so of every window with a smallest size, and of every list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CAMERA = DeviceChoice("0", "HD Webcam")
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

    def open(self, *, is_ready: bool = True, **options: Any) -> LiveWindow:
        makers = SourceMakers(
            camera=lambda key, _, on_state: self._add(QuietSource(key, on_state)),
            microphone=lambda key, _, on_state: self._add(QuietSource(key or "default", on_state)),
            session=lambda folder, _, __, on_text, on_state: self._add(
                QuietSource(f"Title of {folder.name}", on_state, on_text)
            ),
        )
        live = LiveWindow(makers=makers, device="cpu", **options)
        self.opened.append(live)
        self.qtbot.addWidget(live.window)
        with self.qtbot.waitExposed(live.window):
            live.window.show()
        activate(self.qtbot, live.window)
        live.start()
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
        assert strip.recording_title.text() == "RECORDING"
        assert strip.isVisible()
        assert live.window.audience.view.words.tags == ["RECORDING"]
        qtbot.mouseClick(strip.let_go_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not live.live.sources.is_playing_session)
        assert strip.isHidden()
        assert live.live.wait_sources_settled(5.0)
        assert stage.made[-1].name == CAMERA.key or stage.made[-2].name == CAMERA.key


def test_a_recording_from_the_command_line_is_labelled_too(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    live = stage.open(session=tmp_path, is_ready=False)
    assert live.window.in_force_strip.isVisible()
    assert live.window.in_force_strip.recording_title.text() == "RECORDING"
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
