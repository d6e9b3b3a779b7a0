"""Names of files as text that can be shown, printed and stored."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Return a text that every Unicode encoding takes: what stands for a byte of a name that is not UTF-8 as ``\xe9``.

    Python gives such bytes as lone surrogates (PEP 383), which neither UTF-8 nor Qt can hold.
    """
    return _SURROGATE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"
