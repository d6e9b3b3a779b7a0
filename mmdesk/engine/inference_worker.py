"""The one thread that runs the model."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from mmdesk.core.clock import monotonic_s
from mmdesk.core.errors import MmdeskError, NotFiniteError
from mmdesk.core.latest import Latest
from mmdesk.core.live_stats import ModelState
from mmdesk.core.observation import Observation
from mmdesk.core.plugins import PluginPart
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.user_controls import Recorded, UserControls
from mmdesk.engine.newness import same_inputs, with_sounds_of
from mmdesk.engine.pace import Pace

if TYPE_CHECKING:
    from mmdesk.analysis.fused_map import FusedMap
    from mmdesk.engine.live_microscope import LiveMicroscope
    from mmdesk.engine.model_loading import LoadedModel

log = logging.getLogger(__name__)

T = TypeVar("T")

Observe = Callable[[float], Observation]
"""Puts an observation together for a given monotonic time; called on the worker's thread."""
AnswerTap = Callable[[Observation, UserControls, Prediction], None]
"""Gets an observation before anything was done to it, what was done to it, and the answer; must return at once."""


class InferenceWorker(QObject):
    """Loads the model and answers whatever is new; lives on a QThread of its own.

    Nothing queues here: any number of wakes before the next look are one, each look takes the newest inputs, and the
    receiver takes the newest prediction from a one-slot hand-off. A wake is only a hint. An observation that holds
    nothing new is not answered, unless the heartbeat is due; when an answer may begin is for `Pace` to say.

    Args:
        observe: Gives the newest inputs.
        pace: Says when; unlimited unless given.

    Signals:
        prediction_available: A prediction lies in `prediction`; emitted only when the slot was empty.
        model_state_changed: A `ModelState`.
        tick_failed: `Problem`; the log has the traceback.
        span_ready: A `HistorySpan`, when the predictions are held.
        snapshot_ready: A `Snapshot`: one that was asked for, and the one on screen whenever the user holds it
            differently.
        rerun_ready: A `Rerun`.
        explaining_changed: Whether an explanation is being worked out.
        explanation_ready: An `Explanation` of the moment on screen.
        map_ready: `MapPoints` of the chosen fusion method, or None where the model has no map.
        recorded_changed: `UserControls`: what is in force because it was when a recording was made that is played now.
        fusion_followed: Kind of the fusion method that answers because it did then.

    Attributes:
        prediction: The newest prediction; the window fetches it with `take`.
        wish: Number of the user's newest wish; any thread sets it, and work for an older one is given up.
        stand: Number of the newest moment at which a recording stands still; likewise.
        dropped: Ticks whose answer was no number; read by any thread.
        own_fusion: Whether the user has chosen the method that answers a recording, and not the recording; likewise.
        tap: Called on the worker's thread with each answer and what it was made from, while something is recorded.
    """

    prediction_available = Signal()
    model_state_changed = Signal(object)
    tick_failed = Signal(object)
    span_ready = Signal(object)
    snapshot_ready = Signal(object)
    rerun_ready = Signal(object)
    explaining_changed = Signal(bool)
    explanation_ready = Signal(object)
    map_ready = Signal(object)
    recorded_changed = Signal(object)
    fusion_followed = Signal(str)

    _woken = Signal()

    def __init__(self, observe: Observe, pace: Pace | None = None) -> None:
        super().__init__()
        self.prediction: Latest[Prediction] = Latest()
        self._observe = observe
        self._pace = Pace() if pace is None else pace
        self._wakes: Latest[bool] = Latest()
        self._picture_waits = self._other_waits = False
        self._answered: Observation | None = None
        self._encoded: Observation | None = None
        self.dropped = 0
        self.wish = self.stand = 0
        self.tap: AnswerTap | None = None
        self._map: FusedMap | None = None
        self._microscope: LiveMicroscope | None = None
        self._controls = UserControls()
        self._recorded: Recorded | None = None
        self._told = UserControls()
        self.own_fusion = False
        self._paused = False
        self._shown_s: float | None = None
        self._timer: QTimer | None = None
        self._failing = self._fusion_chosen = False
        self._reported_faults: set[PluginPart] = set()
        self._running: ModelState | None = None
        # Not in `start`: a wake that came before would be lost, and every later one merged with it.
        self._woken.connect(self._look)

    @Slot()
    def start(self) -> None:
        """Set up on the worker's own thread; the first answer comes with the first model."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    def wake_for_picture(self) -> None:
        """A new picture is there. Any thread may call it, as often as it likes."""
        self._picture_waits = True
        self._wake()

    @Slot()
    def wake(self) -> None:
        """Something else may be new: a text has settled, or there is more sound. Any thread, as often as it likes."""
        self._other_waits = True
        self._wake()

    def take(self) -> Prediction | None:
        """Fetch the newest prediction, or None; the next may then begin. Any thread."""
        prediction = self.prediction.take()
        self._pace.fetch(monotonic_s())
        self._wake()
        return prediction

    def _wake(self) -> None:
        if self._wakes.put(True):
            self._woken.emit()

    @Slot(str, str)
    def load(self, path: str, device: str) -> None:
        """Load a checkpoint and begin to predict.

        After a failure the model that ran before goes on: its state is told again, with what was wrong with the other.
        """
        name = Path(path).stem
        self.model_state_changed.emit(ModelState(name, ready=False))
        try:
            # torch takes seconds to import; here it does so while the window is already up.
            from mmdesk.engine.model_loading import load_model

            loaded = load_model(Path(path), device)
        except MmdeskError as error:
            log.warning("model %s: %s", path, error)
            self._report_failure(name, error.problem)
        except Exception:
            log.exception("loading the model failed")
            self._report_failure(name, Problem("model.internal", name=name))
        else:
            self._fusion_chosen = False
            self._take_over(loaded, exchanged=False)

    @Slot(object)
    def exchange(self, loaded: LoadedModel) -> None:
        """Let a model that was loaded elsewhere answer from the next tick on.

        The fusion method that the user chose for the model before goes on, if that one was exchanged too.
        """
        before = self._running is not None and self._running.exchanged and self._microscope is not None
        if before and self._fusion_chosen and self._microscope is not None:
            kind = self._microscope.microscope.predictor.fusion
            if kind in loaded.state.fusions:
                loaded.microscope.predictor.choose(kind)
        else:
            self._fusion_chosen = False
        self._take_over(loaded, exchanged=True)

    def _take_over(self, loaded: LoadedModel, *, exchanged: bool) -> None:
        from mmdesk.engine.live_microscope import LiveMicroscope

        self._map = loaded.fused_map
        # Weights and labels are other ones; a mute is not about the model.
        self._controls = UserControls(muted=self._controls.muted)
        self._microscope = LiveMicroscope(loaded.microscope, self._controls)
        self.own_fusion = False
        self._encoded = None
        state = replace(loaded.state, fusion=loaded.microscope.predictor.fusion, exchanged=exchanged)
        log.info("model %s is ready on %s", loaded.path, state.device)
        self._running = state
        self._reported_faults = set()
        self.model_state_changed.emit(state)
        for problem in loaded.problems:
            log.warning("model %s: %s", loaded.path, problem)
            self.tick_failed.emit(problem)
        self._send_map()
        self._answer_anew()

    @Slot(str)
    def choose_fusion(self, kind: str) -> None:
        """Let another fusion of the model answer from the next tick on; what was encoded stays encoded."""
        if self._microscope is None:
            return
        self._fusion_chosen = self.own_fusion = True
        try:
            self._microscope.microscope.predictor.choose(kind)
        except ValueError as error:  # chosen from a menu that a newer model has overtaken
            log.warning("%s", error)
        self._send_map()
        self._look_again()
        self._answer_anew()

    @Slot(object)
    def set_controls(self, controls: UserControls) -> None:
        """Take over the weights, perturbations and mutes of the user, from the next tick on."""
        self._controls = controls
        self._follow(self._recorded)
        self._look_again()
        self._answer_anew()

    @Slot(bool)
    def set_paused(self, paused: bool) -> None:
        """Hold the predictions and tell what can be gone back to, or go on."""
        self._paused = paused
        self._shown_s = None
        if paused and self._microscope is not None:
            span = self._microscope.span()
            self._shown_s = span.ticks[-1].time_s if span.ticks else None
            self.span_ready.emit(span)
            self._look_again()
        self._answer_anew()

    @Slot(float)
    def show_snapshot(self, time_s: float) -> None:
        """Look again at a kept moment, while the predictions are held."""
        if self._paused:
            self._shown_s = time_s
            self._look_again()

    @Slot(int)
    def look_at_newest(self, stand: int) -> None:
        """Look at what the sources give now, while the predictions are held; given up for a newer stand."""
        microscope = self._microscope
        if not self._paused or microscope is None or stand != self.stand:
            return
        observation = self._guarded(lambda: self._observe(monotonic_s()))
        if observation is None:
            return
        self._follow(observation.recorded)
        if self._guarded(lambda: microscope.look(observation)):
            self._shown_s = observation.time_s
            self._look_again()

    @Slot(float)
    def run_again(self, seconds: float) -> None:
        """Run the last seconds again under what is in force now, while the predictions are held."""
        if not self._paused or self._microscope is None:
            return
        microscope = self._microscope
        wish = self.wish
        rerun = self._guarded(lambda: microscope.rerun(seconds, lambda: self.wish != wish))
        if rerun is not None:
            self.rerun_ready.emit(rerun)

    @Slot(int)
    def explain(self, wish: int) -> None:
        """Find what speaks for the answer on screen, while the predictions are held; given up for a newer wish."""
        if not self._paused or self._microscope is None or self._shown_s is None or wish != self.wish:
            return
        microscope, shown_s = self._microscope, self._shown_s
        self.explaining_changed.emit(True)
        explanation = self._guarded(lambda: microscope.explanation(shown_s, lambda: self.wish != wish))
        self.explaining_changed.emit(False)
        if explanation is not None and wish == self.wish:
            self.explanation_ready.emit(explanation)

    @Slot()
    def wipe(self) -> None:
        """Forget everything that was kept to go back to."""
        if self._microscope is not None:
            self._microscope.wipe()

    @Slot()
    def stop(self) -> None:
        """Answer no more and end the thread; runs on the worker's thread."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._microscope = None
        self.thread().quit()

    def _report_failure(self, name: str, problem: Problem) -> None:
        if self._running is None or self._microscope is None:
            self.model_state_changed.emit(ModelState(name, False, problem))
            return
        fusion = self._microscope.microscope.predictor.fusion
        self.model_state_changed.emit(replace(self._running, fusion=fusion, problem=problem))

    def _send_map(self) -> None:
        if self._microscope is not None:
            kind = self._microscope.microscope.predictor.fusion
            self.map_ready.emit(None if self._map is None else self._map.points(kind))

    @Slot()
    def _look(self) -> None:
        """Answer what is new if it is time to; in any case, see to it that this is called again in time."""
        self._wakes.take()
        if self._paused or self._microscope is None or self._timer is None:
            return
        now_s = monotonic_s()
        if now_s >= self._due_s():
            self._tick(self._microscope, now_s)
        self._timer.start(max(0, ceil(1000 * (self._due_s() - monotonic_s()))))

    def _due_s(self) -> float:
        return self._pace.due_s(picture=self._picture_waits, other=self._other_waits)

    def _report_faults(self, faults: Mapping[PluginPart, Problem]) -> None:
        """Report what of plug-ins has failed, once."""
        for part in faults.keys() - self._reported_faults:
            self.tick_failed.emit(faults[part])
        self._reported_faults |= faults.keys()

    def _tick(self, microscope: LiveMicroscope, now_s: float) -> None:
        # Taken back before the inputs are read: what comes in the meantime is waiting again.
        is_heartbeat = now_s >= self._pace.due_s()
        for_picture = self._picture_waits
        self._picture_waits = self._other_waits = False
        newest = self._guarded(lambda: self._observe(now_s))
        if newest is not None and not is_heartbeat and same_inputs(newest, self._answered):
            return
        # A sound takes longer to encode than the time between two pictures leaves: the picture is answered first, with
        # the sound of before, and what has been heard since is encoded behind it.
        observation = newest
        if newest is not None and newest.recorded is None and for_picture and self._encoded is not None:
            observation = with_sounds_of(self._encoded, newest)
        self._answered = self._encoded = observation
        self._pace.begin(now_s)
        if observation is None:  # tried, and as late again as an answer: else a fault would be tried without a pause
            self._pace.end(monotonic_s(), handed_over=False)
            return
        self._follow(observation.recorded)
        prediction = self._guarded(lambda: microscope.tick(observation))
        tap = self.tap
        if prediction is not None and tap is not None:
            tap(observation, microscope.controls, prediction)
        self._report_faults(microscope.microscope.predictor.faults)
        self._pace.end(monotonic_s(), handed_over=prediction is not None)
        if prediction is not None and self.prediction.put(prediction):
            self.prediction_available.emit()
        if newest is not None and newest is not observation:
            self._guarded(lambda: microscope.encode_ahead(newest))
            self._encoded = newest

    def _follow(self, recorded: Recorded | None) -> None:
        """Put in force what was when a recorded answer was given, as far as the user wants nothing else."""
        if self._microscope is None:
            return
        before, self._recorded = self._recorded, recorded
        theirs = UserControls() if recorded is None or self._controls != UserControls() else recorded.controls
        self._microscope.controls = self._controls if theirs == UserControls() else theirs
        if theirs != self._told:
            self._told = theirs
            self.recorded_changed.emit(theirs)
        if recorded is None or not recorded.fusion:
            return
        if before is None or not before.fusion:  # one that was chosen before the recording is no wish about it
            self.own_fusion = False
        predictor = self._microscope.microscope.predictor
        if self.own_fusion or recorded.fusion == predictor.fusion:
            return
        if recorded.fusion in predictor.classifier.fusions():
            predictor.choose(recorded.fusion)
            self._send_map()
            self.fusion_followed.emit(recorded.fusion)

    def _answer_anew(self) -> None:
        """Answer even to inputs that are what they were: something else has changed."""
        self._answered = None
        self.wake()

    def _look_again(self) -> None:
        if not self._paused or self._microscope is None or self._shown_s is None:
            return
        microscope, shown_s = self._microscope, self._shown_s
        snapshot = self._guarded(lambda: microscope.snapshot(shown_s))
        if snapshot is not None:
            self.snapshot_ready.emit(snapshot)

    def _guarded(self, look: Callable[[], T]) -> T | None:
        """The thread's edge: one bad tick must not end the demo. Said once, not at every picture."""
        try:
            found = look()
        except NotFiniteError as error:
            # Dropped and counted: the status bar tells, and the demo goes on.
            if not self.dropped:
                log.warning("a prediction was dropped: %s", error)
            self.dropped += 1
            return None
        except Exception as error:
            if not self._failing:
                log.exception("a prediction failed")
                self.tick_failed.emit(Problem("prediction.failed", detail=str(error)))
            self._failing = True
            return None
        self._failing = False
        return found
