"""The code on the stage: a telephone reads it from some metres away, and it hides nothing that stays."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from mmdesk.ui.audience.layout import TYPE_STEPS
from mmdesk.ui.audience.scenes import Scene
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.language import install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.theme import DARK, LIGHT, Theme
from tests.e2e.stage_legibility import LANGUAGES, PICTURE_M, SIZES, arcminutes, put_on
from tests.ui.audience_gallery import CODE, URL
from tests.ui.fit import faults, settle, written
from tests.ui.pictures import pixels, pixels_of
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALL_SIZES = {**SIZES, "smallest": (480, 270), "4K": (3840, 2160)}
FAR_M = 4.5
FINDER_ARCMIN = 2.0
"""What a pixel of a telephone's live picture sees: about 65 degrees on 1920 pixels."""
WIDTHS_AWAY = 10.0
"""A code is read from about ten times its width."""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    install_language("en")


def read(picture: NDArray[np.uint8]) -> str:
    """What a telephone reads in a picture; empty for nothing."""
    return cv2.QRCodeDetector().detectAndDecode(picture)[0]


def put_up(qtbot: QtBot, theme: Theme, size: tuple[int, int], language: str = "en") -> AudienceWindow:
    window = put_on(theme, language, size)
    qtbot.addWidget(window)
    window.show_code(CODE)
    settle()
    return window


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("form", ALL_SIZES)
def test_the_address_is_read_from_the_stage_and_gone_with_the_code(qtbot: QtBot, form: str, theme: Theme) -> None:
    window = put_up(qtbot, theme, ALL_SIZES[form])
    assert read(pixels_of(window)) == URL
    window.show_code(None)
    assert read(pixels_of(window)) == ""
    assert not window.board.code.isVisible()
    assert all(view.isVisible() for view in window.board.views.values())


@pytest.mark.parametrize("form", SIZES)
def test_it_is_read_from_some_metres_away(qtbot: QtBot, form: str) -> None:
    window = put_up(qtbot, DARK, SIZES[form])
    picture, longer = pixels_of(window), max(SIZES[form])
    found, corners = cv2.QRCodeDetector().detect(picture)
    assert found
    width_px = np.linalg.norm(corners[0][1] - corners[0][0])
    assert WIDTHS_AWAY * width_px / longer * PICTURE_M >= FAR_M
    step = FINDER_ARCMIN / arcminutes(1.0, longer, distance_m=FAR_M)
    smaller = (round(picture.shape[1] / step), round(picture.shape[0] / step))
    assert read(np.asarray(cv2.resize(picture, smaller, interpolation=cv2.INTER_AREA), np.uint8)) == URL


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_it_is_black_on_white_with_four_white_modules_around_it(qtbot: QtBot, theme: Theme) -> None:
    picture = pixels_of(put_up(qtbot, theme, SIZES["wide"])).astype(int)
    _, corners = cv2.QRCodeDetector().detect(picture.astype(np.uint8))
    left, top = (round(float(edge)) for edge in corners[0][0])
    modules = len(CODE.matrix)
    module = float(corners[0][1][0] - corners[0][0][0]) / modules
    for row, modules_of_row in enumerate(CODE.matrix):
        for column, dark in enumerate(modules_of_row):
            y, x = int(top + (row + 0.5) * module), int(left + (column + 0.5) * module)
            assert picture[y, x].tolist() == ([0, 0, 0] if dark else [255, 255, 255])
    inner, outer, far = 0.3 * module, 3.7 * module, (modules + 3.7) * module
    above = picture[int(top - outer) : int(top - inner), int(left - outer) : int(left + far)]
    beside = picture[int(top - outer) : int(top + far), int(left - outer) : int(left - inner)]
    assert (above == 255).all()
    assert (beside == 255).all()


