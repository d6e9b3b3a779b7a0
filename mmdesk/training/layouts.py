"""The layout of one table of samples, and what both layouts have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mmdesk.core.inputs import Input, in_order, misfits
from mmdesk.core.problem import Problem
from mmdesk.training.media import DATA_KINDS, Value, load_text
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
    """One sample of a data set.

    Attributes:
        values: What it has of each input, a file or a cleaned text, in the data set's order; one that is missing is
            left out, and one at least is there.
        label: Its class.
        split: "train", "validation", "test", or None when the data set leaves the choice.
        row: Line in the table that told of it; 0 for none.
    """

    values: Mapping[Input, Value]
    label: str
    split: str | None = None
    row: int = 0

    def files(self) -> dict[Input, Path]:
        """Return its inputs that are files."""
        return {one: value for one, value in self.values.items() if isinstance(value, Path)}

    def texts(self) -> list[str]:
        """Return its inputs that are texts."""
        return [value for value in self.values.values() if isinstance(value, str)]


class Read(NamedTuple):
    """What a layout holds: samples, and the inputs that they may have, in the order of a model."""

    samples: list[Sample]
    inputs: tuple[Input, ...]


def read_sample_table(root: Path, findings: Findings, progress: Progress | None) -> Read:
    """Read layout (b): samples.csv with a column for each input, ``label`` and perhaps ``split``.

    A column is called after the kind of its input, or after the kind and a name (``image:front``); a blank cell is a
    missing input.
    """
    samples: list[Sample] = []
    inputs: tuple[Input, ...] = ()
    rows = read_rows(root / SAMPLE_TABLE, ("label", "split"), ("label",), findings, progress, kinds=DATA_KINDS)
    files = TableFiles(root, SAMPLE_TABLE, findings)
    seen = _Seen(SAMPLE_TABLE, findings)
    padded: list[Row] = []
    for row in rows:
        inputs = in_order(row.inputs)
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
    return Read(samples, inputs)


def row_values(row: Row, table: str, files: TableFiles, findings: Findings) -> dict[Input, Value]:
    """Return what a row has of each input; what is wrong with it is noted."""
    values: dict[Input, Value] = {}
    for one in in_order(row.inputs):
        cell = row.inputs[one]
        value = files.find(cell, one, row.line) if DATA_KINDS[one.kind].in_files else load_text(cell)
        if value is not None:
            values[one] = value
    if not values and not any(cell for one, cell in row.inputs.items() if DATA_KINDS[one.kind].in_files):
        findings.problem(table, row.line, Problem("row.nothing"))
    return values


def column_problems(given: Sequence[Input], known: Sequence[Input], model: str) -> list[Problem]:
    """Return why columns do not fit a model.

    Args:
        given: The inputs of the columns.
        known: The model's.
        model: Its name.
    """
    names = ", ".join(one.column for one in known)
    problems = [Problem("data.misfit", column=one.column, model=model, known=names) for one in misfits(given, known)]
    if not problems and not set(given) & set(known):
        problems.append(Problem("data.no_common_input", known=names))
    return problems


def _sample(row: Row, files: TableFiles, findings: Findings) -> Sample | None:
    before = len(findings.problems)
    values = row_values(row, SAMPLE_TABLE, files, findings)
    label = load_text(row.cells["label"])
    split = row.cells["split"].lower()
    if label is None:
        findings.problem(SAMPLE_TABLE, row.line, Problem("row.no_label"))
    if split and split not in SPLIT_NAMES:
        findings.problem(SAMPLE_TABLE, row.line, Problem("row.split", split=split, known=", ".join(SPLITS)))
    if label is None or len(findings.problems) > before:
        return None
    return Sample(values, label, SPLIT_NAMES.get(split), row.line)


class _Seen:
    """Finds rows that say the same twice."""

    def __init__(self, table: str, findings: Findings) -> None:
        self._table, self._findings = table, findings
        self._first: dict[frozenset[tuple[Input, Value]], Sample] = {}

    def is_new(self, sample: Sample) -> bool:
        """Whether to keep the sample: a repeated one would be in training and in test at once."""
        first = self._first.setdefault(frozenset(sample.values.items()), sample)
        if first is sample:
            return True
        if first.label == sample.label and first.split == sample.split:
            self._findings.warning(self._table, sample.row, Problem("row.repeats", first=first.row))
            return False
        if first.label == sample.label:
            self._findings.problem(self._table, sample.row, Problem("row.two_splits", first=first.row))
            return False
        problem = Problem("row.two_labels", first=first.row, label=sample.label, other=first.label)
        if not sample.files():
            self._findings.warning(self._table, sample.row, problem)  # people do say the same and mean different things
            return True
        self._findings.problem(self._table, sample.row, problem)
        return False
