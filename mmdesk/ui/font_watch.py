"""Says it once where somebody's text needs a font that this computer does not have."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QTextLayout

from mmdesk.core.problem import Problem
from mmdesk.ui.fonts import font_families

_MOST_NAMED = 8
_UNSEEN = {"Mn", "Me", "Mc", "Cf", "Cc", "Cs", "Zs", "Zl", "Zp", "Cn", "Co"}
"""Categories of characters that are nothing alone, or that no font is expected to have."""


class FontWatch(QObject):
    """Looks at words of users and of models, each character once.

    Signals:
        missing: `Problem`: characters that can only be drawn as boxes, which have not been told before.
    """

    missing = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: set[str] = set()

    def look_at(self, *texts: str) -> None:
        """Take the words that are about to be shown; returns at once where no character in them is new."""
        fresh = sorted(set().union(*texts) - self._known)
        if not fresh:
            return
        self._known |= set(fresh)
        boxes = [each for each in fresh if unicodedata.category(each) not in _UNSEEN and not has_glyph(each)]
        if boxes:
            named = [f"U+{ord(each):04X}" for each in boxes[:_MOST_NAMED]]
            self.missing.emit(Problem("font.missing", characters=", ".join(named)))


def has_glyph(character: str) -> bool:
    """Whether Qt finds a font with this character, the program's own or one of the system's."""
    font = QFont()
    font.setFamilies(font_families())
    layout = QTextLayout(character, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(index for run in layout.glyphRuns() for index in run.glyphIndexes())
