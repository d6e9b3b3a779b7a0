"""Pictures as a recording stores them, and as a model sees them meanwhile and ever after."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mmdesk.sources.capture import load_cv2, rgb_of

JPEG_QUALITY = 85
"""A third less to compress and to write than at 92; no answer hangs on it, since the model sees what is stored."""

LEAST_SIDE_PX = 320
"""A model's picture is reduced as far as its shorter side stays that long: encoders see far less."""

REDUCTIONS = (1, 2, 4, 8)
"""What a JPEG can be reduced by while it is decoded, which takes a third of the time."""


class StoredPicture(NamedTuple):
    """A picture in a recording.

    Attributes:
        content: A JPEG.
        reduction: What a model's picture is reduced by, one of ``REDUCTIONS``.
    """

    content: bytes
    reduction: int


def store_picture(frame_rgb: NDArray[np.uint8]) -> StoredPicture:
    """Compress an (H, W, 3) uint8 picture; 3 ms for one of 720p, in which the interpreter is free.

    Raises:
        cv2.error: There is nothing to compress.
    """
    cv2 = load_cv2()
    bgr = cv2.cvtColor(frame_rgb, cv2.COLOR_RGB2BGR)
    _, encoded = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    side = min(frame_rgb.shape[:2])
    return StoredPicture(encoded.tobytes(), max(by for by in REDUCTIONS if by == 1 or side // by >= LEAST_SIDE_PX))


def shown_picture(picture: StoredPicture) -> NDArray[np.uint8] | None:
    """Decode a picture for the screen: (H, W, 3) uint8 RGB, read-only; None for one that is damaged."""
    return _decoded(picture.content, load_cv2().IMREAD_COLOR)


def seen_picture(picture: StoredPicture) -> NDArray[np.uint8] | None:
    """Decode a picture for a model: the same pixels whenever it is done; None for one that is damaged.

    While something is recorded, the model looks at this in place of what the camera gave. So what is replayed gives the
    answers that were given, and nothing has to be stored without loss.
    """
    cv2 = load_cv2()
    flags = {1: cv2.IMREAD_COLOR, 2: cv2.IMREAD_REDUCED_COLOR_2, 4: cv2.IMREAD_REDUCED_COLOR_4}
    return _decoded(picture.content, flags.get(picture.reduction, cv2.IMREAD_REDUCED_COLOR_8))


def _decoded(content: bytes, flags: int) -> NDArray[np.uint8] | None:
    cv2 = load_cv2()
    try:
        bgr = cv2.imdecode(np.frombuffer(content, np.uint8), flags)
    except cv2.error:
        return None
    return None if bgr is None else rgb_of(bgr)
