"""The two things that a stage trains, behind one call."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from mmdesk.core.inputs import Input
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.fusion.base import Fusion, FusionOutput


class Trainable(nn.Module, ABC):
    """A fusion, and what brings a batch's inputs to it.

    Attributes:
        fusion: The fusion method.
        encoders: The encoders that train with it, one per input; empty where they are finished.
    """

    fusion: Fusion
    encoders: nn.ModuleList

    @abstractmethod
    def embed(self, inputs: Sequence[Tensor], present: Tensor) -> Tensor:
        """Turn inputs (B, …) into embeddings (B, M, D); zeros where ``present`` (B, M) is false."""

    def forward(self, inputs: Sequence[Tensor], present: Tensor) -> FusionOutput:
        """Embed and fuse."""
        output: FusionOutput = self.fusion(self.embed(inputs, present), present)
        return output


class WholeModel(Trainable):
    """Encoders and fusion train together, on prepared inputs or frozen features.

    Args:
        encoders: By input, in the model's order.
        fusion: Takes their embeddings in that order.
    """

    def __init__(self, encoders: Mapping[Input, Encoder], fusion: Fusion) -> None:
        super().__init__()
        self.encoders = nn.ModuleList(list(encoders.values()))
        self.fusion = fusion

    def embed(self, inputs: Sequence[Tensor], present: Tensor) -> Tensor:
        """Embed what is present; an absent input's zeros must not enter a batch norm's statistics."""
        columns = []
        for encoder, given, there in zip(self.encoders, inputs, present.unbind(1), strict=True):
            if not isinstance(encoder, Encoder):
                raise TypeError(f"{type(encoder).__name__} is no Encoder")
            if bool(there.all()):
                columns.append(encoder.embed(given).embedding)
                continue
            column = torch.zeros(len(given), encoder.dim, device=given.device)
            if bool(there.any()):
                embedding = encoder.embed(given[there]).embedding
                column = column.to(embedding.dtype).index_put((there.nonzero().squeeze(1),), embedding)
            columns.append(column)
        return torch.stack([column.float() for column in columns], 1)


class FusionOnly(Trainable):
    """Only the fusion trains, on embeddings of finished encoders."""

    def __init__(self, fusion: Fusion) -> None:
        super().__init__()
        self.encoders = nn.ModuleList()
        self.fusion = fusion

    def embed(self, inputs: Sequence[Tensor], present: Tensor) -> Tensor:  # noqa: ARG002 - encoders need it
        """Stack the embeddings; the fusion masks what is absent."""
        return torch.stack(list(inputs), 1)
