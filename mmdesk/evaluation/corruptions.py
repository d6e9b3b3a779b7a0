"""The standard corruptions under which methods are compared, one per modality."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from mmdesk.analysis.perturbation import audio, image, text
from mmdesk.core.modality import Modality
from mmdesk.evaluation.comparison_result import Condition


@dataclass(frozen=True, slots=True)
class Corruption:
    """A condition and what brings it about.

    Attributes:
        condition: How reports name it.
        modality: Whose inputs are changed.
        change: Returns the corrupted form of one raw input, drawing from the generator.
    """

    condition: Condition
    modality: Modality
    change: Callable[[Any, np.random.Generator], Any]

    def vary(self, modality: Modality, raw: Any, rng: np.random.Generator) -> Any:
        """The same, in the form that stored columns ask for."""
        return self.change(raw, rng) if modality is self.modality else raw


def _occluded(raw: Any, rng: np.random.Generator) -> Any:
    return image.occlude(raw, 0.5, rng)


def _noisy(raw: Any, rng: np.random.Generator) -> Any:
    return audio.noise(raw, 0.0, rng)


def _misspelt(raw: Any, rng: np.random.Generator) -> Any:
    return text.typos(raw, 1.0, rng)


CORRUPTIONS: tuple[Corruption, ...] = (
    Corruption(
        Condition(
            "image: occlusion 50 %",
            Modality.IMAGE,
            "One rectangle of a plain colour covers half of the picture's central square, at a place drawn anew.",
        ),
        Modality.IMAGE,
        _occluded,
    ),
    Corruption(
        Condition(
            "audio: noise 0 dB",
            Modality.AUDIO,
            "White noise as loud as the speech (0 dB signal-to-noise ratio, measured where somebody speaks).",
        ),
        Modality.AUDIO,
        _noisy,
    ),
    Corruption(
        Condition("text: typos", Modality.TEXT, "One slip of the fingers in every word that has a letter."),
        Modality.TEXT,
        _misspelt,
    ),
)
"""Noise at 0 dB, half of the picture covered, a slip in every word."""


def missing(modality: Modality) -> Condition:
    """The condition in which no sample has that modality."""
    return Condition(f"{modality}: missing", modality, f"No test sample has {modality}; the others are clean.")
