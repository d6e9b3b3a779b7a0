"""Looks at the stage for the audience as an eye does that is 8 m away from a picture 2 m wide.

Run `QT_QPA_PLATFORM=offscreen python -m tests.e2e.stage_legibility FOLDER [PART-OF-A-NAME …]`. It puts the answer's
scene on the stage in every form, theme and language, writes each picture at one pixel per minute of arc (what an eye of
normal acuity resolves) into the folder, to be opened and read, and ends with status 1 where a first line is too small
or too faint: the answer, how sure it is, and who helped or misled.

What is asked for: ISO 9241-3, "Visual display requirements", 1992: capitals at least 16 minutes of arc high, 20 to 22
preferred, and a luminance contrast of at least 3:1. It is measured on the picture's own pixels: the ink's height where
a word stands, and the contrast that is left once each minute of arc has become one value. As "2 m wide" the longer side
counts, so that a picture that is higher than wide is no larger than one that is wider.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import atan, degrees
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from mmdesk.core.frame import Frame
from mmdesk.core.live_stats import ModelState
from mmdesk.core.sound_display import SoundAnalyser
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.language import install_language
from mmdesk.ui.theme import DARK, LIGHT, Theme
from mmdesk.ui.words import input_name
from tests.ui import gallery
from tests.ui.planted_insight import seen

PICTURE_M, DISTANCE_M = 2.0, 8.0
LEAST_ARCMIN = 16.0
LEAST_CONTRAST = 3.0
SIZES = {
    "wide": (1920, 1080),
    "laptop": (1366, 768),
    "square": (1024, 768),
    "vga": (640, 480),
    "upright": (1080, 1920),
    "booth": (800, 480),
}
LANGUAGES = ("en", "de", "es", "zh_CN")
THEMES = {"dark": DARK, "light": LIGHT}
_HALF = 0.5


def arcminutes(size_px: float, picture_px: int, picture_m: float = PICTURE_M, distance_m: float = DISTANCE_M) -> float:
    """Return the visual angle of something in the middle of a picture whose longer side is so long, in minutes."""
    return 60 * degrees(2 * atan(size_px / picture_px * picture_m / 2 / distance_m))


@dataclass(frozen=True, slots=True)
class Line:
    """Words as they were painted.

    Attributes:
        words: What.
        font: In which type.
        area: Where their ink lies, in the window's pixels.
    """

    words: str
    font: QFont
    area: QRect


@contextmanager
def _painted() -> Iterator[list[tuple[str, QFont, QRectF]]]:
    """Note what is painted, in which type, and in which area of its widget."""
    found: list[tuple[str, QFont, QRectF]] = []
    draw = QPainter.drawText

    def draw_text(painter: QPainter, *arguments: Any) -> Any:
        words = next((each for each in arguments if isinstance(each, str)), "")
        if isinstance(arguments[0], QRectF):
            # With flags Qt tells where the words lie without drawing them; their ink is less than that.
            flags = int(getattr(arguments[1], "value", arguments[1]))
            area, metrics = QRectF(painter.boundingRect(arguments[0], flags, words)), QFontMetricsF(painter.font())
            ink = metrics.tightBoundingRect(words).translated(area.left(), area.top() + metrics.ascent())
            found.append((words, QFont(painter.font()), ink.adjusted(-2, -2, 2, 2)))
        return draw(painter, *arguments)

    QPainter.drawText = draw_text  # type: ignore[method-assign, assignment]
    try:
        yield found
    finally:
        QPainter.drawText = draw  # type: ignore[method-assign]


def first_lines(window: AudienceWindow) -> list[Line]:
    """Return the answer, how sure it is, and each input's sentence, as they are painted now.

    Raises:
        ValueError: Some of it is not painted as a whole.
    """
    board = window.board
    with _painted() as painted:
        board.grab()
    told = window.words
    wanted = [told.headline(), told.detail()]
    for one in told.inputs:
        wanted += [input_name(one), told.row(one).effect]
    lines = []
    for words, font, area in painted:
        if words and any(words in each for each in wanted):
            place = area.translated(board.mapTo(window, board.rect().topLeft()).toPointF())
            lines.append(Line(words, font, place.toAlignedRect()))
    missing = [
        each for each in wanted if each.replace(" ", "") not in "".join(line.words for line in lines).replace(" ", "")
    ]
    if missing:
        raise ValueError(f"not painted as a whole: {missing}")
    return lines


def luminance_of(image: QImage) -> NDArray[np.float64]:
    """Return relative luminance (H, W) in [0, 1] of a picture in sRGB (IEC 61966-2-1)."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    shares = pixels[:, : image.width(), 2::-1] / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def resampled(values: NDArray[np.float64], step: float) -> NDArray[np.float64]:
    """Return the means of (H, W) over squares of ``step`` × ``step``, of parts of pixels as well."""
    for axis in (0, 1):
        values = np.moveaxis(values, axis, 0)
        count = max(1, int(values.shape[0] / step))
        edges = np.minimum(np.arange(count + 1) * step, values.shape[0])
        sums = np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
        low = edges.astype(int)
        part = (edges - low)[:, None]
        upto = sums[low] + part * (sums[np.minimum(low + 1, values.shape[0])] - sums[low])
        values = np.moveaxis(np.diff(upto, axis=0) / np.diff(edges)[:, None], 0, axis)
    return values


