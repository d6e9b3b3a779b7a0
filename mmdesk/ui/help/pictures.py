"""Small drawn pictures beside the words of the field; they show the idea, and no measured numbers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QRadialGradient

from mmdesk.core.modality import Modality
from mmdesk.ui.glyphs import draw_glyph
from mmdesk.ui.theme import Look

SIZE = (440.0, 150.0)
"""Width and height in units of the drawings."""
_MIDDLE = SIZE[1] / 2


class _Sheet:
    """A painter with the few strokes that all pictures are made of."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self.painter, self.theme = painter, look.theme
        self.colours = [look.colour(index) for index in range(3)]
        self._font = look.font(20)

    def box(self, x: float, y: float, w: float, h: float, colour: QColor | str, *, filled: bool = True) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(colour), 2.5))
        self.painter.setBrush(QColor(colour) if filled else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(QRectF(x, y, w, h), 5, 5)

    def dot(self, x: float, y: float, radius: float, colour: QColor | str, *, filled: bool = True) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(colour), 2.5))
        self.painter.setBrush(QColor(colour) if filled else Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: QColor | str, width: float = 3.0) -> None:
        self.painter.setPen(QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap))
        self.painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def arrow(self, x1: float, x2: float, y: float = _MIDDLE) -> None:
        for line in ((x1, y, x2, y), (x2 - 9, y - 8, x2, y), (x2 - 9, y + 8, x2, y)):
            self.line(*line, self.theme.muted)

    def words(self, text: str, x: float, y: float, size: float, colour: QColor | str = "") -> None:
        """Put figures or signs around a point; nothing that would need a translation."""
        self._font.setPixelSize(int(size))
        self._font.setBold(True)
        self.painter.setFont(self._font)
        self.painter.setPen(QColor(colour or self.theme.text))
        self.painter.drawText(QRectF(x - 120, y - 60, 240, 120), Qt.AlignmentFlag.AlignCenter, text)

    def glyph(self, kind: str, x: float, y: float, side: float, colour: QColor | str) -> None:
        draw_glyph(self.painter, kind, QRectF(x - side / 2, y - side / 2, side, side), QColor(colour))

    def paper(self, x: float, y: float, digit: str = "3") -> None:
        self.box(x - 37, y - 48, 74, 96, "#f4f1e8")
        self.words(digit, x, y, 72, "#1d2630")

    def inputs(self, x: float, side: float = 34) -> list[float]:
        """Draw the three inputs one below the other; returns their heights."""
        heights = [_MIDDLE + 46 * (row - 1) for row in range(3)]
        for kind, y, colour in zip(Modality, heights, self.colours, strict=True):
            self.glyph(kind, x, y, side, colour)
        return heights


def _weight(sheet: _Sheet) -> None:
    for y, share, colour in zip(sheet.inputs(60), (0.55, 0.3, 0.15), sheet.colours, strict=True):
        sheet.box(100, y - 13, 260, 26, sheet.theme.track)
        sheet.box(100, y - 13, 260 * share, 26, colour)


def _contribution(sheet: _Sheet) -> None:
    for y, share, colour in zip(sheet.inputs(60), (0.9, 0.25, -0.5), sheet.colours, strict=True):
        sheet.box(100, y - 13, 260, 26, sheet.theme.track)
        sheet.box(230 + min(0.0, share) * 130, y - 13, abs(share) * 130, 26, colour)
        sheet.words("+" if share > 0 else "−", 390, y, 26)
    sheet.line(230, 12, 230, 138, sheet.theme.text, 2)


def _honesty(sheet: _Sheet) -> None:
    for y, used, mattered, colour in zip(
        sheet.inputs(60), (0.5, 0.3, 0.2), (0.5, 0.1, 0.4), sheet.colours, strict=True
    ):
        sheet.box(100, y - 16, 240 * used, 14, colour)
        sheet.box(100, y + 2, 240 * mattered, 14, colour, filled=False)
        sheet.words("=" if used == mattered else "≠", 385, y, 28)


def _abstain(sheet: _Sheet) -> None:
    sheet.glyph("image", 60, _MIDDLE, 60, sheet.colours[0])
    sheet.words("?", 135, _MIDDLE, 70, sheet.theme.muted)
    sheet.arrow(175, 215)
    for row, share in enumerate((0.2, 0.25, 0.15)):
        sheet.box(240, 18 + 28 * row, 160, 18, sheet.theme.track)
        sheet.box(240, 18 + 28 * row, 160 * share, 18, sheet.theme.rest)
    sheet.box(240, 112, 160, 22, sheet.theme.state)


