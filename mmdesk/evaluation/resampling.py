"""Scores of resampled test samples, many resamples at once: what the bootstrap of every score is made of.

A resample of N samples is a row of N counts, how often each sample was drawn; every score here is a function of such
rows, so that nothing is sorted or counted anew for each.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_CELLS = 4_000_000
"""Counts held at a time: 32 MB."""


def resamples(n: int, count: int, seed: int) -> Iterator[Floats]:
    """Yield ``count`` resamples of ``n`` samples in parts (R, N), R x N at most 4 million."""
    rng = np.random.default_rng(seed)
    part = max(1, _CELLS // n)
    for begin in range(0, count, part):
        size = min(part, count - begin)
        yield rng.multinomial(n, np.full(n, 1 / n), size=size).astype(np.float64)


def class_averages(drawn: Floats, truth: Ints, named: Ints, classes: int) -> dict[str, Floats]:
    """Return the averages over classes and each class's F1.

    Args:
        drawn: (R, N) resamples.
        truth: (N,) true classes.
        named: (N,) named classes, -1 where none is.
        classes: Their number C.

    Returns:
        ``precision_macro``, ``recall_macro``, ``f1_macro`` over the classes that the resample holds, the same with
        ``weighted``, each (R,), and ``f1`` (R, C), NaN where a resample does not hold the class.
    """
    every = np.arange(classes)
    own, asked = np.equal.outer(truth, every).astype(np.float64), np.equal.outer(named, every).astype(np.float64)
    support, answers, right = drawn @ own, drawn @ asked, drawn @ (own * asked)
    held = support > 0
    scores = {
        "precision": right / np.maximum(answers, 1),
        "recall": right / np.maximum(support, 1),
        "f1": 2 * right / np.maximum(support + answers, 1),
    }
    found = {"f1": np.where(held, scores["f1"], np.nan)}
    for name, score in scores.items():
        found[f"{name}_macro"] = (score * held).sum(axis=1) / held.sum(axis=1)
        found[f"{name}_weighted"] = (score * support).sum(axis=1) / support.sum(axis=1)
    return found


def calibration_error(drawn: Floats, bins: Ints, confidence: Floats, right: NDArray[np.bool_], count: int) -> Floats:
    """Return the expected calibration error (R,) of resamples of the answered samples; NaN where one holds none.

    Args:
        drawn: (R, N) resamples.
        bins: (N,) bin of each answer.
        confidence: (N,) probability of the named class.
        right: (N,) whether it is the true one.
        count: Number of bins.
    """
    member = np.equal.outer(bins, np.arange(count)).astype(np.float64)  # (N, bins)
    gaps = np.abs(drawn @ (member * (right - confidence)[:, None])).sum(axis=1)
    totals = drawn.sum(axis=1)
    return np.where(totals > 0, gaps / np.maximum(totals, 1), np.nan)


def calibration_by_chance(bins: Ints, confidence: Floats, count: int, draws: int, seed: int) -> float:
    """Return the 95th percentile of the calibration error of a perfectly calibrated model.

    Its answers are right with just the probability they claim: consistency resampling (Bröcker and Smith, "Increasing
    the Reliability of Reliability Diagrams", Weather and Forecasting 22, 2007).

    Args:
        bins: (N,) bin of each answer, N at least 1.
        confidence: (N,) probability of the named class.
        count: Number of bins.
        draws: How many sets of answers are drawn.
        seed: Of the draws.
    """
    rng = np.random.default_rng(seed)
    member = np.equal.outer(bins, np.arange(count)).astype(np.float64)
    part = max(1, _CELLS // len(bins))
    errors = []
    for begin in range(0, draws, part):
        size = (min(part, draws - begin), len(bins))
        gaps = (rng.uniform(size=size) < confidence) - confidence
        errors.append(np.abs(gaps @ member).sum(axis=1) / len(bins))
    return float(np.percentile(np.concatenate(errors), 95))


def auc(drawn: Floats, own: NDArray[np.bool_], score: Floats) -> Floats:
    """Return the area under the ROC curve (R,) of a class; NaN where a resample lacks samples or counter-samples.

    Args:
        drawn: (R, N) resamples.
        own: (N,) whether the sample is of the class.
        score: (N,) its probability.
    """
    _, rank = np.unique(score, return_inverse=True)
    order = np.argsort(rank, kind="stable")
    starts = np.flatnonzero(np.diff(rank[order], prepend=-1))
    positive = np.add.reduceat((drawn * own)[:, order], starts, axis=1)
    negative = np.add.reduceat((drawn * ~own)[:, order], starts, axis=1)
    below = np.cumsum(negative, axis=1) - negative / 2  # ties count half
    pairs = positive.sum(axis=1) * negative.sum(axis=1)
    return np.where(pairs > 0, (positive * below).sum(axis=1) / np.maximum(pairs, 1), np.nan)
