"""What holds for every source, whatever it delivers: its start, its stop, its states, and that there may be many."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from mmdesk.app import paths
from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.errors import SourceError
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.sources.base import Source, StateSink
from mmdesk.sources.camera import CameraSource
from mmdesk.sources.microphone import MicrophoneSource
from mmdesk.sources.session import SessionSource
from mmdesk.ui.problem_table import filled
from tests.fakes.captures import FakeDevice
from tests.fakes.fake_sounddevice import FakeSoundDevice
from tests.fakes.sinks import LIMIT_S, SourceSinks

Make = Callable[[SourceSinks], Source]


def camera(sinks: SourceSinks) -> Source:
    device = FakeDevice()
    return CameraSource("0", sinks.on_frame, sinks.on_state, open_capture=device.open, find_target=device.find)


def microphone(sinks: SourceSinks) -> Source:
    return MicrophoneSource(None, AudioRing(), sinks.on_state, sounddevice=FakeSoundDevice())


def session(sinks: SourceSinks) -> Source:
    return SessionSource(paths.sample_session(), sinks.on_frame, AudioRing(), sinks.on_text, sinks.on_state)


@pytest.fixture(params=[camera, microphone, session])
def make(request: pytest.FixtureRequest) -> Make:
    return request.param


@pytest.fixture
def sinks() -> SourceSinks:
    return SourceSinks()


def test_it_starts_runs_and_stops_for_good(make: Make, sinks: SourceSinks) -> None:
    source = make(sinks)
    assert source.state.status is SourceStatus.OFF
    assert source.name
    source.start()
    sinks.wait_status(SourceStatus.RUNNING)
    assert source.state.status is SourceStatus.RUNNING
    with pytest.raises(RuntimeError, match="once"):
        source.start()
    assert source.stop()
    reported = (sinks.count, len(sinks.states), len(sinks.texts))
    assert sinks.statuses == [SourceStatus.STARTING, SourceStatus.RUNNING]
    assert source.state == SourceState(SourceStatus.OFF, source.name)
    assert source.stop()  # twice is harmless
    assert (sinks.count, len(sinks.states), len(sinks.texts)) == reported


def test_stopped_before_its_start_it_never_starts(make: Make, sinks: SourceSinks) -> None:
    source = make(sinks)
    assert source.stop()
    source.start()
    assert source.stop()
    assert (sinks.count, sinks.states, sinks.texts) == (0, [], [])


def test_a_sink_may_stop_it(make: Make, sinks: SourceSinks) -> None:
    stopped: list[bool] = []

    def on_state(state: SourceState) -> None:
        if state.status is SourceStatus.RUNNING:
            stopped.append(source.stop())

    sinks.on_state = on_state  # type: ignore[method-assign]
    source = make(sinks)
    source.start()
    sinks.wait_until(lambda: bool(stopped), "the sink's stop")
    assert source.stop()
    assert stopped == [True]


def test_many_run_beside_each_other_and_one_stops_without_the_others(make: Make) -> None:
    each = [SourceSinks() for _ in range(3)]
    sources = [make(sinks) for sinks in each]
    for source in sources:
        source.start()
    for sinks in each:
        sinks.wait_status(SourceStatus.RUNNING)
    assert sources[1].stop()
    assert [source.state.status for source in sources] == [
        SourceStatus.RUNNING, SourceStatus.OFF, SourceStatus.RUNNING,
    ]  # fmt: skip
    if make is camera:
        for sinks in (each[0], each[2]):
            sinks.wait_frames(3)
    assert sources[0].stop()
    assert sources[2].stop()


def test_what_nobody_foresaw_is_a_state_with_words_and_in_the_log(
    make: Make, sinks: SourceSinks, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    source = make(sinks)

    def run() -> None:
        raise KeyError("a slip")

    monkeypatch.setattr(source, "_run", run)
    with caplog.at_level(logging.ERROR):
        source.start()
        problem = sinks.wait_status(SourceStatus.FAILED).problem
        assert source.stop()
    assert problem is not None
    assert problem.code.endswith(".internal")
    assert filled(problem).sentence
    assert "a slip" in caplog.text


class Plain(Source):
    """Does what it is given."""

    def __init__(self, on_state: StateSink, work: Callable[[], None]) -> None:
        super().__init__("plain", "plain", on_state, Problem("microphone.internal"))
        self._work_given = work

    def _run(self) -> None:
        self._work_given()


def test_what_a_source_cannot_go_on_from_is_its_state(sinks: SourceSinks) -> None:
    reported = Problem("session.missing", path=Path("x"))

    def work() -> None:
        raise SourceError(reported)

    source = Plain(sinks.on_state, work)
    source.start()
    assert sinks.wait_status(SourceStatus.FAILED).problem == reported
    assert source.stop()


def test_a_state_sink_that_raises_does_not_escape_the_thread(caplog: pytest.LogCaptureFixture) -> None:
    def refuse(_state: SourceState) -> None:
        raise RuntimeError("broken sink")

    source = Plain(refuse, lambda: None)
    with caplog.at_level(logging.ERROR):
        source.start()
        assert source._thread is not None
        source._thread.join(LIMIT_S)
        assert source.stop()
    assert len(caplog.records) == 2  # at the start, and when that is told


def test_stop_keeps_its_time_while_a_sink_blocks() -> None:
    entered, leave = Event(), Event()

    def block(_state: SourceState) -> None:
        entered.set()
        leave.wait(LIMIT_S)

    source = Plain(block, lambda: None)
    source.start()
    assert entered.wait(LIMIT_S)
    answers: list[bool] = []
    stopper = Thread(target=lambda: answers.append(source.stop(timeout_s=0.05)))
    stopper.start()
    stopper.join(LIMIT_S)
    leave.set()
    assert answers == [False]
    assert source.stop()
