"""Words on several lines, whatever names and paths stand in them."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtWidgets import QLabel, QWidget

from mmdesk.ui.plain_words import show_plain

_LONG = re.compile(r"[^\s/\\-]{41,}")
"""A word as long as no language has one, but a name or a file may: a label would be as wide as that."""
_PIECE = 12
_BREAK = "\u200b"


class WrappedLabel(QLabel):
    """A label of plain text whose lines also break within a word where that is longer than 40 letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        show_plain(self)
        self.setWordWrap(True)

    def setText(self, words: str) -> None:
        self._words = words
        shown = breakable(words)
        super().setText(shown)
        self.setAccessibleName(words if shown != words else "")

    def text(self) -> str:
        return self._words


def breakable(words: str) -> str:
    """Return words in which long ones have places to break at, after every twelfth letter or so.

    A place is a zero width space (U+200B), and never stands between a letter and what is written over or joined to it.
    """
    return _LONG.sub(lambda found: _broken(found[0]), words)


def _broken(word: str) -> str:
    pieces, length = [""], 0
    for before, letter in zip(" " + word, word, strict=False):
        joined = unicodedata.category(letter)[0] == "M" or unicodedata.category(letter) == "Cf"
        if length >= _PIECE and not joined and unicodedata.category(before) != "Cf":
            pieces.append("")
            length = 0
        pieces[-1] += letter
        length += 1
    return _BREAK.join(pieces)
