"""Scores against planted predictions whose values are known by hand or by an independent computation."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest

from mmdesk.core.shares import share_interval
from mmdesk.evaluation.metrics import UNANSWERED, measure, predicted_labels
from mmdesk.evaluation.scores import Scores

LABELS = ["cat", "dog", "鱼"]


def one_hot(classes: list[int], confidence: float = 0.8) -> np.ndarray:
    table = np.full((len(classes), 3), (1 - confidence) / 2)
    table[np.arange(len(classes)), classes] = confidence
    return table


def random_case(n: int = 240, classes: int = 4, seed: int = 3) -> tuple[np.ndarray, np.ndarray, list[str]]:
    rng = np.random.default_rng(seed)
    targets = rng.integers(0, classes, n)
    logits = rng.normal(size=(n, classes)) + 1.2 * np.eye(classes)[targets]
    table = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return table, targets, [f"c{index}" for index in range(classes)]


def test_a_case_worked_by_hand() -> None:
    scores = measure(one_hot([0, 0, 1, 1, 2, 0]), [0, 0, 1, 2, 2, 1], LABELS)
    assert scores.n == 6
    assert scores.accuracy == pytest.approx(4 / 6)
    assert scores.confusion == ((2, 0, 0), (1, 1, 0), (0, 1, 1))
    cat, dog, fish = scores.per_class
    assert (cat.precision, cat.recall, cat.support) == pytest.approx((2 / 3, 1.0, 2))
    assert (dog.precision, dog.recall) == pytest.approx((0.5, 0.5))
    assert (fish.precision, fish.recall) == pytest.approx((1.0, 0.5))
    assert scores.f1_macro == pytest.approx((0.8 + 0.5 + 2 / 3) / 3)
    assert scores.f1_weighted == pytest.approx(scores.f1_macro), "equal supports"
    assert scores.ece == pytest.approx(abs(4 / 6 - 0.8))
    filled = [one for one in scores.reliability if one.count]
    assert [(one.count, round(one.confidence, 6)) for one in filled] == [(6, 0.8)]
    assert filled[0].low < 0.8 <= filled[0].high + 1e-12


def test_rows_that_name_no_class_are_wrong_and_claim_nothing() -> None:
    table = one_hot([0, 1, 2, 0])
    table[3] = 1 / 3
    scores = measure(table, [0, 1, 2, 0], LABELS)
    assert predicted_labels(table).tolist() == [0, 1, 2, UNANSWERED]
    assert scores.unanswered == 1
    assert scores.accuracy == 0.75
    assert scores.per_class[0].recall == 0.5
    assert scores.per_class[0].precision == 1.0
    assert sum(map(sum, scores.confusion)) == 3
    assert sum(one.count for one in scores.reliability) == 3


def test_nothing_answered_at_all() -> None:
    scores = measure(np.full((4, 3), 1 / 3), [0, 1, 2, 0], LABELS)
    assert (scores.accuracy, scores.unanswered, scores.ece) == (0.0, 4, None)
    assert scores.auc_macro == 0.5


def test_a_class_that_does_not_occur_has_no_auc_and_is_named() -> None:
    scores = measure(one_hot([0, 1, 0, 2]), [0, 1, 0, 1], LABELS)
    assert scores.per_class[2].auc is None
    assert scores.without_auc == ("鱼",)
    assert [curve.label for curve in scores.roc] == ["cat", "dog"]
    assert scores.auc_macro == pytest.approx(np.mean([scores.per_class[0].auc, scores.per_class[1].auc]))
    assert scores.recall_macro == pytest.approx((1.0 + 0.5) / 2), "macro means leave out the class without samples"


def test_only_one_class_in_the_set() -> None:
    scores = measure(one_hot([0, 0, 1]), [0, 0, 0], LABELS)
    assert scores.auc_macro is None
    assert scores.roc == ()
    assert scores.accuracy == pytest.approx(2 / 3)


def test_auc_is_the_share_of_rightly_ordered_pairs() -> None:
    table, targets, labels = random_case()
    scores = measure(table, targets, labels)
    for index, one in enumerate(scores.per_class):
        own, rest = table[targets == index, index], table[targets != index, index]
        pairs = np.mean(own[:, None] > rest[None, :]) + 0.5 * np.mean(own[:, None] == rest[None, :])
        assert one.auc == pytest.approx(pairs)


def test_roc_curves_run_from_corner_to_corner() -> None:
    table, targets, labels = random_case(n=3000)
    for curve in measure(table, targets, labels, bootstrap=10).roc:
        assert (curve.false_positive_rate[0], curve.true_positive_rate[0]) == (0, 0)
        assert (curve.false_positive_rate[-1], curve.true_positive_rate[-1]) == (1, 1)
        assert len(curve.false_positive_rate) <= 201
        assert (np.diff(curve.true_positive_rate) >= 0).all()


def test_intervals_agree_with_resampling_row_by_row() -> None:
    from sklearn.metrics import f1_score

    table, targets, labels = random_case()
    scores = measure(table, targets, labels, bootstrap=4000)
    named = table.argmax(axis=1)
    rng = np.random.default_rng(11)
    accuracies, f1s = [], []
    for _ in range(600):
        rows = rng.integers(0, len(targets), len(targets))
        accuracies.append(np.mean(named[rows] == targets[rows]))
        f1s.append(f1_score(targets[rows], named[rows], average="macro"))
    interval = scores.f1_macro_interval
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx(np.percentile(f1s, (2.5, 97.5)), abs=0.012)
    # Wilson's and the bootstrap agree where there are enough samples.
    shares = np.percentile(accuracies, (2.5, 97.5))
    assert (scores.accuracy_interval.low, scores.accuracy_interval.high) == pytest.approx(shares, abs=0.012)
    assert scores.accuracy_interval.low < scores.accuracy < scores.accuracy_interval.high


def test_nothing_wrong_is_no_certainty() -> None:
    """Six of six: no interval has width 0."""
    scores = measure(one_hot([0, 1, 2, 0, 1, 2]), [0, 1, 2, 0, 1, 2], LABELS)
    assert (scores.accuracy_interval.low, scores.accuracy_interval.high) == pytest.approx((0.6097, 1.0), abs=1e-4)
    found = {name: value for name, value in scores.to_json().items() if name.endswith("_interval")}
    found |= {
        f"{one['label']} {name}": value
        for one in scores.to_json()["per_class"]
        for name, value in one.items()
        if name.endswith("_interval")
    }
    assert len(found) == 10 + 3 * 4
    for name, interval in found.items():
        assert interval["low"] < interval["high"], name


def test_a_single_sample() -> None:
    scores = measure(one_hot([0]), [0], LABELS)
    assert (scores.accuracy_interval.low, scores.accuracy_interval.high) == pytest.approx((0.2065, 1.0), abs=1e-4)
    assert scores.f1_macro_interval is not None
    assert scores.f1_macro_interval.low < scores.f1_macro_interval.high == 1.0
    assert (scores.auc_macro, scores.auc_macro_interval) == (None, None)


@pytest.mark.parametrize("classes", [2, 3, 7])
def test_the_brier_score_is_that_of_scikit_learn(classes: int) -> None:
    from sklearn.metrics import brier_score_loss

    table, targets, labels = random_case(classes=classes)
    try:
        expected = brier_score_loss(targets, table[:, 1] if classes == 2 else table, labels=list(range(classes)))
    except (TypeError, ValueError):
        pytest.skip("this scikit-learn knows two classes only")
    scores = measure(table, targets, labels)
    assert scores.brier == pytest.approx(expected)
    assert scores.brier_interval is not None
    assert scores.brier_interval.low < scores.brier < scores.brier_interval.high


def test_shares_of_a_class_have_their_own_denominators() -> None:
    scores = measure(one_hot([0, 0, 1, 1, 0, 0]), [0, 0, 1, 2, 2, 1], LABELS)
    cat, _, fish = scores.per_class
    assert (cat.named, cat.support) == (4, 2)
    assert cat.precision_interval == share_interval(2, 4)
    assert cat.recall_interval == share_interval(2, 2)
    assert (fish.named, fish.precision_interval) == (0, None)
    assert fish.recall_interval == share_interval(0, 2)
    filled = [one for one in scores.reliability if one.count]
    assert [one.interval for one in filled] == [share_interval(3, 6)]


def test_without_resampling_only_shares_have_intervals() -> None:
    table, targets, labels = random_case()
    scores = measure(table, targets, labels, bootstrap=0)
    assert scores.f1_macro_interval is scores.auc_macro_interval is scores.brier_interval is None
    assert scores.accuracy_interval == measure(table, targets, labels, bootstrap=20).accuracy_interval
    with pytest.raises(ValueError, match="bootstrap"):
        measure(table, targets, labels, bootstrap=-1)


def test_intervals_repeat_with_the_seed_and_shrink_with_the_samples() -> None:
    table, targets, labels = random_case()
    first, again = (measure(table, targets, labels, seed=5).f1_macro_interval for _ in range(2))
    assert first == again
    large = measure(np.tile(table, (9, 1)), np.tile(targets, 9), labels, seed=5).f1_macro_interval
    assert first is not None
    assert large is not None
    assert (large.high - large.low) == pytest.approx((first.high - first.low) / 3, rel=0.15)


def test_calibrated_probabilities_have_a_small_error_and_boasting_ones_a_large_one() -> None:
    rng = np.random.default_rng(0)
    confidence = rng.uniform(0.5, 1.0, 20000)
    table = np.stack([confidence, 1 - confidence], axis=1)
    truth = (rng.uniform(size=20000) > confidence).astype(int)
    assert measure(table, truth, ["a", "b"], bootstrap=1).ece == pytest.approx(0.0, abs=0.02)
    boasting = np.where(table > 0.5, 0.99, 0.01)
    assert measure(boasting, truth, ["a", "b"], bootstrap=1).ece == pytest.approx(0.24, abs=0.02)


def test_json_there_and_back() -> None:
    table, targets, labels = random_case()
    scores = measure(table, targets, labels, bootstrap=20)
    assert Scores.from_json(json.loads(json.dumps(scores.to_json()))) == scores
    with pytest.raises(ValueError, match="no scores"):
        Scores.from_json({"n": 3})


@pytest.mark.parametrize(
    ("table", "targets", "problem"),
    [
        (np.zeros((0, 3)), np.zeros(0, dtype=int), "no samples"),
        (np.full((2, 3), np.nan), [0, 1], "finite"),
        (np.full((2, 3), 0.5), [0, 1], "sum to 1"),
        (np.full((2, 2), 0.5), [0, 1], "must be"),
        (np.full((2, 3), 1 / 3), [0, 3], "lie in"),
        (np.full((2, 3), 1 / 3), [-1, 0], "lie in"),
        (np.full((2, 3), 1 / 3), [0.0, 1.0], "integers"),
        (np.full((2, 3), 1 / 3), [0], "integers"),
    ],
)
def test_impossible_input_is_refused(table: np.ndarray, targets: object, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        measure(table, targets, LABELS)  # type: ignore[arg-type]


def test_importing_the_scores_loads_neither_scikit_learn_nor_torch() -> None:
    code = "import sys, mmdesk.evaluation.metrics; print('sklearn' in sys.modules or 'torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
