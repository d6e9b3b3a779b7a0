"""The attention weights of the last half minute, stacked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from mmdesk.core.modality import MODALITIES
from mmdesk.core.prediction import Prediction
from mmdesk.ui.half_minute_plot import HalfMinutePlot, line_of


class WeightStrip(HalfMinutePlot):
    """Stacked areas that fill the height wherever there was a prediction with weights, and gaps where not."""

    most_points = 450  # at 30 predictions per second every other one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((len(MODALITIES),), parent)
        self._defined = True

    def append(self, prediction: Prediction) -> None:
        """Remember a prediction's weights, or that there were none."""
        self._defined = prediction.weights_defined
        weights = [np.nan if (share := prediction.weight(m)) is None else share for m in MODALITIES]
        self.remember(prediction.time_s, weights)

    def segments(self) -> list[tuple[NDArray[np.float64], NDArray[np.float32]]]:
        """The stretches without a gap: ages (n,) in seconds and cumulated weights (n, M).

        The last column of the cumulated weights is 1 wherever something is drawn.
        """
        return [(ages, np.cumsum(weights, axis=1)) for ages, weights in super().segments()]

    def note(self) -> str:
        if not self._defined:
            return self.tr("not defined for this way of fusing")
        return "" if self._count else self.tr("the weights of the last half minute will run here")

    def draw_stretch(
        self, painter: QPainter, plot: QRectF, x: NDArray[np.float64], shares: NDArray[np.float32]
    ) -> None:
        if len(x) == 1:
            x, shares = np.array([x[0] - 1.5, x[0]]), np.repeat(shares, 2, axis=0)
        y = plot.bottom() - shares * plot.height()  # (n, M)
        painter.setPen(Qt.PenStyle.NoPen)
        # Without antialiasing, at a third of the cost: the separating lines cover the steps.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        # From the top down, each area reaching to the floor: neighbours then share an edge without a seam.
        floor = np.full(2, plot.bottom())
        for modality in reversed(MODALITIES):
            outline = np.append(y[:, modality.column], floor)
            painter.setBrush(self._look.colour(modality))
            painter.drawPolygon(line_of(np.append(x, [x[-1], x[0]]), outline))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.screen), 1))
        for modality in MODALITIES[:-1]:
            painter.drawPolyline(line_of(x, y[:, modality.column]))
