"""Shared weights: every modality passes one and the same trunk."""

from __future__ import annotations

from torch import Tensor, nn

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.adapters import adapted, identity_adapters
from mmdesk.models.fusion.base import Fusion, FusionOutput


class SharedTrunkFusion(Fusion):
    """Small modality adapters into one trunk T whose weights all modalities share: fused mean T(P_m x_m), then a head.

    What one modality teaches the trunk and the head serves the others; the mean is over the present modalities.
    There are no learned weights, so ``weights`` is None.

    Source: Aytar et al., "See, Hear, and Read: Deep Aligned Representations", 2017, section 3 (modality-specific
    networks, then shared layers); hard parameter sharing of Caruana, "Multitask Learning", 1997. Deviations: linear
    adapters after finished encoders, a residual trunk, the classifier's loss instead of alignment losses.

    Args:
        modality_count: Number M of modalities.
        dim: Length D of every embedding.
        class_count: Number C of classes.
        hidden: Units of the trunk's inner layer.
        dropout: Probability in [0, 1) of dropping an inner value while training.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(
        self, modality_count: int, dim: int, class_count: int, *, hidden: int = 128, dropout: float = 0.1
    ) -> None:
        super().__init__(modality_count, dim, class_count)
        if hidden < 1 or not 0.0 <= dropout < 1.0:
            raise ValueError(f"need hidden >= 1 and dropout in [0, 1), got {hidden} and {dropout}")
        self._options: dict[str, JsonValue] = {"hidden": hidden, "dropout": dropout}
        self.adapters = identity_adapters(modality_count, dim)
        self.trunk = nn.Sequential(nn.Linear(dim, hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(hidden, dim))
        self.norm = nn.LayerNorm(dim)
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``hidden`` and ``dropout``."""
        return dict(self._options)

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        inputs = adapted(self.masked(embeddings, present), self.adapters)
        outputs = self.norm(inputs + self.trunk(inputs)).masked_fill(~present.unsqueeze(-1), 0.0)  # (B, M, D)
        fused = outputs.sum(dim=1) / present.sum(dim=1, keepdim=True).clamp(min=1)
        return FusionOutput(self.head(fused), None, fused)
