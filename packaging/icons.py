"""Draws the icons for Windows, macOS and the README from the vector drawing: ``python packaging/icons.py``.

Writes ``packaging/installer/mmdesk.ico``, ``packaging/installer/mmdesk.icns`` and ``resources/icons/mmdesk.png`` from
``resources/icons/mmdesk.svg``. To be run when the drawing has changed.
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
DRAWING = ROOT / "resources" / "icons" / "mmdesk.svg"
INSTALLER = ROOT / "packaging" / "installer"
_ICO_PX = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_LARGEST_PX = 1024


def drawn(size_px: int) -> Image.Image:
    """The drawing, size_px wide and high, on nothing."""
    canvas = QImage(size_px, size_px, QImage.Format.Format_RGBA8888)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size_px, size_px), bytes(canvas.constBits()))


def main() -> None:
    """Draw every size by itself, so that the small ones stay sharp."""
    application = QGuiApplication([])
    sizes = [drawn(size) for size in _ICO_PX]
    largest = max(_ICO_PX)
    sizes[-1].save(INSTALLER / "mmdesk.ico", sizes=[(size, size) for size in _ICO_PX], append_images=sizes[:-1])
    drawn(_LARGEST_PX).save(INSTALLER / "mmdesk.icns", append_images=sizes)
    drawn(largest).save(ROOT / "resources" / "icons" / "mmdesk.png", optimize=True)
    application.quit()


if __name__ == "__main__":
    main()
