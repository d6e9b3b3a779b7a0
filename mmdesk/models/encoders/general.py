"""Frozen general encoders: what a lesson's classes are taught on, without training any network.

Each turns an input into features that are the same whatever is taught, so that a sample is looked at once. What a
lesson adds is closed arithmetic (`GeneralEncoder.fit`): the directions in which its samples lie, and the samples
themselves, by which a new input is known or not. The networks' weights are in no checkpoint: they come with the
program, or with the package that carries them.
"""

from __future__ import annotations

import hashlib
import math
import unicodedata
from abc import abstractmethod
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.backbones.efficientnet_lite import DIM as PICTURE_WIDTH
from mmdesk.models.backbones.efficientnet_lite import EfficientNetLite0, pretrained_weights
from mmdesk.models.backbones.outside import is_without_memory, leave_out
from mmdesk.models.encoders.audio import SpeechRNNEncoder
from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.encoders.image import central_square

DIM = 128
"""Length of an embedding."""
MOST_ANCHORS = 20_000

WORD_WIDTH = 128
TEXT_WIDTH = 1024
_GRAMS = (2, 3, 4)
_MOST_CHARS = 400
_TINY = 1e-8
# The mean of few samples is as much theirs as everyone's.
_CENTRE_COUNT = 20.0
# What is nearer to background than to anything taught is pushed away by twice the difference.
_PUSH = 2.0


