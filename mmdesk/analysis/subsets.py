"""Every subset of the inputs under every fusion method, from one encoding."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.analysis.relation import relations
from mmdesk.analysis.shapley import interactions, shapley_values
from mmdesk.core.insight import Doubt, MethodView
from mmdesk.core.weight_sum import WeightSum, weights_by_hand
from mmdesk.models.fusion import Fusion, FusionOutput, WeightParts


class Fused(NamedTuple):
    """One method's output in the subsets of one tick.

    Attributes:
        kind: The method.
        output: (W, …), a row for each subset in which what is present differs; the last is what really happened.
        logits: (W, C), the output's as they are calibrated: their softmax are the probabilities.
        parts: What its own weights are shares of; None where it does not tell, or where they were given to it.
    """

    kind: str
    output: FusionOutput
    logits: Tensor
    parts: WeightParts | None = None


class Subsets:
    """The subsets of one tick's inputs, as a batch for fusion heads.

    Subsets that differ only in what was absent anyway are the same and are computed once: 2^k rows for k present
    inputs, without the empty one, which no head is asked about.

    Args:
        embeddings: (1, M, D) on the device, columns as ``inputs``.
        present: Which of the M inputs are there; at least one.
        inputs: Names of the model's inputs, in its own order.

    Attributes:
        inputs: See above.
        present: See above.
        mask: (W, M) bool, a row per subset.
        embeddings: (W, M, D), the same in every subset.
    """

    def __init__(self, embeddings: Tensor, present: tuple[bool, ...], inputs: tuple[str, ...]) -> None:
        self.inputs, self.present = inputs, present
        self.mask, self._rows = _subsets(present, embeddings.device)
        self.embeddings = embeddings.expand(len(self.mask), -1, -1)

    def fuse(self, kind: str, fusion: Fusion) -> Fused:
        """Run one method's head over all of them."""
        fused = self._fused(kind, fusion, fusion(self.embeddings, self.mask))
        return fused._replace(parts=fusion.weight_parts(self.embeddings, self.mask))

    def blend(self, kind: str, fusion: Fusion, override: tuple[float, ...]) -> Fused:
        """Run one method's head over all of them under given weights, rescaled over what each subset holds."""
        return self._fused(kind, fusion, fusion.blend(self.embeddings, self.mask, rescaled(override, self.mask)))

    def alone(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """Pick from ``scores`` (W, C) those with one input present: (M, C), 0 for absent ones."""
        found = np.zeros((len(self.inputs), scores.shape[1]))
        here = np.flatnonzero(self.present)
        found[here] = scores[self._rows[1 << here]]
        return found

    def views(self, fused: list[Fused], labels: tuple[str, ...]) -> dict[str, MethodView]:
        """Return what each method saw, by kind; one whose numbers are none is left out."""
        # One transfer for all methods.
        rows = torch.stack([each.logits for each in fused]).softmax(dim=2).cpu().numpy()  # (K, W, C)
        probabilities = np.full((len(fused), len(self._rows), len(labels)), 1 / len(labels), dtype=np.float32)
        held = self._rows >= 0
        probabilities[:, held] = rows[:, self._rows[held]]
        answers = probabilities[:, -1].argmax(axis=1)
        values = np.take_along_axis(probabilities, answers[:, None, None], axis=2)[..., 0]  # (K, 2^M)
        contributions, together = shapley_values(values), interactions(values)
        kinds = relations(probabilities, contributions, self.present)
        weights = self._weights(fused)
        numbers = np.asarray(np.isfinite(probabilities).all(axis=(1, 2)))
        found: dict[str, MethodView] = {}
        for index, each in enumerate(fused):
            own = weights[index]
            if not numbers[index] or (own is not None and not np.isfinite(own).all()):
                continue
            doubt = _doubt(each.output)
            if doubt is not None and not np.isfinite([*doubt.inputs, doubt.joint, doubt.conflict]).all():
                continue
            found[each.kind] = MethodView(
                fusion=each.kind,
                labels=labels,
                inputs=self.inputs,
                present=self.present,
                probabilities=probabilities[index],
                weights=own,
                contributions=contributions[index],
                interactions=together[index],
                relation=kinds[index],
                doubt=doubt,
            )
        return found

    def weight_sum(self, fusion: Fusion, fused: Fused, override: tuple[float, ...] | None) -> WeightSum | None:
        """Return what the weights of a method are shares of in what really happened; None where there are none.

        Args:
            fusion: The method.
            fused: What it said under its own weights.
            override: Shares in place of the method's own; None for those.
        """
        if override is not None:
            return weights_by_hand(override, self.present)
        if fusion.weight_rule is None or fused.parts is None:
            return None
        parts, scores = fused.parts
        found = tuple(parts[-1].tolist())
        if not sum(found) > 0:  # a method that looks at one input only, which is absent
            return None
        return WeightSum(fusion.weight_rule, found, None if scores is None else tuple(scores[-1].tolist()))

    def _fused(self, kind: str, fusion: Fusion, output: FusionOutput) -> Fused:
        return Fused(kind, output, fusion.tempered(output.logits, self.mask))

    def _weights(self, fused: list[Fused]) -> list[NDArray[np.float32] | None]:
        """Return each method's weights (M,) in the subset that really happened."""
        given = [each.output.weights[-1] for each in fused if each.output.weights is not None]
        rows = iter(torch.stack(given).cpu().numpy() if given else ())
        return [None if each.output.weights is None else next(rows) for each in fused]


def _doubt(output: FusionOutput) -> Doubt | None:
    """Return what the inputs leave open in the subset that really happened; None for a method that does not tell."""
    if output.uncertainty is None or output.joint_uncertainty is None or output.conflict is None:
        return None
    inputs = tuple(output.uncertainty[-1].tolist())
    return Doubt(inputs, float(output.joint_uncertainty[-1]), float(output.conflict[-1]))


def rescaled(override: tuple[float, ...], mask: Tensor) -> Tensor:
    """Return ``override``, a share for each of the M inputs, as weights (B, M) over what ``mask`` (B, M) bool holds.

    What an absent input would have is given to the others in proportion; where the present ones would have nothing,
    they count the same.
    """
    shares = torch.tensor(override, device=mask.device)
    kept = shares * mask
    total = kept.sum(dim=1, keepdim=True)
    even = mask / mask.sum(dim=1, keepdim=True).clamp(min=1)
    return torch.where(total > 0, kept / total.clamp(min=1e-12), even)


@cache
def _subsets(present: tuple[bool, ...], device: torch.device) -> tuple[Tensor, NDArray[np.int64]]:
    """Return the mask (W, M) of the rows, and the row of each of the 2^M subsets.

    The row is -1 where nothing is left. The k-th bit of a row's number plus 1 stands for the k-th present input.
    """
    here = [column for column, is_here in enumerate(present) if is_here]
    numbers = torch.arange(1, 1 << len(here))
    mask = torch.zeros(len(numbers), len(present), dtype=torch.bool)
    for bit, column in enumerate(here):
        mask[:, column] = (numbers >> bit) & 1 == 1
    subsets = range(1 << len(present))
    numbered = [sum((subset >> column & 1) << bit for bit, column in enumerate(here)) for subset in subsets]
    return mask.to(device), np.array(numbered) - 1
