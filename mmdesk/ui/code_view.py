"""A QR code as telephones read it: whole pixels, black on white in every theme, white around it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.take_away import Matrix
from mmdesk.ui.spoken import show_as

_QUIET = 4
"""White modules around a code (ISO/IEC 18004, 9.1)."""
_LEAST_PX = 320
_BLACK, _WHITE = "#000000", "#ffffff"


def draw_code(painter: QPainter, matrix: Matrix, area: QRectF, ratio: float) -> None:
    """Draw a code into the middle of an area, as large as whole pixels a module let it be.

    Args:
        painter: With the widget's own coordinates.
        matrix: The code; not empty.
        area: Where there is room, in logical pixels.
        ratio: Pixels of the screen per logical pixel.
    """
    modules = len(matrix) + 2 * _QUIET
    module = max(1, int(min(area.width(), area.height()) * ratio) // modules) / ratio
    side = module * modules
    # On whole pixels, too, where it begins: a module of two shades of grey on each side is a smaller one.
    left, top = (int((edge - side / 2) * ratio) / ratio for edge in (area.center().x(), area.center().y()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.translate(left, top)
    painter.scale(module, module)
    painter.fillRect(0, 0, modules, modules, QColor(_WHITE))
    for y, row in enumerate(matrix, start=_QUIET):
        for x, dark in enumerate(row, start=_QUIET):
            if dark:
                painter.fillRect(x, y, 1, 1, QColor(_BLACK))
    painter.restore()


class CodeView(QWidget):
    """Draws a QR code as large as it has room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.Graphic)
        self._matrix: Matrix = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST_PX, _LEAST_PX)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_PX + 100, _LEAST_PX + 100)

    def show_code(self, matrix: Matrix) -> None:
        """Show a code; an empty one shows none."""
        self._matrix = matrix
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._matrix:
            draw_code(QPainter(self), self._matrix, QRectF(self.rect()), self.devicePixelRatioF())
