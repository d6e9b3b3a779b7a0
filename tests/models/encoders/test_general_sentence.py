"""Texts that are taught: by what they mean and how they are written, and what is said where the package is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from mmdesk.core.errors import CheckpointError
from mmdesk.core.inputs import Input
from mmdesk.models.checkpoint import load_checkpoint, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders import general_sentence
from mmdesk.models.encoders.general import GeneralTextEncoder
from mmdesk.models.encoders.general_sentence import PACKAGE, GeneralSentenceEncoder
from mmdesk.models.fusion import ConcatenationFusion
from mmdesk.training.teaching.kinds import TAUGHT_KINDS

needs_sentences = pytest.mark.skipif(not general_sentence.has_sentences(), reason=f"needs {PACKAGE}")


@pytest.fixture(scope="module")
def encoder() -> GeneralSentenceEncoder:
    return GeneralSentenceEncoder().eval()


def near(encoder: GeneralSentenceEncoder, one: str, other: str) -> float:
    first, second = (encoder.features(encoder.prepare(text)[None]) for text in (one, other))
    return float((first * second).sum())


@needs_sentences
def test_texts_are_near_that_mean_the_like_in_another_language(encoder: GeneralSentenceEncoder) -> None:
    alike = near(encoder, "a cup of coffee", "une tasse de café")
    assert alike > 0.5 > near(encoder, "a cup of coffee", "un train de nuit")
    letters = GeneralTextEncoder()
    first, second = (letters.features(letters.prepare(t)[None]) for t in ("a cup of coffee", "une tasse de café"))
    assert alike > float((first * second).sum()) + 0.2


@needs_sentences
def test_slips_and_made_up_words_are_known_by_their_letters(encoder: GeneralSentenceEncoder) -> None:
    assert near(encoder, "zorblax", "zorblaxx") > 0.6 > near(encoder, "zorblax", "quimby")
    assert near(encoder, "mug", " Mug.") == pytest.approx(1.0, abs=1e-5)


@needs_sentences
@pytest.mark.parametrize("text", ["", "  ", "\ud800 mug", "😀", "杯" * 5000, "x\0y", "كوب"])
def test_any_string_can_be_prepared(encoder: GeneralSentenceEncoder, text: str) -> None:
    found = encoder.prepare(text)
    assert found.shape == (encoder.width,)
    assert torch.isfinite(found).all()
    assert bool(found.any()) == any(sign.isalnum() for sign in text)


@needs_sentences
def test_a_checkpoint_names_the_package_that_is_missing(
    encoder: GeneralSentenceEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = Input("text", "text")
    made = FusionClassifier(["mug", "shoe"], {text: encoder}, ConcatenationFusion(1, encoder.dim, 2))
    save_checkpoint(made, tmp_path / "m.mmdesk", "card")
    batch = torch.stack([encoder.prepare("a mug")])
    opened = load_checkpoint(tmp_path / "m.mmdesk")
    assert torch.allclose(opened.encode("text", batch).embedding, encoder(batch).embedding)
    monkeypatch.setattr(general_sentence, "has_sentences", lambda: False)
    with pytest.raises(CheckpointError) as found:
        load_checkpoint(tmp_path / "m.mmdesk")
    assert PACKAGE in str(found.value.problem)


def test_without_the_package_texts_are_taught_by_their_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mmdesk.training.teaching.kinds.has_sentences", lambda: False)
    assert type(TAUGHT_KINDS["text"].encoder()) is GeneralTextEncoder
