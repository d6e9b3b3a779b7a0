"""What a process asks of its runtimes, Python's and C's, in which the live threads are to run."""

from __future__ import annotations

import ctypes
import sys

_M_ARENA_MAX = -8
"""Of glibc's ``malloc.h``."""
_HEAPS = 2
_SWITCH_INTERVAL_S = 0.0002


def prepare_live_process() -> None:
    """Let threads take turns often, and share their memory; before the first is started, be it a library's.

    Several Python threads share the interpreter lock: at Python's own 5 ms a timer of the window waits up to 15, and a
    camera's picture goes through four of them.

    glibc gives each thread a heap of its own, which grows to the most that was ever needed at once and is not given
    back. With pictures that go from thread to thread that took 60 MB more, and went on growing for ten minutes where
    two heaps are settled after two. See mallopt(3).
    """
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, _HEAPS)
