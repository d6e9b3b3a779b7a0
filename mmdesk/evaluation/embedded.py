"""A split whose inputs have gone through the encoders, and what a fusion says about it.

Encoding costs most; every subset of inputs, every fusion and every seed is then a cheap pass over the same tensors.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.evaluation.metrics import measure
from mmdesk.evaluation.scores import Scores
from mmdesk.models.fusion.base import Fusion

_BATCH = 2048


@dataclass(frozen=True, slots=True, eq=False)
class Embedded:
    """N samples as embeddings.

    Attributes:
        embeddings: (N, M, D) float32; what stands at an absent place is of no consequence.
        present: (N, M) bool.
        targets: (N,) int64 class indices.
        inputs: The M columns.

    Raises:
        ValueError: If shapes or dtypes do not fit each other.
    """

    embeddings: Tensor
    present: Tensor
    targets: Tensor
    inputs: tuple[Input, ...] = DEFAULT_INPUTS

    def __post_init__(self) -> None:
        if self.embeddings.ndim != 3 or not self.embeddings.is_floating_point():
            raise ValueError(f"embeddings must be float (N, M, D), got {tuple(self.embeddings.shape)}")
        if self.present.dtype != torch.bool or self.present.shape != self.embeddings.shape[:2]:
            raise ValueError(f"present must be bool {tuple(self.embeddings.shape[:2])}, got {self.present.dtype}")
        if self.targets.dtype != torch.int64 or self.targets.shape != self.embeddings.shape[:1]:
            raise ValueError(f"targets must be int64 ({len(self.embeddings)},), got {self.targets.dtype}")
        if len(self.inputs) != self.embeddings.shape[1]:
            raise ValueError(f"{self.embeddings.shape[1]} columns need as many inputs, got {self.inputs}")

    def __len__(self) -> int:
        return len(self.embeddings)

    def subset(self, inputs: Iterable[Input]) -> Embedded:
        """Return the same samples with every other input absent; tensors are shared where nothing changes.

        Raises:
            ValueError: If one of ``inputs`` is not a column.
        """
        kept = set(inputs)
        if strange := [one.name for one in kept if one not in self.inputs]:
            raise ValueError(f"there is no column for {', '.join(sorted(strange))}")
        columns = torch.tensor([one in kept for one in self.inputs], device=self.present.device)
        return Embedded(self.embeddings, self.present & columns, self.targets, self.inputs)


@torch.inference_mode()
def probabilities(
    fusion: Fusion, embedded: Embedded, subset: Iterable[Input] | None = None, *, calibrated: bool = True
) -> NDArray[np.float64]:
    """Return the class probabilities (N, C) of ``embedded``, or of what is left of it in ``subset``.

    A row from which the fusion has nothing to go by gets exactly equal probabilities and so counts as unanswered
    (:mod:`mmdesk.evaluation.metrics`): nothing is present or, where the fusion has weights, all of them are 0, as
    with a unimodal baseline whose input is missing. The fusion is put into evaluation mode meanwhile.
    With ``calibrated`` False they are the plain softmax, without the fusion's temperatures.

    Raises:
        ValueError: If a subset names an input without a column.
    """
    chosen = embedded if subset is None else embedded.subset(subset)
    parameter = next(fusion.parameters(), None)
    device = chosen.embeddings.device if parameter is None else parameter.device
    was_training = fusion.training
    fusion.eval()
    parts = []
    try:
        for begin in range(0, len(chosen), _BATCH):
            span = slice(begin, begin + _BATCH)
            present = chosen.present[span].to(device)
            output = fusion(chosen.embeddings[span].to(device), present)
            answered = present.any(dim=1)
            if output.weights is not None:
                answered &= output.weights.sum(dim=1) > 0
            logits = output.logits.double()
            table = (fusion.tempered(logits, present) if calibrated else logits).softmax(dim=1)
            table[~answered] = 1.0 / fusion.class_count
            parts.append(table.cpu())
    finally:
        fusion.train(was_training)
    return torch.cat(parts).numpy() if parts else np.zeros((0, fusion.class_count))


def score(
    fusion: Fusion,
    embedded: Embedded,
    labels: Sequence[str],
    subset: Iterable[Input] | None = None,
    *,
    bootstrap: int = 1000,
    seed: int = 0,
) -> Scores:
    """Return the scores of ``fusion`` on ``embedded``, or on what is left of it in ``subset``.

    Raises:
        ValueError: If there are no samples, or labels and classes do not fit.
    """
    table = probabilities(fusion, embedded, subset)
    return measure(table, embedded.targets.cpu().numpy(), labels, bootstrap=bootstrap, seed=seed)
