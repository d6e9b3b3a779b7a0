"""The log file, and what happens to exceptions nobody caught.

The log tells what the program did, and holds nothing that was shown, said or typed: of the command line it keeps which
options were given, of an exception where it happened. What anybody's text may have found its way into, the words of an
exception above all, is left out.
"""

from __future__ import annotations

import argparse
import copy
import faulthandler
import logging
import logging.handlers
import os
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import TextIO

from mmdesk.app import paths
from mmdesk.core.errors import MmdeskError

log = logging.getLogger("mmdesk")

# Fields of problems that are nobody's words, unlike a label or a cell of a table; what has no code yet is told whole.
_HARMLESS = frozenset(
    (
        *("problem", "remedy", "path", "file", "folder", "reason", "detail", "name", "model", "dataset"),
        *("member", "tensor", "wanted", "kind", "method", "stage", "suffix", "byte"),
    )
)
_crash_stream: TextIO | None = None

_QUOTED = re.compile(r"""(?<!\w)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|“[^”]*”|‘[^’]*’)""", re.DOTALL)
_LOGIN = re.compile(r"(\w://)[^/@\s]+@")
_WARNING = re.compile(r"(.*?:\d+: \w+)(?::|$)", re.DOTALL)


def start_log(command: str | None = None, arguments: argparse.Namespace | None = None) -> None:
    """Log to the user's log file and route uncaught exceptions of every thread there.

    A traceback never reaches a user; without a writable log folder the program runs on without a log.

    Args:
        command: The sub-command, or None for the window.
        arguments: What the command line was read as.
    """
    global _crash_stream  # noqa: PLW0603 - faulthandler needs a file that stays open for the process's life
    stop_log()
    logging.captureWarnings(True)
    try:
        paths.log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(
            paths.log_file(), maxBytes=1_000_000, backupCount=2, encoding="utf-8", errors="backslashreplace"
        )
        _crash_stream = paths.crash_file().open("w", encoding="utf-8")
        faulthandler.enable(_crash_stream)
    except OSError as error:
        _print(f"mmdesk: no log is written ({error}).")
        logging.getLogger().addHandler(logging.NullHandler())
    else:
        handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)
        logging.getLogger().setLevel(logging.INFO)
    log.info("start: pid %d, %s %s", os.getpid(), command or "window", _options(arguments))
    sys.excepthook = _on_exception
    threading.excepthook = _on_thread_exception


@contextmanager
def written_elsewhere() -> Iterator[None]:
    """Let a thread of its own write the log's file meanwhile: the window's thread must not wait for a disk."""
    root = logging.getLogger()
    files = [each for each in root.handlers if isinstance(each, _LogFile)]
    waiting: SimpleQueue[logging.LogRecord] = SimpleQueue()
    queue, listener = logging.handlers.QueueHandler(waiting), logging.handlers.QueueListener(waiting, *files)
    # What is handed over is already a message: nothing that was typed waits in the queue either.
    queue.setFormatter(_Formatter())
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


def start_log_of_child(send: Callable[[logging.LogRecord], None]) -> None:
    """Log in a process that the program has started: records go where ``send`` takes them, already messages.

    Only one process writes the log's file, which is renamed when it is full. A crash of the child's is told in a file
    beside the program's own.
    """
    global _crash_stream  # noqa: PLW0603 - as above
    logging.captureWarnings(True)
    handler = _Sent(send)
    handler.setFormatter(_Formatter())
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    with suppress(OSError):
        _crash_stream = paths.crash_file().with_stem(f"{paths.crash_file().stem}-training").open("w", encoding="utf-8")
        faulthandler.enable(_crash_stream)
    sys.excepthook, threading.excepthook = _on_exception, _on_thread_exception


def stop_log() -> None:
    """Close the log's files and give the exception hooks back; idempotent."""
    global _crash_stream  # noqa: PLW0603
    if _crash_stream is not None:
        faulthandler.disable()
        with suppress(OSError):
            _crash_stream.close()
        _crash_stream = None
    root = logging.getLogger()
    for handler in [each for each in root.handlers if isinstance(each, _LogFile)]:
        root.removeHandler(handler)
        handler.close()
    logging.captureWarnings(False)
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__


