"""Bundled models are found, and known by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from mmdesk.app.command_line import build_parser
from mmdesk.app.paths import bundled_model, bundled_models, model_path


def test_the_model_of_a_first_start_comes_first() -> None:
    found = bundled_models()
    assert found[0] == bundled_model()
    assert all((folder / "config.json").is_file() for folder in found)
    assert len(set(found)) == len(found)


def test_a_bundled_model_is_known_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in bundled_models():
        assert model_path(folder.name) == folder
    assert model_path("no such model") == Path("no such model")
    assert model_path("./digits") == Path("digits")  # a path, though Path drops the point
    (tmp_path / "digits").mkdir()
    assert model_path("digits") == Path("digits")


@pytest.mark.parametrize("command", ["replay", "predict", "bench", "evaluate", "export", None])
def test_every_command_that_opens_a_model_takes_a_name(command: str | None) -> None:
    words = {
        "replay": ["s", "--out", "o"],
        "evaluate": ["digits", "d", "--out", "o"],
        "export": ["digits", "--out", "g"],
    }
    given = words.get(command or "", [])
    if "digits" not in given:
        given = [*given, "--model", "digits"]
    assert build_parser(command).parse_args(given).model == bundled_model()
