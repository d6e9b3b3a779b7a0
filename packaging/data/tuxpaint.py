"""Makes a folder of data in class folders from Tux Paint's stamps: a picture, its French name, its name spoken.

    python packaging/data/tuxpaint.py --out build/tuxpaint/stamps

The stamps come from Debian's tuxpaint-stamps-default (GPL-2), fetched by apt when this is run and kept below build/:
nothing of it belongs in the repository or in anything that is handed on. The task is to tell a stamp's category.
Mirrored doubles and stamps without a French name and French sound are left out, and so are categories with fewer than
twelve stamps; what was left out is printed.
"""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "tuxpaint-stamps-default"
LANGUAGE = "fr"
FEWEST = 12
SVG_SIDE_PX = 384


@dataclass(frozen=True, slots=True)
class Stamp:
    """One stamp: its picture, its spoken description and its name."""

    category: str
    picture: Path
    sound: Path
    text: str

    @property
    def stem(self) -> str:
        """A name that is its own within the category, whose folders are not kept."""
        folders = self.picture.parts[self.picture.parts.index("stamps") + 2 : -1]
        return "-".join((*folders, self.picture.stem))


def fetch(work: Path) -> Path:
    """Download and unpack the Debian package once; returns the folder of the categories.

    Raises:
        subprocess.CalledProcessError: apt or dpkg failed (no network, no Debian).
    """
    source = work / "source"
    stamps = source / "usr" / "share" / "tuxpaint" / "stamps"
    finished = work / ".finished"
    if not finished.exists():
        work.mkdir(parents=True, exist_ok=True)
        if not list(work.glob("*.deb")):
            subprocess.run(["apt-get", "-q", "download", PACKAGE], cwd=work, check=True)
        subprocess.run(["dpkg-deb", "-x", str(next(work.glob("*.deb"))), str(source)], check=True)
        finished.touch()
    return stamps


def read_name(path: Path) -> str:
    """Return the French name from a stamp's text file, or ""."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith(f"{LANGUAGE}.utf8="):
            return line.partition("=")[2].strip()
    return ""


def find_stamps(folder: Path) -> tuple[list[Stamp], dict[str, int]]:
    """Return the complete stamps in order, and why others are left out with how many."""
    stamps: dict[Path, Stamp] = {}
    left_out: dict[str, int] = defaultdict(int)
    # PNG before SVG: where a stamp has both, the first is the drawn one.
    for picture in sorted(folder.rglob("*.[ps][nv]g"), key=lambda path: (path.suffix, path)):
        if picture.stem.endswith(("_mirror", "_flip", "_mirror_flip")):
            left_out["mirrored doubles"] += 1
            continue
        key = picture.with_suffix("")
        sound = key.with_name(f"{key.name}_desc_{LANGUAGE}.ogg")
        name = picture.with_suffix(".txt")
        if key in stamps:
            left_out["second pictures of a stamp"] += 1
        elif not sound.is_file() or not name.is_file() or not read_name(name):
            left_out["no French name or sound"] += 1
        else:
            stamps[key] = Stamp(picture.relative_to(folder).parts[0], picture, sound, read_name(name))
    return [stamps[key] for key in sorted(stamps)], left_out


def write_svg(source: Path, target: Path) -> bool:
    """Draw an SVG file as a PNG on white; whether Qt could read it."""
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        return False
    size = renderer.defaultSize().scaled(QSize(SVG_SIDE_PX, SVG_SIDE_PX), Qt.AspectRatioMode.KeepAspectRatio)
    if size.isEmpty():
        return False
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return picture.save(str(target))


def write_stamp(stamp: Stamp, out: Path) -> Path | None:
    """Put a stamp's picture and sound into its class folder; returns the picture, or None where it cannot be drawn."""
    picture = out / stamp.category / f"{stamp.stem}.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    if stamp.picture.suffix == ".svg":
        if not write_svg(stamp.picture, picture):
            return None
    else:
        shutil.copyfile(stamp.picture, picture)
    shutil.copyfile(stamp.sound, picture.with_suffix(".ogg"))
    return picture


def main() -> int:
    """Write the folder; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "tuxpaint")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "tuxpaint" / "stamps")
    arguments = parser.parse_args()
    out: Path = arguments.out
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    stamps, left_out = find_stamps(fetch(arguments.work))
    if out.exists():
        shutil.rmtree(out)
    by_category: dict[str, list[Stamp]] = defaultdict(list)
    for stamp in stamps:
        by_category[stamp.category].append(stamp)
    rows: list[tuple[str, str]] = []
    for category, members in sorted(by_category.items()):
        if len(members) < FEWEST:
            left_out[f"category {category} with {len(members)} stamps"] += len(members)
            continue
        written = [(write_stamp(stamp, out), stamp.text) for stamp in members]
        left_out["SVG that cannot be drawn"] += sum(picture is None for picture, _ in written)
        rows += [(picture.relative_to(out).as_posix(), text) for picture, text in written if picture is not None]
    del application
    with (out / "texts.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("file", "text"))
        writer.writerows(rows)
    print(f"{out}: {len(rows)} stamps in {len({name.partition('/')[0] for name, _ in rows})} categories")
    for reason, count in sorted(left_out.items()):
        if count:
            print(f"  left out: {count} × {reason}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
