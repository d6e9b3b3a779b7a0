"""Labels that look the same and are not: letters of other scripts, invisible ones."""

from __future__ import annotations

import re
import unicodedata

from mmdesk.core.problem import Problem

_TWINS = str.maketrans(
    # Cyrillic and Greek letters, then signs, with the Latin or ASCII one that fonts draw alike (a choice from the
    # confusables of Unicode Technical Standard 39, "Unicode Security Mechanisms").
    "аеорсухіјѕԁһԛԝкАВЕКМНОРСТХУІЈЅԌοαιυρνκχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ‐‑‒–—−’‘ʼ＇“”„",
    "aeopcyxijsdhqwkABEKMHOPCTXYIJSGoaiupvkxABEZHIKMNOPTYX------''''\"\"\"",
)
_WORD = re.compile(r"[^\W\d_]+")
_JOINERS = "\u200c\u200d"
_JOINING_SCRIPTS = frozenset(
    "ARABIC SYRIAC MONGOLIAN DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA MALAYALAM SINHALA KHMER "
    "MYANMAR TIBETAN THAANA NKO BALINESE JAVANESE".split()
)


def appearance(label: str) -> str:
    """Return what two labels share that look alike: without invisible letters, twins of other scripts made one."""
    narrow = "".join(unicodedata.normalize("NFKC", sign) if "\uff00" <= sign <= "\uffef" else sign for sign in label)
    return visible(narrow).translate(_TWINS).casefold()


def oddity(label: str) -> Problem | None:
    """Return what a reader cannot see in a label; None for nothing.

    An invisible letter (category Cf) is told unless it joins or parts letters of a script that needs that, or pictures;
    a letter of another script that looks like a Latin one is told in a word that has Latin letters as well.
    """
    for index, letter in enumerate(label):
        if unicodedata.category(letter) == "Cf" and not _has_a_use(label, index):
            return Problem("label.invisible", label=label[:40], letter=_named(letter), position=index + 1)
    for word in _WORD.finditer(label):
        if "LATIN" not in {_script(letter) for letter in word[0]}:
            continue
        for index, letter in enumerate(word[0], start=word.start() + 1):
            if _script(letter) in ("CYRILLIC", "GREEK") and letter.translate(_TWINS) != letter:
                return Problem("label.foreign_letter", label=label[:40], letter=_named(letter), position=index)
    return None


def visible(label: str) -> str:
    """Return a label without its invisible letters."""
    return "".join(letter for letter in label if unicodedata.category(letter) != "Cf")


def _has_a_use(label: str, index: int) -> bool:
    letter, before = label[index], label[index - 1] if index else ""
    if letter in _JOINERS:
        return bool(before) and (_script(before) in _JOINING_SCRIPTS or (not before.isalnum() and ord(before) > 0x2000))
    return 0xE0020 <= ord(letter) <= 0xE007F  # tags, in the flags of regions


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def _named(letter: str) -> str:
    return f"{unicodedata.name(letter, 'letter')} (U+{ord(letter):04X})"
