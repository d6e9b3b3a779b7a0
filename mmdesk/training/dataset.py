"""A folder of data as samples: both layouts, everything that is wrong with it listed at once."""

from __future__ import annotations

import itertools
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mmdesk.core.errors import DatasetError, Finding, MediaError, MmdeskError
from mmdesk.core.inputs import Input
from mmdesk.core.limits import MOST_LABELS, MOST_SAMPLES, label_fault
from mmdesk.core.printable import printable
from mmdesk.core.problem import Problem
from mmdesk.training.class_folders import read_class_folders
from mmdesk.training.layouts import SAMPLE_TABLE, SPLITS, Sample, column_problems, read_sample_table
from mmdesk.training.lookalikes import appearance, oddity, visible
from mmdesk.training.media import DATA_KINDS
from mmdesk.training.table import Findings, Progress

__all__ = ["Dataset", "DatasetReport", "Sample", "check_dataset", "read_dataset"]

_CHUNK_FILES = 64


@dataclass(frozen=True, slots=True)
class Dataset:
    """A sound folder of data.

    Attributes:
        root: The folder.
        name: Its name, for titles and reports.
        samples: At least two, in the order of the table, or of class and file name.
        labels: The classes, sorted; at least two.
        inputs: Those that at least one sample has: kinds in the order of `DEFAULT_INPUTS`, then in that of the columns.
        warnings: What the user should know, rows left out among it.
    """

    root: Path
    name: str
    samples: tuple[Sample, ...]
    labels: tuple[str, ...]
    inputs: tuple[Input, ...]
    warnings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class DatasetReport:
    """What is in a folder of data, and what is wrong with it.

    Attributes:
        name: The folder's name.
        layout: "class folders" or "samples.csv".
        dataset: What can be trained on, or None when there are problems.
        samples: Number of usable samples.
        inputs: Those that at least one sample has, in the order of a model.
        by_class: Samples that have each input, and all of them under None, for each class in order.
        by_split: Samples in each given split; empty when none is given.
        problems: What forbids training.
        warnings: What the user should know.
    """

    name: str
    layout: str
    dataset: Dataset | None
    samples: int
    inputs: tuple[Input, ...]
    by_class: dict[str, dict[Input | None, int]]
    by_split: dict[str, int]
    problems: tuple[Finding, ...]
    warnings: tuple[Finding, ...]


def read_dataset(root: Path, progress: Progress | None = None) -> Dataset:
    """Read a folder of either layout; media files are looked for, not decoded (`check_dataset` does that).

    Args:
        root: The folder. With a samples.csv it is of the one layout, otherwise of class folders.
        progress: Called with the number of samples so far and None, from the calling thread.

    Raises:
        DatasetError: With everything that is wrong in `.problems`.
    """
    report = check_dataset(root, media=False, progress=progress)
    if report.dataset is None:
        raise DatasetError(str(root), report.problems)
    return report.dataset


def read_unknowns(root: Path, media: bool = False, progress: Progress | None = None) -> Dataset:
    """Read a folder of samples that a model does not know: as `read_dataset`, and one class will do.

    Args:
        root: The folder.
        media: Whether to decode every picture and sound, so that all bad ones are named at once.
        progress: Called with what is done and the total, or None while it is unknown, from the calling thread.

    Raises:
        DatasetError: With everything that is wrong in `.problems`.
    """
    report = check_dataset(root, media, progress, one_class=True)
    if report.dataset is None:
        raise DatasetError(str(root), report.problems)
    return report.dataset


