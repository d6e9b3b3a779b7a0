"""The Train window as a part of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mmdesk.app.training_desk import TrainingDesk
from mmdesk.app.wiring import LiveWindow
from mmdesk.core.errors import as_written
from mmdesk.core.in_force import Recording
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.training_plan import TrainingOutcome
from mmdesk.core.training_progress import TrainingProgress
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.theme import LIGHT
from tests.training.tiny import write_tiny
from tests.ui.activation import activate

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LONG_MS = 60_000


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[TrainingDesk]:
    main = MainWindow()
    qtbot.addWidget(main)
    main.show()
    desk = TrainingDesk(main, "dark", "cpu")
    qtbot.addWidget(desk.window)
    desk.show()
    yield desk
    assert desk.shutdown()


def choose(qtbot: QtBot, desk: TrainingDesk, folder: Path) -> None:
    """Offer a folder and wait until a run could start; small networks and few epochs."""
    desk.window.choose_folder(str(folder))
    qtbot.waitUntil(desk.window.run_card.start_button.isEnabled, timeout=LONG_MS)
    choices = desk.window.choices
    choices.encoder_epochs.setValue(2)
    choices.fusion_epochs.setValue(3)
    for box, kind in zip(choices.encoders.values(), ("cnn", "none", "bag_of_words"), strict=True):
        box.setCurrentIndex(box.findData(kind))


def test_from_a_folder_to_a_model_that_runs_live(qtbot: QtBot, desk: TrainingDesk, tmp_path: Path) -> None:
    choose(qtbot, desk, write_tiny(tmp_path / "tiny"))
    qtbot.waitUntil(lambda: bool(desk.window.preview_page.rows), timeout=LONG_MS)
    with qtbot.waitSignal(desk.session.run_ended, timeout=LONG_MS):
        desk.window.run_card.start_button.click()
    history = desk.window.training_page.history
    assert [report.stage for report in history] == ["encoders"] * 2 + ["fusion"] * 3
    curve = desk.window.training_page.curves.accuracy.curves["whole"]
    assert list(curve.getData()[1]) == [report.validation_accuracy for report in history]
    assert (tmp_path / "tiny.mmdesk").is_file()
    with qtbot.waitSignal(desk.model_wanted) as wanted:
        desk.window.result_page.use_button.click()
    assert wanted.args == [str(tmp_path / "tiny.mmdesk")]


def test_the_main_window_reports_a_run(qtbot: QtBot, desk: TrainingDesk, tmp_path: Path) -> None:
    choose(qtbot, desk, write_tiny(tmp_path / "tiny"))
    desk.window.choices.encoder_epochs.setValue(1000)
    reported = desk._main.status_line.figures["training"]
    desk.window.run_card.start_button.click()
    desk.window.close()
    qtbot.waitUntil(lambda: "Training the encoders" in reported.text(), timeout=LONG_MS)
    desk.window.cancel_wanted.emit()
    qtbot.waitUntil(lambda: reported.text() == "", timeout=LONG_MS)
    assert "Nothing is lost" in desk.window.run_card.words.text()


def test_a_failure_behind_a_closed_window_is_reported_in_the_main_one(desk: TrainingDesk) -> None:
    desk.session.progressed.emit(TrainingProgress("fusion", 0.5))
    assert desk._main.status_line.figures["training"].text() == ""  # no job is under way
    desk.window.close()
    desk.session.run_ended.emit(TrainingOutcome(problem=as_written("It broke.", "Mend it.")))
    assert desk._main.notice.problem == as_written("It broke.", "Mend it.")


def test_it_says_what_is_recorded_and_what_is_played(qtbot: QtBot, desk: TrainingDesk) -> None:
    window, main = desk.window, desk._main
    assert not window.record_strip.isVisible()
    assert not window.in_force_strip.isVisible()
    main.recorder.show_state(RecorderState(True, 754.0))
    assert "12:34" in window.record_strip.title.text()
    assert window.record_strip.isVisible()
    with qtbot.waitSignal(main.recorder.stop_wanted):
        window.record_strip.stop_button.click()
    main.show_recording(Recording("an hour at the fair"))
    assert window.in_force_strip.isVisible()
    assert "an hour at the fair" in window.in_force_strip.recording_words.text()
    with qtbot.waitSignal(main.devices_wanted):
        window.in_force_strip.let_go_button.click()
    offered: list[bool] = []
    main.in_force_strip.camera_wanted.connect(lambda: offered.append(True))
    window.in_force_strip.camera_button.click()
    assert offered == [True]
    main.inputs.camera.picker.hidePopup()


def test_what_is_in_force_when_it_opens_is_said_too(qtbot: QtBot) -> None:
    main = MainWindow()
    qtbot.addWidget(main)
    main.show_recording(Recording("an hour at the fair"))
    main.recorder.show_state(RecorderState(True, 754.0))
    desk = TrainingDesk(main, "dark", "cpu")
    qtbot.addWidget(desk.window)
    assert not desk.window.in_force_strip.isHidden()
    assert not desk.window.record_strip.isHidden()
    assert desk.shutdown()


def test_the_presenters_keys_act_here_too_and_the_space_bar_presses_buttons(qtbot: QtBot, desk: TrainingDesk) -> None:
    activate(qtbot, desk.window)
    with qtbot.waitSignal(desk._main.recorder.start_wanted):
        qtbot.keyClick(desk.window.folder_card.path, Qt.Key.Key_F12)
    with qtbot.waitSignal(desk._main.reset_requested):
        qtbot.keyClick(desk.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    box = desk.window.choices.class_weights
    box.setFocus()
    before = box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked() is not before
    assert not desk._main.frozen


def test_the_theme_follows_the_main_window(desk: TrainingDesk) -> None:
    desk._main.menus.themes["light"].trigger()
    assert LIGHT.window in desk.window.styleSheet()


def test_the_menu_opens_it_and_the_end_of_the_program_closes_it(qtbot: QtBot) -> None:
    live = LiveWindow(device="cpu")
    try:
        live.window.show()
        live.window.menus.train.trigger()
        desk = live._training
        assert desk is not None
        assert desk.window.isVisible()
        live.window.menus.train.trigger()
        assert live._training is desk
        qtbot.waitUntil(lambda: desk.window.choices.fusion.count() > 0, timeout=LONG_MS)
    finally:
        live.window.close()
    assert not desk.window.isVisible()
    assert live.shutdown()
