"""Changes sources without ever blocking the window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Condition, Thread

from mmdesk.sources.base import Source

log = logging.getLogger(__name__)

SourceFactory = Callable[[], Source]


class SourceLane:
    """Runs at most one source at a time; the newest request wins.

    Stopping a source can take seconds when a driver hangs, so it happens on this lane's own thread. A request that
    is overtaken by a newer one before its turn is never started.

    Args:
        name: Thread name, for logs and leak checks.
    """

    def __init__(self, name: str) -> None:
        self._changed = Condition()
        self._wanted: SourceFactory | None = None
        self._pending = False
        self._closing = False
        self._busy = False
        self._source: Source | None = None
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def request(self, factory: SourceFactory | None) -> None:
        """Replace the running source by another one, or by none. Returns at once."""
        with self._changed:
            self._wanted = factory
            self._pending = True
            self._changed.notify_all()

    def wait_idle(self, timeout_s: float) -> bool:
        """Wait until the last request has been carried out."""
        with self._changed:
            return self._changed.wait_for(lambda: not (self._pending or self._busy), timeout_s)

    def ask_to_stop(self) -> None:
        """Let the source and the lane end; idempotent, and returns at once."""
        with self._changed:
            self._closing = True
            self._wanted, self._pending = None, True
            self._changed.notify_all()

    def shutdown(self, timeout_s: float = 3.0) -> bool:
        """Stop the source and the lane; idempotent. Returns False when the thread did not end in time."""
        self.ask_to_stop()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._pending)
                factory, self._wanted, self._pending = self._wanted, None, False
                closing, self._busy = self._closing, True
            self._switch(factory)
            with self._changed:
                self._busy = False
                self._changed.notify_all()
            if closing:
                return

    def _switch(self, factory: SourceFactory | None) -> None:
        # The edge of a thread: a source that breaks its contract must not take the lane with it.
        try:
            if self._source is not None and not self._source.stop():
                log.warning("source %s did not stop in time and was abandoned", self._source.name)
            self._source = None
            if factory is not None:
                self._source = factory()
                self._source.start()
        except Exception:
            log.exception("switching a source failed")
