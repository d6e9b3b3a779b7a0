"""The tables of one model's report: every share with its interval and its number of samples."""

from __future__ import annotations

from collections.abc import Sequence

from mmdesk.core.shares import Interval, decimal_number, range_numbers, share_interval
from mmdesk.evaluation.confidence import Selective, Unknowns
from mmdesk.evaluation.evaluation_result import RobustnessCurve, SubsetScores
from mmdesk.evaluation.report.page import Cell, Kind, Table, shown
from mmdesk.evaluation.scores import ClassScores, Scores

_MISTAKES = 12
_ENDS = (("from", Kind.SHARE), ("to", Kind.SHARE))
_CLASS_SCORES = (("precision", Kind.SHARE), ("recall", Kind.SHARE), ("F1", Kind.SHARE), ("AUC", Kind.DECIMAL))


def overall_table(scores: Scores) -> Table:
    """The usual scores."""
    found = [
        ("accuracy", scores.accuracy, scores.accuracy_interval),
        ("F1, mean of classes", scores.f1_macro, scores.f1_macro_interval),
        ("precision, mean of classes", scores.precision_macro, scores.precision_macro_interval),
        ("recall, mean of classes", scores.recall_macro, scores.recall_macro_interval),
        ("F1, weighted by samples", scores.f1_weighted, scores.f1_weighted_interval),
        ("precision, weighted by samples", scores.precision_weighted, scores.precision_weighted_interval),
        # Weighted by samples, recall is the accuracy.
        ("recall, weighted by samples", scores.recall_weighted, scores.accuracy_interval),
        ("without an answer", scores.unanswered / scores.n, scores.unanswered_interval),
    ]
    rows = tuple((name, value, *ends(interval), scores.n) for name, value, interval in found)
    return Table((("score", Kind.WORDS), ("value", Kind.SHARE), *_ENDS, ("samples", Kind.COUNT)), rows, frozenset({0}))


def probabilities_table(scores: Scores) -> Table:
    """What judges the probabilities rather than the answers."""
    answered = scores.n - scores.unanswered
    found = [
        ("AUC, mean of classes", scores.auc_macro, scores.auc_macro_interval, scores.n),
        ("calibration error", scores.ece, scores.ece_interval, answered),
        ("Brier score", scores.brier, scores.brier_interval, scores.n),
    ]
    columns = (
        ("score", Kind.WORDS),
        ("value", Kind.DECIMAL),
        ("from", Kind.DECIMAL),
        ("to", Kind.DECIMAL),
        ("samples", Kind.COUNT),
    )
    return Table(columns, tuple((name, value, *ends(interval), n) for name, value, interval, n in found))


def selective_table(found: Sequence[Selective]) -> Table:
    """What the confidence is worth in each subset."""
    columns = (
        ("inputs", Kind.WORDS),
        ("calibration error before", Kind.DECIMAL),
        ("after", Kind.DECIMAL),
        ("AURC", Kind.DECIMAL),
        ("accuracy of the surest half", Kind.SHARE),
        ("samples", Kind.COUNT),
    )
    rows = tuple((one.name, one.ece_before, one.ece_after, one.aurc, _at_half(one), one.samples) for one in found)
    return Table(columns, rows)


def _at_half(one: Selective) -> float:
    return next(right for cover, right in zip(one.coverage, one.accuracy, strict=True) if cover >= 0.5)


def coverage_table(found: Sequence[Selective]) -> Table:
    """The risk-coverage curves, for a file."""
    columns = (
        ("inputs", Kind.WORDS),
        ("coverage", Kind.SHARE),
        ("accuracy", Kind.SHARE),
        ("samples answered", Kind.COUNT),
    )
    rows = [
        (one.name, cover, right, round(cover * one.samples))
        for one in found
        for cover, right in zip(one.coverage, one.accuracy, strict=True)
    ]
    return Table(columns, tuple(rows))


def unknowns_table(found: Sequence[Unknowns]) -> Table:
    """Known samples against unknown ones."""
    columns = (
        ("judged by", Kind.WORDS),
        ("AUROC", Kind.DECIMAL),
        ("known, given up", Kind.SHARE),
        ("known samples", Kind.COUNT),
        ("unknown, claimed", Kind.SHARE),
        ("unknown samples", Kind.COUNT),
    )
    rows = tuple((one.name, one.auroc, one.rejected, one.known, one.claimed, one.unknown) for one in found)
    return Table(columns, rows)


def ends(interval: Interval | None) -> tuple[float | None, float | None]:
    """The two cells of an interval, or of none."""
    return (None, None) if interval is None else (interval.low, interval.high)


