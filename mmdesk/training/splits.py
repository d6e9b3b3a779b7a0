"""Which samples train, which choose the moment to stop, and which are kept to measure with."""

from __future__ import annotations

import hashlib
import math
import unicodedata
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from mmdesk.core.problem import Problem
from mmdesk.training.dataset import Dataset, Sample
from mmdesk.training.layouts import SPLITS

FRACTIONS = (0.7, 0.15, 0.15)
LARGEST_SEED = (1 << 32) - 1

_FEWEST_TO_LEND = 3
_PERSON = b"mmdesk split 1"


class Splits(NamedTuple):
    """Ascending indices into `Dataset.samples`; no index is in two of them."""

    train: tuple[int, ...]
    validation: tuple[int, ...]
    test: tuple[int, ...]


def split_dataset(dataset: Dataset, seed: int, fractions: Sequence[float] = FRACTIONS) -> Splits:
    """Split by the data set's own column, or else by a hash of the seed and each sample's own name.

    Every sample is placed for itself: whatever is added to the folder, renamed or taken away moves none of the others,
    and the same share of every class is to be expected in every split. Its name is its path in the folder without the
    ending (that of its first file), so that a sound recorded for a picture does not move it; texts without a file are
    their own name. So rows about the same picture, and equal texts, are in the same split.

    Two exceptions, for folders so small that chance leaves something empty: a class without training samples gets one,
    and a split that would be empty is lent one training sample of each class that has three samples or more (where no
    class has, one of a class of two, or else one of the other split). Where the column leaves out validation or test,
    that split is taken from the training samples.

    Args:
        dataset: What to split.
        seed: In [0, 2³²).
        fractions: Shares of train, validation and test; train above 0, sum 1.

    Raises:
        ValueError: If a fraction or the seed is impossible.
    """
    if min(fractions) < 0 or fractions[0] <= 0 or not math.isclose(sum(fractions), 1.0, abs_tol=1e-6):
        raise ValueError(f"fractions {fractions} must be shares with sum 1, the first above 0")
    if not 0 <= seed <= LARGEST_SEED:
        raise ValueError(f"the seed of the split must lie in [0, 2³²), got {seed}")
    given: dict[str, list[int]] = {split: [] for split in SPLITS}
    for index, sample in enumerate(dataset.samples):
        given[sample.split or "train"].append(index)
    draws = {index: _draw(dataset, dataset.samples[index], seed) for index in given["train"]}
    validation, test = (0.0 if given[split] else share for split, share in zip(SPLITS[1:], fractions[1:], strict=True))
    # The two ends of [0, 1): another share of test samples leaves the validation samples where they are.
    chosen = {"train": set(draws), "validation": set[int](), "test": set[int]()}
    for index, draw in draws.items():
        if draw < test:
            _move(chosen, index, "test")
        elif draw >= 1.0 - validation:
            _move(chosen, index, "validation")
    _fill_empty(dataset, chosen, draws, validation, test)
    return Splits(
        *(tuple(sorted(chosen[split] if split == "train" else {*given[split], *chosen[split]})) for split in SPLITS)
    )


def sample_name(dataset: Dataset, sample: Sample) -> str:
    """Return what a sample's split depends on, the same on every machine."""
    path = next(iter(sample.files().values()), None)
    if path is None:
        return "\0".join(("text", *sample.texts()))
    relative = PurePath(path.relative_to(dataset.root)).with_suffix("").as_posix()
    # macOS and older archives decompose letters; a name that is not UTF-8 has lone surrogates.
    return "file\0" + unicodedata.normalize("NFC", relative)


def split_warnings(dataset: Dataset, splits: Splits) -> list[Problem]:
    """Say which classes have no sample in the validation or the test split."""
    found = []
    for split in SPLITS[1:]:
        there = {dataset.samples[index].label for index in getattr(splits, split)}
        missing = [label for label in dataset.labels if label not in there]
        if not there:
            found.append(Problem("split.empty", split=split))
        elif len(missing) == 1:
            found.append(Problem("split.class_missing", label=missing[0], split=split))
        elif missing:
            named = ", ".join(missing[:10]) + (" …" if len(missing) > 10 else "")
            found.append(Problem("split.classes_missing", count=len(missing), split=split, names=named))
    return found


def _draw(dataset: Dataset, sample: Sample, seed: int) -> float:
    """A sample's own number in [0, 1)."""
    name = f"{seed}\0{sample_name(dataset, sample)}".encode("utf-8", errors="surrogatepass")
    digest = hashlib.blake2b(name, digest_size=8, person=_PERSON).digest()
    # 53 bits: more would be rounded, to 1 at the end.
    return (int.from_bytes(digest, "big") >> 11) / (1 << 53)


def _move(chosen: dict[str, set[int]], index: int, split: str) -> None:
    for indices in chosen.values():
        indices.discard(index)
    chosen[split].add(index)


def _fill_empty(
    dataset: Dataset, chosen: dict[str, set[int]], draws: dict[int, float], validation: float, test: float
) -> None:
    """Leave no class without training samples, and no split that is wanted without samples."""
    by_label: dict[str, list[int]] = {}
    for index in sorted(draws, key=lambda index: (draws[index], index)):
        by_label.setdefault(dataset.samples[index].label, []).append(index)
    for indices in by_label.values():
        if not chosen["train"].intersection(indices):
            # The one that is nearest to where training samples are.
            apart = {index: max(test - draws[index], draws[index] - 1 + validation) for index in indices}
            _move(chosen, min(indices, key=apart.__getitem__), "train")
    for split, other, share, nearest in (("validation", "test", validation, -1), ("test", "validation", test, 0)):
        if share <= 0 or chosen[split]:
            continue
        trained = {label: [i for i in indices if i in chosen["train"]] for label, indices in by_label.items()}
        able = [label for label, indices in trained.items() if len(indices) > 1]
        lenders = [label for label in able if len(by_label[label]) >= _FEWEST_TO_LEND] or able[:1]
        for label in lenders:
            _move(chosen, trained[label][nearest], split)
        if not lenders and len(chosen[other]) > 1:
            _move(chosen, sorted(chosen[other], key=draws.__getitem__)[nearest], split)
