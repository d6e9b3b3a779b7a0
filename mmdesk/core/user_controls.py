"""Everything a user holds in force: weights of their own in place of the model's, perturbations, mutes."""

from __future__ import annotations

from dataclasses import dataclass

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.perturbation import PERTURBATION_KINDS, Perturbation


def uniform_weights(count: int) -> tuple[float, ...]:
    """Return the override that every method is compared with: each of so many inputs counts the same."""
    return (1 / count,) * count


@dataclass(frozen=True, slots=True)
class UserControls:
    """What is in force beside the chosen fusion method; letting go of all is ``UserControls()``.

    Attributes:
        override: Weights in place of the model's own, one for each input that the window has, in the order of
            ``MODALITIES``, summing to 1; or None. At each tick they are rescaled over what is present; where nothing of
            them remains, what is present counts the same.
        perturbations: At most one of each kind per modality.
        muted: Modalities that the user has switched off.

    Raises:
        ValueError: The weights are no shares of 1, or a perturbation is given twice.
    """

    override: tuple[float, ...] | None = None
    perturbations: tuple[Perturbation, ...] = ()
    muted: frozenset[Modality] = frozenset()

    def __post_init__(self) -> None:
        if self.override is not None and not (
            len(self.override) == len(MODALITIES)
            and all(share >= 0 for share in self.override)
            and abs(sum(self.override) - 1) < 1e-6
        ):
            raise ValueError(f"weights must be shares that sum to 1, not {self.override}")
        kinds = [(each.modality, each.kind) for each in self.perturbations]
        if len(set(kinds)) != len(kinds):
            raise ValueError("a perturbation is given twice")

    def of(self, modality: Modality) -> tuple[Perturbation, ...]:
        """Return what is done to one modality, in the order of ``PERTURBATION_KINDS``."""
        order = list(PERTURBATION_KINDS[modality])
        return tuple(
            sorted(
                (each for each in self.perturbations if each.modality is modality), key=lambda d: order.index(d.kind)
            )
        )
