"""Marks under the words of a text box: what each speaks for, without touching the text."""

from __future__ import annotations

import re
from bisect import bisect_right

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from mmdesk.core.explanation import TextAttribution, TextSpan
from mmdesk.ui.panels.explanation_marks import colour_for, matters, points, speaks_against, speaks_for
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.theme import DARK, Look

_STRONGEST_TINT = 84
_FAINTEST_SHARE = 0.05


class TextMarks(QWidget):
    """Lies over a text box and marks its words; the mouse and the keys reach the box below.

    A word has a tint and a bar below it in the colour of text where it speaks for the answer, a tint and a dashed bar
    in the program's own colour where it speaks against it, each as strong as its share of the strongest; below it,
    where there is room, its figure; and in any case a tooltip.

    Attributes:
        index: The input's place in the model's order, which gives its colour.
    """

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__(box.viewport())
        self._box = box
        self._look = Look(DARK, 1.0)
        self._explanation: TextAttribution | None = None
        self._answer = ""
        self._shifts: list[tuple[int, int]] = []
        self.index = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.viewport().installEventFilter(self)
        box.updateRequest.connect(self._on_box_updated)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._tint()

    def show_explanation(self, explanation: TextAttribution | None, answer: str) -> None:
        """Mark the words of the text in the box; nothing where the box holds other words, or with None."""
        self._shifts = [] if explanation is None else _shifts(explanation.text, self._box.toPlainText())
        self._explanation, self._answer = explanation if self._shifts else None, answer
        self._tint()
        self.setGeometry(self._box.viewport().rect())
        self.setVisible(self._explanation is not None)
        self._box.setAccessibleDescription("; ".join(self.marked_words()))
        self.raise_()

    def _on_box_updated(self) -> None:
        if self._explanation is not None:
            self.update()

    def marked(self) -> list[TextSpan]:
        """The words that are marked."""
        if self._explanation is None:
            return []
        least = _FAINTEST_SHARE * self._explanation.scale
        return [span for span in self._explanation.spans if matters(span.change) and abs(span.change) >= least]

    def marked_words(self) -> list[str]:
        """Each marked word and what it does."""
        text = self._box.toPlainText()
        return [f"{text[span.start : span.end]}: {points(span.change)}" for span in self.marked()]

    def words_at(self, place: QPoint) -> str:
        """What the tooltip says at a place of the viewport; empty off the words."""
        for span in [] if self._explanation is None else self._explanation.spans:
            if self._area(span).contains(place):
                share = points(span.change)
                said = speaks_against(self._answer) if span.change < 0 else speaks_for(self._answer)
                if not matters(span.change):
                    return self.tr("changes nothing")
                return self.tr("{said}: {points} points").format(said=said, points=share)
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._box.viewport().rect())
        elif event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._explanation is not None:
            QToolTip.showText(event.globalPos(), plain_tip(self.words_at(event.pos())), self._box)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._explanation is None:
            return
        painter = QPainter(self)
        px = self._look.px
        font = self._look.font(17, QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        for span in self.marked():
            area = self._area(span)
            if not 0 <= area.center().y() < self.height():
                continue  # its line has scrolled off
            colour = colour_for(self._look, self.index, span.change)
            thickness = max(2.0, px(7) * abs(span.change) / self._explanation.scale)
            y = min(area.bottom() + thickness / 2, self.height() - thickness / 2)
            pen = QPen(colour, thickness)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if span.change < 0:
                pen.setDashPattern([max(1.0, px(6) / thickness), max(0.6, px(4) / thickness)])
            painter.setPen(pen)
            painter.drawLine(QPoint(round(area.left()), round(y)), QPoint(round(area.right()), round(y)))
            words = points(span.change)
            width = max(metrics.horizontalAdvance(words), area.width())
            below = QRectF(area.center().x() - width / 2, y + thickness / 2, width, metrics.height())
            if below.bottom() <= self.height() and self._is_last_line(area):
                painter.setFont(font)
                painter.setPen(QColor(self._look.theme.text))
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)

    def _is_last_line(self, area: QRectF) -> bool:
        end = QTextCursor(self._box.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        return self._box.cursorRect(end).top() < area.bottom()

    def _area(self, span: TextSpan) -> QRectF:
        """Where a word is drawn, in the viewport; of a word that is broken over lines its first part's line."""
        cursor = self._cursor(span)
        end = self._box.cursorRect(cursor)
        cursor.setPosition(cursor.selectionStart())
        start = self._box.cursorRect(cursor)
        left, right = float(min(start.left(), end.left())), float(max(start.left(), end.left()))
        if start.top() != end.top():
            left, right = float(start.left()), float(self.width())
        return QRectF(left, start.top(), right - left, start.height())

    def _cursor(self, span: TextSpan) -> QTextCursor:
        """Return a cursor that selects a word; Qt counts UTF-16 units."""
        text = self._box.toPlainText()
        cursor = QTextCursor(self._box.document())
        shift = self._shifts[max(0, bisect_right(self._shifts, span.start, key=lambda each: each[0]) - 1)][1]
        cursor.setPosition(_units(text[: span.start + shift]))
        cursor.setPosition(_units(text[: span.end + shift]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _tint(self) -> None:
        selections = []
        for span in self.marked():
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(span)
            colour = colour_for(self._look, self.index, span.change)
            # The text keeps its contrast: even the strongest tint stays a tint of the ground.
            colour.setAlpha(
                round(_STRONGEST_TINT * abs(span.change) / self._explanation.scale) if self._explanation else 0
            )
            selection.format.setBackground(colour)
            selections.append(selection)
        self._box.setExtraSelections(selections)
        self.update()


def _shifts(read: str, shown: str) -> list[tuple[int, int]]:
    """How much further each word of the text that was read stands in the box, where blanks are as they were typed.

    Returns:
        (its first letter's index in ``read``, the difference), ascending; empty where the box begins otherwise.
    """
    words, places = list(re.finditer(r"\S+", read)), list(re.finditer(r"\S+", shown))[: len(read.split())]
    if [place[0] for place in places[:-1]] != [word[0] for word in words[:-1]]:
        return []
    if not (words and places[-1][0].startswith(words[-1][0])):  # the last one read may have been cut off
        return []
    return [(word.start(), place.start() - word.start()) for word, place in zip(words, places, strict=True)]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
