"""Plays a recorded session in place of camera, microphone and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from heapq import merge
from itertools import count
from operator import itemgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import Clock, monotonic_s
from mmdesk.core.frame import Frame
from mmdesk.core.modality import Modality
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import SourceStatus
from mmdesk.sources.base import FrameSink, Source, StateSink, TextSink
from mmdesk.sources.session.reader import SessionReader
from mmdesk.sources.session.recording_player import PlayerSinks, RecordingPlayer
from mmdesk.sources.session.transport import SessionTransport

BLOCK_SAMPLES = 320
_LATE_S = 1.0

Deliver = Callable[[float], None]
"""Hands one thing over; gets the monotonic time it is stamped with."""


class SessionSource(Source):
    """Plays a session at the speed it was recorded.

    One thread decodes and delivers everything. Every due time is reckoned from the start, so nothing drifts:
    picture, sound (blocks of 20 ms) and text bear the times they are due at, whatever the machine's load. After a
    standstill of more than a second (a suspended laptop) the session goes on from where it was.

    Args:
        path: The session's folder.
        on_frame: Gets the pictures.
        ring: Gets the sound; nothing during gaps. This source must be its only writer.
        on_text: Gets every change of the text box, and an empty text when a session with text begins again.
        on_state: Gets every change of state.
        transport: By which a recording is gone through; a session that cannot be is played from end to end.
        loop: Whether such a session begins again at its end; else it ends in the state ENDED.
    """

    def __init__(
        self,
        path: Path | str,
        on_frame: FrameSink,
        ring: AudioRing,
        on_text: TextSink,
        on_state: StateSink,
        transport: SessionTransport | None = None,
        *,
        clock: Clock = monotonic_s,
        loop: bool = True,
    ) -> None:
        self._path = Path(path)
        super().__init__("session", self._path.name, on_state, Problem("session.internal", path=self._path))
        self._on_frame, self._ring, self._on_text = on_frame, ring, on_text
        self._clock = clock
        self._transport = transport
        self._loop = loop
        self._sequence = 0
        self._damage_told = ""

    def _run(self) -> None:
        reader = SessionReader(self._path, lambda: not self._stopping.is_set())
        if self._stopping.is_set():
            return
        self._name = reader.title
        if self._transport is not None and reader.moments() is not None:
            self._set_state(SourceStatus.RUNNING)
            sinks = PlayerSinks(self._on_frame, self._ring, self._on_text)
            RecordingPlayer(reader, sinks, self._transport, self._stopping, self._gate, self._clock).run()
        elif self._play(reader):
            self._set_state(SourceStatus.ENDED)

    def _wake(self) -> None:
        if self._transport is not None:
            self._transport.wake()

    def _play(self, reader: SessionReader) -> bool:
        """Deliver everything when it is due; return False when stopped."""
        # Ties go to the earlier stream. `merge` draws a stream's next event only when the last one has been
        # delivered, so one picture is decoded ahead and no more.
        self._tell_damage(reader)
        events = merge(self._texts(reader), self._sound(reader), self._pictures(reader), key=itemgetter(0))
        origin_s: float | None = None
        for due_s, deliver in events:
            if origin_s is None:
                origin_s = self._clock() - due_s  # the first picture is decoded by now
                self._set_state(SourceStatus.RUNNING)
            while (remaining_s := origin_s + due_s - self._clock()) > 0:
                if self._stopping.wait(remaining_s):
                    return False
            if remaining_s < -_LATE_S:
                origin_s -= remaining_s
            with self._gate:
                if self._stopping.is_set():
                    return False
                deliver(origin_s + due_s)
        return True

    def _rounds(self, reader: SessionReader) -> Iterator[float]:
        """Yield the time at which each round begins."""
        for number in count() if self._loop else range(1):
            yield number * reader.duration_s

    def _tell_damage(self, reader: SessionReader) -> None:
        damage = reader.damage
        if self._transport is not None and damage is not None and damage.code != self._damage_told:
            self._damage_told = damage.code
            self._transport.tell_damage(damage)

    def _show(self, frame_rgb: NDArray[np.uint8], seen_rgb: NDArray[np.uint8] | None, time_s: float) -> None:
        self._on_frame(Frame(frame_rgb, time_s, self._sequence, seen_rgb))
        self._sequence += 1

    def _pictures(self, reader: SessionReader) -> Iterator[tuple[float, Deliver]]:
        if Modality.IMAGE not in reader.modalities:
            return
        for begin_s in self._rounds(reader):
            delivered = 0
            for time_s, shown, seen in reader.pictures():
                delivered += 1
                yield begin_s + time_s, partial(self._show, shown, seen)
            if delivered == 0:
                return  # off from beginning to end: going round would be an endless search

    def _sound(self, reader: SessionReader) -> Iterator[tuple[float, Deliver]]:
        for begin_s in self._rounds(reader):
            # Sound is there when it has been heard: a block is due at its end.
            for end_s, block in reader.sound_blocks(0.0, BLOCK_SAMPLES):
                yield begin_s + end_s, partial(self._ring.write, block)
            # Keeps the rounds going, and the session alive, when nothing else does.
            # A part is known to be damaged only when it has been read.
            yield begin_s + reader.duration_s, lambda _: self._tell_damage(reader)

    def _texts(self, reader: SessionReader) -> Iterator[tuple[float, Deliver]]:
        for begin_s in self._rounds(reader):
            delivered = 0
            for time_s, text in reader.text_events():
                if not delivered and time_s > 0:
                    yield begin_s, partial(self._on_text, "")
                delivered += 1
                yield begin_s + time_s, partial(self._on_text, text)
            if delivered == 0:
                return
