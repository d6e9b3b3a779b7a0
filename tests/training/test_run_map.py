"""A training run ends with a map of the fused space, which the model's file then carries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from mmdesk.analysis.fused_map import FusedMap, load_map
from mmdesk.models.checkpoint import load_checkpoint, save_checkpoint
from mmdesk.training.dataset import Dataset, read_dataset
from mmdesk.training.run import TrainingResult, TrainingRun
from mmdesk.training.splits import split_dataset
from tests.three_inputs import TEXT
from tests.training.test_run import SETTINGS
from tests.training.tiny import write_tiny

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read_dataset(write_tiny(tmp_path_factory.mktemp("tiny") / "data", per_class=24, missing=True))


@pytest.fixture(scope="module", params=["one after the other", "joint"])
def result(request: pytest.FixtureRequest, dataset: Dataset) -> TrainingResult:
    settings = replace(SETTINGS, joint=request.param == "joint")
    return TrainingRun(dataset, split_dataset(dataset, 0), settings, CPU).train()


def test_every_class_lies_on_the_map_and_its_samples_lie_together(result: TrainingResult, dataset: Dataset) -> None:
    assert result.stored_map is not None
    fused_map = FusedMap(result.stored_map, result.classifier, CPU)
    points = fused_map.points(next(iter(result.classifier.fusions())))
    assert points.labels == dataset.labels
    assert set(points.classes.tolist()) == {0, 1, 2}
    apart = np.square(points.positions[:, None] - points.positions).sum(axis=2)
    np.fill_diagonal(apart, np.inf)
    assert (points.classes[apart.argmin(axis=1)] == points.classes).mean() > 0.7


def test_a_training_sample_has_its_own_rows_embedding(result: TrainingResult, dataset: Dataset) -> None:
    """The stored embeddings are those of clean training samples, in the order of the model's inputs."""
    stored, classifier = result.stored_map, result.classifier
    assert stored is not None
    train = split_dataset(dataset, 0).train
    for column, name in enumerate(classifier.names):
        texts = [dataset.samples[index].values[TEXT] for index in train if TEXT in dataset.samples[index].values]
        if name != "text":
            continue
        encoder = classifier.encoder(name)
        with torch.inference_mode():
            known = encoder(torch.stack([encoder.prepare(text) for text in texts])).embedding
        row = int(stored.present[:, column].nonzero()[0])
        assert float((known - stored.embeddings[row, column].float()).abs().amax(dim=1).min()) < 1e-2


@pytest.mark.parametrize("name", ["model", "model.mmdesk"])
def test_the_models_file_carries_it(name: str, result: TrainingResult, tmp_path: Path) -> None:
    save_checkpoint(result.classifier, tmp_path / name, "card", result.stored_map)
    classifier = load_checkpoint(tmp_path / name)
    loaded = load_map(tmp_path / name, classifier, CPU)
    assert loaded is not None
    assert result.stored_map is not None
    kind = next(iter(classifier.fusions()))
    assert np.array_equal(loaded.points(kind).positions, result.stored_map.layouts[kind].numpy())
