"""The strip above the panels that tells what went wrong, or what has been done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mmdesk.core.problem import Problem
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.problems import words_of
from mmdesk.ui.show_folder import show_folder
from mmdesk.ui.theme import Look
from mmdesk.ui.wrapped import WrappedLabel

_WRITTEN = frozenset({"file.saved", "record.saved", "record.full", "record.internal"})
"""Codes that tell where something stands now, in their field ``path``."""
_RECORDED = frozenset({"record.saved", "record.full"})
"""Codes that tell of a recording that can be played."""


class NoticeStrip(QFrame):
    """A problem and its remedy, or where something was saved; stays until dismissed or replaced, and stops nothing.

    Signals:
        play_wanted: Folder of the recording that has just been made, which is to be played.

    Attributes:
        problem: What is shown; None when nothing is.
        folder_button: Opens the folder in which that lies which was saved.
        play_button: Plays the recording that was saved.
    """

    play_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.problem: Problem | None = None
        self._problem_words = WrappedLabel()
        self._problem_words.setObjectName("problem")
        self._remedy_words = WrappedLabel()
        self._remedy_words.setObjectName("aside")
        for label in (self._problem_words, self._remedy_words):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.folder_button = QPushButton()
        self.folder_button.clicked.connect(self.open_folder)
        self.play_button = QPushButton()
        self.play_button.clicked.connect(self._on_play)
        for button in (self.folder_button, self.play_button):
            button.hide()
        self.close_button = GlyphButton("close")
        self.close_button.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._problem_words, 2)
        self._row.addWidget(self._remedy_words, 3)
        self._row.addWidget(self.play_button)
        self._row.addWidget(self.folder_button)
        self._row.addWidget(self.close_button)
        self.retranslate()
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._row.setContentsMargins(look.px(16), look.px(4), look.px(8), look.px(4))
        self._row.setSpacing(look.px(16))
        self.close_button.set_look(look)

    def show_problem(self, problem: Problem) -> None:
        """Show a problem; a newer one replaces an older one."""
        self.problem = problem
        self._set_words()
        self.show()

    def dismiss(self) -> None:
        """Put it away."""
        self.problem = None
        self.hide()

    @property
    def folder(self) -> Path | None:
        """The folder in which that lies which was saved, or the saved folder itself; None where nothing was."""
        if self.problem is None or self.problem.code not in _WRITTEN:
            return None
        path = Path(str(dict(self.problem.fields).get("path", "")))
        return path.parent if path.suffix and self.problem.code == "file.saved" else path

    @Slot()
    def open_folder(self) -> None:
        """Show the folder in the system's own window for files."""
        if self.folder is not None and (problem := show_folder(self.folder)) is not None:
            self.show_problem(problem)

    @Slot()
    def _on_play(self) -> None:
        folder = self.folder
        self.dismiss()
        self.play_wanted.emit(str(folder))

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.close_button.setAccessibleName(self.tr("Dismiss this notice"))
        self.close_button.setToolTip(self.tr("Dismiss this notice"))
        self.folder_button.setText(self.tr("Open folder"))
        self.play_button.setText(self.tr("Play"))
        self._set_words()

    def _set_words(self) -> None:
        sentence, remedy = words_of(self.problem)
        self._problem_words.setText(sentence)
        self._remedy_words.setText(remedy)
        self._remedy_words.setVisible(bool(remedy))
        self.folder_button.setVisible(self.folder is not None)
        self.play_button.setVisible(self.problem is not None and self.problem.code in _RECORDED)
        self.setAccessibleName(f"{sentence} {remedy}".strip())
