"""Samples as a model sees them: each input encoded once, and judged by itself and together with the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from mmdesk.core.inputs import Input
from mmdesk.evaluation.embedded import Embedded
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder
from mmdesk.training.columns import ComputedColumn, LiveColumn, Storing, stored
from mmdesk.training.samples import Samples


class JudgedColumn(NamedTuple):
    """One input of N samples.

    Attributes:
        embeddings: (N, D) float32.
        recognised: (N,) bool: where it is there and the encoder recognises something, by itself.
        scores: (N,) float32 what it judges by; NaN where it has no score. See `Encoder.score`.
        there: (N,) bool.
    """

    embeddings: Tensor
    recognised: Tensor
    scores: Tensor
    there: Tensor


def judged_column(
    samples: Samples, indices: Sequence[int], one: Input, encoder: Encoder, storing: Storing
) -> JudgedColumn:
    """Encode and judge an input; one that the data lacks is nowhere there."""
    if one not in samples.dataset.inputs:
        nowhere = torch.zeros(len(indices), dtype=torch.bool)
        return JudgedColumn(torch.zeros(len(indices), encoder.dim), nowhere, torch.zeros(len(indices)), nowhere)

    def look(batch: Tensor) -> Tensor:
        output = encoder(batch)
        recognised = encoder.recognises(output).to(output.embedding.dtype)
        return torch.cat((output.embedding, encoder.score(output).unsqueeze(1), recognised.unsqueeze(1)), 1)

    live = LiveColumn(samples, indices, one, encoder, storing.vary)
    found = stored(ComputedColumn(live, encoder, look, storing), storing.tick)
    table, there = found.copies[0], found.present[0]
    return JudgedColumn(table[:, :-2], (table[:, -1] > 0) & there, table[:, -2], there)


def embedded(classifier: FusionClassifier, columns: Sequence[JudgedColumn], targets: Tensor) -> Embedded:
    """Join the columns of all of a model's inputs, present where the fusion would be given them live."""
    recognised, scores, there = (
        torch.stack([getattr(one, name) for one in columns], 1) for name in ("recognised", "scores", "there")
    )
    rule = classifier.joint_rule
    device = None if rule is None else rule.slopes.device
    used = classifier.used(*(each.to(device) for each in (recognised, scores, there))).cpu()
    return Embedded(torch.stack([one.embeddings for one in columns], 1), used, targets, classifier.inputs)
