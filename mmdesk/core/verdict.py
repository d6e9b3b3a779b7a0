"""What is said of one answer: how its inputs stand to each other, and whether the weights tell what mattered.

A claim is a sentence without its figures. Which one fits an answer best is decided by narrow rules, and whether one is
still true of another answer by somewhat wider ones: between the two it may stay where it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from mmdesk.core.insight import KNOWS, Insight, MethodView, Relation, certainty

SURE = 0.5
"""Probability from which an input alone is sure."""
SURER = 0.4
"""How far it must also be from a guess (0) towards certainty (1): with two classes, probability 0.7."""
DOMINANT_SHARE = 2 / 3
"""Share of what speaks for the answer from which one input dominates."""
LEAST_INTERACTION = 0.05
"""Interaction of a pair from which it is said."""
CHANGES_NOTHING = 0.005
"""Change of the answer's probability that no rounded number shows."""

KNOWS_SLACK, SURE_SLACK = 0.04, 0.08
"""How far a certainty may pass its limit before what was said is untrue."""
STILL_DOMINANT, STILL_SHARED = 0.6, 0.72
"""Share of one input down to which it still dominates, and up to which the answer is still one of several."""
STILL_MATCHES, STILL_PARTED = 0.7, 0.8
"""Agreement of weights and effects down to which they still match, and up to which they are still told apart."""
LEAST_PART = 0.05
"""Difference of a weight and a share of the effect down to which one is called the larger."""


@dataclass(frozen=True, slots=True)
class RelationClaim:
    """How the inputs stand to each other.

    Attributes:
        relation: In a word.
        names: The inputs that the sentence names: those that alone give the answer where not all do, or the one that
            dominates.
        pair: Two inputs that are worth more together, or that repeat each other; None where neither is worth saying.
        synergy: Whether the pair is worth more together.
    """

    relation: Relation
    names: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
    synergy: bool = False


class HonestyKind(StrEnum):
    """What is said of weights and effects, or of contradiction where a method has no weights but tells its doubt."""

    MATCH = "match"
    MORE_WEIGHT = "more weight"
    LESS_WEIGHT = "less weight"
    IDLE = "idle"
    NO_WEIGHTS = "no weights"
    ONE_INPUT = "one input"
    NO_EFFECT = "no effect"
    HARDLY = "hardly contradicted"
    PARTLY = "partly contradicted"
    MOSTLY = "mostly contradicted"


PARTED = frozenset({HonestyKind.MORE_WEIGHT, HonestyKind.LESS_WEIGHT, HonestyKind.IDLE, HonestyKind.MOSTLY})
"""What is worth being said loudly."""
_CONFLICTS = {HonestyKind.HARDLY: (0.0, 0.15), HonestyKind.PARTLY: (0.05, 0.6), HonestyKind.MOSTLY: (0.5, 1.0)}
"""Between which conflicts each is true."""
_MOSTLY, _HARDLY = 0.55, 0.1
"""Conflict from which the inputs contradict each other in most of what they claim, and below which hardly."""


@dataclass(frozen=True, slots=True)
class HonestyClaim:
    """Whether the weights tell what mattered.

    Attributes:
        kind: What is said.
        name: The input that it is said of, or empty.
    """

    kind: HonestyKind
    name: str = ""


# --- how the inputs stand to each other -----------------------------------------------------------------------------


def relation_claim(view: MethodView) -> RelationClaim:
    """Return what fits an answer best."""
    answer, here = view.outcome.label, [name for name in view.inputs if view.has(name)]
    claim = RelationClaim(view.relation)
    agreeing = tuple(name for name in here if view.says(name) == answer)
    if view.relation is Relation.AGREE and len(agreeing) < len(here):
        claim = replace(claim, names=agreeing)
    if view.relation is Relation.DOMINATE:
        claim = replace(claim, names=(view.inputs[int(view.contributions.argmax())],))
    if view.relation not in (Relation.AGREE, Relation.COMPLEMENT) or not view.pairs:
        return claim
    if view.relation is Relation.AGREE and not claim.names and (view.interactions < -LEAST_INTERACTION).all():
        return claim  # that each alone gives the answer says it
    strongest = int(abs(view.interactions).argmax())
    paired = replace(claim, pair=view.pairs[strongest], synergy=bool(view.interactions[strongest] > 0))
    return paired if _pair_holds(paired, view, LEAST_INTERACTION, KNOWS) else claim


def relation_holds(claim: RelationClaim, view: MethodView) -> bool:
    """Return whether a claim is still true of an answer."""
    here = [name for name in view.inputs if view.has(name)]
    if len(here) < 2 or claim.relation is Relation.ALONE:
        return len(here) < 2 and claim.relation is Relation.ALONE
    if claim.relation is Relation.CONFLICT:
        return _conflict(view, -SURE_SLACK)
    if _conflict(view, SURE_SLACK) or not set(claim.names) <= set(here):
        return False
    answer, sure = view.outcome.label, certainty(view.outcome.confidence, len(view.labels))
    if claim.relation is Relation.UNSURE:
        return not answer or sure < KNOWS + KNOWS_SLACK
    paired = claim.pair is None or _pair_holds(claim, view, LEAST_INTERACTION / 2, KNOWS - KNOWS_SLACK)
    if not answer or sure < KNOWS - KNOWS_SLACK or not paired:
        return False
    return _agreement_holds(claim, view, here) if claim.relation is Relation.AGREE else _shares_hold(claim, view)


