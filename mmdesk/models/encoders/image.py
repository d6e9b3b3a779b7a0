"""A small convolutional image encoder, trained from scratch."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.encoders.views import PictureViews, averaged, views_config

_IMAGE_CHANNELS = 3


class _ResidualConv(nn.Module):
    """One pre-summed residual step: x + scale-free BatchNorm(conv(x)), then ReLU.

    After He et al. 2016, "Deep Residual Learning", section 3.3, with one convolution a step instead of two,
    which halves the multiply-adds at the resolution where small digits are decided.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, maps: Tensor) -> Tensor:
        summed: Tensor = functional.relu(maps + self.norm(self.conv(maps)))
        return summed


def _stage(in_channels: int, out_channels: int, depth: int) -> nn.Sequential:
    """Return a strided convolution that halves the maps, followed by ``depth`` residual steps."""
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, 3, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(out_channels),
        nn.ReLU(),
        *(_ResidualConv(out_channels) for _ in range(depth)),
    )


class _AttentionMaxPool(nn.Module):
    """Pools maps (B, C, H, W) to (B, 2C): an attention-weighted mean beside the maximum of each map.

    A plain mean dilutes a digit that fills one tenth of the view; one learned softmax over the places (Ilse et
    al. 2018, "Attention-based Deep Multiple Instance Learning", equation 8 without the tanh layer) and the
    maximum both keep it at full strength wherever it lies.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.score = nn.Conv2d(channels, 1, 1)

    def forward(self, maps: Tensor) -> Tensor:
        weights = self.score(maps).flatten(2).softmax(dim=2)  # (B, 1, H*W)
        places = maps.flatten(2)  # (B, C, H*W)
        return torch.cat([(places * weights).sum(dim=2), places.amax(dim=2)], dim=1)


def central_square(raw: NDArray[np.uint8], size_px: int) -> Tensor:
    """Cut the central square out of a picture and resize it.

    Args:
        raw: frame_rgb (H, W, 3) uint8, H and W at least 1; read only.
        size_px: Side S of the result.

    Returns:
        (3, S, S) float32 in [0, 1], RGB, on the CPU, sharing no memory with ``raw``.

    Raises:
        ValueError: ``raw`` is not an RGB picture of bytes.
    """
    if raw.ndim != 3 or raw.shape[2] != _IMAGE_CHANNELS or raw.dtype != np.uint8 or 0 in raw.shape:
        raise ValueError(f"an image must be (H, W, 3) uint8, got {raw.shape} {raw.dtype}")
    height, width = raw.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = raw[top : top + side, left : left + side]
    if side == size_px:
        resized = square
    else:
        # INTER_AREA averages when shrinking (no moiré from paper grids); it blocks when enlarging.
        method = cv2.INTER_AREA if side > size_px else cv2.INTER_LINEAR
        resized = np.asarray(cv2.resize(square, (size_px, size_px), interpolation=method), np.uint8)
    scaled = np.ascontiguousarray(resized.transpose(2, 0, 1), dtype=np.float32) / np.float32(255.0)
    return torch.from_numpy(scaled)


class CNNEncoder(Encoder):
    """Residual CNN over the central square of a picture, pooled at two scales.

    Four stages halve the picture to 1/16; the maps at 1/8 and 1/16 are each pooled by attention and maximum,
    joined and projected. Ours; the parts' sources stand at the parts.

    Attributes:
        dim: Length D of the embedding.
        size_px: Side S of the prepared square picture.
    """

    def __init__(
        self,
        dim: int = 64,
        size_px: int = 96,
        channels: tuple[int, int, int, int] | list[int] = (16, 32, 64, 128),
        depths: tuple[int, int, int, int] | list[int] = (0, 1, 2, 1),
        dropout: float = 0.1,
        evidence: bool = True,
        views: Sequence[str] = (),
    ) -> None:
        """Build the network untrained.

        Args:
            dim: Length of the embedding, at least 1.
            size_px: Side of the square input, a positive multiple of 16.
            channels: Maps of the four stages, each at least 1.
            depths: Residual steps after each stage's strided convolution, each at least 0.
            dropout: Probability in [0, 1) of dropping a pooled value while training.
            evidence: Whether there is an evidence head.
            views: For `PictureViews`, of which the mean is taken; none for the picture as it is.

        Raises:
            ValueError: An argument lies outside its range.
        """
        super().__init__()
        if dim < 1 or size_px < 16 or size_px % 16:
            raise ValueError(f"dim must be positive and size_px a multiple of 16, got {dim} and {size_px}")
        if len(channels) != 4 or len(depths) != 4 or min(channels) < 1 or min(depths) < 0:
            raise ValueError(f"four stages are needed, got channels {channels} and depths {depths}")
        if not 0.0 <= dropout < 1.0:
            raise ValueError(f"dropout must lie in [0, 1), got {dropout}")
        self.dim = dim
        self.size_px = size_px
        self._channels = [int(count) for count in channels]
        self._depths = [int(count) for count in depths]
        self._dropout = float(dropout)
        self.views = PictureViews(views, size_px) if views else None
        widths = [_IMAGE_CHANNELS, *self._channels]
        self.stages = nn.ModuleList(_stage(widths[i], widths[i + 1], self._depths[i]) for i in range(4))
        self.pools = nn.ModuleList(_AttentionMaxPool(count) for count in self._channels[2:])
        pooled = 2 * sum(self._channels[2:])
        self.drop = nn.Dropout(self._dropout)
        self.project = nn.Linear(pooled, dim)
        self.norm = nn.LayerNorm(dim)
        self.evidence = nn.Linear(pooled, 1) if evidence else None

    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments as JSON values."""
        return {
            "dim": self.dim,
            "size_px": self.size_px,
            "channels": list(self._channels),
            "depths": list(self._depths),
            "dropout": self._dropout,
            "evidence": self.evidence is not None,
            **views_config(self.views),
        }

    def prepare(self, raw: NDArray[np.uint8]) -> Tensor:
        """Cut the central square out of a picture and resize it.

        Args:
            raw: frame_rgb (H, W, 3) uint8, H and W at least 1; read only.

        Returns:
            (3, S, S) float32 in [0, 1], RGB, on the CPU, sharing no memory with ``raw``.

        Raises:
            ValueError: ``raw`` is not an RGB picture of bytes.
        """
        return central_square(raw, self.size_px)

    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode prepared pictures (B, 3, S, S) float32 in [0, 1].

        Returns:
            embedding (B, D) after LayerNorm and evidence logits (B,), None without that head.

        Raises:
            ValueError: The batch does not have the prepared shape.
        """
        expected = (_IMAGE_CHANNELS, self.size_px, self.size_px)
        if features.ndim != 4 or tuple(features.shape[1:]) != expected:
            raise ValueError(f"a batch must be (B, {expected}), got {tuple(features.shape)}")
        if self.views is None:
            return self._encode(features)
        seen = self.views(features)
        return averaged(self._encode(seen.flatten(0, 1)), len(self.views.views))

    def _encode(self, pictures: Tensor) -> EncoderOutput:
        # Room light and exposure scale a whole picture; taking each one's own mean and deviation off removes
        # both. The floor keeps a covered lens (deviation ~0) from being blown up into noise.
        mean = pictures.mean(dim=(1, 2, 3), keepdim=True)
        variance = pictures.square().mean(dim=(1, 2, 3), keepdim=True) - mean.square()
        maps = (pictures - mean) / (variance.clamp(min=0.0).sqrt() + 0.05)
        pooled: list[Tensor] = []
        for index, stage in enumerate(self.stages):
            maps = stage(maps)
            if index >= 2:
                pooled.append(self.pools[index - 2](maps))
        dropped = self.drop(torch.cat(pooled, dim=1))  # (B, 2*(C3 + C4))
        evidence = None if self.evidence is None else self.evidence(dropped).squeeze(1)
        return EncoderOutput(self.norm(self.project(dropped)), evidence)
