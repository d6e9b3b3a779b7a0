"""What survives a killed run or comparison: everything needed to go on as if nothing had happened."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import torch

from mmdesk.core.csv_file import CsvFile
from mmdesk.core.errors import TrainingError
from mmdesk.core.files import fresh_file
from mmdesk.core.problem import Problem
from mmdesk.core.training_progress import EpochReport

CURVES = "curves.csv"
_SETTINGS = "run.json"
_STATES = "state-*.pt"
_TORN = ".state-*.pt"
T = TypeVar("T")

_IDENTITY = {"settings", "splits", "rows", "data"}
"""What every run's description has, of earlier versions too."""


@dataclass(frozen=True, slots=True, eq=False)
class SavedStage:
    """A stage at the end of an epoch.

    Attributes:
        stage: Its name.
        epoch: Epochs done.
        finished: Whether the stage is over; ``model`` then holds its best weights.
        model: State dict.
        optimiser: State dict.
        best: State dict of the best epoch.
        extra: JSON-like values that the loop needs.
    """

    stage: str
    epoch: int
    finished: bool
    model: dict[str, Any]
    optimiser: dict[str, Any]
    best: dict[str, Any]
    extra: dict[str, Any]


class RunFolder:
    """The folder of one training run, or of one comparison.

    Args:
        path: Made when missing.
        identity: What makes two runs the same: settings and data. A folder of another run is not continued.

    Raises:
        TrainingError: If the folder cannot be made, or is no training run's: nothing in it is touched then.
    """

    def __init__(self, path: Path, identity: dict[str, object]) -> None:
        self.path = path
        self._identity = json.dumps(identity, indent=2, ensure_ascii=True, sort_keys=True, default=str)
        check_run_folder(path)
        try:
            path.mkdir(parents=True, exist_ok=True)
            described = path / _SETTINGS
            if described.is_file() and described.read_text(encoding="utf-8") == self._identity:
                return
            forget_run(path)
            with fresh_file(described) as fresh:
                fresh.write_text(self._identity, encoding="utf-8")
        except OSError as error:
            raise _unwritable(path, error) from error

    @property
    def started(self) -> bool:
        """Whether an interrupted run stands here."""
        return any(self.path.glob(_STATES))

    def load(self, stage: str) -> SavedStage | None:
        """Return where a stage stood, or None when it has not ended an epoch yet; see `read`."""
        return self.read(stage, lambda document: SavedStage(**document))

    def save(self, saved: SavedStage) -> None:
        """Replace a stage's state; see `write`."""
        self.write(saved.stage, {name: getattr(saved, name) for name in SavedStage.__slots__})

    def read(self, part: str, build: Callable[[dict[str, Any]], T]) -> T | None:
        """Return what ``build`` makes of a part's state, or None where none stands.

        Raises:
            TrainingError: If the state is damaged.
        """
        file = self._file(part)
        if not file.is_file():
            return None
        try:
            # weights_only: tensors and plain containers, no code.
            return build(torch.load(file, map_location="cpu", weights_only=True))
        except Exception as error:
            # torch raises whatever a torn zip or pickle leads it to.
            raise TrainingError(Problem("training.state_damaged", path=file, detail=type(error).__name__)) from error

    def write(self, part: str, document: dict[str, Any]) -> None:
        """Replace the state of a part; either the new one stands there afterwards, or the one before.

        Args:
            part: Its name.
            document: Tensors, numbers and texts in plain containers.

        Raises:
            TrainingError: If it cannot be written, for want of space say. The earlier state is intact.
        """
        try:
            with fresh_file(self._file(part)) as fresh, fresh.open("wb") as stream:
                torch.save(document, stream)
        except (OSError, RuntimeError) as error:
            raise _unwritable(self.path, error) from error

    def remove(self) -> None:
        """Remove the folder; what else was put there stays.

        Raises:
            TrainingError: If the state cannot be removed.
        """
        try:
            forget_run(self.path)
            (self.path / _SETTINGS).unlink(missing_ok=True)
            with suppress(OSError):
                self.path.rmdir()
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def finish(self, history: Sequence[EpochReport]) -> None:
        """Leave the learning curves (``curves.csv``, a row per epoch) in place of the state of a complete run.

        Raises:
            TrainingError: If they cannot be written.
        """
        try:
            with CsvFile(self.path / CURVES) as table:
                scalars = [field.name for field in fields(EpochReport) if not field.name.startswith("input_")]
                names = list(history[-1].input_accuracy) if history else []
                table.write([*scalars, *(f"{what}_{name}_alone" for what in ("accuracy", "samples") for name in names)])
                for report in history:
                    single = [
                        told.get(name) for told in (report.input_accuracy, report.input_samples) for name in names
                    ]
                    table.write([*(getattr(report, name) for name in scalars), *single])
            for state in (*self.path.glob(_STATES), *self.path.glob(_TORN)):
                state.unlink()
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def _file(self, part: str) -> Path:
        return self.path / f"state-{quote(part, safe='')}.pt"


def check_run_folder(path: Path) -> None:
    """Refuse a folder for a run's state in which something else is kept.

    Raises:
        TrainingError: If it holds anything, and no description of a run.
    """
    try:
        if not path.is_dir() or not any(file for file in path.iterdir() if not file.match(_TORN)):
            return
        described = json.loads((path / _SETTINGS).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        described = None
    if not isinstance(described, dict) or not described.keys() >= _IDENTITY:
        raise TrainingError(Problem("training.state_in_way", path=path))


def forget_run(path: Path) -> None:
    """Remove the state and the curves of a run.

    Raises:
        OSError: If they cannot be removed.
    """
    for old in (*path.glob(_STATES), *path.glob(_TORN), path / CURVES):
        old.unlink(missing_ok=True)


def _unwritable(path: Path, error: BaseException) -> TrainingError:
    reason = getattr(error, "strerror", None) or (str(error).splitlines() or [type(error).__name__])[0][:160]
    return TrainingError(Problem("training.state_unwritable", path=path, reason=reason))
