"""Marks texts for the translators without Qt, in modules that the command line reads too."""

from __future__ import annotations


def _marked(_context: str, text: str) -> str:
    return text


QT_TRANSLATE_NOOP = _marked
"""Qt's own word, by which lupdate finds the text; it stays as it is."""
