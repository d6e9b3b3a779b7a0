"""A fusion method for mmdesk: the median of the embeddings that are present, value by value."""

import torch
from torch import Tensor, nn

from mmdesk.models.fusion import Fusion, FusionOutput


class MedianFusion(Fusion):
    """Reads the median with a linear head; no input has a weight of its own."""

    def __init__(self, modality_count: int, dim: int, class_count: int) -> None:
        super().__init__(modality_count, dim, class_count)
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict:
        """Return the options beyond the three sizes: there are none."""
        return {}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse (B, M, D) embeddings where (B, M) bool says which are real."""
        embeddings = self.masked(embeddings, present)
        ordered = embeddings.masked_fill(~present.unsqueeze(-1), torch.inf).sort(dim=1).values  # absent ones last
        middle = (present.sum(dim=1, keepdim=True) - 1).clamp(min=0)  # (B, 1), twice the place of the middle
        places = torch.stack([middle // 2, (middle + 1) // 2], dim=1).expand(-1, -1, self.dim)  # (B, 2, D)
        fused = ordered.gather(1, places).mean(dim=1).masked_fill(~present.any(dim=1, keepdim=True), 0.0)
        return FusionOutput(self.head(fused), None, fused)
