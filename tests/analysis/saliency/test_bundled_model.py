"""The bundled model, asked why: the digit speaks, not the room around it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import torch

from mmdesk.analysis.saliency.explanation import explain
from mmdesk.app.paths import bundled_model
from mmdesk.core.modality import Modality
from mmdesk.core.observation import PRESENT, ImageInput, Presence, Reason, TextInput
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.models.predictor import Predictor
from tests.three_inputs import observed

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def predictor() -> Predictor:
    return Predictor(load_checkpoint(bundled_model()), CPU)


def _sheet(digit: str) -> np.ndarray:
    """A sheet of paper with a digit in its right half, before a room with a shelf."""
    rng = np.random.default_rng(4)
    scene = np.full((240, 320, 3), (96, 88, 80), np.uint8)
    scene[20:80, 50:270:24] = (150, 60, 50)
    cv2.rectangle(scene, (80, 50), (240, 220), (236, 234, 226), -1)
    cv2.putText(scene, digit, (150, 190), cv2.FONT_HERSHEY_SIMPLEX, 3.2, (30, 34, 60), 14, cv2.LINE_AA)
    return np.clip(scene + rng.normal(0, 4, scene.shape), 0, 255).astype(np.uint8)


def test_every_method_finds_the_digit_in_the_picture_and_the_word_in_the_text(predictor: Predictor) -> None:
    given = observed(
        1.0,
        ImageInput(_sheet("7"), 1.0),
        None,
        TextInput("the number is seven", 1.0),
        (PRESENT, Presence(Reason.SILENCE), PRESENT),
    )
    encoded = predictor.encode([given])
    assert encoded.verdicts[0][Modality.IMAGE.column].present
    for kind, fusion in predictor.classifier.fusions().items():
        explanation = explain(predictor.classifier, CPU, kind, fusion, given, encoded.embeddings, encoded.present)
        assert explanation is not None
        assert (explanation.label, set(explanation.parts)) == ("7", {Modality.IMAGE, Modality.TEXT})
        size = np.abs(explanation.parts["image"].heat)
        # The digit with the blur around it: a sixth of the square.
        rows, columns = slice(int(0.42 * 96), int(0.88 * 96)), slice(int(0.40 * 96), int(0.78 * 96))
        assert size[rows, columns].sum() > 0.5 * size.sum(), kind
        strongest = max(explanation.parts["text"].spans, key=lambda span: span.change)
        assert explanation.parts["text"].text[strongest.start : strongest.end] == "seven"
        assert strongest.change > 0.1
