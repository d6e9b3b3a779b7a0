"""Keys do the same whatever has the focus, in both windows; only a text box keeps what it can type."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.history import HistorySpan, HistoryTick
from mmdesk.core.in_force import Recording
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import Modality
from mmdesk.core.transport import PlayedContents
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.main_window import MainWindow
from tests.three_inputs import input_of
from tests.ui import gallery
from tests.ui.activation import activate
from tests.ui.planted_insight import DIGITS, seen

# Qt's offscreen platform says so of every window with a smallest size, and of every list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KINDS = ("concatenation", "attention_gate", "late")
K = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    activate(qtbot, window)
    gallery.live(window)
    state = ModelState("digits", True, labels=DIGITS, fusions=KINDS, fusion="attention_gate")
    window.show_model_state(state)
    window.show_recording(Recording("Sample", sample=True))
    window.menus.tour.trigger()
    window.workbench.gate.override_changed.emit((0.2, 0.3, 0.5))  # so that there is something to let go of
    window.show_prediction(seen(40.0, (7, 7, 7)))
    yield window
    window.audience.close()


def focusable(window: QWidget) -> list[QWidget]:
    """Everything on screen that a click or the tabulator gives the keyboard to."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.StrongFocus
    ]


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus()
    assert widget.hasFocus(), f"{widget} does not take the focus"
    qtbot.keyClick(widget, key)


def assert_keys_act(qtbot: QtBot, window: MainWindow, widget: QWidget) -> None:
    """Space, a digit and the keys of pages, scenes and letting go, with one widget holding the keyboard."""
    name = f"{type(widget).__name__} {widget.accessibleName()}"
    before = window.controls.controls
    for frozen in (True, False):
        press(qtbot, widget, K.Key_Space)
        assert window.frozen is frozen, name
        assert window.controls.controls == before, f"{name}: Space pressed it as well"
    for key, kind in ((K.Key_1, KINDS[0]), (K.Key_3, KINDS[2]), (K.Key_2, KINDS[1])):
        with qtbot.waitSignal(window.fusion_chosen) as chosen:
            press(qtbot, widget, key)
        assert chosen.args == [kind], name
    assert_function_keys_act(qtbot, window, widget)


def assert_function_keys_act(qtbot: QtBot, window: MainWindow, widget: QWidget) -> None:
    name = f"{type(widget).__name__} {widget.accessibleName()}"
    page = window.workbench.page
    for key, count in ((K.Key_F7, 2), (K.Key_F8, 4), (K.Key_F9, 5), (K.Key_F9, 4)):
        press(qtbot, widget, key)
        assert len(window.controls.controls.perturbations) == count, name
    press(qtbot, widget, K.Key_F10)
    assert window.controls.controls == UserControls(), name
    other = (page + 1) % 5
    press(qtbot, widget, Qt.Key(K.Key_F2 + other))
    assert window.workbench.page == other, name
    window.workbench.show_page(page)


@pytest.mark.parametrize("page", range(5))
def test_every_key_acts_whatever_has_the_focus(qtbot: QtBot, window: MainWindow, page: int) -> None:
    window.workbench.show_page(page)
    QApplication.processEvents()
    widgets = [widget for widget in focusable(window) if not isinstance(widget, QPlainTextEdit)]
    assert len(widgets) > 15
    for widget in widgets:
        if widget.isVisible() and widget.isEnabled():  # what was held may have enabled it
            assert_keys_act(qtbot, window, widget)


def test_a_text_box_keeps_spaces_and_digits_and_leaves_the_rest(qtbot: QtBot, window: MainWindow) -> None:
    box = window.inputs.text.box
    window.inputs.text.clear_button.click()
    box.setFocus()
    with qtbot.assertNotEmitted(window.fusion_chosen):
        qtbot.keyClicks(box, "3 is 3")
    assert window.text == "3 is 3"
    assert not window.frozen
    assert_function_keys_act(qtbot, window, box)
    qtbot.keyClick(box, K.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget() or window, K.Key_Space)
    assert window.frozen
    assert window.text == "3 is 3"


def test_what_a_click_leaves_behind_takes_no_key(qtbot: QtBot, window: MainWindow) -> None:
    button = Qt.MouseButton.LeftButton
    for clicked in (window.workbench._group.button(1), window.inputs.text.mute_button, window.inputs.text.mute_button):
        qtbot.mouseClick(clicked, button)
        muted, page = window.inputs.text.muted, window.workbench.page
        for frozen in (True, False):
            qtbot.keyClick(QApplication.focusWidget() or window, K.Key_Space)
            assert window.frozen is frozen
        assert (window.inputs.text.muted, window.workbench.page) == (muted, page)


