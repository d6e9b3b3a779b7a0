"""Several fusion methods recorded as one computation; see `mmdesk.models.recording`."""

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


_Fields = tuple[tuple[bool, ...], tuple[bool, ...]]
"""Which values of `FusionOutput` and of `WeightParts` a method gives."""


class _Flat(nn.Module):
    """All that the methods say and that is not None, in order; a trace cannot return None."""

    def __init__(self, fusions: Mapping[str, Fusion]) -> None:
        super().__init__()
        self.fusions = nn.ModuleList(fusions.values())

    def forward(self, embeddings: Tensor, present: Tensor) -> tuple[Tensor, ...]:
        found: list[Tensor] = []
        for fusion in self.fusions:
            output: FusionOutput = fusion(embeddings, present)
            found += [each for each in output if each is not None]
            found.append(fusion.tempered(output.logits, present))  # type: ignore[operator]
            parts: WeightParts | None = fusion.weight_parts(embeddings, present)  # type: ignore[operator]
            found += [each for each in parts or () if each is not None]
        return tuple(found)


class RecordedFusions:
    """Runs fusion methods on a batch as they were when this was made; training them later changes nothing here.

    Use `record` to make one. The same rows give the same numbers, bit by bit, in every run.

    Attributes:
        kinds: The methods, by name.
    """

    def __init__(self, recording: Recording, fields: Mapping[str, _Fields]) -> None:
        self._recording = recording
        self._fields = dict(fields)
        self.kinds = tuple(fields)

    def __call__(self, embeddings: Tensor, present: Tensor) -> dict[str, Tempered]:
        """Fuse (B, M, D) float32 ``embeddings`` under (B, M) bool ``present`` with every method, B at least 1."""
        found = iter(self._recording(embeddings, present))
        result = {}
        for kind, (output, parts) in self._fields.items():
            said = FusionOutput._make([next(found) if is_given else None for is_given in output])
            logits = next(found)
            shares = WeightParts._make([next(found) if is_given else None for is_given in parts]) if parts else None
            result[kind] = Tempered(said, logits, shares)
        return result


def record(fusions: Mapping[str, Fusion]) -> RecordedFusions | None:
    """Record fusion methods in evaluation mode, all of one size, with parameters on the CPU.

    A method whose steps depend on the values is left out, as is one that cannot be recorded at all.

    Returns:
        None if nothing could be recorded.
    """
    if not fusions:
        return None
    together = _recording(fusions)
    if together is not None or len(fusions) == 1:
        return together
    good = {kind: fusion for kind, fusion in fusions.items() if _recording({kind: fusion}) is not None}
    return _recording(good) if good else None


@torch.no_grad()
def _recording(fusions: Mapping[str, Fusion]) -> RecordedFusions | None:
    generator = torch.Generator().manual_seed(0)
    first = next(iter(fusions.values()))
    example = _batch(first, 7, generator)
    checks = [_batch(first, rows, generator) for rows in _CHECKED_ROWS]
    recording = record_module(_Flat(fusions), example, checks)
    if recording is None:
        return None
    fields = {
        kind: (_given(fusion(*example)), _given(fusion.weight_parts(*example))) for kind, fusion in fusions.items()
    }
    return RecordedFusions(recording, fields)


def _given(values: Iterable[Tensor | None] | None) -> tuple[bool, ...]:
    return tuple(each is not None for each in values or ())


def _batch(fusion: Fusion, rows: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Return random embeddings and masks, with something present in each row."""
    embeddings = torch.randn(rows, fusion.modality_count, fusion.dim, generator=generator)
    present = torch.rand(rows, fusion.modality_count, generator=generator) < 0.6
    present[torch.arange(rows), torch.randint(fusion.modality_count, (rows,), generator=generator)] = True
    return embeddings, present
