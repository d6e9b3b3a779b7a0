"""What the microscope saw in one tick: every subset of a model's M inputs, under every fusion method.

Subset s of 2^M holds the inputs whose index's bit is set in s, so that subset 0 is empty and the last one is what
really happened; what a subset leaves out is treated as absent. An input that was absent anyway changes nothing: the
subsets with and without it are equal. Inputs have names and stand in the model's own order.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import overload

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.weight_sum import WeightSum

KNOWS = 0.2
"""How far from a guess (0) towards certainty (1) an input alone must be to say anything at all."""
ROUNDING = 1e-6
"""Difference of two probabilities that is only rounding."""


class Relation(StrEnum):
    """How the inputs stand to each other in one answer; the rules are in ``mmdesk.analysis.relation``."""

    ALONE = "alone"
    AGREE = "agree"
    COMPLEMENT = "complement"
    DOMINATE = "dominate"
    CONFLICT = "conflict"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer that would have been given.

    Attributes:
        label: The most probable class; empty where several are, so that none can be called the answer.
        confidence: Its probability in [0, 1].
    """

    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the inputs leave open by their own account in one tick, for a method in which each says how sure it is.

    Attributes:
        inputs: The uncertainty of each of the M inputs in [0, 1], in the model's order; absent exactly 1.
        joint: What all together leave open, in [0, 1].
        conflict: The share of what they claim on which they contradict each other, in [0, 1].
    """

    inputs: tuple[float, ...]
    joint: float
    conflict: float


@dataclass(frozen=True, slots=True, eq=False)
class MethodView:
    """One fusion method's view of one tick.

    Attributes:
        fusion: The method's kind.
        labels: The C class names.
        inputs: Names of the model's M inputs, in its own order; so are the columns of all that follows.
        present: Which of them there were; at least one.
        probabilities: (2^M, C) float32, a row per subset. Row 0, with nothing present, is uniform.
        weights: (M,) float32 summing to 1 over what is present, absent exactly 0; None where the method has none.
        contributions: (M,) float64 exact Shapley values of the answer's probability. They sum to its probability in the
            full subset less 1/C; an absent input has exactly 0.
        interactions: (M (M - 1) / 2,) float64 Shapley interaction indices in the order of ``pairs``, of the same
            probability: above 0 the two are worth more together (synergy), below 0 they tell the same (redundancy).
        relation: How the inputs stand to each other.
        doubt: What the inputs leave open; None for a method that does not tell.
    """

    fusion: str
    labels: tuple[str, ...]
    inputs: tuple[str, ...]
    present: tuple[bool, ...]
    probabilities: NDArray[np.float32]
    weights: NDArray[np.float32] | None
    contributions: NDArray[np.float64]
    interactions: NDArray[np.float64]
    relation: Relation
    doubt: Doubt | None = None

    @property
    def outcome(self) -> Outcome:
        """The answer, with everything that is present."""
        return self.in_subset(len(self.probabilities) - 1)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of inputs, in the order of the interactions."""
        return tuple(combinations(self.inputs, 2))

    def has(self, name: str) -> bool:
        """Return whether an input was present; False for one that the model does not know."""
        return any(here for known, here in zip(self.inputs, self.present, strict=True) if known == name)

    def weight(self, name: str) -> float | None:
        """Return an input's weight, exactly 0 for one that the model does not know; None where there are no weights."""
        return None if self.weights is None else value_of(name, self.inputs, self.weights)

    def uncertainty(self, name: str) -> float | None:
        """Return what an input leaves open, 1 for one that the model does not know; None where no input tells."""
        if self.doubt is None:
            return None
        return self.doubt.inputs[self.inputs.index(name)] if name in self.inputs else 1.0

    def contribution(self, name: str) -> float:
        """Return an input's contribution, exactly 0 for one that the model does not know."""
        return value_of(name, self.inputs, self.contributions)

    def in_subset(self, subset: int) -> Outcome:
        """Return the answer with a subset alone; with the empty one there is none, as all classes have 1/C."""
        row = self.probabilities[subset]
        index = winner(row)
        return Outcome("" if index is None else self.labels[index], float(row.max()))

    def without(self, name: str) -> Outcome | None:
        """Return what would have been answered without one input; None if it was absent or alone."""
        if not self.has(name) or sum(self.present) < 2:
            return None
        return self.in_subset(len(self.probabilities) - 1 - (1 << self.inputs.index(name)))

    def alone(self, name: str) -> Outcome | None:
        """Return what one input alone would have answered; None if it was absent."""
        return self.in_subset(1 << self.inputs.index(name)) if self.has(name) else None

    def says(self, name: str) -> str:
        """Return the answer of one input alone; empty if it was absent, knows nothing, or has two answers."""
        if not self.has(name):
            return ""
        row = self.probabilities[1 << self.inputs.index(name)]
        index = winner(row)
        if index is None or certainty(float(row[index]), len(row)) + ROUNDING < KNOWS:
            return ""
        return self.labels[index]


