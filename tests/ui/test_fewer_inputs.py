"""A model of two inputs: the panels show these two, and a window's controls of three reach them by name."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mmdesk.analysis.microscope import Microscope
from mmdesk.app.replay import ReplaySummary
from mmdesk.app.snapshot_page import snapshot_page
from mmdesk.core.errors import MmdeskError
from mmdesk.core.modality import MODALITIES
from mmdesk.core.prediction import Prediction
from mmdesk.core.user_controls import UserControls
from mmdesk.core.verdict import relation_claim
from mmdesk.engine.live_microscope import LiveMicroscope
from mmdesk.engine.prediction_log import PredictionLog
from mmdesk.models.predictor import Predictor
from mmdesk.ui.microscope.contribution_bars import ContributionBars
from mmdesk.ui.microscope.gate_page import GatePage
from mmdesk.ui.microscope.method_strip import MethodStrip
from mmdesk.ui.microscope.methods_page import MethodsPage
from mmdesk.ui.microscope.words import honesty_words, relation_tip
from mmdesk.ui.panels.strip import WeightStrip
from tests.analysis.planted import picture_and_text, snapshot
from tests.three_inputs import by_name, input_of
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
IMAGE, AUDIO, TEXT = MODALITIES


def tick(controls: UserControls, time_s: float = 5.0) -> Prediction:
    scope = LiveMicroscope(Microscope(Predictor(picture_and_text(), torch.device("cpu"))), controls)
    return scope.tick(snapshot(3, 5, 9, time_s))


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(1000, 420)
    with qtbot.waitExposed(widget):
        widget.show()


def test_weights_by_hand_of_three_sliders_reach_the_two_inputs() -> None:
    assert tick(UserControls()).label == "3"
    held = tick(UserControls(by_name(0.1, 0.6, 0.3)))
    assert held.label == "9"
    assert held.override == (0.1, 0.3)
    assert held.weights is not None
    assert held.weights.tolist() == pytest.approx([0.25, 0.75])
    nothing_left = tick(UserControls(by_name(0.0, 1.0, 0.0)))
    assert nothing_left.weights is not None
    assert nothing_left.weights.tolist() == pytest.approx([0.5, 0.5])


def test_each_page_shows_the_two_and_nothing_else(qtbot: QtBot) -> None:
    prediction, both = tick(UserControls()), (input_of(IMAGE), input_of(TEXT))
    bars, gate, strip = ContributionBars(), GatePage(), WeightStrip()
    methods, past = MethodsPage(), MethodStrip()
    past.show_method("attention_gate")
    for page in (bars, gate):
        page.show_inputs(both)
    for widget in (bars, gate, strip, methods, past):
        shown(qtbot, widget)
    bars.show_prediction(prediction)
    assert [bars.row(one).weight for one in both] == [pytest.approx(0.6), pytest.approx(0.4)]
    assert [bars.row(one).reason for one in both] == ["", ""]
    assert bars.row(both[1]).contribution == pytest.approx(float(prediction.insight.shown.contributions[1]))
    gate.show_prediction(prediction)
    assert [slider.value() for slider in gate.sliders] == pytest.approx([600, 400], abs=1)
    strip.append(prediction)
    (ages, cumulated), *_ = strip.segments()
    assert len(ages) == 1
    np.testing.assert_allclose(cumulated, [[0.6, 1.0]], atol=1e-6)
    methods.show_prediction(prediction)
    past.append(prediction)
    ((_, shares),) = past.segments()
    assert shares[-1] == pytest.approx((0.6, 0.4))
    for widget in (bars, gate, strip, methods, past):
        assert not widget.grab().toImage().isNull()


def test_sentences_name_the_inputs_of_the_model() -> None:
    prediction = tick(UserControls())
    assert prediction.insight is not None
    view = prediction.insight.shown
    assert "different answer" in relation_tip(view)
    assert relation_claim(view).pair is None
    assert honesty_words(prediction.insight) == "The weights match what mattered."


def test_reports_have_a_column_for_each_input_of_the_model_and_no_other(tmp_path: Path) -> None:
    prediction = tick(UserControls(by_name(0.1, 0.6, 0.3)))
    with PredictionLog(tmp_path / "a.csv") as log:
        log.write(prediction)
        with pytest.raises(MmdeskError):
            log.write(seen(6.0, (3, 5, 9)))
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as stream:
        (row,) = csv.DictReader(stream)
    assert float(row["weight_image"]) == pytest.approx(0.25)
    assert float(row["weight_text"]) == pytest.approx(0.75)
    assert row["override"] == "0.100000 0.300000"
    assert not any("audio" in name for name in row)
    summary_of = ReplaySummary(prediction.inputs)
    summary_of.add(prediction)
    summary = summary_of.figures()
    assert summary["mean_weight"] == {"image": pytest.approx(0.25), "text": pytest.approx(0.75)}
    assert summary["present_share"] == {"image": 1.0, "text": 1.0}
    page = snapshot_page(prediction, {})
    assert page.count('<th scope="row"><i class=') == 2
    assert 'class="input3"' not in page
