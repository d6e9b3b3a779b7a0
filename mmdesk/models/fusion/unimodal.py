"""One modality alone: the baseline that fusion has to beat."""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor
from torch.nn import functional

from mmdesk.core.weight_sum import WeightRule
from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput, WeightParts
from mmdesk.models.fusion.own_heads import OwnHeads


class UnimodalFusion(Fusion):
    """A linear head over one modality; the others are not looked at.

    Where its modality is absent the model abstains: logits 0 (every class alike), no gradient, and a row of weights
    that is all 0 even if other modalities are present. Otherwise the weight of its own column is 1.

    ``fused`` is (B, D), the modality's embedding.

    Args:
        modality_count: Number M of modalities.
        dim: Length D of every embedding.
        class_count: Number C of classes.
        column: The modality looked at, 0 to M - 1.

    Raises:
        ValueError: There is no such column.
    """

    joint: ClassVar[bool] = False
    weight_rule: ClassVar[WeightRule | None] = WeightRule.ONLY

    def __init__(self, modality_count: int, dim: int, class_count: int, *, column: int) -> None:
        super().__init__(modality_count, dim, class_count)
        if not 0 <= column < modality_count:
            raise ValueError(f"column must be 0 to {modality_count - 1}, got {column}")
        self.column = int(column)
        self.own_heads = OwnHeads(1, dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``column``."""
        return {"column": self.column}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Read one column of ``embeddings`` (B, M, D) under ``present`` (B, M) bool.

        ``unimodal`` has the head's logits in that column and 0 in the others.
        """
        own = slice(self.column, self.column + 1)
        fused = self.masked(embeddings, present)[:, own]  # (B, 1, D)
        logits = self.own_heads(fused, present[:, own])  # (B, 1, C)
        after = self.modality_count - 1 - self.column
        weights = self._weights(present, logits.dtype)
        unimodal = functional.pad(logits, (0, 0, self.column, after))
        return FusionOutput(logits[:, 0], weights, fused[:, 0], unimodal)

    def weight_parts(self, embeddings: Tensor, present: Tensor) -> WeightParts:
        """Return 1 for the modality that is looked at, if it is there; see :meth:`Fusion.weight_parts`."""
        return WeightParts(self._weights(present, embeddings.dtype))

    def _weights(self, present: Tensor, dtype: torch.dtype) -> Tensor:
        after = self.modality_count - 1 - self.column
        return functional.pad(present[:, self.column : self.column + 1].to(dtype), (self.column, after))
