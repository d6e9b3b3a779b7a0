"""Texts as bags of words: how often each known word occurs, plain or weighted by how telling it is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, Self

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.encoders.vocabulary import MAX_WORDS, Vocabulary, count_words


class BagOfWordsEncoder(Encoder):
    """Counts of the known words, scaled to length 1, through one linear layer and a layer norm.

    The order of the words is lost, and a word that training never met says nothing.

    Source: Harris, "Distributional Structure", 1954; the vector space model of Salton et al., 1975.

    Args:
        vocabulary: The known words; see :meth:`fitted`.
        dim: Length D of the embedding.
        tokens: Known words looked at, the last of a longer text.
        dropout: Probability in [0, 1) of dropping a word's entry while training.
        evidence: Whether there is an evidence head.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(
        self,
        vocabulary: Sequence[str],
        dim: int = 64,
        tokens: int = 256,
        dropout: float = 0.2,
        evidence: bool = True,
    ) -> None:
        super().__init__()
        if min(dim, tokens) < 1 or not 0.0 <= dropout < 1.0:
            raise ValueError(f"need dim and tokens >= 1 and dropout in [0, 1), got {dim}, {tokens}, {dropout}")
        self.dim, self.tokens = dim, tokens
        self.vocabulary = Vocabulary(vocabulary, offset=1)
        self.drop = nn.Dropout(dropout)
        self.project = nn.Linear(len(self.vocabulary), dim)
        self.norm = nn.LayerNorm(dim)
        self.evidence = nn.Linear(len(self.vocabulary), 1) if evidence else None

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
            "tokens": self.tokens,
            "dropout": self.drop.p,
            "evidence": self.evidence is not None,
        }

    def prepare(self, raw: str) -> Tensor:
        """Turn any string, the empty one included, into word numbers (tokens,) int64: from 1, then 0."""
        return self.vocabulary.numbers(raw, self.tokens, unknown=0)

    def bag(self, numbers: Tensor) -> Tensor:
        """Turn word numbers (B, tokens) int64 into counts (B, V) float32 of length 1; all 0 without a known word.

        Raises:
            ValueError: The batch does not have the prepared shape or type.
        """
        if numbers.ndim != 2 or numbers.dtype != torch.int64:
            raise ValueError(f"a batch must be int64 (B, {self.tokens}), got {numbers.dtype} {tuple(numbers.shape)}")
        counts = torch.zeros(len(numbers), len(self.vocabulary) + 1, device=numbers.device)
        counts = counts.scatter_add(1, numbers, torch.ones_like(numbers, dtype=counts.dtype))
        return functional.normalize(self.weighed(counts[:, 1:]), dim=1)

    def weighed(self, counts: Tensor) -> Tensor:
        """Return the entries (B, V) for word counts (B, V); here the counts themselves."""
        return counts

    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode word numbers (B, tokens) int64."""
        entries = self.drop(self.bag(features))
        evidence = None if self.evidence is None else self.evidence(entries).squeeze(1)
        return EncoderOutput(self.norm(self.project(entries)), evidence)


class TfidfEncoder(BagOfWordsEncoder):
    """A bag of words in which a word counts the more, the fewer training texts hold it.

    Entry tf · idf with idf = ln((1 + n) / (1 + df)) + 1, scaled to length 1; n is the number of training texts and
    df of those with the word. The idf are part of the state dict.

    Source: Spärck Jones, "A Statistical Interpretation of Term Specificity", 1972, in the smoothed form of
    scikit-learn's ``TfidfVectorizer``. Arguments and errors as for :class:`BagOfWordsEncoder`.
    """

    idf: Tensor

    def __init__(
        self,
        vocabulary: Sequence[str],
        dim: int = 64,
        tokens: int = 256,
        dropout: float = 0.2,
        evidence: bool = True,
    ) -> None:
        super().__init__(vocabulary, dim, tokens, dropout, evidence)
        self.register_buffer("idf", torch.ones(len(self.vocabulary)))

    @classmethod
    def fitted(cls, raws: Iterable[Any], **options: Any) -> Self:
        """Choose the vocabulary and reckon the idf from the training texts; options as for a bag of words."""
        max_words, min_count = options.pop("max_words", MAX_WORDS), options.pop("min_count", 1)
        counted = count_words(raws, max_words, min_count)
        encoder = cls(counted.words, **options)
        encoder.idf.copy_(
            torch.tensor([math.log((1 + counted.total) / (1 + count)) + 1 for count in counted.text_counts])
        )
        return encoder

    def weighed(self, counts: Tensor) -> Tensor:
        """Return tf · idf (B, V) for word counts (B, V)."""
        return counts * self.idf
