"""Which places of a picture speak for the answer: integrated gradients."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from mmdesk.analysis.saliency.stake import Stake
from mmdesk.core.why import ImageWhy
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.pretrained_image import EfficientNetLiteEncoder, TorchvisionEncoder

STEPS = 32
SPOT_SHARE = 1 / 8
_BLUR_SHARE = 1 / 6
_SMOOTH_SHARE = 1 / 40
_BATCH = 8
_NOTHING = 1e-6


def explain_image(
    encoder: Encoder, stake: Stake, picture: Tensor, should_stop: Callable[[], bool], steps: int = STEPS
) -> ImageWhy | None:
    """Explain one prepared picture.

    Args:
        encoder: The image encoder, in evaluation mode.
        stake: What the picture is measured by.
        picture: (3, S, S) float32 on the encoder's device, as ``prepare`` gives it.
        should_stop: Asked before each batch; True ends the work.
        steps: Points on the path.

    Returns:
        The heat, or None when stopped.
    """
    found = integrated_gradients(encoder, stake, picture, baseline_of(picture), should_stop, steps)
    if found is None:
        return None
    density, change = found
    return _shown(density.sum(dim=0), change)


def baseline_of(picture: Tensor) -> Tensor:
    """Return ``picture`` (3, S, S) blurred until no shape is left: a Gaussian of a sixth of its side.

    Light and colour stay, so that what is told is the shapes' doing; a grey or black picture would blame the light.
    A blurred baseline is discussed in Sturmfels et al., "Visualizing the Impact of Feature Attribution Baselines",
    Distill, 2020.
    """
    return _blurred(picture, picture.shape[-1] * _BLUR_SHARE)


def integrated_gradients(
    encoder: Encoder, stake: Stake, picture: Tensor, baseline: Tensor, should_stop: Callable[[], bool], steps: int = STEPS
) -> tuple[Tensor, float] | None:
    """Attribute the change of the stake between two pictures to pixels and channels.

    Source: Sundararajan, Taly and Yan, "Axiomatic Attribution for Deep Networks", 2017, equation 1, along the straight
    line, by the Gauss-Legendre rule of ``steps`` points (which needs fewer than their Riemann sum).

    Returns:
        (3, S, S) float64 attributions, and the change that they sum to but for the rule's error; None when stopped.
    """
    nodes, shares = np.polynomial.legendre.leggauss(steps)
    line = torch.tensor((nodes + 1) / 2, dtype=picture.dtype, device=picture.device)
    weights = torch.tensor(shares / 2, dtype=torch.float64, device=picture.device)
    way = picture - baseline
    total = torch.zeros(picture.shape, dtype=torch.float64, device=picture.device)
    for start in range(0, steps, _BATCH):
        if should_stop():
            return None
        places = line[start : start + _BATCH].view(-1, 1, 1, 1)
        points = (baseline + places * way).requires_grad_(True)
        value = (stake.of(differentiable(encoder, points)) * weights[start : start + _BATCH]).sum()
        (gradient,) = torch.autograd.grad(value, points)
        total += gradient.sum(dim=0)
    with torch.no_grad():
        ends = stake.of(encoder(torch.stack([picture, baseline])).embedding)
    return total * way, float(ends[0] - ends[1])


def differentiable(encoder: Encoder, batch: Tensor) -> Tensor:
    """Return the embeddings (B, D) of prepared pictures with a path for gradients to the pixels.

    A frozen backbone is normally run without gradient; here its weights stay still but the pixels are asked.
    """
    if isinstance(encoder, EfficientNetLiteEncoder):
        return encoder.embed(encoder.backbone(batch)).embedding
    if isinstance(encoder, TorchvisionEncoder) and encoder.frozen:
        return encoder.embed(encoder.backbone((batch - encoder.mean) / encoder.deviation)).embedding
    return encoder(batch).embedding  # type: ignore[no-any-return]


def _shown(pixels: Tensor, change: float) -> ImageWhy:
    """Turn attributions (S, S) into a heat: what a spot around each place makes up, smoothed."""
    smooth = _blurred(pixels.unsqueeze(0).float(), pixels.shape[-1] * _SMOOTH_SHARE)[0]
    spot_px = pixels.shape[-1] * SPOT_SHARE
    # The density times a spot's area: near its peaks a little more than the spot holds, never less.
    spots: NDArray[np.float32] = (smooth * spot_px**2).cpu().numpy().astype(np.float32)
    scale = float(np.abs(spots).max())
    heat = spots / np.float32(scale) if scale > _NOTHING else np.zeros_like(spots)
    return ImageWhy(heat, scale if scale > _NOTHING else 0.0, change, SPOT_SHARE)


def _blurred(maps: Tensor, deviation_px: float) -> Tensor:
    """Return (C, S, S) under a Gaussian; edges are repeated outwards."""
    reach = min(math.ceil(3 * deviation_px), 4 * maps.shape[-1])
    offsets = torch.arange(-reach, reach + 1, dtype=maps.dtype, device=maps.device)
    kernel = torch.exp(-0.5 * (offsets / max(deviation_px, 1e-3)) ** 2)
    kernel = kernel / kernel.sum()
    padded = functional.pad(maps.unsqueeze(1), (reach, reach, reach, reach), mode="replicate")
    across = functional.conv2d(padded, kernel.view(1, 1, 1, -1))
    return functional.conv2d(across, kernel.view(1, 1, -1, 1)).squeeze(1)
