"""Temperatures: by how much a method's class scores are divided before they become probabilities.

Source: temperature scaling, Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017,
section 4.2. Ours: a temperature for each subset of the inputs, since a method is as sure of itself with one input as
with all, and errs more often then.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn

LEAST, MOST = 0.05, 20.0
"""What a temperature may be."""


class Reliability(NamedTuple):
    """How well probabilities matched what was right, on the validation samples.

    Attributes:
        samples: How many there were.
        before: Expected calibration error over all subsets with the plain softmax, in [0, 1].
        after: The same with the temperatures.
    """

    samples: int
    before: float
    after: float


class Temperatures(nn.Module):
    """One method's temperatures by the subset of inputs that is present. A temperature never changes the answer.

    Args:
        values: 2^M - 1 of them for M inputs, each within ``LEAST`` and ``MOST``: the one at index i - 1 is for the
            subset i, in which input k is present where bit k of i is set.
        reliability: What they were measured to do.

    Attributes:
        reliability: See above.

    Raises:
        ValueError: If number or size are impossible.
    """

    table: Tensor
    places: Tensor

    def __init__(self, values: Sequence[float], reliability: Reliability) -> None:
        super().__init__()
        count = len(values).bit_length()
        if len(values) != (1 << count) - 1 or not count:
            raise ValueError(f"there is a temperature for each subset of the inputs, which {len(values)} are not")
        if not all(math.isfinite(one) and LEAST <= one <= MOST for one in values):
            raise ValueError(f"a temperature lies within {LEAST:g} and {MOST:g}")
        self.reliability = reliability
        # Not among the weights: they stand in the checkpoint's configuration.
        self.register_buffer("table", torch.tensor([1.0, *values]), persistent=False)
        self.register_buffer("places", 1 << torch.arange(count), persistent=False)

    @property
    def values(self) -> tuple[float, ...]:
        """The temperatures, as they were given but for the rounding to single precision."""
        return tuple(self.table[1:].tolist())

    @property
    def input_count(self) -> int:
        """Number M of inputs."""
        return len(self.places)

    def forward(self, present: Tensor) -> Tensor:
        """Return the temperatures (B,) float32 for ``present`` (B, M) bool; 1 where nothing is."""
        found: Tensor = self.table[(present * self.places).sum(dim=1)]
        return found
