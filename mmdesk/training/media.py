"""What a kind of input is in a folder of data: which files or cells hold it, and how they are read.

Read the same as everywhere else, see `mmdesk.sources.files`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import MediaError
from mmdesk.core.file_names import why_no_file
from mmdesk.core.input_kind import INPUT_KINDS, InputKind
from mmdesk.core.modality import Modality
from mmdesk.core.plugins import reason
from mmdesk.core.problem import Problem
from mmdesk.sources.files import AUDIO_SUFFIXES, IMAGE_SUFFIXES
from mmdesk.sources.files import clean_text as load_text
from mmdesk.sources.files import read_image as load_image
from mmdesk.sources.files import read_speech as load_audio

__all__ = [
    "AUDIO_SUFFIXES",
    "DATA_KINDS",
    "IMAGE_SUFFIXES",
    "DataKind",
    "Value",
    "load_audio",
    "load_image",
    "load_text",
]

Value = Path | str
"""What a sample has of an input: a file, or the text itself."""


def _nothing_odd(_raw: Any) -> Problem | None:
    return None


@dataclass(frozen=True, slots=True)
class DataKind:
    """A kind of input in a folder of data.

    Attributes:
        suffixes: Of the names of its files, small letters with the point; empty where a cell is the input itself.
        read: Decodes a file; raises `MediaError`.
        no_such_file: Says that a file is none of these by its name's ending; given the column and the cell.
        oddity: What the user should know of a decoded file, None for nothing.
    """

    suffixes: frozenset[str]
    read: Callable[[Path], Any]
    no_such_file: Callable[[str, str], Problem]
    oddity: Callable[[Any], Problem | None] = _nothing_odd

    @property
    def in_files(self) -> bool:
        """Whether a table names files of it."""
        return bool(self.suffixes)


def _no_picture(column: str, cell: str) -> Problem:
    return Problem("cell.no_picture", column=column, cell=cell)


def _no_sound(column: str, cell: str) -> Problem:
    return Problem("cell.no_sound", column=column, cell=cell)


def _no_file(column: str, cell: str) -> Problem:
    return Problem("cell.no_file", column=column, cell=cell)


def _read_signal(kind: InputKind, path: Path) -> NDArray[np.float32]:
    """Read a file as a plug-in reads it, and see to it that it gives what it must.

    Raises:
        MediaError: It cannot, or does not.
    """
    if problem := why_no_file(path):
        raise MediaError(problem.at(path))
    try:
        values = np.asarray(kind.read(path), np.float32)
    except MediaError:
        raise
    except Exception as error:
        raise MediaError(Problem("signal_file.failed", title=kind.title, detail=reason(error)).at(path)) from error
    wanted = f"(T, {len(kind.channels)})"
    if values.ndim != 2 or not len(values) or values.shape[1] != len(kind.channels):
        detail = f"it gives numbers of shape {values.shape}, not {wanted}"
        raise MediaError(Problem("signal_file.failed", title=kind.title, detail=detail).at(path))
    if not np.isfinite(values).all():
        detail = "it gives numbers that are not finite"
        raise MediaError(Problem("signal_file.failed", title=kind.title, detail=detail).at(path))
    return values


def _silence(wave_mono: Any) -> Problem | None:
    return None if wave_mono.any() else Problem("sound.silent")


def _read_text(path: Path) -> str:
    raise ValueError(f"{path}: texts stand in tables")


_OWN: dict[str, DataKind] = {
    Modality.IMAGE: DataKind(IMAGE_SUFFIXES, load_image, _no_picture),
    Modality.AUDIO: DataKind(AUDIO_SUFFIXES, load_audio, _no_sound, _silence),
    Modality.TEXT: DataKind(frozenset(), _read_text, _no_file),
}


class _DataKinds(Mapping[str, DataKind]):
    """The program's own and those of plug-ins, which are imported when they are first needed."""

    def __getitem__(self, kind: str) -> DataKind:
        if kind in _OWN:
            return _OWN[kind]
        if kind not in INPUT_KINDS.usable():
            raise KeyError(kind)
        found = INPUT_KINDS[kind]

        def no_such_file(column: str, cell: str) -> Problem:
            known = ", ".join(sorted(found.suffixes))
            return Problem("cell.other_ending", column=column, cell=cell, known=known)

        return DataKind(found.suffixes, partial(_read_signal, found), no_such_file)

    def __iter__(self) -> Iterator[str]:
        yield from map(str, _OWN)
        yield from INPUT_KINDS.usable()

    def __len__(self) -> int:
        return len(list(iter(self)))


DATA_KINDS: Mapping[str, DataKind] = _DataKinds()
"""Every kind of which a table may have columns."""


def raw_of(kind: str, value: Value) -> Any:
    """Return a sample's input as a model's encoder takes it: a decoded file, or the text.

    Raises:
        MediaError: If the file cannot be read.
    """
    return value if isinstance(value, str) else DATA_KINDS[kind].read(value)
