"""How the modalities stand to each other in one answer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.insight import EVERYTHING, Relation

SURE = 0.5
"""Probability from which a modality alone counts as having said something."""
DOMINANT_SHARE = 2 / 3
"""Share of all contributions' sizes from which one modality dominates."""

_ALONE = np.array([1, 2, 4])


def relations(
    probabilities: NDArray[np.float32], contributions: NDArray[np.float64], present: tuple[bool, bool, bool]
) -> list[Relation]:
    """Tell agreement, complement, dominance and conflict apart, for each of K answers; the first that holds:

    - *alone*: fewer than two modalities are present;
    - *conflict*: two of them, each alone, give different answers, both with a probability of at least ``SURE``;
    - *agree*: each alone gives the answer that all give together;
    - *dominate*: one has at least ``DOMINANT_SHARE`` of all contributions' sizes;
    - *complement*: several together make the answer, though not each would have given it.

    Dominance, complement and conflict are the patterns of Wang et al., "M2Lens", 2021, section 4.2, there from the
    influence of features on a regression; the rules for single answers of a classifier are ours.

    Args:
        probabilities: (K, 8, C), a row a world.
        contributions: (K, 3) Shapley values of the answers.
        present: Which modalities there are.
    """
    here = np.flatnonzero(present)
    if len(here) < 2:
        return [Relation.ALONE] * len(probabilities)
    own = probabilities[:, _ALONE[here]]  # (K, k, C)
    answers, sure = own.argmax(axis=2), own.max(axis=2) >= SURE
    # Of the sure ones the largest and the smallest answer differ, or there is no conflict.
    conflict = np.where(sure, answers, -1).max(axis=1) > np.where(sure, answers, probabilities.shape[2]).min(axis=1)
    agree = (answers == probabilities[:, EVERYTHING].argmax(axis=1)[:, None]).all(axis=1)
    sizes = np.abs(contributions)
    dominate = (sizes.max(axis=1) >= DOMINANT_SHARE * sizes.sum(axis=1)) & (sizes.max(axis=1) > 0)
    rules = ((conflict, Relation.CONFLICT), (agree, Relation.AGREE), (dominate, Relation.DOMINATE))
    return [
        next((name for holds, name in rules if holds[row]), Relation.COMPLEMENT) for row in range(len(probabilities))
    ]
