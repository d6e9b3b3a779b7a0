"""What in each input speaks for the answer: places of the picture, tones of the sound, words of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray


class Measure(StrEnum):
    """What a part of an input is measured by. Both are in units of the answer's probability.

    EVERYTHING: By how much the answer's probability falls without the part, with all that is present. Where the inputs
    agree, none of them is needed, and all parts of all of them are near 0.

    CONTRIBUTION: By how much the input's contribution falls without the part; that is the Shapley value the
    contributions show, the mean over the orders in which the inputs can come in. What two inputs both tell is then
    shared between them, not lost.
    """

    EVERYTHING = "everything"
    CONTRIBUTION = "contribution"


@dataclass(frozen=True, slots=True, eq=False)
class ImageAttribution:
    """Which places of the picture speak for the answer.

    Attributes:
        heat: (h, w) float32 in [-1, 1] over the central square, not mirrored, row 0 at the top: above 0 speaks for the
            answer, below 0 against it. All 0 where no place matters.
        scale: What 1 stands for: the change of the measure that the spot which matters most makes up; not below 0.
        change: What all places make up together: the measure less what is left of it for the baseline.
        spot_share: Side of such a spot as a share of the square's side.
    """

    heat: NDArray[np.float32]
    scale: float
    change: float
    spot_share: float


@dataclass(frozen=True, slots=True, eq=False)
class AudioAttribution:
    """Which stretches and tones of the utterance speak for the answer.

    Attributes:
        grid: (F, T) float32 change of the measure that each tile and those around it make up, lowest band first, oldest
            stretch first: above 0 speaks for the answer, below 0 against it. Patches overlap, so it has no sum.
        frequency_edges_hz: (F + 1,) ascending edges of the bands.
        time_edges_s: (T + 1,) ascending edges of the stretches, counted from the utterance's first sample.
        wave_mono: (N,) float32, the utterance itself, 16 kHz.
        end_time_s: Monotonic capture time of its last sample, at ``time_edges_s[-1]``.
    """

    grid: NDArray[np.float32]
    frequency_edges_hz: tuple[float, ...]
    time_edges_s: tuple[float, ...]
    wave_mono: NDArray[np.float32]
    end_time_s: float

    @property
    def scale(self) -> float:
        """The largest size of a change."""
        return float(np.abs(self.grid).max(initial=0.0))


@dataclass(frozen=True, slots=True)
class TextSpan:
    """One word, or one character of a script without blanks.

    Attributes:
        start: Index of its first character in the raw text.
        end: Index after its last one.
        change: Change of the measure that it makes up: above 0 speaks for the answer, below 0 against it.
    """

    start: int
    end: int
    change: float


@dataclass(frozen=True, slots=True)
class TextAttribution:
    """Which words of the text speak for the answer.

    Attributes:
        text: The raw text that was explained.
        spans: Its words in order, without overlap; blanks and punctuation belong to none.
    """

    text: str
    spans: tuple[TextSpan, ...]

    @property
    def scale(self) -> float:
        """The largest size of a change."""
        return max((abs(span.change) for span in self.spans), default=0.0)


@dataclass(frozen=True, slots=True, eq=False)
class SignalAttribution:
    """Which channels of a signal speak for the answer, and when.

    Attributes:
        grid: (C, S) float32 change of the measure that a slice of a channel and those beside it make up, oldest slice
            first: above 0 speaks for the answer, below 0 against it. Slices overlap, so it has no sum.
        edges: (S + 1,) ascending edges of the slices, in moments.
        values: (T, C) float32, the stretch itself.
    """

    grid: NDArray[np.float32]
    edges: tuple[int, ...]
    values: NDArray[np.float32]

    @property
    def scale(self) -> float:
        """The largest size of a change."""
        return float(np.abs(self.grid).max(initial=0.0))


Attribution = ImageAttribution | AudioAttribution | TextAttribution | SignalAttribution
A = TypeVar("A", ImageAttribution, AudioAttribution, TextAttribution, SignalAttribution)


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """Why one answer was given, by one fusion method.

    Attributes:
        label: The answer.
        fusion: The method's kind.
        measure: What the parts are measured by.
        parts: What in each input speaks for the answer, by the inputs' names; those that were absent have none.
    """

    label: str
    fusion: str
    measure: Measure
    parts: Mapping[str, Attribution]

    def part(self, name: str, kind: type[A]) -> A | None:
        """Return what in one input speaks for the answer; None where it was absent or is of another kind."""
        found = self.parts.get(name)
        return found if isinstance(found, kind) else None
