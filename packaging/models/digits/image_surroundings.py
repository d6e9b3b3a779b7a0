"""What lies around a digit in a webcam's view: rooms, people, furniture, hands, light.

All pictures here are (H, W, 3) float32 RGB in [0, 1]. Everything is ours and deterministic from its generator.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from image_data import SceneAssets
from numpy.typing import NDArray

Layer = NDArray[np.float32]


def hue_colour(rng: np.random.Generator, value: tuple[float, float], saturation: tuple[float, float]) -> Layer:
    """Draw an RGB colour (3,) of any hue within bounds of brightness and saturation."""
    hsv = np.array([[[rng.uniform(0, 360), rng.uniform(*saturation), rng.uniform(*value)]]], np.float32)
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)[0, 0], np.float32)


def skin_colour(rng: np.random.Generator) -> Layer:
    """Draw a skin colour (3,) anywhere between very light and very dark."""
    light, dark = np.array([0.96, 0.80, 0.70]), np.array([0.27, 0.16, 0.11])
    share = rng.random()
    return np.clip(light * (1 - share) + dark * share + rng.normal(0, 0.02, 3), 0, 1).astype(np.float32)


def smooth_field(rng: np.random.Generator, height: int, width: int, cells: int) -> Layer:
    """Return a smooth random field (H, W) of mean 0 and deviation about 1."""
    coarse = rng.normal(0, 1, (cells, cells)).astype(np.float32)
    return np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)


def _photograph(rng: np.random.Generator, assets: SceneAssets, height: int, width: int) -> Layer:
    picture = assets.photographs[int(rng.integers(len(assets.photographs)))]
    scale = max(height / picture.shape[0], width / picture.shape[1])
    share = min(1.0, rng.uniform(0.3, 1.0))
    crop_h = max(2, int(height / scale * share))
    crop_w = max(2, int(width / scale * share))
    top = int(rng.integers(picture.shape[0] - crop_h + 1))
    left = int(rng.integers(picture.shape[1] - crop_w + 1))
    crop = picture[top : top + crop_h, left : left + crop_w]
    if rng.random() < 0.5:
        crop = crop[:, ::-1]
    return np.asarray(cv2.resize(crop, (width, height), interpolation=cv2.INTER_AREA), np.float32) / np.float32(255)


def _room(rng: np.random.Generator, height: int, width: int) -> Layer:
    """Draw a wall, a floor and a few pieces of furniture, windows, shelves or curtains."""
    wall = hue_colour(rng, (0.25, 0.95), (0.0, 0.35))
    picture = np.empty((height, width, 3), np.float32)
    picture[:] = wall * np.linspace(rng.uniform(0.7, 1.1), rng.uniform(0.7, 1.1), width, dtype=np.float32)[:, None]
    if rng.random() < 0.5:
        floor = int(height * rng.uniform(0.6, 0.95))
        picture[floor:] = hue_colour(rng, (0.15, 0.7), (0.1, 0.5))
    for _ in range(int(rng.integers(1, 7))):
        w, h = int(width * rng.uniform(0.06, 0.5)), int(height * rng.uniform(0.08, 0.7))
        x, y = int(rng.integers(-w // 2, width - w // 2)), int(rng.integers(-h // 3, height - h // 2))
        colour = hue_colour(rng, (0.1, 1.0), (0.0, 0.6))
        kind = rng.random()
        cv2.rectangle(picture, (x, y), (x + w, y + h), colour.tolist(), -1, cv2.LINE_AA)
        if kind < 0.25:  # a window or a picture frame
            edge = max(1, w // 12)
            cv2.rectangle(picture, (x, y), (x + w, y + h), (colour * 0.5).tolist(), edge, cv2.LINE_AA)
            cv2.line(picture, (x + w // 2, y), (x + w // 2, y + h), (colour * 0.5).tolist(), edge, cv2.LINE_AA)
        elif kind < 0.5:  # a shelf of books
            shelf = max(6, h // int(rng.integers(1, 4)))
            for row in range(y, y + h, shelf):
                book_x = x
                while book_x < x + w:
                    book_w = max(2, int(width * rng.uniform(0.01, 0.04)))
                    top = row + int(shelf * rng.uniform(0.05, 0.35))
                    book = hue_colour(rng, (0.1, 0.9), (0.1, 0.8)).tolist()
                    cv2.rectangle(picture, (book_x, top), (min(book_x + book_w, x + w), row + shelf - 2), book, -1)
                    book_x += book_w + 1
        elif kind < 0.65:  # a lamp
            cv2.ellipse(picture, (x + w // 2, y + h // 2), (w // 2, h // 3), 0, 0, 360, (1.0, 0.97, 0.85), -1,
                        cv2.LINE_AA)  # fmt: skip
    return picture


def _texture(rng: np.random.Generator, height: int, width: int) -> Layer:
    """Draw a plain or structured surface: wall, cloth, curtain, wood, tiles."""
    base = hue_colour(rng, (0.08, 1.0), (0.0, 0.7))
    kind = int(rng.integers(5))
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32) / np.float32(height)
    if kind == 0:
        relief = 0.04 * smooth_field(rng, height, width, 4)
    elif kind == 1:
        relief = sum(
            (0.12 / k * smooth_field(rng, height, width, 4 * k) for k in (1, 2, 4, 8)), np.zeros(1, np.float32)
        )
    elif kind == 2:
        turn = rng.uniform(0, np.pi)
        along = np.cos(turn) * columns + np.sin(turn) * rows + 0.03 * smooth_field(rng, height, width, 4)
        relief = rng.uniform(0.05, 0.2) * np.sin(along * rng.uniform(20, 160))
    elif kind == 3:
        grain = rows * rng.uniform(2, 5) + 0.12 * smooth_field(rng, height, width, 6)
        relief = 0.12 * np.sin(grain * rng.uniform(15, 45)) * (0.6 + 0.4 * smooth_field(rng, height, width, 5))
    else:
        size = rng.uniform(0.06, 0.4)
        joint = ((rows / size) % 1 < 0.06) | ((columns / size) % 1 < 0.06)
        relief = np.where(joint, -0.25, 0.03 * smooth_field(rng, height, width, 9)).astype(np.float32)
    picture = base * (1.0 + relief[..., None])
    return np.asarray(picture, np.float32)


def _person(rng: np.random.Generator, picture: Layer) -> None:
    """Draw a head with hair, a face and shoulders into a picture in place."""
    height, width = picture.shape[:2]
    size = height * rng.uniform(0.12, 0.32)  # half a head
    x, y = width * rng.uniform(0.2, 0.8), height * rng.uniform(0.15, 0.55)
    skin, hair = skin_colour(rng), hue_colour(rng, (0.05, 0.6), (0.1, 0.6))
    cloth = hue_colour(rng, (0.05, 0.95), (0.0, 0.8))
    scale = 16.0

    def at(px: float, py: float) -> tuple[int, int]:
        return int((x + px * size) * scale), int((y + py * size) * scale)

    def axes(ax: float, ay: float) -> tuple[int, int]:
        return max(1, int(ax * size * scale)), max(1, int(ay * size * scale))

    def blob(px: float, py: float, ax: float, ay: float, colour: Layer, tilt: float = 0.0) -> None:
        cv2.ellipse(picture, at(px, py), axes(ax, ay), tilt, 0, 360, colour.tolist(), -1, cv2.LINE_AA, 4)

    blob(0, 3.6, rng.uniform(1.8, 2.4), 2.2, cloth)
    blob(0, 1.2, 0.4, 0.7, skin * 0.85)
    blob(0, -0.25, 0.85, rng.uniform(0.95, 1.5), hair)
    blob(0, 0.05, 0.72, 0.98, skin)
    for side in (-1, 1):
        blob(0.28 * side, -0.1, 0.13, 0.07, np.array([0.95, 0.95, 0.95], np.float32))
        blob(0.28 * side, -0.1, 0.06, 0.07, np.array([0.12, 0.08, 0.05], np.float32))
        blob(0.28 * side, -0.27, 0.18, 0.035, hair * 0.7, 6.0 * side)
    blob(0, 0.22, 0.09, 0.16, skin * 0.88)
    blob(0, 0.55, 0.25, rng.uniform(0.04, 0.12), np.array([0.65, 0.3, 0.3], np.float32) * (0.4 + 0.6 * skin))
    if rng.random() < 0.3:
        for side in (-1, 1):
            cv2.ellipse(picture, at(0.29 * side, -0.08), axes(0.24, 0.2), 0, 0, 360, (0.1, 0.1, 0.1),
                        max(1, int(size * 0.05)), cv2.LINE_AA, 4)  # fmt: skip


def background(rng: np.random.Generator, assets: SceneAssets, height: int, width: int) -> Layer:
    """Return what the camera sees behind the hand: a photograph, a room, a texture, people, out of focus or not."""
    kind = rng.random()
    if kind < 0.38:
        picture = _photograph(rng, assets, height, width)
    elif kind < 0.72:
        picture = _room(rng, height, width)
    else:
        picture = _texture(rng, height, width)
    if rng.random() < 0.4:
        _person(rng, picture)
    if rng.random() < 0.7:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), height * float(rng.uniform(0.002, 0.018))), np.float32)
    gain = rng.uniform(0.4, 1.2)
    return np.asarray(np.clip(picture * gain, 0.0, 1.0), np.float32)


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand that holds a surface at one point of its edge.

    Attributes:
        anchor: Point of the edge in surface pixels (x, y).
        inward: Unit vector from the edge to the surface's middle.
        size: Width of the thumb as a share of the view's side.
        reach: How far the thumb lies over the surface, in thumb widths.
        skin: Skin colour (3,).
        sleeve: Sleeve colour (3,).
        down: Direction of the arm in radians from straight down.
    """

    anchor: tuple[float, float]
    inward: tuple[float, float]
    size: float
    reach: float
    skin: Layer
    sleeve: Layer
    down: float


