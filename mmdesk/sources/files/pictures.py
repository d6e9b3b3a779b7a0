"""Pictures: the first frame, upright, on white, and no larger than a model needs them."""

from __future__ import annotations

import logging
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import MediaError
from mmdesk.core.problem import Problem
from mmdesk.sources.files.kinds import check_readable, not_read
from mmdesk.sources.files.quiet import quiet_natives

MOST_PIXELS = 120_000_000
"""Of one picture, whatever its format, by its header; Pillow needs up to 4 bytes for each."""
MOST_WEBP_PIXELS = 50_000_000
"""Of a WebP or AVIF picture, whose decoders hold up to 16 bytes per pixel."""
MOST_JPEG_PIXELS = 240_000_000
"""A JPEG that is not progressive is decoded small at once, so that what the largest phones take is read too."""
SHORT_SIDE_PX = 256
"""Pictures are halved for as long as their shorter side stays at least this long: no encoder of ours sees more."""

_FORMATS = ("PNG", "JPEG", "WEBP", "AVIF", "GIF", "BMP", "TIFF", "PPM", "JPEG2000")
# Only what is listed is tried: others call programs (EPS) or are hardly ever met, and each is a way to be attacked.
_BAND_PIXELS = 4_000_000
_LARGE_PIXELS = 16_000_000
_ORIENTATION = 0x0112
# `PIL.Image.Transpose` by the EXIF mark (Exif 2.3, section 4.6.4): mirrored, turned, or both.
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
_large_lock = Lock()


def read_image(path: Path) -> NDArray[np.uint8]:
    """Return a picture file as a model gets it: its first frame, upright by its EXIF mark, transparency on white.

    A picture whose shorter side is 512 px or more comes at a half, a quarter … of its size: see `SHORT_SIDE_PX`. Of
    16-bit values the upper byte is kept. Wider ones and floats are brought to bytes from the smallest usual range that
    holds them all (0–1 for floats, 0–255, 0–65535), else from their lowest to their highest.

    Returns:
        frame_rgb (H, W, 3) uint8, read-only.

    Raises:
        MediaError: If there is no such file, it is no picture that is read, damaged, or has too many pixels.
    """
    check_readable(path)
    image_module = _pillow()
    with _readable_errors(image_module, path), image_module.open(path, formats=_FORMATS) as picture:
        _check_size(path, picture)
        # One large one at a time: a folder is checked by several threads, and each takes hundreds of megabytes.
        with _large_lock if picture.width * picture.height > _LARGE_PIXELS else nullcontext():
            return _decoded(image_module, path, picture)


def read_thumbnail(content: bytes, most_px: int, width_px: int) -> NDArray[np.uint8]:
    """Return a PNG picture that stands in memory, transparency on white, no wider than asked for.

    Args:
        content: The file's content.
        most_px: How long its sides may be; a larger one is not decoded.
        width_px: It comes at most that wide.

    Returns:
        frame_rgb (H, W, 3) uint8, read-only.

    Raises:
        ValueError: With half a sentence about what is wrong.
    """
    image_module = _pillow()
    try:
        with quiet_natives(), image_module.open(BytesIO(content), formats=("PNG",)) as picture:
            if max(picture.size) > most_px:
                raise _TooLargeError(f"it is larger than {most_px} px")
            picture.load()
            small = _on_white(image_module, picture, (0.0, 65_535.0))
            small.thumbnail((width_px, most_px))
    except _TooLargeError:
        raise
    except Exception as error:
        raise ValueError("it is no PNG picture, or it is damaged") from error
    frame_rgb = np.array(small, np.uint8)
    frame_rgb.flags.writeable = False
    return frame_rgb


class _TooLargeError(ValueError):
    pass


def _pillow() -> Any:
    """Import Pillow with just the formats that are read, and without its warnings: 50 ms the first time."""
    from PIL import (  # noqa: F401 - each makes its format known; without them Pillow would load all it has
        AvifImagePlugin,
        BmpImagePlugin,
        GifImagePlugin,
        Image,
        Jpeg2KImagePlugin,
        JpegImagePlugin,
        PngImagePlugin,
        PpmImagePlugin,
        TiffImagePlugin,
        WebPImagePlugin,
    )

    # The size is checked here, with a message that names the file; Pillow's own limit is the net beneath.
    Image.MAX_IMAGE_PIXELS = MOST_JPEG_PIXELS
    logging.getLogger("PIL").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module=r"PIL\.")
    return Image


