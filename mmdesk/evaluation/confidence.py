"""What was measured of a model's confidence; plain values without tensors, so that a report needs no torch."""

from __future__ import annotations

from dataclasses import dataclass

from mmdesk.core.inputs import Input


@dataclass(frozen=True, slots=True)
class Selective:
    """How far the confidence of one model with some of its inputs can be trusted.

    Attributes:
        inputs: Those that it may use.
        ece_before: Expected calibration error with the plain softmax; None when nothing was answered.
        ece_after: The same with the model's temperatures.
        aurc: Area under the risk-coverage curve: the mean share of wrong answers among the surest ones, 0 at best.
        coverage: Shares of the samples that are answered, the surest first, rising; at most 101.
        accuracy: Share of right ones among them.
        samples: How many there are.
    """

    inputs: tuple[Input, ...]
    ece_before: float | None
    ece_after: float | None
    aurc: float
    coverage: tuple[float, ...]
    accuracy: tuple[float, ...]
    samples: int

    @property
    def name(self) -> str:
        """The inputs in words."""
        return " + ".join(one.name for one in self.inputs)


@dataclass(frozen=True, slots=True)
class Unknowns:
    """How well known samples are told from unknown ones.

    Attributes:
        name: The input that is judged, or "all inputs" for the answer from all that a sample has.
        known: Test samples that have it.
        unknown: Unknown samples that have it.
        auroc: Share of pairs of a known and an unknown one in which the known one scores higher, ties one half; None
            where there is no score, as for an encoder that recognises something in everything.
        rejected: Share of the known ones in which nothing is recognised; None where there are none.
        claimed: Share of the unknown ones in which something is recognised all the same; None where there are none.
    """

    name: str
    known: int
    unknown: int
    auroc: float | None
    rejected: float | None
    claimed: float | None
