"""How a source is doing, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mmdesk.core.problem import Problem


class SourceStatus(StrEnum):
    """The life of a source."""

    OFF = "off"
    STARTING = "starting"
    RUNNING = "running"
    LOST = "lost"  # it ran, it stopped giving, it is being reopened
    FAILED = "failed"  # it could not be opened; retried slowly where that makes sense
    ENDED = "ended"  # a file that came to its end and does not repeat


@dataclass(frozen=True, slots=True)
class SourceState:
    """A source's status.

    Attributes:
        name: What the user calls the source ("HD Webcam", "talk.mp4").
        problem: What is wrong; None when nothing is.
    """

    status: SourceStatus
    name: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """One entry of a source picker.

    Attributes:
        key: What is given back to the program to open it ("0", "pulse", "http://…"); stable between listings.
        name: The device's own name.
    """

    key: str
    name: str


OFF = SourceState(SourceStatus.OFF, "")
