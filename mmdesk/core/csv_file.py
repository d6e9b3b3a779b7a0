"""The one way in which a CSV file is written: cells that no spreadsheet runs as a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

Cell = str | float | int | None
"""What a cell holds; None is left empty."""

# What begins a formula in some spreadsheet, full-width forms included (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_GUARD = "'"


def guarded(text: str) -> str:
    """Return a text as a cell that a spreadsheet shows and does not run: an apostrophe before what begins a formula.

    A text that is a number stays one. A text that begins with apostrophes before such a sign gets one more, so that
    `unguarded` gives every text back.
    """
    return f"{_GUARD}{text}" if _runs(text.lstrip(_GUARD)) else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` made a cell of."""
    return cell[1:] if cell.startswith(_GUARD) and _runs(cell.lstrip(_GUARD)) else cell


def _runs(text: str) -> bool:
    return (text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)) and not _NUMBER.fullmatch(text)


class CsvFile:
    """A CSV file in UTF-8 that is being written, row by row; one thread owns it.

    Args:
        path: The file; one that exists is replaced.
        mark: Whether it begins with a byte order mark: spreadsheets then read every script, programs must skip it.

    Raises:
        OSError: The file cannot be written; so do the methods.
    """

    def __init__(self, path: Path, *, mark: bool = False) -> None:
        # A typed text or a label from a file name may hold half of a surrogate pair, which UTF-8 cannot encode.
        self._stream = path.open("w", newline="", encoding="utf-8-sig" if mark else "utf-8", errors="replace")
        self._rows = csv.writer(self._stream)

    def __enter__(self) -> CsvFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, cells: Iterable[Cell]) -> None:
        """Append a row: texts guarded, numbers as they are."""
        self._rows.writerow("" if cell is None else guarded(cell) if isinstance(cell, str) else cell for cell in cells)

    def flush(self) -> None:
        """Hand all rows to the system."""
        self._stream.flush()

    def close(self) -> None:
        """Close the file; idempotent. It is closed even if its last rows find no room."""
        self._stream.close()
