"""Writes a live session to the disk, on a thread of its own that nobody waits for."""

from __future__ import annotations

import logging
import shutil
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Condition, Thread
from typing import Any

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import Clock, monotonic_s
from mmdesk.core.errors import MmdeskError
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import Slot
from mmdesk.core.observation import TextInput
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.recorder_state import RecorderState
from mmdesk.engine.prediction_log import PredictionLog
from mmdesk.sources.observer import Raw
from mmdesk.sources.session import RecordingWriter

log = logging.getLogger(__name__)

MOST_FRAMES = 24
"""Pictures that may wait: 66 MB of 720p. Further ones are left out and counted."""
MOST_EVENTS = 10_000
POLL_S = 0.1
"""How often sound and texts are looked at; a ring holds eight seconds."""

LEAST_ROOM = 100 << 20
"""Bytes that are left on the disk: a recording ends before it is full, and can be finished."""

_ROOM_EVERY_S = 1.0

Given = Callable[[float], Mapping[Slot, Raw | None]]
"""What each input's source gives at a monotonic time; called on the recording's thread."""

_Job = Callable[[], None]


@dataclass(slots=True)
class _Heard:
    """How far a ring has been listened to, and whether nothing of it has been written yet."""

    ring: AudioRing
    place: int
    fresh: bool = True


class RecordingThread:
    """One recording, from its beginning to its end. Every method may be called on any thread, and returns at once.

    What is recorded has times of one clock, counted from the beginning; nothing from before is taken. Pictures are
    handed over as they are captured; where the disk does not keep up they are dropped and counted. Sound is read from
    the rings, which loses nothing unless the disk stands still for eight seconds.

    Args:
        folder: Where it is written; it must not hold a session.
        title: What the user will call it.
        given: What each input's source gives.
        on_end: Called on the thread when it has ended, with what ended it; None where it was stopped.
        clock: The sources' clock.
        room_of: Bytes that are left on a folder's disk; for tests.
    """

    def __init__(
        self,
        folder: Path,
        title: str,
        given: Given,
        on_end: Callable[[Problem | None], None],
        clock: Clock = monotonic_s,
        room_of: Callable[[Path], int] | None = None,
    ) -> None:
        self.folder = folder
        self._title, self._given, self._on_end, self._clock = title, given, on_end, clock
        self._room_of = room_of or _room
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
            discard: Whether what was recorded is deleted.
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

    def state(self) -> RecorderState:
        """How it is doing."""
        seconds = (self._clock() if self._stop_s is None else self._stop_s) - self._origin_s
        rate = self._size / seconds if seconds >= 2.0 else 0.0
        room_s = max(0, self._room - LEAST_ROOM) / rate if rate else None
        return RecorderState(True, seconds, self._size, self._room, room_s, self._dropped, self._marks)

    # ---- what is recorded ----

    def take_frame(self, slot: Slot, frame: Frame) -> None:
        """Take a picture; on the camera's thread."""
        with self._changed:
            if self._stop_s is not None or frame.time_s < self._origin_s:
                return
            if self._frames_waiting >= MOST_FRAMES:
                self._dropped += 1
                return
            self._frames_waiting += 1
            time_s = min(frame.time_s, self._clock())
            self._jobs.append(lambda: self._write_frame(slot, frame, time_s))
            self._changed.notify_all()

    def take_prediction(self, prediction: Prediction) -> None:
        """Take an answer."""
        # Pictures and sounds as perturbed are in no column, and would keep megabytes alive.
        slim = replace(prediction, perturbed={})
        self._add(lambda: self._write_prediction(slim))

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

    def _add(self, job: _Job) -> None:
        with self._changed:
            if self._stop_s is None and len(self._jobs) < MOST_EVENTS:
                self._jobs.append(job)
                self._changed.notify_all()

    # ---- on the thread ----

    def _run(self) -> None:
        problem: Problem | None = None
        try:
            if self._room_of(_existing(self.folder)) < 2 * LEAST_ROOM:
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
        finally:
            ended = self._finish()
        with self._changed:
            if self._stop_s is None:
                self._stop_s = self._clock()
            self._jobs.clear()
        self._on_end(problem or ended)

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

    def _finish(self) -> Problem | None:
        """Close everything; return what went wrong with it."""
        writer, predictions = self._writer, self._predictions
        if writer is None:
            return None
        try:
            if predictions is not None:
                predictions.close()
            if self._discard:
                writer.delete()
            else:
                writer.close(self._time_s("", self._stop_s or self._clock()))
        except MmdeskError as error:
            log.warning("recording: %s", error)
            return error.problem
        finally:
            writer.let_go()
        return None

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
        if not (self.folder / "session.json").exists():
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

    def _write_frame(self, slot: Slot, frame: Frame, time_s: float) -> None:
        with self._changed:
            self._frames_waiting -= 1
        stream = stream_of(slot)
        self._written.add_picture(stream, frame.frame_rgb, self._time_s(stream, time_s))

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
        self._written.add_sound(stream, window.wave_mono, self._time_s(stream, window.end_time_s), fresh=fresh)

    def _write_text(self, slot: Slot, text: TextInput | None, now_s: float) -> None:
        words = "" if text is None else text.text
        if slot.kind != "text" or words == self._texts.get(slot, ""):
            return
        self._texts[slot] = words
        stream = stream_of(slot)
        self._written.add_text(stream, words, self._time_s(stream, now_s if text is None else text.time_s))

    def _write_prediction(self, prediction: Prediction) -> None:
        time_s = prediction.time_s - self._origin_s
        if time_s < 0:
            return
        shape = (prediction.labels, prediction.inputs)
        if self._predictions is None or shape != self._shape:
            if self._predictions is not None:
                self._predictions.close()
            self._tables += 1
            self._shape = shape
            name = "predictions.csv" if self._tables == 1 else f"predictions-{self._tables}.csv"
            self._predictions = PredictionLog(self._written.watch(name))
        self._predictions.write(replace(prediction, time_s=time_s))
        # What each answer was made from, so that it can be made again.
        taken = [None if at is None else round(at - self._origin_s, 6) for at in prediction.capture_times_s]
        self._event("answer", prediction.time_s, captured=taken)


def stream_of(slot: Slot) -> str:
    """Return what a recording calls the stream of an input: ``image``, ``image-2`` for the second camera."""
    return slot.kind if slot.number == 0 else f"{slot.kind}-{slot.number + 1}"


def _existing(folder: Path) -> Path:
    return next((place for place in (folder, *folder.absolute().parents) if place.exists()), Path())


def _room(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        raise MmdeskError(Problem("record.folder_gone", path=folder)) from None
