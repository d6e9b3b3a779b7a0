"""A camera's picture, made the size in which it is shown."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mmdesk.sources.capture import load_cv2


def fitted(
    frame_rgb: NDArray[np.uint8],
    width: int,
    height: int,
    *,
    mirrored: bool,
    bright: tuple[int, int, int, int],
    light_outside: float,
) -> NDArray[np.uint8]:
    """Return an (H, W, 3) uint8 picture as (height, width, 4) uint8: blue, green, red and 255, as screens have it.

    Bilinear, as Qt draws it, but without the interpreter lock, so that no thread waits for it.

    Args:
        frame_rgb: The picture.
        width: Pixels of the screen, 1 or more.
        height: Pixels of the screen, 1 or more.
        mirrored: Whether left and right are swapped.
        bright: Left, top, right and bottom, in pixels of the screen, of what stays as light as it is; right and bottom
            are outside.
        light_outside: Factor of the levels everywhere else, in [0, 1].
    """
    cv2 = load_cv2()
    sized = cv2.resize(frame_rgb, (width, height), interpolation=cv2.INTER_LINEAR)
    shown: NDArray[np.uint8] = cv2.cvtColor(cv2.flip(sized, 1) if mirrored else sized, cv2.COLOR_RGB2BGRA)
    left, top, right, bottom = bright
    for beside in (shown[:top], shown[bottom:], shown[top:bottom, :left], shown[top:bottom, right:]):
        colours = beside[..., :3]
        np.multiply(colours, light_outside, out=colours, casting="unsafe")
    return shown
