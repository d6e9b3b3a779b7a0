"""Standard output and standard error, on every terminal."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from typing import Any, Self

_STDERR = 2


def prepare_streams() -> None:
    """Let every letter be printed on every terminal, and what we print reach it while libraries in C are muffled.

    A letter that the terminal's encoding lacks comes as an escape, not as a traceback. Standard error gets a descriptor
    of its own, so that `mmdesk.sources.files.quiet` can point the process's elsewhere. Idempotent.
    """
    if os.environ.get("LC_ALL") in {"C", "POSIX"}:
        os.environ["LC_ALL"] = "C.UTF-8"  # what Python takes it for; Qt would do the same, and complain at length
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    stream = sys.stderr
    if not isinstance(stream, io.TextIOWrapper) or not _is_standard_error(stream):
        return
    own = open(  # noqa: SIM115, PTH123 - for the process's life
        os.dup(_STDERR), "w", encoding=stream.encoding, errors="backslashreplace", buffering=1
    )
    sys.stderr = own


def _is_standard_error(stream: io.TextIOWrapper) -> bool:
    try:
        return stream.fileno() == _STDERR
    except OSError:  # a test's stand-in
        return False


def print_json(value: Any, *, indent: int | None = None) -> None:
    """Print JSON on standard output, at once: letters as they are where the terminal has them all, else escaped.

    Raises:
        OSError: Nothing can be written there.
    """
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=indent)
    print(text, flush=True)


class PassingLine:
    """One line on stderr that is written over, on a terminal only, and is gone at the end."""

    _EVERY_S = 0.1

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()
        self._last_s = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._last_s:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def say(self, text: str) -> None:
        """Write over it, unless that was done just now."""
        now_s = time.monotonic()
        if self._is_shown and now_s - self._last_s >= self._EVERY_S:
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
            self._last_s = now_s
