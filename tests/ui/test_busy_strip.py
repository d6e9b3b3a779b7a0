"""Long work is told of, once it is long, and ended by a press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.ui.busy_strip import BusyStrip
from tests.ui.accessible_tree import lacking

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def strip(qtbot: QtBot) -> BusyStrip:
    window, strip = QWidget(), BusyStrip()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(strip)
    window.show()
    strip.window_of_test = window  # type: ignore[attr-defined]
    return strip


def test_it_comes_after_a_moment_and_goes_with_the_work(qtbot: QtBot, strip: BusyStrip) -> None:
    strip.show_work("flowers", None)
    assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible)
    assert (strip.bar.minimum(), strip.bar.maximum()) == (0, 0), "how long it takes is not known yet"
    strip.show_work("flowers", 0.25)
    assert strip.bar.value() / strip.bar.maximum() == 0.25
    assert lacking(strip.window()) == []
    strip.end()
    assert not strip.isVisible()


def test_what_is_over_at_once_is_never_seen(qtbot: QtBot, strip: BusyStrip) -> None:
    strip.show_work("flowers", None)
    strip.end()
    qtbot.wait(400)
    assert not strip.isVisible()


def test_it_is_cancelled_once(qtbot: QtBot, strip: BusyStrip) -> None:
    strip.show_work("flowers", 0.1)
    qtbot.waitUntil(strip.isVisible)
    with qtbot.waitSignal(strip.cancel_wanted):
        qtbot.mouseClick(strip.cancel_button, Qt.MouseButton.LeftButton)
    assert not strip.cancel_button.isEnabled()
    strip.end()
    strip.show_work("roses", None)
    assert strip.cancel_button.isEnabled()
    strip.end()
