"""What is handed to a telephone."""

from __future__ import annotations

from dataclasses import dataclass

Matrix = tuple[tuple[bool, ...], ...]
"""A QR code without its quiet zone: rows of modules, whether each is dark."""


@dataclass(frozen=True, slots=True)
class PageCode:
    """Where a page can be fetched.

    Attributes:
        url: Its address.
        matrix: The code that a telephone scans to get there.
    """

    url: str
    matrix: Matrix
