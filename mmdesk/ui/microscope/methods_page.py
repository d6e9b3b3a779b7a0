"""The same moment as every fusion method sees it, and two of them over time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from mmdesk.core.insight import MethodView, Relation
from mmdesk.core.prediction import Prediction
from mmdesk.ui.glyphs import draw_glyph
from mmdesk.ui.microscope.bar_scale import ZERO, bar_in
from mmdesk.ui.microscope.method_strip import MethodStrip
from mmdesk.ui.microscope.words import doubt_words, relation_words, unsure_words
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.spoken import Spoken
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.training_words import fusion_name, fusion_tip
from mmdesk.ui.words import percent

MOST_PINNED = 2
_ROOMY = 3
"""So many bars stand in a cell with air above and below them."""
_SMALLEST_PX = 13
_LEAST_ROW_PX, _MOST_ROW_PX = 22, 40
_ROWS_IN_VIEW = 10
"""Rows for which there is room in any case, the heading's included; more are scrolled to."""
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
EVERY_COLUMN = (0.30, 0.09, 0.09, 0.18, 0.17, 0.17)
"""Widths of name, answer, confidence, weights, contributions, relation; the pin has the rest of its own."""
FEW_COLUMNS = (0.42, 0.16, 0.14, 0.28, 0.0, 0.0)
"""The same where there is no room for the last two."""


