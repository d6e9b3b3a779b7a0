"""What a comparison says, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from mmdesk.evaluation.comparison_result import ComparisonResult, Method, Role
from mmdesk.evaluation.comparison_tests import PairedDifference, Verdict, best_of
from mmdesk.evaluation.report.comparison_plots import mean_and_spread
from mmdesk.evaluation.report.page import p_value, points
from mmdesk.evaluation.report.plots import percent

_FEW_SAMPLES = 200
_TRAINED_ALIKE = (
    "All methods were trained on the same encoders and the same split, and tested on the same {n} samples with the "
    "same disturbances, with {seeds} each. Comparisons are therefore paired."
)
_TESTS = (
    "A difference is called beyond the noise when two tests both reject at 5 %: Student's paired t over seeds, and a "
    "paired bootstrap over test samples (4,000 draws). The larger p of the two counts, after Holm's correction over "
    "all methods compared with the same reference in that condition ({fusions} fusion methods when the reference is a "
    "single modality). Conditions are not corrected for each other."
)
_PICKED = (
    "The best method and the best single modality are picked on the test samples themselves. The correction covers the "
    "choice among fusion methods; the shown accuracy of the winner is still slightly flattering."
)
_ONE_SPLIT = (
    "One split and one set of encoders were used. Another split, other people or another room may rank the methods "
    "differently. Within the noise does not mean equal."
)


def noise_words(difference: PairedDifference) -> str:
    """Return whether a difference is beyond the noise, with interval and p."""
    verdict = "beyond the noise" if difference.beyond_noise else "within the noise"
    return (
        f"{verdict} (95 % interval over test samples {points(difference.interval.low)} to "
        f"{points(difference.interval.high)} points, corrected p {_equals(difference.p)})"
    )


def _equals(p: float) -> str:
    shown = p_value(p)
    return shown if shown.startswith("<") else f"= {shown}"


def condition_words(result: ComparisonResult, verdict: Verdict) -> list[str]:
    """Return the sentences about one condition: the best method, fusion against one modality, who is below late."""
    best = max(result.methods, key=lambda method: float(result.accuracy(method.kind, verdict.condition).mean()))
    equal = _equally_good(result, verdict.condition, best)
    lines = [f"Best: {best.name}, {mean_and_spread(result.accuracy(best.kind, verdict.condition))}{equal}."]
    lines.append(_single_words(result, verdict))
    lines.extend(_late_words(result, verdict))
    return lines


def _equally_good(result: ComparisonResult, condition: str, best: Method) -> str:
    top = result.accuracy(best.kind, condition).mean()
    others = [
        method.name
        for method in result.methods
        if method != best and abs(result.accuracy(method.kind, condition).mean() - top) < 1e-12
    ]
    return f" (level with {', '.join(others)})" if others else ""


def _single_words(result: ComparisonResult, verdict: Verdict) -> str:
    found = verdict.against_single
    if found is None:
        return "There is no pair of fusion method and single modality to compare."
    fusion, single = result.method(found.method).name, result.method(found.reference).name
    level = mean_and_spread(result.accuracy(found.reference, verdict.condition))
    if found.difference > 0 and found.beyond_noise:
        opening = "Fusion beats the best single modality"
    elif found.difference < 0 and found.beyond_noise:
        opening = "Fusion is worse than the best single modality"
    else:
        opening = "Fusion cannot be told from the best single modality"
    side = "below" if found.difference < 0 else "above"
    gap = f"{abs(100 * found.difference):.1f} points {side} {single} ({level})"
    return f"{opening}: {fusion} is {gap}; {noise_words(found)}."


def _late_words(result: ComparisonResult, verdict: Verdict) -> list[str]:
    late = best_of(result, verdict.condition, Role.LATE)
    if late is None:
        return ["Late fusion was not among the methods."]
    name = result.method(late).name
    fusions = [one for one in verdict.below_late if result.method(one.method).role is Role.FUSION]
    singles = [one for one in verdict.below_late if result.method(one.method).role is Role.UNIMODAL]
    lines = [
        f"Over 2 points below {name}: {_listed(result, fusions)}."
        if fusions
        else f"No fusion method is over 2 points below {name}."
    ]
    if singles:
        lines.append(f"Single modalities over 2 points below {name}: {_listed(result, singles)}.")
    return lines


def _listed(result: ComparisonResult, differences: Sequence[PairedDifference]) -> str:
    return "; ".join(
        f"{result.method(one.method).name} ({points(one.difference)} points, "
        f"{'beyond' if one.beyond_noise else 'within'} the noise)"
        for one in differences
    )


def overall_words(result: ComparisonResult, verdicts: Sequence[Verdict]) -> list[str]:
    """Return the sentences that open the report."""
    judged = [one.against_single for one in verdicts if one.against_single is not None]
    lines = []
    if judged:
        won = sum(one.beyond_noise and one.difference > 0 for one in judged)
        lines.append(
            f"In {won} of {len(judged)} conditions the best fusion method beats the best single modality by more than "
            "the noise."
        )
        lost = [one.condition for one in judged if not (one.beyond_noise and one.difference > 0)]
        if lost:
            lines.append(f"It does not in: {', '.join(lost)}.")
    means = {
        method.kind: sum(float(result.accuracy(method.kind, one.condition).mean()) for one in verdicts) / len(verdicts)
        for method in result.methods
    }
    top = max(result.methods, key=lambda method: means[method.kind])
    lines.append(f"Over all conditions {top.name} has the highest mean accuracy, {percent(means[top.kind])}.")
    below = {
        one.method: None
        for verdict in verdicts
        for one in verdict.below_late
        if result.method(one.method).role is Role.FUSION
    }
    if below:
        names = ", ".join(result.method(kind).name for kind in below)
        lines.append(f"Fusion methods that fall over 2 points below late fusion in some condition: {names}.")
    elif result.of_role(Role.LATE):
        lines.append("No fusion method falls over 2 points below late fusion in any condition.")
    return lines


def caveats(result: ComparisonResult) -> list[str]:
    """Return what limits the comparison and how its tests work, in plain words."""
    n, seeds = len(result.targets), len(result.seeds)
    fusions = len(result.of_role(Role.FUSION))
    lines = [_TRAINED_ALIKE.format(n=n, seeds=f"{seeds} seed" if seeds == 1 else f"{seeds} seeds")]
    lines += [_TESTS.format(fusions=fusions), _PICKED, _ONE_SPLIT]
    if seeds < 2:
        lines.append("With one seed, luck in training is not measured at all; only the test samples are.")
    elif seeds < 5:
        lines.append(f"With {seeds} seeds the test over seeds is weak and misses small differences.")
    if n < _FEW_SAMPLES:
        lines.append(f"With {n} test samples, one sample more or less is {percent(1 / max(n, 1))}.")
    return lines
