"""A recording that is played, and how it is gone through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mmdesk.core.problem import Problem


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment that the user has marked.

    Attributes:
        time_s: In the recording, in seconds from its start.
        name: What it is called.
    """

    time_s: float
    name: str


class AnswerStretch(NamedTuple):
    """A stretch of equal answers.

    Attributes:
        label: The answer; empty for none.
        from_s: Where it begins in the recording.
        to_s: Where it ends.
    """

    label: str
    from_s: float
    to_s: float


@dataclass(frozen=True, slots=True)
class PlayedContents:
    """What there is in a recording, from end to end.

    Attributes:
        title: What the user calls it.
        duration_s: Its length.
        marks: What the user has marked, by time.
        answers: What was answered, in at most a few thousand stretches: short ones give way.
        held: Whether anything was in force in it: weights by hand, perturbations, mutes.
        damage: What of it is missing; None when nothing is.
        models: Names of the models that answered then.
        fusions: Kinds of the fusion methods that did.
    """

    title: str
    duration_s: float
    marks: tuple[Mark, ...] = ()
    answers: tuple[AnswerStretch, ...] = ()
    held: bool = False
    damage: Problem | None = None
    models: tuple[str, ...] = ()
    fusions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TransportState:
    """Where a recording stands.

    Attributes:
        position_s: In seconds from its start.
        playing: Whether it goes on by itself.
        fast: Whether it then goes on as fast as answers come, and not at the speed at which it was recorded.
        begin_s: Where the chosen stretch begins: it is played from there.
        end_s: Where that ends.
        as_recorded: Whether what was in force in the recording is in force again, as long as the user holds nothing.
        damage: What of it is missing, as far as it has been played; None when nothing is.
    """

    position_s: float = 0.0
    playing: bool = True
    fast: bool = False
    begin_s: float = 0.0
    end_s: float = 0.0
    as_recorded: bool = True
    damage: Problem | None = None


@dataclass(frozen=True, slots=True)
class TransportWish:
    """What a user wants of a recording; what is None stays as it is.

    Attributes:
        seek_s: Where to go.
        steps: By how many answers to go on; back, if negative.
        playing: Whether to go on by oneself.
        fast: See `TransportState`.
        begin_s: Where the chosen stretch shall begin.
        end_s: Where it shall end.
        as_recorded: See `TransportState`.
    """

    seek_s: float | None = None
    steps: int = 0
    playing: bool | None = None
    fast: bool | None = None
    begin_s: float | None = None
    end_s: float | None = None
    as_recorded: bool | None = None


def other_model(recorded: Sequence[str], name: str) -> Problem | None:
    """Say that a model answers that did not while a recording was made; None where it did, or none is known to.

    Args:
        recorded: Names of the models that answered then.
        name: The one that answers now.
    """
    if not recorded or name in recorded:
        return None
    return Problem("session.other_model", models=", ".join(recorded), name=name)
