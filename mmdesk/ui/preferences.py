"""Everything that is remembered, in one dialog; each choice is the menus' own, and stored as they store it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mmdesk.ui.choice_boxes import CheckBox, ChoiceBox
from mmdesk.ui.every_window import EveryWindowKeys
from mmdesk.ui.input_panels import InputPanels
from mmdesk.ui.menus import WindowMenus
from mmdesk.ui.owner import owner
from mmdesk.ui.screen_room import open_at
from mmdesk.ui.source_picker import SourcePicker
from mmdesk.ui.theme import DARK, Look


def _plain(action: QAction) -> str:
    """An entry's words without the mark of its key, which some scripts put behind them in brackets."""
    words = re.sub(r"\s*\(&\w\)", "", action.text())
    return re.sub("&(.?)", r"\1", words)


class MenuChoice(ChoiceBox):
    """A menu of which one entry is ticked, as a list; choosing here is choosing there."""

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = [action for action in menu.actions() if action.isCheckable()]
        for action in self._actions:
            action.toggled.connect(self._show_current)
        self.activated.connect(self._on_activated)
        self.fill()

    def fill(self) -> None:
        """Take the entries' words again."""
        self.clear()
        self.addItems([_plain(action) for action in self._actions])
        self._show_current()

    @Slot()
    def _show_current(self) -> None:
        ticked = next((row for row, action in enumerate(self._actions) if action.isChecked()), -1)
        self.setCurrentIndex(ticked)

    @Slot(int)
    def _on_activated(self, row: int) -> None:
        self._actions[row].trigger()


class ActionBox(CheckBox):
    """An entry of a menu that is on or off, as a box."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setChecked(action.isChecked())
        action.toggled.connect(self.setChecked)
        self.clicked.connect(action.trigger)
        self.fill()

    def fill(self) -> None:
        """Take the entry's words again."""
        self.setText(_plain(self._action))


