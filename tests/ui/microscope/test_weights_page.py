"""Weights beside contributions, relation and honesty."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.insight import Honesty, Relation
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import Reason
from mmdesk.ui.language import install_language
from mmdesk.ui.microscope.contribution_bars import ContributionBars
from mmdesk.ui.microscope.honesty_line import HonestyLine
from mmdesk.ui.microscope.weights_page import WeightsPage
from mmdesk.ui.microscope.words import agreement_tip, contribution_words, honesty_words
from mmdesk.ui.theme import DARK, Look
from tests.three_inputs import input_of
from tests.ui.planted_insight import seen, without_insight

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
IMAGE, AUDIO, TEXT = MODALITIES


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    install_language("en")
    yield
    install_language("en")


def shown(qtbot: QtBot, widget: QWidget, size: tuple[int, int] = (900, 300)) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(*size)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_weight_and_contribution_stand_side_by_side_with_the_answer_without(qtbot: QtBot) -> None:
    bars = ContributionBars()
    shown(qtbot, bars)
    prediction = seen(1.0, (3, 5, 9), weights=(0.5, 0.3, 0.2))
    bars.show_prediction(prediction)
    view = prediction.insight.shown
    row = bars.row(input_of(IMAGE))
    assert row.weight == pytest.approx(0.5)
    assert row.weight_words == "50%"
    assert row.contribution == pytest.approx(float(view.contributions[0]))
    assert row.contribution_words == contribution_words(row.contribution)
    assert (row.without, row.decides) == ("without: 5", True)
    assert (bars.row(input_of(AUDIO)).without, bars.row(input_of(AUDIO)).decides) == ("without: 3", False)


def test_an_absent_input_has_nothing_and_says_explanation(qtbot: QtBot) -> None:
    bars = ContributionBars()
    shown(qtbot, bars)
    bars.show_prediction(seen(1.0, (7, None, 7), reasons=(Reason.PRESENT, Reason.SILENCE, Reason.PRESENT)))
    row = bars.row(input_of(AUDIO))
    assert (row.weight, row.weight_words, row.reason) == (0.0, "0%", "silence")
    assert (row.contribution, row.contribution_words, row.without) == (0.0, "0 points", "")


def test_no_weight_is_made_up(qtbot: QtBot) -> None:
    page = WeightsPage()
    shown(qtbot, page)
    page.show_prediction(seen(1.0, weights=None, fusion="concatenation"))
    row = page.bars.row(input_of(IMAGE))
    assert (row.weight, row.weight_words) == (None, "not defined")
    assert row.contribution is not None
    assert "no weights of its own" in page.aside.text()
    assert page.strip.segments() == []
    assert "this method has no weights" in page.honesty.sentence()
    page.show_prediction(seen(2.0, (None, None, None)))
    assert page.bars.row(input_of(AUDIO)).weight_words == "–"
    assert page.bars.row(input_of(AUDIO)).contribution_words == "–"
    assert page.honesty.relation is None


def test_without_an_insight_the_weights_stand_alone(qtbot: QtBot) -> None:
    bars = ContributionBars()
    shown(qtbot, bars)
    bars.show_prediction(without_insight(seen(1.0)))
    assert bars.row(input_of(IMAGE)).weight == pytest.approx(0.5)
    assert bars.row(input_of(IMAGE)).contribution is None


def test_weights_by_hand_leave_the_models_own_as_a_ghost(qtbot: QtBot) -> None:
    bars = ContributionBars()
    shown(qtbot, bars)
    bars.show_prediction(seen(1.0, (3, 5, 9), weights=(0.5, 0.3, 0.2), by_hand=(0.0, 0.0, 1.0)))
    assert bars.row(input_of(TEXT)).weight == pytest.approx(1.0)
    assert bars.row(input_of(TEXT)).ghost == pytest.approx(0.2)
    bars.show_prediction(seen(1.1, (3, 5, 9), weights=(0.5, 0.3, 0.2)))
    assert bars.row(input_of(TEXT)).ghost is None


def test_a_bar_is_as_long_as_its_weight(qtbot: QtBot) -> None:
    bars = ContributionBars()
    shown(qtbot, bars, (800, 300))
    bars.set_look(Look(DARK, 1.0))
    bars.show_prediction(seen(1.0, (7, None, 7), weights=(0.75, 0.0, 0.25)))
    image = bars.grab().toImage()
    lengths = {}
    for modality, top in zip(Modality, (0, 100, 200), strict=True):
        rows = range(top + 20, top + 48)
        colour = DARK.colour_of(modality.column)
        lengths[modality] = max(sum(image.pixelColor(x, y).name() == colour for x in range(60, 800)) for y in rows)
    assert lengths[IMAGE] / lengths[TEXT] == pytest.approx(3.0, rel=0.05)
    assert lengths[AUDIO] == 0


def test_the_badge_says_conflict_from_agreement(qtbot: QtBot) -> None:
    line = HonestyLine()
    shown(qtbot, line)
    line.show_prediction(seen(1.0, (3, 5, 9)))
    assert line.relation is Relation.CONFLICT
    assert "sure of a different answer" in line.relation_detail()
    line.show_prediction(seen(1.1, (7, 7, 7)))
    assert line.relation is Relation.AGREE
    assert line.relation_detail() == "Each input alone gives this answer."


@pytest.mark.parametrize(
    ("says", "shares", "disagreeing", "figures", "words"),
    [
        ((7, 7, 7), (0.7, 0.2, 0.1), None, "The weights match what mattered.", "The weights match what mattered."),
        (
            (7, 7, 7), (0.1, 0.5, 0.4), IMAGE,
            "Picture has 70% of the weight, but removing it changes nothing.",
            "Picture has weight, but removing it changes nothing.",
        ),
        (
            (3, 5, 9), (0.3, 0.4, 0.3), IMAGE,
            "Picture has 70% of the weight, but only 30% of the effect.",
            "Picture has more weight than effect.",
        ),
        (
            (7, 7, 7), (0.2, 0.2, 0.6), TEXT,
            "Text has only 10% of the weight, but 60% of the effect.",
            "Text has more effect than weight.",
        ),
    ],
)  # fmt: skip
def test_honesty_is_reported_in_words(
    qtbot: QtBot,
    says: tuple[int, int, int],
    shares: tuple[float, float, float],
    disagreeing: Modality | None,
    figures: str,
    words: str,
) -> None:
    agreement = 0.4 if disagreeing else 0.9
    prediction = seen(1.0, says, weights=(0.7, 0.2, 0.1), honesty=Honesty(agreement, shares, disagreeing))
    assert honesty_words(prediction.insight) == figures
    line = HonestyLine()
    shown(qtbot, line)
    line.show_prediction(prediction)
    assert line.sentence() == words
    assert line.toolTip().splitlines()[0] == figures
    assert line.agreement() == agreement


def test_one_sentence_says_what_the_number_is(qtbot: QtBot) -> None:
    page = WeightsPage()
    shown(qtbot, page)
    assert page.honesty.toolTip().startswith("Agreement of weights and contributions: ")
    assert page.honesty.toolTip().count(".") + page.honesty.toolTip().count("?") == 1
    install_language("de")
    page.retranslate()
    assert page.honesty.toolTip() == agreement_tip()
    assert not page.honesty.toolTip().startswith("Agreement")


def test_a_snapshot_of_another_time_is_not_remembered(qtbot: QtBot) -> None:
    page = WeightsPage()
    shown(qtbot, page, (900, 460))
    for tick in range(10):
        page.show_prediction(seen(10 + tick / 20))
    before = [len(ages) for ages, _ in page.strip.segments()]
    page.show_snapshot(seen(3.0, (3, 5, 9)))
    assert [len(ages) for ages, _ in page.strip.segments()] == before
    assert page.honesty.relation is Relation.CONFLICT


def test_points_are_signed_and_whole() -> None:
    assert [contribution_words(value) for value in (0.484, -0.03, 0.004)] == ["+48 points", "−3 points", "0 points"]
