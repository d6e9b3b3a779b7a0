"""A slider for the strength of one perturbation, with its name and value inside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mmdesk.core.modality import Modality
from mmdesk.core.perturbation import PERTURBATION_KINDS, PerturbationKind
from mmdesk.ui.microscope.drawn_slider import DrawnSlider
from mmdesk.ui.microscope.perturbation_words import perturbation_name, short_strength, strength_words

_TINT_ALPHA = 70


class StrengthSlider(DrawnSlider):
    """Further to the right is always more: of a signal-to-noise ratio that is less."""

    def __init__(self, modality: Modality, kind: PerturbationKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.modality, self.kind = modality, kind
        self._active = False
        within = PERTURBATION_KINDS[modality][kind]
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
        name = perturbation_name(self.modality, self.kind)
        value = strength_words(self.modality, self.kind, self.strength)
        room = self.width() - self._look.px(26) - QFontMetricsF(self._font()).horizontalAdvance(name)
        if QFontMetricsF(self._value_font()).horizontalAdvance(value) > room:
            value = short_strength(self.modality, self.kind, self.strength)
        return name, value

    def track(self) -> QRectF:
        margin = self._look.px(2)
        return QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(170), self._look.px(34))

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
        painter.setFont(self._font())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(self._value_font())
        # Hinted letters may reach a pixel beyond their own width.
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, int(right | Qt.TextFlag.TextDontClip), value)

    def _draw_strength(self, painter: QPainter, track: QRectF) -> None:
        """A tint over the full height, and a rail with a knob under the words."""
        px = self._look.px
        start, here = sorted((self._place(self._neutral), self._place(self.value())))
        colour = self._look.colour(self.modality.column) if self._active else QColor(self._look.theme.rest)
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
