"""Several views of one input, encoded together and averaged: test-time augmentation.

A network hears a word that is said a little faster otherwise, and sees a hand that is held a little nearer otherwise.
Asked about a few such versions of one input it errs less often, and claims less that it was never taught. Source: the
mean over several crops of Krizhevsky, Sutskever and Hinton, "ImageNet Classification with Deep Convolutional Neural
Networks", 2012, section 4.1; speeds as in Ko et al., "Audio Augmentation for Speech Recognition", 2015. That a view
counts by its evidence is ours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.base import EncoderOutput, JsonValue

MOST_VIEWS = 16
"""Of one input."""
_ZOOMS, _DEGREES = (0.5, 2.0), (-90.0, 90.0)
_SPEEDS, _DELAYS_S = (0.5, 2.0), (0.0, 1.0)


class PictureViews(nn.Module):
    """Square pictures nearer or farther and turned, about their middle; what lies outside repeats the border.

    Args:
        views: For each the magnification, 0.5 to 2, a blank and the turn in degrees, -90 to 90, counterclockwise.
        size_px: Side S of the pictures.

    Raises:
        ValueError: ``views`` are no such numbers, or more than `MOST_VIEWS`.
    """

    grids: Tensor

    def __init__(self, views: Sequence[str], size_px: int) -> None:
        super().__init__()
        self.views = tuple(views)
        pairs = _pairs(self.views, _ZOOMS, _DEGREES)
        maps = torch.zeros(len(pairs), 2, 3, device="cpu")
        for view, (zoom, degrees) in enumerate(pairs):
            cosine, sine = (part(math.radians(degrees)) / zoom for part in (math.cos, math.sin))
            maps[view, :, :2] = torch.tensor([[cosine, -sine], [sine, cosine]], device="cpu")
        grids = functional.affine_grid(maps, [len(pairs), 1, size_px, size_px], align_corners=False)
        self.register_buffer("grids", grids, persistent=False)  # (V, S, S, 2)

    def forward(self, pictures: Tensor) -> Tensor:
        """Return the views (B, V, 3, S, S) of pictures (B, 3, S, S)."""
        count = len(self.views)
        many = pictures.repeat_interleave(count, dim=0)
        grids = self.grids.repeat(pictures.shape[0], 1, 1, 1)
        sampled = functional.grid_sample(many, grids, mode="bilinear", padding_mode="border", align_corners=False)
        return sampled.reshape(-1, count, *pictures.shape[1:])


class SoundViews(nn.Module):
    """Waves faster or slower, pitch with them, and later; what is pushed beyond the end is lost.

    Args:
        views: For each the speed, 0.5 to 2, a blank and the delay in seconds, 0 to 1.
        length: Samples N of a wave.
        sample_rate_hz: Samples a second.

    Raises:
        ValueError: ``views`` are no such numbers, or more than `MOST_VIEWS`.
    """

    def __init__(self, views: Sequence[str], length: int, sample_rate_hz: int) -> None:
        super().__init__()
        self.views = tuple(views)
        pairs = _pairs(self.views, _SPEEDS, _DELAYS_S)
        self._length = length
        # How long each view is before it is pushed, and by how many samples.
        self._samples = [(round(length / speed), round(delay_s * sample_rate_hz)) for speed, delay_s in pairs]

    def forward(self, waves: Tensor) -> Tensor:
        """Return the views (B, V, N) of waves (B, N)."""
        views = []
        for length, before in self._samples:
            paced = functional.interpolate(waves.unsqueeze(1), length, mode="linear").squeeze(1)
            # A negative pad cuts off.
            views.append(functional.pad(paced, (before, self._length - before - length)))
        return torch.stack(views, dim=1)


def averaged(output: EncoderOutput, count: int) -> EncoderOutput:
    """Return what an encoder says of inputs of which each was encoded in ``count`` views.

    The evidence is the mean of the views'; in the embedding each view counts by its evidence (softmax), and all alike
    where there is none.

    Args:
        output: Of (B · V) inputs, the views of one beside each other.
        count: V.
    """
    embeddings = output.embedding.reshape(-1, count, output.embedding.shape[1])  # (B, V, D)
    if output.evidence is None:
        return EncoderOutput(embeddings.mean(dim=1), None)
    evidence = output.evidence.reshape(-1, count)
    shares = evidence.softmax(dim=1).unsqueeze(2)
    return EncoderOutput((shares * embeddings).sum(dim=1), evidence.mean(dim=1))


def views_config(views: PictureViews | SoundViews | None) -> dict[str, JsonValue]:
    """Return the constructor's argument that makes the same views; none where there are none."""
    return {} if views is None else {"views": list(views.views)}


def _pairs(views: Sequence[str], first: tuple[float, float], second: tuple[float, float]) -> list[tuple[float, float]]:
    if not 1 <= len(views) <= MOST_VIEWS:
        raise ValueError(f"there can be 1 to {MOST_VIEWS} views, not {len(views)}")
    try:
        found = [(float(one), float(other)) for one, other in map(str.split, views)]
    except (TypeError, ValueError) as error:
        raise ValueError("views must each be two numbers with a blank between them") from error
    for pair in found:
        for value, (least, most) in zip(pair, (first, second), strict=True):
            if not least <= value <= most:
                raise ValueError(f"{value:g} in views must lie in [{least:g}, {most:g}]")
    return found
