"""Takes the help's pages and words into the README, so that each text stands in one place.

`python packaging/help_pages.py` writes them; with `--check` it only says what differs, and then ends with status 1. A
page `resources/help/en/N-NAME.md` is the beginning of README's section of the same heading; what README says beyond it
stays.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "resources" / "help" / "en"
END = "<!-- Up to here from resources/help: packaging/help_pages.py -->"
"""Follows in README what is taken from a page."""


def sections() -> dict[str, str]:
    """What README must say, by heading."""
    sys.path.insert(0, str(ROOT))
    from mmdesk.ui.help.glossary import english_section

    found = {}
    for page in sorted(PAGES.glob("*.md")):
        heading, _, body = page.read_text("utf-8").partition("\n")
        found[heading.removeprefix("# ")] = body.strip().replace("](../../", "](resources/")
    return found | {"Words": english_section()}


def updated(readme: str) -> str:
    """Return README with every page taken in.

    Raises:
        ValueError: It has no section of a page's heading, or one without the mark behind it.
    """
    for heading, body in sections().items():
        begin = f"\n## {heading}\n\n"
        before, found, rest = readme.partition(begin)
        _, end, after = rest.partition(END)
        if not found or not end:
            raise ValueError(f"README.md lacks the section {heading!r}, or the line {END!r} in it")
        readme = f"{before}{begin}{body}\n\n{END}{after}"
    return readme


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only say whether README differs")
    check_only = parser.parse_args().check
    file = ROOT / "README.md"
    before = file.read_text("utf-8")
    after = updated(before)
    if not check_only:
        file.write_text(after, "utf-8")
    elif after != before:
        print("README.md differs from resources/help: run packaging/help_pages.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
