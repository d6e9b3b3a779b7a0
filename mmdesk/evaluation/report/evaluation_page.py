"""The report of one model."""

from __future__ import annotations

import re

from mmdesk.evaluation.evaluation_result import EvaluationResult, RobustnessCurve, SubsetScores
from mmdesk.evaluation.metrics import Scores
from mmdesk.evaluation.report.content import Report
from mmdesk.evaluation.report.page import (
    Cell,
    Kind,
    Section,
    Table,
    bullets,
    figure,
    headline,
    page,
    paragraph,
    points,
    reading,
    table_html,
)
from mmdesk.evaluation.report.plots import (
    class_plot,
    confusion_plot,
    curve_plot,
    percent,
    reliability_plot,
    roc_plot,
    subset_plot,
)
from mmdesk.evaluation.report.svg import Drawing, clean

_FEW_SAMPLES = 200
_MISTAKES = 12
_SAMPLES_ONLY = (
    "The intervals say how far the figures would move with other samples of the same kind. They say nothing about "
    "other rooms, cameras, voices or people than those in the data."
)


def evaluation_report(result: EvaluationResult) -> Report:
    """Compose the report of one model."""
    scores = result.scores
    tables = {
        "overall": _overall(scores),
        "classes": _classes(scores),
        "mistakes": _mistakes(scores),
        "confusion": _confusion(scores),
    }
    plots: dict[str, Drawing | None] = {
        "confusion": confusion_plot(scores),
        "classes": class_plot(scores),
        "roc": roc_plot(scores),
        "reliability": reliability_plot(scores),
    }
    sections = [
        Section("Overall scores", _overall_body(scores, tables["overall"])),
        Section("Which classes are mixed up", _confusion_body(scores, plots["confusion"], tables["mistakes"])),
        Section("Class by class", _class_body(scores, plots["classes"], tables["classes"])),
        Section("Ranking quality (ROC)", _roc_body(plots["roc"])),
        Section("Can its confidence be trusted?", _reliability_body(plots["reliability"])),
    ]
    if result.subsets:
        plots["subsets"], tables["subsets"] = subset_plot(result.subsets), _subsets(result.subsets)
        sections.append(
            Section("What each modality brings", _subset_body(result.subsets, plots["subsets"], tables["subsets"]))
        )
    if result.curves:
        drawings = {_file_name(curve.name, index): curve_plot(curve) for index, curve in enumerate(result.curves, 1)}
        plots |= drawings
        tables["robustness"] = _robustness(result.curves)
        sections.append(Section("When inputs get worse", _curve_body(result.curves, list(drawings.values()))))
    sections.append(Section("What to keep in mind", bullets(caveats(scores))))
    if result.notes:
        sections.append(Section("How it was made", bullets(result.notes)))
    title = f"Evaluation of {result.model}"
    subtitle = f"{result.fusion} · {result.dataset} · {scores.n} samples · {len(scores.labels)} classes"
    told = paragraph(result.membership, "say") if result.membership else ""
    html = page(title, subtitle, told + _opening(result), sections)
    return Report(html, result.to_json(), tables, {name: one for name, one in plots.items() if one is not None})


def caveats(scores: Scores) -> list[str]:
    """Return what limits these figures, in plain words."""
    lines = [_SAMPLES_ONLY]
    if scores.n < _FEW_SAMPLES:
        lines.append(f"With {scores.n} samples, one sample more or less is {percent(1 / scores.n)}: read widths first.")
    if scores.unanswered:
        lines.append(f"{scores.unanswered} samples gave the model nothing to go by. They count as wrong in accuracy.")
    if scores.without_auc:
        names = ", ".join(scores.without_auc[:10]) + (" …" if len(scores.without_auc) > 10 else "")
        lines.append(f"The AUC is not defined for: {names}. No sample, or every sample, is of that class.")
    empty = sum(one.support == 0 for one in scores.per_class)
    if empty:
        lines.append(f"{empty} classes have no sample here; means over classes leave them out.")
    return lines


def _opening(result: EvaluationResult) -> str:
    scores = result.scores
    interval = f"{percent(scores.accuracy_interval.low)} to {percent(scores.accuracy_interval.high)}"
    auc = "–" if scores.auc_macro is None else f"{scores.auc_macro:.3f}"
    error = "–" if scores.ece is None else f"{scores.ece:.3f}"
    figures = [
        (percent(scores.accuracy), f"accuracy ({interval})"),
        (percent(scores.f1_macro), "F1, mean of classes"),
        (auc, "AUC, mean of classes"),
        (error, "calibration error"),
    ]
    words = f"The model names the right class for {percent(scores.accuracy)} of the samples; chance on equally "
    words += f"frequent classes is {percent(1 / len(scores.labels))}. " + _subset_words(result.subsets)
    return headline(figures) + paragraph(words, "say")


