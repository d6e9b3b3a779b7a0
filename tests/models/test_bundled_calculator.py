"""The bundled calculator as it ships: small, on the digits model's encoders, and right where its method can be."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from mmdesk.app.paths import bundled_model, bundled_models
from mmdesk.core.observation import PRESENT, Observation, Presence, Reason, TextInput
from mmdesk.models.checkpoint import load_card, load_checkpoint, load_stored_map
from mmdesk.models.predictor import Predictor
from tests.three_inputs import observed

CALCULATOR = bundled_model().with_name("calculator")


@pytest.fixture(scope="module")
def predictor() -> Predictor:
    return Predictor(load_checkpoint(CALCULATOR), torch.device("cpu"))


def _typed(text: str) -> Observation:
    absent = Presence(Reason.NO_SIGNAL)
    return observed(0.0, None, None, TextInput(text, 0.0), (absent, absent, PRESENT))


def test_it_costs_little_and_tells_what_it_is(predictor: Predictor) -> None:
    assert CALCULATOR in bundled_models()
    assert sum(file.stat().st_size for file in CALCULATOR.iterdir() if file.name != "picture.png") < 3e6
    assert len(predictor.classifier.labels) == 40
    stored = load_stored_map(CALCULATOR, predictor.classifier)
    assert stored is not None
    assert set(stored.layouts) == set(predictor.classifier.fusions())
    card = load_card(CALCULATOR)
    for part in ("Minus is the difference", "Measured: test", "Limits", "synergy"):
        assert part in card


def test_its_encoders_are_the_digits_models(predictor: Predictor) -> None:
    digits = load_checkpoint(bundled_model())
    for name in ("image", "audio"):
        mine, theirs = predictor.classifier.encoder(name).state_dict(), digits.encoder(name).state_dict()
        assert all(torch.equal(tensor, theirs[key]) for key, tensor in mine.items())


# What may come out when only the operator is known, and what is likeliest: 9 of sums, 1 of differences, 0 of products.
@pytest.mark.parametrize(
    ("texts", "largest", "likeliest"),
    [
        (
            ("+", "＋", "plus", "PLUS!", "más", "加", "плюс", "더하기", "artı", "3 +", "+ 5", "plus five"),
            18,
            range(7, 12),
        ),
        (("-", "−", "minus", "moins", "减去", "минус", "eksi", "minsu", "subtract", "3 - 5"), 9, range(1, 3)),
        (("×", "*", "x", "times", "mal", "fois", "乘以", "умножить", "multiplied by", "multply"), 81, range(1)),
    ],
    ids=["plus", "minus", "times"],
)
def test_typed_operators_in_many_languages(
    predictor: Predictor, texts: tuple[str, ...], largest: int, likeliest: range
) -> None:
    numbers = np.array([int(label) for label in predictor.classifier.labels])
    for text, prediction in zip(texts, predictor.predict_batch([_typed(text) for text in texts]), strict=True):
        assert prediction.probabilities is not None, text
        assert int(prediction.label or -1) in likeliest, text
        assert float(prediction.probabilities[numbers > largest].sum()) < 0.05, text
        assert float(prediction.probabilities.max()) < 0.4, text  # what is still possible, not a guess


@pytest.mark.parametrize(
    "text",
    [
        "plus minus", "+ -", "3 + 5 - 2", "plus times", "++", "÷", "divided by", "geteilt durch", "除以",
        "hello", "seven", "3", "12 + 3", "plus 10", "=", "what is this",
    ],
)  # fmt: skip
def test_two_operators_an_unknown_one_or_none_are_nothing(predictor: Predictor, text: str) -> None:
    prediction = predictor.predict(_typed(text))
    assert prediction.probabilities is None
    assert prediction.verdicts[2].reason is Reason.NOTHING_RECOGNISED


def test_what_is_saved_of_it_stands_alone(predictor: Predictor, tmp_path_factory: pytest.TempPathFactory) -> None:
    from mmdesk.models.checkpoint import save_checkpoint

    file = tmp_path_factory.mktemp("alone") / "mine.mmdesk"
    save_checkpoint(predictor.classifier, file, "card")
    again = load_checkpoint(file)
    assert again.state_dict().keys() == predictor.classifier.state_dict().keys()
