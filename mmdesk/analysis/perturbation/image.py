"""Perturbations of pictures. All take and give frame_rgb (H, W, 3) uint8; any thread.

Lengths are relative to the side of the central square, min(H, W), which is what the encoders see: so one strength means
the same at every resolution.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

REFERENCE_SIDE_PX = 224
"""Side of the picture in whose pixels `blur` counts."""


def occlude(frame_rgb: Picture, share: float, rng: np.random.Generator) -> Picture:
    """Cover a share of the central square's area with one rectangle of a plain colour, at a random place.

    After Cutout (DeVries and Taylor, 2017, arXiv:1708.04552), with the rectangle wholly inside and of a random
    colour, as a card held before the lens would be.

    Args:
        frame_rgb: The picture.
        share: In [0, 1]; met but for rounding to whole pixels.
        rng: Draws shape, place and colour.

    Raises:
        ValueError: If the share is impossible.
    """
    _check(share, 0.0, 1.0, "share")
    covered = frame_rgb.copy()
    side = min(frame_rgb.shape[:2])
    longest = float(np.sqrt(rng.uniform(0.5, 2.0)))
    width = min(1.0, max(share, float(np.sqrt(share)) * longest))
    width_px = min(side, max(round(width * side), 1))
    height_px = min(side, round(share * side * side / width_px))
    top = (frame_rgb.shape[0] - side) // 2 + int(rng.integers(side - height_px + 1))
    left = (frame_rgb.shape[1] - side) // 2 + int(rng.integers(side - width_px + 1))
    covered[top : top + height_px, left : left + width_px] = rng.integers(0, 256, 3, dtype=np.uint8)
    return covered


def blur(frame_rgb: Picture, sigma: float) -> Picture:
    """Blur with a Gaussian of ``sigma`` ≥ 0 pixels of a picture whose central square is 224 px wide.

    Raises:
        ValueError: If sigma is negative or not finite.
    """
    _check(sigma, 0.0, 1e4, "sigma")
    sigma_px = sigma * min(frame_rgb.shape[:2]) / REFERENCE_SIDE_PX
    if sigma_px < 0.05:
        return frame_rgb.copy()
    return np.asarray(cv2.GaussianBlur(frame_rgb, (0, 0), sigma_px, borderType=cv2.BORDER_REPLICATE), np.uint8)


def noise(frame_rgb: Picture, std: float, rng: np.random.Generator) -> Picture:
    """Add white Gaussian noise of a standard deviation ≥ 0, in units of the full range, to each value.

    Raises:
        ValueError: If std is negative or not finite.
    """
    _check(std, 0.0, 1e4, "std")
    grain = rng.standard_normal(frame_rgb.shape, dtype=np.float32) * np.float32(255 * std)
    return _pixels(frame_rgb + grain)


def darken(frame_rgb: Picture, factor: float) -> Picture:
    """Multiply every value by a factor in [0, 1]; 0 is black.

    Raises:
        ValueError: If the factor is impossible.
    """
    _check(factor, 0.0, 1.0, "factor")
    return _pixels(frame_rgb * np.float32(factor))


def rotate(frame_rgb: Picture, degrees: float) -> Picture:
    """Turn about the middle, anticlockwise for positive degrees; what comes in at the edges is mirrored."""
    _check(degrees, -360.0, 360.0, "degrees")
    height, width = frame_rgb.shape[:2]
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1.0)
    turned = cv2.warpAffine(frame_rgb, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return np.asarray(turned, np.uint8)


def perspective(frame_rgb: Picture, strength: float, rng: np.random.Generator) -> Picture:
    """Move each corner by up to ``strength`` in [0, 0.4] of the shorter side, in both directions.

    Raises:
        ValueError: If the strength is impossible.
    """
    _check(strength, 0.0, 0.4, "strength")
    height, width = frame_rgb.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + rng.uniform(-strength, strength, (4, 2)).astype(np.float32) * min(height, width)
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    warped = cv2.warpPerspective(
        frame_rgb, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
    return np.asarray(warped, np.uint8)


def crop(frame_rgb: Picture, share: float, rng: np.random.Generator) -> Picture:
    """Keep ``share`` in (0, 1] of height and width, cut out at a random place and brought back to the old size.

    Raises:
        ValueError: If the share is impossible.
    """
    _check(share, 1e-3, 1.0, "share")
    height, width = frame_rgb.shape[:2]
    height_px, width_px = max(1, round(height * share)), max(1, round(width * share))
    top, left = int(rng.integers(height - height_px + 1)), int(rng.integers(width - width_px + 1))
    part = frame_rgb[top : top + height_px, left : left + width_px]
    return np.asarray(cv2.resize(part, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8).copy()


def colour(frame_rgb: Picture, strength: float, rng: np.random.Generator) -> Picture:
    """Vary brightness, contrast, saturation and each channel's gain by up to ``strength`` in [0, 1] of themselves.

    Raises:
        ValueError: If the strength is impossible.
    """
    _check(strength, 0.0, 1.0, "strength")
    brightness, contrast, saturation = 1 + strength * rng.uniform(-1, 1, 3).astype(np.float32)
    channels = 1 + 0.25 * strength * rng.uniform(-1, 1, 3).astype(np.float32)
    values = frame_rgb.astype(np.float32) * (brightness * channels).astype(np.float32)
    middle = np.float32(values.mean())
    values = middle + contrast * (values - middle)
    grey = values.mean(axis=2, keepdims=True)
    return _pixels(grey + saturation * (values - grey))


def _pixels(values: NDArray[np.float32]) -> Picture:
    return np.rint(values).clip(0, 255).astype(np.uint8)


def _check(value: float, least: float, most: float, name: str) -> None:
    if not least <= value <= most:
        raise ValueError(f"{name} must lie in {least:g}–{most:g}, not {value}")
