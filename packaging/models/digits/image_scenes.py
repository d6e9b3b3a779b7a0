"""Scenes as a webcam sees them: a digit (or none) on paper, card, screen or board, held before a background.

A `Scene` holds the layers of one moment; `take` renders it with a shift, so one scene gives a picture or a video.
Lengths are shares of the view's side, the shorter of its two sides, so that one scene can be made at any size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np
from image_camera import Camera, Layer, Picture, covered_frame, expose, random_camera
from image_data import BACKGROUND, SceneAssets
from image_glyphs import Mask, deform, font_mask, ink_onto, pen_digit, reinked
from image_sheets import Sheet, make_sheet
from image_surroundings import Hand, background, draw_fist, draw_hand, hue_colour, skin_colour, smooth_field
from numpy.typing import NDArray

__all__ = [
    "Scene",
    "clean_crop",
    "covered_frame",
    "digit_mask",
    "make_scene",
    "paper_view",
    "pool_sample",
    "scene_video",
    "take",
]


@dataclass(frozen=True, slots=True)
class Scene:
    """The layers of one moment before the camera.

    Attributes:
        behind: Background (H, W, 3).
        surface: Inked surface (h, w, 3).
        alpha: Its coverage (h, w).
        corners: Where the surface's corners lie in the view, (4, 2) px, clockwise from the upper left.
        hands: Who holds it.
        light: Factor of the light at each place (H, W, 1).
        glare: Light added at each place (H, W, 1).
        shadow: Darkness of the surface's shadow on what lies behind, 0 to 1.
        camera: The camera.
        label: 0 to 9, or -1 without a digit.
    """

    behind: Layer
    surface: Layer
    alpha: NDArray[np.float32]
    corners: NDArray[np.float64]
    hands: tuple[Hand, ...]
    light: Layer
    glare: Layer
    shadow: float
    camera: Camera
    label: int


def digit_mask(rng: np.random.Generator, assets: SceneAssets) -> tuple[Mask, int]:
    """Draw one digit's ink and its label: a re-inked scan, a pen stroke form or a font."""
    kind = rng.random()
    if kind < 0.3:
        label = int(rng.integers(10))
        if assets.pen and kind < 0.15:
            return pen_digit(rng, label), label
        font = assets.fonts[int(rng.integers(len(assets.fonts)))]
        return font_mask(rng, font, str(label), float(rng.uniform(0.2, 0.9))), label
    index = int(rng.integers(len(assets.labels)))
    return reinked(rng, assets.digits[index]), int(assets.labels[index])


def _place(
    rng: np.random.Generator, sheet: Sheet, height: int, width: int, ink: tuple[float, float]
) -> NDArray[np.float64]:
    """Return the corners (4, 2) that put the ink, of half extents ``ink`` px, wholly into the view's middle square."""
    rows, columns = sheet.alpha.shape
    side = min(height, width)
    corners = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float64) - sheet.middle
    tilt = np.clip(rng.normal(0, 8), -20, 20) * np.pi / 180
    turn = np.array([[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]])
    # Perspective: turn the sheet in space about its two axes and look at it from a few sheet sizes away.
    yaw, pitch = np.clip(rng.normal(0, 0.3, 2), -0.7, 0.7)
    flat = corners @ turn.T
    depth = flat[:, 0] * np.sin(yaw) + flat[:, 1] * np.sin(pitch)
    distance = max(rows, columns, side) * rng.uniform(1.8, 3.5)
    seen = flat * (np.cos(yaw), np.cos(pitch)) / (1 + depth / distance)[:, None]
    free = np.maximum(0.0, side / 2 - np.asarray(ink) * 1.25)
    offset = rng.uniform(-1, 1, 2) * free * (0.9 if rng.random() < 0.6 else 0.4)
    return np.asarray(seen + np.array([width / 2, height / 2]) + offset, np.float64)