@dataclass(frozen=True, slots=True)
class FlipPoint:
    """How far one weight must be moved, the others rescaled, before the answer changes.

    Attributes:
        weight: The nearest such weight in [0, 1].
        label: The answer there.
    """

    weight: float
    label: str


@dataclass(frozen=True, slots=True)
class Honesty:
    """Whether the weights tell what mattered, in one tick; the rule is in ``mmdesk.analysis.honesty``.

    Attributes:
        agreement: 0 (weights and effects are as far apart as everything on one input is from even shares, or farther)
            to 1 (the same).
        shares: What each of the M inputs has of the effect, in the model's order: sums to 1, absent exactly 0.
        disagreeing: Name of the input whose weight and share differ most, where the agreement is so low that it must
            be said; else None.
    """

    agreement: float
    shares: tuple[float, ...]
    disagreeing: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Insight:
    """Everything about one tick that the answer alone does not tell. All views are of the inputs as perturbed.

    Attributes:
        views: Each loaded method's, with its own weights, in the model's order.
        shown: The chosen method's under the weights in force; what the prediction tells.
        own: The chosen method's under its own weights: the ghost. The same object as ``shown`` without an override.
        original: The chosen method's on the inputs before any perturbation, under the weights in force; None when
            nothing was perturbed, or nothing was there before.
        flips: The flip point of each of the M inputs' weights, in the model's order; None where none is (and where the
            input is absent, alone, or the method has no weights).
        honesty: Whether the weights of ``shown`` tell what mattered; None for a method without weights, with less than
            two inputs, or where none of them says anything.
        map_position: Where the fused vector lies on the model's map, or None without a map.
        weight_sum: What the weights of ``shown`` are shares of; None for a method without weights.
    """

    views: tuple[MethodView, ...]
    shown: MethodView
    own: MethodView
    original: MethodView | None
    flips: tuple[FlipPoint | None, ...]
    honesty: Honesty | None = None
    map_position: tuple[float, float] | None = None
    weight_sum: WeightSum | None = None

    @property
    def side_by_side(self) -> tuple[MethodView, ...]:
        """Each loaded method's view, the chosen one's as it is on screen: under the weights in force."""
        return tuple(self.shown if view.fusion == self.shown.fusion else view for view in self.views)

    def flip(self, name: str) -> FlipPoint | None:
        """Return the flip point of one input's weight, or None."""
        return next((flip for known, flip in zip(self.shown.inputs, self.flips, strict=True) if known == name), None)


def value_of(name: str, inputs: tuple[str, ...], values: NDArray[np.floating]) -> float:
    """Return what an input has of (M,) values in the order of ``inputs``; exactly 0 where it is none of them."""
    return float(values[inputs.index(name)]) if name in inputs else 0.0


def winner(probabilities: NDArray[np.floating]) -> int | None:
    """Return the index of the most probable class of (C,); None where several are, up to rounding."""
    index = int(probabilities.argmax())
    as_probable = np.count_nonzero(probabilities[index] - probabilities <= ROUNDING)
    return index if as_probable == 1 else None


def standing(probabilities: NDArray[np.floating]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return the one most probable class of each row (…, C), -1 where two share that rank, and how certain it is.

    Certainty is 0 for a guess, probability 1/C, and 1 for probability 1.
    """
    count = probabilities.shape[-1]
    best = np.partition(probabilities, count - 2, axis=-1)[..., -2:]
    indices = np.where(best[..., 1] - best[..., 0] <= ROUNDING, -1, probabilities.argmax(axis=-1))
    return indices, certainty(best[..., 1].astype(np.float64), count)


@overload
def certainty(probability: float, count: int) -> float: ...
@overload
def certainty(probability: NDArray[np.float64], count: int) -> NDArray[np.float64]: ...
def certainty(probability: float | NDArray[np.float64], count: int) -> float | NDArray[np.float64]:
    """Return how far from a guess among ``count`` classes (0) towards certainty (1) a probability is."""
    return (probability - 1 / count) / (1 - 1 / count)