class GeneralEncoder(Encoder):
    """Frozen features of length 1 → their part along a lesson's samples → an embedding; evidence by the nearest sample.

    The embedding is √D Bᵀ(x - c) / |x - c|: c is the mean of the lesson's samples and B their main directions (D, W).
    A sample of the lesson has a mean square of 1, and an input that is like none of them is shorter.

    The evidence is the cosine to the nearest sample, less what it lies nearer to background than to that: Sun, Ming,
    Zhu and Li, "Out-of-Distribution Detection with Deep Nearest Neighbors", ICML 2022, with the first neighbour, since
    a class may have one sample; background as a class of its own is from Dhamija, Günther and Boult, "Reducing Network
    Agnostophobia", NeurIPS 2018. Cosines of centred features are those of Wang et al., "SimpleShot", 2019.

    Args:
        width: Length W of the features.
        dim: Length D of the embedding.
        anchors: Number K of samples that it was fitted to; 0 before.
        strangers: Number S of background samples.

    Attributes:
        width: See above.

    Raises:
        ValueError: A size is out of range.
    """

    centre: Tensor
    basis: Tensor
    anchors: Tensor
    strangers: Tensor

    def __init__(self, width: int, dim: int, anchors: int, strangers: int) -> None:
        super().__init__()
        if not 1 <= dim <= width or not 0 <= anchors <= MOST_ANCHORS or not 0 <= strangers <= MOST_ANCHORS:
            raise ValueError(
                f"need dim 1..{width} and at most {MOST_ANCHORS} samples, got {dim}, {anchors}, {strangers}"
            )
        self.width, self.dim = width, dim
        self.register_buffer("centre", torch.zeros(width))
        self.register_buffer("basis", torch.zeros(dim, width))
        self.register_buffer("anchors", torch.zeros(anchors, width))
        self.register_buffer("strangers", torch.zeros(strangers, width))

    @property
    def frozen_features(self) -> bool:
        """True: nothing is ever trained."""
        return True

    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments as JSON values."""
        return {"dim": self.dim, "anchors": len(self.anchors), "strangers": len(self.strangers)}

    @property
    def look_key(self) -> tuple[str, ...]:
        """Two encoders with the same key look alike, whatever lessons they were fitted to."""
        lesson = {"dim", "anchors", "strangers"}
        own = (f"{name}={value}" for name, value in self.config().items() if name not in lesson)
        return (type(self).__qualname__, *own)

    def features(self, batch: Tensor) -> Tensor:
        """Turn a stacked batch of prepared inputs into (B, W) of length 1, without gradient."""
        with torch.no_grad():
            return self.unit(self.look(batch))

    @staticmethod
    def unit(looked: Tensor) -> Tensor:
        """Give what `look` found (B, W) the length 1."""
        found: Tensor = functional.normalize(looked, dim=1, eps=_TINY)
        return found

    @abstractmethod
    def look(self, batch: Tensor) -> Tensor:
        """Turn a stacked batch of prepared inputs into features (B, W) of any length."""

    def fit(self, samples: Tensor, background: Tensor) -> None:
        """Take a lesson's samples: features (K, W), and those of background (S, W)."""
        self.centre, self.basis = directions(samples, self.dim)
        self.anchors, self.strangers = samples[:MOST_ANCHORS].clone(), background[:MOST_ANCHORS].clone()

    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode features (B, W)."""
        return EncoderOutput(projected(features, self.centre, self.basis), self._evidence(features))

    def _evidence(self, features: Tensor) -> Tensor:
        if not len(self.anchors):
            return torch.zeros(len(features), dtype=features.dtype, device=features.device)
        known: Tensor = (features @ self.anchors.T).amax(1)
        if not len(self.strangers):
            return known
        return pushed(known, (features @ self.strangers.T).amax(1))


def pushed(known: Tensor, strange: Tensor) -> Tensor:
    """Return the evidence from the cosines to the nearest sample and to the nearest background."""
    return known - _PUSH * (strange - known).clamp(min=0)


def directions(samples: Tensor, dim: int) -> tuple[Tensor, Tensor]:
    """Return the shrunk mean (W,) of features (K, W) and their main directions (dim, W); 0 where there are no more."""
    centre = samples.mean(0) * (len(samples) / (len(samples) + _CENTRE_COUNT))
    apart = (samples - centre).double()
    # Of the small matrix: hundreds of samples of a thousand values take milliseconds.
    gram = apart @ apart.T if len(apart) <= apart.shape[1] else apart.T @ apart
    values, vectors = torch.linalg.eigh(gram)
    values, vectors = values.flip(0)[:dim], vectors.flip(1)[:, :dim]
    main = (apart.T @ vectors).T if len(apart) <= apart.shape[1] else vectors.T
    kept = values > 1e-9 * values[:1].clamp(min=_TINY)
    basis = torch.zeros(dim, samples.shape[1])
    basis[: int(kept.sum())] = functional.normalize(main[kept], dim=1).float()
    return centre, basis


def projected(features: Tensor, centre: Tensor, basis: Tensor) -> Tensor:
    """Return embeddings (B, D) of features (B, W)."""
    apart = features - centre
    found: Tensor = math.sqrt(len(basis)) * (apart @ basis.T) / apart.norm(dim=1, keepdim=True).clamp(min=_TINY)
    return found


def _shipped(name: str) -> dict[str, Tensor]:
    file = Path(__file__).with_name(name)
    try:
        return load_file(file)
    except (OSError, SafetensorError) as error:
        raise ValueError(f"{file.name}, a general encoder's weights, cannot be read: {error}") from error


class GeneralPictureEncoder(GeneralEncoder):
    """Frozen EfficientNet-Lite0 → 1280 pooled values; see `GeneralEncoder`.

    Args:
        dim: Length of the embedding.
        anchors: See `GeneralEncoder`.
        strangers: See `GeneralEncoder`.
        size_px: Side of the square input, 64 to 512; the backbone was trained with 224.

    Raises:
        ValueError: An argument lies outside its range, or the package with the weights is missing.
    """

    def __init__(self, dim: int = DIM, anchors: int = 0, strangers: int = 0, size_px: int = 224) -> None:
        super().__init__(PICTURE_WIDTH, dim, anchors, strangers)
        if not 64 <= size_px <= 512:
            raise ValueError(f"need size_px 64..512, got {size_px}")
        self.size_px = size_px
        self.frozen = EfficientNetLite0()
        leave_out(self, "frozen")
        if not is_without_memory(self.frozen):
            self.frozen.load(_picture_weights())

    def frozen_parts(self) -> tuple[nn.Module, ...]:
        """Return the parts of the backbone."""
        return self.frozen.parts()

    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments as JSON values."""
        return {**super().config(), "size_px": self.size_px}

    def prepare(self, raw: NDArray[np.uint8]) -> Tensor:
        """Return the central square of a picture (H, W, 3) uint8 RGB as (3, S, S) float32 in [0, 1].

        Raises:
            ValueError: ``raw`` is not an RGB picture of bytes.
        """
        return central_square(raw, self.size_px)

    def look(self, batch: Tensor) -> Tensor:
        """Turn prepared pictures (B, 3, S, S) into the backbone's pooled values (B, 1280).

        Raises:
            ValueError: The batch has not the prepared shape.
        """
        if batch.ndim != 4 or tuple(batch.shape[1:]) != (3, self.size_px, self.size_px):
            raise ValueError(f"a batch must be (B, 3, {self.size_px}, {self.size_px}), got {tuple(batch.shape)}")
        pooled: Tensor = self.frozen(batch)
        return pooled


@lru_cache(maxsize=1)
def _picture_weights() -> dict[str, Tensor]:
    """Return the backbone's weights, read once a process: a taught model is opened after every change."""
    return pretrained_weights()


