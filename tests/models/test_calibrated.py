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
from mmdesk.app import paths
from mmdesk.core.errors import CheckpointError
from mmdesk.core.observation import NOTHING_RECOGNISED
from mmdesk.models.checkpoint import CONFIG, load_checkpoint, save_checkpoint
from mmdesk.models.checkpoint_calibration import Calibration, calibration_words, parse_calibration
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.bags import BagOfWordsEncoder
from mmdesk.models.encoders.base import EncoderOutput
from mmdesk.models.export import ClassifierGraph, export_program
from mmdesk.models.open_set import MOST_SAID, DistanceRule, EvidenceRule, JointRule, Judged
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


def _joint(model: FusionClassifier, threshold: float) -> JointRule:
    """All inputs together have to reach the threshold; fewer pass whatever they hold."""
    thresholds = [-MOST_SAID * 3] * 6 + [threshold]
    return JointRule([1e-3] * 3, [0.0] * 3, thresholds, _judged())


def test_the_joint_rule_adds_up_what_is_present_and_is_bounded() -> None:
    rule = JointRule([2.0, 0.0], [0.5, 0.5], [1.0, 0.0, 1.0], _judged())
    scores = torch.tensor([[1.0, 9.0], [0.9, 9.0], [1e5, -1e5], [float("nan"), 9.0], [1.0, 9.0], [9.0, 9.0]])
    present = torch.tensor([[True, True]] * 4 + [[False, True], [False, False]])
    assert rule(scores, present).tolist() == [True, False, True, False, True, False]
    sure = JointRule([1.0, 1.0], [0.0, 0.0], [0.0, 0.0, 0.5], _judged())
    assert sure(torch.tensor([[1e5, -7.0], [7.0, -5.0]]), torch.ones(2, 2, dtype=torch.bool)).tolist() == [False, True]
    for wrong in ([-1.0, 1.0], [1.0], [float("nan"), 1.0]):
        with pytest.raises(ValueError, match="slope"):
            JointRule(wrong, [0.0, 0.0], [0.0, 0.0, 0.0], _judged())


def test_what_all_inputs_together_do_not_know_is_no_prediction_though_each_alone_would_pass() -> None:
    model = _calibrated()
    observation = moment(SETS[3])
    assert Predictor(model, _CPU).predict(observation).probabilities is not None
    model.set_joint_rule(_joint(model, MOST_SAID * 3))
    refused = Predictor(model, _CPU).predict(observation)
    assert refused.probabilities is None
    assert set(refused.verdicts) == {NOTHING_RECOGNISED}
    microscope = Microscope(Predictor(model, _CPU))
    assert microscope.read(microscope.encode(observation)).insight is None
    # Another set of inputs has another threshold.
    fewer = Predictor(model, _CPU).predict(observation.without({model.names[0]}))
    assert fewer.probabilities is not None
    assert sum(verdict == NOTHING_RECOGNISED for verdict in fewer.verdicts) == 0
    with pytest.raises(ValueError, match="3 inputs, not"):
        model_of(SETS[2]).set_joint_rule(_joint(model, 0.0))
    with pytest.raises(ValueError, match="has none"):
        model_of(SETS[3]).set_joint_rule(_joint(model, 0.0))


def test_a_checkpoint_and_an_exported_graph_have_the_joint_rule(tmp_path: Path) -> None:
    model = _calibrated()
    model.set_joint_rule(_joint(model, MOST_SAID * 3))
    save_checkpoint(model, tmp_path / "a.mmdesk", "card")
    again = load_checkpoint(tmp_path / "a.mmdesk")
    assert again.joint_rule is not None
    assert again.joint_rule.judged == _judged()
    assert Predictor(again, _CPU).predict(moment(SETS[3])).probabilities is None
    assert "together" in " ".join(calibration_words(again))
    observation = moment(SETS[3])
    given = {
        one.column: model.encoder(one.name).prepare(observation.input_of(one.name).content)[None]  # type: ignore[union-attr]
        for one in model.inputs
    }
    program = export_program(model, "attention_gate")
    for graph in (ClassifierGraph(model, "attention_gate"), program.module()):
        answer = graph(inputs=given, present=torch.ones(1, 3, dtype=torch.bool))
        assert not answer["used"].any()
        assert not answer["probabilities"].any()
        answer = graph(inputs=given, present=torch.tensor([[False, True, True]]))
        assert answer["used"].tolist() == [[False, True, True]]


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


def test_what_does_not_fit_a_model_is_said_to_be_its_calibration() -> None:
    temperatures = Temperatures([1.0] * 3, Reliability(100, 0.1, 0.02))
    with pytest.raises(ValueError, match=r'^"calibration": 2 inputs have these temperatures, not 3'):
        Calibration(temperatures={"late": temperatures}).apply(model_of(SETS[3], _METHODS))


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
        _set("joint", []),
        _set("joint/slopes", [1.0, 1.0]),
        _set("joint/slopes", [1.0, 1.0, -1.0]),
        _set("joint/middles", [0.0, 0.0, "0"]),
        _set("joint/thresholds", [float("nan")] * 7),
        _set("joint/known", 0),
    ],
)
def test_what_is_wrong_with_calibration_is_said(change: Callable[[dict[str, Any]], None]) -> None:
    model = _calibrated()
    model.set_joint_rule(_joint(model, 0.0))
    found = Calibration.of(model)
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


@pytest.mark.parametrize("path", paths.bundled_models(), ids=lambda path: path.stem)
def test_every_method_of_a_bundled_model_has_temperatures(path: Path) -> None:
    assert [kind for kind, fusion in load_checkpoint(path).fusions().items() if fusion.temperatures is None] == []
