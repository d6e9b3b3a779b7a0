"""Where something is to be saved: asked for in one way, so that nothing is replaced unasked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

_ENDING = re.compile(r"\*(\.\w+)")


def ask_save_path(parent: QWidget | None, title: str, proposed: str, kinds: Sequence[str] = ()) -> Path | None:
    """Ask where something is to be saved; waits for the answer. GUI thread only.

    A name without one of the kinds' endings gets the first ending of the chosen kind, and endings are written small, as
    what reads such files expects them. Whatever stands at the path that
    is returned may be replaced: the user was asked about that very path.

    Args:
        parent: The window that asks.
        title: What is asked for.
        proposed: A file's name, a folder, or both; "" for where a file was saved before.
        kinds: As Qt's file dialogs name them, ``Tables (*.csv)`` for one; none for a folder that is to be made.

    Returns:
        The path, or None where nothing is to be saved.
    """
    dialog = QFileDialog(parent, title, proposed, ";;".join(kinds))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)

    def take_ending(kind: str) -> None:
        dialog.setDefaultSuffix(_endings(kind)[0])

    if kinds:
        take_ending(kinds[0])
        dialog.filterSelected.connect(take_ending)
    try:
        while dialog.exec() == QDialog.DialogCode.Accepted:
            chosen = Path(dialog.selectedFiles()[0])
            path = _with_ending(chosen, kinds, dialog.selectedNameFilter())
            # The dialog completes no name that has a dot in it, and some systems' own dialogs complete none.
            if path == chosen or not path.exists() or _may_replace(parent, title, path):
                return path
            dialog.selectFile(str(path))
    finally:
        dialog.deleteLater()
    return None


def _endings(kind: str) -> list[str]:
    return _ENDING.findall(kind)


def _with_ending(path: Path, kinds: Sequence[str], chosen: str) -> Path:
    ending = path.suffix.lower()
    if not kinds:
        return path
    if ending in [each for kind in kinds for each in _endings(kind)]:
        return path.with_suffix(ending)
    return path.with_name(f"{path.name}{_endings(chosen if chosen in kinds else kinds[0])[0]}")


def _may_replace(parent: QWidget | None, title: str, path: Path) -> bool:
    question = QCoreApplication.translate("SavePath", "{name} already exists. Replace it?").format(name=path.name)
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    box = QMessageBox(QMessageBox.Icon.Question, title, question, yes | no, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like markup
    box.setDefaultButton(no)
    answer = box.exec()
    box.deleteLater()
    return answer == yes
