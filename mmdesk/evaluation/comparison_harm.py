"""What each input is worth to each fusion method of a comparison, and which inputs do harm.

The accuracy of a method with all inputs minus its accuracy without one, on the same test samples, is judged as
differences between methods are, see :mod:`mmdesk.evaluation.comparison_tests`; Holm's correction runs over all methods
without the same input.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mmdesk.core.inputs import Input
from mmdesk.core.shares import Interval
from mmdesk.evaluation.comparison_result import CLEAN, ComparisonResult, Role
from mmdesk.evaluation.comparison_tests import SIGNIFICANCE, holm, judge, overlap
from mmdesk.evaluation.corruptions import missing


@dataclass(frozen=True, slots=True)
class InputGain:
    """Accuracy of a method with all inputs minus that without one.

    Attributes:
        method: `Method.kind`.
        input: The input's name.
        difference: Mean over seeds, in [-1, 1]; below 0 the input costs accuracy.
        interval: Of 95 %, as of a `PairedDifference`.
        p: Two-sided, after Holm's correction over the methods.
    """

    method: str
    input: str
    difference: float
    interval: Interval
    p: float

    @property
    def harms(self) -> bool:
        """Whether the method is worse with the input than without it, beyond the noise."""
        return self.difference < 0 and self.p < SIGNIFICANCE


def input_gains(result: ComparisonResult) -> tuple[InputGain, ...]:
    """Return what each input is worth to every method that reads several, input by input.

    Empty where no condition leaves an input out of samples that are otherwise clean.
    """
    named = {condition.name: condition.input for condition in result.conditions}
    left_out = [one for name, one in named.items() if one is not None and name == missing(one).name]
    if CLEAN not in named:
        return ()
    return tuple(gain for one in left_out for gain in _gains_of(result, one))


def _gains_of(result: ComparisonResult, one: Input) -> list[InputGain]:
    kinds = [method.kind for method in result.methods if method.role is not Role.UNIMODAL]
    found = []
    for kind in kinds:
        both = zip(result.correct(kind, CLEAN), result.correct(kind, missing(one).name), strict=True)
        samples = [with_it.astype(np.float64) - without_it for with_it, without_it in both]
        judged = judge(samples, one_split=result.one_split, ratio=overlap(result))
        found.append((kind, float(np.mean([seed.mean() for seed in samples])), *judged))
    corrected = holm([max(p_seeds or 0.0, p_samples or 0.0) for *_, p_seeds, p_samples in found])
    return [
        InputGain(kind, one.name, difference, interval, p)
        for (kind, difference, interval, *_), p in zip(found, corrected, strict=True)
    ]
