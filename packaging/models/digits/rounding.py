"""Weights rounded to a third of their digits, so that a repository or an installer packs them to half of their size."""

from __future__ import annotations

import torch
from torch import nn

# Of a float32's 23; as many as a bfloat16 has.
_MANTISSA_BITS = 7


@torch.no_grad()
def round_weights(module: nn.Module) -> None:
    """Round a module's float32 parameters and buffers in place, to the nearest, to 7 bits of mantissa."""
    drop = 23 - _MANTISSA_BITS
    for value in (*module.parameters(), *module.buffers()):
        if value.dtype == torch.float32:
            bits = value.contiguous().view(torch.int32)
            value.copy_(((bits + (1 << (drop - 1))) >> drop << drop).view(torch.float32))
