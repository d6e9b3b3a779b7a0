"""The bundled things model as it ships: it opens, stays small, and does what its card says it is for."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from mmdesk.app.paths import model_path
from mmdesk.core.observation import PRESENT, Observation, Presence, Reason, TextInput
from mmdesk.models.checkpoint import load_card, load_checkpoint
from mmdesk.models.predictor import Predictor
from tests.three_inputs import observed

ABSENT = Presence(Reason.NO_SIGNAL)


@pytest.fixture(scope="module")
def predictor() -> Predictor:
    return Predictor(load_checkpoint(model_path("things")), torch.device("cpu"))


def typed(text: str) -> Observation:
    return observed(0.0, None, None, TextInput(text, 0.0), (ABSENT, ABSENT, PRESENT))


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("cup", "cup"),
        ("my phone", "phone"),
        ("Regenschirm", "umbrella"),
        ("une bouteille", "bottle"),
        ("手机", "phone"),
        ("香蕉", "banana"),
        ("это книга", "book"),
        ("バナナ", "banana"),
        ("remote control", "remote control"),
        ("hair dryer", "hair dryer"),
        ("sunglases", "glasses"),
        ("keybord", "keyboard"),
    ],
)
def test_typed_things(predictor: Predictor, text: str, thing: str) -> None:
    assert predictor.predict(typed(text)).label == thing


@pytest.mark.parametrize("text", ["hello there", "你好", "a small dog", "42", "der Bahnhof", "?!"])
def test_text_that_names_no_thing_is_none_of_these(predictor: Predictor, text: str) -> None:
    prediction = predictor.predict(typed(text))
    assert prediction.probabilities is None
    assert prediction.verdicts[2].reason is Reason.NOTHING_RECOGNISED


@pytest.mark.parametrize("level", [0, 90, 180, 255])
def test_a_plain_wall_is_none_of_these(predictor: Predictor, level: int) -> None:
    encoder = predictor.classifier.encoder("image")
    with torch.inference_mode():
        evidence = encoder(encoder.prepare(np.full((48, 64, 3), level, np.uint8))[None]).evidence
    assert evidence is not None
    assert float(evidence) < 0


def test_every_method_opens_and_the_file_stays_small(predictor: Predictor) -> None:
    folder = model_path("things")
    assert len(predictor.classifier.labels) == 38
    assert {"attention_gate", "deep", "late"} <= set(predictor.classifier.fusions())
    assert sum(file.stat().st_size for file in folder.iterdir()) < 7_000_000
    names = predictor.classifier.state_dict()
    assert not any(name.startswith(("encoders.image.frozen", "encoders.audio.backbone")) for name in names)
    card = load_card(folder)
    assert "none of these" in card
    assert "Limits" in card
