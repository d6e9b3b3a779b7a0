"""Pictures of a camera at the size in which they are shown, so that drawing one is a copy.

Qt shares out the drawing of what is scaled, smooth or translucent to a pool of threads, and whoever draws waits for
them with Python's interpreter lock in hand; on a busy computer the pool takes its time, and all Python threads wait.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion


class Fit(Protocol):
    """Makes an (H, W, 3) uint8 picture (height, width, 4): blue, green, red, 255; darker outside what is bright."""

    def __call__(
        self,
        frame_rgb: NDArray[np.uint8],
        width: int,
        height: int,
        *,
        mirrored: bool,
        bright: tuple[int, int, int, int],
        light_outside: float,
    ) -> NDArray[np.uint8]: ...


_fits: list[Fit] = []


def fit_with(fit: Fit) -> None:
    """Let pictures be fitted by this from now on; without, Qt does it."""
    _fits[:] = [fit]


def fitted_image(
    frame_rgb: NDArray[np.uint8], size: QSize, *, mirrored: bool, bright: QRect, light_outside: float
) -> QImage:
    """Return an (H, W, 3) uint8 picture in another size (pixels), as screens have it.

    Args:
        frame_rgb: The picture.
        size: At least 1 by 1.
        mirrored: Whether left and right are swapped.
        bright: What stays as light as it is, in pixels of the screen.
        light_outside: Factor of the levels everywhere else, in [0, 1].
    """
    width, height = size.width(), size.height()
    if _fits:
        edges = (bright.left(), bright.top(), bright.right() + 1, bright.bottom() + 1)
        pixels = _fits[0](frame_rgb, width, height, mirrored=mirrored, bright=edges, light_outside=light_outside)
        return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB32).copy()
    high, wide, _ = frame_rgb.shape
    image = QImage(frame_rgb.data, wide, high, frame_rgb.strides[0], QImage.Format.Format_RGB888)
    image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    if mirrored:
        image = image.flipped(Qt.Orientation.Horizontal)
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setClipRegion(QRegion(image.rect()).subtracted(bright))
    painter.fillRect(image.rect(), QColor(0, 0, 0, round(255 * (1 - light_outside))))
    painter.end()
    return image
