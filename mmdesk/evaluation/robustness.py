"""Accuracy against perturbations of growing strength: noise in one input, or missing inputs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.core.inputs import Input
from mmdesk.evaluation.embedded import Embedded, probabilities
from mmdesk.evaluation.evaluation_result import CurvePoint, RobustnessCurve
from mmdesk.evaluation.intervals import mean_interval
from mmdesk.evaluation.metrics import predicted_labels
from mmdesk.models.fusion.base import Fusion

MISSING_RATES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)

Embed = Callable[[float], Embedded]
"""Perturbs one input of all samples at a strength and encodes them; the others are as they were."""


def with_column(embedded: Embedded, changed: Input, embeddings: Tensor, present: Tensor) -> Embedded:
    """Return a copy of ``embedded`` whose column of ``changed`` is ``embeddings`` (N, D) where ``present`` (N,) bool.

    Raises:
        ValueError: If there is no such column or a shape does not fit.
    """
    if changed not in embedded.inputs:
        raise ValueError(f"there is no column for {changed.name}")
    column = embedded.inputs.index(changed)
    if embeddings.shape != embedded.embeddings[:, column].shape or present.shape != embedded.targets.shape:
        raise ValueError(f"a column of {len(embedded)} samples is needed, got {tuple(embeddings.shape)}")
    tables, mask = embedded.embeddings.clone(), embedded.present.clone()
    tables[:, column], mask[:, column] = embeddings.to(tables), present.to(mask)
    return Embedded(tables, mask, embedded.targets, embedded.inputs)


def perturbation_curve(
    fusions: Mapping[str, Fusion],
    *,
    name: str,
    axis: str,
    perturbed: Input,
    strengths: Sequence[float],
    embed: Embed,
) -> RobustnessCurve:
    """Return the accuracy of each of ``fusions`` with one input perturbed at each of ``strengths``.

    All methods see the same perturbed inputs; ``embed`` is called once per strength, in the given order.
    """
    lines: dict[str, list[CurvePoint]] = {method: [] for method in fusions}
    for strength in strengths:
        changed = embed(strength)
        for method, fusion in fusions.items():
            lines[method].append(_point(strength, _right(fusion, changed)[None]))
    return RobustnessCurve(name, perturbed, axis, {method: tuple(points) for method, points in lines.items()})


def missing_rate_curve(
    fusions: Mapping[str, Fusion],
    embedded: Embedded,
    *,
    rates: Sequence[float] = MISSING_RATES,
    only: Input | None = None,
    repeats: int = 5,
    seed: int = 0,
) -> RobustnessCurve:
    """Return the accuracy of each of ``fusions`` when inputs go missing at random.

    Each input of each sample (or ``only`` one of them) is dropped independently with the rate; what is missing at one
    rate is missing at every higher one, and all methods lose the same. A sample that loses everything counts as wrong.

    Args:
        fusions: By name.
        embedded: The test samples.
        rates: In [0, 1].
        only: Drop this one only.
        repeats: Draws that are averaged, at least 1.
        seed: Of the draws.

    Raises:
        ValueError: If a rate or ``repeats`` is out of range.
    """
    if not all(0 <= rate <= 1 for rate in rates) or repeats < 1:
        raise ValueError(f"rates must lie in [0, 1] and repeats be at least 1, got {rates} and {repeats}")
    shares = np.random.default_rng(seed).uniform(size=(repeats, *embedded.present.shape))
    if only is not None:
        shares[:, :, [one != only for one in embedded.inputs]] = np.inf
    lines: dict[str, list[CurvePoint]] = {method: [] for method in fusions}
    for rate in rates:
        splits = [
            Embedded(
                embedded.embeddings,
                embedded.present & torch.from_numpy(draw >= rate).to(embedded.present.device),
                embedded.targets,
                embedded.inputs,
            )
            for draw in shares
        ]
        for method, fusion in fusions.items():
            lines[method].append(_point(rate, np.stack([_right(fusion, split) for split in splits])))
    return RobustnessCurve(
        name="missing inputs" if only is None else f"{only.name}: missing",
        input=only,
        axis="share of the inputs that are missing",
        lines={method: tuple(points) for method, points in lines.items()},
    )


def _right(fusion: Fusion, embedded: Embedded) -> NDArray[np.float64]:
    named = predicted_labels(probabilities(fusion, embedded))
    right: NDArray[np.float64] = (named == embedded.targets.cpu().numpy()).astype(np.float64)
    return right


def _point(strength: float, right: NDArray[np.float64]) -> CurvePoint:
    """Return the mean of ``right`` (R, N) with its interval over samples."""
    shares = right.mean(axis=0)
    return CurvePoint(float(strength), float(shares.mean()), mean_interval(shares))
