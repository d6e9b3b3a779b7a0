"""The files that a table's cells name."""

from __future__ import annotations

import re
from pathlib import Path

from mmdesk.core.file_names import FileFinder
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.sources.files import unread_kind
from mmdesk.training.media import DATA_KINDS, DataKind
from mmdesk.training.table import Findings

_ABSOLUTE = re.compile(r"/|[A-Za-z]:|~")


class TableFiles:
    """Turns a cell into a file, or notes why it cannot. One thread owns it.

    Args:
        root: Where relative paths start.
        table: What the table is called in problems.
        findings: Takes the problems.
        movable: Whether all files must lie in the folder, as those of a data set that is handed on must.
    """

    def __init__(self, root: Path, table: str, findings: Findings, *, movable: bool = True) -> None:
        self._root, self._table, self._findings, self._movable = root, table, findings, movable
        self._finder = FileFinder()

    def find(self, cell: str, one: Input, line: int) -> Path | None:
        """The file that a cell of an input's column names; None for a blank cell and a noted problem.

        Upper and lower case and the composition of letters may differ from the disk's.
        """
        if not cell:
            return None
        column, kind = one.column, DATA_KINDS[one.kind]
        # Tables written on Windows separate folders by backslashes.
        name = cell.replace("\\", "/")
        if self._movable and (_ABSOLUTE.match(name) or ".." in name.split("/")):
            self._findings.problem(self._table, line, Problem("cell.outside", column=column, cell=cell))
            return None
        path = self._finder.find(self._root / name)
        if path is None:
            self._findings.problem(self._table, line, Problem("cell.no_file", column=column, cell=cell))
        elif is_empty(path):
            self._findings.problem(self._table, line, Problem("cell.empty_file", column=column, cell=cell))
        elif path.suffix.lower() not in kind.suffixes:
            self._findings.problem(self._table, line, _other_kind(path.suffix, kind, column, cell))
        else:
            return path
        return None


def _other_kind(suffix: str, kind: DataKind, column: str, cell: str) -> Problem:
    unread = unread_kind(suffix)
    if unread is not None:
        return Problem("cell.unread", column=column, cell=cell, kind=unread.format)
    return kind.no_such_file(column, cell)


def is_empty(path: Path) -> bool:
    """Whether a file holds nothing."""
    try:
        return path.stat().st_size == 0
    except OSError:
        return False
