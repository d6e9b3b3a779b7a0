"""Ink masks: handwritten digits re-inked, pen strokes, font characters, and marks that are no digit.

A mask is (H, W) float32 in [0, 1], cut to its ink; 1 is full ink. Everything is deterministic from the
generator handed in. All of it is ours; the elastic field follows Simard et al. 2003, "Best Practices for
Convolutional Neural Networks Applied to Visual Document Analysis", section 3, with a smooth random field made by
enlarging a coarse one instead of filtering a fine one.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Mask = NDArray[np.float32]
Point = tuple[float, float]
_GLYPH_PX: Final = 160

# Letters and signs that nobody reads as a digit, in any of the fonts used (no O, I, l, Z, S, B, g, q, b ...).
NON_DIGITS: Final = "ACEFGHKMNPRTUVWXYaehkmnruwxy?&@%+=*#"

# Pen strokes in the unit square, y down: (curved, points). Forms that MNIST seldom holds are here on purpose: the
# 1 with a flag and a base, the crossed 7, the open 4, the flat-topped 3.
_PEN: Final[dict[int, tuple[tuple[tuple[bool, tuple[Point, ...]], ...], ...]]] = {
    0: (
        ((True, ((0.5, 0), (0.15, 0.2), (0.08, 0.6), (0.35, 1), (0.7, 0.95), (0.92, 0.6), (0.8, 0.15), (0.48, 0.0))),),
        ((True, ((0.6, 0), (0.2, 0.1), (0.05, 0.5), (0.25, 0.95), (0.6, 1), (0.95, 0.7), (0.9, 0.25), (0.55, 0.0))),),
    ),
    1: (
        ((False, ((0.5, 0), (0.5, 1))),),
        ((False, ((0.15, 0.35), (0.5, 0), (0.5, 1))),),
        ((False, ((0.2, 0.25), (0.5, 0), (0.5, 1))), (False, ((0.2, 1), (0.8, 1)))),
    ),
    2: (
        (
            (True, ((0.1, 0.25), (0.3, 0.02), (0.7, 0.05), (0.82, 0.3), (0.5, 0.65), (0.05, 1))),
            (False, ((0.05, 1), (0.92, 1))),
        ),
        (
            (
                True,
                ((0.1, 0.2), (0.5, 0), (0.8, 0.25), (0.45, 0.7), (0.12, 0.98), (0.15, 0.8), (0.5, 0.92), (0.95, 0.95)),
            ),
        ),
    ),
    3: (
        (
            (True, ((0.1, 0.12), (0.45, 0), (0.8, 0.2), (0.4, 0.47))),
            (True, ((0.4, 0.47), (0.88, 0.7), (0.5, 1), (0.08, 0.88))),
        ),
        ((False, ((0.1, 0), (0.85, 0), (0.42, 0.42))), (True, ((0.42, 0.42), (0.9, 0.65), (0.55, 1), (0.08, 0.9)))),
    ),
    4: (
        ((False, ((0.3, 0), (0.05, 0.62), (0.95, 0.62))), (False, ((0.68, 0.3), (0.64, 1)))),
        ((False, ((0.7, 1), (0.7, 0), (0.05, 0.7), (0.95, 0.7))),),
        ((False, ((0.15, 0), (0.12, 0.5), (0.85, 0.5))), (False, ((0.8, 0), (0.78, 1)))),
    ),
    5: (
        (
            (False, ((0.85, 0), (0.2, 0), (0.15, 0.42))),
            (True, ((0.15, 0.42), (0.55, 0.35), (0.9, 0.65), (0.6, 0.98), (0.08, 0.9))),
        ),
        (
            (True, ((0.2, 0.05), (0.18, 0.4), (0.6, 0.38), (0.88, 0.68), (0.55, 1), (0.08, 0.9))),
            (False, ((0.2, 0.04), (0.85, 0))),
        ),
    ),
    6: (
        ((True, ((0.7, 0), (0.25, 0.35), (0.1, 0.7), (0.4, 1), (0.8, 0.8), (0.6, 0.5), (0.15, 0.68))),),
        ((True, ((0.45, 0), (0.15, 0.4), (0.15, 0.85), (0.5, 1), (0.88, 0.78), (0.55, 0.55), (0.15, 0.75))),),
    ),
    7: (
        ((False, ((0.05, 0), (0.9, 0), (0.35, 1))),),
        ((False, ((0.05, 0), (0.9, 0), (0.35, 1))), (False, ((0.28, 0.52), (0.85, 0.48)))),
        ((False, ((0.05, 0.15), (0.08, 0), (0.92, 0), (0.45, 1))), (False, ((0.3, 0.5), (0.85, 0.5)))),
    ),
    8: (
        (
            (
                True,
                (
                    (0.8, 0.12),
                    (0.4, 0),
                    (0.2, 0.25),
                    (0.5, 0.47),
                    (0.85, 0.75),
                    (0.5, 1),
                    (0.12, 0.78),
                    (0.5, 0.47),
                    (0.78, 0.25),
                    (0.75, 0.08),
                ),
            ),
        ),
        (
            (True, ((0.5, 0), (0.2, 0.2), (0.5, 0.45), (0.8, 0.2), (0.5, 0))),
            (True, ((0.5, 0.45), (0.1, 0.75), (0.5, 1), (0.9, 0.75), (0.5, 0.45))),
        ),
    ),
    9: (
        (
            (True, ((0.8, 0.2), (0.45, 0), (0.12, 0.28), (0.45, 0.52), (0.8, 0.22))),
            (False, ((0.82, 0.12), (0.75, 0.6), (0.62, 1))),
        ),
        ((True, ((0.82, 0.18), (0.4, 0), (0.12, 0.3), (0.5, 0.5), (0.85, 0.15), (0.85, 0.7), (0.5, 1), (0.15, 0.9))),),
    ),
}


def cut_to_ink(mask: Mask) -> Mask:
    """Return the mask cut to the box of its ink; a mask without ink comes back unchanged."""
    rows = np.flatnonzero(mask.max(axis=1) > 0.25)
    columns = np.flatnonzero(mask.max(axis=0) > 0.25)
    if not rows.size or not columns.size:
        return mask
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def deform(rng: np.random.Generator, mask: Mask, strength: float = 1.0) -> Mask:
    """Slant, turn, stretch and elastically bend a mask.

    Args:
        rng: Source of chance.
        mask: Ink to bend.
        strength: 0 leaves it as it is, 1 is a different hand's writing of the same form.
    """
    height, width = mask.shape
    side = int(1.5 * max(height, width))
    angle = np.deg2rad(rng.normal(0.0, 5.0 * strength))
    slant = float(np.clip(rng.normal(0.0, 0.14 * strength), -0.4, 0.4))
    stretch = float(np.exp(rng.normal(0.0, 0.14 * strength)))
    axes_y, axes_x = np.mgrid[0:side, 0:side].astype(np.float32) - side / 2.0
    source_x = (np.cos(angle) * axes_x + np.sin(angle) * axes_y) / stretch + slant * axes_y
    source_y = -np.sin(angle) * axes_x + np.cos(angle) * axes_y
    cells = int(rng.integers(3, 6))
    field = rng.normal(0.0, 0.028 * strength * max(height, width), (cells, cells, 2)).astype(np.float32)
    bend = cv2.resize(field, (side, side), interpolation=cv2.INTER_CUBIC)
    bent = cv2.remap(
        mask,
        (source_x + width / 2.0 + bend[..., 0]).astype(np.float32),
        (source_y + height / 2.0 + bend[..., 1]).astype(np.float32),
        cv2.INTER_LINEAR,
    )
    return cut_to_ink(np.asarray(bent, np.float32))


def reinked(rng: np.random.Generator, digit: NDArray[np.uint8], strength: float = 1.0) -> Mask:
    """Re-ink a small scanned digit (N, N) uint8, light on dark: smooth edges, another thickness, another hand."""
    enlarged = cv2.resize(digit.astype(np.float32) / 255.0, (_GLYPH_PX, _GLYPH_PX), interpolation=cv2.INTER_CUBIC)
    smooth = cv2.GaussianBlur(enlarged, (0, 0), float(rng.uniform(2.0, 3.6)))
    level = float(rng.uniform(0.25, 0.55)) * float(smooth.max())
    inked = np.clip((smooth - level) / 0.12 + 0.5, 0.0, 1.0).astype(np.float32)
    return deform(rng, cut_to_ink(inked), strength)


def _spline(points: NDArray[np.float64], curved: bool) -> NDArray[np.float64]:
    """Return a Catmull-Rom curve (or the straight chain) through points (N, 2), 12 steps a span."""
    if not curved or len(points) < 3:
        return points
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0.0, 1.0, 12, endpoint=False)[:, None]
    spans = []
    for p0, p1, p2, p3 in zip(padded[:-3], padded[1:-2], padded[2:-1], padded[3:], strict=True):
        spans.append(
            0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)
        )
    return np.vstack([*spans, points[-1:]])


def _draw_strokes(strokes: list[NDArray[np.float64]], thickness: int, aspect: float) -> Mask:
    """Draw unit-square strokes with a round pen."""
    margin = thickness + 4
    canvas = np.zeros((_GLYPH_PX + 2 * margin, int(_GLYPH_PX * aspect) + 2 * margin), np.uint8)
    for stroke in strokes:
        pixels = np.round((stroke * (_GLYPH_PX * aspect, _GLYPH_PX) + margin) * 8).astype(np.int32)
        cv2.polylines(canvas, [pixels.reshape(-1, 1, 2)], False, 255, thickness, cv2.LINE_AA, 3)
    return cut_to_ink((canvas / np.float32(255.0)).astype(np.float32))


def pen_digit(rng: np.random.Generator, label: int) -> Mask:
    """Write a digit with a round pen along one of a few hand-made stroke forms, shaken and bent."""
    variants = _PEN[label]
    variant = variants[int(rng.integers(len(variants)))]
    strokes = []
    for curved, points in variant:
        shaken = np.asarray(points, np.float64) + rng.normal(0.0, 0.025, (len(points), 2))
        strokes.append(_spline(shaken, curved))
    mask = _draw_strokes(strokes, int(rng.integers(5, 30)), float(rng.uniform(0.5, 0.8)))
    return deform(rng, mask)


@lru_cache(maxsize=4096)
def _font_mask(path: Path, text: str) -> Mask:
    font = ImageFont.truetype(str(path), 150)
    left, top, right, bottom = font.getbbox(text)
    canvas = Image.new("L", (int(right - left) + 20, int(bottom - top) + 20), 0)
    ImageDraw.Draw(canvas).text((10 - left, 10 - top), text, font=font, fill=255)
    return cut_to_ink((np.asarray(canvas, np.float32) / 255.0).astype(np.float32))


def font_mask(rng: np.random.Generator, path: Path, text: str, strength: float = 0.3) -> Mask:
    """Set ``text`` in a font, made a little bolder or thinner and bent a little."""
    mask = _font_mask(path, text)
    if max(mask.shape) <= 400 and rng.random() < 0.3:
        kernel = np.ones((int(rng.integers(2, 8)),) * 2, np.uint8)
        mask = np.asarray(cv2.dilate(cv2.copyMakeBorder(mask, 8, 8, 8, 8, cv2.BORDER_CONSTANT), kernel), np.float32)
    return deform(rng, mask, strength) if strength > 0 and max(mask.shape) <= 400 else mask


def scribble(rng: np.random.Generator) -> Mask:
    """Draw an aimless tangle of pen lines, or many short dashes: ink that is no character."""
    thickness = int(rng.integers(3, 14))
    strokes = []
    if rng.random() < 0.6:
        points = np.clip(0.5 + np.cumsum(rng.normal(0, 0.33, (int(rng.integers(16, 34)), 2)), axis=0), -0.6, 1.6)
        points = (points - points.min(axis=0)) / (np.ptp(points, axis=0) + 1e-6)
        strokes.append(_spline(points, True))
    else:
        for _ in range(int(rng.integers(6, 16))):
            start = rng.random(2)
            strokes.append(np.vstack([start, start + rng.normal(0, 0.15, 2)]).clip(0, 1))
    return _draw_strokes(strokes, thickness, float(rng.uniform(0.7, 2.0)))


def drawing(rng: np.random.Generator) -> Mask:
    """Draw a plain sign: triangle, square, star, heart, smiling face, arrow, house or a flower."""
    turn = np.linspace(0, 2 * np.pi, 49)
    ring = np.stack([0.5 + 0.5 * np.cos(turn), 0.5 + 0.5 * np.sin(turn)], axis=1)
    kind = int(rng.integers(8))
    corners: list[list[Point]]
    if kind == 0:
        corners = [[(0.5, 0), (1, 1), (0, 1), (0.5, 0)]]
    elif kind == 1:
        corners = [[(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], [(0, 0), (1, 1)]]
    elif kind == 2:
        tips = [(0.5 + 0.5 * np.sin(4 * np.pi * i / 5), 0.5 - 0.5 * np.cos(4 * np.pi * i / 5)) for i in range(6)]
        corners = [tips]
    elif kind == 3:
        curve = np.stack(
            [16 * np.sin(turn) ** 3, -(13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn))], 1
        )
        corners = [[(float(x), float(y)) for x, y in curve / 34 + 0.5]]
    elif kind == 4:
        smile = np.stack([0.5 + 0.28 * np.cos(turn[:25]), 0.55 + 0.25 * np.sin(turn[:25])], 1)
        eyes = [ring * 0.06 + (0.3, 0.3), ring * 0.06 + (0.64, 0.3)]
        return _draw_strokes([ring, smile, *eyes], int(rng.integers(4, 14)), float(rng.uniform(0.85, 1.2)))
    elif kind == 5:
        corners = [[(0, 0.5), (1, 0.5)], [(0.65, 0.15), (1, 0.5), (0.65, 0.85)]]
    elif kind == 6:
        corners = [
            [(0, 1), (0, 0.45), (0.5, 0), (1, 0.45), (1, 1), (0, 1)],
            [(0.4, 1), (0.4, 0.65), (0.6, 0.65), (0.6, 1)],
        ]
    else:
        petals = [ring * 0.36 + (0.32 + 0.33 * np.cos(a), 0.25 + 0.25 * np.sin(a)) for a in np.arange(5) * 1.257]
        return _draw_strokes([*petals, np.array([(0.5, 0.5), (0.5, 1.0)])], int(rng.integers(4, 12)), 1.0)
    strokes = [np.asarray(line, np.float64) + rng.normal(0, 0.01, (len(line), 2)) for line in corners]
    return deform(rng, _draw_strokes(strokes, int(rng.integers(4, 20)), float(rng.uniform(0.7, 1.4))), 0.6)


def ink_onto(
    canvas: NDArray[np.float32],
    mask: Mask,
    left: int,
    top: int,
    height_px: int,
    colour: NDArray[np.float32],
    grain: NDArray[np.float32] | None = None,
) -> tuple[int, int, int, int]:
    """Blend a mask, scaled to ``height_px``, onto a canvas (H, W, 3) float32 in place.

    Args:
        canvas: Surface to write on.
        mask: Ink.
        left: Canvas column of the mask's left edge; ink outside the canvas is dropped.
        top: Canvas row of its upper edge.
        height_px: Height of the ink on the canvas.
        colour: Ink colour (3,) in [0, 1].
        grain: Ink density (h, w) in [0, 1], stretched over the mask; None is solid ink.

    Returns:
        The ink's box on the canvas as (left, top, right, bottom).
    """
    width_px = max(1, round(mask.shape[1] * height_px / mask.shape[0]))
    method = cv2.INTER_AREA if height_px < mask.shape[0] else cv2.INTER_CUBIC
    scaled = np.asarray(cv2.resize(mask, (width_px, height_px), interpolation=method), np.float32)
    # An enlarged mask has edges as wide as its enlargement; steepen them back to about one pixel.
    steepness = max(1.0, 0.5 * height_px / mask.shape[0] * 4.0)
    scaled = np.clip((scaled - 0.5) * steepness + 0.5, 0.0, 1.0) if steepness > 1.0 else np.clip(scaled, 0.0, 1.0)
    if grain is not None:
        scaled = scaled * cv2.resize(grain, (width_px, height_px), interpolation=cv2.INTER_CUBIC).clip(0.0, 1.0)
    rows = slice(max(0, top), min(canvas.shape[0], top + height_px))
    columns = slice(max(0, left), min(canvas.shape[1], left + width_px))
    if rows.start < rows.stop and columns.start < columns.stop:
        alpha = scaled[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left, None]
        canvas[rows, columns] += alpha * (colour - canvas[rows, columns])
    return left, top, left + width_px, top + height_px
