"""What can be done to an input, and how strongly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality


class PerturbationKind(StrEnum):
    """What can be done to an input."""

    OFF = "off"
    OCCLUDE = "occlude"
    BLUR = "blur"
    DARKEN = "darken"
    ROTATE = "rotate"
    NOISE = "noise"
    GAIN = "gain"
    BABBLE = "babble"
    TYPOS = "typos"
    DROP_WORDS = "drop_words"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class StrengthRange:
    """How strong a perturbation can be.

    Attributes:
        least: Smallest strength that may be asked for.
        most: Largest one.
        start: What one begins with: an effect that is seen.
        unit: "%" for shares of 1, "px", "°", "dB", "dB SNR", or empty where there is no strength.
    """

    least: float
    most: float
    start: float
    unit: str


NO_STRENGTH = StrengthRange(0.0, 1.0, 1.0, "")
_SNR = StrengthRange(-10.0, 30.0, 5.0, "dB SNR")

PERTURBATION_KINDS: dict[str, dict[PerturbationKind, StrengthRange]] = {
    Modality.IMAGE: {
        PerturbationKind.OCCLUDE: StrengthRange(0.0, 1.0, 0.4, "%"),
        PerturbationKind.BLUR: StrengthRange(0.0, 24.0, 8.0, "px"),
        # Before the noise: a sensor's grain does not grow dark with the scene.
        PerturbationKind.DARKEN: StrengthRange(0.0, 1.0, 0.7, "%"),
        PerturbationKind.NOISE: StrengthRange(0.0, 0.6, 0.25, "%"),
        PerturbationKind.ROTATE: StrengthRange(-180.0, 180.0, 90.0, "°"),
        PerturbationKind.OFF: NO_STRENGTH,
    },
    Modality.AUDIO: {
        PerturbationKind.GAIN: StrengthRange(-40.0, 20.0, -20.0, "dB"),
        PerturbationKind.NOISE: _SNR,
        PerturbationKind.BABBLE: _SNR,
        PerturbationKind.OFF: NO_STRENGTH,
    },
    Modality.TEXT: {
        PerturbationKind.DROP_WORDS: StrengthRange(0.0, 1.0, 0.5, "%"),
        PerturbationKind.TYPOS: StrengthRange(0.0, 1.0, 1.0, "%"),
        PerturbationKind.REPLACE: NO_STRENGTH,
        PerturbationKind.OFF: NO_STRENGTH,
    },
}
"""Every perturbation that a kind of input knows, in the order in which several of them are applied."""
_ANY_KIND = {PerturbationKind.OFF: NO_STRENGTH}


def perturbations_of(kind: str) -> dict[PerturbationKind, StrengthRange]:
    """Return what can be done to a kind of input, in the order of application; a plug-in's can be switched off."""
    return PERTURBATION_KINDS.get(kind, _ANY_KIND)


@dataclass(frozen=True, slots=True)
class Perturbation:
    """One thing done to one input.

    Attributes:
        input: What it is done to.
        kind: One of those that its kind of input knows.
        strength: Within that kind's range, in its unit. For a signal-to-noise ratio less is more.
        text: What stands in the text's place, for ``REPLACE``; else empty.

    Raises:
        ValueError: That kind of input has no such perturbation, or the strength lies outside its range.
    """

    input: Input
    kind: PerturbationKind
    strength: float = 1.0
    text: str = ""

    def __post_init__(self) -> None:
        known = perturbations_of(self.input.kind)
        if self.kind not in known:
            raise ValueError(f"{self.input.kind} has no perturbation {self.kind}, only {', '.join(known)}")
        within = known[self.kind]
        if not within.least <= self.strength <= within.most:
            raise ValueError(f"{self.kind} must lie in {within.least:g}–{within.most:g}, not {self.strength}")
