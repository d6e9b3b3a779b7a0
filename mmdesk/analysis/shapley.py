"""Exact Shapley values and interactions of three modalities, from the value of every subset.

With three players all eight subsets are evaluated, so nothing is sampled. Values (…, 8) are indexed by world: bit m of
the index is set where modality m takes part (see ``mmdesk.core.insight``).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.insight import PAIRS, SUBSET_COUNT
from mmdesk.core.modality import MODALITIES

_COUNT = len(MODALITIES)
_BITS = np.array([1 << modality.column for modality in MODALITIES])
_WITHOUT = np.array([[subset for subset in range(SUBSET_COUNT) if not subset & bit] for bit in _BITS])  # (3, 4)
_SIZES = np.array([[subset.bit_count() for subset in row] for row in _WITHOUT])
# |S|! (n - |S| - 1)! / n! for n = 3 and |S| = 0, 1, 2.
_SHARES = np.array([1 / 3, 1 / 6, 1 / 3])[_SIZES]  # (3, 4)

_PAIR_BITS = np.array([[_BITS[a.column], _BITS[b.column]] for a, b in PAIRS])  # (3, 2)
# The subsets without either of a pair: the empty one and the third modality, with the share 1/2 each.
_OUTSIDE = np.array([[0, (SUBSET_COUNT - 1) & ~(one | other)] for one, other in _PAIR_BITS])  # (3, 2)


def shapley_values(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return what each modality contributes: (…, 3) float64 for ``values`` (…, 8).

    The contributions sum to ``values[…, 7] - values[…, 0]``, and a modality without which every subset has the same
    value gets exactly 0.

    Source: Shapley, "A Value for n-Person Games", 1953; modalities as players as in Parcalabescu and Frank, "MM-SHAP",
    2023, there sampled over tokens and patches, here exact over whole modalities.

    Raises:
        ValueError: The last axis does not have one value a subset.
    """
    values = _checked(values)
    gains = values[..., _WITHOUT | _BITS[:, None]] - values[..., _WITHOUT]  # (…, 3, 4)
    return np.asarray((gains * _SHARES).sum(axis=-1))


def interactions(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return how much each of ``PAIRS`` is worth beyond its parts: (…, 3) float64 for ``values`` (…, 8).

    Above 0 the two are worth more together (synergy), below 0 they tell the same (redundancy).

    Source: the Shapley interaction index, Grabisch and Roubens, "An axiomatic approach to the concept of interaction
    among players in cooperative games", 1999, definition 4.

    Raises:
        ValueError: The last axis does not have one value a subset.
    """
    values = _checked(values)
    one, other = _PAIR_BITS[:, :1], _PAIR_BITS[:, 1:]
    together = values[..., _OUTSIDE | one | other] + values[..., _OUTSIDE]
    apart = values[..., _OUTSIDE | one] + values[..., _OUTSIDE | other]
    return np.asarray((together - apart).mean(axis=-1))


def _checked(values: NDArray[np.floating]) -> NDArray[np.float64]:
    if values.ndim < 1 or values.shape[-1] != SUBSET_COUNT:
        raise ValueError(f"there must be one value for each of {SUBSET_COUNT} subsets, got {values.shape}")
    return values.astype(np.float64)
