"""Text of any language cut into tokens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# One Chinese character is a word of its own; 々〇 belong to them. Kana and Hangul are written in runs and stay words.
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# A number keeps its inner separators, so that 3.5, 12:30 and 1,000 are one token and not several digits.
_SEPARATORS = ".,:/-"
_WORDS = rf"[{_HAN}]|(?:[^\W\d_{_HAN}]|[\u0300-\u036f\u0900-\u097f])+"
_LETTER = r"[^\W\d_]"
_MAX_CHARS = 2_000


@lru_cache(maxsize=8)
def _pattern(symbols: str) -> re.Pattern[str]:
    inner = "".join(re.escape(mark) for mark in _SEPARATORS if mark not in symbols)
    parts = [rf"\d+(?:[{inner}]\d+)*" if inner else r"\d+", _WORDS]
    # A hyphen within a word is no minus.
    parts += [rf"-(?!{_LETTER})|(?<!{_LETTER})-"] if "-" in symbols else []
    parts += [re.escape(mark) for mark in symbols if mark != "-"]
    return re.compile("|".join(parts))


def tokenise(text: str, symbols: str = "") -> list[str]:
    """Split text into words, single Chinese characters and numbers, in NFKC form and case-folded.

    Digits of any script become 0–9 ("７", "⑦", "٧" and "७" are all "7"); marks and emoji fall away, which leaves
    the digit of a keycap.

    Args:
        text: Any string; of a longer one the last 2,000 characters.
        symbols: Characters, in NFKC form, that are tokens of their own. A hyphen is none between two letters.
    """
    folded = unicodedata.normalize("NFKC", text[-_MAX_CHARS:]).casefold()
    plain = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in folded)
    return _pattern(symbols).findall(plain)
