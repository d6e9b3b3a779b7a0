"""Scores of one classifier on one set of samples, with what is needed to trust and to draw them.

scikit-learn computes accuracy, precision, recall, F1, ROC, AUC and the confusion matrix; it is imported when the
first set is measured, because it takes a second to load. The calibration and the intervals are ours:

- expected calibration error and reliability bins: Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural
  Networks", ICML 2017, section 2, equation 3, with 15 bins of equal width;
- intervals: the percentile bootstrap of Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.

A row whose probabilities are all equal names no class. It counts as *unanswered*: wrong in accuracy and recall, in no
class's precision, and left out of the calibration, since it claimed nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

UNANSWERED = -1
RELIABILITY_BINS = 15
_ROC_POINTS = 201

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, both ends included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ClassScores:
    """One class against the rest; each score in [0, 1].

    Attributes:
        label: Name of the class.
        support: Samples of this class.
        precision: 0 when the class was never named.
        recall: 0 when there are no samples of it.
        f1: Harmonic mean of both; 0 when both are.
        auc: Area under the one-vs-rest ROC curve; None when no sample, or every sample, is of this class.
    """

    label: str
    support: int
    precision: float
    recall: float
    f1: float
    auc: float | None


@dataclass(frozen=True, slots=True)
class RocCurve:
    """One-vs-rest ROC curve of a class, from (0, 0) to (1, 1), thinned to at most 201 points for drawing."""

    label: str
    false_positive_rate: tuple[float, ...]
    true_positive_rate: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Answers whose confidence lies in (low, high].

    Attributes:
        low: Lower edge, excluded.
        high: Upper edge, included.
        count: Answers in the bin; where it is 0 the two means are 0 and mean nothing.
        confidence: Mean probability of the named class.
        accuracy: Share of them that are right.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores of one classifier on N samples of C classes; shares lie in [0, 1].

    Attributes:
        n: Number of samples.
        labels: The C class names.
        accuracy: Share of right answers; an unanswered sample is a wrong one.
        precision_macro: Mean over the classes that occur in the targets, as the other macro means.
        recall_macro: As above.
        f1_macro: As above.
        precision_weighted: Mean over classes weighted by their samples.
        recall_weighted: As above.
        f1_weighted: As above.
        auc_macro: Mean one-vs-rest AUC over the classes that have one; None when none has.
        ece: Expected calibration error; None when nothing was answered.
        unanswered: Samples for which no class was named.
        accuracy_interval: 95 % bootstrap interval over samples.
        f1_macro_interval: The same for `f1_macro`.
        per_class: One entry a class, in the order of `labels`.
        roc: Curves of the classes that have one, in the same order.
        confusion: (C, C) counts, row = true class, column = named class; unanswered samples are in no column.
        reliability: 15 bins from 0 to 1.
    """

    n: int
    labels: tuple[str, ...]
    accuracy: float
    precision_macro: float
    recall_macro: float
    f1_macro: float
    precision_weighted: float
    recall_weighted: float
    f1_weighted: float
    auc_macro: float | None
    ece: float | None
    unanswered: int
    accuracy_interval: Interval
    f1_macro_interval: Interval
    per_class: tuple[ClassScores, ...]
    roc: tuple[RocCurve, ...]
    confusion: tuple[tuple[int, ...], ...]
    reliability: tuple[ReliabilityBin, ...]

    @property
    def without_auc(self) -> tuple[str, ...]:
        """Labels whose AUC is not defined, because no sample or every sample is of that class."""
        return tuple(one.label for one in self.per_class if one.auc is None)

    def to_json(self) -> dict[str, Any]:
        """Return plain dicts, lists, numbers and None; :meth:`from_json` gives an equal object back."""
        return cast("dict[str, Any]", _lists(asdict(self)))

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Scores:
        """Build the scores from what :meth:`to_json` gave.

        Raises:
            ValueError: If a field is missing, unknown or of the wrong kind.
        """
        try:
            fields = dict(value)
            fields["labels"] = tuple(fields["labels"])
            for name in ("accuracy_interval", "f1_macro_interval"):
                fields[name] = Interval(**fields[name])
            fields["per_class"] = tuple(ClassScores(**one) for one in fields["per_class"])
            fields["roc"] = tuple(
                RocCurve(one["label"], tuple(one["false_positive_rate"]), tuple(one["true_positive_rate"]))
                for one in fields["roc"]
            )
            fields["confusion"] = tuple(tuple(row) for row in fields["confusion"])
            fields["reliability"] = tuple(ReliabilityBin(**one) for one in fields["reliability"])
            return cls(**fields)
        except (KeyError, TypeError) as error:
            raise ValueError(f"these are no scores: {error}") from error


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
        bootstrap: Number of resamples behind each interval, at least 1.
        seed: Of the resampling; the same seed gives the same intervals.

    Raises:
        ValueError: If shapes, values or labels do not fit, or there are no samples.
    """
    table, truth = _checked(probabilities, targets, labels)
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
    ece = sum(one.count * abs(one.accuracy - one.confidence) for one in bins) / total if total else None
    accuracy_interval, f1_interval = _intervals(truth, named, len(labels), bootstrap, seed)
    return Scores(
        n=len(truth),
        labels=tuple(labels),
        **averages,
        auc_macro=float(np.mean(aucs)) if aucs else None,
        ece=ece,
        unanswered=int((~answered).sum()),
        accuracy_interval=accuracy_interval,
        f1_macro_interval=f1_interval,
        per_class=per_class,
        roc=roc,
        confusion=tuple(tuple(int(count) for count in row) for row in counts),
        reliability=bins,
    )


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
) -> tuple[dict[str, float], tuple[ClassScores, ...], tuple[RocCurve, ...]]:
    """Return accuracy and averages by name, the scores of each class, and the curves of those that have one."""
    from sklearn.metrics import accuracy_score, auc, precision_recall_fscore_support, roc_curve

    every = np.arange(len(labels))
    precision, recall, f1, support = precision_recall_fscore_support(truth, named, labels=every, zero_division=0)
    averages = {"accuracy": float(accuracy_score(truth, named))}
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
                label, int(support[index]), float(precision[index]), float(recall[index]), float(f1[index]), area
            )
        )
    return averages, tuple(per_class), tuple(curves)


def _reliability(confidence: Floats, right: NDArray[np.bool_]) -> tuple[ReliabilityBin, ...]:
    edges = np.linspace(0.0, 1.0, RELIABILITY_BINS + 1)
    # (low, high]: rows may sum to a hair more than 1, which still belongs to the last bin.
    place = np.clip(np.searchsorted(edges, confidence, side="left") - 1, 0, RELIABILITY_BINS - 1)
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
            )
        )
    return tuple(bins)


def _intervals(truth: Ints, named: Ints, classes: int, bootstrap: int, seed: int) -> tuple[Interval, Interval]:
    """Return the intervals of accuracy and macro F1.

    Both depend on a sample only through its pair (true, named), so drawing N samples with replacement is drawing
    the counts of the pairs from a multinomial distribution: the same law, without N x resamples indices.
    """
    if bootstrap < 1:
        raise ValueError(f"bootstrap must be at least 1, got {bootstrap}")
    pairs, counts = np.unique(np.stack([truth, named]), axis=1, return_counts=True)
    n = len(truth)
    draws = np.random.default_rng(seed).multinomial(n, counts / n, size=bootstrap).astype(np.float64)
    hits = pairs[0] == pairs[1]
    accuracy = draws[:, hits].sum(axis=1) / n
    rows, columns = (np.equal.outer(side, np.arange(classes)).astype(np.float64) for side in pairs)
    support, asked = draws @ rows, draws @ columns
    right = draws @ (rows * hits[:, None])
    f1 = 2 * right / np.maximum(support + asked, 1)
    occurs = support > 0
    macro = (f1 * occurs).sum(axis=1) / occurs.sum(axis=1)
    low, high = np.percentile(np.stack([accuracy, macro]), (2.5, 97.5), axis=1)
    return Interval(float(low[0]), float(high[0])), Interval(float(low[1]), float(high[1]))


def _lists(value: object) -> object:
    """Return ``value`` with tuples as lists, so that it equals what JSON gives back."""
    if isinstance(value, dict):
        return {key: _lists(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_lists(one) for one in value]
    return value
