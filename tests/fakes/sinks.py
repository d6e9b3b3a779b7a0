"""Sinks that remember what a source delivered and let a test wait for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Condition

from mmdesk.core.frame import Frame
from mmdesk.core.source_state import SourceState, SourceStatus

LIMIT_S = 20.0
"""How long a test waits for what must come; reached only when it fails."""


class SourceSinks:
    """Frame, state and text sinks.

    Attributes:
        frames: The newest frames, at most 400.
        count: Frames delivered in all.
        states: Every state, in order.
        texts: Every (text, time).
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self.frames: list[Frame] = []
        self.count = 0
        self.states: list[SourceState] = []
        self.texts: list[tuple[str, float]] = []

    def on_frame(self, frame: Frame) -> None:
        with self._changed:
            self.frames = [*self.frames[-399:], frame]
            self.count += 1
            self._changed.notify_all()

    def on_state(self, state: SourceState) -> None:
        with self._changed:
            self.states.append(state)
            self._changed.notify_all()

    def on_text(self, text: str, time_s: float) -> None:
        with self._changed:
            self.texts.append((text, time_s))
            self._changed.notify_all()

    @property
    def statuses(self) -> list[SourceStatus]:
        return [state.status for state in self.states]

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for something, which need not be one of the sinks' own matters."""
        end_s = time.monotonic() + LIMIT_S
        with self._changed:
            while not holds():
                if time.monotonic() > end_s:
                    raise AssertionError(
                        f"waited {LIMIT_S:.0f} s for {what}; states {self.states}, frames {self.count}"
                    )
                self._changed.wait(0.01)

    def wait_frames(self, more: int) -> None:
        """Wait for as many more frames."""
        wanted = self.count + more
        self.wait_until(lambda: self.count >= wanted, f"{more} frames")

    def wait_status(self, status: SourceStatus, times: int = 1) -> SourceState:
        """Wait until a status has been announced so often; return the last such state."""
        self.wait_until(lambda: self.statuses.count(status) >= times, f"{times}× {status}")
        return [state for state in self.states if state.status is status][-1]
