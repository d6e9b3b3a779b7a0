"""Samples known again by what is in them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mmdesk.core.errors import MediaError, MmdeskError
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.evaluation.measured import measured_samples, without_seen
from mmdesk.training.contents import seen_in_training, trained_on
from mmdesk.training.dataset import Dataset, Sample, read_dataset
from mmdesk.training.splits import Splits, split_dataset
from mmdesk.ui.problem_table import filled
from tests.training.tiny import write_tiny


@pytest.fixture
def data(tmp_path: Path) -> Dataset:
    return read_dataset(write_tiny(tmp_path / "data", per_class=8))


def seen(
    data: Dataset, samples: list[Sample], splits: Splits, modalities: tuple[Modality, ...] = MODALITIES
) -> set[int]:
    """Which of some samples a model trained on ``splits`` of ``data`` knows."""
    other = Dataset(data.root, "other", tuple(samples), data.labels, data.modalities)
    known = trained_on(data, splits, 0, modalities)
    return set(seen_in_training(other, range(len(samples)), known, modalities))


def test_training_and_validation_samples_are_known_and_test_samples_are_not(data: Dataset) -> None:
    splits = split_dataset(data, 0)
    assert seen(data, list(data.samples), splits) == {*splits.train, *splits.validation}
    known = trained_on(data, splits, 7, MODALITIES)
    assert (known.split_seed, known.train, known.validation) == (7, len(splits.train), len(splits.validation))


def test_a_sample_is_known_under_another_name_and_with_other_things_beside_it(data: Dataset, tmp_path: Path) -> None:
    sample = data.samples[0]
    assert sample.image is not None
    assert sample.audio is not None
    renamed = Path(shutil.copy(sample.image, tmp_path / "another name.png"))
    sound = Path(shutil.copy(sample.audio, tmp_path / "another.wav"))
    new = data.samples[5]
    found = [
        Sample(renamed, None, None, "beta"),
        Sample(renamed, new.audio, "another text", "alpha"),
        Sample(None, sound, None, "alpha"),
        Sample(new.image, None, sample.text, "alpha"),  # another picture, that the same text stands beside
        Sample(None, None, sample.text, "alpha"),  # was never a sample by itself
    ]
    assert seen(data, found, Splits((0,), (), ())) == {0, 1, 2}


def test_only_what_the_model_takes_in_counts(data: Dataset) -> None:
    first, other = data.samples[0], data.samples[5]
    mixed = [Sample(other.image, first.audio, None, "alpha"), Sample(first.image, other.audio, first.text, "alpha")]
    assert seen(data, mixed, Splits((0,), (), ()), (Modality.AUDIO,)) == {0}
    assert seen(data, mixed, Splits((0,), (), ()), (Modality.TEXT,)) == {1}
    assert seen(data, mixed, Splits((0,), (), ()), MODALITIES) == {1}


def test_test_samples_that_copy_training_samples_can_be_left_out(data: Dataset, tmp_path: Path) -> None:
    image = data.samples[0].image
    assert image is not None
    copy = Sample(Path(shutil.copy(image, tmp_path / "copy.png")), None, None, "alpha")
    more = Dataset(data.root, "more", (*data.samples, copy), data.labels, data.modalities)
    splits = Splits((0, 1, 2), (3,), (4, 5, len(data.samples)))
    assert without_seen(more, splits, MODALITIES) == (Splits((0, 1, 2), (3,), (4, 5)), 1)
    known = trained_on(data, Splits((4,), (), ()), 0, MODALITIES)
    assert without_seen(more, splits, MODALITIES, known) == (Splits((0, 1, 2), (3,), (5,)), 2)
    with pytest.raises(MmdeskError, match="more has no test sample"):
        without_seen(more, splits._replace(test=(4,)), MODALITIES, known)


def test_a_model_is_measured_on_what_it_has_not_seen(data: Dataset) -> None:
    splits = split_dataset(data, 3)
    known = trained_on(data, splits, 3, MODALITIES)
    measured = measured_samples(data, known, MODALITIES)
    assert measured.splits == splits
    assert measured.seen_in_training == 0
    other = split_dataset(data, 11)
    measured = measured_samples(data, known, MODALITIES, split_seed=11)
    assert set(measured.splits.test) == set(other.test) & set(splits.test)
    assert measured.seen_in_training == len(other.test) - len(measured.splits.test) > 0
    everything = measured_samples(data, known, MODALITIES, all_samples=True)
    assert everything.splits.test == tuple(range(len(data.samples)))
    assert everything.seen_in_training == len(splits.train) + len(splits.validation)
    assert measured_samples(data, None, MODALITIES).seen_in_training is None


def test_a_folder_of_which_nothing_is_new_is_refused(data: Dataset, tmp_path: Path) -> None:
    splits = split_dataset(data, 0)
    known = trained_on(data, splits, 0, MODALITIES)
    copies = tmp_path / "copies"
    copies.mkdir()
    samples = []
    for index in splits.train:
        sample = data.samples[index]
        assert sample.image is not None
        samples.append(Sample(Path(shutil.copy(sample.image, copies / f"copy {index}.png")), None, None, sample.label))
    folder = Dataset(copies, "copies", tuple(samples), data.labels, data.modalities)
    with pytest.raises(MmdeskError, match="trained on every test sample") as caught:
        measured_samples(folder, known, MODALITIES)
    assert "--all" in filled(caught.value.problem).remedy
    assert measured_samples(folder, known, MODALITIES, all_samples=True).seen_in_training == len(samples)


def test_a_file_that_has_gone_is_named(data: Dataset) -> None:
    image = data.samples[0].image
    assert image is not None
    image.unlink()
    with pytest.raises(MediaError, match=image.name):
        trained_on(data, Splits((0,), (1,), ()), 0, MODALITIES)
