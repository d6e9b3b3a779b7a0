"""Concatenation: all embeddings side by side, one linear head over them."""

from __future__ import annotations

from torch import Tensor, nn

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput


class ConcatenationFusion(Fusion):
    """Logits W[x_1; …; x_M] + b, where an absent modality's x is 0.

    The head is linear, so the logits are a sum of one term a modality and an absent one adds nothing. There are no
    weights: the sizes of the terms are contributions, not shares.

    Source: "early fusion" or feature concatenation, as in Baltrušaitis et al., "Multimodal Machine Learning: A Survey
    and Taxonomy", 2019, section 5.1. Deviation: zeros for absent modalities.

    ``fused`` is (B, M·D), the concatenation itself.
    """

    def __init__(self, modality_count: int, dim: int, class_count: int) -> None:
        super().__init__(modality_count, dim, class_count)
        self.head = nn.Linear(modality_count * dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return nothing: there are no options."""
        return {}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        fused = self.masked(embeddings, present).flatten(1)  # (B, M*D)
        return FusionOutput(self.head(fused), None, fused)