class _Sent(logging.handlers.QueueHandler):
    """Hands records, made ready to be pickled, to a function."""

    def __init__(self, send: Callable[[logging.LogRecord], None]) -> None:
        super().__init__(SimpleQueue())
        self._send = send

    def enqueue(self, record: logging.LogRecord) -> None:
        self._send(record)


class _LogFile(logging.handlers.RotatingFileHandler):
    """A log that ends with one line where it can no longer be written, on a full disk say; the program goes on."""

    _ended = False

    def emit(self, record: logging.LogRecord) -> None:
        if not self._ended:
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        error = sys.exc_info()[1]
        if isinstance(error, OSError):
            self._ended = True
            _print(f"mmdesk: the log is no longer written ({error.strerror}).")
            self.close()
        elif error is not None:
            # A faulty log call; logging's own way would print its arguments.
            _print(f"mmdesk: a message could not be logged ({type(error).__name__} in {record.pathname}).")

    def close(self) -> None:
        with suppress(OSError):  # what is still to be written finds no room; it has been told
            super().close()


class _Formatter(logging.Formatter):
    """Writes records without anything that somebody may have shown, said or typed."""

    def format(self, record: logging.LogRecord) -> str:
        own = copy.copy(record)  # other handlers, a test's say, get what was given
        own.exc_text = None
        if isinstance(own.args, tuple):
            own.args = tuple(described(each) if isinstance(each, BaseException) else each for each in own.args)
        elif isinstance(own.args, Mapping):
            own.args = {
                key: described(each) if isinstance(each, BaseException) else each for key, each in own.args.items()
            }
        if isinstance(own.msg, BaseException):
            own.msg, own.args = described(own.msg), ()
        if own.name == "py.warnings":
            # Category and place; the words of a warning may quote what a library was given.
            found = _WARNING.match(own.getMessage())
            own.msg, own.args = found.group(1) if found else "a warning", ()
        return _LOGIN.sub(r"\1…@", super().format(own))

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return "" if ei[1] is None else "\n".join(_trace(ei[1], set()))


def described(error: BaseException) -> str:
    """Return an exception for the log: its kind, and its words only where they hold nobody's text.

    The program's own errors name what they were given in fields, of which files, devices and the like are kept, and put
    it into quotes, which are emptied; the system's tell a file and a reason.
    """
    kind = type(error).__name__
    if isinstance(error, MmdeskError):
        return f"{kind}: {_QUOTED.sub('…', str(error.problem.with_texts(_HARMLESS)))}"
    if isinstance(error, OSError) and error.errno is not None:
        names = [os.fsdecode(name) for name in (error.filename, error.filename2) if isinstance(name, str | bytes)]
        return f"{kind}: {', '.join([str(error.strerror), *names])}"
    return f"{kind}: {error}" if isinstance(error, ImportError) else kind


def _trace(error: BaseException, seen: set[int]) -> list[str]:
    """Where an exception and those before it happened, the first one first."""
    seen.add(id(error))
    lines: list[str] = []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        lines += [*_trace(before, seen), "then:"]
    lines.append("Traceback (most recent call last):")
    lines += [line.rstrip("\n") for line in traceback.format_tb(error.__traceback__)]
    return [*lines, described(error)]


def _options(arguments: argparse.Namespace | None) -> str:
    """Which options were given; of their values only paths and numbers, as anything else may be somebody's text."""
    given = {} if arguments is None else vars(arguments)
    # An option that may be given again has a list.
    pairs = [(name, each) for name, value in given.items() for each in (value if isinstance(value, list) else [value])]
    return " ".join(
        f"{name}={value}" if isinstance(value, Path | int | float) else f"{name}=…"
        for name, value in pairs
        if value is not None and value is not False
    )


def _print(words: str) -> None:
    with suppress(OSError, ValueError, AttributeError):  # there is no console, or it is gone
        print(words, file=sys.stderr)


def _on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("uncaught exception", exc_info=(kind, error, trace))
    _print(f"mmdesk: an internal error occurred: {error}. Details: {paths.log_file()}")


def _on_thread_exception(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        name = arguments.thread.name if arguments.thread else "?"
        log.critical(
            "uncaught exception in thread %s",
            name,
            exc_info=(arguments.exc_type, arguments.exc_value, arguments.exc_traceback),
        )
