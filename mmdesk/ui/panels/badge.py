"""The pill that says whether an input counts, and why not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look


class Badge(QWidget):
    """Words in a pill: filled with a colour when the thing holds, an outline with a hollow dot when it does not.

    Attributes:
        words: What it says.
        filled: Whether it holds.
        belongs_to: Gives what it is said of, for screen readers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.StaticText)
        self.words = ""
        self.filled = False
        self.belongs_to: Callable[[], str] = str
        self._colour = ""
        self._ink = ""
        self._look = Look(DARK, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def say(self, words: str, colour: str, ink: str, *, filled: bool) -> None:
        """Show words in a colour ("#rrggbb"), with ink on it when filled; nothing at all for no words."""
        state = (words, colour, ink, filled)
        if state == (self.words, self._colour, self._ink, self.filled):
            return
        resized = words != self.words
        self.words, self._colour, self._ink, self.filled = state
        self.setVisible(bool(words))
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.belongs_to())
        if resized:
            self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return self._look.font(16, QFont.Weight.DemiBold)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._font()).horizontalAdvance(self.words) + self._look.px(38)
        return QSize(round(width), self._look.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour))
        else:
            painter.setPen(QPen(QColor(theme.line), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        ink = QColor(self._ink if self.filled else theme.muted)
        dot = self._look.px(8)
        spot = QRectF(area.left() + self._look.px(11), area.center().y() - dot / 2, dot, dot)
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(ink if self.filled else QColor(0, 0, 0, 0))
        painter.drawEllipse(spot)
        painter.setFont(self._font())
        words_area = area.adjusted(self._look.px(26), 0, 0, 0)
        painter.drawText(words_area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.words)
