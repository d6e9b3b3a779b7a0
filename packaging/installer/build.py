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
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from contents import bill_of_materials, shipped, system_packages, write_licences
from libraries import drop_orphans, strip
from program import EPOCH, ROOT
from unicode_data import cut_down

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Build, strip, sum up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    arguments = parser.parse_args()
    started = time.monotonic()
    out = arguments.out.resolve()
    work = out / "work"
    write_licences(work / "licences")
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(EPOCH),
        "PYTHONHASHSEED": "0",
        "MMDESK_LICENCES": str(work / "licences"),
        "MMDESK_SOURCES": str(work / "sources.json"),
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--distpath", str(out), "--workpath", str(work)]
    subprocess.run([*command, str(HERE / "mmdesk.spec")], env=environment, check=True)
    folder = out / "mmdesk"
    for made in (folder, out / "mmdesk.app"):
        for link in [path for path in made.rglob("*") if path.is_symlink() and not path.exists()]:
            link.unlink()  # to a library that was left out
    if sys.platform.startswith("linux"):
        drop_orphans(folder)
        strip(folder)
        cut_down(next(folder.glob("_internal/PySide6/Qt/lib/libicudata.so.*")))
        (folder / "mmdesk-gui").symlink_to("mmdesk")
    system = system_packages(folder, json.loads((work / "sources.json").read_text(encoding="utf-8")))
    for package in system:
        shutil.copyfile(package.copyright_file, folder / "_internal" / "licences" / f"{package.name}.txt")
    (out / "sbom.cdx.json").write_text(json.dumps(bill_of_materials(system), indent=1) + "\n", encoding="utf-8")
    (out / "SHA256SUMS").write_text(sums(folder), encoding="utf-8")
    figures = sizes(folder) | {"build_minutes": round((time.monotonic() - started) / 60, 2)}
    (out / "sizes.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))
    return 0


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
