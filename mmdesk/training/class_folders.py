"""The layout of class folders: pictures and sounds by class, splits around the classes, texts.csv.

Everything that is not taken is told: what lies beside the classes, folders that may not be read or lead in a circle,
empty classes, files that are neither picture nor sound. Only what systems leave behind is passed over in silence; see
`mmdesk.core.file_names.is_system_name`.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mmdesk.core.file_names import is_system_name
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.printable import printable
from mmdesk.core.problem import Problem
from mmdesk.sources.files import unread_kind
from mmdesk.training.layouts import SAMPLE_TABLE, SPLIT_NAMES, TEXT_TABLE, Read, Sample
from mmdesk.training.media import AUDIO_SUFFIXES, IMAGE_SUFFIXES, load_text
from mmdesk.training.table import Findings, Progress, read_rows
from mmdesk.training.table_files import TableFiles, is_empty

_TextRow = tuple[str | None, Path | None, int, str]
"""A row of texts.csv: text, sound file, line, and the file as it is named there."""
_Pair = tuple[Path | None, Path | None]
"""A picture and a sound that belong together; one of them may be missing."""
_PICTURE, _SOUND, _ = DEFAULT_INPUTS
_NAMED = 5


def read_class_folders(root: Path, findings: Findings, progress: Progress | None) -> Read:
    """Read ``<class>/<picture>`` folders, texts.csv, and sounds beside the pictures with the same stem.

    Where all class folders lie in folders named like splits (train, val, test …), these are the splits: that is told.
    Folders in a class folder belong to the class, and linked ones are followed, as torchvision's ImageFolder does. A
    sound that belongs to no picture is a sample of its own.

    Raises:
        OSError: The folder itself cannot be read.
    """
    texts = _read_texts(root, findings, progress)
    claimed = {_key(audio) for _, audio, _, _ in texts.values() if audio is not None}
    tree = _Tree(root, claimed, findings)
    samples: list[Sample] = []
    folders: dict[tuple[str | None, str], Path] = {}
    for split, folder in _class_folders(root, tree, findings):
        named = printable(folder.name)
        label = load_text(named) or named
        if unicodedata.normalize("NFC", named) != label:
            findings.warning(tree.name(folder), 0, Problem("class.trimmed", label=label))
        first = folders.setdefault((split, label), folder)
        if first is not folder:
            findings.warning(tree.name(folder), 0, Problem("class.same", other=tree.name(first)))
        before = len(samples)
        for image, audio in tree.pairs(folder):
            text, given, line, _ = texts.pop(_key(image or audio), (None, None, 0, ""))
            found = (image, given or audio, text)
            values = {one: value for one, value in zip(DEFAULT_INPUTS, found, strict=True) if value is not None}
            samples.append(Sample(values, label, split, line))
        if len(samples) == before:
            findings.warning(tree.name(folder), 0, Problem("class.empty"))
        if progress is not None:
            progress(len(samples), None)
    for _, _, line, named in texts.values():
        findings.problem(TEXT_TABLE, line, Problem("row.outside_classes", file=named))
    return Read(samples, DEFAULT_INPUTS)


def _class_folders(root: Path, tree: _Tree, findings: Findings) -> list[tuple[str | None, Path]]:
    """Find the class folders, each with the split it is in if there are splits."""
    with os.scandir(root):  # a folder of data that cannot be read is more than a warning
        pass
    top = tree.look(root)
    tree.report_loose(top)
    splits = {name: SPLIT_NAMES[name.casefold()] for name in top.folders if name.casefold() in SPLIT_NAMES}
    inside = {name: tree.look(root / name) for name in splits}
    around = [name for name in splits if inside[name].folders]
    others = [name for name in top.folders if name not in splits]
    beside = [name for name in others if around and tree.holds_media(root / name)]
    if around and not beside:
        findings.warning("", 0, Problem("splits.taken", names=_listed(sorted(around))))
        for name in (*others, *(name for name in splits if name not in around)):
            findings.warning(name, 0, Problem("splits.beside"))
        for name in around:
            tree.report_loose(inside[name])
        return [(splits[name], root / name / label) for name in around for label in inside[name].folders]
    if around:
        names, others_named = _listed(sorted(around)), _listed(beside)
        findings.problem("", 0, Problem("splits.mixed", names=names, others=others_named))
    elif splits and not others:
        findings.problem("", 0, Problem("splits.hollow", names=_listed(sorted(splits))))
    elif splits:
        findings.warning("", 0, Problem("splits.as_classes", names=_listed(sorted(splits))))
    tree.only_class = len(top.folders) == 1
    return [(None, root / name) for name in top.folders]


def _read_texts(root: Path, findings: Findings, progress: Progress | None) -> dict[str, _TextRow]:
    """texts.csv by the `_key` of the picture or sound file that each row is about."""
    found: dict[str, _TextRow] = {}
    if not (root / TEXT_TABLE).exists():
        return found
    files = TableFiles(root, TEXT_TABLE, findings)
    columns = ("file", "text", "audio")
    for row in read_rows(root / TEXT_TABLE, columns, ("file",), findings, progress, may_be_empty=True):
        if row.is_blank:
            continue
        if not row.cells["file"]:
            findings.problem(TEXT_TABLE, row.line, Problem("row.names_no_file"))
            continue
        suffix = Path(row.cells["file"]).suffix.lower()
        file = files.find(row.cells["file"], _SOUND if suffix in AUDIO_SUFFIXES else _PICTURE, row.line)
        audio = files.find(row.cells["audio"], _SOUND, row.line)
        if file is None:
            continue
        text = load_text(row.cells["text"])
        first = found.setdefault(_key(file), (text, audio, row.line, row.cells["file"]))
        if first[2] == row.line:
            continue
        if first[:2] == (text, audio):
            findings.warning(TEXT_TABLE, row.line, Problem("row.repeats", first=first[2]))
        else:
            findings.problem(TEXT_TABLE, row.line, Problem("row.names_again", first=first[2]))
    return found


@dataclass(slots=True)
class _Folder:
    """What a folder holds, by name; what systems leave behind is not in it."""

    path: Path
    folders: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


class _Tree:
    """Looks into folders and notes what cannot be taken. One thread owns it.

    Args:
        root: The folder of data.
        claimed: Keys of the sounds that texts.csv gives to pictures.
        findings: Takes warnings and problems.

    Attributes:
        only_class: Whether there is but one class folder, which then may well be the folder of data itself.
    """

    def __init__(self, root: Path, claimed: set[str], findings: Findings) -> None:
        self._root, self._claimed, self._findings = root, claimed, findings
        self._visited: dict[tuple[int, int], str] = {}
        self.only_class = False

    def name(self, path: Path) -> str:
        """How a path is told: from the folder of data on."""
        return "" if path == self._root else path.relative_to(self._root).as_posix()

    def look(self, path: Path) -> _Folder:
        """Sort out what a folder holds; one that may not be read is told, and empty."""
        found = _Folder(path)
        try:
            with os.scandir(path) as entries:
                for entry in sorted(entries, key=lambda entry: entry.name):
                    if is_system_name(entry.name):
                        continue
                    suffix = Path(entry.name).suffix.lower()
                    if _is_folder(entry):
                        found.folders.append(entry.name)
                    elif suffix in IMAGE_SUFFIXES:
                        found.images.append(entry.name)
                    elif suffix in AUDIO_SUFFIXES:
                        found.sounds.append(entry.name)
                    else:
                        found.others.append(entry.name)
        except OSError as error:
            self._findings.warning(
                self.name(path), 0, Problem("folder.unreadable", reason=error.strerror or str(error))
            )
        return found

    def holds_media(self, path: Path) -> bool:
        """Whether a picture or a sound is in a folder or the folders in it; linked ones are not looked into."""
        return any(
            Path(name).suffix.lower() in IMAGE_SUFFIXES | AUDIO_SUFFIXES and not is_system_name(name)
            for _, _, names in os.walk(path)
            for name in names
        )

    def report_loose(self, folder: _Folder) -> None:
        """Tell what lies beside class folders and so is not taken."""
        where = self.name(folder.path)
        media = [*folder.images, *folder.sounds]
        if media:
            pictures, sounds = len(folder.images), len(folder.sounds)
            problem = Problem("folder.loose_media", pictures=pictures, sounds=sounds, names=_listed(media))
            self._findings.warning(where, 0, problem)
        others = list(folder.others)
        for name in folder.others:
            if name == TEXT_TABLE and folder.path == self._root:
                others.remove(name)
            elif name == TEXT_TABLE:
                others.remove(name)
                self._findings.problem(self.name(folder.path / name), 0, Problem("table.misplaced", name=TEXT_TABLE))
            elif name.casefold() in (TEXT_TABLE, SAMPLE_TABLE):
                others.remove(name)
                self._findings.problem(name, 0, Problem("table.misnamed", name=name.casefold()))
        if others:
            self._findings.warning(where, 0, Problem("folder.loose_files", names=_listed(others)))

    def pairs(self, folder: Path) -> Iterator[_Pair]:
        """Yield (picture, sound of the same stem) and (None, lonely sound) of a class folder and the folders in it."""
        foreign: Counter[str] = Counter()
        nested: list[str] = []
        yield from self._pairs(folder, foreign, nested)
        for suffix, count in sorted(foreign.items()):
            kind = unread_kind(suffix)
            if kind is None:
                problem = Problem("class.foreign", count=count, suffix=suffix)
            else:
                problem = Problem("class.unread", count=count, suffix=suffix, kind=kind.format)
            self._findings.warning(self.name(folder), 0, problem)
        if nested:
            self._findings.warning(self.name(folder), 0, self._nested(folder.name, nested))

    def _nested(self, label: str, nested: list[str]) -> Problem:
        """What to tell of folders within a class folder."""
        names = _listed(nested)
        if self.only_class:
            return Problem("class.nested.only", names=names, label=label)
        if any(name.casefold() in SPLIT_NAMES for name in nested):
            return Problem("class.nested.splits", names=names, label=label)
        return Problem("class.nested", names=names, label=label)

    def _pairs(self, path: Path, foreign: Counter[str], nested: list[str] | None) -> Iterator[_Pair]:
        if not self._is_new(path):
            return
        found = self.look(path)
        images = [path / name for name in found.images if self._usable(path / name)]
        sounds: dict[str, Path] = {}
        for name in found.sounds:
            if not self._usable(path / name):
                continue
            first = sounds.setdefault(Path(name).stem, path / name)
            if first.name != name:
                self._findings.warning(self.name(path / name), 0, Problem("sound.same_stem", other=first.name))
        for name in found.others:
            foreign[Path(name).suffix.lower() or name] += 1
        yield from ((image, sounds.get(image.stem)) for image in images)
        with_picture = {image.stem for image in images}
        for stem, sound in sounds.items():
            if stem not in with_picture and _key(sound) not in self._claimed:
                yield None, sound
        for name in found.folders:
            some = False
            for pair in self._pairs(path / name, foreign, None):
                some = True
                yield pair
            if some and nested is not None:
                nested.append(name)

    def _is_new(self, path: Path) -> bool:
        """Whether a folder has not been read yet: a link may lead in a circle, or into another class."""
        try:
            status = path.stat()
        except OSError:
            return True  # told when it is looked into
        if not status.st_ino:
            return True
        first = self._visited.setdefault((status.st_dev, status.st_ino), self.name(path))
        if first == self.name(path):
            return True
        self._findings.warning(self.name(path), 0, Problem("folder.again", first=first))
        return False

    def _usable(self, path: Path) -> bool:
        """Whether a file can be read; why not is a problem."""
        try:
            status = path.stat()
        except OSError as error:
            reason = error.strerror or str(error)
            dead = path.is_symlink()
            problem = Problem("file.dead_link") if dead else Problem("file.unreadable", reason=reason)
            self._findings.problem(self.name(path), 0, problem)
            return False
        if not stat.S_ISREG(status.st_mode):
            self._findings.problem(self.name(path), 0, Problem("file.no_file"))
        elif is_empty(path):
            self._findings.problem(self.name(path), 0, Problem("file.hollow"))
        elif not os.access(path, os.R_OK):
            self._findings.problem(self.name(path), 0, Problem("file.forbidden"))
        else:
            return True
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


def _listed(names: Sequence[str]) -> str:
    """Names in a row, not all of very many."""
    return ", ".join(map(repr, names[:_NAMED])) + (" …" if len(names) > _NAMED else "")


def _key(path: Path | None) -> str:
    """The same for one file whether its name came from a table or from the disk, which may decompose its letters."""
    return unicodedata.normalize("NFC", str(path))
