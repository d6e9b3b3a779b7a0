"""Repaints no more often than needed."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QWidget


class RepaintGate(QObject):
    """Lets a widget be updated at most once an interval, and always once more after the last request.

    Attributes:
        interval_ms: Shortest time between two repaints it asks for.
    """

    def __init__(self, widget: QWidget, interval_ms: int = 66) -> None:
        super().__init__(widget)
        self._widget = widget
        self.interval_ms = interval_ms
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._repaint)

    def request(self) -> None:
        """Ask for a repaint: now if the last one is old enough, else when it will be."""
        if self._timer.isActive() or not self._widget.isVisible():
            return
        elapsed = self._since.elapsed() if self._since.isValid() else self.interval_ms
        if elapsed >= self.interval_ms:
            self._repaint()
        else:
            self._timer.start(int(self.interval_ms - elapsed))

    def _repaint(self) -> None:
        self._since.restart()
        self._widget.update()