def as_seen(luminance: NDArray[np.float64], picture_px: int) -> NDArray[np.float64]:
    """Return a picture's luminance at one value per minute of arc."""
    return resampled(luminance, 1 / arcminutes(1.0, picture_px))


def ink_px(luminance: NDArray[np.float64], area: QRect) -> int:
    """Return how high the ink is that stands in an area, in pixels: rows that differ from the ground by half."""
    part = luminance[max(0, area.top()) : area.bottom() + 1, max(0, area.left()) : area.right() + 1]
    ground = np.median(np.concatenate([part[0], part[-1]]))  # beyond the ink on all sides
    off = np.abs(part - ground)
    rows = np.flatnonzero((off > _HALF * off.max()).any(axis=1))
    return int(rows[-1] - rows[0] + 1) if len(rows) else 0


def contrast_of(seen_luminance: NDArray[np.float64], area: QRect, step: float) -> float:
    """Return the contrast of ink and ground that is left in an area of what is seen, as ISO 9241-3 reckons it."""
    top, left = int(area.top() / step), int(area.left() / step)
    part = seen_luminance[max(0, top) : int(area.bottom() / step) + 1, max(0, left) : int(area.right() / step) + 1]
    # What a room's light adds to black: 5 % flare, so that black on a projector is not taken for none.
    return float((np.percentile(part, 98) + 0.05) / (np.percentile(part, 2) + 0.05))


def capital_px(line: Line) -> float:
    """Return how high a capital of a line's type is by its metrics; of Chinese characters, how high they are."""
    metrics = QFontMetricsF(line.font)
    if any("\u4e00" <= character <= "\u9fff" for character in line.words):
        return float(metrics.tightBoundingRect(line.words).height())
    return float(metrics.capHeight())


def complaints(window: AudienceWindow) -> tuple[list[str], float]:
    """Return what is wrong with the first lines of what a window shows, and the height of its smallest capital."""
    image = window.grab().toImage()
    picture_px = max(image.width(), image.height())
    luminance = luminance_of(image)
    eye, step = as_seen(luminance, picture_px), 1 / arcminutes(1.0, picture_px)
    found, smallest = [], float("inf")
    for line in first_lines(window):
        capital = capital_px(line)
        predicted = QFontMetricsF(line.font).tightBoundingRect(line.words).height()
        ink = ink_px(luminance, line.area)
        if abs(ink - predicted) > max(3.0, 0.12 * predicted):
            found.append(f"“{line.words}” should be {predicted:.0f} px high and is {ink}")
        angle = arcminutes(capital, picture_px)
        smallest = min(smallest, angle)
        if angle < LEAST_ARCMIN:
            found.append(f"“{line.words}”: capitals are {angle:.1f} minutes of arc high, less than {LEAST_ARCMIN:.0f}")
        contrast = contrast_of(eye, line.area, step)
        if contrast < LEAST_CONTRAST:
            found.append(f"“{line.words}”: contrast {contrast:.1f}:1 from there, less than {LEAST_CONTRAST:.0f}:1")
    return found, smallest


def put_on(theme: Theme, language: str, size: tuple[int, int]) -> AudienceWindow:
    """Return a stage with a moment on it in which one input helps, one misleads and one is absent or helps."""
    install_language(language)
    window = AudienceWindow()
    window.set_theme(theme)
    window.resize(*size)
    window.show()
    window.show_model_state(ModelState("Digits", True))
    for name in window.board.views:
        window.show_source_state(name, SourceState(SourceStatus.RUNNING, "device"))
        window.show_frame(name, Frame(gallery.picture(), 1.0, 1))
        window.show_sound(name, SoundAnalyser().analyse(gallery.speech()))
    window.show_prediction(replace(seen(1.0, (3, 3, 9), weights=(0.25, 0.3, 0.45)), texts={"text": "nine"}))
    QApplication.processEvents()
    return window


def photograph(window: AudienceWindow, path: Path) -> None:
    """Write what is seen, one pixel a minute of arc."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    step = 1 / arcminutes(1.0, max(image.width(), image.height()))
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, 2::-1]
    means = np.stack([resampled((pixels[:, :, channel] / 255.0) ** 2.2, step) for channel in range(3)], axis=2)
    rgb = np.ascontiguousarray((255 * np.clip(means, 0, 1) ** (1 / 2.2)).round().astype(np.uint8))
    QImage(rgb.data, rgb.shape[1], rgb.shape[0], 3 * rgb.shape[1], QImage.Format.Format_RGB888).save(str(path))


def main(arguments: Sequence[str]) -> int:
    """Look at every form, theme and language."""
    application = QApplication.instance() or QApplication([])
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for form, size in SIZES.items():
        for theme_name, theme in THEMES.items():
            for language in LANGUAGES:
                name = f"{form}-{theme_name}-{language}"
                if arguments[1:] and not any(part in name for part in arguments[1:]):
                    continue
                window = put_on(theme, language, size)
                found, smallest = complaints(window)
                photograph(window, folder / f"{name}.png")
                window.close()
                application.processEvents()
                wrong += len(found)
                sys.stdout.write(
                    f"{name}: smallest capital {smallest:.1f}′{''.join(f'{chr(10)}  {each}' for each in found)}\n"
                )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
