"""The microscope on planted models: subsets, relations, overrides, flip points, honesty."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from mmdesk.analysis.microscope import Microscope
from mmdesk.analysis.subsets import rescaled
from mmdesk.core.errors import NotFiniteError
from mmdesk.core.insight import Insight, Relation
from mmdesk.core.modality import MODALITIES
from mmdesk.core.observation import PRESENT, Observation, Reason
from mmdesk.core.prediction import Original, Prediction
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.predictor import Predictor
from tests.analysis.planted import (
    NamedClassEncoder,
    classifier,
    even_gate,
    late,
    picture_and_text,
    snapshot,
    three_methods,
)

IMAGE, AUDIO, TEXT = MODALITIES


def microscope(model: FusionClassifier) -> Microscope:
    return Microscope(Predictor(model, torch.device("cpu")))


def look(model: FusionClassifier, observation: Observation, **options: object) -> Prediction:
    scope = microscope(model)
    return scope.read(scope.encode(observation), **options)  # type: ignore[arg-type]


def insight_of(prediction: Prediction) -> Insight:
    assert prediction.insight is not None
    return prediction.insight


def test_a_conflict_is_called_one_and_each_leave_one_out_answer_is_reported() -> None:
    # Weights 0.2, 0.35, 0.45: text wins, without it sound, and without sound text again.
    model = classifier(even_gate(np.log([0.2, 0.35, 0.45]).tolist()))
    prediction = look(model, snapshot(3, 5, 9))
    view = insight_of(prediction).shown
    assert prediction.label == "9"
    assert view.relation is Relation.CONFLICT
    outcomes = [view.without(modality) for modality in MODALITIES]
    assert [outcome.label if outcome else None for outcome in outcomes] == ["9", "9", "5"]
    alone = [view.alone(modality) for modality in MODALITIES]
    assert [outcome.label if outcome else None for outcome in alone] == ["3", "5", "9"]


def test_what_agrees_is_called_agreement_and_is_redundant() -> None:
    view = insight_of(look(classifier(), snapshot(4, 4, 4))).shown
    assert view.relation is Relation.AGREE
    assert view.outcome.label == "4"
    assert (view.interactions < -0.1).all()
    np.testing.assert_allclose(view.contributions, [view.contributions.sum() / 3] * 3, atol=1e-6)


def test_contributions_sum_to_everything_less_nothing_and_an_absent_modality_has_exactly_none() -> None:
    view = insight_of(look(classifier(), snapshot(4, None, 7))).shown
    assert view.contributions[AUDIO.column] == 0.0
    assert view.contributions.sum() == pytest.approx(view.outcome.confidence - 0.1, abs=1e-6)
    assert view.without(AUDIO) is None
    assert view.alone(AUDIO) is None
    assert view.probabilities[0].tolist() == pytest.approx([0.1] * 10)


def test_one_modality_is_alone_and_has_everything() -> None:
    view = insight_of(look(classifier(), snapshot(text=2))).shown
    assert view.relation is Relation.ALONE
    assert view.without(TEXT) is None
    assert view.contributions.tolist() == pytest.approx([0, 0, view.outcome.confidence - 0.1])


def test_with_nothing_present_there_is_neither_prediction_nor_insight() -> None:
    prediction = look(classifier(), snapshot())
    assert prediction.label is None
    assert prediction.insight is None
    assert prediction.weights_defined


def test_the_microscope_answers_as_the_predictor_does() -> None:
    for observation in (snapshot(3, 5, 9), snapshot(1, None, 1), snapshot(None, 2, None)):
        for kind in ("attention_gate", "concatenation", "late"):
            predictor = Predictor(three_methods(), torch.device("cpu"))
            predictor.choose(kind)
            plain, scope = predictor.predict(observation), Microscope(predictor)
            encoded = scope.read(scope.encode(observation))
            assert encoded.fusion == plain.fusion == kind
            assert encoded.verdicts == plain.verdicts
            assert encoded.weights_defined is plain.weights_defined
            np.testing.assert_allclose(encoded.probabilities, plain.probabilities, rtol=1e-5)
            if plain.weights is not None:
                np.testing.assert_allclose(encoded.weights, plain.weights, rtol=1e-6)


def test_recorded_methods_give_the_same_insight() -> None:
    classifier, cpu = three_methods(), torch.device("cpu")
    one = Microscope(Predictor(classifier, cpu))
    other = Microscope(Predictor(classifier, cpu, recorded=True))
    for observation in (snapshot(3, 5, 9), snapshot(1, None, 1), snapshot(None, 2, None)):
        encoded = one.encode(observation)
        plain, recorded = insight_of(one.read(encoded)), insight_of(other.read(encoded))
        assert [view.fusion for view in recorded.views] == [view.fusion for view in plain.views]
        for left, right in zip(plain.views, recorded.views, strict=True):
            np.testing.assert_allclose(right.probabilities, left.probabilities, atol=1e-5)
            np.testing.assert_allclose(right.contributions, left.contributions, atol=1e-5)
            assert (left.weights is None) is (right.weights is None)
            if left.weights is not None:
                np.testing.assert_allclose(right.weights, left.weights, atol=1e-5)


def test_each_modality_is_encoded_once_for_all_methods_and_subsets() -> None:
    model = three_methods()
    prediction = look(model, snapshot(3, 5, 9))
    assert [view.fusion for view in insight_of(prediction).views] == ["concatenation", "attention_gate", "late"]
    encoders = [model.encoder(modality) for modality in MODALITIES]
    assert [encoder.calls for encoder in encoders if isinstance(encoder, NamedClassEncoder)] == [1, 1, 1]
    weights = {view.fusion: view.weights for view in insight_of(prediction).views}
    assert weights["concatenation"] is None
    assert weights["late"] is not None


def test_a_model_of_two_inputs_has_four_subsets_and_no_column_for_a_third() -> None:
    scope = microscope(picture_and_text())
    encoded = scope.encode(snapshot(3, 5, 9))
    prediction = scope.read(encoded)
    insight, view = insight_of(prediction), insight_of(prediction).shown
    assert prediction.inputs == view.inputs == (IMAGE, TEXT)
    assert view.probabilities.shape == (4, 10)
    assert view.present == (True, True)
    assert view.weights is not None
    assert view.weights.tolist() == pytest.approx([0.6, 0.4])
    picture, text = float(view.alone(IMAGE).confidence), float(view.probabilities[2, 3])
    both, guess = view.outcome.confidence, 0.1
    assert view.contributions.tolist() == pytest.approx(
        [((picture - guess) + (both - text)) / 2, ((text - guess) + (both - picture)) / 2]
    )
    assert view.interactions.tolist() == pytest.approx([both - picture - text + guess])
    assert insight.flips == (insight.flip(IMAGE), insight.flip(TEXT))
    # 8 t against 8 (1 - t)
    assert [(flip.weight, flip.label) for flip in insight.flips if flip] == [(pytest.approx(0.5), "9")] * 2
    assert insight.honesty is not None
    assert insight.honesty.shares == pytest.approx((0.6, 0.4))
    assert prediction.presence(AUDIO).reason is Reason.NOTHING_RECOGNISED
    assert (prediction.weight(AUDIO), view.contribution(AUDIO), insight.flip(AUDIO)) == (0.0, 0.0, None)
    assert prediction.capture_time_s(AUDIO) is None
    assert scope.read(encoded, (0.2, 0.8)).label == "9"


def test_what_a_model_does_not_know_is_not_perturbed() -> None:
    scope, given = microscope(picture_and_text()), []

    def perturb(observation: Observation) -> Observation:
        given.append(observation)
        return observation

    scope.encode(snapshot(3, 5, 9), perturb)
    assert [given[0].presence(modality).present for modality in MODALITIES] == [True, False, True]


# --- weights set by hand ---


def test_all_weight_on_text_makes_the_answer_follow_the_text_and_letting_go_returns() -> None:
    scope = microscope(classifier(even_gate(np.log([0.5, 0.3, 0.2]).tolist())))
    encoded = scope.encode(snapshot(3, 5, 9))
    assert scope.read(encoded).label == "3"
    held = scope.read(encoded, (0.0, 0.0, 1.0))
    assert held.label == "9"
    assert held.weights is not None
    assert held.weights.tolist() == [0, 0, 1]
    insight = insight_of(held)
    assert insight.own.outcome.label == "3"
    assert insight.own.weights is not None
    assert insight.own.weights.tolist() == pytest.approx([0.5, 0.3, 0.2])
    free = insight_of(scope.read(encoded))
    assert free.own is free.shown
    assert free.shown.outcome == insight.own.outcome


@pytest.mark.parametrize("fusion", [even_gate(), late()])
def test_all_weight_on_one_is_that_one_alone(fusion: object) -> None:
    scope = microscope(classifier(fusion))  # type: ignore[arg-type]
    encoded = scope.encode(snapshot(3, 5, 9))
    for modality, override in zip(MODALITIES, np.eye(3).tolist(), strict=True):
        held = insight_of(scope.read(encoded, tuple(override)))
        alone = held.own.probabilities[1 << modality.column]
        np.testing.assert_allclose(held.shown.probabilities[-1], alone, rtol=1e-5)


def test_an_override_has_no_hold_on_a_method_without_weights() -> None:
    predictor = Predictor(three_methods(), torch.device("cpu"))
    predictor.choose("concatenation")
    scope = Microscope(predictor)
    encoded = scope.encode(snapshot(3, 5, 9))
    held, free = scope.read(encoded, (0, 0, 1)), scope.read(encoded)
    assert held.weights is None
    np.testing.assert_array_equal(held.probabilities, free.probabilities)
    assert insight_of(held).flips == (None, None, None)


def test_an_absent_modality_gives_its_share_to_the_others() -> None:
    mask = torch.tensor([[True, False, True], [True, True, True], [False, True, False], [False, False, False]])
    weights = rescaled((0.2, 0.5, 0.3), mask)
    torch.testing.assert_close(
        weights, torch.tensor([[0.4, 0.0, 0.6], [0.2, 0.5, 0.3], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    )
    nothing_left = rescaled((0.0, 1.0, 0.0), mask)
    torch.testing.assert_close(nothing_left[0], torch.tensor([0.5, 0.0, 0.5]))


def test_the_flip_point_is_where_the_answer_changes() -> None:
    scope = microscope(classifier(even_gate(np.log([0.5, 0.3, 0.2]).tolist())))
    encoded = scope.encode(snapshot(3, 5, 9))
    flips = insight_of(scope.read(encoded)).flips
    text = flips[TEXT.column]
    assert text is not None
    assert text.label == "9"
    # Of 1 - t the picture has 5/8: text wins where t > 5/8 (1 - t).
    assert text.weight == pytest.approx(5 / 13, abs=1e-6)
    for apart, label in ((1e-4, "9"), (-1e-4, "3")):
        moved = text.weight + apart
        share = (1 - moved) / 0.8
        assert scope.read(encoded, (0.5 * share, 0.3 * share, moved)).label == label
    image = flips[IMAGE.column]
    assert image is not None
    assert image.weight == pytest.approx(3 / 8, abs=1e-6)  # against 3/5 of the rest
    assert image.label == "5"


def test_nothing_flips_where_all_say_the_same_or_one_is_alone() -> None:
    assert insight_of(look(classifier(), snapshot(4, 4, 4))).flips == (None, None, None)
    assert insight_of(look(classifier(), snapshot(4))).flips == (None, None, None)


# --- perturbed inputs, broken models, repetition ---


def test_the_original_is_reported_beside_the_perturbed() -> None:
    scope = microscope(classifier())
    prediction = scope.read(scope.encode(snapshot(3, 3, 3), lambda _: snapshot(8, 8, 8)))
    original = insight_of(prediction).original
    assert prediction.label == "8"
    assert original is not None
    assert original.outcome.label == "3"
    assert prediction.original == Original(original.outcome, (PRESENT,) * 3)
    plain = scope.read(scope.encode(snapshot(3, 3, 3)))
    assert insight_of(plain).original is None
    assert plain.original is None


def test_what_was_said_before_everything_was_taken_away_is_reported_all_the_same() -> None:
    scope = microscope(classifier())
    prediction = scope.read(scope.encode(snapshot(3, 3, 3), lambda _: snapshot()))
    assert prediction.label is None
    assert prediction.insight is None
    assert prediction.original is not None
    assert prediction.original.outcome is not None
    assert prediction.original.outcome.label == "3"
    assert prediction.absent_anyway == frozenset(), "it was taken away"


def test_an_answer_that_is_no_number_is_an_error_and_another_methods_is_left_out() -> None:
    model = three_methods()
    with torch.no_grad():
        for parameter in model.others["concatenation"].parameters():
            parameter.fill_(float("nan"))
    predictor = Predictor(model, torch.device("cpu"))
    scope = Microscope(predictor)
    encoded = scope.encode(snapshot(3, 5, 9))
    assert [view.fusion for view in insight_of(scope.read(encoded)).views] == ["attention_gate", "late"]
    predictor.choose("concatenation")
    with pytest.raises(NotFiniteError, match="concatenation"):
        scope.read(encoded)


def test_the_same_tick_gives_the_same_numbers() -> None:
    scope = microscope(three_methods())
    encoded = scope.encode(snapshot(3, 5, 9))
    one, other = scope.read(encoded, (0.2, 0.3, 0.5)), scope.read(encoded, (0.2, 0.3, 0.5))
    np.testing.assert_array_equal(one.probabilities, other.probabilities)
    np.testing.assert_array_equal(insight_of(one).shown.contributions, insight_of(other).shown.contributions)
