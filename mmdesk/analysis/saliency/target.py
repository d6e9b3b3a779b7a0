"""What an attribution explains: the share of the answer's probability that comes from one modality's embedding."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import factorial

import torch
from torch import Tensor

from mmdesk.core.explanation import Measure
from mmdesk.core.insight import winner
from mmdesk.models.fusion import FusionOutput

ROUNDING = 1e-6
"""A change of probability below this is the rounding of single-precision logits, and counts as none."""

Fuse = Callable[[Tensor, Tensor], FusionOutput]
"""Fuses embeddings (B, M, D) under present (B, M) bool: a fusion method, or one with its weights held by hand.

Its logits are the calibrated ones, whose softmax are the probabilities that are shown. It is called with and without
gradient but never in inference mode, so tensors it brings along must not come from there.
"""


def answer_of(fuse: Fuse, embeddings: Tensor, present: Tensor) -> int | None:
    """Return the class that ``fuse`` answers with for one row, (1, M, D) and (1, M); None without an answer."""
    return winner(fuse(embeddings, present).logits[0].detach().softmax(dim=0).cpu().numpy())


class AttributionTarget:
    """The measure of one answer as a function of one present modality's embedding, the others held.

    With the measure ``EVERYTHING`` it is p(all present) - p(all but the modality); with ``CONTRIBUTION`` the modality's
    Shapley value of p (Shapley, "A Value for n-Person Games", 1953), exact over all subsets of what is present. p is
    the softmax probability of the answer; with nothing present it is 1/C. Either way an absent modality has exactly 0.

    Args:
        fuse: The method.
        embeddings: (1, M, D), not of inference mode.
        present: (1, M) bool on the same device; ``column`` must be present.
        column: The modality's column.
        answer: Index of the class.
        measure: Which of the two.
    """

    def __init__(
        self, fuse: Fuse, embeddings: Tensor, present: Tensor, column: int, answer: int, measure: Measure
    ) -> None:
        self._fuse, self._embeddings, self._column, self._answer = fuse, embeddings, column, answer
        others = [index for index, here in enumerate(present[0].tolist()) if here and index != column]
        subsets = [kept for size in range(len(others) + 1) for kept in combinations(others, size)]
        if measure is Measure.EVERYTHING:
            subsets = subsets[-1:]
            shares = [1.0]
        else:
            count = len(others) + 1
            shares = [factorial(len(s)) * factorial(count - len(s) - 1) / factorial(count) for s in subsets]
        self._without = torch.zeros(len(subsets), embeddings.shape[1], dtype=torch.bool, device=embeddings.device)
        for row, kept in enumerate(subsets):
            self._without[row, list(kept)] = True
        self._shares = torch.tensor(shares, dtype=torch.float64)
        with torch.no_grad():
            left = self._probability(embeddings.expand(len(subsets), -1, -1), self._without)
        class_count = int(fuse(embeddings, present).logits.shape[1])
        # No method is asked about nothing; it knows nothing then.
        left[~self._without.any(dim=1).cpu()] = 1 / class_count
        self._left = left

    def of(self, embedding: Tensor) -> Tensor:
        """Return (B,) float64 measures for embeddings (B, D) of the modality, all of them taken as present.

        They are on the CPU, wherever the embeddings are; gradients find their way back. Of embeddings without gradient,
        equal ones have the same measure, bit by bit: a kernel may round equal rows of one batch differently.
        """
        if not embedding.requires_grad:
            distinct, indices = torch.unique(embedding, dim=0, return_inverse=True)
            return self._measures(distinct)[indices.cpu()]
        return self._measures(embedding)

    def _measures(self, embedding: Tensor) -> Tensor:
        subsets, count = len(self._without), len(embedding)
        rows = self._embeddings.expand(count, -1, -1).clone()
        rows[:, self._column] = embedding
        held = self._without.clone()
        held[:, self._column] = True
        # (B, W, M, D), flattened: every embedding in every subset.
        batch = rows.unsqueeze(1).expand(-1, subsets, -1, -1).flatten(0, 1)
        gained = self._probability(batch, held.repeat(count, 1)).view(count, subsets) - self._left
        return gained @ self._shares

    def recognised(self, embedding: Tensor, recognised: Tensor) -> Tensor:
        """Return (B,) float64 measures as :meth:`of`, 0 where ``recognised`` (B,) bool says that nothing is.

        That is what happens live: a modality in which the model recognises nothing counts as absent.
        """
        return torch.where(recognised.cpu(), self.of(embedding), 0.0)

    @staticmethod
    def change(measure: Tensor, other: Tensor) -> Tensor:
        """Return ``measure - other``, float64, with 0 where the two differ by no more than ``ROUNDING``."""
        difference = measure - other
        return difference.masked_fill(difference.abs() <= ROUNDING, 0.0)

    def _probability(self, embeddings: Tensor, present: Tensor) -> Tensor:
        # Double: near certainty the differences are of single precision's own size. Not every device has it.
        return self._fuse(embeddings, present).logits.cpu().double().softmax(dim=1)[:, self._answer]
