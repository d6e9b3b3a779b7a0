"""Element-wise gate: a weight for every value of every modality, from all embeddings together."""

from __future__ import annotations

from typing import ClassVar

from torch import Tensor, nn

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.adapters import adapted, identity_adapters
from mmdesk.models.fusion.base import Fusion, FusionOutput, masked_softmax


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
        scores = self.gate(embeddings.flatten(1)).view_as(embeddings)  # (B, M, D)
        gate = masked_softmax(scores.transpose(1, 2), present.unsqueeze(1)).transpose(1, 2)  # (B, M, D)
        return self._gated(embeddings, gate)

    def blend(self, embeddings: Tensor, present: Tensor, weights: Tensor) -> FusionOutput:
        """Fuse with the same given weight for every value of a modality; see :meth:`Fusion.blend`."""
        return self._gated(self.masked(embeddings, present), weights.unsqueeze(-1).expand_as(embeddings))

    def _gated(self, embeddings: Tensor, gate: Tensor) -> FusionOutput:
        fused = (gate * adapted(embeddings, self.adapters)).sum(dim=1)
        return FusionOutput(self.head(fused), gate.mean(dim=2), fused)
