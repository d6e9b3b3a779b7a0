"""The predictor: presence, caching, batches and what it reports."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np
import pytest
import torch

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import (
    PRESENT,
    AudioInput,
    ImageInput,
    Observation,
    Presence,
    Reason,
    TextInput,
)
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import ConcatenationFusion
from mmdesk.models.predictor import Predictor
from tests.models.parts import LevelEncoder, level_classifier, text_classifier
from tests.three_inputs import by_input, observed

CPU = torch.device("cpu")


def observe(
    image: float | None = None, audio: float | None = None, text: str | None = None, **reasons: Reason
) -> Observation:
    """An observation of constant inputs; ``image=Reason.TOO_DARK`` and the like overrule a verdict by name."""
    verdicts = []
    for modality, given in zip(MODALITIES, (image, audio, text), strict=True):
        reason = reasons.get(f"{modality}_reason", Reason.PRESENT if given is not None else Reason.NO_SIGNAL)
        verdicts.append(Presence(reason))
    return observed(
        9.0,
        None if image is None else ImageInput(np.full((2, 2, 3), image, np.uint8), 1.0),
        None if audio is None else AudioInput(np.full(4, audio, np.float32), 2.0),
        None if text is None else TextInput(text, 3.0),
        verdicts,
    )


def calls(predictor: Predictor) -> list[int]:
    return [cast(LevelEncoder, predictor.classifier.encoder(m)).calls for m in MODALITIES]


@pytest.fixture
def predictor() -> Predictor:
    return Predictor(level_classifier(), CPU)


def test_everything_present(predictor: Predictor) -> None:
    prediction = predictor.predict(observe(3, 0.6, "2.4"))
    assert prediction.label == "up"
    assert prediction.weights is not None
    assert prediction.probabilities is not None
    np.testing.assert_allclose(prediction.weights, [1 / 3] * 3, rtol=1e-6)
    np.testing.assert_allclose(prediction.probabilities[0], 1 / (1 + np.exp(-4)), rtol=1e-5)
    assert prediction.capture_times_s == (1.0, 2.0, 3.0)
    assert prediction.time_s == 9.0
    assert prediction.verdicts == (PRESENT,) * 3
    assert prediction.latencies.encode_ms > 0


def test_nothing_present_is_no_prediction(predictor: Predictor) -> None:
    prediction = predictor.predict(observe())
    assert prediction.probabilities is None
    assert prediction.weights is None
    assert prediction.label is None
    assert prediction.weights_defined
    assert calls(predictor) == [0, 0, 0]


def test_an_absent_input_is_never_looked_at(predictor: Predictor) -> None:
    prediction = predictor.predict(observe(200, 0.6, image_reason=Reason.TOO_DARK))
    assert calls(predictor) == [0, 1, 0]
    assert prediction.weights is not None
    assert prediction.weights.tolist() == [0, 1, 0]
    assert prediction.presence(Modality.IMAGE).reason is Reason.TOO_DARK


def test_low_evidence_makes_a_modality_absent(predictor: Predictor) -> None:
    prediction = predictor.predict(observe(3, -0.5, "-1"))
    assert prediction.weights is not None
    assert prediction.weights.tolist() == [1, 0, 0]
    assert [verdict.reason for verdict in prediction.verdicts] == [
        Reason.PRESENT,
        Reason.NOTHING_RECOGNISED,
        Reason.NOTHING_RECOGNISED,
    ]


def test_evidence_that_is_not_a_number_is_none(predictor: Predictor) -> None:
    prediction = predictor.predict(observe(audio=float("nan")))
    assert prediction.probabilities is None
    assert prediction.presence(Modality.AUDIO).reason is Reason.NOTHING_RECOGNISED


def test_nothing_recognised_anywhere_is_no_prediction(predictor: Predictor) -> None:
    assert predictor.predict(observe(text="-1")).probabilities is None


def test_the_same_input_is_encoded_once(predictor: Predictor) -> None:
    first = observe(3, 0.6, "2.4")
    later = replace(first, time_s=10.0, inputs={**first.inputs, "text": TextInput("2.4", 4.0)})
    one, two = predictor.predict(first), predictor.predict(later)
    assert calls(predictor) == [1, 1, 1]
    assert two.latencies.encode_ms == 0
    assert two.capture_times_s == (1.0, 2.0, 4.0)
    np.testing.assert_array_equal(cast(np.ndarray, one.probabilities), cast(np.ndarray, two.probabilities))


def test_equal_but_other_arrays_are_encoded_anew(predictor: Predictor) -> None:
    predictor.predict(observe(3, 0.6, "2.4"))
    predictor.predict(observe(3, 0.6, "2.5"))
    assert calls(predictor) == [2, 2, 2]


def test_the_cache_can_be_switched_off() -> None:
    predictor = Predictor(level_classifier(), CPU, cache=False)
    observation = observe(3, 0.6, "2.4")
    predictor.predict(observation)
    predictor.predict(observation)
    assert calls(predictor) == [2, 2, 2]


def test_a_batch_equals_one_by_one(predictor: Predictor) -> None:
    observations = [observe(3, 0.6, "2.4"), observe(), observe(text="5"), observe(1, -1.0), observe(0, 0.1, "-3")]
    together = predictor.predict_batch(observations)
    assert calls(predictor) == [1, 1, 1]
    for observation, batched in zip(observations, together, strict=True):
        alone = predictor.predict(observation)
        assert alone.verdicts == batched.verdicts
        assert alone.label == batched.label
        if alone.weights is not None and batched.weights is not None:
            np.testing.assert_allclose(alone.weights, batched.weights, rtol=1e-6)
    assert predictor.predict_batch([]) == []


def test_a_modality_the_model_does_not_know_counts_as_unrecognised() -> None:
    prediction = Predictor(text_classifier(), CPU).predict(observe(image=3))
    assert prediction.presence(Modality.IMAGE).reason is Reason.NOTHING_RECOGNISED
    assert prediction.probabilities is None


def test_another_fusion_of_the_model_answers_from_what_is_encoded_already() -> None:
    torch.manual_seed(0)
    first = level_classifier()
    encoders = {modality: first.encoder(modality) for modality in MODALITIES}
    classifier = FusionClassifier(first.labels, by_input(encoders), first.fusion, [ConcatenationFusion(3, 2, 2)])
    predictor = Predictor(classifier, CPU)
    observation = observe(3, 0.6, "2.4")
    before = predictor.predict(observation)
    assert before.fusion == "attention_gate"
    assert before.weights_defined
    encoded = calls(predictor)
    predictor.choose("concatenation")
    after = predictor.predict(observation)
    assert after.fusion == "concatenation"
    assert not after.weights_defined
    assert after.weights is None
    assert not np.array_equal(after.probabilities, before.probabilities)
    assert calls(predictor) == encoded
    with pytest.raises(ValueError, match=r"no fusion 'late'.*concatenation, attention_gate"):
        predictor.choose("late")


def test_a_prediction_names_its_model_and_the_text_that_was_read() -> None:
    predictor = Predictor(level_classifier(), CPU, name="mine")
    read, unread = predictor.predict_batch([observe(3, 0.6, "2.4"), observe(3, 0.6, "2.4", text_reason=Reason.MUTED)])
    assert (read.model, read.texts) == ("mine", {"text": "2.4"})
    assert unread.texts == {"text": ""}
