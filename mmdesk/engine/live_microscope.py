"""The microscope with everything the user does to it, live and in the rewind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from mmdesk.analysis.microscope import Microscope, Seen
from mmdesk.core.hands import Hands
from mmdesk.core.moment import Rerun, RewindSpan, RewindTick, ShownMoment
from mmdesk.core.observation import Observation
from mmdesk.core.prediction import Prediction
from mmdesk.core.why import Why
from mmdesk.engine.disturber import Disturber
from mmdesk.engine.rewind import Kept, Rewind


class LiveMicroscope:
    """Disturbs, encodes, fuses, keeps. Knows no Qt; one thread owns it.

    Args:
        microscope: The loaded model's.
        hands: What the user holds at the start.

    Attributes:
        microscope: See above.
        hands: What the user holds now; set it at any time, it counts from the next tick on.
    """

    def __init__(self, microscope: Microscope, hands: Hands) -> None:
        self.microscope = microscope
        self.hands = hands
        self._disturber = Disturber()
        self._rewind = Rewind()

    def tick(self, observation: Observation) -> Prediction:
        """Look at a new observation, and keep it.

        Raises:
            NotFiniteError: The answer is no number; nothing is kept.
        """
        hands = self.hands
        given = observation.without(hands.muted)
        seen = self.microscope.encode(given, self._perturb)
        prediction = self._read(seen, hands)
        self._rewind.keep(observation, hands, seen, prediction)
        image = seen.observation.image
        if image is not None and image is not observation.image:
            prediction = replace(prediction, disturbed_rgb=image.frame_rgb)
        return prediction

    def span(self) -> RewindSpan:
        """What can be gone back to."""
        return self._rewind.span()

    def moment(self, time_s: float) -> ShownMoment | None:
        """Look again at the tick of a time, under what is in force now; None when nothing is kept."""
        kept = self._rewind.at(time_s)
        if kept is None:
            return None
        seen = self._again(kept)
        prediction = self._read(seen, self.hands)
        image, audio, text = seen.observation.image, seen.observation.audio, seen.observation.text
        return ShownMoment(
            frame_rgb=None if image is None else image.frame_rgb,
            wave_mono=None if audio is None else audio.wave_mono,
            text="" if text is None else text.text,
            prediction=prediction,
            as_it_was=same_answer(prediction, kept.prediction),
        )

    def why(self, time_s: float, should_stop: Callable[[], bool]) -> Why | None:
        """Explain the tick of a time, under what is in force now; None when stopped or nothing is there."""
        kept = self._rewind.at(time_s)
        return None if kept is None else self.microscope.explain(self._again(kept), self.hands.override, should_stop)

    def rerun(self, seconds: float, should_stop: Callable[[], bool] = lambda: False) -> Rerun | None:
        """Run the last seconds again under what is in force now; None when it was stopped."""
        before: list[RewindTick] = []
        after: list[RewindTick] = []
        same = 0
        for kept in self._rewind.last(seconds):
            if should_stop():
                return None
            prediction = self._read(self._again(kept), self.hands)
            before.append(RewindTick.of(kept.prediction))
            after.append(RewindTick.of(prediction))
            same += same_answer(prediction, kept.prediction)
        return Rerun(tuple(before), tuple(after), same)

    def wipe(self) -> None:
        """Forget all that was kept."""
        self._rewind.wipe()

    def _read(self, seen: Seen, hands: Hands) -> Prediction:
        return replace(self.microscope.read(seen, hands.override), disturbances=hands.disturbances)

    def _perturb(self, observation: Observation) -> Observation:
        return self._disturber.apply(observation, self.hands.disturbances)

    def _again(self, kept: Kept) -> Seen:
        held, then = self.hands, kept.hands
        if (then.disturbances, then.muted) == (held.disturbances, held.muted):
            return kept.seen
        given = kept.observation.without(held.muted)
        if then.muted != held.muted:
            return self.microscope.encode(given, self._perturb)
        original = kept.seen.encoded if kept.seen.original is None else kept.seen.original
        return self.microscope.perturbed(given, original, self._perturb)


def same_answer(one: Prediction, other: Prediction) -> bool:
    """Whether two predictions are equal in every number of their probabilities and weights."""
    pairs = ((one.probabilities, other.probabilities), (one.weights, other.weights))
    return one.fusion == other.fusion and all(
        a is b or (a is not None and b is not None and np.array_equal(a, b)) for a, b in pairs
    )
