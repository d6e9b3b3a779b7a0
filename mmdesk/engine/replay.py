"""Runs a recorded session through the model as fast as it can, with the same outcome every time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.prediction import Prediction
from mmdesk.sources.observer import Observer
from mmdesk.sources.text_entry import TextEntry

if TYPE_CHECKING:
    from mmdesk.analysis.microscope import Microscope
    from mmdesk.sources.session import SessionReader

TICKS_PER_S = 10

T = TypeVar("T")


class _Timeline(Generic[T]):
    """Timed things, handed out up to a moment."""

    def __init__(self, events: Iterator[tuple[float, T]]) -> None:
        self._events = events
        self._next = next(events, None)

    def until(self, time_s: float) -> Iterator[tuple[float, T]]:
        while self._next is not None and self._next[0] <= time_s:
            yield self._next
            self._next = next(self._events, None)


def replay(reader: SessionReader, microscope: Microscope, ticks_per_s: int = TICKS_PER_S) -> Iterator[Prediction]:
    """Yield a prediction every ``1 / ticks_per_s`` seconds of the session; their times count from its start.

    At each tick exactly those frames, samples and texts are known that a live session would have had by then. The
    session's own time is the only clock, so the outcome does not depend on the machine's speed.

    Raises:
        NotFiniteError: The model's answer is no number.
        SourceError: A part of the session is damaged; raised when it is come to.
    """
    session_now_s = 0.0
    ring = AudioRing(clock=lambda: session_now_s)
    text_entry = TextEntry()
    observer = Observer()
    frames, texts = _Timeline(reader.frames()), _Timeline(reader.text_events())
    frame: Frame | None = None
    heard = 0
    with reader.sound() as sound:
        for tick in range(1, int(reader.duration_s * ticks_per_s) + 1):
            session_now_s = tick / ticks_per_s
            for sequence_time_s, picture in frames.until(session_now_s):
                frame = Frame(picture, sequence_time_s, 0 if frame is None else frame.sequence + 1)
            for typed_s, text in texts.until(session_now_s):
                text_entry.set(text, typed_s)
            due = int(session_now_s * SAMPLE_RATE_HZ)
            fresh, heard = sound.read(due - heard), due
            # The reader gives silence where the session's microphone was off; live, nothing is written then.
            if not reader.is_off(Modality.AUDIO, session_now_s):
                ring.write(fresh, session_now_s)
            raw = (frame, ring, text_entry.current(session_now_s))
            observation = observer.observe(session_now_s, dict(zip(DEFAULT_INPUTS, raw, strict=True)))
            yield microscope.read(microscope.encode(observation))
