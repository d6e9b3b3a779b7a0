"""Samples on their way into a model: decoded inputs, and the batches that are made of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.encoders.base import Encoder, EncoderOutput
from mmdesk.training.dataset import Dataset
from mmdesk.training.media import load_audio, load_image

Tick = Callable[[float], None]
"""Told the share in [0, 1] that is done; may raise to stop the work."""

Vary = Callable[[Modality, Any, np.random.Generator], Any]
"""Returns a variation of one raw input, which it does not change: `Augmentation.apply`, or a corruption."""

_CHUNK = 64


class Batch(NamedTuple):
    """What one step sees.

    Attributes:
        inputs: (B, …) a modality, in the model's order; zeros where absent.
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
    """A dataset's raw inputs, decoded when first asked for and kept while they fit a budget.

    Args:
        dataset: What to read.
        labels: Class names in the order of a model's logits, when they are not the dataset's own;
            they must hold all of those.
        budget_bytes: Decoded inputs kept in memory; the rest is read again each time.
    """

    def __init__(self, dataset: Dataset, labels: Sequence[str] | None = None, budget_bytes: int = 3 << 30) -> None:
        self.dataset = dataset
        self._class_of = {label: index for index, label in enumerate(dataset.labels if labels is None else labels)}
        self._left_bytes = budget_bytes
        self._kept: dict[tuple[int, Modality], NDArray[Any]] = {}

    def target(self, index: int) -> int:
        """The class of a sample, as an index into the dataset's labels."""
        return self._class_of[self.dataset.samples[index].label]

    def has(self, index: int, modality: Modality) -> bool:
        """Whether a sample has that modality."""
        return getattr(self.dataset.samples[index], modality.value) is not None

    def raw(self, index: int, modality: Modality) -> Any:
        """One decoded input: frame_rgb uint8, wave_mono float32, or text.

        Raises:
            MediaError: If the file cannot be read.
            ValueError: If the sample lacks the modality.
        """
        sample = self.dataset.samples[index]
        if modality is Modality.TEXT and sample.text is not None:
            return sample.text
        path = sample.image if modality is Modality.IMAGE else sample.audio
        if modality is Modality.TEXT or path is None:
            raise ValueError(f"sample {index} has no {modality}")
        if (index, modality) in self._kept:
            return self._kept[index, modality]
        decoded: NDArray[Any] = load_image(path) if modality is Modality.IMAGE else load_audio(path)
        if decoded.nbytes <= self._left_bytes:
            self._left_bytes -= decoded.nbytes
            self._kept[index, modality] = decoded
        return decoded


class Column(Protocol):
    """One modality of a split, ready for a model."""

    def take(self, rows: Sequence[int], rng: np.random.Generator | None) -> tuple[Tensor, Tensor]:
        """Return inputs (B, …) and presence (B,) bool of some rows; with ``rng`` varied as for training."""


class LiveColumn:
    """Prepares, and for training augments, each input when it is asked for.

    Args:
        samples: Where the raw inputs come from.
        indices: The samples that are the rows.
        modality: Which of their inputs.
        encoder: Prepares them.
        vary: Applied when rows are taken with a generator.
    """

    def __init__(
        self, samples: Samples, indices: Sequence[int], modality: Modality, encoder: Encoder, vary: Vary
    ) -> None:
        self._samples, self._indices, self._modality = samples, list(indices), modality
        self._encoder, self._vary = encoder, vary
        self._has = torch.tensor([samples.has(index, modality) for index in indices], dtype=torch.bool)
        # A split may lack the modality altogether; its blank rows still need the shape of a prepared input.
        everywhere = (*indices, *range(len(samples.dataset.samples)))
        first = next((index for index in everywhere if samples.has(index, modality)), None)
        self._blank = (
            torch.zeros(1) if first is None else torch.zeros_like(encoder.prepare(samples.raw(first, modality)))
        )

    def take(self, rows: Sequence[int], rng: np.random.Generator | None) -> tuple[Tensor, Tensor]:
        """Return prepared inputs (B, …) and presence (B,)."""
        return torch.stack([self._prepared(row, rng) for row in rows]), self._has[list(rows)]

    def _prepared(self, row: int, rng: np.random.Generator | None) -> Tensor:
        if not self._has[row]:
            return self._blank
        raw = self._samples.raw(self._indices[row], self._modality)
        if rng is not None:
            raw = self._vary(self._modality, raw, rng)
        return self._encoder.prepare(raw)


class StoredColumn:
    """Inputs that were computed once: a frozen backbone's features, or a finished encoder's embeddings.

    Args:
        copies: (K, N, …); version 0 is the clean one, the others are augmented.
        present: (K, N) bool.
    """

    def __init__(self, copies: Tensor, present: Tensor) -> None:
        self.copies, self.present = copies, present

    def take(self, rows: Sequence[int], rng: np.random.Generator | None) -> tuple[Tensor, Tensor]:
        """Return clean inputs and presence; with ``rng`` a version drawn anew for each row."""
        at = torch.as_tensor(rows)
        if rng is None or len(self.copies) == 1:
            return self.copies[0, at], self.present[0, at]
        version = torch.from_numpy(rng.integers(len(self.copies), size=len(rows)))
        return self.copies[version, at], self.present[version, at]


@dataclass(frozen=True, slots=True, eq=False)
class SplitData:
    """The rows of one split.

    Attributes:
        columns: One a modality, in the model's order.
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
        modalities: The columns of both splits.
        class_count: Number C of classes.
        train: Rows to learn from.
        validation: Rows that decide which epoch is best, never trained on.
    """

    modalities: tuple[Modality, ...]
    class_count: int
    train: SplitData
    validation: SplitData


