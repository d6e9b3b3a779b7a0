"""Which samples a model may be measured on: those of the test split that it was not trained on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mmdesk.core.errors import MmdeskError
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.models.trained_on import TrainedOn
from mmdesk.training.contents import seen_in_training, trained_on
from mmdesk.training.dataset import Dataset
from mmdesk.training.splits import Splits, split_dataset


@dataclass(frozen=True, slots=True)
class MeasuredSamples:
    """What is measured on.

    Attributes:
        splits: Its test samples are measured; baselines learn from the others.
        seen_in_training: How many samples the model was trained on or validated with: they are left out, or, with
            ``all_samples``, they are among the measured ones. None where the model does not say what it was trained on.
        all_samples: Whether every sample of the folder is measured, known or not.
    """

    splits: Splits
    seen_in_training: int | None
    all_samples: bool = False


def measured_samples(
    dataset: Dataset,
    known: TrainedOn | None,
    inputs: Collection[Input],
    *,
    split_seed: int | None = None,
    all_samples: bool = False,
) -> MeasuredSamples:
    """Choose the samples that a model is measured on.

    Args:
        dataset: The folder.
        known: What the model was trained on, if it says so.
        inputs: The model's.
        split_seed: Instead of the seed with which the model was trained, or of 0 where it does not say.
        all_samples: Measure every sample, those that were trained on too.

    Raises:
        MmdeskError: If no sample is left.
        MediaError: If a file cannot be read.
    """
    if split_seed is None:
        split_seed = 0 if known is None else known.split_seed
    splits = split_dataset(dataset, split_seed)
    if all_samples:
        splits = Splits((), (), tuple(range(len(dataset.samples))))
    if not splits.test:
        raise MmdeskError(Problem("evaluation.no_samples", dataset=dataset.name))
    if known is None:
        return MeasuredSamples(splits, None, all_samples)
    seen = seen_in_training(dataset, splits.test, known, inputs)
    if not all_samples:
        splits = splits._replace(test=tuple(index for index in splits.test if index not in seen))
    if not splits.test:
        raise MmdeskError(Problem("evaluation.all_seen", dataset=dataset.name))
    return MeasuredSamples(splits, len(seen), all_samples)


def without_seen(
    dataset: Dataset, splits: Splits, inputs: Collection[Input], known: TrainedOn | None = None
) -> tuple[Splits, int]:
    """Leave out the test samples on which methods that learn from these splits would be measured too well.

    Args:
        dataset: The folder.
        splits: Of it; the methods will learn from the training and validation samples.
        inputs: Theirs.
        known: What finished encoders that they stand on were trained on.

    Returns:
        The splits without test samples that are copies of samples to learn from, or that the encoders have seen; and
        how many those are.

    Raises:
        MmdeskError: If no test sample is left.
        MediaError: If a file cannot be read.
    """
    seen = seen_in_training(dataset, splits.test, trained_on(dataset, splits, 0, inputs), inputs)
    if known is not None:
        seen |= seen_in_training(dataset, splits.test, known, inputs)
    left = tuple(index for index in splits.test if index not in seen)
    if not left:
        raise MmdeskError(Problem("evaluation.all_copies", dataset=dataset.name))
    return splits._replace(test=left), len(seen)
