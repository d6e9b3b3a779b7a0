"""How far a weight must be moved before the answer changes."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from mmdesk.core.insight import FlipPoint
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.fusion import Fusion

STEPS = 50
"""Weights are tried in fiftieths: finer than a hand moves a slider, and cheap enough for every tick."""

_NOTHING = 1e-6

Flips = tuple[FlipPoint | None, FlipPoint | None, FlipPoint | None]
NO_FLIPS: Flips = (None, None, None)


def flip_points(
    fusion: Fusion,
    embeddings: Tensor,
    present: Tensor,
    weights: Tensor,
    modalities: tuple[Modality, ...],
    labels: tuple[str, ...],
) -> Flips:
    """Move each present modality's weight over [0, 1] with the others rescaled, and find the nearest other answer.

    All weights of all modalities go through the fusion as one batch. Where the others have no weight, what the moved
    one gives up is shared evenly among them. Ours.

    Args:
        fusion: A method with weights.
        embeddings: (1, M, D).
        present: (1, M) bool.
        weights: (1, M), those in force.
        modalities: The model's, in the order of the columns.
        labels: The C class names.
    """
    here = present[0].nonzero().flatten()
    if len(here) < 2:
        return NO_FLIPS
    rows = torch.cat([weights, _moved(weights[0], present[0], here).flatten(0, 1)])  # (1 + k · 51, M)
    output = fusion.blend(embeddings.expand(len(rows), -1, -1), present.expand(len(rows), -1), rows)
    answers = output.logits.argmax(dim=1).cpu().numpy()
    own = weights[0].cpu().numpy()
    found: list[FlipPoint | None] = [None] * len(MODALITIES)
    for column, across in zip(here.tolist(), answers[1:].reshape(len(here), STEPS + 1), strict=True):
        other = np.flatnonzero(across != answers[0])
        if len(other):
            nearest = int(other[np.abs(other / STEPS - own[column]).argmin()])
            found[modalities[column].column] = FlipPoint(nearest / STEPS, labels[int(across[nearest])])
    return found[0], found[1], found[2]


def _moved(weights: Tensor, present: Tensor, here: Tensor) -> Tensor:
    """Return (k, 51, M): for each column of ``here`` its weight from 0 to 1, the others sharing the rest."""
    moving = functional.one_hot(here, len(weights)).to(weights.dtype)  # (k, M)
    others = present * (1 - moving)
    shares = weights * others
    total = shares.sum(dim=1, keepdim=True)
    shares = torch.where(total > _NOTHING, shares / total.clamp(min=_NOTHING), others / others.sum(dim=1, keepdim=True))
    grid = torch.linspace(0, 1, STEPS + 1, device=weights.device)[:, None]
    return (1 - grid) * shares[:, None] + grid * moving[:, None]
