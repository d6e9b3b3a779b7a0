"""Small jobs done elsewhere, one after another."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread

log = logging.getLogger(__name__)


class Errands:
    """Runs jobs in the order in which they were added, on a thread that lives while there are any.

    Any thread may add. The thread is no daemon: the process does not end before its files are written.

    Args:
        name: Thread name, for logs and leak checks.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._changed = Condition()
        self._jobs: deque[Callable[[], None]] = deque()
        self._thread: Thread | None = None

    def add(self, job: Callable[[], None]) -> None:
        """Have a job done; returns at once. What a job raises is logged, and the others are done all the same."""
        with self._changed:
            self._jobs.append(job)
            if self._thread is None:
                self._thread = Thread(target=self._run, name=self._name)
                self._thread.start()

    def wait(self, timeout_s: float) -> bool:
        """Wait until every job is done; False when that takes longer."""
        with self._changed:
            return self._changed.wait_for(lambda: self._thread is None, timeout_s)

    def _run(self) -> None:
        while True:
            with self._changed:
                if not self._jobs:
                    self._thread = None
                    self._changed.notify_all()
                    return
                job = self._jobs.popleft()
            try:
                job()
            except Exception:  # the edge of a thread
                log.exception("a job of %s failed", self._name)
