"""Rates and medians of the status bar."""

from __future__ import annotations

import pytest

from mmdesk.engine.rates import RateMeter, RecentMedian


def test_rate_counts_intervals_in_the_window():
    meter = RateMeter(window_s=2.0)
    assert meter.per_second(0.0) is None
    for tick in range(61):
        meter.note(tick / 30)
    assert meter.per_second(2.0) == pytest.approx(30.0)


def test_rate_falls_to_zero_when_events_dry_up():
    meter = RateMeter(window_s=2.0)
    meter.note(0.0)
    meter.note(0.1)
    assert meter.per_second(60.0) == 0.0


def test_median_of_the_newest_values_only():
    median = RecentMedian(count=3)
    assert median.median() is None
    for value in (100.0, 1.0, 2.0, 3.0):
        median.note(value)
    assert median.median() == 2.0
    median.clear()
    assert median.median() is None
