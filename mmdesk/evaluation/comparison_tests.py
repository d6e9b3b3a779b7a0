"""Which differences between methods are beyond the noise.

Three kinds of noise blur a comparison: the seed of the training, the samples it learns from, and the choice of test
samples (Bouthillier et al., "Accounting for Variance in Machine Learning Benchmarks", MLSys 2021). Each seed therefore
has a split of its own, shared by all methods, and the mean difference in accuracy over the S seeds is judged by the
corrected resampled t test of Nadeau and Bengio, "Inference for the Generalization Error", Machine Learning 52, 2003,
section 3: splits of the same data overlap, so that S differences are worth fewer; the variance of their mean is taken
to be (1 / S + n_test / n_fitted) times theirs. ``n_fitted`` counts all samples that a training had, those that chose
the moment to stop included. Two-sided, S - 1 degrees of freedom.

On *one split*, a fixed one or that of a single seed, nothing can be said about others. There two tests are made of the
mean difference, both two-sided and both only about this split:

- Student's paired t over the seeds, where there are two at least;
- sign-flipping over the test samples on differences averaged over seeds (R. A. Fisher, "The Design of Experiments",
  1935, section 21; with one seed it is McNemar's exact test).

There a difference counts only if both reject, so its p is the larger of the two: an intersection-union test (Berger,
"Multiparameter Hypothesis Testing and Acceptance Sampling", Technometrics 24, 1982).

A share of N samples is rounded to 1 / N, so that few seeds may differ by nothing at all; the variance of a difference
over seeds is taken to be at least that of the rounding, 1 / (12 N^2).

Holm's step-down correction (Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of
Statistics 6, 1979) then runs over all methods compared with the same reference under the same condition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.shares import Interval, share_interval
from mmdesk.evaluation.comparison_result import ComparisonResult, Role
from mmdesk.evaluation.intervals import mean_interval

SIGNIFICANCE = 0.05
FLIPS = 9999
LATE_MARGIN = 0.02
_SEED = 0
_LEVEL = 1e-12

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PairedDifference:
    """Accuracy of a method minus that of a reference under one condition.

    Attributes:
        method: `Method.kind`.
        reference: The same.
        condition: `Condition.name`.
        difference: Mean over seeds, in [-1, 1].
        sd: Standard deviation of the difference over seeds; 0 with one seed.
        interval: Of 95 %, for this difference alone: over seeds with their splits, on one split over test samples.
        p_seeds: Of the t test over seeds, corrected for the overlap of their splits; None with one seed.
        p_samples: Of the sign-flipping over test samples; None where each seed has its own split.
        p: The larger of both after Holm's correction.
    """

    method: str
    reference: str
    condition: str
    difference: float
    sd: float
    interval: Interval
    p_seeds: float | None
    p_samples: float | None
    p: float

    @property
    def beyond_noise(self) -> bool:
        """Whether the corrected p is below 0.05."""
        return self.p < SIGNIFICANCE


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the comparison says about one condition.

    Attributes:
        condition: `Condition.name`.
        best_fusion: Fusion method of the highest mean accuracy, the late baseline left out; None without fusions.
        best_single: Unimodal baseline of the highest mean accuracy; None without one.
        against_single: `best_fusion` minus `best_single`, corrected over all fusion methods, so that picking the best
            one afterwards costs nothing; None when either is missing.
        below_late: Methods, unimodal baselines included, whose mean accuracy is over 2 points below late fusion.
    """

    condition: str
    best_fusion: str | None
    best_single: str | None
    against_single: PairedDifference | None
    below_late: tuple[PairedDifference, ...]


def holm(p_values: Sequence[float]) -> list[float]:
    """Return the p values of one family after Holm's step-down correction, in the given order, at most 1."""
    corrected = [0.0] * len(p_values)
    highest = 0.0
    for rank, index in enumerate(np.argsort(p_values, kind="stable")):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[index]))
        corrected[index] = highest
    return corrected


def overlap(result: ComparisonResult) -> float:
    """Return Nadeau and Bengio's n_test / n_fitted; 0 on one split, where seeds share all samples."""
    if result.one_split:
        return 0.0
    return float(np.mean([len(split.targets) / split.fitted for split in result.splits]))


def seed_variance(differences: Floats, tested: float) -> float:
    """Return the variance of ``differences`` (S,), S at least 2, at least that of rounding to 1 / ``tested``."""
    return max(float(differences.var(ddof=1)), 1 / (12 * tested**2))


def resampled_t(differences: Floats, tested: float, ratio: float) -> tuple[float, Interval]:
    """Return the two-sided p of a mean of 0 for ``differences`` (S,) over seeds, and the mean's 95 % interval.

    Args:
        differences: One a seed, S at least 2.
        tested: Test samples of a seed.
        ratio: Nadeau and Bengio's n_test / n_fitted; 0 gives Student's test.
    """
    from scipy.stats import t

    count, mean = len(differences), float(differences.mean())
    error = float(np.sqrt((1 / count + ratio) * seed_variance(differences, tested)))
    p = float(2 * t.sf(abs(mean) / error, count - 1))
    reach = float(t.isf(SIGNIFICANCE / 2, count - 1)) * error
    return min(1.0, p), Interval(max(-1.0, mean - reach), min(1.0, mean + reach))


