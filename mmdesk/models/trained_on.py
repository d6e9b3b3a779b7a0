"""What a model was trained on, as its ``config.json`` remembers it: enough to know a sample again, no more."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.inputs import MOST_INPUTS
from mmdesk.core.limits import MOST_SAMPLES

VERSION = 1
HASH_BYTES = 8
"""At 100,000 samples trained on and as many tested, the chance that any two of them are mixed up is below 1e-9."""

_PIECE_BYTES = 1 << 20
_MOST_CONTENTS = MOST_INPUTS * MOST_SAMPLES
_MOST_SEED = 1 << 32
_ORDER = np.dtype("<u8")


def text_hash(text: str) -> int:
    """Return the 64 bits by which a text is known again: BLAKE2b (RFC 7693) of that length, of its UTF-8."""
    content = text.encode("utf-8", errors="surrogatepass")
    return _number(hashlib.blake2b(content, digest_size=HASH_BYTES, person=b"text"))


def file_hash(path: Path) -> int:
    """Return the 64 bits by which a file's content is known again; it is read piece by piece.

    Raises:
        OSError: If it cannot be read.
    """
    digest = hashlib.blake2b(digest_size=HASH_BYTES, person=b"file")  # a text file is not the text that it holds
    with path.open("rb", buffering=0) as stream:
        while piece := stream.read(_PIECE_BYTES):
            digest.update(piece)
    return _number(digest)


def _number(digest: hashlib.blake2b) -> int:
    return int.from_bytes(digest.digest(), "little")


@dataclass(frozen=True, slots=True, eq=False)
class TrainedOn:
    """The samples of a training run.

    Attributes:
        split_seed: By which training, validation and test samples were parted.
        train: Number of samples that the weights were fitted to.
        validation: Number of samples that chose among them.
        threads: On which the run computed; another number rounds otherwise.
        contents: (N,) uint64, rising: the `file_hash` of every file of both, and the `text_hash` of the texts
            of those that have no file.
    """

    split_seed: int
    train: int
    validation: int
    threads: int
    contents: NDArray[np.uint64]

    @staticmethod
    def of(split_seed: int, train: int, validation: int, threads: int, contents: Iterable[int]) -> TrainedOn:
        """Return the record of contents in any order."""
        table = np.unique(np.fromiter(contents, dtype=_ORDER))
        return TrainedOn(split_seed, train, validation, threads, table)

    def knows(self, content: int) -> bool:
        """Whether a content was trained on or validated with."""
        at = int(np.searchsorted(self.contents, np.uint64(content)))
        return at < len(self.contents) and int(self.contents[at]) == content

    def to_json(self) -> dict[str, object]:
        """Return the entry "training" of a ``config.json``."""
        return {
            "version": VERSION,
            "split_seed": self.split_seed,
            "train": self.train,
            "validation": self.validation,
            "threads": self.threads,
            "contents": base64.b64encode(self.contents.astype(_ORDER).tobytes()).decode("ascii"),
        }


def parse_trained_on(value: object) -> TrainedOn:
    """Read and check the entry "training" of a ``config.json``.

    Raises:
        ValueError: With one sentence about the first thing that is wrong.
    """
    if not isinstance(value, dict):
        raise ValueError('"training" must be an object')
    version = value.get("version")
    if version != VERSION or type(version) is not int:
        raise ValueError(f'"training" is of version {str(version)[:20]}, and this program reads version {VERSION}')
    limits = {"split_seed": (0, _MOST_SEED - 1), "train": (1, MOST_SAMPLES), "validation": (0, MOST_SAMPLES)}
    limits["threads"] = (1, 1 << 16)
    numbers = {}
    for name, (low, high) in limits.items():
        number = value.get(name)
        if type(number) is not int or not low <= number <= high:
            raise ValueError(f'"training.{name}" must be a whole number from {low} to {high}')
        numbers[name] = number
    return TrainedOn(**numbers, contents=_contents(value.get("contents")))


def _contents(value: object) -> NDArray[np.uint64]:
    if not isinstance(value, str) or len(value) > 4 * (_MOST_CONTENTS * HASH_BYTES // 3 + 1):
        raise ValueError('"training.contents" must be text of a bounded length')
    try:
        content = base64.b64decode(value.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise ValueError('"training.contents" is not base64') from error
    if len(content) % HASH_BYTES:
        raise ValueError(f'"training.contents" is no sequence of {HASH_BYTES} bytes each')
    table = np.frombuffer(content, dtype=_ORDER).astype(np.uint64)
    if not bool((table[1:] > table[:-1]).all()):
        raise ValueError('"training.contents" does not rise')
    return table
