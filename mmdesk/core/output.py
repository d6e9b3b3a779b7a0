"""What goes wrong with files, in one line with a remedy; and nothing written over that is not the program's own."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mmdesk.core.errors import OutputError

_FULL = "Make room on the disk, or choose another place."
_FORBIDDEN = "Choose a place where you may write, or change its permissions."
_REMEDIES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENOENT: "Make its folder first, or choose another place.",
    errno.ENOTDIR: "Choose another place: a part of the path is a file.",
    errno.EISDIR: "Choose another name: a folder has this one.",
    errno.EEXIST: "Choose another name: a file has this one.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
}


def unwritable(path: Path | str, error: OSError | ValueError, remedy: str = "") -> OutputError:
    """Return what to tell when a file or folder cannot be written: the path, the system's reason, and a remedy.

    Args:
        path: What was to be written; where the system names another file, that one is told.
        error: What the system said; a ValueError is its word for a name with a zero byte.
        remedy: In place of the one that goes with the reason.
    """
    if not isinstance(error, OSError):
        return OutputError(f"{str(path)!r} cannot be written: {error}.", remedy or "Choose another name.")
    named = error.filename if isinstance(error.filename, str) else path
    reason = error.strerror or str(error)
    found = _REMEDIES.get(error.errno or 0, "Choose another place.")
    return OutputError(f"{named} cannot be written: {reason}.", remedy or found)


@contextmanager
def writing(path: Path, remedy: str = "") -> Iterator[None]:
    """Tell in one line when what is done inside cannot write ``path``, for want of space say.

    Raises:
        OutputError: In place of an OSError; see :func:`unwritable`.
    """
    try:
        yield
    except OSError as error:
        raise unwritable(path, error, remedy) from error
