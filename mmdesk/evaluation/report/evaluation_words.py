"""What the evaluation of one model says, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from mmdesk.core.shares import counted, decimal_number, range_numbers
from mmdesk.evaluation.evaluation_result import SubsetScores
from mmdesk.evaluation.report.page import listed, points
from mmdesk.evaluation.report.plots import percent
from mmdesk.evaluation.scores import ClassScores, Scores

_FEW_SAMPLES = 200
_LEVEL = 1e-9
_SAMPLES_ONLY = (
    "The intervals say how far the figures would move with other samples of the same kind. They say nothing about "
    "other rooms, cameras, voices or people than those in the data."
)


def caveats(scores: Scores) -> list[str]:
    """Return what limits these figures, in plain words."""
    lines = [_SAMPLES_ONLY]
    if scores.n == 1:
        lines.append("A single sample says next to nothing about the model.")
    elif scores.n < _FEW_SAMPLES:
        lines.append(f"With {scores.n} samples, one sample more or less is {percent(1 / scores.n)}: read widths first.")
    if scores.unanswered:
        as_wrong = "It counts" if scores.unanswered == 1 else "They count"
        nothing = f"{counted(scores.unanswered, 'sample')} gave the model nothing to go by"
        share = f"{percent(scores.unanswered / scores.n)}, {range_numbers(scores.unanswered_interval)}"
        lines.append(f"{nothing} ({share}). {as_wrong} as wrong in accuracy.")
    if scores.without_auc:
        names = ", ".join(scores.without_auc[:10]) + (" …" if len(scores.without_auc) > 10 else "")
        lines.append(f"The AUC is not defined for: {names}. No sample, or every sample, is of such a class.")
    empty = sum(one.support == 0 for one in scores.per_class)
    if empty:
        have, them = ("has", "it") if empty == 1 else ("have", "them")
        lines.append(
            f"{counted(empty, 'class', 'classes')} {have} no sample here; means over classes leave {them} out."
        )
    return lines


def subset_words(subsets: tuple[SubsetScores, ...]) -> str:
    """Return whether everything together is better than the best single input of the same model."""
    single = [one for one in subsets if len(one.inputs) == 1]
    if len(single) < 2:
        return ""
    best, every = max(single, key=lambda one: one.scores.accuracy), subsets[-1]
    gain = every.scores.accuracy - best.scores.accuracy
    level = [one.name for one in single if abs(one.scores.accuracy - best.scores.accuracy) < _LEVEL]
    if abs(gain) < _LEVEL:
        return f"With all inputs it scores the same as {listed(level)} alone on {counted(every.scores.n, 'sample')}."
    others = f" (level with {listed(level[1:])})" if len(level) > 1 else ""
    words = f"With all inputs it scores {points(gain)} points against {level[0]} alone{others}"
    words += f" on {counted(every.scores.n, 'sample')}"
    apart = (
        every.scores.accuracy_interval.low > best.scores.accuracy_interval.high
        or every.scores.accuracy_interval.high < best.scores.accuracy_interval.low
    )
    return words + (
        ", and the two 95 % intervals do not overlap."
        if apart
        else "; the two 95 % intervals overlap, so only a paired comparison can say whether that is noise."
    )


def weakest_words(scores: Scores) -> str:
    """Return which classes are recognised worst; level ones as such, and none where nothing is amiss."""
    occurring = [one for one in scores.per_class if one.support]
    lowest, highest = min(one.f1 for one in occurring), max(one.f1 for one in occurring)
    level = [one for one in occurring if one.f1 - lowest < _LEVEL]
    names, figure = [one.label for one in level], f"{percent(lowest)} ({_each(level)})"
    if len(occurring) == 1:
        return f"Only one class has samples here: {names[0]}, with an F1 of {figure}."
    if lowest > 1 - _LEVEL:
        return f"No class is weaker than another: all {len(occurring)} have an F1 of {figure}."
    if highest - lowest < _LEVEL:
        return f"All {len(occurring)} classes have the same F1, {figure}."
    if len(level) == 1:
        return f"The weakest class is {names[0]} with an F1 of {figure}."
    return f"The weakest classes are {listed(names)}, level with an F1 of {figure}."


def _each(classes: Sequence[ClassScores]) -> str:
    """How many samples some classes have: "12 samples", "12 samples each", "3 to 12 samples each"."""
    least, most = min(one.support for one in classes), max(one.support for one in classes)
    words = counted(least, "sample") if least == most else f"{least} to {counted(most, 'sample')}"
    return words if len(classes) == 1 else f"{words} each"


def calibration_words(scores: Scores) -> str:
    """Return the calibration error beside what chance alone would give."""
    if scores.ece is None:
        return ""
    answers = counted(scores.n - scores.unanswered, "answer")
    words = f"The calibration error is {decimal_number(scores.ece)} over {answers}"
    if scores.ece_by_chance is None:
        return f"{words}."
    within = "no more than" if scores.ece <= scores.ece_by_chance else "more than"
    return (
        f"{words}. In 95 % of such samples a perfectly calibrated model with the same confidences would show up to "
        f"{decimal_number(scores.ece_by_chance)} by chance, so this is {within} chance explains."
    )
