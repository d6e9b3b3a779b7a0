"""Builds the one-folder program: ``python packaging/installer/build.py --out dist``.

Run it with the Python of an environment that holds mmdesk and PyInstaller and nothing else:

    python3 -m venv build/installer
    build/installer/bin/pip install -c packaging/constraints.txt -e ".[installer]"
    build/installer/bin/python packaging/installer/build.py --out dist

What torch the environment holds makes the flavour: the CPU wheels give the small one, CUDA wheels the large one. The
folder ``mmdesk`` goes into --out, beside it ``SHA256SUMS``, the bill of materials ``sbom.cdx.json`` and ``sizes.json``.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from program import EPOCH, ROOT
from unicode_data import cut_down

HERE = Path(__file__).resolve().parent
_OPENED_BY_NAME = re.compile(r"libpython3")  # by the program that starts Python
_NOT_SHIPPED = {
    *("pyinstaller", "pyinstaller-hooks-contrib", "pip", "setuptools", "wheel", "altgraph"),
    *("fsspec", "jinja2", "markupsafe"),  # torch's needs, of parts that are left out
}
_LGPL = [HERE / "licences" / "LGPL-3.0.txt", HERE / "licences" / "GPL-3.0.txt"]  # the first adds to the second
_QT = [*_LGPL, HERE / "licences" / "ICU.txt"]
_WITHOUT_LICENCE_FILE = {"pyside6_essentials": _QT, "pyside6-essentials": _QT, "shiboken6": _LGPL}


def main() -> int:
    """Build, strip, sum up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    arguments = parser.parse_args()
    started = time.monotonic()
    out = arguments.out.resolve()
    licences = out / "work" / "licences"
    _write_licences(licences)
    fixed = {"SOURCE_DATE_EPOCH": str(EPOCH), "PYTHONHASHSEED": "0", "MMDESK_LICENCES": str(licences)}
    environment = os.environ | fixed
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--distpath",
        str(out),
        "--workpath",
        str(out / "work"),
    ]
    subprocess.run([*command, str(HERE / "mmdesk.spec")], env=environment, check=True)
    folder = out / "mmdesk"
    for link in [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]:
        link.unlink()  # to a library that was left out
    if sys.platform.startswith("linux"):
        _drop_orphans(folder)
        _strip(folder)
        cut_down(next(folder.glob("_internal/PySide6/Qt/lib/libicudata.so.*")))
        (folder / "mmdesk-gui").symlink_to("mmdesk")
    system = system_packages(folder)
    for package in system:
        shutil.copyfile(package.copyright_file, folder / "_internal" / "licences" / f"{package.name}.txt")
    (out / "sbom.cdx.json").write_text(json.dumps(bill_of_materials(system), indent=1) + "\n", encoding="utf-8")
    (out / "SHA256SUMS").write_text(sums(folder), encoding="utf-8")
    figures = sizes(folder) | {"build_minutes": round((time.monotonic() - started) / 60, 2)}
    (out / "sizes.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))
    return 0


def _drop_orphans(folder: Path) -> None:
    """Remove the system's libraries that came for something that was left out, the theme of GTK say."""
    top = {path.name: path for path in (folder / "_internal").glob("lib*.so*")}
    linked = (*folder.rglob("*.so*"), *folder.rglob("torch_shm_manager"), folder / "mmdesk")
    needed = {path: _needs(path) for path in linked if path.is_file() and not path.is_symlink()}
    while True:
        wanted = set().union(*needed.values())
        orphans = [name for name, path in top.items() if name not in wanted and not _OPENED_BY_NAME.match(name)]
        if not orphans:
            return
        for name in orphans:
            path = top.pop(name)
            needed.pop(path, None)
            path.unlink()


def _needs(library: Path) -> set[str]:
    """The names of the libraries that one is linked with."""
    dynamic = subprocess.run(
        ["readelf", "--dynamic", "--wide", str(library)], capture_output=True, text=True, check=True
    )
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", dynamic.stdout))


def _strip(folder: Path) -> None:
    """Take the symbols out of the libraries; nobody debugs them in an installer.

    Left whole are those that auditwheel has moved about (the openblas of NumPy, say): stripped, their segments no
    longer lie where the loader may map them. So are NVIDIA's, which may be passed on unaltered only.
    """
    for path in sorted(folder.rglob("*.so*")):
        if path.is_symlink() or not path.is_file() or "nvidia" in path.relative_to(folder).parts:
            continue
        stripped = path.with_name(f"{path.name}.stripped")
        subprocess.run(["strip", "--strip-unneeded", "-o", str(stripped), str(path)], check=True)
        if stripped.stat().st_size < path.stat().st_size and _is_loadable(stripped):
            stripped.replace(path)
        stripped.unlink(missing_ok=True)


def _is_loadable(library: Path) -> bool:
    """Whether each segment's place in the file and in memory differ by whole pages, as mapping asks for."""
    headers = subprocess.run(
        ["readelf", "--program-headers", "--wide", str(library)], capture_output=True, text=True, check=True
    )
    segments = [line.split() for line in headers.stdout.splitlines() if line.split()[:1] == ["LOAD"]]
    # Type, offset, virtual and physical address, sizes, flags, alignment.
    numbers = [(int(words[1], 16), int(words[2], 16), int(words[-1], 16)) for words in segments]
    return all(offset % page == address % page for offset, address, page in numbers)


def shipped() -> list[importlib.metadata.Distribution]:
    """The distributions of this environment that go into the program, by name."""
    found = {each.name: each for each in importlib.metadata.distributions()}
    return [found[name] for name in sorted(found, key=str.casefold) if name.lower() not in _NOT_SHIPPED]


def _is_licence(name: str) -> bool:
    return re.match(r"(licen[cs]e|copying|notice|authors)", name, re.IGNORECASE) is not None


def _has_content(distribution: importlib.metadata.Distribution) -> bool:
    """Whether a distribution installs anything but its own description; those that do not only ask for others."""
    return any(not file.parts[0].endswith(".dist-info") for file in distribution.files or ())


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """A package of the building system that libraries of the program come from."""

    name: str
    version: str
    copyright_file: Path


def system_packages(folder: Path) -> list[SystemPackage]:
    """The Debian packages behind the libraries at the top of the program's folder; none where there is no dpkg."""
    if shutil.which("dpkg-query") is None:
        return []
    found: dict[str, SystemPackage] = {}
    for library in sorted((folder / "_internal").glob("lib*.so*")):
        search = ["dpkg-query", "--search", f"*/{library.name}"]
        owners = subprocess.run(search, capture_output=True, text=True, check=False).stdout.splitlines()
        for owner in sorted({line.split(":")[0] for line in owners}):
            copyright_file = Path("/usr/share/doc") / owner / "copyright"
            if owner not in found and copyright_file.is_file():
                show = ["dpkg-query", "--show", "--showformat", "${Version}\n", owner]
                answer = subprocess.run(show, capture_output=True, text=True, check=True).stdout
                found[owner] = SystemPackage(owner, answer.splitlines()[0], copyright_file)
    return list(found.values())


def _write_licences(target: Path) -> None:
    """Copy the licence files of all Python packages, of Python itself, and of what starts it."""
    shutil.rmtree(target, ignore_errors=True)
    for distribution in shipped():
        files = [
            Path(str(distribution.locate_file(file))) for file in distribution.files or () if _is_licence(file.name)
        ]
        files = [file for file in files if file.is_file()] or _WITHOUT_LICENCE_FILE.get(distribution.name.lower(), [])
        if not files and _has_content(distribution):
            raise SystemExit(f"{distribution.name} brings no licence: look it up, and name it in {__file__}")
        for file in files:
            (target / distribution.name).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / distribution.name / file.name)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():
        shutil.copyfile(python, target / "Python.txt")
    bootloader = importlib.metadata.distribution("pyinstaller")  # a part of it starts the program
    for file in bootloader.files or ():
        if file.name == "COPYING.txt":
            shutil.copyfile(str(bootloader.locate_file(file)), target / "PyInstaller.txt")
    shutil.copyfile(ROOT / "LICENSE", target / "mmdesk.txt")
    shutil.copyfile(ROOT / "resources" / "NOTICE.md", target / "NOTICE.md")


