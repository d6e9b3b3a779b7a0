"""Inputs on their way into a model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import torch
from torch import Tensor

from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.training.columns import Storing, unvaried
from mmdesk.training.dataset import read_dataset
from mmdesk.training.samples import CachedFeatures, Samples, feature_split
from tests.three_inputs import TEXT
from tests.training.tiny import write_tiny

STORING = Storing(unvaried, (False,), 0, torch.device("cpu"))


class Scaled(Encoder):
    """A frozen part that is its own configuration: the text's length, so many times."""

    def __init__(self, scale: float) -> None:
        super().__init__()
        self.scale, self.dim = scale, 1

    @property
    def frozen_features(self) -> bool:
        return True

    def config(self) -> dict[str, JsonValue]:
        return {"scale": self.scale}

    def prepare(self, raw: str) -> Tensor:
        return torch.tensor([float(len(raw))])

    def features(self, batch: Tensor) -> Tensor:
        return batch * self.scale

    def embed(self, features: Tensor) -> EncoderOutput:
        return EncoderOutput(features, None)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    folder: Path = write_tiny(tmp_path_factory.mktemp("tiny") / "data")
    return Samples(read_dataset(folder))


def test_kept_features_are_of_one_configuration_and_of_the_very_samples(samples: Samples) -> None:
    kept: CachedFeatures = {}

    def features(scale: float, indices: Sequence[int]) -> Tensor:
        split = feature_split(samples, indices, {TEXT: Scaled(scale)}, STORING, kept)
        return split.batch(range(len(indices))).inputs[0]

    one = features(1.0, [0, 1, 20])
    assert one.flatten().tolist() == [len(samples.raw(index, TEXT)) for index in (0, 1, 20)]
    assert torch.equal(features(3.0, [0, 1, 20]), 3 * one)  # the same class
    others = features(1.0, [0, 13, 30])  # the same first sample, and as many
    assert others.flatten().tolist() == [len(samples.raw(index, TEXT)) for index in (0, 13, 30)]
    assert torch.equal(features(1.0, [0, 1, 20]), one)
    assert len(kept) == 3
