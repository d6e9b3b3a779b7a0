"""How modalities stand to each other, on planted probabilities."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mmdesk.analysis.relation import relations
from mmdesk.analysis.shapley import interactions, shapley_values
from mmdesk.core.insight import KNOWS, ROUNDING, MethodView, Relation

EVERY = (True, True, True)
NAMES = ("front", "side", "sound", "text", "pulse")
Says = tuple[int, float]


def row(label: int, sure: float, classes: int) -> list[float]:
    return [sure if each == label else (1 - sure) / (classes - 1) for each in range(classes)]


def view(
    alone: list[Says | None], joint: Says, *, pairs: dict[int, Says] | None = None, classes: int = 10
) -> MethodView:
    """What is said alone, together, and by pairs (subsets 3, 5, 6: as all together, unless given)."""
    present = [said is not None for said in alone]
    rows = np.full((1 << len(alone), classes), 1 / classes)
    for subset in range(1, len(rows)):
        here = [column for column in range(len(alone)) if subset >> column & 1 and present[column]]
        if len(here) == 1:
            rows[subset] = row(*(alone[here[0]] or joint), classes)
        elif here:
            rows[subset] = row(*(pairs or {}).get(subset, joint), classes)
    values = rows[:, int(rows[-1].argmax())]
    contributions = shapley_values(values)
    kind = relations(rows[None].astype(np.float32), contributions[None], tuple(present))[0]
    labels = tuple(str(index) for index in range(classes))
    probabilities, together = rows.astype(np.float32), interactions(values)
    names = NAMES[: len(alone)]
    return MethodView("planted", labels, names, tuple(present), probabilities, None, contributions, together, kind)


def test_two_that_are_sure_of_different_answers_are_in_conflict() -> None:
    assert view([(3, 0.9), (3, 0.9), (9, 0.9)], (3, 0.6)).relation is Relation.CONFLICT
    # Three that contradict each other may leave the answer no better than a guess.
    assert view([(0, 0.9), (1, 0.9), (2, 0.9)], (0, 1 / 3), classes=3).relation is Relation.CONFLICT


def test_what_is_silent_contradicts_nobody_and_agrees_with_nobody() -> None:
    silent = (7, 0.15)
    two = view([(3, 0.9), silent, (3, 0.9)], (3, 0.95), pairs={3: (3, 0.9), 6: (3, 0.9)})
    assert two.relation is Relation.AGREE
    assert [two.says(name) for name in two.inputs] == ["3", "", "3"]
    one = view([silent, (7, 0.15), (3, 0.99)], (3, 0.99), pairs={3: (7, 0.15)})
    assert one.relation is Relation.DOMINATE
    assert [two.says(name) == "" for name in two.inputs] == [False, True, False]


def test_one_sure_input_beside_two_that_know_nothing_is_no_agreement_though_they_would_name_its_class() -> None:
    dominated = view([(4, 0.15), (4, 0.15), (4, 0.99)], (4, 0.99), pairs={3: (4, 0.17)})
    shares = dominated.contributions / dominated.contributions.sum()
    assert shares == pytest.approx([0.03, 0.03, 0.94], abs=0.02)
    assert dominated.relation is Relation.DOMINATE


@pytest.mark.parametrize("label", range(3))
@pytest.mark.parametrize("classes", [3, 10])
def test_where_nobody_knows_anything_there_is_neither_agreement_nor_answer(label: int, classes: int) -> None:
    guess = (label, 1 / classes)
    nothing = view([guess, guess, guess], guess, classes=classes)
    assert nothing.relation is Relation.UNSURE
    assert nothing.outcome.label == ""
    hardly = (label, 1 / classes + 0.1)
    assert view([hardly, hardly, hardly], hardly, classes=classes).relation is Relation.UNSURE


def test_a_tie_has_no_winner() -> None:
    tied = np.full((1, 8, 4), 0.05, np.float32)
    tied[:, :, 1] = tied[:, :, 2] = 0.45
    tied[:, 0] = 0.25
    kinds = relations(tied, shapley_values(tied[:, :, 1]), EVERY)
    assert kinds == [Relation.UNSURE]


def test_with_two_classes_more_is_needed_to_be_sure() -> None:
    assert view([(0, 0.6), None, (1, 0.6)], (0, 0.62), classes=2).relation is not Relation.CONFLICT
    assert view([(0, 0.8), None, (1, 0.8)], (0, 0.62), classes=2).relation is Relation.CONFLICT


def test_dominance_counts_only_what_speaks_for_the_answer() -> None:
    # Alone the picture knows nothing, but it takes away from whatever it joins.
    against = view([(5, 0.3), (7, 0.12), (3, 0.9)], (3, 0.5), pairs={6: (3, 0.9), 3: (5, 0.3), 5: (3, 0.45)})
    assert against.contributions[0] < -0.1
    assert against.relation is Relation.DOMINATE
    assert against.contributions.argmax() == 2


def test_several_that_only_together_know_complement_each_other() -> None:
    silent = (5, 0.12)
    together = view([silent, silent, silent], (3, 0.9), pairs={3: silent, 5: silent, 6: silent})
    assert together.relation is Relation.COMPLEMENT


def test_one_alone_is_called_so() -> None:
    assert view([None, (3, 0.9), None], (3, 0.9)).relation is Relation.ALONE


def test_weakly_the_same_is_agreement_unless_one_makes_the_answer() -> None:
    even = view([(3, 0.4), (3, 0.4), (3, 0.4)], (3, 0.8), pairs={3: (3, 0.6), 5: (3, 0.6), 6: (3, 0.6)})
    assert even.relation is Relation.AGREE
    uneven = view([(3, 0.3), (3, 0.3), (3, 0.95)], (3, 0.96), pairs={3: (3, 0.35)})
    assert uneven.relation is Relation.DOMINATE


def test_two_inputs_are_related_by_the_same_rules() -> None:
    assert view([(3, 0.9), (9, 0.9)], (3, 0.6)).relation is Relation.CONFLICT
    assert view([(3, 0.9), (3, 0.9)], (3, 0.95)).relation is Relation.AGREE
    assert view([(3, 0.9), (7, 0.12)], (3, 0.9)).relation is Relation.DOMINATE
    assert view([(7, 0.12), (7, 0.12)], (3, 0.9)).relation is Relation.COMPLEMENT
    assert view([(3, 0.12), (3, 0.12)], (3, 0.12)).relation is Relation.UNSURE
    assert view([None, (3, 0.9)], (3, 0.9)).relation is Relation.ALONE
    assert view([(3, 0.9)], (3, 0.9)).relation is Relation.ALONE


def test_four_and_five_inputs_are_related_by_the_same_rules() -> None:
    sure, silent = (3, 0.9), (7, 0.12)
    for extra in ([], [silent], [None]):
        assert view([sure, silent, sure, (9, 0.9), *extra], sure).relation is Relation.CONFLICT
        assert view([sure, sure, sure, silent, *extra], sure).relation is Relation.AGREE
        assert view([silent, silent, silent, silent, *extra], sure).relation is Relation.COMPLEMENT
        # Whatever does not hold the fourth knows nothing.
        without = {subset: silent for subset in range(1 << 5) if not subset & 8}
        only = view([silent, silent, silent, sure, *extra], sure, pairs=without)
        assert only.relation is Relation.DOMINATE
        assert only.contributions[3] == pytest.approx(only.contributions.sum(), abs=0.01)
        assert only.inputs[int(only.contributions.argmax())] == "text"


def test_a_view_is_asked_by_the_names_of_its_inputs() -> None:
    four = view([(3, 0.9), None, (9, 0.4), (3, 0.8)], (3, 0.95), pairs={0b1100: (9, 0.5), 0b1110: (9, 0.5)})
    first, second, third, fourth = four.inputs
    assert four.pairs[:3] == ((first, second), (first, third), (first, fourth))
    assert four.pairs[3:] == ((second, third), (second, fourth), (third, fourth))
    outcomes = [four.alone(name) for name in four.inputs]
    assert [outcome and outcome.label for outcome in outcomes] == ["3", None, "9", "3"]
    assert [outcome and outcome.label for outcome in map(four.without, four.inputs)] == ["9", None, "3", "3"]
    assert [four.has(name) for name in (*four.inputs, "smell")] == [True, False, True, True, False]
    assert [four.contribution(name) for name in four.inputs] == four.contributions.tolist()
    assert four.contribution("smell") == 0.0
    assert four.without("smell") is None
    assert four.says("smell") == ""
    assert four.weight("front") is None, "it has no weights"
    weighed = replace(four, weights=np.array([0.5, 0, 0.25, 0.25], np.float32))
    assert [weighed.weight(name) for name in ("sound", "smell")] == [0.25, 0.0]


def test_what_says_something_for_the_badge_says_it_for_the_sentence() -> None:
    """At the very edge of knowing too, where rounding decides."""
    knowing = 0.5 + KNOWS / 2
    for edge in (-2 * ROUNDING, -ROUNDING / 4, 0.0, 2 * ROUNDING):
        share = knowing + edge
        alone = np.array([share, 1 - share])
        probabilities = np.array([[[0.5, 0.5], alone, alone, [0.9, 0.1]]], dtype=np.float64)
        contributions = np.array([[0.2, 0.2]])
        (relation,) = relations(probabilities, contributions, (True, True))
        seen = MethodView(
            fusion="late", labels=("a", "b"), inputs=("x", "y"), present=(True, True), probabilities=probabilities[0],
            weights=None, contributions=contributions[0], interactions=np.zeros(1), relation=relation,
        )  # fmt: skip
        assert (relation is Relation.AGREE) == (seen.says("x") == seen.says("y") == "a"), edge
