"""Flip points in closed form against trying every weight, for every method that can be taken hold of."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.analysis.flip import flip_points
from mmdesk.models.fusion import FUSIONS, Fusion
from tests.analysis.brute_flip import WEIGHING, C, M, brute_force, planted


@torch.inference_mode()
def closed_form(
    fusion: Fusion, embeddings: Tensor, held: NDArray[np.float64] | None
) -> tuple[NDArray[np.float64], list[tuple[float, int] | None]]:
    """Return the weights in force and the flip points from there."""
    inputs = embeddings.shape[1]
    every = torch.ones(1, inputs, dtype=torch.bool)
    own = fusion(embeddings, every)
    alone = fusion.additive(fusion(embeddings.expand(inputs, -1, -1), torch.eye(inputs).bool()).logits)
    weights = own.weights[0].numpy() if held is None else held
    shown = fusion.blend(embeddings, every, torch.from_numpy(weights)[None]).logits
    found = flip_points(
        alone.numpy(), fusion.additive(own.logits)[0].numpy(), own.weights[0].numpy(), weights,
        every[0].numpy(), int(shown.argmax()),
    )  # fmt: skip
    return weights, found


def test_every_method_with_weights_is_compared() -> None:
    assert {name for name, found in FUSIONS.items() if found.weighs} == set(WEIGHING)


@pytest.mark.parametrize("kind", WEIGHING)
@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("inputs", [2, 3, 4])
def test_it_is_where_trying_every_weight_finds_it(kind: str, held: bool, inputs: int) -> None:
    flipped = 0
    for seed in range(15):
        fusion, embeddings = planted(kind, seed, inputs)
        chosen = np.random.default_rng(seed).dirichlet([1] * inputs) if held else None
        weights, found = closed_form(fusion, embeddings, chosen)
        assert len(found) == inputs
        for column in range(inputs):
            expected = brute_force(fusion, embeddings, weights, column, 2000)
            if expected is None:
                # Only what is narrower than the grid may be found beside it.
                if found[column] is not None:
                    assert brute_force(fusion, embeddings, weights, column, 200_000) is not None
                continue
            flipped += 1
            assert found[column] is not None
            at, label = found[column]
            assert abs(at - weights[column]) <= abs(expected[0] - weights[column]) + 1e-6
            if abs(at - expected[0]) > 1e-4:
                expected = brute_force(fusion, embeddings, weights, column, 200_000)
                assert expected is not None
            assert label == expected[1]
            assert at == pytest.approx(expected[0], abs=1e-4)
    assert flipped > 8 * inputs, "most of these moments are in conflict"


@pytest.mark.parametrize("kind", WEIGHING)
def test_taking_hold_without_moving_changes_no_probability(kind: str) -> None:
    for seed in range(50):
        fusion, embeddings = planted(kind, seed)
        fusion, embeddings = fusion.float(), embeddings.float()
        for present in (torch.tensor([[True, True, True]]), torch.tensor([[True, False, True]])):
            own = fusion(embeddings, present)
            held = fusion.blend(embeddings, present, own.weights / own.weights.sum())
            torch.testing.assert_close(held.logits.softmax(1), own.logits.softmax(1), atol=1e-5, rtol=0)
            torch.testing.assert_close(held.weights, own.weights)


def alone(*rows: tuple[int, float]) -> NDArray[np.float64]:
    """Scores (M, C) of inputs that each know one class."""
    scores = np.zeros((len(rows), C))
    for column, (label, size) in enumerate(rows):
        scores[column, label] = size
    return scores


def points(scores: NDArray[np.float64], weights: tuple[float, ...]) -> list[tuple[float, int] | None]:
    held = np.array(weights)
    mixed = held @ scores
    return flip_points(scores, mixed, held, held, held > 0, int(mixed.argmax()))


def test_two_that_conflict_flip_where_their_lines_cross() -> None:
    found = points(alone((3, 4.0), (0, 0.0), (9, 6.0)), (0.7, 0.0, 0.3))
    # 4 (1 - t) = 6 t
    assert found[2] == (pytest.approx(0.4), 9)
    assert found[0] == (pytest.approx(0.6), 9)
    assert found[1] is None, "what is absent cannot be moved"


def test_two_inputs_and_four_flip_where_their_lines_cross() -> None:
    # 4 (1 - t) = 6 t, and with t of the first 4 t = 6 (1 - t)
    assert points(alone((3, 4.0), (9, 6.0)), (0.7, 0.3)) == [(pytest.approx(0.6), 9), (pytest.approx(0.4), 9)]
    # The others keep 0.4 : 0.2 : 0.2 as the fourth grows, of which class 3 has 4 · 3/4: 3 (1 - t) = 6 t.
    four = points(alone((3, 4.0), (3, 4.0), (5, 1.0), (9, 6.0)), (0.4, 0.2, 0.2, 0.2))
    assert four[3] == (pytest.approx(1 / 3), 9)
    # Of the other two 1/3 each is left where the first has t: 4 t + 4 (1 - t) / 3 = 6 (1 - t) / 3.
    assert four[0] == (pytest.approx(1 / 7), 9)


def test_of_classes_that_overtake_together_the_one_that_rises_most_is_the_answer() -> None:
    scores = alone((3, 4.0), (0, 0.0), (9, 4.0))
    scores[2, 5] = 2.0
    scores[0, 5] = 2.0
    assert points(scores, (0.8, 0.0, 0.2))[2] == (pytest.approx(0.5), 9)


def test_nothing_flips_where_the_scores_are_the_same_all_the_way() -> None:
    assert points(np.ones((M, C)), (0.5, 0.2, 0.3)) == [None, None, None]
    assert points(alone((3, 4.0), (3, 2.0), (3, 1.0)), (0.5, 0.2, 0.3)) == [None, None, None]


def test_a_lead_that_is_only_rounding_is_none() -> None:
    scores = np.full((M, C), 7.0)
    scores[:, 4] += 1e-7
    scores[2, 8] += 2e-7
    assert points(scores, (0.5, 0.2, 0.3)) == [None, None, None]


def test_the_way_of_a_weight_that_has_everything_shares_the_rest_evenly() -> None:
    found = points(alone((3, 4.0), (5, 6.0), (5, 2.0)), (1.0, 0.0, 0.0))
    assert found[0] is None, "nothing else is there"
    scores = alone((3, 4.0), (5, 6.0), (5, 2.0))
    held = np.array([1.0, 0.0, 0.0])
    own = np.array([0.4, 0.3, 0.3])
    at = flip_points(scores, own @ scores, own, held, np.ones(M, dtype=bool), 3)[0]
    assert at == (pytest.approx(0.5), 5)  # 4 t = (6 + 2) / 2 · (1 - t)
