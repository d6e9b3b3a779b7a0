"""Texts as the encoders take them in, whether typed, given in a command or standing in a table."""

from __future__ import annotations

import codecs
import re
import unicodedata

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


def decode_text(content: bytes) -> str:
    r"""Return the text of a file in UTF-8, or in UTF-16 with a byte order mark; line ends become ``\n``.

    Raises:
        UnicodeDecodeError: It is in neither.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
