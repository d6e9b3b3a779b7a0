"""Tests with one input of each of the program's own kinds, each called after its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.observation import Captured, Observation, Presence

T = TypeVar("T")

IMAGE, AUDIO, TEXT = DEFAULT_INPUTS


def input_of(kind: str) -> Input:
    """The input of a kind."""
    return Input(str(kind), str(kind))


def by_input(values: Mapping[Any, T]) -> dict[Input, T]:
    """What is given by kind, by input, in the order of the kinds."""
    return {one: values[one.kind] for one in DEFAULT_INPUTS if one.kind in values}


def by_name(*values: T) -> dict[str, T]:
    """One value per input, in the order of the kinds."""
    return {one.name: value for one, value in zip(DEFAULT_INPUTS, values, strict=True)}


def observed(
    time_s: float,
    image: Captured | None,
    audio: Captured | None,
    text: Captured | None,
    verdicts: Sequence[Presence],
) -> Observation:
    """An observation of the three."""
    given = by_name(image, audio, text)
    return Observation(time_s, {name: each for name, each in given.items() if each is not None}, by_name(*verdicts))


def values(image: Path | None = None, audio: Path | None = None, text: str | None = None) -> dict[Input, Path | str]:
    """What a sample has of the three."""
    return {one: value for one, value in zip(DEFAULT_INPUTS, (image, audio, text), strict=True) if value is not None}
