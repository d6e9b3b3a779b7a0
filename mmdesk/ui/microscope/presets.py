"""Scenes that perturb an input at one press."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.perturbation import Perturbation, PerturbationKind

Perturbations = tuple[Perturbation, ...]


class Preset(StrEnum):
    """A scene: what is done to every input of one kind."""

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
_KINDS = {Preset.NOISY_HALL: Modality.AUDIO, Preset.DARK_STAGE: Modality.IMAGE, Preset.LIAR: Modality.TEXT}
_STEPS = {
    Preset.NOISY_HALL: ((PerturbationKind.BABBLE, 0.0), (PerturbationKind.NOISE, 10.0)),
    # Bright paper can just be seen; in an ordinary room the picture counts as "too dark" and is left out.
    Preset.DARK_STAGE: ((PerturbationKind.DARKEN, 0.85), (PerturbationKind.NOISE, 0.15)),
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


def scene(
    preset: Preset, inputs: Sequence[Input], labels: Sequence[str] = (), answer: str | None = None
) -> Perturbations:
    """Return what a preset does to a model's inputs; nothing where there is none of its kind, or no class to lie."""
    perturbed = [one for one in inputs if one.kind == _KINDS[preset]]
    if preset is not Preset.LIAR:
        return tuple(Perturbation(one, kind, strength) for one in perturbed for kind, strength in _STEPS[preset])
    said = lie(labels, answer)
    return () if said is None else tuple(Perturbation(one, PerturbationKind.REPLACE, text=said) for one in perturbed)


def is_on(preset: Preset, inputs: Sequence[Input], perturbations: Perturbations) -> bool:
    """Whether all that a preset does is done, and there is anything to do it to."""
    if preset is Preset.LIAR:
        return any(each.kind is PerturbationKind.REPLACE for each in perturbations)
    done = scene(preset, inputs)
    return bool(done) and set(done) <= set(perturbations)


def can_be(preset: Preset, inputs: Sequence[Input], labels: Sequence[str]) -> bool:
    """Whether a model has an input of the preset's kind, and for a lie a class to name."""
    return any(one.kind == _KINDS[preset] for one in inputs) and (preset is not Preset.LIAR or len(labels) > 1)


def added(perturbations: Perturbations, more: Perturbations) -> Perturbations:
    """Return both; what is new takes the place of its kind, and an input switched off is switched on for it."""
    taken = _places(more) | {(each.input, PerturbationKind.OFF) for each in more}
    return (*_without(perturbations, taken), *more)


def taken_back(perturbations: Perturbations, preset: Preset) -> Perturbations:
    """Return what is left without a preset."""
    kinds = {PerturbationKind.REPLACE} if preset is Preset.LIAR else {kind for kind, _ in _STEPS[preset]}
    return tuple(each for each in perturbations if each.input.kind != _KINDS[preset] or each.kind not in kinds)


def _places(perturbations: Iterable[Perturbation]) -> set[tuple[Input, PerturbationKind]]:
    return {(each.input, each.kind) for each in perturbations}


def _without(perturbations: Perturbations, taken: set[tuple[Input, PerturbationKind]]) -> Perturbations:
    return tuple(each for each in perturbations if (each.input, each.kind) not in taken)
