"""The ring between the audio callback and everybody who listens."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.clock import Clock, monotonic_s
from mmdesk.core.observation import SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True, eq=False)
class AudioWindow:
    """A stretch of sound copied out of the ring.

    Attributes:
        wave_mono: (N,) float32 at 16 kHz; fewer samples than asked for when the ring has not heard as many.
        first_sample: Index of ``wave_mono[0]`` counted since the ring was made or cleared.
        end_time_s: Monotonic time at which the last sample was written; 0.0 when nothing was.
    """

    wave_mono: NDArray[np.float32]
    first_sample: int
    end_time_s: float


class AudioRing:
    """The last seconds of sound, mono at 16 kHz.

    One thread writes; any thread reads. The buffer is doubled, so that every window is contiguous and a read is
    one copy.

    Attributes:
        overruns: Stretches of sound the source reports as lost (counted by the source, shown in the status bar).
    """

    def __init__(self, seconds: float = 8.0, clock: Clock = monotonic_s) -> None:
        self._capacity = int(seconds * SAMPLE_RATE_HZ)
        self._samples = np.zeros(2 * self._capacity, dtype=np.float32)
        self._written = 0
        self._end_time_s = 0.0
        self._lock = Lock()
        self._clock = clock
        self.overruns = 0

    @property
    def written(self) -> int:
        """Samples written since the ring was made or cleared."""
        return self._written

    @property
    def last_write_s(self) -> float:
        """Monotonic time of the last write; 0.0 before the first."""
        return self._end_time_s

    def write(self, block: NDArray[np.float32], time_s: float | None = None) -> None:
        """Append (N,) samples. Called from the audio callback: two copies, no allocation."""
        block = block[-self._capacity :]
        count = len(block)
        with self._lock:
            start = self._written % self._capacity
            head = min(count, self._capacity - start)
            for offset in (start, start + self._capacity):
                self._samples[offset : offset + head] = block[:head]
            for offset in (0, self._capacity):
                self._samples[offset : offset + count - head] = block[head:]
            self._written += count
            self._end_time_s = self._clock() if time_s is None else time_s

    def latest(self, count: int) -> AudioWindow:
        """Copy the newest ``count`` samples."""
        with self._lock:
            return self._newest(count)

    def since(self, first_sample: int) -> AudioWindow:
        """Copy everything from sample index ``first_sample`` on, or what of it is still held."""
        with self._lock:
            return self._newest(max(0, self._written - first_sample))

    def clear(self) -> None:
        """Forget everything: a new source starts from silence."""
        with self._lock:
            self._samples[:] = 0
            self._written = 0
            self._end_time_s = 0.0

    def _newest(self, count: int) -> AudioWindow:
        count = min(count, self._written, self._capacity)
        end = self._written % self._capacity + self._capacity
        wave = self._samples[end - count : end].copy()
        return AudioWindow(wave, self._written - count, self._end_time_s)
