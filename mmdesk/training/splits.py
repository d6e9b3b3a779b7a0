"""Which samples train, which choose the moment to stop, and which are kept to measure with."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from mmdesk.training.dataset import Dataset
from mmdesk.training.layouts import SPLITS

FRACTIONS = (0.7, 0.15, 0.15)


class Splits(NamedTuple):
    """Ascending indices into `Dataset.samples`; no index is in two of them."""

    train: tuple[int, ...]
    validation: tuple[int, ...]
    test: tuple[int, ...]


def split_dataset(dataset: Dataset, seed: int, fractions: tuple[float, float, float] = FRACTIONS) -> Splits:
    """Split by the data set's own column, or else stratified by class.

    The same data, seed and fractions give the same splits on every machine. A class of three samples or more is in
    every split whose fraction is above 0; of two samples one is trained on, of one sample that one. Where the column
    leaves out validation or test, that split is taken from the training samples.

    Args:
        dataset: What to split.
        seed: At least 0.
        fractions: Shares of train, validation and test; train above 0, sum 1.

    Raises:
        ValueError: If a fraction or the seed is impossible.
    """
    if seed < 0 or min(fractions) < 0 or fractions[0] <= 0 or not math.isclose(sum(fractions), 1.0, abs_tol=1e-6):
        raise ValueError(f"fractions {fractions} must be shares with sum 1, the first above 0; seed {seed} at least 0")
    rng = np.random.default_rng(seed)
    given: dict[str, list[int]] = {split: [] for split in SPLITS}
    for index, sample in enumerate(dataset.samples):
        given[sample.split or "train"].append(index)
    wanted = [0.0 if given[split] else share for split, share in zip(SPLITS[1:], fractions[1:], strict=True)]
    by_label: dict[str, list[int]] = {label: [] for label in dataset.labels}
    for index in given["train"]:
        by_label[dataset.samples[index].label].append(index)
    train: list[int] = []
    for place, indices in enumerate(by_label.values()):
        shuffled = [int(index) for index in rng.permutation(indices)]
        validation, test = _counts(len(shuffled), wanted[0], wanted[1], place)
        given["validation"] += shuffled[:validation]
        given["test"] += shuffled[validation : validation + test]
        train += shuffled[validation + test :]
    return Splits(*(tuple(sorted(indices)) for indices in (train, given["validation"], given["test"])))


def _counts(count: int, validation: float, test: float, place: int) -> tuple[int, int]:
    """How many of a class's samples go into validation and test; at least one stays to be trained on."""
    counts = [max(1, round(count * share)) if share > 0 else 0 for share in (validation, test)]
    while sum(counts) >= count and any(counts):
        # Classes of two take turns, so that neither split stays empty when all classes are that small.
        larger = counts.index(max(counts)) if counts[0] != counts[1] else place % 2
        counts[larger] -= 1
    return counts[0], counts[1]
