"""How a contribution is computed, with the numbers of one moment."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import factorial

from mmdesk.core.insight import MethodView


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an input changes when it comes to others: one term of a Shapley value.

    Attributes:
        others: Names of the inputs that are there already, in the model's order.
        orders: In how many of the orders of arrival it comes right after just these.
        before: Probability of the answer with the others alone, in [0, 1]; a guess, 1/C, with none.
        after: The same with the input beside them.
    """

    others: tuple[str, ...]
    orders: int
    before: float
    after: float

    @property
    def gain(self) -> float:
        """By how much the probability rises."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class ContributionSum:
    """A contribution as the mean gain over all orders in which the present inputs can arrive.

    Attributes:
        label: The class whose probability is shared out.
        arrivals: A term per subset of the other present inputs, small ones first.
    """

    label: str
    arrivals: tuple[Arrival, ...]

    @property
    def orders(self) -> int:
        """How many orders there are."""
        return sum(each.orders for each in self.arrivals)

    @property
    def value(self) -> float:
        """The contribution, in units of probability."""
        return sum(each.orders * each.gain for each in self.arrivals) / self.orders


def contribution_sum(view: MethodView, name: str) -> ContributionSum | None:
    """Take the contribution of an input apart; None for one that was absent, whose contribution is exactly 0.

    Absent inputs are left out of the orders: one that never changes anything changes no other's mean either.

    Source: Shapley, "A Value for n-Person Games", 1953.
    """
    if not view.has(name):
        return None
    answer = int(view.probabilities[-1].argmax())
    own = 1 << view.inputs.index(name)
    others = [each for each, here in zip(view.inputs, view.present, strict=True) if here and each != name]
    bits = {each: 1 << view.inputs.index(each) for each in others}
    count = len(others) + 1
    arrivals = []
    for size in range(count):
        orders = factorial(size) * factorial(count - size - 1)
        for chosen in combinations(others, size):
            subset = sum(bits[each] for each in chosen)
            before, after = (float(view.probabilities[index, answer]) for index in (subset, subset | own))
            arrivals.append(Arrival(chosen, orders, before, after))
    return ContributionSum(view.labels[answer], tuple(arrivals))
