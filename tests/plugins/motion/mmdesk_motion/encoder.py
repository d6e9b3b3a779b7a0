"""An encoder of motion: two convolutions over time."""

import torch
from torch import Tensor, nn

from mmdesk.models.encoders.base import Encoder, EncoderOutput


class MotionEncoder(Encoder):
    """Reads the newest ``moments`` of three axes; shorter stretches are filled up with their first moment."""

    def __init__(self, dim: int = 64, evidence: bool = False, moments: int = 64, width: int = 16) -> None:
        super().__init__()
        self.dim, self.evidence, self.moments, self.width = dim, evidence, moments, width
        self.layers = nn.Sequential(
            nn.Conv1d(3, width, 5, stride=2), nn.ReLU(), nn.Conv1d(width, 2 * width, 5, stride=2), nn.ReLU()
        )
        self.linear, self.norm = nn.Linear(2 * width, dim), nn.LayerNorm(dim, elementwise_affine=False)
        self.head = nn.Linear(dim, 1) if evidence else None

    def config(self) -> dict:
        return {"dim": self.dim, "evidence": self.evidence, "moments": self.moments, "width": self.width}

    def prepare(self, raw) -> Tensor:
        """Turn (T, 3) float32 into (3, moments)."""
        values = torch.tensor(raw[-self.moments :])
        filled = torch.cat([values[:1].expand(self.moments - len(values), -1), values])
        return filled.T.contiguous()

    def embed(self, features: Tensor) -> EncoderOutput:
        embedding = self.norm(self.linear(self.layers(features).amax(dim=2)))
        return EncoderOutput(embedding, None if self.head is None else self.head(embedding).squeeze(1))
