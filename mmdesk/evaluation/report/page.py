"""One self-contained HTML page: sections with a table of contents, figures, tables. No scripts, nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from mmdesk.core.shares import Interval, decimal_number
from mmdesk.evaluation.report.colours import plot_classes, variables
from mmdesk.evaluation.report.plots import percent
from mmdesk.evaluation.report.svg import Drawing
from mmdesk.pages import render

Cell = str | float | int | None


class Kind(StrEnum):
    """How a column is shown on the page; CSV tables hold the bare value."""

    WORDS = "words"
    COUNT = "count"
    SHARE = "share"
    POINTS = "points"
    DECIMAL = "decimal"
    P_VALUE = "p"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns.

    Attributes:
        columns: Title and kind of each; the first column names the row.
        rows: As many cells as columns; None is shown as "–".
        strong: Indices of the rows set in bold.
    """

    kind: ClassVar[str] = "table"
    columns: tuple[tuple[str, Kind], ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: frozenset[int] = frozenset()

    def shown_rows(self) -> list[list[str]]:
        """Return the cells as a reader sees them."""
        kinds = [kind for _, kind in self.columns]
        return [[shown(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``style`` is "", "say" (what matters) or "muted"."""

    kind: ClassVar[str] = "paragraph"
    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What goes before a plot or a table: what it shows, and how it is read."""

    kind: ClassVar[str] = "reading"
    shows: str
    how: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; nothing for no lines."""

    kind: ClassVar[str] = "bullets"
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Headline:
    """Large figures, each (value, what it is)."""

    kind: ClassVar[str] = "headline"
    figures: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    kind: ClassVar[str] = "heading"
    text: str


Block = Paragraph | Reading | Bullets | Headline | Heading | Drawing | Table
"""What stands in a page; its ``kind`` names the macro of `report_blocks.html` that shows it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; None stands for a plot that there is not."""

    title: str
    blocks: Sequence[Block | None]

    @property
    def key(self) -> str:
        """The title as a part of an address."""
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page; ``opening`` stands before the table of contents."""

    title: str
    subtitle: str
    opening: Sequence[Block]
    sections: Sequence[Section]

    def html(self) -> str:
        """Return the page.

        Raises:
            MmdeskError: If a template is missing or damaged.
        """
        return render(
            "report.html",
            language="en-GB",
            title=self.title,
            subtitle=self.subtitle,
            opening=self.opening,
            sections=self.sections,
            colours=f"{variables()}\n{plot_classes()}",
        )


def shown(value: Cell, kind: Kind) -> str:
    """Return a cell as a reader sees it."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    match kind:
        case Kind.SHARE:
            return percent(value)
        case Kind.POINTS:
            return points(value)
        case Kind.P_VALUE:
            return p_value(value)
        case Kind.DECIMAL:
            return decimal_number(value)
        case _:
            return f"{value:,}".replace(",", "\u202f")


def points(share: float) -> str:
    """Return a difference of shares in points, "+2.1", "−0.4" with a true minus, or "0.0"."""
    # A difference that rounds to none has no sign: no "−0.0".
    return f"{100 * share:+.1f}".replace("-", "−") if abs(share) >= 0.0005 else "0.0"


def higher(loss: float) -> str:
    """Return by how much accuracy is higher without what costs it ``loss``, below 0: "2.1 points"."""
    size = points(-loss).removeprefix("+")
    return "1 point" if size == "1.0" else f"{size} points"


def interval_words(gain: Interval) -> str:
    """Return the interval of how much higher accuracy is without something, from that of its ``gain``."""
    ends = (points(-gain.high), points(-gain.low))
    return f"95 % interval {ends[0]} to {ends[1]}".replace("+", "")


def listed(names: Sequence[str], most: int = 6) -> str:
    """Return "a", "a and b" or "a, b and c"; beyond ``most`` names the rest is a number."""
    shown = list(names) if len(names) <= most else [*names[: most - 1], f"{len(names) - most + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def p_value(value: float) -> str:
    """Return "0.012" or "< 0.001"."""
    return "< 0.001" if value < 0.001 else f"{value:.3f}"
