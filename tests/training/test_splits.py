"""Which sample is in which split: its own affair, whatever else the folder holds."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path

import numpy as np
import pytest

from mmdesk.core.problem import Problem
from mmdesk.training.dataset import Dataset, Sample
from mmdesk.training.splits import Splits, sample_name, split_dataset, split_warnings
from tests.three_inputs import values

ROOT = Path("data")


def dataset(samples: list[Sample], root: Path = ROOT) -> Dataset:
    labels = tuple(sorted({sample.label for sample in samples}))
    return Dataset(root, root.name, tuple(samples), labels, ())


def pictures(classes: str, count: int, first: int = 0, root: Path = ROOT) -> list[Sample]:
    return [
        Sample(values(root / label / f"{number}.png"), label)
        for label in classes
        for number in range(first, first + count)
    ]


def homes(data: Dataset, splits: Splits) -> dict[str, str]:
    """The split of every sample by its name."""
    return {
        sample_name(data, data.samples[index]): split
        for split, indices in zip(Splits._fields, splits, strict=True)
        for index in indices
    }


@pytest.mark.parametrize("seed", range(8))
def test_samples_that_come_or_go_move_none_of_the_others(seed: int) -> None:
    before = dataset(pictures("abc", 40))
    first = homes(before, split_dataset(before, seed))
    rng = np.random.default_rng(seed)
    more = [*before.samples, *pictures("abc", 1, 900), *pictures("d", 60), Sample(values(None, None, "a text"), "a")]
    grown = dataset([more[index] for index in rng.permutation(len(more))])
    second = homes(grown, split_dataset(grown, seed))
    assert {name: second[name] for name in first} == first
    fewer = dataset(list(grown.samples[::2]))
    third = homes(fewer, split_dataset(fewer, seed))
    assert {name: second[name] for name in third} == third


def test_every_class_has_the_same_share_of_every_split_to_be_expected() -> None:
    data = dataset(pictures("abc", 2_000))
    for seed in range(3):
        for indices, share in zip(split_dataset(data, seed), (0.7, 0.15, 0.15), strict=True):
            counts = np.bincount([ord(data.samples[index].label) - ord("a") for index in indices])
            # Five standard deviations of a share of 2,000.
            assert np.abs(counts / 2_000 - share).max() < 5 * np.sqrt(share * (1 - share) / 2_000)


def test_splits_are_complete_seeded_and_the_same_wherever_the_folder_lies() -> None:
    data = dataset(pictures("ab", 30))
    splits = split_dataset(data, 3)
    assert sorted(itertools.chain(*splits)) == list(range(60))
    assert all(tuple(sorted(indices)) == indices for indices in splits)
    assert splits == split_dataset(data, 3)
    assert splits != split_dataset(data, 4)
    elsewhere = Path("somewhere") / "else"
    assert split_dataset(dataset(pictures("ab", 30, root=elsewhere), elsewhere), 3) == splits
    # A value seen once: no new version of the program may move anybody's samples.
    assert split_dataset(dataset(pictures("ab", 8)), 0) == WRITTEN_DOWN


def test_another_share_of_test_samples_leaves_the_validation_samples_where_they_are() -> None:
    data = dataset(pictures("ab", 100))
    usual, more = split_dataset(data, 0), split_dataset(data, 0, (0.6, 0.15, 0.25))
    assert usual.validation == more.validation
    assert set(usual.test) < set(more.test)


def test_what_belongs_together_is_in_one_split() -> None:
    composed, decomposed = (unicodedata.normalize(form, "é") for form in ("NFC", "NFD"))
    picture = ROOT / "a" / f"{composed}1.png"
    together = [
        Sample(values(picture), "a"),
        Sample(values(picture, ROOT / "a" / "other.wav", "with a text"), "b"),
        Sample(values(ROOT / "a" / f"{decomposed}1.png"), "a"),
        Sample(values(None, ROOT / "a" / f"{composed}1.wav"), "a"),
    ]
    data = dataset(together)
    assert len({sample_name(data, sample) for sample in together}) == 1
    texts = dataset([Sample(values(None, None, "the same"), "a"), Sample(values(None, None, "the same"), "b")])
    assert len({sample_name(texts, sample) for sample in texts.samples}) == 1


def test_a_name_that_is_no_utf8_has_a_place() -> None:
    data = dataset([Sample(values(ROOT / "a" / "\udcff.png"), "a"), *pictures("ab", 9)])
    assert sum(map(len, split_dataset(data, 0))) == 19


@pytest.mark.parametrize("seed", range(30))
def test_small_classes_are_trained_on_and_small_folders_have_every_split(seed: int) -> None:
    data = dataset([*pictures("ab", 4), *pictures("c", 1), *pictures("d", 2)])
    splits = split_dataset(data, seed)
    assert {data.samples[index].label for index in splits.train} == set("abcd")
    assert splits.validation
    assert splits.test
    pairs = dataset(pictures("ab", 2))
    assert {pairs.samples[index].label for index in split_dataset(pairs, seed).train} == set("ab")
    assert split_dataset(pairs, seed).validation


def test_classes_without_validation_or_test_samples_are_reported() -> None:
    data = dataset(pictures("abc", 2))
    assert split_warnings(data, Splits((0, 2, 4), (1, 3), (5,))) == [
        Problem("split.class_missing", label="c", split="validation"),
        Problem("split.classes_missing", count=2, split="test", names="a, b"),
    ]
    assert split_warnings(data, Splits((0, 2, 4), (1, 3, 5), ())) == [Problem("split.empty", split="test")]


@pytest.mark.parametrize(
    ("seed", "fractions"),
    [(-1, (0.7, 0.15, 0.15)), (1 << 32, (0.7, 0.15, 0.15)), (0, (0.0, 0.5, 0.5)), (0, (0.7, 0.15, 0.16)),
     (0, (1.2, -0.1, -0.1))],
)  # fmt: skip
def test_impossible_splits(seed: int, fractions: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match=r"fractions|seed"):
        split_dataset(dataset(pictures("ab", 3)), seed, fractions)


WRITTEN_DOWN = Splits((0, 6, 9, 10, 11, 12, 13, 14, 15), (1, 2, 4), (3, 5, 7, 8))
