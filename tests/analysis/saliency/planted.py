"""Encoders that look at one known part of their input, and moments to explain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.core.modality import Modality
from mmdesk.core.observation import PRESENT, AudioInput, ImageInput, Observation, Presence, Reason, TextInput
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.fusion import AttentionGateFusion, FusionOutput
from tests.three_inputs import by_input, observed

SIZE_PX = 32
PATCH = (slice(4, 12), slice(18, 26))
"""Rows and columns of the only place that the planted image encoder looks at."""


class PartEncoder(Encoder):
    """Gives (v, -v) for the value v of the only part it looks at; nothing is recognised below ``least``."""

    dim = 2

    def __init__(self, part: Callable[[Any], float | Tensor], least: float = -1e9) -> None:
        super().__init__()
        self._part, self._least = part, least

    def config(self) -> dict[str, JsonValue]:
        return {}

    def prepare(self, raw: Any) -> Tensor:
        if isinstance(raw, np.ndarray) and raw.ndim == 3:
            return torch.from_numpy(raw.astype(np.float32).transpose(2, 0, 1) / 255)
        return torch.tensor([float(self._part(raw))])

    def embed(self, features: Tensor) -> EncoderOutput:
        value = self._part(features) if features.ndim == 4 else features[:, 0]
        assert isinstance(value, Tensor)
        return EncoderOutput(torch.stack([value, -value], dim=1), (value - self._least) * 1e3)


def patch(pictures: Tensor) -> Tensor:
    """How much brighter the patch is than grey: (B,) for (B, 3, S, S)."""
    return (pictures[:, :, PATCH[0], PATCH[1]] - 0.5).mean(dim=(1, 2, 3)) * 6


def early_treble(wave_mono: NDArray[np.float32]) -> float:
    """The root mean square of what lies above 2 kHz in the first half of a wave."""
    half = wave_mono[: len(wave_mono) // 2]
    spectrum = np.fft.rfft(half)
    hertz = np.fft.rfftfreq(len(half), 1 / 16_000)
    return float(np.sqrt((np.abs(spectrum[hertz > 2_000]) ** 2).sum() * 2) / len(half)) * 20


def sevens(text: str) -> float:
    """One for each "seven", minus a half for each "not"."""
    return text.count("seven") - 0.5 * text.count("not")


def picture() -> NDArray[np.uint8]:
    """A grey scene with noise and a white patch."""
    scene = np.random.default_rng(0).integers(90, 160, (SIZE_PX, SIZE_PX, 3), dtype=np.uint8)
    scene[PATCH] = 250
    return scene


def wave() -> NDArray[np.float32]:
    """A second: 400 Hz throughout, 3 kHz in the first half only."""
    t = np.arange(16_000) / 16_000
    low, high = 0.2 * np.sin(2 * np.pi * 400 * t), 0.2 * np.sin(2 * np.pi * 3_000 * t) * (t < 0.4)
    return (low + high).astype(np.float32)


def observation(absent: frozenset[Modality] = frozenset(), text: str = "it is seven") -> Observation:
    """A moment with everything but ``absent``."""
    verdicts = [Presence(Reason.MUTED) if each in absent else PRESENT for each in Modality]
    return observed(10.0, ImageInput(picture(), 9.9), AudioInput(wave(), 9.5), TextInput(text, 3.0), verdicts)


def classifier() -> FusionClassifier:
    """Every input counts the same; the larger v of them, the surer "up"."""
    fusion = AttentionGateFusion(3, 2, 2, adapt=False)
    with torch.no_grad():
        for parameter in fusion.parameters():
            parameter.zero_()
        fusion.head.weight.copy_(torch.eye(2))
    encoders = {
        Modality.IMAGE: PartEncoder(patch),
        Modality.AUDIO: PartEncoder(early_treble, least=0.3),
        Modality.TEXT: PartEncoder(sevens, least=-0.9),
    }
    return FusionClassifier(["up", "down"], by_input(encoders), fusion).eval()


def random_fuse(dim: int = 4) -> Callable[[Tensor, Tensor], FusionOutput]:
    """An untrained but firm fusion of three modalities and five classes."""
    torch.manual_seed(3)
    fusion = AttentionGateFusion(3, dim, 5).eval()
    with torch.no_grad():
        fusion.head.weight.mul_(4)
    return fusion


def rounding_fuse(dim: int = 4) -> Callable[[Tensor, Tensor], FusionOutput]:
    """`random_fuse` on a kernel that rounds every row of a batch in a way of its own, as real ones may."""
    fuse = random_fuse(dim)

    def rounded(embeddings: Tensor, present: Tensor) -> FusionOutput:
        output = fuse(embeddings, present)
        rows = torch.arange(len(embeddings), dtype=torch.float32)[:, None]
        return output._replace(logits=output.logits * (1 + 1e-4 * rows / (1 + len(rows))))

    return rounded
