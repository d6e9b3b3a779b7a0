"""Comparisons of methods whose true accuracies are known: how often a difference that is none is called one.

`python -m tests.benchmarks.comparison_errors` prints the rates of false findings and the power.

Every sample is more or less difficult for all methods alike, a little more so for some, and answered with some luck of
the training. A split shifts the accuracy of every method, and so does the training's seed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

from mmdesk.evaluation.comparison_tests import SIGNIFICANCE, holm, judge

FUSIONS, SINGLES = 8, 3


@dataclass(frozen=True)
class Setting:
    """One kind of comparison.

    Attributes:
        seeds: Number of seeds.
        data: Samples in the data; a quarter is tested on, the rest trained and validated with.
        split_effect: Standard deviation of a method's accuracy over splits.
        seed_effect: The same over trainings on one split.
        shared: Share of the split's effect that its training samples make, each by itself: the overlap of two splits
            then carries it over in full, more than Nadeau and Bengio allow for.
        gain: What one of the fusion methods is better than all other methods.
        fixed: Whether all seeds have one split.
    """

    seeds: int = 10
    data: int = 876
    split_effect: float = 0.02
    seed_effect: float = 0.01
    shared: float = 0.0
    gain: float = 0.0
    fixed: bool = False
    accuracy: float = 0.85


def draw(setting: Setting, rng: np.random.Generator) -> list[np.ndarray]:
    """Return for each seed (K, N): whether each of 8 fusion methods and 3 single modalities is right."""
    methods, tested = FUSIONS + SINGLES, setting.data // 4
    common, own, luck = 1.0, 0.4, 0.4
    scale = np.sqrt(common**2 + own**2 + luck**2)
    difficulty, special = rng.normal(size=setting.data), rng.normal(size=(methods, setting.data))
    influence = rng.normal(size=(methods, setting.data))
    mean = np.full(methods, setting.accuracy)
    mean[0] += setting.gain
    found = []
    for seed in range(setting.seeds):
        if seed == 0 or not setting.fixed:
            order = rng.permutation(setting.data)
            test, fitted = order[:tested], order[tested:]
            inherited = influence[:, fitted].sum(axis=1) / np.sqrt(len(fitted))
            effect = np.sqrt(setting.shared) * inherited
            effect += np.sqrt(1 - setting.shared) * rng.normal(size=methods)
        shares = mean + setting.split_effect * effect + setting.seed_effect * rng.normal(size=methods)
        evidence = norm.ppf(np.clip(shares, 0.02, 0.995))[:, None] * scale
        noise = common * difficulty[test] + own * special[:, test] + luck * rng.normal(size=(methods, tested))
        found.append((evidence + noise > 0).astype(np.float64))
    return found


@dataclass(frozen=True)
class Found:
    """What one simulated comparison says.

    Attributes:
        rows: Share of the fusion methods called better or worse than a single modality fixed beforehand.
        any_row: Whether that is so of any of them.
        best: Whether the best fusion method is called better or worse than the best single modality.
        gain: Whether the one method that is better is found to be.
    """

    rows: float
    any_row: bool
    best: bool
    gain: bool


def compare(setting: Setting, rng: np.random.Generator) -> Found:
    """Draw one comparison and judge it."""
    right = draw(setting, rng)
    means = np.mean([one.mean(axis=1) for one in right], axis=0)
    ratio = 0.0 if setting.fixed else (setting.data // 4) / (setting.data - setting.data // 4)

    def family(reference: int) -> np.ndarray:
        raw = []
        for method in range(FUSIONS):
            samples = [one[method] - one[reference] for one in right]
            _, p_seeds, p_samples = judge(samples, one_split=setting.fixed, ratio=ratio)
            raw.append(max(p_seeds or 0.0, p_samples or 0.0))
        return np.array(holm(raw)) < SIGNIFICANCE

    beyond = family(FUSIONS)
    picked = family(FUSIONS + int(means[FUSIONS:].argmax()))
    best = bool(picked[means[:FUSIONS].argmax()])
    return Found(float(beyond.mean()), bool(beyond.any()), best, bool(beyond[0]) and means[0] > means[FUSIONS])


def rates(setting: Setting, repeats: int, seed: int = 0) -> dict[str, float]:
    """Return how often each statement of :class:`Found` is made."""
    rng = np.random.default_rng(seed)
    found = [compare(setting, rng) for _ in range(repeats)]
    return {name: float(np.mean([getattr(one, name) for one in found])) for name in ("rows", "any_row", "best", "gain")}
