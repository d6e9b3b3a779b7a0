"""The window that a part of it belongs to."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


def owner(part: QObject) -> QWidget:
    """Return the widget that a part was made for.

    It is asked for and not kept: the window keeps its parts, and two that keep each other are cleared by the collector,
    in any order, while signals still reach them.
    """
    return cast(QWidget, part.parent())
