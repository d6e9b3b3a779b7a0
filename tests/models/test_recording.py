"""What a recording leaves behind once nobody needs it."""

from __future__ import annotations

import gc

import psutil
import torch
from torch import Tensor, nn

from mmdesk.models.recording import record_module

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
