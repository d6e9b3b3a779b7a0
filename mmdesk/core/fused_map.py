"""The map of the space in which a fusion method joins the modalities, as the window draws it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class MapPoints:
    """Where the training samples lie on one fusion method's map.

    Only nearness means something: the axes have no unit and the clouds' sizes tell nothing.

    Attributes:
        fusion: The method's kind.
        labels: The C class names.
        positions: (N, 2) float32 in [-1, 1], x to the right and y upwards.
        classes: (N,) int64 index into ``labels``; a class may have no sample.

    Raises:
        ValueError: The shapes do not fit each other, or a class has no label.
    """

    fusion: str
    labels: tuple[str, ...]
    positions: NDArray[np.float32]
    classes: NDArray[np.int64]

    def __post_init__(self) -> None:
        if self.positions.ndim != 2 or self.positions.shape != (len(self.classes), 2):
            raise ValueError(f"positions must be ({len(self.classes)}, 2), not {self.positions.shape}")
        if len(self.classes) and not (self.classes.min() >= 0 and self.classes.max() < len(self.labels)):
            raise ValueError(f"classes must lie in 0–{len(self.labels) - 1}")
