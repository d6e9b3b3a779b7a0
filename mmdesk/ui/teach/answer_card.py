"""What the taught model says right now, and which inputs it relied on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.observation import Reason
from mmdesk.core.prediction import Prediction
from mmdesk.ui.glyphs import draw_glyph, glyph_of
from mmdesk.ui.microscope.words import contribution_words, relation_tip
from mmdesk.ui.panels.card import Card
from mmdesk.ui.spoken import Spoken
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import percent, undecided_words


def is_none_of_these(prediction: Prediction) -> bool:
    """Whether something was there and the model recognised nothing in it."""
    reasons = [verdict.reason for verdict in prediction.verdicts]
    return prediction.probabilities is None and Reason.NOTHING_RECOGNISED in reasons


class AnswerStrip(QWidget):
    """The answer in large type, how sure, the reason in a sentence, and a bar per input for its contribution.

    Signals:
        prediction_painted: The prediction, when it has just been drawn.
    """

    prediction_painted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._inputs: tuple[Input, ...] = DEFAULT_INPUTS
        self._prediction: Prediction | None = None
        self._reported: Prediction | None = None
        self._colours: Mapping[str, str] = {}
        self._waiting = ("", "")
        self._spoken = Spoken(self, self.words, self.headline, role=QAccessible.Role.StaticText)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_colours(self, colours: Mapping[str, str]) -> None:
        """The classes' colours, by their names."""
        self._colours = colours
        self.update()

    def show_waiting(self, headline: str, words: str) -> None:
        """Say why there is no answer: shown until there is one."""
        if (headline, words) != self._waiting:
            self._waiting = (headline, words)
            self._spoken.note()
            self.update()

    def show_prediction(self, prediction: Prediction | None) -> None:
        """Draw this prediction next; None for none."""
        if prediction is None and self._prediction is None:
            return
        self._prediction = prediction
        self._spoken.note()
        self.update()

    def headline(self) -> str:
        """The answer."""
        if self._prediction is None:
            return self._waiting[0]
        if is_none_of_these(self._prediction):
            return self.tr("None of these")
        return self._prediction.label or "—"

    def words(self) -> str:
        """The answer and the words under it; said aloud when the answer is another one."""
        return ", ".join(filter(None, (self.headline(), self.detail())))

    def detail(self) -> str:
        """The words under it."""
        prediction = self._prediction
        if prediction is None:
            return self._waiting[1]
        if is_none_of_these(prediction):
            return self.tr("Nothing that it was taught.")
        if prediction.confidence is None:
            return undecided_words(prediction)
        sure = self.tr("{percent} sure").format(percent=percent(prediction.confidence))
        if prediction.insight is None:
            return sure
        return self.tr("{sure}. {why}").format(sure=sure, why=relation_tip(prediction.insight.shown))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(500), self._look.px(124))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(112))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        prediction = self._prediction
        shown = prediction is not None and prediction.insight is not None and prediction.label is not None
        bars = min(self._look.px(270), self.width() * 0.36) if shown else 0.0
        self._draw_words(painter, QRectF(0, 0, self.width() - bars - self._look.px(12), self.height()))
        if shown and prediction is not None:
            self._draw_contributions(painter, QRectF(self.width() - bars, 0, bars, self.height()), prediction)
        painter.end()
        if prediction is not None and prediction is not self._reported:
            self._reported = prediction
            self.prediction_painted.emit(prediction)

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        theme, px = self._look.theme, self._look.px
        headline, certain = self.headline(), self._prediction is not None and self._prediction.label is not None
        detail_font = self._look.font(17)
        wrapped = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        detail_height = min(QFontMetricsF(detail_font).lineSpacing() * 2, area.height() * 0.45)
        upper = QRectF(area.left(), area.top(), area.width(), area.height() - detail_height)
        font = self._look.font(64 if certain else 34, QFont.Weight.Bold)
        font.setPixelSize(int(min(font.pixelSize(), upper.height() * 0.72)))  # with room for a g's tail
        room = upper.width() - px(34)
        width = QFontMetricsF(font).horizontalAdvance(headline)
        if width > room:
            font.setPixelSize(max(px(22), int(font.pixelSize() * room / width)))
        painter.setFont(font)
        colour = self._colours.get(headline) if certain else None
        left = upper.left()
        if colour is not None:
            radius = px(10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QRectF(left, upper.center().y() - radius, 2 * radius, 2 * radius))
            left += px(34)
        painter.setPen(QColor(theme.answer if certain else theme.text))
        short = painter.fontMetrics().elidedText(headline, Qt.TextElideMode.ElideRight, int(upper.right() - left))
        painter.drawText(QRectF(left, upper.top(), upper.right() - left, upper.height()), _LEFT_MIDDLE, short)
        painter.setFont(detail_font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRectF(area.left(), upper.bottom(), area.width(), detail_height + 4), wrapped, self.detail())

    def _draw_contributions(self, painter: QPainter, area: QRectF, prediction: Prediction) -> None:
        if prediction.insight is None:
            return
        theme, px, view = self._look.theme, self._look.px, prediction.insight.shown
        pitch = min(area.height() / max(1, len(view.inputs)), float(px(36)))
        top = area.center().y() - pitch * len(view.inputs) / 2
        kinds = {one.name: one.kind for one in self._inputs}
        # As in the panels beside it, although the model may lack an input that nothing was shown of.
        colours = {one.name: self._look.colour(index) for index, one in enumerate(self._inputs)}
        side, value_width = px(20), px(92)
        zero = area.left() + side + px(10)
        reach = area.width() - side - px(10) - value_width
        painter.setFont(self._look.font(15, QFont.Weight.DemiBold))
        for place, name in enumerate(view.inputs):
            middle = top + (place + 0.5) * pitch
            here, share = view.has(name), view.contribution(name)
            colour = colours.get(name, self._look.colour(place)) if here else QColor(theme.rest)
            glyph = glyph_of(kinds.get(name, name))
            draw_glyph(painter, glyph, QRectF(area.left(), middle - side / 2, side, side), colour)
            track = QRectF(zero, middle - px(5), reach, px(10))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.track))
            painter.drawRoundedRect(track, px(5), px(5))
            if here and share > 0:
                painter.setBrush(colour)
                painter.drawRoundedRect(
                    QRectF(zero, track.top(), reach * min(1.0, share), track.height()), px(5), px(5)
                )
            painter.setPen(QColor(theme.text if here else theme.rest))
            words = contribution_words(share) if here else "–"
            painter.drawText(QRectF(track.right() + px(8), middle - pitch / 2, value_width, pitch), _LEFT_MIDDLE, words)


_LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class AnswerCard(Card):
    """The card around it; its heading says what is being waited for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = AnswerStrip()
        self.title.hide()
        self.body.addWidget(self.view)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.view.set_look(look)

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Answer"))
        self.view.update()
