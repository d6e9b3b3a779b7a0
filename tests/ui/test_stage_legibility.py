"""The stage's first lines are read from 8 m: the measure itself, and every form under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from mmdesk.core.observation import Reason
from mmdesk.ui.language import install_language
from mmdesk.ui.theme import DARK, LIGHT
from mmdesk.ui.words import input_name
from tests.e2e.stage_legibility import (
    LANGUAGES,
    LEAST_ARCMIN,
    SIZES,
    arcminutes,
    as_seen,
    complaints,
    contrast_of,
    first_lines,
    ink_px,
    luminance_of,
    put_on,
    resampled,
)
from tests.ui.fit import faults
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    install_language("en")


def test_angles_are_those_of_the_picture() -> None:
    # 2 m from 8 m: 2 atan(1/8) = 14.25 degrees.
    assert arcminutes(1920, 1920) == pytest.approx(60 * 14.2500, abs=0.1)
    # 40 mm from 8 m is the two-hundredth part of the distance, 17.2 minutes.
    assert arcminutes(38.4, 1920) == pytest.approx(17.19, abs=0.01)
    assert arcminutes(10, 1000, picture_m=1.0, distance_m=4.0) == pytest.approx(arcminutes(10, 1000))
    assert arcminutes(1, 860) == pytest.approx(1.0, abs=0.001)


def test_means_are_of_parts_of_pixels_too() -> None:
    values = np.arange(12.0).reshape(3, 4)
    assert resampled(values, 1.0) == pytest.approx(values)
    assert resampled(values, 2.0) == pytest.approx(np.array([[2.5, 4.5]]))
    row = np.array([[0.0, 1.0, 0.0]])
    assert resampled(np.repeat(row, 3, axis=0), 1.5) == pytest.approx(np.full((2, 2), 1 / 3))
    assert as_seen(np.ones((1080, 1920)), 1920).shape == (483, 859)


def test_ink_and_contrast_are_measured_on_the_pixels() -> None:
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    for x in range(0, 400, 8):
        for y in range(100, 130):
            for at in range(4):
                image.setPixelColor(x + at, y, QColor("#000000"))
    luminance = luminance_of(image)
    assert (luminance.min(), luminance.max()) == pytest.approx((0.0, 1.0))
    area = QRect(0, 80, 400, 100)
    assert ink_px(luminance, area) == 30
    inside = QRect(20, 104, 360, 22)
    assert contrast_of(luminance, inside, 1.0) == pytest.approx(21.0)
    # Strokes narrower than what is resolved run together with what lies between them.
    assert contrast_of(resampled(luminance, 8.0), inside, 8.0) == pytest.approx(1.0, abs=0.1)
    assert luminance_of(QImage(1, 1, QImage.Format.Format_RGB32)).shape == (1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", SIZES)
def test_every_word_of_the_first_lines_is_read_from_8_m(qtbot: QtBot, form: str, language: str) -> None:
    # The script looks at both themes everywhere; here each form and each language is in both.
    theme = (DARK, LIGHT)[(list(SIZES).index(form) + LANGUAGES.index(language)) % 2]
    window = put_on(theme, language, SIZES[form])
    qtbot.addWidget(window)
    found, smallest = complaints(window)
    assert found == []
    assert smallest >= LEAST_ARCMIN


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", SIZES)
def test_what_is_absent_is_named_in_full_and_told_in_full(qtbot: QtBot, form: str, language: str) -> None:
    window = put_on(DARK, language, SIZES[form])
    qtbot.addWidget(window)
    for reason in set(Reason) - {Reason.PRESENT}:
        window.show_prediction(seen(5.0, (3, None, None), reasons=(reason,) * 3))
        words = "".join(line.words for line in first_lines(window))
        for one in window.words.inputs[1:]:
            assert input_name(one) in words
            assert window.words.row(one).reason
        assert faults(window) == []


def test_what_is_too_small_or_too_faint_is_found(qtbot: QtBot) -> None:
    window = put_on(DARK, "en", (1920, 1080))
    qtbot.addWidget(window)
    window.set_type_scale(0.8)
    found, smallest = complaints(window)
    assert smallest < LEAST_ARCMIN
    assert any("helped" in each and "minutes of arc" in each for each in found)
    window.set_type_scale(1.0)
    window.set_theme(replace(DARK, text="#3a4350", state="#3a4350"))
    found, _ = complaints(window)
    assert any("contrast" in each for each in found)
