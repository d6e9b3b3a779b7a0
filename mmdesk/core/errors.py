"""Errors that reach a user: always one clear line, always with a remedy."""

from __future__ import annotations


class MmdeskError(Exception):
    """A foreseeable problem, told in the user's terms.

    Args:
        problem: What is wrong, naming the file, line or device.
        remedy: What the user can do about it.
    """

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(f"{problem} {remedy}".strip())
        self.problem = problem
        self.remedy = remedy


class SourceError(MmdeskError):
    """A camera, microphone, media file or session that cannot be used."""


class CheckpointError(MmdeskError):
    """A model file that is missing, torn, hostile or of another version."""


class DeviceError(MmdeskError):
    """A compute device that was asked for and is not there."""


class OptionError(MmdeskError):
    """An option or setting with an impossible value."""
