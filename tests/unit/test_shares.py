"""Wilson's interval against SciPy's and its exact coverage; how shares are written."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom, binomtest

from mmdesk.core.shares import (
    Interval,
    counted,
    decimal_number,
    percent_number,
    range_numbers,
    share_interval,
    wilson,
)


@pytest.mark.parametrize("count", [1, 2, 6, 50, 219, 100_000])
def test_wilsons_interval_is_that_of_scipy(count: int) -> None:
    for hits in {0, 1, count // 3, count // 2, count - 1, count}:
        expected = binomtest(hits, count).proportion_ci(method="wilson")
        found = share_interval(hits, count)
        assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-12)
        assert found.low < found.high, "never of width 0"
        assert found.low <= hits / count <= found.high


@pytest.mark.parametrize(
    ("count", "share", "coverage"),
    [
        (10, 0.5, 0.9785), (10, 0.9, 0.9298), (10, 0.98, 0.9838),
        (50, 0.5, 0.9351), (50, 0.9, 0.9703), (50, 0.98, 0.9216),
        (200, 0.5, 0.9440), (200, 0.9, 0.9561), (200, 0.98, 0.9331),
    ],
)  # fmt: skip
def test_exact_coverage(count: int, share: float, coverage: float) -> None:
    """The sum over all outcomes, not a simulation; shares jump with the count, so 95 % is met on average only."""
    hits = np.arange(count + 1)
    low, high = wilson(hits, np.full(count + 1, count))
    covered = (low <= share) & (share <= high)
    assert binom.pmf(hits, count, share)[covered].sum() == pytest.approx(coverage, abs=5e-5)


def test_mean_coverage_is_what_is_claimed() -> None:
    for count in (10, 50, 200):
        hits = np.arange(count + 1)
        low, high = wilson(hits, np.full(count + 1, count))
        shares = np.linspace(0.5, 0.995, 400)
        inside = (low <= shares[:, None]) & (shares[:, None] <= high)
        assert (binom.pmf(hits, count, shares[:, None]) * inside).sum(axis=1).mean() == pytest.approx(0.95, abs=0.01)


def test_nothing_measured_says_nothing() -> None:
    assert share_interval(0, 0) == Interval(0.0, 1.0)
    with pytest.raises(ValueError, match="no share"):
        share_interval(3, 2)
    with pytest.raises(ValueError, match="no share"):
        share_interval(-1, 2)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1.0, "100.0"), (0.0, "0.0"), (0.9341, "93.4"), (1999 / 2000, "99.95"), (1 - 1e-5, "99.999"),
        (0.0002, "0.02"), (1 - 1e-12, "100.0"), (-1e-15, "0.0"),
    ],
)  # fmt: skip
def test_all_and_none_are_said_only_where_it_is_so(share: float, words: str) -> None:
    assert percent_number(share) == words


def test_a_range_never_reads_as_one_number() -> None:
    assert range_numbers(Interval(0.6097, 1.0)) == "61–100"
    assert range_numbers(Interval(0.9962, 1.0)) == "99.6–100.0"
    assert range_numbers(Interval(0.50312, 0.50318)) == "50.31–50.32"


def test_decimals_and_counts() -> None:
    assert decimal_number(0.99971) == "0.9997"
    assert decimal_number(1.0) == "1.000"
    assert decimal_number(0.0) == "0.000"
    assert [counted(n, "sample") for n in (0, 1, 2)] == ["0 samples", "1 sample", "2 samples"]
    assert counted(2, "class", "classes") == "2 classes"
