"""The start page: what this is, for a newcomer, and every model that can be chosen, with what to try."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mmdesk.core.shelf import Shelf, ShelfModel
from mmdesk.ui.choice_boxes import CheckBox
from mmdesk.ui.model_card import ModelCard
from mmdesk.ui.screen_room import open_at
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.welcome import Welcome

_CARD_PX = 330
_MOST_COLUMNS = 4
_LEAST_PX = (1100, 700)
"""The size to open at, where the screen has it: a main window that has just come may still be dressed small."""


class _Page(QWidget):
    """What scrolls; as high as its words need at its width, which a scroll area does not always see by itself."""

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        layout = self.layout()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show) and layout is not None:
            needed = max(0, layout.totalMinimumHeightForWidth(self.width()))
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)
        return handled


class ModelGallery(QDialog):
    """Cards of the bundled, the recent and the found models; it stops nothing that runs behind it.

    Args:
        at_start: Whether it opens when the program starts.
        parent: The main window.

    Signals:
        chosen: Path of a model that is to run.
        removed: Path of a recent model that is to be forgotten.
        open_wanted: Another file is to be looked for.
        at_start_toggled: Whether it opens when the program starts, from now on.
        welcomed: The newcomer's part has been seen, and the page is closed.

    Attributes:
        cards: The cards on the page, in its order.
        welcome: The newcomer's part; hidden unless asked for.
    """

    chosen = Signal(str)
    removed = Signal(str)
    open_wanted = Signal()
    at_start_toggled = Signal(bool)
    welcomed = Signal()

    def __init__(self, *, at_start: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self._look = Look(DARK, 1.0)
        self._shelf, self._current = Shelf(), Path()
        self._columns = 0
        self.cards: list[ModelCard] = []
        self._sections: list[tuple[QLabel, list[ModelCard]]] = []
        self.heading, self.aside = QLabel(), QLabel()
        self.heading.setObjectName("headline")
        self.aside.setObjectName("aside")
        self.aside.setWordWrap(True)
        self.open_button, self.close_button, self.at_start = QPushButton(), QPushButton(), CheckBox()
        self.at_start.setChecked(at_start)
        self.at_start.toggled.connect(self.at_start_toggled)
        self.open_button.clicked.connect(self.open_wanted)
        self.close_button.clicked.connect(self.reject)
        self.welcome = Welcome()
        self.welcome.hide()
        for wanted in (self.welcome.sample_wanted, self.welcome.devices_wanted, self.welcome.tour_wanted):
            wanted.connect(self.accept)
        self.finished.connect(self._on_finished)
        self._page = _Page()
        self._rows = QVBoxLayout(self._page)
        self._grid = QGridLayout()
        for part in (self.welcome, self.heading, self.aside):
            self._rows.addWidget(part)
        self._rows.addLayout(self._grid, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page)
        self._footer = QHBoxLayout()
        self._footer.addWidget(self.at_start)
        self._footer.addStretch(1)
        self._footer.addWidget(self.open_button)
        self._footer.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._footer)
        for button in (self.open_button, self.close_button):
            button.setAutoDefault(False)  # else Enter would press one of them wherever the focus is
        self.retranslate()

    def show_shelf(self, shelf: Shelf, current: Path) -> None:
        """Show these models.

        Args:
            shelf: The models.
            current: The one that runs.
        """
        focused = self.focusWidget()
        held = next((card for card in self.cards if card.isAncestorOf(focused)), None)
        chosen = current if held is None else held.model.path
        for heading, cards in self._sections:
            for part in (heading, *cards):
                self._grid.removeWidget(part)
                part.setParent(None)
                part.deleteLater()
        self._shelf, self._current = shelf, current
        self._sections = []
        for models, removable in ((shelf.bundled, False), (shelf.recent, True), (shelf.found, False)):
            heading = QLabel()
            heading.setObjectName("section")
            cards = [self._card(model, removable=removable) for model in models]
            self._sections.append((heading, cards))
        self.cards = [card for _, cards in self._sections for card in cards]
        self._columns = 0
        self._name_sections()
        self.set_look(self._look)
        for before, after in zip(self.cards, self.cards[1:], strict=False):
            QWidget.setTabOrder(before.open_button, after.open_button)
        if not self.welcome.isHidden():
            return  # a newcomer begins above
        wanted = next((card for card in self.cards if card.model.path == chosen), next(iter(self.cards), None))
        if wanted is not None:
            wanted.open_button.setFocus()

    def show_welcome(self) -> None:
        """Say to a newcomer what this is, above the models, until the page is closed."""
        self.welcome.show()
        self.retranslate()
        self._scroll.verticalScrollBar().setValue(0)
        self.welcome.sample_button.setFocus()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        if not self.isVisible():
            open_at(self, max(_LEAST_PX[0], look.px(1480)), max(_LEAST_PX[1], look.px(900)))
        self.setStyleSheet(gallery_style(look))
        self._column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        self._column.setSpacing(look.px(8))
        self._rows.setContentsMargins(0, 0, look.px(8), 0)
        self._rows.setSpacing(look.px(8))
        self.welcome.set_look(look)
        self.at_start.set_look(look)
        self._grid.setSpacing(look.px(12))
        self._footer.setSpacing(look.px(10))
        for card in self.cards:
            card.set_look(look)
        self._columns = 0
        self._lay_out()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        newcomer = not self.welcome.isHidden()
        self.setWindowTitle(self.tr("Welcome") if newcomer else self.tr("Models"))
        self.heading.setText(
            self.tr("Or choose a model to look at") if newcomer else self.tr("Which model would you like to look at?")
        )
        self.aside.setText(
            self.tr("Tab goes from one to the next, Enter opens it, Esc closes this page. Ctrl+G brings it back.")
        )
        self.open_button.setText(self.tr("Open another model…"))
        self.close_button.setText(self.tr("Close"))
        self.at_start.setText(self.tr("Show this page when the program starts"))
        self.welcome.retranslate()
        for card in self.cards:
            card.retranslate()
        self._name_sections()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and no other; Esc closes the page."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QAbstractButton):
                focused.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _card(self, model: ShelfModel, *, removable: bool) -> ModelCard:
        card = ModelCard(model, current=model.path == self._current, removable=removable)
        card.chosen.connect(self._on_chosen)
        card.removed.connect(self.removed)
        return card

    def _name_sections(self) -> None:
        names = (self.tr("Come with the program"), self.tr("Opened lately"), self.tr("Found on this computer"))
        for (heading, _), name in zip(self._sections, names, strict=False):
            heading.setText(name)

    def _lay_out(self) -> None:
        room = (self.width() - self._look.px(60)) // self._look.px(_CARD_PX)
        most = max((len(cards) for _, cards in self._sections), default=1)
        columns = max(1, min(_MOST_COLUMNS, room, most))
        if columns == self._columns:
            return
        self._columns = columns
        row = 0
        for heading, cards in self._sections:
            heading.setVisible(bool(cards))
            self._grid.addWidget(heading, row, 0, 1, columns)
            for index, card in enumerate(cards):
                self._grid.addWidget(card, row + 1 + index // columns, index % columns)
            row += 1 + -(-len(cards) // columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for index in range(self._grid.rowCount()):
            self._grid.setRowStretch(index, 0)
        self._grid.setRowStretch(row, 1)

    @Slot()
    def _on_finished(self) -> None:
        if not self.welcome.isHidden():
            self.welcome.hide()
            self.retranslate()
            self.welcomed.emit()

    @Slot(str)
    def _on_chosen(self, path: str) -> None:
        self.accept()
        if Path(path) != self._current:
            self.chosen.emit(path)


def gallery_style(look: Look) -> str:
    """What the page has beyond the style that all windows share."""
    t, px = look.theme, look.px
    return f"""
    QDialog#gallery {{ background: {t.window}; }}
    QLabel#headline {{ font-size: {px(24)}px; font-weight: 600; }}
    QLabel#section {{ font-weight: 600; color: {t.muted}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QFrame#card {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {px(12)}px; }}
    QPushButton#main {{ background: {t.state}; color: {t.on_state}; border-color: {t.state}; font-weight: 600; }}
    QPushButton#main:focus {{ border: 3px solid {t.text}; }}
    QPushButton#main:disabled {{ background: {t.raised}; color: {t.rest}; border-color: {t.line}; }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
    QScrollBar::handle {{ background: {t.line}; border-radius: {px(5)}px; min-height: {px(30)}px; margin: {px(2)}px; }}
    QScrollBar::handle:hover {{ background: {t.rest}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
