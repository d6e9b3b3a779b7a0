"""One bar a class."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.insight import winner
from mmdesk.ui.elided import Elided
from mmdesk.ui.language import number_text
from mmdesk.ui.spoken import Spoken
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import percent

_MOST_ROWS = 10
_LEAST_PITCH = 20
# A class takes the row of another only when it is clearly the more probable: noise moves no rows.
_CLEARLY = 1.25
_LEAST_SHARE = 0.003


def placed(before: Sequence[int], probabilities: NDArray[np.float32], most: int) -> list[int]:
    """Return which classes stand in which rows, at most ``most``: the most probable, where they stood ``before``.

    One that stays keeps its row, and one that comes takes the row of one that goes. Where most go it is another moment,
    and the rows are in the model's own order again. The most probable class is always among them.
    """
    order = np.argsort(-probabilities, kind="stable")
    if len(order) <= most:
        return list(range(len(order)))
    rows = list(before) if len(before) == most else []
    for index in order[:most].tolist() if rows else []:
        if index in rows:
            continue
        weakest = min(rows, key=lambda shown: float(probabilities[shown]))
        asked = max(_CLEARLY * float(probabilities[weakest]), _LEAST_SHARE)
        if index == order[0] or float(probabilities[index]) > asked:
            rows[rows.index(weakest)] = index
    if 2 * len(set(rows) & set(before)) < most:
        return sorted(order[:most].tolist())
    return rows


class ProbabilityBars(QWidget):
    """Horizontal bars in the model's own order of classes, so that each keeps its place.

    Two columns where one would make them too small to read. Of more classes than ten, or than there is room for, the
    most probable are shown, each in the row it has (see `placed`), and below them what is left for the others.

    Attributes:
        labels: The class names.
        probabilities: (C,) summing to 1, or None when nothing was present: the tracks stay empty.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self.labels: tuple[str, ...] = ()
        self.probabilities: NDArray[np.float32] | None = None
        self._rows: list[int] = []
        self.elided = Elided(self)
        self._spoken = Spoken(self, self.words)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.update()

    def set_labels(self, labels: Sequence[str]) -> None:
        """Show empty tracks for these classes."""
        self.show_probabilities(labels, None)

    def show_probabilities(self, labels: Sequence[str], probabilities: NDArray[np.float32] | None) -> None:
        """Show (C,) probabilities."""
        if self.labels != tuple(labels) or probabilities is None:
            self._rows = []
        self.labels = tuple(labels)
        self.probabilities = probabilities
        self._spoken.note()
        self.update()

    def words(self) -> str:
        """What is drawn, in words: the most probable class first."""
        shares = sorted(((share, label) for label, share in self.rows() if share is not None), reverse=True)
        told = [f"{label}: {percent(share)}" for share, label in shares]
        return "; ".join([*told, *filter(None, [self.others()])])

    def rows(self) -> list[tuple[str, float | None]]:
        """What is drawn: label and probability, from top to bottom."""
        most = min(_MOST_ROWS, 2 * max(1, int(self.height() / self._look.px(_LEAST_PITCH))))
        if self.probabilities is None:
            return [(label, None) for label in self.labels[:most]]
        self._rows = placed(self._rows, self.probabilities, most)
        return [(self.labels[i], float(self.probabilities[i])) for i in self._rows]

    def others(self) -> str:
        """What is said of the classes without a row; empty where all have one."""
        if self.probabilities is None or len(self._rows) == len(self.labels):
            return ""
        left = max(0.0, 1.0 - float(self.probabilities[self._rows].sum()))
        count = number_text(len(self.labels) - len(self._rows))
        return self.tr("the other {count}: {share}").format(count=count, share=percent(left))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.elided.begin()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        rows = self.rows()
        if not rows:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = self.others()
        room = self.height() - (self._look.px(_LEAST_PITCH) if below else 0)
        columns = 2 if room / len(rows) < self._look.px(26) else 1
        lines = -(-len(rows) // columns)
        gap = self._look.px(22)
        width = (self.width() - gap * (columns - 1)) / columns
        pitch = min(room / lines, self._look.px(62))
        font = self._look.font(10, QFont.Weight.DemiBold)
        font.setPixelSize(max(9, int(min(pitch * 0.62, self._look.px(24 if columns == 1 else 17)))))
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        widest = max(metrics.horizontalAdvance(label) for label, _ in rows)
        label_width = min(widest + self._look.px(12), width * (0.4 if columns == 1 else 0.5))
        value_width = metrics.horizontalAdvance(percent(0.999)) + self._look.px(10)
        top = (room - pitch * lines) / 2
        answer = None if self.probabilities is None else winner(self.probabilities)
        best = None if answer is None else self.labels[answer]
        for row, (label, probability) in enumerate(rows):
            column, line = divmod(row, lines)
            area = QRectF(column * (width + gap), top + line * pitch, width, pitch)
            self._draw_row(painter, area, (label_width, value_width), label, probability, label == best)
        if below:
            painter.setFont(self._look.font(14))
            painter.setPen(QColor(self._look.theme.muted))
            strip = QRectF(0, top + pitch * lines, self.width(), self._look.px(_LEAST_PITCH))
            painter.drawText(strip, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, below)

    def _draw_row(
        self, painter: QPainter, area: QRectF, widths: tuple[float, float], label: str, share: float | None, best: bool
    ) -> None:
        theme = self._look.theme
        label_width, value_width = widths
        leading = best and share is not None
        painter.setPen(QColor(theme.text if leading else theme.muted))
        words = QRectF(area.left(), area.top(), label_width - self._look.px(10), area.height())
        short = self.elided.short(painter.fontMetrics(), label, words.width() + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, short)
        height = max(4.0, area.height() * 0.56)
        left, width = area.left() + label_width, area.width() - label_width - value_width
        track = QRectF(left, area.center().y() - height / 2, width, height)
        radius = min(height / 2, self._look.px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.track))
        painter.drawRoundedRect(track, radius, radius)
        if share is None:
            return
        if width * share >= 1:
            painter.setBrush(QColor(theme.answer if leading else theme.rest))
            edge = min(radius, width * share / 2)
            painter.drawRoundedRect(QRectF(left, track.top(), width * share, height), edge, edge)
        painter.setPen(QColor(theme.text if leading else theme.muted if share >= 0.005 else theme.rest))
        value = QRectF(track.right(), area.top(), value_width, area.height())
        painter.drawText(value, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, percent(share))