def _subset_words(subsets: tuple[SubsetScores, ...]) -> str:
    """Return whether everything together is better than the best single modality of the same model."""
    single = [one for one in subsets if len(one.modalities) == 1]
    if len(single) < 2:
        return ""
    best, every = max(single, key=lambda one: one.scores.accuracy), subsets[-1]
    gain = every.scores.accuracy - best.scores.accuracy
    words = f"With all modalities it scores {points(gain)} points against {best.name} alone"
    apart = (
        every.scores.accuracy_interval.low > best.scores.accuracy_interval.high
        or every.scores.accuracy_interval.high < best.scores.accuracy_interval.low
    )
    return words + (
        ", and the two 95 % intervals do not overlap."
        if apart
        else "; the two 95 % intervals overlap, so only a paired comparison can say whether that is noise."
    )


def _overall(scores: Scores) -> Table:
    rows = [
        ("accuracy", scores.accuracy, scores.accuracy_interval.low, scores.accuracy_interval.high),
        ("F1, mean of classes", scores.f1_macro, scores.f1_macro_interval.low, scores.f1_macro_interval.high),
        ("precision, mean of classes", scores.precision_macro, None, None),
        ("recall, mean of classes", scores.recall_macro, None, None),
        ("F1, weighted by samples", scores.f1_weighted, None, None),
        ("precision, weighted by samples", scores.precision_weighted, None, None),
        ("recall, weighted by samples", scores.recall_weighted, None, None),
    ]
    columns = (("score", Kind.WORDS), ("value", Kind.SHARE), ("from", Kind.SHARE), ("to", Kind.SHARE))
    return Table(columns, tuple(rows), frozenset({0}))


def _classes(scores: Scores) -> Table:
    columns = (
        ("class", Kind.WORDS),
        ("samples", Kind.COUNT),
        ("precision", Kind.SHARE),
        ("recall", Kind.SHARE),
        ("F1", Kind.SHARE),
        ("AUC", Kind.DECIMAL),
    )
    rows = [(one.label, one.support, one.precision, one.recall, one.f1, one.auc) for one in scores.per_class]
    return Table(columns, tuple(rows))


def _mistakes(scores: Scores) -> Table:
    found = [
        (count, row, column)
        for row, counts in enumerate(scores.confusion)
        for column, count in enumerate(counts)
        if count and row != column
    ]
    found.sort(key=lambda one: (-one[0], one[1], one[2]))
    rows = [
        (scores.labels[row], scores.labels[column], count, count / scores.per_class[row].support)
        for count, row, column in found[:_MISTAKES]
    ]
    columns = (
        ("true class", Kind.WORDS),
        ("was named", Kind.WORDS),
        ("times", Kind.COUNT),
        ("of the true class", Kind.SHARE),
    )
    return Table(columns, tuple(rows))


def _confusion(scores: Scores) -> Table:
    columns = (("true class", Kind.WORDS), *((label, Kind.COUNT) for label in scores.labels))
    rows: list[tuple[Cell, ...]] = [
        (label, *counts) for label, counts in zip(scores.labels, scores.confusion, strict=True)
    ]
    return Table(columns, tuple(rows))


