"""Open set: whether an input holds anything that the model knows.

An input that does not is absent for the fusion, with the verdict "nothing recognised". A model without any such rule
recognises something in everything, unless its encoder has a head of its own for it (`EncoderOutput.evidence`), which
is then believed from a probability of one half.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn

MOST_NUMBERS = 1 << 21
"""In the means and the covariance of a rule; a checkpoint's configuration holds them."""

MOST_SAID = 6.0
"""The most that one input says for or against in a `JointRule`: 400 to 1."""

_LARGEST = 1e6


class Judged(NamedTuple):
    """What a threshold did on the validation samples that it was chosen on.

    Attributes:
        known: Number of inputs that hold something the model knows.
        rejected: Share of these in which nothing is recognised, in [0, 1].
        unknown: Number of inputs that hold nothing it knows; 0 where there were none.
        claimed: Share of these in which something is recognised all the same; 0 where there were none.
    """

    known: int
    rejected: float
    unknown: int = 0
    claimed: float = 0.0


class OpenSetRule(nn.Module, ABC):
    """Decides by a score and a threshold whether anything is recognised.

    Args:
        threshold: The smallest score at which something is.
        judged: What it did on validation samples.

    Attributes:
        threshold: See above.
        judged: See above.

    Raises:
        ValueError: If the threshold is no number or enormous.
    """

    def __init__(self, threshold: float, judged: Judged) -> None:
        super().__init__()
        if not abs(threshold) <= _LARGEST:
            raise ValueError(f"a threshold lies within ±{_LARGEST:g}")
        self.threshold, self.judged = float(threshold), judged

    @abstractmethod
    def score(self, embedding: Tensor, evidence: Tensor | None) -> Tensor:
        """Return (B,) float32, larger for what is better known, from (B, D) embeddings and (B,) evidence logits."""

    def forward(self, embedding: Tensor, evidence: Tensor | None) -> Tensor:
        """Return (B,) bool: whether something is recognised. A score that is not a number is none."""
        found: Tensor = self.score(embedding, evidence) >= self.threshold
        return found


class EvidenceRule(OpenSetRule):
    """The encoder's own evidence, with a threshold chosen on validation samples in place of one half.

    The score is the evidence logit, and so is the threshold.
    """

    def score(self, embedding: Tensor, evidence: Tensor | None) -> Tensor:  # noqa: ARG002
        """Return the evidence.

        Raises:
            ValueError: If there is none.
        """
        if evidence is None:
            raise ValueError("the encoder gives no evidence")
        return evidence


class DistanceRule(OpenSetRule):
    """How near an embedding is to a class of the training samples: for an encoder without evidence of its own.

    The score is the negative Mahalanobis distance to the nearest class mean, under one covariance for all classes.

    Source: Lee, Lee, Lee and Shin, "A Simple Unified Framework for Detecting Out-of-Distribution Samples and
    Adversarial Attacks", NeurIPS 2018, section 2.1, on the last layer alone. Ours: the shrinkage of the covariance
    (``mmdesk.training.calibration``) and the rule for the threshold. Held-out digits, strange words and hands were told
    from known digits better than by energy and softmax scores, and about as well as by nearest neighbours, which take
    more to store.

    Args:
        whitening: (D, D) float32, by which embeddings are multiplied: a root of the inverse covariance.
        means: (K, D) float32: the classes' means, multiplied likewise.
        threshold: See `OpenSetRule`.
        judged: See `OpenSetRule`.

    Raises:
        ValueError: If something does not fit.
    """

    whitening: Tensor
    means: Tensor

    def __init__(self, whitening: Tensor, means: Tensor, threshold: float, judged: Judged) -> None:
        super().__init__(threshold, judged)
        dim = len(whitening)
        if whitening.shape != (dim, dim) or means.ndim != 2 or means.shape[1] != dim or not len(means):
            raise ValueError("the whitening is (D, D) and the means are (K, D)")
        if not fits(dim, len(means)):
            raise ValueError(f"whitening and means have at most {MOST_NUMBERS} numbers")
        if not bool(torch.isfinite(whitening).all()) or not bool(torch.isfinite(means).all()):
            raise ValueError("whitening and means are finite")
        # Not among the weights: they stand in the checkpoint's configuration.
        self.register_buffer("whitening", whitening.detach().float().clone(), persistent=False)
        self.register_buffer("means", means.detach().float().clone(), persistent=False)

    def score(self, embedding: Tensor, evidence: Tensor | None) -> Tensor:  # noqa: ARG002
        """Return the negative distance, at most 0."""
        points = embedding.float() @ self.whitening.T
        # Not torch.cdist, which has no form in ONNX.
        squares = (points * points).sum(1, keepdim=True) + (self.means * self.means).sum(1) - 2 * points @ self.means.T
        found: Tensor = -squares.amin(dim=1).clamp(min=0).sqrt()
        return found


