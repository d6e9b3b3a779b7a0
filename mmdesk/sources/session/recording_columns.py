"""What a recording's rows say, in columns: an hour has a hundred thousand of each kind."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from mmdesk.sources.session.description import LONGEST_NAME
from mmdesk.sources.session.stored_picture import REDUCTIONS

_LARGEST_PICTURE = 1 << 25
_SAME_TIME_S = 2e-6
"""Rows hold microseconds."""


@dataclass(slots=True)
class PictureColumn:
    """The pictures of one stream; ``by`` is what a model's picture is reduced by."""

    time_s: array[float] = field(default_factory=lambda: array("d"))
    at: array[int] = field(default_factory=lambda: array("Q"))
    size: array[int] = field(default_factory=lambda: array("L"))
    crc: array[int] = field(default_factory=lambda: array("L"))
    by: array[int] = field(default_factory=lambda: array("B"))

    def take(self, time_s: float, row: dict[str, Any]) -> bool:
        """Take a row; False for one that cannot be."""
        counts = counts_of(row, at=1 << 50, n=_LARGEST_PICTURE, crc=0xFFFF_FFFF)
        reduction = row.get("by", 1)
        if counts is None or reduction not in REDUCTIONS or (self.time_s and time_s < self.time_s[-1]):
            return False
        at, size, crc = counts
        self.time_s.append(time_s)
        self.at.append(at)
        self.size.append(size)
        self.crc.append(crc)
        self.by.append(int(reduction))
        return True

    def index_at(self, time_s: float) -> int:
        """Return the newest picture that is not after a time; -1 for none."""
        return bisect_right(self.time_s, time_s + _SAME_TIME_S) - 1

    def index_of(self, time_s: float) -> int:
        """Return the picture of a time; -1 for none."""
        index = bisect_left(self.time_s, time_s - _SAME_TIME_S)
        return index if index < len(self.time_s) and self.time_s[index] <= time_s + _SAME_TIME_S else -1


@dataclass(slots=True)
class SoundColumn:
    """The blocks of one stream of sound."""

    end_s: array[float] = field(default_factory=lambda: array("d"))
    first: array[int] = field(default_factory=lambda: array("Q"))
    size: array[int] = field(default_factory=lambda: array("L"))
    crc: array[int] = field(default_factory=lambda: array("L"))
    fresh: array[int] = field(default_factory=lambda: array("B"))

    def take(self, time_s: float, row: dict[str, Any]) -> bool:
        """Take a row; False for one that cannot be."""
        counts = counts_of(row, first=1 << 50, n=1 << 22, crc=0xFFFF_FFFF)
        if counts is None:
            return False
        first, size, crc = counts
        follows = bool(self.first) and self.first[-1] + self.size[-1] == first
        self.end_s.append(time_s)
        self.first.append(first)
        self.size.append(size)
        self.crc.append(crc)
        self.fresh.append(bool(row.get("fresh")) or not follows)
        return True


@dataclass(slots=True)
class AnswerColumn:
    """The answers: when, where their row stands in the journal, which label, whether something was held; and by which
    fusion methods they were given.
    """

    time_s: array[float] = field(default_factory=lambda: array("d"))
    at: array[int] = field(default_factory=lambda: array("Q"))
    label: array[int] = field(default_factory=lambda: array("L"))
    held: array[int] = field(default_factory=lambda: array("B"))
    labels: dict[str, int] = field(default_factory=lambda: {"": 0})
    fusions: set[str] = field(default_factory=set)

    def take(self, time_s: float, at: int, row: dict[str, Any]) -> bool:
        """Take a row; False for one that cannot be."""
        label = row.get("label")
        if "of" not in row:
            return True  # what it was made from is not there: it cannot be given again
        if not isinstance(row["of"], dict) or not (label is None or isinstance(label, str)):
            return False
        if self.time_s and time_s < self.time_s[-1]:
            return False
        self.time_s.append(time_s)
        self.at.append(at)
        self.label.append(self.labels.setdefault((label or "")[:LONGEST_NAME], len(self.labels)))
        self.held.append("under" in row)
        if isinstance(row.get("fusion"), str):
            self.fusions.add(row["fusion"])
        return True

    def names(self) -> Sequence[str]:
        """Return the labels by their number; the first is none."""
        return list(self.labels)


def counts_of(row: dict[str, Any], **most: int) -> list[int] | None:
    """Return whole numbers of a row, each at most as large as is said; None where one is something else."""
    counts = []
    for name, top in most.items():
        value = row.get(name)
        if type(value) is not int or not 0 <= value <= top:  # true and false are no numbers
            return None
        counts.append(value)
    return counts
