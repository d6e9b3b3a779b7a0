"""Which places of a picture speak for the answer: integrated gradients."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from mmdesk.analysis.saliency.target import ROUNDING, AttributionTarget
from mmdesk.core.explanation import ImageAttribution
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.pretrained_image import EfficientNetLiteEncoder, TorchvisionEncoder

STEPS = 32
_PROBES = 24
_BLUR_SHARE = 1 / 6
_SMOOTH_SHARE = 1 / 36
SPOT_SHARE = math.sqrt(2 * math.pi) * _SMOOTH_SHARE
"""Side of a square as large as the Gaussian spot that a place of the heat sums up."""

_BATCH_PX2 = 8 * 112**2
_MOST_AT_ONCE = 8


def explain_image(
    encoder: Encoder, target: AttributionTarget, picture: Tensor, should_stop: Callable[[], bool], steps: int = STEPS
) -> ImageAttribution | None:
    """Explain one prepared picture.

    Args:
        encoder: The image encoder, in evaluation mode.
        target: What the picture is measured by.
        picture: (3, S, S) float32 on the encoder's device, as ``prepare`` gives it.
        should_stop: Asked before each batch; True ends the work.
        steps: Points on the path.

    Returns:
        The heat, or None when stopped.
    """
    found = integrated_gradients(encoder, target, picture, baseline_of(picture), should_stop, steps)
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
    encoder: Encoder,
    target: AttributionTarget,
    picture: Tensor,
    baseline: Tensor,
    should_stop: Callable[[], bool],
    steps: int = STEPS,
) -> tuple[Tensor, float] | None:
    """Attribute the change of the target between two pictures to pixels and channels.

    Source: Sundararajan, Taly and Yan, "Axiomatic Attribution for Deep Networks", 2017, equation 1, along the straight
    line. Its points are ours: near certainty the target jumps within a small part of the way, which an even sum steps
    over, so the way is first walked without gradients and the points then stand where the target changes.

    Returns:
        (3, S, S) float64 attributions on the CPU, and the change that they sum to but for an error; None when stopped.
    """
    walked = _walk(encoder, target, picture, baseline, should_stop)
    if walked is None:
        return None
    values = walked[1]
    edges = _edges(*walked, steps)
    line, weights = (edges[1:] + edges[:-1]) / 2, np.diff(edges)
    way = picture - baseline
    total = torch.zeros(picture.shape, dtype=torch.float64)
    size = _batch_size(picture)
    for start in range(0, steps, size):
        if should_stop():
            return None
        places = torch.from_numpy(line[start : start + size].astype(np.float32)).to(picture.device).view(-1, 1, 1, 1)
        points = (baseline + places * way).requires_grad_(True)
        shares = torch.from_numpy(weights[start : start + size])
        value = (target.of(differentiable(encoder, points)) * shares).sum()
        (gradient,) = torch.autograd.grad(value, points)
        total += gradient.sum(dim=0).cpu()
    ends = torch.from_numpy(values[[-1, 0]])
    return total * way.cpu(), float(target.change(*ends))


def _batch_size(picture: Tensor) -> int:
    """Return how many pictures go at once: larger ones fewer, so that a stop is never long in coming."""
    return max(1, min(_MOST_AT_ONCE, _BATCH_PX2 // picture[0].numel()))


def _walk(
    encoder: Encoder, target: AttributionTarget, picture: Tensor, baseline: Tensor, should_stop: Callable[[], bool]
) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    """Return ascending places on the way, both ends among them, and the target there; None when stopped.

    Even steps first; then as many again where the target changed between them.
    """
    places = np.linspace(0.0, 1.0, _PROBES + 1)
    values = _along(encoder, target, picture, baseline, places, should_stop)
    if values is None:
        return None
    further = np.setdiff1d(_edges(places, values, _PROBES)[1:-1], places)
    more = _along(encoder, target, picture, baseline, further, should_stop)
    if more is None:
        return None
    order = np.argsort(all_places := np.concatenate([places, further]))
    return all_places[order], np.concatenate([values, more])[order]


def _along(
    encoder: Encoder,
    target: AttributionTarget,
    picture: Tensor,
    baseline: Tensor,
    places: NDArray[np.float64],
    should_stop: Callable[[], bool],
) -> NDArray[np.float64] | None:
    """Return the target at places of the way; None when stopped."""
    line = torch.from_numpy(places.astype(np.float32)).to(picture.device).view(-1, 1, 1, 1)
    if not len(places):
        return np.zeros(0)
    embeddings = []
    with torch.no_grad():
        for part in torch.split(line, _batch_size(picture)):
            if should_stop():
                return None
            # The ends are the pictures themselves, to the last bit.
            embeddings.append(encoder(torch.lerp(baseline, picture, part)).embedding)
        return np.asarray(target.of(torch.cat(embeddings)).numpy(), np.float64)


def _edges(places: NDArray[np.float64], values: NDArray[np.float64], parts: int) -> NDArray[np.float64]:
    """Return the ``parts + 1`` edges of parts of the way: half of them by its length, half by the target's changes."""
    lengths, changes = np.diff(places), np.abs(np.diff(values))
    shares = (lengths + (changes / changes.sum() if changes.sum() > ROUNDING else lengths)) / 2
    reached = np.concatenate([[0.0], np.cumsum(shares)])
    return np.interp(np.linspace(0.0, 1.0, parts + 1), reached / reached[-1], places)


def differentiable(encoder: Encoder, batch: Tensor) -> Tensor:
    """Return the embeddings (B, D) of prepared pictures with a path for gradients to the pixels.

    A frozen backbone is normally run without gradient; here its weights stay still but the pixels are asked.
    """
    if isinstance(encoder, EfficientNetLiteEncoder):
        return encoder.embed(encoder.backbone(batch)).embedding
    if isinstance(encoder, TorchvisionEncoder) and encoder.frozen:
        return encoder.embed(encoder.backbone((batch - encoder.mean) / encoder.deviation)).embedding
    return encoder(batch).embedding  # type: ignore[no-any-return]


def _shown(pixels: Tensor, change: float) -> ImageAttribution:
    """Turn attributions (S, S) into a heat.

    Each place gets the sum around it, weighted by a Gaussian that is 1 at the place itself.
    """
    deviation_px = pixels.shape[-1] * _SMOOTH_SHARE
    spot_px2 = 2 * math.pi * deviation_px**2
    spots: NDArray[np.float32] = (_blurred(pixels.unsqueeze(0), deviation_px)[0] * spot_px2).float().numpy()
    scale = float(np.abs(spots).max())
    if scale <= ROUNDING:
        return ImageAttribution(np.zeros_like(spots), 0.0, change, SPOT_SHARE)
    return ImageAttribution(spots / np.float32(scale), scale, change, SPOT_SHARE)


def _blurred(maps: Tensor, deviation_px: float) -> Tensor:
    """Return (C, S, S) under a Gaussian; edges are repeated outwards."""
    reach = min(math.ceil(3 * deviation_px), 4 * maps.shape[-1])
    offsets = torch.arange(-reach, reach + 1, dtype=maps.dtype, device=maps.device)
    kernel = torch.exp(-0.5 * (offsets / max(deviation_px, 1e-3)) ** 2)
    kernel = kernel / kernel.sum()
    padded = functional.pad(maps.unsqueeze(1), (reach, reach, reach, reach), mode="replicate")
    across = functional.conv2d(padded, kernel.view(1, 1, 1, -1))
    return functional.conv2d(across, kernel.view(1, 1, -1, 1)).squeeze(1)
