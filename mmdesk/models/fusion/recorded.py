"""Several fusion methods recorded as one computation, which then runs without the interpreter.

A fusion head is small: most of its time goes into Python and into taking the interpreter's lock once per operation, for
which the window's thread waits meanwhile. A recording is a TorchScript trace; torch keeps that for the versions pinned
here and offers no other way to record for the CPU that needs no compiler on the visitor's machine.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping

import torch
from torch import Tensor, nn

from mmdesk.models.fusion.base import Fusion, FusionOutput

log = logging.getLogger(__name__)

TOLERANCE = 1e-4
"""Largest difference to the method itself, absolute and relative, at which a recording counts as the same."""

_CHECKED_ROWS = (1, 2, 5)
_WARM_UPS = 3
"""torch optimises a recording during its first runs."""


class _Flat(nn.Module):
    """All outputs of all methods that are not None, in order; a trace cannot return None."""

    def __init__(self, fusions: Mapping[str, Fusion]) -> None:
        super().__init__()
        self.fusions = nn.ModuleList(fusions.values())

    def forward(self, embeddings: Tensor, present: Tensor) -> tuple[Tensor, ...]:
        return tuple(each for fusion in self.fusions for each in fusion(embeddings, present) if each is not None)


class RecordedFusions:
    """Runs fusion methods on a batch as they were when this was made; training them later changes nothing here.

    Use `record` to make one. The same rows give the same numbers, bit by bit, in every run.

    Attributes:
        kinds: The methods, by name.
    """

    def __init__(self, trace: torch.jit.ScriptModule, fields: Mapping[str, tuple[bool, ...]]) -> None:
        self._trace = trace
        self._fields = dict(fields)
        self.kinds = tuple(fields)

    def __call__(self, embeddings: Tensor, present: Tensor) -> dict[str, FusionOutput]:
        """Fuse (B, M, D) float32 ``embeddings`` under (B, M) bool ``present`` with every method, B at least 1."""
        found = iter(self._trace(embeddings, present))
        return {
            kind: FusionOutput._make(next(found) if is_given else None for is_given in fields)
            for kind, fields in self._fields.items()
        }


@torch.no_grad()
def record(fusions: Mapping[str, Fusion]) -> RecordedFusions | None:
    """Record fusion methods in evaluation mode, all of one size, with parameters on the CPU.

    Each recording is compared with the method itself on other batches. A method whose steps depend on the values would
    be recorded wrongly: it is left out, as is one that cannot be recorded at all.

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


def _recording(fusions: Mapping[str, Fusion]) -> RecordedFusions | None:
    try:
        return _checked(fusions)
    except Exception:  # whatever a trace does not support: the method itself is used
        log.info("recording %s failed", ", ".join(fusions), exc_info=True)
        return None


def _checked(fusions: Mapping[str, Fusion]) -> RecordedFusions | None:
    generator = torch.Generator().manual_seed(0)
    first = next(iter(fusions.values()))
    example = _batch(first, 7, generator)
    fields = {kind: tuple(each is not None for each in fusion(*example)) for kind, fusion in fusions.items()}
    # Not in inference mode, in which tensors are made that a trace cannot hold as constants.
    with torch.inference_mode(mode=False), torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that this kind of recording has a successor, and of checks of shapes
        example = tuple(each.clone() for each in example)
        trace = torch.jit.freeze(torch.jit.trace(_Flat(fusions).eval(), example, check_trace=False))  # type: ignore[no-untyped-call]
    recorded = RecordedFusions(trace, fields)
    for rows in _CHECKED_ROWS * _WARM_UPS:
        batch = _batch(first, rows, generator)
        for kind, output in recorded(*batch).items():
            for one, other in zip(output, fusions[kind](*batch), strict=True):
                if one is None or other is None:
                    continue
                if not torch.allclose(one, other, rtol=TOLERANCE, atol=TOLERANCE, equal_nan=True):
                    log.info("a recording of %s differs from it", kind)
                    return None
    return recorded


def _batch(fusion: Fusion, rows: int, generator: torch.Generator) -> tuple[Tensor, ...]:
    """Return random embeddings and masks, with something present in each row."""
    embeddings = torch.randn(rows, fusion.modality_count, fusion.dim, generator=generator)
    present = torch.rand(rows, fusion.modality_count, generator=generator) < 0.6
    present[torch.arange(rows), torch.randint(fusion.modality_count, (rows,), generator=generator)] = True
    return embeddings, present
