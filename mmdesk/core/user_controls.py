"""Everything a user holds in force: weights of their own in place of the model's, perturbations, mutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mmdesk.core.inputs import Input
from mmdesk.core.perturbation import Perturbation, perturbations_of


def uniform_weights(count: int) -> tuple[float, ...]:
    """Return the override that every method is compared with: each of so many inputs counts the same."""
    return (1 / count,) * count


@dataclass(frozen=True, slots=True)
class UserControls:
    """What is in force beside the chosen fusion method; letting go of all is ``UserControls()``.

    Attributes:
        override: Weights in place of the model's own, by the inputs' names, summing to 1; or None. At each tick they
            are rescaled over what is present; where nothing of them remains, what is present counts the same.
        perturbations: At most one of each kind per input.
        muted: Names of inputs that the user has switched off.

    Raises:
        ValueError: The weights are no shares of 1, or a perturbation is given twice.
    """

    override: Mapping[str, float] | None = None
    perturbations: tuple[Perturbation, ...] = ()
    muted: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        shares = None if self.override is None else self.override.values()
        if shares is not None and not (all(share >= 0 for share in shares) and abs(sum(shares) - 1) < 1e-6):
            raise ValueError(f"weights must be shares that sum to 1, not {self.override}")
        kinds = [(each.input, each.kind) for each in self.perturbations]
        if len(set(kinds)) != len(kinds):
            raise ValueError("a perturbation is given twice")

    def of(self, one: Input) -> tuple[Perturbation, ...]:
        """Return what is done to one input, in the order in which it is done."""
        order = list(perturbations_of(one.kind))
        done = (each for each in self.perturbations if each.input == one)
        return tuple(sorted(done, key=lambda each: order.index(each.kind)))

    def weights(self, names: Sequence[str]) -> tuple[float, ...] | None:
        """Return the override of a model's inputs, in its order; None where the model's own weights are in force.

        An input that it says nothing about has 0.
        """
        return None if self.override is None else tuple(self.override.get(name, 0.0) for name in names)


@dataclass(frozen=True, slots=True)
class ReplayControls:
    """What a recording is answered under again.

    Attributes:
        controls: What is held in force; None for what was when each answer was given.
        methods: Whether each answer is given by the fusion method of then, where that is known and the model has it.
        text: What stands in place of the recorded text, blank for nothing; None for the recorded one.
    """

    controls: UserControls | None = None
    methods: bool = True
    text: str | None = None


AS_RECORDED = ReplayControls()
"""What was in force then is in force again."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was in force when an answer was given that is recorded.

    Attributes:
        controls: What the user held.
        fusion: Kind of the fusion method that answered.
    """

    controls: UserControls
    fusion: str
