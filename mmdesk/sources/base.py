"""What every source is: something that delivers on a thread of its own, from its start to its stop."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from threading import Event, RLock, Thread, current_thread

from mmdesk.core.clock import monotonic_s
from mmdesk.core.errors import SourceError
from mmdesk.core.frame import Frame
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import SourceState, SourceStatus

log = logging.getLogger(__name__)

FrameSink = Callable[[Frame], None]
"""Receives each frame on the capture thread; must return at once."""

StateSink = Callable[[SourceState], None]
"""Receives each change of state on a thread of the source's; must return at once."""

TextSink = Callable[[str, float], None]
"""Receives (text, monotonic time in seconds) on a thread of the source's."""


class Source(ABC):
    """Something that delivers until it is stopped; it heals itself where it can.

    Nothing is opened before `start`. `start` returns at once: opening happens on the source's own thread, and
    success or failure arrives through the state sink. `stop` may be called from any thread, at any time, twice;
    no sink is called after it has returned, and it returns within ``timeout_s`` even when a driver hangs (the
    hung thread is a daemon, abandoned and cut off from the sinks).

    A subclass does its work in `_run`. It calls its sinks with `_gate` held and not once `_stopping` is set. Sources
    share nothing: there may be any number of each kind.

    Args:
        what: What it is, for the name of its thread.
        name: What the user calls it; a subclass may learn better and set ``_name``.
        on_state: Gets every change of state.
        broken: What is told when it fails in a way that nobody foresaw.
    """

    def __init__(self, what: str, name: str, on_state: StateSink, broken: Problem) -> None:
        self._what, self._name, self._on_state, self._broken = what, name, on_state, broken
        self._state = SourceState(SourceStatus.OFF, name)
        self._gate = RLock()
        self._stopping = Event()
        self._thread: Thread | None = None

    @property
    def name(self) -> str:
        """What the user calls this source; a device's or a recording's own name once it has been found."""
        return self._name

    @property
    def state(self) -> SourceState:
        """The newest state; OFF after `stop`."""
        return self._state

    def start(self) -> None:
        """Begin to deliver; returns at once, and does nothing after `stop`.

        Raises:
            RuntimeError: It was started before.
        """
        with self._gate:
            if self._thread is not None:
                raise RuntimeError(f"a source can be started once: {self._what} {self._name}")
            if self._stopping.is_set():
                return
            self._thread = Thread(target=self._work, name=f"{self._what} {self._name}", daemon=True)
            self._thread.start()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Stop for good; return False when a thread had to be abandoned."""
        end_s = monotonic_s() + timeout_s
        self._stopping.set()
        # A sink that blocks holds the gate; even then `stop` keeps its promise about time.
        held = self._gate.acquire(timeout=timeout_s)
        self._state = SourceState(SourceStatus.OFF, self._name)
        if held:
            self._gate.release()
        self._wake()
        threads = self._threads()
        if current_thread() in threads:
            return held  # called by a sink: the threads end when it returns
        for thread in threads:
            if thread.ident is not None:
                thread.join(max(0.0, end_s - monotonic_s()))
        return held and not any(thread.is_alive() for thread in threads)

    @abstractmethod
    def _run(self) -> None:
        """Deliver until `_stopping` is set; called on the source's thread.

        Raises:
            SourceError: It cannot go on; the state becomes FAILED.
        """

    def _wake(self) -> None:  # noqa: B027 - most wait for nothing else
        """End what the threads wait for, other than `_stopping`."""

    def _threads(self) -> list[Thread]:
        """All threads that `stop` waits for."""
        return [] if self._thread is None else [self._thread]

    def _set_state(self, status: SourceStatus, problem: Problem | None = None) -> None:
        """Tell a state, unless it is the one told last or the source has been stopped."""
        with self._gate:
            state = SourceState(status, self._name, problem)
            if not self._stopping.is_set() and state != self._state:
                self._state = state
                self._on_state(state)

    def _work(self) -> None:
        # The edge of a thread: what cannot go on is a state, and whatever else goes wrong must be heard of.
        try:
            self._set_state(SourceStatus.STARTING)
            self._run()
        except SourceError as error:
            self._fail(error.problem)
        except Exception:
            log.exception("the %s %s broke down", self._what, self._name)
            self._fail(self._broken)

    def _fail(self, problem: Problem) -> None:
        try:
            self._set_state(SourceStatus.FAILED, problem)
        except Exception:
            log.exception("what is told of the %s %s raises", self._what, self._name)
