"""Owns every thread of a running demo, and the order in which they stop."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import monotonic_s
from mmdesk.core.frame import Frame
from mmdesk.core.history import Snapshot
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Observation
from mmdesk.core.prediction import Prediction
from mmdesk.core.source_state import OFF, SourceState
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.feed import Feed, Feeds
from mmdesk.engine.inference_worker import InferenceWorker
from mmdesk.engine.pace import Pace
from mmdesk.engine.sound_meter import SoundMeter
from mmdesk.engine.source_lane import SourceLane
from mmdesk.engine.stats_meter import StatsMeter
from mmdesk.sources.base import FrameSink, Source, StateSink, TextSink
from mmdesk.sources.camera import CameraSource
from mmdesk.sources.microphone import MicrophoneSource
from mmdesk.sources.observer import Observer
from mmdesk.sources.session import SessionSource
from mmdesk.sources.text_entry import QUIET_S, TextEntry

log = logging.getLogger(__name__)

STATS_MS = 500
EXPLAIN_AFTER_MS = 300
DEFAULT_MICROPHONE = "default"
"""Key that stands for the system's default input."""


@dataclass(frozen=True, slots=True)
class SourceMakers:
    """How sources are made; tests pass fakes."""

    camera: Callable[[str, FrameSink, StateSink], Source] = CameraSource
    microphone: Callable[[str | None, AudioRing, StateSink], Source] = MicrophoneSource
    session: Callable[[Path, FrameSink, AudioRing, TextSink, StateSink], Source] = SessionSource


