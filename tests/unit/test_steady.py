"""What is said stays as long as it is true, and no longer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import pytest

from mmdesk.core.steady import AT_ONCE, HOLD_S, SteadyClaim

TICK_S = 0.1


def said(moments: Iterable[tuple[str, str]], claim: SteadyClaim[str] | None = None) -> list[str | None]:
    """What is said at each moment, ten times a second: the claim that fits best, and all that are true."""
    claim = claim or SteadyClaim()
    found = []
    for number, (wanted, true) in enumerate(moments):
        if number == 0:
            claim.settle(wanted)
        claim.take(number * TICK_S, wanted, lambda each, true=true: each in true)
        found.append(claim.claim)
    return found


def test_what_is_still_true_stays_though_another_fits_better() -> None:
    assert set(said([("a", "a"), *[("b", "ab"), ("a", "ab")] * 30])) == {"a"}


def test_what_has_been_better_for_a_second_takes_its_place() -> None:
    found = said([("a", "a"), *[("b", "ab")] * 30])
    assert found.index("b") == 1 + round(HOLD_S / TICK_S)
    assert set(found[found.index("b") :]) == {"b"}


def test_what_has_become_untrue_is_gone_at_once() -> None:
    assert said([("a", "a"), ("b", "b"), ("b", "b")]) == ["a", "b", "b"]


def test_where_nothing_stays_true_it_says_so_until_something_does() -> None:
    found = said([*[("a", "a"), ("b", "b")] * 20, *[("c", "c")] * 15])
    assert found[: AT_ONCE + 2] == ["a", "b", "a", None]
    assert set(found[AT_ONCE + 1 : 40]) == {None}
    assert found[-1] == "c"
    assert found.index("c") == 40 + round(HOLD_S / TICK_S)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_comes_it_is_never_untrue_and_seldom_changes(seed: int) -> None:
    chance = np.random.default_rng(seed)
    calm = chance.uniform(0.3, 1.0)
    moments: list[tuple[str, str]] = []
    for _ in range(600):
        if moments and chance.random() < calm:
            moments.append(moments[-1])
            continue
        true = "".join(each for each in "abcd" if chance.random() < 0.5) or "a"
        moments.append((true[int(chance.integers(len(true)))], true))
    found = said(moments)
    assert all(each is None or each in true for each, (_, true) in zip(found, moments, strict=True))
    changes = sum(one != other for one, other in pairwise(found))
    assert changes <= 2 * len(moments) * TICK_S / HOLD_S + AT_ONCE + 1
