"""Pictures in which something is to be seen that is no single digit: numbers, scribbles, words, objects.

Objects are the pictures of Debian's fonts-noto-color-emoji (Google, SIL Open Font License 1.1), parted into splits by
code point, without hands, clocks, keycaps and whatever else holds a digit.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from image_camera import Layer, Picture, expose, random_camera
from image_data import BACKGROUND, SceneAssets, fetch
from image_glyphs import Mask, cut_to_ink, deform, font_mask, scribble
from image_scenes import digit_mask, make_scene, take
from image_surroundings import background, hue_colour
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

KINDS: Final = ("numbers", "scribbles", "words", "objects")
_EMOJI_PX: Final = 109  # the one size that this bitmap font has
_SPANS: Final = ((0x1F300, 0x1F37F), (0x1F380, 0x1F445), (0x1F451, 0x1F46F), (0x1F484, 0x1F4C4), (0x1F4C7, 0x1F4F1),
                 (0x1F4F7, 0x1F517), (0x1F525, 0x1F549), (0x1F56F, 0x1F58F), (0x1F5A5, 0x1F5FF), (0x1F680, 0x1F6C5),
                 (0x1F6E0, 0x1F6FC), (0x1F950, 0x1F9BF), (0x1F9C0, 0x1F9CB), (0x1F9E0, 0x1F9FF),
                 (0x1FA70, 0x1FABF))  # fmt: skip
_LEFT_OUT: Final = frozenset((0x1F3B1, 0x1F4C5, 0x1F4C6, 0x1F4CA, 0x1F4CB, 0x1F4EF, 0x1F51F, 0x1F6B3, 0x1F6BE, 0x1F3E7,
                              0x1F4AF, 0x1F5D3, 0x1F4F6, 0x1F91A, 0x1F91B, 0x1F91C))  # fmt: skip
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=3)
def objects(split: str, work: Path) -> tuple[Layer, ...]:
    """Return a split's cut-out objects, each (h, w, 4) float32: colours and coverage. Eight in ten are for training."""
    path = next(fetch(work).rglob("NotoColorEmoji.ttf"))
    font = ImageFont.truetype(str(path), _EMOJI_PX)
    rest = {"train": range(2, 10), "validation": (0,), "test": (1,)}[split]
    found = []
    for first, last in _SPANS:
        for code in range(first, last + 1):
            if code in _LEFT_OUT or code * 7919 % 10 not in rest:
                continue
            canvas = Image.new("RGBA", (140, 140), (0, 0, 0, 0))
            ImageDraw.Draw(canvas).text((2, 2), chr(code), font=font, embedded_color=True)
            layer = np.asarray(canvas, np.float32) / np.float32(255)
            rows, columns = np.nonzero(layer[..., 3] > 0.3)
            if rows.size > 500:
                found.append(layer[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1].copy())
    return tuple(found)


def _side_by_side(rng: np.random.Generator, masks: list[Mask], gap: tuple[float, float]) -> Mask:
    """Return masks of one height in a row, each a little higher or lower than the one before."""
    pieces = []
    for mask in masks:
        width = max(4, round(mask.shape[1] * 120 / mask.shape[0]))
        scaled = cv2.resize(mask, (width, 120), interpolation=cv2.INTER_AREA)
        top = int(rng.integers(0, 25))
        right = max(2, int(rng.uniform(*gap) * 120))
        pieces.append(cv2.copyMakeBorder(scaled, top, 24 - top, 0, right, cv2.BORDER_CONSTANT, value=0))
    return cut_to_ink(np.asarray(np.hstack(pieces), np.float32))


