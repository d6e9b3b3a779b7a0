"""A line of time with a cursor on it: what two windows' foot bars have in common."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look

DRAG_MS = 66
"""At most so often a place is asked for while the cursor is dragged; the last one always is."""
CENTRE = int(Qt.AlignmentFlag.AlignCenter)

_AXIS_FONT = 15


class CursorLine(QWidget):
    """Draws once what stands still, and the cursor over it; takes the focus and looks like a slider to screen readers.

    A subclass says what stands still, where a time lies, where the cursor is, and what is asked for while that is
    dragged.
    """

    HEIGHT = 66
    ABOVE = 4
    """Room above the line itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.Slider)
        self._look = Look(DARK, 1.0)
        self._still: QPixmap | None = None
        self._timer = QTimer(self, singleShot=True, interval=DRAG_MS)
        self._timer.timeout.connect(self._on_timer)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @abstractmethod
    def x_of(self, time_s: float) -> float:
        """Where a time lies."""

    @abstractmethod
    def _cursor_s(self) -> float | None:
        """Return the time at which the cursor stands; None for no cursor."""

    @abstractmethod
    def _draw_still(self, painter: QPainter, line: QRectF) -> None:
        """Draw what stands still over the line's empty ground."""

    @abstractmethod
    def _ask(self) -> bool:
        """Ask for what is under the cursor; False where that was done before."""

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.redraw()

    def redraw(self) -> None:
        """Draw everything anew: size, colours or words have changed."""
        self._still = None
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(self.HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, line = QPainter(self), self._line()
        if self._still is None:
            self._still = self._fresh_still(line)
        painter.drawPixmap(0, 0, self._still)
        cursor_s = self._cursor_s()
        if cursor_s is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px, x = self._look.theme, self._look.px, self.x_of(cursor_s)
        painter.setPen(QPen(QColor(theme.state if self.hasFocus() else theme.text), px(3)))
        painter.drawLine(QLineF(x, line.top() - 2, x, line.bottom() + 2))
        painter.setBrush(painter.pen().color())
        painter.drawEllipse(QPointF(x, line.bottom() + 2), px(5), px(5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    def _line(self) -> QRectF:
        px = self._look.px
        above = px(self.ABOVE)
        return QRectF(px(4), above, self.width() - px(8), self.height() - above - px(5) - self._axis_px())

    def _axis_px(self) -> float:
        return QFontMetricsF(self._look.font(_AXIS_FONT)).height()

    def _fresh_still(self, line: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        still = QPixmap(self.size() * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(QColor(self._look.theme.card))
        painter = QPainter(still)
        painter.fillRect(line, QColor(self._look.theme.screen))
        self._draw_still(painter, line)
        painter.end()
        return still

    def _draw_axis(self, painter: QPainter, line: QRectF, places: list[tuple[float, str]]) -> None:
        """Write words below the line, each as near to its x as there is room."""
        painter.setFont(self._look.font(_AXIS_FONT))
        painter.setPen(QColor(self._look.theme.muted))
        for x, words in places:
            width = painter.fontMetrics().horizontalAdvance(words)
            left = min(max(0.0, x - width / 2), self.width() - width - 1.0)
            painter.drawText(QRectF(left, line.bottom() + self._look.px(5), width + 1, self._axis_px()), CENTRE, words)

    def _ask_soon(self) -> None:
        """Ask for what is under the cursor, now or when it is time to."""
        self.update()
        if not self._timer.isActive():
            self._on_timer()

    @Slot()
    def _on_timer(self) -> None:
        if self._ask():
            self._timer.start()
