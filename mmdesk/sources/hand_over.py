"""Hands on what is newest, so that who is slow to take it never makes the giver late."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class HandOver(Generic[T]):
    """Passes values to a taker on a thread of its own; one that was not taken in time gives way to the next.

    A camera on the network, and the connection to it, hold pictures back for a reader who is slow, up to seconds of
    them; read as fast as they come, the newest is new.

    Args:
        take: Called with each value; False ends it.
        name: Thread name, for logs and leak checks.

    Attributes:
        thread: On which values are taken.
    """

    def __init__(self, take: Callable[[T], bool], name: str) -> None:
        self._take = take
        self._changed = Condition()
        self._newest: T | None = None
        self._closed = False
        self._error: Exception | None = None
        self.thread = Thread(target=self._run, name=name, daemon=True)
        self.thread.start()

    def put(self, value: T) -> bool:
        """Give a value; returns at once. False when no more are taken.

        Raises:
            Exception: What the taker has raised for an earlier one.
        """
        with self._changed:
            if self._error is not None:
                raise self._error
            if self._closed:
                return False
            self._newest = value
            self._changed.notify_all()
        return True

    def close(self) -> None:
        """Take no more, and wait until what is being taken is."""
        with self._changed:
            self._closed, self._newest = True, None
            self._changed.notify_all()
        self.thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self._newest is not None)
                value, self._newest = self._newest, None
            if value is None:
                return
            try:
                goes_on = self._take(value)
            except Exception as error:  # noqa: BLE001 - raised again where the next value is given
                with self._changed:
                    self._error, self._closed = error, True
                return
            if not goes_on:
                with self._changed:
                    self._closed = True
                return