def number_mask(rng: np.random.Generator, assets: SceneAssets) -> Mask:
    """Draw two to four digits: one number, two apart, one above the other, a time, a sum."""
    kind = rng.random()
    font = assets.fonts[int(rng.integers(len(assets.fonts)))]
    if kind < 0.2:
        a, b = rng.integers(0, 10), rng.integers(10, 60)
        texts = (f"{a}{b}", f"{b}{a}{a}", f"{a}:{b}", f"{a}+{b % 10}", f"{b}.{a}", f"{b % 10}-{a}", f"{b}", f"{b}%")
        return font_mask(rng, font, texts[int(rng.integers(len(texts)))], 0.4)
    count = 2 if rng.random() < 0.65 else int(rng.integers(3, 5))
    masks = [digit_mask(rng, assets)[0] for _ in range(count)]
    if kind < 0.8:
        return _side_by_side(rng, masks, (0.04, 0.5))
    widest = 160
    stacked = []
    for mask in masks[:2]:
        width = min(widest, max(6, round(mask.shape[1] * 120 / mask.shape[0])))
        left = int(rng.integers(0, widest - width + 1))
        scaled = cv2.resize(mask, (width, 120), interpolation=cv2.INTER_AREA)
        stacked.append(cv2.copyMakeBorder(scaled, 0, int(rng.integers(8, 60)), left, widest - width - left,
                                          cv2.BORDER_CONSTANT, value=0))  # fmt: skip
    return cut_to_ink(np.asarray(np.vstack(stacked), np.float32))


def scribble_mask(rng: np.random.Generator) -> Mask:
    """Draw ink that is no character: a tangle, coils, a zigzag, a wave, hatching, rings, crossing lines."""
    kind = int(rng.integers(8))
    if kind < 2:
        return scribble(rng)
    t = np.linspace(0, 1, 400)
    lines: list[NDArray[np.float64]] = []
    if kind == 2:  # coils along a line
        turns = rng.uniform(4, 11)
        lines = [np.stack([t * rng.uniform(0.4, 3) + 0.3 * np.cos(2 * np.pi * turns * t),
                           0.3 * np.sin(2 * np.pi * turns * t)], 1)]  # fmt: skip
    elif kind == 3:  # a zigzag or a wave with growing or falling swings
        count = int(rng.integers(5, 14))
        xs = np.cumsum(rng.uniform(0.4, 1.2, count))
        ys = np.where(np.arange(count) % 2, 1.0, -1.0) * rng.uniform(0.3, 1.2, count)
        lines = [np.stack([xs, ys], 1)]
    elif kind == 4:  # hatching, perhaps in two directions
        for turn in rng.uniform(0, np.pi, int(rng.integers(1, 3))):
            for offset in np.linspace(-1, 1, int(rng.integers(5, 12))):
                along, across = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
                half = rng.uniform(0.6, 1.1)
                lines.append(np.stack([across * offset - along * half, across * offset + along * half]))
    elif kind == 5:  # a spiral of many turns
        turns = rng.uniform(3, 7)
        lines = [np.stack([t * np.cos(2 * np.pi * turns * t), t * np.sin(2 * np.pi * turns * t)], 1)]
    elif kind == 6:  # a smooth walk: sums of sines, as of a pen that somebody tries out
        order = np.arange(1, int(rng.integers(5, 11)))
        phases, sizes = rng.uniform(0, 2 * np.pi, (2, len(order))), rng.normal(0, 1, (2, len(order)))
        waves = [(size[:, None] * np.sin(2 * np.pi * order[:, None] * t + phase[:, None])).sum(0)
                 for size, phase in zip(sizes, phases, strict=True)]  # fmt: skip
        lines = [np.stack(waves, 1)]
    else:  # lines all over
        for _ in range(int(rng.integers(5, 12))):
            ends = rng.uniform(-1, 1, (2, 2))
            bend = ends.mean(axis=0) + rng.normal(0, 0.4, 2)
            s = t[::10, None]
            lines.append((1 - s) ** 2 * ends[0] + 2 * s * (1 - s) * bend + s**2 * ends[1])
    every = np.vstack(lines)
    low, extent = every.min(axis=0), float(np.ptp(every, axis=0).max()) + 1e-6
    canvas = np.zeros((200, 200), np.uint8)
    thickness = int(rng.integers(2, 12))
    for line in lines:
        pixels = np.round(((line - low) / extent * 160 + 20) * 8).astype(np.int32)
        cv2.polylines(canvas, [pixels.reshape(-1, 1, 2)], False, 255, thickness, cv2.LINE_AA, 3)
    mask = cut_to_ink((canvas / np.float32(255)).astype(np.float32))
    return deform(rng, mask, 0.5) if min(mask.shape) > 30 else mask


