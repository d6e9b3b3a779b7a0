"""The user's settings: each declared once, with its type and its default."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from mmdesk.app import paths
from mmdesk.core.errands import Errands
from mmdesk.core.inputs import MOST_INPUTS, Slot
from mmdesk.core.modality import Modality

log = logging.getLogger(__name__)

T = TypeVar("T", str, bool, QByteArray)

_PATIENCE_S = 3.0


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One setting: its key in the file and the default, whose type is the setting's type."""

    key: str
    default: T


_FIRST_SOURCES = {Modality.IMAGE: "sources/camera", Modality.AUDIO: "sources/microphone"}
SOURCES: dict[Slot, Option[str]] = {
    Slot(kind, number): Option(key if number == 0 else f"{key}_{number + 1}", "")
    for kind, key in _FIRST_SOURCES.items()
    for number in range(MOST_INPUTS)
}
"""What was opened last time: the first camera, the second camera …"""
MODEL = Option("model/path", "")
"""Empty for the default model; ``bundled:NAME`` for another that comes with the program."""
RECENT = Option("model/recent", "")
"""A JSON list of paths, the newest first."""
START_PAGE = Option("view/start_page", True)
WELCOME = Option("view/welcome", True)
"""Whether the start page still has to say what this is."""
THEME = Option("view/theme", "dark")
LANGUAGE = Option("view/language", "")
TEXT_SIZE = Option("view/text_size", "100")
"""In percent."""
PANELS = Option("view/panels", "")
"""How the panels stand, as `mmdesk.ui.arrangement` tells it."""
MIRROR = Option("view/mirror", True)
STAGE_TYPE = Option("stage/type", "1.0")
"""Size of the audience window's type, relative to what its form has by itself."""
STAGE_INTERVAL = Option("stage/interval_s", "0")
"""Seconds after which its scene changes by itself; 0 for never."""
STAGE_PREVIEW = Option("stage/preview", True)
GEOMETRY = Option("view/geometry", QByteArray())
TAKE_AWAY = Option("take_away/on", False)
"""Whether telephones may fetch a page while its code is shown."""
TAKE_AWAY_STAGE = Option("take_away/stage", False)
"""Whether the audience sees that code, too."""
RECORDINGS = Option("record/folder", "")
"""The folder in which recordings are made; empty for the usual one."""
RECORD_KEY = Option("teach/record_key", "Space")
"""The key that records while it is held, as `QKeySequence` writes it."""
PROJECTS = Option("teach/recent", "")
"""A JSON list of paths of projects, the newest first."""

OPTIONS: tuple[Option[str] | Option[bool] | Option[QByteArray], ...] = (
    *SOURCES.values(),
    MODEL,
    RECENT,
    START_PAGE,
    WELCOME,
    THEME,
    LANGUAGE,
    TEXT_SIZE,
    PANELS,
    MIRROR,
    STAGE_TYPE,
    STAGE_INTERVAL,
    STAGE_PREVIEW,
    GEOMETRY,
    TAKE_AWAY,
    TAKE_AWAY_STAGE,
    RECORDINGS,
    RECORD_KEY,
    PROJECTS,
)


_WRITES = Errands("settings")


class Settings:
    """Typed access to the settings file; a value of the wrong type reads as the default.

    The GUI thread reads the file once and never writes it: that is done elsewhere, and nothing waits for the disk.
    """

    def __init__(self) -> None:
        _WRITES.wait(_PATIENCE_S)
        self._written: dict[str, object] = {}
        self._store = QSettings(str(paths.settings_file()), QSettings.Format.IniFormat)

    def read(self, option: Option[T]) -> T:
        """Return a setting, or its default."""
        if option.key in self._written:
            written = self._written[option.key]
            return written if isinstance(written, type(option.default)) else option.default
        # Without type= the INI format returns 'false', which is true.
        try:
            value = self._store.value(option.key, option.default, type=type(option.default))
        except (TypeError, ValueError):
            return option.default
        return value if isinstance(value, type(option.default)) else option.default

    def write(self, option: Option[T], value: T) -> None:
        """Store a setting; returns at once, and the value reaches the disk soon after."""
        self._written[option.key] = value
        file = self._store.fileName()
        _WRITES.add(lambda: _store(file, option.key, value))

    @staticmethod
    def wait(timeout_s: float = _PATIENCE_S) -> bool:
        """Wait until everything stored is on the disk; False when that takes longer."""
        return _WRITES.wait(timeout_s)

    def unknown_keys(self) -> list[str]:
        """Keys in the file that no option declares, for the diagnostics."""
        declared = {option.key for option in OPTIONS}
        return sorted(key for key in self._store.allKeys() if key not in declared)


def _store(file: str, key: str, value: object) -> None:
    store = QSettings(file, QSettings.Format.IniFormat)
    store.setValue(key, value)
    store.sync()
    if store.status() is not QSettings.Status.NoError:
        log.warning("%s could not be stored in %s: %s", key, file, store.status().name)
