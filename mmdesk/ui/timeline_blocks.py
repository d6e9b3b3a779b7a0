"""The ticks of a time line, joined into stretches."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from mmdesk.core.history import HistoryTick

LONGEST_STEP_S = 1.0
"""Time between two ticks from which it is a gap."""


class Block(NamedTuple):
    """A stretch of equal answers without a gap.

    Attributes:
        label: The answer; None for a stretch without one.
        from_s: Time of its first tick.
        to_s: Time of the next block's first tick, or of its own last.
    """

    label: str | None
    from_s: float
    to_s: float


def blocks(ticks: Sequence[HistoryTick]) -> list[Block]:
    """Join ticks of equal answers."""
    found: list[Block] = []
    for before, tick in pairwise((None, *ticks)):
        if tick is None:
            continue
        gap = before is not None and tick.time_s - before.time_s > LONGEST_STEP_S
        if found and not gap and found[-1].label == tick.label:
            found[-1] = found[-1]._replace(to_s=tick.time_s)
            continue
        if found and not gap:
            found[-1] = found[-1]._replace(to_s=tick.time_s)
        found.append(Block(tick.label, tick.time_s, tick.time_s))
    return found
