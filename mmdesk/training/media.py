"""Pictures, sounds and texts of a data set, as the encoders take them in. Any thread."""

from __future__ import annotations

import re
import struct
import unicodedata
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from mmdesk.core.errors import MediaError
from mmdesk.core.observation import SAMPLE_RATE_HZ

IMAGE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".ppm", ".pgm", ".bmp", ".tif", ".tiff", ".webp"})
"""What torchvision's ImageFolder takes for a picture."""
AUDIO_SUFFIXES = frozenset({".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".au", ".caf", ".w64"})
SHORT_SIDE_PX = 512
"""Larger pictures are halved for as long as their shorter side stays at least this long: no encoder sees more."""
LONGEST_AUDIO_S = 60.0
"""What comes after that in a sound file is not read."""
MOST_PIXELS = 200_000_000

_LOSSLESS_PNG = b"\x89PNG\r\n\x1a\n"
_REDUCED = {2: cv2.IMREAD_REDUCED_COLOR_2, 4: cv2.IMREAD_REDUCED_COLOR_4, 8: cv2.IMREAD_REDUCED_COLOR_8}
_SPACES = re.compile(r"\s+")


def load_image(path: Path) -> NDArray[np.uint8]:
    """Return a picture file as frame_rgb (H, W, 3) uint8, upright by its EXIF mark, transparency laid on white.

    Pictures whose shorter side is 1024 px or more come halved, once or several times; see `SHORT_SIDE_PX`.

    Raises:
        MediaError: If there is no such file, it is empty or it is no picture.
    """
    content = _content(path)
    size = _header_size(content)
    if size is not None and size[0] * size[1] > MOST_PIXELS:
        raise MediaError(f"{path}: {size[0]} × {size[1]} pixels are too many.", "Make the picture smaller.")
    # A JPEG is decoded small at once, which spares a 20-megapixel picture's 60 MB and most of its time.
    factor = _factor(min(size)) if size is not None and content[:2] == b"\xff\xd8" else 1
    may_be_transparent = content[:8] == _LOSSLESS_PNG or content[8:12] == b"WEBP"
    flag = _REDUCED.get(factor, cv2.IMREAD_UNCHANGED if may_be_transparent else cv2.IMREAD_COLOR)
    try:
        frame = cv2.imdecode(np.frombuffer(content, np.uint8), flag)
    except cv2.error:
        frame = None
    if frame is None or 0 in frame.shape:
        raise MediaError(f"{path}: this is not a picture that can be read.", "Use PNG or JPEG.")
    factor = _factor(min(frame.shape[:2]))
    if factor > 1:
        frame = cv2.resize(frame, None, fx=1 / factor, fy=1 / factor, interpolation=cv2.INTER_AREA)
    return _rgb(np.asarray(frame))


def load_audio(path: Path) -> NDArray[np.float32]:
    """Return a sound file as wave_mono (N,) float32 at 16 kHz in [-1, 1]; channels averaged, at most 60 s.

    Raises:
        MediaError: If there is no such file, it is empty, no sound, or holds values that are not numbers.
    """
    if not _is_file(path):
        raise MediaError(f"{path}: there is no such file.", "Check the path.")
    try:
        with path.open("rb") as stream, soundfile.SoundFile(stream) as file:
            rate = int(file.samplerate)
            wave = file.read(frames=int(LONGEST_AUDIO_S * rate), dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError, ValueError, TypeError, RuntimeError) as error:
        raise MediaError(f"{path}: this is not a sound that can be read.", "Use WAV, FLAC or OGG.") from error
    if not wave.size:
        raise MediaError(f"{path}: this sound is empty.", "Record it again, or leave its cell blank.")
    if not np.isfinite(wave).all():
        raise MediaError(f"{path}: this sound holds values that are not numbers.", "Export it again.")
    mono: NDArray[Any] = wave.mean(axis=1, dtype=np.float32)
    if rate != SAMPLE_RATE_HZ:
        mono = soxr.resample(mono, rate, SAMPLE_RATE_HZ)
    return np.ascontiguousarray(mono.clip(-1.0, 1.0), np.float32)


def load_text(cell: str) -> str | None:
    """Return a text in canonical composition, control characters gone, runs of blanks made one; None when blank.

    Case, punctuation and script are kept: what of them matters is each text encoder's own business.
    """
    composed = unicodedata.normalize("NFC", cell)
    # Line ends and tabs are controls too, and separate words. Joiners (category Cf) stay: some scripts need them.
    kept = "".join(" " if unicodedata.category(letter) in {"Cc", "Cs"} else letter for letter in composed)
    return _SPACES.sub(" ", kept).strip() or None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, or with a zero in it
        return False


def _content(path: Path) -> bytes:
    if not _is_file(path):
        raise MediaError(f"{path}: there is no such file.", "Check the path.")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise MediaError(f"{path}: cannot be read: {error.strerror}.", "Check that you may read it.") from None
    if not content:
        raise MediaError(f"{path}: this file is empty.", "Export it again.")
    return content


def _factor(short_side_px: int) -> int:
    factor = 1
    while factor < 8 and short_side_px // (2 * factor) >= SHORT_SIDE_PX:
        factor *= 2
    return factor


def _header_size(content: bytes) -> tuple[int, int] | None:
    """(width, height) in pixels from a PNG's or JPEG's header; None for other files and torn headers."""
    if content[:8] == _LOSSLESS_PNG and len(content) >= 24:
        return struct.unpack(">II", content[16:24])
    if content[:2] != b"\xff\xd8":
        return None
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xFF:  # a fill byte
            place += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:  # start of frame (ITU T.81, table B.1)
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return (width, height) if width and height else None
        place += 2 + struct.unpack(">H", content[place + 2 : place + 4])[0]
    return None


def _rgb(frame: NDArray[Any]) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 RGB of what OpenCV decoded: 8 or 16 bit, grey, BGR or BGRA."""
    pixels = (frame >> 8).astype(np.uint8) if frame.dtype == np.uint16 else frame.astype(np.uint8)
    if pixels.ndim == 2:
        return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB), np.uint8)
    if pixels.shape[2] == 4:
        alpha = pixels[:, :, 3:].astype(np.uint16)
        colour = pixels[:, :, 2::-1].astype(np.uint16)
        return ((colour * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
    return np.asarray(cv2.cvtColor(pixels[:, :, :3], cv2.COLOR_BGR2RGB), np.uint8)
