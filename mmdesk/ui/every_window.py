"""The keys that act in every window, given to a further one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from mmdesk.ui.menus import WindowMenus

_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class EveryWindowKeys(QObject):
    """Lets the presenter's and the program's keys act in a window; it keeps Space, Enter, Esc and what is typed.

    Page up and Page down change the stage's scene while there is a stage, and else go through what is read here.

    Args:
        window: The window, with everything in it that scrolls.
        menus: Whose actions they are.
    """

    def __init__(self, window: QWidget, menus: WindowMenus) -> None:
        super().__init__(window)
        self._stage = menus.audience
        window.addActions(menus.actions_of_every_window())
        for page in window.findChildren(QAbstractScrollArea):
            page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Keep a page's keys from the stage that is not there."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _PAGES or self._stage.isChecked():
            return False
        event.accept()
        return True
