"""What the panels of the inputs share when they show what speaks for an answer: colours, signs, words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from mmdesk.ui.language import number_text
from mmdesk.ui.theme import Look

LEAST_POINTS = 0.05
"""Percentage points below which nothing is marked: what is drawn must be worth looking at."""

_QUIET_SHARE = 0.06
_GAMMA = 0.7


def points(change: float) -> str:
    """A change of a probability in percentage points: "+48", "−0.3", "0"."""
    value = 100 * change
    if abs(value) < LEAST_POINTS:
        return "0"
    size = number_text(abs(value), ".1f" if abs(value) < 9.95 else ".0f")
    return f"{'+' if value > 0 else '−'}{size}"


def matters(change: float) -> bool:
    """Whether a change is large enough to be drawn."""
    return abs(change) * 100 >= LEAST_POINTS


def speaks_for(label: str) -> str:
    """What is said of a part that makes the answer more probable."""
    return QCoreApplication.translate("Explanation", "supports {label}").format(label=label)


def against() -> str:
    """What is said, after "speaks for 7", of a part that makes the answer less probable."""
    return QCoreApplication.translate("Explanation", "against")


def speaks_against(label: str) -> str:
    """The same by itself."""
    return QCoreApplication.translate("Explanation", "opposes {label}").format(label=label)


def changes_nothing(label: str) -> str:
    """What is said in place of marks where no part of an input matters."""
    return QCoreApplication.translate("Explanation", "no part of it supports or opposes {label}").format(label=label)


def colour_for(look: Look, index: int, value: float) -> QColor:
    """The input's own colour for what speaks for the answer, the program's for what speaks against it."""
    return look.colour(index) if value > 0 else QColor(look.theme.state)


def tinted(values: NDArray[np.floating], look: Look, index: int, veil: QColor, most_alpha: int = 175) -> QImage:
    """Turn values into a translucent picture: tinted where they are large, veiled where they are near 0.

    The veil dims what does not matter, so that marks stand out over a picture of any colour.

    Args:
        values: (h, w) in [-1, 1].
        look: Of the panel.
        index: Place of the input whose colour stands for values above 0.
        veil: Colour and opacity where a value is 0.
        most_alpha: Opacity of the tint where a value is 1 or -1, in 0–255.

    Returns:
        (h, w) premultiplied ARGB, a copy of its own.
    """
    size = np.clip((np.abs(values) - _QUIET_SHARE) / (1 - _QUIET_SHARE), 0.0, 1.0)[..., None] ** _GAMMA
    positive, negative = (_rgb(colour_for(look, index, sign)) for sign in (1.0, -1.0))
    tint = np.where(np.asarray(values)[..., None] > 0, positive, negative)
    # A tint as strong as its value, over a veil that gives way to it.
    tint_alpha, veil_alpha = size * most_alpha / 255, (1 - size) * veil.alpha() / 255
    colour = tint * tint_alpha + _rgb(veil) * veil_alpha
    blue_first = np.concatenate([colour[..., ::-1], 255 * (tint_alpha + veil_alpha)], axis=2)
    pixels = np.ascontiguousarray(blue_first.round().clip(0, 255).astype(np.uint8))
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _rgb(colour: QColor) -> NDArray[np.float64]:
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)


def draw_sign(painter: QPainter, centre: QPointF, look: Look, index: int, value: float, size_px: float) -> None:
    """A filled disc with a plus or a minus, so that the two are told apart without colour."""
    colour = colour_for(look, index, value)
    ink = QColor(look.theme.ink_on(index) if value > 0 else look.theme.on_state)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(0, 0, 0, 150), max(1.0, size_px / 14)))
    painter.setBrush(colour)
    painter.drawEllipse(centre, size_px / 2, size_px / 2)
    painter.setPen(QPen(ink, max(1.5, size_px / 8)))
    arm = size_px * 0.27
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
    if value > 0:
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))


def draw_legend(
    painter: QPainter, room: QRectF, look: Look, index: int, label: str, note: str, *, at_bottom: bool
) -> QRectF:
    """Draw the two signs with their words, and a note, on a ground of their own; wrap where the room is narrow.

    Args:
        painter: Draws.
        room: The legend is centred in it, at its top or bottom.
        look: Of the panel.
        index: Place of the input whose colour stands for "for".
        label: The answer.
        note: Said after the two; may be empty.
        at_bottom: Whether it lies at the bottom of the room.

    Returns:
        What it covers.
    """
    font = look.font(16, QFont.Weight.DemiBold)
    metrics = QFontMetricsF(font)
    disc, gap, pad = look.px(17), look.px(6), look.px(10)
    entries: list[tuple[float | None, str]] = [(1.0, speaks_for(label)), (-1.0, against())]
    if note:
        entries.append((None, note))
    rows: list[list[tuple[float | None, str, float]]] = [[]]
    used = 0.0
    for sign, words in entries:
        width = metrics.horizontalAdvance(words) + (0 if sign is None else disc + gap)
        if rows[-1] and used + width + 2 * pad > room.width() - 2 * pad:
            rows.append([])
            used = 0.0
        rows[-1].append((sign, words, width))
        used += width + 2 * pad
    widths = [sum(width for *_, width in row) + 2 * pad * (len(row) - 1) for row in rows]
    line = metrics.height() + look.px(4)
    width, height = min(max(widths) + 2 * pad, room.width()), line * len(rows) + look.px(4)
    top = room.bottom() - height if at_bottom else room.top()
    ground = QRectF(room.center().x() - width / 2, top, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    card = QColor(look.theme.card)
    card.setAlpha(238)
    painter.setBrush(card)
    painter.drawRoundedRect(ground, look.px(7), look.px(7))
    for number, (row, row_width) in enumerate(zip(rows, widths, strict=True)):
        x, y = ground.center().x() - row_width / 2, ground.top() + look.px(2) + number * line
        for sign, words, entry_width in row:
            if sign is not None:
                draw_sign(painter, QPointF(x + disc / 2, y + line / 2), look, index, sign, disc)
            shift = 0 if sign is None else disc + gap
            painter.setFont(font)
            painter.setPen(QColor(look.theme.muted if sign is None else look.theme.text))
            area = QRectF(x + shift, y, entry_width - shift + 2, line)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            x += entry_width + 2 * pad
    return ground


def draw_note(painter: QPainter, room: QRectF, look: Look, words: str, *, at_bottom: bool) -> None:
    """Draw words on a ground of their own, wrapped, centred at the top or bottom of the room."""
    painter.setFont(look.font(16, QFont.Weight.DemiBold))
    pad = look.px(9)
    flags = int(
        Qt.AlignmentFlag.AlignHCenter
        | (Qt.AlignmentFlag.AlignBottom if at_bottom else Qt.AlignmentFlag.AlignTop)
        | Qt.TextFlag.TextWordWrap
    )
    inner = room.adjusted(pad, look.px(3), -pad, -look.px(3))
    text = QRectF(painter.boundingRect(inner, flags, words))
    card = QColor(look.theme.card)
    card.setAlpha(238)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(card)
    painter.drawRoundedRect(text.adjusted(-pad, -look.px(3), pad, look.px(3)), look.px(7), look.px(7))
    painter.setPen(QColor(look.theme.text))
    painter.drawText(inner, flags, words)
