"""Agreement of weights and contributions, on planted models that are honest and on planted liars."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from mmdesk.analysis.honesty import agreement
from mmdesk.analysis.microscope import EncodedObservation, Microscope
from mmdesk.core.insight import Honesty, Insight, MethodView, Relation
from mmdesk.core.modality import MODALITIES
from mmdesk.models.fusion import FUSIONS, AttentionGateFusion, Fusion, FusionOutput, LateFusion, WeightedAverageFusion
from mmdesk.models.fusion.base import masked_softmax
from mmdesk.models.predictor import Encoded, Predictor
from tests.analysis.planted import CLASSES, SURENESS, DeafFusion, classifier, even_gate, late, snapshot

IMAGE, AUDIO, TEXT = MODALITIES
Weights = tuple[float, float, float]

TEXTS, EVEN, MOSTLY = (0.0, 0.0, 1.0), (1 / 3, 1 / 3, 1 / 3), (0.9, 0.05, 0.05)
HONEST = [(MOSTLY, MOSTLY), (TEXTS, TEXTS), (EVEN, EVEN), ((0.5, 0.3, 0.2), (0.5, 0.3, 0.2))]
LIARS = [(EVEN, MOSTLY), (MOSTLY, EVEN), (EVEN, TEXTS), (TEXTS, EVEN), (MOSTLY, TEXTS), (TEXTS, (1.0, 0.0, 0.0))]


class Planted(WeightedAverageFusion):
    """A weighted average that says it has other weights."""

    def __init__(self, says: Weights, uses: Weights) -> None:
        super().__init__(3, CLASSES, CLASSES, adapt=False)
        self.says = torch.tensor(says).clamp(min=1e-9).log()
        with torch.no_grad():
            self.scores.copy_(torch.tensor(uses).clamp(min=1e-9).log())
            self.head.weight.copy_(SURENESS * torch.eye(CLASSES))
            self.head.bias.zero_()

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        said = masked_softmax(self.says.expand(present.shape), present)
        return super().forward(embeddings, present)._replace(weights=said)


class Foreign(Fusion):
    """The same, of a kind that nothing is known of: it offers no terms of its own, and nothing can be held."""

    weighs: ClassVar[bool] = False

    def __init__(self, says: Weights, uses: Weights) -> None:
        super().__init__(3, CLASSES, CLASSES)
        self.inner = Planted(says, uses)

    def config(self) -> dict[str, object]:  # type: ignore[override]
        return {}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        output: FusionOutput = self.inner(embeddings, present)
        return output


def agreements(fusion: Fusion, conflicting: bool, snapshots: int = 199) -> list[float]:
    """Measure moments in which every input names the same class, or each another one; none is exactly as sure."""
    generator = torch.Generator().manual_seed(5)
    scope = Microscope(Predictor(classifier(fusion), torch.device("cpu")))
    found = []
    for _ in range(snapshots):
        named = torch.randperm(CLASSES, generator=generator)[:3]
        labels = named if conflicting else named[:1].expand(3)
        embeddings = nn.functional.one_hot(labels, CLASSES) * (0.9 + 0.2 * torch.rand(3, 1, generator=generator))
        embeddings = embeddings + 0.02 * torch.randn(3, CLASSES, generator=generator)
        seen = scope.encode(snapshot(1, 1, 1))
        encoded = Encoded(embeddings[None], torch.ones(1, 3, dtype=torch.bool), seen.encoding.verdicts, 0, 0)
        insight = scope.read(EncodedObservation(seen.observation, encoded, None)).insight
        assert insight is not None
        assert insight.honesty is not None
        found.append(insight.honesty.agreement)
    return found


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, kind in (("planted", Planted), ("foreign", Foreign), ("deaf", DeafFusion)):
        monkeypatch.setitem(FUSIONS.loaded, name, kind)


@pytest.mark.parametrize("kind", [Planted, Foreign])
@pytest.mark.parametrize("conflicting", [False, True])
@pytest.mark.parametrize(("says", "uses"), HONEST)
def test_the_honest_are_called_honest(
    kind: type[Planted] | type[Foreign], conflicting: bool, says: Weights, uses: Weights
) -> None:
    found = agreements(kind(says, uses), conflicting)
    assert np.mean(found) >= 0.9
    assert min(found) > 0.8


@pytest.mark.parametrize("kind", [Planted, Foreign])
@pytest.mark.parametrize("conflicting", [False, True])
@pytest.mark.parametrize(("says", "uses"), LIARS)
def test_liars_are_called_liars(
    kind: type[Planted] | type[Foreign], conflicting: bool, says: Weights, uses: Weights
) -> None:
    found = agreements(kind(says, uses), conflicting)
    assert np.mean(found) <= 0.3
    assert max(found) < 0.5


def honest_gate(weights: Weights, kind: str) -> Fusion:
    """A gate that gives these weights to any three inputs, element by element or not."""
    fusion = FUSIONS[kind](3, CLASSES, CLASSES, adapt=False)
    assert isinstance(fusion, AttentionGateFusion) or kind == "elementwise_gate"
    with torch.no_grad():
        for parameter in fusion.parameters():
            parameter.zero_()
        fusion.head.weight.copy_(SURENESS * torch.eye(CLASSES))
        scores = torch.tensor(weights).clamp(min=1e-9).log()
        fusion.gate.bias.copy_(scores if kind == "attention_gate" else scores.repeat_interleave(CLASSES))
    return fusion


@pytest.mark.parametrize("kind", ["attention_gate", "elementwise_gate"])
@pytest.mark.parametrize("conflicting", [False, True])
@pytest.mark.parametrize("weights", [MOSTLY, TEXTS, EVEN])
def test_a_gate_that_keeps_to_its_weights_is_honest(kind: str, conflicting: bool, weights: Weights) -> None:
    assert np.mean(agreements(honest_gate(weights, kind), conflicting, 50)) >= 0.9


def insight_of(fusion: Fusion, *said: int | None, override: Weights | None = None) -> Insight:
    scope = Microscope(Predictor(classifier(fusion), torch.device("cpu")))
    insight = scope.read(scope.encode(snapshot(*said)), override).insight
    assert insight is not None
    return insight


def reported(fusion: Fusion, *said: int | None, override: Weights | None = None) -> Honesty:
    honesty = insight_of(fusion, *said, override=override).honesty
    assert honesty is not None
    return honesty


@pytest.mark.parametrize("conflicting", [False, True])
def test_late_fusion_weighs_what_its_heads_say(conflicting: bool) -> None:
    assert isinstance(late(), LateFusion)
    honesty = reported(late(), 3, 5 if conflicting else 3, 9 if conflicting else 3)
    assert honesty.agreement == pytest.approx(1.0, abs=1e-4)


def test_a_model_that_ignores_sound_is_found_out() -> None:
    insight = insight_of(DeafFusion(), 6, 6, 6)
    assert insight.shown.weights is not None
    assert insight.shown.weights[AUDIO.column] == pytest.approx(0.5)
    assert insight.honesty is not None
    assert insight.honesty.shares == pytest.approx((0.5, 0.0, 0.5))
    assert insight.honesty.disagreeing == AUDIO
    assert insight.honesty.agreement == pytest.approx(0.25)


def test_weights_by_hand_are_measured_as_they_are_held() -> None:
    for fusion in (even_gate(), late(), honest_gate(MOSTLY, "elementwise_gate")):
        honesty = reported(fusion, 3, 5, 9, override=(0.7, 0.2, 0.1))
        assert honesty.shares == pytest.approx((0.7, 0.2, 0.1), abs=1e-4)
        assert honesty.agreement == pytest.approx(1.0, abs=1e-3)


def test_what_is_absent_has_no_effect_and_one_alone_is_not_compared() -> None:
    honesty = reported(even_gate(), 3, None, 9)
    assert honesty.shares == (pytest.approx(0.5), 0.0, pytest.approx(0.5))
    assert honesty.disagreeing is None
    assert insight_of(even_gate(), 3).honesty is None


def test_inputs_that_say_nothing_are_not_compared() -> None:
    fusion = even_gate()
    with torch.no_grad():
        fusion.head.weight.zero_()
    insight = insight_of(fusion, 3, 5, 9)
    assert insight.honesty is None
    assert insight.shown.outcome.label == ""
    assert insight.flips == (None, None, None)


@pytest.mark.parametrize(
    ("weights", "shares", "expected", "disagreeing"),
    [
        # 1 - ½ (0.3 + 0.3) / (1 - 1/2)
        ((0.5, 0.5), (0.8, 0.2), 0.4, "a"),
        ((0.5, 0.5), (0.6, 0.4), 0.8, None),
        # 1 - ½ (0.3 + 0.1 + 0.1 + 0.1) / (1 - 1/4)
        ((0.1, 0.3, 0.3, 0.3), (0.4, 0.2, 0.2, 0.2), 0.6, "a"),
        # Three of four are there: 1 - ½ (0.4 + 0.4) / (1 - 1/3)
        ((0.3, 0.3, 0.0, 0.4), (0.3, 0.7, 0.0, 0.0), 0.4, "b"),
        ((0.2, 0.2, 0.2, 0.2, 0.2), (0.0, 0.0, 0.0, 0.0, 1.0), 0.0, "e"),
    ],
)
def test_agreement_of_two_to_five_inputs(
    weights: tuple[float, ...], shares: tuple[float, ...], expected: float, disagreeing: str | None
) -> None:
    count = len(weights)
    none = np.zeros(count)
    present = tuple(weight > 0 for weight in weights)
    view = MethodView(
        "planted", ("x", "y"), tuple("abcde"[:count]), present, np.full((1 << count, 2), 0.5, np.float32),
        np.array(weights, np.float32), none, np.zeros(count * (count - 1) // 2), Relation.AGREE,
    )  # fmt: skip
    terms = np.outer(shares, [3.0, -1.0])
    honesty = agreement(view, terms)
    assert honesty is not None
    assert honesty.agreement == pytest.approx(expected, abs=1e-6)
    assert honesty.shares == pytest.approx(shares)
    assert honesty.disagreeing == disagreeing
