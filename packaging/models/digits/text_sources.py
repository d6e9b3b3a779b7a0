"""Ordinary words and sentences of many languages that name no digit, from Debian's packages: negatives for the text.

Words are those of the word lists (``wamerican``, ``wngerman`` and the like) and of jieba's dictionary of Chinese (MIT,
a Python package), sentences the translations of programs
(``gramps``, ``libgtk-3-common``, ``tuxpaint-data``, ``klettres-data``, ``ktuberling-data``). All are fetched by apt
when the model is rebuilt, and none is bundled. The descriptions of ``tuxpaint-stamps-default`` are kept for validation
and test.
"""

from __future__ import annotations

import gettext
import json
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

import jieba
from audio_recordings import fetch
from text_languages import ARTICLE_LIKE, further_words
from text_slips import one_left_out
from text_words import NUMBER_WORDS

from mmdesk.models.encoders.tokens import tokenise

Part = Literal["train", "validation", "test"]
#: What stands before a thing and is the word for one, or nearly, but says no number there.
_BEFORE_A_THING: dict[str, tuple[str, ...]] = {
    "en": ("a", "an", "the", "my"),
    "de": ("ein", "eine", "einen", "einem", "einer", "der", "die"),
    "fr": ("un", "une", "un", "une", "des", "le"),
    "es": ("un", "una", "unos", "el"),
    "it": ("un", "una", "il", "la"),
    "pt": ("um", "uma", "o"),
    "nl": ("een", "een", "de"),
    "sv": ("en", "ett"),
    "da": ("en", "et"),
    "nb": ("en", "ei", "et"),
    "ca": ("un", "una", "el"),
    "zh": tuple(f"一{measure}" for measure in "个只朵把杯条张辆头匹棵件双位块片根座架台艘颗支群本名"),
}
# "uno" is Italian's article before these sounds only.
_UNO = re.compile(r"s[^aeiou]|z|gn|ps|x|y")
_WORD_LISTS: dict[str, tuple[str, str]] = {
    "en": ("wamerican", "american-english"),
    "de": ("wngerman", "ngerman"),
    "fr": ("wfrench", "french"),
    "es": ("wspanish", "spanish"),
    "it": ("witalian", "italian"),
    "pt": ("wportuguese", "portuguese"),
    "nl": ("wdutch", "dutch"),
    "pl": ("wpolish", "polish"),
    "sv": ("wswedish", "swedish"),
    "da": ("wdanish", "danish"),
    "nb": ("wnorwegian", "bokmaal"),
    "ca": ("wcatalan", "catalan"),
    "uk": ("wukrainian", "ukrainian"),
}
_PROGRAMS = ("gramps", "libgtk-3-common", "tuxpaint-data", "klettres-data", "ktuberling-data")
_CATALOGUES = ("gramps.mo", "gtk30.mo", "tuxpaint.mo", "klettres.mo", "ktuberling.mo")
_STAMPS = "tuxpaint-stamps-default"
SENTENCE_TEST_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "ru", "nl", "pl", "zh")
_MAIN = ("en", "zh", "es", "fr", "it", "de", "ru", "ja", "ko")
_SHORT_CHARS = 4
_WORDS_KEPT = {"short": 5_000, "long": 6_000}
_CHINESE_KEPT = 12_000
_SENTENCES_KEPT = 1_500
_ENGLISH_KEPT = 3
_ARTICLE_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Sources:
    """What is no digit, by language: words and sentences."""

    words: dict[str, list[str]]
    sentences: dict[str, list[str]]


def part_of(text: str) -> Part:
    """Return whose a text is, the same on every machine: a fifth the test's, a tenth validation's."""
    match zlib.crc32(text.casefold().encode()) % 10:
        case 0 | 5:
            return "test"
        case 1:
            return "validation"
        case _:
            return "train"


def number_tokens(language: str) -> set[str]:
    """Return the tokens of a language's number words, articles left out, with those of English."""
    tables = {**further_words(), **NUMBER_WORDS}
    entries = [*tables.get(language, []), *tables["en"]]
    if language == "no":
        entries += tables["nb"]
    tokens = {token for entry in entries for word in entry.split("|") for token in tokenise(word)}
    return tokens - ARTICLE_LIKE


def _all_number_tokens() -> set[str]:
    tables = [*NUMBER_WORDS.values(), *further_words().values()]
    return {token for table in tables for entry in table for word in entry.split("|") for token in tokenise(word)}


def _listed_words(share: Path, language: str, part: Part) -> list[str]:
    """Return a language's dictionary words of one part; no number word of a main language, no slip of a foreign one."""
    file = share / "dict" / _WORD_LISTS[language][1]
    lines = file.read_text(encoding="utf-8", errors="ignore").split()
    words = {line for line in lines if line.isalpha() and line == line.casefold() and 2 <= len(line) <= 14}
    chosen = sorted((word for word in words if part_of(word) == part), key=lambda word: zlib.crc32(word[::-1].encode()))
    own = number_tokens(language) | {token for main in _MAIN for token in number_tokens(main)}
    foreign = {token for main in _MAIN if main != language for token in number_tokens(main) if len(token) >= 3}
    forms = {form for token in foreign for form in one_left_out(token)}
    kept: dict[str, list[str]] = {"short": [], "long": []}
    for word in chosen:
        size = "short" if len(word) <= _SHORT_CHARS else "long"
        if len(kept[size]) < _WORDS_KEPT[size] and word not in own and forms.isdisjoint(one_left_out(word)):
            kept[size].append(word)
    return kept["short"] + kept["long"]


