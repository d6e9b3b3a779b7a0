"""A terminal that remembers what was written on it."""

from __future__ import annotations

import io


class Terminal(io.StringIO):
    """Says that somebody looks at it."""

    def isatty(self) -> bool:
        return True
