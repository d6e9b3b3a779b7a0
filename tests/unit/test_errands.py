"""Jobs done elsewhere: in order, all of them, and nobody waits."""

from __future__ import annotations

import threading

import pytest

from mmdesk.core.errands import Errands


def test_jobs_are_done_in_order_on_another_thread() -> None:
    errands, gate, done = Errands("errands"), threading.Event(), []
    errands.add(lambda: gate.wait(5.0) and None)
    for number in range(20):
        errands.add(lambda number=number: done.append((number, threading.current_thread().name)))  # type: ignore[misc]
    assert done == []
    assert not errands.wait(0.0)
    gate.set()
    assert errands.wait(5.0)
    assert done == [(number, "errands") for number in range(20)]


def test_the_thread_ends_with_the_work_and_comes_again() -> None:
    errands, threads = Errands("errands"), []
    for _ in range(2):
        errands.add(lambda: threads.append(threading.current_thread()))
        assert errands.wait(5.0)
    for thread in threads:
        thread.join(5.0)
        assert not thread.is_alive()
    assert len(threads) == 2
    assert not threads[0].daemon


def test_a_job_that_fails_is_logged_and_the_next_is_done(caplog: pytest.LogCaptureFixture) -> None:
    errands, done = Errands("errands"), []
    errands.add(lambda: 1 // 0)  # type: ignore[arg-type]
    errands.add(lambda: done.append(1))
    assert errands.wait(5.0)
    assert done == [1]
    assert "a job of errands failed" in caplog.text
