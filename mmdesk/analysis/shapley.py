"""Exact Shapley values and interactions of a few inputs, from the value of every subset.

With M players all 2^M subsets are evaluated, so nothing is sampled. Values (…, 2^M) are indexed by subset: bit m of the
index is set where input m takes part (see ``mmdesk.core.insight``).
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from math import factorial

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.inputs import MOST_INPUTS


def shapley_values(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return what each input contributes: (…, M) float64 for ``values`` (…, 2^M).

    The contributions sum to ``values[…, -1] - values[…, 0]``, and an input without which every subset has the same
    value gets exactly 0.

    Source: Shapley, "A Value for n-Person Games", 1953; modalities as players as in Parcalabescu and Frank, "MM-SHAP",
    2023, there sampled over tokens and patches, here exact over whole inputs.

    Raises:
        ValueError: The last axis does not have one value per subset of 1 to 5 inputs.
    """
    values, count = _checked(values)
    without, bits, shares = _arrivals(count)
    gains = values[..., without | bits] - values[..., without]  # (…, M, 2^(M-1))
    return np.asarray((gains * shares).sum(axis=-1))


def interactions(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return how much each pair of inputs is worth beyond its parts, for ``values`` (…, 2^M).

    It is (…, M (M - 1) / 2) float64, in the order of ``MethodView.pairs``. Above 0 the two are worth more together
    (synergy), below 0 they tell the same (redundancy).

    Source: the Shapley interaction index, Grabisch and Roubens, "An axiomatic approach to the concept of interaction
    among players in cooperative games", 1999, definition 4.

    Raises:
        ValueError: The last axis does not have one value per subset of 1 to 5 inputs.
    """
    values, count = _checked(values)
    outside, one, other, shares = _pairs(count)
    together = values[..., outside | one | other] + values[..., outside]
    apart = values[..., outside | one] + values[..., outside | other]  # (…, P, 2^(M-2))
    return np.asarray(((together - apart) * shares).sum(axis=-1))


@cache
def _arrivals(count: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return for each input the subsets without it (M, 2^(M-1)), its bit (M, 1), and the subsets' shares (M, 2^(M-1)).

    The share of a subset S is |S|! (M - |S| - 1)! / M!, that of the orders in which the input comes right after S.
    """
    bits = np.array([[1 << index] for index in range(count)])
    without = np.array([_without(count, 1 << index) for index in range(count)])
    sizes = np.bitwise_count(without)
    shares = np.array([factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)])
    return without, bits, shares[sizes]


@cache
def _pairs(count: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return for each of P pairs the subsets without it (P, 2^(M-2)), its two bits (P, 1), and the subsets' shares.

    The share of a subset S is |S|! (M - |S| - 2)! / (M - 1)!.
    """
    pairs = [(1 << one, 1 << other) for one, other in combinations(range(count), 2)]
    if not pairs:
        nothing = np.zeros((0, 1), dtype=np.int64)
        return nothing, nothing, nothing, np.zeros((0, 1))
    outside = np.array([_without(count, one | other) for one, other in pairs])
    sizes = np.bitwise_count(outside)
    shares = np.array(
        [factorial(size) * factorial(count - size - 2) / factorial(count - 1) for size in range(count - 1)]
    )
    one, other = np.array(pairs).T[:, :, None]
    return outside, one, other, shares[sizes]


def _without(count: int, bits: int) -> list[int]:
    """Return the subsets that hold none of the bits."""
    return [subset for subset in range(1 << count) if not subset & bits]


def _checked(values: NDArray[np.floating]) -> tuple[NDArray[np.float64], int]:
    """Return the values in double precision, and how many inputs they are of."""
    subsets = values.shape[-1] if values.ndim else 0
    count = subsets.bit_length() - 1
    if not 1 <= count <= MOST_INPUTS or subsets != 1 << count:
        raise ValueError(f"there must be one value per subset of 1 to {MOST_INPUTS} inputs, got {values.shape}")
    return values.astype(np.float64), count
