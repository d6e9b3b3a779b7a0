"""What a user held in force, as a recording's journal tells it."""

from __future__ import annotations

from typing import Any

from mmdesk.core.inputs import Input
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.user_controls import UserControls


def controls_told(controls: UserControls) -> dict[str, Any]:
    """Return user controls as JSON has them."""
    perturbations = [
        {"input": each.input.column, "kind": each.kind.value, "strength": each.strength, "text": each.text}
        for each in controls.perturbations
    ]
    override = None if controls.override is None else dict(controls.override)
    return {"override": override, "perturbations": perturbations, "muted": sorted(controls.muted)}


def controls_of(told: object) -> UserControls | None:
    """Return what was told; None where that cannot be."""
    if not isinstance(told, dict):
        return None
    try:
        override = told.get("override")
        return UserControls(
            None if override is None else {str(name): float(share) for name, share in override.items()},
            tuple(_perturbation(each) for each in told.get("perturbations", ())),
            frozenset(str(name) for name in told.get("muted", ())),
        )
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
        return None


def _perturbation(told: dict[str, Any]) -> Perturbation:
    kind, strength = PerturbationKind(told["kind"]), float(told["strength"])
    return Perturbation(Input.of_column(str(told["input"])), kind, strength, str(told.get("text", "")))
