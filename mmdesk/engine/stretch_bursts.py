"""Makes samples of the taught stretches of a recorded session, as if the record key had been held while it played."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from mmdesk.core.burst import Burst
from mmdesk.core.teaching import TaughtStretch
from mmdesk.engine.burst_recorder import BurstRecorder
from mmdesk.engine.replay import Given, ticks

if TYPE_CHECKING:
    from mmdesk.sources.session import SessionReader

_LOOKS_PER_S = 25


def stretch_bursts(
    reader: SessionReader, stretches: Sequence[TaughtStretch], cancelled: Callable[[], bool] = lambda: False
) -> Iterator[Burst]:
    """Yield what is recorded in each stretch, by time; ``class_id`` is its name.

    Waits for the disk; the outcome does not depend on the machine's speed. A word under way at the end of a stretch is
    heard to its end, or to where the next one begins.

    Args:
        reader: The session.
        stretches: By time, none of which overlap.
        cancelled: Asked all the time; a yes ends it.

    Raises:
        SourceError: A part of the session is damaged.
    """
    now_s = 0.0
    given: Given = {}
    recorded: list[Burst] = []
    recorder = BurstRecorder(lambda _: given, clock=lambda: now_s)
    recorder.recorded.connect(recorded.append)
    left = list(stretches)
    held: TaughtStretch | None = None
    for now_s, tick in ticks(reader, _LOOKS_PER_S):
        given = tick
        if cancelled():
            return
        if held is not None and now_s >= held.end_s:
            held = None
            recorder.end()
        elif held is None and left and now_s >= left[0].begin_s:
            held = left.pop(0)
            recorder.begin(held.name, frozenset())
        else:
            recorder.look()
        yield from recorded
        recorded.clear()
    recorder.finish()
    yield from recorded
