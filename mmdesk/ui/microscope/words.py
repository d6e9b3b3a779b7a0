"""What the microscope sees, in the words of the chosen language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.insight import Insight, MethodView, Relation
from mmdesk.core.verdict import HonestyClaim, HonestyKind, RelationClaim, relation_claim, spared, weaker
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

_SEVERAL = QT_TRANSLATE_NOOP(
    "Microscope", "Each of these alone gives this answer: {names}. The others alone say nothing."
)
_MOST = QT_TRANSLATE_NOOP("Microscope", "Most of the support for this answer comes from one input: {names}.")
_TOGETHER = QT_TRANSLATE_NOOP("Microscope", "{one} and {other} are worth more together.")
_REPEAT = QT_TRANSLATE_NOOP("Microscope", "{one} and {other} repeat each other.")
_CHANGING = QT_TRANSLATE_NOOP("Microscope", "changing")
_CHANGES = QT_TRANSLATE_NOOP("Microscope", "How the inputs stand to each other keeps changing.")
_MATCHES = QT_TRANSLATE_NOOP("Microscope", "The weights match what mattered.")
_HONESTY = {
    HonestyKind.MATCH: _MATCHES,
    HonestyKind.MORE_WEIGHT: QT_TRANSLATE_NOOP("Microscope", "{name} has more weight than effect."),
    HonestyKind.LESS_WEIGHT: QT_TRANSLATE_NOOP("Microscope", "{name} has more effect than weight."),
    HonestyKind.IDLE: QT_TRANSLATE_NOOP("Microscope", "{name} has weight, but removing it changes nothing."),
    HonestyKind.NO_WEIGHTS: QT_TRANSLATE_NOOP("Microscope", "Nothing to compare: this method has no weights."),
    HonestyKind.ONE_INPUT: QT_TRANSLATE_NOOP("Microscope", "Nothing to compare: only one input is present."),
    HonestyKind.NO_EFFECT: QT_TRANSLATE_NOOP("Microscope", "Nothing to compare: no input changes the answer."),
    HonestyKind.HARDLY: QT_TRANSLATE_NOOP("Microscope", "The inputs hardly contradict each other."),
    HonestyKind.PARTLY: QT_TRANSLATE_NOOP("Microscope", "The inputs contradict each other in part of what they claim."),
    HonestyKind.MOSTLY: QT_TRANSLATE_NOOP("Microscope", "The inputs contradict each other in most of what they claim."),
}
_HONESTY_CHANGES = QT_TRANSLATE_NOOP("Microscope", "Whether the weights match what mattered keeps changing.")
_CONFLICT_CHANGES = QT_TRANSLATE_NOOP("Microscope", "How far the inputs contradict each other keeps changing.")


def _translated(text: object) -> str:
    # The stubs call a marked text an object.
    return QCoreApplication.translate("Microscope", str(text))


def relation_words(relation: Relation | None) -> str:
    """How the inputs stand to each other, in a word or two; None is told of what keeps changing."""
    return _translated(_CHANGING if relation is None else _RELATIONS[relation])


def relation_sentence(claim: RelationClaim | None) -> str:
    """What that means, or which two inputs repeat each other or are worth more together, in a sentence."""
    if claim is None:
        return _translated(_CHANGES)
    if claim.pair is not None:
        one, other = (input_name(name) for name in claim.pair)
        return _translated(_TOGETHER if claim.synergy else _REPEAT).format(one=one, other=other)
    words = _MOST if claim.relation is Relation.DOMINATE else _SEVERAL if claim.names else _TIPS[claim.relation]
    return _translated(words).format(names=", ".join(input_name(name) for name in claim.names))


def relation_tip(view: MethodView) -> str:
    """What the relation means, in a sentence that holds for this very answer."""
    claim = relation_claim(view)
    return relation_sentence(weaker(claim) or claim)


def honesty_sentence(claim: HonestyClaim | None, insight: Insight) -> str:
    """Whether the weights tell what mattered, without figures; None is told of what keeps changing."""
    if claim is None:
        doubts = insight.honesty is None and insight.shown.doubt is not None
        return _translated(_CONFLICT_CHANGES if doubts else _HONESTY_CHANGES)
    return _translated(_HONESTY[claim.kind]).format(name=input_name(claim.name) if claim.name else "")


def honesty_words(insight: Insight) -> str:
    """Whether the weights tell what mattered, with figures, or what a method without weights says of its doubt.

    Empty where there is nothing to compare and nothing said.
    """
    honesty, view = insight.honesty, insight.shown
    if honesty is None or view.weights is None:
        return doubt_words(view)
    if honesty.disagreeing is None:
        return _translated(_MATCHES)
    index = view.inputs.index(honesty.disagreeing)
    weight, share = float(view.weights[index]), honesty.shares[index]
    if weight <= share:
        words = QT_TRANSLATE_NOOP("Microscope", "{name} has only {weight} of the weight, but {share} of the effect.")
    elif spared(view, honesty.disagreeing):
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


def contribution_words(contribution: float) -> str:
    """A contribution to the answer's probability: "+48 points", "−3 points", "0 points"."""
    points = round(100 * contribution)
    number = f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"
    return _translated(QT_TRANSLATE_NOOP("Microscope", "{number} points")).format(number=number)


def effect_words(contribution: float) -> str:
    """The same for an audience: "helped +48%", "misled −3%", "helped 0%"."""
    points = round(100 * contribution)
    size = percent(abs(points) / 100)
    if points < 0:
        return _translated(QT_TRANSLATE_NOOP("Microscope", "misled {share}")).format(share=f"−{size}")
    return _translated(QT_TRANSLATE_NOOP("Microscope", "helped {share}")).format(share=f"+{size}" if points else size)
