"""What was captured at one moment, input by input, and whether each of it is really there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.user_controls import Recorded

SAMPLE_RATE_HZ = 16_000
"""Rate of every wave inside the program."""


class Reason(StrEnum):
    """Why an input counts as present or absent; the window shows it in words."""

    PRESENT = "present"
    NO_SIGNAL = "no signal"
    TOO_DARK = "too dark"
    COVERED = "covered"
    SILENCE = "silence"
    EMPTY = "empty"
    MUTED = "muted by you"
    NOTHING_RECOGNISED = "nothing recognised"


@dataclass(frozen=True, slots=True)
class Presence:
    """A presence verdict with its reason. Absent is a state, not zeros."""

    reason: Reason

    @property
    def present(self) -> bool:
        """Whether the model may look at this input."""
        return self.reason is Reason.PRESENT


PRESENT = Presence(Reason.PRESENT)
NO_SIGNAL = Presence(Reason.NO_SIGNAL)
NOTHING_RECOGNISED = Presence(Reason.NOTHING_RECOGNISED)


@dataclass(frozen=True, slots=True, eq=False)
class ImageInput:
    """One camera picture.

    Attributes:
        frame_rgb: (H, W, 3) uint8, read-only, not mirrored.
        time_s: Monotonic capture time.
    """

    frame_rgb: NDArray[np.uint8]
    time_s: float

    @property
    def content(self) -> NDArray[np.uint8]:
        """What an encoder takes."""
        return self.frame_rgb


@dataclass(frozen=True, slots=True, eq=False)
class AudioInput:
    """One utterance, cut to the speech.

    Attributes:
        wave_mono: (N,) float32 at 16 kHz in [-1, 1], read-only; at most 2 s.
        time_s: Monotonic capture time of the last sample.
        first_sample: Place of the first sample in its source's stream.
    """

    wave_mono: NDArray[np.float32]
    time_s: float
    first_sample: int = 0

    @property
    def content(self) -> NDArray[np.float32]:
        """What an encoder takes."""
        return self.wave_mono


@dataclass(frozen=True, slots=True)
class TextInput:
    """What stands in the text box.

    Attributes:
        text: The text, not empty.
        time_s: Monotonic time of the last change.
    """

    text: str
    time_s: float

    @property
    def content(self) -> str:
        """What an encoder takes."""
        return self.text


@dataclass(frozen=True, slots=True, eq=False)
class SignalInput:
    """The newest stretch of a stream of numbers: what a plug-in's kind of input gives.

    Attributes:
        values: (T, C) float32, read-only: T moments of C channels, oldest first.
        time_s: Monotonic capture time of the last moment.
    """

    values: NDArray[np.float32]
    time_s: float

    @property
    def content(self) -> NDArray[np.float32]:
        """What an encoder takes."""
        return self.values


Captured = ImageInput | AudioInput | TextInput | SignalInput
"""What one input holds at one moment."""
C = TypeVar("C", ImageInput, AudioInput, TextInput, SignalInput)


def same_captured(one: Captured | None, other: Captured | None) -> bool:
    """Whether two hold the same thing: the same object or array, or equal text."""
    if isinstance(one, TextInput) and isinstance(other, TextInput):
        return one.text == other.text
    return one is other or (one is not None and other is not None and one.content is other.content)


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """What each input holds at one moment, with a verdict on each; inputs by name, in the model's order.

    Something may be given although its verdict is absent (a dark picture): models must not look at it.

    Attributes:
        time_s: Monotonic time at which the observation was put together.
        inputs: What was captured, by the inputs' names; one that captured nothing is left out.
        verdicts: One `Presence` per input, by name.
        recorded: What was in force when it was answered, for one that a recording gives. Such a one is answered just
            as it is, or the answer would be another than it was.

    Raises:
        ValueError: An input is called present, but nothing of it is given.
    """

    time_s: float
    inputs: Mapping[str, Captured]
    verdicts: Mapping[str, Presence]
    recorded: Recorded | None = None

    def __post_init__(self) -> None:
        for name, verdict in self.verdicts.items():
            if verdict.present and name not in self.inputs:
                raise ValueError(f"{name} is called present but no input was given")

    def input_of(self, name: str) -> Captured | None:
        """What one input holds, or None."""
        return self.inputs.get(name)

    def captured(self, name: str, kind: type[C]) -> C | None:
        """What one input holds if it is of a kind, else None."""
        found = self.inputs.get(name)
        return found if isinstance(found, kind) else None

    def presence(self, name: str) -> Presence:
        """The verdict on one input; no signal comes from one that is not there."""
        return self.verdicts.get(name, NO_SIGNAL)

    def judged(self, verdicts: Mapping[str, Presence]) -> Observation:
        """The same with a model's verdicts; where it has none, nothing is recognised."""
        return replace(self, verdicts={name: verdicts.get(name, NOTHING_RECOGNISED) for name in self.verdicts})

    def without(self, muted: frozenset[str]) -> Observation:
        """The same with some inputs muted; what they hold is still given."""
        if not muted:
            return self
        mute = Presence(Reason.MUTED)
        return replace(self, verdicts={name: mute if name in muted else each for name, each in self.verdicts.items()})
