"""How weights are computed, with the numbers of one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class WeightRule(StrEnum):
    """Where the parts of a `WeightSum` come from; softmax parts are e^(score - greatest score of a present input).

    Attributes:
        LEARNT: Softmax of one score per input that was learnt once and for all.
        GATE: Softmax of scores that a gate gives for the inputs of this moment.
        VALUES: A gate with a softmax of its own for each value of the embedding; a part is the sum over the values.
        EVEN: The same for everything that is present.
        TRUST: How sure an input's own head is: softplus of the log-sum-exp of its class scores, which is the score.
        ONLY: The one input that is looked at.
        BY_HAND: The shares that the user set.
    """

    LEARNT = "learnt"
    GATE = "gate"
    VALUES = "values"
    EVEN = "even"
    TRUST = "trust"
    ONLY = "only"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class WeightSum:
    """Weights as shares of a sum: an input's weight is its part divided by the sum of all parts.

    Attributes:
        rule: Where the parts come from.
        parts: Of each of the M inputs in the model's order, at least 0; absent exactly 0. Their sum is above 0.
        scores: What the parts were made of; None where there is nothing before them. An absent input's is not used.
    """

    rule: WeightRule
    parts: tuple[float, ...]
    scores: tuple[float, ...] | None = None

    @property
    def total(self) -> float:
        """The sum of the parts."""
        return sum(self.parts)

    def weight(self, index: int) -> float:
        """Return the weight in [0, 1] of an input of that index."""
        return self.parts[index] / self.total


def weights_by_hand(shares: Sequence[float], present: Sequence[bool]) -> WeightSum:
    """Return how weights follow from the shares that the user set; where present inputs have none, all count the same.

    Args:
        shares: In the model's order.
        present: Which inputs there are; at least one.
    """
    parts = tuple(share if here else 0.0 for share, here in zip(shares, present, strict=True))
    if sum(parts) > 0:
        return WeightSum(WeightRule.BY_HAND, parts)
    return WeightSum(WeightRule.EVEN, tuple(float(here) for here in present))
