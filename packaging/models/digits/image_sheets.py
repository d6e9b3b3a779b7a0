"""What a digit is written on: paper, card, screens and boards, with their lines, folds, frames and other marks.

Ours; lengths are in pixels of the sheet, which is made at about the scale in which the camera sees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from image_data import SceneAssets
from image_glyphs import NON_DIGITS, Mask, drawing, font_mask, ink_onto, scribble
from image_surroundings import Layer, background, hue_colour, smooth_field
from numpy.typing import NDArray

_LUMA: Final = np.array([0.299, 0.587, 0.114], np.float32)
_WORDS: Final = ("hallo", "Name", "Karte", "hey", "menu", "yuan", "Park", "Taxi", "Musik", "haven", "water", "Thema")


def _other_mask(rng: np.random.Generator, assets: SceneAssets) -> Mask:
    """Draw ink that is no digit: letters, words, scribbles, drawings."""
    kind = rng.random()
    font = assets.fonts[int(rng.integers(len(assets.fonts)))]
    if kind < 0.4:
        return font_mask(rng, font, NON_DIGITS[int(rng.integers(len(NON_DIGITS)))], 0.6)
    if kind < 0.55:
        return font_mask(rng, font, _WORDS[int(rng.integers(len(_WORDS)))], 0.0)
    return scribble(rng) if kind < 0.75 else drawing(rng)


def _ink_and_ground(rng: np.random.Generator, kind: str) -> tuple[Layer, Layer]:
    """Draw an ink and a ground colour that a human tells apart."""
    if (kind == "screen" and rng.random() < 0.55) or kind == "blackboard":
        ground = hue_colour(rng, (0.02, 0.3), (0.0, 0.8))
        ink = hue_colour(rng, (0.75, 1.0), (0.0, 0.5))
    elif kind in ("screen", "card") or rng.random() < 0.15:
        ground = hue_colour(rng, (0.55, 1.0), (0.0, 0.7))
        ink = hue_colour(rng, (0.0, 0.6), (0.2, 1.0)) if rng.random() < 0.7 else hue_colour(rng, (0.9, 1.0), (0, 0.1))
    else:
        ground = hue_colour(rng, (0.78, 1.0), (0.0, 0.12))
        pens = ((0.08, 0.08, 0.1), (0.1, 0.15, 0.55), (0.7, 0.08, 0.1), (0.05, 0.4, 0.15), (0.35, 0.35, 0.37))
        ink = np.clip(
            np.asarray(pens[int(rng.choice(5, p=[0.4, 0.25, 0.13, 0.1, 0.12]))]) + rng.normal(0, 0.04, 3), 0, 1
        )
    gap = float((ink - ground) @ _LUMA)
    if abs(gap) < 0.3:
        goal = np.zeros(3) if (ground @ _LUMA) > 0.4 else np.ones(3)
        ink = (ink + (goal - ink) * 0.7).astype(np.float32)
    return np.asarray(ink, np.float32), np.asarray(ground, np.float32)


def _rule(rng: np.random.Generator, canvas: Layer, digit_px: float) -> None:
    """Draw ruled, squared or dotted lines, perhaps with a red margin, in place."""
    height, width = canvas.shape[:2]
    step = digit_px * rng.uniform(0.12, 0.7)
    if step < 4:
        return
    tint = np.array([0.55, 0.68, 0.9]) if rng.random() < 0.6 else np.array([0.6, 0.6, 0.6])
    colour = (canvas.mean(axis=(0, 1)) * tint).tolist()
    thick = max(1, round(digit_px * 0.008))
    kind = rng.random()
    for y in np.arange(step * rng.random(), height, step):
        cv2.line(canvas, (0, int(y)), (width, int(y)), colour, thick, cv2.LINE_AA)
    if kind < 0.5:
        for x in np.arange(step * rng.random(), width, step):
            cv2.line(canvas, (int(x), 0), (int(x), height), colour, thick, cv2.LINE_AA)
    elif kind < 0.65:
        x = int(width * rng.uniform(0.05, 0.2))
        cv2.line(canvas, (x, 0), (x, height), (0.85, 0.35, 0.35), thick, cv2.LINE_AA)


def _rounded(height: int, width: int, radius: int) -> NDArray[np.float32]:
    """Return the coverage (H, W) of a rectangle with rounded corners."""
    mask = np.zeros((height, width), np.uint8)
    radius = max(1, min(radius, height // 2 - 1, width // 2 - 1))
    cv2.rectangle(mask, (radius, 0), (width - 1 - radius, height - 1), 255, -1)
    cv2.rectangle(mask, (0, radius), (width - 1, height - 1 - radius), 255, -1)
    for x in (radius, width - 1 - radius):
        for y in (radius, height - 1 - radius):
            cv2.circle(mask, (x, y), radius, 255, -1, cv2.LINE_AA)
    return mask.astype(np.float32) / np.float32(255)


def _small_marks(
    rng: np.random.Generator, assets: SceneAssets, canvas: Layer, ink: Layer, box: tuple[int, int, int, int]
) -> None:
    """Write words, a drawing or an underline beside the digit, smaller than it, in place."""
    height, width = canvas.shape[:2]
    digit_h = box[3] - box[1]
    for _ in range(int(rng.integers(1, 4))):
        mask = _other_mask(rng, assets)
        size = max(4, int(digit_h * rng.uniform(0.08, 0.4)))
        mark_w = size * mask.shape[1] / mask.shape[0]
        for _ in range(6):
            x, y = int(rng.uniform(-0.1, 0.95) * width), int(rng.uniform(0.0, 0.95) * height)
            gap = 0.06 * digit_h
            if x + mark_w + gap < box[0] or x > box[2] + gap or y + size + gap < box[1] or y > box[3] + gap:
                ink_onto(canvas, mask, x, y, size, ink)
                break
    if rng.random() < 0.15:
        y = box[3] + int(0.1 * digit_h)
        cv2.line(
            canvas, (box[0], y), (box[2], y + int(rng.normal(0, 3))), ink.tolist(), max(1, digit_h // 25), cv2.LINE_AA
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A surface before it is placed: picture, coverage, the ink's middle on it (x, y) and half extents, px."""

    surface: Layer
    alpha: NDArray[np.float32]
    middle: tuple[float, float]
    half: tuple[float, float]
    kind: str


