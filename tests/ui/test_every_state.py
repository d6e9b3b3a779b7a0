"""Every window keeps its words whole and in its language; `tests.ui.every_state` tries all sizes, this some of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.ui.language import install_language
from tests.ui import every_state
from tests.ui.every_state import SCREENS, STATES, found_in
from tests.ui.shown_words import shown_words, untranslated

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SMALLEST = tuple(screen for screen in SCREENS if screen.name in ("1920x1080at200", "1080x1920"))
NOT_ELSEWHERE = [state for state in STATES if not state.startswith(("main.", "audience.", "train.", "teach.many"))]
"""Those that `test_fits` does not try, but one that takes long."""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    install_language("en")


@pytest.mark.parametrize("state", NOT_ELSEWHERE)
def test_windows_keep_their_words_whole_and_in_their_language(qtbot: QtBot, state: str) -> None:
    assert found_in(state, SMALLEST, "de") == []


@pytest.mark.parametrize(
    "state", ["main.conflict", "main.gate", "main.frozen", "train.evaluated", "audience.crowded", "cheat_sheet.open"]
)
def test_what_is_said_is_translated(qtbot: QtBot, state: str) -> None:
    assert found_in(state, SMALLEST[:1], "zh_CN") == []


def planted(words: str, room: int) -> QWidget:
    """A dialog with one label that has so much room."""
    dialog = QDialog()
    label = QLabel(words)
    label.setFixedWidth(room)
    QVBoxLayout(dialog).addWidget(label)
    dialog.show()
    return dialog


def test_a_clipped_label_is_found(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STATES, "planted", lambda theme, language: planted("7 × 6 = 42 = 84 : 2", 40))
    found = found_in("planted", SMALLEST, "de")
    assert [line for line in found if "needs" in line and SMALLEST[0].name in line]
    monkeypatch.setitem(STATES, "planted", lambda theme, language: planted("7 × 6 = 42 = 84 : 2", 400))
    assert found_in("planted", SMALLEST, "de") == []


def test_a_window_larger_than_its_screen_is_found(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STATES, "planted", lambda theme, language: planted("", 1000))
    assert any("is 10" in line for line in found_in("planted", SMALLEST, "de"))


@pytest.mark.parametrize("words", ["How it is computed", "forgotten in every catalogue"])
def test_words_left_in_english_are_found(qtbot: QtBot, words: str) -> None:
    window = planted(words, 400)
    qtbot.addWidget(window)
    said = shown_words(window)
    assert words in said
    assert untranslated(said, said, "de") == [words]
    assert untranslated({"So wird es berechnet"}, said, "de") == []


def test_the_script_saves_a_picture_of_each_and_tells_what_it_finds(tmp_path: every_state.Path, qtbot: QtBot) -> None:
    assert list(every_state._pictures(tmp_path, ["address", "dark", "-de"], 1.0)) == []
    assert {path.name for path in tmp_path.iterdir()} == {
        f"address.open-{screen.name}-dark-de.png" for screen in SCREENS if screen.scale == 1.0
    }
