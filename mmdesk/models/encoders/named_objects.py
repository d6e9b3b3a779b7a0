"""An image encoder that keeps ImageNet's own classifier: some of its classes have names, all others are "none"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from mmdesk.models.backbones.efficientnet_lite import DIM, EfficientNetLite0, pretrained_weights
from mmdesk.models.backbones.outside import is_without_memory, leave_out
from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.encoders.image import central_square

CLASS_COUNT = 1_000
"""Classes of ImageNet."""
_CHANNELS = 3
_CLASSIFIER_WEIGHT, _CLASSIFIER_BIAS = "_fc.weight", "_fc.bias"
# Log-probabilities of what a picture does not show lie there, and differ by nothing that matters.
_LEAST_LOG = -12.0
_LEAST_SUM = 1e-30
_SPREAD = 4.0


class NamedObjectsEncoder(Encoder):
    """Frozen EfficientNet-Lite0 with its ImageNet classifier → log-probabilities of named groups → embedding.

    Each group is a few of ImageNet's classes ("coffee mug", "cup") that go by one name. Its score is the logarithm of
    the groups' summed probabilities; the probability outside all groups is what speaks for "none of these", and the
    evidence is a line over the logarithm of the odds, set on validation data. The embedding is a linear map of the
    scores, so that a class needs hardly a picture to be known: its head starts from the classifier's own rows.

    Source of the open-set score: the maximum softmax probability of Hendrycks and Gimpel, "A Baseline for Detecting
    Misclassified and Out-of-Distribution Examples in Neural Networks", 2017, with the background classes of
    Dhamija, Günther and Boult, "Reducing Network Agnostophobia", 2018, section 3; that ImageNet's other classes serve
    as background is ours.

    Further classes may be learnt beside ImageNet's, which knows one sort of apple: each is one more logit of the same
    softmax, a linear function of the 1,000, and goes to a group, or to none as a background class of its own (ours).

    Neither backbone nor classifier is in the state dict: they come from the package that carries them.

    Args:
        dim: Length D of the embedding.
        rows: For each group its classes as numbers from 0 to 999 between blanks. Without groups each of the 1,000
            classes stands for itself, and there is no evidence.
        size_px: Side of the square input, 64 to 512; the backbone was trained with 224.
        dropout: Probability in [0, 1) of dropping a score while training.
        evidence: Whether there is evidence.
        further: For each further class the place of its group, -1 for none. They need groups.

    Raises:
        ValueError: An argument lies outside its range, a class is in two groups, or the package is missing.
    """

    groups: Tensor

    def __init__(
        self,
        dim: int = 64,
        rows: Sequence[str] = (),
        size_px: int = 224,
        dropout: float = 0.0,
        evidence: bool = True,
        further: Sequence[int] = (),
    ) -> None:
        super().__init__()
        if dim < 1 or not 64 <= size_px <= 512 or not 0.0 <= dropout < 1.0:
            raise ValueError(f"need dim >= 1, size_px 64..512, dropout in [0, 1), got {dim}, {size_px}, {dropout}")
        self.dim, self.size_px, self.rows = dim, size_px, tuple(rows)
        self._dropout, self._evidence = dropout, bool(evidence)
        classes = _groups(self.rows)
        places = len(classes) + 1 if self.rows else CLASS_COUNT
        self.further_places = tuple(int(place) for place in further)
        if self.further_places and not (classes and all(-1 <= place < len(classes) for place in self.further_places)):
            raise ValueError(f"further must hold places of the {len(classes)} groups, or -1, got {further}")
        # Which group each class goes to (1000 + F, K + 1), ImageNet's first; those without a name share the last place.
        count = CLASS_COUNT + len(self.further_places)
        self.register_buffer("groups", torch.zeros(count, places, device="cpu"), persistent=False)
        for place, group in enumerate(classes):
            self.groups[list(group), place] = 1.0
        for row, place in enumerate(self.further_places, CLASS_COUNT):
            self.groups[row, place] = 1.0
        self.groups[self.groups.sum(1) == 0, -1] = 1.0
        self.frozen = _Classifier()
        leave_out(self, "frozen")
        self.further = nn.Linear(CLASS_COUNT, len(self.further_places)) if self.further_places else None
        self.drop = nn.Dropout(dropout)
        self.project = nn.Linear(places, dim)
        self.norm = nn.LayerNorm(dim)
        self.odds = nn.Linear(1, 1) if self.rows and evidence else None
        if self.odds is not None:
            nn.init.ones_(self.odds.weight)
            nn.init.zeros_(self.odds.bias)

    @property
    def frozen_features(self) -> bool:
        """True: the classifier's scores are worth keeping."""
        return True

    def frozen_parts(self) -> tuple[nn.Module, ...]:
        """Return the parts of the backbone, and its classifier."""
        return (*self.frozen.backbone.parts(), self.frozen.head)

    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments as JSON values."""
        return {
            "dim": self.dim,
            "rows": list(self.rows),
            "size_px": self.size_px,
            "dropout": self._dropout,
            "evidence": self._evidence,
            **({"further": list(self.further_places)} if self.further_places else {}),
        }

    def prepare(self, raw: NDArray[np.uint8]) -> Tensor:
        """Return the central square of a picture (H, W, 3) uint8 RGB as (3, S, S) float32 in [0, 1].

        Raises:
            ValueError: ``raw`` is not an RGB picture of bytes.
        """
        return central_square(raw, self.size_px)

    def features(self, batch: Tensor) -> Tensor:
        """Turn prepared pictures (B, 3, S, S) into ImageNet's logits (B, 1000), without gradient.

        Raises:
            ValueError: The batch has not the prepared shape.
        """
        if batch.ndim != 4 or tuple(batch.shape[1:]) != (_CHANNELS, self.size_px, self.size_px):
            raise ValueError(f"a batch must be (B, 3, {self.size_px}, {self.size_px}), got {tuple(batch.shape)}")
        with torch.no_grad():
            logits: Tensor = self.frozen(batch)
        return logits

    def scores(self, features: Tensor) -> Tensor:
        """Return the log-probabilities (B, K + 1) of the K groups and of everything else; (B, 1000) without groups."""
        grouped = features
        if self.rows:
            logits = features if self.further is None else torch.cat([features, self.further(features)], dim=1)
            # Sums of exponentials by a product with the groups; the peak taken off first keeps them in range.
            peak = logits.amax(dim=1, keepdim=True)
            grouped = ((logits - peak).exp() @ self.groups).clamp(min=_LEAST_SUM).log() + peak
        return torch.log_softmax(grouped, dim=1)

    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode ImageNet's logits (B, 1000)."""
        return self.embed_scores(self.scores(features))

    def embed_scores(self, scores: Tensor) -> EncoderOutput:
        """Encode what :meth:`scores` gave."""
        bounded = scores.clamp(min=_LEAST_LOG)
        values = (bounded - bounded.mean(dim=1, keepdim=True)) / _SPREAD
        evidence = None
        if self.odds is not None:
            # log(p / (1 - p)) of the probability p that any of the groups is seen.
            seen = torch.logsumexp(scores[:, :-1], dim=1) - scores[:, -1]
            evidence = self.odds(seen.unsqueeze(1)).squeeze(1)
        return EncoderOutput(self.norm(self.project(self.drop(values))), evidence)


