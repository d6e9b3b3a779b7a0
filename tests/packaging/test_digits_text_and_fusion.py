"""The scripts that rebuild the digits model: generated texts, pairing by label, and the figures' arithmetic."""

from __future__ import annotations

import csv
import random
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import torch

from mmdesk.core.modality import MODALITIES
from mmdesk.models.encoders.tokens import tokenise

SCRIPTS = Path(__file__).parents[2] / "packaging" / "models" / "digits"


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    """The modules under test, importable as they are when their folder is the working folder."""
    for package in ("stopwordsiso", "icu"):
        pytest.importorskip(package, reason="of the extra that rebuilds the models")
    sys.path.insert(0, str(SCRIPTS))
    try:
        yield {name: __import__(name) for name in ("text_data", "text_slips", "text_words", "evaluate", "fusion_train")}
    finally:
        sys.path.remove(str(SCRIPTS))


def test_digit_texts_hold_no_other_figure(scripts: dict[str, ModuleType]) -> None:
    generator = scripts["text_data"].TextGenerator("train")
    for index in range(2_000):
        digit = index % 10
        text = generator.digit_text(digit)
        figures = {token for token in tokenise(text) if token.isdigit()}
        assert {int(unicodedata.digit(figure)) for figure in figures} <= {digit}, text


def test_several_figures_are_no_digit_and_further_languages_do_not_contradict(scripts: dict[str, ModuleType]) -> None:
    sources, languages = __import__("text_sources"), __import__("text_languages")
    texts = {sources.several_digits(random.Random(seed)) for seed in range(200)}
    assert not {text for text in texts if tokenise(text) in ([str(digit)] for digit in range(10))}
    further = languages.further_words()
    assert further["th"][3] == "สาม"
    assert further["pinyin"][3] == "san"
    known = scripts["text_words"].NUMBER_WORDS.values()
    first = {
        word.casefold(): digit for entries in known for digit, entry in enumerate(entries) for word in entry.split("|")
    }
    for name, words in further.items():
        assert all(first.get(word.casefold(), digit) == digit for digit, word in enumerate(words) if word), name


def test_texts_are_the_same_each_time_and_differ_between_splits(scripts: dict[str, ModuleType]) -> None:
    def draw(split: str, seed: int = 0) -> list[str]:
        generator = scripts["text_data"].TextGenerator(split, seed)
        return [generator.digit_text(index % 10) for index in range(50)] + [generator.background_text()]

    assert draw("test") == draw("test")
    assert len({tuple(draw(split)) for split in ("train", "fusion", "validation", "test")}) == 4
    assert draw("train", seed=1) != draw("train", seed=2)


def test_patterns_and_misspellings_of_the_test_are_its_own(scripts: dict[str, ModuleType]) -> None:
    train, test = (scripts["text_data"].TextGenerator(split) for split in ("train", "test"))
    for language in scripts["text_words"].TEMPLATES:
        assert test._patterns(language)
        assert not set(train._patterns(language)) & set(test._patterns(language))


def test_misspellings_of_validation_and_test_are_their_own(scripts: dict[str, ModuleType]) -> None:
    data = scripts["text_data"]
    generators = [data.TextGenerator(split) for split in ("train", "validation", "test")]
    slips = [{generator._misspelt("seven", 7) for _ in range(400)} - {"seven"} for generator in generators]
    assert all(slips)
    assert not slips[0] & slips[1]
    assert not (slips[0] | slips[1]) & slips[2]
    enumerated = set(data._enumerated("seven", 7))
    assert "sevan" in scripts["text_slips"].one_slip("seven")
    assert enumerated
    assert not enumerated & (slips[1] | slips[2])


def test_enumerated_slips(scripts: dict[str, ModuleType]) -> None:
    slips = scripts["text_slips"].one_slip("two")
    assert {"tow", "ttwo", "twooo", "wto", "tvo"} <= set(slips)
    assert not {"two", "to", "twwoo"} & set(slips)
    assert scripts["text_slips"].one_slip("שבע") == sorted(
        {"ששבע", "שששבע", "ששששבע", "שבבע", "שבבבע", "שבבבבע", "שבעע", "שבעעע", "שבעעעע", "בשע", "שעב"}
    )


