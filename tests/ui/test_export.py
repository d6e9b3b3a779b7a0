"""Panels as pictures in files."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.errors import MmdeskError
from mmdesk.core.modality import Modality
from mmdesk.ui.export import png_bytes, save_widget
from mmdesk.ui.microscope.contribution_bars import ContributionBars
from mmdesk.ui.problem_table import filled
from mmdesk.ui.theme import DARK, Look
from tests.ui.planted_insight import seen

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def bars(qtbot: QtBot) -> ContributionBars:
    widget = ContributionBars()
    qtbot.addWidget(widget)
    widget.set_look(Look(DARK, 1.0))
    widget.resize(640, 200)
    widget.show_prediction(seen(1.0, weights=(0.6, 0.3, 0.1)))
    return widget


def test_a_png_holds_what_is_on_the_screen(bars: ContributionBars, tmp_path: Path) -> None:
    save_widget(bars, tmp_path / "bars.png")
    assert QImage(str(tmp_path / "bars.png")) == bars.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_an_svg_is_drawn_in_letters_and_colours(bars: ContributionBars, tmp_path: Path) -> None:
    save_widget(bars, tmp_path / "bars.SVG")
    root = ET.parse(tmp_path / "bars.SVG").getroot()
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == "0 0 640 200"
    words = [element.text for element in root.iter(f"{SVG}text")]
    assert {"Picture", "Sound", "Text", "60%", "30%", "10%"} <= set(words)
    families = [element.get("font-family", "") for element in root.iter() if element.text and element.text.strip()]
    assert all(each.endswith(",sans-serif") for each in families if each), "the reader need not have our fonts"
    fills = {element.get("fill") for element in root.iter() if element.get("fill")}
    assert {DARK.colour_of(modality.column) for modality in Modality} <= fills


def test_another_suffix_is_reported(bars: ContributionBars, tmp_path: Path) -> None:
    with pytest.raises(MmdeskError, match=r"“bars\.gif” does not end in \.png or \.svg") as raised:
        save_widget(bars, tmp_path / "bars.gif")
    assert filled(raised.value.problem).remedy
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.png", "a.svg"])
def test_a_place_that_cannot_be_written_is_reported(bars: ContributionBars, tmp_path: Path, name: str) -> None:
    with pytest.raises(MmdeskError, match="cannot be written") as raised:
        save_widget(bars, tmp_path / "missing" / name)
    assert filled(raised.value.problem).remedy
    with pytest.raises(MmdeskError, match="cannot be written"):
        save_widget(bars, Path(f"{tmp_path}/zero\0byte{name}"))


def test_nothing_to_draw_is_reported(qtbot: QtBot, tmp_path: Path) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(0, 0)
    with pytest.raises(MmdeskError, match="nothing to draw"):
        save_widget(widget, tmp_path / "a.png")
    with pytest.raises(MmdeskError, match="nothing to draw"):
        png_bytes(QImage())
    assert list(tmp_path.iterdir()) == []
