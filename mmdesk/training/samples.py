"""Samples on their way into a model: decoded inputs, and the batches that are made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.core.inputs import Input
from mmdesk.models.encoders.base import Encoder
from mmdesk.training.columns import (
    Column,
    ComputedColumn,
    LiveColumn,
    StoredColumn,
    Storing,
    VersionedColumn,
    embedded,
    stored,
    stored_where_it_fits,
)
from mmdesk.training.dataset import Dataset
from mmdesk.training.media import raw_of
from mmdesk.training.memory_room import MemoryRoom


class Batch(NamedTuple):
    """What one step sees.

    Attributes:
        inputs: (B, …) per input, in the model's order; zeros where absent.
        present: (B, M) bool.
        targets: (B,) int64.
    """

    inputs: tuple[Tensor, ...]
    present: Tensor
    targets: Tensor

    def to(self, device: torch.device) -> Batch:
        """Return the batch on ``device``."""
        move = [tensor.to(device, non_blocking=True) for tensor in self.inputs]
        return Batch(tuple(move), self.present.to(device), self.targets.to(device))


class Samples:
    """A dataset's raw inputs, decoded when first asked for and kept while memory has room for them.

    Attributes:
        dataset: What to read.
        room: Decides what is kept in memory: decoded inputs, frozen features and embeddings.

    Args:
        dataset: What to read.
        labels: Class names in the order of a model's logits, when they are not the dataset's own;
            they must hold all of those.
        room: By what is free of the machine's memory unless given; what does not fit is read or computed again each
            time.
    """

    def __init__(self, dataset: Dataset, labels: Sequence[str] | None = None, room: MemoryRoom | None = None) -> None:
        self.dataset = dataset
        self.room = MemoryRoom() if room is None else room
        self._class_of = {label: index for index, label in enumerate(dataset.labels if labels is None else labels)}
        self._kept: dict[tuple[int, Input], NDArray[Any]] = {}

    def __len__(self) -> int:
        return len(self.dataset.samples)

    def target(self, index: int) -> int:
        """The class of a sample, as an index into the dataset's labels."""
        return self._class_of[self.dataset.samples[index].label]

    def has(self, index: int, one: Input) -> bool:
        """Whether a sample has that input."""
        return one in self.dataset.samples[index].values

    def raw(self, index: int, one: Input) -> Any:
        """One decoded input, as an encoder of its kind takes it: frame_rgb uint8, wave_mono float32, or text.

        Raises:
            MediaError: If the file cannot be read.
            ValueError: If the sample lacks the input.
        """
        if (index, one) in self._kept:
            return self._kept[index, one]
        value = self.dataset.samples[index].values.get(one)
        if value is None:
            raise ValueError(f"sample {index} has no {one.name}")
        decoded = raw_of(one.kind, value)
        if isinstance(decoded, np.ndarray) and self.room.holds(decoded.nbytes):
            self._kept[index, one] = decoded
        return decoded


@dataclass(frozen=True, slots=True, eq=False)
class SplitData:
    """The rows of one split.

    Attributes:
        columns: One per input, in the model's order.
        targets: (N,) int64.
    """

    columns: tuple[Column, ...]
    targets: Tensor

    def __len__(self) -> int:
        return len(self.targets)

    def batch(self, rows: Sequence[int], rng: np.random.Generator | None = None) -> Batch:
        """Return some rows; with ``rng`` augmented."""
        taken = [column.take(rows, rng) for column in self.columns]
        inputs = tuple(given for given, _ in taken)
        return Batch(inputs, torch.stack([there for _, there in taken], 1), self.targets[list(rows)])


@dataclass(frozen=True, slots=True, eq=False)
class TrainingData:
    """What a stage trains on.

    Attributes:
        inputs: The columns of both splits.
        class_count: Number C of classes.
        train: Rows to learn from.
        validation: Rows that decide which epoch is best, never trained on.
        mixing: How far a fusion's training mixes each input's embeddings with others, see `mmdesk.training.mixing`;
            empty for not at all.
    """

    inputs: tuple[Input, ...]
    class_count: int
    train: SplitData
    validation: SplitData
    mixing: tuple[float, ...] = ()


CachedFeatures = dict[tuple[str, tuple[int, ...]], VersionedColumn]
"""Frozen features, or what computes them where memory has no room: by the input with its encoder's kind and
configuration, and by the samples of their split."""


def feature_split(
    samples: Samples,
    indices: Sequence[int],
    encoders: Mapping[Input, Encoder],
    storing: Storing,
    kept: CachedFeatures | None = None,
) -> SplitData:
    """Return a split for training encoders: a frozen backbone's features are computed once, the rest is live.

    Args:
        samples: The raw inputs.
        indices: Those of the split.
        encoders: By input, in the model's order.
        storing: How frozen features are computed.
        kept: Where they are looked up first, and left for others.
    """
    columns: list[Column] = []
    kept = {} if kept is None else kept
    for index, (one, encoder) in enumerate(encoders.items()):
        live = LiveColumn(samples, indices, one, encoder, storing.vary)
        if encoder.frozen_features:
            part = storing.part(index, len(encoders))
            key = _key(one, encoder, indices)
            if key not in kept:
                computed = ComputedColumn(live, encoder, encoder.features, part)
                kept[key] = stored_where_it_fits(computed, samples.room, part.tick)
            columns.append(kept[key])
        else:
            columns.append(live)
    storing.tick(1.0)
    return SplitData(tuple(columns), _targets(samples, indices))


def embedding_split(
    samples: Samples,
    indices: Sequence[int],
    encoders: Mapping[Input, Encoder],
    storing: Storing,
    kept: CachedFeatures | None = None,
) -> SplitData:
    """Return a split of embeddings of finished encoders, for training and measuring fusions; see `feature_split`.

    An input whose encoder finds no evidence counts as absent, as it does live.
    """
    columns: list[Column] = []
    for index, (one, encoder) in enumerate(encoders.items()):
        part = storing.part(index, len(encoders))
        features = None if kept is None else kept.get(_key(one, encoder, indices))
        column: Column | None = None
        if features is not None:
            column = embedded(features, encoder, storing.device, samples.room, part.tick)
        if column is None:
            live = LiveColumn(samples, indices, one, encoder, storing.vary)
            column = stored_where_it_fits(ComputedColumn(live, encoder, encoder, part), samples.room, part.tick)
        columns.append(column)
    return SplitData(tuple(columns), _targets(samples, indices))


def embedding_column(
    samples: Samples, indices: Sequence[int], one: Input, encoder: Encoder, storing: Storing
) -> StoredColumn:
    """Return one input of a split as embeddings, in memory whatever is free; see `embedding_split`."""
    live = LiveColumn(samples, indices, one, encoder, storing.vary)
    return stored(ComputedColumn(live, encoder, encoder, storing), storing.tick)


def _key(one: Input, encoder: Encoder, indices: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    kind, config = type(encoder), json.dumps(encoder.config(), sort_keys=True)
    return f"{one.column} {kind.__module__}.{kind.__qualname__} {config}", tuple(indices)


def _targets(samples: Samples, indices: Sequence[int]) -> Tensor:
    return torch.tensor([samples.target(index) for index in indices], dtype=torch.int64)
