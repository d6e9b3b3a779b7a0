"""Multi-task model: a fused head and one head a modality, trained together."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput
from mmdesk.models.fusion.own_heads import OwnHeads


class MultitaskFusion(Fusion):
    """Each modality's layer h_m = GELU(A_m x_m + a_m) serves two tasks: its own head, and the head over all of them.

    The own heads keep every modality's layer useful by itself, so that none is neglected for the one that learns first.
    The loss is the fused head's plus the mean of the own heads' (see ``mmdesk.training.losses``). There are no weights.

    Source: Caruana, "Multitask Learning", 1997; own heads beside the fused one as in Wang et al., "What Makes Training
    Multi-modal Classification Networks Hard?", 2020, section 3.2 (there with estimated loss weights).

    ``fused`` is (B, D), GELU(B[h_1; …; h_M] + b).

    Args:
        modality_count: Number M of modalities.
        dim: Length D of every embedding.
        class_count: Number C of classes.
        dropout: Probability in [0, 1) of dropping a hidden value while training.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(self, modality_count: int, dim: int, class_count: int, *, dropout: float = 0.1) -> None:
        super().__init__(modality_count, dim, class_count)
        if not 0.0 <= dropout < 1.0:
            raise ValueError(f"dropout must lie in [0, 1), got {dropout}")
        self.layers = nn.ModuleList(nn.Linear(dim, dim) for _ in range(modality_count))
        self.drop = nn.Dropout(dropout)
        self.own_heads = OwnHeads(modality_count, dim, class_count)
        self.join = nn.Linear(modality_count * dim, dim)
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``dropout``."""
        return {"dropout": self.drop.p}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; ``unimodal`` holds the own heads' logits."""
        inputs = self.masked(embeddings, present).unbind(1)
        columns = [functional.gelu(layer(given)) for layer, given in zip(self.layers, inputs, strict=True)]
        # The layers' biases make something of nothing, so what is absent is masked again.
        hidden = self.drop(torch.stack(columns, dim=1)).masked_fill(~present.unsqueeze(-1), 0.0)  # (B, M, D)
        fused = functional.gelu(self.join(hidden.flatten(1)))
        return FusionOutput(self.head(fused), None, fused, self.own_heads(hidden, present))
