"""The scores of one classifier on one set of samples; plain values that a report can be made of."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, cast

from mmdesk.core.shares import Interval


@dataclass(frozen=True, slots=True)
class ClassScores:
    """One class against the rest; each score in [0, 1], each interval of 95 %.

    Attributes:
        label: Name of the class.
        support: Samples of this class.
        named: Answers that name it.
        precision: Of the answers that name it, the share that is right; 0 when there are none.
        recall: Of its samples, the share that is found; 0 when there are none.
        f1: Harmonic mean of both; 0 when both are.
        auc: Area under the one-vs-rest ROC curve; None when no sample, or every sample, is of this class.
        precision_interval: None where no answer names the class.
        recall_interval: None where there is no sample of it.
        f1_interval: None where there is no sample of it, too few, or nothing was resampled.
        auc_interval: None where there is no AUC, too few samples, or nothing was resampled.
    """

    label: str
    support: int
    named: int
    precision: float
    recall: float
    f1: float
    auc: float | None
    precision_interval: Interval | None = None
    recall_interval: Interval | None = None
    f1_interval: Interval | None = None
    auc_interval: Interval | None = None


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
        interval: 95 % interval of that share; from 0 to 1 in an empty bin.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float
    interval: Interval


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
        ece_by_chance: What a perfectly calibrated model of the same confidences stays below in 95 % of such samples;
            None where nothing was answered or resampled.
        brier: Brier score, 0 at best; at most 2, with two classes 1.
        unanswered: Samples for which no class was named.
        accuracy_interval: 95 % interval of `accuracy` (Wilson); also of `recall_weighted`, which equals it.
        unanswered_interval: The same for the share of unanswered samples.
        per_class: One entry a class, in the order of `labels`.
        roc: Curves of the classes that have one, in the same order.
        confusion: (C, C) counts, row = true class, column = named class; unanswered samples are in no column.
        reliability: 15 bins from 0 to 1.
        precision_macro_interval: 95 % bootstrap interval; None where nothing was resampled, or too little is there.
        recall_macro_interval: As above, and so are the rest.
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
    brier: float
    unanswered: int
    accuracy_interval: Interval
    unanswered_interval: Interval
    per_class: tuple[ClassScores, ...]
    roc: tuple[RocCurve, ...]
    confusion: tuple[tuple[int, ...], ...]
    reliability: tuple[ReliabilityBin, ...]
    precision_macro_interval: Interval | None = None
    recall_macro_interval: Interval | None = None
    f1_macro_interval: Interval | None = None
    precision_weighted_interval: Interval | None = None
    f1_weighted_interval: Interval | None = None
    auc_macro_interval: Interval | None = None
    ece_interval: Interval | None = None
    ece_by_chance: float | None = None
    brier_interval: Interval | None = None

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
            fields = _with_intervals(fields)
            fields["per_class"] = tuple(ClassScores(**_with_intervals(one)) for one in fields["per_class"])
            fields["roc"] = tuple(
                RocCurve(one["label"], tuple(one["false_positive_rate"]), tuple(one["true_positive_rate"]))
                for one in fields["roc"]
            )
            fields["confusion"] = tuple(tuple(row) for row in fields["confusion"])
            fields["reliability"] = tuple(ReliabilityBin(**_with_intervals(one)) for one in fields["reliability"])
            return cls(**fields)
        except (KeyError, TypeError) as error:
            raise ValueError(f"these are no scores: {error}") from error


def _with_intervals(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a JSON object with their intervals as such."""
    return {
        name: Interval(**value) if name.endswith("interval") and value is not None else value
        for name, value in fields.items()
    }


def _lists(value: object) -> object:
    """Return ``value`` with tuples as lists, so that it equals what JSON gives back."""
    if isinstance(value, dict):
        return {key: _lists(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_lists(one) for one in value]
    return value
