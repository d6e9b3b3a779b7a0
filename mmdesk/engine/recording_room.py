"""The disk that a recording is written to."""

from __future__ import annotations

import shutil
from pathlib import Path

from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem

LEAST_ROOM = 100 << 20
"""Bytes that are left on the disk: a recording ends before it is full, and can be finished."""


def disk_room(folder: Path) -> int:
    """Return the bytes that are left on a folder's disk.

    Raises:
        MmdeskError: It is gone.
    """
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        raise MmdeskError(Problem("record.folder_gone", path=folder)) from None


def place_of(folder: Path) -> Path:
    """Return what there is already of a folder that is to be made: itself, or one that it lies in."""
    return next((place for place in (folder, *folder.absolute().parents) if is_there(place)), Path())


def is_there(path: Path) -> bool:
    """Whether something is; what may not be looked at, or has no possible name, is as good as not there."""
    try:
        return path.exists()
    except OSError:
        return False