def sign_flips(differences: Floats) -> float:
    """Return the two-sided p of ``differences`` (N,) over samples being as likely of either sign.

    It is never below 1 / 10,000: what 9,999 draws can show.
    """
    sizes, counts = np.unique(np.abs(differences).round(9), return_counts=True)
    sizes, counts = sizes[sizes > 0], counts[sizes > 0]
    if not len(sizes):
        return 1.0
    # Only the sum counts: how many of each size are positive is binomial.
    positive = np.random.default_rng(_SEED).binomial(counts, 0.5, size=(FLIPS, len(sizes)))
    sums = np.abs((2 * positive - counts) @ sizes)
    return float((1 + (sums >= abs(differences.sum()) - 1e-9).sum()) / (FLIPS + 1))


def gains(result: ComparisonResult, condition: str, method: str, reference: str) -> tuple[Floats, ...]:
    """Return for each seed (N,): 1 where only ``method`` is right, -1 where only ``reference`` is, otherwise 0."""
    right, base = result.correct(method, condition), result.correct(reference, condition)
    return tuple(one.astype(np.float64) - two for one, two in zip(right, base, strict=True))


def judge(samples: Sequence[Floats], *, one_split: bool, ratio: float) -> tuple[Interval, float | None, float | None]:
    """Return the interval of the mean difference and both p values, as :class:`PairedDifference` has them.

    Args:
        samples: For each seed (N,) the difference of every test sample.
        one_split: Whether all seeds have the same samples.
        ratio: See :func:`overlap`.
    """
    per_seed = np.array([one.mean() for one in samples])
    over_seeds = None
    if len(samples) > 1:
        over_seeds = resampled_t(per_seed, float(np.mean([len(one) for one in samples])), ratio)
    if one_split or over_seeds is None:
        averaged = np.mean(np.stack(list(samples)), axis=0)
        p_seeds = None if over_seeds is None else over_seeds[0]
        return mean_interval(averaged, worst=-1.0), p_seeds, sign_flips(averaged)
    return over_seeds[1], over_seeds[0], None


def differences_to(
    result: ComparisonResult, condition: str, reference: str, methods: Sequence[str]
) -> tuple[PairedDifference, ...]:
    """Return every method of ``methods`` minus ``reference`` under ``condition``, corrected as one family.

    Raises:
        ValueError: If a method is its own reference.
    """
    if reference in methods:
        raise ValueError(f"{reference} cannot be compared with itself")
    ratio = overlap(result)
    raw = []
    for method in methods:
        samples = gains(result, condition, method, reference)
        raw.append((method, samples, *judge(samples, one_split=result.one_split, ratio=ratio)))
    corrected = holm([max(p_seeds or 0.0, p_samples or 0.0) for *_, p_seeds, p_samples in raw])
    found = []
    for (method, samples, interval, p_seeds, p_samples), p in zip(raw, corrected, strict=True):
        per_seed = np.array([one.mean() for one in samples])
        found.append(
            PairedDifference(
                method=method,
                reference=reference,
                condition=condition,
                difference=float(per_seed.mean()),
                sd=float(per_seed.std(ddof=1)) if len(per_seed) > 1 else 0.0,
                interval=interval,
                p_seeds=p_seeds,
                p_samples=p_samples,
                p=p,
            )
        )
    return tuple(found)


def accuracy_interval(result: ComparisonResult, method: str, condition: str) -> Interval:
    """Return the 95 % interval of a method's mean accuracy: over seeds and splits, on one split over test samples.

    Seeds that happen to agree say little: it is never narrower than Wilson's for all their test samples together.
    """
    values, right = result.accuracy(method, condition), result.correct(method, condition)
    if result.one_split:
        return mean_interval(np.mean(np.stack(right), axis=0, dtype=np.float64))
    _, over_seeds = resampled_t(values, result.tested, overlap(result))
    together = share_interval(int(sum(one.sum() for one in right)), sum(len(one) for one in right))
    if over_seeds.high - over_seeds.low < together.high - together.low:
        return together
    return Interval(max(0.0, over_seeds.low), over_seeds.high)


def level_with(result: ComparisonResult, condition: str, kind: str, role: Role | None = None) -> tuple[str, ...]:
    """Return the other methods, of ``role`` or of any, whose mean accuracy is just that of ``kind``."""
    top = float(result.accuracy(kind, condition).mean())
    return tuple(
        method.kind
        for method in (result.methods if role is None else result.of_role(role))
        if method.kind != kind and abs(float(result.accuracy(method.kind, condition).mean()) - top) < _LEVEL
    )


def best_of(result: ComparisonResult, condition: str, role: Role) -> str | None:
    """Return the method of a role with the highest mean accuracy under ``condition``; the first of equals, or None."""
    methods = [method.kind for method in result.of_role(role)]
    return max(methods, key=lambda kind: float(result.accuracy(kind, condition).mean()), default=None)


def verdict(result: ComparisonResult, condition: str) -> Verdict:
    """Return what the comparison says about ``condition`` (`Condition.name`)."""
    best_fusion, best_single = (best_of(result, condition, role) for role in (Role.FUSION, Role.UNIMODAL))
    against_single = None
    if best_fusion is not None and best_single is not None:
        fusions = [method.kind for method in result.of_role(Role.FUSION)]
        found = differences_to(result, condition, best_single, fusions)
        against_single = next(one for one in found if one.method == best_fusion)
    below: tuple[PairedDifference, ...] = ()
    late = best_of(result, condition, Role.LATE)
    if late is not None:
        others = [method.kind for method in result.methods if method.role is not Role.LATE]
        below = tuple(
            one for one in differences_to(result, condition, late, others) if one.difference < -LATE_MARGIN - 1e-12
        )
    return Verdict(condition, best_fusion, best_single, against_single, below)
