"""The bundled digits model as it ships: it loads, stays small, and does what its card says it is for."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pytest
import torch

from mmdesk.app.paths import bundled_model
from mmdesk.core.observation import PRESENT, Observation, Presence, Reason, TextInput
from mmdesk.models.checkpoint import load_card, load_checkpoint
from mmdesk.models.predictor import Predictor
from tests.three_inputs import observed


@pytest.fixture(scope="module")
def predictor() -> Predictor:
    return Predictor(load_checkpoint(bundled_model()), torch.device("cpu"))


def _typed(text: str) -> Observation:
    absent = Presence(Reason.NO_SIGNAL)
    return observed(0.0, None, None, TextInput(text, 0.0), (absent, absent, PRESENT))


@pytest.mark.parametrize(
    ("text", "digit"),
    [
        ("7", "7"),
        ("７", "7"),
        ("3\ufe0f\u20e3", "3"),
        ("seven", "7"),
        ("the number is sevn", "7"),
        ("I wrote eihgt", "8"),
        ("我写的是七", "7"),
        ("c'est le quatre", "4"),
        ("die Zahl ist fünf", "5"),
        ("il numero è nove", "9"),
        ("это шесть", "6"),
        ("NUMBER TWO!", "2"),
    ],
)
def test_typed_digits(predictor: Predictor, text: str, digit: str) -> None:
    prediction = predictor.predict(_typed(text))
    assert prediction.label == digit
    assert prediction.weights is not None
    np.testing.assert_array_equal(prediction.weights, [0, 0, 1])


@pytest.mark.parametrize("text", ["hello there", "你好", "how are you?", "42", "12:30", "twenty-one", "?!"])
def test_text_without_a_digit_is_nothing_recognised(predictor: Predictor, text: str) -> None:
    prediction = predictor.predict(_typed(text))
    assert prediction.probabilities is None
    assert prediction.verdicts[2].reason is Reason.NOTHING_RECOGNISED


def test_labels_size_and_card(predictor: Predictor) -> None:
    assert predictor.classifier.labels == tuple("0123456789")
    assert [str(modality) for modality in predictor.classifier.names] == ["image", "audio", "text"]
    assert sum(file.stat().st_size for file in bundled_model().iterdir()) < 12e6
    card = load_card(bundled_model())
    for part in ("AV-MNIST", "Apache", "Measured: test", "Limits"):
        assert part in card


def test_the_map_has_a_cloud_for_every_digit_and_finds_the_right_one(predictor: Predictor) -> None:
    from mmdesk.analysis.fused_map import load_map
    from mmdesk.analysis.microscope import Microscope

    fused_map = load_map(bundled_model(), predictor.classifier, torch.device("cpu"))
    assert fused_map is not None
    points = fused_map.points(predictor.fusion)
    assert sorted(set(points.classes.tolist())) == list(range(10))
    scope = Microscope(predictor, fused_map)
    for word, digit in (("seven", 7), ("3", 3), ("nueve", 9), ("zero", 0)):
        insight = scope.read(scope.encode(_typed(word))).insight
        assert insight is not None
        assert insight.map_position is not None
        nearest = int(np.linalg.norm(points.positions - np.array(insight.map_position), axis=1).argmin())
        assert points.classes[nearest] == digit


def test_opening_the_bundled_model_does_not_import_torchs_compiler() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from mmdesk.app import paths; from mmdesk.models.checkpoint import load_checkpoint; "
        "load_checkpoint(paths.bundled_model()); print('torch._dynamo' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"


def test_its_configuration_knows_its_weights_and_its_map() -> None:
    document = json.loads((bundled_model() / "config.json").read_text(encoding="utf-8"))
    for name in ("model.safetensors", "map.safetensors"):
        assert document["sha256"][name] == hashlib.sha256((bundled_model() / name).read_bytes()).hexdigest()
    assert "config.json" in document["sha256"]
