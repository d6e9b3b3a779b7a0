"""Owns every thread of a running demo, and the order in which they stop."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from mmdesk.core.errands import Errands
from mmdesk.core.errors import MmdeskError
from mmdesk.core.frame import Frame
from mmdesk.core.history import Snapshot
from mmdesk.core.live_stats import ModelState
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import OFF, SourceState
from mmdesk.core.transport import TransportWish
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.collector import Collector
from mmdesk.engine.inference_worker import AnswerTap, InferenceWorker
from mmdesk.engine.live_sources import LiveSources, SourceMakers
from mmdesk.engine.pace import Pace
from mmdesk.engine.sound_meter import SoundMeter
from mmdesk.engine.stats_meter import StatsMeter
from mmdesk.sources.held import Content

log = logging.getLogger(__name__)

STATS_MS = 500
EXPLAIN_AFTER_MS = 300


class LiveSession(QObject):
    """The sources of a model's inputs and the model, running.

    Lives on the GUI thread. Frames, sounds and predictions reach the window through one-slot hand-offs: the
    producing thread puts the newest value and wakes this object only when the slot was empty. The worker is woken by
    every picture, by new sound and when a text has settled.

    Args:
        makers: How sources are made.
        parent: Owner.
        most_predictions_per_s: Most predictions per second; None for as many as the camera gives pictures.

    Signals:
        frame_ready: Name of an input, and its newest `Frame`.
        sound_ready: Name of an input, and its newest `SoundDisplay`.
        signal_ready: Name of an input, and its newest `SignalInput`.
        prediction_ready: `Prediction`.
        stats_ready: `LiveStats`, twice a second.
        source_state_changed: Name of an input, and its `SourceState`.
        model_state_changed: `ModelState`.
        session_text_changed: Text that a played session has typed.
        text_typed_changed: Whether the text is a visitor's own, which no session replaces.
        notice: `Problem`, for a strip in the window.
        span_ready: `HistorySpan`, when the predictions were frozen.
        snapshot_ready: `Snapshot`, while they are frozen.
        rerun_ready: `Rerun`, when one was asked for.
        explaining_changed: Whether an explanation is being worked out; a spoken word takes seconds.
        explanation_ready: `Explanation`, a moment after a frozen moment came to rest.
        map_ready: `MapPoints` of the chosen fusion method, or None.
        exchange_failed: `Problem`: why a model that was to take the place of another could not be loaded.
        recorded_changed: `UserControls`: what is in force because it was when a played recording was made.
        fusion_followed: Kind of the fusion method that answers because it did then.

    Attributes:
        sources: The sources of the inputs.
    """

    frame_ready = Signal(str, object)
    sound_ready = Signal(str, object)
    signal_ready = Signal(str, object)
    prediction_ready = Signal(object)
    stats_ready = Signal(object)
    source_state_changed = Signal(str, object)
    model_state_changed = Signal(object)
    session_text_changed = Signal(str)
    text_typed_changed = Signal(bool)
    notice = Signal(object)
    span_ready = Signal(object)
    snapshot_ready = Signal(object)
    rerun_ready = Signal(object)
    explaining_changed = Signal(bool)
    explanation_ready = Signal(object)
    map_ready = Signal(object)
    exchange_failed = Signal(object)
    recorded_changed = Signal(object)
    fusion_followed = Signal(str)

    _load_requested = Signal(str, str)
    _exchange_loaded = Signal(int, object)
    _exchange_requested = Signal(object)
    _fusion_requested = Signal(str)
    _controls_requested = Signal(object)
    _pause_requested = Signal(bool)
    _snapshot_requested = Signal(float)
    _rerun_requested = Signal(float)
    _wipe_requested = Signal()
    _moment_requested = Signal(int)
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
        self._collector = Collector(self)
        self._stats = StatsMeter()
        self._device = ""
        self._paused = False
        self._closed = False
        self._waited = False
        self._ended = True
        # Models that take another's place are loaded here, while the worker answers on.
        self._loader = Errands("model-loader")
        self._loads = 0
        self._exchange_loaded.connect(self._on_exchange_loaded)

        self.sources = LiveSources(makers or SourceMakers(), self._wake_for_picture, self._wake, self)
        self._worker, self._worker_thread = self._make_worker(Pace(most_predictions_per_s))
        self._meter, self._meter_thread = self._make_meter()
        self.sources.frame_ready.connect(self.frame_ready)
        self.sources.signal_ready.connect(self.signal_ready)
        self.sources.state_changed.connect(self._on_source_state)
        self.sources.session_text_changed.connect(self.session_text_changed)
        self.sources.text_typed_changed.connect(self.text_typed_changed)
        self.sources.moment_stands.connect(self._on_moment_stands)
        self._stats_timer = QTimer(self)
        self._stats_timer.timeout.connect(self._emit_stats)
        self._stats_timer.start(STATS_MS)
        # Asked for only when the hand has come to rest: an explanation takes up to seconds.
        self._explanation_timer = QTimer(self, singleShot=True, interval=EXPLAIN_AFTER_MS)
        self._explanation_timer.timeout.connect(self._ask_explanation)

    def _make_worker(self, pace: Pace) -> tuple[InferenceWorker, QThread]:
        worker = InferenceWorker(self.sources.observe, pace)
        worker.prediction_available.connect(self._on_prediction_available)
        worker.model_state_changed.connect(self._on_model_state)
        worker.tick_failed.connect(self.notice)
        worker.span_ready.connect(self.span_ready)
        worker.snapshot_ready.connect(self._on_snapshot)
        worker.explaining_changed.connect(self.explaining_changed)
        worker.explanation_ready.connect(self.explanation_ready)
        worker.map_ready.connect(self.map_ready)
        worker.rerun_ready.connect(self.rerun_ready)
        worker.recorded_changed.connect(self.recorded_changed)
        worker.fusion_followed.connect(self.fusion_followed)
        self._load_requested.connect(worker.load)
        self._exchange_requested.connect(worker.exchange)
        self._fusion_requested.connect(worker.choose_fusion)
        self._controls_requested.connect(worker.set_controls)
        self._pause_requested.connect(worker.set_paused)
        self._snapshot_requested.connect(worker.show_snapshot)
        self._rerun_requested.connect(worker.run_again)
        self._wipe_requested.connect(worker.wipe)
        self._moment_requested.connect(worker.look_at_newest)
        self._explanation_requested.connect(worker.explain)
        self._stop_requested.connect(worker.stop)
        return worker, self._start_thread("inference", worker)

    def _make_meter(self) -> tuple[SoundMeter, QThread]:
        meter = SoundMeter(self.sources.rings, self._worker.wake)
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

    # ---- commands, on the GUI thread ----

    def load_model(self, path: Path, device: str) -> None:
        """Load a checkpoint on the worker's thread; the outcome arrives as `model_state_changed`."""
        self._loads += 1
        self._load_requested.emit(str(path), device)

    def exchange_model(self, path: Path, device: str, *, recorded: bool = True) -> None:
        """Load a checkpoint while the model before answers on; it takes that one's place between two answers.

        The outcome is a `model_state_changed` that says so, or `exchange_failed`; none comes where another model was
        asked for in the meantime.

        Args:
            path: A folder or a file.
            device: ``auto``, ``cuda``, ``mps`` or ``cpu``.
            recorded: Whether its methods are recorded, which takes half a second; not worth it for one soon replaced.
        """
        self._loads += 1
        number = self._loads
        self._loader.add(lambda: self._load_for_exchange(number, path, device, recorded))

    def expect_taught(self, device: str) -> None:
        """Get ready for taught models on ``device``, see `exchange_model`; returns at once."""
        self._loader.add(lambda: self._get_ready(device))

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
        self.sources.forget_texts()

    @Slot(str, str)
    def set_source(self, name: str, key: str) -> None:
        """Switch an input to another device, file or address; an empty key means none. Ends a played session."""
        self.sources.set_source(name, key)

    def hold_file(self, name: str, title: str, content: Content) -> None:
        """Let a picture or a sound from a file stand for an input until another source is set."""
        self.sources.hold_file(name, title, content)

    def play_session(self, folder: Path) -> None:
        """Play a recorded session in place of the devices and the keyboard."""
        self.sources.play_session(folder)

    @Slot(str, str)
    def set_text(self, name: str, text: str) -> None:
        """Take over what a visitor has typed; until it is emptied, no session's text takes its place."""
        self.sources.set_text(name, text)

    @Slot(bool)
    def set_paused(self, paused: bool) -> None:
        """Freeze picture, sound display and predictions, or go on; sources keep running, but for a recording."""
        self._paused = self.sources.paused = paused
        self._worker.wish += 1
        self._explanation_timer.stop()
        self._pause_requested.emit(paused)
        transport = self.sources.transport
        if transport is None or transport.playing == paused:  # None: its first moment may be on its way
            self.sources.wish(TransportWish(playing=not paused))
        elif paused:
            self._on_moment_stands()

    @Slot(object)
    def note_frame_painted(self, frame: Frame) -> None:
        """Tell that a frame is on the screen now."""
        if not self._paused:  # a kept moment has its own, old time
            self._stats.note_frame_painted(frame)

    @Slot(object)
    def note_prediction_painted(self, prediction: Prediction) -> None:
        """Tell that a prediction is on the screen now."""
        if not self._paused:
            self._stats.note_prediction_painted(prediction, self.sources.camera)

    @property
    def own_fusion(self) -> bool:
        """Whether the user has chosen the method that answers a recording, and not the recording."""
        return self._worker.own_fusion

    @property
    def answer_tap(self) -> AnswerTap | None:
        """What gets each answer, and what it was made from, while something is recorded."""
        return self._worker.tap

    @answer_tap.setter
    def answer_tap(self, tap: AnswerTap | None) -> None:
        self._worker.tap = tap

    def wait_sources_settled(self, timeout_s: float) -> bool:
        """Wait until all requested source changes have been carried out."""
        return self.sources.wait_settled(timeout_s)

    def ask_to_stop(self) -> None:
        """Ask everything to stop; idempotent, and returns at once."""
        if self._closed:
            return
        self._closed = True
        self._stats_timer.stop()
        self._explanation_timer.stop()
        self.sources.ask_to_stop()
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
        self.sources.shutdown()
        self._ended = self._loader.wait(60.0)
        for thread in (self._meter_thread, self._worker_thread):
            # A model that is just being loaded cannot be interrupted: torch's import alone takes seconds.
            if not thread.wait(60_000):
                self._ended = False
                log.error("thread %s did not end", thread.objectName())
        self._collector.stop()
        return self._ended

    # ---- on any thread ----

    def _load_for_exchange(self, number: int, path: Path, device: str, recorded: bool) -> None:
        if self._closed or number != self._loads:  # a newer one is to come: plain numbers need no lock
            return
        try:
            from mmdesk.engine.model_loading import load_model

            loaded = load_model(path, device, recorded=recorded)
        except MmdeskError as error:
            log.warning("model %s: %s", path, error)
            self._exchange_loaded.emit(number, error.problem)
        except Exception:
            log.exception("loading the model failed")
            self._exchange_loaded.emit(number, Problem("model.internal", name=path.stem))
        else:
            self._exchange_loaded.emit(number, loaded)

    def _get_ready(self, device: str) -> None:
        if self._closed:
            return
        try:
            from mmdesk.engine.model_loading import get_ready_for_taught

            get_ready_for_taught(device)
        except Exception:  # the first model that is taught says what is wrong
            log.warning("getting ready for taught models failed", exc_info=True)

    def _wake_for_picture(self) -> None:
        self._worker.wake_for_picture()

    def _wake(self) -> None:
        self._worker.wake()

    # ---- on the GUI thread ----

    @Slot(int, object)
    def _on_exchange_loaded(self, number: int, loaded: object) -> None:
        if self._closed or number != self._loads:
            return
        if isinstance(loaded, Problem):
            self.exchange_failed.emit(loaded)
        else:
            self._exchange_requested.emit(loaded)

    @Slot(str, object)
    def _on_source_state(self, name: str, state: SourceState) -> None:
        if name == self.sources.camera and state == OFF:
            self._stats.restart()
        self.source_state_changed.emit(name, state)

    @Slot(str)
    def _on_sound_available(self, name: str) -> None:
        heard = self._meter.displays[name].take()
        if heard is not None and heard.ring is self.sources.rings().get(name) and not self._paused:
            self.sound_ready.emit(name, heard.display)

    @Slot()
    def _on_prediction_available(self) -> None:
        prediction = self._worker.take()
        if prediction is None or prediction.time_s < self.sources.switched_s or self._closed:
            return
        if not self._paused:
            self._stats.note_prediction()
            self.prediction_ready.emit(prediction)

    @Slot(object)
    def _on_model_state(self, state: ModelState) -> None:
        if state.ready:
            self._device = state.device
            self.sources.set_inputs(state.inputs)
            if state.problem is None:
                self._collector.keep_for_good()
        self.model_state_changed.emit(state)

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self._paused and not self._closed:
            self.snapshot_ready.emit(snapshot)
            self._explanation_timer.start()

    @Slot()
    def _on_moment_stands(self) -> None:
        """A recording stands still at another moment: look at that, unless a newer one is on its way."""
        self._worker.wish += 1
        self._worker.stand += 1
        self._explanation_timer.stop()
        self._moment_requested.emit(self._worker.stand)

    @Slot()
    def _ask_explanation(self) -> None:
        self._explanation_requested.emit(self._worker.wish)

    @Slot()
    def _emit_stats(self) -> None:
        sources, dropped = self.sources, self._worker.dropped
        self.stats_ready.emit(self._stats.stats(sources.newest, sources.overruns, self._device, dropped))
