"""What measurements do to each kind of input: the corruptions of a comparison, and the curves of an evaluation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from mmdesk.analysis.perturbation import audio, image, text
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.evaluation.comparison_result import CLEAN, Condition


@dataclass(frozen=True, slots=True)
class Corruption:
    """What is done to a kind of input.

    Attributes:
        name: In a few words.
        description: One sentence on how it is done.
        change: Returns the corrupted form of one raw input, drawing from the generator.
    """

    name: str
    description: str
    change: Callable[[Any, np.random.Generator], Any]

    def vary(self, _kind: str, raw: Any, rng: np.random.Generator) -> Any:
        """The same, in the form that stored columns ask for."""
        return self.change(raw, rng)

    def condition(self, one: Input) -> Condition:
        """The condition in which it is done to an input of every sample."""
        return Condition(f"{one.name}: {self.name}", one, self.description)


def _occluded(raw: Any, rng: np.random.Generator) -> Any:
    return image.occlude(raw, 0.5, rng)


def _noisy(raw: Any, rng: np.random.Generator) -> Any:
    return audio.noise(raw, 0.0, rng)


def _misspelt(raw: Any, rng: np.random.Generator) -> Any:
    return text.typos(raw, 1.0, rng)


CORRUPTIONS: dict[str, Corruption] = {
    Modality.IMAGE: Corruption(
        "occlusion 50 %",
        "One rectangle of a plain colour covers half of the picture's central square, at a place drawn anew.",
        _occluded,
    ),
    Modality.AUDIO: Corruption(
        "noise 0 dB",
        "White noise as loud as the speech (0 dB signal-to-noise ratio, measured where somebody speaks).",
        _noisy,
    ),
    Modality.TEXT: Corruption("typos", "One slip of the fingers in every word that has a letter.", _misspelt),
}
"""Half of the picture covered, noise at 0 dB, a slip in every word; a plug-in's kind has none."""


def missing(one: Input) -> Condition:
    """The condition in which no sample has that input."""
    return Condition(f"{one.name}: missing", one, f"No test sample has {one.name}; the others are clean.")


def conditions_of(inputs: Sequence[Input]) -> tuple[Condition, ...]:
    """Return what methods on these inputs are compared under: clean, each input corrupted, each missing."""
    return (
        Condition(CLEAN, None, "The test samples as they are."),
        *(CORRUPTIONS[one.kind].condition(one) for one in inputs if one.kind in CORRUPTIONS),
        *(missing(one) for one in inputs if len(inputs) > 1),
    )


Change = Callable[[Any, float, np.random.Generator], Any]


class Perturbed(NamedTuple):
    """A perturbation along which accuracy is measured.

    Attributes:
        name: In a word or two.
        axis: What the strength is, with its unit.
        strengths: From none to strong.
        change: Perturbs one raw input at a strength.
    """

    name: str
    axis: str
    strengths: tuple[float, ...]
    change: Change


PERTURBED: dict[str, tuple[Perturbed, ...]] = {
    Modality.IMAGE: (
        Perturbed(
            "occlusion",
            "share of the picture's central square that is covered",
            (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7),
            image.occlude,
        ),
        Perturbed(
            "noise",
            "standard deviation of the noise, 1 being the full range",
            (0.0, 0.05, 0.1, 0.2, 0.3, 0.5),
            image.noise,
        ),
    ),
    Modality.AUDIO: (
        Perturbed("noise", "signal-to-noise ratio in dB", (30.0, 20.0, 15.0, 10.0, 5.0, 0.0, -5.0, -10.0), audio.noise),
    ),
    Modality.TEXT: (Perturbed("typos", "chance that a word gets a slip", (0.0, 0.2, 0.4, 0.6, 0.8, 1.0), text.typos),),
}
"""What is done to each kind of input; a plug-in's kind has no such curves."""