def _limb(picture: Layer, points: list[NDArray[np.float64]], width: float, colour: Layer) -> None:
    """Draw a rounded limb along a chain of points, darker at its edges, in place."""
    height, columns = picture.shape[:2]
    chain = np.asarray(points)
    low = np.maximum(np.floor(chain.min(axis=0) - width), 0).astype(int)
    high = np.minimum(np.ceil(chain.max(axis=0) + width), (columns, height)).astype(int)
    if np.any(high <= low):
        return
    mask = np.zeros((high[1] - low[1], high[0] - low[0]), np.uint8)
    fixed = np.round((chain - low) * 16).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(mask, [fixed], False, 255, max(1, round(width)), cv2.LINE_AA, 4)
    alpha = mask.astype(np.float32)[..., None] / np.float32(255)
    reach = max(1, int(width * 0.35))
    inner = cv2.blur(cv2.blur(mask, (reach, reach)), (reach, reach)).astype(np.float32)[..., None] / np.float32(255)
    region = picture[low[1] : high[1], low[0] : high[0]]
    region += alpha * (colour * (0.5 + 0.5 * inner) - region)


def draw_hand(
    picture: Layer, hand: Hand, anchor: NDArray[np.float64], inward: NDArray[np.float64], front: bool
) -> None:
    """Draw the part of a hand behind the surface (arm, fist) or before it (the thumb), in place."""
    side = min(picture.shape[:2])
    width = hand.size * side
    across = np.array([-inward[1], inward[0]])
    if across[1] > 0:  # the thumb lies on the upper side of the fist
        across = -across
    thumb = anchor + across * width * 0.9
    if front:
        tip = thumb + inward * width * hand.reach
        root = anchor - inward * width * 1.5 + across * width * 0.5
        _limb(picture, [root, thumb - inward * width * 0.5, tip], width, hand.skin)
        nail = tip + inward * width * 0.12
        light = np.array([0.38, 0.31, 0.30], np.float32)
        cv2.ellipse(picture, (round(nail[0] * 16), round(nail[1] * 16)), (int(width * 4.2), int(width * 5)),
                    float(np.degrees(np.arctan2(inward[1], inward[0]))), 0, 360,
                    (hand.skin * 0.6 + light).clip(0, 1).tolist(), -1, cv2.LINE_AA, 4)  # fmt: skip
        return
    palm = anchor - inward * width * 1.5
    _arm(picture, hand, palm, width)
    _limb(picture, [palm - across * width * 0.7, palm + across * width * 0.7], width * 2.3, hand.skin)
    if abs(inward[0]) > abs(inward[1]):  # held at the side: the curled fingers show below the thumb
        for step in (-1.3, -0.6, 0.1):
            start = palm + across * width * step
            _limb(picture, [start, start + inward * width * 1.1], width * 0.8, hand.skin * 0.95)


