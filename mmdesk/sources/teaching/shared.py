"""A project as one file to hand on, and as a folder of data.

The one file is a model file (``.mmdesk``) that brings its samples along, below ``lesson/``: it opens as a model like
any other, and as a project to go on with. Without a model it holds the samples alone.
"""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from mmdesk.core.csv_file import CsvFile
from mmdesk.core.errors import OutputError, SourceError
from mmdesk.core.files import fresh_file
from mmdesk.core.model_files import CONFIG, LESSON, SUFFIX
from mmdesk.core.output import unwritable
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import LessonState
from mmdesk.core.work import Step, unwatched
from mmdesk.sources.teaching.manifest import FILE_NAME, MOST_BYTES, SAMPLES, parse_manifest
from mmdesk.sources.teaching.project import OpenedLesson, read_samples, saved_contents

UNKNOWN = "unknown"
"""The folder of exported background samples, as ``mmdesk evaluate --unknowns`` reads it."""

SAMPLE_TABLE = "samples.csv"
"""The table of an exported folder, and of the one of background in it."""

_MOST_FILE_BYTES = 64 << 20
_SAME_DATE = (1980, 1, 1, 0, 0, 0)


def write_shared(path: Path, state: LessonState, model: Path | None = None, step: Step = unwatched) -> None:
    """Write a lesson as one file, with the model that was taught by it.

    Args:
        path: Ends in ``.mmdesk``; a file that is there is replaced.
        state: The lesson.
        model: The checkpoint, a ``.mmdesk`` file itself; None for none.
        step: Called before each sample.

    Raises:
        NotWantedError: ``step`` has cancelled it; nothing is written.
        OutputError: It cannot be written.
    """
    try:
        with fresh_file(path) as fresh, zipfile.ZipFile(fresh, "w") as archive:
            if model is not None:
                with zipfile.ZipFile(model) as source:
                    for name in source.namelist():
                        if not name.startswith(LESSON):
                            archive.writestr(zipfile.ZipInfo(name, _SAME_DATE), source.read(name))
            for name, content in saved_contents(state, step).items():
                # Pictures are packed already; sounds and the table shrink to a half.
                way = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
                archive.writestr(zipfile.ZipInfo(LESSON + name, _SAME_DATE), content, way)
    except zipfile.BadZipFile as error:
        raise OutputError(Problem("teach.shared.no_model", path=path)) from error
    except OSError as error:
        raise unwritable(path, error) from error


def is_lesson_alone(path: Path) -> bool:
    """Whether a file holds a lesson and no model, so that it can only be gone on with; not whether it opens."""
    if path.suffix.lower() != SUFFIX or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
        return LESSON + FILE_NAME in names and CONFIG not in names
    except (OSError, zipfile.BadZipFile):
        return False


def read_shared(path: Path, step: Step = unwatched) -> OpenedLesson:
    """Return the lesson that a file brings along; nothing of it is left on the disk.

    Raises:
        NotWantedError: ``step`` has cancelled it.
        SourceError: The file cannot be read, brings none, or one of a newer version.
    """
    try:
        with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as scratch:
            names = archive.namelist()
            if LESSON + FILE_NAME not in names:
                raise SourceError(Problem("teach.shared.no_lesson", path=path))
            manifest = parse_manifest(_member(archive, LESSON + FILE_NAME, MOST_BYTES), path.name)
            for stored in manifest.samples:
                for file in stored.files.values():
                    if LESSON + file in names:
                        target = Path(scratch) / PurePosixPath(file)
                        target.parent.mkdir(exist_ok=True)
                        target.write_bytes(_member(archive, LESSON + file, _MOST_FILE_BYTES))
            state, findings, _ = read_samples(Path(scratch), manifest, step)
            return OpenedLesson(state, findings)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, KeyError) as error:
        raise SourceError(Problem("teach.shared.damaged", path=path)) from error
    except OSError as error:
        raise SourceError(Problem("file.unreadable", path=path, reason=error.strerror or str(error))) from error


def _member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Read a member, and no more of it than may be: its size in the archive's directory is only a claim."""
    with archive.open(name) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise RuntimeError(f"{name} is too large")
    return content


def export_dataset(folder: Path, state: LessonState, step: Step = unwatched) -> int:
    """Write the samples as a folder of data that ``mmdesk train`` reads; returns how many.

    Args:
        folder: It must not exist, or be empty. Background samples go into ``unknown`` in it.
        state: The lesson.
        step: Called before each sample.

    Raises:
        NotWantedError: ``step`` has cancelled it; nothing is written.
        OutputError: It cannot be written, or holds something; nothing of it is left, and it can be tried again.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise OutputError(Problem("teach.project.in_way", path=folder))
        names = {one.id: one.name for one in state.classes}
        taught = LessonState(state.classes, tuple(one for one in state.samples if one.class_id in names), state.inputs)
        background = LessonState((), state.background, state.inputs)
        tables = [(folder, taught, names)]
        if state.background:
            tables.append((folder / UNKNOWN, background, {"": UNKNOWN}))
        contents = [dict(saved_contents(part, step)) for _, part, _ in tables]  # before anything is written
        with _whole_or_nothing(folder) as written:
            for (place, part, named), files in zip(tables, contents, strict=True):
                _write_table(place, part, named, files, written)
    except (OSError, ValueError) as error:
        raise unwritable(folder, error) from error
    return len(taught.samples)


@contextmanager
def _whole_or_nothing(folder: Path) -> Iterator[list[Path]]:
    """Give a list for every file that is about to be written below a folder; they are deleted where that fails."""
    kept = folder if folder.exists() else None
    files: list[Path] = []
    try:
        yield files
    except BaseException:
        for file in files:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        for place in (folder / UNKNOWN / SAMPLES, folder / UNKNOWN, folder / SAMPLES, folder):
            with suppress(OSError):  # somebody may have put something of theirs there
                if place != kept:
                    place.rmdir()
        raise


def _write_table(
    folder: Path, state: LessonState, names: dict[str, str], contents: dict[str, bytes], written: list[Path]
) -> None:
    (folder / SAMPLES).mkdir(parents=True, exist_ok=True)
    contents.pop(FILE_NAME)
    files: dict[tuple[str, str], str] = {}
    for name, content in contents.items():
        written.append(folder / name)
        (folder / name).write_bytes(content)
        identity, _, rest = PurePosixPath(name).stem.partition(" ")
        files[identity, rest] = name
    written.append(folder / SAMPLE_TABLE)
    with CsvFile(folder / SAMPLE_TABLE) as table:
        table.write([*(one.column for one in state.inputs), "label"])
        for sample in state.samples:
            cells = [
                held if isinstance(held := sample.inputs.get(one.name, ""), str) else files[sample.id, one.name]
                for one in state.inputs
            ]
            table.write([*cells, names[sample.class_id]])