def test_the_audience_window_takes_the_same_keys(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.audience.trigger()
    audience = window.audience
    qtbot.waitExposed(audience)
    activate(qtbot, audience)
    for frozen in (True, False):
        qtbot.keyClick(audience, K.Key_Space)
        assert window.frozen is frozen
    with qtbot.waitSignal(window.fusion_chosen) as chosen:
        qtbot.keyClick(audience, K.Key_3)
    assert chosen.args == [KINDS[2]]
    for key, page in ((K.Key_F6, 4), (K.Key_F3, 1)):
        qtbot.keyClick(audience, key)
        assert window.workbench.page == page
    qtbot.keyClick(audience, K.Key_F9)
    assert window.controls.controls.of(input_of(Modality.TEXT))
    assert audience.words.held
    qtbot.keyClick(audience, K.Key_F10)
    assert window.controls.controls == UserControls()
    assert audience.words.held == ()
    with qtbot.waitSignal(window.reset_requested):
        qtbot.keyClick(audience, K.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(audience, K.Key_F11)
    assert audience.isFullScreen()
    assert not window.isFullScreen()
    qtbot.keyClick(audience, K.Key_F11)
    window.show_model_state(ModelState("other", True, fusions=("late",), fusion="late"))
    with qtbot.waitSignal(window.fusion_chosen):
        qtbot.keyClick(audience, K.Key_1)


def test_the_arrow_keys_go_through_time_on_the_stage_too(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.audience.trigger()
    activate(qtbot, window.audience)
    with qtbot.assertNotEmitted(window.snapshot_wanted):
        qtbot.keyClick(window.audience, K.Key_Left)
    window.set_frozen(True)
    ticks = tuple(HistoryTick(number / 10, "3", 0.9, None) for number in range(40))
    window.show_span(HistorySpan(ticks))
    for key, modifiers, place in (
        (K.Key_Left, Qt.KeyboardModifier.NoModifier, 38),
        (K.Key_Left, Qt.KeyboardModifier.ShiftModifier, 28),
        (K.Key_Right, Qt.KeyboardModifier.NoModifier, 29),
        (K.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
    ):
        qtbot.keyClick(window.audience, key, modifiers)
        assert window.timeline.view.tick == ticks[place]
    window.show_contents(PlayedContents("x", 10.0, (), ()))
    with qtbot.waitSignal(window.transport_wished):
        qtbot.keyClick(window.audience, K.Key_Left)
    qtbot.keyClick(window.audience, K.Key_Escape)
    assert not window.audience.isVisible()


@pytest.mark.parametrize("opened", ["help", "cheat_sheet", "about", "preferences", "gallery"])
def test_a_dialog_beside_the_window_takes_the_presenters_keys(qtbot: QtBot, window: MainWindow, opened: str) -> None:
    getattr(window.menus, opened).trigger()
    dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
    activate(qtbot, dialog)
    pressed: list[QAction] = []
    menus = window.menus
    wanted = (menus.record, menus.let_go, menus.reset, menus.stage_menu.next)
    for action in wanted:
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, action=action: pressed.append(action))
    menus.audience.trigger()
    activate(qtbot, dialog)
    focused = dialog.focusWidget() or dialog
    for key in (K.Key_F12, K.Key_F10, K.Key_PageDown):
        qtbot.keyClick(focused, key)
    qtbot.keyClick(focused, K.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [menus.record, menus.let_go, menus.stage_menu.next, menus.reset]
    button = QPushButton(dialog)
    button.show()
    with qtbot.waitSignal(button.clicked):
        press(qtbot, button, K.Key_Space)
    assert not window.frozen
    dialog.close()


def test_page_down_goes_on_reading_while_there_is_no_stage(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.help.trigger()
    page = window.help.help.page
    activate(qtbot, window.help.help)
    page.setPlainText("a line\n" * 1000)
    scene = window.audience.scene
    press(qtbot, page, K.Key_PageDown)
    assert page.verticalScrollBar().value() > 0
    assert window.audience.scene is scene
    window.help.help.close()


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    for key, muted in ((K.Key_Return, True), (K.Key_Enter, False)):
        press(qtbot, window.inputs.microphone.mute_button, key)
        assert window.inputs.microphone.muted is muted
    window.workbench.show_page(2)
    box = next(iter(window.workbench.perturb.columns[0].boxes.values()))
    press(qtbot, box, K.Key_Return)
    assert len(window.controls.controls.perturbations) == 1


def test_a_key_held_down_freezes_once(window: MainWindow) -> None:
    assert not window.menus.pause.autoRepeat()
