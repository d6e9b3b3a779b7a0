"""Texts as the encoders take them in, whether typed, given in a command or standing in a table."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path
from typing import TextIO

_SPACES = re.compile(r"\s+")
_BYTE_ORDER_MARK = "\ufeff"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def clean_text(text: str) -> str | None:
    """Return a text in canonical composition, control characters gone, runs of blanks made one; None when blank.

    Case, punctuation and script are kept: what of them matters is each text encoder's own business.
    """
    composed = unicodedata.normalize("NFC", text.replace(_BYTE_ORDER_MARK, ""))
    # Line ends and tabs are controls too, and separate words. Joiners (category Cf) stay: some scripts need them.
    kept = "".join(" " if unicodedata.category(letter) in {"Cc", "Cs"} else letter for letter in composed)
    return _SPACES.sub(" ", kept).strip() or None


def open_text(path: Path) -> TextIO:
    r"""Return a file in UTF-8, or in UTF-16 with a byte order mark, to be read as text; line ends become ``\n``.

    Reading it raises UnicodeDecodeError where it is in neither.

    Raises:
        OSError: It cannot be opened.
    """
    with path.open("rb") as stream:
        head = stream.read(max(len(mark) for mark, _ in _MARKS))
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")
    return path.open(encoding=encoding)
