"""Hands that show a digit: photographs cut out of their plain background and put before a webcam.

The photographs are those of the Sign Language Digits Dataset (A. Mavi, arXiv 2011.08927; Apache License 2.0; published
at github.com/ardamavi/Sign-Language-Digits-Dataset): a folder for each digit 0 to 9, 100×100 px, one hand each. People
lie beside each other by file number, so blocks of file numbers part them into splits. Composition is ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from image_camera import Layer, expose, random_camera
from image_data import SceneAssets
from image_surroundings import background, hue_colour, skin_colour
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
_BLOCKS: Final = 20
_HELD_OUT: Final = {"test": (2, 7, 12, 17), "validation": (4, 14)}
_ARM_PX: Final = 90
_TOUCHING_PX: Final = 4


@dataclass(frozen=True, slots=True)
class HandPhotograph:
    """One photograph with its digit.

    Attributes:
        picture: (100, 100, 3) RGB uint8 as published.
        layer: (h, w, 4) float32 in [0, 1]: colours and coverage of the hand, its arm drawn on beyond the photograph.
        bottom: Row of ``layer`` at which the photograph ended.
        label: 0 to 9.
    """

    picture: Picture
    layer: Layer
    bottom: int
    label: int


def _blocks(numbered: list[tuple[int, int, Path]]) -> dict[str, list[tuple[int, int, Path]]]:
    """Part photographs, sorted by file number, into splits; a block begins where somebody begins with 0."""
    starts = [i for i, (_, label, _) in enumerate(numbered) if label == 0 and (i == 0 or numbered[i - 1][1] != 0)]
    splits: dict[str, list[tuple[int, int, Path]]] = {"train": [], "validation": [], "test": []}
    block_of_start = [int(i * _BLOCKS / len(numbered)) for i in starts]
    ends = [*starts[1:], len(numbered)]
    for start, end, block in zip(starts, ends, block_of_start, strict=True):
        split = next((name for name, held in _HELD_OUT.items() if block in held), "train")
        splits[split].extend(numbered[0 if start == starts[0] else start : end])
    return splits


def hand_coverage(picture: Picture) -> NDArray[np.float32]:
    """Return how far each pixel of a hand before a plain, brighter background belongs to the hand.

    The background's colour is fitted as a quadratic surface over the picture and refitted without what lies far from
    it; GrabCut (Rother et al. 2004) draws the border.

    Args:
        picture: (H, W, 3) RGB uint8.

    Returns:
        (H, W) float32 in [0, 1].
    """
    lab = cv2.cvtColor(picture.astype(np.float32) / np.float32(255), cv2.COLOR_RGB2LAB)
    height, width = lab.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width] / max(height, width) - 0.5
    basis = np.stack([np.ones_like(rows), rows, columns, rows**2, columns**2, rows * columns], axis=-1).reshape(-1, 6)
    flat = lab.reshape(-1, 3)
    inner = (np.abs(columns) < 0.28) & (rows > -0.3)
    plain = ~inner.ravel()
    distance = np.zeros(len(flat))
    for _ in range(4):
        surface = basis @ np.linalg.lstsq(basis[plain], flat[plain], rcond=None)[0]
        # Colour parts skin from a grey wall better than brightness does, which shadows change as well.
        distance = np.sqrt((((flat - surface) * (0.5, 1.6, 1.6)) ** 2).sum(axis=1))
        plain = distance < np.clip(np.median(distance[plain]) * 2.5, 3.0, 9.0)
    distance = distance.reshape(height, width)
    marks = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    marks[distance > 13] = cv2.GC_PR_FGD
    marks[distance < 4] = cv2.GC_BGD
    marks[cv2.erode((distance > 20).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = cv2.GC_FGD
    if not (marks == cv2.GC_FGD).any() or not (marks == cv2.GC_BGD).any():
        return (distance > 13).astype(np.float32)
    cv2.grabCut(picture, marks, None, np.zeros((1, 65)), np.zeros((1, 65)), 3, cv2.GC_INIT_WITH_MASK)
    mask = ((marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD)).astype(np.uint8)
    count, parts, stats, _ = cv2.connectedComponentsWithStats(mask)
    if count > 1:
        mask = (parts == 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())).astype(np.uint8)
    # Half a pixel less, and soft: a rim of the bright wall would give every pasted hand away.
    return np.clip(cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 0.9) * 1.7 - 0.7, 0, 1).astype(np.float32)


def _with_arm(picture: Picture, coverage: NDArray[np.float32]) -> tuple[Layer, int]:
    """Return the cut-out hand (h, w, 4) with what the photograph's border cut off drawn on, and the border's row."""
    layer = np.dstack([picture.astype(np.float32) / np.float32(255), coverage])
    sides = [(_ARM_PX // 2 if (coverage[:, edge] > 0.5).sum() >= _TOUCHING_PX else 2) for edge in (0, -1)]
    layer = cv2.copyMakeBorder(layer, 2, 0, 0, 0, cv2.BORDER_CONSTANT, value=0)
    layer = cv2.copyMakeBorder(layer, 0, 0, *sides, cv2.BORDER_REPLICATE)
    layer = cv2.copyMakeBorder(layer, 0, _ARM_PX, 0, 0, cv2.BORDER_REPLICATE)
    return np.asarray(layer, np.float32), picture.shape[0] + 2


@lru_cache(maxsize=3)
def hand_photographs(folder: Path, split: str) -> tuple[HandPhotograph, ...]:
    """Return a split's photographs, cut out.

    Args:
        folder: Holds the folders ``0`` to ``9``; file names carry a number.
        split: "train" (about 70 % of the people), "validation" (10 %) or "test" (20 %).

    Raises:
        FileNotFoundError: The folder holds no such photographs.
    """
    numbered = []
    for path in sorted(folder.glob("[0-9]/*")):
        number = re.search(r"\d+", path.stem)
        if number and path.suffix.lower() in (".jpg", ".jpeg", ".png"):
            numbered.append((int(number.group()), int(path.parent.name), path))
    if not numbered:
        raise FileNotFoundError(f"{folder} holds no folders 0 to 9 of photographs")
    photographs = []
    for _, label, path in _blocks(sorted(numbered))[split]:
        bgr = np.asarray(cv2.imread(str(path), cv2.IMREAD_COLOR), np.uint8)
        picture = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.uint8)
        layer, bottom = _with_arm(picture, hand_coverage(picture))
        photographs.append(HandPhotograph(picture, layer, bottom, label))
    return tuple(photographs)


def _tinted(rng: np.random.Generator, colours: Layer, coverage: NDArray[np.float32]) -> Layer:
    """Give the hand's skin another tone, from very light to very dark: most photographed people are alike in this."""
    if rng.random() < 0.3:
        return colours
    mean = (colours * coverage[..., None]).sum(axis=(0, 1)) / max(float(coverage.sum()), 1.0)
    gain = (skin_colour(rng) / np.clip(mean, 0.05, 1)) ** rng.uniform(0.2, 1.0)
    return np.asarray(np.clip(colours * gain.astype(np.float32), 0, 1), np.float32)


