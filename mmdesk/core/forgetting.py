"""Whether a model in training is forgetting one of its inputs, told from the learning curves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mmdesk.core.training_progress import EpochReport

_SPAN_EPOCHS = 3
_SMALLEST_FALL = 0.1


@dataclass(frozen=True, slots=True)
class Forgetting:
    """One input's accuracy alone fell while that of the whole rose; all shares are in [0, 1].

    Attributes:
        name: The input's.
        alone_then: Its accuracy alone when that was at its best.
        alone_now: At the last epochs.
        whole_then: Accuracy with everything when the input was at its best.
        whole_now: At the last epochs.
    """

    name: str
    alone_then: float
    alone_now: float
    whole_then: float
    whole_now: float


def forgotten(history: Sequence[EpochReport]) -> tuple[Forgetting, ...]:
    """Return the inputs that the stage of the last epoch is forgetting.

    Ours: each curve is smoothed with the mean of three epochs. An input is being forgotten when its own validation
    curve has fallen by at least 10 points from its best, while the curve of everything together has risen since then.
    """
    stage = [report for report in history if report.stage == history[-1].stage]
    if len(stage) <= _SPAN_EPOCHS:
        return ()
    found = []
    whole = _smooth([report.validation_accuracy for report in stage])
    for name in stage[-1].input_accuracy:
        values = [report.input_accuracy[name] for report in stage]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            continue
        alone = _smooth(known)
        best = alone.index(max(alone))
        if alone[best] - alone[-1] >= _SMALLEST_FALL and whole[-1] > whole[best]:
            found.append(Forgetting(name, alone[best], alone[-1], whole[best], whole[-1]))
    return tuple(found)


def _smooth(values: Sequence[float]) -> list[float]:
    ends = range(_SPAN_EPOCHS, len(values) + 1)
    return [sum(values[end - _SPAN_EPOCHS : end]) / _SPAN_EPOCHS for end in ends]
