"""What is in the bundle: its Python packages and those of the system, their licences, and the bill of materials."""

from __future__ import annotations

import importlib.metadata
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from program import ROOT

_LICENCES = Path(__file__).resolve().parent / "licences"
_NOT_SHIPPED = {
    # What builds.
    *"pyinstaller pyinstaller-hooks-contrib altgraph macholib packaging pefile pywin32-ctypes".split(),
    *"pip setuptools wheel".split(),
    # torch's needs, of parts that are left out.
    *"fsspec".split(),
}
# Of what lies inside a package, or of a package that brings none.
_FURTHER_LICENCES = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt", "ICU.txt"),  # the first adds to the second
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "sounddevice": ("PortAudio.txt",),  # in its wheels for Windows and macOS
}


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """A package of the building system that libraries of the program come from."""

    name: str
    version: str
    copyright_file: Path


def shipped() -> list[importlib.metadata.Distribution]:
    """The distributions of this environment that go into the program, by name."""
    found = {each.name: each for each in importlib.metadata.distributions()}
    return [found[name] for name in sorted(found, key=str.casefold) if _key(found[name]) not in _NOT_SHIPPED]


def _key(distribution: importlib.metadata.Distribution) -> str:
    return re.sub(r"[-_.]+", "-", distribution.name).lower()


def system_packages(folder: Path, sources: Mapping[str, str]) -> list[SystemPackage]:
    """The packages that the libraries at the top of the program's folder come from; none where there is no dpkg.

    Args:
        folder: The program's.
        sources: Where each file was taken from, by its place in ``_internal``.
    """
    if shutil.which("dpkg-query") is None:
        return []
    found: dict[str, SystemPackage] = {}
    for library in sorted((folder / "_internal").glob("lib*.so*")):
        if library.is_symlink() or library.name not in sources:  # a link leads into a Python package
            continue
        owner = _owner(Path(sources[library.name]).resolve())
        copyright_file = Path("/usr/share/doc") / str(owner) / "copyright"
        if owner is not None and owner not in found and copyright_file.is_file():
            show = ["dpkg-query", "--show", "--showformat", "${Version}\n", owner]
            answer = subprocess.run(show, capture_output=True, text=True, check=True).stdout
            found[owner] = SystemPackage(owner, answer.splitlines()[0], copyright_file)
    return list(found.values())


def _owner(file: Path) -> str | None:
    # A package that has not heard of the merged /usr still lists its libraries under /lib.
    for name in (str(file), str(file).removeprefix("/usr")):
        search = subprocess.run(["dpkg-query", "--search", name], capture_output=True, text=True, check=False)
        if search.returncode == 0:
            return search.stdout.split(":")[0]
    return None


def write_licences(target: Path) -> None:
    """Copy the licence files of all Python packages, of Python itself, and of what starts it.

    Raises:
        SystemExit: One has none.
    """
    shutil.rmtree(target, ignore_errors=True)
    for distribution in shipped():
        copy_licences(distribution, target / distribution.name)
    bootloader = importlib.metadata.distribution("pyinstaller")  # a part of it starts the program
    copying = [file for file in bootloader.files or () if file.name == "COPYING.txt"]
    python = [Path(folder) / "LICENSE.txt" for folder in (sysconfig.get_path("stdlib"), sys.base_prefix)]
    for name, places in {"PyInstaller": map(bootloader.locate_file, copying), "Python": python}.items():
        found = next((file for file in map(str, places) if Path(file).is_file()), None)
        if found is None:
            raise SystemExit(f"the licence of {name} is not where it was looked for: mend {__file__}")
        shutil.copyfile(found, target / f"{name}.txt")
    shutil.copyfile(ROOT / "LICENSE", target / "mmdesk.txt")
    shutil.copyfile(ROOT / "resources" / "NOTICE.md", target / "NOTICE.md")


def copy_licences(distribution: importlib.metadata.Distribution, place: Path) -> None:
    """Copy what a Python package brings, each in its own folder: torch alone brings a hundred, of the same few names.

    Raises:
        SystemExit: The package has something to license, and no licence.
    """
    for file in distribution.files or ():
        source = Path(str(distribution.locate_file(file)))
        if _is_licence(file.name) and ".." not in file.parts and source.is_file():
            copy = place.joinpath(*[part for part in file.parts if not part.endswith(".dist-info")])
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
    for name in _FURTHER_LICENCES.get(_key(distribution), ()):
        place.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_LICENCES / name, place / name)
    if not place.exists() and _has_content(distribution):
        raise SystemExit(f"{distribution.name} brings no licence: look it up, and name it in {__file__}")


def _is_licence(name: str) -> bool:
    return re.match(r"(licen[cs]e|copying|notice|authors)", name, re.IGNORECASE) is not None


def _has_content(distribution: importlib.metadata.Distribution) -> bool:
    """Whether a distribution installs anything but its own description; those that do not only ask for others."""
    return any(not file.parts[0].endswith(".dist-info") for file in distribution.files or ())


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
            "purl": f"pkg:pypi/{_key(distribution)}@{quote(distribution.version)}",
        }
        if licence and licence != "UNKNOWN" and len(licence) < 80:
            component["licenses"] = [{"license": {"name": licence}}]
        components.append(component)
    distributor = platform.freedesktop_os_release()["ID"] if system else ""
    for package in system:
        purl = f"pkg:deb/{distributor}/{quote(package.name)}@{quote(package.version)}"
        components.append({"type": "library", "name": package.name, "version": package.version, "purl": purl})
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": components}
