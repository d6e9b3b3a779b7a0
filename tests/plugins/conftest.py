"""The plug-ins beside this file, installed once, and seen by the tests that ask for them alone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.plugins import Registry
from mmdesk.models.encoders.registry import ENCODER_PARTS
from mmdesk.models.fusion import FUSIONS
from tests.plugins.installing import See, install

REGISTRIES: tuple[Registry[Any], ...] = (FUSIONS, ENCODER_PARTS, INPUT_KINDS)


@pytest.fixture(scope="session")
def median_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the fusion method ``median`` is installed."""
    return install("median", tmp_path_factory.mktemp("plugins") / "median")


@pytest.fixture
def see() -> Iterator[See]:
    """Lets installed packages of a folder be found until the test ends."""
    folders: list[str] = []
    known = set(sys.modules)

    def see(folder: Path) -> None:
        folders.append(str(folder))
        sys.path.insert(0, str(folder))
        for registry in REGISTRIES:
            registry.look_again()

    yield see
    for folder in folders:
        if folder in sys.path:
            sys.path.remove(folder)
    for name in set(sys.modules) - known:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(tuple(folders)):
            del sys.modules[name]
    for registry in REGISTRIES:
        registry.look_again()


@pytest.fixture
def unsee() -> Callable[[Path], None]:
    """Takes a folder out again, as if what is in it had been removed."""

    def unsee(folder: Path) -> None:
        sys.path.remove(str(folder))
        for registry in REGISTRIES:
            registry.look_again()

    return unsee


@pytest.fixture
def median(see: See, median_folder: Path) -> Path:
    """With ``median`` installed."""
    see(median_folder)
    return median_folder


@pytest.fixture(scope="session")
def motion_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the kind of input ``motion`` and its encoder are installed."""
    return install("motion", tmp_path_factory.mktemp("plugins") / "motion")


@pytest.fixture
def motion(see: See, motion_folder: Path) -> Path:
    """With ``motion`` installed."""
    see(motion_folder)
    return motion_folder
