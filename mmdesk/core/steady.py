"""Sentences that can be read: one that is still true stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from mmdesk.core.observation import Reason
from mmdesk.core.prediction import Prediction
from mmdesk.core.verdict import (
    HonestyClaim,
    RelationClaim,
    honesty_claim,
    honesty_holds,
    relation_claim,
    relation_holds,
    weaker,
)

HOLD_S = 1.0
"""How long another claim must have been true before it takes the place of one that is true as well."""
AT_ONCE = 2
"""How many claims that became untrue may be followed by others at once; one more each `HOLD_S`."""

ClaimT = TypeVar("ClaimT")


class SteadyClaim(Generic[ClaimT]):
    """A claim that stands as long as it is true, and gives way to another only once that has been true for a while.

    One that has become untrue is never left standing: the one that fits takes its place at once. Where that happens too
    often, nothing would be read of any, and in their place stands that it keeps changing: None, until one claim has
    been true for a while. So there are no more changes than seconds, but for a few after a quiet time.

    Attributes:
        claim: What is said; None while that keeps changing.
    """

    def __init__(self) -> None:
        self.claim: ClaimT | None = None
        self._rival: ClaimT | None = None
        self._rival_since_s = self._counted_s = 0.0
        self._left = float(AT_ONCE)

    def settle(self, claim: ClaimT) -> None:
        """Say this from now on, whatever was said before; it may be followed by another at once."""
        self.claim, self._rival, self._left = claim, None, float(AT_ONCE)

    def weaken(self, claim: ClaimT) -> None:
        """Say only this of what was said: the rest has become untrue."""
        self.claim = claim

    def take(self, time_s: float, wanted: ClaimT, holds: Callable[[ClaimT], bool]) -> None:
        """Go on to the next answer.

        Args:
            time_s: Its time; never less than that of the one before.
            wanted: The claim that fits it best.
            holds: Whether a claim is true of it.
        """
        passed_s, self._counted_s = time_s - self._counted_s, time_s
        self._left = min(float(AT_ONCE), self._left + passed_s / HOLD_S)
        if self.claim == wanted:
            self._rival = None
            return
        if self._rival is None or not holds(self._rival):
            self._rival, self._rival_since_s = wanted, time_s
        if time_s - self._rival_since_s >= HOLD_S:
            self.claim, self._rival = self._rival, None
        elif self.claim is not None and not holds(self.claim):
            if self._left >= 1.0:
                self.claim, self._rival = wanted, None
                self._left -= 1.0
            else:
                self.claim = None


class SteadyVerdict:
    """What is said of one answer after another. Main window and audience tell the same, for both hear the same answers.

    Attributes:
        known: Whether there is anything to say of the last answer.
    """

    def __init__(self) -> None:
        self.known = False
        self._relation: SteadyClaim[RelationClaim] = SteadyClaim()
        self._honesty: SteadyClaim[HonestyClaim] = SteadyClaim()
        self._last: Prediction | None = None

    @property
    def relation(self) -> RelationClaim | None:
        """How the inputs stand to each other; None while that keeps changing, or where nothing is known."""
        return self._relation.claim if self.known else None

    @property
    def honesty(self) -> HonestyClaim | None:
        """Whether the weights tell what mattered; None likewise."""
        return self._honesty.claim if self.known else None

    def take(self, prediction: Prediction, *, alone: bool = False) -> None:
        """Hear an answer. What a user does is answered at once, and so is a moment that is looked at by itself.

        Args:
            prediction: The answer.
            alone: Whether it is one that was kept, and not the next of a stream.
        """
        last, self._last = self._last, prediction
        insight = prediction.insight
        if insight is None:
            self.known = False
            return
        wanted, view, told = relation_claim(insight.shown), insight.shown, honesty_claim(insight)
        anew = alone or not self.known or last is None or prediction.time_s < last.time_s
        self.known = True
        if anew or _given(prediction) != _given(last):
            self._relation.settle(wanted)
            self._honesty.settle(told)
            return
        said = self._relation.claim
        less = None if said is None or relation_holds(said, view) else weaker(said)
        if less is not None and relation_holds(less, view):
            self._relation.weaken(less)
        self._relation.take(prediction.time_s, wanted, lambda claim: relation_holds(claim, view))
        self._honesty.take(prediction.time_s, told, lambda claim: honesty_holds(claim, insight))

    def forget(self) -> None:
        """Begin anew: another model."""
        self.known, self._last = False, None


def _given(prediction: Prediction | None) -> tuple[object, ...]:
    """What of a prediction is the user's doing."""
    if prediction is None:
        return ()
    muted = tuple(verdict.reason is Reason.MUTED for verdict in prediction.verdicts)
    return prediction.fusion, prediction.override, prediction.perturbations, muted
