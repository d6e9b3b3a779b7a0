"""Names of things in some sixty languages, and names of everything else, from CLDR's annotations of emoji.

The folder is ``annotations`` of the npm package ``cldr-annotations-full`` (Unicode licence): one folder a language,
with ``annotations.json``. ``npm pack cldr-annotations-full`` and ``tar`` bring it.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path

from names import LANGUAGES, THINGS

LANGUAGES_READ = frozenset(
    "en de es fr it pt nl pl ru zh ja ko ar fa he ur hi mr ne el tr sv da nb no fi hu cs sk sl hr sr bs bg mk uk be ro "
    "ca gl eu et lv lt is ga cy sq vi id ms fil sw af az kk uz hy ka mn".split()
)
"""Those of CLDR's languages that the model is taught: what many write, in scripts whose words the tokens keep whole."""


def folded(name: str) -> str:
    """Return a name as it is compared: NFKC, case-folded, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def own_names() -> set[str]:
    """Return every name of the table in `names`, folded."""
    return {folded(name) for thing in THINGS for names in thing.names.values() for name in names.split("|")}


@cache
def _languages(folder: Path) -> dict[str, dict[str, dict[str, list[str]]]]:
    found = {}
    for file in sorted(folder.glob("*/annotations.json")):
        if file.parent.name.split("-")[0] in LANGUAGES_READ:
            document = json.loads(file.read_text(encoding="utf-8"))
            found[file.parent.name] = document["annotations"].get("annotations", {})
    if not found:
        raise ValueError(f"{folder} holds no annotations; npm's cldr-annotations-full has them")
    return found


def _emoji() -> dict[str, int]:
    return {emoji: place for place, thing in enumerate(THINGS) for emoji in thing.emoji if emoji != "\ufe0f"}


def known_names(folder: Path) -> dict[str, dict[str, int]]:
    """Return, by language, what each name means.

    A text may be of any language, so a name of CLDR's that means another of our things in a language met before it
    is left out; our own table comes first.
    """
    own: dict[str, dict[str, int]] = {language: {} for language in LANGUAGES}
    for place, thing in enumerate(THINGS):
        for language, names in thing.names.items():
            for name in names.split("|"):
                own[language][folded(name)] = place
    everywhere: dict[str, set[int]] = {}
    for names in own.values():
        for name, place in names.items():
            everywhere.setdefault(name, set()).add(place)
    found = {language: dict(names) for language, names in own.items()}
    emoji = _emoji()
    for code, entries in _languages(folder).items():
        language = code.split("-")[0]
        mine = found.setdefault(language, {})
        for sign, entry in entries.items():
            if sign in emoji:
                for name in entry.get("tts", []):
                    plain = folded(name)
                    if plain and everywhere.setdefault(plain, {emoji[sign]}) == {emoji[sign]}:
                        mine[plain] = emoji[sign]
    return {language: names for language, names in found.items() if names}


def strangers(folder: Path, taken: set[str]) -> dict[str, list[str]]:
    """Return, by language, the names of all emoji that are none of our things and hold no name of one.

    Args:
        folder: See above.
        taken: Names of ours, folded.
    """
    emoji = _emoji()
    words = {name for name in taken if " " not in name}
    found: dict[str, set[str]] = {}
    for code, entries in _languages(folder).items():
        names = found.setdefault(code.split("-")[0], set())
        for sign, entry in entries.items():
            if sign in emoji:
                continue
            for name in entry.get("tts", []):
                plain = folded(name)
                parts = plain.replace("-", " ").replace(":", " ").replace(",", " ").split()
                if plain and plain not in taken and not words & set(parts) and not _holds(plain, taken):
                    names.add(plain)
    return {language: sorted(names) for language, names in found.items()}


def _holds(name: str, taken: set[str]) -> bool:
    """Whether a Chinese name holds a name of two characters or more: it is written without blanks."""
    if not any("\u4e00" <= char <= "\u9fff" for char in name):
        return False
    return any(name[start:end] in taken for start in range(len(name)) for end in range(start + 2, len(name) + 1))


def spoken_strangers(folder: Path, taken: set[str]) -> dict[str, list[str]]:
    """Return short names of other things in the languages that the voices speak."""
    found = strangers(folder, taken)
    return {
        language: [name for name in found[language] if len(name) <= 24 and ":" not in name and len(name.split()) <= 3]
        for language in LANGUAGES
    }
