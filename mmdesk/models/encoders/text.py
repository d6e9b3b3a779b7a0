"""A text encoder that forgives typos: words as hashed character n-grams and as slips of words it knows."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Self

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.encoders.slips import MAX_WORD_CHARS, MAX_WORDS, SlipIndex
from mmdesk.models.encoders.tokens import tokenise
from mmdesk.models.encoders.vocabulary import count_words

_RUN_ON = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_LONGEST_NGRAM = 4
_MAX_TOKEN_CHARS = MAX_WORD_CHARS
_NO_EVIDENCE = -20.0
_HUSH_START = -4.0
_REACH = 2
_MOST_SYMBOLS = 64
_MOST_WORDS = 8
_SHORTEST_FORGIVEN = 3
_PLACES_OF_PAIRS = 2


def _features(token: str, slips: SlipIndex) -> list[str]:
    """Return what a token is looked up by, the most telling first.

    The token, the forgiven words it may be a slip of and by what kind of slip, and its character 1- to 4-grams with
    boundary marks. Kana and Hangul are written without blanks, so there the beginnings and ends of the run stand for
    words instead.
    """
    token = token[:_MAX_TOKEN_CHARS]
    if len(token) > 1 and token[0].isdigit():
        return ["-00"]  # numbers of several digits are all one to us
    found = [f"-{token}"]
    if len(token) == 1:
        return found  # its n-grams would say the same, and each might share its row with a stranger
    if _RUN_ON.match(token):
        found += [f"-{part}" for length in range(1, 5) for part in (token[:length], token[-length:])]
    else:
        near = slips.near(token)[:_MOST_WORDS]
        found += [f"@{slip.kind} {slip.word}" for slip in near]
        found += [f"@{part}" for slip in near for part in (slip.kind, f" {slip.word}")]
    marked = f"<{token}>"
    for length in range(1, _LONGEST_NGRAM + 1):
        grams = (marked[start : start + length] for start in range(len(marked) - length + 1))
        found += [gram for gram in grams if gram not in ("<", ">")]
    return list(dict.fromkeys(found))


def _bucket(feature: str, buckets: int) -> int:
    # CRC-32 and not hash(): Python salts its own in every process. 0 is padding.
    return 1 + zlib.crc32(feature.encode()) % (buckets - 1)


@lru_cache(maxsize=16_384)
def _token_ids(token: str, buckets: int, room: int, slips: SlipIndex) -> tuple[int, ...]:
    ids = [_bucket(feature, buckets) for feature in _features(token, slips)[:room]]
    return (*ids, *(0,) * (room - len(ids)))


class SubwordTextEncoder(Encoder):
    """Token vectors from character n-grams and likely slips, with a glance at the neighbours, pooled by their claims.

    Every token claims by one logit that it names a class. The strongest claim is the text's evidence, and the softmax
    of the claims pools the tokens: unknown words around a number word then weigh nothing, however many they are.

    Source of the token vectors: Bojanowski et al., "Enriching Word Vectors with Subword Information", 2017, section
    3.2 (hashed n-grams; here 1- to 4-grams, for short number words, and CRC-32). Misspellings: Kernighan, Church and
    Gale, "A Spelling Correction Program Based on a Noisy Channel Model", 1990: what a slip of a kind in a given word
    says is learnt, here as one more feature ("a letter is missing in seven"), so that a misspelling never met is known
    by its kind. Pooling of features and of tokens: Ilse et al., "Attention-based Deep Multiple Instance Learning",
    2018, eq. 7, with linear scores. Ours: a token may lower the claims of those a few places away ("twenty" those
    of "one", "no" likewise), by an amount that starts near zero, so that an unknown word beside a number word disturbs
    nothing.

    Args:
        dim: Length D of the embedding.
        buckets: Rows of the hashed n-gram table; row 0 is padding.
        width: Length of an n-gram vector.
        hidden: Length of a token vector.
        tokens: Tokens looked at, the last of a longer text.
        ngrams: Features looked at in each token: the token, its slips and its n-grams.
        dropout: Probability of dropping a token value while training.
        evidence: Whether the strongest claim is given out as evidence; tokens are pooled by their claims either way.
        forgiven: Words whose misspellings are to be known, as :class:`SlipIndex` takes them.
        pairs: Whether a token is also looked up together with the one before and the one after it, as names of two
            words ("hair dryer") and all Chinese ones need: one character of them says little.
        classes: Units of a linear layer over the embedding whose greatest value is added to the evidence: the maximum
            logit of Hendrycks et al., "Scaling Out-of-Distribution Detection for Real-World Settings", 2022, section
            3, beside the strongest claim (ours). 0 for none.
        symbols: Signs that are words of their own, such as "+"; others are passed over.
        reach: How many places away a token may lower the claims of others.

    Raises:
        ValueError: If a size is too small, ``dropout`` not in [0, 1), ``forgiven`` no such list, or among ``symbols``
            is a letter, a digit, a blank or one sign twice.
    """

    def __init__(  # noqa: PLR0913 - sizes, all with a default
        self,
        *,
        dim: int = 64,
        buckets: int = 131_072,
        width: int = 8,
        hidden: int = 64,
        tokens: int = 24,
        ngrams: int = 48,
        dropout: float = 0.1,
        evidence: bool = True,
        forgiven: Sequence[str] = (),
        pairs: bool = False,
        classes: int = 0,
        symbols: str = "",
        reach: int = _REACH,
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
        if classes < 0:
            raise ValueError(f"classes must not be negative, got {classes}")
        self.pairs = bool(pairs)
        if self.pairs and ngrams < _PLACES_OF_PAIRS + 1:
            raise ValueError(f"pairs need ngrams of at least {_PLACES_OF_PAIRS + 1}, got {ngrams}")
        symbols = "".join(symbols)  # a configuration may hold a list
        if len(symbols) > _MOST_SYMBOLS or len(set(symbols)) < len(symbols):
            raise ValueError(f"symbols must be text of at most {_MOST_SYMBOLS} different signs")
        if any(sign.isalnum() or sign.isspace() for sign in symbols):
            raise ValueError("symbols must hold neither letters nor digits nor blanks")
        if not 0 <= reach <= tokens:
            raise ValueError(f"reach must be 0 to the number of tokens, got {reach}")
        self.symbols, self.reach = symbols, reach
        self._slips = SlipIndex(forgiven)
        self.table = nn.Embedding(buckets, width, padding_idx=0)
        # Small, as in fastText: an n-gram never trained on must say next to nothing, not a random vector of length 5.
        nn.init.uniform_(self.table.weight, -1 / width, 1 / width)
        with torch.no_grad():
            self.table.weight[0].zero_()
        self.attend = nn.Linear(width, 1)
        self.widen = nn.Linear(width, hidden)
        self.hush = nn.Linear(hidden, 1)
        nn.init.constant_(self.hush.bias, _HUSH_START)
        self.drop = nn.Dropout(dropout)
        self.project = nn.Linear(hidden, dim)
        self.norm = nn.LayerNorm(dim)
        self.evidence = nn.Linear(hidden, 1)
        self.classes = nn.Linear(dim, classes) if evidence and classes else None

    @classmethod
    def fitted(cls, raws: Iterable[Any], **options: Any) -> Self:
        """Build an encoder that forgives slips in the words of the training texts ``raws``.

        Args:
            raws: Strings.
            options: Constructor arguments. Without ``forgiven`` it becomes the 2,000 words of three letters or more
                that most texts hold, of those that two texts hold.

        Raises:
            ValueError: The texts hold no words, or an option is wrong.
        """
        if "forgiven" not in options:
            counted = count_words(raws)
            frequent = [word for word, count in zip(counted.words, counted.text_counts, strict=True) if count >= 2]
            fitting = [word for word in frequent if _SHORTEST_FORGIVEN <= len(word) <= MAX_WORD_CHARS]
            options = {**options, "forgiven": fitting[:MAX_WORDS]}
        return cls(**options)

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
            "forgiven": list(self._slips.words),
            **({"pairs": True} if self.pairs else {}),
            **({"classes": self.classes.out_features} if self.classes is not None else {}),
            **({"symbols": self.symbols} if self.symbols else {}),
            **({"reach": self.reach} if self.reach != _REACH else {}),
        }

    def prepare(self, raw: str) -> Tensor:
        """Turn any string, the empty one included, into n-gram ids (tokens, ngrams) int64, 0 where there is none."""
        words = tokenise(raw, self.symbols)[-self.tokens :]
        ids = torch.zeros(self.tokens, self.ngrams, dtype=torch.int64)
        if words:
            ids[: len(words)] = torch.tensor(
                [_token_ids(word, self.buckets, self.ngrams, self._slips) for word in words]
            )
        if self.pairs:
            for place, (first, second) in enumerate(pairwise(words)):
                pair = _bucket(f"{first[:_MAX_TOKEN_CHARS]} {second[:_MAX_TOKEN_CHARS]}", self.buckets)
                ids[place, -1] = ids[place + 1, -_PLACES_OF_PAIRS] = pair
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
        length = batch.shape[1]
        real = (batch > 0).any(dim=2)  # (B, T)
        grams = self.table(batch)  # (B, T, G, width)
        # The few n-grams that were trained on decide; the mean would drown them in those of an unknown slip.
        heard = self.attend(grams).squeeze(-1).masked_fill(batch == 0, _NO_EVIDENCE)
        bags = torch.einsum("btg,btgw->btw", heard.softmax(dim=2), grams)
        mixed = self.drop(functional.gelu(self.widen(bags)))
        hushed = functional.softplus(self.hush(mixed).squeeze(-1)).masked_fill(~real, 0.0)  # (B, T)
        reach = self.reach
        padded = functional.pad(hushed, (reach, reach))
        around = sum(padded[:, index : index + length] for index in range(2 * reach + 1) if index != reach)
        claims = (self.evidence(mixed).squeeze(-1) - around).masked_fill(~real, _NO_EVIDENCE)
        shares = claims.softmax(dim=1).masked_fill(~real, 0.0)
        pooled = torch.einsum("bt,bth->bh", shares, mixed)
        embedding = self.norm(self.project(pooled))
        evidence = claims.amax(dim=1) if self.gives_evidence else None
        if evidence is not None and self.classes is not None:
            evidence = evidence + self.classes(embedding).amax(dim=1)
        return EncoderOutput(embedding, evidence)