class _Classifier(nn.Module):
    """EfficientNet-Lite0 with its ImageNet head, frozen, with the package's weights."""

    def __init__(self) -> None:
        super().__init__()
        self.backbone = EfficientNetLite0()
        self.head = nn.Linear(DIM, CLASS_COUNT)
        if not is_without_memory(self):
            weights = pretrained_weights()
            self.backbone.load(weights)
            with torch.no_grad():
                self.head.weight.copy_(weights[_CLASSIFIER_WEIGHT])
                self.head.bias.copy_(weights[_CLASSIFIER_BIAS])
        self.requires_grad_(False)

    def forward(self, pictures: Tensor) -> Tensor:
        logits: Tensor = self.head(self.backbone(pictures))
        return logits


def _groups(rows: Sequence[str]) -> list[tuple[int, ...]]:
    try:
        groups = [tuple(map(int, row.split())) for row in rows]
    except (AttributeError, ValueError) as error:
        raise ValueError("rows must be numbers of ImageNet's classes, with blanks between them") from error
    named = list(chain.from_iterable(groups))
    if not all(groups) or len(set(named)) != len(named) or not all(0 <= each < CLASS_COUNT for each in named):
        raise ValueError(f"rows must each hold classes from 0 to {CLASS_COUNT - 1}, none of them twice")
    if len(named) == CLASS_COUNT:
        raise ValueError("some of ImageNet's classes must be left to stand for everything else")
    return groups
