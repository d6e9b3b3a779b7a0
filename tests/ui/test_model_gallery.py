"""The start page: which models it shows, what it says of them, and that the keyboard reaches all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, SignalInstance
from pytestqt.qtbot import QtBot

from mmdesk.app.paths import bundled_models
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.model_about import ModelAbout, Wording
from mmdesk.core.problem import Problem
from mmdesk.core.shelf import Shelf, ShelfModel
from mmdesk.sources.model_shelf import look_at
from mmdesk.ui.language import install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.model_card import ModelCard
from mmdesk.ui.model_gallery import ModelGallery
from mmdesk.ui.model_words import model_prompts, model_sentence, model_title
from tests.ui.activation import activate

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PICTURE = np.zeros((40, 64, 3), np.uint8)
DIGITS = ShelfModel(
    Path("/models/digits"),
    ModelAbout(
        title=Wording({"en": "Digits & more", "de": "Ziffern"}),
        sentence=Wording({"en": "Knows <b>digits</b>."}),
        prompts=(Wording({"en": "Show a 3."}),),
    ),
    tuple("0123456789"),
    DEFAULT_INPUTS,
    PICTURE,
)
FLOWERS = ShelfModel(
    Path("/mine/flowers.mmdesk"), ModelAbout(), tuple(f"flower {n}" for n in range(12)), DEFAULT_INPUTS
)
GONE = ShelfModel(Path("/mine/gone"), ModelAbout(), problem=Problem("checkpoint.missing", path="/mine/gone"))
TORN = ShelfModel(
    Path("/mine/torn.mmdesk"), ModelAbout(), problem=Problem("checkpoint.not_a_model", name="torn.mmdesk")
)
SHELF = Shelf((DIGITS,), (FLOWERS, GONE), (TORN,))


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.show_shelf(SHELF, DIGITS.path)
    return window


def opened(qtbot: QtBot, window: MainWindow) -> ModelGallery:
    activate(qtbot, window)
    qtbot.keyClick(window.inputs.text.box, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert window.start_page.gallery is not None
    qtbot.waitUntil(window.start_page.gallery.isVisible)
    return window.start_page.gallery


def test_words_are_the_models_own_or_made_of_its_classes() -> None:
    assert model_title(DIGITS) == "Digits & more"
    assert model_sentence(DIGITS) == "Knows <b>digits</b>."
    assert model_prompts(DIGITS) == ["Show a 3."]
    assert model_title(FLOWERS) == "flowers"
    assert model_sentence(FLOWERS).startswith("Knows 12 classes: flower 0, flower 1,")
    assert model_sentence(FLOWERS).endswith("…")
    assert [prompt.count("flower") for prompt in model_prompts(FLOWERS)] == [1, 1, 1, 1]
    assert (model_sentence(GONE), model_prompts(GONE)) == ("", [])


def test_a_card_says_that_its_model_is_not_calibrated(qtbot: QtBot) -> None:
    for calibrated, words in (
        (True, ""),
        (False, " Not calibrated: its percentages need not match how often it is right."),
    ):
        card = ModelCard(replace(DIGITS, calibrated=calibrated), current=True, removable=False)
        qtbot.addWidget(card)
        assert card.sentence.text() == "Knows <b>digits</b>." + words


def test_a_card_has_room_for_every_prompt_of_the_bundled_models(qtbot: QtBot) -> None:
    for path in bundled_models():
        card = ModelCard(look_at(path, picture=False), current=True, removable=False)
        qtbot.addWidget(card)
        assert len(card.prompts.text().splitlines()) == len(card.model.about.prompts)


def test_a_key_opens_the_page_and_the_newest_list_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.start_page.shelf_wanted):
        gallery = opened(qtbot, window)
    assert [card.model.name for card in gallery.cards] == ["digits", "flowers", "gone", "torn"]
    assert gallery.cards[0].open_button.text() == "Continue"
    assert gallery.cards[1].open_button.text() == "Open"
    assert not gallery.cards[2].open_button.isEnabled()
    assert "no longer there: /mine/gone" in gallery.cards[2].sentence.text()
    assert "torn.mmdesk: this is not a model file" in gallery.cards[3].sentence.text()
    assert [card.remove_button.isVisibleTo(card) for card in gallery.cards] == [False, True, True, False]
    qtbot.keyClick(gallery, Qt.Key.Key_Escape)
    assert not gallery.isVisible()


def test_the_keyboard_chooses_a_model(qtbot: QtBot, window: MainWindow) -> None:
    gallery = opened(qtbot, window)
    activate(qtbot, gallery)
    qtbot.waitUntil(gallery.cards[0].open_button.hasFocus)
    qtbot.keyClick(gallery.cards[0].open_button, Qt.Key.Key_Tab)
    qtbot.waitUntil(gallery.cards[1].open_button.hasFocus)
    with qtbot.waitSignal(window.model_chosen) as chosen:
        qtbot.keyClick(gallery.cards[1].open_button, Qt.Key.Key_Return)
    assert chosen.args == [str(FLOWERS.path)]
    assert not gallery.isVisible()


def test_enter_presses_what_has_the_focus_on_the_welcome_and_below(qtbot: QtBot, window: MainWindow) -> None:
    gallery = opened(qtbot, window)
    activate(qtbot, gallery)
    for button in (gallery.welcome.sample_button, gallery.welcome.devices_button, gallery.welcome.tour_button):
        button.setFocus()
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, Qt.Key.Key_Return)
        gallery.show()
    gallery.at_start.setFocus()
    checked = gallery.at_start.isChecked()
    qtbot.keyClick(gallery.at_start, Qt.Key.Key_Return)
    assert gallery.at_start.isChecked() is not checked
    assert gallery.isVisible()


def test_going_on_with_the_model_that_runs_loads_nothing(qtbot: QtBot, window: MainWindow) -> None:
    gallery = opened(qtbot, window)
    with qtbot.assertNotEmitted(window.model_chosen):
        gallery.cards[0].open_button.click()
    assert not gallery.isVisible()


def test_what_is_gone_can_be_taken_off_the_list(qtbot: QtBot, window: MainWindow) -> None:
    gallery = opened(qtbot, window)
    with qtbot.waitSignal(window.start_page.forgotten) as forgotten:
        gallery.cards[2].remove_button.click()
    assert forgotten.args == [str(GONE.path)]
    window.show_shelf(Shelf((DIGITS,)), DIGITS.path)
    assert [card.model.name for card in gallery.cards] == ["digits"]


def test_whether_it_opens_with_the_program_is_reported(qtbot: QtBot, window: MainWindow) -> None:
    window.set_start_page(shown_at_start=False)
    gallery = opened(qtbot, window)
    assert not gallery.at_start.isChecked()
    with qtbot.waitSignal(window.start_page.at_start_toggled) as toggled:
        gallery.at_start.click()
    assert toggled.args == [True]


def test_it_speaks_the_language_of_the_window(qtbot: QtBot, window: MainWindow) -> None:
    gallery = opened(qtbot, window)
    try:
        window.set_language("de")
        assert gallery.cards[0].title.text() == "Ziffern"
        assert gallery.cards[1].sentence.text().startswith("Kennt 12 Klassen")
        assert window.menus.bundled_model.text() == "Ziffern"
    finally:
        install_language("en")


def test_the_menu_lists_bundled_and_recent_models(qtbot: QtBot, window: MainWindow) -> None:
    menus = window.menus
    assert menus.bundled_model.text() == "Digits && more"
    assert menus.bundled_model.isChecked()
    assert [(action.text(), action.isEnabled()) for action in menus.models] == [
        ("flowers", True),
        ("gone (missing)", False),
    ]
    with qtbot.waitSignal(window.model_chosen) as chosen:
        menus.models[0].trigger()
    assert chosen.args == [str(FLOWERS.path)]


@pytest.mark.parametrize("width", [500, 900, 1800])
def test_cards_stand_in_as_many_columns_as_there_is_room_for(qtbot: QtBot, window: MainWindow, width: int) -> None:
    gallery = opened(qtbot, window)
    many = tuple(ShelfModel(Path(f"/m/{n}"), ModelAbout(), ("a", "b"), DEFAULT_INPUTS) for n in range(9))
    window.show_shelf(Shelf((DIGITS,), (), many), DIGITS.path)
    gallery.resize(width, 700)

    def fits() -> bool:
        ends = [card.mapTo(gallery, card.rect().topRight()).x() for card in gallery.cards]
        return max(ends) <= gallery.width()

    qtbot.waitUntil(fits)
    assert min(card.width() for card in gallery.cards) >= 200
    tops = [card.y() for card in gallery.cards]
    assert (len(set(tops)) == len(tops)) == (width == 500)


@pytest.mark.parametrize("width", [420, 700, 1500])
def test_no_word_of_a_card_is_cut_and_nothing_lies_over_another(qtbot: QtBot, window: MainWindow, width: int) -> None:
    gallery = opened(qtbot, window)
    gallery.resize(width, 480)

    def whole() -> bool:
        for card in gallery.cards:
            parts = (card.picture, card.title, card.sentence, card.heading, card.prompts, card.open_button)
            shown = [one for one in parts if one.isVisibleTo(card)]
            tops = [one.geometry() for one in shown]
            if any(above.bottom() >= below.top() for above, below in pairwise(tops)):
                return False
            labels = (card.title, card.sentence, card.prompts)
            if any(one.height() < one.heightForWidth(one.width()) for one in labels if one.isVisibleTo(card)):
                return False
        return True

    qtbot.waitUntil(whole)


def test_a_newcomer_reads_what_this_is_above_the_models_once(qtbot: QtBot, window: MainWindow) -> None:
    window.start_page.welcome()
    gallery = window.start_page.gallery
    assert gallery is not None
    activate(qtbot, gallery)
    qtbot.waitUntil(gallery.welcome.sample_button.hasFocus)
    assert gallery.welcome.isVisible()
    assert gallery.windowTitle() == "Welcome"
    window.show_shelf(Shelf((DIGITS, FLOWERS)), DIGITS.path)
    assert gallery.welcome.sample_button.hasFocus(), "a list that comes later takes the focus from nobody"
    assert gallery.welcome.mapTo(gallery, gallery.welcome.rect().bottomLeft()).y() < gallery.height()
    with qtbot.waitSignal(window.start_page.welcomed):
        qtbot.keyClick(gallery, Qt.Key.Key_Escape)
    assert not gallery.isVisible()
    with qtbot.assertNotEmitted(window.start_page.welcomed):
        opened(qtbot, window)
        assert not gallery.welcome.isVisible()
        assert gallery.windowTitle() == "Models"
        qtbot.keyClick(gallery, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("button", "signal_of"),
    [
        ("sample_button", lambda window: window.sample_session_requested),
        ("devices_button", lambda window: window.start_page.devices_wanted),
    ],
)
def test_a_newcomer_begins_with_one_press(
    qtbot: QtBot, window: MainWindow, button: str, signal_of: Callable[[MainWindow], SignalInstance]
) -> None:
    window.start_page.welcome()
    assert window.start_page.gallery is not None
    with qtbot.waitSignals([signal_of(window), window.start_page.welcomed]):
        getattr(window.start_page.gallery.welcome, button).click()
    assert not window.start_page.gallery.isVisible()


def test_a_newcomer_takes_the_tour(window: MainWindow) -> None:
    window.menus.welcome.trigger()
    assert window.start_page.gallery is not None
    window.start_page.gallery.welcome.tour_button.click()
    assert not window.start_page.gallery.isVisible()
    assert window.tour.isVisible()
