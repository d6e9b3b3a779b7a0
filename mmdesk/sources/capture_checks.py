"""Judgements on a running capture: is it stuck on one picture, and when is a file's next picture due."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_STEP_PX = 8
_FLAT_SPREAD = 4.0
_LATE_S = 0.25
_USUAL_FPS = 25.0
_STILL_PERIOD_S = 0.2


class RepeatCheck:
    """Notices a device that repeats its last picture for ever, as some do after being unplugged (opencv#5221).

    A living sensor never gives the same picture twice, because of its noise. Two cases look alike and are not
    faults: a flat picture (a privacy shutter is often clipped to pure black), and a device that gives the very same
    picture again after it was opened anew (a virtual camera showing a still).

    Args:
        limit_s: How long the same picture may be repeated.
    """

    def __init__(self, limit_s: float) -> None:
        self._limit_s = limit_s
        self._sample: NDArray[Any] | None = None
        self._since_s = 0.0
        self._excused: NDArray[Any] | None = None

    def stuck(self, picture: NDArray[Any], time_s: float) -> bool:
        """Take a captured picture; return True when it has been the same for too long."""
        sample = picture[::_STEP_PX, ::_STEP_PX]
        if self._sample is None or not np.array_equal(sample, self._sample):
            self._sample, self._since_s = sample.copy(), time_s
            return False
        if time_s - self._since_s < self._limit_s or float(self._sample.std()) < _FLAT_SPREAD:
            return False
        return self._excused is None or not np.array_equal(self._sample, self._excused)

    def reopened(self) -> None:
        """The device was opened anew: what it shows then is what it sees."""
        self._excused, self._sample = self._sample, None


class FilePace:
    """Says how long to wait before each picture of a file, so that it plays at the speed it was filmed.

    It follows the timestamps, not a sum of waits, and so does not drift; after a standstill (a suspended laptop) it
    goes on from there instead of hurrying after.

    Args:
        fps: The file's rate, used where it has no timestamps; 0 when unknown.
    """

    def __init__(self, fps: float) -> None:
        self._period_s = 1.0 / fps if 0.5 <= fps <= 240 else 1.0 / _USUAL_FPS
        self._origin_s: float | None = None
        self._position_s = 0.0
        self._count = 0

    def delay_s(self, position_ms: float, now_s: float) -> float:
        """Return the seconds to wait before a picture is due.

        Args:
            position_ms: Its timestamp within the file; not above the former's when there are none.
            now_s: The present, monotonic.
        """
        position_s = position_ms / 1000.0
        # A jump of seconds is a broken timestamp more often than a slide show.
        if self._count and not 0.0 < position_s - self._position_s < 10.0:
            position_s = self._position_s + self._period_s
        self._count += 1
        self._position_s = position_s
        if self._origin_s is None or now_s - (self._origin_s + position_s) > _LATE_S:
            self._origin_s = now_s - position_s
        return max(0.0, self._origin_s + position_s - now_s)

    def restart(self) -> None:
        """The file begins again; its first picture follows its last one after one period."""
        if self._origin_s is not None:
            self._origin_s += self._position_s + (self._period_s if self._count > 1 else _STILL_PERIOD_S)
        self._count, self._position_s = 0, 0.0
