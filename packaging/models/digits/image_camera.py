"""A cheap webcam: light, lens, sensor and compression, from a clean rendering to what a program receives.

Ours. Lengths are given for a view whose side is 480 px and scaled to the picture's own side.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Layer = NDArray[np.float32]
Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Camera:
    """One camera in one light.

    Attributes:
        exposure: Factor on the light.
        gamma: Exponent of the tone curve.
        balance: Gains of red, green and blue.
        saturation: 0 is grey, 1 true colour.
        contrast: Factor about middle grey.
        vignette: Darkening of the corners, 0 none.
        defocus: Deviation of the blur, px at side 480.
        motion: Length of the smear, px at side 480.
        direction: Direction of the smear, radians.
        noise: Deviation of the sensor noise in a grey of one half, at side 480.
        sharpen: Strength of the camera's own sharpening.
        quality: JPEG quality, 1 to 100.
    """

    exposure: float
    gamma: float
    balance: tuple[float, float, float]
    saturation: float
    contrast: float
    vignette: float
    defocus: float
    motion: float
    direction: float
    noise: float
    sharpen: float
    quality: int


def random_camera(rng: np.random.Generator, severity: float, finest_px: float) -> Camera:
    """Draw a camera.

    Args:
        rng: Source of chance.
        severity: 0 a good camera in good light, 1 a bad one in bad light.
        finest_px: Size of the smallest thing that must stay readable, px at side 480; limits blur and smear.
    """
    dark = rng.random() < 0.12 + 0.2 * severity
    gains = np.exp(rng.normal(0, 0.03 + 0.08 * severity, 3))
    smear = rng.random() < 0.15 + 0.35 * severity
    return Camera(
        exposure=float(rng.uniform(0.25, 0.6) if dark else np.exp(rng.normal(0, 0.12 + 0.1 * severity))),
        gamma=float(np.exp(rng.normal(0, 0.12))),
        balance=(float(gains[0]), float(gains[1]), float(gains[2])),
        saturation=float(rng.uniform(0.4, 1.2)) if rng.random() > 0.04 else 0.0,
        contrast=float(rng.uniform(0.8 - 0.3 * severity, 1.15)),
        vignette=float(rng.uniform(0, 0.3)),
        defocus=float(min(rng.exponential(0.6 + 2.2 * severity), 0.045 * finest_px)),
        motion=float(min(rng.uniform(2, 6 + 18 * severity), 0.16 * finest_px)) if smear else 0.0,
        direction=float(rng.uniform(0, np.pi)),
        noise=float(rng.uniform(0.003, 0.02 + 0.06 * severity) * (1.6 if dark else 1.0)),
        sharpen=float(rng.uniform(0, 0.8)) if rng.random() < 0.4 else 0.0,
        quality=int(rng.uniform(88 - 50 * severity, 97)),
    )


def _smear(picture: Layer, length: float, direction: float) -> Layer:
    """Blur along a straight line of ``length`` pixels."""
    size = int(np.ceil(length)) | 1
    if size < 3:
        return picture
    kernel = np.zeros((size, size), np.uint8)
    middle, half = (size - 1) / 2, (length - 1) / 2
    step = np.array([np.cos(direction), np.sin(direction)]) * half
    ends = [tuple(round((middle + sign * value) * 16) for value in step) for sign in (-1, 1)]
    cv2.line(kernel, ends[0], ends[1], 255, 1, cv2.LINE_AA, 4)
    weights = kernel.astype(np.float32)
    return np.asarray(cv2.filter2D(picture, -1, weights / weights.sum()), np.float32)


def expose(rng: np.random.Generator, picture: Layer, camera: Camera) -> Picture:
    """Take a picture: (H, W, 3) float32 light in [0, 1] or a little above → RGB uint8.

    ``rng`` draws the sensor noise only, so that the frames of one video share everything else.
    """
    height, width = picture.shape[:2]
    scale = min(height, width) / 480.0
    if camera.defocus * scale > 0.3:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), camera.defocus * scale), np.float32)
    if camera.motion:
        picture = _smear(picture, camera.motion * scale, camera.direction)
    light = picture * (np.asarray(camera.balance, np.float32) * np.float32(camera.exposure))
    if camera.vignette > 0.02:
        ys = np.linspace(-1, 1, height, dtype=np.float32)[:, None] ** 2
        xs = np.linspace(-1, 1, width, dtype=np.float32)[None, :] ** 2
        light *= (1.0 - np.float32(0.5 * camera.vignette) * (xs + ys))[..., None]
    light = np.clip(light, 0.0, 1.0) ** np.float32(camera.gamma)
    light = (light - np.float32(0.5)) * np.float32(camera.contrast) + np.float32(0.5 - 0.1 * (1 - camera.contrast))
    if abs(camera.saturation - 1) > 0.05:
        grey = light.mean(axis=2, keepdims=True)
        light = grey + (light - grey) * np.float32(camera.saturation)
    # Fewer pixels on the same sensor gather more light each: white noise falls with the side.
    deviation = np.float32(camera.noise * max(0.35, scale))
    noise = rng.standard_normal(light.shape, dtype=np.float32)
    light = light + noise * deviation * np.sqrt(np.clip(light, 0.05, 1.0) * 2)
    if camera.sharpen:
        light = light + np.float32(camera.sharpen) * (light - cv2.GaussianBlur(light, (0, 0), max(0.6, 1.5 * scale)))
    taken = (np.clip(light, 0.0, 1.0) * np.float32(255.0) + np.float32(0.5)).astype(np.uint8)
    packed = cv2.imencode(".jpg", taken[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, camera.quality])[1]
    return np.ascontiguousarray(np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)[..., ::-1])


def covered_frame(
    rng: np.random.Generator, height: int = 480, width: int = 640, cover: float = 1.0, before: Picture | None = None
) -> Picture:
    """Return a frame of a lens that a hand covers: dark, reddish at one side, noisy.

    Args:
        rng: Source of chance.
        height: Rows.
        width: Columns.
        cover: 0 the view ``before``, 1 fully covered; between, the hand's shadow comes in from below.
        before: The uncovered view (height, width, 3) uint8, needed for ``cover`` below 1.

    Returns:
        (height, width, 3) RGB uint8.

    Raises:
        ValueError: ``cover`` lies outside [0, 1], or ``before`` is missing or of another size.
    """
    if not 0.0 <= cover <= 1.0:
        raise ValueError(f"cover must lie in [0, 1], got {cover}")
    if cover < 1.0 and (before is None or before.shape != (height, width, 3)):
        raise ValueError("a partly covered frame needs the view before, in the same size")
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    columns = np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
    glow = np.array([0.045, 0.012, 0.010], np.float32) * np.float32(rng.uniform(0.3, 1.5))
    picture = np.float32(rng.uniform(0.004, 0.02)) + glow * (columns if rng.random() < 0.5 else 1 - columns) * (
        1 - rows
    )
    if before is not None and cover < 1.0:
        hidden = 1 / (1 + np.exp(-14 * (rows - (1.15 - 1.4 * np.float32(cover)))))
        picture = picture * hidden + before.astype(np.float32) / np.float32(255) * (1 - hidden)
    noise = rng.standard_normal((height, width, 3), dtype=np.float32) * np.float32(0.012)
    return (np.clip(picture + noise, 0, 1) * 255).astype(np.uint8)
