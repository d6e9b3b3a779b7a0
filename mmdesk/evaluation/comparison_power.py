"""What a comparison can find: how often a true gain is told from the noise, and what it would take to find it.

The noise is that of the comparison itself. Of the variance of a difference over seeds, the part that the choice of
test samples explains falls with their number. The rest comes from trainings and from the samples they learn from; it
stays at worst, and at best falls as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from mmdesk.evaluation.comparison_result import ComparisonResult
from mmdesk.evaluation.comparison_tests import SIGNIFICANCE, gains, overlap, seed_variance

GAINS = (0.03, 0.06)
WANTED = 0.8
_MOST = 10_000
_MOST_SAMPLES = 1_000_000


@dataclass(frozen=True, slots=True)
class Noise:
    """What blurs a difference between two methods.

    Attributes:
        seeds: Number S of seeds.
        tested: Test samples N of a seed.
        sampling: Variance of a seed's difference that N test samples explain.
        rest: The rest of its variance over seeds.
        ratio: Nadeau and Bengio's n_test / n_fitted; 0 on one split.
        one_split: Whether all seeds share one split, so that more seeds make its test samples no more telling.
        methods: Size of the family of Holm's correction.
    """

    seeds: int
    tested: int
    sampling: float
    rest: float
    ratio: float
    one_split: bool
    methods: int

    def power(self, gain: float) -> float:
        """Return how often a true difference of ``gain`` is found, at the strictest step of Holm's correction.

        How much splits of the same data depend on each other cannot be measured. It is reckoned both as if they did as
        much as the test allows for, and not at all; the lesser counts.
        """
        from scipy.stats import norm, t

        level, found = SIGNIFICANCE / self.methods / 2, 1.0
        if self.seeds > 1:
            variance = self.rest if self.one_split else self.rest + self.sampling
            variance = max(variance, 1 / (12 * self.tested**2))
            edge = float(t.isf(level, self.seeds - 1))
            dependent = np.sqrt((1 / self.seeds + self.ratio) * variance)
            independent = np.sqrt(variance / self.seeds)
            found = min(
                _beyond(edge, self.seeds - 1, gain / dependent),
                _beyond(edge * dependent / independent, self.seeds - 1, gain / independent),
            )
        if self.one_split:
            found *= float(norm.sf(norm.isf(level) - gain / np.sqrt(self.sampling)))
        return found

    def with_samples(self, tested: int, *, steadier: bool) -> Noise:
        """Return the noise of a comparison with so many test samples per seed, and as many more to learn from.

        Args:
            tested: Their number.
            steadier: Whether trainings differ less, too, the more they learn from.
        """
        less = self.tested / tested
        return replace(
            self, tested=tested, sampling=self.sampling * less, rest=self.rest * less if steadier else self.rest
        )


def _beyond(edge: float, freedom: int, shift: float) -> float:
    """Return how often Student's t, shifted by ``shift`` standard errors, is above ``edge``."""
    from scipy.stats import nct

    # Beyond this SciPy's series loses its way, and all is found.
    return 1.0 if shift > 30 and shift > 3 * edge else float(nct.sf(edge, freedom, shift))


@dataclass(frozen=True, slots=True)
class Finding:
    """What it takes to find a true gain.

    Attributes:
        gain: Of accuracy, above 0.
        found: Share of such comparisons that find it.
        seeds: How many seeds would find it in 80 %, with these samples; None where no number would, or one seed has
            told nothing of how they differ.
        seeds_alone: The same if only one method were compared with the reference.
        samples: How many test samples a seed would need with these seeds, if more data made trainings as much steadier.
        samples_at_worst: The same if it did not; None where no number would.
    """

    gain: float
    found: float
    seeds: int | None
    seeds_alone: int | None
    samples: int | None
    samples_at_worst: int | None


def noise_of(result: ComparisonResult, condition: str, reference: str, methods: Sequence[str]) -> Noise:
    """Return the mean noise of the differences of ``methods``, at least one, to ``reference``."""
    sampling, total = [], []
    for method in methods:
        samples = gains(result, condition, method, reference)
        if result.one_split:
            averaged = np.mean(np.stack(samples), axis=0)
            sampling.append(_sampling(averaged))
        else:
            sampling.append(float(np.mean([_sampling(one) for one in samples])))
        if len(samples) > 1:
            total.append(seed_variance(np.array([one.mean() for one in samples]), result.tested))
    explained, whole = float(np.mean(sampling)), float(np.mean(total)) if total else 0.0
    return Noise(
        seeds=len(result.splits),
        tested=result.tested,
        sampling=explained if result.one_split else min(explained, whole),
        rest=whole if result.one_split else max(0.0, whole - explained),
        ratio=overlap(result),
        one_split=result.one_split,
        methods=len(methods),
    )


def _sampling(differences: np.ndarray) -> float:
    """Return the variance of the mean of ``differences`` (N,), above 0: half a sample of +1 and of -1 are added."""
    count = len(differences) + 1
    square, total = float((differences**2).sum()) + 1, float(differences.sum())
    return (square / count - (total / count) ** 2) / count


def findings(noise: Noise, observed: float | None = None) -> tuple[Finding, ...]:
    """Return what it takes to find gains of 3 and 6 points, and of the size ``observed`` where that is a point or more.

    Smallest first.
    """
    wanted = set(GAINS)
    if observed is not None and abs(observed) >= 0.01:
        wanted.add(round(abs(observed), 3))
    return tuple(_finding(noise, gain) for gain in sorted(wanted))


def _finding(noise: Noise, gain: float) -> Finding:
    steadier, as_now = _fewest_samples(noise, gain, steadier=True), _fewest_samples(noise, gain, steadier=False)
    if steadier is not None and as_now is not None:
        steadier, as_now = min(steadier, as_now), max(steadier, as_now)
    return Finding(
        gain=gain,
        found=noise.power(gain),
        seeds=_fewest_seeds(noise, gain),
        seeds_alone=_fewest_seeds(replace(noise, methods=1), gain),
        samples=steadier,
        samples_at_worst=as_now,
    )


def _fewest_seeds(noise: Noise, gain: float) -> int | None:
    if noise.seeds < 2:  # nothing is known of how seeds differ
        return None
    return _fewest(lambda count: replace(noise, seeds=count).power(gain), _MOST)


def _fewest_samples(noise: Noise, gain: float, *, steadier: bool) -> int | None:
    return _fewest(lambda count: noise.with_samples(count, steadier=steadier).power(gain), _MOST_SAMPLES)


def _fewest(power: Callable[[int], float], high: int) -> int | None:
    """Return the least count in [2, ``high``] whose power is 80 %; None where that of ``high`` is less."""
    if power(high) < WANTED:
        return None
    low = 2
    while low < high:
        middle = (low + high) // 2
        if power(middle) >= WANTED:
            high = middle
        else:
            low = middle + 1
    return low
