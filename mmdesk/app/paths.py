"""Where the program's files lie."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import platformdirs

from mmdesk.core.errors import MmdeskError
from mmdesk.core.model_about import parse_about
from mmdesk.core.model_files import ABOUT
from mmdesk.core.problem import Problem

_PACKAGE = Path(__file__).resolve().parents[1]


def resources() -> Path:
    """The folder of bundled models, sessions, icons and translations.

    In a checkout it lies beside the package, in an installed wheel inside it, in a frozen program beside the binaries.

    Raises:
        MmdeskError: It is nowhere; the installation is damaged.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    places = [_PACKAGE / "_resources", _PACKAGE.parent / "resources"]
    if frozen is not None:
        places.insert(0, Path(frozen) / "resources")
    for place in places:
        if (place / "NOTICE.md").is_file():
            return place
    raise MmdeskError(Problem("program.no_resources", folder=places[-1]))


def bundled_model() -> Path:
    """The model that is used when none is asked for."""
    return resources() / "models" / "digits"


def bundled_models() -> tuple[Path, ...]:
    """The folders of all models that come with the program: the one of `bundled_model` first, the others by name."""
    found = {file.parent for file in (resources() / "models").glob("*/config.json")}
    return tuple(sorted(found, key=lambda folder: (folder != bundled_model(), folder.name)))


def model_path(words: str) -> Path:
    """Return the model that a user means: a path where something stands, else a bundled model by its name."""
    path = Path(words)
    if os.path.exists(path) or path.name != words:  # noqa: PTH110 - Path.exists() raises for a name that is too long
        return path
    return next((folder for folder in bundled_models() if folder.name == words), path)


def is_bundled(model: Path) -> bool:
    """Whether a model comes with the program."""
    return model.absolute() in bundled_models()


def models_folder() -> Path:
    """The folder of the user's own models, which need not exist; what lies in it stands on the start page."""
    return Path(platformdirs.user_data_dir("mmdesk", appauthor=False)) / "models"


def recordings_folder() -> Path:
    """The folder in which the window's recordings are made, each in one of its own; it need not exist."""
    return Path(platformdirs.user_videos_dir()) / "mmdesk"


def sample_session(model: Path | None = None) -> Path:
    """The session that plays when there is neither camera nor microphone.

    Args:
        model: A model that comes with the program; None, or one without a session of its own, means the default one's.
    """
    return sample_sessions().get(bundled_model() if model is None else model, resources() / "sessions" / "sample")


def teaching_session() -> Path:
    """The recorded session that shows a teaching."""
    return resources() / "sessions" / "teaching"


@cache
def sample_sessions() -> Mapping[Path, Path]:
    """By the folder of each model that comes with the program: the session that was recorded for it, if one was."""
    sessions = {}
    for model in bundled_models():
        try:
            name = parse_about((model / ABOUT).read_bytes()).session
        except (OSError, ValueError):  # a damaged installation: its models work all the same
            continue
        if name and (resources() / "sessions" / name).is_dir():
            sessions[model] = resources() / "sessions" / name
    return sessions


def log_file() -> Path:
    """The log; its folder is made when the log is opened."""
    return Path(platformdirs.user_log_dir("mmdesk", appauthor=False)) / "mmdesk.log"


def crash_file() -> Path:
    """Where the interpreter writes the stacks of a hard crash."""
    return log_file().with_name("crash.log")


def settings_file() -> Path:
    """The user's settings."""
    return Path(platformdirs.user_config_dir("mmdesk", appauthor=False)) / "settings.ini"
