"""What a widget draws, as an array."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


def pixels(image: QImage) -> NDArray[np.uint8]:
    """Return a picture as (H, W, 3) uint8 RGB."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def pixels_of(widget: QWidget) -> NDArray[np.uint8]:
    """Return what a widget draws now as (H, W, 3) uint8 RGB."""
    return pixels(widget.grab().toImage())
