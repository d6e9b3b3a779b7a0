"""Whether a method's weights tell what mattered."""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.insight import Honesty, MethodView, Parting
from mmdesk.core.modality import MODALITIES

WINDOW_S = 3.0
"""Seconds of which the meter takes the mean: long enough to read, short enough to follow a hand."""
LEAST_CONTRIBUTION = 0.02
"""Sum of the contributions' sizes below which nothing mattered, and no share can be told."""
PARTING = 0.25
"""Difference of weight and share from which it is worth saying."""


class HonestyMeter:
    """A rolling agreement between weights and contributions. One thread owns it.

    Agreement of one tick is 1 less the total variation distance ½ Σ |w_m - c_m| between the weights w and the shares
    c_m = |φ_m| / Σ |φ| of the Shapley values φ; the meter shows its mean over the last ``WINDOW_S`` seconds. Ours; that
    attention weights and what matters can part is Jain and Wallace, "Attention is not Explanation", 2019.
    """

    def __init__(self) -> None:
        self._ticks: deque[tuple[float, NDArray[np.float64]]] = deque()
        self._sum = np.zeros((4, len(MODALITIES)))
        self._about: tuple[str, tuple[bool, bool, bool]] = ("", (False, False, False))

    def clear(self) -> None:
        """Begin anew."""
        self._ticks.clear()
        self._sum = np.zeros((4, len(MODALITIES)))

    def update(self, time_s: float, view: MethodView) -> Honesty | None:
        """Take in one tick; another method, or another set of modalities, begins anew.

        Returns:
            None where there is nothing to compare: no weights, fewer than two modalities, nothing that contributes.
        """
        about = (view.fusion, view.present)
        if about != self._about or (self._ticks and time_s < self._ticks[-1][0]):
            self.clear()
            self._about = about
        total = float(np.abs(view.contributions).sum())
        if view.weights is None or sum(view.present) < 2 or total < LEAST_CONTRIBUTION:
            return None
        shares = np.abs(view.contributions) / total
        weights = view.weights.astype(np.float64)
        self._ticks.append((time_s, np.stack([weights, shares, view.contributions, np.abs(weights - shares)])))
        self._sum += self._ticks[-1][1]
        while time_s - self._ticks[0][0] > WINDOW_S:
            self._sum -= self._ticks.popleft()[1]
        means = self._sum / len(self._ticks)
        agreement = 1 - 0.5 * float(means[3].sum())
        return Honesty(min(max(agreement, 0.0), 1.0), _parting(means[:3], view))


def _parting(means: NDArray[np.float64], view: MethodView) -> Parting | None:
    weights, shares, contributions = means
    column = int(np.abs(weights - shares).argmax())
    if abs(weights[column] - shares[column]) < PARTING:
        return None
    modality = MODALITIES[column]
    without = view.without(modality)
    return Parting(
        modality,
        float(weights[column]),
        float(shares[column]),
        float(contributions[column]),
        decides=without is not None and without.label != view.outcome.label,
    )
