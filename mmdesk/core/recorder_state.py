"""How a recording that is being made is doing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecorderState:
    """What every window tells of it.

    Attributes:
        active: Whether something is being recorded.
        seconds: How long it has been.
        size: Bytes written.
        room: Bytes that are left on the disk.
        room_s: For how many more seconds that is enough, going by what has been written; None until that is known.
        dropped: Pictures that were left out because the disk did not keep up.
        marks: How many moments have been marked.
        muted: Whether an input that is recorded is muted: it is recorded all the same.
    """

    active: bool = False
    seconds: float = 0.0
    size: int = 0
    room: int = 0
    room_s: float | None = None
    dropped: int = 0
    marks: int = 0
    muted: bool = False
