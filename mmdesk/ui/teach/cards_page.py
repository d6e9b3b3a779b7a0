"""The cards of all classes, in columns; behind them the place for a new one, and the card of background."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mmdesk.core.burst import BurstProgress
from mmdesk.core.teaching import BACKGROUND, LessonState, TaughtSample
from mmdesk.core.teaching_report import ClassReport, SampleNote
from mmdesk.ui.teach.class_card import ClassCard
from mmdesk.ui.teach.class_parts import NameField
from mmdesk.ui.teach.sample_pictures import SamplePictures
from mmdesk.ui.theme import DARK, Look

_CARD_PX = 300
_MOST_COLUMNS = 6


class NewClassCard(QFrame):
    """Where a new class is named.

    Signals:
        named: What was typed.
        example_wanted: A teaching is to be shown.
    """

    named = Signal(str)
    example_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title = QLabel()
        self.title.setObjectName("title")
        self.field, self.button, self.example_button = NameField(), QPushButton(), QPushButton()
        self.example_button.clicked.connect(self.example_wanted)
        self.field.returnPressed.connect(self._on_entered)
        self.button.clicked.connect(self._on_entered)
        self._column = QVBoxLayout(self)
        for part in (self.title, self.field, self.button, self.example_button):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._column.setContentsMargins(look.px(14), look.px(14), look.px(14), look.px(12))
        self._column.setSpacing(look.px(10))

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.title.setText(self.tr("New class"))
        self.field.setPlaceholderText(self.tr("Its name, in any language"))
        self.field.setAccessibleName(self.tr("Name of the new class"))
        self.button.setText(self.tr("Add"))
        self.example_button.setText(self.tr("Show me how"))
        self.example_button.setToolTip(self.tr("Plays a recording in which three toys are taught; it needs no devices"))

    @Slot()
    def _on_entered(self) -> None:
        if self.field.text().strip():
            self.named.emit(self.field.text())
        else:
            self.field.setFocus()


class _Page(QWidget):
    """What scrolls; as high as its words need at its width."""

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        layout = self.layout()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show) and layout is not None:
            needed = max(0, layout.totalMinimumHeightForWidth(self.width()))
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)
        return handled


class CardsPage(QScrollArea):
    """Cards by class; a change touches only the cards that it is about.

    Args:
        pictures: Draws the examples.

    Signals:
        card_made: A `ClassCard` that was not there before; its signals are for whoever shows the page.

    Attributes:
        cards: By class id, the one of background among them.
        new_class: Where a new one is named.
    """

    card_made = Signal(object)

    def __init__(self, pictures: SamplePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._look = Look(DARK, 1.0)
        self._state = LessonState()
        self._columns = 0
        self._learning = False
        self._order: tuple[str, ...] = ()
        self.cards: dict[str, ClassCard] = {}
        self.new_class = NewClassCard()
        self._page = _Page()
        self._grid = QGridLayout(self._page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._page)

    def show_state(self, state: LessonState) -> None:
        """Show this lesson."""
        if not self.cards:
            self._make(BACKGROUND)
        before, self._state = self._state, state
        self.new_class.example_button.setVisible(not state.classes)
        order = tuple(one.id for one in state.classes)
        for gone in self.cards.keys() - {BACKGROUND, *order}:
            card = self.cards.pop(gone)
            card.hide()
            self._grid.removeWidget(card)
            card.deleteLater()
        fresh = [class_id for class_id in order if class_id not in self.cards]
        for class_id in fresh:
            self._make(class_id)
        known = {one.id: one for one in before.classes}
        for one in state.classes:
            if one.id in fresh or known.get(one.id) != one:
                self.cards[one.id].show_class(one)
        held, held_before = _grouped(state), _grouped(before)
        for class_id, card in self.cards.items():
            samples = held.get(class_id, [])
            if class_id in fresh or samples != held_before.get(class_id) or state.inputs != before.inputs:
                counts = {one.name: sum(one.name in each.inputs for each in samples) for one in state.inputs}
                card.show_samples(state.inputs, samples, counts)
        if order != self._order:
            self._order, self._columns = order, 0
            self._lay_out()

    def show_reports(self, reports: Mapping[str, ClassReport], notes: Mapping[str, Sequence[SampleNote]]) -> None:
        """Show what each class needs, one that is left out is not known yet; and what of examples cannot be used."""
        for class_id, card in self.cards.items():
            card.show_report(reports.get(class_id))
            card.show_notes(notes)

    def show_learning(self, learning: bool) -> None:
        """Show whether a model is being made."""
        self._learning = learning
        for card in self.cards.values():
            card.show_learning(learning)

    def show_selected(self, class_id: str, key: str) -> None:
        """Show which class the record key records for."""
        for each, card in self.cards.items():
            card.show_selected(each == class_id and bool(class_id), key)

    def show_recording(self, progress: BurstProgress | None) -> None:
        """Show how far a recording is."""
        for class_id, card in self.cards.items():
            card.show_recording(progress if progress is not None and progress.class_id == class_id else None)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._grid.setContentsMargins(0, 0, look.px(10), look.px(4))
        self._grid.setSpacing(look.px(12))
        for card in self.cards.values():
            card.set_look(look)
        self.new_class.set_look(look)
        self._columns = 0
        self._lay_out()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        for card in self.cards.values():
            card.retranslate()
        self.new_class.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _make(self, class_id: str) -> None:
        card = ClassCard(class_id, self._pictures)
        card.set_look(self._look)
        card.show_learning(self._learning)
        self.cards[class_id] = card
        self.card_made.emit(card)

    def _lay_out(self) -> None:
        room = (self.viewport().width() + self._look.px(12)) // (self._look.px(_CARD_PX) + self._look.px(12))
        columns = max(1, min(_MOST_COLUMNS, room))
        if columns == self._columns or not self.cards:
            return
        self._columns = columns
        for place, card in enumerate((*(self.cards[each] for each in self._order), self.new_class)):
            self._grid.addWidget(card, place // columns, place % columns)
        last = len(self._order) + 1
        self._grid.addWidget(self.cards[BACKGROUND], last // columns, last % columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(self._grid.rowCount(), 1)


def _grouped(state: LessonState) -> dict[str, list[TaughtSample]]:
    found: dict[str, list[TaughtSample]] = defaultdict(list)
    for sample in state.samples:
        found[sample.class_id].append(sample)
    return found
