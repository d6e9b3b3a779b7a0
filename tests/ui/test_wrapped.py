"""Words that are longer than any line."""

from __future__ import annotations

import unicodedata

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.core.problem import Problem
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.wrapped import breakable

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MARK, JOINER = "\u0301", "\u200d"


@pytest.mark.parametrize(
    "words", ["", "Donaudampfschifffahrtsgesellschaft", "/home/somebody/a/path/to/a/file-of-some-length.png"]
)
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert breakable(words) == words


@pytest.mark.parametrize("letter", ["x", f"e{MARK}", f"क{JOINER}ष", "👩\u200d🔬"])
def test_a_long_word_breaks_between_letters_only(letter: str) -> None:
    broken = breakable(letter * 60)
    assert broken.replace("\u200b", "") == letter * 60
    pieces = broken.split("\u200b")
    assert len(pieces) > 3
    assert all(unicodedata.category(piece[0])[0] != "M" and piece[0] != JOINER for piece in pieces)
    assert not any(piece.endswith(JOINER) for piece in pieces[:-1])


def test_a_notice_with_a_long_name_leaves_the_window_its_size(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.show_notice(Problem("file.saved", path="/tmp/" + "W" * 240 + ".png"))
    qtbot.waitUntil(lambda: window.notice.minimumSizeHint().width() <= 640)
    window.audience.close()
