"""Where something is saved: the ending is there before anybody is asked whether a file may be replaced."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import mmdesk
from mmdesk.ui.save_path import ask_save_path

KINDS = ["Tables (*.csv)", "Parquet tables (*.parquet)"]


class Typist:
    """Types names into the dialogs, one after the other, and answers what they ask about files that are there.

    Attributes:
        asked: The questions.
    """

    def __init__(self, names: list[str], kind: str, answers: list[QMessageBox.StandardButton]) -> None:
        self._names, self._kind, self._answers = names, kind, answers
        self.asked: list[str] = []
        self._stopped = False
        QTimer.singleShot(10, self._look)

    def _look(self) -> None:
        if self._stopped:
            return
        QTimer.singleShot(10, self._look)  # a timer does not fire again while what it called waits for a question
        found = QApplication.activeModalWidget()
        if isinstance(found, QMessageBox):
            self.asked.append(found.text())
            found.button(self._answers.pop(0)).click()
        elif isinstance(found, QFileDialog) and found.isVisible():
            if not self._names:
                found.reject()
                return
            if self._kind:
                found.selectNameFilter(self._kind)
                found.filterSelected.emit(self._kind)
            found.findChild(QLineEdit, "fileNameEdit").setText(self._names.pop(0))
            found.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()

    def stop(self) -> None:
        self._stopped = True


@pytest.fixture
def ask(qtbot: QtBot, tmp_path: Path) -> Callable[..., tuple[Path | None, list[str]]]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def asked(
        *names: str, kind: str = "", answers: tuple[QMessageBox.StandardButton, ...] = (), kinds: list[str] = KINDS
    ) -> tuple[Path | None, list[str]]:
        typist = Typist(list(names), kind, list(answers))
        path = ask_save_path(window, "Save", str(tmp_path / "proposed.csv"), kinds)
        typist.stop()
        return path, typist.asked

    return asked


@pytest.mark.parametrize(
    ("typed", "kind", "path"),
    [
        ("a", "", "a.csv"),
        ("a", KINDS[1], "a.parquet"),
        ("b.csv", "", "b.csv"),
        ("c.d", "", "c.d.csv"),
        ("c.d", KINDS[1], "c.d.parquet"),
        ("E.CSV", "", "E.csv"),
    ],
)
def test_a_name_gets_the_ending_of_the_kind_that_was_chosen(
    ask: Callable[..., tuple[Path | None, list[str]]], tmp_path: Path, typed: str, kind: str, path: str
) -> None:
    assert ask(typed, kind=kind) == (tmp_path / path, [])


@pytest.mark.parametrize("typed", ["old", "old.csv", "old.v2"])
@pytest.mark.parametrize("replace", [True, False])
def test_nothing_is_replaced_unasked(
    ask: Callable[..., tuple[Path | None, list[str]]], tmp_path: Path, typed: str, replace: bool
) -> None:
    old = tmp_path / ("old.v2.csv" if typed == "old.v2" else "old.csv")
    old.write_text("mine")
    answer = QMessageBox.StandardButton.Yes if replace else QMessageBox.StandardButton.No
    path, asked = ask(typed, answers=(answer,))
    assert path == (old if replace else None), "who says no is back in the dialog"
    assert len(asked) == 1
    assert old.name in asked[0]


def test_after_a_no_another_name_can_be_chosen(
    ask: Callable[..., tuple[Path | None, list[str]]], tmp_path: Path
) -> None:
    (tmp_path / "old.v2.csv").write_text("mine")
    path, asked = ask("old.v2", "new", answers=(QMessageBox.StandardButton.No,))
    assert path == tmp_path / "new.csv"
    assert len(asked) == 1


def test_a_folder_gets_no_ending(ask: Callable[..., tuple[Path | None, list[str]]], tmp_path: Path) -> None:
    assert ask("lesson", kinds=[]) == (tmp_path / "lesson", [])


def test_it_is_asked_for_in_one_way_everywhere() -> None:
    elsewhere = [
        path.name
        for path in Path(mmdesk.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("getSaveFileName", "getSaveFileUrl", "AcceptSave")
    ]
    assert elsewhere == ["save_path.py"]
