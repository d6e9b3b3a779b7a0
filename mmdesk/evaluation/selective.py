"""What confidence is worth: calibration before and after, coverage against accuracy, known against unknown."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from mmdesk.core.inputs import Input
from mmdesk.evaluation.confidence import Selective
from mmdesk.evaluation.embedded import Embedded, probabilities
from mmdesk.evaluation.metrics import UNANSWERED, measure, predicted_labels
from mmdesk.evaluation.resampling import Floats
from mmdesk.models.fusion import Fusion

_POINTS = 101


def selective(
    fusion: Fusion, embedded: Embedded, labels: Sequence[str], subsets: Sequence[tuple[Input, ...]]
) -> tuple[Selective, ...]:
    """Measure each subset of the inputs of a model."""
    truth = embedded.targets.cpu().numpy()
    found = []
    for inputs in subsets:
        plain, table = (probabilities(fusion, embedded, inputs, calibrated=each) for each in (False, True))
        aurc, coverage, accuracy = risk_coverage(table, truth)
        before, after = (measure(each, truth, labels, bootstrap=0).ece for each in (plain, table))
        found.append(Selective(inputs, before, after, aurc, coverage, accuracy, len(truth)))
    return tuple(found)


def risk_coverage(probabilities: ArrayLike, targets: ArrayLike) -> tuple[float, tuple[float, ...], tuple[float, ...]]:
    """Return the area under the risk-coverage curve, and the curve as coverage and accuracy.

    Samples are answered in the order of their largest probability. Source: El-Yaniv and Wiener, "On the Foundations of
    Noise-free Selective Classification", 2010; the area as Geifman, Uziel and El-Yaniv, "Bias-Reduced Uncertainty
    Estimation for Deep Neural Classifiers", ICLR 2019: the mean of the risks at the N coverages. A row without an
    answer is wrong and comes last.

    Args:
        probabilities: (N, C), at least one row.
        targets: (N,) int.
    """
    table, truth = np.asarray(probabilities, dtype=np.float64), np.asarray(targets)
    named = predicted_labels(table)
    order = np.argsort(-np.where(named == UNANSWERED, 0.0, table.max(axis=1)), kind="stable")
    wrong: Floats = (named != truth)[order].astype(np.float64)
    counts = np.arange(1, len(wrong) + 1)
    risks = np.cumsum(wrong) / counts
    places = np.unique(np.linspace(0, len(wrong) - 1, min(len(wrong), _POINTS)).round().astype(int))
    coverage, accuracy = counts[places] / len(wrong), 1 - risks[places]
    return float(risks.mean()), tuple(coverage.tolist()), tuple(accuracy.tolist())


def told_apart(known: ArrayLike, unknown: ArrayLike) -> float | None:
    """Return the area under the ROC curve of scores (n,) and (u,), ties one half (Mann and Whitney, 1947)."""
    from scipy.stats import rankdata

    high, low = np.asarray(known, dtype=np.float64), np.asarray(unknown, dtype=np.float64)
    if not len(high) or not len(low):
        return None
    ranks = rankdata(np.concatenate([high, low]))[: len(high)]
    return float((ranks.sum() - len(high) * (len(high) + 1) / 2) / (len(high) * len(low)))
