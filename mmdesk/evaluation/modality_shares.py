"""What each input contributes over a data set: Shapley shares, interactions, and the harm an input may do.

Source: Parcalabescu and Frank, "MM-SHAP: A Performance-agnostic Metric for Measuring Multimodal Contributions in
Vision and Language Models & Tasks", ACL 2023, section 3: a sample's share of an input is its absolute contribution over
the sum of all, and a data set's is the mean over samples. There contributions are sampled over tokens and patches; here
they are exact over whole inputs (`mmdesk.analysis.shapley`), of the probability of the class that the model answers.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import torch
from numpy.typing import NDArray

from mmdesk.analysis.shapley import interactions, shapley_values
from mmdesk.core.inputs import Input
from mmdesk.evaluation.embedded import Embedded, probabilities
from mmdesk.evaluation.intervals import mean_interval
from mmdesk.evaluation.modality_result import InputShare, Interaction, ModalityShares, Without
from mmdesk.models.fusion.base import Fusion

MOST_SAMPLES = 2000
"""All 2^M subsets of each sample go through the fusion; of a larger set that many are drawn."""
_MOST_INTERACTION = 2.0
_NOTHING = 1e-9


def modality_shares(fusion: Fusion, embedded: Embedded, *, seed: int = 0) -> ModalityShares | None:
    """Measure what each input contributes to a model's answers.

    Shares, interactions and the accuracies of subsets are of samples that have every input which any sample has, for an
    input that is missing cannot contribute. What happens without an input is of all samples that have it and another.

    Args:
        fusion: The model's.
        embedded: The test samples (N, M, D).
        seed: Of the draw from a set of more than `MOST_SAMPLES`.

    Returns:
        None where no sample has two inputs.
    """
    drawn = _drawn(embedded, seed)
    present = drawn.present.cpu().numpy()
    columns = [column for column in range(present.shape[1]) if present[:, column].any()]
    if len(columns) < 2 or not (present.sum(axis=1) > 1).any():
        return None
    inputs = tuple(drawn.inputs[column] for column in columns)
    table = np.stack([
        probabilities(fusion, drawn, [inputs[bit] for bit in range(len(inputs)) if subset >> bit & 1])
        for subset in range(1 << len(inputs))
    ])  # (2^M, N, C)  # fmt: skip
    targets = drawn.targets.cpu().numpy()
    complete = present[:, columns].all(axis=1)
    answers = table[-1].argmax(axis=1)
    values = np.take_along_axis(table, answers[None, :, None], axis=2)[..., 0].T[complete]  # (n, 2^M)
    right = _right(table, targets)  # (2^M, N)
    return ModalityShares(
        samples=int(complete.sum()),
        drawn_from=len(embedded) if len(drawn) < len(embedded) else None,
        chance=_chance(targets[complete], table.shape[2]),
        shares=_shares(inputs, values),
        interactions=_interactions(inputs, values),
        accuracies=tuple(float(row[complete].mean()) for row in right) if complete.any() else (),
        without=tuple(
            _without(right, present[:, columns], bit, inputs[bit].name)
            for bit in range(len(inputs))
            if _has_another(present[:, columns], bit).any()
        ),
    )


def _chance(targets: NDArray[np.int64], classes: int) -> float:
    """Return the accuracy of always giving the same answer, the best one."""
    return max(1 / classes, float(np.bincount(targets).max()) / len(targets)) if len(targets) else 1 / classes


def _drawn(embedded: Embedded, seed: int) -> Embedded:
    if len(embedded) <= MOST_SAMPLES:
        return embedded
    chosen = np.sort(np.random.default_rng(seed).choice(len(embedded), MOST_SAMPLES, replace=False))
    rows = torch.from_numpy(chosen).to(embedded.targets.device)
    return Embedded(embedded.embeddings[rows], embedded.present[rows], embedded.targets[rows], embedded.inputs)


def _right(table: NDArray[np.float64], targets: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the answer in each subset (2^M, N, C) is right; where several classes are level, there is none."""
    highest = table.max(axis=2, keepdims=True)
    alone = (table >= highest - _NOTHING).sum(axis=2) == 1
    return np.asarray((table.argmax(axis=2) == targets) & alone)


def _shares(inputs: tuple[Input, ...], values: NDArray[np.float64]) -> tuple[InputShare, ...]:
    sizes = np.abs(shapley_values(values))  # (n, M)
    total = sizes.sum(axis=1, keepdims=True)
    usable = total[:, 0] > _NOTHING
    if not usable.any():
        return ()
    shares = sizes[usable] / total[usable]
    return tuple(
        InputShare(one.name, float(shares[:, bit].mean()), mean_interval(shares[:, bit]))
        for bit, one in enumerate(inputs)
    )


def _interactions(inputs: tuple[Input, ...], values: NDArray[np.float64]) -> tuple[Interaction, ...]:
    if not len(values):
        return ()
    found = interactions(values)  # (n, P)
    worst, best = -_MOST_INTERACTION, _MOST_INTERACTION
    return tuple(
        Interaction(
            (one.name, other.name),
            float(found[:, pair].mean()),
            mean_interval(found[:, pair], worst, best),
        )
        for pair, (one, other) in enumerate(combinations(inputs, 2))
    )


def _has_another(present: NDArray[np.bool_], bit: int) -> NDArray[np.bool_]:
    return np.asarray(present[:, bit] & (present.sum(axis=1) > 1))


def _without(right: NDArray[np.bool_], present: NDArray[np.bool_], bit: int, name: str) -> Without:
    """Compare the same samples with and without an input: a paired difference, so that its interval is narrow."""
    rows = _has_another(present, bit)
    every = len(right) - 1
    with_it = right[every][rows].astype(np.float64)
    without_it = right[every ^ (1 << bit)][rows].astype(np.float64)
    gains = with_it - without_it
    return Without(
        input=name,
        samples=int(rows.sum()),
        accuracy_with=float(with_it.mean()),
        accuracy_without=float(without_it.mean()),
        gain=float(gains.mean()),
        interval=mean_interval(gains, -1.0, 1.0),
    )
