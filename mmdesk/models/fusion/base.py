"""The interface every fusion method fulfils, and the masking they share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, NamedTuple

import torch
from torch import Tensor, nn

from mmdesk.core.weight_sum import WeightRule
from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.temperature import Temperatures


class FusionOutput(NamedTuple):
    """What a fusion method says about a batch.

    Attributes:
        logits: (B, C) float32 class scores. Rows with nothing present hold no information and must not be shown.
            Probabilities are the softmax of what :meth:`Fusion.tempered` makes of them.
        weights: (B, M) float32; rows sum to 1 over the present modalities, an absent modality is exactly 0 and a row
            with nothing present is all 0. None for a method that has no weights of its own.
        fused: (B, F) float32 joint representation, which the last step reads. F is D where the method says nothing else
            (concatenation and late fusion do).
        unimodal: (B, M, C) float32 logits of each modality's own head, for a method that has such heads; at absent
            places they are 0 and mean nothing.
        uncertainty: (B, M) float32 in [0, 1], what each modality leaves open by its own account, for a method in which
            it gives one: 0 claims to know all, an absent modality is exactly 1.
        joint_uncertainty: (B,) float32 in [0, 1], what all together leave open; 1 with nothing present.
        conflict: (B,) float32 in [0, 1], the share of what they claim on which they contradict each other; 0 where at
            most one is present. The last three are all there or all None.
    """

    logits: Tensor
    weights: Tensor | None
    fused: Tensor
    unimodal: Tensor | None = None
    uncertainty: Tensor | None = None
    joint_uncertainty: Tensor | None = None
    conflict: Tensor | None = None


class WeightParts(NamedTuple):
    """What weights are shares of: a modality's weight is its part divided by the sum of the parts in its row.

    Attributes:
        parts: (B, M) float32, at least 0, exactly 0 where absent.
        scores: (B, M) float32, what the parts were made of (see :attr:`Fusion.weight_rule`); None where nothing stands
            before them. At absent places they mean nothing.
    """

    parts: Tensor
    scores: Tensor | None = None


class Fusion(nn.Module, ABC):
    """Turns one embedding a modality into class scores, whichever modalities are there.

    Args:
        modality_count: Number M of modalities, at least 1.
        dim: Length D of every embedding.
        class_count: Number C of classes, at least 2.

    Attributes:
        joint: Whether the joint logits are trained. False for a method of which only each modality's own head learns
            (late fusion, one modality alone), from the loss of :attr:`FusionOutput.unimodal`.
        weighs: Whether the method has weights, which :meth:`blend` can replace.
        weight_rule: How :meth:`weight_parts` makes the parts; None for a method that does not tell.

    Raises:
        ValueError: If a size is too small.
    """

    joint: ClassVar[bool] = True
    weighs: ClassVar[bool] = False
    weight_rule: ClassVar[WeightRule | None] = None

    def __init__(self, modality_count: int, dim: int, class_count: int) -> None:
        super().__init__()
        if modality_count < 1 or dim < 1 or class_count < 2:
            raise ValueError(
                f"need modality_count >= 1, dim >= 1 and class_count >= 2, got {modality_count}, {dim}, {class_count}"
            )
        self.modality_count = modality_count
        self.dim = dim
        self.class_count = class_count

    @property
    def temperatures(self) -> Temperatures | None:
        """What :meth:`tempered` divides by; None unless the model was calibrated."""
        found = self._modules.get("calibrated_temperatures")
        return found if isinstance(found, Temperatures) else None

    def set_temperatures(self, temperatures: Temperatures | None) -> None:
        """Divide by these from now on; None for not at all.

        Raises:
            ValueError: They are for another number of modalities.
        """
        if temperatures is not None and temperatures.input_count != self.modality_count:
            raise ValueError(f"{temperatures.input_count} inputs have these temperatures, not {self.modality_count}")
        self.add_module("calibrated_temperatures", temperatures)

    def tempered(self, logits: Tensor, present: Tensor) -> Tensor:
        """Return ``logits`` (B, C) as they are calibrated for ``present`` (B, M); their softmax are the probabilities.

        Without temperatures the same logits. The order of the classes in a row never changes.
        """
        temperatures = self.temperatures
        if temperatures is None:
            return logits
        calibrated: Tensor = logits / temperatures(present).unsqueeze(1)
        return calibrated

    @abstractmethod
    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments beyond the three sizes, as JSON values."""

    @abstractmethod
    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) float32 where ``present`` (B, M) bool says which are real.

        Whatever stands at an absent place (NaN included) changes nothing and gets no gradient.
        """

    def blend(self, embeddings: Tensor, present: Tensor, weights: Tensor) -> FusionOutput:  # noqa: ARG002
        """Fuse as :meth:`forward` does, under given ``weights`` (B, M) in place of the method's own.

        The method's own weights change nothing, and all weight on one modality makes it that one alone. In between, the
        scores (see :meth:`additive`) under weights w are Σ w_m s_m + α (s - Σ o_m s_m): s_m are the scores with one
        modality present, s and o the method's own scores and weights with all that is present, and α = min w_m / o_m is
        the largest share of o that w contains. ``mmdesk.analysis.flip`` relies on it. For a method that gives each
        modality one weight the second term is 0.

        Args:
            embeddings: (B, M, D) float32.
            present: (B, M) bool.
            weights: Rows as :attr:`FusionOutput.weights`: they sum to 1 over what is present, absent exactly 0.

        Raises:
            ValueError: The method has no weights to replace.
        """
        raise ValueError(f"{type(self).__name__} has no weights")

    def weight_parts(self, embeddings: Tensor, present: Tensor) -> WeightParts | None:  # noqa: ARG002
        """Return what the method's own weights for ``embeddings`` (B, M, D) under ``present`` (B, M) are shares of.

        None, as here, for a method without weights, and for one that does not tell.
        """
        return None

    def own_loss(
        self,
        output: FusionOutput,  # noqa: ARG002
        targets: Tensor,  # noqa: ARG002
        own_targets: Tensor,  # noqa: ARG002
        progress: float,  # noqa: ARG002
    ) -> Tensor | None:
        """Return what training minimises in each row, (B,) float32; None, as here, for the cross-entropies.

        Those are of the joint logits, where :attr:`joint`, and of each modality's own, where it has such.

        Args:
            output: What the method said.
            targets: (B, C) float32, the share of each class in what is right.
            own_targets: (B, M, C) the same for every modality by itself; a row all 0 where it is absent or shows none.
            progress: How much of the training is over, in [0, 1].
        """
        return None

    def additive(self, logits: Tensor) -> Tensor:
        """Return the class scores (…, C) that weights mix, from ``logits`` (…, C): the same, if the head is linear."""
        return logits

    def terms(self, embeddings: Tensor, present: Tensor, weights: Tensor | None = None) -> Tensor:  # noqa: ARG002
        """Return what each modality adds to the scores (see :meth:`additive`), every weight held still: (B, M, C).

        An absent modality's term is 0. Here, for any method: by how much the scores change when an embedding becomes 0
        but counts as present. A method whose weights follow the embeddings overrides it.

        Args:
            embeddings: (B, M, D) float32.
            present: (B, M) bool.
            weights: (B, M) given in place of the method's own, where it weighs; else None.
        """
        embeddings = self.masked(embeddings, present)
        count = self.modality_count
        without = 1 - torch.eye(count, dtype=embeddings.dtype, device=embeddings.device)  # (M, M)
        rows = torch.cat([embeddings[:, None], embeddings[:, None] * without[:, :, None]], dim=1)  # (B, 1 + M, M, D)
        output: FusionOutput = self(rows.flatten(0, 1), present.repeat_interleave(count + 1, dim=0))
        scores = self.additive(output.logits).view(-1, count + 1, self.class_count)
        found: Tensor = scores[:, :1] - scores[:, 1:]
        return found

    def masked(self, embeddings: Tensor, present: Tensor) -> Tensor:
        """Return ``embeddings`` (B, M, D) with absent places set to 0, after checking both shapes.

        Raises:
            ValueError: If a shape or the mask's dtype is wrong.
        """
        if embeddings.ndim != 3 or embeddings.shape[1:] != (self.modality_count, self.dim):
            raise ValueError(
                f"embeddings must be (B, {self.modality_count}, {self.dim}), got {tuple(embeddings.shape)}"
            )
        if present.dtype != torch.bool or present.shape != embeddings.shape[:2]:
            raise ValueError(
                f"present must be bool {tuple(embeddings.shape[:2])}, got {present.dtype} {tuple(present.shape)}"
            )
        # masked_fill, not multiplication: 0 * NaN is NaN, and a multiplied place would still get a gradient path.
        return embeddings.masked_fill(~present.unsqueeze(-1), 0.0)


def softmax_parts(scores: Tensor, present: Tensor) -> WeightParts:
    """Return the parts of which `masked_softmax` of ``scores`` (B, M) takes the shares: e^(score - the greatest)."""
    floor = torch.finfo(scores.dtype).min
    greatest = scores.masked_fill(~present, floor).amax(dim=1, keepdim=True)
    return WeightParts((scores - greatest).exp().masked_fill(~present, 0.0), scores)


def masked_softmax(scores: Tensor, present: Tensor) -> Tensor:
    """Return the softmax of ``scores`` (…, M) over the places where ``present`` (…, M) bool, broadcast, holds.

    Absent places are exactly 0; a row with nothing present is all 0, never NaN, in values and gradients.
    """
    # The smallest finite number rather than -inf: a row of -inf gives NaN, and NaN * 0 stays NaN.
    floor = torch.finfo(scores.dtype).min
    weights = torch.softmax(scores.masked_fill(~present, floor), dim=-1)
    return weights.masked_fill(~present, 0.0)
