"""The last half minute, kept in memory only."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np

from mmdesk.analysis.microscope import Seen
from mmdesk.core.frame import central_square
from mmdesk.core.hands import Hands
from mmdesk.core.moment import REWIND_S, RewindSpan, RewindTick
from mmdesk.core.observation import ImageInput, Observation
from mmdesk.core.prediction import Prediction

KEPT_SIDE_PX = 240
"""Pictures are kept as their central square, no larger than this: 600 of them take 104 MB."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """One tick in the ring.

    Attributes:
        observation: What there was before any disturbance and mute, its picture reduced to ``KEPT_SIDE_PX``.
        hands: What was done to it.
        seen: What the model made of it, with the reduced picture: looking at it again under the same disturbances and
            mutes needs no encoder, and gives the same numbers.
        prediction: The answer given then.
    """

    observation: Observation
    hands: Hands
    seen: Seen
    prediction: Prediction


class Rewind:
    """A ring of ticks. One thread owns it; nothing of it is ever written anywhere.

    Args:
        seconds: How far it reaches back.
    """

    def __init__(self, seconds: float = REWIND_S) -> None:
        self._seconds = seconds
        self._kept: deque[Kept] = deque()
        self._reduced: tuple[ImageInput, ImageInput] | None = None

    def __len__(self) -> int:
        return len(self._kept)

    def keep(self, observation: Observation, hands: Hands, seen: Seen, prediction: Prediction) -> None:
        """Remember a tick, and forget what is too old; when time runs backwards, all from before is forgotten."""
        if self._kept and prediction.time_s < self._kept[-1].prediction.time_s:
            self.wipe()
        plain = self._small(observation)
        shown = plain if seen.observation is observation else self._small(seen.observation)
        self._kept.append(Kept(plain, hands, replace(seen, observation=shown), prediction))
        while prediction.time_s - self._kept[0].prediction.time_s > self._seconds:
            self._kept.popleft()

    def wipe(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self._reduced = None

    def at(self, time_s: float) -> Kept | None:
        """Return the newest tick that is not after ``time_s``, else the oldest; None when nothing is kept."""
        if not self._kept:
            return None
        times = [kept.prediction.time_s for kept in self._kept]
        return self._kept[max(0, bisect_right(times, time_s) - 1)]

    def last(self, seconds: float) -> Iterator[Kept]:
        """Yield the ticks of the last seconds, oldest first."""
        if self._kept:
            from_s = self._kept[-1].prediction.time_s - seconds
            yield from (kept for kept in self._kept if kept.prediction.time_s >= from_s)

    def span(self) -> RewindSpan:
        """What the time line shows."""
        return RewindSpan(tuple(RewindTick.of(kept.prediction) for kept in self._kept))

    def _small(self, observation: Observation) -> Observation:
        image = observation.image
        if image is None:
            return observation
        if self._reduced is None or self._reduced[0] is not image:
            self._reduced = (image, _reduced(image))
        return replace(observation, image=self._reduced[1])


def _reduced(image: ImageInput) -> ImageInput:
    top, left, side = central_square(*image.frame_rgb.shape[:2])
    square = image.frame_rgb[top : top + side, left : left + side]
    if side > KEPT_SIDE_PX:
        square = np.asarray(cv2.resize(square, (KEPT_SIDE_PX, KEPT_SIDE_PX), interpolation=cv2.INTER_AREA), np.uint8)
    else:
        square = square.copy()  # a view would keep the whole frame alive
    square.flags.writeable = False
    return replace(image, frame_rgb=square)
