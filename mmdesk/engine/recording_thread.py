"""Writes a live session to the disk, on a thread of its own that nobody waits for."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Condition, Thread
from typing import Any
from zlib import crc32

import numpy as np

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import Clock, monotonic_s
from mmdesk.core.errors import MmdeskError
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import Slot, stream_of
from mmdesk.core.observation import AudioInput, Captured, ImageInput, Observation, Presence, TextInput
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.prediction_log import PredictionLog
from mmdesk.engine.recording_room import LEAST_ROOM, disk_room, is_there, place_of
from mmdesk.sources.observer import Raw
from mmdesk.sources.session import RecordingWriter
from mmdesk.sources.session.controls_row import controls_told
from mmdesk.sources.session.stored_picture import StoredPicture, seen_picture, store_picture

log = logging.getLogger(__name__)

MOST_FRAMES = 120
"""Pictures that may wait, compressed: four seconds or 30 MB of 720p. Further ones are left out and counted."""
MOST_ANSWERS = 600
"""Things that may wait for an answer to be taken besides: each answer keeps a second of sound."""
MOST_EVENTS = 10_000
POLL_S = 0.1
"""How often sound and texts are looked at; a ring holds eight seconds."""

_ROOM_EVERY_S = 1.0
_NO_PICTURE = np.zeros((0, 0, 3), np.uint8)

Given = Callable[[float], Mapping[Slot, Raw | None]]
"""What each input's source gives at a monotonic time; called on the recording's thread."""

_Job = Callable[[], None]


@dataclass(slots=True)
class _Heard:
    """How far a ring has been listened to, and where it stands in the file what has been written without a break.

    Attributes:
        ring: The ring.
        place: How many of its samples have been listened to.
        fresh: Whether nothing of it has been written yet.
        whole_from: From which of its samples on there is no break.
        offset: By how much a sample stands later in the file than in the ring.
    """

    ring: AudioRing
    place: int
    fresh: bool = True
    whole_from: int = 0
    offset: int = 0


class RecordingThread:
    """One recording, from its beginning to its end. Every method may be called on any thread, and returns at once.

    What is recorded has times of one clock, counted from the beginning; nothing from before is taken. Pictures are
    compressed where they are captured, and handed over; where the disk does not keep up they are dropped and counted.
    Sound is read from the rings, which loses nothing unless the disk stands still for eight seconds. Of each answer it
    is told what it was made from, to the sample, so that it can be given again.

    Args:
        folder: Where it is written; it must not hold a session.
        title: What the user will call it.
        given: What each input's source gives.
        on_end: Called on the thread when it has ended, with what ended it; None where it was stopped.
        clock: The sources' clock.
        room_of: Bytes that are left on a folder's disk; for tests.
        free: Asked on the thread which folder it is to be, where that one is taken: a disk may sleep.

    Attributes:
        folder: Where it is written.
        deleted: Whether what was recorded has been deleted.
    """

    def __init__(
        self,
        folder: Path,
        title: str,
        given: Given,
        on_end: Callable[[Problem | None], None],
        clock: Clock = monotonic_s,
        room_of: Callable[[Path], int] | None = None,
        free: Callable[[Path], Path] = lambda folder: folder,
    ) -> None:
        self.folder, self.deleted = folder, False
        self._title, self._given, self._on_end, self._clock = title, given, on_end, clock
        self._room_of, self._free = room_of or disk_room, free
        self._origin_s = clock()
        self._changed = Condition()
        self._jobs: deque[_Job] = deque()
        self._frames_waiting = 0
        self._dropped = self._dropped_told = 0
        self._stop_s: float | None = None
        self._discard = False
        self._writer: RecordingWriter | None = None
        self._latest_s: dict[str, float] = {}
        self._heard: dict[Slot, _Heard] = {}
        self._texts: dict[Slot, str] = {}
        self._predictions: PredictionLog | None = None
        self._shape: object = None
        self._tables = 0
        self._marks = 0
        self._size = self._room = 0
        self._room_asked_s = -_ROOM_EVERY_S
        self._thread = Thread(target=self._run, name="recording", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, *, discard: bool = False) -> None:
        """End the recording here; idempotent.

        Args:
            discard: Whether what was recorded is deleted. Wished for when all has been written, it is too late: see
                `delete`.
        """
        with self._changed:
            if self._stop_s is None:
                self._stop_s = self._clock()
            self._discard = self._discard or discard
            self._changed.notify_all()

    def wait(self, timeout_s: float) -> bool:
        """Wait until everything is written; False when that takes longer."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def delete(self) -> Problem | None:
        """Delete what was recorded, after it has ended; waits for the disk. Returns what went wrong."""
        try:
            if self._writer is not None:
                self._writer.delete()
        except MmdeskError as error:
            log.warning("recording: %s", error)
            return error.problem
        self.deleted = True
        return None

    def state(self) -> RecorderState:
        """How it is doing."""
        seconds = (self._clock() if self._stop_s is None else self._stop_s) - self._origin_s
        rate = self._size / seconds if seconds >= 2.0 else 0.0
        room_s = max(0, self._room - LEAST_ROOM) / rate if rate else None
        return RecorderState(True, seconds, self._size, self._room, room_s, self._dropped, self._marks)

    # ---- what is recorded ----

    def take_frame(self, slot: Slot, frame: Frame) -> Frame:
        """Take a picture; on the camera's thread. Returns it with what a model shall see of it."""
        if frame.time_s < self._origin_s:
            return frame
        if self._frames_waiting >= MOST_FRAMES:
            self._dropped += 1
            return frame
        stored = store_picture(frame.frame_rgb)
        with self._changed:
            if self._stop_s is not None:
                return frame
            self._frames_waiting += 1
            time_s = min(frame.time_s, self._clock())
            self._jobs.append(lambda: self._write_frame(slot, stored, time_s))
            self._changed.notify_all()
        return replace(frame, seen_rgb=seen_picture(stored))

    def take_answer(
        self, slots: Mapping[str, Slot], observation: Observation, controls: UserControls, prediction: Prediction
    ) -> None:
        """Take an answer; on the thread that gave it.

        Args:
            slots: Where the sources of the inputs stand, by the inputs' names.
            observation: What it was made from, before anything was done to it.
            controls: What was done to it.
            prediction: The answer.
        """
        # Pictures and sounds as perturbed are in no column, and would keep megabytes alive. Of the picture only its
        # time is told.
        slim = replace(prediction, perturbed={})
        given = None  # what a recorded answer was made from stands in the recording that is played
        if observation.recorded is None:
            given = [
                (slots[name], _given_of(observation.input_of(name)), verdict)
                for name, verdict in observation.verdicts.items()
                if name in slots
            ]
        self._add(lambda: self._write_answer(slim, given, controls), MOST_ANSWERS)

    def take_event(self, kind: str, **fields: Any) -> None:
        """Take anything else that happened now: a row of the journal, its values as JSON has them."""
        time_s = self._clock()
        self._add(lambda: self._event(kind, time_s, **fields))

    def mark(self, name: str) -> int:
        """Mark this moment; returns a number by which the mark can be given another name."""
        self._marks += 1
        number = self._marks
        self.take_event("mark", id=number, name=name)
        return number

    def name_mark(self, number: int, name: str) -> None:
        """Give a mark another name."""
        self.take_event("mark", id=number, name=name)

    def _add(self, job: _Job, most: int = MOST_EVENTS) -> None:
        with self._changed:
            if self._stop_s is None and len(self._jobs) < most:
                self._jobs.append(job)
                self._changed.notify_all()

    # ---- on the thread ----

    def _run(self) -> None:
        problem: Problem | None = None
        try:
            self.folder = self._free(self.folder)
            if self._room_of(place_of(self.folder)) < 2 * LEAST_ROOM:
                raise MmdeskError(Problem("record.no_room", path=self.folder, least_mb=2 * LEAST_ROOM >> 20))
            started = datetime.now().astimezone().isoformat(timespec="seconds")
            self._writer = RecordingWriter(self.folder, self._title, started)
            self._record()
        except MmdeskError as error:
            log.warning("recording: %s", error)
            problem = error.problem
        except Exception:  # the edge of a thread
            log.exception("recording failed")
            problem = Problem("record.internal", path=self.folder)
        problem = self._finish(problem)
        with self._changed:
            if self._stop_s is None:
                self._stop_s = self._clock()
            self._jobs.clear()
        self._heard.clear()  # whoever may still want it deleted must not keep a visitor's words and voice
        self._texts.clear()
        self._on_end(problem)

    def _record(self) -> None:
        polled_s = self._clock()
        self._poll(polled_s)
        while True:
            job = self._next_job(max(0.0, polled_s + POLL_S - self._clock()))
            if job is not None:
                job()
            now_s = self._clock()
            if not 0 <= now_s - polled_s < POLL_S:
                polled_s = now_s
                self._poll(now_s)
            if job is None and self._stop_s is not None:
                self._poll(self._stop_s)
                return

    def _next_job(self, timeout_s: float) -> _Job | None:
        with self._changed:
            if not self._jobs and self._stop_s is None:
                self._changed.wait(timeout_s)
            return self._jobs.popleft() if self._jobs else None

    def _finish(self, problem: Problem | None) -> Problem | None:
        """Close everything, or delete it; return what is to be told, with what went wrong before."""
        writer, predictions = self._writer, self._predictions
        if writer is None:
            return problem
        closings: list[Callable[[], None]] = [] if predictions is None else [predictions.close]
        if not self._discard:
            closings.append(lambda: writer.close(self._time_s("", self._stop_s or self._clock())))
        for close in closings:
            try:
                close()
            except MmdeskError as error:
                log.warning("recording: %s", error)
                problem = problem or error.problem
        writer.let_go()
        # What the visitor wants deleted is, even where the disk took no more of it.
        return self.delete() if self._discard else problem

    def _poll(self, now_s: float) -> None:
        """Take what sounds and texts have come to, and see that there is room."""
        for slot, raw in self._given(now_s).items():
            if isinstance(raw, AudioRing):
                self._write_sound(slot, raw)
            elif raw is None or isinstance(raw, TextInput):
                self._write_text(slot, raw, now_s)
        self._size = self._written.size
        if self._dropped != self._dropped_told:
            self._dropped_told = self._dropped
            self._event("dropped", now_s, pictures=self._dropped)
        if not 0 <= now_s - self._room_asked_s < _ROOM_EVERY_S:
            self._room_asked_s = now_s
            self._check_room()

    def _check_room(self) -> None:
        if not is_there(self.folder / "session.json"):
            raise MmdeskError(Problem("record.folder_gone", path=self.folder))
        self._room = self._room_of(self.folder)
        if self._room < LEAST_ROOM:
            raise MmdeskError(Problem("record.full", path=self.folder))

    @property
    def _written(self) -> RecordingWriter:
        if self._writer is None:
            raise RuntimeError("nothing is being recorded")
        return self._writer

    def _time_s(self, stream: str, time_s: float) -> float:
        """Return a time of the recording: neither after now nor before the stream's last, whatever its clock says."""
        time_s = min(time_s, self._clock()) - self._origin_s
        self._latest_s[stream] = max(time_s, self._latest_s.get(stream, 0.0))
        return self._latest_s[stream]

    def _event(self, kind: str, time_s: float, **fields: Any) -> None:
        self._written.add_event(kind, self._time_s("", time_s), **fields)

    def _write_frame(self, slot: Slot, picture: StoredPicture, time_s: float) -> None:
        with self._changed:
            self._frames_waiting -= 1
        stream = stream_of(slot)
        self._written.add_picture(stream, picture, self._time_s(stream, time_s))

    def _write_sound(self, slot: Slot, ring: AudioRing) -> None:
        heard = self._heard.get(slot)
        if heard is None or heard.ring is not ring:
            # Of what was heard before the beginning nothing is taken; a source that came later is heard from its start.
            heard = self._heard[slot] = _Heard(ring, ring.written if heard is None else 0)
        window = ring.since(heard.place)
        if not len(window.wave_mono):
            return
        fresh = heard.fresh or window.first_sample != heard.place
        heard.place, heard.fresh = window.first_sample + len(window.wave_mono), False
        stream = stream_of(slot)
        end_s = self._time_s(stream, window.end_time_s)
        first = self._written.add_sound(stream, window.wave_mono, end_s, fresh=fresh)
        if fresh:
            heard.whole_from, heard.offset = window.first_sample, first - window.first_sample

    def _write_text(self, slot: Slot, text: TextInput | None, now_s: float) -> None:
        words = "" if text is None else text.text
        if slot.kind != "text" or words == self._texts.get(slot, ""):
            return
        self._texts[slot] = words
        stream = stream_of(slot)
        self._written.add_text(stream, words, self._time_s(stream, now_s if text is None else text.time_s))

    def _write_answer(
        self,
        prediction: Prediction,
        given: Sequence[tuple[Slot, Captured | None, Presence]] | None,
        controls: UserControls,
    ) -> None:
        if prediction.time_s < self._origin_s:
            return
        self._write_row(prediction)
        if given is None:
            return
        told: dict[str, list[Any]] = {}
        for slot, captured, verdict in given:
            content = self._told(slot, captured)
            if content is None:
                return  # made of something from before the beginning: it cannot be given again
            told[stream_of(slot)] = [verdict.reason.value, *content]
        fields: dict[str, Any] = {"of": told, "fusion": prediction.fusion, "label": prediction.label}
        if controls != UserControls():
            fields["under"] = controls_told(controls)
        self._event("answer", prediction.time_s, **fields)

    def _told(self, slot: Slot, captured: Captured | None) -> list[Any] | None:
        """Say where what an answer was made from stands in the recording; None where it does not."""
        if captured is None:
            return []
        time_s = round(captured.time_s - self._origin_s, 6)
        match captured:
            case ImageInput():
                return [time_s] if time_s >= 0 else None
            case TextInput():
                return [max(0.0, time_s), captured.text]
            case AudioInput():
                return self._told_sound(slot, captured, time_s)
        return None

    def _told_sound(self, slot: Slot, sound: AudioInput, time_s: float) -> list[Any] | None:
        first, count = sound.first_sample, len(sound.wave_mono)
        heard = self._heard.get(slot)
        if heard is not None and first + count > heard.place:
            self._write_sound(slot, heard.ring)
        if heard is None or not heard.whole_from <= first <= first + count <= heard.place:
            return None
        return [time_s, first + heard.offset, count, crc32(np.ascontiguousarray(sound.wave_mono, "<f4").tobytes())]

    def _write_row(self, prediction: Prediction) -> None:
        """Add a row to the table of predictions."""
        shape = (prediction.labels, prediction.inputs)
        if self._predictions is None or shape != self._shape:
            if self._predictions is not None:
                self._predictions.close()
            self._tables += 1
            self._shape = shape
            name = "predictions.csv" if self._tables == 1 else f"predictions-{self._tables}.csv"
            self._predictions = PredictionLog(self._written.path / name)
            self._written.watch(name)
        self._predictions.write(replace(prediction, time_s=prediction.time_s - self._origin_s))


def _given_of(captured: Captured | None) -> Captured | None:
    """The same without the pixels of a picture."""
    return replace(captured, frame_rgb=_NO_PICTURE) if isinstance(captured, ImageInput) else captured
