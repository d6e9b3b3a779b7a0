"""What each input contributes over a data set, and what kind of task that makes it for a model's method.

Plain values without tensors.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from mmdesk.core.shares import Interval, share_interval


class TaskKind(StrEnum):
    """How the inputs of a data set stand to the answer of one method; the rule is `ModalityShares.task`."""

    REDUNDANT = "redundant"
    COMPLEMENTARY = "complementary"
    DOMINATED = "one input dominates"
    MIXED = "mixed"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class InputShare:
    """Mean share of an input in the contributions, in [0, 1], with its 95 % interval over samples."""

    input: str
    share: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Interaction:
    """Mean Shapley interaction of two inputs, in probability: above 0 synergy, below 0 redundancy."""

    inputs: tuple[str, str]
    mean: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Without:
    """The model with and without one input, on the same samples.

    Attributes:
        input: The input that is left out.
        samples: How many have it and another one.
        accuracy_with: Accuracy on them with all they have.
        accuracy_without: Without the input.
        gain: The difference; below 0 the input costs accuracy.
        interval: 95 %, of the paired difference.
    """

    input: str
    samples: int
    accuracy_with: float
    accuracy_without: float
    gain: float
    interval: Interval

    @property
    def harms(self) -> bool:
        """Whether the model is worse with the input than without it, beyond the interval."""
        return self.interval.high < 0


_MOST_OF_IT, _HALF, _NEAR = 0.8, 0.5, 0.1
FEWEST_SAMPLES = 20
"""With fewer complete samples nothing is said about the kind of task."""


@dataclass(frozen=True, slots=True)
class ModalityShares:
    """What the inputs contribute over a data set.

    Attributes:
        samples: Samples with every input, which shares, interactions and accuracies are of.
        drawn_from: Number of samples in the set, where only some were drawn from it; else None.
        chance: Accuracy of always answering the largest class of these samples, at least that of a guess among the
            model's classes.
        shares: An input each; empty where nothing contributes anything.
        interactions: A pair each.
        accuracies: (2^M,) of each subset of the shares' inputs, bit m of the index set where input m takes part.
        without: An input each.
    """

    samples: int
    drawn_from: int | None
    chance: float
    shares: tuple[InputShare, ...]
    interactions: tuple[Interaction, ...]
    accuracies: tuple[float, ...]
    without: tuple[Without, ...]

    @property
    def recovered(self) -> tuple[float, ...]:
        """How much of what the model gains over chance with all inputs each input gives alone; empty if it gains none.

        0 is no better than chance, 1 as good as all together; an input can be below and above.
        """
        if not self.accuracies or self.samples < FEWEST_SAMPLES:
            return ()
        every = self.accuracies[-1]
        if share_interval(round(every * self.samples), self.samples).low <= self.chance:
            return ()
        count = len(self.accuracies).bit_length() - 1
        alone = [max(0.0, self.accuracies[1 << bit] - self.chance) for bit in range(count)]
        return tuple(each / (every - self.chance) for each in alone)

    @property
    def joins_nothing(self) -> bool:
        """Whether all inputs together do not beat the best alone, and that one is near chance.

        Then a method that cannot combine the inputs looks just like inputs that repeat each other. Beating is meant
        beyond the 95 % interval; near chance is an interval that begins below a tenth of the way from chance to 1.
        """
        if not self.recovered:
            return False
        best = max(self.accuracies[1 << bit] for bit in range(len(self.recovered)))
        every, alone = (
            share_interval(round(accuracy * self.samples), self.samples) for accuracy in (self.accuracies[-1], best)
        )
        return every.low <= best and alone.low <= self.chance + _NEAR * (1 - self.chance)

    @property
    def task(self) -> TaskKind:
        """The kind of task for the method, by how much each input alone gives of what all give together (ours).

        Undecided with fewer than 20 complete samples, where all inputs together are no better than chance, or where
        the method `joins_nothing`. Complementary where no input alone gives half of it. Redundant where at least two
        inputs alone give 80 % each. One dominates where one gives 80 % and no other half. All else is mixed.
        """
        recovered = sorted(self.recovered, reverse=True)
        if len(recovered) < 2 or self.joins_nothing:
            return TaskKind.UNDECIDED
        if recovered[0] < _HALF:
            return TaskKind.COMPLEMENTARY
        if recovered[1] >= _MOST_OF_IT:
            return TaskKind.REDUNDANT
        if recovered[0] >= _MOST_OF_IT and recovered[1] < _HALF:
            return TaskKind.DOMINATED
        return TaskKind.MIXED

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values."""
        plain = asdict(self)
        plain["recovered"] = list(self.recovered)
        plain["task"] = self.task.value
        plain["harmful"] = [one.input for one in self.without if one.harms]
        return plain
