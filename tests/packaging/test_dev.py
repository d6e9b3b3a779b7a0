"""What packaging/dev.py decides before it starts anything, on every system."""

from __future__ import annotations

import importlib
import os
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "packaging")
    found = importlib.reload(importlib.import_module("dev"))
    monkeypatch.setattr(found, "setup", lambda for_tests=False: None)
    return found


def test_no_command_is_refused_and_every_command_is_explained(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main([]) == 0
    explained = capsys.readouterr().out
    assert all(f"dev.py {command}" in explained for command in ("setup", "run", "test", "numerics"))
    assert dev.main(["tset"]) == 2
    assert "there is no command 'tset'" in capsys.readouterr().err
    assert dev.main(["setup", "now"]) == 1
    assert "setup takes no arguments" in capsys.readouterr().err


@pytest.mark.parametrize(("system", "place"), [("nt", "Scripts/ruff.exe"), ("posix", "bin/ruff")])
def test_programs_are_where_the_system_has_them(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, system: str, place: str
) -> None:
    monkeypatch.setattr(dev, "os", SimpleNamespace(name=system))
    found = dev.VENV / ("Scripts/ruff.exe" if system == "nt" else "bin/ruff")
    assert dev.venv_program("ruff") == found
    assert found.as_posix().endswith(place)


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_only_linux_is_asked_for_system_libraries(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(dev.subprocess, "run", lambda *_, **__: pytest.fail("nothing is started"))
    monkeypatch.setattr(dev.subprocess, "call", lambda *_, **__: pytest.fail("nothing is started"))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    dev.install_system_libraries(for_tests=True)
    assert dev.has_display()


def test_what_the_user_has_set_holds_and_a_setting_of_the_numeric_tests_holds_more(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    environment = dev.child_environment(OMP_NUM_THREADS="1")
    assert environment["OMP_NUM_THREADS"] == "3"
    assert "PYTHONHOME" not in environment
    assert environment["PATH"].split(os.pathsep)[0] == str(dev.venv_program("python").parent)

    monkeypatch.setattr(dev, "venv_program", lambda name: Path(sys.executable))
    monkeypatch.setattr(dev, "has_display", lambda: True)
    monkeypatch.setattr(dev, "ROOT", ROOT)
    status, closing = dev.run_pytest(["--version"], {"OMP_NUM_THREADS": "2"})
    assert status == 0
    assert closing.startswith("pytest")


def test_the_first_failing_check_is_the_status_and_every_check_is_named(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    statuses = {"mypy": 3, "lint-imports": 1}
    monkeypatch.setattr(dev.subprocess, "call", lambda command, **_: statuses.get(Path(command[0]).stem, 0))
    monkeypatch.setattr(dev, "run_pytest", lambda arguments: (5, "no tests ran"))
    assert dev.test(["-k", "nothing"]) == 3
    output = capsys.readouterr().out
    for line in ("ruff check: passed", "mypy: FAILED (status 3)", "lint-imports: FAILED", "pytest: FAILED (status 5)"):
        assert line in output
    assert output.splitlines()[-1] == "no tests ran"


def test_the_workflow_runs_every_python_that_the_package_names_on_three_systems() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [word.rsplit(" ", 1)[1] for word in project["classifiers"] if re.search(r"Python :: 3\.", word)]
    workflow = (WORKFLOWS / "tests.yml").read_text(encoding="utf-8")
    (pythons,) = re.findall(r"^ +python: \[(.*)\]$", workflow, re.MULTILINE)
    (systems,) = re.findall(r"^ +system: \[(.*)\]$", workflow, re.MULTILINE)
    assert re.findall(r'"([^"]+)"', pythons) == named == ["3.11", "3.12", "3.13", "3.14"]
    assert [name.split("-")[0] for name in systems.split(", ")] == ["ubuntu", "windows", "macos"]
    assert "python packaging/dev.py test" in workflow
    assert "contents: read" in workflow


def test_the_workflows_use_the_same_actions_in_the_same_version() -> None:
    used = re.findall(
        r"uses: (\S+)@(\S+)", "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS.glob("*.yml"))
    )
    versions: dict[str, set[str]] = {}
    for action, version in used:
        versions.setdefault(action, set()).add(version)
    assert {"actions/checkout", "actions/setup-python"} <= set(versions)
    assert all(len(found) == 1 for found in versions.values()), versions
