"""Looks at models without loading them: what the gallery tells of a folder or a ``.mmdesk`` file.

Neither torch nor the weights are touched, and nothing raises: what is torn, hostile or gone is told by its `Problem`.
These are looks, not proofs: whether a model opens is seen when it is opened. Any thread but the GUI's, for disks can be
slow.
"""

from __future__ import annotations

import json
import logging
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.inputs import DEFAULT_INPUTS, Input, inputs_fault
from mmdesk.core.limits import labels_fault
from mmdesk.core.model_about import ModelAbout, parse_about
from mmdesk.core.model_files import ABOUT, CONFIG, EXTRA_BYTES, FORMAT, PICTURE, SUFFIX
from mmdesk.core.problem import Problem
from mmdesk.core.shelf import ShelfModel
from mmdesk.sources.files.pictures import read_thumbnail

log = logging.getLogger(__name__)

MOST_FOUND = 40
"""How many models of a folder are told; the first by their names."""
PICTURE_WIDTH_PX = 960
"""Pictures come at most this wide: a card's width on a screen of 200 %."""
_MOST_LOOKED_AT = 500
_MOST_PICTURE_PX = 2048
# A configuration with the hashes of 300,000 samples; parsing it holds up every other thread for 0.05 s.
_MOST_CONFIG_BYTES = 8 << 20


class _Told(NamedTuple):
    """What a configuration tells of its model."""

    labels: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()
    calibrated: bool = True


class _UnusableError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def models_in(folder: Path) -> list[Path]:
    """Return the files and folders right in a folder that call themselves models, by name; none where it is missing."""
    found = []
    try:
        for count, path in enumerate(folder.iterdir()):
            if count == _MOST_LOOKED_AT:
                break
            if not path.name.startswith(".") and _looks_like_model(path):
                found.append(path)
    except OSError as error:
        log.info("%s is not looked through: %s", folder, error)
    return sorted(found)[:MOST_FOUND]


def look_at(path: Path, *, picture: bool = True) -> ShelfModel:
    """Return what can be told of a model without its weights.

    Args:
        path: A folder or a ``.mmdesk`` file.
        picture: Whether its picture is wanted.
    """
    about = ModelAbout()
    try:
        members = _members(path, picture=picture)
        told = _told(path, members[CONFIG])
    except _UnusableError as error:
        return ShelfModel(path, about, problem=error.problem)
    about, fault = _about(path, members)
    drawn = None
    if PICTURE in members:
        drawn, picture_fault = _picture(path, members[PICTURE])
        fault = fault or picture_fault
    return ShelfModel(path, about, told.labels, told.inputs, drawn, fault=fault, calibrated=told.calibrated)


def read_about(path: Path) -> tuple[ModelAbout, Problem | None]:
    """Return what a model says about itself, and what of that could not be read; nothing where it says nothing."""
    try:
        return _about(path, _members(path, picture=False))
    except _UnusableError as error:
        return ModelAbout(), error.problem


def _looks_like_model(path: Path) -> bool:
    try:
        return path.is_file() if path.suffix == SUFFIX else (path / CONFIG).is_file()
    except OSError:
        return False


def _members(path: Path, *, picture: bool) -> dict[str, bytes]:
    """Return the small members that there are; each may be one byte longer than it may be, which its reader tells."""
    wanted = {CONFIG: _MOST_CONFIG_BYTES, **EXTRA_BYTES}
    if not picture:
        del wanted[PICTURE]
    try:
        if not path.exists():
            raise _UnusableError(Problem("checkpoint.missing", path=path))
        members = _of_folder(path, wanted) if path.is_dir() else _of_file(path, wanted)
    except zipfile.BadZipFile:
        raise _UnusableError(Problem("checkpoint.not_a_model", name=path.name)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise _UnusableError(Problem("checkpoint.unreadable", name=path.name, reason=reason)) from None
    except (NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        raise _UnusableError(Problem("checkpoint.damaged", name=path.name, detail=_line(error))) from None
    if CONFIG not in members:
        raise _UnusableError(Problem("checkpoint.member.missing", name=path.name, member=CONFIG))
    return members


def _of_folder(path: Path, wanted: dict[str, int]) -> dict[str, bytes]:
    members = {}
    for name, most in wanted.items():
        if (path / name).is_file():
            with (path / name).open("rb") as stream:
                members[name] = stream.read(most + 1)
    return members


def _of_file(path: Path, wanted: dict[str, int]) -> dict[str, bytes]:
    if not path.is_file():
        raise _UnusableError(Problem("checkpoint.not_a_model", name=path.name))
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        members = {}
        for name in wanted.keys() & names:
            with archive.open(name) as stream:
                members[name] = stream.read(wanted[name] + 1)
    return members


def _told(path: Path, content: bytes) -> _Told:
    """Return what a configuration tells; nothing where it is too large to be looked into here."""
    if len(content) > _MOST_CONFIG_BYTES:
        return _Told()
    try:
        return _parsed(json.loads(content.decode("utf-8")))
    except UnicodeDecodeError:
        raise _UnusableError(Problem("checkpoint.config.encoding", name=path.name, member=CONFIG)) from None
    except RecursionError:
        fault = "the JSON is nested too deeply"
    except json.JSONDecodeError as error:
        fault = f"it is not valid JSON (line {error.lineno}: {error.msg})"
    except ValueError as error:
        fault = _line(error)
    raise _UnusableError(Problem("checkpoint.member.invalid", name=path.name, member=CONFIG, detail=fault))


def _parsed(document: object) -> _Told:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError(f'it does not say "format": "{FORMAT}"')
    labels, encoders = document.get("labels"), document.get("encoders")
    if not isinstance(labels, list):
        raise ValueError('"labels" must be a list')
    if fault := labels_fault(labels):
        raise ValueError(f'"labels": {fault}')
    inputs = _inputs(document.get("inputs"), encoders if isinstance(encoders, dict) else {})
    if fault := inputs_fault(inputs):
        raise ValueError(f'"inputs": {fault}')
    calibration = document.get("calibration")
    calibrated = isinstance(calibration, dict) and bool(calibration.get("temperatures"))
    return _Told(tuple(labels), inputs, calibrated)


def _inputs(value: object, encoders: dict[str, object]) -> tuple[Input, ...]:
    if value is None:  # files of version 1 tell them by their encoders
        return tuple(one for one in DEFAULT_INPUTS if one.name in encoders)
    listed: Sequence[object] = value if isinstance(value, list) else [None]
    inputs = []
    for each in listed:
        name, kind = (each.get("name"), each.get("kind")) if isinstance(each, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(kind, str):
            raise ValueError('"inputs" must be a list of {"name": …, "kind": …}')
        inputs.append(Input(name, kind))
    return tuple(inputs)


def _about(path: Path, members: dict[str, bytes]) -> tuple[ModelAbout, Problem | None]:
    if ABOUT not in members:
        return ModelAbout(), None
    try:
        return parse_about(members[ABOUT]), None
    except ValueError as error:
        return ModelAbout(), Problem("model.about", name=path.name, member=ABOUT, detail=_line(error))


def _picture(path: Path, content: bytes) -> tuple[NDArray[np.uint8] | None, Problem | None]:
    try:
        if len(content) > EXTRA_BYTES[PICTURE]:
            raise ValueError(f"it is larger than {EXTRA_BYTES[PICTURE] >> 10} KiB")
        return read_thumbnail(content, _MOST_PICTURE_PX, PICTURE_WIDTH_PX), None
    except ValueError as error:
        return None, Problem("model.about", name=path.name, member=PICTURE, detail=_line(error))


def _line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
