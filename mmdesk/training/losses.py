"""What training minimises."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from mmdesk.models.fusion.base import FusionOutput

OwnLoss = Callable[[FusionOutput, Tensor, Tensor, float], Tensor | None]


class FusionLoss:
    """Cross-entropy of the fused prediction, and of every modality's own head where the method has them.

    The joint loss of a multi-task model is the sum of the fused term and the mean of the heads' terms, each head
    judged only where its modality is present. A method that is not trained jointly (late fusion) has the second alone,
    and one with a loss of its own that.

    Args:
        joint: Whether the fused prediction is trained; see ``Fusion.joint``.
        label_smoothing: In [0, 1).
        class_weights: (C,) float32, or None for equal ones.
        own_loss: The method's own, ``Fusion.own_loss``; None for cross-entropy.
    """

    def __init__(
        self,
        joint: bool,
        label_smoothing: float = 0.0,
        class_weights: Tensor | None = None,
        own_loss: OwnLoss | None = None,
    ) -> None:
        self._joint, self._smoothing, self._weights, self._own_loss = joint, label_smoothing, class_weights, own_loss

    def __call__(self, output: FusionOutput, present: Tensor, targets: Tensor, progress: float = 1.0) -> Tensor:
        """Return the scalar loss of a batch.

        Args:
            output: What the fusion said.
            present: (B, M) bool.
            targets: (B,) int64.
            progress: How much of the training is over, in [0, 1].
        """
        rows = self._own_rows(output, present, targets, progress)
        if rows is not None:
            weights = torch.ones_like(rows) if self._weights is None else self._weights[targets]
            return (rows * weights).sum() / weights.sum()
        total = output.logits.new_zeros(())
        if self._joint:
            total = total + self._entropy(output.logits, targets)
        if output.unimodal is not None:
            heads = [
                self._entropy(output.unimodal[there, column], targets[there])
                for column, there in enumerate(present.unbind(1))
                if bool(there.any())
            ]
            # Where no row of the batch has anything, a sum of nothing still has a gradient to go back: 0.
            total = total + (torch.stack(heads).mean() if heads else 0.0 * output.unimodal.sum())
        return total

    def _own_rows(self, output: FusionOutput, present: Tensor, targets: Tensor, progress: float) -> Tensor | None:
        """Return the method's own loss of each row (B,), None where it has none."""
        if self._own_loss is None:
            return None
        count = output.logits.shape[1]
        shares = functional.one_hot(targets, count).float() * (1.0 - self._smoothing) + self._smoothing / count
        return self._own_loss(output, shares, shares.unsqueeze(1) * present.unsqueeze(2), progress)

    def _entropy(self, logits: Tensor, targets: Tensor) -> Tensor:
        return functional.cross_entropy(logits, targets, weight=self._weights, label_smoothing=self._smoothing)


def balanced_weights(targets: Tensor, class_count: int) -> Tensor:
    """Return a weight a class (C,) float32: inverse frequency in ``targets`` (N,), with a mean of 1 over samples."""
    counts = torch.bincount(targets, minlength=class_count).clamp(min=1).float()
    return len(targets) / (class_count * counts)


def withheld(present: Tensor, share: float, generator: torch.Generator) -> Tensor:
    """Return ``present`` (B, M) with each modality withheld with probability ``share``, never the last one.

    Modality dropout, after Neverova et al., "ModDrop: adaptive multi-modal gesture recognition", 2016, section 3.4; the
    last one stays because a sample without anything teaches nothing.
    """
    draws = torch.rand(present.shape, generator=generator).masked_fill(~present, -1.0)
    kept = present & (draws >= share)
    # Of those present, the one with the highest draw is kept in any case.
    kept[torch.arange(len(present)), draws.argmax(1)] |= present.any(1)
    return kept
