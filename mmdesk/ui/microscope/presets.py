"""Scenes that perturb an input at one press."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.perturbation import Perturbation, PerturbationKind

Perturbations = tuple[Perturbation, ...]


class Preset(StrEnum):
    """A scene."""

    NOISY_HALL = "noisy hall"
    DARK_STAGE = "dark stage"
    LIAR = "liar"


PRESET_KEYS = {Preset.NOISY_HALL: "F7", Preset.DARK_STAGE: "F8", Preset.LIAR: "F9"}
"""Keys that work while the text box has the focus."""

_NAMES = {
    Preset.NOISY_HALL: QT_TRANSLATE_NOOP("Presets", "Noisy hall"),
    Preset.DARK_STAGE: QT_TRANSLATE_NOOP("Presets", "Dark stage"),
    Preset.LIAR: QT_TRANSLATE_NOOP("Presets", "Liar"),
}
_TIPS = {
    Preset.NOISY_HALL: QT_TRANSLATE_NOOP("Presets", "Voices as loud as the speech, and hiss"),
    Preset.DARK_STAGE: QT_TRANSLATE_NOOP("Presets", "A picture so dark and grainy that it may not count at all"),
    Preset.LIAR: QT_TRANSLATE_NOOP("Presets", "The text names another class than the answer"),
}
_PICTURE, _SOUND, _TEXT = DEFAULT_INPUTS
_SCENES: dict[Preset, Perturbations] = {
    Preset.NOISY_HALL: (
        Perturbation(_SOUND, PerturbationKind.BABBLE, 0.0),
        Perturbation(_SOUND, PerturbationKind.NOISE, 10.0),
    ),
    # Bright paper can just be seen; in an ordinary room the picture counts as "too dark" and is left out.
    Preset.DARK_STAGE: (
        Perturbation(_PICTURE, PerturbationKind.DARKEN, 0.85),
        Perturbation(_PICTURE, PerturbationKind.NOISE, 0.15),
    ),
}


def preset_name(preset: Preset) -> str:
    """What a visitor calls it."""
    return QCoreApplication.translate("Presets", str(_NAMES[preset]))


def preset_tip(preset: Preset) -> str:
    """What it does."""
    return QCoreApplication.translate("Presets", str(_TIPS[preset]))


def lie(labels: Sequence[str], answer: str | None) -> str | None:
    """Return a class other than the answer's: the one half-way round the list. None where there is no other."""
    if answer not in labels:
        return labels[0] if labels else None
    return labels[(labels.index(answer) + len(labels) // 2) % len(labels)] if len(labels) > 1 else None


def scene(preset: Preset, labels: Sequence[str] = (), answer: str | None = None) -> Perturbations:
    """Return what a preset does; nothing for a lie where there is no other class to name."""
    if preset is not Preset.LIAR:
        return _SCENES[preset]
    said = lie(labels, answer)
    return () if said is None else (Perturbation(_TEXT, PerturbationKind.REPLACE, text=said),)


def is_on(preset: Preset, perturbations: Perturbations) -> bool:
    """Whether all that a preset does is done."""
    if preset is Preset.LIAR:
        return any(each.kind is PerturbationKind.REPLACE for each in perturbations)
    return set(_SCENES[preset]) <= set(perturbations)


def added(perturbations: Perturbations, more: Perturbations) -> Perturbations:
    """Return both; what is new takes the place of its kind, and an input switched off is switched on for it."""
    taken = _places(more) | {(each.input, PerturbationKind.OFF) for each in more}
    return (*_without(perturbations, taken), *more)


def taken_back(perturbations: Perturbations, preset: Preset) -> Perturbations:
    """Return what is left without a preset."""
    if preset is Preset.LIAR:
        return _without(perturbations, {(_TEXT, PerturbationKind.REPLACE)})
    return _without(perturbations, _places(_SCENES[preset]))


def _places(perturbations: Iterable[Perturbation]) -> set[tuple[Input, PerturbationKind]]:
    return {(each.input, each.kind) for each in perturbations}


def _without(perturbations: Perturbations, taken: set[tuple[Input, PerturbationKind]]) -> Perturbations:
    return tuple(each for each in perturbations if (each.input, each.kind) not in taken)
