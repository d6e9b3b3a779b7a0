"""When the next answer may begin: as soon as something is new, and never at the window's cost."""

from __future__ import annotations

HEARTBEAT_S = 0.25
"""Longest time between two answers: a picture grows old and a pause lasts without anybody announcing it."""

PICTURE_AHEAD_S = 0.05
"""What is no picture waits this long after the start of the last answer for a picture to go with. An answer of its own
would be under way when the next picture comes, and delay that."""

REST = 1.4
"""Rest after an answer, as a share of the time it took: the thread works at most 1 / 2.4 of the time. At 1, two busy
loops beside it on two cores made the window stutter more than 16 ms."""


class Pace:
    """Holds the next answer back for as long as its rule says. It reads no clock and knows no Qt.

    The rule is ours. An answer begins when something is new, but not before

    - ``1 / most_per_s`` seconds have passed since the last one began;
    - the thread has rested for `REST` of the time the last one took. A machine that is busy with other things takes
      longer for each answer and so gets fewer to do;
    - the window has fetched the last one, and then has had to itself as long again as it took to fetch it. A window
      that falls behind is given less to show, and nothing is computed that nobody will see. After `HEARTBEAT_S` it is
      waited for no longer: a system's dialogue may hold it up.

    The inference thread calls everything but `fetch`, which any thread may call.

    Args:
        most_per_s: Most answers per second, above 0; None for as many as there are pictures.
    """

    def __init__(self, most_per_s: float | None = None) -> None:
        self._shortest_s = 0.0 if most_per_s is None else 1.0 / most_per_s
        self._began_s = self._ended_s = float("-inf")
        self._rested_s = self._window_free_s = float("-inf")
        self._awaited = False

    def begin(self, now_s: float) -> None:
        """An answer begins."""
        self._began_s = now_s

    def end(self, now_s: float, *, handed_over: bool) -> None:
        """The answer is complete; call it before the window can fetch it. One that failed is not handed over."""
        self._ended_s = now_s
        self._rested_s = now_s + REST * (now_s - self._began_s)
        self._awaited = handed_over

    def fetch(self, now_s: float) -> None:
        """The window has taken the answer."""
        if self._awaited:
            self._awaited = False
            self._window_free_s = now_s + (now_s - self._ended_s)

    def due_s(self, *, picture: bool = False, other: bool = False) -> float:
        """Return the time from which the next answer may begin; -inf before the first.

        Args:
            picture: Whether a picture waits for its answer.
            other: Whether anything else does. With neither, it is the heartbeat that is due.
        """
        wait_s = HEARTBEAT_S
        if not self._awaited and (picture or other):
            wait_s = 0.0 if picture else PICTURE_AHEAD_S
        return max(self._began_s + max(wait_s, self._shortest_s), self._rested_s, self._window_free_s)
