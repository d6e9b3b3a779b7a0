"""Switching sources: one at a time, newest wins, nothing blocks the caller."""

from __future__ import annotations

import threading

import pytest

from mmdesk.core.source_state import OFF, SourceState
from mmdesk.engine.source_lane import SourceLane


class RecordedSource:
    """Notes what happens to it; `stop` waits until the test lets it."""

    def __init__(self, name: str, events: list[str], gate: threading.Event | None = None) -> None:
        self.name = name
        self._events = events
        self._gate = gate

    @property
    def state(self) -> SourceState:
        return OFF

    def start(self) -> None:
        self._events.append(f"start {self.name}")

    def stop(self, timeout_s: float = 2.0) -> bool:
        if self._gate is not None:
            self._gate.wait(timeout_s)
        self._events.append(f"stop {self.name}")
        return True


@pytest.fixture
def lane():
    lane = SourceLane("test-lane")
    yield lane
    assert lane.shutdown()


def test_the_old_source_stops_before_the_new_one_starts(lane):
    events: list[str] = []
    for name in ("a", "b"):
        lane.request(lambda name=name: RecordedSource(name, events))
        assert lane.wait_idle(2.0)
    lane.request(None)
    assert lane.wait_idle(2.0)
    assert events == ["start a", "stop a", "start b", "stop b"]


def test_overtaken_requests_are_never_started(lane):
    events: list[str] = []
    gate = threading.Event()
    lane.request(lambda: RecordedSource("hung", events, gate))
    assert lane.wait_idle(2.0)
    for name in ("first", "second", "last"):
        lane.request(lambda name=name: RecordedSource(name, events))
    gate.set()
    assert lane.wait_idle(2.0)
    started = [event for event in events if event.startswith("start")]
    assert started[0] == "start hung"
    assert started[-1] == "start last"
    assert "start second" not in started  # at most one of the overtaken two had its turn


def test_a_source_that_breaks_its_contract_leaves_the_lane_working(lane, caplog):
    def broken() -> RecordedSource:
        raise RuntimeError("no such thing")

    events: list[str] = []
    lane.request(broken)
    assert lane.wait_idle(2.0)
    lane.request(lambda: RecordedSource("good", events))
    assert lane.wait_idle(2.0)
    assert events == ["start good"]
    assert "switching a source failed" in caplog.text


def test_shutdown_stops_the_running_source_and_may_be_repeated():
    events: list[str] = []
    lane = SourceLane("test-lane")
    lane.request(lambda: RecordedSource("a", events))
    assert lane.wait_idle(2.0)
    assert lane.shutdown()
    assert lane.shutdown()
    assert events == ["start a", "stop a"]
