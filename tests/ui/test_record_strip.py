"""Recording, as the user sees it: the red strip, the audience's sign, marks, and the question about a visitor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.inputs import Input
from mmdesk.core.lesson import Lesson
from mmdesk.core.live_stats import ModelState
from mmdesk.core.recorder_state import RecorderState
from mmdesk.ui.language import LANGUAGES, install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.recorder_words import clock_words, record_title, record_words, room_words
from mmdesk.ui.teach.window import TeachWindow
from tests.ui import gallery
from tests.ui.activation import activate
from tests.ui.made_up_kind import OSC
from tests.ui.planted_insight import DIGITS, seen

# Qt's offscreen platform says so of every window with a smallest size, and of every list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ACTIVE = RecorderState(True, 754.0, 10**9, 50 * 10**9, 11_520.0)
K = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    activate(qtbot, window)
    gallery.live(window)
    window.show_model_state(ModelState("digits", True, labels=DIGITS))
    window.show_prediction(seen(40.0, (7, 7, 7)))
    yield window
    window.audience.close()
    install_language("en")


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.0, "0:00"), (7.9, "0:07"), (754.0, "12:34"), (3723.0, "1:02:03"), (36_000.0, "10:00:00")]
)
def test_time_is_told_as_a_clock_shows_it(seconds: float, words: str) -> None:
    assert clock_words(seconds) == words


def test_room_is_told_as_time_once_that_is_known() -> None:
    assert room_words(RecorderState(True, 0.5)) == ""
    assert room_words(RecorderState(True, 0.5, 0, 50 * 10**9)) == "50.0 GB left on the disk"
    told = {30.0: "less than a minute", 95.0: "1 min", 11_520.0: "3 h 12 min", 1e6: "more than 24 h"}
    for room_s, words in told.items():
        assert room_words(RecorderState(True, 5.0, 1, 1, room_s)) == f"{words} left on the disk"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_seen_in_both_windows_as_long_as_it_records(window: MainWindow, language: str) -> None:
    window.set_language(language)
    assert not window.record_strip.isVisible()
    assert window.audience.words.recorder == ()
    window.recorder.show_state(ACTIVE)
    assert window.record_strip.isVisible()
    assert "12:34" in window.record_strip.title.text()
    assert room_words(ACTIVE) in window.record_strip.words.text()
    assert window.audience.words.recorder == (record_title(ACTIVE), room_words(ACTIVE))
    assert "12:34" in window.audience.words.spoken()
    window.recorder.show_state(RecorderState())
    assert not window.record_strip.isVisible()
    assert window.audience.words.recorder == ()


def test_the_audiences_sign_is_red(window: MainWindow, qtbot: QtBot) -> None:
    window.audience.resize(1280, 720)
    with qtbot.waitExposed(window.audience):
        window.audience.show()

    def red() -> int:
        picture = window.audience.grab().toImage()
        top = [picture.pixelColor(x, y) for x in range(0, picture.width(), 3) for y in range(0, 80, 3)]
        return sum(colour.red() > 180 and colour.green() < 80 and colour.blue() < 80 for colour in top)

    assert red() == 0
    window.recorder.show_state(ACTIVE)
    assert red() > 500


def test_marks_and_pictures_left_out_are_counted() -> None:
    state = RecorderState(True, 754.0, 10**9, 50 * 10**9, 11_520.0, 5, 2)
    assert "marks: 2" in record_words(state)
    assert "left out: 5" in record_words(state)
    assert "left out" not in record_words(ACTIVE)


def test_every_window_says_that_what_is_muted_is_recorded_too(window: MainWindow, qtbot: QtBot) -> None:
    teach = TeachWindow(Lesson())
    qtbot.addWidget(teach)
    window.recorder.add_strip(teach.record_strip)
    window.recorder.add_inputs(teach.inputs)
    strips = (window.record_strip, teach.record_strip)
    cards = (window.inputs.microphone, window.inputs.camera, teach.inputs.microphone)
    window.recorder.show_state(ACTIVE)
    assert not any("muted" in strip.words.text() for strip in strips)
    assert all("recording" in card.mute_button.toolTip() for card in cards), "who mutes is told before"
    window.recorder.show_state(replace(ACTIVE, muted=True))
    assert all("muted inputs are recorded too" in strip.words.text() for strip in strips)
    window.recorder.show_state(RecorderState())
    assert not any("recording" in card.mute_button.toolTip() for card in cards)


def test_an_input_that_is_not_recorded_does_not_say_that_it_is(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(INPUT_KINDS.loaded, "osc", OSC)
    window.recorder.show_state(ACTIVE)
    window.show_inputs([Input("text", "text"), Input("osc", "osc")])
    tips = [card.mute_button.toolTip() for card in window.inputs.cards.values()]
    assert ["recording" in tip for tip in tips] == [True, False]


def test_one_key_starts_and_stops(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.recorder.start_wanted):
        qtbot.keyClick(window, K.Key_F12)
    window.recorder.show_state(ACTIVE)
    with qtbot.waitSignal(window.recorder.stop_wanted) as stopped:
        qtbot.keyClick(window, K.Key_F12)
    assert stopped.args == [False]
    with qtbot.waitSignal(window.recorder.stop_wanted):
        qtbot.mouseClick(window.record_strip.stop_button, Qt.MouseButton.LeftButton)


def test_a_mark_is_set_at_once_and_named_afterwards(window: MainWindow, qtbot: QtBot) -> None:
    marked: list[str] = []
    named: list[str] = []
    window.recorder.mark_wanted.connect(marked.append)
    window.recorder.mark_named.connect(named.append)
    window.recorder.mark()
    assert marked == [], "nothing is recorded"
    window.inputs.text.box.setFocus()
    window.recorder.show_state(ACTIVE)
    qtbot.keyClick(window, K.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert marked == ["Mark 1"]
    box = window.record_strip.name_box
    assert box.isVisible()
    assert box.hasFocus()
    qtbot.keyClicks(box, "the  great one 7")  # digits and blanks are typed, and switch nothing
    qtbot.keyClick(box, K.Key_Return)
    assert named == ["the  great one 7"]
    assert not box.isVisible()
    assert window.inputs.text.box.hasFocus()
    window.record_strip.mark_button.click()
    qtbot.keyClick(box, K.Key_Escape)
    assert len(named) == 1
    assert not box.isVisible()


def test_a_name_that_is_being_typed_is_kept_when_another_mark_or_the_end_comes_first(
    window: MainWindow, qtbot: QtBot
) -> None:
    told: list[str] = []
    window.recorder.mark_wanted.connect(lambda name: told.append(f"mark {name}"))
    window.recorder.mark_named.connect(lambda name: told.append(f"named {name}"))
    window.recorder.stop_wanted.connect(lambda _: told.append("end"))
    window.recorder.show_state(ACTIVE)
    for number, key in enumerate((K.Key_B, K.Key_B, K.Key_F12)):
        window.recorder.show_state(replace(ACTIVE, marks=number))
        plain = Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(window, key, plain if key == K.Key_F12 else Qt.KeyboardModifier.ControlModifier)
        if key != K.Key_F12:
            qtbot.keyClicks(window.record_strip.name_box, f"seven{number}")
    assert told == ["mark Mark 1", "named seven0", "mark Mark 2", "named seven1", "end"]
    window.recorder.mark()
    window.recorder.mark()
    assert told[5:] == ["mark Mark 3", "mark Mark 3"], "what nobody has typed names nothing"


@pytest.mark.parametrize(("button", "ends"), [("Delete", [True]), ("Keep", [False]), ("Cancel", [])])
def test_a_new_visitor_is_asked_about_first(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, button: str, ends: list[bool]
) -> None:
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(f"{box.text()} {box.informativeText()}")
        next(each for each in box.buttons() if each.text().replace("&", "").startswith(button)).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    stops: list[bool] = []
    resets: list[bool] = []
    window.recorder.stop_wanted.connect(stops.append)
    window.reset_requested.connect(lambda: resets.append(True))
    window.reset()
    assert (asked, stops, resets) == ([], [], [True]), "nothing is recorded"
    window.recorder.show_state(ACTIVE)
    window.reset()
    assert "12:34" in asked[0]
    assert "last half minute" in asked[0]
    assert stops == ends
    assert len(resets) == 1 + bool(ends)


def test_it_is_seen_and_stopped_in_the_teach_window_too(window: MainWindow, qtbot: QtBot) -> None:
    teach = TeachWindow(Lesson())
    qtbot.addWidget(teach)
    teach.resize(1366, 768)
    window.recorder.show_state(ACTIVE)
    window.recorder.add_strip(teach.record_strip)
    with qtbot.waitExposed(teach):
        teach.show()
    assert teach.record_strip.isVisible()
    assert "12:34" in teach.record_strip.title.text()
    with qtbot.waitSignal(window.recorder.stop_wanted):
        qtbot.mouseClick(teach.record_strip.stop_button, Qt.MouseButton.LeftButton)
    activate(qtbot, teach)
    qtbot.mouseClick(teach.record_strip.mark_button, Qt.MouseButton.LeftButton)
    assert teach.record_strip.name_box.isVisible()
    assert not window.record_strip.name_box.isVisible()
    window.recorder.show_state(RecorderState())
    assert not teach.record_strip.isVisible()
