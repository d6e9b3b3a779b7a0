"""Windows are never larger than the screen they open on."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

_FRAME_PX = 40
"""Room for a title bar, which the window manager adds to the window's own height."""


def room_of(window: QWidget) -> QRect:
    """Where a window may lie on its screen, its title bar left out."""
    return window.screen().availableGeometry().adjusted(0, _FRAME_PX, 0, 0)


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window that is not shown yet a size, or as much of it as its screen has."""
    room = room_of(window)
    window.resize(min(width, room.width()), min(height, room.height()))
