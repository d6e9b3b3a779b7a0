"""The interface every source fulfils."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from mmdesk.core.frame import Frame
from mmdesk.core.source_state import SourceState

FrameSink = Callable[[Frame], None]
"""Receives each frame on the capture thread; must return at once."""

StateSink = Callable[[SourceState], None]
"""Receives each change of state on a thread of the source's; must return at once."""

TextSink = Callable[[str, float], None]
"""Receives (text, monotonic time in seconds) on a thread of the source's."""


class Source(Protocol):
    """Something that delivers until it is stopped; it heals itself where it can.

    Nothing is opened before `start`. `start` returns at once: opening happens on the source's own thread, and
    success or failure arrives through the state sink. `stop` may be called from any thread, at any time, twice;
    no sink is called after it has returned, and it returns within ``timeout_s`` even when a driver hangs (the
    hung thread is a daemon, abandoned and cut off from the sinks).
    """

    @property
    def name(self) -> str:
        """What the user calls this source."""

    @property
    def state(self) -> SourceState:
        """The newest state."""

    def start(self) -> None:
        """Begin to deliver."""

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Stop for good; return False when a thread had to be abandoned."""
