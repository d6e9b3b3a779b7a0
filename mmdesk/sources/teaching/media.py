"""What a sample holds as files: pictures as PNG, sounds as WAV; both are read again by the one reader of files."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.teaching import Content
from mmdesk.sources.capture import load_cv2
from mmdesk.sources.files.pictures import read_image
from mmdesk.sources.files.sounds import read_wave

SHORT_SIDE_PX = 288
"""Pictures of samples are brought to that: no encoder of ours sees more, and hundreds of samples stay in memory."""
PICTURE_SUFFIX, SOUND_SUFFIX = ".png", ".wav"


def sample_picture(frame_rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a picture (H, W, 3) uint8 RGB as a sample keeps it: its shorter side at most `SHORT_SIDE_PX`, a copy."""
    height, width = frame_rgb.shape[:2]
    scale = SHORT_SIDE_PX / min(height, width)
    if scale >= 1:
        return np.ascontiguousarray(frame_rgb).copy()
    cv2 = load_cv2()
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small: NDArray[np.uint8] = cv2.resize(frame_rgb, size, interpolation=cv2.INTER_AREA)
    return small


def kept(content: Content) -> Content:
    """Return what was read or recorded as a sample keeps it: pictures no larger than need be."""
    if isinstance(content, str) or content.dtype != np.uint8:
        return content
    return sample_picture(np.asarray(content, np.uint8))


def encoded(content: Content) -> tuple[str, bytes]:
    """Return a picture or sound as the suffix and the bytes of a file.

    Raises:
        ValueError: It is a text, which stands in no file of its own.
    """
    if isinstance(content, str):
        raise ValueError("a text has no file of its own")
    if content.dtype == np.uint8:
        cv2 = load_cv2()
        # The fastest of PNG's ways: a burst of ten pictures is written while the next is shown.
        done, buffer = cv2.imencode(".png", content[:, :, ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 1])
        if not done:
            raise ValueError(f"a picture of shape {content.shape} cannot be written")
        return PICTURE_SUFFIX, bytes(buffer)
    import soundfile

    stream = BytesIO()
    soundfile.write(stream, np.clip(content, -1.0, 1.0), SAMPLE_RATE_HZ, format="WAV", subtype="PCM_16")
    return SOUND_SUFFIX, stream.getvalue()


def decoded(path: Path) -> Content:
    """Read a sample's file.

    Raises:
        MediaError: It is missing or damaged.
    """
    return read_wave(path) if path.suffix == SOUND_SUFFIX else read_image(path)
