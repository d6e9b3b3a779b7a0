"""Packs the one-folder program for Debian and Ubuntu: ``python linux_deb.py dist/mmdesk --out dist``.

Needs ``dpkg-deb``. The program goes to /opt/mmdesk, with links in /usr/bin, a desktop entry, an icon, and the type of
``.mmdesk`` files; what the system must bring is in ``DEPENDS``. Removing the package leaves nothing behind. The same
folder gives the same package, to the byte; its SHA-256 is written beside it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from program import EPOCH, PUBLISHER, ROOT, version

DEPENDS = (
    # Drivers and sound have their plug-ins and settings in the system's own folders.
    "libgl1", "libegl1", "libxcb1", "libportaudio2",
    # Of the compiler: the drivers above need the newest that there is.
    "libstdc++6", "libgcc-s1",
    # Files that libraries of the program read: a font at least, keyboards, types of files.
    "fontconfig-config", "fonts-dejavu-core | fonts-liberation | fonts-noto-core", "xkb-data", "shared-mime-info",
)  # fmt: skip
"""Beside the C library, which must be as new as that of the machine that built the program."""

_DESKTOP = """[Desktop Entry]
Type=Application
Name=mmdesk
GenericName=Fusion microscope
GenericName[de]=Fusionsmikroskop
Comment=See how a model weighs what you show, say and type
Comment[de]=Sehen, wie ein Modell abwägt, was man zeigt, sagt und tippt
Exec=/opt/mmdesk/mmdesk-gui %f
Icon=mmdesk
Terminal=false
Categories=Education;Science;ArtificialIntelligence;
MimeType=application/x-mmdesk;
StartupWMClass=mmdesk
"""
_MIME = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-mmdesk">
    <comment>mmdesk model</comment>
    <comment xml:lang="de">mmdesk-Modell</comment>
    <sub-class-of type="application/zip"/>
    <glob pattern="*.mmdesk"/>
  </mime-type>
</mime-info>
"""


def control(installed_kb: int, architecture: str) -> str:
    """The package's description."""
    return f"""Package: mmdesk
Version: {version()}
Architecture: {architecture}
Maintainer: {PUBLISHER} <mmdesk@example.org>
Installed-Size: {installed_kb}
Depends: {", ".join((f"libc6 (>= {platform.libc_ver()[1]})", *DEPENDS))}
Recommends: fonts-noto-cjk
Section: education
Priority: optional
Description: live fusion microscope
 Shows how a multimodal model weighs what is shown to the camera, said to the
 microphone and typed, and what each of them truly contributes.
"""


def main() -> int:
    """Lay out and pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the program, as build.py leaves it")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    arguments = parser.parse_args()
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    arguments.out.mkdir(parents=True, exist_ok=True)
    target = arguments.out / f"mmdesk_{version()}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=arguments.out) as place:
        tree = Path(place) / "tree"
        shutil.copytree(arguments.folder, tree / "opt" / "mmdesk", symlinks=True)
        files = {
            "usr/share/applications/mmdesk.desktop": _DESKTOP,
            "usr/share/mime/packages/mmdesk.xml": _MIME,
        }
        for name, content in files.items():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(content, encoding="utf-8")
        icon = tree / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps" / "mmdesk.svg"
        icon.parent.mkdir(parents=True)
        shutil.copyfile(ROOT / "resources" / "icons" / "mmdesk.svg", icon)
        copyright_file = tree / "usr" / "share" / "doc" / "mmdesk" / "copyright"
        copyright_file.parent.mkdir(parents=True)
        shutil.copyfile(ROOT / "LICENSE", copyright_file)
        (tree / "usr" / "bin").mkdir()
        for name in ("mmdesk", "mmdesk-gui"):
            (tree / "usr" / "bin" / name).symlink_to(f"/opt/mmdesk/{name}")
        size_kb = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
        (tree / "DEBIAN").mkdir()
        (tree / "DEBIAN" / "control").write_text(control(size_kb, architecture), encoding="utf-8")
        for path in [tree, *tree.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o111 else 0o644)
            os.utime(path, (EPOCH, EPOCH), follow_symlinks=False)
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(target)]
        subprocess.run(command, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": str(EPOCH)})
    with target.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    target.with_name(f"{target.name}.sha256").write_text(f"{digest}  {target.name}\n", encoding="ascii")
    print(f"{target}: {target.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
