"""The words that the model reads, as large as they fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QWidget

from mmdesk.core.explanation import Explanation, TextAttribution, TextSpan
from mmdesk.ui.lettering import lettering
from mmdesk.ui.panels.explanation_marks import changes_nothing, colour_for, draw_legend, draw_note, matters
from mmdesk.ui.panels.input_view import InputView
from mmdesk.ui.theme import Look

_LARGEST_PX, _LEAST_PX = 120, 34
_STRONGEST_TINT = 120
_FAINTEST_SHARE = 0.05
_LEGEND_PX = 40


class WordsView(InputView):
    """A text as the model read it; while it is explained, with marks under the words that speak for or against.

    Attributes:
        text: What is drawn; empty for nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self._type_scale = 1.0
        self._explanation: TextAttribution | None = None
        self._answer = ""

    def set_type(self, scale: float) -> None:
        """Take the size of the stage's own type, which is not that of the marks."""
        self._type_scale = scale
        self.update()

    def show_text(self, text: str) -> None:
        """Draw this text next."""
        if text != self.text:
            self.text = text
            self.setAccessibleDescription(text)
            self.update()

    def explain(self, explanation: Explanation | None, name: str, newest_s: float | None = None) -> None:  # noqa: ARG002
        self._explanation = None if explanation is None else explanation.part(name, TextAttribution)
        self._answer = "" if explanation is None else explanation.label
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._look.theme, self._look.px
        painter.fillRect(self.rect(), QColor(theme.card))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.screen))
        painter.drawRoundedRect(QRectF(self.rect()), px(10), px(10))
        room = QRectF(self.rect()).adjusted(px(10), px(4), -px(10), -px(4))
        if self._explanation is not None:
            self._draw_explained(painter, room, self._explanation)
        elif self.text:
            painter.setPen(QColor(theme.text if self.present else theme.muted))
            lettering(self.text, room, *self._type()).draw(painter, room)

    def _type(self) -> tuple[QFont, int]:
        look = Look(self._look.theme, self._type_scale)
        return look.font(_LARGEST_PX, QFont.Weight.DemiBold), look.px(_LEAST_PX)

    def _marked(self, explanation: TextAttribution) -> list[TextSpan]:
        least = _FAINTEST_SHARE * explanation.scale
        return [span for span in explanation.spans if matters(span.change) and abs(span.change) >= least]

    def _draw_explained(self, painter: QPainter, room: QRectF, explanation: TextAttribution) -> None:
        legend = self._look.px(_LEGEND_PX)
        upper = room.adjusted(0, 0, 0, -legend)
        marked = self._marked(explanation)
        letters = lettering(explanation.text, upper.adjusted(0, 0, 0, -upper.height() / 3), *self._type())
        layout = QTextLayout(explanation.text, letters.font)
        option = layout.textOption()
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        metrics = QFontMetricsF(letters.font)
        pitch = metrics.height() * 1.5
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid() and height + metrics.height() <= upper.height():
            line.setLineWidth(upper.width())
            line.setPosition(QPointF(0, height))
            height += pitch
        layout.endLayout()
        at = QPointF(upper.left(), upper.top() + max(0.0, (upper.height() - height) / 2))
        self._draw_tints(painter, layout, at, explanation, marked)
        painter.setPen(QColor(self._look.theme.text))
        layout.draw(painter, at)
        if not marked:
            draw_note(painter, room, self._look, changes_nothing(self._answer), at_bottom=True)
            return
        draw_legend(painter, room, self._look, self.index, self._answer, "", at_bottom=True)

    def _draw_tints(
        self, painter: QPainter, layout: QTextLayout, at: QPointF, explanation: TextAttribution, marked: list[TextSpan]
    ) -> None:
        """Tint the marked words and draw a bar below each, dashed where it speaks against the answer."""
        for span in marked:
            start, end = (len(explanation.text[:place].encode("utf-16-le")) // 2 for place in (span.start, span.end))
            line = layout.lineForTextPosition(start)
            if not line.isValid() or line.width() <= 0:
                continue
            last = min(end, line.textStart() + line.textLength())
            sides = (self._x_of(line, start), self._x_of(line, last))
            area = QRectF(min(sides), line.y(), abs(sides[1] - sides[0]), line.height()).translated(at)
            colour = colour_for(self._look, self.index, span.change)
            tint = QColor(colour)
            tint.setAlpha(round(_STRONGEST_TINT * abs(span.change) / explanation.scale))
            painter.fillRect(area, tint)
            pen = QPen(colour, max(3.0, self._look.px(5) * abs(span.change) / explanation.scale))
            pen.setStyle(Qt.PenStyle.SolidLine if span.change > 0 else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _x_of(self, line: object, place: int) -> float:
        found = line.cursorToX(place)  # type: ignore[attr-defined]
        return float(found[0] if isinstance(found, tuple) else found)
