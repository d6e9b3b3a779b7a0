"""Where icons and translations lie, installed or not."""

from __future__ import annotations

from pathlib import Path

import mmdesk

_PACKAGE = Path(mmdesk.__file__).resolve().parent
# In a wheel and a frozen program the resources lie inside the package, in a working tree beside it.
_FOLDERS = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def resource_folder(name: str) -> Path:
    """The folder of resources of one kind ("icons", "translations"); it may be missing."""
    return next((folder / name for folder in _FOLDERS if (folder / name).is_dir()), _FOLDERS[-1] / name)


def app_icon_path() -> Path:
    """The program's icon, PNG 256 × 256: a PNG needs no image plug-in."""
    return resource_folder("icons") / "mmdesk.png"
