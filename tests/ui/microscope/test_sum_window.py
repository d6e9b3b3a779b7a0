"""What the sum window shows can be computed again from what it shows."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
import torch
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mmdesk.analysis.microscope import Microscope
from mmdesk.core.prediction import Prediction
from mmdesk.core.weight_sum import WeightRule
from mmdesk.models.fusion import FUSIONS, offered_fusions
from mmdesk.models.predictor import Predictor
from mmdesk.ui.language import install_language
from mmdesk.ui.microscope.sum_window import SumWindow
from mmdesk.ui.microscope.sum_words import contribution_table, weight_table
from mmdesk.ui.microscope.weights_page import WeightsPage
from mmdesk.ui.microscope.words import contribution_words
from mmdesk.ui.words import percent
from tests.many_inputs import SETS, inputs_of, model_of, moment
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KINDS = [kind for kind in offered_fusions() if FUSIONS.origin(kind) is None]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    install_language("en")
    yield
    install_language("en")


def number(text: str) -> float:
    return float(text.rstrip("%").replace("−", "-"))


def predictions(columns: tuple[str, ...], override: tuple[float, ...] | None = None) -> Iterator[Prediction]:
    """What every method makes of a moment with everything, and of the same without its first input."""
    predictor = Predictor(model_of(columns, KINDS), torch.device("cpu"))
    scope, everything = Microscope(predictor), moment(columns)
    first = inputs_of(columns)[0].name
    for observation in (everything, everything.without([first])) if len(columns) > 1 else (everything,):
        encoded = scope.encode(observation)
        for kind in KINDS:
            predictor.choose(kind)
            yield scope.read(encoded, override)


@pytest.mark.parametrize("columns", SETS.values(), ids=map(str, SETS))
def test_contributions_come_out_to_the_last_digit_for_every_method(columns: tuple[str, ...]) -> None:
    inputs = inputs_of(columns)
    for prediction in predictions(columns):
        assert prediction.insight is not None
        for one in inputs:
            table = contribution_table(prediction, inputs, one.name)
            shown = prediction.insight.shown.contribution(one.name)
            assert contribution_words(shown) in table.heading
            if not prediction.presence(one.name).present:
                assert not table.rows
                assert shown == 0
                continue
            for _, _, before, after, adds in table.rows:
                assert number(after) - number(before) == pytest.approx(number(adds), abs=0.0151)
            orders = [int(row[1]) for row in table.rows]
            assert sum(orders) == int(table.result[1]) == math.factorial(sum(prediction.insight.shown.present))
            mean = sum(n * number(row[4]) for n, row in zip(orders, table.rows, strict=True)) / sum(orders)
            assert mean == pytest.approx(number(table.result[4]), abs=0.0101)
            assert number(table.result[4]) == pytest.approx(100 * shown, abs=0.0051)


@pytest.mark.parametrize("by_hand", [False, True])
@pytest.mark.parametrize("columns", SETS.values(), ids=map(str, SETS))
def test_weights_come_out_to_the_last_digit_for_every_method(columns: tuple[str, ...], by_hand: bool) -> None:
    inputs, rules = inputs_of(columns), set()
    override = tuple(2 ** -float(index) for index in range(len(columns))) if by_hand else None
    for prediction in predictions(columns, override):
        assert prediction.insight is not None
        found = prediction.insight.weight_sum
        assert (found is None) is (prediction.weights is None)
        table = weight_table(prediction, inputs, inputs[-1].name)
        weight = prediction.weight(inputs[-1].name)
        if found is None or weight is None:
            assert not table.rows
            continue
        rules.add(found.rule)
        assert percent(weight) in table.heading
        total = sum(number(row[-2]) for row in table.rows)
        assert number(table.result[-2]) == pytest.approx(total, abs=0.0004)
        for one, row in zip(inputs, table.rows, strict=True):
            shown = prediction.weight(one.name)
            assert shown is not None
            assert number(row[-1]) == pytest.approx(100 * shown, abs=0.0051)
            assert 100 * number(row[-2]) / number(table.result[-2]) == pytest.approx(number(row[-1]), abs=0.05)
            if not prediction.presence(one.name).present:
                assert number(row[-2]) == shown == 0
        scores = [number(row[1]) if len(row) == 4 and row[1] != "–" else None for row in table.rows]
        greatest = max((score for score in scores if score is not None), default=0.0)
        for score, row in zip(scores, table.rows, strict=True):
            if score is not None:
                trust = found.rule is WeightRule.TRUST
                part = math.log1p(math.exp(score)) if trust else math.exp(score - greatest)
                assert part == pytest.approx(number(row[2]), abs=0.0003)
    own = {WeightRule.LEARNT, WeightRule.GATE, WeightRule.VALUES, WeightRule.EVEN, WeightRule.TRUST}
    assert rules == ({WeightRule.BY_HAND} if by_hand else own)


def test_a_click_on_a_bar_opens_its_sum_which_follows_the_answers(qtbot: QtBot) -> None:
    columns = SETS[3]
    inputs = inputs_of(columns)
    page = WeightsPage()
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show_inputs(inputs)
    page.show()
    first, *_, last = predictions(columns)
    page.show_prediction(first)
    assert not page.sum_window.isVisible()
    qtbot.mouseClick(page.bars, Qt.MouseButton.LeftButton, pos=QPoint(300, page.bars.height() - 10))
    assert page.sum_window.isVisible()
    assert page.sum_window.tables == tuple(
        table(first, inputs, inputs[2].name) for table in (weight_table, contribution_table)
    )
    page.show_snapshot(last)
    assert page.sum_window.tables == tuple(
        table(last, inputs, inputs[2].name) for table in (weight_table, contribution_table)
    )
    page.forget()
    assert page.sum_window.tables == ()


def test_labels_are_shown_as_they_are_written_and_all_in_the_language_that_holds(qtbot: QtBot) -> None:
    labels = tuple(f"<b>{digit}" for digit in range(10))
    window = SumWindow()
    qtbot.addWidget(window)
    window.show_prediction(seen(1.0, (3, 3, 3), labels=labels))
    window.open()
    install_language("de")
    window.retranslate()
    assert "&lt;b&gt;3" in window._text.text()
    assert window.windowTitle() == "So wird es berechnet"
    assert "," in window.tables[1].rows[0][-1]
