"""A window that lies behind another one of the program is not drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

_INTERVAL_MS = 100


class RestWhileCovered(QObject):
    """Draws nothing of a window as long as another window of the program hides all of it.

    Most systems tell no program that its window is hidden, and drawing it all the same takes the time in which the
    window that is seen could have been drawn. What is shown meanwhile is remembered, and drawn when the window can be
    seen again: a tenth of a second later at most.

    Args:
        window: Rests.
        content: Its central widget.

    Signals:
        waking: It will be drawn again.
    """

    waking = Signal()

    def __init__(self, window: QMainWindow, content: QWidget) -> None:
        super().__init__(window)
        self._content = content
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self.look)
        # Where windows lie is not told there.
        if not QGuiApplication.platformName().startswith("wayland"):
            window.installEventFilter(self)

    @property
    def rests(self) -> bool:
        """Whether nothing is drawn at this moment."""
        return not self._content.updatesEnabled()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            self._timer.stop()
            self.look()
        elif event.type() is QEvent.Type.WindowDeactivate:
            self._timer.start()  # which window is active instead is known a little later
        return super().eventFilter(watched, event)

    @Slot()
    def look(self) -> None:
        """See whether the window is hidden now."""
        covered = covers(QApplication.activeWindow(), self._content)
        if not covered:
            self.wake()
        elif not self.rests:
            self._content.setUpdatesEnabled(False)

    def wake(self) -> None:
        """Draw until the window is next seen to be hidden."""
        if self.rests:
            self.waking.emit()
            self._content.setUpdatesEnabled(True)


def covers(upper: QWidget | None, lower: QWidget) -> bool:
    """Whether one window of the program lies over all that could be seen of something in another.

    Args:
        upper: The active window, which lies on top; None where another program's is.
        lower: A widget of any window.
    """
    if upper is None or upper is lower.window() or upper.isMinimized() or not upper.isVisible():
        return False
    if lower.screen() != upper.screen() or upper.windowOpacity() < 1:
        return False
    seen = QRect(lower.mapToGlobal(QPoint()), lower.size()).intersected(lower.screen().geometry())
    return QRect(upper.mapToGlobal(QPoint()), upper.size()).contains(seen)


def picture_of(widget: QWidget) -> QImage:
    """Take a picture of a widget, of a window that rests too."""
    wake(widget)
    return widget.grab().toImage()


def wake(widget: QWidget) -> None:
    """Let a widget's window be drawn until it is next seen to be hidden."""
    for rest in widget.window().findChildren(RestWhileCovered):
        rest.wake()
