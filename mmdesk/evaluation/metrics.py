"""Scores of one classifier on one set of samples, with what is needed to trust and to draw them.

scikit-learn computes accuracy, precision, recall, F1, ROC, AUC and the confusion matrix; it is imported when the
first set is measured, because it takes a second to load. Ours are:

- expected calibration error and reliability bins: Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural
  Networks", ICML 2017, section 2, equation 3, with 15 bins of equal width;
- the Brier score: Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather Review 78,
  1950, in scikit-learn's form: the squared errors of a row summed over classes, with two classes halved;
- the intervals: :mod:`mmdesk.evaluation.intervals`, Wilson's for shares of samples, the bootstrap for the rest.

A row whose probabilities are all equal names no class. It counts as *unanswered*: wrong in accuracy and recall, in no
class's precision, and left out of the calibration error, since it claimed nothing. The Brier score takes all rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mmdesk.core.shares import Interval, share_interval, wilson
from mmdesk.evaluation import resampling
from mmdesk.evaluation.intervals import resampled_interval
from mmdesk.evaluation.resampling import Floats, Ints
from mmdesk.evaluation.scores import ClassScores, ReliabilityBin, RocCurve, Scores

UNANSWERED = -1
RELIABILITY_BINS = 15
_ROC_POINTS = 201
_RANKINGS = 20_000_000
"""Samples x classes x resamples behind the intervals of the AUC, about 1 s; the resamples are fewer beyond it."""
_FEWEST_RANKINGS = 200


def predicted_labels(probabilities: ArrayLike) -> Ints:
    """Return the named class of each row of ``probabilities`` (N, C), (N,) int64; -1 where all are equal."""
    table = np.asarray(probabilities, dtype=np.float64)
    equal = table.max(axis=1) == table.min(axis=1)
    return np.where(equal, UNANSWERED, table.argmax(axis=1)).astype(np.int64)


def measure(
    probabilities: ArrayLike, targets: ArrayLike, labels: Sequence[str], *, bootstrap: int = 1000, seed: int = 0
) -> Scores:
    """Score ``probabilities`` (N, C), rows summing to 1, against ``targets`` (N,) int in [0, C).

    Args:
        probabilities: Array or CPU tensor.
        targets: Array or CPU tensor.
        labels: The C class names.
        bootstrap: Number of resamples behind each interval that is no share's; 0 leaves those intervals out.
        seed: Of the resampling; the same seed gives the same intervals.

    Raises:
        ValueError: If shapes, values or labels do not fit, or there are no samples.
    """
    table, truth = _checked(probabilities, targets, labels)
    if bootstrap < 0:
        raise ValueError(f"bootstrap must be at least 0, got {bootstrap}")
    named = predicted_labels(table)
    answered = named != UNANSWERED
    from sklearn import config_context
    from sklearn.metrics import confusion_matrix

    # Everything is checked above; scikit-learn's own checks at every call take most of the time with many classes.
    with config_context(skip_parameter_validation=True, assume_finite=True):
        averages, per_class, roc = _class_scores(table, truth, named, labels)
        counts = np.zeros((len(labels), len(labels)), dtype=np.int64)
        if answered.any():
            counts = confusion_matrix(truth[answered], named[answered], labels=np.arange(len(labels)))
    aucs = [one.auc for one in per_class if one.auc is not None]
    bins = _reliability(table[answered].max(axis=1), named[answered] == truth[answered])
    total = sum(one.count for one in bins)
    scores = Scores(
        n=len(truth),
        labels=tuple(labels),
        **averages,
        auc_macro=float(np.mean(aucs)) if aucs else None,
        ece=sum(one.count * abs(one.accuracy - one.confidence) for one in bins) / total if total else None,
        brier=float(_squared_errors(table, truth).mean()),
        unanswered=int((~answered).sum()),
        accuracy_interval=share_interval(int((named == truth).sum()), len(truth)),
        unanswered_interval=share_interval(int((~answered).sum()), len(truth)),
        per_class=per_class,
        roc=roc,
        confusion=tuple(tuple(int(count) for count in row) for row in counts),
        reliability=bins,
    )
    return _with_resampled(scores, table, truth, named, bootstrap, seed) if bootstrap else scores


def _checked(probabilities: ArrayLike, targets: ArrayLike, labels: Sequence[str]) -> tuple[Floats, Ints]:
    table = np.asarray(probabilities, dtype=np.float64)
    truth = np.asarray(targets)
    if table.ndim != 2 or table.shape[1] != len(labels) or len(labels) < 2:
        raise ValueError(f"probabilities must be (N, {len(labels)}) with at least 2 classes, got {table.shape}")
    if truth.shape != table.shape[:1] or truth.dtype.kind not in "iu":
        raise ValueError(f"targets must be {len(table)} integers, got {truth.dtype} {truth.shape}")
    if not len(table):
        raise ValueError("there are no samples to measure")
    if not np.isfinite(table).all() or (table < 0).any() or np.abs(table.sum(axis=1) - 1).max() > 1e-3:
        raise ValueError("every row of probabilities must be finite, not negative and sum to 1")
    if truth.min() < 0 or truth.max() >= len(labels):
        raise ValueError(f"targets must lie in [0, {len(labels)}), got {truth.min()} to {truth.max()}")
    return table, truth.astype(np.int64)


def _class_scores(
    table: Floats, truth: Ints, named: Ints, labels: Sequence[str]
) -> tuple[dict[str, Any], tuple[ClassScores, ...], tuple[RocCurve, ...]]:
    """Return accuracy and averages by name, the scores of each class, and the curves of those that have one."""
    from sklearn.metrics import accuracy_score, auc, precision_recall_fscore_support, roc_curve

    every = np.arange(len(labels))
    precision, recall, f1, support = precision_recall_fscore_support(truth, named, labels=every, zero_division=0)
    answers = np.bincount(named[named != UNANSWERED], minlength=len(labels))
    found = np.bincount(truth[named == truth], minlength=len(labels))
    precise, recalled = wilson(found, answers), wilson(found, support)
    averages: dict[str, Any] = {"accuracy": float(accuracy_score(truth, named))}
    for average in ("macro", "weighted"):
        # Only classes that occur: one without samples would pull the mean towards a score that nobody can reach.
        means = precision_recall_fscore_support(truth, named, labels=np.unique(truth), average=average, zero_division=0)
        averages |= {
            f"{name}_{average}": float(mean)
            for name, mean in zip(("precision", "recall", "f1"), means[:3], strict=True)
        }
    per_class, curves = [], []
    for index, label in enumerate(labels):
        own = truth == index
        area = None
        if own.any() and not own.all():
            false_rate, true_rate, _ = roc_curve(own, table[:, index])
            area = float(auc(false_rate, true_rate))
            kept = np.unique(np.linspace(0, len(false_rate) - 1, min(_ROC_POINTS, len(false_rate))).round().astype(int))
            curves.append(RocCurve(label, tuple(false_rate[kept].tolist()), tuple(true_rate[kept].tolist())))
        per_class.append(
            ClassScores(
                label=label,
                support=int(support[index]),
                named=int(answers[index]),
                precision=float(precision[index]),
                recall=float(recall[index]),
                f1=float(f1[index]),
                auc=area,
                precision_interval=_interval_at(precise, index) if answers[index] else None,
                recall_interval=_interval_at(recalled, index) if support[index] else None,
            )
        )
    return averages, tuple(per_class), tuple(curves)


def _interval_at(ends: tuple[Floats, Floats], index: int) -> Interval:
    return Interval(float(ends[0][index]), float(ends[1][index]))


def _bins(confidence: Floats) -> Ints:
    """Return the bin (low, high] of each confidence."""
    edges = np.linspace(0.0, 1.0, RELIABILITY_BINS + 1)
    # Rows may sum to a hair more than 1, which still belongs to the last bin.
    return np.clip(np.searchsorted(edges, confidence, side="left") - 1, 0, RELIABILITY_BINS - 1).astype(np.int64)


def _reliability(confidence: Floats, right: NDArray[np.bool_]) -> tuple[ReliabilityBin, ...]:
    edges, place = np.linspace(0.0, 1.0, RELIABILITY_BINS + 1), _bins(confidence)
    bins = []
    for index in range(RELIABILITY_BINS):
        inside = place == index
        count = int(inside.sum())
        bins.append(
            ReliabilityBin(
                low=float(edges[index]),
                high=float(edges[index + 1]),
                count=count,
                confidence=float(confidence[inside].mean()) if count else 0.0,
                accuracy=float(right[inside].mean()) if count else 0.0,
                interval=share_interval(int(right[inside].sum()), count),
            )
        )
    return tuple(bins)


def _squared_errors(table: Floats, truth: Ints) -> Floats:
    """Return what each sample adds to the Brier score, (N,)."""
    errors: Floats = ((table - np.eye(table.shape[1])[truth]) ** 2).sum(axis=1)
    return errors / 2 if table.shape[1] == 2 else errors


def _with_resampled(scores: Scores, table: Floats, truth: Ints, named: Ints, bootstrap: int, seed: int) -> Scores:
    """Return the scores with the intervals that take resampling."""
    n, classes = table.shape
    answered = np.flatnonzero(named != UNANSWERED)
    confidence, right = table[answered].max(axis=1), named[answered] == truth[answered]
    bins, errors = _bins(confidence), _squared_errors(table, truth)
    rankings = min(bootstrap, max(_FEWEST_RANKINGS, _RANKINGS // (n * classes)))
    ranked = [index for index, one in enumerate(scores.per_class) if one.auc is not None]
    found: dict[str, list[Floats]] = {}
    areas, done = [], 0
    for drawn in resampling.resamples(n, bootstrap, seed):
        part = resampling.class_averages(drawn, truth, named, classes)
        part["brier"] = drawn @ errors / n
        part["ece"] = resampling.calibration_error(drawn[:, answered], bins, confidence, right, RELIABILITY_BINS)
        for name, values in part.items():
            found.setdefault(name, []).append(values)
        few = drawn[: max(0, rankings - done)]
        areas.append(
            np.stack([resampling.auc(few, truth == index, table[:, index]) for index in ranked], axis=1)
            if ranked
            else np.zeros((len(few), 0))
        )
        done += len(drawn)
    draws = {name: np.concatenate(parts) for name, parts in found.items()}
    if len(answered):
        chance = resampling.calibration_by_chance(bins, confidence, RELIABILITY_BINS, bootstrap, seed)
        scores = replace(scores, ece_by_chance=chance)
    return _filled(scores, draws, np.concatenate(areas), ranked)


def _filled(scores: Scores, draws: dict[str, Floats], areas: Floats, ranked: list[int]) -> Scores:
    """Return the scores with the intervals of what was drawn: (R,) a score, ``f1`` (R, C), ``areas`` (R, ranked)."""
    n = scores.n
    intervals: dict[str, Any] = {}
    for name in ("precision_macro", "recall_macro", "f1_macro", "precision_weighted", "f1_weighted"):
        intervals[f"{name}_interval"] = resampled_interval(getattr(scores, name), draws[name], n)
    most = 1.0 if len(scores.labels) == 2 else 2.0
    intervals["brier_interval"] = resampled_interval(scores.brier, draws["brier"], n, 0.0, most)
    if scores.ece is not None:
        answered = n - scores.unanswered
        found = resampled_interval(scores.ece, draws["ece"], answered)
        # Few answers look miscalibrated whatever the model: what chance alone would give does not exclude 0.
        by_chance = scores.ece_by_chance is not None and scores.ece <= scores.ece_by_chance
        intervals["ece_interval"] = Interval(0.0, found.high) if by_chance and found is not None else found
    if scores.auc_macro is not None:
        known = ~np.isnan(areas)
        means = np.where(known, areas, 0.0).sum(axis=1) / np.where(known.any(axis=1), known.sum(axis=1), np.nan)
        intervals["auc_macro_interval"] = resampled_interval(scores.auc_macro, means, n)
    per_class = []
    for index, one in enumerate(scores.per_class):
        f1 = resampled_interval(one.f1, draws["f1"][:, index], one.support) if one.support else None
        area = None
        if one.auc is not None:
            fewer = min(one.support, n - one.support)  # a class of two tells little, however many the others are
            area = resampled_interval(one.auc, areas[:, ranked.index(index)], fewer)
        per_class.append(replace(one, f1_interval=f1, auc_interval=area))
    return replace(scores, per_class=tuple(per_class), **intervals)
