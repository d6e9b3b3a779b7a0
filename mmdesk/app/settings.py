"""The user's settings: each declared once, with its type and its default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from mmdesk.app import paths

T = TypeVar("T", str, bool, QByteArray)


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One setting: its key in the file and the default, whose type is the setting's type."""

    key: str
    default: T


CAMERA = Option("sources/camera", "")
MICROPHONE = Option("sources/microphone", "")
MODEL = Option("model/path", "")
THEME = Option("view/theme", "dark")
LANGUAGE = Option("view/language", "")
MIRROR = Option("view/mirror", True)
GEOMETRY = Option("view/geometry", QByteArray())

OPTIONS: tuple[Option[str] | Option[bool] | Option[QByteArray], ...] = (
    CAMERA,
    MICROPHONE,
    MODEL,
    THEME,
    LANGUAGE,
    MIRROR,
    GEOMETRY,
)


class Settings:
    """Typed access to the settings file; a value of the wrong type reads as the default."""

    def __init__(self) -> None:
        self._store = QSettings(str(paths.settings_file()), QSettings.Format.IniFormat)

    def read(self, option: Option[T]) -> T:
        """Return a setting, or its default."""
        # Without type= the INI format returns 'false', which is true.
        try:
            value = self._store.value(option.key, option.default, type=type(option.default))
        except (TypeError, ValueError):
            return option.default
        return value if isinstance(value, type(option.default)) else option.default

    def write(self, option: Option[T], value: T) -> None:
        """Store a setting; it reaches the disk soon after."""
        self._store.setValue(option.key, value)

    def unknown_keys(self) -> list[str]:
        """Keys in the file that no option declares, for the diagnostics."""
        declared = {option.key for option in OPTIONS}
        return sorted(key for key in self._store.allKeys() if key not in declared)