def check_dataset(
    root: Path, media: bool = True, progress: Progress | None = None, *, one_class: bool = False
) -> DatasetReport:
    """Read a folder and say everything about it; nothing is raised for what is wrong inside.

    Args:
        root: The folder.
        media: Whether to decode every picture and sound as training would.
        progress: Called with what is done and the total, or None while it is unknown, from the calling thread.
        one_class: Whether a single class, a single sample of each, and any splits will do: for what is not trained on.

    Raises:
        DatasetError: If there is no such folder.
    """
    root = Path(root)
    if not root.is_dir():
        raise DatasetError(str(root), [Finding("", 0, Problem("data.no_folder"))])
    findings = Findings()
    has_table = (root / SAMPLE_TABLE).exists()
    try:
        samples, known = (read_sample_table if has_table else read_class_folders)(root, findings, progress)
    except OSError as error:
        raise DatasetError(
            str(root), [Finding("", 0, Problem("table.unreadable", reason=error.strerror or str(error)))]
        ) from None
    _check_labels(samples, SAMPLE_TABLE if has_table else "", findings, one_class)
    if not one_class:
        _check_splits(samples, SAMPLE_TABLE if has_table else "", findings)
    if media:
        _check_media(root, samples, findings, progress)
    name = printable(root.resolve().name or str(root))
    labels = tuple(sorted({sample.label for sample in samples}))
    inputs = tuple(one for one in known if any(one in sample.values for sample in samples))
    dataset = None
    if not findings.problems:
        dataset = Dataset(root, name, tuple(samples), labels, inputs, tuple(findings.warnings))
    splits = Counter(sample.split for sample in samples if sample.split is not None)
    return DatasetReport(
        name,
        SAMPLE_TABLE if has_table else "class folders",
        dataset,
        len(samples),
        inputs,
        _by_class(samples, labels, inputs),
        {split: splits[split] for split in SPLITS if splits[split]},
        tuple(findings.problems),
        tuple(findings.warnings),
    )


def check_columns(dataset: Dataset, known: Sequence[Input], model: str) -> None:
    """Refuse data whose columns do not fit a model's inputs.

    Args:
        dataset: The data.
        known: The model's inputs.
        model: Its name.

    Raises:
        MmdeskError: With the first reason, at the table's head where there is a table.
    """
    table = dataset.root / SAMPLE_TABLE
    for problem in column_problems(dataset.inputs, known, model):
        raise MmdeskError(problem.at(table, 1) if table.exists() else problem.at(dataset.root))


def _by_class(
    samples: Iterable[Sample], labels: Iterable[str], inputs: Iterable[Input]
) -> dict[str, dict[Input | None, int]]:
    counts: dict[str, dict[Input | None, int]] = {label: dict.fromkeys((None, *inputs), 0) for label in labels}
    for sample in samples:
        for key in (None, *sample.values):
            counts[sample.label][key] += 1
    return counts


def _check_labels(samples: list[Sample], table: str, findings: Findings, one_class: bool) -> None:
    if not samples:
        if not findings.problems:
            findings.problem(table, 0, Problem("data.no_samples"))
        return
    counts: Counter[str] = Counter()
    first: dict[str, Sample] = {}
    for sample in samples:
        counts[sample.label] += 1
        first.setdefault(sample.label, sample)
    if len(counts) > MOST_LABELS:
        findings.problem(table, 0, Problem("data.many_classes", found=len(counts), most=MOST_LABELS))
    if len(samples) > MOST_SAMPLES:
        findings.problem(table, 0, Problem("data.many_samples", found=len(samples), most=MOST_SAMPLES))
    _check_names(first, table, findings)
    if one_class:
        return
    if len(counts) == 1:
        findings.problem(table, 0, Problem("data.one_class", label=next(iter(counts))))
    elif max(counts.values()) == 1:
        findings.problem(table, 0, Problem("data.one_sample"))


