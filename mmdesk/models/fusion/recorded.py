"""Fusion methods, each recorded as one computation; see `mmdesk.models.recording`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn

from mmdesk.models.fusion.base import Fusion, FusionOutput, WeightParts
from mmdesk.models.recording import Recording, record_module

_CHECKED_ROWS = (1, 2, 5)


class Tempered(NamedTuple):
    """A method's output with what is made of it.

    Attributes:
        output: What the method said.
        logits: (B, C), what `Fusion.tempered` makes of the output's.
        parts: What its weights are shares of; None where it does not tell.
    """

    output: FusionOutput
    logits: Tensor
    parts: WeightParts | None


class _Flat(nn.Module):
    """All that a method says and that is not None, in order; a trace cannot return None."""

    def __init__(self, fusion: Fusion) -> None:
        super().__init__()
        self.fusion = fusion

    def forward(self, embeddings: Tensor, present: Tensor) -> tuple[Tensor, ...]:
        output: FusionOutput = self.fusion(embeddings, present)
        parts: WeightParts | None = self.fusion.weight_parts(embeddings, present)
        values = (*output, self.fusion.tempered(output.logits, present), *(parts or ()))
        return tuple(each for each in values if each is not None)


class _Recorded(NamedTuple):
    """A recorded method, and which values of `FusionOutput` and of `WeightParts` it gives."""

    recording: Recording
    output: tuple[bool, ...]
    parts: tuple[bool, ...]


class RecordedFusions:
    """Runs fusion methods on a batch as they were when this was made; training them later changes nothing here.

    Use `record` to make one. The same rows give the same numbers, bit by bit, in every run.

    Attributes:
        kinds: The methods, by name.
    """

    def __init__(self, methods: Mapping[str, _Recorded]) -> None:
        self._methods = dict(methods)
        self.kinds = tuple(methods)

    def __call__(self, embeddings: Tensor, present: Tensor) -> dict[str, Tempered]:
        """Fuse (B, M, D) float32 ``embeddings`` under (B, M) bool ``present`` with every method, B at least 1."""
        result = {}
        for kind, (recording, output, parts) in self._methods.items():
            found = iter(recording(embeddings, present))
            said = FusionOutput._make([next(found) if is_given else None for is_given in output])
            logits = next(found)
            shares = WeightParts._make([next(found) if is_given else None for is_given in parts]) if parts else None
            result[kind] = Tempered(said, logits, shares)
        return result


def record(fusions: Mapping[str, Fusion]) -> RecordedFusions | None:
    """Record fusion methods in evaluation mode, all of one size, with parameters on the CPU.

    One at a time: torch holds the interpreter while it makes a recording, and with all methods in one, pictures on
    their way to the screen would wait for a quarter of a second. That costs a tenth more when they run.

    A method whose steps depend on the values is left out, as is one that cannot be recorded at all.

    Returns:
        None if nothing could be recorded.
    """
    found = {kind: _recording(fusion) for kind, fusion in fusions.items()}
    recorded = {kind: made for kind, made in found.items() if made is not None}
    return RecordedFusions(recorded) if recorded else None


@torch.no_grad()
def _recording(fusion: Fusion) -> _Recorded | None:
    generator = torch.Generator().manual_seed(0)
    example = _batch(fusion, 7, generator)
    checks = [_batch(fusion, rows, generator) for rows in _CHECKED_ROWS]
    recording = record_module(_Flat(fusion), example, checks)
    if recording is None:
        return None
    return _Recorded(recording, _given(fusion(*example)), _given(fusion.weight_parts(*example)))


def _given(values: Iterable[Tensor | None] | None) -> tuple[bool, ...]:
    return tuple(each is not None for each in values or ())


def _batch(fusion: Fusion, rows: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Return random embeddings and masks, with something present in each row."""
    embeddings = torch.randn(rows, fusion.modality_count, fusion.dim, generator=generator)
    present = torch.rand(rows, fusion.modality_count, generator=generator) < 0.6
    present[torch.arange(rows), torch.randint(fusion.modality_count, (rows,), generator=generator)] = True
    return embeddings, present
