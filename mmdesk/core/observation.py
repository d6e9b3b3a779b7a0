"""What was seen, heard and typed at one moment, and whether each of it is really there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.modality import Modality

SAMPLE_RATE_HZ = 16_000
"""Rate of every wave inside the program."""


class Reason(StrEnum):
    """Why a modality counts as present or absent; the window shows it in words."""

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
        """Whether the model may look at this modality."""
        return self.reason is Reason.PRESENT


PRESENT = Presence(Reason.PRESENT)
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


@dataclass(frozen=True, slots=True, eq=False)
class AudioInput:
    """One utterance, cut to the speech.

    Attributes:
        wave_mono: (N,) float32 at 16 kHz in [-1, 1], read-only; at most 2 s.
        time_s: Monotonic capture time of the last sample.
    """

    wave_mono: NDArray[np.float32]
    time_s: float


@dataclass(frozen=True, slots=True)
class TextInput:
    """What stands in the text box.

    Attributes:
        text: The text, not empty.
        time_s: Monotonic time of the last change.
    """

    text: str
    time_s: float


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """At most one input a modality, with a verdict for each.

    An input may be given although its verdict is absent (a dark picture): models must not look at it.

    Attributes:
        time_s: Monotonic time at which the observation was put together.
        verdicts: One `Presence` a modality, in the order of `MODALITIES`.
    """

    time_s: float
    image: ImageInput | None
    audio: AudioInput | None
    text: TextInput | None
    verdicts: tuple[Presence, Presence, Presence]

    def __post_init__(self) -> None:
        for modality, verdict in zip(Modality, self.verdicts, strict=True):
            if verdict.present and self.input_of(modality) is None:
                raise ValueError(f"{modality} is called present but no input was given")

    def input_of(self, modality: Modality) -> ImageInput | AudioInput | TextInput | None:
        """The input of one modality, or None."""
        match modality:
            case Modality.IMAGE:
                return self.image
            case Modality.AUDIO:
                return self.audio
            case Modality.TEXT:
                return self.text

    def presence(self, modality: Modality) -> Presence:
        """The verdict on one modality."""
        return self.verdicts[modality.column]

    def judged(self, verdicts: Mapping[str, Presence]) -> Observation:
        """The same with a model's verdicts, by input; where it has none, nothing is recognised."""
        image, audio, text = (verdicts.get(modality, NOTHING_RECOGNISED) for modality in Modality)
        return replace(self, verdicts=(image, audio, text))

    def without(self, muted: frozenset[Modality]) -> Observation:
        """The same with some modalities muted; their inputs are still given."""
        if not muted:
            return self
        image, audio, text = (
            Presence(Reason.MUTED) if modality in muted else self.presence(modality) for modality in Modality
        )
        return replace(self, verdicts=(image, audio, text))
