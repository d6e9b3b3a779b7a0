"""What goes wrong with files, in one line with a remedy; and nothing written over that is not the program's own."""

from __future__ import annotations

import errno
import mmap
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

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


GENERATOR = "mmdesk"
"""What files name as their maker, so that they are known again."""

_MARKS = (
    b"Software\0mmdesk",  # pictures: a text chunk of PNG
    b"Software: mmdesk",  # and a comment of JPEG
    b'<meta name="generator" content="mmdesk"',
    b'"generator": "mmdesk"',
    b"time_s,label,confidence,weight_",
    b'"format": "mmdesk-export"',
)
_HEAD_BYTES = 1 << 16


def is_own_file(path: Path) -> bool:
    """Whether a file is one that this program wrote: a picture, a page, a table of predictions, a report, a graph.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
        if any(mark in head for mark in _MARKS):
            return True
        # A graph has its description behind its weights.
        return path.suffix.lower() in (".onnx", ".pt2") and _holds(stream, b"mmdesk-export")


def check_output_file(path: Path) -> None:
    """Refuse, before any work, to write over a file that is not the program's own, or where nothing can be written.

    An empty file, a device and a pipe may be written to.

    Raises:
        OutputError: With what stands there, and what to do.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise OutputError(f"{path} is a folder.", "Name a file in it.")
        if stat.S_ISREG(status.st_mode) and status.st_size and not is_own_file(path):
            raise OutputError(
                f"{path} is already there, and mmdesk did not write it.", "Choose another name, or delete it first."
            )
    except FileNotFoundError:
        if not path.resolve().parent.is_dir():
            raise OutputError(f"{path}: there is no folder {path.resolve().parent}.", "Make it first.") from None
    except (OSError, ValueError) as error:
        raise unwritable(path, error) from error


def check_output_folder(folder: Path, names: Sequence[str], inputs: Sequence[Path] = ()) -> None:
    """Refuse, before any work, a folder for a report in which something else would be written over or mixed up.

    Args:
        folder: It need not exist.
        names: Files, and folders of files, that will be written into it.
        inputs: What is read; a report is neither written into one, nor into a folder in one.

    Raises:
        OutputError: With what stands there, and what to do.
    """
    try:
        place = folder.resolve()
        for given in inputs:
            if given.is_dir() and (place == given.resolve() or given.resolve() in place.parents):
                raise OutputError(f"{folder} lies in {given}, which is read.", "Choose a folder outside it.")
        for name, what in _HOMES.items():
            if (folder / name).exists():
                raise OutputError(f"{folder} holds {what} ({name}).", "Choose another folder.")
        files = [folder / name for name in names if not (folder / name).is_dir()]
        is_own = any(path.is_file() and is_own_file(path) for path in files)
        for path in files:
            if path.exists():
                check_output_file(path)
        for path in (folder / name for name in names if (folder / name).is_dir()):
            if not is_own and any(path.iterdir()):
                raise OutputError(
                    f"{path} is already there, and mmdesk did not write it.",
                    "Choose another folder, or delete it first.",
                )
    except (OSError, ValueError) as error:
        raise unwritable(folder, error) from error


_HOMES = {
    "session.json": "a recorded session",
    "model.safetensors": "a model",
    "samples.csv": "a set of data",
    "texts.csv": "a set of data",
}


def _holds(stream: BinaryIO, mark: bytes) -> bool:
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(mark) >= 0
