"""Rates and medians of the status bar."""

from __future__ import annotations

import pytest

from mmdesk.core.modality import Modality
from mmdesk.core.observation import PRESENT, Presence, Reason
from mmdesk.core.prediction import Latencies, Prediction
from mmdesk.engine import stats_meter
from mmdesk.engine.rates import RateMeter, RecentMedian
from mmdesk.engine.stats_meter import StatsMeter


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


def answer(time_s: float, taken_s: float) -> Prediction:
    absent = Presence(Reason.SILENCE)
    taken = tuple(taken_s if each is Modality.IMAGE else None for each in Modality)
    return Prediction(
        time_s, ("a",), tuple(Modality), None, None, True, (PRESENT, absent, absent), taken, Latencies(0, 0, 0)
    )


def test_a_picture_has_one_latency_however_many_answers_follow(monkeypatch):
    now_s = 0.0
    monkeypatch.setattr(stats_meter, "monotonic_s", lambda: now_s)
    meter = StatsMeter()
    for now_s, taken_s in ((1.010, 1.0), (1.200, 1.0), (1.400, 1.0), (2.020, 2.0)):
        meter.note_prediction_painted(answer(now_s, taken_s), "image")
        meter.note_prediction()
    stats = meter.stats(None, 0, "")
    assert stats.prediction_latency_ms == pytest.approx(15.0)
    assert stats.predictions_per_s == pytest.approx(3 / 1.01)
