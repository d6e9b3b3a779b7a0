"""Plays a recorded session in place of camera, microphone and keyboard."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import partial
from heapq import merge
from itertools import count
from operator import itemgetter
from pathlib import Path
from threading import Event, RLock, Thread, current_thread

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import Clock, monotonic_s
from mmdesk.core.errors import SourceError
from mmdesk.core.frame import Frame
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.sources.base import FrameSink, StateSink, TextSink
from mmdesk.sources.session.reader import SessionReader

log = logging.getLogger(__name__)

BLOCK_SAMPLES = 320
_LATE_S = 1.0

Deliver = Callable[[float], None]
"""Hands one thing over; gets the monotonic time it is stamped with."""


class SessionSource:
    """Plays a session at the speed it was recorded; fulfils `mmdesk.sources.base.Source`.

    One thread decodes and delivers everything. Every due time is reckoned from the start, so nothing drifts:
    picture, sound (blocks of 20 ms) and text bear the times they are due at, whatever the machine's load. After a
    standstill of more than a second (a suspended laptop) the session goes on from where it was.

    Args:
        path: The session's folder.
        on_frame: Gets the pictures.
        ring: Gets the sound; nothing during gaps. This source must be its only writer.
        on_text: Gets every change of the text box, and an empty text when a session with text begins again.
        on_state: Gets every change of state.
        loop: Whether the session begins again at its end; else it ends in the state ENDED.
    """

    def __init__(
        self,
        path: Path | str,
        on_frame: FrameSink,
        ring: AudioRing,
        on_text: TextSink,
        on_state: StateSink,
        clock: Clock = monotonic_s,
        *,
        loop: bool = True,
    ) -> None:
        self._path = Path(path)
        self._on_frame, self._ring, self._on_text, self._on_state = on_frame, ring, on_text, on_state
        self._clock = clock
        self._loop = loop
        self._name = self._path.name
        self._state = SourceState(SourceStatus.OFF, self._name)
        self._sequence = 0
        self._gate = RLock()  # sinks are called under it, so that nothing comes after `stop`
        self._stopping = Event()
        self._thread: Thread | None = None

    @property
    def name(self) -> str:
        """The folder's name; the session's title once it has been read."""
        return self._name

    @property
    def state(self) -> SourceState:
        """The newest state; OFF after `stop`."""
        return self._state

    def start(self) -> None:
        """Begin to play; returns at once.

        Raises:
            RuntimeError: It was started before.
        """
        with self._gate:
            if self._thread is not None:
                raise RuntimeError("a session source can be started once")
            if self._stopping.is_set():
                return
            self._thread = Thread(target=self._run, name=f"session {self._name}", daemon=True)
            self._thread.start()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Stop for good; return False when the thread had to be abandoned. See `Source.stop`."""
        end_s = monotonic_s() + timeout_s
        self._stopping.set()
        held = self._gate.acquire(timeout=timeout_s)
        self._state = SourceState(SourceStatus.OFF, self._name)
        if held:
            self._gate.release()
        if self._thread is None or self._thread is current_thread():
            return held
        self._thread.join(max(0.0, end_s - monotonic_s()))
        return held and not self._thread.is_alive()

    def _set_state(self, status: SourceStatus, error: SourceError | None = None) -> None:
        with self._gate:
            if not self._stopping.is_set():
                self._state = SourceState(status, self._name, error.problem if error else None)
                self._on_state(self._state)

    def _run(self) -> None:
        # The edge of a thread: a damaged session is a state, and whatever else goes wrong must be heard of.
        try:
            self._set_state(SourceStatus.STARTING)
            reader = SessionReader(self._path)
            self._name = reader.title
            if self._play(reader):
                self._set_state(SourceStatus.ENDED)
        except SourceError as error:
            self._set_state(SourceStatus.FAILED, error)
        except Exception:
            log.exception("playing the session %s failed", self._path)
            failure = SourceError(Problem("session.internal", path=self._path))
            self._set_state(SourceStatus.FAILED, failure)

    def _play(self, reader: SessionReader) -> bool:
        """Deliver everything when it is due; return False when stopped."""
        # Ties go to the earlier stream. `merge` draws a stream's next event only when the last one has been
        # delivered, so one picture is decoded ahead and no more.
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

    def _show(self, frame_rgb: NDArray[np.uint8], time_s: float) -> None:
        self._on_frame(Frame(frame_rgb, time_s, self._sequence))
        self._sequence += 1

    def _pictures(self, reader: SessionReader) -> Iterator[tuple[float, Deliver]]:
        if Modality.IMAGE not in reader.modalities:
            return
        for begin_s in self._rounds(reader):
            delivered = 0
            for time_s, picture in reader.frames():
                delivered += 1
                yield begin_s + time_s, partial(self._show, picture)
            if delivered == 0:
                return  # off from beginning to end: going round would be an endless search

    def _sound(self, reader: SessionReader) -> Iterator[tuple[float, Deliver]]:
        if Modality.AUDIO not in reader.modalities:
            # Keeps the rounds going, and the session alive, when nothing else does.
            for begin_s in self._rounds(reader):
                yield begin_s + reader.duration_s, lambda _: None
            return
        for begin_s in self._rounds(reader):
            with reader.sound() as sound:
                start = 0
                while len(block := sound.read(BLOCK_SAMPLES)):
                    # Sound is there when it has been heard: a block is due at its end.
                    end = start + len(block)
                    if not reader.is_off(Modality.AUDIO, start / SAMPLE_RATE_HZ):
                        yield begin_s + end / SAMPLE_RATE_HZ, partial(self._ring.write, block)
                    start = end
            yield begin_s + reader.duration_s, lambda _: None

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
