"""Late fusion: every modality decides alone, and the decisions are averaged."""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor

from mmdesk.core.weight_sum import WeightRule
from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput, WeightParts
from mmdesk.models.fusion.own_heads import OwnHeads


class LateFusion(Fusion):
    """The mean, over the present modalities, of each one's own class probabilities.

    The baseline of every comparison: nothing is learnt jointly. The logits are the logarithm of the mean probability,
    so their softmax is the mean itself. The weights are uniform over what is present: 1 / count.

    Source: the sum rule of Kittler et al., "On Combining Classifiers", 1998, eq. 11 with equal priors.

    ``fused`` is (B, C), the averaged probabilities; all 0 in a row with nothing present, whose logits are 0.
    """

    joint: ClassVar[bool] = False
    weighs: ClassVar[bool] = True
    weight_rule: ClassVar[WeightRule | None] = WeightRule.EVEN

    def __init__(self, modality_count: int, dim: int, class_count: int) -> None:
        super().__init__(modality_count, dim, class_count)
        self.own_heads = OwnHeads(modality_count, dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return nothing: there are no options."""
        return {}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; ``unimodal`` holds the own heads' logits."""
        return self.blend(embeddings, present, self.weigh(present, embeddings.dtype))

    def weigh(self, present: Tensor, dtype: torch.dtype) -> Tensor:
        """Return the weights (B, M) for ``present`` (B, M) bool: the same for all that is there."""
        counts = present.to(dtype)
        weights: Tensor = counts / counts.sum(dim=1, keepdim=True).clamp(min=1)
        return weights

    def weight_parts(self, embeddings: Tensor, present: Tensor) -> WeightParts:
        """Return 1 for all that is there; see :meth:`Fusion.weight_parts`."""
        return WeightParts(present.to(embeddings.dtype))

    def additive(self, logits: Tensor) -> Tensor:
        """Return the probabilities: those are mixed, not the logits; see :meth:`Fusion.additive`."""
        return logits.softmax(dim=-1)

    def terms(self, embeddings: Tensor, present: Tensor, weights: Tensor | None = None) -> Tensor:
        """Return each own head's probabilities times its weight; see :meth:`Fusion.terms`."""
        own = self.own_heads(self.masked(embeddings, present), present)
        if weights is None:
            weights = self.weigh(present, own.dtype)
        found: Tensor = weights.unsqueeze(-1) * own.softmax(dim=2)
        return found

    def blend(self, embeddings: Tensor, present: Tensor, weights: Tensor) -> FusionOutput:
        """Average the own heads' probabilities under given ``weights`` (B, M); see :meth:`Fusion.blend`."""
        own = self.own_heads(self.masked(embeddings, present), present)  # (B, M, C)
        anything = present.any(dim=1, keepdim=True)  # (B, 1)
        # In logarithms: a class that every modality finds impossible keeps finite logits and gradients. A finite floor
        # instead of -inf, or a row with nothing present gives NaN.
        floor = torch.finfo(own.dtype).min / 2
        shares = own.log_softmax(dim=2) + weights.clamp(min=torch.finfo(own.dtype).tiny).log().unsqueeze(-1)
        counts = (weights > 0).unsqueeze(-1)
        mean = torch.logsumexp(shares.masked_fill(~counts, floor), dim=1)  # (B, C)
        logits = mean.masked_fill(~anything, 0.0)
        fused = logits.exp().masked_fill(~anything, 0.0)
        return FusionOutput(logits, weights, fused, own)
