"""Contributions and weights, taken apart into what they are computed from."""

from __future__ import annotations

from math import factorial

import numpy as np
import pytest

from mmdesk.core.contribution_sum import contribution_sum
from mmdesk.core.insight import MethodView, Relation
from mmdesk.core.weight_sum import WeightRule, weights_by_hand

NAMES = ("front", "side", "microphone", "title", "body")
CLASSES = 4


def view(count: int, absent: tuple[int, ...] = ()) -> MethodView:
    """Random probabilities; a subset's are those of what of it is present."""
    rng = np.random.default_rng(count)
    rows = rng.dirichlet(np.ones(CLASSES), 1 << count).astype(np.float32)
    rows[0] = 1 / CLASSES
    gone = sum(1 << index for index in absent)
    probabilities = np.stack([rows[subset & ~gone] for subset in range(1 << count)])
    present = tuple(index not in absent for index in range(count))
    contributions = np.zeros(count)
    answer = int(probabilities[-1].argmax())
    for index in range(count):
        for subset in range(1 << count):
            if not subset >> index & 1:
                size = subset.bit_count()
                share = factorial(size) * factorial(count - size - 1) / factorial(count)
                gain = float(probabilities[subset | 1 << index, answer]) - float(probabilities[subset, answer])
                contributions[index] += share * gain
    pairs = np.zeros(count * (count - 1) // 2)
    return MethodView(
        "late", tuple("abcd"), NAMES[:count], present, probabilities, None, contributions, pairs, Relation.ALONE
    )


@pytest.mark.parametrize("count", range(1, 6))
def test_a_contribution_is_the_mean_gain_over_all_orders(count: int) -> None:
    seen = view(count)
    for index, name in enumerate(seen.inputs):
        found = contribution_sum(seen, name)
        assert found is not None
        assert found.orders == factorial(count)
        assert len(found.arrivals) == 1 << (count - 1)
        assert found.label == seen.outcome.label
        assert found.arrivals[0].before == pytest.approx(1 / CLASSES)
        assert found.value == pytest.approx(seen.contributions[index], abs=1e-7)


def test_an_absent_input_is_in_no_order() -> None:
    seen = view(4, absent=(1,))
    assert contribution_sum(seen, "side") is None
    found = contribution_sum(seen, "title")
    assert found is not None
    assert found.orders == 6
    assert all("side" not in each.others for each in found.arrivals)
    assert found.value == pytest.approx(seen.contributions[3], abs=1e-7)


def test_weights_by_hand_are_shares_of_what_is_present() -> None:
    found = weights_by_hand((0.5, 0.3, 0.2), (True, False, True))
    assert found.rule is WeightRule.BY_HAND
    assert [found.weight(index) for index in range(3)] == pytest.approx([5 / 7, 0, 2 / 7])
    nothing = weights_by_hand((0.0, 1.0, 0.0), (True, False, True))
    assert nothing.rule is WeightRule.EVEN
    assert [nothing.weight(index) for index in range(3)] == [0.5, 0.0, 0.5]
