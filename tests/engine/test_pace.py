"""When the next answer may begin."""

from __future__ import annotations

import pytest

from mmdesk.engine.pace import HEARTBEAT_S, PICTURE_AHEAD_S, REST, Pace


def answered(pace: Pace, began_s: float, took_s: float, fetched_after_s: float | None = 0.0) -> None:
    pace.begin(began_s)
    pace.end(began_s + took_s, handed_over=True)
    if fetched_after_s is not None:
        pace.fetch(began_s + took_s + fetched_after_s)


def test_the_first_answer_may_begin_at_once() -> None:
    assert Pace().due_s(picture=True) == float("-inf")
    assert Pace(1.0).due_s() == float("-inf")


def test_a_picture_waits_only_for_the_rest_after_the_last_answer() -> None:
    pace = Pace()
    answered(pace, 10.0, 0.012)
    assert pace.due_s(picture=True) == pytest.approx(10.012 + REST * 0.012)
    assert pace.due_s(picture=True, other=True) == pace.due_s(picture=True)


def test_what_is_no_picture_waits_for_one_to_go_with() -> None:
    pace = Pace()
    answered(pace, 10.0, 0.012)
    assert pace.due_s(other=True) == pytest.approx(10.0 + PICTURE_AHEAD_S)
    assert pace.due_s() == pytest.approx(10.0 + HEARTBEAT_S)


@pytest.mark.parametrize("waiting", [{}, {"other": True}, {"picture": True}])
def test_never_more_often_than_asked_for(waiting: dict[str, bool]) -> None:
    pace = Pace(2.0)
    answered(pace, 10.0, 0.012)
    assert pace.due_s(**waiting) == pytest.approx(10.5)


def test_a_slow_answer_is_followed_by_a_longer_rest() -> None:
    pace = Pace()
    answered(pace, 10.0, 0.4)
    for waiting in ({"picture": True}, {"other": True}, {}):
        assert pace.due_s(**waiting) == pytest.approx(10.4 + REST * 0.4), "the heartbeat gives way too"


def test_a_window_that_fetches_late_has_as_long_again_to_itself() -> None:
    pace = Pace()
    answered(pace, 10.0, 0.010, fetched_after_s=0.030)
    assert pace.due_s(picture=True) == pytest.approx(10.070)
    answered(pace, 11.0, 0.010)
    assert pace.due_s(picture=True) == pytest.approx(11.010 + REST * 0.010), "it has caught up"


def test_what_the_window_has_not_fetched_holds_everything_up_until_the_heartbeat() -> None:
    pace = Pace()
    answered(pace, 10.0, 0.010, fetched_after_s=None)
    assert pace.due_s(picture=True) == pytest.approx(10.0 + HEARTBEAT_S)
    pace.fetch(10.020)
    assert pace.due_s(picture=True) == pytest.approx(10.030)


def test_an_answer_that_failed_is_not_waited_for() -> None:
    pace = Pace()
    pace.begin(10.0)
    pace.end(10.010, handed_over=False)
    assert pace.due_s(picture=True) == pytest.approx(10.010 + REST * 0.010)
    pace.fetch(10.2)  # of nothing
    assert pace.due_s(picture=True) == pytest.approx(10.010 + REST * 0.010)
