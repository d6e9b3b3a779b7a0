"""The interface every encoder fulfils."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, NamedTuple, Self

import torch
from torch import Tensor, nn

from mmdesk.models.open_set import OpenSetRule

JsonValue = bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"] | None


class EncoderOutput(NamedTuple):
    """What an encoder says about a batch.

    Attributes:
        embedding: (B, D) float32, normalised so that the modalities are comparable in scale.
        evidence: (B,) float32 logit that the input holds anything the model was trained to know (a digit, say),
            or None for an encoder trained without background samples.
    """

    embedding: Tensor
    evidence: Tensor | None


class Encoder(nn.Module, ABC):
    """Turns one modality into an embedding of ``dim`` values.

    A batch passes two stages: :meth:`features`, the frozen part, which training computes once and keeps, and
    :meth:`embed`, the part that learns.

    Attributes:
        dim: Length D of the embedding.
    """

    dim: int

    @property
    def open_set(self) -> OpenSetRule | None:
        """The rule of :meth:`recognises`; None unless the model was calibrated."""
        rule = self._modules.get("open_set_rule")
        return rule if isinstance(rule, OpenSetRule) else None

    def set_open_set(self, rule: OpenSetRule | None) -> None:
        """Decide by ``rule`` from now on whether anything is recognised; None for the encoder's own way."""
        self.add_module("open_set_rule", rule)

    def recognises(self, output: EncoderOutput) -> Tensor:
        """Return (B,) bool: whether the encoder recognises anything in what it encoded to ``output``.

        By the rule that was chosen for it; without one where the probability of its evidence is at least one half; and
        without evidence in everything. A value that is not a number is no evidence.
        """
        rule = self.open_set
        if rule is not None:
            found: Tensor = rule(output.embedding, output.evidence)
            return found
        if output.evidence is None:
            return torch.ones_like(output.embedding[:, 0], dtype=torch.bool)
        return output.evidence >= 0

    def score(self, output: EncoderOutput) -> Tensor:
        """Return (B,) float32 what :meth:`recognises` judges ``output`` by: its rule's score, or else its evidence.

        NaN for an encoder that has neither.
        """
        rule = self.open_set
        if rule is not None:
            return rule.score(output.embedding, output.evidence)
        return torch.full_like(output.embedding[:, 0], torch.nan) if output.evidence is None else output.evidence

    @classmethod
    def fitted(cls, raws: Iterable[Any], **options: Any) -> Self:
        """Build an encoder for the training split's raw inputs ``raws``; ``options`` are constructor arguments.

        This is where an encoder gets what gradients do not teach: a vocabulary, document frequencies, pretrained
        weights. Most need nothing of it and leave ``raws`` unread. Training gives the options ``dim``, the length of
        the embedding, and ``evidence``, False: whether to have a head for evidence.

        Raises:
            ValueError: If the inputs or the options do not make an encoder.
        """
        del raws
        return cls(**options)

    @property
    def frozen_features(self) -> bool:
        """Whether :meth:`features` is real work that training never changes, and so worth keeping."""
        return False

    def frozen_parts(self) -> tuple[nn.Module, ...]:
        """Return modules that one after the other compute :meth:`features`; none where it is not worth cutting up."""
        return ()

    @abstractmethod
    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments, as JSON values, that rebuild this encoder untrained."""

    @abstractmethod
    def prepare(self, raw: Any) -> Tensor:
        """Turn one raw input (image, wave or string) into one CPU tensor of fixed shape, ready to be stacked."""

    def features(self, batch: Tensor) -> Tensor:
        """Turn a stacked batch of prepared inputs into (B, …) of the frozen part, without gradient.

        Where nothing is frozen, the batch itself.
        """
        return batch

    @abstractmethod
    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode what :meth:`features` gave; the part that is trained."""

    def forward(self, batch: Tensor) -> EncoderOutput:
        """Encode a stacked batch of prepared inputs."""
        return self.embed(self.features(batch))
