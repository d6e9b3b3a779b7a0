"""The presenter's cheat sheet: keys and what to say, on the screen or on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from mmdesk.core.errands import Errands
from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem
from mmdesk.pages import render
from mmdesk.ui.banners import NoticeStrip
from mmdesk.ui.export import write_file
from mmdesk.ui.file_writer import FileWriter
from mmdesk.ui.language import installed_language
from mmdesk.ui.save_path import ask_save_path
from mmdesk.ui.screen_room import open_at
from mmdesk.ui.theme import Look
from mmdesk.ui.tour_steps import Tour

_FIXED: tuple[tuple[tuple[str, ...], str, object], ...] = (
    (("Space",), "Space", QT_TRANSLATE_NOOP("CheatSheet", "Freeze and continue")),
    (tuple("123456789"), "1 – 9", QT_TRANSLATE_NOOP("CheatSheet", "Choose another fusion method")),
    (
        tuple(f"Ctrl+{digit}" for digit in "123456789"),
        "Ctrl+1 – Ctrl+9",
        QT_TRANSLATE_NOOP("CheatSheet", "The same while typing in the text box"),
    ),
    (("F2",), "F2", QT_TRANSLATE_NOOP("CheatSheet", "Page: weights beside contributions")),
    (("F3",), "F3", QT_TRANSLATE_NOOP("CheatSheet", "Page: weights by hand")),
    (("F4",), "F4", QT_TRANSLATE_NOOP("CheatSheet", "Page: perturb an input")),
    (("F5",), "F5", QT_TRANSLATE_NOOP("CheatSheet", "Page: all methods side by side")),
    (("F6",), "F6", QT_TRANSLATE_NOOP("CheatSheet", "Page: the map")),
    (("F7",), "F7", QT_TRANSLATE_NOOP("CheatSheet", "Noisy hall: voices over the sound")),
    (("F8",), "F8", QT_TRANSLATE_NOOP("CheatSheet", "Dark stage: the picture goes dark")),
    (("F9",), "F9", QT_TRANSLATE_NOOP("CheatSheet", "Liar: the text says something else")),
    (("F10",), "F10", QT_TRANSLATE_NOOP("CheatSheet", "Reset all: weights, perturbations, mutes, recording")),
    (("F11",), "F11", QT_TRANSLATE_NOOP("CheatSheet", "Full screen")),
    (("?",), "?", QT_TRANSLATE_NOOP("CheatSheet", "This list of keys")),
    (("Esc",), "Esc", QT_TRANSLATE_NOOP("CheatSheet", "Leave full screen or the text box")),
    (
        ("PgDown", "PgUp"),
        "PgDown – PgUp",
        QT_TRANSLATE_NOOP("CheatSheet", "On the stage: next scene, previous scene"),
    ),
    (
        ("Left", "Right"),
        "Left – Right",
        QT_TRANSLATE_NOOP("CheatSheet", "Frozen or in a replay: one answer back, forward"),
    ),
    (
        ("Shift+Left", "Shift+Right"),
        "Shift+Left – Shift+Right",
        QT_TRANSLATE_NOOP("CheatSheet", "Frozen or in a replay: one second back, forward"),
    ),
    (
        ("Home", "End"),
        "Home – End",
        QT_TRANSLATE_NOOP("CheatSheet", "Frozen or in a replay: to the beginning, to the end"),
    ),
    (
        ("PgUp", "PgDown"),
        "PgUp – PgDown",
        QT_TRANSLATE_NOOP("CheatSheet", "On the line of a replay: the mark before, the next mark"),
    ),
    (("F12",), "F12", QT_TRANSLATE_NOOP("CheatSheet", "Record, and stop recording")),
    (("Ctrl+B",), "Ctrl+B", QT_TRANSLATE_NOOP("CheatSheet", "Mark this moment of the recording")),
    (("Ctrl+S",), "Ctrl+S", QT_TRANSLATE_NOOP("CheatSheet", "Save a picture of the window")),
)
"""What a key is called in `QKeySequence`, what the sheet shows, in its words, and what it does."""


class _SheetMaker(QObject):
    """Makes the page beside the GUI thread: the first page of all takes a tenth of a second.

    It has no parent, so that the dialog may be closed in the meantime.

    Signals:
        made: The page.
        failed: `Problem`: why it could not be made.
    """

    made = Signal(str)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._errands = Errands("cheat-sheet")  # one after the other: the sheet asked for last is shown last

    def make(self, rows: Sequence[tuple[str, str]], tour: Tour) -> None:
        """Begin; returns at once."""
        self._errands.add(lambda: self._make(rows, tour))

    def _make(self, rows: Sequence[tuple[str, str]], tour: Tour) -> None:
        try:
            self.made.emit(sheet_html(rows, tour))
        except MmdeskError as error:
            self.failed.emit(error.problem)


class CheatSheet(QDialog):
    """Keys and tour on one page that can be saved and printed; does not block the main window.

    The page comes a moment after the dialog: it is made on a thread of its own.

    Args:
        actions: Actions of the menus; those with a key that the sheet does not name anyway are added to it.
        tour: The tour of the model that runs.
        parent: The main window.
    """

    def __init__(self, actions: Iterable[QAction], tour: Tour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cheat sheet for presenters"))
        self._rows, self._tour = key_rows(actions), tour
        self.notice = NoticeStrip()
        self.files = FileWriter(self)
        self.files.failed.connect(self.notice.show_problem)
        self.files.written.connect(self._on_written)
        self._page = QTextBrowser()
        self._page.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save_button = QPushButton(self.tr("Save as HTML…"))
        self.save_button.clicked.connect(self._choose_place)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.notice, self._page, buttons):
            layout.addWidget(part)
        self._maker = _SheetMaker()
        self._maker.made.connect(self._page.setHtml)
        self._maker.failed.connect(self.notice.show_problem)
        self._maker.make(self._rows, tour)
        open_at(self, 860, 720)

    @property
    def text(self) -> str:
        """What is read in the dialog."""
        return self._page.toPlainText()

    def save(self, path: Path) -> None:
        """Write the sheet as a page that a browser prints; the dialog tells where it stands, or what went wrong."""
        self.notice.dismiss()
        rows, tour = self._rows, self._tour
        self.files.write(path, lambda: write_file(path, sheet_html(rows, tour, paper=True).encode()))

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self.notice.set_look(look)

    @Slot(str)
    def _on_written(self, path: str) -> None:
        self.notice.show_problem(Problem("file.saved", path=path))

    @Slot()
    def _choose_place(self) -> None:
        words = self.tr("Save the cheat sheet")
        path = ask_save_path(self, words, "mmdesk-cheat-sheet.html", [self.tr("Pages (*.html)")])
        if path is not None:
            self.save(path)


def key_rows(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """Return keys and what they do: the fixed ones, then the actions' own that are not among them."""
    rows = [(_native(shown), _translated(words)) for _, shown, words in _FIXED]
    named = {key for keys, _, _ in _FIXED for key in keys}
    for action in actions:
        keys = [key for key in action.shortcuts() if key.toString(QKeySequence.SequenceFormat.PortableText)]
        fresh = [key for key in keys if key.toString(QKeySequence.SequenceFormat.PortableText) not in named]
        named |= {key.toString(QKeySequence.SequenceFormat.PortableText) for key in fresh}
        words = re.sub("&(.?)", r"\1", action.text()).rstrip("…")
        if fresh and words:
            shown = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in fresh)
            rows.append((shown, words))
    return rows


