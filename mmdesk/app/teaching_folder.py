"""The folder in which taught models stand while the program runs; what a killed program left of it is deleted."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from mmdesk.core.errors import SourceError
from mmdesk.sources.teaching.lock import FILE_NAME as LOCK_NAME
from mmdesk.sources.teaching.lock import FolderLock

log = logging.getLogger(__name__)

_PREFIX = "mmdesk-teach-"
_TRIES = 3


class TeachingFolder:
    """A folder among the temporary ones that is held against other programs until it is closed, and then deleted.

    Attributes:
        path: Where it is.

    Raises:
        OSError: None can be made.
    """

    def __init__(self) -> None:
        self._lock: FolderLock | None = None
        for _ in range(_TRIES):  # another program that starts may delete it before it is held
            self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
            self.path = Path(self._folder.name)
            with suppress(SourceError):
                self._lock = FolderLock(self.path)
            if self._lock is not None and (self.path / LOCK_NAME).is_file():
                return
            self.close()
        # A disk that knows no locks: nobody else can take it there either.
        self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)

    def close(self) -> None:
        """Delete it; idempotent."""
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()
        self._folder.cleanup()


def clear_left_folders() -> None:
    """Delete the folders of programs that were killed; waits for the disk. One that a program holds is left alone."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError, SourceError):
            if not _is_own(path) or not (path / LOCK_NAME).is_file():
                continue
            lock = FolderLock(path)  # the system lets go of it when its program ends, in whatever way
            try:
                for each in path.iterdir():
                    if each.name != LOCK_NAME:
                        shutil.rmtree(each) if each.is_dir() else each.unlink()
                if os.name != "nt":  # there a file that is open stays
                    shutil.rmtree(path)
            finally:
                lock.release()
            shutil.rmtree(path, ignore_errors=True)
            log.info("deleted what a program that was killed has left: %s", path)


def _is_own(path: Path) -> bool:
    """Whether a folder is one of this user's, and no link to somewhere else."""
    if path.is_symlink() or not path.is_dir():
        return False
    return not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()
