"""Known samples against unknown ones: what a model claims to recognise although it does not know it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from mmdesk.core.errors import DatasetError, Finding
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.evaluation.confidence import Unknowns
from mmdesk.evaluation.embedded import Embedded, probabilities
from mmdesk.evaluation.selective import told_apart
from mmdesk.models.classifier import FusionClassifier
from mmdesk.training.columns import ComputedColumn, LiveColumn, Storing, Tick, stored, unvaried
from mmdesk.training.dataset import Dataset
from mmdesk.training.samples import Samples, embedding_column

_NAMED = 3


class _Judged(NamedTuple):
    """One input of N samples: embeddings (N, D), recognised (N,) bool, scores (N,) or None, there (N,) bool."""

    embeddings: Tensor
    recognised: Tensor
    scores: Tensor | None
    there: Tensor


def check_unknowns(unknowns: Dataset, labels: Sequence[str]) -> None:
    """Refuse a folder of unknown samples that holds classes of the model.

    Raises:
        DatasetError: With the classes that it knows.
    """
    known = [label for label in unknowns.labels if label in labels]
    if known:
        named = ", ".join(known[:_NAMED]) + (", …" if len(known) > _NAMED else "")
        problem = Problem("evaluation.unknowns_known", labels=named)
        raise DatasetError(str(unknowns.root), [Finding("", 0, problem)])


def judge_unknowns(
    classifier: FusionClassifier,
    samples: Samples,
    indices: Sequence[int],
    unknowns: Dataset,
    device: torch.device,
    tick: Tick,
) -> tuple[Unknowns, ...]:
    """Measure each input by the score that its rule reads, and the answer by its largest probability.

    Args:
        classifier: On the device.
        samples: The known ones.
        indices: Which of them are measured.
        unknowns: See `check_unknowns`.
        device: Where to compute.
        tick: Told the share that is done; may raise to stop.
    """
    strange = Samples(unknowns, (*classifier.labels, *unknowns.labels))
    others = range(len(unknowns.samples))
    pairs = [
        (
            _judged(classifier, samples, indices, one, device, tick),
            _judged(classifier, strange, others, one, device, tick),
        )
        for one in classifier.inputs
    ]
    found = []
    for one, (mine, theirs) in zip(classifier.inputs, pairs, strict=True):
        if bool(mine.there.any()) and bool(theirs.there.any()):
            area = None
            if mine.scores is not None and theirs.scores is not None:
                area = told_apart(mine.scores[mine.there].numpy(), theirs.scores[theirs.there].numpy())
            found.append(_unknowns(one.name, mine.recognised, mine.there, theirs.recognised, theirs.there, area))
    fused = [[pair[side] for pair in pairs] for side in (0, 1)]
    confidences, recognised, there = [], [], []
    for side in fused:
        present = torch.stack([one.recognised for one in side], 1)
        rows = Embedded(
            torch.stack([one.embeddings for one in side], 1),
            present,
            torch.zeros(len(present), dtype=torch.int64),
            classifier.inputs,
        )
        anything = present.any(dim=1)
        sure = probabilities(classifier.fusion, rows).max(axis=1)
        confidences.append(np.where(anything.numpy(), sure, 0.0))
        recognised.append(anything)
        there.append(torch.stack([one.there for one in side], 1).any(dim=1))
    area = told_apart(confidences[0][there[0].numpy()], confidences[1][there[1].numpy()])
    return (*found, _unknowns("all inputs", recognised[0], there[0], recognised[1], there[1], area))


def _unknowns(
    name: str, known: Tensor, known_there: Tensor, unknown: Tensor, unknown_there: Tensor, area: float | None
) -> Unknowns:
    mine, theirs = known[known_there].double(), unknown[unknown_there].double()
    return Unknowns(name, len(mine), len(theirs), area, float(1 - mine.mean()), float(theirs.mean()))


def _judged(
    classifier: FusionClassifier, samples: Samples, indices: Sequence[int], one: Input, device: torch.device, tick: Tick
) -> _Judged:
    encoder = classifier.encoder(one.name)
    if one not in samples.dataset.inputs:
        nothing = torch.zeros(len(indices), dtype=torch.bool)
        return _Judged(torch.zeros(len(indices), encoder.dim), nothing, None, nothing)
    storing = Storing(unvaried, (False,), 0, device, tick)
    column = embedding_column(samples, indices, one, encoder, storing)
    embeddings, recognised = column.copies[0], column.present[0]
    there = torch.tensor([samples.has(index, one) for index in indices], dtype=torch.bool)

    def score(batch: Tensor) -> Tensor:
        output = encoder(batch)
        rule = encoder.open_set
        if rule is not None:
            return rule.score(output.embedding, output.evidence)
        return torch.full_like(output.embedding[:, 0], torch.nan) if output.evidence is None else output.evidence

    live = LiveColumn(samples, indices, one, encoder, unvaried)
    scores = stored(ComputedColumn(live, encoder, score, storing), tick).copies[0]
    return _Judged(embeddings, recognised, None if bool(scores.isnan().all()) else scores.nan_to_num(-1e9), there)
