"""The plots of a comparison of methods."""

from __future__ import annotations

import numpy as np

from mmdesk.evaluation.comparison_result import ComparisonResult, Method, Role
from mmdesk.evaluation.comparison_tests import best_of, differences_to
from mmdesk.evaluation.report.colours import input_colours
from mmdesk.evaluation.report.page import points
from mmdesk.evaluation.report.plots import WIDTH, label_width, percent
from mmdesk.evaluation.report.svg import Drawing, ticks

_ROW = 30.0


def colour_of(result: ComparisonResult, method: Method) -> str:
    """Return the colour of a unimodal baseline's input, of the late baseline or of every fusion."""
    if method.input is not None:
        inputs = [one.input for one in result.of_role(Role.UNIMODAL) if one.input is not None]
        return input_colours(inputs)[method.input.name]
    return "state" if method.role is Role.LATE else "accent"


def accuracy_plot(result: ComparisonResult, condition: str) -> Drawing:
    """Draw each method's mean accuracy ± standard deviation over seeds and each seed; baselines are diamonds."""
    values = {method.kind: result.accuracy(method.kind, condition) for method in result.methods}
    ordered = sorted(result.methods, key=lambda method: -float(values[method.kind].mean()))
    lowest, highest = min(one.min() for one in values.values()), max(one.max() for one in values.values())
    marks = [mark for mark in ticks(float(lowest) - 0.01, min(float(highest) + 0.01, 1.0)) if -1e-9 <= mark <= 1 + 1e-9]
    left = label_width([method.name for method in ordered], 13) + 16
    top, span = 10.0, WIDTH - left - 150
    bottom = top + _ROW * len(ordered)
    drawing = Drawing(WIDTH, bottom + 46, f"Accuracy, {condition}")
    low, high = min(marks[0], float(lowest)), max(marks[-1], float(highest))

    def place(accuracy: float) -> float:
        return left + (accuracy - low) / max(high - low, 1e-9) * span

    digits = 0 if all(abs(mark * 100 - round(mark * 100)) < 1e-6 for mark in marks) else 1
    for mark in marks:
        drawing.line((place(mark), top), (place(mark), bottom))
        drawing.text((place(mark), bottom + 18), percent(mark, digits), size=12, colour="muted", anchor="middle")
    drawing.text((left + span / 2, bottom + 40), "accuracy", colour="muted", anchor="middle")
    for role, dash in ((Role.LATE, "7 4"), (Role.UNIMODAL, "2 3")):
        baseline = best_of(result, condition, role)
        if baseline is not None:
            x = place(float(values[baseline].mean()))
            drawing.line((x, top), (x, bottom), colour=colour_of(result, result.method(baseline)), width=1.6, dash=dash)
    for row, method in enumerate(ordered):
        y, colour = top + _ROW * (row + 0.5), colour_of(result, method)
        _method_row(
            drawing, method, colour, values[method.kind], [place(float(one)) for one in values[method.kind]], row
        )
        mean, sd = place(float(values[method.kind].mean())), spread(values[method.kind]) / max(high - low, 1e-9) * span
        drawing.text((left - 8, y + 4), method.name, anchor="end", bold=method.role is Role.FUSION, width=left - 20)
        drawing.line((mean - sd, y), (mean + sd, y), colour=colour, width=2.4)
        if method.role is Role.FUSION:
            drawing.dot((mean, y), 6, colour=colour)
        else:
            drawing.diamond((mean, y), 7, colour=colour)
        drawing.text((left + span + 14, y + 4), mean_and_spread(values[method.kind]), size=12)
    return drawing


def _method_row(
    drawing: Drawing, method: Method, colour: str, values: np.ndarray, places: list[float], row: int
) -> None:
    """Draw the single seeds of a method."""
    for value, x in zip(values, places, strict=True):
        at = (x, 10.0 + _ROW * (row + 0.5))
        drawing.dot(at, 3, colour=colour, opacity=0.4, hint=f"{method.name}: {percent(float(value))}")


def gain_plot(result: ComparisonResult) -> Drawing | None:
    """Draw the best fusion's gain over the best single input in each condition, in points with its interval."""
    found = []
    for condition in result.conditions:
        single, fusion = (best_of(result, condition.name, role) for role in (Role.UNIMODAL, Role.FUSION))
        if single is not None and fusion is not None:
            kinds = [method.kind for method in result.of_role(Role.FUSION)]
            gains = differences_to(result, condition.name, single, kinds)
            found.append((condition.name, next(one for one in gains if one.method == fusion)))
    if not found:
        return None
    low = min(0.0, *(one.interval.low for _, one in found)) * 100
    high = max(0.0, *(one.interval.high for _, one in found)) * 100
    marks = ticks(low, max(high, low + 1.0))  # where nothing differs there is an axis all the same
    left, top, row = max(230.0, label_width([name for name, _ in found], 13, 260) + 16), 10.0, 44.0
    span, bottom = WIDTH - left - 130, top + row * len(found)
    drawing = Drawing(WIDTH, bottom + 46, "Gain of the best fusion over the best single input")

    def place(points: float) -> float:
        return left + (points - marks[0]) / (marks[-1] - marks[0]) * span

    for mark in marks:
        colour = "rest" if abs(mark) < 1e-9 else "line"
        drawing.line((place(mark), top), (place(mark), bottom), colour=colour, width=2 if colour == "rest" else 1)
        drawing.text(
            (place(mark), bottom + 18), f"{mark:+g}" if mark else "0", size=12, colour="muted", anchor="middle"
        )
    drawing.text((left + span / 2, bottom + 40), "points of accuracy gained", colour="muted", anchor="middle")
    for index, (name, one) in enumerate(found):
        y = top + row * (index + 0.5)
        drawing.text((left - 8, y - 3), name, anchor="end", bold=True, width=left - 20)
        words = f"{result.method(one.method).name} – {result.method(one.reference).name}"
        drawing.text((left - 8, y + 13), words, size=11, anchor="end", colour="muted", width=left - 20)
        drawing.line((place(one.interval.low * 100), y), (place(one.interval.high * 100), y), colour="ink", width=2.4)
        if one.beyond_noise:
            drawing.dot((place(one.difference * 100), y), 6, colour="ink")
        else:
            drawing.diamond((place(one.difference * 100), y), 7, colour="ink")
        drawing.text((left + span + 14, y + 4), f"{points(one.difference)} points", size=12)
    return drawing


def spread(values: np.ndarray) -> float:
    """Return the standard deviation over seeds; 0 for one seed."""
    return float(values.std(ddof=1)) if len(values) > 1 else 0.0


def mean_and_spread(values: np.ndarray) -> str:
    """Return "93.4 ± 0.5 %", or "93.4 %" for one seed."""
    mean = float(values.mean())
    return percent(mean) if len(values) < 2 else f"{100 * mean:.1f} ± {percent(spread(values))}"
