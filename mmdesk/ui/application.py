"""The Qt application."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from mmdesk.ui.fonts import font_families


class Application(QApplication):
    """Hears of files opened from macOS's Finder, which sends events where other systems pass arguments.

    Signals:
        file_opened: The file's path.
    """

    file_opened = Signal(str)

    def __init__(self, arguments: Sequence[str]) -> None:
        QApplication.setApplicationName("mmdesk")
        QApplication.setDesktopFileName("mmdesk")  # by which window managers find the icon
        super().__init__(list(arguments))
        font = self.font()
        font.setFamilies(font_families())
        self.setFont(font)

    def event(self, event: QEvent) -> bool:
        """Take the events about files; leave all others to Qt."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(event.file())
            return True
        return super().event(event)