class LiveSession(QObject):
    """Camera, microphone, typed text and model, running.

    Lives on the GUI thread. Frames, sounds and predictions reach the window through one-slot hand-offs: the
    producing thread puts the newest value and wakes this object only when the slot was empty. The worker is woken by
    every picture, by new sound and when a text has settled.

    Args:
        makers: How sources are made.
        parent: Owner.
        most_predictions_per_s: Most predictions per second; None for as many as the camera gives pictures.

    Signals:
        frame_ready: `Frame`.
        sound_ready: `SoundDisplay`.
        prediction_ready: `Prediction`.
        stats_ready: `LiveStats`, twice a second.
        source_state_changed: `Modality`, `SourceState`.
        model_state_changed: `ModelState`.
        session_text_changed: Text that a played session has typed.
        text_typed_changed: Whether the text is a visitor's own, which no session replaces.
        notice: `Problem`, for a strip in the window.
        span_ready: `HistorySpan`, when the predictions were frozen.
        snapshot_ready: `Snapshot`, while they are frozen.
        rerun_ready: `Rerun`, when one was asked for.
        explanation_ready: `Explanation`, a moment after a frozen moment came to rest.
        map_ready: `MapPoints` of the chosen fusion method, or None.
    """

    frame_ready = Signal(object)
    sound_ready = Signal(object)
    prediction_ready = Signal(object)
    stats_ready = Signal(object)
    source_state_changed = Signal(object, object)
    model_state_changed = Signal(object)
    session_text_changed = Signal(str)
    text_typed_changed = Signal(bool)
    notice = Signal(object)
    span_ready = Signal(object)
    snapshot_ready = Signal(object)
    rerun_ready = Signal(object)
    explanation_ready = Signal(object)
    map_ready = Signal(object)

    _frame_available = Signal()
    _source_state_arrived = Signal(object, object, object)
    _session_text_arrived = Signal(object, str, float)
    _load_requested = Signal(str, str)
    _fusion_requested = Signal(str)
    _controls_requested = Signal(object)
    _pause_requested = Signal(bool)
    _snapshot_requested = Signal(float)
    _rerun_requested = Signal(float)
    _wipe_requested = Signal()
    _explanation_requested = Signal(int)
    _stop_requested = Signal()

    def __init__(
        self,
        makers: SourceMakers | None = None,
        parent: QObject | None = None,
        *,
        most_predictions_per_s: float | None = None,
    ) -> None:
        super().__init__(parent)
        self._makers = makers or SourceMakers()
        # The GUI thread exchanges both at once and the others read: no lock is needed, and no tick mixes two choices.
        self._feeds = Feeds(Feed(), Feed())
        self._switched_s = 0.0
        self._overruns = 0
        self._text = TextEntry()
        self._observer = Observer()
        self._stats = StatsMeter()
        self._device = ""
        self._paused = False
        self._playing_session = False
        self._text_typed = False
        self._closed = False
        self._waited = False
        self._ended = True

        self._camera_lane = SourceLane("camera-lane")
        self._microphone_lane = SourceLane("microphone-lane")
        self._worker, self._worker_thread = self._make_worker(Pace(most_predictions_per_s))
        self._meter, self._meter_thread = self._make_meter()
        self._frame_available.connect(self._on_frame_available)
        self._source_state_arrived.connect(self._on_source_state)
        self._session_text_arrived.connect(self._on_session_text)
        self._stats_timer = QTimer(self)
        self._stats_timer.timeout.connect(self._emit_stats)
        self._stats_timer.start(STATS_MS)
        self._text_timer = QTimer(self, singleShot=True, interval=int(1000 * QUIET_S) + 5)
        self._text_timer.timeout.connect(self._worker.wake)
        # Asked for only when the hand has come to rest: an explanation takes up to seconds.
        self._explanation_timer = QTimer(self, singleShot=True, interval=EXPLAIN_AFTER_MS)
        self._explanation_timer.timeout.connect(self._ask_explanation)

    def _make_worker(self, pace: Pace) -> tuple[InferenceWorker, QThread]:
        worker = InferenceWorker(self._observe, pace)
        worker.prediction_available.connect(self._on_prediction_available)
        worker.model_state_changed.connect(self._on_model_state)
        worker.tick_failed.connect(self.notice)
        worker.span_ready.connect(self.span_ready)
        worker.snapshot_ready.connect(self._on_snapshot)
        worker.explanation_ready.connect(self.explanation_ready)
        worker.map_ready.connect(self.map_ready)
        worker.rerun_ready.connect(self.rerun_ready)
        self._load_requested.connect(worker.load)
        self._fusion_requested.connect(worker.choose_fusion)
        self._controls_requested.connect(worker.set_controls)
        self._pause_requested.connect(worker.set_paused)
        self._snapshot_requested.connect(worker.show_snapshot)
        self._rerun_requested.connect(worker.run_again)
        self._wipe_requested.connect(worker.wipe)
        self._explanation_requested.connect(worker.explain)
        self._stop_requested.connect(worker.stop)
        return worker, self._start_thread("inference", worker)

    def _make_meter(self) -> tuple[SoundMeter, QThread]:
        meter = SoundMeter(self._ring, self._worker.wake)
        meter.available.connect(self._on_sound_available)
        self._stop_requested.connect(meter.stop)
        thread = self._start_thread("sound-meter", meter)
        return meter, thread

    def _start_thread(self, name: str, worker: InferenceWorker | SoundMeter) -> QThread:
        thread = QThread(self)
        thread.setObjectName(name)
        worker.moveToThread(thread)
        thread.started.connect(worker.start)
        thread.start()
        return thread

    @property
    def text(self) -> str:
        """What the model takes for typed text now."""
        settled = self._text.current(monotonic_s())
        return settled.text if settled is not None else ""

    @property
    def text_typed(self) -> bool:
        """Whether the text is a visitor's own."""
        return self._text_typed

    @property
    def is_playing_session(self) -> bool:
        """Whether a recorded session stands in for the devices."""
        return self._playing_session

    # ---- commands, on the GUI thread ----

    def load_model(self, path: Path, device: str) -> None:
        """Load a checkpoint on the worker's thread; the outcome arrives as `model_state_changed`."""
        self._load_requested.emit(str(path), device)

    @Slot(str)
    def choose_fusion(self, kind: str) -> None:
        """Let another fusion of the loaded model answer; picture and sound go on."""
        self._worker.wish += 1
        self._fusion_requested.emit(kind)

    @Slot(object)
    def set_controls(self, controls: UserControls) -> None:
        """Take over weights, perturbations and mutes of the user, live and for the moment looked at again."""
        self._worker.wish += 1
        self._controls_requested.emit(controls)

    @Slot(float)
    def show_snapshot(self, time_s: float) -> None:
        """Look again at a moment of the last half minute; it arrives as `snapshot_ready` while frozen."""
        self._worker.wish += 1
        self._snapshot_requested.emit(time_s)

    @Slot(float)
    def run_again(self, seconds: float) -> None:
        """Run the last seconds again; the outcome arrives as `rerun_ready` while frozen."""
        self._worker.wish += 1
        self._explanation_timer.stop()
        self._rerun_requested.emit(seconds)

    @Slot()
    def wipe(self) -> None:
        """Forget everything that was kept of the last half minute, and what was typed."""
        self._wipe_requested.emit()
        self.set_text("")
        self._switched_s = monotonic_s()

    @Slot(str)
    def set_camera(self, key: str) -> None:
        """Switch to a camera, video file or address; an empty key means none. Ends a played session."""
        self._end_session()
        feed = Feed()
        self._switch(image=feed)
        if not key:
            self._camera_lane.request(None)
            return
        on_frame, on_state = partial(self._take_frame, feed), partial(self._take_state, feed, Modality.IMAGE)
        self._camera_lane.request(lambda: self._makers.camera(key, on_frame, on_state))

    @Slot(str)
    def set_microphone(self, key: str) -> None:
        """Switch to a microphone; `DEFAULT_MICROPHONE` is the system's, an empty key none. Ends a played session."""
        self._end_session()
        feed = Feed()
        self._switch(audio=feed)
        if not key:
            self._microphone_lane.request(None)
            return
        device = None if key == DEFAULT_MICROPHONE else key
        on_state = partial(self._take_state, feed, Modality.AUDIO)
        self._microphone_lane.request(lambda: self._makers.microphone(device, feed.ring, on_state))

    def play_session(self, folder: Path) -> None:
        """Play a recorded session in place of camera, microphone and keyboard."""
        feed = Feed()
        self._switch(image=feed, audio=feed)
        self._playing_session = True
        self._microphone_lane.request(None)
        on_frame, on_text = partial(self._take_frame, feed), partial(self._take_text, feed)
        on_state = partial(self._take_state, feed, Modality.IMAGE)
        self._camera_lane.request(lambda: self._makers.session(folder, on_frame, feed.ring, on_text, on_state))

    @Slot(str)
    def set_text(self, text: str) -> None:
        """Take over what a visitor has typed; until it is emptied, no session's text takes its place."""
        self._enter_text(text, monotonic_s())
        self._set_text_typed(bool(text))

    @Slot(bool)
    def set_paused(self, paused: bool) -> None:
        """Freeze picture, sound display and predictions, or go on; the sources keep running."""
        self._paused = paused
        self._worker.wish += 1
        self._explanation_timer.stop()
        self._pause_requested.emit(paused)

    @Slot(object)
    def note_frame_painted(self, frame: Frame) -> None:
        """Tell that a frame is on the screen now."""
        if not self._paused:  # a kept moment has its own, old time
            self._stats.note_frame_painted(frame)

    @Slot(object)
    def note_prediction_painted(self, prediction: Prediction) -> None:
        """Tell that a prediction is on the screen now."""
        if not self._paused:
            self._stats.note_prediction_painted(prediction)

    def wait_sources_settled(self, timeout_s: float) -> bool:
        """Wait until all requested source changes have been carried out."""
        return self._camera_lane.wait_idle(timeout_s) and self._microphone_lane.wait_idle(timeout_s)

    def ask_to_stop(self) -> None:
        """Ask everything to stop; idempotent, and returns at once."""
        if self._closed:
            return
        self._closed = True
        self._stats_timer.stop()
        self._text_timer.stop()
        self._explanation_timer.stop()
        self._feeds = Feeds(Feed(), Feed())
        self._camera_lane.ask_to_stop()
        self._microphone_lane.ask_to_stop()
        self._worker.wish += 1
        self._stop_requested.emit()

    def shutdown(self) -> bool:
        """Stop everything and wait for it; idempotent, and safe with hung drivers. No window should be visible.

        Returns:
            False when a thread had to be left running (a GPU driver that hangs): the process must then end without
            taking Qt down, which would abort it.
        """
        self.ask_to_stop()
        if self._waited:
            return self._ended
        self._waited = True
        self._camera_lane.shutdown()
        self._microphone_lane.shutdown()
        for thread in (self._meter_thread, self._worker_thread):
            # A model that is just being loaded cannot be interrupted: torch's import alone takes seconds.
            if not thread.wait(60_000):
                self._ended = False
                log.error("thread %s did not end", thread.objectName())
        return self._ended

    # ---- on the threads of sources and worker ----

    def _take_frame(self, feed: Feed, frame: Frame) -> None:
        if feed.put(frame):
            self._frame_available.emit()
        self._worker.wake_for_picture()

    def _take_state(self, feed: Feed, modality: Modality, state: SourceState) -> None:
        self._source_state_arrived.emit(feed, modality, state)

    def _take_text(self, feed: Feed, text: str, time_s: float) -> None:
        self._session_text_arrived.emit(feed, text, time_s)

    def _ring(self) -> AudioRing:
        return self._feeds.audio.ring

    def _observe(self, now_s: float) -> Observation:
        image, audio = self._feeds
        raw = (image.newest, audio.ring, self._text.current(now_s))
        return self._observer.observe(now_s, dict(zip(DEFAULT_INPUTS, raw, strict=True)))

    # ---- on the GUI thread ----

    def _switch(self, *, image: Feed | None = None, audio: Feed | None = None) -> None:
        """Look at other feeds from now on; what was made of the former ones comes too late."""
        if audio is not None:
            self._overruns += self._ring().overruns
        self._feeds = Feeds(image or self._feeds.image, audio or self._feeds.audio)
        self._switched_s = monotonic_s()
        self._worker.wake()
        if image is not None:
            self._stats.restart()
            self.source_state_changed.emit(Modality.IMAGE, OFF)
        if audio is not None:
            self.source_state_changed.emit(Modality.AUDIO, OFF)

    def _end_session(self) -> None:
        if not self._playing_session:
            return
        self._playing_session = False
        self._switch(image=Feed(), audio=Feed())
        self._camera_lane.request(None)
        self._show_session_text("", monotonic_s())

    @Slot()
    def _on_frame_available(self) -> None:
        frame = self._feeds.image.shown.take()
        if frame is not None and not self._paused:
            self.frame_ready.emit(frame)

    @Slot()
    def _on_sound_available(self) -> None:
        heard = self._meter.display.take()
        if heard is not None and heard.ring is self._ring() and not self._paused:
            self.sound_ready.emit(heard.display)

    @Slot()
    def _on_prediction_available(self) -> None:
        prediction = self._worker.take()
        if prediction is None or prediction.time_s < self._switched_s or self._closed:
            return
        if not self._paused:
            self._stats.note_prediction()
            self.prediction_ready.emit(prediction)

    @Slot(object, object, object)
    def _on_source_state(self, feed: Feed, modality: Modality, state: SourceState) -> None:
        if feed not in self._feeds or self._closed:
            return
        self.source_state_changed.emit(modality, state)
        if self._playing_session:  # one source stands for both
            self.source_state_changed.emit(Modality.AUDIO, state)

    @Slot(object, str, float)
    def _on_session_text(self, feed: Feed, text: str, time_s: float) -> None:
        if feed is self._feeds.image and not self._closed:
            self._show_session_text(text, time_s)

    def _show_session_text(self, text: str, time_s: float) -> None:
        if not self._text_typed:
            self._enter_text(text, time_s)
            self.session_text_changed.emit(text)

    def _enter_text(self, text: str, time_s: float) -> None:
        """Hold a text, and look at it at once (it may count at once) and when it has settled."""
        self._text.set(text, time_s)
        self._worker.wake()
        self._text_timer.start()

    def _set_text_typed(self, typed: bool) -> None:
        if typed != self._text_typed:
            self._text_typed = typed
            self.text_typed_changed.emit(typed)

    @Slot(object)
    def _on_model_state(self, state: ModelState) -> None:
        if state.ready:
            self._device = state.device
        self.model_state_changed.emit(state)

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self._paused and not self._closed:
            self.snapshot_ready.emit(snapshot)
            self._explanation_timer.start()

    @Slot()
    def _ask_explanation(self) -> None:
        self._explanation_requested.emit(self._worker.wish)

    @Slot()
    def _emit_stats(self) -> None:
        overruns, dropped = self._overruns + self._ring().overruns, self._worker.dropped
        self.stats_ready.emit(self._stats.stats(self._feeds.image.newest, overruns, self._device, dropped))
