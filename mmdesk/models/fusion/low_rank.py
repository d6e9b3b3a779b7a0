"""Low-rank tensor fusion: all products of the modalities' values, through factors of a low rank."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput


class LowRankFusion(Fusion):
    """Fused Σ_r c_r Π_m (W_rm [x_m; 1]), read by a linear head.

    The outer product of all [x_m; 1] holds every product of values of one, two, up to all M modalities; a linear layer
    over that tensor, whose weights are a sum of R rank-one tensors, comes to the formula, without the tensor being
    made. An absent modality's x is 0, so that its factor is the constant W_rm [0; 1]: what is left are the products
    without it. There are no weights: the modalities multiply, and no share of the product is one's own.

    Source: Liu et al., "Efficient Low-rank Multimodal Fusion with Modality-Specific Factors", 2018, eq. 6-9.
    Deviations: factors start near 1, so that products of many neither vanish nor explode; a layer norm after the sum,
    for the same reason; a mask.

    Args:
        modality_count: Number M of modalities.
        dim: Length D of every embedding, and of the fused vector.
        class_count: Number C of classes.
        rank: Rank R of the weights, 1 to 64.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(self, modality_count: int, dim: int, class_count: int, *, rank: int = 4) -> None:
        super().__init__(modality_count, dim, class_count)
        if not 1 <= rank <= 64:
            raise ValueError(f"need rank 1..64, got {rank}")
        self.rank = rank
        scale = (modality_count * dim) ** -0.5
        self.factors = nn.Parameter(nn.init.normal_(torch.empty(modality_count, dim, rank * dim), std=scale))
        self.constants = nn.Parameter(nn.init.normal_(torch.empty(modality_count, rank * dim), mean=1.0, std=scale))
        self.mixture = nn.Parameter(nn.init.normal_(torch.empty(rank), std=rank**-0.5))
        self.norm = nn.LayerNorm(dim)
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``rank``."""
        return {"rank": self.rank}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        embeddings = self.masked(embeddings, present)
        factors = torch.einsum("bmd,mdo->bmo", embeddings, self.factors) + self.constants
        products = factors.prod(dim=1).view(-1, self.rank, self.dim)  # (B, R, D)
        fused = self.norm(torch.einsum("brd,r->bd", products, self.mixture))
        return FusionOutput(self.head(fused), None, fused)