@pytest.mark.parametrize("form", ALL_SIZES)
def test_the_answer_stays_where_it_is_and_nothing_lies_over_it(qtbot: QtBot, form: str) -> None:
    window = put_on(DARK, "en", ALL_SIZES[form])
    qtbot.addWidget(window)
    answer = window.board._plan.answer.toRect()

    def drawn() -> NDArray[np.int64]:
        return pixels(window.board.grab(answer).toImage()).astype(int)

    before = drawn()
    assert before.std() > 5, "there is an answer"
    window.show_code(CODE)
    settle()
    assert np.abs(drawn() - before).mean() < 1, "but for the rounding of letters' edges"
    assert not window.board.code.geometry().intersects(answer)
    assert faults(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["wide", "square", "upright", "booth", "smallest"])
def test_sentence_and_address_are_there_in_full(qtbot: QtBot, form: str, language: str) -> None:
    window = put_up(qtbot, LIGHT, ALL_SIZES[form], language)
    for scale in (1.0, TYPE_STEPS[0], TYPE_STEPS[-1]):
        window.set_type_scale(scale)
        settle()
        plan = window.board.code._plan
        assert plan is not None
        sentence = window.board.code.accessibleName()
        assert "".join(plan.said.lines).replace(" ", "") == sentence.replace(" ", "")
        assert "".join(plan.told.lines) == URL
        assert read(pixels_of(window)) == URL
    window.set_type_scale(1.0)
    assert faults(window) == []


def test_it_has_a_name_and_its_value_is_the_address(qtbot: QtBot) -> None:
    window = put_up(qtbot, DARK, SIZES["wide"])
    interface = QAccessible.queryAccessibleInterface(window.board.code)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "Take this moment home: scan with your telephone"
    assert interface.text(QAccessible.Text.Value) == URL
    window.show_code(None)
    assert interface.text(QAccessible.Text.Value) == ""


@pytest.fixture
def presented(qtbot: QtBot) -> Iterator[MainWindow]:
    """A presenter's window with the stage open, and a moment on it."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitExposed(window.audience):
        window.menus.audience.trigger()
    window.audience.resize(1280, 720)
    window.show_prediction(seen(1.0, (3, 3, 9)))
    audience = window.audience
    yield window
    audience.close()
    # Its own last repaints may be asked for.
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in audience.findChildren(QTimer)))


def test_it_stands_in_place_of_any_scene_which_comes_back(presented: MainWindow) -> None:
    stage = presented.audience
    for scene in (Scene.ANSWER, Scene.WITHOUT, Scene.WEIGHTS, Scene.METHODS):
        stage.show_scene(scene)
        stage.show_code(CODE)
        assert stage.board.isVisible()
        assert read(pixels_of(stage)) == URL
        stage.show_code(None)
        assert stage.scene is scene
        assert stage.board.isVisible() is (scene is Scene.ANSWER)
        assert read(pixels_of(stage)) == ""


def test_signs_and_what_is_in_force_stay_above_it(presented: MainWindow) -> None:
    presented.set_frozen(True)
    stage = presented.audience
    before = pixels_of(stage.header)
    stage.show_code(CODE)
    assert stage.header.isVisible()
    assert np.array_equal(pixels_of(stage.header), before)
    assert stage.words.tags == ["FROZEN"]


def test_while_it_is_shown_no_scene_changes_by_itself(presented: MainWindow) -> None:
    director, stage = presented.director, presented.audience
    presented.menus.stage_menu.intervals[8].trigger()
    stage.show_code(CODE)
    director._timer.timeout.emit()
    assert stage.scene is Scene.ANSWER
    stage.show_code(None)
    director._timer.timeout.emit()
    assert stage.scene is Scene.WITHOUT
    presented.menus.stage_menu.intervals[0].trigger()


def test_the_presenter_sees_it_small(presented: MainWindow, qtbot: QtBot) -> None:
    preview, stage = presented.director.preview, presented.audience
    qtbot.waitUntil(lambda: not preview.picture.isNull())

    def white() -> int:
        preview.take()
        return int((pixels(preview.picture.toImage()) > 240).all(axis=2).sum())

    before = white()
    stage.show_code(CODE)
    code = stage.board.code
    share = preview.picture.width() / stage.width()
    expected = min(code.width(), code.height()) ** 2 * share**2 / 4  # of a code, less than half is dark
    assert white() > before + expected / 2
    assert any(each.text.startswith("On the stage: Code") for each in written(preview)[0])
    stage.show_code(None)
    assert white() == before
