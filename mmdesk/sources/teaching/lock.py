"""A folder that one program at a time may write to."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from mmdesk.core.errors import SourceError
from mmdesk.core.problem import Problem

FILE_NAME = "lesson.lock"


class FolderLock:
    """Held until it is released, or the process ends in whatever way: the system lets go of it then.

    Args:
        folder: Where; the file ``lesson.lock`` stands in it.

    Raises:
        SourceError: Another program holds it.
        OSError: The folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / FILE_NAME, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(self._file)
        except OSError as error:
            os.close(self._file)
            raise SourceError(Problem("teach.project.in_use", name=folder.name)) from error

    def stands_in(self, folder: Path) -> bool:
        """Whether a folder is the one that is held: it may have been moved since."""
        with suppress(OSError):
            return self._file >= 0 and os.path.samestat(os.fstat(self._file), (folder / FILE_NAME).stat())
        return False

    def release(self) -> None:
        """Let go; idempotent. The file stays: to delete it would let two programs hold two files of one name."""
        file, self._file = self._file, -1
        if file >= 0:
            with suppress(OSError):
                os.close(file)


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
