"""A few lines in the middle of a plot that has nothing to plot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from mmdesk.ui.theme import Look

_CENTRED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def draw_message(
    painter: QPainter, area: QRectF, look: Look, headline: str, *lines: str, headline_px: float = 23
) -> None:
    """Centre a headline and further lines, wrapped; type shrinks until everything fits."""
    room = area.adjusted(look.px(14), look.px(6), -look.px(14), -look.px(6))
    parts = [(headline, headline_px, QFont.Weight.DemiBold, look.theme.text)]
    parts += [(line, 17, QFont.Weight.Normal, look.theme.muted) for line in lines if line]
    shrink = 1.0
    while True:
        fonts = [look.font(max(size * shrink, 11), weight) for _, size, weight, _ in parts]
        heights = [
            QFontMetricsF(font).boundingRect(room, _CENTRED, text).height()
            for font, (text, *_) in zip(fonts, parts, strict=True)
        ]
        gap = look.px(6)
        total = sum(heights) + gap * (len(parts) - 1)
        if total <= room.height() or shrink < 0.5:
            break
        shrink *= 0.9
    top = room.top() + max(0.0, (room.height() - total) / 2)
    for font, height, (text, _, _, colour) in zip(fonts, heights, parts, strict=True):
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(room.left(), top, room.width(), height + 2), _CENTRED, text)
        top += height + gap


def draw_tag(painter: QPainter, right_top_x: float, top: float, look: Look, words: str) -> None:
    """A filled tag in the state colour, ending at the given right edge."""
    font = look.font(16, QFont.Weight.Bold)
    width = QFontMetricsF(font).horizontalAdvance(words) + look.px(22)
    area = QRectF(right_top_x - width, top, width, look.px(29))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.state))
    painter.drawRoundedRect(area, look.px(7), look.px(7))
    painter.setFont(font)
    painter.setPen(QColor(look.theme.on_state))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
