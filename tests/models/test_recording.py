"""Recordings of one part after the other, and what one leaves behind once nobody needs it."""

from __future__ import annotations

import gc

import psutil
import torch
from torch import Tensor, nn

from mmdesk.models.recording import record_module, record_parts

WEIGHTS_MB = 16


class Wide(nn.Module):
    """So many megabytes of weights, which freezing folds into the recording."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.Linear(1000, 250 * WEIGHTS_MB, bias=False)

    def forward(self, x: Tensor) -> tuple[Tensor]:
        return (self.layer(x),)


def record_and_forget() -> float:
    """Record once; returns the process's memory afterwards, in MB."""
    example = (torch.ones(1, 1000),)
    recording = record_module(Wide(), example, [example])
    assert recording is not None
    assert recording(*example)[0].shape == (1, 250 * WEIGHTS_MB)
    del recording
    gc.collect()
    return psutil.Process().memory_info().rss / 1e6


def test_a_recording_takes_its_weights_with_it() -> None:
    record_and_forget()
    before = record_and_forget()
    after = [record_and_forget() for _ in range(6)][-1]
    assert after - before < 3 * WEIGHTS_MB


class Both(nn.Module):
    """A part that says two things."""

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return x + 1, x * 2


class Fickle(nn.Module):
    """Another formula for large values: a recording would hold one of them only."""

    def forward(self, x: Tensor) -> Tensor:
        return x if float(x.sum()) < 10 else -x


def test_parts_run_one_after_the_other() -> None:
    parts = (nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2), Both())
    checks = [torch.randn(1, 3), torch.randn(5, 3)]
    recording = record_parts(parts, torch.randn(1, 3), checks)
    assert recording is not None
    for each in checks:
        inner = nn.Sequential(*parts[:-1])(each)
        torch.testing.assert_close(recording(each), (inner + 1, inner * 2))


def test_one_part_gives_a_tuple_too() -> None:
    recording = record_parts((nn.ReLU(),), torch.ones(1, 3), [-torch.ones(1, 3)])
    assert recording is not None
    torch.testing.assert_close(recording(-torch.ones(1, 3)), (torch.zeros(1, 3),))


def test_where_one_part_cannot_be_recorded_none_is() -> None:
    checks = [torch.ones(1, 3), 10 * torch.ones(1, 3)]
    assert record_parts((nn.Hardtanh(0.0, 100.0), Both()), torch.ones(1, 3), checks) is not None
    assert record_parts((nn.Hardtanh(0.0, 100.0), Fickle(), Both()), torch.ones(1, 3), checks) is None
