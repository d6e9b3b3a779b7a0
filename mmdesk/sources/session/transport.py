"""How a recording that is played is gone through, from another thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Condition

from mmdesk.core.problem import Problem
from mmdesk.core.transport import PlayedContents, TransportState, TransportWish
from mmdesk.sources.session.moments import Moment

SHORTEST_S = 0.1
"""Least length of a chosen stretch."""


class SessionTransport:
    """Takes wishes on any thread, which the playing thread carries out; nobody waits for it.

    Wishes do not queue: of several places that are wished for only the last is gone to, and steps add up.

    Args:
        on_contents: Called on the playing thread once it is known what there is; never for a session that cannot be
            gone through.
        on_moment: Called there with what each answer was made from, with monotonic times; must return at once.
        on_damage: Called there with what is missing of a recording that cannot be gone through.
    """

    def __init__(
        self,
        on_contents: Callable[[PlayedContents], None],
        on_moment: Callable[[Moment], None],
        on_damage: Callable[[Problem], None] = lambda _: None,
    ) -> None:
        self._on_contents, self._on_moment, self._on_damage = on_contents, on_moment, on_damage
        self._changed = Condition()
        self._state = TransportState()
        self._seek_s: float | None = None
        self._steps = 0
        self._duration_s = 0.0
        self._wished = self._taken = False

    @property
    def state(self) -> TransportState:
        """Where it stands; a place that is wished for counts as reached."""
        with self._changed:
            position_s = self._state.position_s if self._seek_s is None else self._seek_s
            return replace(self._state, position_s=position_s)

    def wish(self, wish: TransportWish) -> None:
        """Wish for something; returns at once. Before it is known what there is, no place can be wished for."""
        with self._changed:
            state = self._state
            for name in ("playing", "fast", "as_recorded"):
                value = getattr(wish, name)
                if value is not None:
                    state = replace(state, **{name: value})
            if not self._duration_s:
                self._state = state
                return
            if wish.seek_s is not None:
                self._seek_s, self._steps = min(max(wish.seek_s, 0.0), self._duration_s), 0
            self._steps += wish.steps
            if wish.begin_s is not None:
                begin_s = min(max(wish.begin_s, 0.0), self._duration_s - SHORTEST_S)
                state = replace(state, begin_s=begin_s, end_s=max(state.end_s, begin_s + SHORTEST_S))
            if wish.end_s is not None:
                end_s = min(max(wish.end_s, SHORTEST_S), self._duration_s)
                state = replace(state, end_s=end_s, begin_s=min(state.begin_s, end_s - SHORTEST_S))
            if wish.steps:
                state = replace(state, playing=False)
            self._state, self._wished = state, True
            self._changed.notify_all()

    def note_taken(self) -> None:
        """The moment that was played last is being answered; on the thread that answers."""
        with self._changed:
            self._taken = True
            self._changed.notify_all()

    # ---- on the playing thread ----

    def open(self, contents: PlayedContents) -> None:
        """Say what there is; from now on wishes count."""
        with self._changed:
            self._duration_s = max(contents.duration_s, 2 * SHORTEST_S)
            self._state = replace(self._state, end_s=self._duration_s)
        self._on_contents(contents)

    def tell_damage(self, damage: Problem) -> None:
        """That is missing of what is played from end to end."""
        self._on_damage(damage)

    def give(self, moment: Moment) -> None:
        """Give what an answer was made from, to be answered again."""
        self._on_moment(moment)

    def take_place(self) -> tuple[float | None, int]:
        """Take the place that is wished for, if any, and by how many answers to step on from there."""
        with self._changed:
            place_s, steps = self._seek_s, self._steps
            if place_s is not None:
                self._state = replace(self._state, position_s=place_s)
            self._seek_s, self._steps, self._wished = None, 0, False
            return place_s, steps

    def tell(self, position_s: float, damage: Problem | None = None) -> None:
        """It stands there now, and that much of it was found missing."""
        with self._changed:
            self._state = replace(self._state, position_s=position_s, damage=damage)

    def pause(self) -> None:
        """It goes on no more by itself: the end was reached."""
        with self._changed:
            self._state = replace(self._state, playing=False)

    def wait_wish(self, timeout_s: float | None) -> bool:
        """Wait for a wish; False where none came in time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._wished, timeout_s)

    def wait_taken(self, timeout_s: float) -> None:
        """Wait until the last moment is being answered, or something is wished for."""
        with self._changed:
            self._changed.wait_for(lambda: self._taken or self._wished, timeout_s)

    def expect_taken(self) -> None:
        """The next moment is about to be played."""
        with self._changed:
            self._taken = False

    def wake(self) -> None:
        """End what the playing thread waits for."""
        with self._changed:
            self._wished = self._taken = True
            self._changed.notify_all()
