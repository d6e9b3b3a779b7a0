"""Texts as sequences of learnt word vectors, pooled by their mean or by a recurrent network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

import torch
from torch import Tensor, nn

from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.encoders.vocabulary import MAX_WORDS, Vocabulary, count_words

_UNKNOWN = 1
POOLINGS = ("mean", "gru")
# While training a word is now and then taken for an unknown one, or the unknown word's vector would never be learnt.
_UNKNOWN_SHARE = 0.05


class WordEmbeddingEncoder(Encoder):
    """One learnt vector a word; their mean, or that of a GRU's states beside its last; a linear layer, a layer norm.

    Source: Bengio et al., "A Neural Probabilistic Language Model", 2003 (word vectors); Iyyer et al., "Deep Unordered
    Composition Rivals Syntactic Methods", 2015 (mean and word dropout); Cho et al., 2014 (GRU). Deviation: a dropped
    word becomes the unknown word instead of vanishing.

    Args:
        vocabulary: The known words; see :meth:`fitted`.
        dim: Length D of the embedding.
        width: Length of a word vector, and the GRU's units.
        pooling: "mean" or "gru".
        tokens: Words looked at, the last of a longer text.
        dropout: Probability in [0, 1) of dropping a value while training.
        evidence: Whether there is an evidence head.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(
        self,
        vocabulary: Sequence[str],
        dim: int = 64,
        width: int = 64,
        pooling: str = "mean",
        tokens: int = 64,
        dropout: float = 0.2,
        evidence: bool = True,
    ) -> None:
        super().__init__()
        if min(dim, width, tokens) < 1 or not 0.0 <= dropout < 1.0:
            raise ValueError(f"need dim, width, tokens >= 1, dropout in [0, 1): {dim}, {width}, {tokens}, {dropout}")
        if pooling not in POOLINGS:
            raise ValueError(f"pooling must be one of {', '.join(POOLINGS)}, got {pooling!r}")
        self.dim, self.width, self.pooling, self.tokens = dim, width, pooling, tokens
        self.vocabulary = Vocabulary(vocabulary, offset=_UNKNOWN + 1)
        self.table = nn.Embedding(len(self.vocabulary) + _UNKNOWN + 1, width, padding_idx=0)
        self.recurrent = nn.GRU(width, width, batch_first=True) if pooling == "gru" else None
        pooled = width if self.recurrent is None else 2 * width
        self.drop = nn.Dropout(dropout)
        self.project = nn.Linear(pooled, dim)
        self.norm = nn.LayerNorm(dim)
        self.evidence = nn.Linear(pooled, 1) if evidence else None

    @classmethod
    def fitted(cls, raws: Iterable[Any], **options: Any) -> Self:
        """Choose the vocabulary from the training texts ``raws``.

        Args:
            raws: Strings.
            options: Constructor arguments but ``vocabulary``, and ``max_words`` (20,000) and ``min_count`` (1), as
                :func:`count_words` takes them.

        Raises:
            ValueError: The texts hold no words, or an option is wrong.
        """
        max_words, min_count = options.pop("max_words", MAX_WORDS), options.pop("min_count", 1)
        return cls(count_words(raws, max_words, min_count).words, **options)

    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments as JSON values, the vocabulary included."""
        return {
            "vocabulary": list(self.vocabulary.words),
            "dim": self.dim,
            "width": self.width,
            "pooling": self.pooling,
            "tokens": self.tokens,
            "dropout": self.drop.p,
            "evidence": self.evidence is not None,
        }

    def prepare(self, raw: str) -> Tensor:
        """Turn any string into word numbers (tokens,) int64: 1 for an unknown word, from 2 the known, then 0."""
        return self.vocabulary.numbers(raw, self.tokens, unknown=_UNKNOWN)

    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode word numbers (B, tokens) int64.

        Raises:
            ValueError: The batch does not have the prepared shape or type.
        """
        if features.ndim != 2 or features.dtype != torch.int64:
            raise ValueError(f"a batch must be int64 (B, {self.tokens}), got {features.dtype} {tuple(features.shape)}")
        if self.training:
            taken = torch.rand(features.shape, device=features.device) < _UNKNOWN_SHARE
            features = features.masked_fill(taken & (features > 0), _UNKNOWN)
        real = (features > 0).unsqueeze(2)  # (B, T, 1)
        count = real.sum(dim=1).clamp(min=1)  # (B, 1)
        values = self.drop(self.table(features))
        if self.recurrent is None:
            pooled = values.masked_fill(~real, 0.0).sum(dim=1) / count
        else:
            states, _ = self.recurrent(values)  # (B, T, W); the padding comes last and so disturbs no real state
            mean = states.masked_fill(~real, 0.0).sum(dim=1) / count
            last = states.gather(1, (count - 1).unsqueeze(2).expand(-1, -1, states.shape[2])).squeeze(1)
            # A text without words has no last state either.
            pooled = self.drop(torch.cat([mean, last.masked_fill(~real[:, 0], 0.0)], dim=1))
        evidence = None if self.evidence is None else self.evidence(pooled).squeeze(1)
        return EncoderOutput(self.norm(self.project(pooled)), evidence)
