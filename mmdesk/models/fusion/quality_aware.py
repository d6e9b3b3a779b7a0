"""Quality-aware late fusion: each modality's decision counts as much as its own energy says it can be trusted."""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor
from torch.nn import functional

from mmdesk.core.weight_sum import WeightRule
from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput, WeightParts
from mmdesk.models.fusion.own_heads import OwnHeads

_LEAST = 1e-6
_SCALE = 0.1
"""Confidence per unit of energy, as in the authors' programs."""


class QualityAwareFusion(Fusion):
    """Logits Σ w_m f_m(x_m) of own heads f_m, with weights from how far each head's scores rise: its free energy.

    The confidence of a modality is c_m = softplus(log Σ_k exp f_mk), the negative energy, which grows with the evidence
    that its head sees; w_m = c_m / Σ c over the present modalities. What a weight is depends on its own modality alone,
    up to the sum. In training the weights are taken as given, each head learns its own classes too, and a ranking loss
    asks for confidences that differ no further than the losses of the samples do, the other way round.

    Source: Zhang et al., "Provable Dynamic Fusion for Low-Quality Multimodal Data", 2023, sections 3.3-3.4; the energy
    after Liu et al., "Energy-based Out-of-distribution Detection", 2020. Deviations: a softplus keeps confidences
    positive, and they are divided by their sum, so that they are shares; the ranking compares the samples' losses of
    the moment, not the mean over past epochs, as a batch does not know which samples it holds.

    ``fused`` is (B, C), the logits; 0 with nothing present.
    """

    weighs: ClassVar[bool] = True
    weight_rule: ClassVar[WeightRule | None] = WeightRule.TRUST

    def __init__(self, modality_count: int, dim: int, class_count: int) -> None:
        super().__init__(modality_count, dim, class_count)
        self.own_heads = OwnHeads(modality_count, dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return nothing: there are no options."""
        return {}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; ``unimodal`` holds the own heads' logits."""
        own = self.own_heads(self.masked(embeddings, present), present)
        return _mixed(own, self.weigh(own, present))

    def weigh(self, own: Tensor, present: Tensor) -> Tensor:
        """Return the weights (B, M) for the own heads' logits (B, M, C) under ``present`` (B, M) bool."""
        trust = _trust(own, present)
        weights: Tensor = trust / trust.sum(dim=1, keepdim=True).clamp(min=_LEAST)
        return weights

    def weight_parts(self, embeddings: Tensor, present: Tensor) -> WeightParts:
        """Return each head's confidence and the energy that it is made of; see :meth:`Fusion.weight_parts`."""
        own = self.own_heads(self.masked(embeddings, present), present)
        return WeightParts(_trust(own, present), own.logsumexp(dim=2))

    def blend(self, embeddings: Tensor, present: Tensor, weights: Tensor) -> FusionOutput:
        """Mix the own heads' logits under given ``weights`` (B, M); see :meth:`Fusion.blend`."""
        return _mixed(self.own_heads(self.masked(embeddings, present), present), weights)

    def terms(self, embeddings: Tensor, present: Tensor, weights: Tensor | None = None) -> Tensor:
        """Return each own head's logits times its weight; see :meth:`Fusion.terms`."""
        own = self.own_heads(self.masked(embeddings, present), present)
        found: Tensor = (self.weigh(own, present) if weights is None else weights).unsqueeze(-1) * own
        return found

    def own_loss(self, output: FusionOutput, targets: Tensor, own_targets: Tensor, progress: float) -> Tensor:  # noqa: ARG002
        """Return the cross-entropies of the mixture and of the heads, and the ranking loss; see `Fusion.own_loss`."""
        own, weights = output.unimodal, output.weights
        if own is None or weights is None:
            raise ValueError("weights and the logits of own heads are needed")
        mixed = _mixed(own, weights.detach()).logits
        asked = own_targets.sum(dim=2)  # (B, M)
        alone = -(own_targets * own.log_softmax(dim=2)).sum(dim=2)
        ranks = _ranking(_SCALE * confidences(own), alone.detach()) * asked * asked.roll(-1, dims=0)
        return -(targets * mixed.log_softmax(dim=1)).sum(dim=1) + (alone + ranks).sum(dim=1)


def confidences(own: Tensor) -> Tensor:
    """Return how far each head's scores rise, (B, M) above 0, for logits (B, M, C)."""
    return functional.softplus(own.logsumexp(dim=2))


def _trust(own: Tensor, present: Tensor) -> Tensor:
    return confidences(own).clamp(min=_LEAST).masked_fill(~present, 0.0)


def _mixed(own: Tensor, weights: Tensor) -> FusionOutput:
    logits = torch.einsum("bm,bmc->bc", weights, own)
    return FusionOutput(logits, weights, logits, own)


def _ranking(trust: Tensor, losses: Tensor) -> Tensor:
    """Return what each sample's confidence (B, M) costs beside the next one's, given both samples' losses (B, M)."""
    more = trust - trust.roll(-1, dims=0)
    return functional.relu(more.sign() * (losses - losses.roll(-1, dims=0)) + more.abs())