def _sleeved(rng: np.random.Generator, layer: Layer, bottom: int) -> None:
    """Draw a sleeve over the end of the arm, in place."""
    if rng.random() < 0.25:
        return
    start = int(bottom + rng.uniform(-6, 55))
    below = layer[start:]
    widened = cv2.dilate(below[..., 3], np.ones((1, int(rng.integers(3, 23))), np.uint8))
    shade = 1 + 0.12 * np.sin(np.linspace(0, rng.uniform(4, 30), below.shape[1], dtype=np.float32))
    below[..., :3] = hue_colour(rng, (0.05, 0.95), (0.0, 0.8)) * shade[None, :, None]
    below[..., 3] = widened


def paste_hand(
    rng: np.random.Generator, picture: Layer, hand: HandPhotograph, height_px: float, middle: tuple[float, float]
) -> None:
    """Put a hand into a view in place: mirrored or not, turned a little, its arm going out of the view.

    Args:
        rng: Source of chance.
        picture: The view (H, W, 3).
        hand: What to put there.
        height_px: Height of hand and wrist in the view, about.
        middle: Where its middle lies, (x, y).
    """
    layer = hand.layer.copy()
    layer[..., :3] = _tinted(rng, np.ascontiguousarray(layer[..., :3]), layer[..., 3])
    inside = layer[: hand.bottom, :, 3] > 0.5
    if not inside.any():
        return
    _sleeved(rng, layer, hand.bottom)
    rows, columns = np.nonzero(inside)
    top, extent = rows.min(), max(hand.bottom - rows.min(), np.ptp(columns), 30)
    scale = height_px / extent
    turn = float(np.clip(rng.normal(0, 9), -25, 25)) * np.pi / 180
    flip = -1.0 if rng.random() < 0.5 else 1.0
    linear = scale * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    linear = linear @ np.array([[flip * rng.uniform(0.9, 1.12), rng.uniform(-0.1, 0.1)], [0, 1]])
    centre = np.array([(columns.min() + columns.max()) / 2, (top + hand.bottom) / 2])
    warp = np.column_stack([linear, np.asarray(middle) - linear @ centre])
    premultiplied = np.dstack([layer[..., :3] * layer[..., 3:], layer[..., 3]])
    if scale < 0.8:
        premultiplied = cv2.GaussianBlur(premultiplied, (0, 0), 0.45 / scale)
    seen = cv2.warpAffine(premultiplied, warp, (picture.shape[1], picture.shape[0]), flags=cv2.INTER_LINEAR)
    if rng.random() < 0.3:  # the shadow on what lies close behind
        side = min(picture.shape[:2])
        cast = cv2.blur(seen[..., 3], (max(1, int(0.06 * side)),) * 2)
        shift = np.array([[1, 0, rng.uniform(-0.04, 0.04) * side], [0, 1, 0.02 * side]], np.float32)
        moved = cv2.warpAffine(cast, shift, (picture.shape[1], picture.shape[0]))
        picture *= 1 - np.float32(rng.uniform(0.1, 0.5)) * moved[..., None]
    light = np.float32(rng.uniform(0.7, 1.15))
    picture *= 1 - seen[..., 3:]
    picture += seen[..., :3] * light


