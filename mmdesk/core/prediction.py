"""What the model made of one observation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.insight import Insight, Outcome, value_of, winner
from mmdesk.core.observation import NOTHING_RECOGNISED, Captured, Presence, Reason
from mmdesk.core.perturbation import Perturbation


@dataclass(frozen=True, slots=True)
class Latencies:
    """Milliseconds each stage of one prediction took; cached encodings cost 0."""

    prepare_ms: float
    encode_ms: float
    fuse_ms: float

    @property
    def total_ms(self) -> float:
        """The whole tick inside the predictor."""
        return self.prepare_ms + self.encode_ms + self.fuse_ms


@dataclass(frozen=True, slots=True)
class Original:
    """The inputs before any perturbation.

    Attributes:
        outcome: The answer to them, under the weights in force; None when nothing was there.
        verdicts: Their final presence, in the order of the prediction's ``inputs``.
    """

    outcome: Outcome | None
    verdicts: tuple[Presence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """One tick's answer, with all that it was made from: who writes it down later takes nothing from then.

    Attributes:
        time_s: The observation's time.
        labels: The C class names.
        inputs: Names of the model's M inputs, in its own order; so are the columns of all that follows.
        probabilities: (C,) float32 summing to 1, or None when nothing was present.
        weights: (M,) float32 summing to 1 over what is present, absent exactly 0; None when nothing was present or the
            fusion method has no weights.
        weights_defined: Whether the fusion method has weights at all.
        verdicts: Final presence of each input: the sources' verdict, sharpened by the model's own
            ("nothing recognised").
        capture_times_s: Monotonic capture time of each input, None where there was none.
        latencies: What the tick cost.
        fusion: Kind of the fusion method that answered.
        texts: What the model read in each input that is a text, perturbed or replaced, by name; empty where nothing.
        model: What the model is called.
        override: The weights that the user set in place of the method's own, before they were rescaled over what was
            present; None when the method's own were in force.
        perturbations: What was done to the inputs.
        perturbed: What became of inputs that were perturbed, for the screen; by their names.
        original: What there was before any perturbation; None when nothing was perturbed.
        insight: What the microscope saw beside the answer; None when nothing was present or nobody looked.
    """

    time_s: float
    labels: tuple[str, ...]
    inputs: tuple[str, ...]
    probabilities: NDArray[np.float32] | None
    weights: NDArray[np.float32] | None
    weights_defined: bool
    verdicts: tuple[Presence, ...]
    capture_times_s: tuple[float | None, ...]
    latencies: Latencies
    fusion: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    model: str = ""
    override: tuple[float, ...] | None = None
    perturbations: tuple[Perturbation, ...] = ()
    perturbed: Mapping[str, Captured] = field(default_factory=dict)
    original: Original | None = None
    insight: Insight | None = None

    @property
    def label(self) -> str | None:
        """The most probable class, or None when nothing was present or several classes are."""
        index = self._winner
        return None if index is None else self.labels[index]

    @property
    def confidence(self) -> float | None:
        """Probability of `label` in [0, 1], or None where there is none."""
        index = self._winner
        return None if index is None or self.probabilities is None else float(self.probabilities[index])

    @property
    def _winner(self) -> int | None:
        return None if self.probabilities is None else winner(self.probabilities)

    def presence(self, name: str) -> Presence:
        """The final verdict on one input; nothing is recognised in one that the model does not know."""
        return self.verdicts[self.inputs.index(name)] if name in self.inputs else NOTHING_RECOGNISED

    def weight(self, name: str) -> float | None:
        """One input's weight, exactly 0 for one that the model does not know; None where there are no weights."""
        return None if self.weights is None else value_of(name, self.inputs, self.weights)

    def capture_time_s(self, name: str) -> float | None:
        """When one input was captured; None where there was none, or the model does not know it."""
        return self.capture_times_s[self.inputs.index(name)] if name in self.inputs else None

    @property
    def absent_anyway(self) -> frozenset[str]:
        """Names of inputs that are absent without anybody's doing: neither muted nor perturbed away."""
        verdicts = self.verdicts if self.original is None else self.original.verdicts
        return frozenset(
            name
            for name, verdict in zip(self.inputs, verdicts, strict=True)
            if not verdict.present and verdict.reason is not Reason.MUTED
        )