def unvaried(_modality: Modality, raw: Any, _rng: np.random.Generator) -> Any:
    """Leave an input as it is."""
    return raw


def untold(_share: float) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Storing:
    """How inputs are computed once and stored.

    Attributes:
        vary: What makes the varied versions.
        varied: For each stored version whether it is varied.
        seed: Of the variations.
        device: Where they are computed; they are stored on the CPU.
        tick: Told how far it is.
    """

    vary: Vary
    varied: tuple[bool, ...]
    seed: int
    device: torch.device
    tick: Tick = untold

    def part(self, place: int, count: int) -> Storing:
        """The same, telling of its progress as one of ``count`` equal parts."""
        return replace(self, tick=lambda share: self.tick((place + share) / count))


KeptFeatures = dict[tuple[str, tuple[int, ...]], StoredColumn]
"""Frozen features by the encoder's kind with its configuration, and by the samples of their split."""


def feature_split(
    samples: Samples,
    indices: Sequence[int],
    encoders: Mapping[Modality, Encoder],
    storing: Storing,
    kept: KeptFeatures | None = None,
) -> SplitData:
    """Return a split for training encoders: a frozen backbone's features are computed once, the rest is live.

    Args:
        samples: The raw inputs.
        indices: Those of the split.
        encoders: By modality.
        storing: How frozen features are computed.
        kept: Where they are looked up first, and left for others.
    """
    columns: list[Column] = []
    kept = {} if kept is None else kept
    for place, (modality, encoder) in enumerate(_in_order(encoders)):
        live = LiveColumn(samples, indices, modality, encoder, storing.vary)
        if encoder.frozen_features:
            encoder.eval()
            part = storing.part(place, len(encoders))
            key = _key(encoder, indices)
            if key not in kept:
                kept[key] = _stored(live, len(indices), encoder.features, part, modality)
            columns.append(kept[key])
        else:
            columns.append(live)
    storing.tick(1.0)
    return SplitData(tuple(columns), _targets(samples, indices))


def embedding_split(
    samples: Samples,
    indices: Sequence[int],
    encoders: Mapping[Modality, Encoder],
    storing: Storing,
    kept: KeptFeatures | None = None,
) -> SplitData:
    """Return a split of embeddings of finished encoders, for training and measuring fusions; see `feature_split`.

    An input whose encoder finds no evidence counts as absent, as it does live.
    """
    columns = []
    for place, (modality, encoder) in enumerate(_in_order(encoders)):
        if kept is not None and (key := _key(encoder, indices)) in kept:
            columns.append(_embedded(kept[key], encoder, storing.device))
        else:
            columns.append(embedding_column(samples, indices, modality, encoder, storing.part(place, len(encoders))))
    return SplitData(tuple(columns), _targets(samples, indices))


def embedding_column(
    samples: Samples, indices: Sequence[int], modality: Modality, encoder: Encoder, storing: Storing
) -> StoredColumn:
    """Return one modality of a split as embeddings; see `embedding_split`."""
    encoder.eval()
    live = LiveColumn(samples, indices, modality, encoder, storing.vary)
    return _stored(live, len(indices), encoder, storing, modality)


def _key(encoder: Encoder, indices: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    kind = type(encoder)
    return f"{kind.__module__}.{kind.__qualname__} {json.dumps(encoder.config(), sort_keys=True)}", tuple(indices)


def _embedded(features: StoredColumn, encoder: Encoder, device: torch.device) -> StoredColumn:
    """Bring stored features through the part of an encoder that was trained on them."""
    encoder.eval()
    versions, presences = [], []
    for version, there in zip(features.copies, features.present, strict=True):
        with torch.inference_mode():
            outputs = [encoder.embed(chunk.to(device)) for chunk in version.split(_CHUNK)]
        recognised = [
            torch.ones(len(output.embedding), dtype=torch.bool)
            if output.evidence is None
            else output.evidence.cpu() >= 0
            for output in outputs
        ]
        versions.append(torch.cat([output.embedding.cpu() for output in outputs]))
        presences.append(there & torch.cat(recognised))
    return StoredColumn(torch.stack(versions).clone(), torch.stack(presences))


def _in_order(encoders: Mapping[Modality, Encoder]) -> list[tuple[Modality, Encoder]]:
    return [(modality, encoders[modality]) for modality in MODALITIES if modality in encoders]


def _targets(samples: Samples, indices: Sequence[int]) -> Tensor:
    return torch.tensor([samples.target(index) for index in indices], dtype=torch.int64)


def _stored(
    live: LiveColumn, count: int, compute: Callable[[Tensor], Any], storing: Storing, modality: Modality
) -> StoredColumn:
    """Compute a column; ``compute`` returns features, or an `EncoderOutput` whose evidence decides on presence."""
    chunks = [range(start, min(start + _CHUNK, count)) for start in range(0, count, _CHUNK)]
    versions, presences = [], []
    for version, varied in enumerate(storing.varied):
        parts, there = [], []
        for number, rows in enumerate(chunks):
            # Seeded by place, not by order of use: a resumed run computes the same.
            rng = np.random.default_rng((storing.seed, modality.column, version, number)) if varied else None
            prepared, present = live.take(rows, rng)
            with torch.inference_mode():
                output = compute(prepared.to(storing.device))
            if isinstance(output, EncoderOutput):
                if output.evidence is not None:
                    present = present & (output.evidence.cpu() >= 0)
                output = output.embedding
            parts.append(output.cpu())
            there.append(present)
            storing.tick((version + (number + 1) / len(chunks)) / len(storing.varied))
        versions.append(torch.cat(parts))
        presences.append(torch.cat(there))
    # A copy made outside inference mode: autograd refuses tensors that were made inside.
    return StoredColumn(torch.stack(versions).clone(), torch.stack(presences))
