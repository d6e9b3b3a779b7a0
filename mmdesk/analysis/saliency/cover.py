"""Which places of a picture speak for the answer, for any encoder: each in turn is blurred away."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from mmdesk.analysis.saliency.occlusion import measured
from mmdesk.analysis.saliency.target import AttributionTarget
from mmdesk.core.explanation import ImageAttribution
from mmdesk.models.encoders.base import Encoder

PLACES = 8
"""So many places stand along each side of the central square."""
_REACH = 1
_BLUR_SHARE = 1 / 6
_BATCH = 8


def explain_by_cover(
    encoder: Encoder,
    target: AttributionTarget,
    frame_rgb: NDArray[np.uint8],
    device: torch.device,
    should_stop: Callable[[], bool],
) -> ImageAttribution | None:
    """Explain one picture by what the encoder makes of it with a patch of three by three places blurred.

    Nothing is asked of the encoder but `Encoder.prepare` and an answer: no gradients, no shape of its inputs.

    Source: a sliding occluder as in Zeiler and Fergus, "Visualizing and Understanding Convolutional Networks", 2014,
    section 4.2; with a blur in place of their grey, as in `saliency.image`.

    Args:
        encoder: The image encoder, in evaluation mode.
        target: What the picture is measured by.
        frame_rgb: (H, W, 3) uint8.
        device: Where the encoder is.
        should_stop: Asked before each step; True ends the work.

    Returns:
        The heat, or None when stopped.
    """
    height, width = frame_rgb.shape[:2]
    side = min(height, width)
    blurred = cv2.GaussianBlur(frame_rgb, (0, 0), sigmaX=max(1.0, side * _BLUR_SHARE))
    top, left = (height - side) // 2, (width - side) // 2
    edges = np.linspace(0, side, PLACES + 1).round().astype(int)

    def covered(row: int, column: int) -> NDArray[np.uint8]:
        rows = slice(top + edges[max(0, row - _REACH)], top + edges[min(PLACES, row + _REACH + 1)])
        columns = slice(left + edges[max(0, column - _REACH)], left + edges[min(PLACES, column + _REACH + 1)])
        varied = frame_rgb.copy()
        varied[rows, columns] = blurred[rows, columns]
        return varied

    places = [(row, column) for row in range(PLACES) for column in range(PLACES)]
    variants = (frame_rgb, *(covered(*place) for place in places), blurred)
    values = measured(encoder, target, map(encoder.prepare, variants), device, _BATCH, should_stop)
    if values is None:
        return None
    changes = target.change(values[0], values[1:-1]).numpy().reshape(PLACES, PLACES).astype(np.float32)
    scale = float(np.abs(changes).max())
    heat = changes / scale if scale > 0 else changes
    return ImageAttribution(heat, scale, float(target.change(values[0], values[-1])), (2 * _REACH + 1) / PLACES)