class GeneralWordEncoder(GeneralEncoder):
    """Frozen speech_embedding frames → a recurrent network trained on thousands of words; see `GeneralEncoder`.

    The network learnt to put a word said by one voice near the same word said by others; made-up words are among them,
    and no number words. See ``packaging/models/teaching``.

    Source: supervised contrastive learning, Khosla et al., NeurIPS 2020, eq. 2, with words as classes and voices as
    views; acoustic word embeddings by recurrent networks, Settle and Livescu, "Discriminative Acoustic Word
    Embeddings", SLT 2016.

    Args:
        dim: Length of the embedding.
        anchors: See `GeneralEncoder`.
        strangers: See `GeneralEncoder`.

    Raises:
        ValueError: An argument lies outside its range, or the weights cannot be read.
    """

    def __init__(self, dim: int = DIM, anchors: int = 0, strangers: int = 0) -> None:
        super().__init__(WORD_WIDTH, dim, anchors, strangers)
        self.frozen = word_network()
        leave_out(self, "frozen")
        if not is_without_memory(self.frozen):
            self.frozen.load_state_dict(_shipped("general_word.safetensors"))
        self.frozen.requires_grad_(False)
        self.frozen.eval()

    def train(self, mode: bool = True) -> GeneralWordEncoder:
        """Set the mode; the frozen network stays in evaluation mode."""
        super().train(mode)
        self.frozen.eval()
        return self

    def prepare(self, raw: NDArray[np.float32]) -> Tensor:
        """Turn a 16 kHz mono wave (N,) float32 in [-1, 1] into (32000,) float32 of a common level.

        Raises:
            ValueError: The wave is not one-dimensional.
        """
        return self.frozen.prepare(raw)

    def look(self, batch: Tensor) -> Tensor:
        """Turn prepared waves (B, 32000) into (B, 128)."""
        found: Tensor = self.frozen(batch).embedding
        return found


def word_network() -> SpeechRNNEncoder:
    """Return the network of `GeneralWordEncoder`, with first weights."""
    return SpeechRNNEncoder(WORD_WIDTH, 128, evidence=False, stored=False)


class GeneralTextEncoder(GeneralEncoder):
    """Character n-grams of two to four letters and whole words → 1024 values by random signs; see `GeneralEncoder`.

    Every n-gram has signs that follow from a hash of it, and a text is their weighted sum: the angle between two texts
    is that between their n-gram counts but for a random error of 1/32. What is written alike is near, a slip of a
    finger included, in any script; nothing is known of meanings.

    Source: random projections with signs, Achlioptas, "Database-friendly random projections", 2003; n-grams with the
    ends of words marked as in Bojanowski et al., "Enriching Word Vectors with Subword Information", 2017.

    Args:
        dim: Length of the embedding.
        anchors: See `GeneralEncoder`.
        strangers: See `GeneralEncoder`.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(self, dim: int = DIM, anchors: int = 0, strangers: int = 0) -> None:
        super().__init__(TEXT_WIDTH, dim, anchors, strangers)

    def prepare(self, raw: str) -> Tensor:
        """Turn any string, the empty one included, into (1024,) float32."""
        return torch.from_numpy(letter_values(raw))

    def look(self, batch: Tensor) -> Tensor:
        """Return the batch (B, 1024).

        Raises:
            ValueError: The batch has not the prepared shape.
        """
        if batch.ndim != 2 or batch.shape[1] != TEXT_WIDTH:
            raise ValueError(f"a batch must be (B, {TEXT_WIDTH}), got {tuple(batch.shape)}")
        return batch


def letter_values(text: str) -> NDArray[np.float32]:
    """Return what a text's letters are (1024,), as `GeneralTextEncoder` describes it; zeros where there are none."""
    total = np.zeros(TEXT_WIDTH, np.float32)
    for gram, weight in _grams(text):
        total += weight * _signs(gram)
    return total


def _grams(text: str) -> Iterator[tuple[str, float]]:
    """Yield a text's n-grams with their weights: of a word, its parts weigh more than the whole."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())[:_MOST_CHARS]
    spaced = (sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " " for sign in folded)
    for word in "".join(spaced).split():
        marked = f"<{word}>"
        grams = [marked[place : place + size] for size in _GRAMS for place in range(len(marked) - size + 1)]
        yield marked, 0.5
        for gram in grams:
            yield gram, 1.0 / math.sqrt(len(grams))


@lru_cache(maxsize=20_000)
def _signs(gram: str) -> NDArray[np.float32]:
    content = gram.encode("utf-8", "replace")
    digests = (
        hashlib.blake2b(content, digest_size=64, person=bytes([part])).digest() for part in range(TEXT_WIDTH // 512)
    )
    return np.unpackbits(np.frombuffer(b"".join(digests), np.uint8)).astype(np.float32) * 2 - 1


__all__ = [
    "DIM",
    "GeneralEncoder",
    "GeneralPictureEncoder",
    "GeneralTextEncoder",
    "GeneralWordEncoder",
    "directions",
    "letter_values",
    "projected",
    "pushed",
    "word_network",
]
