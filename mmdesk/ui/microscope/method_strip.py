"""One fusion method over the last half minute."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.prediction import Prediction
from mmdesk.ui.elided import Elided
from mmdesk.ui.half_minute_plot import CAPACITY, LONGEST_STEP_S, SHOWN_S, HalfMinutePlot, draw_stacked
from mmdesk.ui.training_words import fusion_name

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class MethodStrip(HalfMinutePlot):
    """Name, answers as stretches, and stacked shares: weights, or contributions where a method has no weights.

    Attributes:
        fusion: Kind of the method; empty for none.
    """

    font_px = 15
    smallest_px = (180, 80)
    interval_ms = 250
    most_points = 450
    has_axes = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fusion = ""
        self._labels = [""] * CAPACITY
        self._weighs = True
        self.elided = Elided(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        name = fusion_name(self.fusion) if self.fusion else ""
        self.setAccessibleName(self.tr("{name} over the last half minute").format(name=name))
        self.update()

    def show_method(self, kind: str) -> None:
        """Begin to remember a method; empty for none."""
        if kind != self.fusion:
            self.fusion = kind
            self.forget()
            self.retranslate()

    def append(self, prediction: Prediction) -> None:
        """Remember what the method made of a tick: its weights, else the sizes of its contributions, as shares of 1."""
        if not self.fusion:
            return
        views = () if prediction.insight is None else prediction.insight.side_by_side
        view = next((each for each in views if each.fusion == self.fusion), None)
        self.shape_for(len(prediction.inputs))
        self.name_inputs(prediction.inputs)
        label, shares = "", np.full(len(prediction.inputs), np.nan)
        if view is not None:
            self._weighs = view.weights is not None
            sizes = np.abs(view.contributions if view.weights is None else view.weights)
            label = view.outcome.label
            shares = sizes / sizes.sum() if sizes.any() else shares
        self._labels[self.remember(prediction.time_s, shares)] = label

    def stretches(self) -> list[tuple[str, list[float]]]:
        """Runs of the same answer without a gap, with the ages of their ticks in seconds, oldest first.

        Those without an answer are left out.
        """
        runs: list[tuple[str, list[float]]] = []
        for index, age_s in zip(*self.shown(), strict=True):
            label = self._labels[index]
            if runs and runs[-1][0] == label and runs[-1][1][-1] - age_s <= LONGEST_STEP_S:
                runs[-1][1].append(age_s)
            else:
                runs.append((label, [age_s]))
        return [(label, ages_s) for label, ages_s in runs if label]

    def plot_area(self) -> QRectF:
        top = 2 * self._line() + self._look.px(4)
        return QRectF(0, top, self.width(), self.height() - top)

    def draw_stretch(
        self, painter: QPainter, plot: QRectF, x: NDArray[np.float64], shares: NDArray[np.float32]
    ) -> None:
        colours = [self._look.colour(index) for index in range(shares.shape[1])]
        draw_stacked(painter, plot, x, np.cumsum(shares, axis=1), colours, QColor(self._look.theme.screen))

    def draw_words(self, painter: QPainter, plot: QRectF) -> None:
        """Write what is shown, and below it the answers over their stretches."""
        line, px = self._line(), self._look.px
        painter.setPen(QColor(self._look.theme.text))
        painter.setFont(self._look.font(self.font_px, QFont.Weight.DemiBold))
        kind = self.tr("weights") if self._weighs else self.tr("sizes of contributions")
        self.elided.begin()
        short = self.elided.short(painter.fontMetrics(), f"{fusion_name(self.fusion)} · {kind}", self.width())
        painter.drawText(QRectF(0, 0, self.width(), line), _LEFT, short)
        painter.setFont(self._look.font(self.font_px, QFont.Weight.Bold))
        metrics = QFontMetricsF(painter.font())
        for label, ages_s in self.stretches():
            left, right = (plot.right() - age_s / SHOWN_S * plot.width() for age_s in (ages_s[0], ages_s[-1]))
            if right - left > px(12) and right - left > metrics.horizontalAdvance(label) + px(4):
                painter.drawText(QRectF(left, line, right - left, line), int(Qt.AlignmentFlag.AlignCenter), label)

    def _line(self) -> float:
        return QFontMetricsF(self._look.font(self.font_px, QFont.Weight.DemiBold)).height()
