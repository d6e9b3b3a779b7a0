"""Samples known again by what is in them, under whatever name and wherever they lie."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import torch

from mmdesk.core.errors import MediaError
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.models.trained_on import TrainedOn, file_hash, text_hash
from mmdesk.training.dataset import Dataset, Sample
from mmdesk.training.splits import Splits

_CHUNK_FILES = 256


def trained_on(dataset: Dataset, splits: Splits, split_seed: int, inputs: Collection[Input]) -> TrainedOn:
    """Return what a checkpoint is to remember of a run on these splits.

    Args:
        dataset: What is trained on.
        splits: Its training and validation samples count: the ones fit the weights, the others choose among them.
        split_seed: The seed of ``splits``.
        inputs: The model's.

    Raises:
        MediaError: If a file cannot be read.
    """
    files = [
        file
        for index in (*splits.train, *splits.validation)
        for file in _files(dataset.samples[index], inputs).values()
    ]
    contents = set(_hashes(files).values())
    for index in (*splits.train, *splits.validation):
        contents |= _lone_text(dataset.samples[index], inputs)
    return TrainedOn.of(split_seed, len(splits.train), len(splits.validation), torch.get_num_threads(), contents)


def seen_in_training(
    dataset: Dataset, indices: Sequence[int], known: TrainedOn, inputs: Collection[Input]
) -> frozenset[int]:
    """Return those of some samples that a model was trained on.

    A sample is known by its first file (its picture, or without one its sound), whatever else stands beside it and
    whatever the file is called; a sample that is nothing but texts is known by those texts.

    Args:
        dataset: Where the samples are.
        indices: Which of them are looked at.
        known: What the model was trained on.
        inputs: The model's: what it does not take in does not count.

    Raises:
        MediaError: If a file cannot be read.
    """
    own = {index: _own_file(dataset.samples[index], inputs) for index in indices}
    hashes = _hashes(file for file in own.values() if file is not None)
    return frozenset(
        index
        for index, file in own.items()
        if any(map(known.knows, _lone_text(dataset.samples[index], inputs) if file is None else (hashes[file],)))
    )


def _files(sample: Sample, inputs: Collection[Input]) -> dict[Input, Path]:
    return {one: file for one, file in sample.files().items() if one in inputs}


def _own_file(sample: Sample, inputs: Collection[Input]) -> Path | None:
    return next(iter(_files(sample, inputs).values()), None)


def _lone_text(sample: Sample, inputs: Collection[Input]) -> set[int]:
    texts = [value for one, value in sample.values.items() if isinstance(value, str) and one in inputs]
    if not texts or _files(sample, inputs):
        return set()
    return {text_hash("\0".join(texts))}


def _hashes(files: Iterable[Path]) -> dict[Path, int]:
    """Read each file once, several at a time: reading and hashing go on outside the interpreter's lock."""
    wanted = list(dict.fromkeys(files))
    found: dict[Path, int] = {}
    with ThreadPoolExecutor(max_workers=4, thread_name_prefix="file hash") as pool:
        # In chunks, so that Ctrl+C does not wait for a hundred thousand files.
        for start in range(0, len(wanted), _CHUNK_FILES):
            chunk = wanted[start : start + _CHUNK_FILES]
            found.update(zip(chunk, pool.map(_hash, chunk), strict=True))
    return found


def _hash(file: Path) -> int:
    try:
        return file_hash(file)
    except OSError as error:
        raise MediaError(Problem("file.unreadable", path=file, reason=error.strerror or str(error))) from error
