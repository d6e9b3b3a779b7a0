"""Weight and contribution of each input, one over the other, and the answer without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.prediction import Prediction
from mmdesk.ui.elided import Elided
from mmdesk.ui.glyphs import draw_glyph, glyph_of
from mmdesk.ui.microscope.bar_scale import ZERO, bar_in
from mmdesk.ui.microscope.words import contribution_words, unsure_words
from mmdesk.ui.spoken import Spoken
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import input_name, percent, presence_words

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_REASON_SHARE = 0.8
_VALUE_SHARE = 0.9
"""Size of the values' type in steps from a weight to the contribution below it; figures are 0.73 of it high."""
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, slots=True)
class BarRow:
    """What is drawn for one input.

    Attributes:
        weight: Share in [0, 1]; None where there is none.
        weight_words: The weight in words.
        ghost: The model's own weight while another one is held by hand, else None.
        contribution: Contribution to the answer's probability; None where there is none.
        contribution_words: The contribution in words.
        without: The answer without it; empty where that says nothing.
        decides: Whether that answer is another one.
        reason: Why it is absent, else empty.
        uncertainty: What the input leaves open by its own account, drawn where there is no weight; None if it does not
            tell.
    """

    weight: float | None
    weight_words: str
    ghost: float | None
    contribution: float | None
    contribution_words: str
    without: str
    decides: bool
    reason: str
    uncertainty: float | None = None


