"""The weights in force beside the model's own over the last half minute."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from mmdesk.core.prediction import Prediction
from mmdesk.ui.half_minute_plot import HalfMinutePlot, line_of


class GateTrace(HalfMinutePlot):
    """Thick lines for the weights in force, thin ones for the model's own wherever the two part.

    The stretches hold weights (n, 2, M): first those in force, then the model's own.
    """

    font_px = 15
    gap_px = 3
    smallest_px = (300, 84)
    interval_ms = 180  # six long lines cost 4 ms; they move by 6 pixels in this time
    most_points = 250
    axes_on_top = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def append(self, prediction: Prediction) -> None:
        """Remember the weights of a prediction, or that there were none."""
        insight = prediction.insight
        self.shape_for(2, len(prediction.inputs))
        self.name_inputs(prediction.inputs)
        if insight is None or insight.shown.weights is None or insight.own.weights is None:
            self.remember(prediction.time_s, np.nan)
            return
        self.remember(prediction.time_s, np.stack([insight.shown.weights, insight.own.weights]))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(120))

    def draw_stretch(
        self, painter: QPainter, plot: QRectF, x: NDArray[np.float64], shares: NDArray[np.float32]
    ) -> None:
        y = plot.bottom() - shares * plot.height()  # (n, 2, M)
        differ = np.abs(shares[:, 0] - shares[:, 1]).max() > 1e-3
        for index in range(shares.shape[2]):
            for which, width in ((1, 1.5), (0, 3.0)) if differ else ((0, 3.0),):
                colour = self._look.colour(index)
                if which:
                    colour.setAlpha(190)
                painter.setPen(QPen(colour, width * self._look.scale))
                painter.drawPolyline(line_of(x, y[:, which, index]))
