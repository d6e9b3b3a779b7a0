"""Nothing above the models learns anew that there are three inputs."""

from __future__ import annotations

import pytest

from tests.unit.fixed_inputs import (
    BOUNDS,
    KINDS,
    MENTIONS,
    PACKAGE,
    REGISTRIES,
    SUBSETS,
    TUPLES,
    counts,
    counts_in,
    totals,
)


def test_code_that_knows_the_three_inputs_does_not_grow() -> None:
    found = counts()
    grown = {what: count for what, count in totals(found).items() if count > BOUNDS[what]}
    assert not grown, f"run python -m tests.unit.fixed_inputs: {grown} against {BOUNDS}"


def test_the_registries_are_there() -> None:
    assert all((PACKAGE / name).is_file() for name in REGISTRIES)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("image, audio, text = parts", {MENTIONS: 1}),
        ("def f(image: int, audio: int, text: int) -> None: ...", {MENTIONS: 1}),
        ("class C:\n    image: int\n    audio: int\n    text: int", {MENTIONS: 1}),
        ("f({'image': g(1), 'audio': 2, 'text': 3})", {MENTIONS: 1}),
        ("f(Modality.IMAGE, Modality.AUDIO, Modality.TEXT)", {MENTIONS: 1, KINDS: 3}),
        ("def f(image): ...\ndef g(audio): ...\ndef h(text): ...", {}),
        ("'an image, an audio and a text'", {}),
        ("x: tuple[float, float, float]", {TUPLES: 1}),
        ("x: tuple[float, int, str]\ny: tuple[int, int]", {}),
        ("subsets = 8", {SUBSETS: 1}),
        ("margin = 8", {}),
        ("rows = values[[1, 2, 4]]", {SUBSETS: 1}),
        ("subsets = 1 << count", {}),
    ],
)
def test_what_counts(source: str, expected: dict[str, int]) -> None:
    assert counts_in(source) == dict.fromkeys(BOUNDS, 0) | expected
