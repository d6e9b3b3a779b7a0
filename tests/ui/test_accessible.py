"""What a screen reader finds in every window, what the keyboard reaches, and how often something is said."""

from __future__ import annotations

from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.live_stats import ModelState
from mmdesk.ui import spoken
from mmdesk.ui.language import install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.spoken import Spoken, show_as
from tests.ui import audience_gallery, every_state
from tests.ui.accessible_tree import lacking, reached, takes_tab, tree, unreached
from tests.ui.activation import activate
from tests.ui.fit import settle
from tests.ui.planted_insight import DIGITS, seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

STATES = (
    *("main.conflict", "main.gate", "main.perturb", "main.methods", "main.fused_map", "main.frozen", "main.crowded"),
    *("main.recorded", "main.failed", "train.evaluated", "train.training", "train.preview"),
    *("teach.empty", "teach.learnt", "teach.review", "teach.busy"),
    *("models.open", "sum.open", "cheat_sheet.open", "diagnostics.open", "address.open", "main.replayed"),
    "export_choice.open",
    *("welcome.open", "help.open", "about.open", "preferences.open", "take_away.asks", "take_away.open"),
    *(f"audience.{state}" for state in audience_gallery.STATES),
)


@pytest.fixture(autouse=True)
def english() -> None:
    install_language("en")


@pytest.mark.parametrize("state", STATES)
def test_everything_is_named_and_told_and_the_keyboard_comes_to_it(qtbot: QtBot, state: str) -> None:
    window = every_state.shown(state, "dark", "en")
    try:
        window.resize(1366, 768)
        activate(qtbot, window)
        settle()
        assert len(tree(window)) > 4
        assert lacking(window) == []
        assert unreached(window) == []
    finally:
        every_state.let_go(window)


def test_what_has_no_name_and_what_is_not_reached_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, silent, trap = QPushButton("first"), QPushButton(), QPlainTextEdit()
    for part in (first, silent, trap):
        column.addWidget(part)
    trap.setAccessibleName("trap")
    window.show()
    activate(qtbot, window)
    first.setFocus()
    assert [line for line in lacking(window) if "has no name" in line]
    assert [type(each) for each in reached(window)].count(QPushButton) == 2
    assert unreached(window) == []
    trap.event = lambda event: True  # type: ignore[method-assign]
    silent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert not takes_tab(silent)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    activate(qtbot, window)
    window.show_model_state(ModelState("digits", True, labels=DIGITS))
    window.show_prediction(seen(1.0, (3, 3, 9), weights=(0.4, 0.4, 0.2)))
    return window


def test_weights_contributions_and_probabilities_are_told_as_they_are_shown(window: MainWindow) -> None:
    bars = window.workbench.weights.bars
    told = bars.accessibleDescription()
    for one in DEFAULT_INPUTS:
        row = bars.row(one)
        assert row.weight_words in told
        assert row.contribution_words in told
    shares = window.answer_panel.bars.accessibleDescription()
    assert shares.startswith("3: ")
    assert shares.count(":") == len(DIGITS)
    assert window.answer_panel.view.accessibleDescription().startswith("3, ")
    assert "conflict" in window.workbench.weights.honesty.accessibleDescription()
    assert "40%" in window.workbench.weights.strip.accessibleDescription()


def test_the_bars_are_opened_by_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    bars = window.workbench.weights.bars
    bars.setFocus()
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    with qtbot.waitSignal(bars.opened) as opened:
        qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert opened.args == ["audio"]
    window.workbench.weights.sum_window.close()


