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
from mmdesk.core.problem import Problem


def unwritable(path: Path | str, error: OSError | ValueError) -> OutputError:
    """Return what to tell when a file or folder cannot be written: the path, the system's reason, and a remedy.

    Args:
        path: What was to be written; where the system names another file, that one is told.
        error: What the system said; a ValueError is its word for a name with a zero byte.
    """
    if not isinstance(error, OSError):
        return OutputError(Problem("output.bad_name", path=repr(str(path)), reason=str(error)))
    named = error.filename if isinstance(error.filename, str) else path
    return OutputError(_unwritable(error.errno, named, error.strerror or str(error)))


def _unwritable(number: int | None, path: Path | str, reason: str) -> Problem:
    match number:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return Problem("output.full", path=path, reason=reason)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return Problem("output.forbidden", path=path, reason=reason)
        case errno.ENOENT:
            return Problem("output.no_folder", path=path, reason=reason)
        case errno.ENOTDIR:
            return Problem("output.part_is_file", path=path, reason=reason)
        case errno.EISDIR:
            return Problem("output.folder_there", path=path, reason=reason)
        case errno.EEXIST:
            return Problem("output.file_there", path=path, reason=reason)
        case errno.ENAMETOOLONG:
            return Problem("output.long_name", path=path, reason=reason)
        case _:
            return Problem("output.unwritable", path=path, reason=reason)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Tell in one line when what is done inside cannot write ``path``, for want of space say.

    Raises:
        OutputError: In place of an OSError; see :func:`unwritable`.
    """
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error


GENERATOR = "mmdesk"
"""What files name as their maker, so that they are known again."""

_MARKS = (
    b"Software\0mmdesk",  # pictures: a text chunk of PNG
    b"Software: mmdesk",  # and a comment of JPEG
    b'<meta name="generator" content="mmdesk"',
    b'"generator": "mmdesk"',
    b"time_s,label,confidence,weight_",
    b'"format": "mmdesk-export"',
    b"WA\x86mmdesk",  # videos: who wrote a WebM file
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
        # A graph has its description behind its weights, and a table of Parquet behind its columns.
        last = {".onnx": b"mmdesk-export", ".pt2": b"mmdesk-export", ".parquet": b"mmdesk-predictions"}.get(
            path.suffix.lower()
        )
        return last is not None and _holds(stream, last)


def check_output_file(path: Path) -> None:
    """Refuse, before any work, to write over a file that is not the program's own, or where nothing can be written.

    An empty file, a device and a pipe may be written to.

    Raises:
        OutputError: With what stands there, and what to do.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise OutputError(Problem("output.is_folder", path=path))
        if stat.S_ISREG(status.st_mode) and status.st_size and not is_own_file(path):
            raise OutputError(Problem("output.foreign_file", path=path))
    except FileNotFoundError:
        if not path.resolve().parent.is_dir():
            raise OutputError(Problem("output.no_parent", path=path, folder=path.resolve().parent)) from None
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
                raise OutputError(Problem("output.in_input", path=folder, folder=given))
        _check_home(folder)
        files = [folder / name for name in names if not (folder / name).is_dir()]
        is_own = any(path.is_file() and is_own_file(path) for path in files)
        for path in files:
            if path.exists():
                check_output_file(path)
        for path in (folder / name for name in names if (folder / name).is_dir()):
            if not is_own and any(path.iterdir()):
                raise OutputError(Problem("output.foreign_folder", path=path))
    except (OSError, ValueError) as error:
        raise unwritable(folder, error) from error


def _check_home(folder: Path) -> None:
    """Refuse a folder that is a whole already."""
    if (folder / "session.json").exists():
        raise OutputError(Problem("output.holds_session", path=folder, file="session.json"))
    if (folder / "model.safetensors").exists():
        raise OutputError(Problem("output.holds_model", path=folder, file="model.safetensors"))
    for table in ("samples.csv", "texts.csv"):
        if (folder / table).exists():
            raise OutputError(Problem("output.holds_data", path=folder, file=table))


def _holds(stream: BinaryIO, mark: bytes) -> bool:
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(mark) >= 0
