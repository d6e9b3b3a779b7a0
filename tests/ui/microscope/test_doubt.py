"""How unsure each input is, and how far they contradict each other, for a method that tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.insight import Doubt, Insight
from mmdesk.core.prediction import Prediction
from mmdesk.ui.microscope.weights_page import WeightsPage
from mmdesk.ui.microscope.words import doubt_words
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def doubting(says: tuple[int | None, ...], doubt: Doubt) -> Prediction:
    prediction = seen(1.0, says, weights=None, fusion="evidential")
    insight = prediction.insight
    assert insight is not None
    shown = replace(insight.shown, doubt=doubt)
    return replace(prediction, insight=Insight((shown,), shown, shown, None, insight.flips))


def test_each_input_says_how_unsure_it_is_and_the_gauge_shows_the_conflict(qtbot: QtBot) -> None:
    page = WeightsPage()
    qtbot.addWidget(page)
    page.show_prediction(doubting((3, 5, None), Doubt((0.2, 0.25, 1.0), 0.1, 0.6)))
    rows = [page.bars.row(one) for one in DEFAULT_INPUTS]
    assert [row.weight for row in rows] == [None, None, None]
    assert [row.uncertainty for row in rows] == [0.2, 0.25, 1.0]
    assert [row.weight_words for row in rows] == ["unsure 20%", "unsure 25%", "unsure 100%"]
    assert page.honesty.conflict() == 0.6
    assert page.honesty.agreement() is None
    assert page.honesty.sentence() == "The inputs contradict each other in most of what they claim."
    figures = page.honesty.toolTip().splitlines()[0]
    assert "60%" in figures
    assert "10%" in figures
    assert "Dempster" in page.honesty.toolTip()
    page.grab()
    page.show_prediction(seen(2.0, (3, 3, 3)))
    assert page.honesty.conflict() is None
    assert page.bars.row(DEFAULT_INPUTS[0]).uncertainty is None
    assert "Dempster" not in page.honesty.toolTip()


def test_one_input_has_nothing_to_contradict() -> None:
    prediction = doubting((3, None, None), Doubt((0.2, 1.0, 1.0), 0.2, 0.0))
    assert prediction.insight is not None
    assert doubt_words(prediction.insight.shown) == "By its own account the input leaves 20% open."
