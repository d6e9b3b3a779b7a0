"""What a widget shows as a picture in a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect
from PySide6.QtGui import QImage, QImageWriter, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from mmdesk.core.errors import MmdeskError
from mmdesk.core.output import unwritable
from mmdesk.core.problem import Problem
from mmdesk.ui.rest_while_covered import picture_of, wake

PICTURE_SUFFIXES = (".png", ".svg")
_READERS_FONTS = ",Inter,Segoe UI,Noto Sans,DejaVu Sans,Noto Sans CJK SC,Microsoft YaHei UI,PingFang SC,sans-serif"


def save_widget(widget: QWidget, path: Path) -> None:
    """Write a widget as a picture, at once; see `drawn`.

    Raises:
        MmdeskError: As `drawn`, and when the file cannot be written.
    """
    write_file(path, drawn(widget, path)())


def drawn(widget: QWidget, path: Path) -> Callable[[], bytes]:
    """Draw a widget with everything in it: in its own pixels for .png, in lines and letters for .svg.

    Words in an .svg are drawn with the reader's fonts. GUI thread only.

    Returns:
        What encodes the picture; any thread may call it.

    Raises:
        MmdeskError: For another suffix than the two of ``path``, or for a widget without a size.
    """
    suffix = path.suffix.lower()
    if suffix not in PICTURE_SUFFIXES:
        raise MmdeskError(Problem("picture.suffix", name=path.name))
    if widget.size().isEmpty():
        raise MmdeskError(Problem("picture.empty"))
    if suffix == ".svg":
        content = _svg(widget)
        return lambda: content
    image = picture_of(widget)
    return lambda: png_bytes(image)


def png_bytes(image: QImage) -> bytes:
    """Return a picture as a PNG file's content.

    Raises:
        MmdeskError: For an empty picture.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.isNull() or not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise MmdeskError(Problem("picture.empty"))
    return bytes(content.data())


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file.

    Raises:
        OutputError: When that cannot be done.
    """
    try:
        path.write_bytes(content)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        raise unwritable(path, error) from error


def _svg(widget: QWidget) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(0, 0), widget.size()))
    generator.setResolution(widget.logicalDpiX())
    generator.setTitle(widget.accessibleName() or "mmdesk")
    painter = QPainter(generator)
    # What shows through the corners of a card is its window; a picture of its own has nothing behind it.
    painter.fillRect(widget.rect(), widget.palette().window())
    flags = QWidget.RenderFlag.DrawWindowBackground | QWidget.RenderFlag.DrawChildren
    wake(widget)
    widget.render(painter, QPoint(), QRegion(), flags)
    painter.end()
    buffer.close()
    # Whoever reads the file need not have the fonts of this window.
    return re.sub(rb'( font-family="[^"]*)"', rb"\1" + _READERS_FONTS.encode() + b'"', bytes(content.data()))
