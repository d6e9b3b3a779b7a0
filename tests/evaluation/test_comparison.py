"""The comparison's grid, its paired tests against textbook values, and verdicts on a planted truth."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from mmdesk.evaluation.comparison_result import CLEAN, ComparisonResult, Role
from mmdesk.evaluation.comparison_tests import (
    best_of,
    differences_to,
    holm,
    paired_bootstrap,
    paired_t,
    verdict,
)
from tests.evaluation.planted import CORRUPTED, planted_comparison


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
    assert right.shape == (5, 300)
    assert right.mean(axis=1) == pytest.approx(result.accuracy("late", CLEAN))
    assert result.training_seconds("late") == pytest.approx(1.7)
    assert replace(result, trainings=()).training_seconds("late") is None


def test_holes_doubles_and_foreign_samples_are_refused(result: ComparisonResult) -> None:
    with pytest.raises(ValueError, match="fill the grid"):
        replace(result, runs=result.runs[1:])
    with pytest.raises(ValueError, match="fill the grid"):
        replace(result, runs=(*result.runs, result.runs[0]))
    with pytest.raises(ValueError, match="of 299 samples"):
        replace(result, targets=result.targets[1:])
    with pytest.raises(ValueError, match="unique"):
        replace(result, seeds=(0, 0))


def test_holm_on_the_example_of_the_textbook() -> None:
    # 0.01 * 4, 0.0125 * 3 (raised to what came before), 0.03 * 2, 0.04 (raised again).
    assert holm([0.03, 0.01, 0.04, 0.0125]) == pytest.approx([0.06, 0.04, 0.06, 0.04])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []


def test_the_t_test_on_a_table_value() -> None:
    # t = 3 / (1 / sqrt(5)) with 4 degrees of freedom: values 2.. around 3 with standard deviation 1.
    values = np.array([3 - 2**0.5, 3, 3, 3, 3 + 2**0.5])
    assert paired_t(values) == pytest.approx(0.00257, abs=2e-4)
    assert paired_t(values[:1]) is None
    assert paired_t(np.zeros(4)) == 1.0
    assert paired_t(np.full(4, 0.1)) == 0.0


def test_the_bootstrap_rejects_at_the_rate_it_claims() -> None:
    rng = np.random.default_rng(1)
    rejected = [paired_bootstrap(rng.choice([-1.0, 0.0, 1.0], 200), resamples=400)[0] < 0.05 for _ in range(400)]
    assert 0.02 < np.mean(rejected) < 0.09
    p, interval = paired_bootstrap(rng.choice([0.0, 1.0], 200, p=[0.8, 0.2]))
    assert p < 0.001
    assert 0.1 < interval.low < 0.2 < interval.high < 0.3


def test_no_difference_at_all_is_no_finding() -> None:
    p, interval = paired_bootstrap(np.zeros(50))
    assert p == 1.0
    assert (interval.low, interval.high) == (0.0, 0.0)


def test_equal_methods_are_rarely_told_apart() -> None:
    """Over many planted nulls the whole procedure errs in at most about 5 % of the families."""
    base = planted_comparison(n=120, seeds=(0, 1, 2))
    rng = np.random.default_rng(5)
    errors = 0
    for _ in range(40):
        runs = tuple(
            replace(run, predicted=tuple(np.where(rng.uniform(size=120) < 0.7, base.targets, 0).tolist()))
            for run in base.runs
        )
        null = replace(base, runs=runs)
        found = differences_to(null, CLEAN, "late", ["concatenation", "deep", "attention_gate"])
        errors += any(one.beyond_noise for one in found)
    assert errors <= 5


@pytest.mark.parametrize("condition", [CLEAN, *CORRUPTED])
def test_verdicts_find_the_planted_truth(result: ComparisonResult, condition: str) -> None:
    found = verdict(result, condition)
    assert found.best_fusion in {"concatenation", "attention_gate"}
    hurt = CORRUPTED.get(condition)
    assert found.best_single == ("audio_only" if hurt == "image" else "image_only")
    assert found.against_single is not None
    assert found.against_single.beyond_noise
    assert found.against_single.difference > 0.05
    below = {one.method for one in found.below_late}
    assert {"image_only", "audio_only", "text_only", "deep"} <= below
    assert "concatenation" not in below


def test_a_reference_is_not_compared_with_itself(result: ComparisonResult) -> None:
    with pytest.raises(ValueError, match="itself"):
        differences_to(result, CLEAN, "late", ["late"])


def test_one_seed_leaves_the_samples(result: ComparisonResult) -> None:
    single = replace(result, seeds=(0,), runs=tuple(run for run in result.runs if run.seed == 0))
    difference = verdict(single, CLEAN).against_single
    assert difference is not None
    assert difference.p_seeds is None
    assert difference.sd == 0.0
    assert 0 < difference.p <= 1


def test_a_comparison_without_baselines_says_nothing_about_them(result: ComparisonResult) -> None:
    fusions = result.of_role(Role.FUSION)
    kinds = {method.kind for method in fusions}
    bare = replace(result, methods=fusions, runs=tuple(run for run in result.runs if run.method in kinds))
    found = verdict(bare, CLEAN)
    assert (found.best_single, found.against_single, found.below_late) == (None, None, ())
    assert best_of(bare, CLEAN, Role.LATE) is None