def _lighting(rng: np.random.Generator, height: int, width: int, severity: float, glossy: bool) -> tuple[Layer, Layer]:
    """Return the light's factor and the added glare, both (H, W, 1): gradients, cast shadows, reflections."""
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32) / np.float32(min(height, width)) - np.float32(0.5)
    turn = rng.uniform(0, 2 * np.pi)
    light = 1.0 + np.float32(rng.uniform(0, 0.2 + 0.35 * severity)) * (np.cos(turn) * columns + np.sin(turn) * rows)
    light += np.float32(0.03) * smooth_field(rng, height, width, 4)
    if rng.random() < 0.2 + 0.3 * severity:
        turn, where = rng.uniform(0, 2 * np.pi), rng.uniform(-0.4, 0.4)
        along = np.cos(turn) * columns + np.sin(turn) * rows - where
        along = along + np.float32(0.03) * smooth_field(rng, height, width, 4)
        softness = rng.uniform(0.005, 0.08)
        light *= 1.0 - np.float32(rng.uniform(0.15, 0.35 + 0.25 * severity)) / (1 + np.exp(-along / softness))
    glare = np.zeros((height, width), np.float32)
    if rng.random() < (0.45 if glossy else 0.08) * (0.5 + severity):
        centre, axes = rng.uniform(-0.5, 0.5, 2), rng.uniform(0.03, 0.2, 2)
        turn = rng.uniform(0, np.pi)
        u = np.cos(turn) * (columns - centre[0]) + np.sin(turn) * (rows - centre[1])
        v = -np.sin(turn) * (columns - centre[0]) + np.cos(turn) * (rows - centre[1])
        glare = np.float32(rng.uniform(0.1, 0.55)) * np.exp(-((u / axes[0]) ** 2) - (v / axes[1]) ** 2)
    return light.astype(np.float32)[..., None], glare.astype(np.float32)[..., None]


def _hands(rng: np.random.Generator, sheet: Sheet, digit_share: float, side: int) -> tuple[Hand, ...]:
    """Draw none, one or two hands at the edges of a surface, whose thumbs leave the digit readable."""
    rows, columns = sheet.alpha.shape
    if sheet.kind in ("whiteboard", "blackboard") or rng.random() < 0.25:
        return ()
    skin, sleeve = skin_colour(rng), hue_colour(rng, (0.05, 0.9), (0.0, 0.7))
    gaps = (sheet.middle[0] - sheet.half[0], columns - sheet.middle[0] - sheet.half[0],
            rows - sheet.middle[1] - sheet.half[1])  # fmt: skip
    hands = []
    for index in rng.permutation(3)[: 1 if rng.random() < 0.65 else 2]:
        if index == 2:
            anchor, inward, lean = (rng.uniform(0.25, 0.75) * columns, float(rows)), (0.0, -1.0), 0.0
        else:
            anchor = (float(index * columns), rng.uniform(0.35, 0.9) * rows)
            inward, lean = (1.0 - 2.0 * index, 0.0), index - 0.5
        size = float(np.clip(rng.uniform(0.22, 0.5) * max(digit_share, 0.22), 0.05, 0.12))
        # The round tip reaches half a width further than the thumb's axis; a tenth of the digit may be covered.
        longest = (gaps[int(index)] + 0.2 * min(sheet.half)) / (size * side) - 0.5
        reach = float(np.clip(rng.uniform(0.1, 0.8), -0.45, max(-0.45, longest)))
        hands.append(Hand(anchor, inward, size, reach, skin, sleeve, float(lean + rng.normal(0, 0.25))))
    return tuple(hands)


