"""Flip points by trying every weight: what the closed form is compared with."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.models.fusion import FUSIONS, Fusion

WEIGHING = ("weighted_average", "attention_gate", "elementwise_gate", "late", "quality_aware")
M, D, C = 3, 16, 10


def planted(kind: str, seed: int, inputs: int = M) -> tuple[Fusion, Tensor]:
    """Return a random method in double precision and the embeddings (1, M, D) of a moment in which inputs conflict."""
    generator = torch.Generator().manual_seed(seed)
    fusion = FUSIONS[kind](inputs, D, C).double().eval()
    with torch.no_grad():
        for parameter in fusion.parameters():
            parameter.copy_(torch.randn(parameter.shape, generator=generator, dtype=torch.float64) * 0.5)
    return fusion, 2 * torch.randn(1, inputs, D, generator=generator, dtype=torch.float64)


def way(weights: NDArray[np.float64], column: int, at: NDArray[np.float64]) -> Tensor:
    """Return (N, M): one weight at each of ``at`` (N,), the others rescaled, or even where they have nothing."""
    others = np.delete(np.arange(len(weights)), column)
    total = weights[others].sum()
    rows = np.zeros((len(at), len(weights)))
    rows[:, column] = at
    rows[:, others] = (1 - at)[:, None] * (weights[others] / total if total > 1e-12 else 1 / len(others))
    return torch.from_numpy(rows)


@torch.inference_mode()
def answers(fusion: Fusion, embeddings: Tensor, weights: Tensor) -> NDArray[np.int64]:
    """Return the class for each row of ``weights`` (N, M), as the method itself blends."""
    count = len(weights)
    present = torch.ones(weights.shape, dtype=torch.bool)
    found: NDArray[np.int64] = fusion.blend(embeddings.expand(count, -1, -1), present, weights).logits.argmax(1).numpy()
    return found


def brute_force(
    fusion: Fusion, embeddings: Tensor, weights: NDArray[np.float64], column: int, steps: int
) -> tuple[float, int] | None:
    """Return the nearest weight at which the answer is another one, and that answer; None where there is none.

    Every weight on a grid is tried first; then the step in which the answer changes, a thousandth at a time.
    """
    grid = np.linspace(0, 1, steps + 1)
    now = int(answers(fusion, embeddings, torch.from_numpy(weights)[None])[0])
    across = answers(fusion, embeddings, way(weights, column, grid))
    other = np.flatnonzero(across != now)
    if not len(other):
        return None
    candidates = []
    start = weights[column]
    for side in (other[grid[other] <= start], other[grid[other] >= start]):
        if len(side):
            outer = grid[side[np.abs(grid[side] - start).argmin()]]
            inner = start if abs(outer - start) <= 1 / steps else outer + np.sign(start - outer) / steps
            fine = np.linspace(inner, outer, 1001)
            within = answers(fusion, embeddings, way(weights, column, fine))
            first = np.flatnonzero(within != now)[0]
            candidates.append((float(fine[first]), int(within[first])))
    return min(candidates, key=lambda each: abs(each[0] - start))
