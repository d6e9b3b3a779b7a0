"""Why one moment was answered so."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from mmdesk.analysis.saliency.explanation import explain
from mmdesk.core.explanation import Explanation, Measure
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Observation
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.predictor import Predictor
from tests.analysis.saliency.planted import PATCH, classifier, observation

CPU = torch.device("cpu")


def _explanation(
    given: Observation, measure: Measure = Measure.CONTRIBUTION, model: FusionClassifier | None = None
) -> Explanation | None:
    model = model or classifier()
    encoded = Predictor(model, CPU).encode([given])
    return explain(
        model, CPU, "attention_gate", model.fusion, given, encoded.embeddings, encoded.present, measure=measure
    )


def test_every_input_is_explained_in_the_same_unit() -> None:
    explanation = _explanation(observation())
    assert explanation is not None
    assert (explanation.label, explanation.fusion, explanation.measure) == (
        "up",
        "attention_gate",
        Measure.CONTRIBUTION,
    )
    assert explanation.parts["image"].heat[PATCH].mean() > 0.3
    assert explanation.parts["audio"].grid.max() > 0.02
    assert explanation.parts["text"].spans[-1].change > 0.02


def test_the_same_snapshot_gives_the_same_even_in_inference_mode() -> None:
    model = classifier()
    first = _explanation(observation(), model=model)
    with torch.inference_mode():
        second = _explanation(observation(), model=model)
    assert first is not None
    assert second is not None
    assert np.array_equal(first.parts["image"].heat, second.parts["image"].heat)  # type: ignore[union-attr]
    assert np.array_equal(first.parts["audio"].grid, second.parts["audio"].grid)  # type: ignore[union-attr]
    assert first.parts["text"] == second.parts["text"]


@pytest.mark.parametrize("absent", list(Modality))
def test_an_absent_input_is_not_explained(absent: Modality) -> None:
    explanation = _explanation(observation(frozenset({absent})))
    assert explanation is not None
    assert set(explanation.parts) == set(Modality) - {absent}


def test_with_nothing_there_is_nothing_to_explain() -> None:
    assert _explanation(observation(frozenset(Modality))) is None


def test_held_weights_decide_what_counts() -> None:
    model, given = classifier(), observation()
    encoded = Predictor(model, CPU).encode([given])
    weights = torch.tensor([[0.0, 0.0, 1.0]])

    def by_hand(embeddings: torch.Tensor, present: torch.Tensor):  # type: ignore[no-untyped-def]
        return model.fusion.blend(embeddings, present, weights.expand(len(embeddings), -1) * present)

    explanation = explain(
        model, CPU, "", by_hand, given, encoded.embeddings, encoded.present, measure=Measure.EVERYTHING
    )
    assert explanation is not None
    assert explanation.parts["image"].scale == 0.0
    assert explanation.parts["audio"].scale == 0.0
    assert explanation.parts["text"].scale > 0.1


def test_it_stops_when_asked() -> None:
    model, given = classifier(), observation()
    encoded = Predictor(model, CPU).encode([given])
    stopped = explain(
        model, CPU, "", model.fusion, given, encoded.embeddings, encoded.present, should_stop=lambda: True
    )
    assert stopped is None


def test_nothing_is_learnt_from_it() -> None:
    model, given = classifier(), observation()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    encoded = Predictor(model, CPU).encode([given])
    explain(model, CPU, "", model.fusion, given, encoded.embeddings, encoded.present)
    assert all(torch.equal(value, before[name]) for name, value in model.state_dict().items())
    assert all(parameter.grad is None for parameter in model.parameters())
