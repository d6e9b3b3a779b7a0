"""Pages are filled in with everything escaped, and a template that is missing or damaged is named with its remedy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from mmdesk.core.errors import MmdeskError
from mmdesk.pages import colour_variables, render, rendering

SHEET: dict[str, object] = {
    "language": "zh_CN", "paper": True, "title": "Keys & more", "tour_heading": "Tour", "steps": [("a", "b", "c")],
    "keys_heading": "Keys", "keys": [("F1", "help")],
}  # fmt: skip


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the templates that may be damaged."""
    folder = Path(shutil.copytree(rendering.TEMPLATES, tmp_path / "templates"))
    monkeypatch.setattr(rendering, "TEMPLATES", folder)
    rendering._environment.cache_clear()
    yield folder
    rendering._environment.cache_clear()


def problem(**values: object) -> str:
    with pytest.raises(MmdeskError) as raised:
        render("cheat_sheet.html", **(SHEET | values))
    words = str(raised.value)
    assert words.endswith(" Install mmdesk again.")
    return words


def test_a_page_has_the_frame_of_the_base_and_its_own_words() -> None:
    page = render("cheat_sheet.html", **SHEET)
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    assert "<title>Keys &amp; more</title>" in page
    assert "<h1>Keys &amp; more</h1>" in page
    assert "default-src 'none'" in page
    assert "<b>F1</b></td><td>help</td>" in page


def test_text_stays_text_whatever_it_holds() -> None:
    nasty = "<script>\"'&\0\x07\ud800\uffff{{ title }}\n"
    page = render("cheat_sheet.html", **(SHEET | {"title": nasty}))
    assert "<script>" not in page
    assert unescape(page).count("<script>\"'&� ? {{ title }}\n") == 2
    page.encode()


def test_what_brings_its_own_markup_is_put_in_as_it_is() -> None:
    class Drawn:
        def __html__(self) -> str:
            return "<svg></svg>"

    assert "<td><svg></svg></td>" in render("cheat_sheet.html", **(SHEET | {"keys": [("F1", Drawn())]}))


def test_colours_follow_the_reader() -> None:
    style = colour_variables({"ink": "#000000"}, {"ink": "#ffffff"})
    assert style.startswith(":root{color-scheme:light dark;--ink:#000000;}\n")
    assert style.endswith("(prefers-color-scheme:dark){:root{--ink:#ffffff;}}")


@pytest.mark.parametrize("name", ["base.html", "cheat_sheet.html"])
def test_a_missing_template_is_named(templates: Path, name: str) -> None:
    (templates / name).unlink()
    assert problem().startswith(f"The page template {templates / name} is missing.")


@pytest.mark.parametrize("name", ["base.html", "cheat_sheet.html"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"<p>torn"])
def test_a_damaged_template_is_named(templates: Path, name: str, content: bytes) -> None:
    (templates / name).write_bytes(content)
    assert f"{templates / 'cheat_sheet.html'}, or one that it needs, is damaged" in problem()


def test_a_torn_template_is_named_with_its_line(templates: Path) -> None:
    path = templates / "cheat_sheet.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("{% endfor %}")], encoding="utf-8")
    assert f"The page template {path} is damaged in line " in problem()
    path.write_text(text[: text.index("{% block body %}")], encoding="utf-8")
    assert f"{templates / 'cheat_sheet.html'}, or one that it needs, is damaged" in problem()


def test_a_name_that_nobody_gave_is_no_gap_in_the_page(templates: Path) -> None:
    path = templates / "cheat_sheet.html"
    path.write_text(path.read_text(encoding="utf-8").replace("{{ tour_heading }}", "{{ no_such_name }}"), "utf-8")
    assert "is damaged" in problem()
