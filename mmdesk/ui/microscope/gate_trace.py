"""The weights in force beside the model's own over the last half minute."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.modality import MODALITIES
from mmdesk.core.prediction import Prediction
from mmdesk.ui.panels.strip import SHOWN_S
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import percent

_CAPACITY = 1024
_LONGEST_STEP_S = 1.0
_MOST_POINTS = 250
_TICK_S = 10


class GateTrace(QWidget):
    """Thick lines for the weights in force, thin ones for the model's own wherever the two part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._times_s = np.zeros(_CAPACITY)
        self._rows = np.full((_CAPACITY, 2, len(MODALITIES)), np.nan, dtype=np.float32)
        self._count = 0
        self._axes: QPixmap | None = None
        # Six long lines cost 4 ms; they move by 6 pixels in this time.
        self._gate = RepaintGate(self, 180)
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
        """Remember the weights of a prediction, or that there were none."""
        if self._count and prediction.time_s < self._times_s[(self._count - 1) % _CAPACITY]:
            self.forget()  # time ran backwards: a session that starts again
        place = self._count % _CAPACITY
        insight = prediction.insight
        self._times_s[place] = prediction.time_s
        self._rows[place] = np.nan
        if insight is not None and insight.shown.weights is not None and insight.own.weights is not None:
            self._rows[place] = [[view.weight(m) for m in MODALITIES] for view in (insight.shown, insight.own)]
        self._count += 1
        self._gate.request()

    def forget(self) -> None:
        """Forget everything."""
        self._count = 0
        self.update()

    def segments(self) -> list[tuple[NDArray[np.float64], NDArray[np.float32]]]:
        """The stretches without a gap: ages (n,) in seconds, at most `SHOWN_S`, and weights (n, 2, M).

        The first of the two is in force, the second the model's own.
        """
        if not self._count:
            return []
        order = np.arange(max(0, self._count - _CAPACITY), self._count) % _CAPACITY
        ages = self._times_s[order[-1]] - self._times_s[order]
        order, ages = order[ages <= SHOWN_S], ages[ages <= SHOWN_S]
        rows = self._rows[order]
        held = ~np.isnan(rows[:, 0, 0])
        breaks = np.flatnonzero((-np.diff(ages) > _LONGEST_STEP_S) | (held[1:] != held[:-1])) + 1
        stretches = np.split(np.arange(len(order)), breaks)
        return [(ages[places], rows[places]) for places in stretches if held[places[0]]]

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(120))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(84))

    def _plot_area(self) -> QRectF:
        metrics = QFontMetricsF(self._look.font(15))
        left = metrics.horizontalAdvance(percent(1.0)) + self._look.px(12)
        half = metrics.height() / 2
        return QRectF(self.rect()).adjusted(left, half, -self._look.px(2), -metrics.height() - self._look.px(3))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        plot = self._plot_area()
        if self._axes is None:
            self._axes = self._drawn_axes(plot)
        painter.drawPixmap(0, 0, self._axes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ages, rows in self.segments():
            step = max(1, len(ages) // _MOST_POINTS)
            # Counted from the newest, so that the thinned lines do not crawl.
            self._draw_lines(painter, plot, ages[::-1][::step][::-1], rows[::-1][::step][::-1])

    def _draw_lines(
        self, painter: QPainter, plot: QRectF, ages: NDArray[np.float64], rows: NDArray[np.float32]
    ) -> None:
        x = plot.right() - ages / SHOWN_S * plot.width()
        parted = np.abs(rows[:, 0] - rows[:, 1]).max() > 1e-3
        for modality in MODALITIES:
            for which, width in ((1, 1.5), (0, 3.0)) if parted else ((0, 3.0),):
                colour = self._look.colour(modality)
                if which:
                    colour.setAlpha(190)
                painter.setPen(QPen(colour, width * self._look.scale))
                y = plot.bottom() - rows[:, which, modality.column] * plot.height()
                painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(x, y, strict=True)]))

    def _drawn_axes(self, plot: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        axes = QPixmap(self.size() * ratio)
        axes.setDevicePixelRatio(ratio)
        axes.fill(Qt.GlobalColor.transparent)
        painter = QPainter(axes)
        theme, px = self._look.theme, self._look.px
        painter.fillRect(plot, QColor(theme.screen))
        painter.setFont(self._look.font(15))
        height = painter.fontMetrics().height()
        grid = QColor(theme.text)
        grid.setAlpha(38)
        right, centre = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
        for share in (0.0, 0.5, 1.0):
            y = plot.bottom() - share * plot.height()
            painter.setPen(QPen(grid, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            area = QRectF(0, y - height / 2, plot.left() - px(8), height)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | right, percent(share))
        for age in range(0, int(SHOWN_S) + 1, _TICK_S):
            x = plot.right() - age / SHOWN_S * plot.width()
            painter.setPen(QPen(grid, 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(QColor(theme.muted))
            words = self.tr("−{seconds} s").format(seconds=age) if age else self.tr("now")
            area = QRectF(x - 100, plot.bottom() + px(3), 200, height)
            if not age:
                area = QRectF(x - 200, area.top(), 200, height)
            painter.drawText(area, right if not age else centre, words)
        painter.end()
        return axes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._axes = None
