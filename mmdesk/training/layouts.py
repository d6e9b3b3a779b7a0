"""The layout of one table of samples, and what both layouts have in common."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mmdesk.training.media import load_text
from mmdesk.training.table import Findings, Progress, Row, read_rows
from mmdesk.training.table_files import TableFiles

SAMPLE_TABLE = "samples.csv"
TEXT_TABLE = "texts.csv"
SPLITS = ("train", "validation", "test")
SPLIT_NAMES = {
    **dict.fromkeys(("train", "training"), "train"),
    **dict.fromkeys(("val", "valid", "validation", "dev"), "validation"),
    **dict.fromkeys(("test", "testing"), "test"),
}


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
    padded: list[Row] = []
    for row in rows:
        if row.is_blank:
            continue
        if "label" in row.padded:
            padded.append(row)
        sample = _sample(row, files, findings)
        if sample is not None and seen.is_new(sample):
            samples.append(sample)
    if padded:
        more = f", as {len(padded) - 1} more" if len(padded) > 1 else ""
        text = f"has blanks around the label {padded[0].cells['label']!r}{more}; they are left out"
        findings.warning(SAMPLE_TABLE, padded[0].line, text)
    if (root / TEXT_TABLE).exists():
        findings.warning(TEXT_TABLE, 0, f"is not read beside {SAMPLE_TABLE}")
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
    if split and split not in SPLIT_NAMES:
        findings.problem(SAMPLE_TABLE, row.line, f"names the split {split!r}; known are {', '.join(SPLITS)}")
    if label is None or len(findings.problems) > before:
        return None
    return Sample(image, audio, text, label, SPLIT_NAMES.get(split), row.line)


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
