"""What is in force, an item at a time, in the words of the chosen language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.inputs import Input
from mmdesk.core.perturbation import PerturbationKind
from mmdesk.ui.microscope.perturbation_words import perturbation_name, short_strength
from mmdesk.ui.words import input_name, percent

translate = QCoreApplication.translate


def recording_title(recording: Recording) -> str:
    """What it is, in two words."""
    if recording.sample:
        return translate("InForce", "SAMPLE SESSION")
    return translate("InForce", "REPLAY")


def recording_words(recording: Recording) -> str:
    """What is played, and what of it is not."""
    if recording.failed:
        return translate("InForce", "“{name}” cannot be played. The picture panel says why.").format(
            name=recording.name
        )
    if recording.picture_only:
        return translate("InForce", "Playing “{name}” instead of the camera.").format(name=recording.name)
    parts = []
    if not recording.sample:
        parts.append(translate("InForce", "Playing “{name}”. Nothing here is live.").format(name=recording.name))
    elif not recording.text_typed:
        parts.append(translate("InForce", "Playing recorded picture, sound and text. Nothing here is live."))
    else:
        parts.append(translate("InForce", "Playing recorded picture and sound."))
    if recording.of_other_model:
        parts.append(translate("InForce", "It was recorded for another model, not for this one."))
    if recording.text_typed:
        parts.append(translate("InForce", "The text is yours. Clear it to use the recorded text again."))
    return " ".join(parts)


def control_words(in_force: InForce) -> tuple[str, ...]:
    """What a user holds, an item each; nothing when nothing is held."""
    items = []
    if in_force.controls.override is not None:
        items.append(_override(in_force.controls.override, effective=in_force.weighs))
    muted = in_force.controls.muted
    perturbed = {each.input.name: each.input for each in in_force.controls.perturbations}
    # What is held of an input that the model does not have is told too, as it is held.
    for name in dict.fromkeys((*in_force.inputs, *perturbed, *sorted(muted), *in_force.held)):
        if name in in_force.held:
            words = translate("InForce", "{input}: the file “{name}”")
            items.append(words.format(input=input_name(name), name=in_force.held[name]))
        if name in muted:
            items.append(translate("InForce", "{input}: muted").format(input=input_name(name)))
        if name in perturbed:
            idle = name in in_force.absent or name not in in_force.inputs
            items.append(_noted(_perturbations(in_force, perturbed[name]), idle=idle and name not in muted))
    return tuple(items)


def _override(weights: Mapping[str, float], *, effective: bool) -> str:
    listed = ", ".join(f"{input_name(name)} {percent(weight)}" for name, weight in weights.items())
    words = translate("InForce", "Weights by hand: {shares}").format(shares=listed)
    if effective:
        return words
    return translate("InForce", "{item} (this method has none)").format(item=words)


def _perturbations(in_force: InForce, one: Input) -> str:
    listed = []
    for each in in_force.controls.of(one):
        if each.kind is PerturbationKind.REPLACE:
            listed.append(translate("InForce", "says “{text}” instead").format(text=each.text))
            continue
        strength = short_strength(one.kind, each.kind, each.strength)
        listed.append(f"{perturbation_name(one.kind, each.kind)} {strength}".strip())
    return translate("InForce", "{input}: {changes}").format(input=input_name(one), changes=", ".join(listed))


def _noted(words: str, *, idle: bool) -> str:
    return translate("InForce", "{item} (not present now)").format(item=words) if idle else words
