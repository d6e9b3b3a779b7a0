"""Collects the window's texts and compiles their translations.

`python packaging/translations.py` takes the source's texts into resources/translations/*.ts and compiles *.qm;
with `--check` it writes nothing. Either way it lists texts without a translation and then ends with status 1.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"


def tool(name: str) -> str:
    """Qt's tool as PySide6 brings it, beside the running Python."""
    return str(Path(sys.executable).parent / f"pyside6-{name}")


def sources() -> list[str]:
    """The files whose texts are translated."""
    folders = (ROOT / "mmdesk" / "ui", ROOT / "mmdesk" / "app")
    return sorted(str(path.relative_to(ROOT)) for folder in folders for path in folder.rglob("*.py"))


def update(catalogue: Path) -> None:
    """Take new texts into a catalogue and drop those that are gone."""
    code = catalogue.stem.removeprefix("mmdesk_")
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", code]
    target = str(catalogue.relative_to(ROOT))
    subprocess.run([tool("lupdate"), *sources(), *options, "-ts", target], cwd=ROOT, check=True)


def release(catalogue: Path) -> None:
    """Compile a catalogue."""
    output = str(catalogue.with_suffix(".qm"))
    subprocess.run([tool("lrelease"), "-silent", str(catalogue), "-qm", output], cwd=ROOT, check=True)


def missing(catalogue: Path) -> list[str]:
    """Texts of a catalogue without a translation, as "context: text"."""
    found = []
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or not translation.text or translation.get("type") == "unfinished":
                found.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return found


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only report texts that lack their translation")
    check_only = parser.parse_args().check
    lacking = 0
    for catalogue in sorted(FOLDER.glob("mmdesk_*.ts")):
        if not check_only:
            update(catalogue)
            release(catalogue)
        for text in missing(catalogue):
            print(f"{catalogue.name}: {text}")
            lacking += 1
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
