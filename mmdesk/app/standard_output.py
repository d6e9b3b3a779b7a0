"""Standard output on a full disk, closed, or into a pipe that nobody reads."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO, cast


def abandon(stream: TextIO) -> None:
    """Throw away what is still to be written to a stream of the process, and all that comes."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class StandardOutput:
    """Takes the place of ``sys.stdout`` and remembers why it could not be written, whoever swallows that meanwhile.

    Use it with ``with``. At the end everything printed is handed to the system, so that a disk that is full is known
    before the process has its status; what then is left to write is thrown away, or the interpreter would complain of
    it once more when it ends.

    Attributes:
        problem: Why something could not be written, else None.
    """

    def __init__(self) -> None:
        self.problem: OSError | None = None
        self._before: TextIO | None = sys.stdout
        self._stream: TextIO = sys.stdout

    def __enter__(self) -> StandardOutput:
        if self._before is None:  # closed by the caller, or a program without a console
            self._stream = Path(os.devnull).open("w", encoding="utf-8")
        sys.stdout = cast(TextIO, self)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError, ValueError):  # remembered; or closed by somebody
            self.flush()
        sys.stdout = cast(TextIO, self._before)
        if self._before is None:
            self._stream.close()
        elif self.problem is not None:
            abandon(self._stream)

    def write(self, text: str) -> int:
        """Write as the stream does."""
        try:
            return self._stream.write(text)
        except OSError as error:
            self.problem = self.problem or error
            raise

    def flush(self) -> None:
        """Flush as the stream does."""
        try:
            self._stream.flush()
        except OSError as error:
            self.problem = self.problem or error
            raise

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
