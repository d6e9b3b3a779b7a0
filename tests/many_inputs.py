"""Small untrained models of 1 to 5 inputs, and moments for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Observation, TextInput
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.bags import BagOfWordsEncoder
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.image import CNNEncoder
from mmdesk.models.encoders.mel import MelRNNEncoder
from mmdesk.models.fusion import FUSIONS
from mmdesk.sources.observer import Observer, Raw

SETS: dict[int, tuple[str, ...]] = {
    1: ("text",),
    2: ("image:front", "image:side"),
    3: ("text:title", "image", "text:body"),
    4: ("image", "audio", "text", "image:side"),
    5: ("image:front", "image:side", "audio", "text:title", "text:body"),
}
"""Columns of a model's inputs, by how many they are."""

LABELS = ("red", "green", "blue")
_DIM = 8
_ENCODERS: dict[str, Callable[[], Encoder]] = {
    Modality.IMAGE: lambda: CNNEncoder(
        dim=_DIM, size_px=32, channels=(4, 4, 8, 8), depths=(0, 0, 0, 0), evidence=False
    ),
    Modality.AUDIO: lambda: MelRNNEncoder(dim=_DIM, hidden=4, bands=16, evidence=False),
    Modality.TEXT: lambda: BagOfWordsEncoder(["red", "green", "blue"], dim=_DIM, evidence=False),
}


def inputs_of(columns: Sequence[str]) -> tuple[Input, ...]:
    """The inputs of columns."""
    return tuple(map(Input.of_column, columns))


def model_of(columns: Sequence[str], fusions: Sequence[str] = ("attention_gate", "concatenation")) -> FusionClassifier:
    """An untrained model of these inputs."""
    torch.manual_seed(0)
    encoders = {one: _ENCODERS[one.kind]() for one in inputs_of(columns)}
    first, *others = (FUSIONS[kind](len(columns), _DIM, len(LABELS)) for kind in fusions)
    return FusionClassifier(LABELS, encoders, first, others).eval()


def moment(columns: Sequence[str], now_s: float = 1.0) -> Observation:
    """Everything there: for each input something of its own."""
    rng = np.random.default_rng(len(columns))
    given: dict[Input, Raw | None] = {}
    for index, one in enumerate(inputs_of(columns)):
        if one.kind == Modality.IMAGE:
            shades = rng.integers(40, 220, (12, 16, 3), dtype=np.uint8)
            given[one] = Frame(np.kron(shades, np.ones((10, 10, 1), np.uint8)), now_s, index)
        elif one.kind == Modality.AUDIO:
            ring = AudioRing(clock=lambda: now_s)
            time_s = np.arange(16_000) / 16_000
            speech = 0.3 * np.sin(2 * np.pi * 300 * time_s) * (np.sin(2 * np.pi * 3 * time_s) > 0)
            ring.write(np.concatenate([rng.normal(0, 1e-4, 8_000), speech]).astype(np.float32), now_s)
            given[one] = ring
        else:
            given[one] = TextInput(f"{LABELS[index % 3]} and {LABELS[(index + 1) % 3]}", now_s)
    return Observer().observe(now_s, given)
