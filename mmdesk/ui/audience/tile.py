"""What is drawn beside the live picture, sound, words or curves of one input: whether it helped, and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from mmdesk.core.inputs import Input
from mmdesk.ui.audience.layout import FIRST_PX, SMALLEST_PX, Form, least_first_px
from mmdesk.ui.audience.words import AudienceRow
from mmdesk.ui.glyphs import draw_glyph, glyph_of
from mmdesk.ui.lettering import lettering, narrowed
from mmdesk.ui.microscope.bar_scale import ZERO, bar_in
from mmdesk.ui.theme import Look
from mmdesk.ui.words import input_name

_LINE_PX, _BAR_PX, _CAPTION_PX, _GAP_PX = 72, 32, 52, 6
_LEAST_BAR_PX, _MOST_BAR_PX = 12, 56
_LEAST_VIEW_PX = 110
_GLYPH_PX = 52
_VEIL = 0.4
_FLAT = 1.9
"""Width over height from which the words stand beside the view, not below it."""
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class TilePlan:
    """Where the parts of a tile lie.

    Attributes:
        view: The live picture, sound, words or curves.
        lines: The sentence: one area for all of it, or one for the name and one for the rest.
        track: Where the bar may run, from −100 to +100.
        caption: What the input says alone; empty where there is no room for it.
    """

    view: QRectF
    lines: tuple[QRectF, ...]
    track: QRectF
    caption: QRectF


class Tile:
    """One input's place on the board: a view, a sentence of a name and an effect, ONE bar, and a caption.

    Args:
        look: Colours and size.
        one: The input.
        index: Its place in the model's order.
        area: Where the tile lies.
        form: The window's.
    """

    def __init__(self, look: Look, one: Input, index: int, area: QRectF, form: Form) -> None:
        self._look, self._one, self._index, self._area = look, one, index, area
        self._least_px = look.px(least_first_px(form))

    @property
    def _beside(self) -> bool:
        return self._area.width() >= _FLAT * self._area.height()

    def first_font(self) -> QFont:
        """Type of the sentence."""
        return self._look.font(FIRST_PX, QFont.Weight.Bold)

    def plan(self, longest: str) -> TilePlan:
        """Lay out the tile.

        Args:
            longest: The longest effect there may be: the parts keep their places whatever is said.
        """
        px, area = self._look.px, self._area
        if self._beside:
            width = min(area.height() * 1.6, area.width() * 0.34)
            words = area.adjusted(width + px(28), 0, 0, 0)
        else:
            width, words = area.width(), area
        glyph = px(_GLYPH_PX) + px(12)
        name = narrowed(self.first_font(), input_name(self._one), words.width() - glyph, self._least_px)
        needed = QFontMetricsF(name).horizontalAdvance(f"{input_name(self._one)} {longest}")
        room = words.height() - (0 if self._beside else px(_LEAST_VIEW_PX) + px(16))
        lines, caption = 1 if needed <= words.width() - glyph else 2, True
        if lines * px(_LINE_PX) + px(_BAR_PX + _CAPTION_PX + 2 * _GAP_PX) > room:
            caption = False
        if lines * px(_LINE_PX) + px(_BAR_PX + _GAP_PX) > room:
            lines = 1
        rest = lines * px(_LINE_PX) + px(_GAP_PX) + (px(_CAPTION_PX + _GAP_PX) if caption else 0)
        spare = room - rest
        # As high as there is room for, but not so high that the words beside it look lost.
        bar = px(_BAR_PX) + (spare - px(_BAR_PX)) * 0.4 if spare > px(_BAR_PX) else spare
        bar = min(max(bar, px(_LEAST_BAR_PX)), px(_MOST_BAR_PX))
        height = rest + bar
        if self._beside:
            top = area.center().y() - height / 2
            view = QRectF(area.left(), area.top(), width, area.height())
        else:
            top = area.bottom() - height
            view = QRectF(area.left(), area.top(), width, max(0.0, top - px(16) - area.top()))
        rows = [QRectF(words.left(), top + n * px(_LINE_PX), words.width(), px(_LINE_PX)) for n in range(lines)]
        track = QRectF(words.left(), rows[-1].bottom() + px(_GAP_PX), words.width(), bar)
        below = QRectF(words.left(), track.bottom() + px(_GAP_PX), words.width(), px(_CAPTION_PX) if caption else 0)
        return TilePlan(view, tuple(rows), track, below)

    def draw(self, painter: QPainter, row: AudienceRow, plan: TilePlan) -> None:
        """Draw everything but the view."""
        theme, px = self._look.theme, self._look.px
        if row.reason and not self._fits(row, plan.lines):
            self._draw_absent(painter, row, plan)
            return
        self._draw_sentence(painter, row, plan.lines)
        track = plan.track
        painter.fillRect(track.toRect(), QColor(theme.track))
        if row.contribution is not None and round(100 * row.contribution):
            self._draw_bar(painter, bar_in(track, row.contribution))
        zero = track.left() + track.width() * ZERO
        painter.setPen(QPen(QColor(theme.text), px(3)))
        painter.drawLine(QPointF(zero, track.top() - px(4)), QPointF(zero, track.bottom() + px(4)))
        if plan.caption.height() and row.alone:
            painter.setPen(QColor(theme.muted))
            font = self._look.font(38)
            painter.setFont(narrowed(font, row.alone, plan.caption.width(), px(SMALLEST_PX)))
            short = QFontMetricsF(painter.font()).elidedText(
                row.alone, Qt.TextElideMode.ElideRight, plan.caption.width()
            )
            painter.drawText(plan.caption, int(_LEFT | Qt.TextFlag.TextDontClip), short)

    def _fits(self, row: AudienceRow, lines: tuple[QRectF, ...]) -> bool:
        """Whether the sentence has room in its lines, in a type that is read from the last row."""
        if len(lines) == 1:
            words, room, least = f"{input_name(self._one)} {row.effect}", self._beside_glyph(lines[0]), self._least_px
        else:
            words, room, least = row.effect, lines[1], self._look.px(SMALLEST_PX)
        font = narrowed(self.first_font(), words, room.width(), least)
        return QFontMetricsF(font).horizontalAdvance(words) <= room.width()

    def _draw_absent(self, painter: QPainter, row: AudienceRow, plan: TilePlan) -> None:
        """Where an absent input has no room for why it is absent, that takes the room of the bar that it has not."""
        self.draw_name(painter, plan.lines[0], muted=True)
        room = plan.track.united(plan.lines[-1]).united(plan.caption)
        room.setTop(plan.lines[0].bottom())
        letters = lettering(row.effect, room, self.first_font(), self._look.px(SMALLEST_PX))
        painter.setPen(self._ink(row))
        letters.draw(painter, QRectF(room.left(), room.top(), room.width(), letters.height), Qt.AlignmentFlag.AlignLeft)

    def draw_name(self, painter: QPainter, line: QRectF, *, muted: bool = False) -> None:
        """Draw the icon and the name alone."""
        self._draw_glyph(painter, line)
        room = self._beside_glyph(line)
        painter.setPen(QColor(self._look.theme.muted if muted else self._look.theme.text))
        painter.setFont(narrowed(self.first_font(), input_name(self._one), room.width(), self._look.px(SMALLEST_PX)))
        self._draw_short(painter, room, input_name(self._one), None)

    def _beside_glyph(self, line: QRectF) -> QRectF:
        return line.adjusted(self._look.px(_GLYPH_PX) + self._look.px(12), 0, 0, 0)

    def _draw_glyph(self, painter: QPainter, line: QRectF) -> None:
        side = self._look.px(_GLYPH_PX)
        spot = QRectF(line.left(), line.center().y() - side / 2, side, side)
        draw_glyph(painter, glyph_of(self._one.kind), spot, self._look.colour(self._index))

    def _draw_sentence(self, painter: QPainter, row: AudienceRow, lines: tuple[QRectF, ...]) -> None:
        """The name, and what it did: on one line, or the second below the first."""
        theme, px = self._look.theme, self._look.px
        self._draw_glyph(painter, lines[0])
        first = self._beside_glyph(lines[0])
        painter.setPen(QColor(theme.muted if row.reason else theme.text))
        name, least = input_name(self._one), self._least_px
        if len(lines) == 1:
            whole = f"{name} {row.effect}".strip()
            painter.setFont(narrowed(self.first_font(), whole, first.width(), least))
            self._draw_short(painter, first, name, row)
            return
        painter.setFont(narrowed(self.first_font(), name, first.width(), least))
        self._draw_short(painter, first, name, None)
        painter.setPen(self._ink(row))
        painter.setFont(narrowed(self.first_font(), row.effect, lines[1].width(), px(SMALLEST_PX)))
        short = QFontMetricsF(painter.font()).elidedText(row.effect, Qt.TextElideMode.ElideRight, lines[1].width())
        painter.drawText(lines[1], int(_LEFT | Qt.TextFlag.TextDontClip), short)

    def _draw_short(self, painter: QPainter, room: QRectF, name: str, row: AudienceRow | None) -> None:
        """Write a name and an effect; where there is no room for both, the name is shortened."""
        metrics = QFontMetricsF(painter.font())
        effect = "" if row is None else row.effect
        behind = metrics.horizontalAdvance(f" {effect}") if effect else 0.0
        short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(1.0, room.width() - behind + 1))
        flags = int(_LEFT | Qt.TextFlag.TextDontClip)
        painter.drawText(room, flags, short)
        if row is not None and effect:
            painter.setPen(self._ink(row))
            rest = room.adjusted(metrics.horizontalAdvance(f"{short} "), 0, 0, 0)
            words = metrics.elidedText(effect, Qt.TextElideMode.ElideRight, max(1.0, rest.width() + 1))
            painter.drawText(rest, flags, words)

    def _ink(self, row: AudienceRow) -> QColor:
        """What misled stands out by its colour as well as by its word and its side."""
        theme = self._look.theme
        misled = row.contribution is not None and round(100 * row.contribution) < 0
        return QColor(theme.muted if row.reason else theme.state if misled else theme.text)

    def _draw_bar(self, painter: QPainter, bar: QRectF) -> None:
        """An outlined bar, as everywhere for what mattered: to the right of zero where it helped, else to the left."""
        colour, ground = self._look.colour(self._index), QColor(self._look.theme.track)
        # Opaque and on whole pixels: a veil with blended edges took 2.5 ms a bar.
        left, top, right, bottom = (round(side) for side in bar.getCoords())  # type: ignore[attr-defined]
        whole = QRect(QPoint(left, top), QPoint(right - 1, bottom - 1))
        painter.fillRect(whole, colour)
        edge = min(self._look.px(5), whole.width() // 2)
        inside = whole.adjusted(edge, edge, -edge, -edge)
        if inside.isValid():
            painter.fillRect(inside, _blended(colour, ground, _VEIL))


def _blended(colour: QColor, ground: QColor, share: float) -> QColor:
    """A colour laid over a ground."""
    pairs = zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(share * upper + (1 - share) * lower) for upper, lower in pairs))
