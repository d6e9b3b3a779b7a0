"""Long work tells how far it is, and ends when it is not wanted."""

from __future__ import annotations

import pytest

from mmdesk.core.work import NotWantedError, Work


def test_each_percent_is_told_once() -> None:
    told: list[float | None] = []
    work = Work(told.append)
    for number in range(10_000):
        work.step(number, 10_000)
    assert 99 <= len(told) <= 101
    work.step(3, None)
    assert None not in told, "what is not known is no news"


def test_it_ends_at_its_next_step() -> None:
    work = Work(lambda _: None)
    work.step(0, 2)
    work.cancel()
    assert work.cancelled
    with pytest.raises(NotWantedError):
        work.step(1, 2)
