"""What is in force, an item at a time, in the words of the chosen language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.inputs import Input
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.perturbation import PerturbationKind
from mmdesk.ui.microscope.perturbation_words import perturbation_name, short_strength
from mmdesk.ui.words import input_name, percent

translate = QCoreApplication.translate


def recording_title(recording: Recording) -> str:
    """What it is, in two words."""
    if recording.sample:
        return translate("InForce", "SAMPLE SESSION")
    return translate("InForce", "RECORDING")


def recording_words(recording: Recording) -> str:
    """What is played, and what of it is not."""
    if recording.failed:
        return translate("InForce", "“{name}” cannot be played; the picture's panel tells why.").format(
            name=recording.name
        )
    if recording.picture_only:
        return translate("InForce", "“{name}” is played in place of the camera.").format(name=recording.name)
    parts = []
    if not recording.sample:
        parts.append(translate("InForce", "“{name}” is played: nothing here is live.").format(name=recording.name))
    elif not recording.text_typed:
        parts.append(translate("InForce", "Recorded picture, sound and text are played. Nothing here is live."))
    else:
        parts.append(translate("InForce", "Recorded picture and sound are played."))
    if recording.of_other_model:
        parts.append(translate("InForce", "It was made for the bundled digits model, not for this one."))
    if recording.text_typed:
        parts.append(translate("InForce", "The text is yours; clear it to have the recording's again."))
    return " ".join(parts)


def control_words(in_force: InForce) -> tuple[str, ...]:
    """What a user holds, an item each; nothing when nothing is held."""
    items = []
    if in_force.controls.override is not None:
        items.append(_override(in_force.controls.override, effective=in_force.weighs))
    for modality in MODALITIES:
        muted = modality in in_force.controls.muted
        if muted:
            items.append(translate("InForce", "{input}: muted").format(input=input_name(modality)))
        done = _perturbations(in_force, modality)
        if done:
            items.append(_noted(done, idle=not muted and modality in in_force.absent))
    return tuple(items)


def _override(weights: Mapping[str, float], *, effective: bool) -> str:
    listed = ", ".join(f"{input_name(name)} {percent(weight)}" for name, weight in weights.items())
    words = translate("InForce", "Weights by hand: {shares}").format(shares=listed)
    if effective:
        return words
    return translate("InForce", "{item} (this method has none)").format(item=words)


def _perturbations(in_force: InForce, modality: Modality) -> str:
    listed = []
    for each in in_force.controls.of(Input(modality, modality)):
        if each.kind is PerturbationKind.REPLACE:
            listed.append(translate("InForce", "says “{text}” instead").format(text=each.text))
            continue
        strength = short_strength(modality, each.kind, each.strength)
        listed.append(f"{perturbation_name(modality, each.kind)} {strength}".strip())
    if not listed:
        return ""
    return translate("InForce", "{input}: {changes}").format(input=input_name(modality), changes=", ".join(listed))


def _noted(words: str, *, idle: bool) -> str:
    return translate("InForce", "{item} (not there now)").format(item=words) if idle else words
