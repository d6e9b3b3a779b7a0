"""Small pictures of samples: the picture itself, the sound as a spectrogram, the text as it stands."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPixmap

from mmdesk.core.inputs import Input
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.sound_display import MEL_BANDS, SoundAnalyser
from mmdesk.core.teaching import Content, TaughtSample
from mmdesk.ui.theme import DARK, Look, spectrogram_table

_LOUD_DB, _QUIET_DB = -18.0, -80.0
_BAND = 0.24
_MOST_KEPT = 4000
_MOST_WORDS = 500
"""Characters of a text that are drawn or told; a text file may hold many more in one line."""


def spectrogram(wave_mono: NDArray[np.float32], look: Look, index: int) -> QImage:
    """Draw a sound of (N,) samples as a log-mel spectrogram, low tones at the bottom, in an input's colour."""
    padded = np.concatenate([wave_mono, np.zeros(SAMPLE_RATE_HZ // 20, np.float32)])
    columns = SoundAnalyser().analyse(padded).columns_db
    levels = np.clip((columns - _QUIET_DB) * (255.0 / (_LOUD_DB - _QUIET_DB)), 0, 255).astype(np.uint8)
    pixels = np.ascontiguousarray(levels.T[::-1])
    count = pixels.shape[1]
    image = QImage(pixels.data, count, MEL_BANDS, count, QImage.Format.Format_Indexed8)
    image.setColorTable(spectrogram_table(look.theme, index))
    return image.convertToFormat(QImage.Format.Format_RGB32)  # a copy: the pixels go


def picture(frame_rgb: NDArray[np.uint8], side_px: int) -> QImage:
    """Return the central square of an (H, W, 3) picture at a size."""
    height, width, _ = frame_rgb.shape
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = np.ascontiguousarray(frame_rgb[top : top + side, left : left + side])
    image = QImage(square.data, side, side, 3 * side, QImage.Format.Format_RGB888)
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(side_px, side_px, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def words_in(sample: TaughtSample) -> str:
    """The texts of a sample, a line each, a long one cut; empty for one without."""
    return "\n".join(shortened(each, _MOST_WORDS) for each in sample.inputs.values() if isinstance(each, str))


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters, with an ellipsis where that is not all."""
    return text if len(text) <= most else text[: most - 1] + "…"


class SamplePictures:
    """Makes a square picture of each sample once, and keeps it until the look changes. The GUI thread owns it."""

    def __init__(self) -> None:
        self._look = Look(DARK, 1.0)
        self._inputs: tuple[Input, ...] = ()
        self._made: dict[tuple[str, int], QPixmap] = {}

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        if look != self._look:
            self._look = look
            self._made.clear()

    def set_inputs(self, inputs: Sequence[Input]) -> None:
        """The inputs that samples may hold, in the order that gives their colours."""
        if tuple(inputs) != self._inputs:
            self._inputs = tuple(inputs)
            self._made.clear()

    def forget(self) -> None:
        """Keep no picture of anybody."""
        self._made.clear()

    def of(self, sample: TaughtSample, side_px: int) -> QPixmap:
        """Return a sample's picture, ``side_px`` wide and high."""
        key = (sample.id, side_px)
        if key not in self._made:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            self._made[key] = self._drawn(sample, side_px)
        return self._made[key]

    def _drawn(self, sample: TaughtSample, side_px: int) -> QPixmap:
        found = QPixmap(side_px, side_px)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area, radius = QRectF(0, 0, side_px, side_px), max(3.0, side_px / 16)
        frame = QPainterPath()
        frame.addRoundedRect(area, radius, radius)
        painter.setClipPath(frame)
        painter.fillRect(area, QColor(self._look.theme.screen))
        held = [(index, sample.inputs[one.name]) for index, one in enumerate(self._inputs) if one.name in sample.inputs]
        pictures = [np.asarray(each, np.uint8) for _, each in held if not isinstance(each, str) and each.ndim > 1]
        others = [(index, content) for index, content in held if isinstance(content, str) or content.ndim == 1]
        if pictures:
            width = side_px / len(pictures)
            for place, frame_rgb in enumerate(pictures):
                shrunk = picture(frame_rgb, side_px)
                painter.drawImage(QRectF(place * width, 0, width, side_px), shrunk, self._middle(side_px, width))
        room = area if not pictures else QRectF(0, side_px * (1 - _BAND * len(others)), side_px, side_px * _BAND)
        height = room.height() if pictures else side_px / max(1, len(others))
        for place, (index, content) in enumerate(others):
            strip = QRectF(0, room.top() + place * height, side_px, height)
            self._draw_other(painter, strip, index, content, over=bool(pictures))
        painter.end()
        return found

    @staticmethod
    def _middle(side_px: int, width: float) -> QRectF:
        return QRectF((side_px - width) / 2, 0, width, side_px)

    def _draw_other(self, painter: QPainter, strip: QRectF, index: int, content: Content, *, over: bool) -> None:
        if not isinstance(content, str):
            painter.drawImage(strip, spectrogram(np.asarray(content, np.float32), self._look, index))
            return
        theme = self._look.theme
        ground = QColor(theme.screen)
        ground.setAlpha(215 if over else 255)
        painter.fillRect(strip, ground)
        font = self._look.font(15, QFont.Weight.DemiBold)
        font.setPixelSize(max(8, round(min(strip.height() * 0.62, strip.width() * 0.17))))
        painter.setFont(font)
        painter.setPen(QColor(theme.colour_of(index)))
        room = strip.adjusted(3, 0, -3, 0)
        short = painter.fontMetrics().elidedText(
            shortened(content, _MOST_WORDS), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, short)
