"""A slider for the strength of one perturbation, with its name and value inside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mmdesk.core.perturbation import PerturbationKind, perturbations_of
from mmdesk.ui.elided import Elided
from mmdesk.ui.microscope.drawn_slider import DrawnSlider
from mmdesk.ui.microscope.perturbation_words import perturbation_name, short_strength, strength_words

_TINT_ALPHA = 70
_SMALLEST_PX = 13


class StrengthSlider(DrawnSlider):
    """Further to the right is always more: of a signal-to-noise ratio that is less.

    Args:
        input_kind: What kind of input is perturbed.
        index: That input's place in the model's order.
        kind: The perturbation.
        parent: Where it stands.

    Attributes:
        least_px: How wide it is at least, at 1920 × 1080.
    """

    def __init__(self, input_kind: str, index: int, kind: PerturbationKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._input_kind, self._index, self.kind = input_kind, index, kind
        self.least_px = 170
        self._active = False
        self.elided = Elided(self)
        within = perturbations_of(input_kind)[kind]
        self._per_unit = 100 if within.unit == "%" else 1
        self._sign = -1 if within.unit == "dB SNR" else 1
        ends = sorted(self._value_of(strength) for strength in (within.least, within.most))
        self.setRange(*ends)
        self._neutral = 0 if ends[0] < 0 < ends[1] and self._sign > 0 else ends[0]
        is_fine = within.unit in ("px", "dB", "dB SNR")
        self.setSingleStep(1 if is_fine else 5)
        self.setPageStep(5 if is_fine else 45 if within.unit == "°" else 20)
        self.put(self._value_of(within.start))

    @property
    def strength(self) -> float:
        """Where it stands, in the unit of the kind."""
        return self._sign * self.value() / self._per_unit

    def show_strength(self, strength: float) -> None:
        """Stand at a strength, without reporting it."""
        self.put(self._value_of(strength))

    def show_active(self, active: bool) -> None:
        """Whether the perturbation is on; else the slider is pale."""
        if active != self._active:
            self._active = active
            self.update()

    def _value_of(self, strength: float) -> int:
        return round(self._sign * strength * self._per_unit)

    def words(self) -> tuple[str, str]:
        """Name and value as they are written; the value is a short one where the words have no room."""
        name = perturbation_name(self._input_kind, self.kind)
        value = strength_words(self._input_kind, self.kind, self.strength)
        room = self.width() - self._look.px(26) - QFontMetricsF(self._font()).horizontalAdvance(name)
        if QFontMetricsF(self._value_font()).horizontalAdvance(value) > room:
            value = short_strength(self._input_kind, self.kind, self.strength)
        return name, value

    def track(self) -> QRectF:
        margin = self._look.px(2)
        return QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(self.least_px), self._look.px(34))

    def _font(self) -> QFont:
        return self._look.font(17)

    def _value_font(self) -> QFont:
        return self._look.font(17, QFont.Weight.DemiBold)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme, px = self._look.theme, self._look.px
        painter.fillRect(self.rect(), QColor(theme.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track, radius = self.track(), px(7)
        painter.setPen(QPen(QColor(theme.state), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.track))
        painter.drawRoundedRect(track, radius, radius)
        self._draw_strength(painter, track)
        painter.setPen(QColor(theme.text if self._active else theme.muted))
        name, value = self.words()
        area = track.adjusted(px(10), 0, -px(10), -px(9))
        self._draw_name(painter, area, name, QFontMetricsF(self._value_font()).horizontalAdvance(value) + px(6))
        painter.setFont(self._value_font())
        # Hinted letters may reach a pixel beyond their own width.
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, int(right | Qt.TextFlag.TextDontClip), value)

    def _draw_name(self, painter: QPainter, area: QRectF, name: str, taken: float) -> None:
        """Write the name smaller where the value leaves too little room, and shorten it only where that is no help."""
        self.elided.begin()
        font, room = self._font(), area.width() - taken
        needed = QFontMetricsF(font).horizontalAdvance(name)
        if needed > room > 0:
            font.setPixelSize(max(self._look.px(_SMALLEST_PX), int(font.pixelSize() * room / needed)))
        painter.setFont(font)
        short = self.elided.short(QFontMetricsF(font), name, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)

    def _draw_strength(self, painter: QPainter, track: QRectF) -> None:
        """A tint over the full height, and a rail with a knob under the words."""
        px = self._look.px
        start, here = sorted((self._place(self._neutral), self._place(self.value())))
        colour = self._look.colour(self._index) if self._active else QColor(self._look.theme.rest)
        tint = QColor(colour)
        tint.setAlpha(_TINT_ALPHA if self._active else _TINT_ALPHA // 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(QRectF(start, track.top(), here - start, track.height()), 3, 3)
        rail = QRectF(start, track.bottom() - px(7), here - start, px(4))
        painter.setBrush(colour)
        painter.drawRoundedRect(rail, 2, 2)
        knob = QRectF(self._place(self.value()) - px(6), rail.center().y() - px(6), px(12), px(12))
        painter.setPen(QPen(QColor(self._look.theme.card), 1.5))
        painter.setBrush(QColor(self._look.theme.text) if self._active else colour)
        painter.drawEllipse(knob)

    def _place(self, value: int) -> float:
        reach = self._look.px(6)  # so that the knob stays inside
        track = self.track().adjusted(reach, 0, -reach, 0)
        return track.left() + track.width() * (value - self.minimum()) / (self.maximum() - self.minimum())
