"""The two layouts of a folder of data: class folders with pictures and sounds, and one table of samples."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mmdesk.core.file_names import is_system_name
from mmdesk.training.media import AUDIO_SUFFIXES, IMAGE_SUFFIXES, load_text
from mmdesk.training.table import Findings, Progress, Row, read_rows
from mmdesk.training.table_files import TableFiles, is_empty

SAMPLE_TABLE = "samples.csv"
TEXT_TABLE = "texts.csv"
SPLITS = ("train", "validation", "test")
_SPLIT_NAMES = {
    **dict.fromkeys(("train", "training"), "train"),
    **dict.fromkeys(("val", "valid", "validation", "dev"), "validation"),
    **dict.fromkeys(("test", "testing"), "test"),
}
_TextRow = tuple[str | None, Path | None, int, str]
"""A row of texts.csv: text, sound file, line, and the file as it is named there."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample of a data set; at least one of image, audio and text is there.

    Attributes:
        image: Picture file, or None where the modality is missing.
        audio: Sound file, or None.
        text: Cleaned text, or None.
        label: Its class.
        split: "train", "validation", "test", or None when the data set leaves the choice.
        row: Line in the table that told of it; 0 for none.
    """

    image: Path | None
    audio: Path | None
    text: str | None
    label: str
    split: str | None = None
    row: int = 0


def read_sample_table(root: Path, findings: Findings, progress: Progress | None) -> list[Sample]:
    """Read layout (b): samples.csv with ``image,audio,text,label[,split]``; a blank cell is a missing modality."""
    samples: list[Sample] = []
    columns = ("image", "audio", "text", "label", "split")
    rows = read_rows(root / SAMPLE_TABLE, columns, ("label",), findings, progress)
    files = TableFiles(root, SAMPLE_TABLE, findings)
    seen = _Seen(SAMPLE_TABLE, findings)
    for row in rows:
        if row.is_blank:
            continue
        sample = _sample(row, files, findings)
        if sample is not None and seen.is_new(sample):
            samples.append(sample)
    return samples


def _sample(row: Row, files: TableFiles, findings: Findings) -> Sample | None:
    before = len(findings.problems)
    image = files.find(row.cells["image"], "image", row.line)
    audio = files.find(row.cells["audio"], "audio", row.line)
    text = load_text(row.cells["text"])
    label = load_text(row.cells["label"])
    split = row.cells["split"].lower()
    if not any((row.cells["image"], row.cells["audio"], text)):
        findings.problem(SAMPLE_TABLE, row.line, "has neither image nor audio nor text")
    if label is None:
        findings.problem(SAMPLE_TABLE, row.line, "has no label")
    if split and split not in _SPLIT_NAMES:
        findings.problem(SAMPLE_TABLE, row.line, f"names the split {split!r}; known are {', '.join(SPLITS)}")
    if label is None or len(findings.problems) > before:
        return None
    return Sample(image, audio, text, label, _SPLIT_NAMES.get(split), row.line)


def read_class_folders(root: Path, findings: Findings, progress: Progress | None) -> list[Sample]:
    """Read layout (a): ``<class>/<picture>`` folders, texts.csv, and sounds beside the pictures with the same stem.

    A sound that belongs to no picture is a sample of its own.
    """
    texts = _read_texts(root, findings, progress)
    claimed = {_key(audio) for _, audio, _, _ in texts.values() if audio is not None}
    samples: list[Sample] = []
    with os.scandir(root) as entries:
        folders = sorted(entry.name for entry in entries if entry.is_dir() and not is_system_name(entry.name))
    for name in folders:
        label = load_text(name) or name
        before = len(samples)
        for image, audio in _media_pairs(root, root / name, claimed, findings):
            text, given, line, _ = texts.pop(_key(image or audio), (None, None, 0, ""))
            samples.append(Sample(image, given or audio, text, label, None, line))
        if len(samples) == before:
            findings.warning(name, 0, "is a class folder without pictures and sounds; left out")
        if progress is not None:
            progress(len(samples), None)
    for _, _, line, file in texts.values():
        findings.problem(TEXT_TABLE, line, f"names {file!r}, which is in no class folder")
    return samples


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
            findings.problem(TEXT_TABLE, row.line, "names no file")
            continue
        suffix = Path(row.cells["file"]).suffix.lower()
        file = files.find(row.cells["file"], "audio" if suffix in AUDIO_SUFFIXES else "image", row.line)
        audio = files.find(row.cells["audio"], "audio", row.line)
        if file is None:
            continue
        text = load_text(row.cells["text"])
        first = found.setdefault(_key(file), (text, audio, row.line, row.cells["file"]))
        if first[2] == row.line:
            continue
        if first[:2] == (text, audio):
            findings.warning(TEXT_TABLE, row.line, f"repeats line {first[2]}; left out")
        else:
            findings.problem(TEXT_TABLE, row.line, f"names the file of line {first[2]} again, with something else")
    return found


def _media_pairs(
    root: Path, folder: Path, claimed: set[str], findings: Findings
) -> Iterator[tuple[Path | None, Path | None]]:
    """Yield (picture, sound of the same stem) and (None, lonely sound) of a class folder and the folders in it."""
    foreign: Counter[str] = Counter()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_system_name(name))
        images: list[Path] = []
        sounds: dict[str, Path] = {}
        for name in sorted(names):
            path = Path(place) / name
            suffix = path.suffix.lower()
            if is_system_name(name):
                continue
            if is_empty(path) and suffix in IMAGE_SUFFIXES | AUDIO_SUFFIXES:
                findings.problem(_relative(path, root), 0, "is an empty file")
            elif suffix in IMAGE_SUFFIXES:
                images.append(path)
            elif suffix not in AUDIO_SUFFIXES:
                foreign[suffix or name] += 1
            elif path.stem in sounds:
                findings.warning(_relative(path, root), 0, f"has the stem of {sounds[path.stem].name} too; left out")
            else:
                sounds[path.stem] = path
        yield from ((image, sounds.get(image.stem)) for image in images)
        with_picture = {image.stem for image in images}
        for stem, path in sounds.items():
            if stem not in with_picture and _key(path) not in claimed:
                yield None, path
    for suffix, count in sorted(foreign.items()):
        findings.warning(folder.name, 0, f"holds {count} × {suffix}, neither picture nor sound; left out")


class _Seen:
    """Finds rows that say the same twice."""

    def __init__(self, table: str, findings: Findings) -> None:
        self._table, self._findings = table, findings
        self._first: dict[tuple[Path | None, Path | None, str | None], Sample] = {}

    def is_new(self, sample: Sample) -> bool:
        """Whether to keep the sample: a repeated one would be in training and in test at once."""
        first = self._first.setdefault((sample.image, sample.audio, sample.text), sample)
        if first is sample:
            return True
        if first.label == sample.label and first.split == sample.split:
            self._findings.warning(self._table, sample.row, f"repeats line {first.row}; left out")
            return False
        if first.label == sample.label:
            self._findings.problem(self._table, sample.row, f"puts line {first.row} into another split as well")
            return False
        text = f"gives line {first.row}'s inputs the label {sample.label!r} in place of {first.label!r}"
        if sample.image is None and sample.audio is None:
            self._findings.warning(self._table, sample.row, text)  # people do say the same and mean different things
            return True
        self._findings.problem(self._table, sample.row, text)
        return False


def _key(path: Path | None) -> str:
    """The same for one file whether its name came from a table or from the disk, which may decompose its letters."""
    return unicodedata.normalize("NFC", str(path))


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
