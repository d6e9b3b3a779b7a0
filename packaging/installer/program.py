"""What all installers say about the program."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PUBLISHER = "mmdesk contributors"
EPOCH = 1_700_000_000
"""The time, in seconds since 1970, that all files of all builds bear, so that builds can be compared."""


def version() -> str:
    """The program's version, as ``mmdesk/__init__.py`` has it."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "mmdesk" / "__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit("mmdesk/__init__.py names no version")
    return found.group(1)
