"""A slider for one weight, and the lock beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.microscope.drawn_slider import DrawnSlider
from mmdesk.ui.words import percent

STEPS = 1000
"""Positions of a slider: finer than its pixels."""


@dataclass(frozen=True, slots=True)
class SliderMarks:
    """What a slider shows beside its own value.

    Attributes:
        ghost: The weight that the model itself gives, or None.
        flip: Where the answer changes, or None.
        flip_words: What is said there.
        note: Words under the track: why the input is absent; empty when it is present.
        held: Whether the user holds the weights.
        valued: Whether there is a value at all; without one "–" stands in its place.
    """

    ghost: float | None = None
    flip: float | None = None
    flip_words: str = ""
    note: str = ""
    held: bool = False
    valued: bool = False


class WeightSlider(DrawnSlider):
    """A drawn slider from 0 to 1 in an input's colour.

    Above the track stands where the answer changes, below it an open mark for the model's own choice.

    Args:
        index: The input's place in the model's order.
        least_px: How high it is at least, at 1920 × 1080.
        parent: Where it stands.
    """

    def __init__(self, index: int, least_px: float = 60, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index, self._least_px = index, least_px
        self.marks = SliderMarks()
        self._share = 0.0
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 100)
        self.setPageStep(STEPS // 10)

    def show_share(self, share: float, marks: SliderMarks) -> None:
        """Show a value in [0, 1] and what belongs to it, without reporting it."""
        value = round(share * STEPS)
        if (share, marks, value) == (self._share, self.marks, self.value()):
            return
        self._share, self.marks = share, marks
        self.put(value)

    def value_words(self) -> str:
        """The value as it is written at the right."""
        return percent(self._share) if self.marks.valued else "–"

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(560), self._look.px(72))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(self._least_px))

    # --- drawing ----------------------------------------------------------------------------------------------------

    def track(self) -> QRectF:
        """The track in pixels of the widget."""
        px = self._look.px
        right = QFontMetricsF(self._value_font()).horizontalAdvance(percent(1.0)) + px(14)
        height = min(px(24), self.height() / 3)
        side = px(8)  # the handle stands out at both ends
        return QRectF(side, (self.height() - height) / 2, max(1.0, self.width() - right - side), height)

    def _value_font(self) -> QFont:
        return self._look.font(26, QFont.Weight.Bold)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), QColor(theme.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track, marks = self.track(), self.marks
        active = self.isEnabled() and marks.valued
        counts = active and not marks.note
        self._draw_track(painter, track, counts)
        self._draw_note(painter, track)
        if active and marks.ghost is not None and marks.held:
            self._draw_ghost(painter, track, marks.ghost)
        if active and marks.flip is not None:
            self._draw_flip(painter, track, marks.flip)
        if active:
            self._draw_handle(painter, track)
        painter.setFont(self._value_font())
        painter.setPen(QColor(theme.text if counts else theme.muted))
        area = QRectF(track.right(), 0, self.width() - track.right(), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.value_words())

    def _draw_track(self, painter: QPainter, track: QRectF, counts: bool) -> None:
        theme = self._look.theme
        radius = min(track.height() / 2, self._look.px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.track))
        painter.drawRoundedRect(track, radius, radius)
        width = track.width() * self._share
        if self.marks.valued and width >= 1:
            painter.setBrush(self._look.colour(self._index) if counts else QColor(theme.line))
            painter.drawRoundedRect(QRectF(track.left(), track.top(), width, track.height()), radius, radius)

    def _draw_handle(self, painter: QPainter, track: QRectF) -> None:
        theme, px = self._look.theme, self._look.px
        x = track.left() + track.width() * self._share
        handle = QRectF(x - px(6), track.top() - px(5), px(12), track.height() + px(10))
        painter.setPen(QPen(QColor(theme.state if self.hasFocus() else theme.card), px(3) if self.hasFocus() else 2))
        painter.setBrush(QColor(theme.text if self.marks.held else theme.rest))
        painter.drawRoundedRect(handle, px(5), px(5))

    def _draw_ghost(self, painter: QPainter, track: QRectF, share: float) -> None:
        """An open triangle under the track, and the value beside it."""
        theme, px = self._look.theme, self._look.px
        x = track.left() + track.width() * share
        tip = track.bottom() + px(2)
        pen = QPen(self._look.colour(self._index), px(2))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()))
        base = tip + px(11)
        painter.drawPolygon(QPolygonF([QPointF(x, tip), QPointF(x + px(7), base), QPointF(x - px(7), base)]))
        painter.setFont(self._look.font(15))
        painter.setPen(QColor(theme.muted))
        words = self.tr("model: {share}").format(share=percent(share))
        self._draw_beside(
            painter, track, x, px(12), QRectF(0, track.bottom(), 0, self.height() - track.bottom()), words
        )

    def _draw_flip(self, painter: QPainter, track: QRectF, share: float) -> None:
        """A line across the track, and what the answer would be from there on."""
        theme, px = self._look.theme, self._look.px
        x = track.left() + track.width() * share
        painter.setPen(QPen(QColor(theme.state), px(2)))
        painter.drawLine(QPointF(x, px(2)), QPointF(x, track.bottom() + px(2)))
        painter.setFont(self._look.font(16, QFont.Weight.DemiBold))
        area = QRectF(0, 0, 0, track.top() - px(2))
        self._draw_beside(painter, track, x, px(7), area, self.marks.flip_words)

    def _draw_beside(self, painter: QPainter, track: QRectF, x: float, gap: float, rows: QRectF, words: str) -> None:
        """Write at the right of x, or at its left where there is no room."""
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2
        left = x + gap if x + gap + width <= track.right() else max(0.0, x - gap - width)
        area = QRectF(left, rows.top(), width, rows.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _draw_note(self, painter: QPainter, track: QRectF) -> None:
        if not self.marks.note:
            return
        # In the track, which is empty where an input is absent: below it there may be no room.
        area = track.adjusted(self._look.px(14), 0, 0, 0)
        font = self._look.font(15)
        font.setPixelSize(max(1, min(font.pixelSize(), int(area.height() * 0.75))))
        painter.setFont(font)
        painter.setPen(QColor(self._look.theme.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.marks.note)


class LockButton(GlyphButton):
    """A padlock, open or closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, checkable=True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._look.theme, self._look.px
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(
            QPen(QColor(theme.text if self.isChecked() else theme.state), 2) if self.hasFocus() else Qt.PenStyle.NoPen
        )
        painter.setBrush(QColor(theme.state if self.isChecked() else theme.raised))
        painter.drawRoundedRect(area, px(8), px(8))
        ink = QColor(theme.on_state if self.isChecked() else theme.muted if self.isEnabled() else theme.line)
        painter.translate(area.center())
        painter.scale(px(22) / 24, px(22) / 24)
        painter.setPen(QPen(ink, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(ink if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(-7, -1, 14, 10), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # The shackle: an open one stands aside.
        x = 0.0 if self.isChecked() else 5.0
        painter.drawArc(QRectF(x - 4.5, -9.5, 9, 9), 0, 180 * 16)
        painter.drawLine(QPointF(x - 4.5, -5), QPointF(x - 4.5, -1))
        if self.isChecked():
            painter.drawLine(QPointF(4.5, -5), QPointF(4.5, -1))
