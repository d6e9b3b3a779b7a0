"""How modalities stand to each other, on planted probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from mmdesk.analysis.relation import relations
from mmdesk.analysis.shapley import interactions, shapley_values
from mmdesk.core.insight import EVERYTHING, MethodView, Relation
from mmdesk.core.modality import MODALITIES

EVERY = (True, True, True)
Says = tuple[int, float]


def row(label: int, sure: float, classes: int) -> list[float]:
    return [sure if each == label else (1 - sure) / (classes - 1) for each in range(classes)]


def view(
    alone: list[Says | None], joint: Says, *, pairs: dict[int, Says] | None = None, classes: int = 10
) -> MethodView:
    """What is said alone, together, and by pairs (subsets 3, 5, 6: as all together, unless given)."""
    present = [said is not None for said in alone]
    rows = np.full((8, classes), 1 / classes)
    for subset in range(1, 8):
        here = [column for column in range(3) if subset >> column & 1 and present[column]]
        if len(here) == 1:
            rows[subset] = row(*(alone[here[0]] or joint), classes)
        elif here:
            rows[subset] = row(*(pairs or {}).get(subset, joint), classes)
    values = rows[:, int(rows[EVERYTHING].argmax())]
    contributions = shapley_values(values)
    image, audio, text = present
    kind = relations(rows[None].astype(np.float32), contributions[None], (image, audio, text))[0]
    labels = tuple(str(place) for place in range(classes))
    probabilities, together = rows.astype(np.float32), interactions(values)
    return MethodView("planted", labels, (image, audio, text), probabilities, None, contributions, together, kind)


def test_two_that_are_sure_of_different_answers_are_in_conflict() -> None:
    assert view([(3, 0.9), (3, 0.9), (9, 0.9)], (3, 0.6)).relation is Relation.CONFLICT
    # Three that contradict each other may leave the answer no better than a guess.
    assert view([(0, 0.9), (1, 0.9), (2, 0.9)], (0, 1 / 3), classes=3).relation is Relation.CONFLICT


def test_what_is_silent_contradicts_nobody_and_agrees_with_nobody() -> None:
    silent = (7, 0.15)
    two = view([(3, 0.9), silent, (3, 0.9)], (3, 0.95), pairs={3: (3, 0.9), 6: (3, 0.9)})
    assert two.relation is Relation.AGREE
    assert [two.says(modality) for modality in MODALITIES] == ["3", "", "3"]
    one = view([silent, (7, 0.15), (3, 0.99)], (3, 0.99), pairs={3: (7, 0.15)})
    assert one.relation is Relation.DOMINATE
    assert [two.says(modality) == "" for modality in MODALITIES] == [False, True, False]


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