def classes_table(scores: Scores) -> Table:
    """Every score of every class with its interval, for a file."""
    columns: list[tuple[str, Kind]] = [("class", Kind.WORDS), ("samples", Kind.COUNT), ("answers", Kind.COUNT)]
    for name, kind in _CLASS_SCORES:
        columns += [(name, kind), (f"{name} from", kind), (f"{name} to", kind)]
    rows: list[tuple[Cell, ...]] = []
    for one in scores.per_class:
        cells = [cell for value, interval in _class_scores(one) for cell in (value, *ends(interval))]
        rows.append((one.label, one.support, one.named, *cells))
    return Table(tuple(columns), tuple(rows))


def classes_shown(scores: Scores) -> Table:
    """The same for the page, each interval behind its score."""
    rows: list[tuple[Cell, ...]] = []
    for one in scores.per_class:
        cells = []
        for (_, kind), (value, interval) in zip(_CLASS_SCORES, _class_scores(one), strict=True):
            bounds = "" if interval is None else f" ({_bounds(interval, kind)})"
            cells.append(f"{shown(value, kind)}{bounds}")
        rows.append((one.label, one.support, one.named, *cells))
    columns = (("class", Kind.WORDS), ("samples", Kind.COUNT), ("answers", Kind.COUNT), *_CLASS_SCORES)
    return Table(columns, tuple(rows))


def _bounds(interval: Interval, kind: Kind) -> str:
    return (
        range_numbers(interval)
        if kind is Kind.SHARE
        else f"{decimal_number(interval.low)}–{decimal_number(interval.high)}"
    )


def _class_scores(one: ClassScores) -> tuple[tuple[float | None, Interval | None], ...]:
    """Return the scores of a class in the order of `_CLASS_SCORES`; None where there is nothing to take a share of."""
    return (
        (one.precision if one.named else None, one.precision_interval),
        (one.recall if one.support else None, one.recall_interval),
        (one.f1 if one.support else None, one.f1_interval),
        (one.auc, one.auc_interval),
    )


def mistakes_table(scores: Scores) -> Table:
    """The most frequent mistakes."""
    found = [
        (count, row, column)
        for row, counts in enumerate(scores.confusion)
        for column, count in enumerate(counts)
        if count and row != column
    ]
    found.sort(key=lambda one: (-one[0], one[1], one[2]))
    rows = []
    for count, row, column in found[:_MISTAKES]:
        support = scores.per_class[row].support
        bounds = ends(share_interval(count, support))
        rows.append((scores.labels[row], scores.labels[column], count, support, count / support, *bounds))
    columns = (
        ("true class", Kind.WORDS),
        ("was named", Kind.WORDS),
        ("times", Kind.COUNT),
        ("samples of the true class", Kind.COUNT),
        ("share of them", Kind.SHARE),
        *_ENDS,
    )
    return Table(columns, tuple(rows))


def confusion_table(scores: Scores) -> Table:
    """The confusion matrix."""
    columns = (("true class", Kind.WORDS), *((label, Kind.COUNT) for label in scores.labels))
    rows: list[tuple[Cell, ...]] = [
        (label, *counts) for label, counts in zip(scores.labels, scores.confusion, strict=True)
    ]
    return Table(columns, tuple(rows))


def subsets_table(subsets: tuple[SubsetScores, ...]) -> Table:
    """The model and its baselines with every subset of inputs."""
    names = list(dict.fromkeys(name for one in subsets for name in one.baselines))
    columns = (
        ("inputs", Kind.WORDS),
        ("samples", Kind.COUNT),
        ("accuracy", Kind.SHARE),
        *_ENDS,
        ("F1, mean of classes", Kind.SHARE),
        ("unanswered", Kind.COUNT),
        *((name, Kind.SHARE) for name in names),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in subsets:
        scores, bounds = one.scores, ends(one.scores.accuracy_interval)
        others = [one.baselines[name].accuracy if name in one.baselines else None for name in names]
        rows.append((one.name, scores.n, scores.accuracy, *bounds, scores.f1_macro, scores.unanswered, *others))
    return Table(columns, tuple(rows), frozenset({len(rows) - 1}))


def robustness_table(curves: tuple[RobustnessCurve, ...], count: int) -> Table:
    """Every point of every curve; ``count`` samples are behind each."""
    columns = (
        ("perturbation", Kind.WORDS),
        ("method", Kind.WORDS),
        ("strength", Kind.DECIMAL),
        ("samples", Kind.COUNT),
        ("accuracy", Kind.SHARE),
        *_ENDS,
    )
    rows = [
        (curve.name, method, point.strength, count, point.accuracy, *ends(point.interval))
        for curve in curves
        for method, line in curve.lines.items()
        for point in line
    ]
    return Table(columns, tuple(rows))
