"""How far a weight must be moved before the answer changes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_EQUAL = 1e-6
"""Difference of two classes' scores, relative to the largest, that single precision cannot tell from none."""
_NO_WEIGHT = 1e-12

_NEARER = np.array([2, 1, 2, 3])
_FARTHER = np.array([1, 0, 3, 4])


def flip_points(
    alone: NDArray[np.float64],
    own: NDArray[np.float64],
    own_weights: NDArray[np.float64],
    weights: NDArray[np.float64],
    present: NDArray[np.bool_],
    answer: int,
) -> list[tuple[float, int] | None]:
    """Move each present modality's weight over [0, 1] with the others rescaled, and find the nearest other answer.

    Where the others have no weight, what the moved one gives up is shared evenly among them. Scores are those of
    ``Fusion.additive``; under weights w they are Σ w_m s_m + α (s - Σ o_m s_m) with α = min w_m / o_m, as
    ``Fusion.blend`` promises. So along the way of one weight every class's score is a straight line, with one bend
    where α is largest, and the places where two of them cross are solved for, not searched. Ours.

    Args:
        alone: (M, C) scores s_m with one modality present; 0 for absent ones.
        own: (C,) scores s under the method's own weights.
        own_weights: (M,) own weights o.
        weights: (M,) weights in force, from which the way begins.
        present: (M,) which modalities are there; both weights are 0 for the others.
        answer: Index of the class that is the answer now.

    Returns:
        For each of the M columns the weight from which on the answer is another one, and the class that it is then;
        None where nothing flips and where the modality is absent.
    """
    found: list[tuple[float, int] | None] = [None] * len(weights)
    here = np.flatnonzero(present)
    if len(here) < 2:
        return found
    nodes, scores = _ways(alone[here], own, own_weights[here], weights[here])  # (k, 5), (k, 5, C)
    lead = scores[:, :, answer, None] - scores  # (k, 5, C)
    # What leads by less than rounding does not lead; the answer itself is never behind where the way begins.
    lead[np.abs(lead) <= _EQUAL * np.abs(scores).max()] = 0.0
    lead[:, 2] = lead[:, 2].clip(min=0.0)
    near, far = lead[:, _NEARER].clip(min=0.0), lead[:, _FARTHER]  # (k, 4, C)
    begin, end = nodes[:, _NEARER, None], nodes[:, _FARTHER, None]
    overtaken = far < 0
    at = begin + (end - begin) * near / np.where(overtaken, near - far, 1.0)
    apart = np.where(overtaken, np.abs(at - nodes[:, 2, None, None]), np.inf).reshape(len(here), -1)
    # Of classes that overtake at the same place the one that rises most is the answer behind it.
    rise = np.where(overtaken, (near - far) / np.maximum(np.abs(end - begin), 1e-12), -np.inf).reshape(len(here), -1)
    for row, column in enumerate(here.tolist()):
        least = apart[row].min()
        if np.isfinite(least):
            index = int(np.where(apart[row] <= least + 1e-9, rise[row], -np.inf).argmax())
            found[column] = float(at.reshape(len(here), -1)[row, index]), index % alone.shape[1]
    return found


def _ways(
    alone: NDArray[np.float64], own: NDArray[np.float64], own_weights: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return each column's way as five places (k, 5) and the scores there (k, 5, C).

    They are 0, the bend if it lies below the weight in force, that weight, the bend if it lies above, and 1; a bend
    that is not there coincides with the weight. Between them the scores are straight.
    """
    count = len(weights)
    others = 1.0 - np.eye(count)
    shares = others * weights
    total = shares.sum(axis=1, keepdims=True)
    shares = np.where(total > _NO_WEIGHT, shares / np.maximum(total, _NO_WEIGHT), others / (count - 1))  # (k, k)
    with np.errstate(divide="ignore", invalid="ignore"):
        rising = 1.0 / own_weights  # α is t times this, or (1 - t) times the falling one, whichever is less
        kept = shares / own_weights
    falling = np.where(np.isfinite(kept) & (others > 0), kept, np.inf).min(axis=1)
    steep = np.isfinite(rising) & np.isfinite(falling)
    bend = np.where(steep, falling / np.where(steep, rising + falling, 1.0), 0.0)
    start = weights
    nodes = np.stack([np.zeros(count), np.minimum(bend, start), start, np.maximum(bend, start), np.ones(count)], axis=1)
    with np.errstate(invalid="ignore"):
        up, down = nodes * rising[:, None], (1.0 - nodes) * falling[:, None]
    share = np.fmin(np.fmin(up, down), 1.0)  # fmin: 0 · ∞ has no say
    mixed = nodes[:, :, None] * alone[:, None] + (1.0 - nodes[:, :, None]) * (shares @ alone)[:, None]
    return nodes, mixed + share[:, :, None] * (own - own_weights @ alone)
