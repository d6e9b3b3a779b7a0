"""What inputs are worth in a comparison: found where it is planted, told in words, and nothing within the noise."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from mmdesk.core.inputs import Input
from mmdesk.evaluation.comparison_harm import InputGain, input_gains
from mmdesk.evaluation.comparison_result import (
    CLEAN,
    ComparisonResult,
    Condition,
    Method,
    Role,
    Run,
    SeedSplit,
)
from mmdesk.evaluation.comparison_tests import differences_to
from mmdesk.evaluation.corruptions import missing
from mmdesk.evaluation.report import write_report
from mmdesk.evaluation.report.comparison_words import harm_words
from mmdesk.evaluation.report.page import higher
from tests.evaluation.planted import planted_comparison
from tests.three_inputs import AUDIO, IMAGE

LABELS = ("a", "b", "c", "d")
METHODS = (
    Method("weighted_average", "weighted average", Role.FUSION, 10),
    Method("attention_gate", "attention gate", Role.FUSION, 10),
    Method("late", "late fusion", Role.LATE, 10),
    Method("image_only", "image alone", Role.UNIMODAL, 10, IMAGE),
)
# Accuracy of each method clean, without the picture, without the sound: the sound misleads the gate alone.
PLANTED = {
    "weighted_average": (0.85, 0.60, 0.80),
    "attention_gate": (0.70, 0.60, 0.85),
    "late": (0.80, 0.60, 0.80),
    "image_only": (0.80, 0.00, 0.80),
}


@cache
def comparison(count: int = 400, seeds: Sequence[int] = (0, 1, 2, 3, 4), *, fixed: bool = False) -> ComparisonResult:
    conditions = (Condition(CLEAN), missing(IMAGE), missing(AUDIO))
    runs, splits = [], []
    for seed in seeds:
        rng = np.random.default_rng(7 if fixed else seed)
        targets = rng.integers(0, len(LABELS), count)
        splits.append(SeedSplit(seed, 3 * count, tuple(int(one) for one in targets)))
        difficulty = rng.random(count)
        for method in METHODS:
            for condition, accuracy in zip(conditions, PLANTED[method.kind], strict=True):
                luck = np.random.default_rng([seed, METHODS.index(method)]).normal(scale=0.02, size=count)
                named = np.where(difficulty + luck < accuracy, targets, (targets + 1) % len(LABELS))
                table = np.eye(len(LABELS))[named] * 0.9 + 0.025
                scored = Run.of(method.kind, condition.name, seed, probabilities=table, targets=targets, labels=LABELS)
                runs.append(scored)
    return ComparisonResult("planted", LABELS, METHODS, conditions, tuple(splits), fixed, tuple(runs))


def gain(found: Sequence[InputGain], method: str, one: Input) -> InputGain:
    return next(each for each in found if (each.method, each.input) == (method, one.name))


@pytest.mark.parametrize("fixed", [False, True])
def test_harm_is_found_where_it_is_planted_and_only_there(fixed: bool) -> None:
    found = input_gains(comparison(fixed=fixed))
    assert [(one.input, one.method) for one in found] == [
        (one.name, kind) for one in (IMAGE, AUDIO) for kind in ("weighted_average", "attention_gate", "late")
    ]
    assert [(one.method, one.input) for one in found if one.harms] == [("attention_gate", "audio")]
    harmful = gain(found, "attention_gate", AUDIO)
    assert harmful.difference == pytest.approx(-0.15, abs=0.04)
    assert harmful.interval.low < harmful.difference < harmful.interval.high < 0
    assert gain(found, "weighted_average", IMAGE).difference == pytest.approx(0.25, abs=0.05)


def test_it_is_judged_as_a_difference_between_methods_is() -> None:
    """A comparison in which "without the sound" is a method of its own gives the same interval."""
    whole = comparison()
    without = [
        replace(run, method="other", condition=CLEAN)
        for run in whole.runs
        if (run.method, run.condition) == ("attention_gate", missing(AUDIO).name)
    ]
    kept = [run for run in whole.runs if (run.method, run.condition) == ("attention_gate", CLEAN)]
    methods = (METHODS[1], Method("other", "other", Role.FUSION, 10))
    pair = replace(whole, methods=methods, conditions=whole.conditions[:1], runs=(*kept, *without))
    (wanted,) = differences_to(pair, CLEAN, "other", ["attention_gate"])
    found = gain(input_gains(whole), "attention_gate", AUDIO)
    assert found.difference == pytest.approx(wanted.difference)
    assert (found.interval.low, found.interval.high) == pytest.approx((wanted.interval.low, wanted.interval.high))
    assert wanted.p <= found.p <= 3 * wanted.p + 1e-12, "Holm's correction over three methods"


def test_few_samples_are_no_proof_of_harm() -> None:
    found = input_gains(comparison(count=12, seeds=(0, 1)))
    assert gain(found, "attention_gate", AUDIO).difference < 0
    assert not any(one.harms for one in found)


def test_where_nothing_is_left_out_nothing_is_said() -> None:
    assert input_gains(planted_comparison()) == ()
    report = comparison()
    only_missing = tuple(run for run in report.runs if run.condition != CLEAN)
    assert input_gains(replace(report, conditions=report.conditions[1:], runs=only_missing)) == ()


def test_the_report_says_which_input_does_harm_to_whom(tmp_path: Path) -> None:
    result = comparison()
    write_report(tmp_path, result)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    (words,) = harm_words(result, input_gains(result))
    harmful = gain(input_gains(result), "attention_gate", AUDIO)
    assert words.startswith(
        f"Without audio, accuracy is higher with attention gate (by {higher(harmful.difference)}, 95 %"
    )
    assert words.endswith(": to this method the input does harm.")
    assert page.count(words) == 2, "at the top, and where the figures are"
    assert page.count(" harm</td>") == 1
    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert [one["method"] for one in metrics["inputs"] if one["harms"]] == ["attention_gate"]
    assert words in metrics["summary"]
    rows = (tmp_path / "tables" / "inputs.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 1 + 6
    assert sum(row.endswith(",yes") for row in rows) == 1


def test_without_harm_the_report_says_so(tmp_path: Path) -> None:
    write_report(tmp_path, comparison(count=12, seeds=(0, 1)))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "No input does harm to any method beyond the noise." in page
    assert "accuracy is higher" not in page


@pytest.mark.parametrize(("loss", "words"), [(-0.0213, "2.1 points"), (-0.01, "1 point"), (-0.15, "15.0 points")])
def test_a_loss_is_told_as_how_much_more_there_is_without(loss: float, words: str) -> None:
    assert higher(loss) == words
