"""The last half minute, kept in memory only."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import floor

import cv2
import numpy as np

from mmdesk.analysis.microscope import EncodedObservation
from mmdesk.core.frame import central_square
from mmdesk.core.history import HISTORY_S, HistorySpan, HistoryTick
from mmdesk.core.observation import ImageInput, Observation
from mmdesk.core.prediction import Prediction
from mmdesk.core.user_controls import UserControls

HISTORY_SIDE_PX = 240
"""Pictures are kept as their central square, no larger than this: 173 kB each."""

HISTORY_PER_S = 20
"""At most so many ticks of a second are kept, however many there are."""


@dataclass(frozen=True, slots=True, eq=False)
class HistoryEntry:
    """One tick in the ring.

    Attributes:
        observation: What there was before any perturbation and mute, its picture reduced to ``HISTORY_SIDE_PX``.
        controls: What was done to it.
        encoded: What the model made of it, with the reduced picture: looking at it again under the same perturbations
            and mutes needs no encoder, and gives the same numbers.
        prediction: The answer given then.
    """

    observation: Observation
    controls: UserControls
    encoded: EncodedObservation
    prediction: Prediction


class History:
    """A ring of ticks in bounded memory. One thread owns it; nothing of it is ever written anywhere.

    Of the ticks within the same twentieth of a second (``1 / HISTORY_PER_S``) only the newest is kept, with its own
    picture, embeddings and answer: so the moment of a freeze is always the newest one, and what is looked at again is
    what was seen. In 30 s these are at most 602 ticks, whatever the rate, and the pictures of one camera at most
    104 MB; twice as much while pictures are perturbed, because both are kept. Sound adds at most 128 kB for every cut
    of an utterance, and ticks with the same picture or cut share it.

    Args:
        seconds: How far it reaches back.
    """

    def __init__(self, seconds: float = HISTORY_S) -> None:
        self._seconds = seconds
        self._entries: deque[HistoryEntry] = deque()
        self._reduced: dict[str, tuple[ImageInput, ImageInput]] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def keep(
        self, observation: Observation, controls: UserControls, encoded: EncodedObservation, prediction: Prediction
    ) -> None:
        """Remember a tick, and forget what is too old; when time runs backwards, all from before is forgotten."""
        if self._entries and prediction.time_s < self._entries[-1].prediction.time_s:
            self.wipe()
        plain = self._small(observation)
        shown = plain if encoded.observation is observation else self._small(encoded.observation)
        if self._entries and _slot(self._entries[-1].prediction.time_s) == _slot(prediction.time_s):
            self._entries.pop()
        self._entries.append(HistoryEntry(plain, controls, replace(encoded, observation=shown), prediction))
        while prediction.time_s - self._entries[0].prediction.time_s > self._seconds:
            self._entries.popleft()

    def wipe(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self._reduced.clear()

    def at(self, time_s: float) -> HistoryEntry | None:
        """Return the newest tick that is not after ``time_s``, else the oldest; None when nothing is kept."""
        if not self._entries:
            return None
        times = [entry.prediction.time_s for entry in self._entries]
        return self._entries[max(0, bisect_right(times, time_s) - 1)]

    def last(self, seconds: float) -> Iterator[HistoryEntry]:
        """Yield the ticks of the last seconds, oldest first."""
        if self._entries:
            from_s = self._entries[-1].prediction.time_s - seconds
            yield from (entry for entry in self._entries if entry.prediction.time_s >= from_s)

    def span(self) -> HistorySpan:
        """What the time line shows."""
        return HistorySpan(tuple(HistoryTick.of(entry.prediction) for entry in self._entries))

    def _small(self, observation: Observation) -> Observation:
        pictures = {name: each for name, each in observation.inputs.items() if isinstance(each, ImageInput)}
        for name, image in pictures.items():
            known = self._reduced.get(name)
            if known is None or known[0] is not image:
                self._reduced[name] = (image, _reduced(image))
        small = {name: self._reduced[name][1] for name in pictures}
        return replace(observation, inputs={**observation.inputs, **small}) if small else observation


def _slot(time_s: float) -> int:
    # A millisecond on, so that ticks at exact twentieths do not share one through rounding.
    return floor((time_s + 1e-3) * HISTORY_PER_S)


def _reduced(image: ImageInput) -> ImageInput:
    top, left, side = central_square(*image.frame_rgb.shape[:2])
    square = image.frame_rgb[top : top + side, left : left + side]
    if side > HISTORY_SIDE_PX:
        square = np.asarray(
            cv2.resize(square, (HISTORY_SIDE_PX, HISTORY_SIDE_PX), interpolation=cv2.INTER_AREA), np.uint8
        )
    else:
        square = square.copy()  # a view would keep the whole frame alive
    square.flags.writeable = False
    return replace(image, frame_rgb=square)
