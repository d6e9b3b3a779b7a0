"""Scenes that disturb an input at one press."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.hands import Disturbance, DisturbanceKind
from mmdesk.core.modality import Modality

Disturbances = tuple[Disturbance, ...]


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
_SCENES: dict[Preset, Disturbances] = {
    Preset.NOISY_HALL: (
        Disturbance(Modality.AUDIO, DisturbanceKind.BABBLE, 0.0),
        Disturbance(Modality.AUDIO, DisturbanceKind.NOISE, 10.0),
    ),
    # Bright paper can just be seen; in an ordinary room the picture counts as "too dark" and is left out.
    Preset.DARK_STAGE: (
        Disturbance(Modality.IMAGE, DisturbanceKind.DARKEN, 0.85),
        Disturbance(Modality.IMAGE, DisturbanceKind.NOISE, 0.15),
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


def scene(preset: Preset, labels: Sequence[str] = (), answer: str | None = None) -> Disturbances:
    """Return what a preset does; nothing for a lie where there is no other class to name."""
    if preset is not Preset.LIAR:
        return _SCENES[preset]
    said = lie(labels, answer)
    return () if said is None else (Disturbance(Modality.TEXT, DisturbanceKind.REPLACE, text=said),)


def is_on(preset: Preset, disturbances: Disturbances) -> bool:
    """Whether all that a preset does is done."""
    if preset is Preset.LIAR:
        return any(each.kind is DisturbanceKind.REPLACE for each in disturbances)
    return set(_SCENES[preset]) <= set(disturbances)


def added(disturbances: Disturbances, more: Disturbances) -> Disturbances:
    """Return both; what is new takes the place of its kind, and an input switched off is switched on for it."""
    taken = _places(more) | {(each.modality, DisturbanceKind.OFF) for each in more}
    return (*_without(disturbances, taken), *more)


def taken_back(disturbances: Disturbances, preset: Preset) -> Disturbances:
    """Return what is left without a preset."""
    if preset is Preset.LIAR:
        return _without(disturbances, {(Modality.TEXT, DisturbanceKind.REPLACE)})
    return _without(disturbances, _places(_SCENES[preset]))


def _places(disturbances: Iterable[Disturbance]) -> set[tuple[Modality, DisturbanceKind]]:
    return {(each.modality, each.kind) for each in disturbances}


def _without(disturbances: Disturbances, taken: set[tuple[Modality, DisturbanceKind]]) -> Disturbances:
    return tuple(each for each in disturbances if (each.modality, each.kind) not in taken)
