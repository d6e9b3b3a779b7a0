"""Product of experts: the modalities' class probabilities are multiplied."""

from __future__ import annotations

import torch
from torch import Tensor

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput
from mmdesk.models.fusion.own_heads import OwnHeads


class ProductOfExpertsFusion(Fusion):
    """Probabilities proportional to the product, over the present modalities, of each one's own: logits Σ log p_m.

    One that finds a class impossible can veto it, and those that agree make each other surer: right where modalities
    err independently of each other given the class, too sure where they do not. The sum of logarithms is linear in the
    embeddings, so all together can express exactly what concatenation can; but here each factor is a distribution that
    is trained to be right by itself as well. There are no weights: every expert has the exponent 1.

    Source: Hinton, "Training Products of Experts by Minimizing Contrastive Divergence", 2002, eq. 1; the product rule
    of Kittler et al., "On Combining Classifiers", 1998, eq. 9, with equal priors; absent experts are left out as in Wu
    and Goodman, "Multimodal Generative Models for Scalable Weakly-Supervised Learning", 2018. Deviations: discrete
    classes, so that the product can be normalised and trained by cross-entropy, beside each expert's own.

    ``fused`` is (B, C), the product normalised to 1; all 0 in a row with nothing present, whose logits are 0.
    """

    def __init__(self, modality_count: int, dim: int, class_count: int) -> None:
        super().__init__(modality_count, dim, class_count)
        self.own_heads = OwnHeads(modality_count, dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return nothing: there are no options."""
        return {}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; ``unimodal`` holds the experts' logits."""
        own = self.own_heads(self.masked(embeddings, present), present)  # (B, M, C)
        # An absent expert's log-probabilities are the same for every class, and so add nothing; 0 adds nothing exactly.
        logits = torch.log_softmax(own, dim=2).masked_fill(~present.unsqueeze(-1), 0.0).sum(dim=1)
        fused = logits.softmax(dim=1).masked_fill(~present.any(dim=1, keepdim=True), 0.0)
        return FusionOutput(logits, None, fused, own)
