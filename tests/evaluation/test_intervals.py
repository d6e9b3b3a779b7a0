"""Bootstrap intervals: what they cover, and what stands in where resampling sees no variation."""

from __future__ import annotations

import numpy as np
import pytest

from mmdesk.core.shares import share_interval
from mmdesk.evaluation import resampling
from mmdesk.evaluation.intervals import mean_interval, resampled_interval
from mmdesk.evaluation.metrics import measure


def test_without_variation_it_is_wilsons() -> None:
    assert resampled_interval(1.0, np.ones(100), 6) == share_interval(6, 6)
    nothing, wilsons = resampled_interval(0.0, np.zeros(100), 6), share_interval(0, 6)
    assert nothing is not None
    assert (nothing.low, nothing.high) == pytest.approx((wilsons.low, wilsons.high))
    middle = resampled_interval(0.3, np.full(100, 0.3), 6)
    assert middle is not None
    assert middle.low < 0.3 < middle.high


def test_a_difference_without_variation_is_tangos() -> None:
    """Tango (1998), equation for no discordant pair: z² / (n + z²) to either side."""
    square = 1.959963984540054**2
    found = mean_interval(np.zeros(219), worst=-1.0)
    assert (found.low, found.high) == pytest.approx((-square / (219 + square), square / (219 + square)))


def test_too_few_resamples_give_no_interval() -> None:
    draws = np.full(100, np.nan)
    draws[:50] = np.linspace(0.4, 0.6, 50)
    assert resampled_interval(0.5, draws, 9) is None
    draws[50] = 0.5
    assert resampled_interval(0.5, draws, 9) is not None


def test_means_of_whole_numbers_and_of_shares() -> None:
    wilsons, found = share_interval(9, 10), mean_interval(np.array([1.0] * 9 + [0.0]))
    assert (found.low, found.high) == pytest.approx((wilsons.low, wilsons.high))
    mixed = mean_interval(np.array([0.2, 0.8, 1.0, 0.4, 0.6] * 20))
    assert mixed.low < 0.6 < mixed.high
    assert mixed.high - mixed.low == pytest.approx(2 * 1.96 * np.std([0.2, 0.8, 1.0, 0.4, 0.6]) / 10, rel=0.1)


@pytest.mark.parametrize("count", [2, 3, 5, 10])
@pytest.mark.parametrize("shape", [(8, 4), (30, 20), (1, 3)])
def test_few_samples_bear_no_narrow_interval(count: int, shape: tuple[int, int]) -> None:
    """Means of shares: without Student's quantile two samples give an interval that holds the mean in 61 %."""
    rng, inside, mean = np.random.default_rng(1), 0, shape[0] / sum(shape)
    for _ in range(600):
        found = mean_interval(rng.beta(*shape, count))
        inside += found.low <= mean <= found.high
    assert inside / 600 >= 0.9


def test_two_that_happen_to_be_alike_prove_nothing() -> None:
    alike = mean_interval(np.array([0.50, 0.52]))
    assert alike.high - alike.low > 0.15
    assert mean_interval(np.array([0.5])).high - mean_interval(np.array([0.5])).low > 0.7
    two = resampled_interval(0.5, np.array([0.49, 0.5, 0.51] * 40), 2)
    assert two is not None
    assert two.high - two.low > 0.1
    many = resampled_interval(0.5, np.array([0.49, 0.5, 0.51] * 40), 5000)
    assert many is not None
    assert many.high - many.low < 0.05


def test_resampled_scores_are_those_of_the_resampled_samples() -> None:
    """Counts instead of copies: the same numbers as scikit-learn's on the copied rows."""
    from sklearn.metrics import f1_score, precision_score, recall_score, roc_auc_score

    rng = np.random.default_rng(2)
    truth, scores = rng.integers(0, 3, 60), rng.dirichlet(np.ones(3), 60).round(1)
    named = scores.argmax(axis=1)
    (drawn,) = resampling.resamples(60, 20, seed=4)
    found = resampling.class_averages(drawn, truth, named, 3)
    for row, counts in enumerate(drawn.astype(int)):
        rows = np.repeat(np.arange(60), counts)
        for name, score in (("precision", precision_score), ("recall", recall_score), ("f1", f1_score)):
            for average in ("macro", "weighted"):
                expected = score(truth[rows], named[rows], average=average, zero_division=0)
                assert found[f"{name}_{average}"][row] == pytest.approx(expected)
        area = resampling.auc(drawn[row : row + 1], truth == 1, scores[:, 1])[0]
        assert area == pytest.approx(roc_auc_score(truth[rows] == 1, scores[rows, 1]))


def test_resamples_come_in_parts_of_bounded_size() -> None:
    parts = list(resampling.resamples(1_000_000, 6, seed=0))
    assert [len(part) for part in parts] == [4, 2]
    assert all((part.sum(axis=1) == 1_000_000).all() for part in parts)


def sample(n: int, sharp: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Softmax of evidence plus noise: three classes, the sharper the better told apart."""
    truth = rng.integers(0, 3, n)
    logits = rng.normal(size=(n, 3)) + sharp * np.eye(3)[truth]
    table = np.exp(logits)
    return table / table.sum(axis=1, keepdims=True), truth


@pytest.mark.parametrize("sharp", [1.0, 2.5])
def test_intervals_cover_what_a_large_sample_measures(sharp: float) -> None:
    """Macro F1 and AUC of 60 samples; the AUC is 0.81 and 0.99, where percentiles cover 87 %."""
    rng = np.random.default_rng(8)
    whole = measure(*sample(100_000, sharp, rng), "abc", bootstrap=0)
    draws, inside = 150, {"f1_macro": 0, "auc_macro": 0}
    for _ in range(draws):
        one = measure(*sample(60, sharp, rng), "abc", bootstrap=150)
        for name in inside:
            interval = getattr(one, f"{name}_interval")
            inside[name] += interval.low <= getattr(whole, name) <= interval.high
    for name, hits in inside.items():
        assert hits / draws >= 0.89, (name, hits / draws)


def test_a_calibrated_model_is_not_called_miscalibrated_for_its_few_answers() -> None:
    rng = np.random.default_rng(3)
    excluded = 0
    for _ in range(100):
        confidence = rng.uniform(0.5, 1.0, 40)
        truth = (rng.uniform(size=40) > confidence).astype(int)
        one = measure(np.stack([confidence, 1 - confidence], axis=1), truth, "ab", bootstrap=200)
        assert one.ece_interval is not None
        excluded += one.ece_interval.low > 0
    assert excluded <= 10


def test_a_boaster_is_called_miscalibrated() -> None:
    truth = np.arange(60) % 2
    table = np.where(np.arange(60)[:, None] % 3 == 0, [[0.02, 0.98]], [[0.98, 0.02]])
    one = measure(table, truth, "ab", bootstrap=200)
    assert one.ece is not None
    assert one.ece_by_chance is not None
    assert one.ece_interval is not None
    assert one.ece > one.ece_by_chance
    assert 0 < one.ece_interval.low < one.ece < one.ece_interval.high
