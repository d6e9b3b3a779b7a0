"""The models that can be chosen: those that come with the program, those used lately, and those found in folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.inputs import Input
from mmdesk.core.model_about import ModelAbout
from mmdesk.core.model_files import SUFFIX
from mmdesk.core.problem import Problem


@dataclass(frozen=True, slots=True, eq=False)
class ShelfModel:
    """A model as it stands in the gallery, known without its weights.

    Attributes:
        path: The folder or ``.mmdesk`` file.
        about: What it says about itself.
        labels: Its classes; empty where they could not be read.
        inputs: What it takes; likewise.
        picture: Its picture, (H, W, 3) uint8 RGB and read-only, or None.
        problem: Why it cannot be opened, as far as that can be told without the weights; else None.
        fault: What of its words or its picture could not be read; it opens all the same.
        calibrated: Whether its percentages were fitted to how often it is right; True where that could not be read.
    """

    path: Path
    about: ModelAbout
    labels: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()
    picture: NDArray[np.uint8] | None = None
    problem: Problem | None = None
    fault: Problem | None = None
    calibrated: bool = True

    @property
    def missing(self) -> bool:
        """Whether nothing lies there any more."""
        return self.problem is not None and self.problem.code == "checkpoint.missing"

    @property
    def name(self) -> str:
        """What the file or folder is called."""
        return self.path.stem if self.path.suffix == SUFFIX else self.path.name


@dataclass(frozen=True, slots=True)
class Shelf:
    """All models that can be chosen; each stands there once.

    Attributes:
        bundled: Those that come with the program; the default one is the first.
        recent: Those that were opened lately, the newest first.
        found: Those that lie in the user's folder of models, or beside the one that was opened last.
    """

    bundled: tuple[ShelfModel, ...] = ()
    recent: tuple[ShelfModel, ...] = ()
    found: tuple[ShelfModel, ...] = ()
