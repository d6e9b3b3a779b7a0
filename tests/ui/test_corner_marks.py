"""Corners that are kept as pictures look as if they were drawn."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from mmdesk.ui.corner_marks import CornerMarks

AREA = QRectF(10, 6, 120, 90)


def _mark(painter: QPainter, area: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(200, 60, 20, 130), 5))
    inside = area.adjusted(4, 4, -4, -4)
    for corner in (inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight()):
        painter.drawLine(corner, corner + (area.center() - corner) / 4)


def _drawn(ratio: float, draw: object) -> np.ndarray:
    image = QImage(int(140 * ratio), int(110 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_corners_are_copied_as_they_would_be_drawn(ratio: float) -> None:
    marks = CornerMarks()
    directly = _drawn(ratio, lambda painter: _mark(painter, AREA))
    for _ in range(2):
        copied = _drawn(ratio, lambda painter: marks.draw(painter, AREA, 35, "look", _mark))
        assert np.abs(copied - directly).max() <= 2


def test_they_are_drawn_once_until_their_look_changes() -> None:
    marks, areas = CornerMarks(), []

    def mark(painter: QPainter, area: QRectF) -> None:
        areas.append(area)

    for look in ("blue", "blue", "grey"):
        _drawn(1.0, lambda painter, look=look: marks.draw(painter, AREA, 20, look, mark))
    assert areas == [AREA] * 8  # four corners, twice
