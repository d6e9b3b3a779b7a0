"""The files that a table's cells name."""

from __future__ import annotations

import re
from pathlib import Path

from mmdesk.core.file_names import FileFinder
from mmdesk.sources.files import unread_kind
from mmdesk.training.media import AUDIO_SUFFIXES, IMAGE_SUFFIXES
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

    def find(self, cell: str, column: str, line: int) -> Path | None:
        """The file that a cell of the column "image" or "audio" names; None for a blank cell and a noted problem.

        Upper and lower case and the composition of letters may differ from the disk's.
        """
        if not cell:
            return None
        # Tables written on Windows separate folders by backslashes.
        name = cell.replace("\\", "/")
        if self._movable and (_ABSOLUTE.match(name) or ".." in name.split("/")):
            text = f"{column}: {cell!r} leads outside the folder; paths are relative to it"
            self._findings.problem(self._table, line, text)
            return None
        path = self._finder.find(self._root / name)
        if path is None:
            self._findings.problem(self._table, line, f"{column}: there is no file {cell!r}")
        elif is_empty(path):
            self._findings.problem(self._table, line, f"{column}: {cell!r} is an empty file")
        elif path.suffix.lower() not in (IMAGE_SUFFIXES if column == "image" else AUDIO_SUFFIXES):
            kind = unread_kind(path.suffix)
            what = "picture" if column == "image" else "sound"
            why = f" is not a {what} by its name's ending"
            if kind is not None:
                why = f": {kind.plural} cannot be read; {kind.remedy}"
            self._findings.problem(self._table, line, f"{column}: {cell!r}{why}")
        else:
            return path
        return None


def is_empty(path: Path) -> bool:
    """Whether a file holds nothing."""
    try:
        return path.stat().st_size == 0
    except OSError:
        return False
