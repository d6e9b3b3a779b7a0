"""Long work that somebody waits for: how far it is, and that it is not wanted any more."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

Step = Callable[[int, int | None], None]
"""Called between two parts of the work with how many are done, and of how many; None where that is not known."""

_SHOWN = 0.01


class NotWantedError(Exception):
    """The work was cancelled: whoever does it undoes what was begun, and says nothing more."""


def unwatched(done: int, total: int | None) -> None:
    """Nobody looks, and nobody cancels."""


class Work:
    """One piece of work, done on one thread and looked at from another.

    Args:
        told: Called on the working thread with the share that is done, in [0, 1], or None where that is not known;
            only when another percent is done.
    """

    def __init__(self, told: Callable[[float | None], None]) -> None:
        self._told = told
        self._share: float | None = None
        self._cancelled = Event()

    @property
    def cancelled(self) -> bool:
        """Whether it is not wanted any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Have it end at its next step; any thread may ask for that, at any time."""
        self._cancelled.set()

    def step(self, done: int, total: int | None) -> None:
        """Go on to the next part; a `Step`.

        Raises:
            NotWantedError: It was cancelled.
        """
        if self.cancelled:
            raise NotWantedError
        share = min(1.0, done / total) if total else None
        if share is not None and (self._share is None or abs(share - self._share) >= _SHOWN):
            self._share = share
            self._told(share)
