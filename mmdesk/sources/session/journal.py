"""The journal of a recording: a line for each thing that happened, with a checksum of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

JOURNAL = "journal.jsonl"
LONGEST_LINE = 1 << 20
LONGEST_S = 7 * 86_400.0

_decode = json.JSONDecoder().decode
"""`json.loads` would first guess the encoding of each line, which takes as long as reading it."""


def write_all(file: BinaryIO, content: bytes) -> None:
    """Write everything to an unbuffered file, which else may take a part of it.

    Raises:
        OSError: There is no room, or the disk is gone.
    """
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]


class Journal:
    """Appends rows; each is handed to the system at once, so that a killed program loses none. One thread owns it.

    Args:
        path: The file; it must not exist.

    Raises:
        OSError: It cannot be written; so does `write`.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb", buffering=0)
        self.size = 0

    def write(self, kind: str, time_s: float, **fields: Any) -> None:
        """Append what happened at a time of the recording, in seconds from its start."""
        body = json.dumps({"k": kind, "t": round(time_s, 6), **fields}, separators=(",", ":")).encode()
        line = b"%b\t%08x\n" % (body, crc32(body))
        write_all(self._file, line)
        self.size += len(line)

    def close(self) -> None:
        """Close the file; idempotent."""
        self._file.close()


def read_journal(path: Path) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Yield where each row begins, and the row as it was written, or None for one that is torn or altered.

    A row has the field ``k``, a text, and ``t``, seconds from the recording's start. Rows of kinds that are not known
    are told too.

    Raises:
        OSError: The file cannot be read.
    """
    at = 0
    with path.open("rb") as file:
        while line := file.readline(LONGEST_LINE):
            yield at, _row(line)
            at += len(line)


def read_row(path: Path, at: int) -> dict[str, Any] | None:
    """Read the one row that begins at a byte; None where there is none that is whole.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        file.seek(at)
        return _row(file.readline(LONGEST_LINE))


def _row(line: bytes) -> dict[str, Any] | None:
    body, tab, mark = line.rpartition(b"\t")
    if not tab or mark != b"%08x\n" % crc32(body):
        return None
    try:
        row = _decode(body.decode())
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or not isinstance(row.get("k"), str):
        return None
    time_s = row.get("t")
    if not isinstance(time_s, int | float) or isinstance(time_s, bool) or not 0 <= time_s <= LONGEST_S:
        return None
    return row
