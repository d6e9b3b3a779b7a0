"""A camera's picture at the size in which it is shown."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize

from mmdesk.sources.picture_fit import fitted
from mmdesk.ui import picture_fit


def test_a_picture_is_fitted_as_qt_does_it() -> None:
    ramp = np.add.outer(np.arange(48) * 2, np.arange(64)).astype(np.uint8)
    frame_rgb = np.ascontiguousarray(np.stack([ramp, 255 - ramp, ramp // 2], axis=2))

    def pixels() -> np.ndarray:
        image = picture_fit.fitted_image(frame_rgb, QSize(128, 96), mirrored=True, light_outside=0.5)
        return np.frombuffer(image.constBits(), np.uint8).reshape(96, 128, 4)[..., :3].astype(int)

    former = picture_fit._fits[:]
    try:
        picture_fit._fits.clear()
        by_qt = pixels()
        picture_fit.fit_with(fitted)
        by_cv2 = pixels()
    finally:
        picture_fit._fits[:] = former
    assert np.abs(by_qt - by_cv2).max() <= 3
    bright, dark = by_cv2[48, 20], by_cv2[48, 10]  # the square begins at column 16
    assert dark[1] == pytest.approx(bright[1] / 2, abs=8)
    assert by_cv2[48, 100, 2] < by_cv2[48, 30, 2]  # red grows to the right in the picture: mirrored, to the left
