"""Windows that keys reach."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Give a shown window the keyboard: where no window manager runs, nobody else does, and shortcuts sleep."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
