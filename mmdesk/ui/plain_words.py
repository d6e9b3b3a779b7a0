"""Words of others, shown letter by letter: names of labels, marks and files may look like markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as TextQt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel


def plain_tip(words: str) -> str:
    """Return what is read as these words in a tool tip; Qt reads what looks like a tag, and fetches its pictures."""
    if not TextQt.mightBeRichText(words):
        return words
    return TextQt.convertFromPlainText(words, Qt.WhiteSpaceMode.WhiteSpaceNormal)


def words_of_tip(tip: str) -> str:
    """Return what is read in a tool tip that `plain_tip` made, or that never looked like markup."""
    return QTextDocumentFragment.fromHtml(tip).toPlainText() if TextQt.mightBeRichText(tip) else tip


def show_plain(*labels: QLabel) -> None:
    """Let labels show whatever they are told letter by letter."""
    for label in labels:
        label.setTextFormat(Qt.TextFormat.PlainText)