def _write(
    rng: np.random.Generator,
    assets: SceneAssets,
    canvas: Layer,
    ink: Layer,
    mask: Mask | None,
    digit_px: int,
    middle: tuple[float, float],
) -> None:
    """Put the digit (or, without one, other ink or nothing) and small marks on a bare surface, in place."""
    grain = None
    if rng.random() < 0.5:
        grain = np.clip(0.97 + 0.07 * rng.standard_normal((30, 20)), 0.75, 1.0).astype(np.float32)
    if mask is None:
        content = rng.random()
        if content < 0.3:
            return
        mask = _other_mask(rng, assets)
        width_limit = canvas.shape[1] * 0.9
        digit_px = max(4, int(min(digit_px, width_limit * mask.shape[0] / mask.shape[1])))
    width = digit_px * mask.shape[1] / mask.shape[0]
    left, top = int(middle[0] - width / 2), int(middle[1] - digit_px / 2)
    box = ink_onto(canvas, mask, left, top, digit_px, ink, grain)
    if rng.random() < 0.3:
        _small_marks(rng, assets, canvas, ink, box)


def make_sheet(rng: np.random.Generator, assets: SceneAssets, mask: Mask | None, digit_px: int, side: int) -> Sheet:
    """Make an inked surface whose digit is ``digit_px`` high; the view's side is ``side``."""
    kind = str(rng.choice(["paper", "card", "screen", "whiteboard", "blackboard"], p=[0.5, 0.12, 0.2, 0.14, 0.04]))
    ink, ground = _ink_and_ground(rng, kind)
    aspect = 0.75 if mask is None else mask.shape[1] / mask.shape[0]
    digit_w = digit_px * max(aspect, 0.35)
    if kind in ("whiteboard", "blackboard") or (kind == "paper" and rng.random() < 0.3):
        height, width = int(2.3 * side), int(2.9 * side)  # it fills the view
    else:
        height = int(min(digit_px * rng.uniform(1.12, 3.2), 2.0 * side))
        width = int(min(max(digit_w * 1.15, height * np.exp(rng.uniform(-0.45, 0.45))), 2.4 * side))
    edge = int(max(2, rng.uniform(0.02, 0.06) * height)) if kind == "screen" else 0
    canvas = np.empty((height, width, 3), np.float32)
    canvas[:] = ground
    if kind != "screen":
        canvas *= (1.0 + np.float32(rng.uniform(0.003, 0.03)) * smooth_field(rng, height, width, 7))[..., None]
    if kind in ("paper", "card") and rng.random() < 0.4:
        _rule(rng, canvas, digit_px)
    room_x, room_y = max(0.0, width - 2 * edge - digit_w * 1.06), max(0.0, height - 2 * edge - digit_px * 1.06)
    spread = 0.12 if height > 2 * side else 0.8
    middle = (
        width / 2 + room_x * spread * rng.uniform(-0.5, 0.5),
        height / 2 + room_y * spread * rng.uniform(-0.5, 0.5),
    )
    if mask is None and kind == "screen" and rng.random() < 0.35:
        canvas[:] = background(rng, assets, height, width)
    else:
        _write(rng, assets, canvas, ink, mask, digit_px, middle)
    alpha = np.ones((height, width), np.float32)
    if kind == "screen":
        frame = (
            hue_colour(rng, (0.02, 0.2), (0.0, 0.2)) if rng.random() < 0.8 else hue_colour(rng, (0.7, 1.0), (0, 0.2))
        )
        glass = _rounded(height - 2 * edge, width - 2 * edge, int(edge * rng.uniform(0, 1.5)))
        inner = cv2.copyMakeBorder(glass, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=0)[..., None]
        canvas = canvas * inner + frame * (1 - inner)
        alpha = _rounded(height, width, int(edge * rng.uniform(1, 2.5)))
    elif kind == "paper" and rng.random() < 0.25 and height < 2 * side:  # a fold across the sheet
        fold = int(width * rng.uniform(0.2, 0.8))
        canvas[:, fold:] *= np.float32(rng.uniform(0.86, 1.1))
    return Sheet(canvas.astype(np.float32), alpha, middle, (digit_px * aspect / 2, digit_px / 2), kind)