def _chinese_words(part: Part) -> list[str]:
    """Return the most frequent words of one part that hold no figure, of one to four characters."""
    numbers = {character for name in ("zh", "ja") for token in number_tokens(name) for character in token} | {"一"}
    found: list[tuple[int, str]] = []
    for line in (Path(jieba.__file__).with_name("dict.txt")).read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split(" ")
        if re.fullmatch(r"[\u4e00-\u9fff]{1,4}", word) and part_of(word) == part and numbers.isdisjoint(word):
            found.append((-int(count), word))
    return [word for _, word in sorted(found)[:_CHINESE_KEPT]]


def thing(random: Random, language: str, words: list[str]) -> str:
    """Return one to three of a language's words, mostly with an article or measure word: "a dog", "一只狗"."""
    chosen = random.choices(words, k=random.choice((1, 1, 2, 2, 3)))
    before = random.choice(_BEFORE_A_THING.get(language, ("",))) if random.random() < _ARTICLE_SHARE else ""
    if language == "zh":
        return before + "的".join(chosen[:2])
    if language == "it" and before == "un" and _UNO.match(chosen[0]):
        before = "uno"
    return " ".join([before, *chosen]).strip()


def _translations(file: Path) -> list[str]:
    try:
        with file.open("rb") as stream:
            catalogue = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
    except (IndexError, UnicodeDecodeError, OSError):  # a header that gettext cannot read
        return []
    return [text for original, text in catalogue.items() if original and isinstance(text, str)]


def _is_sentence(text: str, language: str, numbers: set[str]) -> bool:
    """Whether a text is plain, of a line's length, and holds neither a figure nor a number word of its language."""
    if not 3 <= len(text) <= 90 or re.search(r"[\d%{}<>\\|=&@#_\n~*/+:\[\]]", text):
        return False
    tokens = tokenise(text)
    return bool(tokens) and not numbers & set(tokens) and not (language == "ja" and len(tokens) == 1 and len(text) < 3)


def _program_sentences(share: Path, part: Part) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for folder in sorted((share / "locale").glob("*/LC_MESSAGES")):
        language = re.split(r"[_@]", folder.parent.name)[0]
        numbers = number_tokens(language)
        for name in _CATALOGUES:
            if (folder / name).exists():
                texts = (re.sub(r"\s+", " ", text.replace("_", "")).strip() for text in _translations(folder / name))
                found.setdefault(language, set()).update(
                    text for text in texts if part_of(text) == part and _is_sentence(text, language, numbers)
                )
    result = {}
    for language, texts in found.items():
        mixed = sorted(texts, key=lambda text: zlib.crc32(text.encode()))
        result[language] = mixed[: _SENTENCES_KEPT * (_ENGLISH_KEPT if language in SENTENCE_TEST_LANGUAGES else 1)]
    return {language: texts for language, texts in result.items() if texts}


def stamp_descriptions(work: Path, part: Part) -> dict[str, list[str]]:
    """Return the descriptions of Tux Paint's stamps without a number, in ten languages; none is the training's."""
    share = fetch(work, _STAMPS)
    found: dict[str, set[str]] = {language: set() for language in SENTENCE_TEST_LANGUAGES}
    for file in sorted((share / "tuxpaint" / "stamps").rglob("*.txt")):
        mine: Part = "test" if zlib.crc32(file.name.encode()) % 2 else "validation"
        if mine != part:
            continue
        lines = file.read_text(encoding="utf-8", errors="ignore").splitlines()
        texts = {"en": lines[0]} if lines else {}
        for line in lines[1:]:
            code, _, text = line.partition(".utf8=")
            language = {"zh_CN": "zh", "pt_BR": "pt"}.get(code, code)
            if language in found and text:
                texts[language] = text.strip()
        for language, text in texts.items():
            if _is_sentence(text, language, number_tokens(language)):
                found[language].add(text)
    return {language: sorted(texts) for language, texts in found.items()}


def short_words(work: Path, part: Part, per_language: int = 100) -> dict[str, list[str]]:
    """Return dictionary words of at most four letters that are no number word of any language."""
    share = fetch(work, *(package for package, _ in _WORD_LISTS.values()))
    numbers = _all_number_tokens()
    result = {}
    for language in _WORD_LISTS:
        words = [word for word in _listed_words(share, language, part) if len(word) <= _SHORT_CHARS]
        result[language] = [word for word in words if word not in numbers][:per_language]
    return result


def sources(work: Path, part: Part) -> Sources:
    """Return a part's words and sentences, fetched and sorted out on first use, then kept under ``work``."""
    cache = work / "cache" / f"text_sources_{part}.json"
    if not cache.exists():
        share = fetch(work, *(package for package, _ in _WORD_LISTS.values()), *_PROGRAMS)
        words = {language: _listed_words(share, language, part) for language in _WORD_LISTS}
        words["zh"] = _chinese_words(part)
        document = {"words": words, "sentences": _program_sentences(share, part)}
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return Sources(**json.loads(cache.read_text(encoding="utf-8")))


def several_digits(random: Random) -> str:
    """Return several figures, or figures among letters, that together are no digit: "2+2", "3 of 5", "0b11", "mp3"."""
    one, two = random.randint(0, 9), random.randint(0, 9)
    letters = "".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=random.randint(1, 3)))
    middle = random.choice(["+", " + ", " ", ", ", "-", "*", " x ", " / ", " and ", " or ", "="])
    frames = (
        *[f"{one}{middle}{two}"] * 4,
        f"{one} {two} {random.randint(0, 9)}",
        *(f"{one}{letters}", f"{letters}{one}", f"{letters}{one}{letters}"),
        *(f"0b{one}{two}", f"0x{one}", f"{one}{letters}{two}"),
    )
    return random.choice(frames)
