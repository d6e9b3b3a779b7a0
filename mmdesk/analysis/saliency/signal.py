"""Which channels of a signal speak for the answer, and when: occlusion of stretches."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray

from mmdesk.analysis.saliency.occlusion import measured
from mmdesk.analysis.saliency.target import AttributionTarget
from mmdesk.core.explanation import SignalAttribution
from mmdesk.models.encoders.base import Encoder

SLICES = 12
_REACH = 1
_BATCH = 16


def explain_signal(
    encoder: Encoder,
    target: AttributionTarget,
    values: NDArray[np.float32],
    device: torch.device,
    should_stop: Callable[[], bool],
) -> SignalAttribution | None:
    """Explain one stretch of a signal.

    Of each channel in turn, each slice of time and those beside it are flattened to the channel's mean, and the whole
    is encoded as it would be live.

    Source: a sliding occluder as in Zeiler and Fergus, "Visualizing and Understanding Convolutional Networks", 2014,
    section 4.2, over the numbers of a signal instead of a picture.

    Args:
        encoder: The signal's encoder, in evaluation mode.
        target: What the signal is measured by.
        values: (T, C) float32.
        device: Where the encoder is.
        should_stop: Asked before each step; True ends the work.

    Returns:
        The grid, or None when stopped.
    """
    moments, channels = values.shape
    count = min(SLICES, moments)
    edges = np.linspace(0, moments, count + 1).round().astype(int)
    means = values.mean(axis=0)
    variants = [values]
    for channel in range(channels):
        for piece in range(count):
            varied = values.copy()
            varied[edges[max(0, piece - _REACH)] : edges[min(count, piece + _REACH + 1)], channel] = means[channel]
            variants.append(varied)
    found = measured(encoder, target, map(encoder.prepare, variants), device, _BATCH, should_stop)
    if found is None:
        return None
    grid = target.change(found[0], found[1:]).numpy().reshape(channels, count).astype(np.float32)
    return SignalAttribution(grid, tuple(int(edge) for edge in edges), values)