def _absent(sheet: _Sheet) -> None:
    for row, (y, share, colour) in enumerate(zip(sheet.inputs(60), (0.0, 0.6, 0.4), sheet.colours, strict=True)):
        sheet.box(100, y - 13, 260, 26, sheet.theme.track)
        if share:
            sheet.box(100, y - 13, 260 * share, 26, colour)
        if row == 0:
            sheet.line(40, y - 20, 80, y + 20, sheet.theme.text, 4)
        sheet.words("0" if not share else "", 385, y, 26)


def _conflict(sheet: _Sheet) -> None:
    for x, digits in ((110, ("3", "3")), (330, ("3", "9"))):
        for side, digit, colour in zip((-48, 48), digits, sheet.colours, strict=False):
            sheet.dot(x + side, _MIDDLE, 40, colour, filled=False)
            sheet.words(digit, x + side, _MIDDLE, 44)
    sheet.words("=", 110, _MIDDLE, 26, sheet.theme.muted)
    sheet.words("≠", 330, _MIDDLE, 30, sheet.theme.state)


def _fusion(sheet: _Sheet) -> None:
    for y, colour in zip(sheet.inputs(70), sheet.colours, strict=True):
        sheet.line(100, y, 220, _MIDDLE, colour, 4)
    sheet.dot(235, _MIDDLE, 26, sheet.theme.state)
    sheet.arrow(275, 325)
    sheet.words("3", 370, _MIDDLE, 80)


def _gate(sheet: _Sheet) -> None:
    for y, width, colour in zip(sheet.inputs(70), (14, 6, 2), sheet.colours, strict=True):
        sheet.line(100, y, 260, _MIDDLE, colour, width)
        sheet.dot(150, y + (_MIDDLE - y) * 50 / 160, 11, sheet.theme.card)
        sheet.dot(150, y + (_MIDDLE - y) * 50 / 160, 11, sheet.theme.text, filled=False)
    sheet.arrow(285, 325)
    sheet.words("3", 370, _MIDDLE, 80)


def _confidence(sheet: _Sheet) -> None:
    for column, row in product(range(10), range(4)):
        right = row * 10 + column < 32
        sheet.dot(65 + 34 * column, 24 + 34 * row, 11, sheet.theme.accent if right else sheet.theme.rest, filled=right)


def _embedding(sheet: _Sheet) -> None:
    sheet.paper(80, _MIDDLE)
    sheet.arrow(140, 190)
    for row, values in enumerate(((0.9, 0.2, 0.6, 0.1, 0.8), (0.3, 0.7, 0.1, 0.9, 0.4))):
        for column, value in enumerate(values):
            colour = QColor(sheet.colours[0])
            colour.setAlphaF(value)
            sheet.box(215 + 38 * column, 38 + 40 * row, 32, 32, sheet.theme.track)
            sheet.box(215 + 38 * column, 38 + 40 * row, 32, 32, colour)


def _explanation(sheet: _Sheet) -> None:
    sheet.paper(220, _MIDDLE)
    for x, y, radius in ((236, 52, 24), (238, 98, 24)):
        glow = QRadialGradient(QPointF(x, y), radius)
        inner, outer = QColor(sheet.colours[1]), QColor(sheet.colours[1])
        inner.setAlphaF(0.85)
        outer.setAlphaF(0.0)
        glow.setColorAt(0, inner)
        glow.setColorAt(1, outer)
        sheet.painter.setPen(Qt.PenStyle.NoPen)
        sheet.painter.setBrush(glow)
        sheet.painter.drawEllipse(QPointF(x, y), radius, radius)
        sheet.line(x + 26, y, 310, y, sheet.colours[1], 2)
        sheet.words("+", 328, y, 28, sheet.colours[1])


def _flip(sheet: _Sheet) -> None:
    sheet.line(60, 110, 380, 110, sheet.theme.track, 10)
    sheet.line(60, 110, 180, 110, sheet.colours[0], 10)
    sheet.dot(180, 110, 14, sheet.theme.text)
    sheet.line(270, 20, 270, 130, sheet.theme.state, 4)
    sheet.words("3", 160, 50, 60)
    sheet.words("9", 340, 50, 60, sheet.theme.muted)


def _override(sheet: _Sheet) -> None:
    for y, own, mine, colour in zip(sheet.inputs(60), (0.5, 0.3, 0.2), (0.15, 0.3, 0.55), sheet.colours, strict=True):
        sheet.line(105, y, 375, y, sheet.theme.track, 10)
        sheet.line(105, y, 105 + 270 * mine, y, colour, 10)
        sheet.dot(105 + 270 * own, y, 9, sheet.theme.muted, filled=False)
        sheet.dot(105 + 270 * mine, y, 13, sheet.theme.text)


