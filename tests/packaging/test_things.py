"""The things model's table of names, and its scripts' pieces that need no data."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import torch

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging" / "models" / "things"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(sys, "path", [*sys.path, str(SCRIPTS)])

    def loaded(name: str) -> ModuleType:
        return importlib.import_module(name)

    yield loaded
    # Other models' scripts have modules of the same names.
    for name, module in list(sys.modules.items()):
        if Path(getattr(module, "__file__", None) or "/").is_relative_to(SCRIPTS.parent):
            del sys.modules[name]


def test_every_thing_has_rows_of_its_own_and_names_in_every_language(load) -> None:  # type: ignore[no-untyped-def]
    names = load("names")
    rows = [row for thing in names.THINGS for row in thing.rows]
    assert 30 <= len(names.THINGS) <= 40
    assert len(set(rows)) == len(rows)
    assert all(0 <= row < 1000 for row in rows)
    for thing in names.THINGS:
        assert set(thing.names) == set(names.LANGUAGES)
        assert all(name.strip() for listed in thing.names.values() for name in listed.split("|"))


def test_names_of_emoji_are_read_and_ambiguous_ones_left_out(load, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    annotations = load("annotations")
    folder = tmp_path / "sv"
    folder.mkdir()
    (folder / "annotations.json").write_text(
        '{"annotations": {"annotations": {"🍌": {"tts": ["Banan"]}, "🎸": {"tts": ["clavier"]}, '
        '"🐕": {"tts": ["hund"]}}}}',
        encoding="utf-8",
    )
    known = annotations.known_names(tmp_path)
    labels = load("names").LABELS
    assert known["sv"] == {"banan": labels.index("banana")}
    # "clavier" is a French keyboard before it is anything else.
    assert known["fr"]["clavier"] == labels.index("keyboard")
    assert annotations.strangers(tmp_path, annotations.own_names()) == {"sv": ["hund"]}


def test_a_webcam_view_keeps_its_size_and_is_no_copy(load) -> None:  # type: ignore[no-untyped-def]
    pictures = load("pictures")
    picture = np.random.default_rng(0).integers(0, 256, (300, 200, 3), np.uint8)
    view = pictures.seen_by_webcam(np.random.default_rng(1), picture)
    assert view.shape == (224, 224, 3)
    assert view.dtype == np.uint8
    again = pictures.seen_by_webcam(np.random.default_rng(1), picture)
    np.testing.assert_allclose(view.astype(float), again.astype(float), atol=1)


def test_words_are_named_by_thing_and_language(load) -> None:  # type: ignore[no-untyped-def]
    for package in ("scipy", "stopwordsiso", "icu"):
        pytest.importorskip(package, reason="of the extra that rebuilds the models")
    train, things = load("speech_train"), len(load("names").THINGS)
    spoken = list(load("speech").SPOKEN)
    labels = torch.tensor([3, 3, -1, 0])
    said = train.words(labels, [spoken[0], spoken[2], "", spoken[1]])
    assert said.tolist() == [3, 3 + 2 * things, -1, things]

    layer = torch.nn.Linear(4, things * len(spoken))
    embedding = torch.randn(5, 4)
    named = train.NamedByWords(layer)(embedding)
    by_language = torch.stack(layer(embedding).split(things, dim=1))
    assert torch.equal(named, by_language.amax(0))


def test_rounded_weights_are_near_and_stay_as_they_are(load) -> None:  # type: ignore[no-untyped-def]
    load("pictures")  # puts the digits' folder on the path
    round_weights = load("rounding").round_weights
    layer = torch.nn.Linear(30, 30)
    before = layer.weight.detach().clone()
    round_weights(layer)
    once = layer.weight.detach().clone()
    assert not torch.equal(once, before)
    assert ((once - before).abs() <= before.abs() * 2**-8).all()
    assert (once.view(torch.int32) & 0xFFFF == 0).all()
    round_weights(layer)
    assert torch.equal(layer.weight, once)


def test_photographs_of_a_source_stay_in_one_split(load, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    pictures, labels = load("pictures"), load("names").LABELS
    files = (
        "sample/n01440764_tench.JPEG",
        "grocery/train/Fruit/Apple/Pink-Lady/one.jpg",
        "grocery/test/Fruit/Satsumas/two.jpg",
        "grocery/test/Vegetables/Leek/three.jpg",
        "office/Phone/four.jpg",
        "fruits/train/apple_1.jpg",
        "fruits/test/mixed_2.jpg",
    )
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "flickr").mkdir()
    (tmp_path / "flickr" / "images.csv").write_text("ImageId,TrueLabel\nfive,955\n", encoding="utf-8")
    found = {
        split: {(one.source, one.file.name): one.label for one in pictures.photographs(tmp_path, split)}
        for split in ("train", "validation", "test")
    }
    assert found["train"][("grocery", "one.jpg")] == labels.index("apple")
    assert set(found["train"]) == {("sample", "n01440764_tench.JPEG"), ("grocery", "one.jpg")}
    assert found["validation"] == {
        ("office", "four.jpg"): labels.index("phone"),
        ("grocery", "two.jpg"): labels.index("orange"),
        ("grocery", "three.jpg"): pictures.NOTHING,
    }
    assert found["test"] == {
        ("flickr", "five.png"): labels.index("banana"),
        ("fruits", "apple_1.jpg"): labels.index("apple"),
    }


def test_further_classes_learn_what_the_network_does_not_tell_apart(load, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    train, labels = load("picture_train"), load("names").LABELS
    things = load("names").THINGS
    apple, orange = labels.index("apple"), labels.index("orange")
    encoder = train.NamedObjectsEncoder(
        rows=[" ".join(map(str, thing.rows)) for thing in things], further=[apple, orange, -1]
    )
    # Apples look like oranges to it, with something of class 3 about them; rooms likewise, with something of class 5.
    chance = torch.Generator().manual_seed(0)
    logits = torch.randn(90, 1000, generator=chance)
    logits[:, things[orange].rows[0]] += 16.0
    logits[:30, 3] += 9.0
    logits[60:, 5] += 9.0
    targets = torch.tensor([apple] * 30 + [orange] * 30 + [-1] * 30)
    data = {"logits": logits, "labels": targets, "sources": ["grocery"] * 60 + ["rooms"] * 30}
    before = encoder.scores(logits)
    assert (before.argmax(1) == orange).all()
    monkeypatch.setattr(train, "_STEPS", 200)
    monkeypatch.setattr(train, "_BATCH", 64)
    train.learn(encoder, data, seed=0)
    wanted = torch.where(targets < 0, len(labels), targets)
    assert (encoder.scores(logits).argmax(1) == wanted).float().mean() > 0.95
