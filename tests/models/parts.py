"""Small real models for the tests of whatever holds a model."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import Tensor

from mmdesk.core.modality import Modality
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.encoders.text import SubwordTextEncoder
from mmdesk.models.fusion import AttentionGateFusion
from tests.three_inputs import by_input


class LevelEncoder(Encoder):
    """Gives the mean of its input as the first of two values; evidence is present above 0. Counts its calls."""

    dim = 2

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    def config(self) -> dict[str, JsonValue]:
        return {}

    def prepare(self, raw: object) -> Tensor:
        if isinstance(raw, str):
            return torch.tensor([float(raw)])
        return torch.as_tensor(raw, dtype=torch.float32).mean().reshape(1)

    def embed(self, features: Tensor) -> EncoderOutput:
        self.calls += 1
        return EncoderOutput(torch.cat([features, -features], dim=1), features[:, 0])


def text_classifier(seed: int = 0) -> FusionClassifier:
    """Return an untrained one-modality model whose parts a checkpoint can name."""
    torch.manual_seed(seed)
    encoder = SubwordTextEncoder(dim=8, buckets=64, width=4, hidden=8, tokens=4, ngrams=6)
    return FusionClassifier(
        ["no", "yes", "是"], by_input({Modality.TEXT: encoder}), AttentionGateFusion(1, 8, 3)
    ).eval()


def without_hashes(folder: Path) -> Path:
    """Bring a checkpoint folder into the form that earlier versions wrote, which tells no hashes."""
    file = folder / "config.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    del document["sha256"]
    file.write_text(json.dumps(document), encoding="utf-8")
    return folder


def level_classifier() -> FusionClassifier:
    """Return a three-modality model over :class:`LevelEncoder` with hand-set weights.

    The gate is even over what is present; logits are the fused vector, so positive levels give class "up".
    """
    fusion = AttentionGateFusion(3, 2, 2, adapt=False)
    with torch.no_grad():
        for parameter in fusion.parameters():
            parameter.zero_()
        fusion.head.weight.copy_(torch.eye(2))
    encoders = {modality: LevelEncoder() for modality in Modality}
    return FusionClassifier(["up", "down"], by_input(encoders), fusion).eval()
