"""The clock every capture time is read from."""

from __future__ import annotations

import time
from collections.abc import Callable

Clock = Callable[[], float]
"""Returns seconds; only differences mean anything. Replay passes a clock of its own."""

monotonic_s: Clock = time.perf_counter
"""The live clock: monotonic, seconds, sub-microsecond resolution on every platform."""
