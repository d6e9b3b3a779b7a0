"""A text encoder that forgives typos: words as bags of hashed character n-grams and spelling variants."""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache
from itertools import groupby

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue

# One Chinese character is a word of its own; 々〇 belong to them. Kana and Hangul are written in runs and stay words.
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# A number keeps its inner separators, so that 3.5, 12:30 and 1,000 are one token and not several digits.
_TOKEN = re.compile(rf"\d+(?:[.,:/\-]\d+)*|[{_HAN}]|(?:[^\W\d_{_HAN}]|[\u0300-\u036f\u0900-\u097f])+")
_RUN_ON = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_MAX_CHARS = 2_000
_LONGEST_NGRAM = 4
_MAX_TOKEN_CHARS = 24
_NO_EVIDENCE = -20.0
_HUSH_START = -4.0
_REACH = 2
_SHORTEST_SLIP = 3
_MAX_DELETIONS = 10


def tokenise(text: str) -> list[str]:
    """Split text into words, single Chinese characters and numbers, in NFKC form and case-folded.

    Digits of any script become 0–9 ("７", "⑦", "٧" and "७" are all "7"); marks and emoji fall away, which leaves
    the digit of a keycap.
    """
    folded = unicodedata.normalize("NFKC", text[-_MAX_CHARS:]).casefold()
    plain = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in folded)
    return _TOKEN.findall(plain)


def _features(token: str) -> list[str]:
    """Return what a token is looked up by, the most telling first.

    The token, its forms with one letter left out, its letters sorted, its doubled letters made single, and its
    character 1- to 4-grams with boundary marks. Two words one slip apart share a form with a letter left out, two with
    letters swapped the sorted letters. Kana and Hangul are written without blanks, so there the beginnings and ends of
    the run stand for words instead.
    """
    token = token[:_MAX_TOKEN_CHARS]
    if len(token) > 1 and token[0].isdigit():
        return ["-00"]  # numbers of several digits are all one to us
    found = [f"-{token}"]
    if _RUN_ON.match(token):
        found += [f"-{part}" for length in range(1, 5) for part in (token[:length], token[-length:])]
    elif len(token) >= _SHORTEST_SLIP:
        found += [f"-{token[:place]}{token[place + 1 :]}" for place in range(min(len(token), _MAX_DELETIONS))]
        found += [f"~{''.join(sorted(token))}", f"={''.join(char for char, _ in groupby(token))}"]
    marked = f"<{token}>"
    for length in range(1, _LONGEST_NGRAM + 1):
        grams = (marked[start : start + length] for start in range(len(marked) - length + 1))
        found += [gram for gram in grams if gram not in ("<", ">")]
    return list(dict.fromkeys(found))


def _bucket(feature: str, buckets: int) -> int:
    # CRC-32 and not hash(): Python salts its own in every process. 0 is padding.
    return 1 + zlib.crc32(feature.encode()) % (buckets - 1)


@lru_cache(maxsize=16_384)
def _token_ids(token: str, buckets: int, room: int) -> tuple[int, ...]:
    ids = [_bucket(feature, buckets) for feature in _features(token)[:room]]
    return (*ids, *(0,) * (room - len(ids)))


