"""A camera's picture at the size in which it is shown."""

from __future__ import annotations

import weakref
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize
from pytestqt.qtbot import QtBot

from mmdesk.core.frame import Frame
from mmdesk.sources.picture_fit import fitted
from mmdesk.ui import picture_fit
from mmdesk.ui.panels.camera import PreviewView


def test_a_picture_is_fitted_as_qt_does_it() -> None:
    ramp = np.add.outer(np.arange(48) * 2, np.arange(64)).astype(np.uint8)
    frame_rgb = np.ascontiguousarray(np.stack([ramp, 255 - ramp, ramp // 2], axis=2))

    def pixels() -> np.ndarray:
        image = picture_fit.fitted_image(
            frame_rgb, QSize(128, 96), mirrored=True, bright=QRect(16, 4, 96, 80), light_outside=0.5
        )
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
    for bright, dark in ((by_cv2[48, 16], by_cv2[48, 15]), (by_cv2[48, 111], by_cv2[48, 112])):
        assert dark == pytest.approx(bright / 2, abs=3)
    for bright, dark in ((by_cv2[4, 60], by_cv2[3, 60]), (by_cv2[83, 60], by_cv2[84, 60])):
        assert dark == pytest.approx(bright / 2, abs=3)
    assert by_cv2[48, 100, 2] < by_cv2[48, 30, 2]  # red grows to the right in the picture: mirrored, to the left


def test_a_preview_fits_each_frame_once_and_lets_go_of_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    fits = []

    def fit(frame_rgb: np.ndarray, width: int, height: int, *, mirrored: bool, **light: Any) -> np.ndarray:
        fits.append((width, height, mirrored))
        return fitted(frame_rgb, width, height, mirrored=mirrored, **light)

    monkeypatch.setattr(picture_fit, "_fits", [fit])
    preview = PreviewView()
    qtbot.addWidget(preview)
    preview.resize(320, 240)
    frame = Frame(np.full((48, 64, 3), 90, np.uint8), 0.0, 0)
    kept = weakref.ref(frame.frame_rgb)
    preview.show_frame(frame)
    preview.grab()
    preview.grab()
    assert fits == [(320, 240, True)]
    preview.set_mirrored(False)
    preview.resize(160, 120)
    preview.grab()
    assert fits[1:] == [(160, 120, False)]
    del frame
    preview.forget()
    assert kept() is None