def bill_of_materials(system: Sequence[SystemPackage] = ()) -> dict[str, object]:
    """CycloneDX 1.5: every bundled distribution with its licence, and the packages of the system."""
    python = platform.python_version()
    components: list[dict[str, object]] = [
        {"type": "platform", "name": "Python", "version": python, "purl": f"pkg:generic/python@{python}"}
    ]
    for distribution in shipped():
        licence = distribution.metadata.get("License-Expression") or distribution.metadata.get("License") or ""
        component: dict[str, object] = {
            "type": "library",
            "name": distribution.name,
            "version": distribution.version,
            "purl": f"pkg:pypi/{distribution.name.lower()}@{distribution.version}",
        }
        if licence and len(licence) < 80:
            component["licenses"] = [{"license": {"name": licence}}]
        components.append(component)
    for package in system:
        purl = f"pkg:deb/debian/{package.name}@{package.version}"
        components.append({"type": "library", "name": package.name, "version": package.version, "purl": purl})
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": components}


def sums(folder: Path) -> str:
    """SHA-256 of every file, as sha256sum reads them."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    names = [path.relative_to(folder.parent).as_posix() for path in files]
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    return "".join(f"{digest}  {name}\n" for digest, name in zip(hashes, names, strict=True))


def sizes(folder: Path) -> dict[str, object]:
    """Megabytes of the folder, of its ten largest files, and of the packages that it was made from."""
    files = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()}
    largest = sorted(files, key=lambda path: -files[path])[:10]
    packages = 0
    for distribution in shipped():
        for file in distribution.files or ():
            place = Path(str(distribution.locate_file(file)))
            packages += place.stat().st_size if place.is_file() else 0
    return {
        "unpacked_mb": round(sum(files.values()) / 1e6, 1),
        "packages_mb": round(packages / 1e6, 1),
        "files": len(files),
        "largest_mb": {str(path.relative_to(folder)): round(files[path] / 1e6, 1) for path in largest},
    }


if __name__ == "__main__":
    sys.exit(main())
