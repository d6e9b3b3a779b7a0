"""The shape of a problem's words."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """What is wrong, and what to do about it; the remedy is empty where there is none."""

    sentence: str
    remedy: str = ""
