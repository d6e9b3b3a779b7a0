"""What stands in the four corners of an area that is drawn over and over: drawn once, and copied."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter


class CornerMarks:
    """Four corners of one size, with nothing between them."""

    def __init__(self) -> None:
        self._key: Hashable = None
        self._corners: list[tuple[QPointF, QImage]] = []

    def draw(
        self, painter: QPainter, area: QRectF, reach: float, look: Hashable, mark: Callable[[QPainter, QRectF], None]
    ) -> None:
        """Draw the corners of an area.

        Args:
            painter: Of a widget.
            area: In the widget's coordinates.
            reach: How far a corner reaches into the area along both edges.
            look: Whatever else the marks depend on: when it is another, they are drawn anew.
            mark: Draws all four marks of the area it is given.
        """
        ratio = painter.device().devicePixelRatioF()
        key = (area.left(), area.top(), area.width(), area.height(), reach, ratio, look)
        if key != self._key:
            self._key, self._corners = key, self._drawn(area, reach, ratio, mark)
        smooth = painter.testRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # pixel upon pixel
        for place, image in self._corners:
            painter.drawImage(place, image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)

    @staticmethod
    def _drawn(
        area: QRectF, reach: float, ratio: float, mark: Callable[[QPainter, QRectF], None]
    ) -> list[tuple[QPointF, QImage]]:
        around = area.toAlignedRect()
        size = QSize(min(int(reach) + 1, (around.width() + 1) // 2), min(int(reach) + 1, (around.height() + 1) // 2))
        found = []
        for x in (around.left(), around.right() + 1 - size.width()):
            for y in (around.top(), around.bottom() + 1 - size.height()):
                corner = QRect(x, y, size.width(), size.height())
                image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
                image.setDevicePixelRatio(ratio)
                image.fill(Qt.GlobalColor.transparent)
                painter = QPainter(image)
                painter.translate(-corner.left(), -corner.top())
                mark(painter, area)
                painter.end()
                found.append((QPointF(corner.topLeft()), image))
        return found
