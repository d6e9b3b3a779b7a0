"""The layout of one table of samples, and what both layouts have in common."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mmdesk.core.problem import Problem
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
        first = padded[0]
        problem = Problem("row.padded", label=first.cells["label"], count=len(padded))
        findings.warning(SAMPLE_TABLE, first.line, problem)
    if (root / TEXT_TABLE).exists():
        findings.warning(TEXT_TABLE, 0, Problem("table.not_beside", name=SAMPLE_TABLE))
    return samples


def _sample(row: Row, files: TableFiles, findings: Findings) -> Sample | None:
    before = len(findings.problems)
    image = files.find(row.cells["image"], "image", row.line)
    audio = files.find(row.cells["audio"], "audio", row.line)
    text = load_text(row.cells["text"])
    label = load_text(row.cells["label"])
    split = row.cells["split"].lower()
    if not any((row.cells["image"], row.cells["audio"], text)):
        findings.problem(SAMPLE_TABLE, row.line, Problem("row.nothing"))
    if label is None:
        findings.problem(SAMPLE_TABLE, row.line, Problem("row.no_label"))
    if split and split not in SPLIT_NAMES:
        findings.problem(SAMPLE_TABLE, row.line, Problem("row.split", split=split, known=", ".join(SPLITS)))
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
            self._findings.warning(self._table, sample.row, Problem("row.repeats", first=first.row))
            return False
        if first.label == sample.label:
            self._findings.problem(self._table, sample.row, Problem("row.two_splits", first=first.row))
            return False
        problem = Problem("row.two_labels", first=first.row, label=sample.label, other=first.label)
        if sample.image is None and sample.audio is None:
            self._findings.warning(self._table, sample.row, problem)  # people do say the same and mean different things
            return True
        self._findings.problem(self._table, sample.row, problem)
        return False
