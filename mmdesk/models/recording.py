"""A module recorded as one computation, which then runs without the interpreter.

Live, one sample at a time goes through small networks: much of the time goes into Python and into taking the
interpreter's lock once per operation, for which the window's thread waits meanwhile. A recording is a TorchScript
trace, frozen, so that what only training needs is folded away (a batch norm into its convolution). torch keeps that for
the versions pinned here and offers no other way to record for the CPU that needs no compiler on the visitor's machine.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Sequence
from io import BytesIO

import torch
from torch import Tensor, nn

log = logging.getLogger(__name__)

TOLERANCE = 1e-4
"""Largest difference to the module itself, absolute and relative, at which a recording counts as the same."""

_WARM_UPS = 3
"""torch optimises a recording during its first runs."""

Arguments = tuple[Tensor, ...]
Recording = Callable[..., tuple[Tensor, ...]]


@torch.no_grad()
def record_module(module: nn.Module, example: Arguments, checks: Sequence[Arguments]) -> Recording | None:
    """Record a module in evaluation mode, with parameters on the CPU; training it later changes nothing here.

    The same arguments give the same numbers, bit by bit, in every run.

    Args:
        module: Returns a tuple of tensors.
        example: What it is recorded with.
        checks: On these the recording is compared with the module itself. One whose steps depend on the values would be
            recorded wrongly.

    Returns:
        None if it cannot be recorded, or the recording gives other numbers.
    """
    try:
        return _checked(module.eval(), example, checks)
    except Exception:  # whatever a trace does not support: the module itself is used
        log.info("recording a %s failed", type(module).__name__, exc_info=True)
        return None


@torch.no_grad()
def record_parts(parts: Sequence[nn.Module], example: Tensor, checks: Sequence[Tensor]) -> Recording | None:
    """Record modules that run one after the other, each by itself; see `record_module`.

    torch holds the interpreter while it makes a recording: of a large network in one piece for a tenth of a second and
    more, for which the picture on the screen would stand still.

    Args:
        parts: All but the last return a tensor, which the next one takes; the last may return a tuple of them.
        example: For the first.
        checks: Likewise.
    """
    recordings: list[Recording] = []
    for part in parts:
        recording = record_module(_Tupled(part), (example,), [(each,) for each in checks])
        if recording is None:
            return None
        recordings.append(recording)
        if part is not parts[-1]:
            example, *checks = (part(each) for each in (example, *checks))
    return _Chain(recordings) if len(recordings) > 1 else recordings[0]


class _Tupled(nn.Module):
    """A module whose tensor comes as a tuple of one."""

    def __init__(self, module: nn.Module) -> None:
        super().__init__()
        self.module = module

    def forward(self, batch: Tensor) -> tuple[Tensor, ...]:
        found: Tensor | tuple[Tensor, ...] = self.module(batch)
        return (found,) if isinstance(found, Tensor) else found


class _Chain:
    """Recordings that run one after the other."""

    def __init__(self, recordings: Sequence[Recording]) -> None:
        self._recordings = tuple(recordings)

    def __call__(self, batch: Tensor) -> tuple[Tensor, ...]:
        found: tuple[Tensor, ...] = (batch,)
        for recording in self._recordings:
            found = recording(*found)
        return found


def _in_a_unit_of_its_own(traced: torch.jit.ScriptModule) -> torch.jit.ScriptModule:
    """Return the same in a compilation unit of its own, which goes with it.

    All that is traced stands in one unit of torch's, which forgets nothing: what is frozen there, its numbers among
    them, would stay until the program ends.
    """
    with BytesIO() as file:
        torch.jit.save(traced, file)
        file.seek(0)
        loaded: torch.jit.ScriptModule = torch.jit.load(file)  # type: ignore[no-untyped-call]
    return loaded


def _checked(module: nn.Module, example: Arguments, checks: Sequence[Arguments]) -> Recording | None:
    # Not in inference mode, in which tensors are made that a trace cannot hold as constants.
    with torch.inference_mode(mode=False), torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that this kind of recording has a successor, and of checks of shapes
        example = tuple(each.clone() for each in example)
        traced = torch.jit.trace(module, example, check_trace=False)  # type: ignore[no-untyped-call]
        recording: Recording = torch.jit.freeze(_in_a_unit_of_its_own(traced))
    wanted = [module(*arguments) for arguments in checks]
    for _ in range(_WARM_UPS):
        for arguments, expected in zip(checks, wanted, strict=True):
            for one, other in zip(recording(*arguments), expected, strict=True):
                if not torch.allclose(one, other, rtol=TOLERANCE, atol=TOLERANCE, equal_nan=True):
                    log.info("a recording of a %s differs from it", type(module).__name__)
                    return None
    return recording
