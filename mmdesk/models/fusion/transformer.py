"""Cross-modal transformer: modalities as tokens that attend to each other."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput


class _Block(nn.Module):
    """One pre-norm transformer layer over tokens (B, T, D), where keys that ``seen`` (B, T) leaves out are not read.

    Source: Vaswani et al., "Attention Is All You Need", 2017, section 3; norms before instead of after, as in Xiong et
    al., "On Layer Normalization in the Transformer Architecture", 2020. Written out, since torch's own layer takes a
    different path when it does not train, with other rounding and no export.
    """

    def __init__(self, dim: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.attention_norm = nn.LayerNorm(dim)
        self.query_key_value = nn.Linear(dim, 3 * dim)
        self.merge = nn.Linear(dim, dim)
        self.step_norm = nn.LayerNorm(dim)
        self.step = nn.Sequential(nn.Linear(dim, 2 * dim), nn.GELU(), nn.Linear(2 * dim, dim))
        self.drop = nn.Dropout(dropout)

    def forward(self, tokens: Tensor, seen: Tensor) -> Tensor:
        split = self.query_key_value(self.attention_norm(tokens)).unflatten(2, (3, self.heads, -1))  # (B, T, 3, H, D/H)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)  # (B, H, T, D/H) each
        read = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen[:, None, None, :])
        tokens = tokens + self.drop(self.merge(read.transpose(1, 2).flatten(2)))
        moved: Tensor = tokens + self.drop(self.step(self.step_norm(tokens)))
        return moved


class TransformerFusion(Fusion):
    """Tokens [CLS; x_1 + t_1; …; x_M + t_M] through transformer layers; the head reads the CLS token.

    Absent modalities are masked as keys in every layer. CLS always sees itself, so a row with nothing present is an
    ordinary softmax over one token and never NaN.

    There are no weights: attention maps are many, between tokens that have already mixed, and are no shares of
    modalities (Jain and Wallace, "Attention is not Explanation", 2019).

    Source: the single-stream transformer with modality-type embeddings of Kim et al., "ViLT", 2021, section 3.1;
    deviation: one token a modality, as the encoders give one embedding each.

    Args:
        modality_count: Number M of modalities.
        dim: Length D of every embedding; a multiple of ``heads``.
        class_count: Number C of classes.
        heads: Attention heads.
        layers: Transformer layers, at least 1.
        dropout: Probability in [0, 1) of dropping a value of a residual branch while training.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(
        self,
        modality_count: int,
        dim: int,
        class_count: int,
        *,
        heads: int = 4,
        layers: int = 2,
        dropout: float = 0.1,
    ) -> None:
        super().__init__(modality_count, dim, class_count)
        if heads < 1 or dim % heads or not 1 <= layers <= 16 or not 0.0 <= dropout < 1.0:
            raise ValueError(
                f"need heads that divide dim {dim}, layers 1..16, dropout in [0, 1), got {heads}, {layers}, {dropout}"
            )
        self._options: dict[str, JsonValue] = {"heads": heads, "layers": layers, "dropout": dropout}
        # Embeddings come layer-normed, of deviation 1; types much smaller would drown in them, CLS stands alone.
        self.types = nn.Parameter(nn.init.normal_(torch.empty(modality_count, dim), std=0.2))
        self.summary = nn.Parameter(nn.init.normal_(torch.empty(dim), std=0.2))
        self.blocks = nn.ModuleList(_Block(dim, heads, dropout) for _ in range(layers))
        self.norm = nn.LayerNorm(dim)
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``heads``, ``layers`` and ``dropout``."""
        return dict(self._options)

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        embeddings = self.masked(embeddings, present)
        summary = self.summary.expand(embeddings.shape[0], 1, -1)
        tokens = torch.cat([summary, embeddings + self.types], dim=1)  # (B, 1 + M, D)
        seen = functional.pad(present, (1, 0), value=True)  # (B, 1 + M)
        for block in self.blocks:
            tokens = block(tokens, seen)
        fused = self.norm(tokens[:, 0])
        return FusionOutput(self.head(fused), None, fused)
