"""Files and words that are dropped anywhere on a window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from mmdesk.ui.owner import owner
from mmdesk.ui.panels.card import InputCard
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.tour_guide import Outline


class DropSite(QObject):
    """Takes whatever is dropped on a window, and outlines what it falls on while it is dragged.

    Args:
        window: Where it is dropped.
        panels: What is outlined where no panel of an input lies under the pointer; None for the whole window.

    Signals:
        dropped: Paths of what was dropped, as a list, and the name of the input on whose panel; empty for none.
        text_dropped: Words that were dragged from elsewhere, and likewise the name of an input.
    """

    dropped = Signal(object, str)
    text_dropped = Signal(str, str)

    def __init__(self, window: QWidget, panels: QWidget | None = None) -> None:
        super().__init__(window)
        self._panels = panels
        self._outline = Outline(window)
        self._outline.set_look(Look(DARK, 1.0))
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._outline.set_look(look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if isinstance(event, QDragMoveEvent):  # entering is one of these
            if _is_wanted(event):
                event.acceptProposedAction()
                self._outline.surround([self._card_at(event.position().toPoint()) or self._panels or owner(self)])
            return isinstance(event, QDragEnterEvent) or _is_wanted(event)
        if event.type() == QEvent.Type.DragLeave:
            self._outline.surround(())
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and _is_wanted(event):
            self._outline.surround(())
            event.acceptProposedAction()
            card = self._card_at(event.position().toPoint())
            self._take(event, "" if card is None else card.input.name)
            return True
        return False

    def _take(self, event: QDropEvent, name: str) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths, name)
        else:
            self.text_dropped.emit(event.mimeData().text(), name)

    def _card_at(self, place: QPoint) -> InputCard | None:
        widget: QWidget | None = owner(self).childAt(place)
        while widget is not None and not isinstance(widget, InputCard):
            widget = widget.parentWidget()
        return widget


def _is_wanted(event: QDropEvent) -> bool:
    data = event.mimeData()
    return any(url.isLocalFile() for url in data.urls()) or (data.hasText() and not data.hasUrls())
