"""The inputs' rows in the window for the audience: name, weight and contribution of each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from mmdesk.core.inputs import Input
from mmdesk.ui.audience_words import AudienceRow
from mmdesk.ui.glyphs import draw_glyph, glyph_of
from mmdesk.ui.microscope.bar_scale import ZERO, bar_in
from mmdesk.ui.microscope.words import contribution_words
from mmdesk.ui.theme import Look
from mmdesk.ui.words import input_name

SMALLEST_PX = 34
"""Height of the smallest type at 1920 × 1080."""

_KEY_PX = 56
_MOST_WITH_LINES = 3
"""So many inputs have their names on lines of their own."""
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
translate = QCoreApplication.translate


def narrowed(look: Look, text: str, width: float, size: float, weight: QFont.Weight) -> QFont:
    """A font of that size, or as much smaller as the text needs to fit on a line."""
    font, least = look.font(size, weight), look.font(SMALLEST_PX, weight).pixelSize()
    while font.pixelSize() > least and QFontMetricsF(font).horizontalAdvance(text) > width:
        font.setPixelSize(font.pixelSize() - 1)
    return font


class AudienceRows:
    """Two bars for each input. Of more than three the names stand beside them, and what they mean is said once above.

    Args:
        look: Colours and size.
        inputs: The model's, in its order.
        room: Where the rows lie.
    """

    def __init__(self, look: Look, inputs: tuple[Input, ...], room: QRectF) -> None:
        self._look, self._inputs, self._room = look, inputs, room

    def area(self, index: int) -> QRectF:
        """Where the row of an input lies."""
        rows = QRectF(self._room)
        if self._crowded:
            rows.setTop(rows.top() + self._look.px(_KEY_PX))
        pitch = rows.height() / len(self._inputs)
        return QRectF(rows.left(), rows.top() + index * pitch, rows.width(), pitch)

    def tracks(self, index: int) -> tuple[QRectF, QRectF]:
        """Where the two bars of an input may run."""
        area, px = self.area(index), self._look.px
        values = QFontMetricsF(self._value_font())
        right = values.horizontalAdvance(contribution_words(1.0)) + px(20)
        if self._crowded:
            left, high = px(70) + self._names_px() + px(24), min(px(50), (area.height() - px(18)) / 2)
            top, step = area.center().y() - high - px(2), high + px(4)
        else:
            captions = QFontMetricsF(self._caption_font())
            left = max(captions.horizontalAdvance(words) for words in self._captions()) + px(24)
            top, step, high = area.top() + px(74), px(62), px(50)
        weight = QRectF(area.left() + left, top, area.width() - left - right, high)
        return weight, weight.translated(0, step)

    def _names_px(self) -> float:
        """How wide the names may be."""
        metrics = QFontMetricsF(self._name_font())
        widest = max(metrics.horizontalAdvance(input_name(one)) for one in self._inputs)
        return min(widest, self._room.width() * (0.22 if self._crowded else 0.5))

    def _captions(self) -> tuple[str, str]:
        return translate("AudienceView", "weight"), translate("AudienceView", "contribution")

    def _caption_font(self) -> QFont:
        return self._look.font(SMALLEST_PX)

    def _value_font(self) -> QFont:
        return self._look.font(44, QFont.Weight.Bold)

    @property
    def _crowded(self) -> bool:
        """Whether there are so many inputs that their names have no lines of their own."""
        return len(self._inputs) > _MOST_WITH_LINES

    def _draw_key(self, painter: QPainter) -> None:
        """Say once what full and outlined bars mean."""
        px, theme, rows = self._look.px, self._look.theme, self._room
        painter.setFont(self._caption_font())
        metrics = QFontMetricsF(painter.font())
        x = self.tracks(0)[0].left()
        for words, outlined in zip(self._captions(), (False, True), strict=True):
            swatch = QRectF(x, rows.top() + px(12), px(40), px(28))
            self._draw_bar(painter, swatch, QColor(theme.muted), outlined=outlined)
            painter.setPen(QColor(theme.muted))
            area = QRectF(swatch.right() + px(14), rows.top(), metrics.horizontalAdvance(words) + px(8), px(52))
            painter.drawText(area, _LEFT, words)
            x = area.right() + px(40)

    def _name_font(self) -> QFont:
        return self._look.font(46, QFont.Weight.DemiBold)

    def draw(self, painter: QPainter, index: int, row: AudienceRow) -> None:
        """Draw what an input's row says now."""
        theme, px = self._look.theme, self._look.px
        area, tracks = self.area(index), self.tracks(index)
        if row.reason:
            self._draw_reason(painter, index, row.reason)
        values = ((tracks[0], row.weight, row.weight_words),
                  (tracks[1], row.contribution, row.contribution_words))  # fmt: skip
        for track, value, words in values:
            zero = track.left() + track.width() * ZERO
            if value:
                self._draw_bar(painter, bar_in(track, value), self._look.colour(index), outlined=track is tracks[1])
            painter.setPen(QPen(QColor(theme.muted), px(2)))
            painter.drawLine(QPointF(zero, track.top() - px(3)), QPointF(zero, track.bottom() + px(3)))
            painter.setPen(QColor(theme.text if value else theme.muted))
            room_px = area.right() - track.right() - px(20)
            painter.setFont(narrowed(self._look, words, room_px, self._value_size(track), QFont.Weight.Bold))
            # Letters of 44 px are higher than the track with what hangs below the line.
            room = QRectF(track.topRight(), QPointF(area.right(), track.bottom())).adjusted(0, -px(8), 0, px(8))
            painter.drawText(room, _RIGHT, words)

    def _value_size(self, track: QRectF) -> float:
        """Height of the type beside a track, at 1920 × 1080: what a crowded one leaves."""
        return min(44.0, max(SMALLEST_PX, track.height() / self._look.scale * 0.88))

    def _draw_reason(self, painter: QPainter, index: int, reason: str) -> None:
        """Say why an input is absent: behind its name, or where there is no line for that in its empty bars."""
        area, px = self.area(index), self._look.px
        painter.setPen(QColor(self._look.theme.muted))
        if self._crowded:
            track = self.tracks(index)[0]
            line = QRectF(track.left(), track.top() - px(8), track.width() * ZERO - px(16), track.height() + px(16))
            painter.setFont(narrowed(self._look, reason, line.width(), self._value_size(track), QFont.Weight.Normal))
            reason = QFontMetricsF(painter.font()).elidedText(reason, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, _RIGHT, reason)
            return
        width = min(
            QFontMetricsF(self._name_font()).horizontalAdvance(input_name(self._inputs[index])), self._names_px()
        )
        line = QRectF(area.left() + px(70) + width + px(24), area.top(), area.width(), px(66))
        line.setRight(area.right())
        painter.setFont(narrowed(self._look, f"– {reason}", line.width(), 40, QFont.Weight.Normal))
        painter.drawText(line, int(_LEFT | Qt.TextFlag.TextDontClip), f"– {reason}")

    def _draw_bar(self, painter: QPainter, bar: QRectF, colour: QColor, *, outlined: bool) -> None:
        """A full bar for what the model used, an outlined one for what mattered: the two must not be mixed up."""
        if not outlined:
            painter.fillRect(bar, colour)
            return
        veil = QColor(colour)
        veil.setAlphaF(0.4)
        painter.fillRect(bar, veil)
        edge = min(self._look.px(5), bar.width() / 2)
        painter.setPen(QPen(colour, edge, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2))

    def draw_still(self, painter: QPainter) -> None:
        """Draw what stays: names, captions and tracks."""
        theme, px = self._look.theme, self._look.px
        if self._crowded:
            self._draw_key(painter)
        for index, one in enumerate(self._inputs):
            area, tracks = self.area(index), self.tracks(index)
            side = px(50)
            middle = area.center().y() if self._crowded else area.top() + px(8) + side / 2
            spot = QRectF(area.left(), middle - side / 2, side, side)
            draw_glyph(painter, glyph_of(one.kind), spot, self._look.colour(index))
            room = self._names_px()
            painter.setFont(narrowed(self._look, input_name(one), room, 46, QFont.Weight.DemiBold))
            painter.setPen(QColor(theme.text))
            name = QFontMetricsF(painter.font()).elidedText(input_name(one), Qt.TextElideMode.ElideRight, room)
            top = middle - px(66) / 2 if self._crowded else area.top()
            painter.drawText(QRectF(area.left() + px(70), top, room + px(4), px(66)), _LEFT, name)
            for track, caption in zip(tracks, self._captions(), strict=True):
                if not self._crowded:
                    painter.setFont(self._caption_font())
                    painter.setPen(QColor(theme.muted))
                    painter.drawText(QRectF(area.left(), track.top(), area.width(), track.height()), _LEFT, caption)
                painter.fillRect(bar_in(track, 1.0) if track is tracks[0] else track, QColor(theme.track))
