"""One picture on its way from a camera to the screen and the model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Frame:
    """A captured picture.

    Attributes:
        frame_rgb: (H, W, 3) uint8, C-contiguous, read-only after hand-over; never reused by the source.
        time_s: Monotonic capture time.
        sequence: Counts up from 0 within one source run; gaps are dropped frames.
        seen_rgb: What a model sees in its place, (H', W', 3) uint8 and read-only: the picture as a recording stores it.
            None for the picture itself.
    """

    frame_rgb: NDArray[np.uint8]
    time_s: float
    sequence: int
    seen_rgb: NDArray[np.uint8] | None = None

    @property
    def model_rgb(self) -> NDArray[np.uint8]:
        """What a model sees."""
        return self.frame_rgb if self.seen_rgb is None else self.seen_rgb


def central_square(height_px: int, width_px: int) -> tuple[int, int, int]:
    """Return (top, left, side) of the largest central square: the guide frame, and all that the model sees."""
    side = min(height_px, width_px)
    return (height_px - side) // 2, (width_px - side) // 2, side
