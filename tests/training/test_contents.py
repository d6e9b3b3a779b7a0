"""Samples known again by what is in them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mmdesk.core.errors import MediaError, MmdeskError
from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.evaluation.measured import measured_samples, without_seen
from mmdesk.training.contents import seen_in_training, trained_on
from mmdesk.training.dataset import Dataset, Sample, read_dataset
from mmdesk.training.splits import Splits, split_dataset
from mmdesk.ui.problem_table import filled
from tests.three_inputs import AUDIO, IMAGE, TEXT, values
from tests.training.tiny import write_tiny


@pytest.fixture
def data(tmp_path: Path) -> Dataset:
    return read_dataset(write_tiny(tmp_path / "data", per_class=8))


def seen(
    data: Dataset, samples: list[Sample], splits: Splits, modalities: tuple[Input, ...] = DEFAULT_INPUTS
) -> set[int]:
    """Which of some samples a model trained on ``splits`` of ``data`` knows."""
    other = Dataset(data.root, "other", tuple(samples), data.labels, data.inputs)
    known = trained_on(data, splits, 0, modalities)
    return set(seen_in_training(other, range(len(samples)), known, modalities))


def test_training_and_validation_samples_are_known_and_test_samples_are_not(data: Dataset) -> None:
    splits = split_dataset(data, 0)
    assert seen(data, list(data.samples), splits) == {*splits.train, *splits.validation}
    known = trained_on(data, splits, 7, DEFAULT_INPUTS)
    assert (known.split_seed, known.train, known.validation) == (7, len(splits.train), len(splits.validation))


def test_a_sample_is_known_under_another_name_and_with_other_things_beside_it(data: Dataset, tmp_path: Path) -> None:
    sample = data.samples[0]
    renamed = Path(shutil.copy(sample.values[IMAGE], tmp_path / "another name.png"))
    sound = Path(shutil.copy(sample.values[AUDIO], tmp_path / "another.wav"))
    new = data.samples[5]
    found = [
        Sample(values(renamed), "beta"),
        Sample({IMAGE: renamed, AUDIO: new.values[AUDIO], TEXT: "another text"}, "alpha"),
        Sample(values(None, sound), "alpha"),
        Sample(
            {IMAGE: new.values[IMAGE], TEXT: sample.values[TEXT]}, "alpha"
        ),  # another picture, that the same text stands beside
        Sample({TEXT: sample.values[TEXT]}, "alpha"),  # was never a sample by itself
    ]
    assert seen(data, found, Splits((0,), (), ())) == {0, 1, 2}


def test_only_what_the_model_takes_in_counts(data: Dataset) -> None:
    first, other = data.samples[0], data.samples[5]
    mixed = [
        Sample({IMAGE: other.values[IMAGE], AUDIO: first.values[AUDIO]}, "alpha"),
        Sample({**first.values, AUDIO: other.values[AUDIO]}, "alpha"),
    ]
    assert seen(data, mixed, Splits((0,), (), ()), (AUDIO,)) == {0}
    assert seen(data, mixed, Splits((0,), (), ()), (TEXT,)) == {1}
    assert seen(data, mixed, Splits((0,), (), ()), DEFAULT_INPUTS) == {1}


def test_test_samples_that_copy_training_samples_can_be_left_out(data: Dataset, tmp_path: Path) -> None:
    image = data.samples[0].values[IMAGE]
    assert isinstance(image, Path)
    copy = Sample(values(Path(shutil.copy(image, tmp_path / "copy.png"))), "alpha")
    more = Dataset(data.root, "more", (*data.samples, copy), data.labels, data.inputs)
    splits = Splits((0, 1, 2), (3,), (4, 5, len(data.samples)))
    assert without_seen(more, splits, DEFAULT_INPUTS) == (Splits((0, 1, 2), (3,), (4, 5)), 1)
    known = trained_on(data, Splits((4,), (), ()), 0, DEFAULT_INPUTS)
    assert without_seen(more, splits, DEFAULT_INPUTS, known) == (Splits((0, 1, 2), (3,), (5,)), 2)
    with pytest.raises(MmdeskError, match="more has no test sample"):
        without_seen(more, splits._replace(test=(4,)), DEFAULT_INPUTS, known)


def test_a_model_is_measured_on_what_it_has_not_seen(data: Dataset) -> None:
    splits = split_dataset(data, 3)
    known = trained_on(data, splits, 3, DEFAULT_INPUTS)
    measured = measured_samples(data, known, DEFAULT_INPUTS)
    assert measured.splits == splits
    assert measured.seen_in_training == 0
    other = split_dataset(data, 11)
    measured = measured_samples(data, known, DEFAULT_INPUTS, split_seed=11)
    assert set(measured.splits.test) == set(other.test) & set(splits.test)
    assert measured.seen_in_training == len(other.test) - len(measured.splits.test) > 0
    everything = measured_samples(data, known, DEFAULT_INPUTS, all_samples=True)
    assert everything.splits.test == tuple(range(len(data.samples)))
    assert everything.seen_in_training == len(splits.train) + len(splits.validation)
    assert measured_samples(data, None, DEFAULT_INPUTS).seen_in_training is None


def test_a_folder_of_which_nothing_is_new_is_refused(data: Dataset, tmp_path: Path) -> None:
    splits = split_dataset(data, 0)
    known = trained_on(data, splits, 0, DEFAULT_INPUTS)
    copies = tmp_path / "copies"
    copies.mkdir()
    samples = []
    for index in splits.train:
        sample = data.samples[index]
        samples.append(
            Sample(values(Path(shutil.copy(sample.values[IMAGE], copies / f"copy {index}.png"))), sample.label)
        )
    folder = Dataset(copies, "copies", tuple(samples), data.labels, data.inputs)
    with pytest.raises(MmdeskError, match="trained on every test sample") as caught:
        measured_samples(folder, known, DEFAULT_INPUTS)
    assert "--all" in filled(caught.value.problem).remedy
    assert measured_samples(folder, known, DEFAULT_INPUTS, all_samples=True).seen_in_training == len(samples)


def test_a_file_that_has_gone_is_named(data: Dataset) -> None:
    image = data.samples[0].values[IMAGE]
    assert isinstance(image, Path)
    image.unlink()
    with pytest.raises(MediaError, match=image.name):
        trained_on(data, Splits((0,), (1,), ()), 0, DEFAULT_INPUTS)
