"""What is recorded while a key is held down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mmdesk.core.observation import Presence, Reason
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import Content


@dataclass(frozen=True, slots=True)
class BurstProgress:
    """How far a burst is.

    Attributes:
        class_id: The class that it is for.
        seconds: How long the key has been held.
        counts: How much of each input is kept so far, by its name; an input that gave nothing is left out.
    """

    class_id: str
    seconds: float
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Burst:
    """What was recorded.

    Attributes:
        class_id: The class that it is for.
        contents: What each sample holds, by the names of inputs; none where nothing was there.
        verdicts: The last verdict on each input, a muted one's that it is muted: why one of them gave nothing.
    """

    class_id: str
    contents: tuple[Mapping[str, Content], ...]
    verdicts: Mapping[str, Presence] = field(default_factory=dict)

    def fault(self) -> Problem:
        """Why nothing was recorded: what is wrong with the inputs that are on; of muted ones only where all are."""
        reasons = {verdict.reason for verdict in self.verdicts.values()}
        unseen, unheard = reasons & {Reason.TOO_DARK, Reason.COVERED}, Reason.SILENCE in reasons
        if unseen and unheard:
            return Problem("teach.nothing.at_all")
        if Reason.TOO_DARK in reasons:
            return Problem("teach.nothing.dark")
        if Reason.COVERED in reasons:
            return Problem("teach.nothing.covered")
        if unheard:
            return Problem("teach.nothing.silent")
        if Reason.MUTED in reasons:
            return Problem("teach.nothing.muted")
        if reasons <= {Reason.NO_SIGNAL, Reason.EMPTY}:
            return Problem("teach.nothing.no_signal")
        return Problem("teach.nothing.brief")
