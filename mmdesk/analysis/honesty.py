"""Whether a method's weights tell what mattered."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.insight import Honesty, MethodView

LOW_AGREEMENT = 0.75
"""Agreement below which it is worth saying where weights and effects part."""
_ALIKE = 1e-6
"""Difference of two shares that is only rounding."""
_NOTHING = 1e-4
"""Sum of the effects' sizes, in units of the scores, below which no input says anything."""


def agreement(view: MethodView, terms: NDArray[np.float64]) -> Honesty | None:
    """Compare a method's weights with the effect of each input while every weight is held still.

    The scores of the classes are a sum of one term per input, its weight times what it says. An absent term is 0 and
    nothing is rescaled for it, so an input's Shapley value for the vector of scores is its term. Its size is the
    Euclidean norm of the term less its mean over the classes, since what raises all classes alike changes nothing; its
    share is the size divided by the sum of all sizes. With weights w and shares c of k inputs present the agreement is
    1 - ½ Σ |w_m - c_m| / (1 - 1/k), not below 0: the total variation distance, in units of that from even shares to
    everything on one input.

    Contributions to the answer's probability (``mmdesk.analysis.shapley``) will not do here. They take inputs away,
    the method then gives their weight to the others, and where all tell the same each gets a third of the answer,
    however it was weighed: redundancy would read as dishonesty.

    Source: the question, and that attention weights and what matters can part, Jain and Wallace, "Attention is not
    Explanation", 2019; weighing each vector by its size before it is called attention, Kobayashi et al., "Attention is
    Not Only a Weight: Analyzing Transformers with Vector Norms", 2020, section 3, there in hidden layers, here in the
    scores. The measure of agreement is ours.

    Args:
        view: The method's, with the weights in force.
        terms: (M, C) terms of the scores in the order of ``view.inputs`` (``Fusion.terms``), 0 for an absent input.

    Returns:
        None where there is nothing to compare: no weights, fewer than two inputs, none that says anything.
    """
    weights, count = view.weights, sum(view.present)
    if weights is None or count < 2 or not weights.any():
        return None
    sizes = np.linalg.norm(terms - terms.mean(axis=1, keepdims=True), axis=1)
    total = float(sizes.sum())
    if total < _NOTHING:
        return None
    shares = sizes / total
    parts = np.abs(weights - shares)
    agreed = max(0.0, 1.0 - 0.5 * float(parts.sum()) / (1 - 1 / count))
    # Of two inputs both differ by the same, but for rounding: that must not decide which one is named.
    farthest = view.inputs[np.flatnonzero(parts >= parts.max() - _ALIKE)[0]]
    return Honesty(agreed, tuple(shares.tolist()), farthest if agreed < LOW_AGREEMENT else None)
