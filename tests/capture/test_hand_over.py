"""Newest wins between two threads, and an end is an end."""

from __future__ import annotations

from threading import Event, current_thread

import pytest

from mmdesk.sources.hand_over import HandOver

LIMIT_S = 10.0


def test_a_slow_taker_gets_the_newest_and_the_giver_never_waits() -> None:
    taken: list[int] = []
    busy, go_on, last = Event(), Event(), Event()

    def take(value: int) -> bool:
        taken.append(value)
        busy.set()
        assert go_on.wait(LIMIT_S)
        if value == 9:
            last.set()
        return True

    hand = HandOver(take, "hand")
    assert hand.put(0)
    assert busy.wait(LIMIT_S)
    for value in range(1, 10):
        assert hand.put(value)  # returns although 0 is still being taken
    go_on.set()
    assert last.wait(LIMIT_S)
    hand.close()
    assert taken == [0, 9]
    assert not hand.put(10)


def test_who_takes_no_more_is_given_no_more() -> None:
    refused = Event()

    def take(_: int) -> bool:
        refused.set()
        return False

    hand = HandOver(take, "hand")
    hand.put(1)
    assert refused.wait(LIMIT_S)
    hand.thread.join(LIMIT_S)
    assert not hand.put(2)
    hand.close()


def test_what_the_taker_raises_is_raised_where_the_next_is_given() -> None:
    def take(_: int) -> bool:
        raise ValueError("no room")

    hand = HandOver(take, "hand")
    hand.put(1)
    hand.thread.join(LIMIT_S)
    with pytest.raises(ValueError, match="no room"):
        hand.put(2)
    hand.close()


def test_nothing_is_taken_once_it_is_closed() -> None:
    taken: list[int] = []
    busy, go_on = Event(), Event()

    def take(value: int) -> bool:
        assert current_thread() is hand.thread
        taken.append(value)
        busy.set()
        return go_on.wait(LIMIT_S)

    hand = HandOver(take, "hand")
    hand.put(1)
    assert busy.wait(LIMIT_S)
    hand.put(2)
    go_on.set()
    hand.close()
    hand.close()
    assert taken in ([1], [1, 2])
    assert not hand.thread.is_alive()