def test_the_encoder_forgives_number_words(scripts: dict[str, ModuleType]) -> None:
    data = scripts["text_data"]
    assert {"seven", "четыре", "七", "zéro"} <= set(data.number_words())
    ids, labels = data.encode([("sevn", 7), ("", -1)], data.untrained_encoder())
    assert ids.shape == (2, 24, 48)
    assert labels.tolist() == [7, -1]
    assert not torch.equal(ids[0], type(data.untrained_encoder())().prepare("sevn").int())


def test_every_language_has_ten_words_that_name_one_digit_each(scripts: dict[str, ModuleType]) -> None:
    words = scripts["text_words"].NUMBER_WORDS
    assert len(words) >= 12
    for language, entries in words.items():
        assert len(entries) == 10, language
        spellings = [word for entry in entries for word in entry.split("|")]
        assert len(set(spellings)) == len(spellings), language


def test_evaluation_counts_abstentions_as_wrong(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    evaluate = scripts["evaluate"]
    table = tmp_path / "text.csv"
    with table.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["text", "label"], ["one", 1], ["two", 2], ["three", 3], ["hm", -1], ["ah", -1]])
    answers = [{"label": label, "confidence": label and 0.75} for label in ("1", None, "5", "5", None)]
    monkeypatch.setattr(evaluate, "predict", lambda rows, model: answers)
    evaluation = evaluate.Evaluation(tmp_path)
    evaluation.add("text", {"text": evaluate.read_samples(table)})
    result = evaluation.result()
    assert result["accuracy"][0]["accuracy"] == pytest.approx(1 / 3)
    assert result["accuracy"][0]["abstained"] == pytest.approx(1 / 3)
    assert result["accuracy"][0]["calibration_error"] == pytest.approx(0.25)  # half of two right, at 0.75
    assert result["false_alarms"][0]["share"] == 0.5


def test_pairs_agree_in_their_label(scripts: dict[str, ModuleType]) -> None:
    sample = scripts["evaluate"].Sample
    pools = {
        modality: [sample(f"{modality}{label}{i}", str(label)) for label in range(10) for i in range(3)]
        + [sample("none", "")]
        for modality in ("image", "audio", "text")
    }
    rows = scripts["evaluate"].paired(pools, 40, seed=0)
    for image, audio, text in zip(*rows.values(), strict=True):
        assert image.label == audio.label == text.label != ""


def _split(scripts: dict[str, ModuleType], recognised: bool = True) -> dict[object, object]:
    """Each modality: embeddings that spell their label, and background as -1."""
    labels = torch.arange(-1, 10).repeat(3)
    embedded = scripts["fusion_train"].Embedded
    evidence = torch.full((33,), 1.0 if recognised else -1.0)
    return {
        m: embedded(labels.float().unsqueeze(1).repeat(1, 4), evidence, labels, (labels + 1) / 10) for m in MODALITIES
    }


def test_training_rows_vote(scripts: dict[str, ModuleType]) -> None:
    pairing = scripts["fusion_train"].Pairing(_split(scripts), torch.Generator().manual_seed(0))
    rows = pairing.draw(500, conflicts=0.5, background=0.3)
    assert rows.present.any(1).all()
    assert {int(count) for count in rows.present.sum(1)} == {1, 2, 3}
    torch.testing.assert_close(rows.target.sum(1), torch.ones(len(rows.target)))
    torch.testing.assert_close(rows.clarity, (rows.embeddings[:, :, 0] + 1) / 10 * rows.present)
    for embeddings, present, target in zip(rows.embeddings, rows.present, rows.target, strict=True):
        said = [int(value) for value in embeddings[present, 0] if value >= 0]
        most = max(said.count(digit) for digit in said)
        winners = {digit for digit in said if said.count(digit) == most}
        assert set(torch.nonzero(target).flatten().tolist()) == winners


def test_what_is_not_recognised_is_absent_in_training(scripts: dict[str, ModuleType]) -> None:
    pairing = scripts["fusion_train"].Pairing(_split(scripts, recognised=False), torch.Generator().manual_seed(0))
    assert len(pairing.draw(50).target) == 0
