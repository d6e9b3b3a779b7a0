"""CSV tables as people's programs write them: read row by row, every fault noted with its line.

The one reader of samples.csv, texts.csv and ``mmdesk predict --batch``: all refuse the same in the same words.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TextIO

from mmdesk.core.errors import Finding
from mmdesk.core.file_names import why_no_file
from mmdesk.core.inputs import MOST_INPUTS, Input
from mmdesk.core.problem import Problem

Progress = Callable[[int, int | None], None]
"""Called with what is done and the total, or None while the total is unknown."""

_PROGRESS_ROWS = 1000
_BEGINNINGS = (
    # The longer ones first: UTF-32's mark begins with UTF-16's.
    (b"\xff\xfe\x00\x00", Problem("table.utf32")),
    (b"\x00\x00\xfe\xff", Problem("table.utf32")),
    (b"\xff\xfe", Problem("table.utf16")),
    (b"\xfe\xff", Problem("table.utf16")),
    (b"PK\x03\x04", Problem("table.spreadsheet")),
    (b"\xd0\xcf\x11\xe0", Problem("table.spreadsheet")),
)
_UNDECODED = re.compile("[\udc80-\udcff]")
_OTHER_SEPARATORS = ";\t|"


@dataclass(slots=True)
class Findings:
    """What was found wrong so far. One thread owns it.

    Attributes:
        problems: What forbids training.
        warnings: What the user should know.
        unreadable: Whether some problem is of a whole table, so that rows are missing or cannot be understood.
    """

    problems: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    unreadable: bool = False

    def problem(self, file: str, line: int, problem: Problem) -> None:
        """Note something that forbids training."""
        self.problems.append(Finding(file, line, problem))

    def table_problem(self, file: str, line: int, problem: Problem) -> None:
        """Note something for which a table cannot be used at all."""
        self.problem(file, line, problem)
        self.unreadable = True

    def warning(self, file: str, line: int, problem: Problem) -> None:
        """Note something the user should know."""
        self.warnings.append(Finding(file, line, problem))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        line: The line it begins at.
        cells: Stripped cells by column, those of inputs aside; a column left out is "".
        padded: Columns whose cell had blanks around it.
        inputs: Stripped cells by input, in the table's order.
    """

    line: int
    cells: dict[str, str]
    padded: frozenset[str] = frozenset()
    inputs: dict[Input, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any((*self.cells.values(), *self.inputs.values()))


def read_rows(
    path: Path,
    columns: Sequence[str],
    required: Sequence[str],
    findings: Findings,
    progress: Progress | None = None,
    *,
    may_be_empty: bool = False,
    kinds: Collection[str] = (),
) -> Iterator[Row]:
    """Yield the rows of a UTF-8 table, with or without a byte order mark, without holding the file in memory.

    Lines end as on Unix, Windows or old Macs. Rows that are not as long as the heading, that hold zero bytes or bytes
    that are not UTF-8 are noted and left out; lines without a cell are skipped. A quote that is never closed puts all
    that follows in doubt: it is noted with the line where it opens, and reading ends.

    Args:
        path: The table.
        columns: Names that the heading may hold, in any order; upper and lower case are the same.
        required: Those it must hold.
        findings: Takes the problems.
        progress: Called with the number of rows every thousand rows and at the end.
        may_be_empty: Whether a heading without rows is all right.
        kinds: Kinds of input of which it may hold columns, each called after the kind, or after kind and name.
    """
    name = path.name
    fault = why_no_file(path)
    if fault is not None:
        findings.table_problem(name, 0, fault)
        return
    try:
        with path.open("rb") as stream:
            beginning = stream.read(4096)
            fault = next((problem for mark, problem in _BEGINNINGS if beginning.startswith(mark)), None)
            if fault is None and 3 * beginning.count(0) > len(beginning):
                fault = Problem("table.utf16")
            if fault:
                findings.table_problem(name, 1, fault)
                return
        # Bytes that are not UTF-8 become lone surrogates, so that the lines after them are still read.
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as text:
            yield from _Table(text, name, columns, required, kinds, findings).rows(progress, may_be_empty)
    except OSError as error:
        findings.table_problem(name, 0, Problem("table.unreadable", reason=error.strerror or str(error)))


class _Table:
    """A table being read.

    Args:
        text: The file, its lines as they are, undecodable bytes as lone surrogates.
        name: What it is called in problems.
        columns: See `read_rows`, like the rest.
    """

    def __init__(
        self,
        text: TextIO,
        name: str,
        columns: Sequence[str],
        required: Sequence[str],
        kinds: Collection[str],
        findings: Findings,
    ) -> None:
        self._text = text
        self._name, self._columns, self._required, self._findings = name, columns, required, findings
        self._kinds = kinds
        self._known = (*map(str, kinds), *columns)
        self._inputs: dict[str, Input] = {}
        self._row: list[str] = []
        self._heading: list[str] | None = None

    def rows(self, progress: Progress | None, may_be_empty: bool) -> Iterator[Row]:
        """Yield the sound rows."""
        count = 0
        for start, cells in self._records():
            if self._heading is None:
                if not self._read_heading(cells, start):
                    return
                continue
            count += 1
            if progress is not None and count % _PROGRESS_ROWS == 0:
                progress(count, None)
            if fault := self._fault(cells):
                self._findings.problem(self._name, start + fault[0], fault[1])
                continue
            given = {column: cell.strip() for column, cell in zip(self._heading, cells, strict=True)}
            padded = frozenset(name for name, cell in zip(self._heading, cells, strict=True) if cell != given[name])
            inputs = {one: given.pop(column) for column, one in self._inputs.items()}
            yield Row(start, dict.fromkeys(self._columns, "") | given, padded, inputs)
        if self._heading is None and not self._findings.unreadable:
            self._findings.table_problem(self._name, 0, Problem("table.empty", heading=",".join(self._known)))
        elif not count and not may_be_empty and not self._findings.unreadable:
            self._findings.table_problem(self._name, 1, Problem("table.no_rows"))
        if progress is not None:
            progress(count, count)

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield first line and cells of each record that has any; note where the file is no CSV."""
        reader = csv.reader(self._lines(), strict=True)
        end = 0
        while True:
            start = end + 1
            self._row.clear()
            try:
                cells = next(reader, None)
            except csv.Error as error:
                self._findings.table_problem(self._name, *self._torn(start, reader.line_num, str(error)))
                return
            end = reader.line_num
            if cells is None:
                return
            is_separator_mark = (
                self._heading is None and cells[:1] == ["sep="] and "".join(self._row).strip() == "sep=,"
            )
            if cells and cells != [""] and not is_separator_mark:
                yield start, cells

    def _lines(self) -> Iterator[str]:
        for line in self._text:
            self._row.append(line)
            yield line

    def _torn(self, start: int, end: int, error: str) -> tuple[int, Problem]:
        """The line and the problem of a record that is no CSV."""
        if self._heading is None and self._other_separator("".join(self._row[:1])):
            return start, Problem("table.commas")
        opened = _open_quote(self._row, start)
        if opened == 0:
            if "limit" in error:
                return start, Problem("table.long_cell", most=csv.field_size_limit())
            return start, Problem("table.not_csv", detail=error)
        if "limit" in error:
            return opened, Problem("table.quote_long", most=csv.field_size_limit())
        if "end of data" in error:
            return opened, Problem("table.quote_never_closed")
        return opened, Problem("table.quote_badly_closed", end=end)

    def _fault(self, cells: list[str]) -> tuple[int, Problem] | None:
        """What is wrong with the bytes or the length of a record, and how many lines into it; None for nothing."""
        for offset, line in enumerate(self._row):
            if "\0" in line:
                return offset, Problem("row.zero_byte")
            if found := _UNDECODED.search(line):
                byte, position = ord(found[0]) - 0xDC00, found.start() + 1
                return offset, Problem("row.encoding", byte=f"0x{byte:02X}", position=position)
        if self._heading is not None and len(cells) != len(self._heading):
            return 0, Problem("row.cells", found=len(cells), wanted=len(self._heading))
        return None

    def _read_heading(self, cells: list[str], start: int) -> bool:
        """Take a record for the heading; False when the rows cannot be understood with it."""
        if fault := self._fault(cells):
            self._findings.table_problem(self._name, start + fault[0], fault[1])
            return False
        heading = [_column(cell) for cell in cells]
        if len(heading) == 1 and self._other_separator(heading[0]):
            self._findings.table_problem(self._name, start, Problem("table.commas"))
            return False
        known = ", ".join(self._known)
        if not {column.partition(":")[0] if self._kinds else column for column in heading} & set(self._known):
            self._findings.table_problem(self._name, start, Problem("table.no_known_column", known=known))
            return False
        usable = True
        report = partial(self._findings.table_problem, self._name, start)
        for number, column in enumerate(heading, start=1):
            if not column:
                report(Problem("table.nameless_column", number=number, known=known))
            elif heading.index(column) < number - 1:
                report(Problem("table.column_twice", column=column))
                usable = False
            elif column not in self._columns:
                # Not overlooked: a misspelt column would quietly take an input away.
                problem = self._take_input(column, known)
                if problem is not None:
                    report(problem)
                    usable = usable and problem.code == "table.unknown_column"
        for column in self._required:
            if column not in heading:
                report(Problem("table.lacks_column", column=column, known=known))
                usable = False
        if len(self._inputs) > MOST_INPUTS:
            report(Problem("table.many_inputs", count=len(self._inputs), most=MOST_INPUTS))
            usable = False
        self._heading = heading
        return usable

    def _take_input(self, column: str, known: str) -> Problem | None:
        """Take a column for that of an input; what is wrong with it is returned."""
        kind, colon, _ = column.partition(":")
        if not self._kinds or (not colon and kind not in self._kinds):
            return Problem("table.unknown_column", column=column, known=known)
        if kind not in self._kinds:
            return Problem("table.unknown_kind", column=column, kind=kind, known=", ".join(map(str, self._kinds)))
        try:
            one = Input.of_column(column)
        except ValueError:
            return Problem("table.input_name", column=column)
        same = [other for other, taken in self._inputs.items() if taken.name.casefold() == one.name.casefold()]
        if same:
            return Problem("table.two_inputs", column=column, other=same[0], name=one.name)
        self._inputs[column] = one
        return None

    def _other_separator(self, heading: str) -> bool:
        """Whether a heading's names are there, separated by something else."""
        for sign in _OTHER_SEPARATORS:
            names = {part.strip(' "\r\n\ufeff').lower() for part in heading.split(sign)}
            if sign in heading and (names & set(self._known) or sign != "|"):
                return True
        return False


def _column(cell: str) -> str:
    """A column's name in the heading: small letters, but for the name that an input has of its own."""
    kind, colon, name = cell.strip().partition(":")
    return f"{kind.strip().lower()}{colon}{name.strip()}"


def _open_quote(lines: Sequence[str], first: int) -> int:
    """Return the line in which the quote opens that a record has not closed properly, 0 for none."""
    opened, quoted, closing, fresh = 0, False, False, True
    for number, line in enumerate(lines, start=first):
        for sign in line:
            if closing:  # after a quote inside quotes: one more makes a letter of it, anything else ends them
                closing = False
                if sign == '"':
                    continue
                quoted = False
                if sign not in ",\r\n":
                    return opened
            if quoted:
                closing = sign == '"'
            elif fresh and sign == '"':
                quoted, opened = True, number
                fresh = False
            else:
                fresh = sign == ","
    return opened if quoted and not closing else 0