def _input(sheet: _Sheet) -> None:
    for x, kind, colour in zip((90, 220, 350), Modality, sheet.colours, strict=True):
        sheet.glyph(kind, x, _MIDDLE, 86, colour)


def _map(sheet: _Sheet) -> None:
    clusters = ((110, 50, 0), (210, 105, 1), (330, 48, 2))
    steps = ((-26, -8), (-10, 14), (4, -18), (18, 6), (30, -12), (-2, 0), (14, 24))
    for (x, y, index), (dx, dy) in product(clusters, steps):
        sheet.dot(x + dx, y + dy, 6, sheet.colours[index])
    sheet.dot(252, 82, 12, sheet.theme.text, filled=False)
    sheet.dot(252, 82, 5, sheet.theme.text)


def _perturbation(sheet: _Sheet) -> None:
    sheet.paper(110, _MIDDLE)
    sheet.arrow(175, 235)
    sheet.paper(310, _MIDDLE)
    for column, row in product(range(14), range(18)):
        if (column * 7919 + row * 104729) % 97 % 5 < 2:  # scattered, and the same each time
            colour = sheet.theme.rest if (column + row) % 3 else "#1d2630"
            sheet.box(274 + 5.2 * column, 28 + 5.2 * row, 5, 5, colour)


def _circles(sheet: _Sheet, distance: float) -> tuple[QPainterPath, QPainterPath]:
    left, right = QPainterPath(), QPainterPath()
    left.addEllipse(QPointF(220 - distance, _MIDDLE), 58, 58)
    right.addEllipse(QPointF(220 + distance, _MIDDLE), 58, 58)
    for path, colour in ((left, sheet.colours[0]), (right, sheet.colours[1])):
        faint = QColor(colour)
        faint.setAlphaF(0.3)
        sheet.painter.setBrush(faint)
        sheet.painter.setPen(QPen(colour, 3))
        sheet.painter.drawPath(path)
    return left, right


def _redundancy(sheet: _Sheet) -> None:
    left, right = _circles(sheet, 24)
    sheet.painter.setPen(Qt.PenStyle.NoPen)
    sheet.painter.setBrush(QColor(sheet.theme.state))
    sheet.painter.drawPath(left.intersected(right))


def _synergy(sheet: _Sheet) -> None:
    for x, text in ((60, "3"), (145, "+"), (230, "5"), (310, "="), (380, "8")):
        colour = {60: sheet.colours[0], 230: sheet.colours[1], 145: sheet.colours[2]}.get(x, QColor(sheet.theme.text))
        sheet.words(text, x, _MIDDLE, 78, colour)


def _snapshot(sheet: _Sheet) -> None:
    sheet.line(50, 110, 390, 110, sheet.theme.track, 8)
    for number in range(8):
        faded = QColor(sheet.colours[0])
        faded.setAlphaF(0.2 + 0.1 * number)
        sheet.box(50 + 42 * number, 40, 34, 46, faded)
    sheet.line(237, 28, 237, 126, sheet.theme.state, 4)
    sheet.dot(237, 110, 12, sheet.theme.state)


def _subset(sheet: _Sheet) -> None:
    for number, chosen in enumerate(product((False, True), repeat=3)):
        x, y = 80 + 92 * (number % 4), 42 + 66 * (number // 4)
        for place, (there, colour) in enumerate(zip(chosen, sheet.colours, strict=True)):
            sheet.dot(x + 22 * (place - 1), y, 9, colour if there else sheet.theme.line, filled=there)


DRAWINGS: dict[str, Callable[[_Sheet], None]] = {
    "abstain": _abstain,
    "absent": _absent,
    "conflict": _conflict,
    "confidence": _confidence,
    "contribution": _contribution,
    "embedding": _embedding,
    "explanation": _explanation,
    "flip": _flip,
    "fusion": _fusion,
    "gate": _gate,
    "honesty": _honesty,
    "input": _input,
    "map": _map,
    "override": _override,
    "perturbation": _perturbation,
    "redundancy": _redundancy,
    "snapshot": _snapshot,
    "subset": _subset,
    "synergy": _synergy,
    "weight": _weight,
}
"""By the keys of `mmdesk.ui.help.glossary`."""


def term_picture(key: str, look: Look, ratio: float = 1.0) -> QImage:
    """Draw the picture of a word.

    Args:
        key: The word's.
        look: Colours and size.
        ratio: Device pixels per logical one.
    """
    width, height = look.px(SIZE[0]), look.px(SIZE[1])
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(look.theme.screen))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(width / SIZE[0], height / SIZE[1])
    DRAWINGS[key](_Sheet(painter, look))
    painter.end()
    return image
