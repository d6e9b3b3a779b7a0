"""Attention gate: a weight per modality and sample, from all embeddings together."""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.core.weight_sum import WeightRule
from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.adapters import adapted, identity_adapters
from mmdesk.models.fusion.base import Fusion, FusionOutput, WeightParts, masked_softmax, softmax_parts


class AttentionGateFusion(Fusion):
    """Per-sample weights a = softmax(W[x_1; …; x_M] + b) over the present modalities.

    The fused vector is the weighted sum of adapted embeddings, Σ a_m (P_m x_m), read by a linear head. For two
    modalities the softmax is the sigmoid gate a·x_1 + (1 − a)·x_2 of the gated multimodal unit.

    Source: Arevalo et al., "Gated Multimodal Units for Information Fusion", 2017, eq. 1–3. Deviations: softmax for any
    number of modalities, a scalar for each modality instead of a vector, linear adapters instead of tanh (the head is
    then linear in each modality's evidence), a mask for absent modalities, and optionally one hidden layer in the gate.

    Args:
        modality_count: Number M of modalities.
        dim: Length D of every embedding.
        class_count: Number C of classes.
        adapt: Whether each embedding first passes its own linear map P_m (D, D), which starts as the identity.
            Encoders trained apart from each other need it; without it P_m is the identity.
        gate_hidden: Units of a tanh layer inside the gate; 0 gives the linear gate of the formula.
    """

    weighs: ClassVar[bool] = True
    weight_rule: ClassVar[WeightRule | None] = WeightRule.GATE

    def __init__(
        self, modality_count: int, dim: int, class_count: int, *, adapt: bool = True, gate_hidden: int = 0
    ) -> None:
        super().__init__(modality_count, dim, class_count)
        if gate_hidden < 0:
            raise ValueError(f"gate_hidden must be >= 0, got {gate_hidden}")
        self.gate_hidden = gate_hidden
        width = modality_count * dim
        self.gate: nn.Module
        if gate_hidden:
            self.gate = nn.Sequential(nn.Linear(width, gate_hidden), nn.Tanh(), nn.Linear(gate_hidden, modality_count))
        else:
            self.gate = nn.Linear(width, modality_count)
        self.adapters = identity_adapters(modality_count, dim) if adapt else None
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``adapt`` and ``gate_hidden``."""
        return {"adapt": self.adapters is not None, "gate_hidden": self.gate_hidden}

    def weigh(self, embeddings: Tensor, present: Tensor) -> Tensor:
        """Return the weights (B, M) float32 for already masked ``embeddings`` (B, M, D)."""
        return masked_softmax(self.gate(embeddings.flatten(1)), present)

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        return self.blend(embeddings, present, self.weigh(self.masked(embeddings, present), present))

    def weight_parts(self, embeddings: Tensor, present: Tensor) -> WeightParts:
        """Return the softmax's parts and the gate's scores; see :meth:`Fusion.weight_parts`."""
        return softmax_parts(self.gate(self.masked(embeddings, present).flatten(1)), present)

    def blend(self, embeddings: Tensor, present: Tensor, weights: Tensor) -> FusionOutput:
        """Fuse under given ``weights`` (B, M); see :meth:`Fusion.blend`."""
        embeddings = self.masked(embeddings, present)
        fused = torch.einsum("bm,bmd->bd", weights, adapted(embeddings, self.adapters))
        return FusionOutput(self.head(fused), weights, fused)

    def terms(self, embeddings: Tensor, present: Tensor, weights: Tensor | None = None) -> Tensor:
        """Return each weighted embedding as the head reads it, without its bias; see :meth:`Fusion.terms`."""
        embeddings = self.masked(embeddings, present)
        if weights is None:
            weights = self.weigh(embeddings, present)
        return functional.linear(weights.unsqueeze(-1) * adapted(embeddings, self.adapters), self.head.weight)
