"""A text encoder that forgives typos: words as bags of hashed character n-grams."""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue

# One Chinese character is a word of its own; 々〇 belong to them. Kana and Hangul are written in runs and stay words.
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# A number keeps its inner separators, so that 3.5, 12:30 and 1,000 are one token and not several digits.
_TOKEN = re.compile(rf"\d+(?:[.,:/\-]\d+)*|[{_HAN}]|(?:[^\W\d_{_HAN}]|[\u0300-\u036f\u0900-\u097f])+")
_MAX_CHARS = 2_000
_LONGEST_NGRAM = 4
_MAX_TOKEN_CHARS = 24


def tokenise(text: str) -> list[str]:
    """Split text into words, single Chinese characters and numbers, in NFKC form and case-folded.

    Digits of any script become 0–9 ("７", "⑦", "٧" and "७" are all "7"); marks and emoji fall away, which leaves
    the digit of a keycap.
    """
    folded = unicodedata.normalize("NFKC", text[-_MAX_CHARS:]).casefold()
    plain = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in folded)
    return _TOKEN.findall(plain)


def _ngrams(token: str) -> list[str]:
    """Return the whole token and its character 1- to 4-grams with boundary marks."""
    marked = f"<{token[:_MAX_TOKEN_CHARS]}>"
    grams = [marked]
    for length in range(1, _LONGEST_NGRAM + 1):
        grams += [marked[start : start + length] for start in range(len(marked) - length + 1)]
    return [gram for gram in grams if gram not in ("<", ">")]


@lru_cache(maxsize=16_384)
def _token_ids(token: str, buckets: int, limit: int) -> tuple[int, ...]:
    # CRC-32 and not hash(): Python salts its own in every process.
    ids = [1 + zlib.crc32(gram.encode()) % (buckets - 1) for gram in _ngrams(token)[:limit]]
    return (*ids, *(0,) * (limit - len(ids)))


class SubwordTextEncoder(Encoder):
    """Token vectors from character n-grams, one look at the neighbours, attention pooling.

    Source of the token vectors: Bojanowski et al., "Enriching Word Vectors with Subword Information", 2017, section
    3.2 (hashed n-grams; here 1- to 4-grams, for short number words, and CRC-32). Pooling: Ilse et al., "Attention-based
    Deep Multiple Instance Learning", 2018, eq. 8 without the tanh. The convolution between is ours: "no one" is no
    digit, "number one" is.

    Args:
        dim: Length D of the embedding.
        buckets: Rows of the hashed n-gram table; row 0 is padding.
        width: Length of an n-gram vector.
        hidden: Length of a token vector.
        tokens: Tokens looked at, the last of a longer text.
        ngrams: N-grams looked at in each token.
        dropout: Probability of dropping a token value while training.

    Raises:
        ValueError: If a size is too small or ``dropout`` not in [0, 1).
    """

    def __init__(
        self,
        dim: int = 64,
        buckets: int = 16_384,
        width: int = 32,
        hidden: int = 64,
        tokens: int = 24,
        ngrams: int = 40,
        dropout: float = 0.1,
    ) -> None:
        super().__init__()
        if min(dim, width, hidden, tokens, ngrams) < 1 or buckets < 2:
            raise ValueError("every size of a text encoder must be at least 1, and buckets at least 2")
        if not 0.0 <= dropout < 1.0:
            raise ValueError(f"dropout must lie in [0, 1), got {dropout}")
        self.dim = dim
        self.buckets, self.width, self.hidden = buckets, width, hidden
        self.tokens, self.ngrams, self.dropout = tokens, ngrams, dropout
        self.table = nn.Embedding(buckets, width, padding_idx=0)
        self.widen = nn.Linear(width, hidden)
        self.context = nn.Conv1d(hidden, hidden, 3, padding=1)
        self.score = nn.Linear(hidden, 1)
        self.drop = nn.Dropout(dropout)
        self.project = nn.Linear(hidden, dim)
        self.norm = nn.LayerNorm(dim)
        self.evidence = nn.Linear(hidden, 1)

    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments as JSON values."""
        return {
            "dim": self.dim,
            "buckets": self.buckets,
            "width": self.width,
            "hidden": self.hidden,
            "tokens": self.tokens,
            "ngrams": self.ngrams,
            "dropout": self.dropout,
        }

    def prepare(self, raw: str) -> Tensor:
        """Turn any string, the empty one included, into n-gram ids (tokens, ngrams) int64, 0 where there is none."""
        words = tokenise(raw)[-self.tokens :]
        ids = torch.zeros(self.tokens, self.ngrams, dtype=torch.int64)
        if words:
            ids[: len(words)] = torch.tensor([_token_ids(word, self.buckets, self.ngrams) for word in words])
        return ids

    def forward(self, batch: Tensor) -> EncoderOutput:
        """Encode n-gram ids (B, T, ngrams) int64, T at most ``tokens``.

        Returns:
            embedding (B, D) float32 after LayerNorm and evidence logits (B,). Text without a single token has an
            embedding of its own (the bias) and counts as holding nothing.

        Raises:
            ValueError: The batch does not have the prepared shape or type.
        """
        if batch.ndim != 3 or batch.shape[1] > self.tokens or batch.shape[2] != self.ngrams:
            raise ValueError(f"a batch must be (B, {self.tokens}, {self.ngrams}), got {tuple(batch.shape)}")
        if batch.dtype != torch.int64:
            raise ValueError(f"a batch must be int64, got {batch.dtype}")
        count, length, _ = batch.shape
        real = batch[:, :, 0] > 0  # (B, T)
        bags = functional.embedding_bag(batch.flatten(0, 1), self.table.weight, mode="mean", padding_idx=0)
        vectors = functional.gelu(self.widen(bags)).view(count, length, self.hidden)
        # Padding must look like the zeros beyond the edge, or the last word would depend on the room after it.
        vectors = vectors.masked_fill(~real.unsqueeze(-1), 0.0)
        mixed = vectors + functional.gelu(self.context(vectors.transpose(1, 2)).transpose(1, 2))
        mixed = self.drop(mixed)
        scores = self.score(mixed).squeeze(-1).masked_fill(~real, torch.finfo(mixed.dtype).min)
        shares = scores.softmax(dim=1).masked_fill(~real, 0.0)  # (B, T)
        pooled = torch.einsum("bt,bth->bh", shares, mixed)
        evidence = self.evidence(pooled).squeeze(-1)
        evidence = evidence.masked_fill(~real.any(dim=1), -20.0)
        return EncoderOutput(self.norm(self.project(pooled)), evidence)
