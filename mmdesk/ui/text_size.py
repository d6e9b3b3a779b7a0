"""How large everything is written, as the user wants it: beside what the size of a window gives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from mmdesk.ui.theme import scale_for, smaller_scale

TEXT_SIZES = (80, 90, 100, 115, 130, 150, 175, 200)
"""Sizes that are offered, in percent."""

_percent = 100


def text_size() -> int:
    """The size that holds, in percent."""
    return _percent


def set_text_size(percent: int) -> None:
    """Let a size hold from now on, the nearest that is offered; windows take it when they are dressed next."""
    global _percent  # noqa: PLW0603 - like the language, it holds for every window
    _percent = min(TEXT_SIZES, key=lambda offered: abs(offered - percent))


def wanted_scale(window: QWidget) -> float:
    """The scale of a window of this size in the text size that holds."""
    return scale_for(window.width(), window.height(), _percent / 100)


class Fitting:
    """Finds the largest scale, up to the wanted one, at which everything in a window has its room, and remembers it.

    Args:
        window: Whose layout is asked.
        dress: Dresses the window in a scale.
    """

    def __init__(self, window: QWidget, dress: Callable[[float], None]) -> None:
        self._window, self._dress = window, dress
        self._known: dict[tuple[QSize, int], float] = {}

    def apply(self, *, anew: bool = False) -> None:
        """Dress the window.

        Args:
            anew: What is in the window has changed, and what is known of the room it needs no longer holds.
        """
        if anew:
            self._known.clear()
        key = (self._window.size(), _percent)
        scale = self._known.get(key, wanted_scale(self._window))
        self._dress(scale)
        # At the usual size all windows have been made to fit.
        while _percent > 100 and self._lacks_room() and (less := smaller_scale(scale)) < scale:
            scale = less
            self._dress(scale)
        self._known[key] = scale

    def _lacks_room(self) -> bool:
        layout = self._window.layout()
        if layout is None:
            return False
        layout.activate()
        needed = layout.totalMinimumSize()
        if layout.hasHeightForWidth():
            needed.setHeight(layout.totalMinimumHeightForWidth(self._window.width()))
        return needed.width() > self._window.width() or needed.height() > self._window.height()