@contextmanager
def _readable_errors(image_module: Any, path: Path) -> Iterator[None]:
    """Turn whatever Pillow raises into an error that names the file, and keep its libraries quiet."""
    try:
        with quiet_natives():
            yield
    except MediaError:
        raise
    except image_module.DecompressionBombError:
        raise MediaError(Problem("picture.immense", path=path)) from None
    except image_module.UnidentifiedImageError:
        raise MediaError(not_read(path) or Problem("picture.not_one", path=path)) from None
    except Exception:  # noqa: BLE001 - a torn file makes the decoders stumble in every way there is
        raise MediaError(Problem("picture.damaged", path=path)) from None


def _check_size(path: Path, picture: Any) -> None:
    most = MOST_PIXELS
    # A progressive JPEG is held whole, at 6 bytes per pixel, before the first of its pixels is known.
    if picture.format in {"JPEG", "MPO"} and not picture.info.get("progressive"):
        most = MOST_JPEG_PIXELS
    elif picture.format in {"WEBP", "AVIF"}:
        most = MOST_WEBP_PIXELS
    if picture.width * picture.height > most:
        raise MediaError(Problem("picture.large", path=path, width_px=picture.width, height_px=picture.height))


def _factor(short_side_px: int) -> int:
    factor = 1
    while short_side_px // (2 * factor) >= SHORT_SIDE_PX:
        factor *= 2
    return factor


def _decoded(image_module: Any, path: Path, picture: Any) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 of an opened picture, decoded, reduced and laid on white band by band."""
    width, height = picture.size
    factor = _factor(min(width, height))
    picture.draft(None, (width // factor, height // factor))  # does something for JPEG only, up to an eighth
    left = factor // round(width / picture.width)
    picture.load()
    turn = _TURNS.get(_orientation(picture))
    rows = left * max(1, _BAND_PIXELS // (left * picture.width))
    bounds = [(top, min(top + rows, picture.height)) for top in range(0, picture.height, rows)]
    span = _span(path, picture, bounds) if picture.mode in {"I", "F"} else (0.0, 0.0)
    small = image_module.new("RGB", (-(-picture.width // left), -(-picture.height // left)))
    for top, bottom in bounds:
        band = _on_white(image_module, picture.crop((0, top, picture.width, bottom)), span)
        small.paste(band.reduce(left) if left > 1 else band, (0, top // left))
    if turn is not None:
        small = small.transpose(turn)
    frame_rgb = np.array(small, np.uint8)
    frame_rgb.flags.writeable = False
    return frame_rgb


def _orientation(picture: Any) -> int:
    """The EXIF mark, which may stand behind the pixels; 1 where it is missing or damaged."""
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - a damaged mark says nothing, and the picture is there all the same
        return 1


def _span(path: Path, picture: Any, bounds: list[tuple[int, int]]) -> tuple[float, float]:
    """What becomes black and what white of a picture of floats or of 32-bit integers."""
    low, high = math.inf, -math.inf
    for top, bottom in bounds:
        values = np.asarray(picture.crop((0, top, picture.width, bottom)), np.float64)
        if not np.isfinite(values).all():
            raise MediaError(Problem("picture.not_finite", path=path))
        low, high = min(low, float(values.min())), max(high, float(values.max()))
    if picture.mode == "I" and picture.format == "PPM":  # brought to 16 bits by Pillow
        return 0.0, 65_535.0
    usual = (1.0, 255.0, 65_535.0) if picture.mode == "F" else (255.0, 65_535.0)
    fitting = [top for top in usual if low >= 0 and high <= top]
    return (0.0, fitting[0]) if fitting else (low, high)


def _on_white(image_module: Any, band: Any, span: tuple[float, float]) -> Any:
    """A band of any mode as RGB."""
    if band.mode in {"I", "F"}:
        low, high = span
        shares = (np.asarray(band, np.float64) - low) / ((high - low) or 1.0)
        return image_module.fromarray(np.rint(255 * shares).clip(0, 255).astype(np.uint8)).convert("RGB")
    if band.mode.startswith("I;16"):
        values = np.asarray(band)
        grey = np.where(values == band.info.get("transparency", -1), 255, values >> 8)
        return image_module.fromarray(grey.astype(np.uint8)).convert("RGB")
    if band.has_transparency_data:
        clear = band.convert("RGBA")
        return image_module.alpha_composite(image_module.new("RGBA", clear.size, "white"), clear).convert("RGB")
    return band.convert("RGB")
