"""The scripts that rebuild the bundled models import each other in one direction, inside their functions too."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging" / "models" / "digits"


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_no_script_imports_itself_by_a_detour() -> None:
    scripts = {path.stem: path for path in SCRIPTS.glob("*.py")}
    graph = {name: imports_of(path) & set(scripts) for name, path in scripts.items()}
    assert "image_data" in graph["image_scenes"]
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
