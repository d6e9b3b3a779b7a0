"""How often a taught model is right, as bars with their intervals: all inputs together, and each alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.teaching_report import HeldOut
from mmdesk.ui.elided import Elided
from mmdesk.ui.language import number_text
from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import percent


class AccuracyRow(NamedTuple):
    """One bar.

    Attributes:
        name: What stands before it.
        held_out: What it shows; None where nothing was measured.
        place: The input's, which gives the colour; None for all together.
    """

    name: str
    held_out: HeldOut | None
    place: int | None


class AccuracyBars(QWidget):
    """A row each: name, bar with the interval over it, percent and the number of samples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.Chart)
        self._look = Look(DARK, 1.0)
        self.rows: Sequence[AccuracyRow] = ()
        self.elided = Elided(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_rows(self, rows: Sequence[AccuracyRow]) -> None:
        """Show these."""
        self.rows = rows
        self.setAccessibleDescription("; ".join(f"{row.name} {self.figures(row)}" for row in rows))
        self.updateGeometry()
        self.update()

    def figures(self, row: AccuracyRow) -> str:
        """The words behind a bar."""
        if row.held_out is None or not row.held_out.total:
            return "–"
        low, high = round(100 * row.held_out.low), round(100 * row.held_out.high)
        words = self.tr("{share} ({low}–{high}%) of {count}")
        count = number_text(row.held_out.total)
        return words.format(share=percent(row.held_out.share), low=low, high=high, count=count)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(360), self._look.px(26) * max(1, len(self.rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.elided.begin()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch, gap = self._look.px(26), self._look.px(10)
        plain, bold = self._look.font(15), self._look.font(15, QFont.Weight.DemiBold)
        widest = max((QFontMetricsF(bold).horizontalAdvance(row.name) for row in self.rows), default=0.0)
        names = min(widest + 2, self.width() * 0.3)
        figures = max((QFontMetricsF(bold).horizontalAdvance(self.figures(row)) for row in self.rows), default=0.0)
        for place, row in enumerate(self.rows):
            area = QRectF(0, place * pitch, self.width(), pitch)
            painter.setFont(bold if row.place is None else plain)
            painter.setPen(QColor(self._look.theme.text if row.place is None else self._look.theme.muted))
            short = self.elided.short(painter.fontMetrics(), row.name, names)
            centred = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(QRectF(0, area.top(), names, pitch), centred, short)
            painter.drawText(QRectF(area.right() - figures, area.top(), figures + 2, pitch), centred, self.figures(row))
            bar = QRectF(names + gap, area.center().y() - self._look.px(6), 0, self._look.px(12))
            bar.setRight(area.right() - figures - gap)
            self._draw_bar(painter, bar, row)

    def _draw_bar(self, painter: QPainter, bar: QRectF, row: AccuracyRow) -> None:
        theme, radius = self._look.theme, bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.track))
        painter.drawRoundedRect(bar, radius, radius)
        if row.held_out is None or not row.held_out.total:
            return
        painter.setBrush(QColor(theme.answer) if row.place is None else self._look.colour(row.place))
        filled = QRectF(bar.left(), bar.top(), bar.width() * row.held_out.share, bar.height())
        edge = min(radius, filled.width() / 2)
        painter.drawRoundedRect(filled, edge, edge)
        # The interval: a thin line with ends, over the bar and readable on it and beside it.
        low, high = (bar.left() + bar.width() * each for each in (row.held_out.low, row.held_out.high))
        middle = bar.center().y()
        for colour, width in ((theme.card, self._look.px(5)), (theme.muted, self._look.px(2))):
            painter.setPen(QPen(QColor(colour), width))
            lines = [QLineF(low, middle, high, middle)]
            lines += [QLineF(x, bar.top() + 1, x, bar.bottom() - 1) for x in (low, high)]
            painter.drawLines(lines)