class ContributionBars(QWidget):
    """Two bars for each input: full for the weight (what was used), outlined for the contribution (what mattered).

    An absent input has a weight of exactly 0 and says why; a weight that is not there is never drawn.

    Signals:
        opened: Name of an input: how its numbers are computed is to be shown.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._inputs = DEFAULT_INPUTS
        self._prediction: Prediction | None = None
        self._chosen = 0
        self.elided = Elided(self)
        self._spoken = Spoken(self, self.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Show a row for each of a model's inputs, in its order."""
        self._inputs, self._prediction = tuple(inputs), None
        self.updateGeometry()
        self.update()

    def show_prediction(self, prediction: Prediction | None) -> None:
        """Show a prediction, or nothing for None."""
        self._prediction = prediction
        self._spoken.note()
        self.update()

    def words(self) -> str:
        """What is drawn, in words, input by input."""
        if self._prediction is None:
            return ""
        told = []
        for one in self._inputs:
            row = self.row(one)
            weight = self.tr("weight {weight}").format(weight=row.weight_words)
            share = self.tr("contribution {contribution}").format(contribution=row.contribution_words)
            told.append(f"{input_name(one)}: {', '.join(filter(None, (weight, share, row.without, row.reason)))}")
        return "; ".join(told)

    def row(self, one: Input) -> BarRow:
        """What is drawn for an input."""
        name, prediction = one.name, self._prediction
        if prediction is None:
            return BarRow(None, "–", None, None, "–", "", False, "")
        presence, weight = prediction.presence(name), prediction.weight(name)
        reason = "" if presence.present else presence_words(one, presence)
        if weight is not None:
            weight_words = percent(weight)
        else:
            weight_words = "–" if prediction.weights_defined else self.tr("not defined")
        insight = prediction.insight
        open_share = None if insight is None or weight is not None else insight.shown.uncertainty(name)
        if open_share is not None:
            weight_words = unsure_words([open_share])
        if insight is None:
            return BarRow(weight, weight_words, None, None, "–", "", False, reason)
        ghost = insight.own.weight(name) if insight.own is not insight.shown else None
        outcome = insight.shown.without(name)
        without, decides = "", False
        if outcome is not None:
            without = self.tr("without: {label}").format(label=outcome.label or "–")
            decides = outcome.label != insight.shown.outcome.label
        if prediction.label is None:  # without an answer there is nothing to contribute to
            return BarRow(weight, weight_words, ghost, None, "–", without, decides, reason, open_share)
        contribution = insight.shown.contribution(name)
        words = contribution_words(contribution)
        return BarRow(weight, weight_words, ghost, contribution, words, without, decides, reason, open_share)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            row = int(event.position().y() * len(self._inputs) / max(1, self.height()))
            self.opened.emit(self._inputs[min(row, len(self._inputs) - 1)].name)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._chosen = min(max(0, self._chosen + step), len(self._inputs) - 1)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._inputs[min(self._chosen, len(self._inputs) - 1)].name)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(len(self._inputs) * 66))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(420), self._look.px(len(self._inputs) * min(56, max(40, 200 / len(self._inputs)))))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.elided.begin()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = [self.row(one) for one in self._inputs]
        px = self._look.px
        names = QFontMetricsF(self._name_font())
        widest_name = max(names.horizontalAdvance(input_name(one)) for one in self._inputs)
        left = min(widest_name, max(px(130), self.width() / 5)) + px(60)
        values = QFontMetricsF(self._value_font())
        widest = [
            values.horizontalAdvance(words) for row in rows for words in (row.weight_words, row.contribution_words)
        ]
        # As wide as the widest value there can be: tracks that change their length with every answer cannot be read.
        value = max(*widest, values.horizontalAdvance(contribution_words(-0.99))) + px(16)
        without = px(170) if self.width() > px(700) else px(130)
        pitch = self.height() / len(self._inputs)
        for index, (one, row) in enumerate(zip(self._inputs, rows, strict=True)):
            area = QRectF(0, index * pitch, self.width(), pitch)
            if self.hasFocus() and index == min(self._chosen, len(rows) - 1):
                painter.setPen(QPen(QColor(self._look.theme.state), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), px(6), px(6))
            track = QRectF(left, area.top(), max(px(60), self.width() - left - value - without), pitch)
            spot = QRectF(area.left() + px(4), area.center().y() - px(28) / 2, px(28), px(28))
            draw_glyph(painter, glyph_of(one.kind), spot, self._look.colour(index))
            self._draw_name(painter, QRectF(px(42), area.top(), left - px(50), pitch), input_name(one), row)
            self._draw_bars(painter, track, self._look.colour(index), row)
            self._draw_values(painter, track, value, row)
            self._draw_without(painter, QRectF(self.width() - without, area.top(), without, pitch), row)

    def _name_font(self) -> QFont:
        return self._look.font(21, QFont.Weight.DemiBold)

    def _value_font(self) -> QFont:
        """As large as leaves air between a weight and the contribution below it."""
        font = self._look.font(21, QFont.Weight.Bold)
        upper, lower = self._halves(QRectF(0, 0, 0, self.height() / len(self._inputs)))
        font.setPixelSize(max(1, min(font.pixelSize(), int(_VALUE_SHARE * (lower.top() - upper.top())))))
        return font

    def _halves(self, track: QRectF) -> tuple[QRectF, QRectF]:
        """The weight's bar and the contribution's below it."""
        height = min(track.height() * 0.36, self._look.px(26))
        middle, gap = track.center().y(), self._look.px(2)
        upper = QRectF(track.left(), middle - height - gap, track.width(), height)
        return upper, QRectF(track.left(), middle + gap, track.width(), height)

    def _draw_name(self, painter: QPainter, area: QRectF, name: str, row: BarRow) -> None:
        theme = self._look.theme
        painter.setFont(self._name_font())
        painter.setPen(QColor(theme.muted if row.reason else theme.text))
        painter.drawText(area, _LEFT, self.elided.short(QFontMetricsF(painter.font()), name, area.width()))

    def _draw_bars(self, painter: QPainter, track: QRectF, colour: QColor, row: BarRow) -> None:
        px, theme = self._look.px, self._look.theme
        upper, lower = self._halves(track)
        zero = track.left() + ZERO * track.width()
        reach = track.right() - zero
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(zero, upper.top(), reach, upper.height()), QColor(theme.track))
        painter.fillRect(lower, QColor(theme.track))
        if row.weight:
            painter.fillRect(bar_in(upper, row.weight), colour)
        elif row.uncertainty and not row.reason:
            painter.fillRect(bar_in(upper, row.uncertainty), QColor(theme.rest))
        if row.ghost is not None:
            x = zero + reach * row.ghost
            painter.setPen(QPen(QColor(theme.text), px(3)))
            painter.drawLine(QLineF(x, upper.top() - px(3), x, upper.bottom() + px(1)))
        if row.contribution is not None and round(100 * row.contribution):
            bar = bar_in(lower, row.contribution)
            veil = QColor(colour)
            veil.setAlphaF(0.35)
            painter.fillRect(bar, veil)
            edge = min(px(3), bar.width() / 2)
            painter.setPen(
                QPen(colour, edge, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2))
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(QLineF(zero, upper.top() - px(2), zero, lower.bottom() + px(2)))
        if row.reason:
            font = self._look.font(16)
            font.setPixelSize(max(1, min(font.pixelSize(), int(_REASON_SHARE * upper.height()))))
            painter.setFont(font)
            painter.setPen(QColor(theme.muted))
            words = QRectF(zero + px(10), upper.top(), reach - px(10), upper.height())
            painter.drawText(words, _LEFT, self.elided.short(QFontMetricsF(font), row.reason, words.width()))

    def _draw_values(self, painter: QPainter, track: QRectF, width: float, row: BarRow) -> None:
        theme = self._look.theme
        painter.setFont(self._value_font())
        line = QFontMetricsF(painter.font()).height()
        values = (row.weight_words, row.weight), (row.contribution_words, row.contribution)
        for part, (words, value) in zip(self._halves(track), values, strict=True):
            painter.setPen(QColor(theme.text if value else theme.muted))
            room = QRectF(track.right(), part.center().y() - line / 2, width, line)
            painter.drawText(room, _RIGHT, words)

    def _draw_without(self, painter: QPainter, area: QRectF, row: BarRow) -> None:
        if not row.without:
            return
        theme, px = self._look.theme, self._look.px
        font = self._look.font(19, QFont.Weight.Bold if row.decides else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.state if row.decides else theme.muted))
        room = area.adjusted(px(20), 0, 0, 0)
        painter.drawText(room, _LEFT, self.elided.short(QFontMetricsF(font), row.without, room.width() - px(4)))
