"""Wherever a contribution is drawn, its bar is as long as its number says, from −100 to +100 points."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mmdesk.app.snapshot_page import snapshot_page
from mmdesk.core.modality import MODALITIES
from mmdesk.core.prediction import Prediction
from mmdesk.ui.audience import words as audience_words
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.language import install_language
from mmdesk.ui.microscope import contribution_bars
from mmdesk.ui.microscope.bar_scale import bar_in
from mmdesk.ui.microscope.contribution_bars import ContributionBars
from mmdesk.ui.microscope.methods_page import MethodsTable
from tests.ui.planted_insight import seen

VALUES = (-1.0, -0.87, -0.5, -0.29, -0.14, -0.05, 0.05, 0.3, 0.5, 0.87, 1.0)
NOTHING = 0.001


@pytest.fixture(autouse=True)
def english() -> None:
    install_language("en")


def snapshot(value: float) -> Prediction:
    """A moment in which every input contributes as much."""
    prediction = seen(1.0, (7, 7, 7))
    assert prediction.insight is not None
    views = tuple(replace(view, contributions=np.full(3, value)) for view in prediction.insight.views)
    own = replace(prediction.insight.own, contributions=np.full(3, value))
    return replace(prediction, insight=replace(prediction.insight, views=views, own=own, shown=own))


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


def drawn(
    widget: QWidget, show: Callable[[Prediction], None], within: QRectF | None = None
) -> dict[float, tuple[float, float]]:
    """For each value, where its bars begin and end in pixels: what differs from bars of no length."""
    found = {}
    show(snapshot(NOTHING))
    empty = pixels(widget.grab().toImage())
    area = (within or QRectF(widget.rect())).toRect()
    part = np.s_[area.top() : area.bottom() + 1, area.left() : area.right() + 1]
    for value in VALUES:
        show(snapshot(value))
        columns = np.flatnonzero((pixels(widget.grab().toImage())[part] != empty[part]).any(axis=0))
        found[value] = (area.left() + columns[0], area.left() + columns[-1] + 1.0)
    return found


def check(found: dict[float, tuple[float, float]], tolerance_px: float = 2.0) -> None:
    unit = found[1.0][1] - found[1.0][0]
    zero = found[1.0][0]
    assert unit > 20
    for value, (left, right) in found.items():
        assert right - left == pytest.approx(abs(value) * unit, abs=tolerance_px), value
        assert (left if value > 0 else right) == pytest.approx(zero, abs=tolerance_px), value


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()


@pytest.mark.parametrize("width", [460, 700, 1100])
def test_in_the_main_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setattr(contribution_bars, "contribution_words", lambda value: "points")
    bars = ContributionBars()
    shown(qtbot, bars, width, 200)
    check(drawn(bars, bars.show_prediction))


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080), (1080, 1920)])
def test_in_the_audience_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    monkeypatch.setattr(audience_words, "effect_words", lambda value: "helped")
    window = AudienceWindow()
    shown(qtbot, window, *size)
    window.set_frozen(True)  # what is shown then is not held back
    for modality in MODALITIES:
        track = window.board.tile(modality.column).track
        check(drawn(window.board, window.show_prediction, track))


def test_in_the_table_of_the_methods(qtbot: QtBot) -> None:
    table = MethodsTable()
    shown(qtbot, table, 900, 400)
    table.show_prediction(snapshot(0.5))
    row = table.row_area(0)
    check(drawn(table, table.show_prediction, row))


def test_on_the_page_of_a_snapshot() -> None:
    for value in VALUES:
        page = snapshot_page(snapshot(value), {})
        found = re.findall(r'class="contribution (\w+)" style="left:([\d.]+)%;width:([\d.]+)%"', page)
        assert [name for name, _, _ in found] == ["input1", "input2", "input3"]
        for _, left, width in found:
            assert float(width) == pytest.approx(50 * abs(value), abs=0.01)
            assert float(left) == pytest.approx(50 + min(0.0, 50 * value), abs=0.01)


def test_weights_have_the_same_unit() -> None:
    track = QRectF(100, 0, 400, 10)
    assert bar_in(track, 0.25) == QRectF(300, 0, 50, 10)
    assert bar_in(track, -0.25) == QRectF(250, 0, 50, 10)
    assert bar_in(track, -1.0).left() == track.left()
    assert bar_in(track, 1.0).right() == track.right()
