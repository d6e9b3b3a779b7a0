"""Shares of samples: their 95 % intervals, and how they are written so that nothing reads as more than was measured."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

_Z = 1.959963984540054
_MOST_DIGITS = 4
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, both ends included."""

    low: float
    high: float


def wilson(hits: ArrayLike, count: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the ends of the score interval for ``hits`` of ``count``, arrays of one shape; 0 and 1 for 0 of 0.

    Neither need be whole: shares of other kinds have an effective number of samples.

    E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
    Statistical Association 22, 1927, as Brown, Cai and DasGupta recommend it for few samples ("Interval Estimation
    for a Binomial Proportion", Statistical Science 16, 2001). SciPy's computes a p value with each and takes one
    share at a time, so the closed form stands here; a test holds it against SciPy's.

    Raises:
        ValueError: If there are more hits than samples, or fewer than none.
    """
    right, total = np.asarray(hits, dtype=np.float64), np.asarray(count, dtype=np.float64)
    if (right < 0).any() or (right > total).any():
        raise ValueError(f"{hits!r} of {count!r} is no share")
    known = np.where(total > 0, total, 1.0)
    share, square = right / known, _Z * _Z
    middle = share + square / (2 * known)
    spread = _Z * np.sqrt(share * (1 - share) / known + square / (4 * known * known))
    scale = 1 + square / known
    # Exact at the ends, which rounding would miss by 1e-17.
    low = np.where((total == 0) | (right == 0), 0.0, (middle - spread) / scale)
    high = np.where((total == 0) | (right == total), 1.0, (middle + spread) / scale)
    return low, high


def share_interval(hits: int, count: int) -> Interval:
    """Return Wilson's 95 % interval for ``hits`` of ``count`` samples; from 0 to 1 where there are none.

    Raises:
        ValueError: If there are more hits than samples, or fewer than none.
    """
    low, high = wilson(hits, count)
    return Interval(float(low), float(high))


def percent_number(share: float, digits: int = 1) -> str:
    """Return a share in percent without its sign, "93.4"; "100.0" and "0.0" only where it is just that.

    1,999 of 2,000 are 99.95, not 100.0.
    """
    while digits < _MOST_DIGITS and _ROUNDING < share < 1 - _ROUNDING and _reads_as_whole(share, digits):
        digits += 1
    # Not "-0.0", which a share that is a hair below 0 by rounding would give.
    return f"{abs(100 * share) if abs(share) < _ROUNDING else 100 * share:.{digits}f}"


def decimal_number(value: float, digits: int = 3) -> str:
    """Return a score between 0 and 1, "0.934"; "1.000" and "0.000" only where it is just that."""
    while digits < _MOST_DIGITS + 2 and _ROUNDING < value < 1 - _ROUNDING and float(f"{value:.{digits}f}") in (0, 1):
        digits += 1
    return f"{value:.{digits}f}"


def _reads_as_whole(share: float, digits: int) -> bool:
    return float(f"{100 * share:.{digits}f}") in (0.0, 100.0)


def range_numbers(interval: Interval, digits: int = 0) -> str:
    """Return an interval in percent without its sign, "61–100", with decimals where its ends would look alike."""
    low, high = 100 * interval.low, 100 * interval.high
    while digits < _MOST_DIGITS and f"{low:.{digits}f}" == f"{high:.{digits}f}":
        digits += 1
    return f"{low:.{digits}f}–{high:.{digits}f}"


def counted(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun, "1 sample" or "12 samples"; ``many`` where the plural takes more than an s."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"
