"""What a comparison can find: its power against simulation, and what it would take."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mmdesk.evaluation.comparison_power import WANTED, Noise, findings, noise_of
from mmdesk.evaluation.comparison_result import CLEAN, Role
from tests.evaluation.planted import planted_comparison

NOISE = Noise(seeds=10, tested=219, sampling=0.024**2, rest=0.02**2, ratio=1 / 3, one_split=False, methods=8)


def test_more_of_everything_finds_more() -> None:
    gains = [NOISE.power(gain) for gain in (0.01, 0.03, 0.06, 0.1, 0.2)]
    assert gains == sorted(gains)
    assert gains[-1] > 0.99
    assert replace(NOISE, seeds=20).power(0.06) > NOISE.power(0.06)
    assert NOISE.with_samples(500, steadier=False).power(0.06) > NOISE.power(0.06)
    assert NOISE.with_samples(500, steadier=True).power(0.06) > NOISE.with_samples(500, steadier=False).power(0.06)
    assert replace(NOISE, methods=1).power(0.06) > NOISE.power(0.06)


def test_power_is_that_of_simulated_t_tests() -> None:
    """Differences drawn as dependent as the test allows for: the reckoned power, or a little more."""
    from scipy.stats import t

    rng = np.random.default_rng(0)
    variance = NOISE.sampling + NOISE.rest
    for gain in (0.06, 0.1, 0.14):
        common = rng.normal(0, np.sqrt(NOISE.ratio * variance), size=4000)
        draws = gain + common[:, None] + rng.normal(0, np.sqrt(variance), size=(4000, 10))
        statistic = draws.mean(axis=1) / np.sqrt((0.1 + NOISE.ratio) * draws.var(axis=1, ddof=1))
        found = float((statistic > t.isf(0.05 / 8 / 2, 9)).mean())
        assert NOISE.power(gain) <= found + 0.03
        if gain >= 0.1:
            assert NOISE.power(gain) == pytest.approx(found, abs=0.05)


def test_what_is_said_to_be_needed_is_enough_and_no_more() -> None:
    for one in findings(NOISE, observed=0.1):
        if one.seeds is not None:
            assert replace(NOISE, seeds=one.seeds).power(one.gain) >= WANTED
            assert one.seeds == 2 or replace(NOISE, seeds=one.seeds - 1).power(one.gain) < WANTED
        assert one.samples is not None
        if one.found < WANTED:
            assert NOISE.with_samples(one.samples, steadier=True).power(one.gain) >= WANTED
    assert [one.gain for one in findings(NOISE, observed=-0.1)] == [0.03, 0.06, 0.1]
    assert [one.gain for one in findings(NOISE, observed=0.004)] == [0.03, 0.06]


def test_one_seed_says_nothing_about_seeds() -> None:
    alone = replace(NOISE, seeds=1, one_split=True, rest=0.0, ratio=0.0)
    for one in findings(alone):
        assert one.seeds is one.seeds_alone is None
        assert one.samples is not None


def test_the_noise_of_a_planted_comparison() -> None:
    result = planted_comparison()
    fusions = [method.kind for method in result.of_role(Role.FUSION)]
    noise = noise_of(result, CLEAN, "image_only", fusions)
    assert (noise.seeds, noise.tested, noise.methods, noise.one_split) == (5, 300, 4, False)
    assert 0 < noise.sampling < 0.04**2
    assert noise.rest >= 0
    same = noise_of(result, CLEAN, "late", ["late"])
    assert same.sampling > 0, "no difference at all is no certainty"
    fixed = planted_comparison(n=100, seeds=(0, 1), fixed=True)
    assert noise_of(fixed, CLEAN, "late", ["deep"]).ratio == 0.0
