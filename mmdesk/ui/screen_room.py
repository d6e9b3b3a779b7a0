"""Windows open on a screen that they fit, and are never larger than that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_FRAME_PX = 40
"""Room for a title bar, which the window manager adds to the window's own height."""


def room_of(window: QWidget) -> QRect:
    """Where a window may lie on its screen, its title bar left out."""
    return _room_in(window.screen().availableGeometry())


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window that is not shown yet a size, or as much of it as its screen has."""
    room = room_of(window)
    window.setMinimumSize(window.minimumSize().boundedTo(room.size()))
    window.resize(min(width, room.width()), min(height, room.height()))


def open_where_it_fits(window: QWidget, width: int, height: int) -> None:
    """Do the same on the first screen that has the room, if not the usual one, else on the largest."""
    screens = [window.screen(), *(each for each in QGuiApplication.screens() if each is not window.screen())]
    chosen = best_room([each.availableGeometry() for each in screens], QSize(width, height))
    if chosen:
        window.setScreen(screens[chosen])
        window.move(_room_in(screens[chosen].availableGeometry()).topLeft())
    open_at(window, width, height)


def stay_on_screen(window: QWidget) -> None:
    """Bring a window back, or make it smaller, that lies off the screens that there are now."""
    frame = window.geometry()
    rooms = [_room_in(each.availableGeometry()) for each in QGuiApplication.screens()]
    if window.isMaximized() or window.isFullScreen() or any(room.contains(frame) for room in rooms):
        return
    seen = [room.intersected(frame) for room in rooms]
    most = max(range(len(rooms)), key=lambda place: seen[place].width() * seen[place].height())
    window.setGeometry(moved_into(frame, rooms[most]))


def best_room(areas: Sequence[QRect], size: QSize) -> int:
    """Return the index of the first area with room for a window of this size, else of the largest area."""
    rooms = [_room_in(area) for area in areas]
    for place, room in enumerate(rooms):
        if room.width() >= size.width() and room.height() >= size.height():
            return place
    return max(range(len(rooms)), key=lambda place: rooms[place].width() * rooms[place].height())


def moved_into(frame: QRect, room: QRect) -> QRect:
    """Return a rectangle within a room, as large as before where that has the room, and as near as can be."""
    size = frame.size().boundedTo(room.size())
    left = min(max(frame.left(), room.left()), room.right() - size.width() + 1)
    top = min(max(frame.top(), room.top()), room.bottom() - size.height() + 1)
    return QRect(left, top, size.width(), size.height())


def _room_in(area: QRect) -> QRect:
    return area.adjusted(0, _FRAME_PX, 0, 0)
