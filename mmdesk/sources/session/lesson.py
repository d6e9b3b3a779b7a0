"""Which stretches of a recorded session show what is to be taught."""

from __future__ import annotations

import csv
from pathlib import Path

from mmdesk.core.errors import SourceError
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import TaughtStretch
from mmdesk.sources.session.reader import SessionReader

FILE_NAME = "lesson.csv"
_HEADER = ["begin_s", "end_s", "class"]


def taught_stretches(reader: SessionReader) -> tuple[TaughtStretch, ...]:
    """Return the stretches of a session, by time, none of which overlap.

    A session may bring a `lesson.csv` with the columns begin_s, end_s (seconds) and class, an empty one for background.
    Of any other each mark begins a stretch of its name, which lasts until the next one or the end.

    Raises:
        SourceError: `lesson.csv` cannot be read, or the session has neither that nor marks.
    """
    path = reader.path / FILE_NAME
    if path.is_file():
        return _read(path)
    ends = [*(mark.time_s for mark in reader.marks[1:]), reader.duration_s]
    found = tuple(
        TaughtStretch(mark.time_s, end_s, mark.name)
        for mark, end_s in zip(reader.marks, ends, strict=False)
        if mark.name.strip() and end_s > mark.time_s
    )
    if not found:
        raise SourceError(Problem("teach.no_marks", path=reader.path))
    return found


def _read(path: Path) -> tuple[TaughtStretch, ...]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(Problem("file.unreadable", path=path, reason=str(error))) from error
    if not rows or rows[0] != _HEADER:
        raise SourceError(Problem("teach.lesson_line", path=path, line=1))
    found: list[TaughtStretch] = []
    for line, row in enumerate(rows[1:], start=2):
        try:
            begin, end, name = row
            stretch = TaughtStretch(float(begin), float(end), name)
        except ValueError as error:
            raise SourceError(Problem("teach.lesson_line", path=path, line=line)) from error
        if found and stretch.begin_s < found[-1].end_s:
            raise SourceError(Problem("teach.lesson_line", path=path, line=line))
        found.append(stretch)
    return tuple(found)
