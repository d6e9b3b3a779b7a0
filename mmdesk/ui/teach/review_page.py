"""All examples of one class: to look at, to delete, to move to another class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mmdesk.core.teaching import BACKGROUND, LessonState, TaughtSample
from mmdesk.core.teaching_report import SampleNote
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.language import number_text
from mmdesk.ui.panels.card import Aside
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.problems import words_of
from mmdesk.ui.teach.sample_pictures import SamplePictures, shortened, words_in
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import input_name

_TILE_PX = 132
_MARK_PX = 26
_NAME_PX = 360
_NAME_CHARS = 60
"""Of a class's name in a menu, which no screen may be too narrow for."""
_SAMPLE = Qt.ItemDataRole.UserRole
_FAULTY = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class _Samples(QAbstractListModel):
    """The examples of a class, in the order in which they were shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.samples: tuple[TaughtSample, ...] = ()
        self.notes: Mapping[str, Sequence[SampleNote]] = {}
        self.name = ""

    def show(self, samples: Sequence[TaughtSample]) -> None:
        """Let it hold these."""
        self.beginResetModel()
        self.samples = tuple(samples)
        self.endResetModel()

    def show_notes(self, notes: Mapping[str, Sequence[SampleNote]]) -> None:
        """Let it know what of examples cannot be used, by their ids."""
        self.notes = notes
        if self.samples:
            self.dataChanged.emit(self.index(0), self.index(len(self.samples) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.samples)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.samples):
            return None
        sample = self.samples[index.row()]
        if role == _SAMPLE:
            return sample
        if role == _FAULTY:
            return sample.id in self.notes
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            names = ", ".join(input_name(name) for name in sample.inputs)
            faults = [note.fault.problem(self.name, index.row() + 1) for note in self.notes.get(sample.id, ())]
            why = (" ".join(filter(None, words_of(each))) for each in faults)
            words = "\n".join(filter(None, (f"{index.row() + 1}: {names}", *why, words_in(sample))))
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


class _Tile(QStyledItemDelegate):
    """Draws an example as a square, framed where it is selected, with a mark where something cannot be used."""

    def __init__(self, pictures: SamplePictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.look = Look(DARK, 1.0)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        side = self.look.px(_TILE_PX) + self.look.px(12)
        return QSize(side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        sample = index.data(_SAMPLE)
        if not isinstance(sample, TaughtSample):
            return
        side, state, rect = self.look.px(_TILE_PX), option.state, QRect(option.rect)
        left, top = rect.center().x() - side // 2, rect.center().y() - side // 2
        painter.drawPixmap(left, top, self._pictures.of(sample, side))
        if index.data(_FAULTY):
            self._draw_mark(painter, QRectF(left, top, side, side))
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = self.look.px(4 if selected else 2)
            painter.setPen(QPen(QColor(self.look.theme.state if selected else self.look.theme.muted), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRect(left, top, side, side), side / 16, side / 16)

    def _draw_mark(self, painter: QPainter, tile: QRectF) -> None:
        theme, side, gap = self.look.theme, self.look.px(_MARK_PX), self.look.px(6)
        disc = QRectF(tile.right() - side - gap, tile.top() + gap, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.state))
        painter.drawEllipse(disc)
        painter.setPen(QColor(theme.on_state))
        painter.setFont(self.look.font(18, QFont.Weight.Bold))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "!")


class ReviewPage(QWidget):
    """The examples of one class.

    Args:
        pictures: Draws them.

    Signals:
        closed: The cards are wanted again.
        delete_wanted: Ids of examples that are to go.
        move_wanted: Ids of examples, and the class that they belong to.

    Attributes:
        class_id: Whose examples they are.
    """

    closed = Signal()
    delete_wanted = Signal(list)
    move_wanted = Signal(list, str)

    def __init__(self, pictures: SamplePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.class_id = BACKGROUND
        self._state = LessonState()
        self.back_button, self.delete_button, self.move_button = GlyphButton("back"), QPushButton(), QPushButton()
        self.all_button = QPushButton()
        self.title, self.aside = Aside(), Aside()  # names may be wider than any screen
        self.title.setObjectName("headline")
        self.list, self._model = QListView(), _Samples(self)
        self._tile = _Tile(pictures, self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._tile)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.installEventFilter(self)
        self.list.selectionModel().selectionChanged.connect(self._refresh)
        self._head = QHBoxLayout()
        self._head.addWidget(self.back_button)
        self._head.addWidget(self.title)
        self._head.addWidget(self.aside, 1)
        for button in (self.all_button, self.move_button, self.delete_button):
            self._head.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.list, 1)
        self.back_button.clicked.connect(self.closed)
        self.all_button.clicked.connect(self.list.selectAll)
        self.delete_button.clicked.connect(self._on_delete)
        self.move_button.clicked.connect(self._offer_classes)
        self.retranslate()

    @property
    def selected(self) -> list[str]:
        """Ids of the examples that are selected."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self._model.samples[row].id for row in rows]

    def show_class(self, state: LessonState, class_id: str) -> None:
        """Show the examples of a class; those that were selected and are still there stay selected."""
        kept = set(self.selected) if class_id == self.class_id else set()
        self._state, self.class_id = state, class_id
        samples = state.of_class(class_id)
        if samples != self._model.samples:
            self._model.show(samples)
            for row, sample in enumerate(samples):
                if sample.id in kept:
                    self.list.selectionModel().select(self._model.index(row), QItemSelectionModel.SelectionFlag.Select)
        self._refresh()

    def show_notes(self, notes: Mapping[str, Sequence[SampleNote]]) -> None:
        """Mark the examples of which something cannot be used, and say why; notes by the examples' ids."""
        self._model.show_notes(notes)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._tile.look = look
        self._head.setSpacing(look.px(8))
        self.title.setMaximumWidth(look.px(_NAME_PX))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self.back_button.set_look(look)
        self.list.setSpacing(0)
        self.list.doItemsLayout()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.back_button.setAccessibleName(self.tr("Back to all classes"))
        self.back_button.setToolTip(self.tr("Back to all classes (Esc)"))
        self.all_button.setText(self.tr("Select all"))
        self.delete_button.setText(self.tr("Delete"))
        self.move_button.setText(self.tr("Move to …"))
        self.list.setAccessibleName(self.tr("Examples"))
        self._refresh()

    def move_menu(self) -> QMenu:
        """Return the menu of the other classes."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        ids = self.selected
        for one in self._state.classes:
            if one.id != self.class_id:
                action = menu.addAction(shortened(one.name, _NAME_CHARS).replace("&", "&&"))
                action.setToolTip(plain_tip(one.name))
                action.triggered.connect(partial(self.move_wanted.emit, ids, one.id))
        if self.class_id != BACKGROUND:
            menu.addSeparator()
            background = menu.addAction(self.tr("None of these"))
            background.triggered.connect(partial(self.move_wanted.emit, ids, BACKGROUND))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete deletes, Esc goes back."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
                self._on_delete()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_delete(self) -> None:
        if ids := self.selected:
            self.delete_wanted.emit(ids)

    @Slot()
    def _offer_classes(self) -> None:
        menu = self.move_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.move_button.mapToGlobal(self.move_button.rect().bottomLeft()))

    @Slot()
    def _refresh(self) -> None:
        known = {one.id: one.name for one in self._state.classes}
        self._model.name = known.get(self.class_id, self.tr("None of these"))
        self.title.setText(self._model.name)
        count, chosen = len(self._model.samples), len(self.list.selectionModel().selectedIndexes())
        words = self.tr("Examples: {count}").format(count=number_text(count))
        if chosen:
            words += self.tr(", {count} selected").format(count=number_text(chosen))
        self.aside.setText(words)
        self.delete_button.setEnabled(chosen > 0)
        self.move_button.setEnabled(chosen > 0 and (len(self._state.classes) > 1 or self.class_id != BACKGROUND))
