"""How far a weight must be moved before the answer changes."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.fusion import Fusion

STEPS = 50
"""Weights are tried in fiftieths: finer than a hand moves a slider, and cheap enough for every tick."""

_NOTHING = 1e-6


def flip_points(
    fusion: Fusion, alone: Tensor, weights: Tensor, present: tuple[bool, ...], modalities: tuple[Modality, ...]
) -> list[tuple[float, int] | None]:
    """Move each present modality's weight over [0, 1] with the others rescaled, and find the nearest other answer.

    Where the others have no weight, what the moved one gives up is shared evenly among them. Ours.

    Args:
        fusion: A method with weights.
        alone: (M, C) logits with one modality present; 0 for absent ones.
        weights: (M,), those in force.
        present: Which of the M columns are there.
        modalities: The model's, in the order of the columns.

    Returns:
        For each of ``MODALITIES`` the weight and the class there, or None where nothing flips.
    """
    found: list[tuple[float, int] | None] = [None] * len(MODALITIES)
    here = torch.tensor(present, device=weights.device).nonzero().flatten()
    if len(here) < 2:
        return found
    rows = torch.cat([weights[None], _moved(weights, here).flatten(0, 1)])  # (1 + k · 51, M)
    answers = fusion.mixed(alone, rows).argmax(dim=1).cpu().numpy()
    own = weights.cpu().numpy()
    for column, across in zip(here.tolist(), answers[1:].reshape(len(here), STEPS + 1), strict=True):
        other = np.flatnonzero(across != answers[0])
        if len(other):
            nearest = int(other[np.abs(other / STEPS - own[column]).argmin()])
            found[modalities[column].column] = nearest / STEPS, int(across[nearest])
    return found


def _moved(weights: Tensor, here: Tensor) -> Tensor:
    """Return (k, 51, M): for each column of ``here`` its weight from 0 to 1, the others sharing the rest."""
    moving = functional.one_hot(here, len(weights)).to(weights.dtype)  # (k, M)
    others = moving.sum(dim=0) - moving
    shares = weights * others
    total = shares.sum(dim=1, keepdim=True)
    shares = torch.where(total > _NOTHING, shares / total.clamp(min=_NOTHING), others / others.sum(dim=1, keepdim=True))
    grid = torch.linspace(0, 1, STEPS + 1, device=weights.device)[:, None]
    return (1 - grid) * shares[:, None] + grid * moving[:, None]
