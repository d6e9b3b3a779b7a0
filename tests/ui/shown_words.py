"""Every word that a window shows or says, and those of them that are not in its language."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.ui.fit import paints_itself, written

ROOT = Path(__file__).resolve().parents[2]
_DATA = ("tests/ui/*gallery.py", "tests/ui/every_state.py", "tests/ui/planted_insight.py", "tests/three_inputs.py")
"""Where the names of classes, devices and files come from that a test shows: no words of the program."""
_SAME_EVERYWHERE = {
    "mmdesk",
    "Language",
    "English",
    "Deutsch",
    "Español",
    "CSV",
    "PNG",
    "SVG",
    "HTML",
    "Hz",
    "kHz",
    "OK",
}
_MARKUP = re.compile(r"<[^>]*>")
_CUT = re.compile(r"\w+…$")
"""The last word of what was shortened, as far as it is there."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTextEdit):
        yield from widget.toPlainText().splitlines()
    yield from _of_entries(widget)
    if widget.isWindow():
        yield widget.windowTitle()
    if paints_itself(widget):
        found, _ = written(widget)
        yield from (each.text for each in found)


def _of_entries(widget: QWidget) -> Iterator[str]:
    """What stands in lists, tabs and tables."""
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    elif isinstance(widget, QHeaderView) and widget.model() is not None:
        for section in range(widget.count()):
            yield str(widget.model().headerData(section, widget.orientation(), Qt.ItemDataRole.DisplayRole) or "")
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None and type(widget).__name__ != "QListView":
        model = widget.model()
        for row in range(min(model.rowCount(), 40)):
            for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
                yield str(model.data(model.index(row, column), Qt.ItemDataRole.DisplayRole) or "")


def _of_menus(window: QWidget) -> Iterator[str]:
    for menu in window.findChildren(QMenu):
        yield menu.title()
        for action in menu.actions():
            yield from (action.text(), action.toolTip())
    yield from (action.text() for widget in (window, *window.findChildren(QWidget)) for action in widget.actions())


def shown_words(window: QWidget) -> set[str]:
    """Return every text of a window and of its menus: written, painted, told on hover or to a screen reader."""
    found: set[str] = set(_of_menus(window))
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is window:
            found |= set(_of_widget(widget))
    return {_MARKUP.sub(" ", each).replace("&", "").strip() for each in found} - {""}


@cache
def _catalogue(language: str) -> tuple[tuple[str, str], ...]:
    """Sources and their translations, neither with the marks of keys."""
    path = ROOT / "resources" / "translations" / f"mmdesk_{language}.ts"
    pairs = []
    for message in ET.parse(path).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.findtext("translation", "")
        pairs.append((source.replace("&", ""), translation.replace("&", "")))
    return tuple(pairs)


@cache
def data_words() -> frozenset[str]:
    """The words of a test's own data."""
    found: set[str] = set()
    for pattern in _DATA:
        for path in ROOT.glob(pattern):
            tree = ast.parse(path.read_text("utf-8"))
            told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                    found |= set(_WORD.findall(node.value))
    return frozenset(found)


@cache
def _own_words(language: str) -> frozenset[str]:
    """The words that a language's translations have, those of its loan words among them."""
    return frozenset(word for _, translation in _catalogue(language) for word in _WORD.findall(translation))


def _is_key(word: str) -> bool:
    """Whether a key is called so in the language that holds, as page keys are on Chinese keyboards."""
    return QKeySequence(word).toString(QKeySequence.SequenceFormat.NativeText) == word


def untranslated(words: set[str], english: set[str], language: str) -> list[str]:
    """Return what a window says in English while it should speak another language.

    Args:
        words: What it says in that language.
        english: What the same window says in English.
        language: Code of the language.
    """
    known = _own_words(language) | data_words() | _SAME_EVERYWHERE
    wrong = {source for source, translation in _catalogue(language) if translation != source}
    right = {translation for _, translation in _catalogue(language)}
    found = []
    for each in words:
        whole = _CUT.sub("", each)
        foreign = [word for word in _WORD.findall(whole) if word not in known and word.isascii() and not _is_key(word)]
        if (each in wrong and each not in right) or (each in english and foreign):
            found.append(each)
    return sorted(found)