class PickerChoice(ChoiceBox):
    """The list of sources of an input's panel once more."""

    def __init__(self, picker: SourcePicker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picker = picker
        self.activated.connect(self._on_activated)
        self.fill()

    def fill(self) -> None:
        """Take the panel's lines again."""
        self.clear()
        for row in range(self._picker.count()):
            if self._picker.itemText(row):
                self.addItem(self._picker.itemText(row), row)
            else:
                self.insertSeparator(row)
        self.setCurrentIndex(self.findData(self._picker.currentIndex()))

    def showPopup(self) -> None:
        self.fill()  # devices come and go
        super().showPopup()

    @Slot(int)
    def _on_activated(self, row: int) -> None:
        self._picker.activated.emit(int(self.itemData(row)))
        self.fill()


def _tick(box: CheckBox, ticked: bool) -> None:
    """Show a box ticked or not, without reporting it."""
    blocked = box.blockSignals(True)
    box.setChecked(ticked)
    box.blockSignals(blocked)


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


class PreferencesDialog(QDialog):
    """Sections of choices; each holds at once. Does not block the main window.

    Signals:
        start_page_toggled: Whether the start page opens with the program.
        telephones_toggled: Whether telephones may fetch a moment.
        folder_chosen: The folder in which recordings are made.
    """

    start_page_toggled = Signal(bool)
    telephones_toggled = Signal(bool)
    folder_chosen = Signal(str)

    def __init__(self, menus: WindowMenus, inputs: InputPanels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inputs, self._look = inputs, Look(DARK, 1.0)
        self.language, self.theme = MenuChoice(menus.language_menu), MenuChoice(menus.theme_menu)
        self.text_size, self.interval = MenuChoice(menus.text_size_menu), MenuChoice(menus.stage_menu.interval_menu)
        self.mirror, self.preview = ActionBox(menus.mirror), ActionBox(menus.stage_menu.preview)
        self.start_page, self.telephones, self.folder = CheckBox(), CheckBox(), QLabel()
        self.start_page.toggled.connect(self.start_page_toggled)
        self.telephones.toggled.connect(self.telephones_toggled)
        self.folder.setWordWrap(True)
        self.folder.setTextFormat(Qt.TextFormat.PlainText)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose_button, self.open_button = QPushButton(), QPushButton()
        self.choose_button.clicked.connect(self._on_choose)
        self.open_button.clicked.connect(self._on_open)
        self._folder_buttons = QWidget()
        row = QHBoxLayout(self._folder_buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choose_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        self.sources: dict[str, PickerChoice] = {}
        self._texts: list[tuple[QLabel, Callable[[], str], QWidget | None]] = []
        self._sources_box = QWidget()
        self._form = _form()
        page = QWidget()
        page.setLayout(self._form)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setFrameShape(QScrollArea.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(page)
        for ground in (page, room.viewport()):
            ground.setAutoFillBackground(False)  # the dialog's own shows through
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(room, 1)
        column.addWidget(buttons)
        open_at(self, 660, 700)
        self._lay_out()
        self.retranslate()

    def show_start_page(self, *, shown: bool) -> None:
        """Tick whether the start page opens with the program, without reporting it."""
        _tick(self.start_page, shown)

    def show_telephones(self, *, let_in: bool) -> None:
        """Tick whether telephones may fetch a moment, without reporting it."""
        _tick(self.telephones, let_in)

    def show_folder(self, folder: Path) -> None:
        """Name the folder of recordings."""
        self.folder.setText(str(folder))

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        for box in (self.language, self.theme, self.text_size, self.interval, *self.sources.values()):
            box.set_look(look)
        for tick in (self.start_page, self.telephones, self.mirror, self.preview):
            tick.set_look(look)

    def retranslate(self) -> None:
        """Say everything again, in the language and with the inputs that now hold."""
        self.setWindowTitle(self.tr("Preferences"))
        for part in (self.language, self.theme, self.text_size, self.interval, self.mirror, self.preview):
            part.fill()
        self.start_page.setText(self.tr("Show the models when the program starts"))
        self.telephones.setText(self.tr("Telephones may fetch a moment while its code is shown"))
        self.choose_button.setText(self.tr("Choose…"))
        self.open_button.setText(self.tr("Open folder"))
        for label, words, field in self._texts:
            label.setText(words())
            if field is not None:
                field.setAccessibleName(label.text())
        self._show_sources()

    def _lay_out(self) -> None:
        self._section(lambda: self.tr("Appearance"))
        self._row(self._language_words, self.language)
        self._row(lambda: self.tr("Theme"), self.theme)
        self._row(lambda: self.tr("Text size"), self.text_size)
        self._form.addRow(self.start_page)
        self._section(lambda: self.tr("Inputs"))
        self._form.addRow(self._sources_box)
        self._form.addRow(self.mirror)
        self._section(lambda: self.tr("Recordings"))
        self._row(lambda: self.tr("Folder"), self.folder)
        self._form.addRow(self._folder_buttons)
        self._section(lambda: self.tr("Telephones"))
        self._form.addRow(self.telephones)
        self._section(lambda: self.tr("Audience window"))
        self._row(lambda: self.tr("Scenes change by themselves"), self.interval)
        self._form.addRow(self.preview)

    def _language_words(self) -> str:
        # In English as well: who changed it by mistake must find the way back.
        word = self.tr("Language")
        return word if word == "Language" else f"{word} (Language)"

    def _section(self, words: Callable[[], str]) -> None:
        heading = QLabel()
        heading.setObjectName("title")
        self._texts.append((heading, words, None))
        self._form.addRow(heading)

    def _row(self, words: Callable[[], str], field: QWidget) -> None:
        label = QLabel()
        self._texts.append((label, words, field))
        self._form.addRow(label, field)

    def _show_sources(self) -> None:
        """A list for each input of the model that runs now."""
        cards = [card for card in self._inputs.cards.values() if card.picker is not None]
        fresh, form = QWidget(), _form()
        form.setContentsMargins(0, 0, 0, 0)
        fresh.setLayout(form)
        self.sources = {card.input.name: PickerChoice(card.picker) for card in cards if card.picker is not None}
        for card in cards:
            self.sources[card.input.name].setAccessibleName(card.title.text())
            form.addRow(QLabel(card.title.text()), self.sources[card.input.name])
        self._form.replaceWidget(self._sources_box, fresh)
        self._sources_box.hide()
        self._sources_box.deleteLater()
        self._sources_box = fresh
        self.set_look(self._look)

    @Slot()
    def _on_choose(self) -> None:
        words = self.tr("Folder for recordings")
        if folder := QFileDialog.getExistingDirectory(self, words, self.folder.text()):
            self.show_folder(Path(folder))
            self.folder_chosen.emit(folder)

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))


class Preferences(QObject):
    """Opens the dialog, and knows what it shows before it is opened.

    Args:
        menus: Whose choices are offered.
        inputs: Whose sources are offered.
        window: The main window.

    Signals:
        start_page_toggled: Whether the start page opens with the program, to be remembered.
        telephones_toggled: Whether telephones may fetch a moment, to be remembered.
        folder_chosen: The folder in which recordings are made, to be remembered.

    Attributes:
        dialog: The dialog, once it has been opened.
    """

    start_page_toggled = Signal(bool)
    telephones_toggled = Signal(bool)
    folder_chosen = Signal(str)

    def __init__(self, menus: WindowMenus, inputs: InputPanels, window: QWidget) -> None:
        super().__init__(window)
        self._menus, self._inputs = menus, inputs
        self._start_page, self._telephones, self._folder = True, False, Path()
        self._look = Look(DARK, 1.0)
        self.dialog: PreferencesDialog | None = None
        menus.preferences.triggered.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Open the dialog, or bring it to the front."""
        if self.dialog is None:
            self.dialog = PreferencesDialog(self._menus, self._inputs, owner(self))
            EveryWindowKeys(self.dialog, self._menus)
            self.dialog.start_page_toggled.connect(self.start_page_toggled)
            self.dialog.telephones_toggled.connect(self.telephones_toggled)
            self.dialog.folder_chosen.connect(self.folder_chosen)
        self.dialog.set_look(self._look)
        self.dialog.retranslate()
        self.dialog.show_start_page(shown=self._start_page)
        self.dialog.show_telephones(let_in=self._telephones)
        self.dialog.show_folder(self._folder)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        if self.dialog is not None:
            self.dialog.set_look(look)

    def show_start_page(self, *, shown: bool) -> None:
        """Take whether the start page opens with the program."""
        self._start_page = shown
        if self.dialog is not None:
            self.dialog.show_start_page(shown=shown)

    def show_telephones(self, *, let_in: bool) -> None:
        """Take whether telephones may fetch a moment."""
        self._telephones = let_in
        if self.dialog is not None:
            self.dialog.show_telephones(let_in=let_in)

    def show_folder(self, folder: Path) -> None:
        """Take the folder in which recordings are made."""
        self._folder = folder
        if self.dialog is not None:
            self.dialog.show_folder(folder)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        if self.dialog is not None:
            self.dialog.retranslate()
