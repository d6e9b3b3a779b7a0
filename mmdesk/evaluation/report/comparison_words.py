"""What a comparison says, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from mmdesk.core.shares import counted
from mmdesk.evaluation.comparison_harm import InputGain
from mmdesk.evaluation.comparison_power import WANTED, Finding, Noise
from mmdesk.evaluation.comparison_result import ComparisonResult, Role
from mmdesk.evaluation.comparison_tests import PairedDifference, Verdict, best_of, level_with, overlap
from mmdesk.evaluation.report.comparison_plots import mean_and_spread
from mmdesk.evaluation.report.page import higher, interval_words, listed, p_value, points
from mmdesk.evaluation.report.plots import percent

_FEW_SAMPLES = 200
_PAIRED = (
    "All methods of a seed were trained on the same encoders and the same split, and tested on the same samples with "
    "the same perturbations: {samples} with each of {seeds}. Comparisons are therefore paired."
)
_SPLITS_VARY = (
    "Every seed splits the data anew, so that the luck of a split counts as noise. A difference is called beyond the "
    "noise when the corrected resampled t test over seeds (Nadeau and Bengio, 2003) rejects at 5 %. Splits of the same "
    "data overlap; the test therefore takes the variance of the mean to be 1/{seeds} + {ratio:.2f} times that of the "
    "differences, {ratio:.2f} being test samples over samples to train and validate."
)
_ONE_SPLIT = (
    "{why}, so every statement here holds for this split only. Another split may rank the methods differently: where a "
    "split shifts methods by 4 points, what is beyond the noise on one split is often not there on the next. {remedy}"
)
_TESTS_OF_ONE = "A difference is called beyond the noise of this split when {tests} at 5 %: {named}."
_HOLM = (
    "Holm's correction runs over all methods compared with the same reference in a condition ({fusions} when the "
    "reference is a single input). Conditions are not corrected for each other, and intervals are not corrected."
)
_PICKED = (
    "The best method and the best single input are picked on the test samples themselves. The correction covers the "
    "choice among fusion methods, but the accuracy shown for the winner is still slightly too high."
)
_SAME_DATA = (
    "All samples come from one data set, and no split of it can show how much the ranking depends on these particular "
    "samples: the correction cannot find an effect that all training sets share. Other people or another room may rank "
    "the methods differently. “Within the noise” does not mean equal."
)


def noise_words(result: ComparisonResult, difference: PairedDifference) -> str:
    """Return whether a difference is beyond the noise, with interval and p."""
    verdict = "beyond the noise" if difference.beyond_noise else "within the noise"
    where = " of this split" if result.one_split else ""
    over = "test samples" if result.one_split else "seeds and splits"
    return (
        f"{verdict}{where} (95 % interval over {over} {points(difference.interval.low)} to "
        f"{points(difference.interval.high)} points, corrected p {_equals(difference.p)})"
    )


def _equals(p: float) -> str:
    shown = p_value(p)
    return shown if shown.startswith("<") else f"= {shown}"


def condition_words(result: ComparisonResult, verdict: Verdict) -> list[str]:
    """Return the sentences about one condition: the best method, fusion against one input, who is below late."""
    return [_best_words(result, verdict.condition), _single_words(result, verdict), *_late_words(result, verdict)]


def _best_words(result: ComparisonResult, condition: str) -> str:
    best = max(result.methods, key=lambda method: float(result.accuracy(method.kind, condition).mean()))
    level = level_with(result, condition, best.kind)
    figures = mean_and_spread(result.accuracy(best.kind, condition))
    if len(result.methods) == 1:
        return f"The only method, {best.name}, has {figures} ({_per_seed(result)})."
    if len(level) == len(result.methods) - 1:
        return f"All {len(result.methods)} methods have the same mean accuracy, {figures} ({_per_seed(result)})."
    return f"Best: {best.name}, {figures} ({_per_seed(result)}){_level_words(result, level)}."


def _per_seed(result: ComparisonResult) -> str:
    return tested_words(result) if len(result.seeds) == 1 else f"{tested_words(result)} per seed"


def _level_words(result: ComparisonResult, level: Sequence[str]) -> str:
    return f" (level with {listed([result.method(kind).name for kind in level])})" if level else ""


def _single_words(result: ComparisonResult, verdict: Verdict) -> str:
    found = verdict.against_single
    if found is None:
        return "There is no pair of fusion method and single input to compare."
    fusion, single = result.method(found.method).name, result.method(found.reference).name
    figures = mean_and_spread(result.accuracy(found.reference, verdict.condition))
    ahead = _level_words(result, level_with(result, verdict.condition, found.method, Role.FUSION))
    behind = _level_words(result, level_with(result, verdict.condition, found.reference, Role.UNIMODAL))
    if found.difference > 0 and found.beyond_noise:
        opening = "Fusion beats the best single input"
    elif found.difference < 0 and found.beyond_noise:
        opening = "Fusion is worse than the best single input"
    else:
        opening = "Fusion is not clearly different from the best single input"
    size = points(abs(found.difference)).removeprefix("+")
    side = "below" if found.difference < 0 else "above"
    gap = f"level with {single}" if size == "0.0" else f"{size} points {side} {single}"
    return f"{opening}: {fusion}{ahead} is {gap}{behind} ({figures}); {noise_words(result, found)}."


def _late_words(result: ComparisonResult, verdict: Verdict) -> list[str]:
    late = best_of(result, verdict.condition, Role.LATE)
    if late is None:
        return ["Late fusion was not among the methods."]
    name = result.method(late).name
    fusions = [one for one in verdict.below_late if result.method(one.method).role is Role.FUSION]
    singles = [one for one in verdict.below_late if result.method(one.method).role is Role.UNIMODAL]
    lines = []
    if fusions:
        lines.append(f"Over 2 points below {name}: {_listed(result, fusions)}.")
    elif result.of_role(Role.FUSION):
        lines.append(f"No fusion method is over 2 points below {name}.")
    if singles:
        lines.append(f"Single inputs over 2 points below {name}: {_listed(result, singles)}.")
    return lines


def _listed(result: ComparisonResult, differences: Sequence[PairedDifference]) -> str:
    return "; ".join(
        f"{result.method(one.method).name} ({points(one.difference)} points, "
        f"{'beyond' if one.beyond_noise else 'within'} the noise)"
        for one in differences
    )


def overall_words(result: ComparisonResult, verdicts: Sequence[Verdict]) -> list[str]:
    """Return the sentences that open the report."""
    lines = [*_won_words(result, verdicts), _highest_words(result, verdicts)]
    below = {
        one.method: None
        for verdict in verdicts
        for one in verdict.below_late
        if result.method(one.method).role is Role.FUSION
    }
    if below:
        names = ", ".join(result.method(kind).name for kind in below)
        lines.append(f"Fusion methods that fall over 2 points below late fusion in some condition: {names}.")
    elif result.of_role(Role.LATE) and result.of_role(Role.FUSION):
        lines.append("No fusion method falls over 2 points below late fusion in any condition.")
    if result.one_split:
        lines.append("All of this holds for one split of the data only.")
    return lines


def harm_words(result: ComparisonResult, gains: Sequence[InputGain]) -> list[str]:
    """Return a sentence for each input that does harm to some method, beyond the noise."""
    lines = []
    for name in dict.fromkeys(one.input for one in gains if one.harms):
        harmed = sorted((one for one in gains if one.harms and one.input == name), key=lambda one: one.difference)
        methods = [
            f"{result.method(one.method).name} (by {higher(one.difference)}, {interval_words(one.interval)})"
            for one in harmed
        ]
        whom = "this method" if len(harmed) == 1 else "these methods"
        lines.append(f"Without {name}, accuracy is higher with {listed(methods)}: to {whom} the input does harm.")
    return lines


def _won_words(result: ComparisonResult, verdicts: Sequence[Verdict]) -> list[str]:
    judged = [one.against_single for one in verdicts if one.against_single is not None]
    if not judged:
        return []
    lost = [one.condition for one in judged if not (one.beyond_noise and one.difference > 0)]
    won, all_of = len(judged) - len(lost), counted(len(judged), "condition")
    noise = "the noise of this split" if result.one_split else "the noise"
    opening = f"In {won} of {all_of} the best fusion method beats the best single input by more than {noise}."
    return [opening] if not lost or not won else [opening, f"It does not in: {', '.join(lost)}."]


def _highest_words(result: ComparisonResult, verdicts: Sequence[Verdict]) -> str:
    means = {
        method.name: sum(float(result.accuracy(method.kind, one.condition).mean()) for one in verdicts) / len(verdicts)
        for method in result.methods
    }
    top = max(means.values())
    names = [name for name, mean in means.items() if top - mean < 1e-12]
    figure = f"{percent(top)} ({_per_seed(result)})"
    if len(names) == 1:
        return f"Over all conditions {names[0]} has the highest mean accuracy, {figure}."
    if len(names) == len(means):
        return f"Over all conditions all {len(means)} methods have the same mean accuracy, {figure}."
    return f"Over all conditions {listed(names)} share the highest mean accuracy, {figure}."


def caveats(result: ComparisonResult) -> list[str]:
    """Return what limits the comparison and how its tests work, in plain words."""
    n, seeds = result.tested, len(result.seeds)
    fusions = counted(len(result.of_role(Role.FUSION)), "fusion method")
    lines = [_PAIRED.format(samples=tested_words(result), seeds=counted(seeds, "seed"))]
    if result.one_split:
        lines += _one_split_words(result)
    else:
        lines.append(_SPLITS_VARY.format(seeds=seeds, ratio=overlap(result)))
    lines += [_HOLM.format(fusions=fusions), _PICKED, _SAME_DATA]
    if seeds < 2:
        lines.append("With one seed, luck in training is not measured at all; only the test samples are.")
    elif seeds < 5:
        lines.append(f"With {seeds} seeds the test over seeds is weak and misses all but large differences.")
    if n < _FEW_SAMPLES:
        lines.append(f"With {counted(n, 'test sample')}, one sample more or less is {percent(1 / max(n, 1))}.")
    return lines


def _one_split_words(result: ComparisonResult) -> list[str]:
    if result.fixed_split:
        why, remedy = "The split was fixed", "Let every seed split the data anew to learn more."
    else:
        why, remedy = "There is one seed, and so one split", "Use more seeds to learn more."
    over_samples = "sign-flipping over the test samples (9,999 draws)"
    tests, named = "a test rejects", over_samples
    if len(result.seeds) > 1:
        tests = "two tests both reject"
        named = f"Student's paired t over seeds, and {over_samples}; the larger p counts"
    return [_ONE_SPLIT.format(why=why, remedy=remedy), _TESTS_OF_ONE.format(tests=tests, named=named)]


def tested_words(result: ComparisonResult) -> str:
    """Return how many test samples a seed has, "219 test samples" or "217 to 221 test samples"."""
    sizes = sorted(len(split.targets) for split in result.splits)
    return counted(sizes[0], "test sample") if sizes[0] == sizes[-1] else f"{sizes[0]} to {sizes[-1]} test samples"


def power_words(result: ComparisonResult, noise: Noise, found: Sequence[Finding]) -> list[str]:
    """Return what the comparison can find, and what it would take to find more."""
    seeds, samples = counted(noise.seeds, "seed"), tested_words(result)
    step = f", at the strictest step of Holm's correction over {counted(noise.methods, 'method')}"
    lines = []
    for one in found:
        size = points(one.gain).removeprefix("+").removesuffix(".0")
        gain = counted_points(size)
        rate = percent(one.found, 0) if 0.01 <= one.found <= 0.99 else ("< 1 %" if one.found < 0.01 else "> 99 %")
        words = f"With {seeds} and {samples} each, a true gain of {gain} is found in {rate} of comparisons{step}."
        ways = _ways(noise, one)
        if one.found >= WANTED:
            lines.append(words)
        elif ways:
            lines.append(f"{words} To find it in {percent(WANTED, 0)} would take {', or '.join(ways)}.")
        else:
            lines.append(f"{words} No number of seeds or samples within reach would find it in {percent(WANTED, 0)}.")
        step = ""
    if result.one_split:
        lines.append("This, too, is about this split only: no number of seeds tells of another.")
    return lines


def _ways(noise: Noise, one: Finding) -> list[str]:
    """Return what would find a gain: more seeds, one method alone, more samples."""
    ways = []
    if one.seeds is not None:
        ways.append(f"about {_grouped(one.seeds)} seeds")
    if noise.methods > 1 and one.seeds_alone is not None:
        ways.append(f"{_grouped(one.seeds_alone)} seeds with one fusion method alone")
    if one.samples is not None:
        least, most = _grouped(one.samples), one.samples_at_worst
        range_ = f"at least {least}" if most is None else f"{least} to {_grouped(most)}"
        count = range_ if most != one.samples else f"about {least}"
        ways.append(f"{count} test samples with {'this one seed' if noise.seeds == 1 else f'{noise.seeds} seeds'}")
    return ways


def counted_points(size: str) -> str:
    """Return "1 point" or "2.5 points"."""
    return f"{size} point" if size == "1" else f"{size} points"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
