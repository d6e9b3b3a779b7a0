"""The plots of one model's evaluation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from mmdesk.core.shares import counted, decimal_number, percent_number, range_numbers
from mmdesk.evaluation.evaluation_result import RobustnessCurve, SubsetScores
from mmdesk.evaluation.report.svg import Drawing, text_width, ticks
from mmdesk.evaluation.scores import RocCurve, Scores

WIDTH = 720
_SIDE = 400.0
_LABEL_WIDTH = 190.0
_NUMBERS_UP_TO = 15
_DASHES = ("", "7 4", "2 3", "9 3 2 3", "12 4", "4 2")


def percent(share: float, digits: int = 1) -> str:
    """Return a share as "93.4 %", with a non-breaking space; all and none only where it is just that."""
    return f"{percent_number(share, digits)}\u00a0%"


def label_width(labels: Sequence[str], size: float, most: float = _LABEL_WIDTH) -> float:
    """Return the room in pixels that the longest of ``labels`` needs, at most ``most``."""
    return min(most, max((text_width(label, size) for label in labels), default=0.0) + 4)


def confusion_plot(scores: Scores) -> Drawing:
    """Draw the confusion matrix; a cell is as dark as its share of the true class, with counts up to 15 classes."""
    classes = len(scores.labels)
    cell = max(13.0, min(44.0, 620 / classes))
    size = 13 if classes <= _NUMBERS_UP_TO else 10
    side = label_width(scores.labels, size)
    many = classes > _NUMBERS_UP_TO
    left, top = side + 42, side * (1 if many else 0.75) + 46
    drawing = Drawing(
        left + cell * classes + (16 if many else side * 0.7 + 16), top + cell * classes + 12, "Confusion matrix"
    )
    drawing.text((left + cell * classes / 2, 18), "named class", colour="muted", anchor="middle")
    middle = top + cell * classes / 2
    drawing.text((16, middle), "true class", colour="muted", anchor="middle", turn=-90)
    for index, label in enumerate(scores.labels):
        place = (index + 0.5) * cell
        drawing.text((left - 6, top + place + size / 3), label, size=size, anchor="end", width=side)
        short = text_width(label, size) < cell - 4
        at = (left + place + (0 if short else size / 3), top - 7)
        anchor, turn = ("middle", 0.0) if short else ("start", -90.0 if many else -48.0)
        drawing.text(at, label, size=size, anchor=anchor, turn=turn, width=side)
    for row, counts in enumerate(scores.confusion):
        support = scores.per_class[row].support
        for column, count in enumerate(counts):
            at = (left + column * cell, top + row * cell)
            share = count / support if support else 0.0
            # Right answers and mistakes differ in hue, so that the diagonal is not needed to tell them apart.
            colour = "input1" if row == column else "input2"
            strength = 0.18 + 0.62 * share if count else 0.0
            hint = f"{scores.labels[row]} named {scores.labels[column]}: {count} of {support}" if count else ""
            drawing.box(at, (cell - 1, cell - 1), colour=colour if count else "panel", opacity=strength or 1, hint=hint)
            if count and classes <= _NUMBERS_UP_TO:
                # Above this strength black is read better than white in the dark theme too.
                ink = "bold" if strength > 0.62 else "ink"
                centre = (at[0] + cell / 2, at[1] + cell / 2 + 4)
                drawing.text(centre, str(count), size=12, anchor="middle", colour=ink)
    return drawing


def _square(title: str, across: str, up: str) -> tuple[Drawing, Callable[[float, float], tuple[float, float]]]:
    """Return a square plot of [0, 1] x [0, 1] with grid and diagonal, and the place of a value in it."""
    left, top = 64.0, 16.0
    drawing = Drawing(left + _SIDE + 236, top + _SIDE + 54, title)

    def place(x: float, y: float) -> tuple[float, float]:
        return left + x * _SIDE, top + (1 - y) * _SIDE

    for value in (0.0, 0.25, 0.5, 0.75, 1.0):
        drawing.line(place(value, 0), place(value, 1))
        drawing.line(place(0, value), place(1, value))
        drawing.text(
            (place(value, 0)[0], top + _SIDE + 19), percent(value, 0), size=12, colour="muted", anchor="middle"
        )
        drawing.text((left - 8, place(0, value)[1] + 4), percent(value, 0), size=12, colour="muted", anchor="end")
    drawing.line(place(0, 0), place(1, 1), colour="rest", dash="5 5")
    drawing.text((left + _SIDE / 2, top + _SIDE + 42), across, colour="muted", anchor="middle")
    drawing.text((15, top + _SIDE / 2), up, colour="muted", anchor="middle", turn=-90)
    return drawing, place


def mean_roc(curves: Sequence[RocCurve]) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean of the classes' curves: (101,) false positive rates and the mean true positive rate at each."""
    grid = np.linspace(0.0, 1.0, 101)
    height = np.mean([np.interp(grid, one.false_positive_rate, one.true_positive_rate) for one in curves], axis=0)
    return np.concatenate([[0.0], grid]), np.concatenate([[0.0], height])


