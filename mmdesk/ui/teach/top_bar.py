"""The row above the Teach window: the project, undo and redo, and the key that records."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mmdesk.core.lesson import ChangeKind
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.panels.card import Aside
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.teach.project_menu import ProjectMenu
from mmdesk.ui.teach.record_key import key_name
from mmdesk.ui.theme import Look

_CHANGES = {
    ChangeKind.ADD_CLASS: QT_TRANSLATE_NOOP("TopBar", "new class"),
    ChangeKind.RENAME_CLASS: QT_TRANSLATE_NOOP("TopBar", "new name"),
    ChangeKind.RECOLOUR_CLASS: QT_TRANSLATE_NOOP("TopBar", "new colour"),
    ChangeKind.DELETE_CLASS: QT_TRANSLATE_NOOP("TopBar", "class deleted"),
    ChangeKind.ORDER_CLASSES: QT_TRANSLATE_NOOP("TopBar", "order of classes"),
    ChangeKind.ADD_SAMPLES: QT_TRANSLATE_NOOP("TopBar", "new examples"),
    ChangeKind.MOVE_SAMPLES: QT_TRANSLATE_NOOP("TopBar", "examples moved"),
    ChangeKind.DELETE_SAMPLES: QT_TRANSLATE_NOOP("TopBar", "examples deleted"),
}

_NAME_PX = 520
"""Of a project's name at most: whether it is saved must be read beside it."""


class TopBar(QWidget):
    """Says where what is taught is kept, and offers what is not about one class.

    Signals:
        key_wanted: The record key is to be chosen anew.
    """

    key_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project: Path | None = None
        self._saved = True
        self._undoable: ChangeKind | None = None
        self._redoable: ChangeKind | None = None
        self._key, self._choosing = 0, False
        self.title, self.aside = Aside(), Aside()
        self.title.setObjectName("headline")
        self.undo_button, self.redo_button = GlyphButton("undo"), GlyphButton("redo")
        self.project_button, self.key_button = QPushButton(), QPushButton()
        self.menu = ProjectMenu(self)
        self.project_button.clicked.connect(self._offer_projects)
        self.key_button.clicked.connect(self.key_wanted)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.title)
        self._row.addWidget(self.aside, 1)
        for part in (self.undo_button, self.redo_button, self.key_button, self.project_button):
            self._row.addWidget(part)
        self.retranslate()

    def show_project(self, project: Path | None, *, saved: bool = True) -> None:
        """Say where it is kept, None for memory alone, and whether changes can be saved there."""
        self._project, self._saved = project, saved
        self.menu.show_project(project)
        self._name()

    def show_undo(self, undoable: ChangeKind | None, redoable: ChangeKind | None) -> None:
        """Say what undo and redo would do."""
        self._undoable, self._redoable = undoable, redoable
        self._name()

    def show_key(self, key: int, *, choosing: bool) -> None:
        """Say which key records, or that the next one will."""
        self._key, self._choosing = key, choosing
        self._name()

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))
        self.title.setMaximumWidth(look.px(_NAME_PX))
        for button in (self.undo_button, self.redo_button):
            button.set_look(look)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.project_button.setText(self.tr("Project"))
        self.key_button.setToolTip(self.tr("Choose another key, a foot switch's for example"))
        self.menu.retranslate()
        self._name()

    def _name(self) -> None:
        self.title.setText(self.tr("Teach") if self._project is None else self._project.name)
        if self._project is None:
            self.aside.setText(self.tr("Only in memory: nothing is stored unless you save it."))
        elif self._saved:
            self.aside.setText(self.tr("Saved with every change."))
        else:
            self.aside.setText(self.tr("Changes are not saved. Save it elsewhere."))
        self.aside.setToolTip("" if self._project is None else plain_tip(str(self._project)))
        for button, kind, bare, words in (
            (self.undo_button, self._undoable, self.tr("Undo"), self.tr("Undo: {change} (Ctrl+Z)")),
            (self.redo_button, self._redoable, self.tr("Redo"), self.tr("Redo: {change} (Ctrl+Shift+Z)")),
        ):
            button.setEnabled(kind is not None)
            change = QCoreApplication.translate("TopBar", str(_CHANGES[kind])) if kind in _CHANGES else ""
            button.setToolTip(words.format(change=change) if change else bare)
            button.setAccessibleName(bare)
        named = self.tr("Record key: {key}").format(key=key_name(self._key))
        self.key_button.setText(self.tr("Press a key …") if self._choosing else named)

    @Slot()
    def _offer_projects(self) -> None:
        self.menu.popup(self.project_button.mapToGlobal(self.project_button.rect().bottomLeft()))
