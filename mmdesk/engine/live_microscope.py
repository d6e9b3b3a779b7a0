"""The microscope with everything the user does to it, live and in the last half minute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from mmdesk.analysis.microscope import EncodedObservation, Microscope
from mmdesk.core.explanation import Explanation
from mmdesk.core.history import HistorySpan, HistoryTick, Rerun, Snapshot
from mmdesk.core.observation import Observation
from mmdesk.core.prediction import Prediction
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.history import History, HistoryEntry
from mmdesk.engine.perturber import Perturber


class LiveMicroscope:
    """Perturbs, encodes, fuses, keeps. Knows no Qt; one thread owns it.

    Args:
        microscope: The loaded model's.
        controls: What the user holds at the start.

    Attributes:
        microscope: See above.
        controls: What the user holds now; set it at any time, it counts from the next tick on.
    """

    def __init__(self, microscope: Microscope, controls: UserControls) -> None:
        self.microscope = microscope
        self.controls = controls
        self._perturber = Perturber()
        self._history = History()
        self._moment: HistoryEntry | None = None

    def tick(self, observation: Observation) -> Prediction:
        """Look at a new observation, and keep it.

        Raises:
            NotFiniteError: The answer is no number; nothing is kept.
        """
        controls = self.controls
        given = observation.without(controls.muted)
        encoded = self.microscope.encode(given, self._perturb)
        prediction = self._read(encoded, controls)
        self._history.keep(observation, controls, encoded, prediction)
        perturbed = {
            name: each for name, each in encoded.observation.inputs.items() if each is not observation.input_of(name)
        }
        return replace(prediction, perturbed=perturbed) if perturbed else prediction

    def encode_ahead(self, observation: Observation) -> None:
        """Encode what is new in an observation, so that a tick with it only has to fuse; nothing is kept of it."""
        self.microscope.encode(observation.without(self.controls.muted), self._perturb)

    def look(self, observation: Observation) -> bool:
        """Look at a moment that is no part of the last half minute, so that one can look at it again; True.

        Raises:
            NotFiniteError: The answer is no number; the moment before stays.
        """
        controls = self.controls
        encoded = self.microscope.encode(observation.without(controls.muted), self._perturb)
        self._moment = HistoryEntry(observation, controls, encoded, self._read(encoded, controls))
        return True

    def span(self) -> HistorySpan:
        """What can be gone back to."""
        return self._history.span()

    def snapshot(self, time_s: float) -> Snapshot | None:
        """Look again at the tick of a time, under what is in force now; None when nothing is kept."""
        entry = self._entry(time_s)
        if entry is None:
            return None
        encoded = self._again(entry)
        prediction = self._read(encoded, self.controls)
        return Snapshot(encoded.observation.inputs, prediction, same_answer(prediction, entry.prediction))

    def explanation(self, time_s: float, should_stop: Callable[[], bool]) -> Explanation | None:
        """Explain the tick of a time, under what is in force now; None when stopped or nothing is there."""
        entry = self._entry(time_s)
        if entry is None:
            return None
        return self.microscope.explain(self._again(entry), self._override(self.controls), should_stop)

    def rerun(self, seconds: float, should_stop: Callable[[], bool] = lambda: False) -> Rerun | None:
        """Run the last seconds again under what is in force now; None when it was stopped."""
        before: list[HistoryTick] = []
        after: list[HistoryTick] = []
        same = 0
        for entry in self._history.last(seconds):
            if should_stop():
                return None
            prediction = self._read(self._again(entry), self.controls)
            before.append(HistoryTick.of(entry.prediction))
            after.append(HistoryTick.of(prediction))
            same += same_answer(prediction, entry.prediction)
        return Rerun(tuple(before), tuple(after), same)

    def wipe(self) -> None:
        """Forget all that was kept."""
        self._moment = None
        self._history.wipe()

    def _entry(self, time_s: float) -> HistoryEntry | None:
        moment = self._moment
        return moment if moment is not None and moment.prediction.time_s == time_s else self._history.at(time_s)

    def _read(self, encoded: EncodedObservation, controls: UserControls) -> Prediction:
        return replace(self.microscope.read(encoded, self._override(controls)), perturbations=controls.perturbations)

    def _override(self, controls: UserControls) -> tuple[float, ...] | None:
        return controls.weights(self.microscope.predictor.classifier.names)

    def _perturb(self, observation: Observation) -> Observation:
        return self._perturber.apply(observation, self.controls)

    def _again(self, entry: HistoryEntry) -> EncodedObservation:
        held, then = self.controls, entry.controls
        if (then.perturbations, then.muted) == (held.perturbations, held.muted):
            return entry.encoded
        given = entry.observation.without(held.muted)
        if then.muted != held.muted:
            return self.microscope.encode(given, self._perturb)
        original = entry.encoded.encoding if entry.encoded.original is None else entry.encoded.original
        return self.microscope.perturbed(given, original, self._perturb)


def same_answer(one: Prediction, other: Prediction) -> bool:
    """Whether two predictions are equal in every number of their probabilities and weights."""
    pairs = ((one.probabilities, other.probabilities), (one.weights, other.weights))
    return one.fusion == other.fusion and all(
        a is b or (a is not None and b is not None and np.array_equal(a, b)) for a, b in pairs
    )
