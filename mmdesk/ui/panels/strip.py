"""The attention weights of the last half minute, stacked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.modality import MODALITIES
from mmdesk.core.prediction import Prediction
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import percent

SHOWN_S = 30.0
_CAPACITY = 2048
_LONGEST_STEP_S = 1.0
_TICK_S = 10


class WeightStrip(QWidget):
    """Stacked areas that fill the height wherever there was a prediction with weights, and gaps where not.

    A row of NaN in the ring stands for a prediction without weights. Steps longer than a second are gaps too.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._times_s = np.zeros(_CAPACITY)
        self._weights = np.full((_CAPACITY, len(MODALITIES)), np.nan, dtype=np.float32)
        self._count = 0
        self._defined = True
        self._axes: QPixmap | None = None
        self._gate = RepaintGate(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Whoever shows it leaves it out where it has no room.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.forget_axes()

    def forget_axes(self) -> None:
        """Draw the axes anew: their size, colours or words have changed."""
        self._axes = None
        self.update()

    def append(self, prediction: Prediction) -> None:
        """Remember a prediction's weights, or that there were none."""
        if self._count and prediction.time_s < self._times_s[(self._count - 1) % _CAPACITY]:
            self.forget()  # time ran backwards: a session that starts again
        place = self._count % _CAPACITY
        self._times_s[place] = prediction.time_s
        self._weights[place] = [np.nan if (share := prediction.weight(m)) is None else share for m in MODALITIES]
        self._defined = prediction.weights_defined
        self._count += 1
        self._gate.request()

    def forget(self) -> None:
        """Forget everything."""
        self._count = 0
        self.update()

    def segments(self) -> list[tuple[NDArray[np.float64], NDArray[np.float32]]]:
        """The stretches without a gap: ages (n,) in seconds, at most `SHOWN_S`, and cumulated weights (n, M).

        The last column of the cumulated weights is 1 wherever something is drawn.
        """
        if not self._count:
            return []
        order = np.arange(max(0, self._count - _CAPACITY), self._count) % _CAPACITY
        ages = self._times_s[order[-1]] - self._times_s[order]
        order, ages = order[ages <= SHOWN_S], ages[ages <= SHOWN_S]
        weights = self._weights[order]
        held = ~np.isnan(weights[:, 0])
        breaks = np.flatnonzero((-np.diff(ages) > _LONGEST_STEP_S) | (held[1:] != held[:-1])) + 1
        stretches = np.split(np.arange(len(order)), breaks)
        return [(ages[rows], np.cumsum(weights[rows], axis=1)) for rows in stretches if held[rows[0]]]

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(360), self._look.px(110))

    def _plot_area(self) -> QRectF:
        metrics = QFontMetricsF(self._look.font(14))
        left = metrics.horizontalAdvance(percent(1.0)) + self._look.px(12)
        half = metrics.height() / 2
        return QRectF(self.rect()).adjusted(left, half, -self._look.px(2), -metrics.height() - self._look.px(5))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        plot = self._plot_area()
        painter.fillRect(plot, QColor(self._look.theme.screen))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ages, heights in self.segments():
            self._draw_segment(painter, plot, ages, heights)
        if self._axes is None:
            self._axes = self._drawn_axes(plot)
        painter.drawPixmap(0, 0, self._axes)
        if not self._defined:
            self._draw_note(painter, plot, self.tr("not defined for this way of fusing"))
        elif not self._count:
            self._draw_note(painter, plot, self.tr("the weights of the last half minute will run here"))

    def _draw_segment(
        self, painter: QPainter, plot: QRectF, ages: NDArray[np.float64], heights: NDArray[np.float32]
    ) -> None:
        x = plot.right() - ages / SHOWN_S * plot.width()
        if len(x) == 1:
            x, heights = np.array([x[0] - 1.5, x[0]]), np.repeat(heights, 2, axis=0)
        floor = np.full(len(x), plot.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        # Without antialiasing, at a third of the cost: the separating lines cover the steps.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        # From the top down, each area reaching to the floor: neighbours then share an edge without a seam.
        for modality in reversed(MODALITIES):
            y = plot.bottom() - heights[:, modality.column] * plot.height()
            outline = [QPointF(a, b) for a, b in zip(x, y, strict=True)]
            outline += [QPointF(x[-1], floor[-1]), QPointF(x[0], floor[0])]
            painter.setBrush(self._look.colour(modality))
            painter.drawPolygon(QPolygonF(outline))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.screen), 1))
        for modality in MODALITIES[:-1]:
            y = plot.bottom() - heights[:, modality.column] * plot.height()
            painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(x, y, strict=True)]))

    def _drawn_axes(self, plot: QRectF) -> QPixmap:
        """Grid and words on a transparent ground; text costs more to draw than everything else here."""
        ratio = self.devicePixelRatioF()
        axes = QPixmap(self.size() * ratio)
        axes.setDevicePixelRatio(ratio)
        axes.fill(Qt.GlobalColor.transparent)
        painter = QPainter(axes)
        theme = self._look.theme
        painter.setFont(self._look.font(14))
        height = painter.fontMetrics().height()
        grid = QColor(theme.text)
        grid.setAlpha(38)
        right, centre = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
        for share in (0.0, 0.5, 1.0):
            y = plot.bottom() - share * plot.height()
            painter.setPen(QPen(grid, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            area = QRectF(0, y - height / 2, plot.left() - self._look.px(8), height)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | right, percent(share))
        for age in range(0, int(SHOWN_S) + 1, _TICK_S):
            x = plot.right() - age / SHOWN_S * plot.width()
            painter.setPen(QPen(grid, 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(QColor(theme.muted))
            words = self.tr("−{seconds} s").format(seconds=age) if age else self.tr("now")
            area = QRectF(x - 100, plot.bottom() + self._look.px(5), 200, height)
            if not age:
                area = QRectF(x - 200, area.top(), 200, height)
            painter.drawText(area, right if not age else centre, words)
        painter.end()
        return axes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._axes = None

    def _draw_note(self, painter: QPainter, plot: QRectF, words: str) -> None:
        painter.setFont(self._look.font(18))
        painter.setPen(QColor(self._look.theme.muted))
        painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, words)