def roc_plot(scores: Scores) -> Drawing | None:
    """Draw each class thinly, their mean boldly, and name the three of least area; None when no class has a curve."""
    if not scores.roc or scores.auc_macro is None:
        return None
    drawing, place = _square("ROC curves", "false positive rate", "true positive rate")
    areas = {one.label: one.auc for one in scores.per_class if one.auc is not None}
    least = sorted(areas, key=lambda label: areas[label])[:3]
    shown = {label: decimal_number(area) for label, area in areas.items()}
    for curve in scores.roc:
        points = [place(x, y) for x, y in zip(curve.false_positive_rate, curve.true_positive_rate, strict=True)]
        if curve.label not in least:
            drawing.path(
                points,
                colour="rest",
                width=1,
                opacity=0.45,
                hint=f"{curve.label}: {shown[curve.label]}",
            )
    for rank, label in enumerate(least):
        curve = next(one for one in scores.roc if one.label == label)
        points = [place(x, y) for x, y in zip(curve.false_positive_rate, curve.true_positive_rate, strict=True)]
        drawing.path(points, colour="state", width=1.8, dash=_DASHES[rank], hint=f"{label}: {shown[label]}")
    drawing.path([place(x, y) for x, y in zip(*mean_roc(scores.roc), strict=True)], colour="accent", width=3)
    x = place(1, 1)[0] + 14
    keys = [("accent", 3.0, "", f"mean of classes {decimal_number(scores.auc_macro)}")]
    keys += [("state", 1.8, _DASHES[rank], f"{label} {shown[label]}") for rank, label in enumerate(least)]
    if len(scores.roc) > len(least):
        keys.append(("rest", 1.0, "", "the other classes"))
    drawing.text((x, 30), "area under the curve", size=12, colour="muted")
    for row, (colour, width, dash, words) in enumerate(keys):
        y = 54 + 24.0 * row
        drawing.line((x, y - 4), (x + 26, y - 4), colour=colour, width=width, dash=dash)
        drawing.text((x + 33, y), words, size=12, width=186)
    return drawing


