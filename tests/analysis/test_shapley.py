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
from mmdesk.analysis.subsets import Subsets
from mmdesk.models.fusion import FUSIONS

COUNTS = range(1, 6)


def values_of(count: int) -> st.SearchStrategy[NDArray[np.float64]]:
    """A value for each subset of so many inputs."""
    return arrays(np.float64, 1 << count, elements=st.floats(-1e3, 1e3))


VALUES = st.sampled_from(COUNTS).flatmap(values_of)


def count_of(values: NDArray[np.float64]) -> int:
    return int(np.log2(len(values)))


def by_orders(values: NDArray[np.float64]) -> list[float]:
    """The mean gain of each player over all orders of arrival: Shapley's own definition."""
    count = count_of(values)
    total = [0.0] * count
    for order in itertools.permutations(range(count)):
        subset = 0
        for player in order:
            total[player] += values[subset | 1 << player] - values[subset]
            subset |= 1 << player
    return [each / math.factorial(count) for each in total]


def interactions_by_orders(values: NDArray[np.float64]) -> list[float]:
    """The mean gain of two that arrive as one beyond theirs apart, over all orders of them and the rest.

    That is the interaction index in Grabisch and Roubens' own reading: the two are one player among M - 1.
    """
    count, found = count_of(values), []
    for one, other in itertools.combinations(range(count), 2):
        both = 1 << one | 1 << other
        total = 0.0
        players = [1 << each for each in range(count) if each not in (one, other)] + [both]
        for order in itertools.permutations(players):
            before = sum(order[: order.index(both)])
            total += values[before | both] - values[before | 1 << one] - values[before | 1 << other] + values[before]
        found.append(total / math.factorial(count - 1))
    return found


@pytest.mark.parametrize("count", COUNTS)
@given(data=st.data())
def test_shapley_values_are_the_mean_gain_over_all_orders(count: int, data: st.DataObject) -> None:
    values = data.draw(values_of(count))
    found = shapley_values(values)
    assert found.shape == (count,)
    np.testing.assert_allclose(found, by_orders(values), atol=1e-6)
    assert found.sum() == pytest.approx(values[-1] - values[0], abs=1e-6)


@pytest.mark.parametrize("count", COUNTS)
@given(data=st.data())
def test_interactions_are_those_of_grabisch_and_roubens(count: int, data: st.DataObject) -> None:
    values = data.draw(values_of(count))
    found = interactions(values)
    assert found.shape == (count * (count - 1) // 2,)
    np.testing.assert_allclose(found, interactions_by_orders(values), atol=1e-6)


@given(VALUES, st.data())
def test_what_changes_nothing_contributes_exactly_nothing(values: NDArray[np.float64], data: st.DataObject) -> None:
    count = count_of(values)
    column = data.draw(st.integers(0, count - 1))
    deaf = values[np.arange(len(values)) & ~(1 << column)]
    assert shapley_values(deaf)[column] == 0.0
    for found, pair in zip(interactions(deaf), itertools.combinations(range(count), 2), strict=True):
        if column in pair:
            assert found == 0.0


@given(VALUES, st.integers(0, 1000))
def test_shapley_values_are_additive(one: NDArray[np.float64], seed: int) -> None:
    other = np.random.default_rng(seed).normal(scale=100, size=len(one))
    np.testing.assert_allclose(shapley_values(one + other), shapley_values(one) + shapley_values(other), atol=1e-6)


@pytest.mark.parametrize("count", COUNTS)
def test_batches_are_rows(count: int) -> None:
    values = np.random.default_rng(0).normal(size=(4, 5, 1 << count))
    np.testing.assert_allclose(shapley_values(values)[2, 3], shapley_values(values[2, 3]))
    np.testing.assert_allclose(interactions(values)[2, 3], interactions(values[2, 3]))


def test_two_that_are_each_enough_are_redundant_and_two_that_need_each_other_are_synergetic() -> None:
    subsets = np.arange(8)
    either = ((subsets & 0b011) > 0).astype(float)
    both = ((subsets & 0b011) == 0b011).astype(float)
    np.testing.assert_allclose(interactions(either), [-1, 0, 0])
    np.testing.assert_allclose(interactions(both), [1, 0, 0])


@pytest.mark.parametrize("subsets", [0, 1, 7, 12, 64])
def test_a_wrong_number_of_subsets_is_refused(subsets: int) -> None:
    for asked in (shapley_values, interactions):
        with pytest.raises(ValueError, match="one value per subset of 1 to 5 inputs"):
            asked(np.zeros(subsets))


@pytest.mark.parametrize("kind", [kind for kind in FUSIONS if kind != "unimodal"])
@pytest.mark.parametrize("count", COUNTS)
def test_random_heads(kind: str, count: int) -> None:
    """Must hold for every fusion method: the values come from real heads, the reference from single forward passes."""
    torch.manual_seed(3)
    # In double precision: batches of other shapes round differently, and large scores make more of it.
    fusion = FUSIONS[kind](count, 8, 5).double().eval()
    for parameter in fusion.parameters():
        torch.nn.init.normal_(parameter, std=0.7)
    for seed in range(3):
        generator = torch.Generator().manual_seed(seed)
        embeddings = torch.randn(1, count, 8, generator=generator, dtype=torch.float64)
        with torch.inference_mode():
            subsets = Subsets(embeddings, (True,) * count, tuple("abcde"[:count]))
            view = subsets.views([subsets.fuse(kind, fusion)], tuple("vwxyz"))[kind]
            answer = int(fusion(embeddings, torch.ones(1, count, dtype=torch.bool)).logits.argmax())
            values = np.full(1 << count, 1 / 5)
            for subset in range(1, len(values)):
                present = torch.tensor([[bool(subset >> column & 1) for column in range(count)]])
                values[subset] = float(fusion(embeddings, present).logits.double().softmax(1)[0, answer])
        np.testing.assert_allclose(view.contributions, by_orders(values), atol=1e-6)
        np.testing.assert_allclose(view.interactions, interactions_by_orders(values), atol=1e-6)
        assert view.contributions.sum() == pytest.approx(values[-1] - values[0], abs=1e-6)


def test_an_absent_input_changes_no_subset() -> None:
    torch.manual_seed(4)
    fusion = FUSIONS["attention_gate"](5, 8, 4).eval()
    embeddings, here = torch.randn(1, 5, 8), (True, False, True, True, False)
    with torch.inference_mode():
        subsets = Subsets(embeddings, here, tuple("abcde"))
        view = subsets.views([subsets.fuse("attention_gate", fusion)], tuple("wxyz"))["attention_gate"]
    assert len(subsets.mask) == 7, "2^3 subsets of what is there, without the empty one"
    assert view.present == here
    numbers = np.arange(32)
    np.testing.assert_array_equal(view.probabilities, view.probabilities[numbers & 0b01101])
    assert view.contributions[[1, 4]].tolist() == [0.0, 0.0]
    assert view.weights is not None
    assert view.weights[[1, 4]].tolist() == [0.0, 0.0]
