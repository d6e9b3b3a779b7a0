"""Everything has its room, whatever the size of the window and whatever happens in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.errors import as_written
from mmdesk.core.in_force import Recording
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.language import install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.panels.badge import Badge
from mmdesk.ui.theme import DARK
from mmdesk.ui.train_window import TrainWindow
from tests.ui import audience_gallery, train_gallery
from tests.ui.fit import faults, settle
from tests.ui.gallery import STATES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SIZES = {
    "960x500": (960, 500),  # full HD at 200 %, a task bar and a title taken off
    "1093x614": (1093, 614),  # 1366 × 768 at 125 %
    "1280x720": (1280, 720),
    "1366x768": (1366, 768),
    "1920x1080": (1920, 1080),
    "1080x1920": (1080, 1920),
}


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    install_language("en")


def shown(qtbot: QtBot, state: str, size: tuple[int, int], language: str = "en") -> MainWindow:
    window = MainWindow(language=language)
    qtbot.addWidget(window)
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    STATES[state](window)
    settle()
    return window


@pytest.mark.parametrize("state", STATES)
def test_everything_fits(qtbot: QtBot, state: str) -> None:
    window = shown(qtbot, state, SIZES["960x500"], "de")
    for name, size in SIZES.items():
        window.resize(*size)
        settle()
        assert (window.width(), window.height()) == size
        assert faults(window) == [], name


@pytest.mark.parametrize("language", ["en", "es", "zh_CN"])
@pytest.mark.parametrize("state", ["conflict", "perturb", "undefined", "crowded", "recorded"])
def test_everything_fits_in_the_other_languages(qtbot: QtBot, state: str, language: str) -> None:
    assert faults(shown(qtbot, state, SIZES["960x500"], language)) == []


def test_type_shrinks_for_what_comes_and_grows_when_it_has_gone(qtbot: QtBot) -> None:
    window = shown(qtbot, "conflict", SIZES["960x500"])
    before = window.answer_panel.title.font().pixelSize()
    window.tour.start()
    window.show_notice(as_written("A problem.", "Its remedy."))
    window.show_recording(Recording("Sample", sample=True))
    window.set_frozen(True)
    qtbot.waitUntil(lambda: window.answer_panel.title.font().pixelSize() < before)
    assert faults(window) == []
    window.tour.stop()
    window.notice.dismiss()
    window.show_recording(None)
    window.set_frozen(False)
    qtbot.waitUntil(lambda: window.answer_panel.title.font().pixelSize() == before)
    settle()
    assert faults(window) == []


def test_upright_the_outputs_stand_below_the_inputs(qtbot: QtBot) -> None:
    window = shown(qtbot, "conflict", SIZES["1080x1920"])

    def place(part: QWidget) -> QRect:
        return QRect(part.mapTo(window, part.rect().topLeft()), part.size())

    assert place(window.answer_panel).top() > place(window.inputs.text).bottom()
    assert place(window.answer_panel).left() == place(window.inputs.camera).left()
    window.resize(1280, 720)
    settle()
    assert place(window.answer_panel).left() > place(window.inputs.camera).right()


def test_it_opens_within_its_screen(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry().size()
    assert window.size().boundedTo(room) == window.size()
    assert window.minimumSize().boundedTo(QSize(960, 500)) == window.minimumSize()


@pytest.mark.parametrize("language", ["de", "zh_CN"])
@pytest.mark.parametrize("state", train_gallery.STATES)
def test_everything_fits_in_the_train_window(qtbot: QtBot, state: str, language: str) -> None:
    install_language(language)
    window = TrainWindow()
    qtbot.addWidget(window)
    window.show()
    train_gallery.STATES[state](window)
    for name in ("960x500", "1366x768", "1080x1920"):
        window.resize(*SIZES[name])
        settle()
        assert faults(window) == [], name


@pytest.mark.parametrize("language", ["en", "de", "zh_CN"])
@pytest.mark.parametrize("state", audience_gallery.STATES)
def test_everything_fits_in_the_audience_window(qtbot: QtBot, state: str, language: str) -> None:
    install_language(language)
    window = AudienceWindow()
    qtbot.addWidget(window)
    window.set_theme(DARK)
    window.show()
    audience_gallery.STATES[state](window)
    for name, size in audience_gallery.SIZES.items():
        window.resize(*size)
        settle()
        assert (window.width(), window.height()) == size
        assert faults(window) == [], name


def test_upright_the_audience_sees_the_answer_above_the_inputs(qtbot: QtBot) -> None:
    window = AudienceWindow()
    qtbot.addWidget(window)
    window.set_theme(DARK)
    window.resize(1080, 1920)
    window.show()
    audience_gallery.conflict(window)
    settle()
    answer, tiles = window.board._plan.answer, window.board._plan.inputs
    assert answer.bottom() < tiles[0].top() < tiles[1].top() < tiles[2].top()
    assert all((tile.left(), tile.width()) == (answer.left(), answer.width()) for tile in tiles)
    window.resize(1920, 1080)
    settle()
    assert window.board._plan.inputs[0].left() > window.board._plan.answer.right()
    window.resize(1024, 768)
    settle()
    tiles = window.board._plan.inputs
    assert window.board._plan.answer.bottom() < tiles[0].top() == tiles[1].top() == tiles[2].top()


# --- the measure itself: it finds what it is for --------------------------------------------------------------------


def test_cut_and_overlapping_parts_are_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    cut, over, outside = QLabel("a label that is cut", window), QPushButton("over", window), QLabel("out", window)
    cut.setGeometry(0, 0, 30, 20)
    over.setGeometry(10, 10, 80, 30)
    outside.setGeometry(180, 80, 60, 20)
    window.show()
    found = "\n".join(faults(window))
    assert "“a label that is cut” needs" in found
    assert "lie over one another" in found
    assert "lies outside its parent" in found


def test_a_drawn_text_that_is_cut_is_found(qtbot: QtBot) -> None:
    badge = Badge()
    badge.say("no signal at all", "#ffffff", "#000000", filled=True)
    window = QWidget()
    qtbot.addWidget(window)
    row = QVBoxLayout(window)
    line = QHBoxLayout()
    line.addWidget(badge)
    row.addLayout(line)
    window.show()
    assert faults(window) == []
    badge.setFixedWidth(40)
    settle()
    assert any("no signal at all" in each for each in faults(window))
