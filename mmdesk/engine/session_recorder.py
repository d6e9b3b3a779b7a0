"""Records the live session: what the sources give, what is answered, and what is in force meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtCore import Slot as QtSlot

from mmdesk.core.clock import Clock, monotonic_s
from mmdesk.core.errands import Errands
from mmdesk.core.inputs import Slot, slots_of, stream_of
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import MODALITIES
from mmdesk.core.observation import Observation
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.source_state import SourceState
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.live_session import LiveSession
from mmdesk.engine.recording_thread import RecordingThread
from mmdesk.sources.observer import Raw
from mmdesk.sources.session.controls_row import controls_told

log = logging.getLogger(__name__)

TELL_MS = 500


class SessionRecorder(QObject):
    """Records when it is told to, and never else. Lives on the GUI thread, which never waits for the disk.

    Args:
        live: What is recorded.
        parent: Owner.
        clock: The sources' clock.

    Signals:
        changed: `RecorderState`: twice a second while it records, and once when it no longer does.
        ended: `Problem`, which says where the recording stands or why it ended; and whether it failed.
    """

    changed = Signal(object)
    ended = Signal(object, bool)

    _thread_ended = Signal(object, object)
    _late_deleted = Signal(object, object)

    def __init__(self, live: LiveSession, parent: QObject | None = None, clock: Clock = monotonic_s) -> None:
        super().__init__(parent)
        self._live, self._sources, self._clock = live, live.sources, clock
        self._thread: RecordingThread | None = None
        self._last: RecordingThread | None = None
        self._errands = Errands("recording-deletion")
        self._discard = False
        self._controls, self._frozen = UserControls(), False
        self._model: ModelState | None = None
        self._states: dict[str, SourceState] = {}
        self._marked = 0
        self._timer = QTimer(self, interval=TELL_MS)
        self._timer.timeout.connect(self._tell)
        self._thread_ended.connect(self._on_thread_ended)
        self._late_deleted.connect(self._on_deleted)

    @property
    def active(self) -> bool:
        """Whether something is being recorded, or still written."""
        return self._thread is not None

    @property
    def folder(self) -> Path | None:
        """Where it is written; None while nothing is recorded."""
        return None if self._thread is None else self._thread.folder

    def start(self, folder: Path, title: str, free: Callable[[Path], Path] = lambda folder: folder) -> None:
        """Record into a new folder from now on; does nothing while something is recorded.

        That it cannot be written, or that what is played tells of its answers and is a recording already, arrives as
        `ended`.

        Args:
            folder: The folder.
            title: What the user will call it.
            free: Which folder it is to be, where that one is taken; called on another thread.
        """
        if self._thread is not None:
            return
        if self._sources.transport is not None:
            self.ended.emit(Problem("record.played"), True)
            return
        self._discard, self._marked, self._last = False, 0, None
        self._thread = thread = RecordingThread(
            folder,
            title,
            self._given,
            lambda problem: self._thread_ended.emit(thread, problem),
            self._clock,
            free=free,
        )
        thread.take_event("controls", **controls_told(self._controls))
        thread.take_event("frozen", frozen=self._frozen)
        if self._model is not None:
            thread.take_event("model", **_told_model(self._model))
        for name, state in self._states.items():
            thread.take_event("source", input=name, **_told_state(state))
        self._sources.tap = thread.take_frame
        self._live.answer_tap = self._take_answer
        thread.start()
        self._timer.start()
        self._tell()

    def stop(self, *, discard: bool = False) -> None:
        """End the recording; returns at once, and `ended` tells when everything is written.

        Args:
            discard: Whether what was recorded is deleted: by now it may have ended by itself, and is deleted then too.
        """
        if self._thread is not None:
            self._sources.tap = self._live.answer_tap = None
            self._discard = self._discard or discard
            self._thread.stop(discard=discard)
        elif discard and self._last is not None:
            self._delete(self._last)

    def mark(self, name: str) -> None:
        """Mark this moment."""
        if self._thread is not None:
            self._marked = self._thread.mark(name)
            self._tell()

    @QtSlot(str)
    def name_mark(self, name: str) -> None:
        """Give the newest mark another name."""
        if self._thread is not None and self._marked:
            self._thread.name_mark(self._marked, name)

    def shutdown(self) -> bool:
        """End the recording and wait until it is written; idempotent. False when the disk hangs."""
        self.stop()
        self._timer.stop()
        thread = self._thread
        if thread is not None and thread.wait(15.0) and self._discard and not thread.deleted:
            self._delete(thread)
        return self._errands.wait(15.0) and (thread is None or thread.wait(0.0))

    # ---- what happens meanwhile, on the GUI thread ----

    @QtSlot(object)
    def note_controls(self, controls: UserControls) -> None:
        """The user holds something else."""
        self._controls = controls
        if self._thread is not None:
            self._thread.take_event("controls", **controls_told(controls))
            self._tell()

    @QtSlot(bool)
    def note_frozen(self, frozen: bool) -> None:
        """The window stands still, or no longer; the sources are recorded all the same."""
        self._frozen = frozen
        if self._thread is not None:
            self._thread.take_event("frozen", frozen=frozen)

    @QtSlot(object)
    def note_model(self, state: ModelState) -> None:
        """Another model runs."""
        if state.ready:
            self._model = state
            if self._thread is not None:
                self._thread.take_event("model", **_told_model(state))

    @QtSlot(str, object)
    def note_source(self, name: str, state: SourceState) -> None:
        """An input's source has come, is lost, or plays a recording."""
        self._states[name] = state
        if self._thread is not None:
            self._thread.take_event("source", input=name, **_told_state(state))

    @QtSlot()
    def _tell(self) -> None:
        if self._thread is not None:
            self.changed.emit(replace(self._thread.state(), muted=self._is_muted))

    @property
    def _is_muted(self) -> bool:
        recorded = {one.name for one in self._sources.served.values() if one.kind in MODALITIES}
        return bool(recorded & self._controls.muted)

    @QtSlot(object, object)
    def _on_thread_ended(self, thread: RecordingThread, problem: Problem | None) -> None:
        if thread is not self._thread:
            return
        self._thread = self._sources.tap = self._live.answer_tap = None
        self._last = thread
        self._timer.stop()
        self.changed.emit(RecorderState())
        if thread.deleted:
            self._last = None
            self._on_deleted(thread, None)
        elif self._discard:  # it was written already when that was wished for
            self._delete(thread)
        else:
            self.ended.emit(problem or Problem("record.saved", path=thread.folder), problem is not None)

    def _delete(self, thread: RecordingThread) -> None:
        """Delete what has been written; the disk may be slow."""
        self._last = None
        self._errands.add(lambda: self._late_deleted.emit(thread, thread.delete()))

    @QtSlot(object, object)
    def _on_deleted(self, thread: RecordingThread, problem: Problem | None) -> None:
        self.ended.emit(problem or Problem("record.deleted", path=thread.folder), problem is not None)

    # ---- on other threads ----

    def _take_answer(self, observation: Observation, controls: UserControls, prediction: Prediction) -> None:
        thread = self._thread
        if thread is not None:
            slots = {one.name: slot for slot, one in self._sources.served.items()}
            thread.take_answer(slots, observation, controls, prediction)

    def _given(self, now_s: float) -> Mapping[Slot, Raw | None]:
        served = self._sources.served
        given = self._sources.given(now_s, served)
        return {slot: given[one] for slot, one in served.items()}


def _told_model(state: ModelState) -> dict[str, Any]:
    streams = {stream_of(slot): one.name for slot, one in slots_of(state.inputs).items()}
    return {"name": state.name, "inputs": [one.column for one in state.inputs], "streams": streams}


def _told_state(state: SourceState) -> dict[str, Any]:
    return {"status": state.status.value, "name": state.name}
