"""What the microscope sees, in the words of the chosen language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.insight import Insight, MethodView, Relation
from mmdesk.ui.words import input_name, percent

_RELATIONS = {
    Relation.ALONE: QT_TRANSLATE_NOOP("Microscope", "one alone"),
    Relation.AGREE: QT_TRANSLATE_NOOP("Microscope", "agreement"),
    Relation.COMPLEMENT: QT_TRANSLATE_NOOP("Microscope", "together"),
    Relation.DOMINATE: QT_TRANSLATE_NOOP("Microscope", "one dominates"),
    Relation.CONFLICT: QT_TRANSLATE_NOOP("Microscope", "conflict"),
    Relation.UNSURE: QT_TRANSLATE_NOOP("Microscope", "unsure"),
}
_TIPS = {
    Relation.ALONE: QT_TRANSLATE_NOOP("Microscope", "Only one input is present."),
    Relation.AGREE: QT_TRANSLATE_NOOP("Microscope", "Each input alone gives this answer."),
    Relation.COMPLEMENT: QT_TRANSLATE_NOOP("Microscope", "The answer comes from several inputs together."),
    Relation.CONFLICT: QT_TRANSLATE_NOOP("Microscope", "Two inputs are each sure of a different answer."),
    Relation.UNSURE: QT_TRANSLATE_NOOP("Microscope", "No answer stands out: this is little more than a guess."),
}

LEAST_INTERACTION = 0.05
"""Interaction of a pair from which it is said."""
CHANGES_NOTHING = 0.005
"""Change of the answer's probability that no rounded number shows."""


def _translated(text: object) -> str:
    # The stubs call a marked text an object.
    return QCoreApplication.translate("Microscope", str(text))


def relation_words(relation: Relation) -> str:
    """How the inputs stand to each other, in a word or two."""
    return _translated(_RELATIONS[relation])


def relation_tip(view: MethodView) -> str:
    """What that means, in a sentence that holds for this very answer."""
    answer, here = view.outcome.label, [name for name in view.inputs if view.has(name)]
    agreeing = [input_name(name) for name in here if view.says(name) == answer]
    if view.relation is Relation.AGREE and len(agreeing) < len(here):
        words = QT_TRANSLATE_NOOP(
            "Microscope", "Each of these alone gives this answer: {names}. The others alone say nothing."
        )
        return _translated(words).format(names=", ".join(agreeing))
    if view.relation is Relation.DOMINATE:
        words = QT_TRANSLATE_NOOP(
            "Microscope", "At least two thirds of the support for this answer comes from one input: {name}."
        )
        return _translated(words).format(name=input_name(view.inputs[view.contributions.argmax()]))
    return _translated(_TIPS[view.relation])


def honesty_words(insight: Insight) -> str:
    """Whether the weights tell what mattered, in a sentence, or what a method without weights says of its doubt.

    Empty where there is nothing to compare and nothing said.
    """
    honesty, view = insight.honesty, insight.shown
    if honesty is None or view.weights is None:
        return doubt_words(view)
    if honesty.disagreeing is None:
        return _translated(QT_TRANSLATE_NOOP("Microscope", "The weights match what mattered."))
    index = view.inputs.index(honesty.disagreeing)
    weight, share = float(view.weights[index]), honesty.shares[index]
    without = view.without(honesty.disagreeing)
    spared = without is not None and without.label == view.outcome.label != ""
    if weight <= share:
        words = QT_TRANSLATE_NOOP("Microscope", "{name} has only {weight} of the weight, but {share} of the effect.")
    elif spared and without is not None and abs(without.confidence - view.outcome.confidence) < CHANGES_NOTHING:
        words = QT_TRANSLATE_NOOP("Microscope", "{name} has {weight} of the weight, but removing it changes nothing.")
    else:
        words = QT_TRANSLATE_NOOP("Microscope", "{name} has {weight} of the weight, but only {share} of the effect.")
    return _translated(words).format(name=input_name(honesty.disagreeing), weight=percent(weight), share=percent(share))


def doubt_words(view: MethodView) -> str:
    """How far the inputs contradict each other, and what all leave open; empty for a method that does not tell."""
    if view.doubt is None:
        return ""
    if sum(view.present) < 2:
        words = QT_TRANSLATE_NOOP("Microscope", "By its own account the input leaves {open} open.")
    else:
        words = QT_TRANSLATE_NOOP(
            "Microscope",
            "Conflict: the inputs contradict each other in {conflict} of what they claim. {open} stays open.",
        )
    return _translated(words).format(conflict=percent(view.doubt.conflict), open=percent(view.doubt.joint))


def unsure_words(shares: Sequence[float]) -> str:
    """What one input or several leave open by their own account, in a few words."""
    words = _translated(QT_TRANSLATE_NOOP("Microscope", "unsure {share}"))
    return words.format(share=" · ".join(percent(share) for share in shares))


def doubt_tip() -> str:
    """What conflict and uncertainty are, in one sentence with the exact terms."""
    words = QT_TRANSLATE_NOOP(
        "Microscope",
        "Subjective logic: each input spreads belief over the classes and leaves the rest open (uncertainty mass); the "
        "conflict is the belief that Dempster's rule must drop because inputs contradict each other.",
    )
    return _translated(words)


def agreement_tip() -> str:
    """What the honesty meter's number is, in one sentence with the exact term."""
    words = QT_TRANSLATE_NOOP(
        "Microscope",
        "Agreement of weights and contributions: with all weights fixed, does each input move the class scores as "
        "much as its weight says?",
    )
    return _translated(words)


def pair_words(view: MethodView) -> str:
    """Which two inputs tell the same or are worth more together; empty where neither is worth saying."""
    if not view.pairs:
        return ""
    strongest = int(abs(view.interactions).argmax())
    one, other = view.pairs[strongest]
    interaction = float(view.interactions[strongest])
    if abs(interaction) < LEAST_INTERACTION:
        return ""
    if interaction > 0:
        words = QT_TRANSLATE_NOOP("Microscope", "{one} and {other} are worth more together.")
    elif view.says(one) == view.says(other) == view.outcome.label != "":
        words = QT_TRANSLATE_NOOP("Microscope", "{one} and {other} repeat each other.")
    else:
        return ""
    return _translated(words).format(one=input_name(one), other=input_name(other))


def contribution_words(contribution: float) -> str:
    """A contribution to the answer's probability: "+48 points", "−3 points", "0 points"."""
    points = round(100 * contribution)
    number = f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"
    return _translated(QT_TRANSLATE_NOOP("Microscope", "{number} points")).format(number=number)
