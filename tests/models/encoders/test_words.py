"""Vocabularies, bags of words, TF-IDF and word vectors."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from mmdesk.core.errors import CheckpointError
from mmdesk.core.modality import Modality
from mmdesk.models.checkpoint import load_checkpoint, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.bags import BagOfWordsEncoder, TfidfEncoder
from mmdesk.models.encoders.vocabulary import MAX_WORD_CHARS, MAX_WORDS, count_words
from mmdesk.models.encoders.word_embedding import WordEmbeddingEncoder
from mmdesk.models.fusion import ConcatenationFusion
from tests.three_inputs import by_input

TEXTS = ["the cat", "The dog and the cat", "一只猫", "猫 cat"]
ENCODERS = [BagOfWordsEncoder, TfidfEncoder, WordEmbeddingEncoder]


def test_words_are_counted_by_text_in_any_language() -> None:
    counted = count_words(TEXTS)
    assert counted.words == ["cat", "the", "猫", "and", "dog", "一", "只"]
    assert counted.text_counts == [3, 2, 2, 1, 1, 1, 1]
    assert counted.total == 4
    assert count_words(TEXTS, min_count=2).words == ["cat", "the", "猫"]
    assert count_words(TEXTS, max_words=1).words == ["cat"]


def test_texts_are_read_once() -> None:
    assert TfidfEncoder.fitted(iter(TEXTS)).vocabulary.words == count_words(TEXTS).words


@pytest.mark.parametrize("texts", [[], [""], ["!!! …"]])
def test_texts_without_words_are_refused(texts: list[str]) -> None:
    for encoder in ENCODERS:
        with pytest.raises(ValueError, match="no words"):
            encoder.fitted(texts)


def test_bag_counts_known_words_only() -> None:
    encoder = BagOfWordsEncoder(["cat", "dog", "猫"], dim=4)
    bags = encoder.bag(
        torch.stack([encoder.prepare(text) for text in ("Cat! dog, CAT; unicorn", "猫猫猫", "unicorn", "")])
    )
    root = math.sqrt(5)
    torch.testing.assert_close(bags, torch.tensor([[2 / root, 1 / root, 0], [0, 0, 1], [0, 0, 0], [0, 0, 0]]))


def test_tfidf_agrees_with_scikit_learn() -> None:
    text = pytest.importorskip("sklearn.feature_extraction.text")
    encoder = TfidfEncoder.fitted(TEXTS)
    from mmdesk.models.encoders.tokens import tokenise

    theirs = text.TfidfVectorizer(tokenizer=tokenise, token_pattern=None, vocabulary=encoder.vocabulary.words)
    expected = torch.from_numpy(theirs.fit_transform(TEXTS).toarray()).float()
    torch.testing.assert_close(encoder.bag(torch.stack([encoder.prepare(each) for each in TEXTS])), expected)
    assert "idf" in encoder.state_dict()


def test_of_a_long_text_the_last_words_count() -> None:
    encoder = WordEmbeddingEncoder(["a", "b", "c"], dim=4, tokens=2)
    assert encoder.prepare("a b c").tolist() == [3, 4]
    assert encoder.prepare("b nonsense").tolist() == [3, 1]
    assert encoder.prepare("a").tolist() == [2, 0]


@pytest.mark.parametrize("pooling", ["mean", "gru"])
def test_padding_does_not_matter(pooling: str) -> None:
    torch.manual_seed(0)
    encoder = WordEmbeddingEncoder(["a", "b"], dim=4, width=3, pooling=pooling, tokens=8).eval()
    numbers = encoder.prepare("b a b")[None]
    torch.testing.assert_close(encoder(numbers).embedding, encoder(numbers[:, :3]).embedding)


def test_only_the_recurrent_pooling_minds_the_order() -> None:
    torch.manual_seed(0)
    for pooling, minds in (("mean", False), ("gru", True)):
        encoder = WordEmbeddingEncoder(["a", "b"], dim=4, width=3, pooling=pooling).eval()
        one, two = (encoder(encoder.prepare(text)[None]).embedding for text in ("a b", "b a"))
        assert torch.allclose(one, two, atol=1e-6) != minds


@given(st.text(max_size=60))
def test_any_text_gives_finite_numbers(text: str) -> None:
    torch.manual_seed(0)
    for encoder_class in ENCODERS:
        encoder = encoder_class(["a", "猫"], dim=4, tokens=5).eval()
        output = encoder(encoder.prepare(text)[None])
        assert torch.isfinite(output.embedding).all()
        assert torch.isfinite(output.evidence).all()


def test_training_teaches_the_unknown_word() -> None:
    torch.manual_seed(0)
    encoder = WordEmbeddingEncoder(["a"], dim=4, tokens=64).train()
    encoder(torch.full((64, 64), 2)).embedding[:, 0].sum().backward()
    assert encoder.table.weight.grad[1].abs().sum() > 0
    assert encoder.table.weight.grad[0].abs().sum() == 0


@pytest.mark.parametrize(
    "vocabulary",
    [[], "cat", ["a", "a"], [""], ["a" * (MAX_WORD_CHARS + 1)], [1], [str(i) for i in range(MAX_WORDS + 1)]],
)
def test_what_is_no_vocabulary_is_refused(vocabulary: Any) -> None:
    for encoder in ENCODERS:
        with pytest.raises(ValueError, match="vocabulary"):
            encoder(vocabulary)


@pytest.mark.parametrize("options", [{"dim": 0}, {"tokens": 0}, {"dropout": 1.0}])
def test_impossible_options_are_refused(options: dict[str, Any]) -> None:
    for encoder in ENCODERS:
        with pytest.raises(ValueError, match="need"):
            encoder(["a"], **options)
    with pytest.raises(ValueError, match="pooling"):
        WordEmbeddingEncoder(["a"], pooling="max")


def test_the_largest_vocabulary_is_saved_and_loaded(tmp_path: Path) -> None:
    words = [f"{number:05d}{'猫' * (MAX_WORD_CHARS - 5)}" for number in range(MAX_WORDS)]
    encoder = BagOfWordsEncoder(words, dim=2)
    save_checkpoint(
        FusionClassifier("ab", by_input({Modality.TEXT: encoder}), ConcatenationFusion(1, 2, 2)),
        tmp_path / "m.mmdesk",
        "",
    )
    loaded = load_checkpoint(tmp_path / "m.mmdesk").encoder(Modality.TEXT)
    assert loaded.config()["vocabulary"] == words


@pytest.mark.parametrize(
    ("old", "new"), [('"tokens": 256', '"tokens": ["a", ' + '"b", ' * 70 + '"c"]'), ('"cat"', "7")]
)
def test_only_the_vocabulary_may_be_long(tmp_path: Path, old: str, new: str) -> None:
    encoder = BagOfWordsEncoder(["cat"], dim=2)
    save_checkpoint(
        FusionClassifier("ab", by_input({Modality.TEXT: encoder}), ConcatenationFusion(1, 2, 2)), tmp_path / "m", ""
    )
    file = tmp_path / "m" / "config.json"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CheckpointError, match=r"longer than 64|vocabulary"):
        load_checkpoint(tmp_path / "m")
