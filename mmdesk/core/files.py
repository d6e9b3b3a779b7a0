"""Files that are replaced whole or not at all, with the rights that any new file gets; and what they are made of."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def fresh_file(path: Path) -> Iterator[Path]:
    """Give an empty file in the same folder that takes ``path``'s place when the block ends well, and goes when not.

    A new file has the rights that the user's umask leaves (`tempfile` would keep it to its owner), one that takes
    another's place has that one's. What stands at ``path`` is whole at every moment, a power cut included.

    Raises:
        OSError: If the place cannot be written, the disk is full included.
    """
    # A name of its own length could be one letter too long for the file system.
    temporary = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(4)}{path.suffix}")
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        yield temporary
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        if path.is_file():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def scratch_beside(path: Path, suffix: str) -> Path:
    """Return where this process puts, in the same folder, what becomes ``path`` or is needed for it."""
    return path.with_name(f"{_scratch_name(path, os.getpid())}{suffix}")


def clear_scratch(path: Path, process: int) -> None:
    """Delete what a process, given by its number, has left beside ``path``: it was killed. Deletes what it can."""
    begin = _scratch_name(path, process)
    with suppress(OSError):
        for each in list(path.absolute().parent.iterdir()):
            if each.name.startswith(begin):
                if each.is_dir():
                    shutil.rmtree(each, ignore_errors=True)
                else:
                    each.unlink(missing_ok=True)


def _scratch_name(path: Path, process: int) -> str:
    return f".{path.stem[:40]}-{process}."  # the stem alone may be as long as the file system lets it


def free_path(path: Path) -> Path:
    """Return the path, or one like it with a number where something is there already.

    Raises:
        OSError: The folder cannot be looked into, or holds a thousand of that name.
    """
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in range(2, 1000))
    for each in (path, *numbered):
        if not each.exists():
            return each
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
