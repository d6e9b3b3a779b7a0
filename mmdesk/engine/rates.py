"""Rates and medians over the last seconds, for the status bar and the benchmark."""

from __future__ import annotations

import statistics
from collections import deque


class RateMeter:
    """Events a second over a sliding window. Not thread-safe: one thread owns it."""

    def __init__(self, window_s: float = 2.0) -> None:
        self._window_s = window_s
        self._times_s: deque[float] = deque()

    def note(self, time_s: float) -> None:
        """Count one event."""
        self._times_s.append(time_s)
        self._forget(time_s)

    def per_second(self, now_s: float) -> float | None:
        """Events a second up to ``now_s``; None before the second event, 0.0 once they have dried up."""
        known = len(self._times_s) > 1
        self._forget(now_s)
        if len(self._times_s) > 1:
            return (len(self._times_s) - 1) / max(now_s - self._times_s[0], 1e-6)
        return 0.0 if known else None

    def _forget(self, now_s: float) -> None:
        while self._times_s and self._times_s[0] < now_s - self._window_s:
            self._times_s.popleft()


class RecentMedian:
    """Median of the newest values. Not thread-safe."""

    def __init__(self, count: int = 60) -> None:
        self._values: deque[float] = deque(maxlen=count)

    def note(self, value: float) -> None:
        """Add a value."""
        self._values.append(value)

    def clear(self) -> None:
        """Forget all values."""
        self._values.clear()

    def median(self) -> float | None:
        """The median, or None without values."""
        return statistics.median(self._values) if self._values else None
