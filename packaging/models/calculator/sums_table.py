"""What can be worked out of two digits and an operator, of any of them: the exact answer, or what is still possible."""

from __future__ import annotations

import torch
from operator_words import OPERATORS
from torch import Tensor

DIGITS = 10
MISSING = -1


def result(shown: int, said: int, operator: int) -> int:
    """Return the result; of *minus* it is the difference, whichever is the larger."""
    return (shown + said, abs(shown - said), shown * said)[operator]


RESULTS = tuple(sorted({result(a, b, o) for a in range(DIGITS) for b in range(DIGITS) for o in range(len(OPERATORS))}))
"""The classes: every number that can come out."""


def _table() -> Tensor:
    """Return (11, 11, 4, C) float32: the probability of each result, with the last index for what is missing."""
    exact = torch.zeros(DIGITS + 1, DIGITS + 1, len(OPERATORS) + 1, len(RESULTS))
    for shown in range(DIGITS):
        for said in range(DIGITS):
            for operator in range(len(OPERATORS)):
                exact[shown, said, operator, RESULTS.index(result(shown, said, operator))] = 1.0
    exact[-1] = exact[:-1].mean(0)
    exact[:, -1] = exact[:, :-1].mean(1)
    exact[:, :, -1] = exact[:, :, :-1].mean(2)
    return exact


_POSSIBLE = _table()


def possible(values: Tensor, present: Tensor) -> Tensor:
    """Return the exact distribution of the result, (B, C) float32, when digits and operators are equally frequent.

    Args:
        values: (B, 3) int64: the shown digit, the said digit, the operator.
        present: (B, 3) bool; what is absent may be any.
    """
    shown, said, operator = values.masked_fill(~present, MISSING).unbind(1)
    return _POSSIBLE[shown, said, operator]


def answers(values: Tensor) -> Tensor:
    """Return the class (B,) int64 of digits and operators (B, 3)."""
    return possible(values, torch.ones_like(values, dtype=torch.bool)).argmax(1)


def chance(present: tuple[bool, bool, bool]) -> float:
    """Return the accuracy of whoever knows what is present and picks the likeliest result."""
    grid = torch.cartesian_prod(torch.arange(DIGITS), torch.arange(DIGITS), torch.arange(len(OPERATORS)))
    given = torch.tensor(present).expand(len(grid), 3)
    return float(possible(grid, given).amax(1).mean())
