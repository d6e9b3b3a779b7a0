"""A process of its own for work that the window must not notice."""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable
from importlib import import_module
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, NamedTuple

log = logging.getLogger(__name__)

_LAST_WAIT_S = 5.0


class Command(NamedTuple):
    """Something for the child to do: one of its names, with arguments that can be pickled."""

    name: str
    arguments: tuple[Any, ...] = ()


class Done(NamedTuple):
    """The child's word that it is through with a command; everything else it sends goes to ``on_message``."""

    number: int


STOP = Command("stop")
"""The child's last command: it ends its work soon, and itself."""


class ChildProcess:
    """A spawned process: numbered commands go in, messages come out, both in order, over one pipe.

    It starts with the first command, and anew with the first one after it has died. `send` and `ask_to_stop` never wait
    and may be called on any thread; two threads of this object do the rest. A child reads its commands all the time: it
    sees the pipe's end, and ends, as soon as this process is gone, in whatever way.

    Args:
        target: Runs in the child with its end of the pipe; a function that can be imported.
        on_message: Called with what the child sends, on the reading thread.
        on_end: Called when the child has ended before it was asked to, or cannot be started: with its exit status,
            negative for a signal, None where there was none, and the commands that it was not through with.
    """

    def __init__(
        self,
        target: Callable[[Connection], None],
        on_message: Callable[[Any], None],
        on_end: Callable[[int | None, tuple[Command, ...]], None],
    ) -> None:
        self._target, self._on_message, self._on_end = target, on_message, on_end
        self._waiting: SimpleQueue[Command | None] = SimpleQueue()  # None: the child's end of the pipe is closed
        self._thread: threading.Thread | None = None
        # Written by the thread that sends, read when the child is to be killed.
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None
        # Filled by the thread that sends, emptied by the one that reads; read when the latter is over.
        self._under_way: dict[int, Command] = {}
        self._number = 0
        self._stopping = False

    @property
    def pid(self) -> int | None:
        """The process's number; None while there is none."""
        process = self._process
        return None if process is None else process.pid

    def send(self, name: str, *arguments: Any) -> None:
        """Let the child do something; ignored once it was asked to stop."""
        if self._stopping:
            return
        self._waiting.put(Command(name, arguments))
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="child-process", daemon=True)
            self._thread.start()

    def ask_to_stop(self) -> None:
        """Let the child end soon; does not wait. Idempotent."""
        if not self._stopping:
            self._stopping = True
            self._waiting.put(STOP)

    def shutdown(self, timeout_s: float) -> bool:
        """End the child, by force after the time; idempotent. False where even that did not help."""
        self.ask_to_stop()
        if self._thread is None:
            return True
        self._thread.join(timeout_s)
        process = self._process
        if self._thread.is_alive() and process is not None:
            log.warning("the process did not end in %.0f s and is killed", timeout_s)
            process.kill()
            self._thread.join(_LAST_WAIT_S)
        return not self._thread.is_alive()

    # ---- the thread that sends ----

    def _work(self) -> None:
        stopping = False
        while True:
            command = self._waiting.get()
            if command is None:
                self._end(stopping)
            elif command is STOP:
                stopping = True
                if self._process is not None:
                    self._give(command)
            elif not stopping:
                self._give(command)
            if stopping and self._process is None:
                return

    def _give(self, command: Command) -> None:
        self._number += 1
        if self._process is None:
            try:
                self._start()
            except OSError:
                log.exception("the process cannot be started")
                self._on_end(None, (command,))
                return
        self._under_way[self._number] = command
        if self._connection is not None:
            try:
                self._connection.send((self._number, *command))
            except OSError:
                log.info("the process is gone; its end is about to be read")

    def _start(self) -> None:
        # OpenCV puts its own folder, with a module `typing`, first in the path while it is being imported, and the
        # child gets the path as it is: so it is imported before, by this thread or another that this one waits for.
        import_module("cv2")
        # Spawned: a forked copy of a process with threads, a window and devices would hang sooner or later.
        context = multiprocessing.get_context("spawn")
        mine, its = context.Pipe()
        process = context.Process(target=self._target, args=(its,), name="training", daemon=True)
        try:
            process.start()
        finally:
            its.close()
        self._process, self._connection, self._under_way = process, mine, {}
        log.info("process %s started", process.pid)
        threading.Thread(target=self._read, args=(mine,), name="child-messages", daemon=True).start()

    def _end(self, stopping: bool) -> None:
        process = self._process
        if process is None or self._connection is None:
            return
        process.join(_LAST_WAIT_S)
        if process.exitcode is None:
            process.kill()
            process.join(_LAST_WAIT_S)
        status, lost = process.exitcode, tuple(self._under_way.values())
        log.info("process %s ended with status %s", process.pid, status)
        self._connection.close()
        self._process = self._connection = None
        if not stopping:
            self._on_end(status, lost)

    # ---- the thread that reads ----

    def _read(self, connection: Connection) -> None:
        try:
            while True:
                message = connection.recv()
                if isinstance(message, Done):
                    self._under_way.pop(message.number, None)
                else:
                    self._on_message(message)
        except (EOFError, OSError):
            pass
        except Exception:  # a thread's edge
            log.exception("what the process sent cannot be read")
        self._waiting.put(None)