def _arm(picture: Layer, hand: Hand, palm: NDArray[np.float64], width: float) -> None:
    """Draw sleeve and wrist from a palm out of the view, in place."""
    arm = palm + np.array([np.sin(hand.down), np.cos(hand.down)]) * min(picture.shape[:2]) * 1.4
    _limb(picture, [palm, arm], width * 2.6, hand.sleeve)
    _limb(picture, [palm, palm + (arm - palm) * 0.16], width * 2.1, hand.skin)


def draw_fist(rng: np.random.Generator, picture: Layer, hand: Hand, palm: NDArray[np.float64]) -> None:
    """Draw a fist, in place: an empty hand that shows no digit, as spread fingers would."""
    width = hand.size * min(picture.shape[:2])
    up = np.array([-np.sin(hand.down), -np.cos(hand.down)])
    across = np.array([-up[1], up[0]]) * (1 if rng.random() < 0.5 else -1)
    _arm(picture, hand, palm, width)
    _limb(picture, [palm - up * width * 0.4, palm + up * width * 0.5], width * 3.0, hand.skin)
    for step in (-1.1, -0.37, 0.37, 1.1):
        root = palm + across * width * step + up * width * 0.9
        _limb(picture, [root, root - up * width * hand.reach], width * 0.75, hand.skin * rng.uniform(0.85, 1.0))
    thumb = palm - across * width * 1.2
    _limb(picture, [thumb, thumb + (0.3 * up + 0.9 * across) * width * 1.6], width * 0.85, hand.skin)
