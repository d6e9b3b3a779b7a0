"""Which differences between methods are beyond the noise.

Two kinds of noise blur a comparison on one split (Bouthillier et al., "Accounting for Variance in Machine Learning
Benchmarks", MLSys 2021): the seed of the training and the choice of test samples. Each gets its own paired test of
the mean difference in accuracy, both two-sided:

- Student's paired t over the seeds, S - 1 degrees of freedom;
- a paired bootstrap over the test samples on differences averaged over seeds (Koehn, "Statistical Significance Tests
  for Machine Translation Evaluation", EMNLP 2004).

A difference counts only if both reject, so its p is the larger of the two: an intersection-union test (Berger,
"Multiparameter Hypothesis Testing and Acceptance Sampling", Technometrics 24, 1982). Holm's step-down correction (Holm,
"A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6, 1979) then runs over
all methods compared with the same reference under the same condition. With one seed only the bootstrap is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.shares import Interval
from mmdesk.evaluation.comparison_result import ComparisonResult, Role

SIGNIFICANCE = 0.05
RESAMPLES = 4000
LATE_MARGIN = 0.02
_SEED = 0


@dataclass(frozen=True, slots=True)
class PairedDifference:
    """Accuracy of a method minus that of a reference under one condition.

    Attributes:
        method: `Method.kind`.
        reference: The same.
        condition: `Condition.name`.
        difference: Mean over seeds, in [-1, 1].
        sd: Standard deviation of the difference over seeds; 0 with one seed.
        interval: 95 % bootstrap interval over test samples.
        p_seeds: Of the paired t test; None with one seed.
        p_samples: Of the paired bootstrap.
        p: The larger of both after Holm's correction.
    """

    method: str
    reference: str
    condition: str
    difference: float
    sd: float
    interval: Interval
    p_seeds: float | None
    p_samples: float
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


def paired_t(differences: NDArray[np.float64]) -> float | None:
    """Return the two-sided p of a mean of 0 for ``differences`` (S,) over seeds; None when S < 2.

    Seeds that all give the same difference leave no noise to divide by: 1 if that difference is 0, otherwise 0.
    """
    if len(differences) < 2:
        return None
    if np.ptp(differences) < 1e-12:
        return 1.0 if abs(differences[0]) < 1e-12 else 0.0
    from scipy.stats import ttest_1samp

    return float(ttest_1samp(differences, 0.0).pvalue)


def paired_bootstrap(differences: NDArray[np.float64], resamples: int = RESAMPLES) -> tuple[float, Interval]:
    """Return the two-sided p of a mean of 0 for ``differences`` (N,) over samples, and the mean's 95 % interval.

    The p is never below 2 / (resamples + 1): what so many draws can show.
    """
    values, counts = np.unique(differences, return_counts=True)
    # Only counts of equal values matter for a mean; see the intervals in `metrics`.
    draws = np.random.default_rng(_SEED).multinomial(len(differences), counts / counts.sum(), size=resamples)
    means = draws @ values / len(differences)
    tail = min(int((means <= 1e-12).sum()), int((means >= -1e-12).sum()))
    low, high = np.percentile(means, (2.5, 97.5))
    return min(1.0, 2 * (tail + 1) / (resamples + 1)), Interval(float(low), float(high))


def differences_to(
    result: ComparisonResult, condition: str, reference: str, methods: Sequence[str]
) -> tuple[PairedDifference, ...]:
    """Return every method of ``methods`` minus ``reference`` under ``condition``, corrected as one family.

    Raises:
        ValueError: If a method is its own reference.
    """
    if reference in methods:
        raise ValueError(f"{reference} cannot be compared with itself")
    base = result.correct(reference, condition).astype(np.float64)
    raw = []
    for method in methods:
        gain = result.correct(method, condition) - base  # (S, N)
        per_seed = gain.mean(axis=1)
        p_seeds = paired_t(per_seed)
        p_samples, interval = paired_bootstrap(gain.mean(axis=0))
        raw.append((method, per_seed, interval, p_seeds, p_samples))
    corrected = holm([max(p_samples, 0.0 if p_seeds is None else p_seeds) for *_, p_seeds, p_samples in raw])
    return tuple(
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
        for (method, per_seed, interval, p_seeds, p_samples), p in zip(raw, corrected, strict=True)
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
