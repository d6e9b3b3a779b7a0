"""Errors that reach a user: always one clear line, always with a remedy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mmdesk.core.printable import printable
from mmdesk.core.problem import Problem


class MmdeskError(Exception):
    """A foreseeable problem; as text it is the English sentence with its remedy.

    Args:
        problem: What is wrong, naming the file, line or device; or its English sentence, where it has no code yet.
        remedy: What the user can do about it, with a sentence only.
    """

    def __init__(self, problem: Problem | str, remedy: str = "") -> None:
        self.problem = problem if isinstance(problem, Problem) else as_written(problem, remedy)
        super().__init__(self.problem)


def as_written(problem: str, remedy: str = "") -> Problem:
    """A problem that is told in the words it comes in."""
    return Problem("as_written", problem=problem, remedy=remedy)


class SourceError(MmdeskError):
    """A camera, microphone, media file or session that cannot be used."""


class CheckpointError(MmdeskError):
    """A model file that is missing, torn, hostile or of another version."""


class DeviceError(MmdeskError):
    """A compute device that was asked for and is not there."""


class OptionError(MmdeskError):
    """An option or setting with an impossible value."""


class OutputError(MmdeskError):
    """A file or folder that cannot be written, or must not be written over."""


class MediaError(SourceError):
    """A picture or sound file that cannot be read; the file is named."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in a folder of data.

    Attributes:
        file: The file or folder, relative to the folder of data; "" for the folder itself.
        line: Line in the file, from 1; 0 where there is none.
        problem: What is wrong.
    """

    file: str
    line: int
    problem: Problem

    def __post_init__(self) -> None:
        object.__setattr__(self, "file", printable(self.file))

    @property
    def place(self) -> str:
        """File and line; "" for the folder itself."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.place, str(self.problem))))


class DatasetError(MmdeskError):
    """A folder of data that cannot be trained on.

    Args:
        name: The folder.
        problems: Everything that is wrong in it, at least one; as text the error names the first ten.
    """

    _NAMED = 10

    def __init__(self, name: str, problems: Sequence[Finding]) -> None:
        super().__init__(Problem("data.faulty", path=name, count=len(problems)))
        self.problems = tuple(problems)
        self.args = (name, self.problems)

    def __str__(self) -> str:
        lines = [str(self.problem), *(f"  {problem}" for problem in self.problems[: self._NAMED])]
        if len(self.problems) > self._NAMED:
            lines.append(f"  and {len(self.problems) - self._NAMED} more")
        return "\n".join(lines)


class TrainingError(MmdeskError):
    """A training run that cannot start or go on."""


class NotFiniteError(ArithmeticError):
    """A model gave something that is no number; what was computed with it must not be shown."""
