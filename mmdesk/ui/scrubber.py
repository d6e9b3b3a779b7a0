"""A whole recording on a line: its answers, its marks, the chosen stretch, and where it stands."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from mmdesk.core.transport import Mark, PlayedContents, TransportState
from mmdesk.ui.cursor_line import CENTRE, CursorLine
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.recorder_words import clock_words

_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200)
_MOST_TIMES = 8
_MARK_WAYS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_NO_CONTENTS = PlayedContents("", 0.0)


class Scrubber(CursorLine):
    """The line itself.

    Signals:
        place_wanted: A time of the recording.
        steps_wanted: By how many answers to go on; back, if negative.

    Attributes:
        contents: What there is.
    """

    place_wanted = Signal(float)
    steps_wanted = Signal(int)

    HEIGHT, ABOVE = 58, 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contents = _NO_CONTENTS
        self._state = TransportState()
        self._dragged_s: float | None = None
        self._asked_s = -1.0

    def show_contents(self, contents: PlayedContents) -> None:
        """Show what there is in a recording."""
        self.contents = contents
        self._dragged_s = None
        self.redraw()

    def show_state(self, state: TransportState) -> None:
        """Show where it stands, and what of it is chosen."""
        before, self._state = self._state, state
        if (before.begin_s, before.end_s) != (state.begin_s, state.end_s):
            self.redraw()
        elif before.position_s != state.position_s:
            self.update()

    @property
    def position_s(self) -> float:
        """Where the cursor stands: while it is dragged, where that is."""
        return self._state.position_s if self._dragged_s is None else self._dragged_s

    def label_at(self, time_s: float) -> str:
        """The answer at a time; empty for none."""
        answers = self.contents.answers
        number = bisect_right(answers, time_s, key=attrgetter("from_s")) - 1
        return answers[number].label if number >= 0 and time_s <= answers[number].to_s + 1.0 else ""

    def mark_beside(self, time_s: float, way: int) -> Mark | None:
        """The next mark after a time, or the last before it for a negative way."""
        if way > 0:
            return next((mark for mark in self.contents.marks if mark.time_s > time_s + 1e-3), None)
        return next((mark for mark in reversed(self.contents.marks) if mark.time_s < time_s - 1e-3), None)

    # --- drawing ----------------------------------------------------------------------------------------------------

    def x_of(self, time_s: float) -> float:
        """Where a time lies."""
        line = self._line()
        return line.left() + line.width() * min(max(time_s / max(self.contents.duration_s, 1e-6), 0.0), 1.0)

    def _cursor_s(self) -> float:
        return self.position_s

    def _draw_still(self, painter: QPainter, line: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        self._draw_answers(painter, line)
        self._draw_times(painter, line)
        shade = QColor(theme.card)
        shade.setAlpha(190)
        chosen = self.x_of(self._state.begin_s), self.x_of(self._state.end_s or self.contents.duration_s)
        painter.fillRect(QRectF(line.left(), line.top(), chosen[0] - line.left(), line.height()), shade)
        painter.fillRect(QRectF(chosen[1], line.top(), line.right() - chosen[1], line.height()), shade)
        painter.setPen(QPen(QColor(theme.text), self._look.px(2)))
        for x, edge in zip(chosen, (line.left(), line.right()), strict=True):
            if abs(x - edge) > 1:
                painter.drawLine(QLineF(x, line.top(), x, line.bottom()))
        self._draw_marks(painter, line)

    def _draw_answers(self, painter: QPainter, line: QRectF) -> None:
        theme = self._look.theme
        painter.setFont(self._look.font(16, QFont.Weight.Bold))
        metrics = QFontMetricsF(painter.font())
        for number, stretch in enumerate(each for each in self.contents.answers if each.label):
            left = self.x_of(stretch.from_s)
            area = QRectF(left, line.top(), max(1.0, self.x_of(stretch.to_s) - left), line.height())
            painter.fillRect(area, QColor(theme.line if number % 2 else theme.track))
            if metrics.horizontalAdvance(stretch.label) + 4 < area.width():
                painter.setPen(QColor(theme.text))
                painter.drawText(area, CENTRE, stretch.label)

    def _draw_times(self, painter: QPainter, line: QRectF) -> None:
        duration_s = self.contents.duration_s
        if not duration_s:
            return
        step_s = next((step for step in _STEPS_S if duration_s / step <= _MOST_TIMES), _STEPS_S[-1])
        times_s = [number * step_s for number in range(int(duration_s / step_s) + 1)]
        self._draw_axis(painter, line, [(self.x_of(time_s), clock_words(time_s)) for time_s in times_s])

    def _draw_marks(self, painter: QPainter, line: QRectF) -> None:
        theme, px = self._look.theme, self._look.px
        painter.setPen(QPen(QColor(theme.state), px(2)))
        painter.setBrush(QColor(theme.state))
        for mark in self.contents.marks:
            x, top = self.x_of(mark.time_s), line.top() - px(10)
            painter.drawLine(QLineF(x, top, x, line.bottom()))
            flag = QPolygonF([QPointF(x, top), QPointF(x + px(9), top + px(4)), QPointF(x, top + px(8))])
            painter.drawPolygon(flag)

    # --- input ------------------------------------------------------------------------------------------------------

    def _time_at(self, x: float) -> float:
        line = self._line()
        return min(max((x - line.left()) / max(1.0, line.width()), 0.0), 1.0) * self.contents.duration_s

    def _mark_near(self, x: float) -> Mark | None:
        near = [mark for mark in self.contents.marks if abs(self.x_of(mark.time_s) - x) <= self._look.px(6)]
        return min(near, key=lambda mark: abs(self.x_of(mark.time_s) - x), default=None)

    def _follow(self, x: float, y: float) -> None:
        mark = self._mark_near(x) if y <= self._line().top() + 2 else None
        self._dragged_s = self._time_at(x) if mark is None else mark.time_s
        self._ask_soon()

    def _ask(self) -> bool:
        if self._dragged_s is None or self._asked_s == self._dragged_s:
            return False
        self._asked_s = self._dragged_s
        self.place_wanted.emit(self._dragged_s)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._asked_s = -1.0
            self._follow(event.position().x(), event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event.position().x(), event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._dragged_s is not None:
            if self._asked_s != self._dragged_s:
                self.place_wanted.emit(self._dragged_s)
            self._dragged_s = None
            self._timer.stop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.steps_wanted.emit(1 if event.angleDelta().y() > 0 else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        mark_way = self._mark_way(event)
        if way is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.place_wanted.emit(self._state.position_s + way)
        elif way is not None:
            self.steps_wanted.emit(way)
        elif mark_way is not None:
            mark = self.mark_beside(self._state.position_s, mark_way)
            if mark is not None:
                self.place_wanted.emit(mark.time_s)
        elif event.key() == Qt.Key.Key_Home:
            self.place_wanted.emit(self._state.begin_s)
        elif event.key() == Qt.Key.Key_End:
            self.place_wanted.emit(self._state.end_s)
        else:
            super().keyPressEvent(event)

    def _mark_way(self, event: QKeyEvent) -> int | None:
        """Which way a key leads from mark to mark; None for another key, and where there are no marks."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return None if held or not self.contents.marks else _MARK_WAYS.get(Qt.Key(event.key()))

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.ShortcutOverride and self._mark_way(event) is not None:
            event.accept()  # else the key changes the stage's scene, as everywhere in the window
            return True
        if isinstance(event, QHelpEvent) and kind == QEvent.Type.ToolTip:
            x = float(event.pos().x())
            mark, time_s = self._mark_near(x), self._time_at(x)
            said = [clock_words(time_s if mark is None else mark.time_s), mark.name if mark else self.label_at(time_s)]
            QToolTip.showText(event.globalPos(), plain_tip(" · ".join(words for words in said if words)), self)
            return True
        return super().event(event)
