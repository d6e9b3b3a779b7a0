"""What a model is called and what it is for, in the words of the chosen language: its own, or made of its classes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mmdesk.core.live_stats import ModelState
from mmdesk.core.shelf import ShelfModel
from mmdesk.ui.language import installed_language, number_text
from mmdesk.ui.words import input_name

translate = QCoreApplication.translate

_NAMED = 6
_MOST_NAME = 24


def model_title(model: ShelfModel) -> str:
    """Its title, else the name of its file or folder."""
    return model.about.title.text(installed_language()) if model.about.title is not None else model.name


def model_sentence(model: ShelfModel) -> str:
    """Its sentence, else some of its classes; "" where they are not known."""
    if model.about.sentence is not None:
        return model.about.sentence.text(installed_language())
    if not model.labels:
        return ""
    names = ", ".join(_short(label) for label in model.labels[:_NAMED])
    count = number_text(len(model.labels), ",")
    if len(model.labels) <= _NAMED:
        return translate("Models", "Knows {count} classes: {names}.").format(count=count, names=names)
    return translate("Models", "Knows {count} classes: {names} …").format(count=count, names=names)


def calibration_note(model: ShelfModel | ModelState) -> str:
    """What is said of a model whose percentages mean less than one would think; "" of a calibrated one."""
    if model.calibrated:
        return ""
    return translate("Models", "Not calibrated: its percentages need not match how often it is right.")


def model_prompts(model: ShelfModel) -> list[str]:
    """What to try with it: its own prompts, else one for each of its inputs and one for a contradiction."""
    if model.about.prompts:
        return [one.text(installed_language()) for one in model.about.prompts]
    if not model.labels:
        return []
    label = _short(model.labels[0])
    words = translate("Models", "{input}: give it something of the class “{label}”.")
    prompts = [words.format(input=input_name(one), label=label) for one in model.inputs]
    if len(model.inputs) > 1:
        other = translate("Models", "Then let one input say “{label}”. Which one does it believe?")
        prompts.append(other.format(label=_short(model.labels[-1])))
    return prompts


def _short(label: str) -> str:
    return label if len(label) <= _MOST_NAME else label[: _MOST_NAME - 1] + "…"
