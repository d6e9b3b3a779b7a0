"""How the inputs stand to each other in one answer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.insight import KNOWS, ROUNDING, Relation, standing
from mmdesk.core.verdict import DOMINANT_SHARE, SURE, SURER


def relations(
    probabilities: NDArray[np.float32], contributions: NDArray[np.float64], present: tuple[bool, ...]
) -> list[Relation]:
    """Tell apart how inputs stand, for each of K answers; the first that holds:

    - *alone*: fewer than two inputs are present;
    - *conflict*: two of them, each alone, are sure of different answers;
    - *unsure*: the answer of all together is hardly more than a guess, or two classes share the first place;
    - *agree*: at least two, each alone, give the answer and none gives another one; unless they are sure of it, the
      answer must not be the doing of only one;
    - *dominate*: one has at least ``DOMINANT_SHARE`` of the contributions above 0;
    - *complement*: several together make the answer, though not each would have given it.

    An input that alone is hardly more certain than a guess says nothing: it agrees with nobody and contradicts
    nobody. Where two classes share the first place there is no answer.

    Dominance, complement and conflict are the patterns of Wang et al., "M2Lens", 2021, section 4.2, there from the
    influence of features on a regression; the rules for single answers of a classifier are ours.

    Args:
        probabilities: (K, 2^M, C), a row per subset of the M inputs.
        contributions: (K, M) Shapley values of the answers.
        present: Which of the inputs there are.
    """
    here = np.flatnonzero(present)
    if len(here) < 2:
        return [Relation.ALONE] * len(probabilities)
    answers, certainties = standing(probabilities[:, [*(1 << here), -1]])  # (K, k + 1)
    certainties += ROUNDING
    says = (answers >= 0) & (certainties >= KNOWS)
    guess = 1 / probabilities.shape[2]
    sure = says & (certainties >= max(SURER, (SURE - guess) / (1 - guess)))
    own, joint, sure = answers[:, :-1], answers[:, -1:], sure[:, :-1]
    # Of the sure ones the largest and the smallest answer differ, or there is no conflict.
    conflict = np.where(sure, own, -1).max(axis=1) > np.where(sure, own, probabilities.shape[2]).min(axis=1)
    same = says[:, :-1] & (own == joint)
    speaking_for = contributions.clip(min=0.0)
    dominate = speaking_for.max(axis=1) >= DOMINANT_SHARE * speaking_for.sum(axis=1)
    enough = np.where(dominate, (same & sure).sum(axis=1), same.sum(axis=1)) >= 2
    agree = enough & (same | ~says[:, :-1]).all(axis=1)
    rules = (
        (conflict, Relation.CONFLICT),
        (~says[:, -1], Relation.UNSURE),
        (agree, Relation.AGREE),
        (dominate, Relation.DOMINATE),
    )
    return [
        next((name for holds, name in rules if holds[row]), Relation.COMPLEMENT) for row in range(len(probabilities))
    ]
