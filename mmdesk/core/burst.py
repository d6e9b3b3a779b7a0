"""What is recorded while a key is held down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mmdesk.core.observation import Presence
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
        verdicts: The last verdict on each input: why one of them gave nothing.
    """

    class_id: str
    contents: tuple[Mapping[str, Content], ...]
    verdicts: Mapping[str, Presence] = field(default_factory=dict)
