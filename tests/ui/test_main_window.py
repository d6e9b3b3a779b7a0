"""The window as a whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.errors import as_written
from mmdesk.core.history import HistorySpan, HistoryTick, Snapshot
from mmdesk.core.in_force import Recording
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import Modality
from mmdesk.core.observation import TextInput
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.language import LANGUAGES, install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.theme import LIGHT
from tests.three_inputs import input_of
from tests.ui import gallery
from tests.ui.activation import activate
from tests.ui.planted_insight import seen

# Qt's offscreen platform says so of every window with a smallest size, and of every list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    activate(qtbot, window)
    yield window
    install_language("en")


def test_a_frozen_window_stands_still_as_a_whole(qtbot: QtBot, window: MainWindow) -> None:
    gallery.live(window)
    window.setFocus()
    with qtbot.waitSignal(window.pause_toggled) as paused:
        qtbot.keyClick(window, Qt.Key.Key_Space)
    assert paused.args == [True]
    assert "frozen" in window.windowTitle()
    assert window.inputs.camera.preview.frozen
    window.show_prediction(gallery.prediction(40.0, best=3))
    assert window.answer_panel.view.headline() == "7"
    with qtbot.waitSignal(window.pause_toggled):
        window.answer_panel.pause_button.click()
    window.show_prediction(gallery.prediction(40.1, best=3))
    assert window.answer_panel.view.headline() == "3"


def test_a_frozen_window_shows_a_kept_snapshot_and_returns(window: MainWindow) -> None:
    gallery.live(window)
    window.show_session_text("seven")
    window.show_prediction(seen(9.0, (7, 7, 7)))
    window.set_frozen(True)
    assert window.timeline.isVisible()
    window.show_span(HistorySpan((HistoryTick.of(seen(5.0, (3, 3, 3))), HistoryTick.of(seen(9.0, (7, 7, 7))))))
    window.show_snapshot(Snapshot({"text": TextInput("drei", 0.0)}, seen(5.0, (3, 3, 3)), as_it_was=True))
    assert window.answer_panel.view.headline() == "3"
    assert window.text == "drei"
    window.show_session_text("nine")  # the recording goes on
    assert window.text == "drei"
    window.set_frozen(False)
    assert not window.timeline.isVisible()
    assert window.text == "nine"
    window.show_snapshot(Snapshot({"text": TextInput("drei", 0.0)}, seen(5.0, (3, 3, 3)), as_it_was=True))  # too late
    assert window.text == "nine"
    assert window.snapshot is None


def test_a_new_visitor_finds_nothing_of_the_one_before(qtbot: QtBot, window: MainWindow) -> None:
    gallery.live(window)
    window.inputs.text.box.setPlainText("mine")
    window.workbench.gate.override_changed.emit((0.0, 0.0, 1.0))
    window.inputs.text.mute_button.click()
    assert window.workbench.controls.override is not None
    window.set_frozen(True)
    assert window.controls.controls.muted == {Modality.TEXT}
    with qtbot.waitSignals([window.reset_requested, window.controls_changed]):
        window.menus.reset.trigger()
    assert window.text == ""
    assert window.controls.controls == window.workbench.controls == UserControls()
    assert not window.frozen
    assert not window.inputs.text.muted
    assert window.workbench.weights.strip.segments() == window.audience.weights.strip.segments() == []


def test_the_pages_come_by_their_keys(qtbot: QtBot, window: MainWindow) -> None:
    keys = (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6)
    window.inputs.text.box.setFocus()
    for number, key in reversed(list(enumerate(keys))):
        qtbot.keyClick(window.inputs.text.box, key)
        qtbot.waitUntil(lambda number=number: window.workbench.page == number)


def test_the_text_box_keeps_its_spaces(qtbot: QtBot, window: MainWindow) -> None:
    window.inputs.text.box.setFocus()
    with qtbot.assertNotEmitted(window.pause_toggled):
        qtbot.keyClicks(window.inputs.text.box, "a b")
    assert window.text == "a b"


def test_the_language_changes_while_the_window_runs(window: MainWindow) -> None:
    gallery.live(window)
    window.set_language("zh_CN")
    assert window.inputs.camera.title.text() == "摄像头"
    assert window.inputs.camera.badge.words == "看到"
    assert window.answer_panel.view.detail() == "93% 把握"
    window.set_language("de")
    assert window.workbench.weights.bars.row(input_of(Modality.IMAGE)).weight_words.endswith(" %")
    assert window.menus.language_menu.title() == "S&prache (Language)"
    window.set_language("en")
    assert window.inputs.camera.title.text() == "Camera"


def test_a_choice_of_language_and_theme_is_reported(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.language_chosen) as language:
        window.menus.languages["es"].trigger()
    assert language.args == ["es"]
    with qtbot.waitSignal(window.theme_chosen) as theme:
        window.menus.themes["light"].trigger()
    assert theme.args == ["light"]
    pixel = window.workbench.weights.bars.grab().toImage().pixelColor(1, 1)
    assert pixel.name() == LIGHT.card


def test_a_new_model_forgets_the_old_ones_weights(window: MainWindow) -> None:
    gallery.live(window)
    assert window.workbench.weights.strip.segments()
    window.show_model_state(ModelState("Other", False))
    assert window.workbench.weights.strip.segments() == []
    assert window.inputs.camera.badge.words == ""
    assert window.answer_panel.view.detail() == "Loading the model …"


def test_mutes_leave_as_a_signal(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.controls_changed) as held:
        window.inputs.text.mute_button.click()
    assert held.args == [UserControls(muted=frozenset({Modality.TEXT}))]
    with qtbot.waitSignal(window.controls_changed) as held:
        window.inputs.text.mute_button.click()
    assert held.args == [UserControls()]


def test_the_sample_session_is_labelled_and_leads_to_the_pickers(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.in_force_strip.isVisible()
    window.show_recording(Recording("Sample", sample=True))
    assert window.in_force_strip.isVisible()
    assert "SAMPLE SESSION" in window.in_force_strip.accessibleName()
    window.in_force_strip.camera_button.click()
    assert window.inputs.camera.picker.view().isVisible()
    window.inputs.camera.picker.hidePopup()
    window.show_recording(None)
    assert not window.in_force_strip.isVisible()


def test_a_notice_stays_until_dismissed(window: MainWindow) -> None:
    window.show_notice(as_written("It broke.", "Mend it."))
    assert window.notice.isVisible()
    assert "Mend it." in window.notice.accessibleName()
    window.notice.close_button.click()
    assert not window.notice.isVisible()


def test_full_screen_hides_the_menus_and_escape_leaves_it(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.full_screen.trigger()
    assert window.isFullScreen()
    assert not window.menuBar().isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.menuBar().isVisible()


def test_closing_is_announced(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_a_screenshot_is_written_or_its_failure_reported(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.save_screenshot(str(tmp_path / "a.png"))
    assert window.files.wait()
    assert (tmp_path / "a.png").stat().st_size > 1000
    with qtbot.waitSignal(window.files.failed):
        window.save_screenshot(str(tmp_path / "missing" / "a.png"))
    assert "could not be written" in str(window.notice.problem)


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QPushButton) and widget.text())
    ]
    assert nameless == []


@pytest.mark.parametrize(
    ("size", "languages"),
    [((1280, 720), list(LANGUAGES)), ((1366, 768), ["de"]), ((1920, 1080), ["en"]), ((3840, 2160), ["zh_CN"])],
    ids=str,
)
def test_nothing_is_clipped(window: MainWindow, size: tuple[int, int], languages: list[str]) -> None:
    window.resize(*size)
    gallery.sample(window)
    window.show_notice(as_written("It broke.", "Mend it."))
    for language in languages:
        window.set_language(language)
        QApplication.processEvents()
        assert (window.width(), window.height()) == size
        words = [w for kind in (QLabel, QPushButton) for w in window.findChildren(kind) if w.isVisible()]
        tight = [w.text() for w in words if w.objectName() != "aside" and w.width() < w.minimumSizeHint().width()]
        cards = [w for w in window.findChildren(QWidget, "card") if w.isVisible()]
        assert tight == []
        assert len(cards) == 5
        assert all(c.size().expandedTo(c.minimumSizeHint()) == c.size() for c in cards)


def test_the_window_loads_no_device_or_tensor_library() -> None:
    code = (
        "import sys, mmdesk.ui.main_window\n"
        "print(*sorted({'torch', 'cv2', 'sounddevice', 'soundfile', 'pyqtgraph'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_source_states_reach_their_panels(window: MainWindow) -> None:
    state = SourceState(SourceStatus.FAILED, "Mic", Problem("microphone.none"))
    window.show_source_state(Modality.AUDIO, state)
    assert window.inputs.microphone.spectrogram.message()[1] == "No microphone is connected."
    assert window.inputs.microphone.badge.words == "not available"


def test_the_keys_1_to_9_switch_the_fusion_unless_text_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    kinds = ("concatenation", "attention_gate", "late")
    window.show_model_state(ModelState("digits", True, fusions=kinds, fusion="attention_gate"))
    assert window.menus.fusions["attention_gate"].isChecked()
    window.setFocus()
    with qtbot.waitSignal(window.fusion_chosen) as chosen:
        qtbot.keyClick(window, Qt.Key.Key_3)
    assert chosen.args == ["late"]
    assert window.menus.fusions["late"].isChecked()
    window.inputs.text.box.setFocus()
    with qtbot.assertNotEmitted(window.fusion_chosen):
        qtbot.keyClicks(window.inputs.text.box, "1")
    assert window.text == "1"
    with qtbot.waitSignal(window.fusion_chosen) as chosen:
        qtbot.keyClick(window.inputs.text.box, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == ["concatenation"]
    window.show_model_state(ModelState("other", True, fusions=("late",), fusion="late"))
    assert list(window.menus.fusions) == ["late"]


def test_a_size_that_is_chosen_while_another_window_hides_it_holds_for_every_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1600, 900)
    over = QWidget()
    qtbot.addWidget(over)
    over.setGeometry(window.frameGeometry().adjusted(-50, -50, 50, 50))
    over.show()
    activate(qtbot, over)
    qtbot.waitUntil(lambda: window._rest.rests)
    before = window.look.scale
    try:
        window.set_text_size(80)
        assert window.look.scale < before
    finally:
        window.set_text_size(100)
