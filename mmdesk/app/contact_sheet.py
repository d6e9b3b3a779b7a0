"""A picture of a few samples of a data set, each as it is and as training varies it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageWriter, QPainter, QTextOption

from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.output import GENERATOR, writing
from mmdesk.core.sound_display import SoundAnalyser
from mmdesk.training.augmentation import Augmentation
from mmdesk.training.dataset import Dataset, Sample
from mmdesk.training.media import raw_of
from mmdesk.ui.fonts import font_families

_CELL_PX = 190
_LABEL_PX = 120
_TEXT_PX = 300
_GAP_PX = 10
_HEADING_PX = 46
_SOFTEST_DB, _LOUDEST_DB = -80.0, -10.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one cell: a picture, or words; faint ones say that something is missing."""

    picture: NDArray[np.uint8] | None = None
    words: str = ""
    is_faint: bool = False


def write_contact_sheet(dataset: Dataset, augmentation: Augmentation, out: Path, *, count: int, seed: int) -> None:
    """Draw samples of as many classes as there is room for; on the GUI thread, or any in a program without one.

    Args:
        dataset: Where the samples come from.
        augmentation: What varies them.
        out: A PNG or JPEG file to be.
        count: How many rows.
        seed: Chooses samples and variations.

    Raises:
        MediaError: If a chosen file cannot be read.
        MmdeskError: If the picture cannot be written.
    """
    rng = np.random.default_rng(seed)
    rows = [_row(sample, dataset.inputs, augmentation, rng) for sample in choose_samples(dataset, count, rng)]
    application = _application()
    sheet = _draw(
        f"{dataset.name}: {len(dataset.samples)} samples in {len(dataset.labels)} classes", dataset.inputs, rows
    )
    content = _encoded(sheet, out.suffix.removeprefix(".").lower())
    del application
    with writing(out):
        out.write_bytes(content)


def _encoded(sheet: QImage, kind: str) -> bytes:
    # Not by Qt's own file: it cannot be given a name that is not UTF-8.
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind.encode())).write(sheet)
    return bytes(content.data())


def choose_samples(dataset: Dataset, count: int, rng: np.random.Generator) -> list[Sample]:
    """Choose up to ``count`` samples, one of each class in turn before a second of any; sorted by class."""
    by_label: dict[str, list[int]] = {}
    for index, sample in enumerate(dataset.samples):
        by_label.setdefault(sample.label, []).append(index)
    queues = [list(rng.permutation(indices)) for indices in by_label.values()]
    order = [queues[place] for place in rng.permutation(len(queues))]
    chosen: list[int] = []
    while len(chosen) < min(count, len(dataset.samples)):
        for queue in order:
            if queue and len(chosen) < count:
                chosen.append(int(queue.pop()))
    samples = [dataset.samples[index] for index in chosen]
    return sorted(samples, key=lambda sample: sample.label)


def _row(sample: Sample, inputs: Sequence[Input], augmentation: Augmentation, rng: np.random.Generator) -> list[_Cell]:
    cells = [_Cell(words=sample.label)]
    for one in inputs:
        if one not in sample.values:
            cells += [_Cell(words=f"no {one.name}", is_faint=True)] * 2
            continue
        raw = raw_of(one.kind, sample.values[one])
        cells += [_drawn(one.kind, each) for each in (raw, augmentation.apply(one.kind, raw, rng))]
    return cells


def _drawn(kind: str, raw: Any) -> _Cell:
    if kind in CELLS:
        return CELLS[kind](raw)
    return _Cell(words=raw) if isinstance(raw, str) else _Cell(picture=signal_picture(raw))


def _picture(frame_rgb: NDArray[np.uint8]) -> _Cell:
    return _Cell(picture=_small(frame_rgb))


def _sound(wave_mono: NDArray[np.float32]) -> _Cell:
    return _Cell(picture=mel_picture(wave_mono), words=f"{len(wave_mono) / SAMPLE_RATE_HZ:.1f} s")


CELLS: dict[str, Callable[[Any], _Cell]] = {Modality.IMAGE: _picture, Modality.AUDIO: _sound}
"""What draws each kind of input; texts are written, and what plug-ins bring is drawn as curves."""


