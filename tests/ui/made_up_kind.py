"""A kind of input as a plug-in would bring it, without one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.input_kind import INPUT_KINDS, InputKind


def _no_source(*_: object) -> Any:
    raise NotImplementedError


def _no_file(path: Path) -> NDArray[np.float32]:
    raise NotImplementedError(path)


OSC = InputKind("Oscillator", ("a", "b"), 64, -1.0, 1.0, _no_source, tuple, frozenset({".osc"}), _no_file, "mlp")


def make_up_kind() -> None:
    """Let there be inputs of the kind ``osc``."""
    INPUT_KINDS.loaded["osc"] = OSC
