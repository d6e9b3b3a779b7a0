"""The one thread that runs the model."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from mmdesk.core.clock import monotonic_s
from mmdesk.core.errors import MmdeskError
from mmdesk.core.latest import Latest
from mmdesk.core.live_stats import ModelState
from mmdesk.core.observation import Observation
from mmdesk.core.prediction import Prediction

if TYPE_CHECKING:
    from mmdesk.models.predictor import Predictor

log = logging.getLogger(__name__)

TICK_MS = 50
"""20 predictions a second: an input waits 25 ms on average, and half a core is left for the window."""

LOG_REMEDY = "The log file has the details (Help, Diagnostics)."

Observe = Callable[[float], Observation]
"""Puts an observation together for a given monotonic time; called on the worker's thread."""


class InferenceWorker(QObject):
    """Loads the model and predicts on a clock; lives on a QThread of its own.

    Nothing queues here: each tick looks at the newest inputs, a tick that comes late is merged with the next by
    QTimer, and the receiver takes the newest prediction from a one-slot hand-off.

    Signals:
        prediction_available: A prediction lies in `prediction`; emitted only when the slot was empty.
        model_state_changed: A `ModelState`.
        tick_failed: One line for the user; the log has the traceback.

    Attributes:
        prediction: The newest prediction.
    """

    prediction_available = Signal()
    model_state_changed = Signal(object)
    tick_failed = Signal(str)

    def __init__(self, observe: Observe) -> None:
        super().__init__()
        self.prediction: Latest[Prediction] = Latest()
        self._observe = observe
        self._predictor: Predictor | None = None
        self._paused = False
        self._timer: QTimer | None = None
        self._failing = False

    @Slot()
    def start(self) -> None:
        """Set up on the worker's own thread; the clock starts with the first model."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @Slot(str, str)
    def load(self, path: str, device: str) -> None:
        """Load a checkpoint and begin to predict; a failure keeps the model that ran before."""
        name = Path(path).stem
        self.model_state_changed.emit(ModelState(name, ready=False))
        try:
            # torch takes seconds to import; here it does so while the window is already up.
            import torch

            from mmdesk.models.checkpoint import load_checkpoint
            from mmdesk.models.device import describe_device, resolve_device
            from mmdesk.models.predictor import Predictor

            # With two threads under load GNU OpenMP's spinning made p95 worse by an order of magnitude.
            torch.set_num_threads(1)
            target = resolve_device(device)
            classifier = load_checkpoint(Path(path))
            predictor = Predictor(classifier, target)
            where = describe_device(target)
        except MmdeskError as error:
            log.warning("model %s: %s", path, error)
            self.model_state_changed.emit(ModelState(name, False, error.problem, error.remedy))
            return
        except Exception:
            log.exception("loading the model failed")
            problem = f"The model {name} could not be loaded because of an internal error."
            self.model_state_changed.emit(
                ModelState(name, False, problem, "The log file has the details (Help, Diagnostics).")
            )
            return
        self._predictor = predictor
        state = ModelState(
            name,
            True,
            labels=tuple(classifier.labels),
            device=where,
            fusions=tuple(classifier.fusions()),
            fusion=predictor.fusion,
        )
        self.model_state_changed.emit(state)
        if self._timer is not None:
            self._timer.start(TICK_MS)

    @Slot(str)
    def choose_fusion(self, kind: str) -> None:
        """Let another fusion of the model answer from the next tick on; what was encoded stays encoded."""
        if self._predictor is None:
            return
        try:
            self._predictor.choose(kind)
        except ValueError as error:  # chosen from a menu that a newer model has overtaken
            log.warning("%s", error)

    @Slot(bool)
    def set_paused(self, paused: bool) -> None:
        """Hold the predictions, or go on."""
        self._paused = paused

    @Slot()
    def stop(self) -> None:
        """Stop the clock and end the thread; runs on the worker's thread."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._predictor = None
        self.thread().quit()

    @Slot()
    def _tick(self) -> None:
        if self._paused or self._predictor is None:
            return
        try:
            prediction = self._predictor.predict(self._observe(monotonic_s()))
        except Exception as error:
            # The thread's edge: one bad tick must not end the demo. Said once, not twenty times a second.
            if not self._failing:
                log.exception("a prediction failed")
                self.tick_failed.emit(f"A prediction failed: {error}")
            self._failing = True
            return
        self._failing = False
        if self.prediction.put(prediction):
            self.prediction_available.emit()