class MethodsTable(QWidget):
    """A row per method: what it says, how sure it is, weights, contributions, relation. Keys and mouse choose and pin.

    Signals:
        fusion_wanted: Kind of the method that shall answer.
        pin_wanted: Kind of the method to pin, or to let go.
        row_reached: Number of the row that the keys or another choice have reached.

    Args:
        for_show: Whether it is only looked at, by an audience: no pins, nothing to choose, as many rows as are read.
        parent: Where it stands.

    Attributes:
        views: What is drawn.
        pinned: Kinds, the older first.
        shares: Widths of the columns; one of no width is left out.
        least_row_px: Height of a row below which rows are left out of a table that is only looked at.
    """

    fusion_wanted = Signal(str)
    pin_wanted = Signal(str)
    row_reached = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, for_show: bool = False) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._for_show = for_show
        self.shares: tuple[float, ...] = EVERY_COLUMN
        self.least_row_px = 1
        self.views: tuple[MethodView, ...] = ()
        self._all: tuple[MethodView, ...] = ()
        self.pinned: tuple[str, ...] = ()
        self._chosen = ""
        self._answer = ""
        self._by_hand = False
        self._row = 0
        self._gate = RepaintGate(self, 250)
        self._spoken = Spoken(self, self.words)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if for_show:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_prediction(self, prediction: Prediction | None) -> None:
        """Show all methods' views, or none."""
        insight = None if prediction is None else prediction.insight
        count, before = len(self.views), self._chosen
        self._answer = "" if insight is None else insight.shown.outcome.label
        self._chosen = "" if prediction is None else prediction.fusion
        self._all = () if insight is None else insight.side_by_side
        self.views = self._kept(self._all)
        if len(self.views) != count:
            self.updateGeometry()
        if self._chosen != before and self.views:
            self.row_reached.emit(next((n for n, view in enumerate(self.views) if view.fusion == self._chosen), 0))
        self._by_hand = insight is not None and insight.shown is not insight.own
        self._gate.request()
        self._spoken.note()

    def _kept(self, views: tuple[MethodView, ...]) -> tuple[MethodView, ...]:
        """Of a table that is only looked at the rows that are read: first the last that say the same are left out."""
        most = max(2, self.height() // self.least_row_px - 1)
        if not self._for_show or len(views) <= most:
            return views
        # What is chosen or says something else stays.
        order = sorted(views, key=lambda view: (view.fusion != self._chosen, not self.differs(view)))
        kept = {view.fusion for view in order[:most]}
        return tuple(view for view in views if view.fusion in kept)

    def words(self) -> str:
        """The row of the keyboard in words, and what the keys do."""
        keys = self.tr("Arrow keys choose a row, Enter uses its method, P pins it.")
        if not self.views:
            return keys
        view = self.views[min(self._row, len(self.views) - 1)]
        says = f"{view.outcome.label or '–'} {percent(view.outcome.confidence)}, {relation_words(view.relation)}"
        return f"{self.row_name(view)}: {says}. {keys}"

    def differs(self, view: MethodView) -> bool:
        """Whether a method says something else than the answer on screen."""
        return view.outcome.label != self._answer

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self._spoken.note()
        self.update()

    def row_name(self, view: MethodView) -> str:
        """A method's name, and whether its weights are held by hand."""
        name = fusion_name(view.fusion)
        return self.tr("{name} · by hand").format(name=name) if self._by_hand and view.fusion == self._chosen else name

    def minimumSizeHint(self) -> QSize:
        if self._for_show:
            return QSize(1, 1)
        rows = max(_ROWS_IN_VIEW, len(self.views) + 1)
        return QSize(self._look.px(420), self._look.px(rows * _LEAST_ROW_PX))

    def row_area(self, number: int) -> QRectF:
        """Where a row lies; -1 is the heading, which stays in view."""
        rows = len(self.views) + 1 if self._for_show else max(_ROWS_IN_VIEW, len(self.views) + 1)
        pitch = min(self.height() / rows, self._look.px(_MOST_ROW_PX))
        top = max(0, -self.y()) if number < 0 else (number + 1) * pitch
        return QRectF(0, top, self.width(), pitch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.views = self._kept(self._all)

    def moveEvent(self, event: QMoveEvent) -> None:  # noqa: ARG002 - scrolled: the heading stays
        self.update()

    def pin_area(self, number: int) -> QRectF:
        """Where a row's pin lies."""
        row = self.row_area(number)
        return QRectF(row.right() - self._look.px(38), row.top(), self._look.px(38), row.height())

    def _columns(self, row: QRectF) -> list[QRectF]:
        left, width = row.left() + self._look.px(8), row.width() - self._look.px(12 if self._for_show else 50)
        columns = []
        for share in self.shares:
            columns.append(QRectF(left, row.top(), share * width, row.height()))
            left += share * width
        return columns

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.views:
            painter.setFont(self._look.font(20))
            painter.setPen(QColor(self._look.theme.muted))
            painter.drawText(QRectF(self.rect()), _CENTRE, self.tr("no input"))
            return
        for number, view in enumerate(self.views):
            self._draw_row(painter, number, view)
        self._draw_heading(painter)

    def _draw_heading(self, painter: QPainter) -> None:
        painter.fillRect(self.row_area(-1), QColor(self._look.theme.card))
        painter.setFont(self._look.font(15))
        painter.setPen(QColor(self._look.theme.muted))
        words = (
            self.tr("Method"), self.tr("Answer"), self.tr("Sure"), self.tr("Weights"), self.tr("Contributions"),
            self.tr("Inputs"),
        )  # fmt: skip
        for area, word in zip(self._columns(self.row_area(-1)), words, strict=True):
            if area.width():
                painter.drawText(area, _LEFT, self._short(painter, word, area))

    def _draw_row(self, painter: QPainter, number: int, view: MethodView) -> None:
        theme, px, row = self._look.theme, self._look.px, self.row_area(number)
        if view.fusion == self._chosen:
            painter.fillRect(row.adjusted(0, 1, 0, -1), QColor(theme.raised))
            painter.fillRect(QRectF(row.left(), row.top() + 1, px(4), row.height() - 2), QColor(theme.answer))
        if number == self._row and self.hasFocus():
            painter.setPen(QPen(QColor(theme.state), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.adjusted(1, 1, -1, -1))
        size = min(18.0, row.height() / self._look.scale * 0.62)
        name, answer, sure, weights, contributions, relation = self._columns(row)
        other = self.differs(view)
        bold = QFont.Weight.DemiBold if view.fusion == self._chosen else QFont.Weight.Normal
        painter.setFont(self._look.font(size, bold))
        painter.setPen(QColor(theme.text))
        painter.drawText(name, _LEFT, self._short(painter, self.row_name(view), name))
        painter.setFont(self._look.font(size * 1.15, QFont.Weight.Bold))
        painter.setPen(QColor(theme.state if other else theme.text))
        label = view.outcome.label or "–"
        label = f"≠ {label}" if other else label
        painter.drawText(answer, _LEFT, self._short(painter, label, answer))
        painter.setFont(self._look.font(size))
        painter.setPen(QColor(theme.text))
        painter.drawText(sure, _LEFT, percent(view.outcome.confidence))
        if view.weights is None:
            painter.setPen(QColor(theme.muted))
            words = self.tr("not defined") if view.doubt is None else unsure_words(view.doubt.inputs)
            painter.drawText(weights, _LEFT, self._short(painter, words, weights))
        else:
            self._draw_stack(painter, weights, view.weights.tolist())
        if contributions.width():
            self._draw_contributions(painter, contributions, view.contributions.tolist())
        if relation.width():
            self._draw_relation(painter, relation, view.relation, size)
        if not self._for_show:
            self._draw_pin(painter, number, view)

    def _draw_relation(self, painter: QPainter, area: QRectF, relation: Relation, size: float) -> None:
        theme = self._look.theme
        painter.setPen(QColor(theme.state if relation is Relation.CONFLICT else theme.muted))
        painter.setFont(self._look.font(size))
        painter.drawText(area, _LEFT, self._short(painter, relation_words(relation), area))

    def _draw_pin(self, painter: QPainter, number: int, view: MethodView) -> None:
        theme, px, row = self._look.theme, self._look.px, self.row_area(number)
        side = min(row.height() - px(6), px(20))
        pin = self.pin_area(number)
        spot = QRectF(pin.center().x() - side / 2, pin.center().y() - side / 2, side, side)
        draw_glyph(painter, "pin", spot, QColor(theme.state if view.fusion in self.pinned else theme.rest))

    def _draw_stack(self, painter: QPainter, area: QRectF, shares: list[float]) -> None:
        """The weights as one bar, a stretch for each input."""
        bar = self._bar_room(area)
        left = bar.left()
        for index, share in enumerate(shares):
            painter.fillRect(QRectF(left, bar.top(), share * bar.width(), bar.height()), self._look.colour(index))
            left += share * bar.width()

    def _draw_contributions(self, painter: QPainter, area: QRectF, values: list[float]) -> None:
        """An outlined bar for each input, to the right of a line for the answer and to the left against it."""
        room = self._bar_room(area)
        zero = room.left() + ZERO * room.width()
        painter.setPen(QPen(QColor(self._look.theme.rest), 1))
        painter.drawLine(QPointF(zero, room.top()), QPointF(zero, room.bottom()))
        for index, bar in enumerate(self.contribution_bars(area, values)):
            if not bar.width():
                continue
            colour = self._look.colour(index)
            veil = QColor(colour)
            veil.setAlphaF(0.4)
            painter.fillRect(bar, veil)
            # The edge lies within: with a pen on its outline the bar would be longer than its number.
            edge = min(1.5, bar.width() / 2)
            painter.setPen(
                QPen(colour, edge, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2))

    def contribution_bars(self, area: QRectF, values: list[float]) -> list[QRectF]:
        """Where the bars of a cell's contributions lie, one below the other."""
        room = self._bar_room(area)
        if len(values) > _ROOMY:
            room.adjust(0, -self._look.px(2), 0, self._look.px(2))
        pitch = room.height() / len(values)
        tracks = [QRectF(room.left(), room.top() + n * pitch, room.width(), pitch - 1) for n in range(len(values))]
        return [bar_in(track, value) for track, value in zip(tracks, values, strict=True)]

    def _bar_room(self, area: QRectF) -> QRectF:
        px = self._look.px
        return QRectF(area.left(), area.top() + px(4), area.width() - px(14), area.height() - px(8))

    def _short(self, painter: QPainter, words: str, area: QRectF) -> str:
        """Write smaller what is too long, and shorten only what is too long even then."""
        font = painter.font()
        room = (area.width() - 4) / max(1.0, QFontMetricsF(font).horizontalAdvance(words))
        if room < 1.0:
            font.setPixelSize(max(self._look.px(_SMALLEST_PX), int(font.pixelSize() * room)))
            painter.setFont(font)
        return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width() - 4)

    def _at(self, position: QPointF) -> int | None:
        if self.row_area(-1).contains(position):
            return None
        return next((n for n in range(len(self.views)) if self.row_area(n).contains(position)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._row = number
        kind = self.views[number].fusion
        (self.pin_wanted if self.pin_area(number).contains(event.position()) else self.fusion_wanted).emit(kind)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.views) - 1
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and last >= 0:
            self._row = min(max(self._row + (1 if event.key() == Qt.Key.Key_Down else -1), 0), last)
            self.row_reached.emit(self._row)
            self._spoken.note()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._row <= last:
            self.fusion_wanted.emit(self.views[self._row].fusion)
        elif event.key() == Qt.Key.Key_P and self._row <= last:
            self.pin_wanted.emit(self.views[self._row].fusion)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            position = self.mapFromGlobal(self.cursor().pos()).toPointF()
            number = self._at(position)
            if number is not None:
                pin = self.pin_area(number).contains(position)
                view = self.views[number]
                name = fusion_name(view.fusion)
                says = f"{view.outcome.label} · {percent(view.outcome.confidence)} · {relation_words(view.relation)}"
                words = (
                    self.tr("Pin to compare over time (P): {name}")
                    if pin
                    else self.tr("Use this method (Enter): {name}")
                )
                lines = (words.format(name=name), says, doubt_words(view), "" if pin else fusion_tip(view.fusion))
                QToolTip.showText(self.cursor().pos(), plain_tip("\n".join(filter(None, lines))), self)
                return True
        return super().event(event)


class MethodsPage(QWidget):
    """The table of every method for this very moment, and up to two of them pinned, as strips over time.

    Signals:
        fusion_wanted: Kind of the method that shall answer.
    """

    fusion_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = MethodsTable()
        self.strips = (MethodStrip(), MethodStrip())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.room = QScrollArea()
        self.room.setFrameShape(QFrame.Shape.NoFrame)
        self.room.setWidgetResizable(True)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.setWidget(self.table)
        self._row.addWidget(self.room, 7)
        self._pins = QVBoxLayout()
        for strip in self.strips:
            self._pins.addWidget(strip, 1)
            strip.hide()
        self._row.addLayout(self._pins, 3)
        self._row.setStretch(1, 0)
        self.table.fusion_wanted.connect(self.fusion_wanted)
        self.table.pin_wanted.connect(self.toggle_pin)
        self.table.row_reached.connect(self._on_row_reached)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self.table.set_look(look)
        self.room.setMinimumSize(look.px(420), look.px(_ROWS_IN_VIEW * _LEAST_ROW_PX))
        for strip in self.strips:
            strip.set_look(look)
        self._row.setSpacing(look.px(12))
        self._pins.setSpacing(look.px(8))

    @Slot(int)
    def _on_row_reached(self, number: int) -> None:
        """Scroll so far that a row is in view below the heading."""
        row = self.table.row_area(number)
        above = round(row.top() - row.height())
        self.room.ensureVisible(0, round(row.bottom()), 0, 0)
        self.room.ensureVisible(0, above, 0, 0)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.table.setAccessibleName(self.tr("What every fusion method says right now"))
        self.table.retranslate()
        self.table.update()
        for strip in self.strips:
            strip.retranslate()

    def show_prediction(self, prediction: Prediction) -> None:
        """Show all methods, and remember those that are pinned."""
        self.show_snapshot(prediction)
        for strip in self.strips:
            strip.append(prediction)

    def show_snapshot(self, prediction: Prediction) -> None:
        """Show all methods at another time, and remember nothing."""
        self.table.show_prediction(prediction)

    def forget(self) -> None:
        """Begin anew: another model."""
        self.table.show_prediction(None)
        self.unpin_all()

    @property
    def pinned(self) -> tuple[str, ...]:
        """Kinds of the pinned methods, the older first."""
        return self.table.pinned

    def pin(self, kind: str) -> None:
        """Compare a method over time; a third one takes the place of the oldest."""
        if kind not in self.pinned:
            self._set_pinned((*self.pinned, kind)[-MOST_PINNED:])

    def toggle_pin(self, kind: str) -> None:
        """Pin a method, or let it go."""
        if kind in self.pinned:
            self._set_pinned(tuple(each for each in self.pinned if each != kind))
        else:
            self.pin(kind)

    def unpin_all(self) -> None:
        """Compare nothing over time."""
        self._set_pinned(())

    def _set_pinned(self, kinds: tuple[str, ...]) -> None:
        self.table.pinned = kinds
        self.table.update()
        # One that stays keeps its strip, and with it what it remembers.
        free = [strip for strip in self.strips if strip.fusion not in kinds]
        for strip in free:
            strip.show_method("")
        for kind in kinds:
            if all(strip.fusion != kind for strip in self.strips):
                free.pop(0).show_method(kind)
        for strip in self.strips:
            strip.setVisible(bool(strip.fusion))
        self._row.setStretch(1, 4 if kinds else 0)
