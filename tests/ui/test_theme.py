"""Colours that everybody can tell apart and read."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtGui import QColor

from mmdesk.core.inputs import MOST_INPUTS
from mmdesk.ui.theme import THEMES, Look, Theme, contrast, scale_for, spectrogram_table, style_sheet

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency"
# (2009), severity 1.0; they act on linear RGB.
BLINDNESS = {
    "none": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}


def lab(colour: str, sight: np.ndarray) -> np.ndarray:
    shares = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = (xyz @ np.clip(np.asarray(sight) @ linear, 0, 1)) / (0.9505, 1, 1.089)
    f = [np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.fixture(params=THEMES.values(), ids=THEMES.keys())
def theme(request: pytest.FixtureRequest) -> Theme:
    return request.param


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#123456", "#123456") == pytest.approx(1.0)


def test_words_can_be_read(theme: Theme) -> None:
    for ground in (theme.card, theme.screen, theme.window, theme.raised):
        assert contrast(theme.text, ground) > 7
        assert contrast(theme.muted, ground) > 4.5
    assert contrast(theme.rest, theme.card) > 4.5
    assert contrast(theme.on_state, theme.state) > 4.5
    assert contrast(theme.on_record, theme.record) > 4.5
    for index in range(MOST_INPUTS):
        assert contrast(theme.ink_on(index), theme.colour_of(index)) > 4.5
    assert contrast(theme.ink_over(theme.accent), theme.accent) > 4.5


def test_plots_stand_out_from_their_ground(theme: Theme) -> None:
    for colour, ground in itertools.product((*theme.inputs, theme.accent, theme.link), (theme.card, theme.screen)):
        assert contrast(colour, ground) > 3
    assert all(contrast(colour, theme.track) > 2.5 for colour in theme.inputs)


@pytest.mark.parametrize("kind", BLINDNESS)
def test_inputs_can_be_distinguished(theme: Theme, kind: str) -> None:
    assert len(theme.inputs) == MOST_INPUTS
    for first, second in itertools.combinations(theme.inputs, 2):
        distance = np.linalg.norm(lab(first, BLINDNESS[kind]) - lab(second, BLINDNESS[kind]))
        assert distance > 15  # a just noticeable difference is about 2.3


@pytest.mark.parametrize("kind", BLINDNESS)
def test_inputs_can_be_distinguished_from_what_is_none(theme: Theme, kind: str) -> None:
    for colour, other in itertools.product(theme.inputs, (theme.state, theme.answer, theme.rest)):
        assert np.linalg.norm(lab(colour, BLINDNESS[kind]) - lab(other, BLINDNESS[kind])) > 13


@pytest.mark.parametrize("index", range(MOST_INPUTS))
def test_spectrogram_runs_from_its_ground_through_the_colour_of_its_input(theme: Theme, index: int) -> None:
    table = spectrogram_table(theme, index)
    assert len(table) == 256
    assert table[0] == 0xFF000000 | int(theme.screen[1:], 16)
    middle = QColor.fromRgb(table[round(255 * 0.6 ** (1 / 1.6))])
    wanted = QColor(theme.colour_of(index))
    assert all(abs(a - b) < 3 for a, b in zip(middle.getRgb(), wanted.getRgb(), strict=True))
    assert QColor.fromRgb(table[-1]).name() == theme.loudest


def test_sizes_follow_the_window_but_stay_readable() -> None:
    assert scale_for(1920, 1080) == 1.0
    assert scale_for(3840, 2160) == 2.0
    assert scale_for(1280, 720) == scale_for(1366, 768) == 0.8
    assert scale_for(960, 540) == 0.6
    assert scale_for(1080, 1920) == 1.0
    assert scale_for(1920, 720) < 1.0


@pytest.mark.usefixtures("qapp")  # fonts are asked for
def test_the_text_box_has_at_least_18_points(theme: Theme) -> None:
    sheet = style_sheet(Look(theme, 0.8))
    size_px = int(sheet.split("QPlainTextEdit#typed {")[1].split("font-size: ")[1].split("px")[0])
    assert size_px >= 24  # 18 points at 96 dots an inch
