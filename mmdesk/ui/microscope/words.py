"""What the microscope sees, in the words of the chosen language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.insight import Honesty, Relation
from mmdesk.core.modality import Modality
from mmdesk.ui.words import modality_name, percent

_RELATIONS = {
    Relation.ALONE: QT_TRANSLATE_NOOP("Microscope", "one alone"),
    Relation.AGREE: QT_TRANSLATE_NOOP("Microscope", "agreement"),
    Relation.COMPLEMENT: QT_TRANSLATE_NOOP("Microscope", "together"),
    Relation.DOMINATE: QT_TRANSLATE_NOOP("Microscope", "one dominates"),
    Relation.CONFLICT: QT_TRANSLATE_NOOP("Microscope", "conflict"),
}
_TIPS = {
    Relation.ALONE: QT_TRANSLATE_NOOP("Microscope", "Only one input is there."),
    Relation.AGREE: QT_TRANSLATE_NOOP("Microscope", "Each input alone gives this answer."),
    Relation.COMPLEMENT: QT_TRANSLATE_NOOP("Microscope", "The answer comes from several inputs together."),
    Relation.DOMINATE: QT_TRANSLATE_NOOP("Microscope", "One input makes at least two thirds of the answer."),
    Relation.CONFLICT: QT_TRANSLATE_NOOP("Microscope", "Two inputs, each alone, are sure of different answers."),
}

LEAST_INTERACTION = 0.05
"""Interaction of a pair from which it is said."""


def _translated(text: object) -> str:
    # The stubs call a marked text an object.
    return QCoreApplication.translate("Microscope", str(text))


def relation_words(relation: Relation) -> str:
    """How the inputs stand to each other, in a word or two."""
    return _translated(_RELATIONS[relation])


def relation_tip(relation: Relation) -> str:
    """What that means, in a sentence."""
    return _translated(_TIPS[relation])


def honesty_words(honesty: Honesty) -> str:
    """Whether the weights tell what mattered, in a sentence."""
    parting = honesty.parting
    if parting is None:
        return _translated(QT_TRANSLATE_NOOP("Microscope", "The weights tell what mattered."))
    name = modality_name(parting.modality)
    weight, share = percent(parting.weight), percent(parting.share)
    if parting.weight > parting.share and not parting.decides and abs(parting.contribution) < 0.02:
        words = QT_TRANSLATE_NOOP("Microscope", "{name} has {weight} of the weight; removing it changes nothing.")
    elif parting.weight > parting.share:
        words = QT_TRANSLATE_NOOP(
            "Microscope", "{name} has {weight} of the weight, but makes only {share} of the answer."
        )
    else:
        words = QT_TRANSLATE_NOOP(
            "Microscope", "{name} has only {weight} of the weight, but makes {share} of the answer."
        )
    return _translated(words).format(name=name, weight=weight, share=share)


def pair_words(pair: tuple[Modality, Modality], interaction: float) -> str:
    """Whether two inputs tell the same or are worth more together; empty where neither is so."""
    if abs(interaction) < LEAST_INTERACTION:
        return ""
    if interaction < 0:
        words = QT_TRANSLATE_NOOP("Microscope", "{one} and {other} tell the same")
    else:
        words = QT_TRANSLATE_NOOP("Microscope", "{one} and {other} are worth more together")
    return _translated(words).format(one=modality_name(pair[0]), other=modality_name(pair[1]))


def contribution_words(contribution: float) -> str:
    """A contribution to the answer's probability: "+48 points", "−3 points", "0 points"."""
    points = round(100 * contribution)
    number = f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"
    return _translated(QT_TRANSLATE_NOOP("Microscope", "{number} points")).format(number=number)
