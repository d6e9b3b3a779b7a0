"""Weighted average: one learned weight per modality, the same for every sample."""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.core.weight_sum import WeightRule
from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.adapters import adapted, identity_adapters
from mmdesk.models.fusion.base import Fusion, FusionOutput, WeightParts, masked_softmax, softmax_parts


class WeightedAverageFusion(Fusion):
    """Fused Σ w_m P_m x_m with w = softmax(s) over the present modalities, and a linear head.

    The scores s are parameters: the weights tell which modality the training found trustworthy on the whole, and among
    samples differ only by what is absent. They start equal.

    Source: learned weights of fused parts as in Peters et al., "Deep contextualized word representations", 2018, eq. 1
    (there over layers, here over modalities). Deviations: no global scale, linear adapters P_m, a mask.

    Args:
        modality_count: Number M of modalities.
        dim: Length D of every embedding.
        class_count: Number C of classes.
        adapt: Whether each embedding first passes its own linear map P_m (D, D), which starts as the identity.
    """

    weighs: ClassVar[bool] = True
    weight_rule: ClassVar[WeightRule | None] = WeightRule.LEARNT

    def __init__(self, modality_count: int, dim: int, class_count: int, *, adapt: bool = True) -> None:
        super().__init__(modality_count, dim, class_count)
        self.scores = nn.Parameter(torch.zeros(modality_count))
        self.adapters = identity_adapters(modality_count, dim) if adapt else None
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``adapt``."""
        return {"adapt": self.adapters is not None}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        embeddings = self.masked(embeddings, present)
        return self.blend(embeddings, present, self.weigh(present))

    def weigh(self, present: Tensor) -> Tensor:
        """Return the weights (B, M) float32 for ``present`` (B, M) bool."""
        return masked_softmax(self.scores.expand(present.shape), present)

    def weight_parts(self, embeddings: Tensor, present: Tensor) -> WeightParts:  # noqa: ARG002
        """Return the softmax's parts and the learnt scores; see :meth:`Fusion.weight_parts`."""
        return softmax_parts(self.scores.expand(present.shape), present)

    def blend(self, embeddings: Tensor, present: Tensor, weights: Tensor) -> FusionOutput:
        """Fuse under given ``weights`` (B, M); see :meth:`Fusion.blend`."""
        embeddings = self.masked(embeddings, present)
        fused = torch.einsum("bm,bmd->bd", weights, adapted(embeddings, self.adapters))
        return FusionOutput(self.head(fused), weights, fused)

    def terms(self, embeddings: Tensor, present: Tensor, weights: Tensor | None = None) -> Tensor:
        """Return each weighted embedding as the head reads it, without its bias; see :meth:`Fusion.terms`."""
        embeddings = self.masked(embeddings, present)
        if weights is None:
            weights = self.weigh(present)
        return functional.linear(weights.unsqueeze(-1) * adapted(embeddings, self.adapters), self.head.weight)
