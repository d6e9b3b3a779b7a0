"""What the processes that train and that learn lessons have in common; it loads no Qt."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

import psutil

from mmdesk.app import log as program_log
from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem
from mmdesk.engine.child_process import STOP

log = logging.getLogger(__name__)

_OOM_ADJUSTMENT = "600"


class Answers:
    """The way back to the window; any thread may send.

    Args:
        connection: To the window's process.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sending = threading.Lock()

    def send(self, message: Any) -> None:
        """Send a message; none once the window is gone, which the thread that reads commands sees too."""
        with self._sending, suppress(OSError):
            self._connection.send(message)

    def emit(self, signal_name: str, *arguments: Any) -> None:
        """Have a signal emitted in the window's process."""
        self.send((signal_name, *arguments))

    def send_record(self, record: logging.LogRecord) -> None:
        """Have a record written where the program's log is."""
        self.emit("log", record)


class Worker(Protocol):
    """Does what is asked, on threads of its own."""

    def take(self, number: int, name: str, arguments: tuple[Any, ...]) -> None:
        """Take a command; returns at once."""

    def stop(self) -> None:
        """Let every job end, and wait for it a while."""


def serve(connection: Connection, make_worker: Callable[[Answers], Worker], niceness: int) -> None:
    """The whole life of a process: do what is asked until told to stop, or until whoever asks is gone.

    Args:
        connection: To the window's process.
        make_worker: Makes what does the work.
        niceness: How far the process steps back, on systems that count it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl+C goes to the window, which stops this in order
    step_back(niceness)
    answers = Answers(connection)
    worker = make_worker(answers)
    program_log.start_log_of_child(answers.send_record)
    try:
        while True:
            number, name, arguments = connection.recv()
            if name == STOP.name:
                break
            worker.take(number, name, arguments)
    except (EOFError, OSError):
        # The window is gone, killed perhaps. What stands on disk is the end of the last whole step.
        os._exit(1)
    worker.stop()
    os._exit(0)  # threads inside torch do not outlive the interpreter in peace


def step_back(niceness: int) -> None:
    """Let the live picture and the live answers go before, in time, cores and memory; before torch is loaded."""
    psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else niceness)
    os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) // 2)))
    # Threads that spin while they wait starve the picture.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    with suppress(OSError):  # Linux's alone: where memory runs out this process goes, not the window
        Path("/proc/self/oom_score_adj").write_text(_OOM_ADJUSTMENT, encoding="ascii")


def problem_of(error: Exception) -> Problem:
    """What is told of an exception; the log gets the others' traces."""
    if isinstance(error, MmdeskError):
        return error.problem
    log.error("%s failed", threading.current_thread().name, exc_info=error)
    # Of memory that a CPU lacks torch tells by a plain RuntimeError, which only its allocator's name tells apart.
    if (
        isinstance(error, MemoryError)
        or type(error).__name__ == "OutOfMemoryError"
        or "DefaultCPUAllocator" in str(error)
    ):
        return Problem("training.no_memory")
    lines = str(error).splitlines()
    return Problem("internal", detail=f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__)
