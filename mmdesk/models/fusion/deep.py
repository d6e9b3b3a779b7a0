"""Deep fusion: non-linear joint layers over all embeddings."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput


class DeepFusion(Fusion):
    """A multilayer perceptron over [x_1; …; x_M; present], so that modalities can act on each other's meaning.

    There are no weights: what a modality does depends on all the others.

    Source: the joint layers of Ngiam et al., "Multimodal Deep Learning", 2011, section 3, trained with modalities left
    out as there. Deviations: a supervised perceptron with GELU and layer norm instead of an autoencoder's pretraining;
    the presence bits are inputs, so that an absent modality differs from one whose embedding is near 0.

    Args:
        modality_count: Number M of modalities.
        dim: Length D of every embedding.
        class_count: Number C of classes.
        hidden: Units of each joint layer but the last, which has D.
        layers: Number of joint layers, at least 1.
        dropout: Probability in [0, 1) of dropping a hidden value while training.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(
        self,
        modality_count: int,
        dim: int,
        class_count: int,
        *,
        hidden: int = 128,
        layers: int = 2,
        dropout: float = 0.2,
    ) -> None:
        super().__init__(modality_count, dim, class_count)
        if hidden < 1 or not 1 <= layers <= 16 or not 0.0 <= dropout < 1.0:
            raise ValueError(f"need hidden >= 1, layers 1..16, dropout in [0, 1), got {hidden}, {layers}, {dropout}")
        self._options: dict[str, JsonValue] = {"hidden": hidden, "layers": layers, "dropout": dropout}
        widths = [modality_count * (dim + 1), *[hidden] * (layers - 1), dim]
        steps: list[nn.Module] = []
        for inputs, outputs in pairwise(widths):
            steps += [nn.Linear(inputs, outputs), nn.LayerNorm(outputs), nn.GELU(), nn.Dropout(dropout)]
        self.joint_layers = nn.Sequential(*steps)
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``hidden``, ``layers`` and ``dropout``."""
        return dict(self._options)

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        embeddings = self.masked(embeddings, present)
        fused = self.joint_layers(torch.cat([embeddings.flatten(1), present.to(embeddings.dtype)], dim=1))
        return FusionOutput(self.head(fused), None, fused)