def _check_names(first: dict[str, Sample], table: str, findings: Findings) -> None:
    """Whether labels can be stored, are what they seem, and can be told apart.

    Args:
        first: The first sample of each label.
        table: The table's name, or "".
        findings: Takes problems and warnings.
    """
    alike: dict[str, str] = {}
    for label, sample in first.items():
        if fault := label_fault(label):
            findings.problem(table, sample.row if table else 0, fault)
        if fault := oddity(label):
            findings.warning(table, sample.row if table else 0, fault)
        other = alike.setdefault(appearance(label), label)
        if other != label:
            same = visible(other).casefold() == visible(label).casefold()
            note = findings.problem if same else findings.warning
            note(table, sample.row if table else 0, _twins(label, other, first[other].row if table else 0))


def _twins(label: str, other: str, line: int) -> Problem:
    """What is wrong with two labels that look the same; the other one's line, 0 for none."""
    if other.casefold() == label.casefold():
        if line:
            return Problem("label.case.line", label=label, other=other, first=line)
        return Problem("label.case", label=label, other=other)
    letters, others = ascii(label), ascii(other)
    if visible(other).casefold() == visible(label).casefold():
        if line:
            return Problem("label.hidden.line", label=letters[1:-1], other=others[1:-1], first=line)
        return Problem("label.hidden", label=letters[1:-1], other=others[1:-1])
    if line:
        return Problem("label.alike.line", label=label, letters=letters, other=other, first=line)
    return Problem("label.alike", label=label, letters=letters, other=other)


def _check_splits(samples: list[Sample], table: str, findings: Findings) -> None:
    """Whether given splits are given throughout, can be trained on, and share no file."""
    given = [sample for sample in samples if sample.split is not None]
    if not given:
        return
    for sample in samples:
        if sample.split is None:
            findings.problem(table, sample.row, Problem("row.no_split"))
    trained = {sample.label for sample in given if sample.split == "train"}
    if not trained:
        findings.problem(table, 0, Problem("data.no_training"))
        return
    for label in sorted({sample.label for sample in given} - trained):
        findings.problem(table, 0, Problem("data.untrained_class", label=label))
    home: dict[Path, Sample] = {}
    for sample in given:
        for path in sample.files().values():
            first = home.setdefault(path, sample)
            if first.split != sample.split:
                problem = Problem("data.shared_file", file=path.name, split=str(sample.split), other=str(first.split))
                if table:
                    problem = Problem(
                        "data.shared_file.line",
                        file=path.name,
                        split=str(sample.split),
                        other=str(first.split),
                        first=first.row,
                    )
                findings.warning(table, sample.row, problem)


def _check_media(root: Path, samples: list[Sample], findings: Findings, progress: Progress | None) -> None:
    """Decode each file once, several at a time: Pillow and libsndfile work outside the interpreter's lock."""
    lines: dict[tuple[Path, str], int] = {}
    for sample in samples:
        for one, path in sample.files().items():
            lines.setdefault((path, one.kind), sample.row)
    jobs = iter(lines.items())
    done = 0
    with ThreadPoolExecutor(max_workers=min(8, os.cpu_count() or 1), thread_name_prefix="media check") as pool:
        # In chunks, so that Ctrl+C does not wait for a hundred thousand files.
        while chunk := list(itertools.islice(jobs, _CHUNK_FILES)):
            for ((path, _), row), (problem, warning) in zip(
                chunk, pool.map(_decode, (job for job, _ in chunk)), strict=True
            ):
                table, line = (SAMPLE_TABLE, row) if (root / SAMPLE_TABLE).exists() else ("", 0)
                name = path.relative_to(root).as_posix()
                if problem is not None:
                    findings.problem(table or name, line, problem.at(name) if table else problem)
                elif warning is not None:
                    findings.warning(table or name, line, warning.at(name) if table else warning)
            done += len(chunk)
            if progress is not None:
                progress(done, len(lines))


def _decode(job: tuple[Path, str]) -> tuple[Problem | None, Problem | None]:
    """(problem, warning) of a file, without its name."""
    path, kind = job
    try:
        return None, DATA_KINDS[kind].oddity(DATA_KINDS[kind].read(path))
    except MediaError as error:
        return error.problem.without_place(), None