def make_scene(
    rng: np.random.Generator,
    assets: SceneAssets,
    height: int,
    width: int,
    mask: Mask | None,
    label: int,
    severity: float | None = None,
) -> Scene:
    """Compose a scene.

    Args:
        rng: Source of chance.
        assets: A split's fonts and photographs.
        height: Rows of the view.
        width: Columns of the view.
        mask: The digit's ink, or None for a surface without digit.
        label: The digit, or -1.
        severity: How bad light and camera are, 0 to 1; None draws it.
    """
    side = min(height, width)
    if severity is None:
        severity = float(rng.beta(1.2, 2.0))
    digit_share = float(np.exp(rng.uniform(np.log(0.2), np.log(0.9))))
    aspect = 0.7 if mask is None else mask.shape[1] / mask.shape[0]
    if aspect * digit_share > 0.85:
        digit_share = 0.85 / aspect
    digit_px = max(6, int(digit_share * side))
    sheet = make_sheet(rng, assets, mask, digit_px, side)
    corners = _place(rng, sheet, height, width, (0.5 * digit_px * aspect, 0.5 * digit_px))
    light, glare = _lighting(rng, height, width, severity, sheet.kind in ("screen", "whiteboard"))
    covers_all = min(sheet.alpha.shape) > 2 * side
    behind = np.zeros((height, width, 3), np.float32) if covers_all else background(rng, assets, height, width)
    return Scene(behind, sheet.surface, sheet.alpha, corners, _hands(rng, sheet, digit_share, side), light, glare,
                 float(rng.uniform(0, 0.5)), random_camera(rng, severity, digit_share * 480), label)  # fmt: skip


def take(rng: np.random.Generator, scene: Scene, motion: NDArray[np.float64] | None = None) -> Picture:
    """Render a scene as RGB uint8 (H, W, 3).

    Args:
        rng: Draws the sensor noise.
        scene: What to render.
        motion: Where the hand has carried the sheet: 2×3 affine in view pixels; None leaves it in place.
    """
    height, width = scene.behind.shape[:2]
    rows, columns = scene.alpha.shape
    corners = scene.corners
    if motion is not None:
        corners = corners @ motion[:, :2].T + motion[:, 2]
    start = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float32)
    warp = cv2.getPerspectiveTransform(start, corners.astype(np.float32))
    method = cv2.INTER_LINEAR
    surface = np.asarray(cv2.warpPerspective(scene.surface, warp, (width, height), flags=method,
                                             borderMode=cv2.BORDER_REPLICATE), np.float32)  # fmt: skip
    alpha = np.asarray(cv2.warpPerspective(scene.alpha, warp, (width, height), flags=method), np.float32)
    picture = scene.behind.copy()
    held = []
    for hand in scene.hands:
        ends = np.array([[hand.anchor, np.add(hand.anchor, np.multiply(hand.inward, rows * 0.05))]], np.float32)
        anchor, inner = cv2.perspectiveTransform(ends, warp)[0].astype(np.float64)
        held.append((hand, anchor, (inner - anchor) / (np.linalg.norm(inner - anchor) + 1e-9)))
    if scene.shadow > 0.02:
        side = min(height, width)
        cast = cv2.blur(alpha, (max(1, int(0.08 * side)),) * 2)
        shift = np.array([[1, 0, 0.012 * side], [0, 1, 0.02 * side]], np.float32)
        picture *= 1 - np.float32(scene.shadow) * cv2.warpAffine(cast, shift, (width, height))[..., None]
    for hand, anchor, inward in held:
        draw_hand(picture, hand, anchor, inward, front=False)
    picture += alpha[..., None] * (surface - picture)
    for hand, anchor, inward in held:
        draw_hand(picture, hand, anchor, inward, front=True)
    return expose(rng, picture * scene.light + scene.glare, scene.camera)


def _bare_scene(rng: np.random.Generator, assets: SceneAssets, height: int, width: int) -> Picture:
    """Return a view without any sheet: a room, a person, a texture, a fist, a covered or blinded lens."""
    kind = rng.random()
    if kind < 0.12:
        return covered_frame(rng, height, width)
    severity = float(rng.beta(1.2, 2.0))
    camera = random_camera(rng, severity, 300.0)
    if kind < 0.2:
        flat = np.empty((height, width, 3), np.float32)
        flat[:] = hue_colour(rng, (0.0, 1.0), (0.0, 0.8)) * np.float32(rng.uniform(0.05, 1.2))
        return expose(rng, flat, camera)
    picture = background(rng, assets, height, width)
    light, glare = _lighting(rng, height, width, severity, False)
    if kind < 0.5:
        skin, sleeve = skin_colour(rng), hue_colour(rng, (0.05, 0.9), (0.0, 0.7))
        for _ in range(int(rng.integers(1, 3))):
            hand = Hand((0, 0), (0, -1), float(rng.uniform(0.05, 0.11)), float(rng.uniform(0.5, 1.1)), skin, sleeve,
                        float(rng.normal(0, 0.5)))  # fmt: skip
            palm = np.array([rng.uniform(0.15, 0.85) * width, rng.uniform(0.35, 0.9) * height])
            draw_fist(rng, picture, hand, palm)
    return expose(rng, picture * light + glare, camera)


