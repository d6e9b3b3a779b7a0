"""Installs the plug-ins beside this file, or ones made up by a test, into a folder of their own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

See = Callable[[Path], None]
"""Lets the packages installed in a folder be found."""
HERE = Path(__file__).resolve().parent


def install(package: str, target: Path) -> Path:
    """Install ``tests/plugins/PACKAGE`` into a folder, without a network; built from a copy, which building fills."""
    copy = target.with_name(f"{target.name}-source") / package
    shutil.copytree(HERE / package, copy)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--target", str(target), str(copy)], check=True, capture_output=True, text=True)
    return target


def make_up(target: Path, distribution: str, entries: dict[str, dict[str, str]], **modules: str) -> Path:
    """Lay out an installed package: entry points by group and name, and the source of its modules."""
    metadata = target / f"{distribution.replace('-', '_')}-2.5.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 2.5\n")
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in found.items())
        for group, found in entries.items()
    ]
    (metadata / "entry_points.txt").write_text("\n".join(lines))
    for name, source in modules.items():
        (target / f"{name}.py").write_text(source, encoding="utf-8")
    return target
