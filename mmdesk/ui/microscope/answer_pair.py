"""The answer as it is beside the answer to the perturbed inputs."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.insight import Outcome
from mmdesk.ui.elided import Elided
from mmdesk.ui.spoken import Spoken
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import percent


class AnswerCell(NamedTuple):
    """What is written of one answer: its caption, its label and its probability."""

    caption: str
    label: str
    share: str


class AnswerPair(QWidget):
    """One answer, or two with an arrow between; a changed answer is framed and said so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._original: Outcome | None = None
        self._shown: Outcome | None = None
        self.elided = Elided(self)
        self._spoken = Spoken(self, self.words, role=QAccessible.Role.StaticText)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_answers(self, original: Outcome | None, shown: Outcome | None) -> None:
        """Show the answer before any perturbation (None when there was none) and the one that is given now."""
        if (original, shown) != (self._original, self._shown):
            self._original, self._shown = original, shown
            self._spoken.note()
            self.update()

    def cells(self) -> list[AnswerCell]:
        """What is written, answer by answer."""
        if self._original is None:
            return [self._cell(self.tr("as it is"), self._shown)]
        return [self._cell(self.tr("as it is"), self._original), self._cell(self.tr("perturbed"), self._shown)]

    def words(self) -> str:
        """Both answers in one line."""
        return "; ".join(f"{cell.caption}: {cell.label} {cell.share}".rstrip() for cell in self.cells())

    @property
    def changed(self) -> bool:
        """Whether the perturbation has changed the answer."""
        return self._original is not None and self._shown is not None and self._original.label != self._shown.label

    def _cell(self, caption: str, outcome: Outcome | None) -> AnswerCell:
        if outcome is None:
            return AnswerCell(self.tr("no answer"), "–", "")
        return AnswerCell(caption, outcome.label or "–", percent(outcome.confidence))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(54))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.elided.begin()
        painter = QPainter(self)
        theme, px = self._look.theme, self._look.px
        painter.fillRect(self.rect(), QColor(theme.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells = self.cells()
        gap = px(44)
        width = (self.width() - gap) / 2
        for number, cell in enumerate(cells):
            area = QRectF(number * (width + gap), 0, width, self.height()).adjusted(1, 1, -1, -1)
            self._draw_cell(painter, area, cell, framed=number > 0 and self.changed)
        if len(cells) > 1:
            self._draw_arrow(painter, QPointF(width + gap / 2, self.height() / 2))

    def _draw_cell(self, painter: QPainter, area: QRectF, cell: AnswerCell, *, framed: bool) -> None:
        theme, px = self._look.theme, self._look.px
        caption, label, share = cell
        painter.setPen(QPen(QColor(theme.state), px(2)) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.screen))
        painter.drawRoundedRect(area, px(9), px(9))
        inside = area.adjusted(px(14), 0, -px(14), 0)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font(17))
        painter.setPen(QColor(theme.state if framed else theme.muted))
        words = self.tr("perturbed: different answer") if framed else caption
        painter.drawText(inside, middle | left, words)
        used = QFontMetricsF(painter.font()).horizontalAdvance(words) + px(14)
        painter.setFont(self._look.font(23, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        painter.drawText(inside, middle | right, share)
        share_width = QFontMetricsF(painter.font()).horizontalAdvance(share) + px(14)
        painter.setFont(self._look.font(32, QFont.Weight.Bold))
        painter.setPen(QColor(theme.answer))
        room = inside.adjusted(used, 0, -share_width, 0)
        short = self.elided.short(QFontMetricsF(painter.font()), label, room.width())
        painter.drawText(room, middle | right, short)

    def _draw_arrow(self, painter: QPainter, centre: QPointF) -> None:
        px = self._look.px
        painter.setPen(QPen(QColor(self._look.theme.muted), px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        tip = centre + QPointF(px(11), 0)
        painter.drawLine(centre - QPointF(px(11), 0), tip)
        for side in (-1, 1):
            painter.drawLine(tip, tip + QPointF(-px(7), side * px(7)))
