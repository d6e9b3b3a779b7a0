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

from mmdesk.core.frame import central_square


class Fit(Protocol):
    """Makes an (H, W, 3) uint8 picture (height, width, 4): blue, green, red, 255; darker outside its square."""

    def __call__(
        self, frame_rgb: NDArray[np.uint8], width: int, height: int, *, mirrored: bool, light_outside: float
    ) -> NDArray[np.uint8]: ...


_fits: list[Fit] = []


def fit_with(fit: Fit) -> None:
    """Let pictures be fitted by this from now on; without, Qt does it."""
    _fits[:] = [fit]


def fitted_image(frame_rgb: NDArray[np.uint8], size: QSize, *, mirrored: bool, light_outside: float) -> QImage:
    """Return an (H, W, 3) uint8 picture in another size (pixels), as screens have it.

    Args:
        frame_rgb: The picture.
        size: At least 1 by 1.
        mirrored: Whether left and right are swapped.
        light_outside: Factor of the levels outside the central square, in [0, 1].
    """
    if _fits:
        pixels = _fits[0](frame_rgb, size.width(), size.height(), mirrored=mirrored, light_outside=light_outside)
        return QImage(pixels.data, size.width(), size.height(), pixels.strides[0], QImage.Format.Format_RGB32).copy()
    height, width, _ = frame_rgb.shape
    image = QImage(frame_rgb.data, width, height, frame_rgb.strides[0], QImage.Format.Format_RGB888)
    image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    if mirrored:
        image = image.flipped(Qt.Orientation.Horizontal)
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    top, left, side = central_square(size.height(), size.width())
    painter = QPainter(image)
    painter.setClipRegion(QRegion(image.rect()).subtracted(QRect(left, top, side, side)))
    painter.fillRect(image.rect(), QColor(0, 0, 0, round(255 * (1 - light_outside))))
    painter.end()
    return image
