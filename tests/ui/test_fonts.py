"""The program shows no boxes: what it says stands in its own fonts, whatever the system has."""

from __future__ import annotations

import ast
import importlib.util
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QGlyphRun, QRawFont, QTextLayout
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import mmdesk
from mmdesk.core.live_stats import ModelState
from mmdesk.core.problem import Problem
from mmdesk.ui.font_watch import has_glyph
from mmdesk.ui.fonts import OWN_FAMILIES, font_families, font_files
from mmdesk.ui.language import LANGUAGES
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.theme import DARK, Look

PACKAGE = Path(mmdesk.__file__).resolve().parent
ROOT = PACKAGE.parent


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fonts_script", ROOT / "packaging" / "fonts.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def spoken(path: Path) -> set[str]:
    """The characters of a module's strings, its docstrings left out."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {id(each.body[0].value) for each in ast.walk(tree)
            if isinstance(each, documented) and each.body and isinstance(each.body[0], ast.Expr)}  # fmt: skip
    return {
        character
        for each in ast.walk(tree)
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in docstrings
        for character in each.value
    }


def shown() -> dict[str, set[str]]:
    """Where characters come from that the program shows, and those characters."""
    translations = ROOT / "resources" / "translations"
    found = {
        path.name: {character for each in ET.parse(path).iter() for character in each.text or ""}
        for path in translations.glob("*.ts")
    }
    found["sample session"] = set((ROOT / "resources" / "sessions" / "sample" / "text.csv").read_text("utf-8"))
    for path in (ROOT / "resources" / "models").glob("*/about.json"):
        found[f"{path.parent.name} about itself"] = set(path.read_text("utf-8"))
    for folder in (ROOT / "resources" / "help").iterdir():
        found[f"help in {folder.name}"] = {each for path in folder.glob("*.md") for each in path.read_text("utf-8")}
    found["languages"] = set("".join(LANGUAGES.values()))
    for folder in ("ui", "app", "core"):
        found[folder] = {character for path in (PACKAGE / folder).rglob("*.py") for character in spoken(path)}
    for code in ("de", "es", "zh_CN"):
        found[f"Qt in {code}"] = set("".join(script().qt_words(code)))
    return {where: {each for each in characters - UNSEEN if each.isprintable()} for where, characters in found.items()}


UNSEEN = {
    "\u0338",  # in Qt's page set-up, which is never opened
    "\ufffd",  # for a zero byte in somebody's text
}


def own_fonts() -> list[QRawFont]:
    return [QRawFont(str(file), 16) for file in font_files()]


def test_every_character_that_is_shown_is_in_the_fonts_of_the_program(qapp: object) -> None:
    fonts = own_fonts()
    missing = {
        where: "".join(sorted(c for c in characters if not any(font.supportsCharacter(ord(c)) for font in fonts)))
        for where, characters in shown().items()
    }
    assert {where: characters for where, characters in missing.items() if characters} == {}, "run packaging/fonts.py"


def test_the_words_are_not_empty(qapp: object) -> None:
    assert set("七三") <= shown()["sample session"] | shown()["mmdesk_zh_CN.ts"]
    assert set("简体中文") <= shown()["languages"]
    assert set("取消") <= shown()["Qt in zh_CN"]
    assert set("←拼接") <= shown()["help in zh_CN"]


def test_the_fonts_are_small_and_have_their_licence() -> None:
    assert len(font_files()) == 3
    assert sum(file.stat().st_size for file in font_files()) < 1_100_000
    assert "SIL OPEN FONT LICENSE" in (font_files()[0].parent / "OFL.txt").read_text("utf-8")


def test_the_own_families_end_every_list(qapp: object) -> None:
    assert font_families()[-2:] == OWN_FAMILIES
    assert Look(DARK, 1.0).font(20).families()[-2:] == list(OWN_FAMILIES)
    for weight in (QFont.Weight.Normal, QFont.Weight.Bold):
        font = QFont(OWN_FAMILIES[0])
        font.setWeight(weight)
        assert QFontInfo(font).family() == OWN_FAMILIES[0]
        assert QFontInfo(font).bold() == (weight == QFont.Weight.Bold)


def boxes(text: str, font: QFont) -> str:
    """The characters that Qt finds in no font: their glyph is the first one, a box."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs: list[QGlyphRun] = layout.glyphRuns()
    return "".join("□" for run in runs for index in run.glyphIndexes() if index == 0)


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_qt_finds_a_glyph_for_each(qapp: object, weight: QFont.Weight) -> None:
    font = Look(DARK, 1.0).font(20, weight)
    assert [each for each in sorted(set().union(*shown().values())) if boxes(each, font)] == []


def test_a_character_that_no_font_has_is_seen_as_a_box(qapp: object) -> None:
    assert boxes("\U000f0000", Look(DARK, 1.0).font(20))


def test_widgets_of_the_window_take_the_families(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.ensurePolished()
    window.show()
    for label in window.findChildren(QLabel):
        label.ensurePolished()
        assert label.font().families()[-2:] == list(OWN_FAMILIES)
    assert QFontMetricsF(window.inputs.text.box.font()).inFontUcs4(ord("七"))


def test_quotes_are_narrow_and_dots_stand_on_the_baseline(qapp: object) -> None:
    for font in own_fonts():
        for character in "‘’“”":
            if font.supportsCharacter(ord(character)):
                (advance,) = font.advancesForGlyphIndexes(font.glyphIndexesForString(character))
                assert advance.x() < 0.7 * font.pixelSize(), f"{character} is as wide as a Chinese character"
    regular = next(font for font in own_fonts() if font.supportsCharacter(ord("…")))
    dots = regular.boundingRect(regular.glyphIndexesForString("…")[0])
    assert dots.top() > -0.3 * regular.pixelSize()


def test_a_text_that_no_font_can_write_is_told_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mmdesk.ui.font_watch.has_glyph", lambda character: character not in "ᚠᚢ")
    window = MainWindow()
    qtbot.addWidget(window)
    told: list[Problem] = []
    window.fonts.missing.connect(told.append)
    box = window.inputs.text.box
    for words in ("seven", "seven ᚠ", "seven ᚠᚠ", "e\u0301 \u200f seven"):
        box.setPlainText(words)
    assert [dict(each.fields)["characters"] for each in told] == ["U+16A0"]
    assert window.notice.problem == told[0]
    window.show_model_state(ModelState("runes", True, labels=("ᚠ", "ᚢ")))
    assert [dict(each.fields)["characters"] for each in told] == ["U+16A0", "U+16A2"]


def test_glyphs_are_found_where_there_are_any(qapp: object) -> None:
    assert all(has_glyph(character) for character in "a七é→")
    assert not has_glyph("\U000f0000")
