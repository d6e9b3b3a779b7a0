"""Text as large as it is wanted, panels as they are wanted, and a window that lies on a screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.live_stats import ModelState
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.panel_splitter import divided
from mmdesk.ui.screen_room import best_room, moved_into, room_of
from mmdesk.ui.teach import TeachWindow
from mmdesk.ui.text_size import TEXT_SIZES, set_text_size, text_size
from mmdesk.ui.train_window import TrainWindow
from tests.ui import gallery, teach_gallery, train_gallery
from tests.ui.fit import faults, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def usual_again() -> Iterator[None]:
    yield
    set_text_size(100)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return opened(qtbot)


def opened(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    gallery.conflict(window)
    settle()
    return window


def type_px(widget: QWidget) -> int:
    return widget.font().pixelSize()


def test_text_grows_and_shrinks_as_it_is_wanted_as_far_as_there_is_room(window: MainWindow) -> None:
    title, sizes = window.answer_panel.title, []
    for percent in TEXT_SIZES:
        window.set_text_size(percent)
        settle()
        sizes.append(type_px(title))
        assert faults(window) == [], percent
    usual = sizes[TEXT_SIZES.index(100)]
    assert sizes == sorted(sizes)
    assert sizes[0] < usual < sizes[-1]
    window.set_text_size(100)
    settle()
    assert type_px(title) == usual


def test_folded_panels_leave_more_room_for_text(window: MainWindow) -> None:
    window.set_text_size(200)
    settle()
    before = type_px(window.answer_panel.title)
    for key in ("audio", "microscope"):
        window.menus.panels_menu.panels[key].trigger()
    settle()
    assert type_px(window.answer_panel.title) > before
    assert faults(window) == []


def test_the_keys_go_through_the_sizes(qtbot: QtBot, window: MainWindow) -> None:
    chosen: list[int] = []
    window.text_size_chosen.connect(chosen.append)
    menu = window.menus.text_size_menu
    for action in (menu.larger, menu.larger, menu.smaller, menu.usual):
        action.trigger()
    assert chosen == [115, 130, 115, 100]
    assert text_size() == 100
    assert menu.sizes[100].isChecked()
    for _ in TEXT_SIZES:
        menu.smaller.trigger()
    assert text_size() == TEXT_SIZES[0]
    assert not menu.smaller.isEnabled()
    keys = {key.toString() for action in window.menus.actions_with_keys() for key in action.shortcuts()}
    assert {"Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0"} <= keys


@pytest.mark.parametrize("state", ["evaluated", "five_data"])
def test_the_train_window_takes_the_size_and_keeps_everything_whole(qtbot: QtBot, state: str) -> None:
    window = TrainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    train_gallery.STATES[state](window)
    settle()
    before = type_px(window.run_card.title)
    set_text_size(150)
    window.on_text_size()
    settle()
    assert type_px(window.run_card.title) >= before
    assert faults(window) == []
    set_text_size(80)
    window.on_text_size()
    settle()
    assert type_px(window.run_card.title) < before


def test_the_teach_window_takes_the_size_and_keeps_everything_whole(qtbot: QtBot) -> None:
    show, lesson = teach_gallery.STATES["learnt"]
    window = TeachWindow(lesson())
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    show(window)
    settle()
    before = type_px(window.report.title)
    set_text_size(130)
    window.on_text_size()
    settle()
    assert type_px(window.report.title) > before
    assert faults(window) == []


# --- panels ---------------------------------------------------------------------------------------------------------


def test_a_double_click_on_a_heading_folds_a_panel_and_its_badge_stays(qtbot: QtBot, window: MainWindow) -> None:
    card, before = window.inputs.microphone, window.inputs.camera.height()
    qtbot.mouseDClick(card, Qt.MouseButton.LeftButton, pos=card.title.geometry().center())
    settle()
    assert card.folded
    assert card.badge.isVisible()
    assert not card.spectrogram.isVisible()
    assert window.inputs.camera.height() > before, "the others take its room"
    assert not window.menus.panels_menu.panels["audio"].isChecked()
    assert faults(window) == []
    qtbot.mouseDClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() // 2, card.height() - 2))
    assert card.folded, "only the heading is meant"
    window.menus.panels_menu.panels["audio"].trigger()
    settle()
    assert card.spectrogram.isVisible()
    assert window.inputs.camera.height() == before


def test_the_arrangement_is_told_and_taken_again(qtbot: QtBot, window: MainWindow) -> None:
    told: list[str] = []
    window.arrangement.changed.connect(told.append)
    window.menus.panels_menu.panels["answer"].trigger()
    border = window._stage._columns
    border.moveSplitter(900, 1)
    widths = border.sizes()
    assert len(told) == 2
    other = opened(qtbot)
    assert other._stage._columns.sizes() != widths
    other.restore_view(QByteArray(), told[-1])
    settle()
    assert other.answer_panel.folded
    assert other._stage._columns.sizes() == pytest.approx(widths, abs=2)
    other.menus.panels_menu.usual.trigger()
    settle()
    assert not other.answer_panel.folded
    assert other.arrangement.folded == frozenset()


@pytest.mark.parametrize(
    "words", ["", "nonsense", "[]", '{"folded": 3}', '{"shares": {"across": [0, -1]}}', '{"a": 1}']
)
def test_an_arrangement_that_makes_no_sense_is_none(window: MainWindow, words: str) -> None:
    before = window._stage._columns.sizes()
    window.restore_view(QByteArray(b"none"), words)
    settle()
    assert window._stage._columns.sizes() == before
    assert window.arrangement.folded == frozenset()


def test_borders_stay_where_they_were_put_in_another_size_and_with_another_model(window: MainWindow) -> None:
    border = window._stage._columns
    border.moveSplitter(760, 1)
    share = border.sizes()[0] / sum(border.sizes())
    window.resize(1920, 1080)
    settle()
    assert border.sizes()[0] / sum(border.sizes()) == pytest.approx(share, abs=0.01)
    window.menus.panels_menu.panels["text"].trigger()
    window.show_model_state(ModelState("one", True, labels=gallery.DIGITS, inputs=gallery.INPUTS[2:3]))
    window.resize(1080, 1920)
    settle()
    assert faults(window) == []
    window.resize(1920, 1080)
    gallery.live(window)
    settle()
    assert border.sizes()[0] / sum(border.sizes()) == pytest.approx(share, abs=0.01)
    assert window.inputs.text.folded


def test_room_is_divided_by_shares_within_the_limits() -> None:
    free = (0, 10_000)
    assert divided(1000, (42, 58), (free, free)) == [420, 580]
    assert divided(1000, (1, 1, 2), (free, (0, 40), free)) == [320, 40, 640]
    assert divided(1000, (1, 1, 2), (free, (500, 10_000), free)) == [167, 500, 333]
    assert divided(100, (1, 1), ((0, 30), (0, 30))) == [30, 30]
    assert sum(divided(100, (1, 1), ((80, 200), (80, 200)))) >= 100


# --- screens --------------------------------------------------------------------------------------------------------


def test_a_window_opens_on_a_screen_that_it_fits() -> None:
    projector, laptop, wall = QRect(0, 0, 640, 480), QRect(640, 0, 1366, 768), QRect(0, 480, 3840, 2160)
    assert best_room([projector, laptop, wall], QSize(1280, 720)) == 1
    assert best_room([laptop, wall], QSize(1280, 720)) == 0
    assert best_room([projector, QRect(0, 0, 1024, 600)], QSize(1280, 720)) == 1


def test_a_window_is_brought_back_from_a_screen_that_has_gone() -> None:
    room = QRect(0, 40, 1366, 728)
    assert moved_into(QRect(2000, 300, 1280, 700), room) == QRect(86, 68, 1280, 700)
    assert moved_into(QRect(-50, 0, 3000, 2000), room) == room
    assert moved_into(QRect(10, 50, 800, 600), room) == QRect(10, 50, 800, 600)


def test_a_place_off_the_screen_is_not_taken(qtbot: QtBot, window: MainWindow) -> None:
    window.move(window.screen().geometry().right() + 4000, 0)
    QApplication.processEvents()
    kept = window.saveGeometry()
    other = opened(qtbot)
    other.restore_view(kept, "")
    QApplication.processEvents()
    assert room_of(other).adjusted(-3, -40, 3, 3).contains(other.geometry())  # a frame may be that wide


@pytest.mark.parametrize("state", ["conflict", "live"])
def test_a_640_by_480_projector_shows_everything(qtbot: QtBot, state: str) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.setMinimumSize(1, 1)
    window.resize(640, 440)
    window.show()
    gallery.STATES[state](window)
    settle()
    assert (window.width(), window.height()) == (640, 440)
    assert faults(window) == []


def test_enormous_fonts_of_the_system_cut_nothing(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    usual, large = application.font(), application.font()
    large.setPointSize(40)
    application.setFont(large)
    try:
        window = opened(qtbot)
        window.workbench.show_page(2)
        settle()
        assert faults(window) == []
        train = TrainWindow()
        qtbot.addWidget(train)
        train.resize(1366, 768)
        train.show()
        train_gallery.STATES["evaluated"](train)
        settle()
        assert faults(train) == []
    finally:
        application.setFont(usual)
