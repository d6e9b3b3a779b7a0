"""Words that a drawn widget has no room for, told in full on hover."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mmdesk.ui.plain_words import plain_tip, words_of_tip


class Elided(QObject):
    """Shortens words for a widget that draws them, and tells the whole ones over it, before its own tool tip.

    Attributes:
        whole: The words that the last drawing has shortened.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.whole: list[str] = []
        widget.installEventFilter(self)

    def begin(self) -> None:
        """The widget is drawn anew."""
        self.whole.clear()

    def short(self, metrics: QFontMetrics | QFontMetricsF, words: str, width: float) -> str:
        """Return as much of the words as there is room for, with an ellipsis where that is not all."""
        room = max(1, int(width)) if isinstance(metrics, QFontMetrics) else max(1.0, width)
        found = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)  # type: ignore[arg-type]
        return self.note(words, found)

    def note(self, words: str, shown: str) -> str:
        """Remember words of which only a part is shown; returns that part."""
        if shown != words and words not in self.whole:
            self.whole.append(words)
        return shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Answer a question for the tool tip while something is shortened."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent) or not self.whole:
            return False
        lines = [*self.whole, *filter(None, [words_of_tip(self._widget.toolTip())])]
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(lines)), self._widget)
        return True
