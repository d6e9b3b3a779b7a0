"""A window behind another one of the program is not drawn, and drawn at once when it can be seen again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.ui.rest_while_covered import RestWhileCovered, covers, picture_of


class _Counting(QWidget):
    painted = 0

    def paintEvent(self, event: object) -> None:
        self.painted += 1


class _Hidden:
    """A window that rests behind another."""

    def __init__(self, qtbot: QtBot) -> None:
        self.main, self.central, self.other = QMainWindow(), _Counting(), QWidget()
        self.main.setCentralWidget(self.central)
        self.rest = RestWhileCovered(self.main, self.central)
        for window, place in ((self.main, QRect(100, 100, 300, 200)), (self.other, QRect(50, 50, 500, 400))):
            qtbot.addWidget(window)
            window.setGeometry(place)
            window.show()
            window.activateWindow()
            qtbot.waitUntil(lambda window=window: QApplication.activeWindow() is window)
            qtbot.waitUntil(lambda: self.central.painted > 0)
        qtbot.waitUntil(lambda: self.rest.rests)
        self.painted = self.central.painted


def test_what_is_hidden_is_not_drawn_until_it_is_seen(qtbot: QtBot) -> None:
    hidden = _Hidden(qtbot)
    hidden.central.update()
    qtbot.wait(50)
    assert hidden.central.painted == hidden.painted
    hidden.other.setGeometry(420, 100, 200, 200)  # beside it: drawn again, though the other is active still
    qtbot.waitUntil(lambda: hidden.central.painted > hidden.painted)
    assert not hidden.rest.rests


def test_the_window_in_use_is_drawn_whatever_lies_there(qtbot: QtBot) -> None:
    hidden = _Hidden(qtbot)
    hidden.main.activateWindow()
    qtbot.waitUntil(lambda: hidden.central.painted > hidden.painted)
    assert not hidden.rest.rests
    assert covers(hidden.other, hidden.main)  # it lies beneath now


def test_it_tells_before_it_is_drawn_again(qtbot: QtBot) -> None:
    hidden = _Hidden(qtbot)
    told: list[int] = []
    hidden.rest.waking.connect(lambda: told.append(hidden.central.painted))
    hidden.rest.wake()
    hidden.rest.wake()
    assert told == [hidden.painted]


def test_a_window_that_rests_can_have_its_picture_taken(qtbot: QtBot) -> None:
    hidden = _Hidden(qtbot)
    assert not picture_of(hidden.main).isNull()
    assert hidden.central.painted == hidden.painted + 1


@pytest.mark.parametrize(
    ("place", "hides"),
    [
        (QRect(100, 100, 300, 200), True),
        (QRect(101, 100, 300, 200), False),
        (QRect(0, 0, 250, 800), False),
        (QRect(150, 150, 50, 50), False),
    ],
)
def test_only_what_lies_over_all_of_it_hides_a_window(qtbot: QtBot, place: QRect, hides: bool) -> None:
    lower, upper = QWidget(), QWidget()
    for window, where in ((lower, QRect(100, 100, 300, 200)), (upper, place)):
        qtbot.addWidget(window)
        window.setGeometry(where)
        window.show()
    assert covers(upper, lower) is hides
    assert not covers(lower, lower)
    assert not covers(None, lower)
    upper.hide()
    assert not covers(upper, lower)


def test_what_is_beyond_the_screen_needs_no_cover(qtbot: QtBot) -> None:
    lower, upper = QWidget(), QWidget()
    edge = lower.screen().geometry().right() + 1
    for window, where in ((lower, QRect(edge - 200, 100, 300, 200)), (upper, QRect(edge - 200, 100, 200, 200))):
        qtbot.addWidget(window)
        window.setGeometry(where)
        window.show()
    assert covers(upper, lower)
