"""The arithmetic of weights that always sum to 1, of which some may be locked."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

Shares = tuple[float, ...]

_NOTHING = 1e-12


def moved(shares: Shares, column: int, wanted: float, locked: Sequence[bool]) -> Shares:
    """Move one share as far as the locked ones allow; the other unlocked ones are rescaled in proportion.

    Where the others have nothing to keep their proportion by, they get the same.

    Args:
        shares: Each ≥ 0, summing to 1.
        column: Which one is moved.
        wanted: Where to; less than 0 and more than 1 are the nearest possible.
        locked: Which ones keep their value.

    Returns:
        Shares that sum to 1. The same as before where the share is locked itself, or all others are.
    """
    free = [other for other in range(len(shares)) if other != column and not locked[other]]
    if locked[column] or not free or not isfinite(wanted):
        return shares
    room = max(0.0, 1.0 - sum(shares[other] for other in range(len(shares)) if other != column and other not in free))
    result = list(shares)
    result[column] = min(max(wanted, 0.0), room)
    rest = room - result[column]
    total = sum(shares[other] for other in free)
    for other in free:
        result[other] = rest * (shares[other] / total if total > _NOTHING else 1 / len(free))
    return tuple(result)


def normalised(weights: Sequence[float]) -> Shares:
    """Return a method's own weights, of single precision, as shares that sum to 1 exactly enough to be held.

    Raises:
        ValueError: They are not numbers ≥ 0 with a sum above 0.
    """
    total = sum(weights)
    if not (isfinite(total) and total > 0 and min(weights) >= 0):
        raise ValueError(f"no weights: {tuple(weights)}")
    return tuple(weight / total for weight in weights)


def share_of_flip(shares: Shares, column: int, weight: float, present: Sequence[bool]) -> float:
    """Return where a share must be moved to for a weight *in force*, which is reckoned over what is present only.

    The others are thought to be rescaled in proportion. With everything present the two are the same.
    """
    others = [other for other in range(len(shares)) if other != column]
    here = [other for other in others if present[other]]
    total = sum(shares[other] for other in others)
    kept = sum(shares[other] for other in here) / total if total > _NOTHING else len(here) / len(others)
    # In force is v / (v + kept · (1 - v)) for the share v.
    below = 1 - weight + weight * kept
    return weight * kept / below if below > _NOTHING else 1.0
