"""The log file, and what happens to exceptions nobody caught."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from types import TracebackType
from typing import TextIO

from mmdesk.app import paths

log = logging.getLogger("mmdesk")
_crash_stream: TextIO | None = None


def start_log() -> None:
    """Log to the user's log file and route uncaught exceptions of every thread there.

    A traceback never reaches a user; without a writable log folder the program runs on without a log.
    """
    global _crash_stream  # noqa: PLW0603 - faulthandler needs a file that stays open for the process's life
    stop_log()
    logging.captureWarnings(True)
    try:
        paths.log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            paths.log_file(), maxBytes=1_000_000, backupCount=2, encoding="utf-8"
        )
        _crash_stream = paths.crash_file().open("w", encoding="utf-8")
        faulthandler.enable(_crash_stream)
    except OSError as error:
        print(f"mmdesk: no log is kept ({error}).", file=sys.stderr)
        logging.getLogger().addHandler(logging.NullHandler())
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)
        logging.getLogger().setLevel(logging.INFO)
    log.info("start: pid %d, %s", os.getpid(), " ".join(sys.argv))
    sys.excepthook = _on_exception
    threading.excepthook = _on_thread_exception


@contextmanager
def written_elsewhere() -> Iterator[None]:
    """Let a thread of its own write the log's file meanwhile: the window's thread must not wait for a disk."""
    root = logging.getLogger()
    files = [each for each in root.handlers if isinstance(each, logging.handlers.RotatingFileHandler)]
    waiting: SimpleQueue[logging.LogRecord] = SimpleQueue()
    queue, listener = logging.handlers.QueueHandler(waiting), logging.handlers.QueueListener(waiting, *files)
    for each in files:
        root.removeHandler(each)
    root.addHandler(queue)
    listener.start()
    try:
        yield
    finally:
        root.removeHandler(queue)
        listener.stop()
        for each in files:
            root.addHandler(each)


def stop_log() -> None:
    """Close the log's files and give the exception hooks back; idempotent."""
    global _crash_stream  # noqa: PLW0603
    if _crash_stream is not None:
        faulthandler.disable()
        _crash_stream.close()
        _crash_stream = None
    root = logging.getLogger()
    for handler in [each for each in root.handlers if isinstance(each, logging.handlers.RotatingFileHandler)]:
        root.removeHandler(handler)
        handler.close()
    logging.captureWarnings(False)
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__


def _on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("uncaught exception", exc_info=(kind, error, trace))
    print(f"mmdesk: an internal error happened: {error}. Details: {paths.log_file()}", file=sys.stderr)


def _on_thread_exception(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        name = arguments.thread.name if arguments.thread else "?"
        log.critical(
            "uncaught exception in thread %s",
            name,
            exc_info=(arguments.exc_type, arguments.exc_value, arguments.exc_traceback),
        )