def word_mask(rng: np.random.Generator, assets: SceneAssets) -> Mask:
    """Set three to nine letters in a row, which need not mean anything."""
    text = "".join(_LETTERS[int(i)] for i in rng.integers(len(_LETTERS), size=int(rng.integers(3, 10))))
    case = rng.random()
    text = text.upper() if case < 0.25 else text.capitalize() if case < 0.5 else text
    return font_mask(rng, assets.fonts[int(rng.integers(len(assets.fonts)))], text, 0.4)


def object_scene(
    rng: np.random.Generator, assets: SceneAssets, things: tuple[Layer, ...], height: int, width: int
) -> Picture:
    """Return one to three objects before something plain or a room, (height, width, 3) uint8."""
    side = min(height, width)
    severity = float(rng.beta(1.2, 2.2))
    if rng.random() < 0.55:
        picture = np.empty((height, width, 3), np.float32)
        picture[:] = 1.0 if rng.random() < 0.4 else hue_colour(rng, (0.1, 1.0), (0.0, 0.4))
    else:
        picture = background(rng, assets, height, width)
    for _ in range(1 if rng.random() < 0.75 else int(rng.integers(2, 4))):
        layer = things[int(rng.integers(len(things)))].copy()
        if rng.random() < 0.5:
            layer = layer[:, ::-1].copy()
        if rng.random() < 0.5:  # other colours, or none
            grey = layer[..., :3].mean(axis=2, keepdims=True)
            gains = rng.uniform(0.4, 1.2, 3).astype(np.float32)
            layer[..., :3] = np.clip((grey + (layer[..., :3] - grey) * rng.uniform(0, 1.3)) * gains, 0, 1)
        scale = float(np.exp(rng.uniform(np.log(0.3), np.log(1.05)))) * side / max(layer.shape)
        turn = float(rng.normal(0, 0.35))
        linear = scale * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        where = np.array([width / 2, height / 2]) + rng.uniform(-0.25, 0.25, 2) * side
        warp = np.column_stack([linear, where - linear @ (layer.shape[1] / 2, layer.shape[0] / 2)])
        premultiplied = np.dstack([layer[..., :3] * layer[..., 3:], layer[..., 3]])
        seen = cv2.warpAffine(premultiplied, warp, (width, height), flags=cv2.INTER_LINEAR)
        picture *= 1 - seen[..., 3:]
        picture += seen[..., :3]
    slope = np.linspace(*rng.uniform(0.8, 1.15, 2), width, dtype=np.float32)[None, :, None]
    return expose(rng, np.asarray(picture * slope, np.float32), random_camera(rng, severity, 200.0))


def negative(
    rng: np.random.Generator, assets: SceneAssets, things: tuple[Layer, ...], height: int, width: int, kind: str
) -> Picture:
    """Return a webcam-like picture (height, width, 3) uint8 without a single digit.

    Raises:
        ValueError: ``kind`` is none of `KINDS`.
    """
    if kind == "objects":
        return object_scene(rng, assets, things, height, width)
    if kind == "numbers":
        mask = number_mask(rng, assets)
    elif kind == "scribbles":
        mask = scribble_mask(rng)
    elif kind == "words":
        mask = word_mask(rng, assets)
    else:
        raise ValueError(f"kind must be one of {KINDS}, got {kind!r}")
    return take(rng, make_scene(rng, assets, height, width, mask, BACKGROUND))
