"""No word on screen is untranslated: the catalogues are whole, and what is shown has gone through a translation."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from mmdesk.ui.language import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
SOURCES = sorted(path for part in ("ui", "app") for path in (ROOT / "mmdesk" / part).rglob("*.py"))
TRANSLATED = sorted(set(LANGUAGES) - {"en"})

SHOWING = {
    *("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setWindowTitle", "setPlaceholderText"),
    *("setTitle", "setStatusTip", "setWhatsThis", "setItemText", "setTabText", "setInformativeText", "setLabel"),
    *("addAction", "addMenu", "addTab", "addItem", "drawText", "draw_message", "showMessage", "say"),
    *("QLabel", "QPushButton", "QAction", "QCheckBox", "QRadioButton", "QGroupBox", "QMenu", "QToolButton"),
}
"""Calls whose texts are seen."""

SAME_IN_EVERY_LANGUAGE = {"mmdesk", "mmdesk ", "Software", " (Language)"}
"""The program's name, a key of PNG files, and what lets one find the menu in a language that one cannot read."""


def catalogue(code: str) -> dict[tuple[str, str, str], str | None]:
    """Return the translations by context, source and comment; None for one that is not finished."""
    found = {}
    for context in ET.parse(FOLDER / f"mmdesk_{code}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            translation = message.find("translation")
            whole = translation is not None and translation.get("type") is None
            found[key] = translation.text if whole and translation is not None else None
    return found


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def marked() -> Iterator[tuple[str, str]]:
    """Yield the texts that the code marks for translation, with where each stands."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name_of(node))
            if place is None or len(node.args) <= place:
                continue
            text = node.args[place]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", text.value


def literals(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the words written out in an expression, but those that another call is given: that one may translate."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and re.search(r"[^\W\d_]{2}", node.value):
            yield node
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and name_of(node) in {"format", "join", "strip", "rstrip"}:
            yield from literals(node.func.value)
            for each in (*node.args, *(keyword.value for keyword in node.keywords)):
                yield from literals(each)
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif not isinstance(node, ast.Subscript | ast.Compare | ast.Attribute):
        for child in ast.iter_child_nodes(node):
            yield from literals(child)


def shown_as_written(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and name_of(node) in SHOWING:
            for each in (*node.args, *(keyword.value for keyword in node.keywords)):
                for words in literals(each):
                    if words.value not in SAME_IN_EVERY_LANGUAGE:
                        yield f"{path.relative_to(ROOT)}:{words.lineno}: {words.value!r}"


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_marked_text_has_a_translation(code: str) -> None:
    finished = {source for (_, source, _), translation in catalogue(code).items() if translation}
    assert len(finished) > 900
    assert [f"{where}: {text}" for where, text in marked() if text not in finished] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_compiled_catalogue_is_that_of_the_source(code: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"mmdesk_{code}.qm"))
    stale = [
        key
        for key, translation in catalogue(code).items()
        if translator.translate(key[0], key[1], key[2] or None) != translation
    ]
    assert stale == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_names_the_same_fields(code: str) -> None:
    def fields(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)", text))

    wrong = [key for key, translation in catalogue(code).items() if fields(key[1]) != fields(translation or "")]
    assert wrong == []


def test_nothing_is_shown_as_it_is_written() -> None:
    assert [line for path in SOURCES if path.parts[-2] != "app" for line in shown_as_written(path)] == []


def test_a_text_that_is_shown_as_written_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.ui.test_translations.ROOT", tmp_path)
    code = tmp_path / "panel.py"
    code.write_text(
        "label.setText('Hello')\n"
        "label.setText(self.tr('Hello'))\n"
        "label.setToolTip(f'{name} is lost' if name else '–')\n"
        "QLabel('{a} or {b}'.format(a=1, b=2))\n",
        encoding="utf-8",
    )
    found = list(shown_as_written(code))
    assert [line.split(":")[1] for line in found] == ["1", "3", "4"]
