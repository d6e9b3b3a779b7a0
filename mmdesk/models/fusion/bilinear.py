"""Multiplicative interactions: a bilinear form of every pair of modalities."""

from __future__ import annotations

from itertools import combinations

import torch
from torch import Tensor, nn

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput


class BilinearFusion(Fusion):
    """Fused Σ_{m<n} (P_m x_m)ᵀ W_mn (P_n x_n) + Σ_m V_m x_m + v, read by a linear head.

    What one modality's values mean can depend on another's, for two at a time: no term multiplies three. A pair of
    which one is absent adds nothing. There are no weights: a pair's term belongs to both.

    Source: Jayakumar et al., "Multiplicative Interactions and Where to Find Them", 2020, eq. 1, zᵀ W x + zᵀ U + V x +
    b. Deviations: a sum over pairs for more than two modalities; projections P_m to K values before the products, which
    keeps the number of parameters low; a mask.

    Args:
        modality_count: Number M of modalities; with one, the linear terms are all there is.
        dim: Length D of every embedding, and of the fused vector.
        class_count: Number C of classes.
        width: Number K of values of each modality that are multiplied, at least 1.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(self, modality_count: int, dim: int, class_count: int, *, width: int = 16) -> None:
        super().__init__(modality_count, dim, class_count)
        if not 1 <= width <= 256:
            raise ValueError(f"need width 1..256, got {width}")
        self.width = width
        pairs = list(combinations(range(modality_count), 2))
        self._first, self._second = [one for one, _ in pairs], [other for _, other in pairs]
        self.linear = nn.Linear(modality_count * dim, dim)
        if pairs:
            self.projections = nn.Parameter(nn.init.normal_(torch.empty(modality_count, dim, width), std=dim**-0.5))
            spread = (len(pairs) * width * width) ** -0.5
            self.products = nn.Parameter(nn.init.normal_(torch.empty(len(pairs), width, width, dim), std=spread))
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``width``."""
        return {"width": self.width}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        embeddings = self.masked(embeddings, present)
        fused = self.linear(embeddings.flatten(1))
        if self._first:
            short = torch.einsum("bmd,mdk->bmk", embeddings, self.projections)
            outer = short[:, self._first].unsqueeze(3) * short[:, self._second].unsqueeze(2)  # (B, P, K, K)
            fused = fused + outer.flatten(1) @ self.products.flatten(0, 2)
        return FusionOutput(self.head(fused), None, fused)
