"""The comparison's grid, its paired tests against textbook values, and verdicts on a planted truth."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.evaluation.comparison_result import CLEAN, ComparisonResult, Role, Run
from mmdesk.evaluation.comparison_tests import (
    accuracy_interval,
    best_of,
    differences_to,
    holm,
    overlap,
    resampled_t,
    sign_flips,
    verdict,
)
from tests.evaluation.planted import CORRUPTED, planted_comparison
from tests.evaluation.simulated import Setting, rates


@pytest.fixture(scope="module")
def result() -> ComparisonResult:
    return planted_comparison()


def test_json_there_and_back(result: ComparisonResult) -> None:
    assert ComparisonResult.from_json(json.loads(json.dumps(result.to_json()))) == result
    assert ComparisonResult.from_json(result.to_json()) == result
    with pytest.raises(ValueError, match="no comparison"):
        ComparisonResult.from_json({"dataset": "x"})


def test_accuracy_and_rightness_come_from_the_same_runs(result: ComparisonResult) -> None:
    right = result.correct("late", CLEAN)
    assert [len(one) for one in right] == [300] * 5
    assert [one.mean() for one in right] == pytest.approx(result.accuracy("late", CLEAN))
    assert result.training_seconds("late") == pytest.approx(1.7)
    assert replace(result, trainings=()).training_seconds("late") is None


def test_holes_doubles_and_foreign_samples_are_refused(result: ComparisonResult) -> None:
    with pytest.raises(ValueError, match="fill the grid"):
        replace(result, runs=result.runs[1:])
    with pytest.raises(ValueError, match="fill the grid"):
        replace(result, runs=(*result.runs, result.runs[0]))
    first = result.splits[0]
    with pytest.raises(ValueError, match="of 299 samples"):
        replace(result, splits=(replace(first, targets=first.targets[1:]), *result.splits[1:]))
    with pytest.raises(ValueError, match="unique"):
        replace(result, splits=(first, first))
    with pytest.raises(ValueError, match="differs from seed to seed"):
        replace(result, fixed_split=True)


def test_runs_may_come_in_any_order_and_a_cell_is_found_without_a_search(result: ComparisonResult) -> None:
    runs = list(result.runs)
    random.Random(0).shuffle(runs)
    shuffled = replace(result, runs=tuple(runs))
    assert shuffled == result
    for method in result.methods:
        for condition in result.conditions:
            mine = {run.seed: run for run in runs if (run.method, run.condition) == (method.kind, condition.name)}
            assert shuffled.scores(method.kind, condition.name) == tuple(mine[seed].scores for seed in result.seeds)

    class Unsearched(tuple):
        def __iter__(self) -> Iterator[Run]:
            raise AssertionError("all runs are looked through")

    object.__setattr__(shuffled, "runs", Unsearched(shuffled.runs))
    assert len(shuffled.correct("late", CLEAN)) == len(shuffled.accuracy("late", CLEAN)) == 5


def test_holm_on_the_example_of_the_textbook() -> None:
    # 0.01 * 4, 0.0125 * 3 (raised to what came before), 0.03 * 2, 0.04 (raised again).
    assert holm([0.03, 0.01, 0.04, 0.0125]) == pytest.approx([0.06, 0.04, 0.06, 0.04])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []


def test_the_t_test_on_a_table_value() -> None:
    # t = 3 / (1 / sqrt(5)) with 4 degrees of freedom: values 2.. around 3 with standard deviation 1.
    values = np.array([3 - 2**0.5, 3, 3, 3, 3 + 2**0.5]) / 10
    p, interval = resampled_t(values, 10_000, 0.0)
    assert p == pytest.approx(0.00257, abs=2e-4)
    assert (interval.low, interval.high) == pytest.approx((0.3 - 0.12415, 0.3 + 0.12415), abs=1e-4)


def test_the_correction_of_nadeau_and_bengio() -> None:
    """Their equation: the variance of the mean is (1 / J + n2 / n1) times the sample variance."""
    from scipy.stats import t

    values = np.array([0.02, 0.05, 0.03, 0.06, 0.04])
    statistic = values.mean() / np.sqrt((1 / 5 + 1 / 3) * values.var(ddof=1))
    assert resampled_t(values, 10_000, 1 / 3)[0] == pytest.approx(2 * t.sf(statistic, 4))
    assert resampled_t(values, 10_000, 1 / 3)[0] > resampled_t(values, 10_000, 0.0)[0]


def test_the_overlap_is_that_of_the_splits(result: ComparisonResult) -> None:
    assert overlap(result) == pytest.approx(300 / 900)
    assert overlap(planted_comparison(n=60, seeds=(0, 1), fixed=True)) == 0.0


def test_seeds_that_agree_by_rounding_prove_nothing() -> None:
    """Two seeds of six samples, each one sample better: their differences are just equal."""
    p, interval = resampled_t(np.full(2, 1 / 6), 6, 1 / 3)
    assert p > 0.05
    assert interval.low < 0 < interval.high
    p, interval = resampled_t(np.zeros(4), 50, 1 / 3)
    assert p == 1.0
    assert interval.low < 0 < interval.high


def test_sign_flips_of_one_seed_are_mcnemars_exact_test() -> None:
    from scipy.stats import binomtest

    for better, worse in ((6, 0), (9, 2), (30, 14), (5, 5)):
        differences = np.array([1.0] * better + [-1.0] * worse + [0.0] * 40)
        assert sign_flips(differences) == pytest.approx(binomtest(better, better + worse).pvalue, abs=0.015)
    assert sign_flips(np.zeros(50)) == 1.0


def test_sign_flips_reject_at_the_rate_they_claim() -> None:
    rng = np.random.default_rng(1)
    rejected = [sign_flips(rng.choice([-1.0, -0.4, 0.0, 0.4, 1.0], 80)) < 0.05 for _ in range(300)]
    assert 0.02 < np.mean(rejected) < 0.08


@pytest.mark.parametrize("split_effect", [0.0, 0.02, 0.04])
@pytest.mark.parametrize("seeds", [2, 5, 10])
def test_false_findings_stay_below_five_percent(seeds: int, split_effect: float) -> None:
    """Equal methods on splits that shift each by up to 4 points: rows, families of eight rows, and the sentence."""
    found = rates(Setting(seeds=seeds, data=480, split_effect=split_effect), repeats=60)
    assert found["rows"] <= 0.05
    assert found["any_row"] <= 0.05
    assert found["best"] <= 0.05


def test_one_split_cannot_tell_its_luck_from_a_gain() -> None:
    """Why the report says so: where splits shift methods, what one of them shows is often not there on another."""
    assert rates(Setting(seeds=5, data=480, split_effect=0.04, fixed=True), repeats=15)["any_row"] > 0.3
    assert rates(Setting(seeds=5, data=480, split_effect=0.0, fixed=True), repeats=30)["any_row"] <= 0.1


def test_a_large_gain_is_found() -> None:
    assert rates(Setting(seeds=10, gain=0.13), repeats=30)["gain"] > 0.7


@pytest.mark.parametrize("condition", [CLEAN, *CORRUPTED])
def test_verdicts_find_the_planted_truth(result: ComparisonResult, condition: str) -> None:
    found = verdict(result, condition)
    assert found.best_fusion in {"concatenation", "attention_gate"}
    hurt = CORRUPTED.get(condition)
    assert found.best_single == ("audio_only" if hurt == DEFAULT_INPUTS[0] else "image_only")
    assert found.against_single is not None
    assert found.against_single.beyond_noise
    assert found.against_single.difference > 0.05
    below = {one.method for one in found.below_late}
    assert {"image_only", "audio_only", "text_only", "deep"} <= below
    assert "concatenation" not in below


def test_a_reference_is_not_compared_with_itself(result: ComparisonResult) -> None:
    with pytest.raises(ValueError, match="itself"):
        differences_to(result, CLEAN, "late", ["late"])


def one_seed(result: ComparisonResult) -> ComparisonResult:
    return replace(result, splits=result.splits[:1], runs=tuple(run for run in result.runs if run.seed == 0))


def test_one_seed_leaves_the_samples(result: ComparisonResult) -> None:
    single = one_seed(result)
    assert single.one_split
    difference = verdict(single, CLEAN).against_single
    assert difference is not None
    assert difference.p_seeds is None
    assert difference.p_samples is not None
    assert difference.sd == 0.0
    assert 0 < difference.p <= 1


def test_a_fixed_split_takes_both_tests() -> None:
    fixed = planted_comparison(n=120, seeds=(0, 1, 2), fixed=True)
    difference = verdict(fixed, CLEAN).against_single
    assert difference is not None
    assert difference.p_seeds is not None
    assert difference.p_samples is not None
    assert difference.p >= max(difference.p_seeds, difference.p_samples)


def test_splits_that_vary_leave_the_seeds(result: ComparisonResult) -> None:
    difference = verdict(result, CLEAN).against_single
    assert difference is not None
    assert difference.p_samples is None
    assert difference.p_seeds is not None
    assert difference.interval.low < difference.difference < difference.interval.high


def test_no_interval_of_an_accuracy_has_width_0(result: ComparisonResult) -> None:
    right = {split.seed: split.targets for split in result.splits}
    perfect = replace(result, runs=tuple(replace(run, predicted=right[run.seed]) for run in result.runs))
    for one in (result, perfect, one_seed(perfect), planted_comparison(n=40, seeds=(0, 1), fixed=True)):
        for method in one.methods:
            interval = accuracy_interval(one, method.kind, CLEAN)
            assert 0 <= interval.low < interval.high <= 1
    (same,) = differences_to(perfect, CLEAN, "late", ["deep"])
    assert same.interval.low < 0 < same.interval.high
    (single,) = differences_to(one_seed(perfect), CLEAN, "late", ["deep"])
    assert single.interval.low < 0 < single.interval.high


def test_a_comparison_without_baselines_says_nothing_about_them(result: ComparisonResult) -> None:
    fusions = result.of_role(Role.FUSION)
    kinds = {method.kind for method in fusions}
    bare = replace(result, methods=fusions, runs=tuple(run for run in result.runs if run.method in kinds))
    found = verdict(bare, CLEAN)
    assert (found.best_single, found.against_single, found.below_late) == (None, None, ())
    assert best_of(bare, CLEAN, Role.LATE) is None
