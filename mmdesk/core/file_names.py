"""Names of files and folders: found though written otherwise, those of the system's own, and those of no file."""

from __future__ import annotations

import stat
import unicodedata
from pathlib import Path

from mmdesk.core.problem import Problem

_SYSTEM_NAMES = frozenset(
    name.casefold()
    for name in (
        "__MACOSX",
        "Thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "Icon\r",
        "@eaDir",
        "#recycle",
        "#snapshot",
        "@Recycle",
        "@Recently-Snapshot",
        "$RECYCLE.BIN",
        "System Volume Information",
        "lost+found",
        "__pycache__",
    )
)


def is_system_name(name: str) -> bool:
    """Whether a file or folder is one that systems and synchronising programs leave behind, and nobody's data.

    Everything that begins with a dot (``.Trash-1000``, ``.DS_Store``, ``._a.png``), bins (``$RECYCLE.BIN``,
    ``#recycle``), thumbnails (Synology's ``@eaDir``, ``Thumbs.db``), what archives from a Mac hold (``__MACOSX``), and
    what belongs to the file system (``System Volume Information``, ``lost+found``). Case does not count.
    """
    return name.startswith(".") or name.casefold() in _SYSTEM_NAMES


def why_no_file(path: Path) -> Problem | None:
    """Return what is wrong with a path that names no file to read; None where it names one.

    Devices and pipes count as none: opening one may wait for ever, and its content is there once or without end.
    """
    try:
        mode = path.stat().st_mode
    except PermissionError:  # opening it will say so
        return None
    except (OSError, ValueError):  # among them a name too long, or with a zero in it
        return Problem("file.missing")
    if stat.S_ISREG(mode):
        return None
    return Problem("file.is_folder") if stat.S_ISDIR(mode) else Problem("file.is_device")


class FileFinder:
    """Finds files whose names are composed or cased otherwise than on the disk. One thread owns it.

    macOS and old archives decompose letters, Windows and macOS take upper and lower case for the same: a table that was
    written there names files in a way of its own. What a folder holds is read once.
    """

    def __init__(self) -> None:
        self._names: dict[Path, dict[str, list[str]]] = {}

    def find(self, path: Path) -> Path | None:
        """The file of a path, as it is named on the disk; None where there is none, or several that fit no better."""
        try:
            if path.is_file():
                return path
            found = Path(path.anchor)
            for part in path.parts[1:] if path.anchor else path.parts:
                found = found / (part if (found / part).exists() else self._name(found, part))
            return found if found.is_file() else None
        except (OSError, ValueError, LookupError):  # a name too long, or with a zero in it; nothing fits
            return None

    def _name(self, folder: Path, part: str) -> str:
        """What fits in a folder: letters composed otherwise, else cased otherwise.

        Raises:
            LookupError: Nothing does, or several do.
        """
        if folder not in self._names:
            names: dict[str, list[str]] = {}
            for name in (entry.name for entry in folder.iterdir()):
                for key in {_composed(name), _folded(name)}:
                    names.setdefault(key, []).append(name)
            self._names[folder] = names
        known = self._names[folder]
        for key in (_composed(part), _folded(part)):
            fitting = [name for name in known.get(key, ()) if key in (_composed(name), _folded(name))]
            same = [name for name in fitting if _composed(name) == key] or fitting
            if len(same) == 1:
                return same[0]
        raise LookupError(part)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _folded(name: str) -> str:
    return _composed(_composed(name).casefold())
