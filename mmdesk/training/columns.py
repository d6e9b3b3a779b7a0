"""One input of a split, row by row: prepared when it is asked for, or passed through an encoder once and kept."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np
import torch
from torch import Tensor

from mmdesk.core.inputs import Input
from mmdesk.models.encoders.base import Encoder, EncoderOutput
from mmdesk.training.memory_room import MemoryRoom

Tick = Callable[[float], None]
"""Told the share in [0, 1] that is done; may raise to stop the work."""

Vary = Callable[[str, Any, np.random.Generator], Any]
"""Returns a variation of one raw input of a kind, which it does not change: `Augmentation.apply`, or a corruption."""

CHUNK = 16
"""Rows that pass through an encoder at once. The last bits of what a row comes out as depend on the size of its batch
and on its index in it, so that every row has an index of its own in batches of one size."""


def unvaried(_kind: str, raw: Any, _rng: np.random.Generator) -> Any:
    """Leave an input as it is."""
    return raw


def untold(_share: float) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Storing:
    """How inputs are passed through an encoder once and kept.

    Attributes:
        vary: What makes the varied versions.
        varied: For each version whether it is varied.
        seed: Of the variations.
        device: Where they are computed; they are kept on the CPU.
        tick: Told how far it is.
    """

    vary: Vary
    varied: tuple[bool, ...]
    seed: int
    device: torch.device
    tick: Tick = untold

    def part(self, index: int, count: int) -> Storing:
        """The same, telling of its progress as one of ``count`` equal parts."""
        return replace(self, tick=lambda share: self.tick((index + share) / count))


class RawInputs(Protocol):
    """Where decoded inputs come from: `mmdesk.training.samples.Samples`."""

    def has(self, index: int, one: Input) -> bool:
        """Whether a sample has that input."""

    def raw(self, index: int, one: Input) -> Any:
        """One decoded input."""

    def __len__(self) -> int:
        """How many samples there are."""


class Column(Protocol):
    """One input of a split, ready for a model."""

    def take(self, rows: Sequence[int], rng: np.random.Generator | None) -> tuple[Tensor, Tensor]:
        """Return inputs (B, …) and presence (B,) bool of some rows; with ``rng`` varied as for training."""


class LiveColumn:
    """Prepares, and for training augments, each input when it is asked for.

    Args:
        samples: Where the raw inputs come from.
        indices: The samples that are the rows.
        one: Which of their inputs.
        encoder: Prepares them.
        vary: Applied when rows are taken with a generator.
    """

    def __init__(self, samples: RawInputs, indices: Sequence[int], one: Input, encoder: Encoder, vary: Vary) -> None:
        self._samples, self._indices, self._encoder, self._vary = samples, list(indices), encoder, vary
        self.input = one
        # Two inputs of a kind are varied each in its own way, whatever stands beside them.
        self.draws = zlib.crc32(one.column.encode())
        self.has = torch.tensor([samples.has(index, one) for index in indices], dtype=torch.bool)
        # A split may lack the input altogether; its blank rows still need the shape of a prepared input.
        everywhere = (*indices, *range(len(samples)))
        first = next((index for index in everywhere if samples.has(index, one)), None)
        self.blank = torch.zeros(1) if first is None else torch.zeros_like(encoder.prepare(samples.raw(first, one)))

    def __len__(self) -> int:
        return len(self._indices)

    def take(self, rows: Sequence[int], rng: np.random.Generator | None) -> tuple[Tensor, Tensor]:
        """Return prepared inputs (B, …) and presence (B,)."""
        return torch.stack([self.prepared(row, rng) for row in rows]), self.has[list(rows)]

    def prepared(self, row: int, rng: np.random.Generator | None) -> Tensor:
        """Return one prepared input, zeros where it is missing; with ``rng`` varied."""
        if not self.has[row]:
            return self.blank
        raw = self._samples.raw(self._indices[row], self.input)
        if rng is not None:
            raw = self._vary(self.input.kind, raw, rng)
        return self._encoder.prepare(raw)


class VersionedColumn(Column, Protocol):
    """Inputs that have passed through an encoder, in a clean version and in varied ones."""

    @property
    def versions(self) -> int:
        """How many, the clean one included."""

    def __len__(self) -> int:
        """How many rows."""

    def given(self, wanted: Sequence[tuple[int, int]]) -> tuple[Tensor, Tensor]:
        """Return (B, …) and presence (B,) bool of pairs of version and row."""


def _drawn(column: VersionedColumn, rows: Sequence[int], rng: np.random.Generator | None) -> list[tuple[int, int]]:
    """The clean versions; with ``rng`` one drawn anew for each row."""
    if rng is None or column.versions == 1:
        return [(0, row) for row in rows]
    return list(zip(rng.integers(column.versions, size=len(rows)).tolist(), rows, strict=True))


class StoredColumn:
    """What was computed once and is kept: a frozen backbone's features, or a finished encoder's embeddings.

    Args:
        copies: (K, N, …); version 0 is the clean one, the others are augmented.
        present: (K, N) bool.
    """

    def __init__(self, copies: Tensor, present: Tensor) -> None:
        self.copies, self.present = copies, present

    @property
    def versions(self) -> int:
        """How many, the clean one included."""
        return len(self.copies)

    def __len__(self) -> int:
        return self.copies.shape[1]

    def take(self, rows: Sequence[int], rng: np.random.Generator | None) -> tuple[Tensor, Tensor]:
        """Return clean inputs and presence; with ``rng`` a version drawn anew for each row."""
        return self.given(_drawn(self, rows, rng))

    def given(self, wanted: Sequence[tuple[int, int]]) -> tuple[Tensor, Tensor]:
        """Return (B, …) and presence (B,) of pairs of version and row."""
        version, row = torch.tensor(wanted, dtype=torch.int64).view(-1, 2).unbind(1)
        return self.copies[version, row], self.present[version, row]


class ComputedColumn:
    """The same as `StoredColumn`, to the bit on a CPU, computed whenever it is asked for.

    Args:
        live: The prepared inputs.
        encoder: Moved to the device where it computes.
        compute: What of it: its `features`, or all of it; what it recognises in an `EncoderOutput` decides on presence.
        storing: How.
    """

    def __init__(self, live: LiveColumn, encoder: Encoder, compute: Callable[[Tensor], Any], storing: Storing) -> None:
        self._live, self._encoder, self._compute, self._storing = live, encoder, compute, storing

    @property
    def versions(self) -> int:
        """How many, the clean one included."""
        return len(self._storing.varied)

    def __len__(self) -> int:
        return len(self._live)

    def take(self, rows: Sequence[int], rng: np.random.Generator | None) -> tuple[Tensor, Tensor]:
        """Return clean inputs and presence; with ``rng`` a version drawn anew for each row."""
        return self.given(_drawn(self, rows, rng))

    def given(self, wanted: Sequence[tuple[int, int]]) -> tuple[Tensor, Tensor]:
        """Return (B, …) and presence (B,) of pairs of version and row."""
        waiting: dict[int, list[int]] = defaultdict(list)
        for number, (_, row) in enumerate(wanted):
            waiting[row % CHUNK].append(number)
        given: Tensor | None = None
        present = torch.empty(len(wanted), dtype=torch.bool)
        while batch := {index: numbers.pop() for index, numbers in waiting.items() if numbers}:
            prepared = [
                self._prepared(*wanted[batch[index]]) if index in batch else self._live.blank for index in range(CHUNK)
            ]
            values, recognised = passed(self._encoder, self._compute, torch.stack(prepared), self._storing.device)
            indices, numbers = torch.tensor(list(batch)), torch.tensor(list(batch.values()))
            if given is None:
                given = values.new_empty((len(wanted), *values.shape[1:]))
            given[numbers] = values[indices]
            present[numbers] = recognised[indices] & self._live.has[[wanted[number][1] for number in batch.values()]]
        if given is None:
            raise ValueError("no rows are wanted")
        return given, present

    def _prepared(self, version: int, row: int) -> Tensor:
        # Seeded by index, not by order of use: a resumed run, or one that keeps nothing, computes the same.
        seed = (self._storing.seed, self._live.draws, version, row)
        return self._live.prepared(row, np.random.default_rng(seed) if self._storing.varied[version] else None)


def passed(
    encoder: Encoder, compute: Callable[[Tensor], Any], batch: Tensor, device: torch.device
) -> tuple[Tensor, Tensor]:
    """Pass a batch through an encoder, or a part of it, as if it were finished.

    Returns:
        What comes out (B, …) on the CPU, and whether the encoder recognises something (B,) bool.
    """
    was_training = encoder.training
    encoder.to(device).eval()
    try:
        with torch.inference_mode():
            output = compute(batch.to(device))
            if isinstance(output, EncoderOutput):
                recognised, output = encoder.recognises(output), output.embedding
            else:
                recognised = torch.ones(len(batch), dtype=torch.bool)
    finally:
        encoder.train(was_training)
    # Copies made outside inference mode: autograd refuses tensors that were made inside.
    return output.cpu().clone(), recognised.cpu().clone()


def chunks(rows: int) -> list[range]:
    """The rows of a column, as they pass through an encoder."""
    return [range(start, min(start + CHUNK, rows)) for start in range(0, rows, CHUNK)]


def stored(column: ComputedColumn, tick: Tick) -> StoredColumn:
    """Compute all of a column of at least one row, and keep it."""
    filled = _filled(len(column), column.versions, column.given, None, tick)
    if filled is None:
        raise ValueError("a column of no rows")
    return filled


def stored_where_it_fits(column: ComputedColumn, room: MemoryRoom, tick: Tick) -> VersionedColumn:
    """Compute all of a column and keep it; return the column itself where memory has no room."""
    filled = _filled(len(column), column.versions, column.given, room, tick)
    return column if filled is None else filled


def embedded(
    features: VersionedColumn, encoder: Encoder, device: torch.device, room: MemoryRoom, tick: Tick
) -> StoredColumn | None:
    """Bring features through the part of an encoder that was trained on them; None where memory has no room."""

    def given(wanted: Sequence[tuple[int, int]]) -> tuple[Tensor, Tensor]:
        batch, present = features.given(wanted)
        padding = batch.new_zeros((CHUNK - len(batch), *batch.shape[1:]))
        values, recognised = passed(encoder, encoder.embed, torch.cat([batch, padding]), device)
        return values[: len(batch)], recognised[: len(batch)] & present

    return _filled(len(features), features.versions, given, room, tick)


def _filled(
    rows: int,
    versions: int,
    given: Callable[[Sequence[tuple[int, int]]], tuple[Tensor, Tensor]],
    room: MemoryRoom | None,
    tick: Tick,
) -> StoredColumn | None:
    copies: Tensor | None = None
    present = torch.zeros((versions, rows), dtype=torch.bool)
    done = 0
    for span in chunks(rows):
        for version in range(versions):
            values, there = given([(version, row) for row in span])
            if copies is None:
                shape = (versions, rows, *values.shape[1:])
                if room is not None and not room.holds(versions * rows * values[0].nbytes):
                    return None
                # Written at once, so that it counts as taken from now on.
                copies = torch.empty(shape, dtype=values.dtype).fill_(0)
            copies[version, span.start : span.stop] = values
            present[version, span.start : span.stop] = there
            done += len(span)
            tick(done / (rows * versions))
    return None if copies is None else StoredColumn(copies, present)
