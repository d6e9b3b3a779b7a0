"""Moments of the last half minute, looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mmdesk.core.insight import Relation
from mmdesk.core.observation import Captured
from mmdesk.core.prediction import Prediction

HISTORY_S = 30.0
"""How far back one can go."""


@dataclass(frozen=True, slots=True)
class HistoryTick:
    """One tick on the time line.

    Attributes:
        time_s: The tick's monotonic time.
        label: The answer, or None when there was none.
        confidence: Its probability, or None.
        relation: How the inputs stood to each other, or None.
    """

    time_s: float
    label: str | None
    confidence: float | None
    relation: Relation | None

    @classmethod
    def of(cls, prediction: Prediction) -> HistoryTick:
        """What the time line shows of a prediction."""
        insight = prediction.insight
        relation = None if insight is None else insight.shown.relation
        return cls(prediction.time_s, prediction.label, prediction.confidence, relation)


@dataclass(frozen=True, slots=True)
class HistorySpan:
    """What can be gone back to; the newest tick is the moment of the freeze.

    Attributes:
        ticks: Oldest first; may be empty.
    """

    ticks: tuple[HistoryTick, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A kept moment, under the method, weights and perturbations that are in force now.

    Attributes:
        inputs: What the model was given, perturbed or not, by the inputs' names; of pictures the central square.
        prediction: The answer now; its ``time_s`` is the moment's.
        as_it_was: Whether the prediction equals the one given then, in every number.
    """

    inputs: Mapping[str, Captured]
    prediction: Prediction
    as_it_was: bool


@dataclass(frozen=True, slots=True)
class Rerun:
    """The last seconds run again under what is in force now.

    Attributes:
        before: The ticks as they were.
        after: The same ticks now.
        same: How many predictions are equal to what they were in every number.
    """

    before: tuple[HistoryTick, ...]
    after: tuple[HistoryTick, ...]
    same: int