def reliability_plot(scores: Scores) -> Drawing | None:
    """Draw the share of right answers against confidence, and how many answers stand in each bin; None without any."""
    most = max(one.count for one in scores.reliability)
    if not most:
        return None
    drawing, place = _square("Reliability", "confidence of the answer", "share that is right")
    for one in scores.reliability:
        if one.count:
            (x, y), (right, floor) = place(one.low, one.accuracy), place(one.high, 0)
            hint = (
                f"{counted(one.count, 'answer')}, confidence {percent(one.confidence)}, right {percent(one.accuracy)} "
                f"({range_numbers(one.interval)})"
            )
            drawing.box((x + 1, y), (right - x - 2, floor - y), colour="input1", opacity=0.28, hint=hint)
            middle = place(one.confidence, 0)[0]
            ends = [(middle, place(0, end)[1]) for end in (one.interval.low, one.interval.high)]
            drawing.line(ends[0], ends[1], colour="input1", width=1.6)
            radius = 3 + 6 * (one.count / most) ** 0.5
            drawing.dot(place(one.confidence, one.accuracy), radius, colour="input1", hint=hint)
    x = place(1, 1)[0] + 14
    error = "not defined" if scores.ece is None else decimal_number(scores.ece)
    drawing.text((x, 30), "calibration error", size=12, colour="muted")
    drawing.text((x, 54), error, size=20, bold=True)
    drawing.text((x, 90), "a larger dot stands", size=12, colour="muted")
    drawing.text((x, 107), "for more answers", size=12, colour="muted")
    drawing.text((x, 131), "a line spans the 95\u00a0% interval", size=12, colour="muted")
    return drawing


def _bars(title: str, labels: Sequence[str], row: float, axis: str) -> tuple[Drawing, float, float, float]:
    """Return a plot of horizontal bars over 0-100 %, its left and top edges and the width of the axis."""
    left, top = label_width(labels, 13) + 16, 8.0
    # Room to the right for a figure with its interval.
    span = WIDTH - left - 150
    bottom = top + row * len(labels)
    drawing = Drawing(WIDTH, bottom + 48, title)
    for value in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = left + value * span
        drawing.line((x, top), (x, bottom))
        drawing.text((x, bottom + 18), percent(value, 0), size=12, colour="muted", anchor="middle")
    drawing.text((left + span / 2, bottom + 40), axis, colour="muted", anchor="middle")
    return drawing, left, top, span


def class_plot(scores: Scores) -> Drawing:
    """Draw the F1 of each class, the weakest first, with the number of samples."""
    ordered = sorted(scores.per_class, key=lambda one: (one.support == 0, one.f1))
    drawing, left, top, span = _bars("F1 of each class", scores.labels, 24, "F1 (balance of precision and recall)")
    for row, one in enumerate(ordered):
        y = top + 24 * row
        drawing.text((left - 8, y + 16), one.label, anchor="end", width=_LABEL_WIDTH)
        precision = percent(one.precision) if one.named else "not defined"
        recall = percent(one.recall) if one.support else "not defined"
        hint = f"{one.label}: precision {precision}, recall {recall}"
        drawing.box((left, y + 4), (span * one.f1, 16), colour="rest", opacity=0.8, hint=hint)
        words = f"{percent(one.f1)} of {one.support}" if one.support else "no samples"
        drawing.text((left + span + 10, y + 16), words, size=12, colour="muted")
    x = left + span * scores.f1_macro
    drawing.line((x, top), (x, top + 24 * len(ordered)), colour="state", width=2, dash="5 4")
    drawing.text((left + span + 10, top + 24 * len(ordered) + 40), "- - mean of classes", size=12, colour="state")
    return drawing


def subset_plot(subsets: Sequence[SubsetScores], colours: Mapping[str, str]) -> Drawing:
    """Draw the accuracy of every subset with its interval; a single input in its colour; baselines as diamonds.

    ``colours`` are those of the inputs by name.
    """
    row = 34.0
    drawing, left, top, span = _bars("Accuracy of every subset", [one.name for one in subsets], row, "accuracy")
    for index, one in enumerate(subsets):
        y = top + row * index
        colour = colours[one.inputs[0].name] if len(one.inputs) == 1 else "rest"
        scores = one.scores
        interval = scores.accuracy_interval
        drawing.text((left - 8, y + 21), one.name, anchor="end", width=_LABEL_WIDTH)
        drawing.box((left, y + 6), (span * scores.accuracy, 22), colour=colour, opacity=0.75)
        low, high = left + span * interval.low, left + span * interval.high
        drawing.line((low, y + 17), (high, y + 17), colour="ink", width=2)
        for end in (low, high):
            drawing.line((end, y + 12), (end, y + 22), colour="ink", width=2)
        for name, baseline in one.baselines.items():
            mark = (left + span * baseline.accuracy, y + 17)
            hint = f"{name}: {percent(baseline.accuracy)} ({range_numbers(baseline.accuracy_interval)})"
            drawing.diamond(mark, 6, colour=_line_style(1, name, 0, colours)[0], hint=hint)
        words = f"{percent(scores.accuracy)}  ({range_numbers(interval)})"
        drawing.text((left + span + 10, y + 21), words, size=12)
    return drawing


