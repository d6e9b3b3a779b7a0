"""A classifier head a modality, for the methods that train or show each modality alone."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class OwnHeads(nn.Module):
    """One linear head a modality.

    Args:
        modality_count: Number M of modalities.
        width: Length W of what each head reads.
        class_count: Number C of classes.
    """

    def __init__(self, modality_count: int, width: int, class_count: int) -> None:
        super().__init__()
        self.heads = nn.ModuleList(nn.Linear(width, class_count) for _ in range(modality_count))

    def forward(self, values: Tensor, present: Tensor) -> Tensor:
        """Turn ``values`` (B, M, W) into logits (B, M, C), 0 and without gradient where ``present`` (B, M) is false."""
        columns = [head(value) for head, value in zip(self.heads, values.unbind(1), strict=True)]
        return torch.stack(columns, dim=1).masked_fill(~present.unsqueeze(-1), 0.0)
