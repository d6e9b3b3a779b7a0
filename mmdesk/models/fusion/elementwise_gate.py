"""Element-wise gate: a weight for every value of every modality, from all embeddings together."""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.core.weight_sum import WeightRule
from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.adapters import adapted, identity_adapters
from mmdesk.models.fusion.base import Fusion, FusionOutput, WeightParts, masked_softmax


class ElementwiseGateFusion(Fusion):
    """Fused Σ a_m ⊙ P_m x_m, where a[:, d] = softmax over the present modalities of (W[x_1; …; x_M] + b)[:, d].

    For two modalities this is the gate a ⊙ x_1 + (1 − a) ⊙ x_2 with a vector a = sigmoid(…).

    Source: Arevalo et al., "Gated Multimodal Units for Information Fusion", 2017, eq. 1–3. Deviations: softmax for any
    number of modalities, linear adapters instead of tanh, a mask for absent modalities.

    ``weights`` are the *mean of the gate (B, M, D) over its D values*: what a modality has on average, though in single
    values it may have all or nothing.

    Args:
        modality_count: Number M of modalities.
        dim: Length D of every embedding.
        class_count: Number C of classes.
        adapt: Whether each embedding first passes its own linear map P_m (D, D), which starts as the identity.
    """

    weighs: ClassVar[bool] = True
    weight_rule: ClassVar[WeightRule | None] = WeightRule.VALUES

    def __init__(self, modality_count: int, dim: int, class_count: int, *, adapt: bool = True) -> None:
        super().__init__(modality_count, dim, class_count)
        self.gate = nn.Linear(modality_count * dim, modality_count * dim)
        self.adapters = identity_adapters(modality_count, dim) if adapt else None
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``adapt``."""
        return {"adapt": self.adapters is not None}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        embeddings = self.masked(embeddings, present)
        return self._gated(embeddings, self.own_gate(embeddings, present))

    def own_gate(self, embeddings: Tensor, present: Tensor) -> Tensor:
        """Return the gate (B, M, D) for already masked ``embeddings`` (B, M, D); sums over M are 1."""
        scores = self.gate(embeddings.flatten(1)).view_as(embeddings)  # (B, M, D)
        return masked_softmax(scores.transpose(1, 2), present.unsqueeze(1)).transpose(1, 2)

    def held_gate(self, embeddings: Tensor, present: Tensor, weights: Tensor) -> Tensor:
        """Return the gate (B, M, D) whose means over D are the given ``weights`` (B, M). Ours.

        As much of the own gate is kept as the weights contain, α = min w_m / o_m of it for means o; the rest of each
        weight is the same for all of a modality's values. So the gate's own means give the own gate, all weight on one
        modality is that one alone, and on any straight way that a weight moves the scores follow straight lines with
        one bend.
        """
        own = self.own_gate(embeddings, present)
        means = own.mean(dim=2)
        ratios = torch.where(means > 0, weights / means.clamp(min=torch.finfo(means.dtype).tiny), torch.inf)
        kept = ratios.amin(dim=1, keepdim=True).clamp(max=1.0)  # (B, 1)
        rest = (weights - kept * means).clamp(min=0.0)
        return kept.unsqueeze(-1) * own + rest.unsqueeze(-1)

    def weight_parts(self, embeddings: Tensor, present: Tensor) -> WeightParts:
        """Return the sums of the gate over its D values; see :meth:`Fusion.weight_parts`."""
        return WeightParts(self.own_gate(self.masked(embeddings, present), present).sum(dim=2))

    def blend(self, embeddings: Tensor, present: Tensor, weights: Tensor) -> FusionOutput:
        """Fuse with means of the gate that are given; see :meth:`held_gate` and :meth:`Fusion.blend`."""
        embeddings = self.masked(embeddings, present)
        return self._gated(embeddings, self.held_gate(embeddings, present, weights))

    def terms(self, embeddings: Tensor, present: Tensor, weights: Tensor | None = None) -> Tensor:
        """Return each gated embedding as the head reads it, without its bias; see :meth:`Fusion.terms`."""
        embeddings = self.masked(embeddings, present)
        gate = self.own_gate(embeddings, present) if weights is None else self.held_gate(embeddings, present, weights)
        return functional.linear(gate * adapted(embeddings, self.adapters), self.head.weight)

    def _gated(self, embeddings: Tensor, gate: Tensor) -> FusionOutput:
        fused = (gate * adapted(embeddings, self.adapters)).sum(dim=1)
        return FusionOutput(self.head(fused), gate.mean(dim=2), fused)
