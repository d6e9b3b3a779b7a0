"""CSV tables as people's programs write them: read row by row, every fault noted with its line."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mmdesk.core.errors import Problem

Progress = Callable[[int, int | None], None]
"""Called with what is done and the total, or None while the total is unknown."""

_PROGRESS_ROWS = 1000
_BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@dataclass(slots=True)
class Findings:
    """What was found wrong so far. One thread owns it.

    Attributes:
        problems: What forbids training.
        warnings: What the user should know.
    """

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def problem(self, file: str, line: int, text: str) -> None:
        """Note something that forbids training."""
        self.problems.append(Problem(file, line, text))

    def warning(self, file: str, line: int, text: str) -> None:
        """Note something the user should know."""
        self.warnings.append(Problem(file, line, text))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the line it begins at, and its stripped cells by column; a column left out is ""."""

    line: int
    cells: dict[str, str]


def read_rows(
    path: Path, columns: Sequence[str], required: Sequence[str], findings: Findings, progress: Progress | None = None
) -> Iterator[Row]:
    """Yield the rows of a UTF-8 table, with or without a byte order mark, without holding the file in memory.

    Rows that are not as long as the heading, bytes that are not UTF-8 and torn quotes are noted and left out; empty
    lines are skipped.

    Args:
        path: The table.
        columns: Names that the heading may hold, in any order; upper and lower case are the same.
        required: Those it must hold.
        findings: Takes the problems.
        progress: Called with the number of rows every thousand rows and at the end.
    """
    name = path.name
    try:
        with path.open("rb") as stream:
            if mark := _BYTE_ORDER_MARKS.get(stream.read(2)):
                findings.problem(name, 1, f"is written in {mark}; save it as UTF-8")
                return
            stream.seek(0)
            yield from _parse(stream, name, columns, required, findings, progress)
    except OSError as error:
        findings.problem(name, 0, f"cannot be read: {error.strerror}")


def _parse(
    stream: Iterator[bytes],
    name: str,
    columns: Sequence[str],
    required: Sequence[str],
    findings: Findings,
    progress: Progress | None,
) -> Iterator[Row]:
    bad_lines: set[int] = set()
    reader = csv.reader(_decoded(stream, name, findings, bad_lines), strict=True)
    heading: list[str] | None = None
    count = end = 0
    while True:
        start = end + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            # Where a quote is torn, everything behind it is in doubt.
            findings.problem(name, start, f"is not valid CSV here ({error}); the rows after it were not read")
            return
        end = reader.line_num
        if cells is None:
            break
        if not any(cell.strip() for cell in cells):
            continue
        if heading is None:
            heading = _checked_heading(cells, name, start, columns, required, findings)
            if heading is None:
                return
            continue
        count += 1
        if progress is not None and count % _PROGRESS_ROWS == 0:
            progress(count, None)
        if len(cells) != len(heading):
            findings.problem(name, start, f"has {len(cells)} cells where the heading has {len(heading)}")
        elif bad_lines.isdisjoint(range(start, end + 1)):
            given = {column: cell.strip() for column, cell in zip(heading, cells, strict=True)}
            yield Row(start, dict.fromkeys(columns, "") | given)
    if heading is None:
        findings.problem(name, 0, f"is empty; it must begin with a heading such as {','.join(columns)}")
    if progress is not None:
        progress(count, count)


def _decoded(stream: Iterator[bytes], name: str, findings: Findings, bad_lines: set[int]) -> Iterator[str]:
    """Yield the lines as text; what is not UTF-8 is noted, and replaced so that the lines after it are still read."""
    for number, line in enumerate(stream, start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            byte = line[error.start]
            findings.problem(
                name, number, f"is not UTF-8 (byte 0x{byte:02X} at place {error.start + 1}); save as UTF-8"
            )
            bad_lines.add(number)
            text = line.decode("utf-8", errors="replace")
        yield text


def _checked_heading(
    cells: list[str], name: str, line: int, columns: Sequence[str], required: Sequence[str], findings: Findings
) -> list[str] | None:
    """Return the column names, or None when the rows cannot be understood with them."""
    heading = [cell.strip().lower() for cell in cells]
    if len(heading) == 1 and any(mark in heading[0] for mark in ";\t"):
        findings.problem(name, line, "separates its cells by something other than commas; save it with commas")
        return None
    known = f"known are {', '.join(columns)}"
    wrong = False
    for column in dict.fromkeys(heading):
        if column not in columns:
            # Not overlooked: a misspelt column would quietly take a modality away.
            findings.problem(name, line, f"has an unknown column {column!r}; {known}")
        elif heading.count(column) > 1:
            findings.problem(name, line, f"has the column {column!r} twice")
            wrong = True
    for column in required:
        if column not in heading:
            findings.problem(name, line, f"lacks the column {column!r}; {known}")
            wrong = True
    return None if wrong else heading
