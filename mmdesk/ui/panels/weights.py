"""How much the model attends to each input, now and over the last half minute."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.prediction import Prediction
from mmdesk.ui.glyphs import draw_glyph
from mmdesk.ui.panels.card import Aside, Card
from mmdesk.ui.panels.strip import WeightStrip
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.training_words import fusion_name
from mmdesk.ui.words import modality_name, percent, presence_words


class WeightBars(QWidget):
    """Three bars with percentages. An absent input has exactly 0 and says why; a made-up weight is never drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._prediction: Prediction | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_prediction(self, prediction: Prediction | None) -> None:
        """Show a prediction's weights, or nothing for None."""
        self._prediction = prediction
        self.update()

    def row(self, modality: Modality) -> tuple[float | None, str, str]:
        """What is drawn for a modality: its share or None, the value in words, the words inside the track."""
        prediction = self._prediction
        if prediction is None:
            return None, "–", ""
        presence = prediction.presence(modality)
        reason = "" if presence.present else presence_words(modality, presence)
        if not prediction.weights_defined:
            return None, self.tr("not defined"), reason
        if prediction.weights is None:
            return None, "–", reason
        weight = float(prediction.weights[modality.column])
        return weight, percent(weight), reason

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(3 * 52))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(360), self._look.px(3 * 42))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = self.height() / len(MODALITIES)
        names = QFontMetricsF(self._name_font())
        name_width = max(names.horizontalAdvance(modality_name(m)) for m in MODALITIES) + self._look.px(62)
        values = [self.row(modality)[1] for modality in MODALITIES]
        widest = max(*(self._value_metrics(value) for value in values), self._value_metrics(percent(1.0)))
        for number, modality in enumerate(MODALITIES):
            area = QRectF(0, number * pitch, self.width(), pitch)
            self._draw_row(painter, area, modality, name_width, widest + self._look.px(16))

    def _name_font(self) -> QFont:
        return self._look.font(21, QFont.Weight.DemiBold)

    def _value_font(self, value: str) -> QFont:
        return self._look.font(30 if value[-1:] == "%" or len(value) < 2 else 19, QFont.Weight.Bold)

    def _value_metrics(self, value: str) -> float:
        return QFontMetricsF(self._value_font(value)).horizontalAdvance(value)

    def _draw_row(
        self, painter: QPainter, area: QRectF, modality: Modality, name_width: float, value_width: float
    ) -> None:
        theme, px = self._look.theme, self._look.px
        share, value, reason = self.row(modality)
        counts = share is not None and share > 0
        side = px(28)
        glyph_area = QRectF(area.left() + px(4), area.center().y() - side / 2, side, side)
        draw_glyph(painter, modality.value, glyph_area, self._look.colour(modality))
        painter.setFont(self._name_font())
        painter.setPen(QColor(theme.text if counts else theme.muted))
        left = QRectF(area.left() + px(44), area.top(), name_width - px(44), area.height())
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, modality_name(modality))
        height = area.height() * 0.62
        track_width = area.width() - name_width - value_width
        track = QRectF(name_width, area.center().y() - height / 2, track_width, height)
        radius = min(height / 2, px(9))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.track))
        painter.drawRoundedRect(track, radius, radius)
        if share is not None and share * track_width >= 1:
            bar = QRectF(track.left(), track.top(), track_width * share, height)
            painter.setBrush(self._look.colour(modality))
            painter.drawRoundedRect(bar, min(radius, bar.width() / 2), min(radius, bar.width() / 2))
        if reason:
            painter.setFont(self._look.font(18))
            painter.setPen(QColor(theme.muted))
            words = track.adjusted(px(14), 0, -px(8), 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, reason)
        painter.setFont(self._value_font(value))
        painter.setPen(QColor(theme.text if counts else theme.muted))
        right = QRectF(track.right(), area.top(), value_width, area.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, value)


class WeightsPanel(Card):
    """Bars for now, a strip for the last half minute."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._defined = True
        self._fusion = ""
        self.aside = Aside()
        self.header.addWidget(self.aside, 1)
        self.bars = WeightBars()
        self.strip = WeightStrip()
        self.body.addWidget(self.bars, 5)
        self.body.addWidget(self.strip, 6)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.bars.set_look(look)
        self.strip.set_look(look)

    def show_prediction(self, prediction: Prediction) -> None:
        """Show a prediction's weights, and remember them."""
        if (prediction.weights_defined, prediction.fusion) != (self._defined, self._fusion):
            self._defined, self._fusion = prediction.weights_defined, prediction.fusion
            self.retranslate()
        self.bars.show_prediction(prediction)
        self.strip.append(prediction)

    def forget(self) -> None:
        """Begin anew: another model."""
        self.bars.show_prediction(None)
        self.strip.forget()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Attention weights"))
        if self._defined:
            words = self.tr("how much each input counts in this answer")
        else:
            words = self.tr("this way of fusing has no weights of its own")
        self.aside.setText(f"{fusion_name(self._fusion)}: {words}" if self._fusion else words)
        self.bars.setAccessibleName(self.tr("Attention weights now"))
        self.strip.setAccessibleName(self.tr("Attention weights over the last half minute"))
        self.bars.update()
        self.strip.forget_axes()