def _native(keys: str) -> str:
    """Return a key, or the first and the last of several, as the language writes them."""
    return " – ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys.split(" – "))


def sheet_html(rows: Sequence[tuple[str, str]], tour: Tour, *, paper: bool = False) -> str:
    """Return the sheet as a page without scripts.

    Args:
        rows: Keys and what they do.
        tour: Whose steps are told.
        paper: In colours of its own, to be printed; else the page takes those of the widget that shows it.

    Raises:
        MmdeskError: The template is missing or damaged.
    """
    return render(
        "cheat_sheet.html",
        language=installed_language(),
        paper=paper,
        title=_translated(QT_TRANSLATE_NOOP("CheatSheet", "mmdesk: cheat sheet for presenters")),
        tour_heading=_translated(QT_TRANSLATE_NOOP("CheatSheet", "The tour and what to say")),
        steps=[
            (tour.name(number), tour.words(number, "task"), _said(tour.words(number, "spoken")))
            for number in range(len(tour.steps))
        ],
        keys_heading=_translated(QT_TRANSLATE_NOOP("CheatSheet", "Keys")),
        keys=rows,
    )


def _said(words: str) -> str:
    return _translated(QT_TRANSLATE_NOOP("CheatSheet", "“{words}”")).format(words=words)


def _translated(text: object) -> str:
    return QCoreApplication.translate("CheatSheet", str(text))
