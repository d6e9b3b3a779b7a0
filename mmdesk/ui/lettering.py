"""Words set as large as their room allows: for whatever length, script and direction a label or a typed text has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_STEP = 0.92
_AIR = 1.3
"""A line of figures alone has nothing above capitals or below the base line: it may be so much higher than its room."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words in lines.

    Attributes:
        font: In which they fit.
        lines: The words, a line each; with an ellipsis at the end where even the smallest type has no room for all.
        whole: Whether they are all of the words.
    """

    font: QFont
    lines: tuple[str, ...]
    whole: bool = True

    @property
    def height(self) -> float:
        """How high the lines are, in pixels."""
        return len(self.lines) * QFontMetricsF(self.font).height()

    def draw(self, painter: QPainter, area: QRectF, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter) -> None:
        """Write the lines half-way down an area, in the painter's colour, in its middle or at a side of it."""
        painter.setFont(self.font)
        # A line of right-to-left words has its full stop at its left end, whatever the window's language.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        line = QFontMetricsF(self.font).height()
        top = area.center().y() - self.height / 2
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextDontClip)
        for number, words in enumerate(self.lines):
            painter.drawText(QRectF(area.left(), top + number * line, area.width(), line), flags, words)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def lettering(text: str, room: QRectF, font: QFont, least_px: int) -> Lettering:
    """Set words as large as they fit, on several lines if they must; no larger than ``font``, no smaller than a size.

    Args:
        text: The words.
        room: For them.
        font: The largest type.
        least_px: The smallest one, in pixels.
    """
    return _lettering(text, max(1.0, room.width()), max(1.0, room.height()), font.toString(), least_px)


@lru_cache(maxsize=64)
def _lettering(text: str, width: float, height: float, described: str, least_px: int) -> Lettering:
    font = QFont()
    font.fromString(described)
    size = float(font.pixelSize())
    while True:
        font.setPixelSize(max(least_px, round(size)))
        lines = broken(text, font, width)
        line = QFontMetricsF(font).height()
        room = height * (_AIR if text.isdecimal() and len(lines) == 1 else 1.0)
        splits = size > least_px and _splits_words(text, lines)
        if (len(lines) * line <= room and not splits) or size <= least_px:
            break
        size *= _STEP
    most = max(1, int(room / line))
    whole = len(lines) <= most
    if not whole:
        lines = (*lines[: most - 1], _ended(" ".join(lines[most - 1 :]), font, width))
    return Lettering(QFont(font), lines, whole)


def broken(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """Return the lines of a text, broken between words, within one only where it is wider than a line."""
    text = text.replace("\n", "\u2028")  # the sign for which a layout begins a line
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    found = []
    units = text.encode("utf-16-le")
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        found.append(units[start:end].decode("utf-16-le", "replace").strip())
    layout.endLayout()
    return tuple(found)


def _splits_words(text: str, lines: tuple[str, ...]) -> bool:
    """Whether a line ends within a word, in a script that has blanks between words."""
    if any(0x3040 <= ord(character) <= 0x9FFF for character in text):  # Japanese and Chinese have none
        return False
    return len(lines) > 1 and lines != tuple(text.split()) and " ".join(lines).split() != text.split()


def _ended(text: str, font: QFont, width: float) -> str:
    """Return as much of a line as there is room for, with an ellipsis; a letter keeps its marks."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return text
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    units = text.encode("utf-16-le")
    finder.toEnd()
    while (place := finder.toPreviousBoundary()) > 0:
        short = units[: 2 * place].decode("utf-16-le", "replace").rstrip() + "…"
        if metrics.horizontalAdvance(short) <= width:
            return short
    return "…"


def narrowed(font: QFont, text: str, width: float, least_px: int) -> QFont:
    """Return a font, or as much smaller as the text needs to fit on a line, but no smaller than a size in pixels."""
    found = QFont(font)
    needed = QFontMetricsF(found).horizontalAdvance(text)
    if needed > width:
        found.setPixelSize(max(min(least_px, found.pixelSize()), int(found.pixelSize() * width / needed)))
    while found.pixelSize() > least_px and QFontMetricsF(found).horizontalAdvance(text) > width:
        found.setPixelSize(found.pixelSize() - 1)
    return found