def _backdrop(rng: np.random.Generator, assets: SceneAssets, height: int, width: int) -> Layer:
    """Return what lies behind a hand: mostly what lies behind a sheet, now and then a plain wall or noise."""
    kind = rng.random()
    if kind < 0.8:
        return background(rng, assets, height, width)
    picture = np.empty((height, width, 3), np.float32)
    picture[:] = hue_colour(rng, (0.05, 1.0), (0.0, 0.9 if kind < 0.87 else 0.15))
    if kind > 0.97:
        picture += rng.normal(0, 0.2, picture.shape).astype(np.float32)
    slope = np.linspace(*rng.uniform(0.75, 1.2, 2), width, dtype=np.float32)
    return np.clip(picture * slope[None, :, None], 0, 1)


def hand_scene(
    rng: np.random.Generator,
    assets: SceneAssets,
    hands: tuple[HandPhotograph, ...],
    height: int,
    width: int,
    severity: float | None = None,
) -> tuple[Picture, int]:
    """Return one webcam-like picture (height, width, 3) uint8 of a hand that shows a digit, and its label."""
    hand = hands[int(rng.integers(len(hands)))]
    side = min(height, width)
    if severity is None:
        severity = float(rng.beta(1.2, 2.2))
    picture = _backdrop(rng, assets, height, width)
    size = float(np.exp(rng.uniform(np.log(0.38), np.log(0.98))))
    free = max(0.0, 0.5 - 0.52 * size) + 0.03
    middle = (width / 2 + rng.uniform(-free, free) * side, height / 2 + rng.uniform(-free, free) * side)
    paste_hand(rng, picture, hand, size * side, middle)
    return expose(rng, picture * _light(rng, height, width, severity), random_camera(rng, severity, 160.0)), hand.label


