"""The things model's table of names, and its scripts' pieces that need no data."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging" / "models" / "things"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(sys, "path", [*sys.path, str(SCRIPTS)])
    before = set(sys.modules)

    def loaded(name: str) -> ModuleType:
        return importlib.import_module(name)

    yield loaded
    for name in set(sys.modules) - before:
        if not name.startswith("mmdesk"):
            sys.modules.pop(name, None)


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
