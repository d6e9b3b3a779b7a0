"""Shapley values and interactions against brute force, and their axioms."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from mmdesk.analysis.shapley import interactions, shapley_values
from mmdesk.core.insight import PAIRS, SUBSET_COUNT
from mmdesk.core.modality import MODALITIES
from mmdesk.models.fusion import FUSIONS

VALUES = arrays(np.float64, SUBSET_COUNT, elements=st.floats(-1e3, 1e3))


def by_orders(values: NDArray[np.float64]) -> list[float]:
    """The mean gain of each player over all orders of arrival: Shapley's own definition."""
    total = [0.0] * 3
    for order in itertools.permutations(range(3)):
        subset = 0
        for player in order:
            total[player] += values[subset | 1 << player] - values[subset]
            subset |= 1 << player
    return [each / math.factorial(3) for each in total]


def interaction_by_definition(values: NDArray[np.float64], one: int, other: int) -> float:
    third = 3 - one - other
    total = 0.0
    for size, rest in ((0, 0), (1, 1 << third)):
        share = math.factorial(size) * math.factorial(3 - size - 2) / math.factorial(3 - 2 + 1)
        both, first, second = rest | 1 << one | 1 << other, rest | 1 << one, rest | 1 << other
        total += share * (values[both] - values[first] - values[second] + values[rest])
    return total


@given(VALUES)
def test_shapley_values_are_the_mean_gain_over_all_orders(values: NDArray[np.float64]) -> None:
    found = shapley_values(values)
    np.testing.assert_allclose(found, by_orders(values), atol=1e-6)
    assert found.sum() == pytest.approx(values[-1] - values[0], abs=1e-6)


@given(VALUES)
def test_interactions_are_those_of_grabisch_and_roubens(values: NDArray[np.float64]) -> None:
    expected = [interaction_by_definition(values, a.column, b.column) for a, b in PAIRS]
    np.testing.assert_allclose(interactions(values), expected, atol=1e-6)


@given(VALUES, st.sampled_from(MODALITIES))
def test_what_changes_nothing_contributes_exactly_nothing(values: NDArray[np.float64], modality: object) -> None:
    column = MODALITIES.index(modality)
    subsets = np.arange(SUBSET_COUNT)
    deaf = values[subsets & ~(1 << column)]
    assert shapley_values(deaf)[column] == 0.0
    for place, pair in enumerate(PAIRS):
        if modality in pair:
            assert interactions(deaf)[place] == 0.0


@given(VALUES, VALUES)
def test_shapley_values_are_additive(one: NDArray[np.float64], other: NDArray[np.float64]) -> None:
    np.testing.assert_allclose(shapley_values(one + other), shapley_values(one) + shapley_values(other), atol=1e-6)


def test_batches_are_rows() -> None:
    values = np.random.default_rng(0).normal(size=(4, 5, SUBSET_COUNT))
    np.testing.assert_allclose(shapley_values(values)[2, 3], shapley_values(values[2, 3]))
    np.testing.assert_allclose(interactions(values)[2, 3], interactions(values[2, 3]))


def test_two_that_are_each_enough_are_redundant_and_two_that_need_each_other_are_synergetic() -> None:
    subsets = np.arange(SUBSET_COUNT)
    either = ((subsets & 0b011) > 0).astype(float)
    both = ((subsets & 0b011) == 0b011).astype(float)
    np.testing.assert_allclose(interactions(either), [-1, 0, 0])
    np.testing.assert_allclose(interactions(both), [1, 0, 0])


def test_a_wrong_number_of_subsets_is_refused() -> None:
    with pytest.raises(ValueError, match="one value for each of 8 subsets"):
        shapley_values(np.zeros(7))


@pytest.mark.parametrize("kind", [kind for kind in FUSIONS if kind != "unimodal"])
def test_random_heads(kind: str) -> None:
    """Must hold for every fusion method: the values come from real heads, the reference from single forward passes."""
    from mmdesk.analysis.subsets import Subsets

    torch.manual_seed(3)
    fusion = FUSIONS[kind](3, 8, 5).eval()
    for parameter in fusion.parameters():
        torch.nn.init.normal_(parameter, std=0.7)
    for seed in range(5):
        embeddings = torch.randn(1, 3, 8, generator=torch.Generator().manual_seed(seed))
        with torch.inference_mode():
            subsets = Subsets(embeddings, (True, True, True), MODALITIES)
            view = subsets.views([subsets.fuse(kind, fusion)], tuple("abcde"))[kind]
            answer = int(fusion(embeddings, torch.ones(1, 3, dtype=torch.bool)).logits.argmax())
            values = np.full(SUBSET_COUNT, 1 / 5)
            for subset in range(1, SUBSET_COUNT):
                present = torch.tensor([[bool(subset >> column & 1) for column in range(3)]])
                values[subset] = float(fusion(embeddings, present).logits.double().softmax(1)[0, answer])
        np.testing.assert_allclose(view.contributions, by_orders(values), atol=1e-6)
        assert view.contributions.sum() == pytest.approx(values[-1] - values[0], abs=1e-6)
