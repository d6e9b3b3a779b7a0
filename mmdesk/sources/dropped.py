"""What a file or a folder is that somebody drops on the window; looked at and read on a thread that may wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import MediaError, MmdeskError
from mmdesk.core.modality import Modality
from mmdesk.core.model_files import CONFIG, SUFFIX
from mmdesk.core.problem import Problem
from mmdesk.sources.files.kinds import AUDIO_SUFFIXES, IMAGE_SUFFIXES, check_readable, not_read, unread_kind
from mmdesk.sources.files.pictures import read_image
from mmdesk.sources.files.sounds import read_wave
from mmdesk.sources.files.texts import clean_text, open_text
from mmdesk.sources.session.description import FILE_NAME as SESSION
from mmdesk.sources.teaching.manifest import FILE_NAME as LESSON
from mmdesk.sources.teaching.project import is_project
from mmdesk.sources.teaching.shared import is_lesson_alone

MOST_CHARACTERS = 2000
"""Of a text that is dropped; what a visitor types is shorter still."""
_TABLES = ("samples.csv", "texts.csv")
_MOST_LOOKED_AT = 2000
"""Files of a folder that are looked at in search of a picture or a sound."""


class DropKind(StrEnum):
    """What becomes of it."""

    PICTURE = "picture"
    SOUND = "sound"
    TEXT = "text"
    VIDEO = "video"
    MODEL = "model"
    RECORDING = "recording"
    PROJECT = "project"
    DATASET = "dataset"


INPUT_OF = {
    DropKind.PICTURE: Modality.IMAGE,
    DropKind.VIDEO: Modality.IMAGE,
    DropKind.SOUND: Modality.AUDIO,
    DropKind.TEXT: Modality.TEXT,
}
"""The kind of input that it stands for; what is not here is opened."""


@dataclass(frozen=True, slots=True, eq=False)
class Dropped:
    """One thing that was dropped.

    Attributes:
        kind: What it is.
        path: The file, or the folder that it stands for.
        content: Of a picture (H, W, 3) uint8 RGB, of a sound (N,) float32 mono at 16 kHz; else None.
        text: Of a text; else empty.
    """

    kind: DropKind
    path: Path
    content: NDArray[np.uint8] | NDArray[np.float32] | None = None
    text: str = ""


def look_at_dropped(paths: Sequence[Path]) -> Dropped:
    """Find out what was dropped, and read it where it stands for an input; waits for the disk.

    Raises:
        MmdeskError: Several things at once, nothing of a known kind, or a file that cannot be read; with its problem.
    """
    if len(paths) != 1:
        raise MmdeskError(Problem("drop.many", count=len(paths)))
    path = paths[0]
    try:
        return _folder(path) if path.is_dir() else _file(path)
    except OSError as error:
        raise MmdeskError(Problem("file.unreadable", path=path, reason=error.strerror or str(error))) from None


def _folder(folder: Path) -> Dropped:
    kinds = (
        (DropKind.PROJECT, is_project(folder)),
        (DropKind.RECORDING, (folder / SESSION).is_file()),
        (DropKind.MODEL, (folder / CONFIG).is_file()),
        (DropKind.DATASET, any((folder / table).is_file() for table in _TABLES) or _has_media(folder)),
    )
    for kind, is_so in kinds:
        if is_so:
            return Dropped(kind, folder)
    raise MmdeskError(Problem("drop.folder", path=folder))


def _has_media(folder: Path) -> bool:
    """Whether some folder in it has a picture or a sound: a class."""

    def files() -> Iterator[Path]:
        for inner in folder.iterdir():
            if inner.is_dir() and not inner.name.startswith("."):
                yield from inner.rglob("*")

    suffixes = IMAGE_SUFFIXES | AUDIO_SUFFIXES
    return any(file.suffix.lower() in suffixes for file in islice(files(), _MOST_LOOKED_AT))


def _file(path: Path) -> Dropped:
    named = {SESSION: DropKind.RECORDING, LESSON: DropKind.PROJECT, CONFIG: DropKind.MODEL}
    named |= dict.fromkeys(_TABLES, DropKind.DATASET)
    if path.name in named:
        return Dropped(named[path.name], path.parent)  # who drops the list means the folder
    if path.suffix.lower() == SUFFIX:
        return Dropped(DropKind.PROJECT if is_lesson_alone(path) else DropKind.MODEL, path)
    check_readable(path)
    suffix = path.suffix.lower()
    if suffix in IMAGE_SUFFIXES:
        return Dropped(DropKind.PICTURE, path, read_image(path))
    if suffix in AUDIO_SUFFIXES:
        return Dropped(DropKind.SOUND, path, read_wave(path))
    if suffix in (".txt", ".text"):
        return Dropped(DropKind.TEXT, path, text=_text(path))
    kind = unread_kind(suffix)
    if kind is not None and kind.what == "video":
        return Dropped(DropKind.VIDEO, path)
    return _by_content(path)


def _by_content(path: Path) -> Dropped:
    """A file whose name says nothing may be a picture or a sound all the same."""
    if problem := not_read(path):
        raise MediaError(problem)
    try:
        return Dropped(DropKind.PICTURE, path, read_image(path))
    except MediaError:
        pass
    try:
        return Dropped(DropKind.SOUND, path, read_wave(path))
    except MediaError:
        raise MediaError(Problem("drop.unknown", path=path)) from None


def _text(path: Path) -> str:
    try:
        with open_text(path) as stream:
            text = clean_text(stream.read(MOST_CHARACTERS + 1).strip())
    except UnicodeDecodeError:
        raise MediaError(Problem("drop.unknown", path=path)) from None
    if text is None:
        raise MediaError(Problem("drop.empty_text", path=path))
    if len(text) > MOST_CHARACTERS:
        raise MediaError(Problem("drop.long_text", path=path, most=MOST_CHARACTERS))
    return text
