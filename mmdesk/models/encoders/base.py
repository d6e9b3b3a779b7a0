"""The interface every encoder fulfils."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, NamedTuple

from torch import Tensor, nn

JsonValue = bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"] | None


class EncoderOutput(NamedTuple):
    """What an encoder says about a batch.

    Attributes:
        embedding: (B, D) float32, normalised so that the modalities are comparable in scale.
        evidence: (B,) float32 logit that the input holds anything the model was trained to know (a digit, say),
            or None for an encoder trained without background samples.
    """

    embedding: Tensor
    evidence: Tensor | None


class Encoder(nn.Module, ABC):
    """Turns one modality into an embedding of ``dim`` values.

    Attributes:
        dim: Length D of the embedding.
    """

    dim: int

    @abstractmethod
    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments, as JSON values, that rebuild this encoder untrained."""

    @abstractmethod
    def prepare(self, raw: Any) -> Tensor:
        """Turn one raw input (image, wave or string) into one CPU tensor of fixed shape, ready to be stacked."""

    @abstractmethod
    def forward(self, batch: Tensor) -> EncoderOutput:
        """Encode a stacked batch of prepared inputs."""