class JointRule(nn.Module):
    """Decides by the scores of all inputs together whether they hold anything that the model knows.

    Each score says something for or against, as a log-likelihood ratio of known and unknown inputs under two normal
    distributions of one variance: ``slope · (score - middle)``, at most `MOST_SAID` either way. Something is recognised
    where the sum over the inputs that are present reaches the threshold for that subset of them. So an input that is
    surely unknown weighs against one that would let anything pass, and one with a slope of 0 says nothing.

    Source: the sum of independent log-likelihood ratios, Neyman and Pearson, "On the Problem of the Most Efficient
    Tests of Statistical Hypotheses", 1933; with the covariance shared, linear discriminants, Fisher, 1936. Ours: the
    bound, and a threshold for each subset, since two inputs of one thing are not independent.

    Args:
        slopes: M of them, at least 0.
        middles: M of them.
        thresholds: 2^M - 1, in the order of `mmdesk.models.temperature.Temperatures`.
        judged: What the rule did on the samples that it was chosen on.

    Attributes:
        judged: See above.

    Raises:
        ValueError: If numbers are no numbers, enormous, or too few or many.
    """

    slopes: Tensor
    middles: Tensor
    thresholds: Tensor
    places: Tensor

    def __init__(
        self, slopes: Sequence[float], middles: Sequence[float], thresholds: Sequence[float], judged: Judged
    ) -> None:
        super().__init__()
        count = len(slopes)
        if not count or len(middles) != count or len(thresholds) != (1 << count) - 1:
            raise ValueError("there is a slope and a middle for each input and a threshold for each subset of them")
        if not all(abs(one) <= _LARGEST for one in (*slopes, *middles, *thresholds)) or min(slopes) < 0:
            raise ValueError(f"slopes, middles and thresholds lie within ±{_LARGEST:g}, and slopes are not below 0")
        self.judged = judged
        # Not among the weights: they stand in the checkpoint's configuration. Nothing is present: nothing is known.
        rows = torch.tensor([torch.inf, *thresholds])
        self.register_buffer("slopes", torch.tensor(list(slopes)), persistent=False)
        self.register_buffer("middles", torch.tensor(list(middles)), persistent=False)
        self.register_buffer("thresholds", rows, persistent=False)
        self.register_buffer("places", torch.tensor([1 << place for place in range(count)]), persistent=False)

    def forward(self, scores: Tensor, present: Tensor) -> Tensor:
        """Return (B,) bool from (B, M) scores, of any value where absent, and (B, M) bool."""
        said = ((scores - self.middles) * self.slopes).clamp(-MOST_SAID, MOST_SAID)
        # What is no number is as unknown as can be.
        said = torch.where(said.isnan(), -MOST_SAID, said).masked_fill(~present, 0.0)
        found: Tensor = said.sum(1) >= self.thresholds[(present * self.places).sum(1)]
        return found


def fits(dim: int, classes: int) -> bool:
    """Whether a `DistanceRule` of that size may stand in a checkpoint."""
    return dim * (dim + classes) <= MOST_NUMBERS
