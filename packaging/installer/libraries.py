"""What is done to the bundle's shared libraries on Linux, with the tools of binutils."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

_OPENED_BY_NAME = re.compile(r"libpython3")  # by the program that starts Python


def drop_orphans(folder: Path) -> None:
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


def strip(folder: Path) -> None:
    """Take the symbols out of the libraries; nobody debugs them in an installer.

    Left whole are those that auditwheel has moved about (the openblas of NumPy, say): stripped, their segments no
    longer lie where the loader may map them. So are NVIDIA's, which may be passed on unaltered only.
    """
    for path in sorted(folder.rglob("*.so*")):
        if path.is_symlink() or not path.is_file() or "nvidia" in path.relative_to(folder).parts:
            continue
        stripped = path.with_name(f"{path.name}.stripped")
        subprocess.run(["strip", "--strip-unneeded", "-o", str(stripped), str(path)], check=True)
        if stripped.stat().st_size < path.stat().st_size and is_loadable(stripped):
            stripped.replace(path)
        stripped.unlink(missing_ok=True)


def is_loadable(library: Path) -> bool:
    """Whether each segment's place in the file and in memory differ by whole pages, as mapping asks for."""
    headers = subprocess.run(
        ["readelf", "--program-headers", "--wide", str(library)], capture_output=True, text=True, check=True
    )
    segments = [line.split() for line in headers.stdout.splitlines() if line.split()[:1] == ["LOAD"]]
    # Type, offset, virtual and physical address, sizes, flags, alignment.
    numbers = [(int(words[1], 16), int(words[2], 16), int(words[-1], 16)) for words in segments]
    return all(offset % page == address % page for offset, address, page in numbers)
