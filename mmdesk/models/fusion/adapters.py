"""Linear maps, one per modality, that bring separately trained embeddings into one space."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def identity_adapters(modality_count: int, dim: int) -> nn.Parameter:
    """Return (M, D, D) float32 maps that start as the identity; a row vector is multiplied from the left."""
    # torch.eye would import torch's compiler where a checkpoint is built without memory.
    identity = torch.zeros(dim, dim).fill_diagonal_(1.0)
    return nn.Parameter(identity.repeat(modality_count, 1, 1))


def adapted(embeddings: Tensor, adapters: Tensor | None) -> Tensor:
    """Return each modality's embedding (B, M, D) passed through its own map (M, D, D); None stands for the identity."""
    return embeddings if adapters is None else torch.einsum("bmd,mde->bme", embeddings, adapters)
