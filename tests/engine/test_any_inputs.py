"""Models of one to five inputs are shown live, explained and looked at again as those of three are."""

from __future__ import annotations

import csv
import itertools
import math
from pathlib import Path

import numpy as np
import pytest
import torch

from mmdesk.analysis.microscope import Microscope
from mmdesk.core.explanation import AudioAttribution, ImageAttribution, TextAttribution
from mmdesk.core.modality import Modality
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.live_microscope import LiveMicroscope
from mmdesk.engine.prediction_log import write_predictions
from mmdesk.models.checkpoint import load_checkpoint, save_checkpoint
from mmdesk.models.predictor import Predictor
from tests.many_inputs import LABELS, SETS, inputs_of, model_of, moment

PARTS = {Modality.IMAGE: ImageAttribution, Modality.AUDIO: AudioAttribution, Modality.TEXT: TextAttribution}


@pytest.fixture(params=SETS.values(), ids=map(str, SETS))
def columns(request: pytest.FixtureRequest) -> tuple[str, ...]:
    found: tuple[str, ...] = request.param
    return found


@pytest.fixture
def live(columns: tuple[str, ...], tmp_path: Path) -> LiveMicroscope:
    """A model that was saved and opened again."""
    save_checkpoint(model_of(columns), tmp_path / "model.mmdesk", "card")
    classifier = load_checkpoint(tmp_path / "model.mmdesk")
    return LiveMicroscope(Microscope(Predictor(classifier, torch.device("cpu"))), UserControls())


def test_contributions_are_those_of_brute_force(columns: tuple[str, ...], live: LiveMicroscope) -> None:
    prediction = live.tick(moment(columns))
    names = tuple(one.name for one in inputs_of(columns))
    assert prediction.inputs == names
    assert all(verdict.present for verdict in prediction.verdicts)
    assert prediction.insight is not None
    for view in prediction.insight.views:
        answer = int(view.probabilities[-1].argmax())
        worth = view.probabilities[:, answer].astype(np.float64)
        count = len(names)
        expected = np.zeros(count)
        for order in itertools.permutations(range(count)):
            subset = 0
            for index in order:
                expected[index] += worth[subset | 1 << index] - worth[subset]
                subset |= 1 << index
        expected /= math.factorial(count)
        np.testing.assert_allclose(view.contributions, expected, atol=1e-6)
        assert view.contributions.sum() == pytest.approx(worth[-1] - 1 / len(LABELS), abs=1e-6)
        assert len(view.interactions) == count * (count - 1) // 2


def test_a_moment_is_looked_at_again_and_explained(columns: tuple[str, ...], live: LiveMicroscope) -> None:
    for tick in range(3):
        live.tick(moment(columns, 1.0 + tick))
    again = live.snapshot(2.0)
    assert again is not None
    assert again.as_it_was
    assert set(again.inputs) == {one.name for one in inputs_of(columns)}
    explanation = live.explanation(2.0, lambda: False)
    assert explanation is not None
    for one in inputs_of(columns):
        assert isinstance(explanation.parts[one.name], PARTS[Modality(one.kind)])
    rerun = live.rerun(10.0)
    assert rerun is not None
    assert rerun.same == 3


def test_each_input_is_weighed_muted_and_perturbed_by_its_name(columns: tuple[str, ...], live: LiveMicroscope) -> None:
    inputs = inputs_of(columns)
    last = inputs[-1]
    live.controls = UserControls(override={last.name: 1.0})
    held = live.tick(moment(columns))
    assert held.override == tuple(float(one == last) for one in inputs)
    assert held.weight(last.name) == 1.0
    live.controls = UserControls(perturbations=(Perturbation(last, PerturbationKind.OFF),))
    perturbed = live.tick(moment(columns, 2.0))
    live.controls = UserControls(muted=frozenset({last.name}))
    muted = live.tick(moment(columns, 3.0))
    for prediction in (perturbed, muted):
        assert [verdict.present for verdict in prediction.verdicts] == [one != last for one in inputs]


def test_a_table_of_predictions_has_columns_for_each(
    columns: tuple[str, ...], live: LiveMicroscope, tmp_path: Path
) -> None:
    write_predictions(tmp_path / "p.csv", [live.tick(moment(columns))])
    with (tmp_path / "p.csv").open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    for one in inputs_of(columns):
        assert {f"weight_{one.name}", f"presence_{one.name}", f"contribution_{one.name}"} <= set(row)
        if one.kind == Modality.TEXT:
            assert row["text" if one.name == "text" else f"text_{one.name}"]
