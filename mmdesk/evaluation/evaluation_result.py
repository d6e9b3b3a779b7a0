"""What the evaluation of one model measured; plain values without tensors, so that a report needs no torch."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from mmdesk.core.inputs import Input
from mmdesk.core.shares import Interval
from mmdesk.evaluation.confidence import Selective, Unknowns
from mmdesk.evaluation.modality_result import ModalityShares
from mmdesk.evaluation.scores import Scores


@dataclass(frozen=True, slots=True)
class SubsetScores:
    """The model when it may use some ``inputs`` only, beside the baselines under the same restriction.

    Attributes:
        inputs: In the model's order; at least one.
        scores: Of the model.
        baselines: By name ("late fusion", "image alone"); a unimodal one stands only where its input is in.
    """

    inputs: tuple[Input, ...]
    scores: Scores
    baselines: dict[str, Scores]

    @property
    def name(self) -> str:
        """The inputs in words: "image + text"."""
        return " + ".join(one.name for one in self.inputs)


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Accuracy in [0, 1] with its 95 % interval over samples at one strength."""

    strength: float
    accuracy: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class RobustnessCurve:
    """Accuracy against one perturbation.

    Attributes:
        name: "image: occlusion".
        input: The perturbed one; None when it is all of them.
        axis: What the strength is, with its unit ("share of the picture covered").
        lines: Points of each method by its name, the model first; all at the same strengths.
    """

    name: str
    input: Input | None
    axis: str
    lines: dict[str, tuple[CurvePoint, ...]]


@dataclass(frozen=True, slots=True)
class EvaluationResult:
    """One model on one set of samples.

    Attributes:
        model: Name of the model.
        fusion: Its fusion method, for readers.
        dataset: Name of the data and which split.
        inputs: The model's, in its order.
        scores: With every input that a sample has.
        subsets: Every subset of the model's inputs; may be empty.
        curves: May be empty.
        notes: Sentences for the report (training data, settings).
        selective: What its confidence is worth, for each subset of the inputs; may be empty.
        unknowns: How known samples are told from unknown ones, for each input and for all; empty without unknown ones.
        seen_in_training: How many samples were left out because the model was trained on them, or, with
            ``all_samples``, how many such are among the measured ones. None where that cannot be known.
        all_samples: Whether every sample of the folder was measured, whatever the model was trained on.
        modality: What the inputs contribute, and what kind of task that makes it for the method; None without two.
    """

    model: str
    fusion: str
    dataset: str
    inputs: tuple[Input, ...]
    scores: Scores
    subsets: tuple[SubsetScores, ...] = ()
    curves: tuple[RobustnessCurve, ...] = ()
    notes: tuple[str, ...] = ()
    seen_in_training: int | None = None
    all_samples: bool = False
    modality: ModalityShares | None = None
    selective: tuple[Selective, ...] = ()
    unknowns: tuple[Unknowns, ...] = ()

    @property
    def membership(self) -> str:
        """What the figures rest on, in a sentence or two; "" where there is nothing to say."""
        seen, every = self.seen_in_training, "Measured on every sample of the folder"
        if seen is None:
            unknown = "The model does not say what it was trained on, so samples that it knows are not left out."
            return f"{every}. {unknown}" if self.all_samples else unknown
        if self.all_samples and seen:
            return f"{every}. The model was trained on {seen} of these {self.scores.n}, and so they flatter it."
        if self.all_samples:
            return f"{every}; the model was trained on none of them."
        left_out = "1 sample of the test split was" if seen == 1 else f"{seen} samples of the test split were"
        return f"{left_out} left out, because the model was trained on them." if seen else ""

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values."""
        plain = asdict(self)
        plain["inputs"] = {one.name: one.kind for one in self.inputs}
        plain["samples"] = self.scores.n
        plain["scores"] = self.scores.to_json()
        plain["subsets"] = [
            {
                "inputs": [one.name for one in subset.inputs],
                "scores": subset.scores.to_json(),
                "baselines": {name: scores.to_json() for name, scores in subset.baselines.items()},
            }
            for subset in self.subsets
        ]
        plain["modality"] = None if self.modality is None else self.modality.to_json()
        for one, written in zip(self.selective, plain["selective"], strict=True):
            written["inputs"] = [each.name for each in one.inputs]
        for curve, written in zip(self.curves, plain["curves"], strict=True):
            written["input"] = None if curve.input is None else curve.input.name
        return plain
