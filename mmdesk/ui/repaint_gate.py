"""Repaints no more often than needed."""

from __future__ import annotations

from itertools import cycle

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QWidget

_TURNS_MS = cycle((0, 4, 8, 12, 16, 20))


class RepaintGate(QObject):
    """Lets a widget be updated at most once an interval, and always once more after the last request.

    One prediction asks a dozen widgets to repaint. Painted in one go they would keep the window from its work for twice
    as long as the longest of them, so each gate waits a few milliseconds longer than the one made before it. What
    stands beside the answer and tells of the same tick has no gate: it is painted in the same pass as the answer.

    Attributes:
        interval_ms: Shortest time between two repaints it asks for.
    """

    def __init__(self, widget: QWidget, interval_ms: int = 66) -> None:
        super().__init__(widget)
        self._widget = widget
        self.interval_ms = interval_ms
        self._turn_ms = next(_TURNS_MS)
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._repaint)

    def request(self) -> None:
        """Ask for a repaint: in a few milliseconds if the last one is old enough, else when it will be."""
        if self._timer.isActive() or not self._widget.isVisible():
            return
        elapsed = self._since.elapsed() if self._since.isValid() else self.interval_ms
        self._timer.start(max(int(self.interval_ms - elapsed), self._turn_ms))

    def _repaint(self) -> None:
        self._since.restart()
        self._widget.update()
