"""95 % intervals of scores that are no plain shares; never of width 0.

The spread comes from resampling the samples, the bootstrap of Efron and Tibshirani, "An Introduction to the
Bootstrap", 1993, chapter 6. Its percentiles are too narrow near the ends of a score's range, where a lucky sample
looks both good and certain (an AUC of .99 on 60 samples: 87 % of such intervals hold it). So the interval is that of a
share with the same spread: Wilson's, with the number of samples at which a share would vary as much, as in surveys
whose samples are not independent (Korn and Graubard, "Confidence Intervals for Proportions with Small Expected Number
of Positive Counts Estimated from Survey Data", Survey Methodology 24, 1998; with Wilson's interval Franco, Little,
Louis and Slud, Journal of Survey Statistics and Methodology 7, 2019). A variance that is itself measured on few samples
is often far too small. So, as Korn and Graubard do, that number is multiplied by (z / t)², z and t being the 97.5 %
quantiles of the normal distribution and of Student's t with one degree of freedom fewer than there are samples: two
samples that happen to be alike prove nothing. For a plain share Wilson's interval knows the variance and needs none of
it.

Where all resamples give one value, as when nothing is wrong, they have seen no variation and know nothing. Then a
share of samples unlike all of these, which Wilson's interval for 0 of N cannot exclude, may do best or worst (ours; for
a share it is Wilson's interval again, for a paired difference of 0 that of Tango, "Equivalence Test and Confidence
Interval for the Difference in Proportions for the Paired-Sample Design", Statistics in Medicine 17, 1998).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtrit

from mmdesk.core.shares import Interval, share_interval, wilson

_NO_VARIANCE = 1e-20
_Z = 1.959963984540054
_UPPER = 0.975


def spread_interval(value: float, variance: float, count: int, worst: float = 0.0, best: float = 1.0) -> Interval:
    """Return the interval of a score from its sampling variance.

    Args:
        value: What was measured, in [``worst``, ``best``].
        variance: Of the score over samples of this size, measured on them; at least 0.
        count: Samples behind it.
        worst: The least the score can be.
        best: The most.
    """
    span = best - worst
    place = min(1.0, max(0.0, (value - worst) / span))
    if variance <= _NO_VARIANCE or not 0 < place < 1:
        return _unvaried(value, count, worst, best)
    effective = place * (1 - place) / (variance / span**2) * _known(count)
    low, high = wilson(place * effective, effective)
    return Interval(worst + span * float(low), worst + span * float(high))


def _known(count: int) -> float:
    """Return what a variance measured on so many samples is worth, from 0 for a single one to 1."""
    return (_Z / float(stdtrit(count - 1, _UPPER))) ** 2 if count > 1 else 0.0


def _unvaried(value: float, count: int, worst: float, best: float) -> Interval:
    """Return the interval of a mean over ``count`` samples that all say ``value``."""
    certain = share_interval(count, count).low if count else 0.0
    return Interval(certain * value + (1 - certain) * worst, certain * value + (1 - certain) * best)


def resampled_interval(
    value: float, draws: ArrayLike, count: int, worst: float = 0.0, best: float = 1.0
) -> Interval | None:
    """Return the interval of a score from its values in resamples.

    Args:
        value: What was measured.
        draws: (R,) what the resamples gave; NaN where one had none.
        count: Samples behind it.
        worst: The least the score can be.
        best: The most.

    Returns:
        None where half of the resamples or more gave nothing: too few samples.
    """
    found = np.asarray(draws, dtype=np.float64)
    usable = found[~np.isnan(found)]
    if 2 * len(usable) <= len(found):
        return None
    return spread_interval(value, float(usable.var()), count, worst, best)


def mean_interval(values: NDArray[np.float64], worst: float = 0.0, best: float = 1.0) -> Interval:
    """Return the interval of the mean of ``values`` (N,), one per sample, N at least 1; Wilson's where all are 0 or 1.

    The variance of a mean over resamples is that of the values over N, so that nothing need be drawn.
    """
    if ((values == 0) | (values == 1)).all() and (worst, best) == (0.0, 1.0):
        return share_interval(int(values.sum()), len(values))
    return spread_interval(float(values.mean()), float(values.var()) / len(values), len(values), worst, best)
