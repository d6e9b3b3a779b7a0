"""What the plots of the last half minute have in common."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from mmdesk.ui.half_minute_plot import LONGEST_STEP_S, SHOWN_S, HalfMinutePlot
from mmdesk.ui.language import install_language
from mmdesk.ui.microscope.gate_trace import GateTrace
from mmdesk.ui.panels.strip import WeightStrip
from mmdesk.ui.theme import DARK


class Probe(HalfMinutePlot):
    """Keeps what it is asked to draw."""

    most_points = 10

    def __init__(self) -> None:
        super().__init__()
        self.shape_for(2)
        self.drawn: list[tuple[NDArray[np.float64], NDArray[np.float32]]] = []

    def draw_stretch(
        self, painter: QPainter, plot: QRectF, x: NDArray[np.float64], shares: NDArray[np.float32]
    ) -> None:
        self.drawn.append(((plot.right() - x) / plot.width() * SHOWN_S, shares))

    def note(self) -> str:
        return "" if self.segments() else "█████"


@pytest.fixture
def probe(qtbot: QtBot) -> Probe:
    plot = Probe()
    qtbot.addWidget(plot)
    plot.resize(600, 200)
    return plot


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    install_language("en")


def test_a_gap_or_a_tick_without_shares_ends_a_stretch(probe: Probe) -> None:
    for time_s, row in ((0.0, 1), (0.5, 1), (0.9, np.nan), (1.3, 2), (1.3 + 1.01 * LONGEST_STEP_S, 3)):
        probe.remember(time_s, row)
    probe.grab()
    assert [shares[:, 0].tolist() for _, shares in probe.drawn] == [[1, 1], [2], [3]]
    assert probe.drawn[0][0].tolist() == pytest.approx([2.31, 1.81])


def test_a_long_stretch_is_thinned_and_ends_with_the_newest(probe: Probe) -> None:
    for tick in range(40):
        probe.remember(tick / 10, tick)
    probe.grab()
    ((ages, shares),) = probe.drawn
    assert shares[:, 0].tolist() == list(range(3, 40, 4))
    assert ages[-1] == pytest.approx(0.0)


def test_what_is_older_than_half_a_minute_is_left_out_however_many_ticks_came(probe: Probe) -> None:
    for tick in range(5000):
        probe.remember(tick / 50, tick)
    ((ages, shares),) = probe.segments()
    assert ages.max() <= SHOWN_S
    assert len(ages) == pytest.approx(50 * SHOWN_S, abs=2)
    assert shares[-1].tolist() == [4999, 4999]


def test_a_past_that_comes_later_begins_anew(probe: Probe) -> None:
    probe.remember(9.0, 1)
    probe.remember(3.0, 2)
    ((ages, shares),) = probe.segments()
    assert (ages.tolist(), shares[:, 0].tolist()) == ([0.0], [2.0])


def test_the_note_stands_in_the_middle_only_while_there_is_nothing_else(probe: Probe) -> None:
    def middle() -> set[int]:
        image = probe.grab().toImage()
        return {image.pixel(x, y) for x in range(250, 380) for y in range(70, 110)}

    assert QColor(DARK.muted).rgb() in middle()
    probe.remember(0.0, 1)
    assert QColor(DARK.muted).rgb() not in middle()


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("kind", [WeightStrip, GateTrace])
def test_the_axis_is_labelled_in_the_language_of_the_window(qtbot: QtBot, kind: type[WeightStrip | GateTrace]) -> None:
    plot = kind()
    qtbot.addWidget(plot)
    plot.resize(600, 200)
    english = plot.grab().toImage()
    install_language("de")
    assert plot.tr("now") == "jetzt"
    plot.forget_axes()
    assert plot.grab().toImage() != english
