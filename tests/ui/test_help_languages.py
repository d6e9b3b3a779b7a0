"""The help in every language: each page is there, built like the English one, and names things as the program does."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from mmdesk.models.fusion import offered_fusions
from mmdesk.ui.help.pages import read_pages
from mmdesk.ui.language import LANGUAGES, install_language
from mmdesk.ui.training_words import fusion_name
from tests.ui.shown_words import untranslated

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
OTHERS = [code for code in LANGUAGES if code != "en"]
PAGES = sorted(path.name for path in (RESOURCES / "help" / "en").glob("*.md"))
_CODE = re.compile(r"`[^`]+`")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_ITALIC = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
_CELL = re.compile(r"(?<=\|) ([^|`]+) (?=\|)")
_QUOTED = re.compile(r"[“„«]([^“”„«»]+)[”“»]")
_KEY = re.compile(r"\b(?:Ctrl|Shift)(?:\+Shift)?\+[A-Z0-9+,-]|\bF\d+|\bEsc\b", re.ASCII)
_KEYS = {"Strg": "Ctrl", "Umschalt": "Shift", "Mayús": "Shift", "Pos1": "Home"}
"""How keyboards of other languages call what English ones call Ctrl, Shift and Home."""
_CHINESE = r"[\u4e00-\u9fff，。；：、（）]"


@pytest.fixture(autouse=True)
def english_again(qtbot: QtBot) -> Iterator[None]:
    yield
    install_language("en")


def page(language: str, name: str) -> str:
    return (RESOURCES / "help" / language / name).read_text("utf-8")


def build(text: str) -> dict[str, object]:
    """What a translation leaves as it is: how much there is of everything, addresses, code, keys and numbers."""
    keys = text
    for theirs, english in _KEYS.items():
        keys = keys.replace(theirs, english)
    return {
        "headings": re.findall(r"^#+(?= )", text, re.MULTILINE),
        "list items": [bool(number) for number in re.findall(r"^ *(?:-|(\d+)\.) ", text, re.MULTILINE)],
        "columns of table rows": [line.count("|") for line in text.splitlines() if line.startswith("|")],
        "paragraphs": len(re.split(r"\n\s*\n", text.strip())),
        "pictures": re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text),
        "links": re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", text),
        "code": Counter(_CODE.findall(text)),
        "bold": len(_BOLD.findall(text)),
        "italic": len(_ITALIC.findall(text)),
        "numbers": Counter(re.findall(r"\d+", keys)),
        "keys": Counter(_KEY.findall(keys)),
    }


def plain(name: str) -> str:
    """A name without what only a menu or a button adds to it."""
    name = re.sub(r"\(&.\)", "", name).replace("&", "")
    name = re.sub(r"\s*[:：]\s*\{\w+\}.*$|  F\d+$", "", name)
    return name.strip().rstrip(".…。 ").casefold()


@cache
def catalogue(language: str) -> dict[str, set[str]]:
    """What the program calls things, by their English names."""
    found: dict[str, set[str]] = {}
    for message in ET.parse(RESOURCES / "translations" / f"mmdesk_{language}.ts").getroot().iter("message"):
        english, name = plain(message.findtext("source", "")), plain(message.findtext("translation", ""))
        if english and name:
            found.setdefault(english, set()).add(name)
    return found


def marked(text: str) -> list[str]:
    """What stands in bold, in italics or between quotation marks."""
    text = re.sub(r"\s+", " ", _CODE.sub("", text))
    return [plain(each) for pattern in (_BOLD, _ITALIC, _QUOTED) for each in pattern.findall(text)]


def cells(text: str) -> list[str]:
    return [plain(each) for each in _CELL.findall(text)]


def named(text: str, language: str) -> list[str]:
    """The names of the program that an English page marks, an entry of a menu in its parts, or lists in a table."""
    known = catalogue(language)
    found = []
    for whole in marked(text):
        found += [part for part in ([whole] if whole in known else map(plain, whole.split(", "))) if part in known]
    for whole in cells(text):
        parts = [plain(part) for part in whole.split(", ")]
        found += parts if all(part in known for part in parts) else []
    return found


def differences(english: str, other: str, language: str) -> list[str]:
    """Return in what a page is not what the English one is, in its own words."""
    here, there = build(english), build(other)
    found = [f"{what}: {here[what]} in English, {there[what]} here" for what in here if here[what] != there[what]]
    said = marked(other) + cells(other)
    for name in named(english, language):
        right = catalogue(language)[name]
        if not any(each in words for each in right for words in said):
            found.append(f"“{name}” is called {' or '.join(sorted(right))} in the program")
    return found


def rendered(text: str) -> str:
    document = QTextDocument()
    document.setMarkdown(text)
    return document.toPlainText()


@pytest.mark.parametrize("language", OTHERS)
def test_every_page_is_there_in_every_language(language: str) -> None:
    folder = RESOURCES / "help" / language
    assert sorted(path.name for path in folder.iterdir()) == PAGES
    pages = read_pages(language)
    assert len(pages) == len(PAGES)
    assert all(page.translated for page in pages)
    assert [page.key for page in pages] == [page.key for page in read_pages("en")], "links and the order stay"
    for page in pages:
        assert all(not image.isNull() for image in page.pictures.values()), page.key


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", OTHERS)
def test_a_page_is_built_like_the_english_one_and_names_things_as_the_program_does(language: str, name: str) -> None:
    assert differences(page("en", name), page(language, name), language) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", OTHERS)
def test_no_line_is_left_in_english_and_no_mark_of_markdown_is_seen(language: str, name: str) -> None:
    said = rendered(page(language, name))
    assert not re.search(r"[*`|#]", said)
    lines, english = (set(rendered(_CODE.sub("", page(code, name))).splitlines()) for code in (language, "en"))
    assert untranslated(lines, english, language) == []


def test_every_name_is_found_in_some_page() -> None:
    found = {each for name in PAGES for each in named(page("en", name), "de")}
    assert {"use a camera", "gate", "why?", "guided tour", "reset all", "weights by hand", "record key"} <= found
    assert {"file", "export", "the recording that is played (video)", "forget this visitor", "too dark"} <= found
    assert {"noisy hall", "perturbations", "preferences"} <= found, "those in a table, too"


@pytest.mark.parametrize("language", OTHERS)
def test_fusion_methods_have_their_names(qtbot: QtBot, language: str) -> None:
    install_language(language)
    methods = page(language, "2-methods.md")
    assert [name for name in map(fusion_name, offered_fusions()) if name not in methods] == []


@pytest.mark.parametrize("name", PAGES)
def test_chinese_has_no_spaces_where_lines_were_broken(name: str) -> None:
    said = rendered(page("zh_CN", name))
    assert re.findall(rf"{_CHINESE} {_CHINESE}", said) == []


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ("\n\n*Hilfe, ", "\n7. **Mehr.** Neu.\n\n*Hilfe, ", "list items"),
        ("(F10)", "(F9)", "keys"),
        ("eine große 3", "eine große 4", "numbers"),
        ("*Warum?*", "*Wieso?*", "“why?” is called warum? in the program"),
        ("*Alles zurücksetzen*", "Alles zurücksetzen", "italic"),
        ("# Erste Schritte", "## Erste Schritte", "headings"),
        ("Drücken Sie", "`Drücken` Sie", "code"),
        ("Ohne Kamera", "![Ein Bild](bild.png)", "pictures"),
        ("Ohne Kamera", "[Ohne](page:sources) Kamera", "links"),
        ("*Hilfe, Geführte Tour*", "| a | b |\n|---|---|\n*Hilfe, Geführte Tour*", "columns of table rows"),
    ],
)
def test_a_change_on_one_side_only_is_noticed(here: str, there: str, told: str) -> None:
    english, german = page("en", "0-first.md"), page("de", "0-first.md")
    assert here in german
    found = differences(english, german.replace(here, there), "de")
    assert any(each.startswith(told) for each in found), found
