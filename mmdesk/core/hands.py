"""What the user holds in hand: weights of their own in place of the model's, disturbances of the inputs, mutes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mmdesk.core.modality import MODALITIES, Modality

UNIFORM_WEIGHTS = (1 / 3, 1 / 3, 1 / 3)
"""The override that every method is compared with: each present modality counts the same."""


class DisturbanceKind(StrEnum):
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
    """How strong a disturbance can be.

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

DISTURBANCE_KINDS: dict[Modality, dict[DisturbanceKind, StrengthRange]] = {
    Modality.IMAGE: {
        DisturbanceKind.OCCLUDE: StrengthRange(0.0, 1.0, 0.4, "%"),
        DisturbanceKind.BLUR: StrengthRange(0.0, 24.0, 8.0, "px"),
        # Before the noise: a sensor's grain does not grow dark with the scene.
        DisturbanceKind.DARKEN: StrengthRange(0.0, 1.0, 0.7, "%"),
        DisturbanceKind.NOISE: StrengthRange(0.0, 0.6, 0.25, "%"),
        DisturbanceKind.ROTATE: StrengthRange(-180.0, 180.0, 90.0, "°"),
        DisturbanceKind.OFF: NO_STRENGTH,
    },
    Modality.AUDIO: {
        DisturbanceKind.GAIN: StrengthRange(-40.0, 20.0, -20.0, "dB"),
        DisturbanceKind.NOISE: _SNR,
        DisturbanceKind.BABBLE: _SNR,
        DisturbanceKind.OFF: NO_STRENGTH,
    },
    Modality.TEXT: {
        DisturbanceKind.DROP_WORDS: StrengthRange(0.0, 1.0, 0.5, "%"),
        DisturbanceKind.TYPOS: StrengthRange(0.0, 1.0, 1.0, "%"),
        DisturbanceKind.REPLACE: NO_STRENGTH,
        DisturbanceKind.OFF: NO_STRENGTH,
    },
}
"""Every disturbance a modality knows, in the order in which several of them are applied."""


@dataclass(frozen=True, slots=True)
class Disturbance:
    """One thing done to one input.

    Attributes:
        modality: Whose input.
        kind: One of those that ``DISTURBANCE_KINDS`` names for the modality.
        strength: Within that kind's range, in its unit. For a signal-to-noise ratio less is more.
        text: What stands in the text's place, for ``REPLACE``; else empty.

    Raises:
        ValueError: The modality has no such kind, or the strength lies outside its range.
    """

    modality: Modality
    kind: DisturbanceKind
    strength: float = 1.0
    text: str = ""

    def __post_init__(self) -> None:
        known = DISTURBANCE_KINDS[self.modality]
        if self.kind not in known:
            raise ValueError(f"{self.modality} has no disturbance {self.kind}, only {', '.join(known)}")
        within = known[self.kind]
        if not within.least <= self.strength <= within.most:
            raise ValueError(f"{self.kind} must lie in {within.least:g}–{within.most:g}, not {self.strength}")


@dataclass(frozen=True, slots=True)
class Hands:
    """Everything the user does to a moment, beside choosing the fusion method; letting go of all is ``Hands()``.

    Attributes:
        override: Weights in the order of ``MODALITIES`` in place of the model's own, summing to 1, or None. At each
            tick they are rescaled over the modalities that are present; where nothing of them remains, what is present
            counts the same.
        disturbances: At most one of each kind a modality.
        muted: Modalities that the user has switched off.

    Raises:
        ValueError: The weights are no shares of 1, or a disturbance is given twice.
    """

    override: tuple[float, float, float] | None = None
    disturbances: tuple[Disturbance, ...] = ()
    muted: frozenset[Modality] = frozenset()

    def __post_init__(self) -> None:
        if self.override is not None and not (
            len(self.override) == len(MODALITIES)
            and all(share >= 0 for share in self.override)
            and abs(sum(self.override) - 1) < 1e-6
        ):
            raise ValueError(f"weights must be shares that sum to 1, not {self.override}")
        kinds = [(each.modality, each.kind) for each in self.disturbances]
        if len(set(kinds)) != len(kinds):
            raise ValueError("a disturbance is given twice")

    def of(self, modality: Modality) -> tuple[Disturbance, ...]:
        """Return what is done to one modality, in the order of ``DISTURBANCE_KINDS``."""
        order = list(DISTURBANCE_KINDS[modality])
        return tuple(
            sorted((each for each in self.disturbances if each.modality is modality), key=lambda d: order.index(d.kind))
        )
