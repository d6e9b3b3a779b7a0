"""The help: its pages agree with README, its words are found, drawn and linked; the words about the program."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from mmdesk.ui.help import pages
from mmdesk.ui.help.about import AboutDialog, licences, packages
from mmdesk.ui.help.glossary import BY_KEY, TERMS
from mmdesk.ui.help.pages import HelpPage, HelpPages, read_pages
from mmdesk.ui.help.pictures import DRAWINGS, term_picture
from mmdesk.ui.help.window import HelpWindow
from mmdesk.ui.language import LANGUAGES, install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.theme import DARK, LIGHT, Look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROOT = Path(__file__).resolve().parents[2]


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("help_pages", ROOT / "packaging" / "help_pages.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.fixture(autouse=True)
def english_again(qtbot: QtBot) -> Iterator[None]:
    yield
    install_language("en")


@pytest.fixture
def window(qtbot: QtBot) -> HelpWindow:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.set_look(Look(DARK, 1.0))
    with qtbot.waitExposed(window):
        window.show_at()
    qtbot.waitUntil(lambda: window.places.count() > 0)
    return window


def titles(window: HelpWindow) -> list[str]:
    items = [window.places.item(row) for row in range(window.places.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_readme_and_the_help_say_the_same() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    pages = script()
    assert pages.updated(readme) == readme, "run packaging/help_pages.py"
    assert len(pages.sections()) == len(list(pages.PAGES.glob("*.md"))) + 1
    with pytest.raises(ValueError, match="lacks the section"):
        pages.updated(readme.replace("## Privacy", "## Elsewhere"))


def test_every_page_is_whole_and_its_pictures_are_there() -> None:
    pages = read_pages("en")
    assert [page.key for page in pages][:2] == ["first", "window"]
    for page in pages:
        assert page.title
        assert len(page.text) > 200
        assert all(not image.isNull() for image in page.pictures.values()), page.key
    assert any(page.pictures for page in pages)


def test_a_page_that_a_language_lacks_or_has_damaged_is_shown_in_english(tmp_path: Path) -> None:
    for place, words in (("en/1-one.md", "# One"), ("en/2-two.md", "# Two"), ("de/1-one.md", "# Eins")):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(words, "utf-8")
    (tmp_path / "en" / "3-torn.md").write_bytes(b"# \xff")
    (tmp_path / "de" / "2-two.md").write_bytes(b"# \xff")
    pages = read_pages("de", tmp_path)
    assert [(page.key, page.title, page.translated) for page in pages] == [("one", "Eins", True), ("two", "Two", False)]


def test_every_word_has_a_picture_of_its_own_and_links_that_lead_somewhere(qtbot: QtBot) -> None:
    assert set(DRAWINGS) == set(BY_KEY)
    assert len(BY_KEY) == len(TERMS)
    for look in (Look(DARK, 1.0), Look(LIGHT, 0.8)):
        drawn = [bytes(term_picture(key, look).constBits()) for key in BY_KEY]
        assert len(set(drawn)) == len(drawn)
        assert min(len(set(picture)) for picture in drawn) > 8, "something is drawn"
    for term in TERMS:
        assert term.related
        assert set(term.related) <= set(BY_KEY) - {term.key}


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_are_said_in_every_language(qtbot: QtBot, code: str) -> None:
    install_language(code)
    names = [term.name for term in TERMS]
    assert len(set(names)) == len(names)
    if code != "en":
        assert all(term.words != term.english_words for term in TERMS)


def test_it_is_searched(qtbot: QtBot, window: HelpWindow) -> None:
    everything = titles(window)
    assert window.text.startswith("First steps")
    qtbot.keyClicks(window.search, "shapley")
    assert "Contribution" in titles(window)
    assert len(titles(window)) < len(everything) / 2
    assert "shapley" in window.text.casefold(), "a page that holds the word is shown"
    assert window.page.extraSelections(), "and the word is marked on it"
    window.search.setText("contribution")
    assert window.places.currentItem().text() == "Contribution", "what is called so comes first"
    window.search.setText("xyzzy")
    assert titles(window) == []
    assert not window.nothing.isHidden()
    window.search.clear()
    assert titles(window) == everything
    assert window.nothing.isHidden()


def test_enter_goes_from_mark_to_mark(qtbot: QtBot, window: HelpWindow) -> None:
    window.show_at("page:microscope")
    window.search.setText("weights")
    places = []
    for _ in range(3):
        places.append(window.page.textCursor().position())
        qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert places == sorted(set(places))


def test_words_lead_to_each_other(window: HelpWindow) -> None:
    window.show_at("term:weight")
    assert window.text.startswith("Weight")
    assert not window.page.pictures["weight"].isNull()
    window.search.setText("perturb")
    window.page.anchorClicked.emit(QUrl("term:contribution"))
    assert window.text.startswith("Contribution")
    assert window.search.text() == "", "what is hidden by a search is found all the same"


def test_a_picture_is_never_wider_than_the_page(qtbot: QtBot, window: HelpWindow) -> None:
    window.show_at("page:microscope")
    window.resize(620, 500)
    name = QUrl(next(iter(window.page.pictures)))
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    qtbot.waitUntil(lambda: window.page.loadResource(kind, name).width() < window.page.viewport().width())


def test_the_main_window_opens_it_in_its_language(qtbot: QtBot) -> None:
    main = MainWindow()
    qtbot.addWidget(main)
    main.menus.help.trigger()
    window = main.help.help
    assert window is not None
    qtbot.waitUntil(lambda: window.places.count() > 0)
    main.set_language("de")
    qtbot.waitUntil(lambda: "Beitrag" in titles(window))
    assert window.windowTitle() == "Hilfe"
    assert titles(window)[0] == "Erste Schritte"
    assert window.text.startswith("Erste Schritte")
    main.menus.help.trigger()
    assert main.help.help is window, "one is enough"


def test_what_it_is_made_of(qtbot: QtBot) -> None:
    named = {name: licence for name, _, licence in packages()}
    assert {"torch", "numpy", "soundfile"} <= set(named)
    assert "pytest" not in named, "what builds the program is no part of it"
    assert named["numpy"].startswith("BSD-3-Clause")
    assert "UNKNOWN" not in named.values()
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "Noto Sans CJK" in dialog.page.toPlainText())
    assert "torch" in dialog.page.toPlainText()
    with qtbot.waitSignal(dialog.report_wanted):
        dialog.report_button.click()
    assert not dialog.isVisible()
    assert "## Packages" in licences("Packages")


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_what_it_is_made_of_is_told_in_every_language(qtbot: QtBot, code: str) -> None:
    english = QCoreApplication.translate("AboutDialog", "Packages that are installed beside it")
    install_language(code)
    heading = QCoreApplication.translate("AboutDialog", "Packages that are installed beside it")
    assert heading != english
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: heading in dialog.page.toPlainText())


@pytest.mark.parametrize(("code", "words"), [("de", "Englisch"), ("es", "inglés"), ("zh_CN", "英")])
def test_a_page_that_is_not_translated_says_so_in_the_readers_language(
    qtbot: QtBot, window: HelpWindow, code: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "0-new.md").write_text("# New\n\nNot translated yet.", "utf-8")
    monkeypatch.setattr(pages, "resource_folder", lambda name: tmp_path)
    install_language("en")
    window.retranslate()
    qtbot.waitUntil(lambda: window.text.startswith("New"))
    assert "This page is in English." not in window.text
    install_language(code)
    window.retranslate()
    qtbot.waitUntil(lambda: words in window.text[:60])


def test_the_language_that_was_asked_for_last_is_told_last(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow_in_english(language: str) -> tuple[HelpPage, ...]:
        time.sleep(0.3 if language == "en" else 0.0)
        return (HelpPage("start", language, ""),)

    monkeypatch.setattr(pages, "read_pages", slow_in_english)
    reader, told = HelpPages(), []
    reader.read.connect(lambda read: told.append(read[0].title))
    reader.ask("en")
    reader.ask("de")
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["en", "de"]
