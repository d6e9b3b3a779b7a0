"""Keeps what libraries in C write to the terminal off it while they decode."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_STDERR = 2


class _Muffler:
    """Points the process's standard error nowhere for as long as anybody wants it so."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._count = 0
        self._kept: int | None = None

    def enter(self) -> None:
        with self._lock:
            self._count += 1
            if self._count > 1:
                return
            try:
                self._kept = os.dup(_STDERR)
            except OSError:  # a program without a console may have none
                return
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, _STDERR)
            os.close(nowhere)

    def leave(self) -> None:
        with self._lock:
            self._count -= 1
            if self._count or self._kept is None:
                return
            os.dup2(self._kept, _STDERR)
            os.close(self._kept)
            self._kept = None


_muffler = _Muffler()


@contextmanager
def quiet_natives() -> Iterator[None]:
    """Drop what libtiff, mpg123 and their like print to standard error: every fault of theirs is told by ours.

    Any thread, several at once. What Python prints is not lost where `sys.stderr` has a descriptor of its own, which
    ``mmdesk`` sees to when it starts.
    """
    _muffler.enter()
    try:
        yield
    finally:
        _muffler.leave()
