"""A window behind another one of the program is not drawn, and drawn at once when it can be seen again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.ui.rest_while_covered import RestWhileCovered, covers, picture_of


class _Counting(QWidget):
    painted = 0

    def paintEvent(self, event: object) -> None:
        self.painted += 1


def _main(qtbot: QtBot) -> tuple[QMainWindow, _Counting, RestWhileCovered]:
    main, central = QMainWindow(), _Counting()
    main.setCentralWidget(central)
    rest = RestWhileCovered(main, central)
    qtbot.addWidget(main)
    main.setGeometry(100, 100, 300, 200)
    main.show()
    main.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is main and central.painted > 0)
    return main, central, rest


def _other(qtbot: QtBot, place: QRect) -> QWidget:
    other = QWidget()
    qtbot.addWidget(other)
    other.setGeometry(place)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is other)
    return other


def test_what_is_hidden_is_not_drawn_until_it_is_seen(qtbot: QtBot) -> None:
    _main_window, central, rest = _main(qtbot)
    other = _other(qtbot, QRect(50, 50, 500, 400))
    qtbot.waitUntil(lambda: rest.rests)
    before = central.painted
    central.update()
    qtbot.wait(50)
    assert central.painted == before
    other.setGeometry(420, 100, 200, 200)  # beside it: drawn again, though the other is active still
    qtbot.waitUntil(lambda: central.painted > before)
    assert not rest.rests


def test_the_window_in_use_is_drawn_whatever_lies_there(qtbot: QtBot) -> None:
    main, central, rest = _main(qtbot)
    other = _other(qtbot, QRect(50, 50, 500, 400))
    qtbot.waitUntil(lambda: rest.rests)
    before = central.painted
    main.activateWindow()
    qtbot.waitUntil(lambda: central.painted > before)
    assert not rest.rests
    assert covers(other, main)  # it lies beneath now


def test_a_window_that_rests_can_have_its_picture_taken(qtbot: QtBot) -> None:
    main, central, rest = _main(qtbot)
    central.setStyleSheet("background: #ff0000")
    central.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    other = _other(qtbot, QRect(50, 50, 500, 400))
    qtbot.waitUntil(lambda: rest.rests)
    before = central.painted
    assert not picture_of(main).isNull()
    assert central.painted == before + 1
    assert other.isVisible()


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