def clean_crop(rng: np.random.Generator, mask: Mask, size_px: int) -> Picture:
    """Return a scan-like picture: the digit fills most of a plain square, either polarity, at any sharpness."""
    fill = float(rng.uniform(0.62, 1.0))
    coarse = int(rng.choice([20, 24, 28, 40, 64, 96], p=[0.25, 0.1, 0.3, 0.15, 0.1, 0.1]))
    ink, ground = np.ones(3), np.zeros(3)
    if rng.random() < 0.3:
        ink, ground = ink - rng.uniform(0, 0.35, 3), ground + rng.uniform(0, 0.35, 3)
    if rng.random() < 0.5:
        ink, ground = ground, ink
    canvas = np.empty((96, 96, 3), np.float32)
    canvas[:] = ground
    height = int(96 * min(fill, fill / (mask.shape[1] / mask.shape[0])))
    width = height * mask.shape[1] / mask.shape[0]
    free_x, free_y = (96 - width) / 2, (96 - height) / 2
    left, top = free_x + free_x * rng.uniform(-0.6, 0.6), free_y + free_y * rng.uniform(-0.6, 0.6)
    ink_onto(canvas, mask, int(left), int(top), height, ink.astype(np.float32))
    scanned = cv2.resize(canvas, (coarse, coarse), interpolation=cv2.INTER_AREA)
    if rng.random() < 0.3:
        scanned = scanned + rng.normal(0, rng.uniform(0.005, 0.06), scanned.shape).astype(np.float32)
    method = cv2.INTER_LINEAR if coarse < size_px else cv2.INTER_AREA
    resized = cv2.resize(np.asarray(scanned, np.float32), (size_px, size_px), interpolation=method)
    return (np.clip(resized, 0, 1) * 255 + 0.5).astype(np.uint8)


def scanned_crop(digit: Picture, dark_ink: bool) -> Picture:
    """Return a scan (N, N) uint8 as an RGB picture in its own few pixels, unchanged but for the polarity."""
    grey = 255 - digit if dark_ink else digit
    return np.repeat(grey[..., None], 3, axis=2)


def camera_view(
    rng: np.random.Generator, assets: SceneAssets, height: int, width: int, with_digit: bool
) -> tuple[Picture, int]:
    """Return one webcam-like picture (height, width, 3) uint8 and its label."""
    if with_digit:
        mask, label = digit_mask(rng, assets)
        return take(rng, make_scene(rng, assets, height, width, mask, label)), label
    if rng.random() < 0.45:
        return _bare_scene(rng, assets, height, width), BACKGROUND
    return take(rng, make_scene(rng, assets, height, width, None, BACKGROUND)), BACKGROUND


def pool_sample(rng: np.random.Generator, assets: SceneAssets, size_px: int, with_clean: bool) -> tuple[Picture, int]:
    """Return one training sample (S, S, 3) uint8 and its label: clean, camera-like or without digit."""
    kind = rng.random()
    if with_clean and kind < 0.17:
        mask, label = digit_mask(rng, assets)
        return clean_crop(rng, mask, size_px), label
    if with_clean and kind < 0.20:  # an untouched scan among the re-inked ones
        index = int(rng.integers(len(assets.labels)))
        crop = scanned_crop(assets.digits[index], bool(rng.random() < 0.5))
        label = int(assets.labels[index])
        return np.asarray(cv2.resize(crop, (size_px, size_px), interpolation=cv2.INTER_LINEAR), np.uint8), label
    side = int(rng.choice([160, 192, 240]))
    picture, label = camera_view(rng, assets, side, side, with_digit=bool(rng.random() < 0.71))
    return np.asarray(cv2.resize(picture, (size_px, size_px), interpolation=cv2.INTER_AREA), np.uint8), label


