"""The attention weights of the last half minute, stacked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from mmdesk.core.prediction import Prediction
from mmdesk.ui.half_minute_plot import HalfMinutePlot, draw_stacked


class WeightStrip(HalfMinutePlot):
    """Stacked areas that fill the height wherever there was a prediction with weights, and gaps where not."""

    most_points = 450  # at 30 predictions per second every other one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._defined = True

    def append(self, prediction: Prediction) -> None:
        """Remember a prediction's weights, or that there were none."""
        self._defined = prediction.weights_defined
        self.shape_for(len(prediction.inputs))
        self.name_inputs(prediction.inputs)
        self.remember(prediction.time_s, np.nan if prediction.weights is None else prediction.weights)

    def segments(self) -> list[tuple[NDArray[np.float64], NDArray[np.float32]]]:
        """The stretches without a gap: ages (n,) in seconds and cumulated weights (n, M).

        The last column of the cumulated weights is 1 wherever something is drawn.
        """
        return [(ages, np.cumsum(weights, axis=1)) for ages, weights in super().segments()]

    def note(self) -> str:
        if not self._defined:
            return self.tr("not defined for this method")
        return "" if self._count else self.tr("the weights of the last half minute will appear here")

    def draw_stretch(
        self, painter: QPainter, plot: QRectF, x: NDArray[np.float64], shares: NDArray[np.float32]
    ) -> None:
        colours = [self._look.colour(index) for index in range(shares.shape[1])]
        draw_stacked(painter, plot, x, shares, colours, QColor(self._look.theme.screen))