def told(widget: QWidget, kind: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(kind)


def role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def test_what_is_drawn_has_a_role_and_the_values_of_this_moment(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bars, answer = window.workbench.weights.bars, window.answer_panel.view
    assert role(bars) is QAccessible.Role.Chart
    assert role(answer) is QAccessible.Role.StaticText
    assert role(window.timeline.view) is QAccessible.Role.Slider
    window.show_prediction(seen(1.05, (3, 3, 3), weights=(0.6, 0.2, 0.2)))
    assert "60%" in told(bars, QAccessible.Text.Value), "whoever asks is told what is seen"
    assert told(bars, QAccessible.Text.Description) == told(bars, QAccessible.Text.Value)
    assert told(answer, QAccessible.Text.Value).startswith("3, ")
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "windows")
    assert told(bars, QAccessible.Text.Description) == "", "nobody is to hear it twice"
    assert "60%" in told(bars, QAccessible.Text.Value)


@pytest.mark.parametrize("parent_first", [True, False])
def test_an_interface_goes_with_its_widget(qtbot: QtBot, *, parent_first: bool) -> None:
    made = []
    for number in range(200):
        parent = QWidget()
        widget = QWidget(parent)
        show_as(widget, QAccessible.Role.Chart)
        widget.setAccessibleDescription(f"{number}")
        made.append(QAccessible.queryAccessibleInterface(widget))
        assert made[-1] is not None
        assert made[-1].text(QAccessible.Text.Value) == f"{number}"
        shiboken6.delete(parent if parent_first else widget)
    assert not any(shiboken6.isValid(each) for each in made)


def picture(widget: QWidget) -> QImage:
    settle()
    return widget.grab().toImage()


def test_the_focus_is_seen_on_everything_that_has_it(window: MainWindow) -> None:
    places = [each for each in window.findChildren(QWidget) if takes_tab(each) and each.window() is window]
    assert len(places) > 12
    for each in places:
        window.setFocus()
        before = picture(each)
        each.setFocus()
        after = picture(each)
        differing = sum(
            before.pixel(x, y) != after.pixel(x, y) for x in range(before.width()) for y in range(0, before.height(), 2)
        )
        assert differing >= 20, f"{type(each).__name__} {each.accessibleName()}"


# --- how often ------------------------------------------------------------------------------------------------------


class Clock:
    """A clock that a test moves."""

    now_ms = 0

    def __init__(self) -> None:
        self._start: int | None = None

    def isValid(self) -> bool:
        return self._start is not None

    def elapsed(self) -> int:
        return Clock.now_ms - (self._start or 0)

    def restart(self) -> int:
        self._start = Clock.now_ms
        return 0


def test_a_stream_is_told_once_a_second_and_its_end_not_lost(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[int, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append((Clock.now_ms, event.message()))

    monkeypatch.setattr(spoken, "QElapsedTimer", Clock)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    widget, said = QWidget(), [""]
    qtbot.addWidget(widget)
    told = Spoken(widget, lambda: said[0], lambda: said[0].split()[0])
    described: list[tuple[int, str]] = []
    for tick in range(50):
        Clock.now_ms = 100 * tick
        said[0] = f"{tick % 3} {tick}"
        told.note()
        told._later.stop()  # the clock is the test's
        if not described or described[-1][1] != widget.accessibleDescription():
            described.append((Clock.now_ms, widget.accessibleDescription()))
    assert 4 <= len(heard) <= 5
    assert all(later - before >= spoken.SPOKEN_EVERY_MS for (before, _), (later, _) in pairwise(heard))
    assert [place for place, _ in described] == [0, 1000, 2000, 3000, 4000]
    said[0] = "the last"
    told.note()
    assert told._later.isActive(), "what came too early is told later"
    told._later.timeout.emit()
    told._later.stop()
    assert widget.accessibleDescription() == "the last"


def test_the_flicker_of_a_probability_is_not_said_aloud(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(spoken, "SPOKEN_EVERY_MS", 0)
    widget, said = QWidget(), ["3, 90% sure"]
    qtbot.addWidget(widget)
    told = Spoken(widget, lambda: said[0], lambda: said[0][0])
    for words in ("3, 90% sure", "3, 91% sure", "7, 50% sure", "7, 51% sure"):
        said[0] = words
        told.note()
        assert widget.accessibleDescription() == words
    assert heard == ["3, 90% sure", "7, 50% sure"]
