"""Remembers how the presenter likes the stage for the audience."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from mmdesk.app import settings
from mmdesk.app.settings import Settings
from mmdesk.ui.audience.director import StageDirector


class StageDesk(QObject):
    """Sets type, interval and preview as they were last time, and keeps what is chosen.

    Args:
        director: The main window's.
        store: Where they are kept.
        parent: Owner.
    """

    def __init__(self, director: StageDirector, store: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = store
        director.set_type_scale(_number(store.read(settings.STAGE_TYPE), 1.0))
        director.set_interval(round(_number(store.read(settings.STAGE_INTERVAL), 0.0)))
        director.set_preview(store.read(settings.STAGE_PREVIEW))
        director.type_scale_chosen.connect(self._on_type_scale)
        director.interval_chosen.connect(self._on_interval)
        director.preview_toggled.connect(self._on_preview)

    @Slot(float)
    def _on_type_scale(self, scale: float) -> None:
        self._settings.write(settings.STAGE_TYPE, str(scale))

    @Slot(int)
    def _on_interval(self, seconds: int) -> None:
        self._settings.write(settings.STAGE_INTERVAL, str(seconds))

    @Slot(bool)
    def _on_preview(self, shown: bool) -> None:
        self._settings.write(settings.STAGE_PREVIEW, shown)


def _number(words: str, default: float) -> float:
    """Return what a setting says; the default where somebody has written no number into the file."""
    try:
        found = float(words)
    except ValueError:
        return default
    return found if 0 <= found < 1e6 else default