def curve_plot(curve: RobustnessCurve, colours: Mapping[str, str]) -> Drawing:
    """Draw accuracy against strength: the model boldly with its interval, unimodal baselines in their colours.

    ``colours`` are those of the inputs by name.
    """
    left, top, height = 62.0, 52.0, 260.0
    rows = [list(curve.lines)[begin : begin + 3] for begin in range(0, len(curve.lines), 3)]
    top += 22.0 * (len(rows) - 1)
    span = WIDTH - left - 30
    drawing = Drawing(WIDTH, top + height + 56, curve.name)
    strengths = [point.strength for points in curve.lines.values() for point in points]
    # The order of growing perturbation is the order given: an SNR falls from left to right.
    first = next(iter(curve.lines.values()))
    falling = first[0].strength > first[-1].strength
    weakest, strongest = min(strengths), max(strengths)
    marks = ticks(weakest, strongest) if weakest < strongest else [weakest, weakest + 1.0]
    low, high = marks[0], marks[-1]

    def place(strength: float, accuracy: float) -> tuple[float, float]:
        share = (strength - low) / (high - low)
        return left + (1 - share if falling else share) * span, top + (1 - accuracy) * height

    for value in (0.0, 0.25, 0.5, 0.75, 1.0):
        drawing.line(place(low, value), place(high, value))
        drawing.text((left - 8, place(low, value)[1] + 4), percent(value, 0), size=12, colour="muted", anchor="end")
    for mark in marks:
        drawing.text((place(mark, 0)[0], top + height + 18), f"{mark:g}", size=12, colour="muted", anchor="middle")
    drawing.text((left + span / 2, top + height + 42), curve.axis, colour="muted", anchor="middle")
    drawing.text((15, top + height / 2), "accuracy", colour="muted", anchor="middle", turn=-90)
    others = 0
    for index, (name, points) in enumerate(curve.lines.items()):
        colour, dash, width = _line_style(index, name, others, colours)
        others += colour == "state"
        if index == 0:
            edge = [place(one.strength, one.interval.high) for one in points]
            edge += [place(one.strength, one.interval.low) for one in reversed(points)]
            drawing.area(edge, colour=colour)
        drawing.path([place(one.strength, one.accuracy) for one in points], colour=colour, width=width, dash=dash)
        for one in points:
            hint = f"{name} at {one.strength:g}: {percent(one.accuracy)} ({range_numbers(one.interval)})"
            drawing.dot(place(one.strength, one.accuracy), width + 0.8, colour=colour, hint=hint)
        x, y = left + span / 3 * (index % 3), 24 + 22.0 * (index // 3)
        drawing.line((x, y - 4), (x + 30, y - 4), colour=colour, width=width, dash=dash)
        drawing.text((x + 38, y), name, size=12, width=span / 3 - 46)
    return drawing


def _line_style(index: int, name: str, others: int, colours: Mapping[str, str]) -> tuple[str, str, float]:
    """Return colour, dash and width of a line: the model, a unimodal baseline in its colour, or another baseline."""
    if index == 0:
        return "accent", "", 3.0
    single = name.removesuffix(" alone")
    if single != name and single in colours:
        return colours[single], "", 1.6
    return "state", _DASHES[1 + others % (len(_DASHES) - 1)], 2.0
