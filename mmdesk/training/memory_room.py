"""How much a training may keep in memory."""

from __future__ import annotations

from collections.abc import Callable

import psutil

_FREE_SHARE = 0.25


class MemoryRoom:
    """Decides what is kept in memory, by what of the machine's is free at that moment.

    A quarter of the machine's memory always stays free: for the live window, for the training itself and for whatever
    else runs. What is kept counts as soon as it is written, whoever keeps it, so nothing needs to be given back here.

    Args:
        shared_by: How many processes decide at the same time; each takes its part of what is free.
        free: Bytes that are to be had without swapping; the system's figure, `psutil.virtual_memory`, unless given.
        total: Bytes that the machine has; the system's figure unless given.
    """

    def __init__(self, shared_by: int = 1, free: Callable[[], int] | None = None, total: int | None = None) -> None:
        self._shared_by = shared_by
        self._free = free if free is not None else lambda: int(psutil.virtual_memory().available)
        self._reserve = _FREE_SHARE * (psutil.virtual_memory().total if total is None else total)

    def holds(self, count: int) -> bool:
        """Whether ``count`` bytes more may be kept."""
        return count * self._shared_by <= self._free() - self._reserve
