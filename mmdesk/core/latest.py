"""The one-slot hand-off: newest wins, nothing queues."""

from __future__ import annotations

from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """A slot for one value between two threads; a new value replaces one not yet taken.

    Any thread may call any method. Queued signals instead of this slot grew to 508 MiB and showed pictures
    3 s old when the receiver was slow.

    Attributes:
        dropped: How many values were replaced before anybody took them.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._value: T | None = None
        self.dropped = 0

    def put(self, value: T) -> bool:
        """Store a value; return True when the slot was empty, that is, when the receiver must be woken."""
        with self._lock:
            was_empty = self._value is None
            self._value = value
            if not was_empty:
                self.dropped += 1
        return was_empty

    def take(self) -> T | None:
        """Remove and return the newest value, or None."""
        with self._lock:
            value, self._value = self._value, None
        return value