def paper_view(rng: np.random.Generator, scan: NDArray[np.uint8], height: int, width: int) -> Picture:
    """Write a scan on plain paper that fills the view, and take it with a good camera in good light.

    Args:
        rng: Source of chance.
        scan: Digit (N, N) uint8, light ink on dark, as MNIST has it.
        height: Rows of the view.
        width: Columns of the view.

    Returns:
        (height, width, 3) RGB uint8; the digit is dark, wholly in the middle square, at most 80 % of its side.
    """
    mask = reinked(rng, scan, 0.3)
    side = min(height, width)
    aspect = mask.shape[1] / mask.shape[0]
    digit_px = int(side * min(rng.uniform(0.4, 0.8), 0.8 / aspect))
    size = digit_px * np.array([aspect, 1.0])
    left, top = (np.array([width, height]) - size) / 2 + 0.4 * (side - size) * rng.uniform(-1, 1, 2)
    page = np.empty((height, width, 3), np.float32)
    page[:] = hue_colour(rng, (0.8, 1.0), (0.0, 0.12))
    ink_onto(page, mask, int(left), int(top), digit_px, hue_colour(rng, (0.0, 0.4), (0.0, 1.0)))
    light, glare = _lighting(rng, height, width, 0.0, False)
    return expose(rng, page * light + glare, random_camera(rng, 0.0, digit_px * 480 / side))


def scene_video(
    digit_image: NDArray[np.uint8], seconds: float, fps: float, seed: int, assets: SceneAssets, severity: float = 0.15
) -> Iterator[Picture]:
    """Yield the frames of a hand holding one sheet before one background, moving and shaking gently.

    Args:
        digit_image: Scan (N, N) uint8, light ink on dark, as MNIST has it.
        seconds: Length of the video.
        fps: Frames per second.
        seed: Same seed, same video.
        assets: Fonts and photographs to draw from, `image_data.scene_assets(split, work)`.
        severity: How bad light and camera are, 0 to 1.

    Yields:
        RGB frames (480, 640, 3) uint8.

    Raises:
        ValueError: The scan is not square grey bytes, or the times are not positive.
    """
    if digit_image.ndim != 2 or digit_image.dtype != np.uint8 or seconds <= 0 or fps <= 0:
        raise ValueError("a grey uint8 scan and positive times are needed")
    rng = np.random.default_rng(seed)
    mask = deform(rng, reinked(rng, digit_image, 0.3), 0.0)
    scene = make_scene(rng, assets, 480, 640, mask, BACKGROUND, severity)
    for _ in range(50):  # a sheet of middling size held in a hand; other scenes suit stills better
        extent = np.ptp(scene.corners, axis=0)
        aside = np.abs(scene.corners.mean(axis=0) - (320, 240))
        if scene.hands and 220 < extent[1] < 430 and 150 < extent[0] < 560 and aside.max() < 90:
            break
        scene = make_scene(rng, assets, 480, 640, mask, BACKGROUND, severity)
    scene = replace(
        scene, camera=replace(scene.camera, motion=0.0, exposure=float(np.clip(scene.camera.exposure, 0.8, 1.2)))
    )
    phases, tempi = rng.uniform(0, 2 * np.pi, 8), rng.uniform(0.15, 0.5, 4)
    middle = scene.corners.mean(axis=0)
    tremor = np.zeros(2)
    for index in range(round(seconds * fps)):
        t = index / fps
        sway = [np.sin(2 * np.pi * tempi[k] * t + phases[k]) for k in range(4)]
        tremor = 0.8 * tremor + rng.normal(0, 0.35, 2)
        turn, zoom = 0.035 * sway[2], 1.0 + 0.035 * sway[3]
        linear = zoom * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        shift = middle - linear @ middle + np.array([12.0 * sway[0], 8.0 * sway[1]]) + tremor
        yield take(rng, scene, np.column_stack([linear, shift]))
