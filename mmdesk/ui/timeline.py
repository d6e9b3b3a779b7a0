"""The last half minute on a line, to go back to."""

from __future__ import annotations

from itertools import groupby, pairwise

from PySide6.QtCore import QLineF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.history import HISTORY_S, HistorySpan, HistoryTick, Rerun, Snapshot
from mmdesk.core.insight import Relation
from mmdesk.ui.cursor_line import CENTRE, CursorLine
from mmdesk.ui.language import number_text
from mmdesk.ui.panels.card import Aside
from mmdesk.ui.theme import Look
from mmdesk.ui.timeline_blocks import LONGEST_STEP_S, Block, blocks
from mmdesk.ui.words import percent

RERUN_S = 10.0

_AXIS_S = 10


class TimelineView(CursorLine):
    """The line itself: answers as blocks, conflicts along the upper edge, a cursor, and the rerun below.

    Signals:
        moved: The cursor stands elsewhere.
        snapshot_wanted: Time of the tick under the cursor.

    Attributes:
        ticks: What can be gone back to, oldest first.
        rerun: What came of running again, or None.
    """

    moved = Signal()
    snapshot_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: tuple[HistoryTick, ...] = ()
        self.rerun: Rerun | None = None
        self._index = 0
        self._asked = -1

    def show_ticks(self, ticks: tuple[HistoryTick, ...]) -> None:
        """Show what can be gone back to; the cursor stands at the newest."""
        self.ticks, self.rerun = ticks, None
        self._index = self._asked = max(0, len(ticks) - 1)
        self._timer.stop()
        self.redraw()

    def show_rerun(self, rerun: Rerun | None) -> None:
        """Show the answers of a rerun below those of then."""
        self.rerun = rerun
        self.redraw()

    @property
    def tick(self) -> HistoryTick | None:
        """The tick under the cursor."""
        return self.ticks[self._index] if self.ticks else None

    @property
    def age_s(self) -> float:
        """How long before the freeze the cursor stands."""
        return self.ticks[-1].time_s - self.ticks[self._index].time_s if self.ticks else 0.0

    def step(self, ticks: int) -> None:
        """Move the cursor by so many ticks."""
        self._go_to(self._index + ticks)

    def step_s(self, seconds: float) -> None:
        """Move the cursor to the tick nearest to so many seconds later."""
        if self.ticks:
            self._go_to(self._nearest(self.ticks[self._index].time_s + seconds))

    def differing(self) -> list[Block]:
        """Stretches of the rerun whose answers are other ones than then."""
        if self.rerun is None:
            return []
        pairs = list(zip(self.rerun.before, self.rerun.after, strict=True))
        others = {tick.time_s for then, tick in pairs if tick.label != then.label}
        # cut where equal and differing stretches meet, or one block could be half of each
        found: list[Block] = []
        for differs, stretch in groupby(self.rerun.after, key=lambda tick: tick.time_s in others):
            here = list(stretch)
            if found and found[-1].to_s < here[0].time_s <= found[-1].to_s + LONGEST_STEP_S:
                found[-1] = found[-1]._replace(to_s=here[0].time_s)
            found += blocks(here) if differs else []
        return found

    def _nearest(self, time_s: float) -> int:
        return min(range(len(self.ticks)), key=lambda index: abs(self.ticks[index].time_s - time_s))

    def _go_to(self, index: int) -> None:
        if not self.ticks:
            return
        self._index = min(max(index, 0), len(self.ticks) - 1)
        self.moved.emit()
        self._ask_soon()

    def _ask(self) -> bool:
        if self._asked == self._index or self.tick is None:
            return False
        self._asked = self._index
        self.snapshot_wanted.emit(self.tick.time_s)
        return True

    # --- drawing ----------------------------------------------------------------------------------------------------

    def x_of(self, time_s: float) -> float:
        """Where a time lies."""
        line = self._line()
        return (
            line.right() - (self.ticks[-1].time_s - time_s) / HISTORY_S * line.width() if self.ticks else line.right()
        )

    def _cursor_s(self) -> float | None:
        return None if self.tick is None else self.tick.time_s

    def _draw_still(self, painter: QPainter, line: QRectF) -> None:
        theme, px = self._look.theme, self._look.px
        ages = range(0, int(HISTORY_S) + 1, _AXIS_S)
        self._draw_axis(
            painter,
            line,
            [
                (
                    line.right() - age / HISTORY_S * line.width(),
                    self.tr("−{seconds} s").format(seconds=age) if age else self.tr("frozen"),
                )
                for age in ages
            ],
        )
        if not self.ticks:
            painter.drawText(line, CENTRE, self.tr("no history yet"))
            return
        upper, lower = QRectF(line), QRectF(line)
        if self.rerun is not None:
            upper.setHeight(line.height() / 2 - 1)
            lower.setTop(line.top() + line.height() / 2 + 1)
        self._draw_blocks(painter, upper, blocks(self.ticks))
        painter.setPen(QPen(QColor(theme.state), px(4)))
        for before, tick in pairwise((None, *self.ticks)):
            if tick is not None and tick.relation is Relation.CONFLICT:
                joined = before is not None and tick.time_s - before.time_s <= LONGEST_STEP_S
                right = self.x_of(tick.time_s)
                left = self.x_of(before.time_s) if before is not None and joined else right - px(2)
                painter.drawLine(QLineF(left, line.top() + 2, right, line.top() + 2))
        if self.rerun is not None:
            self._draw_blocks(painter, lower, blocks(self.rerun.after))
            painter.setPen(QPen(QColor(theme.state), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for block in self.differing():
                painter.drawRect(self._area(block, lower).adjusted(1, 1, -1, -1))

    def _area(self, block: Block, row: QRectF) -> QRectF:
        left = self.x_of(block.from_s)
        return QRectF(left, row.top(), max(2.0, self.x_of(block.to_s) - left), row.height())

    def _draw_blocks(self, painter: QPainter, row: QRectF, found: list[Block]) -> None:
        theme = self._look.theme
        painter.setFont(self._look.font(18, QFont.Weight.Bold))
        metrics = QFontMetricsF(painter.font())
        for number, block in enumerate(block for block in found if block.label is not None):
            area = self._area(block, row)
            painter.fillRect(area, QColor(theme.line if number % 2 else theme.track))
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawLine(area.topLeft(), area.bottomLeft())
            if block.label is not None and metrics.horizontalAdvance(block.label) + 4 < area.width():
                painter.setPen(QColor(theme.text))
                painter.drawText(area, CENTRE, block.label)

    # --- input ------------------------------------------------------------------------------------------------------

    def _follow(self, x: float) -> None:
        if self.ticks:
            line = self._line()
            self._go_to(self._nearest(self.ticks[-1].time_s - (line.right() - x) / line.width() * HISTORY_S))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._follow(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.step(1 if event.angleDelta().y() > 0 else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.step_s(float(way))
        elif way is not None:
            self.step(way)
        elif event.key() == Qt.Key.Key_Home:
            self._go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self._go_to(len(self.ticks) - 1)
        else:
            super().keyPressEvent(event)


class TimelineBar(QFrame):
    """The bar at the foot of a frozen window.

    Signals:
        snapshot_wanted: Time of a kept tick.
        rerun_wanted: Seconds to run again.
        live_wanted: The window shall go on.
    """

    snapshot_wanted = Signal(float)
    rerun_wanted = Signal(float)
    live_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._snapshot: Snapshot | None = None
        self._then: HistoryTick | None = None
        self.where = QLabel()
        self.where.setObjectName("title")
        self.aside = Aside()
        self.back_button, self.on_button = QPushButton("◀"), QPushButton("▶")
        self.rerun_button, self.live_button = QPushButton(), QPushButton()
        self.view = TimelineView()
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        for part in (self.back_button, self.on_button, self.where):
            self._row.addWidget(part)
        self._row.addWidget(self.aside, 1)
        for part in (self.rerun_button, self.live_button):
            self._row.addWidget(part)
        self._column.addLayout(self._row)
        self._column.addWidget(self.view, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.view.snapshot_wanted.connect(self.snapshot_wanted)
        self.view.moved.connect(self._say)
        self.back_button.clicked.connect(self._on_back)
        self.on_button.clicked.connect(self._on_on)
        self.rerun_button.clicked.connect(self._on_rerun)
        self.live_button.clicked.connect(self.live_wanted)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self.view.set_look(look)
        self.setFixedHeight(look.px(150))
        self._column.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        self._column.setSpacing(look.px(6))
        self._row.setSpacing(look.px(9))

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.back_button.setAccessibleName(self.tr("One tick back"))
        self.on_button.setAccessibleName(self.tr("One tick forward"))
        for button in (self.back_button, self.on_button):
            button.setToolTip(button.accessibleName())
        self.rerun_button.setText(self.tr("Rerun the last {seconds} s").format(seconds=int(RERUN_S)))
        self.live_button.setText(self.tr("Back to live"))
        self.view.setAccessibleName(self.tr("Timeline of the last half minute"))
        self.view.redraw()
        self._say()

    def show_span(self, span: HistorySpan) -> None:
        """Show what can be gone back to."""
        self._snapshot = None
        self.view.show_ticks(span.ticks)
        self._say()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say where the window stands, and what the answer is now."""
        self._snapshot = snapshot
        found = [tick for tick in self.view.ticks if tick.time_s == snapshot.prediction.time_s]
        self._then = found[0] if found else None
        self._say()

    def show_rerun(self, rerun: Rerun) -> None:
        """Show what came of running the last seconds again."""
        self.view.show_rerun(rerun)
        self._say()

    def forget(self) -> None:
        """Show nothing: the window has just been frozen."""
        self._snapshot = self._then = None
        self.view.show_ticks(())
        self._say()

    @Slot()
    def _say(self) -> None:
        position = (
            self.tr("frozen")
            if self.view.age_s < 0.005
            else self.tr("−{seconds} s").format(seconds=number_text(self.view.age_s, ".1f"))
        )
        self.where.setText(position)
        self.aside.setText(" · ".join(words for words in (self._snapshot_words(), self._rerun_words()) if words))
        self.view.setAccessibleDescription(f"{position}. {self.aside.text()}")

    def _snapshot_words(self) -> str:
        snapshot, tick = self._snapshot, self.view.tick
        if snapshot is None or tick is None or snapshot.prediction.time_s != tick.time_s:
            return "…" if tick is not None else ""  # being looked at
        if snapshot.as_it_was:
            return self.tr("as it was: {answer}").format(
                answer=self._answer(snapshot.prediction.label, snapshot.prediction.confidence)
            )
        then = self._answer(self._then.label, self._then.confidence) if self._then is not None else "–"
        now = self._answer(snapshot.prediction.label, snapshot.prediction.confidence)
        return self.tr("then: {then}; now: {now}").format(then=then, now=now)

    def _answer(self, label: str | None, confidence: float | None) -> str:
        return self.tr("no answer") if label is None or confidence is None else f"{label}, {percent(confidence)}"

    def _rerun_words(self) -> str:
        rerun = self.view.rerun
        if rerun is None:
            return ""
        words = self.tr("rerun: {same} of {count} answers are the same in every digit")
        return words.format(same=rerun.same, count=len(rerun.before))

    @Slot()
    def _on_back(self) -> None:
        self.view.step(-1)

    @Slot()
    def _on_on(self) -> None:
        self.view.step(1)

    @Slot()
    def _on_rerun(self) -> None:
        self.rerun_wanted.emit(RERUN_S)
