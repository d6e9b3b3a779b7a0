"""Reads files, folders and recordings that are to be examples of classes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mmdesk.core.burst import Burst
from mmdesk.core.errors import MediaError, SourceError, TrainingError
from mmdesk.core.inputs import Input, in_order
from mmdesk.core.modality import Modality
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import BACKGROUND, MOST_SAMPLES, Content, LessonState, new_id
from mmdesk.core.work import Step, unwatched
from mmdesk.engine.burst_recorder import kept_picture
from mmdesk.sources.files import AUDIO_SUFFIXES, IMAGE_SUFFIXES, clean_text, open_text, read_image, read_speech
from mmdesk.sources.teaching.shared import SAMPLE_TABLE, UNKNOWN

MOST_FILES = 1000
"""Read of one drop; a whole collection is for `mmdesk train`."""
_TEXT_SUFFIXES = frozenset((".txt",))
_LONGEST_TEXT_FILE = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class ReadFiles:
    """What was made of a drop.

    Attributes:
        class_id: The class it was dropped on.
        contents: What each example holds, by the names of inputs.
        origins: The file that each is from.
        problems: What could not be read.
    """

    class_id: str
    contents: tuple[dict[str, Content], ...]
    origins: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_dropped(
    class_id: str, paths: Sequence[str], inputs: Sequence[Input], cancelled: Callable[[], bool] = lambda: False
) -> ReadFiles:
    """Read pictures, sounds and texts (a line is an example), in folders too; waits for the disk.

    Args:
        class_id: Handed through.
        paths: Files and folders.
        inputs: What examples may hold: the first of each kind gets the file.
        cancelled: Asked before each file.
    """
    names: dict[str, str] = {}
    for one in inputs:
        names.setdefault(one.kind, one.name)
    contents: list[dict[str, Content]] = []
    origins: list[str] = []
    problems: list[Problem] = []
    for count, path in enumerate(_files(map(Path, paths))):
        if cancelled():
            break
        if count >= MOST_FILES:
            problems.append(Problem("teach.many_files", most=MOST_FILES))
            break
        try:
            found = _read(path, names)
        except MediaError as error:
            problems.append(error.problem)
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem("file.unreadable", path=path, reason=str(error)))
        else:
            contents += found
            origins += [path.name] * len(found)
    if not contents and not problems:
        problems.append(Problem("teach.no_files"))
    return ReadFiles(class_id, tuple(contents), tuple(origins), tuple(problems))


@dataclass(frozen=True, slots=True, eq=False)
class ReadRecording:
    """What was made of the taught stretches of a recording.

    Attributes:
        title: The recording's.
        bursts: By time; the class's name takes the place of an id.
    """

    title: str
    bursts: tuple[Burst, ...]


def read_recording(path: Path, cancelled: Callable[[], bool] = lambda: False) -> ReadRecording | Problem:
    """Make examples of a recorded session's marked stretches, or say why there are none; waits for the disk."""
    from mmdesk.engine.stretch_bursts import stretch_bursts
    from mmdesk.sources.session import SessionReader
    from mmdesk.sources.session.lesson import taught_stretches

    try:
        reader = SessionReader(path)
        return ReadRecording(reader.title, tuple(stretch_bursts(reader, taught_stretches(reader), cancelled)))
    except SourceError as error:
        return error.problem


def read_data_folder(path: Path, step: Step = unwatched) -> LessonState:
    """Make a lesson of a folder of data, and background of what an export has put into ``unknown`` in it.

    Args:
        path: The folder.
        step: Called before each sample.

    Raises:
        NotWantedError: ``step`` has cancelled it.
        DatasetError: One of the tables cannot be used.
        MediaError: A file cannot be read.
        TrainingError: There is more than can be taught, or a class's name cannot be one here.
    """
    from mmdesk.training.dataset import read_dataset, read_unknowns
    from mmdesk.training.teaching.importing import import_lesson

    state = import_lesson(read_dataset(path, step), step=step).state
    unknown = path / UNKNOWN
    if not all((folder / SAMPLE_TABLE).is_file() for folder in (path, unknown)):  # a class may be called so
        return state
    found = import_lesson(read_unknowns(unknown), step=step).state
    background = tuple(replace(sample, id=new_id(), class_id=BACKGROUND) for sample in found.samples)
    samples = (*state.samples, *background)
    if len(samples) > MOST_SAMPLES:
        raise TrainingError(Problem("teach.import.samples", path=path, found=len(samples), most=MOST_SAMPLES))
    return replace(state, samples=samples, inputs=in_order(dict.fromkeys((*state.inputs, *found.inputs))))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and of folders whatever lies in them that looks like an example, in the order of their names."""
    known = IMAGE_SUFFIXES | AUDIO_SUFFIXES | _TEXT_SUFFIXES
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, files in os.walk(path):
            folders.sort()
            for name in sorted(files):
                if Path(name).suffix.lower() in known and not name.startswith("."):
                    yield Path(folder) / name


def _read(path: Path, names: dict[str, str]) -> list[dict[str, Content]]:
    """What a file holds; a kind that no input takes holds nothing."""
    suffix = path.suffix.lower()
    if suffix in AUDIO_SUFFIXES:
        name = names.get(Modality.AUDIO)
        return [] if name is None else [{name: read_speech(path)}]
    if suffix in _TEXT_SUFFIXES:
        name = names.get(Modality.TEXT)
        return [] if name is None else [{name: line} for line in _lines(path)]
    # What has no known ending is tried as a picture, which tells what it is instead.
    name = names.get(Modality.IMAGE)
    return [] if name is None else [{name: kept_picture(read_image(path))}]


def _lines(path: Path) -> list[str]:
    with open_text(path) as stream:
        return [text for line in stream.read(_LONGEST_TEXT_FILE).splitlines() if (text := clean_text(line))]
