"""Plays a recording whose answers can be given again, wherever the user wants to be in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from heapq import merge
from operator import itemgetter
from threading import Event

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import Clock
from mmdesk.core.frame import Frame
from mmdesk.core.observation import SAMPLE_RATE_HZ, Captured, ImageInput
from mmdesk.core.transport import PlayedContents
from mmdesk.sources.base import FrameSink, TextSink
from mmdesk.sources.session.moments import Moment, RecordedMoments
from mmdesk.sources.session.reader import SessionReader
from mmdesk.sources.session.transport import SessionTransport

BLOCK_SAMPLES = 320
_STALLED_S = 1.0
"""After a standstill of that long (a suspended laptop) the recording goes on from where it was."""
_LATE_S = 0.08
"""What is later than that is not decoded: the newest is what is wanted."""
_HEARD_BEFORE_S = 4.0
"""How much sound before a place is given with it, for the eye."""
_ANSWER_S = 0.5

Deliver = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class PlayerSinks:
    """Who gets what a recording gives, on the playing thread.

    Attributes:
        frame: The pictures.
        ring: The sound.
        text: Every change of the text box.
    """

    frame: FrameSink
    ring: AudioRing
    text: TextSink


class RecordingPlayer:
    """Plays at the speed of then, by steps, or as fast as answers come; one thread owns it.

    At each moment it gives what the answer of then was made from, so that it can be given again in every digit; and the
    pictures, sounds and texts, for the eye. Those that are late are left out, sound is not.

    Args:
        reader: The recording; it must have moments.
        sinks: Who gets what.
        transport: What is wished for.
        stopping: Set when it is to end.
        gate: Held while something is given.
        clock: What is given is stamped with its time.
    """

    def __init__(
        self,
        reader: SessionReader,
        sinks: PlayerSinks,
        transport: SessionTransport,
        stopping: Event,
        gate: AbstractContextManager[object],
        clock: Clock,
    ) -> None:
        moments = reader.moments()
        if moments is None:
            raise ValueError("a recording without moments has nothing to step through")
        self._reader, self._sinks, self._transport = reader, sinks, transport
        self._moments: RecordedMoments = moments
        self._stopping, self._gate, self._clock = stopping, gate, clock
        self._stamped: dict[str, tuple[Captured, float, Captured]] = {}
        self._sequence = 0

    def run(self) -> None:
        """Play until it is stopped.

        Raises:
            SourceError: A part of the recording is gone.
        """
        self._transport.open(self._contents())
        place_s = 0.0
        while not self._stopping.is_set():
            wished_s, steps = self._transport.take_place()
            state = self._transport.state
            place_s = place_s if wished_s is None else wished_s
            if steps:
                place_s = self._stepped(place_s, steps)
            elif state.playing and wished_s is None and not state.begin_s <= place_s < state.end_s - 1e-3:
                place_s = state.begin_s  # from its end it goes on at the beginning
            self._transport.tell(place_s, self._reader.damage)
            if not state.playing:
                self._show(place_s)
                self._transport.wait_wish(None)
            elif state.fast:
                place_s = self._run_fast(place_s, state.end_s)
            else:
                place_s = self._play(place_s, state.end_s)

    def _contents(self) -> PlayedContents:
        reader = self._reader
        found = reader.title, reader.duration_s, reader.marks, reader.answers()
        return PlayedContents(*found, reader.held, reader.damage, reader.models, reader.fusions)

    def _stepped(self, place_s: float, steps: int) -> float:
        moments = self._moments
        number = moments.number_at(place_s)
        if place_s < moments.times_s[number] - 1e-6:
            number -= 1  # before the first
        return moments.times_s[min(max(number + steps, 0), len(moments) - 1)]

    # ---- standing still, and as fast as answers come ----

    def _show(self, place_s: float) -> None:
        """Give everything as it stands at a place."""
        reader, now_s = self._reader, self._clock()
        text = ""
        for time_s, typed in reader.text_events():
            if time_s > place_s + 1e-6:
                break
            text = typed
        from_s = max(0.0, place_s - _HEARD_BEFORE_S)
        with reader.sound(from_s) as sound:
            heard = sound.read(round((place_s - from_s) * SAMPLE_RATE_HZ))
        picture = next(reader.pictures(reader.shown_s(place_s)), None)
        moment = self._moments.at(self._moments.number_at(place_s))
        with self._gate:
            if self._stopping.is_set():
                return
            self._sinks.ring.clear()
            self._sinks.ring.write(heard, now_s)
            self._sinks.text(text, now_s)
            if picture is not None:
                self._give_frame(picture[1], now_s)
            if moment is not None:
                self._transport.give(self._stamp(moment, now_s - place_s))

    def _run_fast(self, place_s: float, end_s: float) -> float:
        """Give one moment after the other, each when the one before is being answered; return where it ended."""
        for number in range(self._moments.number_at(place_s), len(self._moments)):
            time_s = self._moments.times_s[number]
            if time_s >= end_s:
                break
            moment = self._moments.at(number)
            if moment is None:
                continue
            seen = next((each for each, _ in moment.given.values() if isinstance(each, ImageInput)), None)
            self._transport.expect_taken()
            with self._gate:
                if self._stopping.is_set():
                    return place_s
                now_s = self._clock()
                if seen is not None:
                    self._give_frame(seen.frame_rgb, now_s)
                self._transport.give(self._stamp(moment, now_s - time_s))
            place_s = time_s
            self._transport.tell(place_s, self._reader.damage)
            self._transport.wait_taken(_ANSWER_S)
            if self._transport.wait_wish(0):
                return place_s
        self._transport.pause()
        return min(end_s, self._reader.duration_s)

    # ---- at the speed of then ----

    def _play(self, place_s: float, end_s: float) -> float:
        """Give everything when it is due; return where it ended, or where something was wished for."""
        events = merge(
            self._texts(place_s),
            self._sounds(place_s),
            self._pictures(place_s),
            self._moments_from(place_s),
            key=itemgetter(0),
        )
        origin_s = self._clock() - place_s
        for due_s, deliver in events:
            if due_s >= end_s:
                break
            while (remaining_s := origin_s + due_s - self._clock()) > 0:
                if self._transport.wait_wish(remaining_s):
                    return max(place_s, min(due_s, self._clock() - origin_s))
            if self._transport.wait_wish(0):
                return place_s
            if remaining_s < -_STALLED_S:
                origin_s -= remaining_s
            with self._gate:
                if self._stopping.is_set():
                    return place_s
                deliver(origin_s + due_s)
            place_s = due_s
            self._transport.tell(place_s, self._reader.damage)
        self._transport.pause()
        return end_s

    def _is_late(self, time_s: float) -> bool:
        return self._clock() - time_s > _LATE_S

    def _pictures(self, from_s: float) -> Iterator[tuple[float, Deliver]]:
        for time_s, decode in self._reader.stored_pictures(from_s):
            yield max(time_s, from_s), partial(self._give_stored, decode)

    def _give_stored(self, decode: Callable[[], NDArray[np.uint8] | None], time_s: float) -> None:
        if not self._is_late(time_s):
            frame_rgb = decode()
            if frame_rgb is not None:
                self._give_frame(frame_rgb, time_s)

    def _give_frame(self, frame_rgb: NDArray[np.uint8], time_s: float) -> None:
        self._sinks.frame(Frame(frame_rgb, time_s, self._sequence))
        self._sequence += 1

    def _sounds(self, from_s: float) -> Iterator[tuple[float, Deliver]]:
        for end_s, block in self._reader.sound_blocks(from_s, BLOCK_SAMPLES):
            yield end_s, partial(self._sinks.ring.write, block)
        yield self._reader.duration_s, lambda _: None

    def _texts(self, from_s: float) -> Iterator[tuple[float, Deliver]]:
        text: str | None = ""
        for time_s, typed in self._reader.text_events():
            if time_s > from_s:
                if text is not None:
                    yield from_s, partial(self._sinks.text, text)
                    text = None
                yield time_s, partial(self._sinks.text, typed)
            else:
                text = typed
        if text is not None:
            yield from_s, partial(self._sinks.text, text)

    def _moments_from(self, from_s: float) -> Iterator[tuple[float, Deliver]]:
        for number in range(self._moments.number_at(from_s), len(self._moments)):
            time_s = self._moments.times_s[number]
            yield max(time_s, from_s), partial(self._give_moment, number, time_s)

    def _give_moment(self, number: int, at_s: float, time_s: float) -> None:
        is_last = number + 1 == len(self._moments)
        if self._is_late(time_s) and not is_last and self._moments.times_s[number + 1] - at_s < _LATE_S:
            return
        moment = self._moments.at(number)
        if moment is not None:
            self._transport.give(self._stamp(moment, time_s - at_s))

    def _stamp(self, moment: Moment, shift_s: float) -> Moment:
        """Give a moment monotonic times; what is the same as in the moment before stays the same object."""
        given = {
            stream: (None if captured is None else self._stamp_captured(stream, captured, shift_s), verdict)
            for stream, (captured, verdict) in moment.given.items()
        }
        return replace(moment, time_s=moment.time_s + shift_s, given=given)

    def _stamp_captured(self, stream: str, captured: Captured, shift_s: float) -> Captured:
        known = self._stamped.get(stream)
        if known is None or known[0] is not captured or abs(known[1] - shift_s) > 1e-3:
            known = self._stamped[stream] = captured, shift_s, replace(captured, time_s=captured.time_s + shift_s)
        return known[2]
