"""Training embeddings as uncertain as those of new samples, so that a fusion learns whom to trust.

An encoder knows the samples that it was trained on. A fusion that learns from embeddings of these very samples finds
every input nearly certain, the weak ones too, and cannot learn which of them to believe where they disagree: it then
trusts an overfitted input as much as a good one. So in training each embedding is mixed with another sample's of the
same input, (1 - s) x + s x' under the class of x, where the other sample is drawn evenly, for every input by itself,
and s evenly from [0, λ].

Source: Verma et al., "Manifold Mixup: Better Representations by Interpolating Hidden States", ICML 2019, section 2.
Deviations, ours: the target is not mixed, since what an input is unsure of is its own class, which the other inputs
tell; every input is mixed with another sample; and each has a λ of its own. It is the one with which training samples
are as uncertain as validation samples, by the cross-entropy of a classifier that was fitted to neither: by the distance
to the mean of each class (Mensink et al., "Distance-Based Image Classification", IEEE Transactions on Pattern Analysis
and Machine Intelligence 35, 2013, section 3), a sample's own part in its mean left out, at the temperature that suits
the validation samples. An input whose encoder does as well on new samples has a λ of 0: nothing is mixed.

That yardstick is of no use for an input which says nothing by itself, and mixing would spoil what it says together with
others. So λ is 0, too, for an input that is worth more together with all others than by itself (ours). Worth is the
share of validation samples whose class most of their five nearest training samples have (Cover and Hart, "Nearest
Neighbor Pattern Classification", IEEE Transactions on Information Theory 13, 1967): with all inputs minus without the
one, and with the one alone minus with none. The difference of the two counts beyond two standard errors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from mmdesk.training.calibration import FEWEST, fit_temperature
from mmdesk.training.columns import Column
from mmdesk.training.samples import Batch, SplitData

_ROWS = 2_000
"""Rows at most on which the two uncertainties are compared, and that are embedded at a time."""
_STEPS = 10
_NEIGHBOURS = 5
_STREAM = 0x6D6978


class MixedColumn:
    """Embeddings of one input, mixed with others of it where rows are taken for training.

    Args:
        column: The embeddings.
        rows: How many it has.
        most: λ, the largest share of another one, in [0, 1].
    """

    def __init__(self, column: Column, rows: int, most: float) -> None:
        self._column, self._rows, self._most = column, rows, most

    def take(self, rows: Sequence[int], rng: np.random.Generator | None) -> tuple[Tensor, Tensor]:
        """Return embeddings (B, D) and presence (B,) bool; with ``rng`` varied and mixed. What is absent stays so."""
        given, present = self._column.take(rows, rng)
        if rng is None:
            return given, present
        other, there = self._column.take(rng.integers(self._rows, size=len(rows)).tolist(), rng)
        shares = torch.from_numpy(rng.uniform(0, self._most, size=len(rows))).to(given.dtype) * (present & there)
        return torch.lerp(given, other, shares.unsqueeze(1)), present


def mixed(split: SplitData, most: Sequence[float]) -> SplitData:
    """Return a split of embeddings as a fusion is to learn from it; ``most`` has the λ of each column."""
    columns = (
        MixedColumn(column, len(split), share) if share > 0 else column
        for column, share in zip(split.columns, most, strict=True)
    )
    return replace(split, columns=tuple(columns))


def mixing_shares(train: SplitData, validation: SplitData, class_count: int, seed: int) -> tuple[float, ...]:
    """Return the λ of each column, in [0, 1]; equal arguments give equal numbers.

    0 for an input that fewer than ten validation samples have, or that is worth more with the others than alone: what
    only several inputs say together is no uncertainty of one of them.

    Args:
        train: Embeddings of the samples that the encoders were trained on.
        validation: Embeddings of samples that they were not trained on.
        class_count: Number C of classes.
        seed: Of what is drawn.
    """
    means = _class_means(train, class_count)
    learnt = train.batch(_spread(len(train)))
    varied = train.batch(_spread(len(train)), np.random.default_rng((seed, _STREAM)))
    held_out = validation.batch(_spread(len(validation)))
    found = []
    together = _worth_more_together(learnt, held_out)
    for column, (centres, counts) in enumerate(means):
        there = held_out.present[:, column] & (counts[held_out.targets] > 0)
        # A sample that is the only one of its class has no mean but itself.
        usable = varied.present[:, column] & learnt.present[:, column] & (counts[learnt.targets] > 1)
        if together[column] or int(there.sum()) < FEWEST or not bool(usable.any()):
            found.append(0.0)
            continue
        known = _Known(
            varied.inputs[column][usable], learnt.inputs[column][usable], learnt.targets[usable], centres, counts
        )
        found.append(_share(known, held_out.inputs[column][there], held_out.targets[there], seed))
    return tuple(found)


class _Known(NamedTuple):
    """What one input's encoder was trained on.

    Attributes:
        embeddings: (n, D) as they are given in training, varied.
        clean: (n, D) as they stand in the means.
        targets: (n,) int64.
        centres: (C, D) means of the classes.
        counts: (C,) samples behind them.
    """

    embeddings: Tensor
    clean: Tensor
    targets: Tensor
    centres: Tensor
    counts: Tensor

    def scores(self, embeddings: Tensor) -> Tensor:
        """Return class scores (n, C) of these samples, whatever became of their embeddings, each left out itself."""
        counts = self.counts[self.targets].unsqueeze(1)
        others = (counts * self.centres[self.targets] - self.clean) / (counts - 1)
        own = -(embeddings - others).square().sum(1, keepdim=True)
        return _scores(embeddings, self.centres, self.counts).scatter(1, self.targets.unsqueeze(1), own)


def _share(known: _Known, held_out: Tensor, targets: Tensor, seed: int) -> float:
    rng = np.random.default_rng((seed, _STREAM, 1))
    other = known.embeddings[torch.from_numpy(rng.integers(len(known.targets), size=len(known.targets)))]
    shares = torch.from_numpy(rng.uniform(size=(len(known.targets), 1))).to(other.dtype)
    plain = known.scores(known.embeddings)
    # In units in which any encoder's distances suit the range of temperatures.
    unit = float(-plain.gather(1, known.targets.unsqueeze(1)).mean()) or 1.0
    scores = _scores(held_out, known.centres, known.counts) / unit
    unit *= fit_temperature(scores, targets)
    wanted = float(functional.cross_entropy(_scores(held_out, known.centres, known.counts) / unit, targets))

    def uncertainty(most: float) -> float:
        scores = known.scores(torch.lerp(known.embeddings, other, most * shares))
        return float(functional.cross_entropy(scores / unit, known.targets))

    low, high = 0.0, 1.0
    if uncertainty(low) >= wanted:
        return 0.0
    if uncertainty(high) <= wanted:
        return 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if uncertainty(middle) > wanted else (middle, high)
    return low


def _worth_more_together(train: Batch, validation: Batch) -> list[bool]:
    """Say of each column whether it is worth more with all others than alone, on the samples that have every input."""
    columns = [column for column in range(train.present.shape[1]) if bool(validation.present[:, column].any())]
    known, new = (batch.present[:, columns].all(1) for batch in (train, validation))
    if len(columns) < 2 or int(known.sum()) < _NEIGHBOURS or int(new.sum()) < FEWEST:
        return [False] * train.present.shape[1]
    targets, truth = train.targets[known], validation.targets[new]
    distances = {}
    for column in columns:
        apart = torch.cdist(validation.inputs[column][new], train.inputs[column][known]).square()
        distances[column] = apart / apart.mean().clamp(min=torch.finfo(apart.dtype).tiny)

    def right(apart: Tensor) -> Tensor:
        nearest = apart.topk(_NEIGHBOURS, largest=False).indices  # (n, 5)
        return (targets[nearest].mode(1).values == truth).double()

    every = torch.stack(list(distances.values())).sum(0)
    none = (targets.mode().values == truth).double()
    found = [False] * train.present.shape[1]
    for column, apart in distances.items():
        surplus = right(every) - right(every - apart) - (right(apart) - none)
        found[column] = float(surplus.mean()) > 2 * float(surplus.std()) / len(surplus) ** 0.5
    return found


def _class_means(train: SplitData, class_count: int) -> list[tuple[Tensor, Tensor]]:
    """Return for each column the means (C, D) and how many samples each class has (C,), of all clean rows."""
    sums: list[Tensor] = []
    counts = torch.zeros(len(train.columns), class_count)
    for rows in _parts(len(train)):
        batch = train.batch(rows)
        sums = sums or [given.new_zeros(class_count, given.shape[1]) for given in batch.inputs]
        for column, (total, given) in enumerate(zip(sums, batch.inputs, strict=True)):
            there = batch.present[:, column]
            total.index_add_(0, batch.targets[there], given[there])
            counts[column].index_add_(0, batch.targets[there], torch.ones(int(there.sum())))
    return [(total / count.clamp(min=1).unsqueeze(1), count) for total, count in zip(sums, counts, strict=True)]


def _scores(embeddings: Tensor, centres: Tensor, counts: Tensor) -> Tensor:
    """Return minus the squared distances (n, C) to the means; out of reach where a class has no sample."""
    distances = torch.cdist(embeddings, centres).square()
    return -distances.masked_fill(counts == 0, torch.finfo(distances.dtype).max / 1e8)


def _spread(count: int) -> list[int]:
    return torch.linspace(0, count - 1, min(count, _ROWS)).long().tolist()


def _parts(count: int) -> Iterator[range]:
    for start in range(0, count, _ROWS):
        yield range(start, min(start + _ROWS, count))
