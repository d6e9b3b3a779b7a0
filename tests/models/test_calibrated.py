"""What calibration does to a model: to its checkpoint, its answers and everything that is read off them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from mmdesk.analysis.microscope import Microscope
from mmdesk.core.errors import CheckpointError
from mmdesk.core.observation import NOTHING_RECOGNISED
from mmdesk.models.checkpoint import CONFIG, load_checkpoint, save_checkpoint
from mmdesk.models.checkpoint_calibration import Calibration, parse_calibration
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.bags import BagOfWordsEncoder
from mmdesk.models.encoders.base import EncoderOutput
from mmdesk.models.export import ClassifierGraph, export_program
from mmdesk.models.open_set import DistanceRule, EvidenceRule, Judged
from mmdesk.models.predictor import Predictor
from mmdesk.models.temperature import Reliability, Temperatures
from tests.many_inputs import SETS, model_of, moment

_CPU = torch.device("cpu")
_METHODS = ("attention_gate", "late", "weighted_average", "deep")
_DIM = 8


def _judged() -> Judged:
    return Judged(100, 0.03, 40, 0.05)


def _calibrated(rejecting: str = "") -> FusionClassifier:
    """A model of three inputs with a rule for each and temperatures for each method; one input is always rejected."""
    model = model_of(SETS[3], _METHODS)
    for name in model.names:
        threshold = 1e5 if name == rejecting else -1e5
        model.encoder(name).set_open_set(DistanceRule(torch.eye(_DIM), torch.randn(3, _DIM), threshold, _judged()))
    for place, fusion in enumerate(model.fusions().values()):
        values = [0.3 + 0.2 * subset + 0.1 * place for subset in range(7)]
        fusion.set_temperatures(Temperatures(values, Reliability(100, 0.1, 0.02)))
    return model


def test_a_temperature_belongs_to_the_subset_that_is_present() -> None:
    table = Temperatures([2.0, 3.0, 4.0], Reliability(10, 0.1, 0.1))
    present = torch.tensor([[True, False], [False, True], [True, True], [False, False]])
    assert table(present).tolist() == [2.0, 3.0, 4.0, 1.0]


@pytest.mark.parametrize("values", [[], [1.0, 1.0], [1.0, 1.0, 0.0], [float("nan")], [1e9]])
def test_impossible_temperatures_are_refused(values: list[float]) -> None:
    with pytest.raises(ValueError, match="temperature"):
        Temperatures(values, Reliability(10, 0.1, 0.1))


def test_the_distance_is_that_to_the_nearest_mean() -> None:
    rule = DistanceRule(torch.eye(2), torch.tensor([[0.0, 0.0], [10.0, 0.0]]), -2.0, _judged())
    points = torch.tensor([[0.0, 1.0], [10.0, -3.0], [5.0, 0.0], [float("nan"), 0.0]])
    assert rule.score(points, None)[:3].tolist() == pytest.approx([-1.0, -3.0, -5.0], abs=1e-5)
    assert rule(points, None).tolist() == [True, False, False, False]


def test_an_encoder_believes_its_evidence_from_one_half_until_a_threshold_is_chosen() -> None:
    encoder = BagOfWordsEncoder(["red"], dim=_DIM, evidence=True)
    output = EncoderOutput(torch.zeros(3, _DIM), torch.tensor([-0.1, 0.1, 3.0]))
    assert encoder.recognises(output).tolist() == [False, True, True]
    encoder.set_open_set(EvidenceRule(2.0, _judged()))
    assert encoder.recognises(output).tolist() == [False, False, True]
    encoder.set_open_set(None)
    assert encoder.recognises(EncoderOutput(output.embedding, None)).all()


def test_an_input_below_its_threshold_counts_as_nothing_recognised() -> None:
    model = _calibrated(rejecting="body")
    prediction = Predictor(model, _CPU).predict(moment(SETS[3]))
    assert prediction.verdicts[model.names.index("body")] == NOTHING_RECOGNISED
    assert prediction.weights is not None
    assert prediction.weights[model.names.index("body")] == 0
    assert sum(verdict.present for verdict in prediction.verdicts) == 2


def test_temperatures_change_how_sure_the_model_is_but_no_answer_weight_or_flip_point() -> None:
    model = _calibrated()
    for kind in _METHODS:
        microscope = Microscope(Predictor(model, _CPU))
        microscope.predictor.choose(kind)
        warm = microscope.read(microscope.encode(moment(SETS[3])))
        kept = {name: fusion.temperatures for name, fusion in model.fusions().items()}
        for fusion in model.fusions().values():
            fusion.set_temperatures(None)
        plain = microscope.read(microscope.encode(moment(SETS[3])))
        for name, fusion in model.fusions().items():
            fusion.set_temperatures(kept[name])
        assert warm.insight is not None
        assert plain.insight is not None
        assert warm.insight.flips == plain.insight.flips
        assert warm.insight.honesty == plain.insight.honesty
        np.testing.assert_array_equal(
            warm.insight.shown.probabilities.argmax(axis=1)[1:], plain.insight.shown.probabilities.argmax(axis=1)[1:]
        )
        assert not np.allclose(warm.insight.shown.probabilities[1:], plain.insight.shown.probabilities[1:])


def test_every_way_to_a_probability_gives_the_same_one() -> None:
    model = _calibrated()
    predictor = Predictor(model, _CPU)
    seen = predictor.predict(moment(SETS[3]))
    read = Microscope(predictor).read(Microscope(predictor).encode(moment(SETS[3])))
    assert seen.probabilities is not None
    assert read.probabilities is not None
    np.testing.assert_allclose(read.probabilities, seen.probabilities, atol=1e-6)
    encoded = predictor.encode([moment(SETS[3])])
    logits = model.fuse(encoded.embeddings, encoded.present).logits
    expected = (logits / model.fusion.temperatures.table[-1]).softmax(dim=1)  # type: ignore[union-attr]
    np.testing.assert_allclose(seen.probabilities, expected[0].detach().numpy(), atol=1e-6)
    assert read.insight is not None
    gained = read.insight.shown.contributions.sum()
    assert gained == pytest.approx(float(seen.probabilities.max()) - 1 / 3, abs=1e-5)


def test_a_checkpoint_brings_calibration_back(tmp_path: Path) -> None:
    model = _calibrated(rejecting="image")
    save_checkpoint(model, tmp_path / "a.mmdesk", "card")
    again = load_checkpoint(tmp_path / "a.mmdesk")
    before, after = (Predictor(one, _CPU).predict(moment(SETS[3])) for one in (model, again))
    assert before.probabilities is not None
    assert after.probabilities is not None
    assert after.verdicts == before.verdicts
    np.testing.assert_allclose(after.probabilities, before.probabilities, atol=1e-6)
    rule, kept = (one.encoder("image").open_set for one in (again, model))
    assert rule is not None
    assert kept is not None
    assert rule.judged == kept.judged
    assert rule.threshold == kept.threshold


def test_a_model_without_calibration_says_nothing_of_it_and_opens(tmp_path: Path) -> None:
    save_checkpoint(model_of(SETS[3]), tmp_path / "plain", "card")
    assert "calibration" not in json.loads((tmp_path / "plain" / CONFIG).read_text(encoding="utf-8"))
    assert Calibration.of(load_checkpoint(tmp_path / "plain")) is None


def _set(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(entry: dict[str, Any]) -> None:
        *way, last = path.split("/")
        for key in way:
            entry = entry[key]
        entry[last] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("version", 2),
        _set("inputs", []),
        _set("temperatures/late/values", [1.0, 1.0]),
        _set("temperatures/late/values", [1.0] * 6 + ["1"]),
        _set("temperatures/late/values", [1.0] * 6 + [float("inf")]),
        _set("temperatures/late/before", 2),
        _set("inputs/body/method", "os.system"),
        _set("inputs/body/threshold", float("nan")),
        _set("inputs/body/means", "no base64!"),
        _set("inputs/body/means", "AAAA"),
        _set("inputs/body/dim", 1 << 40),
        _set("inputs/body/known", -1),
        _set("inputs/body/whitening", "AADAfw==" * 16),
    ],
)
def test_what_is_wrong_with_calibration_is_said(change: Callable[[dict[str, Any]], None]) -> None:
    found = Calibration.of(_calibrated())
    assert found is not None
    entry = json.loads(json.dumps(found.to_json()))
    parse_calibration(entry)
    change(entry)
    with pytest.raises(ValueError, match="calibration"):
        parse_calibration(entry)


@pytest.mark.parametrize(
    "change",
    [
        _set(
            "inputs/nobody",
            {"method": "evidence", "threshold": 0, "known": 1, "rejected": 0, "unknown": 0, "claimed": 0},
        ),
        _set(
            "inputs/body", {"method": "evidence", "threshold": 0, "known": 1, "rejected": 0, "unknown": 0, "claimed": 0}
        ),
        _set("temperatures/late", {"values": [1.0], "samples": 1, "before": 0, "after": 0}),
    ],
)
def test_calibration_of_another_model_is_refused(change: Callable[[dict[str, Any]], None], tmp_path: Path) -> None:
    save_checkpoint(_calibrated(), tmp_path / "model", "card")
    file = tmp_path / "model" / CONFIG
    document = json.loads(file.read_text(encoding="utf-8"))
    change(document["calibration"])
    del document["sha256"]
    file.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(CheckpointError):
        load_checkpoint(tmp_path / "model")


def test_an_exported_graph_holds_rules_and_temperatures() -> None:
    columns = ("image", "text")
    model = model_of(columns, ("attention_gate",))
    means = torch.randn(3, _DIM)
    model.encoder("image").set_open_set(DistanceRule(torch.eye(_DIM), means, 1e5, _judged()))
    model.encoder("text").set_open_set(DistanceRule(torch.eye(_DIM), means, -1e5, _judged()))
    model.fusion.set_temperatures(Temperatures([1.0, 5.0, 3.0], Reliability(10, 0.1, 0.1)))
    observation = moment(columns)
    expected = Predictor(model, _CPU).predict(observation)
    given = {
        one.column: model.encoder(one.name).prepare(observation.input_of(one.name).content)[None]  # type: ignore[union-attr]
        for one in model.inputs
    }
    program = export_program(model, "attention_gate")
    for graph in (ClassifierGraph(model, "attention_gate"), program.module()):
        answer = graph(inputs=given, present=torch.ones(1, 2, dtype=torch.bool))
        assert answer["used"].tolist() == [[False, True]]
        np.testing.assert_allclose(answer["probabilities"][0].detach().numpy(), expected.probabilities, atol=1e-5)