def weaker(claim: RelationClaim) -> RelationClaim | None:
    """Return a claim that says less and may still be true; None where there is none."""
    return None if claim.pair is None else replace(claim, pair=None, synergy=False)


def _agreement_holds(claim: RelationClaim, view: MethodView, here: list[str]) -> bool:
    answer, agreeing = view.outcome.label, claim.names or tuple(here)
    others = [name for name in here if name not in agreeing]
    return (
        len(agreeing) >= 2
        and bool(others) == bool(claim.names)
        and all(_says(view, name, KNOWS - KNOWS_SLACK) == answer for name in agreeing)
        and not any(_says(view, name, KNOWS + KNOWS_SLACK) for name in others)
    )


def _shares_hold(claim: RelationClaim, view: MethodView) -> bool:
    """Whether one input still dominates, or several still make the answer together."""
    speaking_for = view.contributions.clip(min=0.0)
    largest = float(speaking_for.max()) / max(float(speaking_for.sum()), 1e-9)
    if claim.relation is Relation.DOMINATE:
        return claim.names[0] == view.inputs[int(speaking_for.argmax())] and largest >= STILL_DOMINANT
    return 0.0 < largest <= STILL_SHARED


def _pair_holds(claim: RelationClaim, view: MethodView, least: float, knows: float) -> bool:
    if claim.pair not in view.pairs:
        return False
    interaction = float(view.interactions[view.pairs.index(claim.pair)])
    if claim.synergy:
        return interaction >= least
    return interaction <= -least and all(_says(view, name, knows) == view.outcome.label != "" for name in claim.pair)


def _says(view: MethodView, name: str, least: float) -> str:
    """The answer of one input alone if it is that certain, else nothing."""
    alone = view.alone(name)
    if alone is None or certainty(alone.confidence, len(view.labels)) < least:
        return ""
    return alone.label


def _conflict(view: MethodView, slack: float) -> bool:
    """Whether two inputs are each sure of different answers, by a limit that is moved by some certainty."""
    guess = 1 / len(view.labels)
    least = max(SURER, (SURE - guess) / (1 - guess)) + slack
    return len({_says(view, name, least) for name in view.inputs if view.has(name)} - {""}) > 1


# --- whether the weights tell what mattered -------------------------------------------------------------------------


def honesty_claim(insight: Insight) -> HonestyClaim:
    """Return what fits an answer best."""
    view, honesty = insight.shown, insight.honesty
    if honesty is None or view.weights is None:
        if sum(view.present) < 2 and (view.weights is not None or view.doubt is not None):
            return HonestyClaim(HonestyKind.ONE_INPUT)
        if view.doubt is not None:
            return HonestyClaim(_contradiction(view.doubt.conflict))
        return HonestyClaim(HonestyKind.NO_WEIGHTS if view.weights is None else HonestyKind.NO_EFFECT)
    name = honesty.disagreeing
    if name is None:
        return HonestyClaim(HonestyKind.MATCH)
    index = view.inputs.index(name)
    if view.weights[index] <= honesty.shares[index]:
        return HonestyClaim(HonestyKind.LESS_WEIGHT, name)
    return HonestyClaim(HonestyKind.IDLE if spared(view, name) else HonestyKind.MORE_WEIGHT, name)


def _contradiction(conflict: float) -> HonestyKind:
    if conflict >= _MOSTLY:
        return HonestyKind.MOSTLY
    return HonestyKind.HARDLY if conflict < _HARDLY else HonestyKind.PARTLY


def honesty_holds(claim: HonestyClaim, insight: Insight) -> bool:
    """Return whether a claim is still true of an answer."""
    view, honesty = insight.shown, insight.honesty
    if claim.kind in _CONFLICTS:
        least, most = _CONFLICTS[claim.kind]
        known = honesty is None and view.doubt is not None and sum(view.present) > 1
        return known and view.doubt is not None and least <= view.doubt.conflict <= most
    if honesty is None or view.weights is None or claim.kind in (
        HonestyKind.NO_WEIGHTS, HonestyKind.ONE_INPUT, HonestyKind.NO_EFFECT,
    ):  # fmt: skip
        return claim == honesty_claim(insight)
    if claim.kind is HonestyKind.MATCH:
        return honesty.agreement >= STILL_MATCHES
    if honesty.agreement > STILL_PARTED or not view.has(claim.name):
        return False
    index = view.inputs.index(claim.name)
    more = float(view.weights[index]) - honesty.shares[index]
    if claim.kind is HonestyKind.LESS_WEIGHT:
        return more <= -LEAST_PART
    return more >= LEAST_PART and (claim.kind is HonestyKind.MORE_WEIGHT or spared(view, claim.name))


def spared(view: MethodView, name: str) -> bool:
    """Return whether the answer stays the same without an input, and as sure as a rounded number tells."""
    without = view.without(name)
    same = without is not None and without.label == view.outcome.label != ""
    return same and without is not None and abs(without.confidence - view.outcome.confidence) < CHANGES_NOTHING
