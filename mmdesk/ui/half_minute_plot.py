"""Shares of the inputs over the last half minute: memory, stretches, axes and repainting of every such plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.spoken import Spoken
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import input_name, percent

SHOWN_S = 30.0
LONGEST_STEP_S = 1.0
"""Time between two ticks from which it is a gap."""

CAPACITY = 2048
_TICK_S = 10


class HalfMinutePlot(QWidget):
    """Remembers an array of shares for every tick and draws them, from 30 s ago to now, between axes or without.

    A subclass hands over its arrays with `remember` and draws each stretch without a gap in `draw_stretch`. NaN in the
    ring stands for a tick without shares. Steps longer than a second are gaps too.

    Attributes:
        font_px: Size of the words at the axes.
        gap_px: Between the plot and the words below it.
        smallest_px: Width and height below which it says nothing.
        interval_ms: Shortest time between two repaints; None for the gate's own.
        most_points: Points of a stretch above which it is thinned.
        has_axes: Whether there are axes.
        axes_on_top: Whether the axes are drawn over the shares, or below them.
    """

    font_px = 14
    gap_px = 5
    smallest_px = (360, 110)
    interval_ms: int | None = None
    most_points = CAPACITY
    has_axes = True
    axes_on_top = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._times_s = np.zeros(CAPACITY)
        self._rows = np.full((CAPACITY, 1), np.nan, dtype=np.float32)
        self._count = 0
        self._axes: QPixmap | None = None
        self._names: tuple[str, ...] = ()
        self._spoken = Spoken(self, self.words)
        self._gate = RepaintGate(self) if self.interval_ms is None else RepaintGate(self, self.interval_ms)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Whoever shows it leaves it out where it has no room.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.forget_axes()

    def forget_axes(self) -> None:
        """Draw the axes anew: their size, colours or words have changed."""
        self._axes = None
        self.update()

    def shape_for(self, *shape: int) -> None:
        """Take arrays of this shape from now on; what was remembered of another one is forgotten."""
        if shape != self._rows.shape[1:]:
            self._rows = np.full((CAPACITY, *shape), np.nan, dtype=np.float32)
            self.forget()

    def remember(self, time_s: float, row: ArrayLike) -> int:
        """Add the shares of a tick, NaN for none; return its index among the `CAPACITY` that are remembered."""
        if self._count and time_s < self._times_s[(self._count - 1) % CAPACITY]:
            self.forget()  # time ran backwards: a session that starts again
        index = self._count % CAPACITY
        self._times_s[index], self._rows[index] = time_s, row
        self._count += 1
        self._gate.request()
        self._spoken.note()
        return index

    def name_inputs(self, names: Sequence[str]) -> None:
        """Whose shares they are."""
        self._names = tuple(names)

    def words(self) -> str:
        """The newest shares in words, or why there are none."""
        if self._count:
            row = self._rows[(self._count - 1) % CAPACITY]
            shares = row if row.ndim == 1 else row[0]
            if not np.isnan(shares).any():
                told = zip(self._names, shares.tolist(), strict=False)
                return "; ".join(f"{input_name(name)}: {percent(share)}" for name, share in told)
        return self.note()

    def forget(self) -> None:
        """Forget everything."""
        self._count = 0
        self.update()

    def shown(self) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """The ticks of the half minute, oldest first: their indices (n,) and their ages (n,) in seconds."""
        order = np.arange(max(0, self._count - CAPACITY), self._count) % CAPACITY
        ages = self._times_s[order[-1:]] - self._times_s[order]
        return order[ages <= SHOWN_S], ages[ages <= SHOWN_S]

    def segments(self) -> list[tuple[NDArray[np.float64], NDArray[np.float32]]]:
        """The stretches without a gap: ages (n,) in seconds, at most `SHOWN_S`, and shares (n, *shape)."""
        order, ages = self.shown()
        if not len(order):
            return []
        rows = self._rows[order]
        known = ~np.isnan(rows.reshape(len(rows), -1)[:, 0])
        breaks = np.flatnonzero((-np.diff(ages) > LONGEST_STEP_S) | (known[1:] != known[:-1])) + 1
        stretches = np.split(np.arange(len(order)), breaks)
        return [(ages[each], rows[each]) for each in stretches if known[each[0]]]

    def draw_stretch(
        self, painter: QPainter, plot: QRectF, x: NDArray[np.float64], shares: NDArray[np.float32]
    ) -> None:
        """Draw shares (n, *shape) at ``x`` (n,) in pixels; of the plot, the lower edge is 0 and the upper 1."""
        raise NotImplementedError

    def note(self) -> str:
        """What is said in the middle of the plot; empty for nothing."""
        return ""

    def plot_area(self) -> QRectF:
        """Where the shares are drawn: what the words at the axes leave."""
        metrics = QFontMetricsF(self._look.font(self.font_px))
        px = self._look.px
        left = metrics.horizontalAdvance(percent(1.0)) + px(12)
        return QRectF(self.rect()).adjusted(left, metrics.height() / 2, -px(2), -metrics.height() - px(self.gap_px))

    def draw_words(self, painter: QPainter, plot: QRectF) -> None:
        """Write into the finished plot: its note, where it has one."""
        if words := self.note():
            painter.setFont(self._look.font(18))
            ground = QRectF(painter.boundingRect(plot, Qt.AlignmentFlag.AlignCenter, words))
            painter.fillRect(ground.adjusted(-8, -3, 8, 3), QColor(self._look.theme.card))  # shares may lie below it
            painter.setPen(QColor(self._look.theme.muted))
            painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, words)

    def minimumSizeHint(self) -> QSize:
        width, height = self.smallest_px
        return QSize(self._look.px(width), self._look.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme, plot = self._look.theme, self.plot_area()
        painter.fillRect(self.rect(), QColor(theme.card))
        painter.fillRect(plot, QColor(theme.screen))
        if self._axes is None and self.has_axes:
            self._axes = self._drawn_axes(plot)
        if self._axes is not None and not self.axes_on_top:
            painter.drawPixmap(0, 0, self._axes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ages, shares in self.segments():
            # Counted from the newest, so that what is thinned does not crawl.
            kept = slice(None, None, -max(1, len(ages) // self.most_points))
            x = plot.right() - ages[kept][::-1] / SHOWN_S * plot.width()
            self.draw_stretch(painter, plot, x, shares[kept][::-1])
        if self._axes is not None and self.axes_on_top:
            painter.drawPixmap(0, 0, self._axes)
        self.draw_words(painter, plot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._axes = None

    def _drawn_axes(self, plot: QRectF) -> QPixmap:
        """Grid and words on a transparent ground; text costs more to draw than everything else here."""
        ratio = self.devicePixelRatioF()
        axes = QPixmap(self.size() * ratio)
        axes.setDevicePixelRatio(ratio)
        axes.fill(Qt.GlobalColor.transparent)
        painter = QPainter(axes)
        theme, px = self._look.theme, self._look.px
        painter.setFont(self._look.font(self.font_px))
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
            area = QRectF(x - 100, plot.bottom() + px(self.gap_px), 200, height)
            if not age:
                area = QRectF(x - 200, area.top(), 200, height)
            painter.drawText(area, right if not age else centre, words)
        painter.end()
        return axes


def line_of(x: NDArray[np.float64], y: NDArray[np.floating[Any]]) -> QPolygonF:
    """Return the line through points (n,) and (n,) in pixels."""
    return QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)])


def draw_stacked(
    painter: QPainter,
    plot: QRectF,
    x: NDArray[np.float64],
    cumulated: NDArray[np.float32],
    colours: Sequence[QColor],
    edge: QColor,
) -> None:
    """Draw cumulated shares (n, M) at ``x`` (n,) in pixels as areas of so many colours, one on the other."""
    if len(x) == 1:
        x, cumulated = np.array([x[0] - 1.5, x[0]]), np.repeat(cumulated, 2, axis=0)
    y = plot.bottom() - cumulated * plot.height()  # (n, M)
    painter.setPen(Qt.PenStyle.NoPen)
    # Without antialiasing, at a third of the cost: the separating lines cover the steps.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    # From the top down, each area reaching to the floor: neighbours then share an edge without a seam.
    floor = np.full(2, plot.bottom())
    for column in reversed(range(len(colours))):
        painter.setBrush(colours[column])
        painter.drawPolygon(line_of(np.append(x, [x[-1], x[0]]), np.append(y[:, column], floor)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    for column in range(len(colours) - 1):
        painter.drawPolyline(line_of(x, y[:, column]))