def _light(rng: np.random.Generator, height: int, width: int, severity: float) -> Layer:
    """Return a light (H, W, 1) that falls off to one side."""
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32) / np.float32(min(height, width)) - np.float32(0.5)
    turn = rng.uniform(0, 2 * np.pi)
    slope = np.float32(rng.uniform(0, 0.2 + 0.35 * severity))
    return np.asarray(1 + slope * (np.cos(turn) * columns + np.sin(turn) * rows), np.float32)[..., None]


def hand_without_digit(
    rng: np.random.Generator, assets: SceneAssets, hands: tuple[HandPhotograph, ...], height: int, width: int
) -> Picture:
    """Return a view with hands that show no digit: only an arm and a palm, mostly outside, or two different digits."""
    severity = float(rng.beta(1.2, 2.2))
    side = min(height, width)
    picture = _backdrop(rng, assets, height, width)
    hand = hands[int(rng.integers(len(hands)))]
    kind = rng.random()
    if kind < 0.3:  # two hands with two digits
        other = hands[int(rng.integers(len(hands)))]
        while other.label == hand.label:
            other = hands[int(rng.integers(len(hands)))]
        for each, x in ((hand, -0.24), (other, 0.24)):
            where = (width / 2 + (x + rng.uniform(-0.03, 0.03)) * side, height / 2 + rng.uniform(-0.15, 0.15) * side)
            paste_hand(rng, picture, each, float(rng.uniform(0.38, 0.52)) * side, where)
    elif kind < 0.55:  # what lies above the knuckles is left out of the view
        size = float(rng.uniform(0.6, 1.1))
        where = (width / 2 + rng.uniform(-0.2, 0.2) * side, -height * 0.02 + rng.uniform(-0.12, 0.0) * side)
        paste_hand(rng, picture, hand, size * side, where)
    elif kind < 0.75:  # the fingertips alone come in from below
        size = float(rng.uniform(0.5, 1.0))
        where = (width / 2 + rng.uniform(-0.35, 0.35) * side, height / 2 + (0.52 + 0.32 * size) * side)
        paste_hand(rng, picture, hand, size * side, where)
    else:  # a stump of an arm: the hand's upper part cut off along a soft line
        layer = hand.layer.copy()
        rows = np.nonzero(layer[: hand.bottom, :, 3].max(axis=1) > 0.5)[0]
        if rows.size:
            cut = rows[0] + 0.62 * (hand.bottom - rows[0])
            slope = np.arange(layer.shape[1]) - layer.shape[1] / 2
            line = cut + rng.uniform(-0.15, 0.15) * slope + rng.uniform(0, 0.008) * slope**2
            layer[..., 3] *= np.clip(np.arange(layer.shape[0])[:, None] - line[None, :], 0, 1)
        arm = HandPhotograph(hand.picture, layer, hand.bottom, -1)
        where = (width / 2 + rng.uniform(-0.25, 0.25) * side, height * rng.uniform(0.45, 0.85))
        paste_hand(rng, picture, arm, float(rng.uniform(0.25, 0.6)) * side, where)
    return expose(rng, picture * _light(rng, height, width, severity), random_camera(rng, severity, 160.0))


def photographed_hand(rng: np.random.Generator, hands: tuple[HandPhotograph, ...], size_px: int) -> tuple[Picture, int]:
    """Return a photograph as published but for its mirroring, (size_px, size_px, 3) uint8, and its label."""
    hand = hands[int(rng.integers(len(hands)))]
    picture = hand.picture[:, ::-1] if rng.random() < 0.5 else hand.picture
    resized = cv2.resize(picture, (size_px, size_px), interpolation=cv2.INTER_AREA)
    return np.asarray(resized, np.uint8), hand.label