def _subsets(subsets: tuple[SubsetScores, ...]) -> Table:
    names = list(dict.fromkeys(name for one in subsets for name in one.baselines))
    columns = (
        ("modalities", Kind.WORDS),
        ("accuracy", Kind.SHARE),
        ("from", Kind.SHARE),
        ("to", Kind.SHARE),
        ("F1, mean of classes", Kind.SHARE),
        ("unanswered", Kind.COUNT),
        *((name, Kind.SHARE) for name in names),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in subsets:
        scores, interval = one.scores, one.scores.accuracy_interval
        others = [one.baselines[name].accuracy if name in one.baselines else None for name in names]
        rows.append(
            (one.name, scores.accuracy, interval.low, interval.high, scores.f1_macro, scores.unanswered, *others)
        )
    return Table(columns, tuple(rows), frozenset({len(rows) - 1}))


def _robustness(curves: tuple[RobustnessCurve, ...]) -> Table:
    columns = (
        ("disturbance", Kind.WORDS),
        ("method", Kind.WORDS),
        ("strength", Kind.DECIMAL),
        ("accuracy", Kind.SHARE),
        ("from", Kind.SHARE),
        ("to", Kind.SHARE),
    )
    rows = [
        (curve.name, method, point.strength, point.accuracy, point.interval.low, point.interval.high)
        for curve in curves
        for method, line in curve.lines.items()
        for point in line
    ]
    return Table(columns, tuple(rows))


def _overall_body(scores: Scores, table: Table) -> str:
    return reading(
        f"The usual scores over all {scores.n} samples. “From” and “to” bound a 95 % interval.",
        "Precision: of the answers that name a class, how many are right. Recall: of the samples of a class, how many "
        "are found. F1 balances the two. “Mean of classes” gives a rare class the same say as a frequent one.",
    ) + table_html(table)


def _confusion_body(scores: Scores, drawing: Drawing | None, mistakes: Table) -> str:
    body = reading(
        "How often samples of each class were given which name.",
        "One row a true class, one column a named class. Right answers lie on the diagonal, in blue; mistakes are "
        "orange. The fuller the colour, the larger the share of that row.",
    ) + figure(drawing)
    if scores.unanswered:
        body += paragraph(f"{scores.unanswered} samples without an answer are in no column.", "muted")
    if not mistakes.rows:
        return body + paragraph("No class was taken for another.")
    return body + "<h3>Most frequent mistakes</h3>" + table_html(mistakes)


def _class_body(scores: Scores, drawing: Drawing | None, table: Table) -> str:
    occurring = [one for one in scores.per_class if one.support]
    weakest = min(occurring, key=lambda one: one.f1)
    return (
        reading(
            "How well each class is recognised, the weakest at the top.",
            "A longer bar is better. The dashed line is the mean of the classes; beside each bar stand its F1 and its "
            "number of samples. With few samples a bar moves a lot by chance.",
        )
        + paragraph(f"The weakest class is {weakest.label} with an F1 of {percent(weakest.f1)}.")
        + figure(drawing)
        + table_html(table)
    )


def _roc_body(drawing: Drawing | None) -> str:
    body = reading(
        "Whether samples of a class get a higher probability for it than samples of the others.",
        "Each line is one class against all others. The closer it comes to the top left corner, the better; the dashed "
        "diagonal is guessing. The area under the line (AUC) is 1 at best and 0.5 for guessing.",
    )
    if drawing is None:
        return body + paragraph("No class has both samples and counter-samples here, so there is no curve.")
    return body + figure(drawing)


def _reliability_body(drawing: Drawing | None) -> str:
    body = reading(
        "Whether “80 % sure” is right in 80 % of the cases.",
        "On the dashed diagonal, confidence and reality agree. Dots below it: the model is too sure of itself; above: "
        "it is too modest. The calibration error is the mean distance from the diagonal, weighted by answers (Guo et "
        "al., 2017, 15 bins); 0 is best.",
    )
    if drawing is None:
        return body + paragraph("The model answered nothing, so there is nothing to calibrate.")
    return body + figure(drawing)


def _subset_body(subsets: tuple[SubsetScores, ...], drawing: Drawing | None, table: Table) -> str:
    body = reading(
        "The same model on the same samples, when it may use only some of its modalities.",
        "A bar is the accuracy, the thin line across its end a 95 % interval. Diamonds are baselines under the same "
        "restriction: models trained on one modality in its colour, late fusion in purple. A sample that has none of "
        "the allowed modalities counts as wrong.",
    )
    words = _subset_words(subsets)
    return body + (paragraph(words) if words else "") + figure(drawing) + table_html(table)


def _curve_body(curves: tuple[RobustnessCurve, ...], drawings: list[Drawing]) -> str:
    body = reading(
        "What happens to the accuracy as one input is disturbed more and more, or as inputs go missing.",
        "The disturbance grows from left to right. The bold line is the model, the shaded band its 95 % interval; thin "
        "lines are the baselines. A good fusion stays up where the disturbed modality alone falls.",
    )
    for curve, drawing in zip(curves, drawings, strict=True):
        name, line = next(iter(curve.lines.items()))
        first, last = line[0], line[-1]
        body += f"<h3>{clean(curve.name[:1].upper() + curve.name[1:])}</h3>" + paragraph(
            f"{name}: {percent(first.accuracy)} at {first.strength:g}, {percent(last.accuracy)} at {last.strength:g} "
            f"({points(last.accuracy - first.accuracy)} points)."
        )
        body += figure(drawing)
    return body


def _file_name(name: str, index: int) -> str:
    return f"robustness_{index}_" + (re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "curve")
