"""The report of one model."""

from __future__ import annotations

import re

from mmdesk.core.shares import Interval, counted, decimal_number, range_numbers
from mmdesk.evaluation.evaluation_result import EvaluationResult, RobustnessCurve, SubsetScores
from mmdesk.evaluation.report.colours import input_colours
from mmdesk.evaluation.report.content import Report
from mmdesk.evaluation.report.evaluation_tables import (
    classes_shown,
    classes_table,
    confusion_table,
    coverage_table,
    mistakes_table,
    overall_table,
    probabilities_table,
    robustness_table,
    selective_table,
    subsets_table,
    unknowns_table,
)
from mmdesk.evaluation.report.evaluation_words import calibration_words, caveats, subset_words, weakest_words
from mmdesk.evaluation.report.modality_section import modality_section, modality_tables
from mmdesk.evaluation.report.page import (
    Block,
    Bullets,
    Heading,
    Headline,
    Page,
    Paragraph,
    Reading,
    Section,
    Table,
    points,
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
from mmdesk.evaluation.report.svg import Drawing
from mmdesk.evaluation.scores import Scores


def evaluation_report(result: EvaluationResult) -> Report:
    """Compose the report of one model."""
    scores, colours = result.scores, input_colours(result.inputs)
    tables = {
        "overall": overall_table(scores),
        "probabilities": probabilities_table(scores),
        "classes": classes_table(scores),
        "mistakes": mistakes_table(scores),
        "confusion": confusion_table(scores),
    }
    plots: dict[str, Drawing | None] = {
        "confusion": confusion_plot(scores),
        "classes": class_plot(scores),
        "roc": roc_plot(scores),
        "reliability": reliability_plot(scores),
    }
    sections = [
        Section("Overall scores", _overall_body(scores, tables["overall"], tables["probabilities"])),
        Section("Which classes are mixed up", _confusion_body(scores, plots["confusion"], tables["mistakes"])),
        Section("Class by class", _class_body(scores, plots["classes"], classes_shown(scores))),
        Section("Ranking quality (ROC)", _roc_body(plots["roc"])),
        Section("Can its confidence be trusted?", _reliability_body(scores, plots["reliability"])),
    ]
    if result.selective:
        tables |= {"confidence": selective_table(result.selective), "coverage": coverage_table(result.selective)}
        sections.append(Section("What its confidence is worth", _confidence_body(tables["confidence"])))
    if result.unknowns:
        tables["unknowns"] = unknowns_table(result.unknowns)
        sections.append(Section("Does it know when it does not know?", _unknowns_body(tables["unknowns"])))
    if result.subsets:
        plots["subsets"], tables["subsets"] = subset_plot(result.subsets, colours), subsets_table(result.subsets)
        sections.append(
            Section("What each input brings", _subset_body(result.subsets, plots["subsets"], tables["subsets"]))
        )
    if result.modality is not None:
        sections.append(modality_section(result.modality, result.fusion))
        tables |= modality_tables(result.modality)
    if result.curves:
        drawings = {
            _file_name(curve.name, index): curve_plot(curve, colours) for index, curve in enumerate(result.curves, 1)
        }
        plots |= drawings
        tables["robustness"] = robustness_table(result.curves, scores.n)
        body = _curve_body(result.curves, list(drawings.values()), scores.n)
        sections.append(Section("When inputs get worse", body))
    sections.append(Section("What to keep in mind", [Bullets(caveats(scores))]))
    if result.notes:
        sections.append(Section("How it was made", [Bullets(result.notes)]))
    title = f"Evaluation of {result.model}"
    size = f"{counted(scores.n, 'sample')} · {counted(len(scores.labels), 'class', 'classes')}"
    subtitle = f"{result.fusion} · {result.dataset} · {size}"
    membership = [Paragraph(result.membership, "say")] if result.membership else []
    page = Page(title, subtitle, [*membership, *_opening(result)], sections)
    return Report(page, result.to_json(), tables, {name: one for name, one in plots.items() if one is not None})


def _opening(result: EvaluationResult) -> list[Block]:
    scores = result.scores
    right = sum(scores.confusion[index][index] for index in range(len(scores.labels)))
    figures = [
        (percent(scores.accuracy), f"accuracy ({range_numbers(scores.accuracy_interval)}, {right} of {scores.n})"),
        (percent(scores.f1_macro), f"F1, mean of classes{_bounds(scores.f1_macro_interval)}"),
        (_decimal(scores.auc_macro), "AUC, mean of classes"),
        (_decimal(scores.ece), "calibration error"),
        (_decimal(scores.brier), "Brier score"),
    ]
    samples = "the one sample" if scores.n == 1 else f"{percent(scores.accuracy)} of the {scores.n} samples"
    names = "does not name the right class" if scores.n == 1 and not right else "names the right class"
    words = f"The model {names} for {samples}; chance on equally "
    words += f"frequent classes is {percent(1 / len(scores.labels))}. " + subset_words(result.subsets)
    return [Headline(figures), Paragraph(words, "say")]


def _bounds(interval: Interval | None) -> str:
    return "" if interval is None else f" ({range_numbers(interval)})"


def _decimal(value: float | None) -> str:
    return "–" if value is None else decimal_number(value)


def _overall_body(scores: Scores, table: Table, probabilities: Table) -> list[Block | None]:
    over = "the one sample" if scores.n == 1 else f"all {scores.n} samples"
    most = "1" if len(scores.labels) == 2 else "2"
    return [
        Reading(
            f"The usual scores over {over}. “From” and “to” bound a 95 % interval.",
            "Precision: of the answers that name a class, how many are right. Recall: of the samples of a class, how "
            "many are found. F1 balances the two. “Mean of classes” weighs rare and frequent classes alike. "
            "Intervals of shares of samples are Wilson's; the others come from resampling the samples.",
        ),
        table,
        Paragraph(
            "Scores of the probabilities behind the answers. AUC: 1 is best, 0.5 is guessing. Calibration error: "
            "how far confidence and accuracy lie apart, 0 at best. Brier score: the squared distance of the "
            f"probabilities from the truth, 0 at best, {most} at worst."
        ),
        probabilities,
    ]


def _confusion_body(scores: Scores, drawing: Drawing | None, mistakes: Table) -> list[Block | None]:
    reading = Reading(
        "How often samples of each class were given each answer.",
        "One row per true class, one column per answer. Right answers are on the diagonal, in blue; mistakes are "
        "orange. The stronger the colour, the larger the share of that row.",
    )
    body: list[Block | None] = [reading, drawing]
    if scores.unanswered:
        are = "is" if scores.unanswered == 1 else "are"
        words = f"{counted(scores.unanswered, 'sample')} without an answer {are} in no column."
        body.append(Paragraph(words, "muted"))
    if scores.unanswered == scores.n:
        return body
    if not mistakes.rows:
        return [*body, Paragraph("No class was taken for another.")]
    return [*body, Heading("Most frequent mistakes"), mistakes]


def _class_body(scores: Scores, drawing: Drawing | None, table: Table) -> list[Block | None]:
    return [
        Reading(
            "How well each class is recognised, the lowest F1 at the top.",
            "A longer bar is better. The dashed line is the mean of the classes; beside each bar stand its F1 and its "
            "number of samples. With few samples a bar moves a lot by chance; the table has the intervals.",
        ),
        Paragraph(weakest_words(scores)),
        drawing,
        table,
    ]


def _roc_body(drawing: Drawing | None) -> list[Block | None]:
    reading = Reading(
        "Whether samples of a class get a higher probability for that class than samples of other classes.",
        "Each line is one class against all others. The closer it comes to the top left corner, the better; the dashed "
        "diagonal is guessing. The area under the line (AUC) is 1 at best and 0.5 for guessing.",
    )
    none = "No class has both samples and counter-samples here, so there is no curve."
    return [reading, drawing or Paragraph(none)]


def _reliability_body(scores: Scores, drawing: Drawing | None) -> list[Block | None]:
    reading = Reading(
        "Whether “80 % sure” is right in 80 % of the cases.",
        "On the dashed diagonal, confidence and reality agree. Dots below it: the model is too sure of itself; above: "
        "it is not sure enough. The line through a dot spans the 95 % interval of its answers: one that crosses the "
        "diagonal may lie off it by chance. The calibration error is the mean distance from the diagonal, weighted by "
        "answers (Guo et al., 2017, 15 bins); 0 is best. It does not show how well right and wrong answers are kept "
        "apart; the Brier score above judges both.",
    )
    if drawing is None:
        return [reading, Paragraph("The model answered nothing, so there is nothing to calibrate.")]
    return [reading, Paragraph(calibration_words(scores)), drawing]


def _confidence_body(table: Table) -> list[Block | None]:
    reading = Reading(
        "The calibration error with the plain softmax and with the model's temperatures, and what is gained by "
        "answering only where the model is sure.",
        "Calibration error: 0 is best. AURC is the mean share of wrong answers as more and more samples are answered, "
        "the surest first: 0 is best. The curves stand in tables/coverage.csv.",
    )
    return [reading, table]


def _unknowns_body(table: Table) -> list[Block | None]:
    reading = Reading(
        "Known samples, those tested with, against samples of nothing that the model knows.",
        "AUROC: how often a known sample scores higher than an unknown one; 1 is best, 0.5 is guessing. An input is "
        "judged by the score behind its threshold, all inputs together by the largest probability. Given up: nothing "
        "is recognised in a known sample. Claimed: something is recognised in an unknown one.",
    )
    return [reading, table]


def _subset_body(subsets: tuple[SubsetScores, ...], drawing: Drawing | None, table: Table) -> list[Block | None]:
    reading = Reading(
        "The same model on the same samples when it may use only some of its inputs.",
        "A bar is the accuracy, the thin line across its end a 95 % interval. Diamonds are baselines under the same "
        "restriction: models trained on one input in its colour, late fusion in purple. A sample that has none of "
        "the allowed inputs counts as wrong.",
    )
    words = subset_words(subsets)
    return [reading, Paragraph(words) if words else None, drawing, table]


def _curve_body(curves: tuple[RobustnessCurve, ...], drawings: list[Drawing], count: int) -> list[Block | None]:
    reading = Reading(
        "What happens to the accuracy as one input is perturbed more and more, or as inputs go missing.",
        "The perturbation grows from left to right. The bold line is the model, the shaded band its 95 % interval; "
        "thin lines are the baselines. A good fusion stays up where the perturbed input alone falls.",
    )
    body: list[Block | None] = [reading]
    for curve, drawing in zip(curves, drawings, strict=True):
        name, line = next(iter(curve.lines.items()))
        first, last = line[0], line[-1]
        ends = f"{percent(first.accuracy)} ({range_numbers(first.interval)}) at {first.strength:g}"
        if len(line) > 1:
            change = points(last.accuracy - first.accuracy)
            ends += (
                f", {percent(last.accuracy)} ({range_numbers(last.interval)}) at {last.strength:g} ({change} points)"
            )
        words = f"{name}, {counted(count, 'sample')}: {ends}."
        body += [Heading(curve.name[:1].upper() + curve.name[1:]), Paragraph(words), drawing]
    return body


def _file_name(name: str, index: int) -> str:
    return f"robustness_{index}_" + (re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "curve")