class SubwordTextEncoder(Encoder):
    """Token vectors from character n-grams, with a glance at the neighbours, pooling by what each token claims.

    Every token claims by one logit that it names a class. The strongest claim is the text's evidence, and the softmax
    of the claims pools the tokens: unknown words around a number word then weigh nothing, however many they are.

    Source of the token vectors: Bojanowski et al., "Enriching Word Vectors with Subword Information", 2017, section
    3.2 (hashed n-grams; here 1- to 4-grams, for short number words, and CRC-32). Forms with a letter left out: Mor
    and Fraenkel, "A Hash Code Method for Detecting and Correcting Spelling Errors", 1982. Pooling: Ilse et al.,
    "Attention-based Deep Multiple Instance Learning", 2018, eq. 7, with the instances' own logits as scores. Ours:
    a token may lower the claims of those up to two places away ("twenty" those of "one", "no" likewise), by an amount
    that starts near zero, so that an unknown word beside a number word disturbs nothing.

    Args:
        dim: Length D of the embedding.
        buckets: Rows of the hashed n-gram table; row 0 is padding.
        width: Length of an n-gram vector.
        hidden: Length of a token vector.
        tokens: Tokens looked at, the last of a longer text.
        ngrams: Features looked at in each token: the token, its variants and its n-grams.
        dropout: Probability of dropping a token value while training.
        evidence: Whether the strongest claim is given out as evidence; tokens are pooled by their claims either way.

    Raises:
        ValueError: If a size is too small or ``dropout`` not in [0, 1).
    """

    def __init__(
        self,
        dim: int = 64,
        buckets: int = 131_072,
        width: int = 8,
        hidden: int = 64,
        tokens: int = 24,
        ngrams: int = 48,
        dropout: float = 0.1,
        evidence: bool = True,
    ) -> None:
        super().__init__()
        if min(dim, width, hidden, tokens, ngrams) < 1 or buckets < 2:
            raise ValueError("every size of a text encoder must be at least 1, and buckets at least 2")
        if not 0.0 <= dropout < 1.0:
            raise ValueError(f"dropout must lie in [0, 1), got {dropout}")
        self.dim = dim
        self.buckets, self.width, self.hidden = buckets, width, hidden
        self.tokens, self.ngrams, self.dropout = tokens, ngrams, dropout
        self.gives_evidence = evidence
        self.table = nn.Embedding(buckets, width, padding_idx=0)
        # Small, as in fastText: an n-gram never trained on must say next to nothing, not a random vector of length 5.
        nn.init.uniform_(self.table.weight, -1 / width, 1 / width)
        with torch.no_grad():
            self.table.weight[0].zero_()
        self.widen = nn.Linear(width, hidden)
        self.hush = nn.Linear(hidden, 1)
        nn.init.constant_(self.hush.bias, _HUSH_START)
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
            "evidence": self.gives_evidence,
        }

    def prepare(self, raw: str) -> Tensor:
        """Turn any string, the empty one included, into n-gram ids (tokens, ngrams) int64, 0 where there is none."""
        words = tokenise(raw)[-self.tokens :]
        ids = torch.zeros(self.tokens, self.ngrams, dtype=torch.int64)
        if words:
            ids[: len(words)] = torch.tensor([_token_ids(word, self.buckets, self.ngrams) for word in words])
        if len(words) == 1:
            # What stands alone may mean more than in a sentence: "un" is a one, "un chat" is a cat.
            ids[0, -1] = _bucket(f"!{words[0]}", self.buckets)
        return ids

    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode n-gram ids (B, T, ngrams) int64, T at most ``tokens``.

        Returns:
            embedding (B, D) float32 after LayerNorm and evidence logits (B,). Text without a single token has an
            embedding of its own (the bias) and counts as holding nothing.

        Raises:
            ValueError: The batch does not have the prepared shape or type.
        """
        batch = features
        if batch.ndim != 3 or batch.shape[1] > self.tokens or batch.shape[2] != self.ngrams:
            raise ValueError(f"a batch must be (B, {self.tokens}, {self.ngrams}), got {tuple(batch.shape)}")
        if batch.dtype != torch.int64:
            raise ValueError(f"a batch must be int64, got {batch.dtype}")
        count, length, _ = batch.shape
        real = (batch > 0).any(dim=2)  # (B, T)
        bags = functional.embedding_bag(batch.flatten(0, 1), self.table.weight, mode="mean", padding_idx=0)
        mixed = self.drop(functional.gelu(self.widen(bags)).view(count, length, self.hidden))
        hushed = functional.softplus(self.hush(mixed).squeeze(-1)).masked_fill(~real, 0.0)  # (B, T)
        padded = functional.pad(hushed, (_REACH, _REACH))
        around = sum(padded[:, place : place + length] for place in range(2 * _REACH + 1) if place != _REACH)
        claims = (self.evidence(mixed).squeeze(-1) - around).masked_fill(~real, _NO_EVIDENCE)
        shares = claims.softmax(dim=1).masked_fill(~real, 0.0)
        pooled = torch.einsum("bt,bth->bh", shares, mixed)
        evidence = claims.amax(dim=1) if self.gives_evidence else None
        return EncoderOutput(self.norm(self.project(pooled)), evidence)