def signal_picture(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Curves (_CELL_PX, _CELL_PX, 3) uint8 RGB of a signal (T, C): time to the right, a curve for each channel."""
    picture = np.full((_CELL_PX, _CELL_PX, 3), 12, np.uint8)
    low, high = float(values.min()), float(values.max())
    x = np.linspace(2, _CELL_PX - 3, len(values))
    for channel, column in enumerate(values.T):
        y = _CELL_PX - 3 - (column - low) / max(high - low, 1e-12) * (_CELL_PX - 5)
        points = np.stack([x, y], axis=1).round().astype(np.int32)
        light = 255 - 55 * (channel % 3)
        cv2.polylines(picture, [points], False, (light, light, light), 1, cv2.LINE_AA)
    return picture


def mel_picture(wave_mono: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Log-mel picture (_CELL_PX, _CELL_PX, 3) uint8 RGB of a sound: time to the right, high tones on top."""
    columns = SoundAnalyser().analyse(wave_mono).columns_db
    if not len(columns):
        columns = np.full((1, 64), _SOFTEST_DB, np.float32)
    shares = (columns.T[::-1] - _SOFTEST_DB) / (_LOUDEST_DB - _SOFTEST_DB)
    grey = (255 * shares.clip(0, 1)).astype(np.uint8)
    sized = cv2.resize(grey, (_CELL_PX, _CELL_PX), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(cv2.applyColorMap(sized, cv2.COLORMAP_MAGMA), cv2.COLOR_BGR2RGB), np.uint8)


def _small(frame_rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture with its longer side as long as a cell."""
    scale = _CELL_PX / max(frame_rgb.shape[:2])
    size = tuple(max(1, round(side * scale)) for side in frame_rgb.shape[1::-1])
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(frame_rgb, size, interpolation=how), np.uint8)


def _application() -> QGuiApplication:
    """The running application, or one without windows: letters are drawn by Qt, which has them for every script."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(sys.argv[:1])


def _draw(title: str, inputs: Sequence[Input], rows: list[list[_Cell]]) -> QImage:
    headings = ["", *(words for one in inputs for words in (one.name, "varied"))]
    widths = [_LABEL_PX, *(_CELL_PX if one.kind in CELLS else _TEXT_PX for one in inputs for _ in range(2))]
    width = sum(widths) + _GAP_PX * (len(widths) + 1)
    height = 2 * _HEADING_PX + len(rows) * (_CELL_PX + _GAP_PX) + _GAP_PX
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#15181d"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _write(painter, QRect(_GAP_PX, 0, width - 2 * _GAP_PX, _HEADING_PX), title, size_px=22, is_bold=True)
    for row, cells in enumerate([[_Cell(words=heading, is_faint=True) for heading in headings], *rows]):
        left = _GAP_PX
        top = _HEADING_PX if row == 0 else 2 * _HEADING_PX + (row - 1) * (_CELL_PX + _GAP_PX)
        for cell, cell_width in zip(cells, widths, strict=True):
            box = QRect(left, top, cell_width, _HEADING_PX if row == 0 else _CELL_PX)
            _draw_cell(painter, box, cell, is_label=row > 0 and left == _GAP_PX)
            left += cell_width + _GAP_PX
    painter.end()
    sheet.setText("Software", GENERATOR)
    return sheet


def _draw_cell(painter: QPainter, box: QRect, cell: _Cell, is_label: bool) -> None:
    if cell.picture is None:
        _write(painter, box, cell.words, size_px=18, is_bold=is_label, is_faint=cell.is_faint)
        return
    pixels = np.ascontiguousarray(cell.picture)
    height, width = pixels.shape[:2]
    # QImage only points at the array, which must stay until it is drawn.
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    painter.drawImage(box.x() + (box.width() - width) // 2, box.y() + (box.height() - height) // 2, image)
    if cell.words:
        corner = QRect(box.x() + 6, box.bottom() - 24, box.width() - 12, 22)
        _write(painter, corner, cell.words, size_px=14, is_bold=True)


def _write(
    painter: QPainter, box: QRect, words: str, *, size_px: int, is_bold: bool = False, is_faint: bool = False
) -> None:
    font = QFont()
    font.setFamilies(font_families())
    font.setPixelSize(size_px)
    font.setBold(is_bold)
    painter.setFont(font)
    painter.setPen(QColor("#8b95a5" if is_faint else "#f2f4f8"))
    option = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    painter.drawText(QRectF(box), words if len(words) <= 160 else words[:159] + "…", option)
