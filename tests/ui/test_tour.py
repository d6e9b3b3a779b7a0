"""The guided tour and the presenter's sheet."""

from __future__ import annotations

from pathlib import Path
from threading import Event, current_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.model_about import STEPS, ModelAbout, TourWording, Wording
from mmdesk.core.observation import Reason
from mmdesk.core.prediction import Prediction
from mmdesk.pages import render, rendering
from mmdesk.ui.cheat_sheet import CheatSheet, key_rows
from mmdesk.ui.language import install_language
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.tour import TourStrip
from mmdesk.ui.tour_steps import STEP_KINDS, Tour
from tests.ui.activation import activate
from tests.ui.planted_insight import seen, without_insight

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TOUR = Tour()
AGREE, CONTRIBUTION, MUTE, COVER, CONTRADICT, HONESTY, OVERRIDE, METHOD, REWIND, EXPLAIN = range(10)
SILENT = (Reason.TOO_DARK, Reason.SILENCE, Reason.EMPTY)
NOTHING = (Reason.NOTHING_RECOGNISED,) * 3
MUTED = (Reason.MUTED,) * 3


def agreeing(time_s: float = 1.0) -> Prediction:
    return seen(time_s, (3, 3, 3))


@pytest.fixture
def strip(qtbot: QtBot) -> TourStrip:
    widget = TourStrip()
    qtbot.addWidget(widget)
    widget.set_look(Look(DARK, 1.0))
    widget.resize(1400, 80)
    widget.start()
    return widget


def go_to(strip: TourStrip, number: int) -> None:
    strip.start()
    for _ in range(number):
        strip.next()
    assert strip.number == number


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [
        (AGREE, [seen(1, (3, 5, 3)), seen(2, (3, None, None)), without_insight(agreeing(3))], agreeing(4)),
        (MUTE, [agreeing(1), seen(2, (3, None, None))], seen(3, (3, None, 3), reasons=MUTED)),
        (COVER, [agreeing(1), seen(2, (None, 3, 3), reasons=NOTHING)], seen(3, (None, 3, 3), reasons=SILENT)),
        (CONTRADICT, [agreeing(1), seen(2, (3, 3, None))], seen(3, (3, 3, 9))),
        (OVERRIDE, [agreeing(1), seen(2, (3, 3, 9))], seen(3, (3, 3, 9), by_hand=(0, 0, 1))),
        (METHOD, [agreeing(1), agreeing(2)], seen(3, (3, 3, 3), weights=None, fusion="deep")),
    ],
)
def test_a_step_is_done_when_it_is_seen_and_not_before(
    strip: TourStrip, number: int, before: list[Prediction], after: Prediction
) -> None:
    go_to(strip, number)
    for prediction in before:
        strip.show_prediction(prediction)
        assert not strip.done
        assert "Done" not in strip.words
    strip.show_prediction(after)
    assert strip.done
    assert strip.words.endswith(f"Done – look: {TOUR.words(number, 'look')}")
    strip.show_prediction(before[0])
    assert strip.done, "what was done stays done"


@pytest.mark.parametrize("number", [MUTE, COVER, OVERRIDE, METHOD])
def test_what_was_so_before_the_step_is_not_done_by_the_visitor(strip: TourStrip, number: int) -> None:
    so_already = seen(1, (None, 3, 3), reasons=MUTED, by_hand=(0.5, 0.1, 0.4))
    go_to(strip, number)
    strip.show_prediction(so_already)
    strip.show_prediction(so_already)
    assert not strip.done
    strip.show_prediction(seen(2, (3, 3, 3), fusion="deep", weights=None))
    strip.show_prediction(so_already)
    assert strip.done


def test_without_a_camera_the_picture_is_covered_by_muting_it(strip: TourStrip) -> None:
    go_to(strip, COVER)
    assert "Without a camera, mute the picture" in strip.words
    strip.show_prediction(seen(1, (None, 3, 3), reasons=(Reason.NO_SIGNAL,) * 3))
    assert not strip.done
    strip.show_prediction(seen(2, (None, 3, 3), reasons=MUTED))
    assert strip.done


def test_while_a_recording_plays_the_words_hold(strip: TourStrip) -> None:
    live = [TOUR.words(number, "task") for number in range(10)]
    strip.set_sample_session(True)
    assert strip.words.startswith("Watch the recording")
    go_to(strip, COVER)
    assert "no lens to cover" in strip.words
    strip.set_sample_session(False)
    assert strip.words.startswith(live[COVER])


def test_a_method_without_weights_leads_to_one_that_has_them(strip: TourStrip) -> None:
    go_to(strip, OVERRIDE)
    strip.show_prediction(seen(1, weights=None, fusion="concatenation"))
    assert "Choose the attention gate first" in strip.words
    strip.show_prediction(seen(2))
    assert "Choose the attention gate" not in strip.words
    assert not strip.done


def test_the_tour_is_walked_back_and_forth_and_ends(strip: TourStrip, qtbot: QtBot) -> None:
    assert not strip.back_button.isEnabled()
    seen_steps: list[int] = []
    strip.step_changed.connect(seen_steps.append)
    for _ in range(9):
        strip.next_button.click()
    assert strip.next_button.text() == "Finish"
    strip.back_button.click()
    assert seen_steps == [1, 2, 3, 4, 5, 6, 7, 8, 9, 8]
    strip.next_button.click()
    with qtbot.waitSignal(strip.finished):
        strip.next_button.click()
    assert strip.isHidden()
    strip.show_prediction(agreeing())
    assert not strip.done, "a tour that is put away watches nothing"
    strip.start()
    assert strip.number == 0
    with qtbot.waitSignal(strip.finished):
        strip.close_button.click()
    with qtbot.assertNotEmitted(strip.finished):
        strip.stop()


ABOUT = ModelAbout(
    tour=(
        TourWording("complement", {"task": Wording({"en": "Show 3, say <b>five</b>.", "de": "Zeigen Sie 3."})}),
        TourWording("contradict"),
        TourWording("cover"),
    )
)
SOUND_AND_TEXT = (Input("audio", "audio"), Input("text", "text"))


def test_a_model_has_a_tour_of_its_own(strip: TourStrip, qtbot: QtBot) -> None:
    strip.next()
    strip.show_model(ABOUT, ("{other}", "rose"), DEFAULT_INPUTS)
    assert strip.number == 0
    assert strip.words.startswith("Show 3, say <b>five</b>.")
    strip.set_sample_session(True)
    assert strip.words.startswith("Show 3"), "what is said of the task holds for a recording too"
    strip.set_sample_session(False)
    try:
        install_language("de")
        strip.retranslate()
        assert strip.words.startswith("Zeigen Sie 3.")
    finally:
        install_language("en")
    strip.next()
    assert "“{other}” and another one “rose”" in strip.words, "a class may be called anything"
    strip.next()
    strip.next()
    assert strip.isHidden()


def test_steps_that_the_inputs_do_not_allow_are_left_out() -> None:
    assert [step.kind for step in Tour(ABOUT, (), SOUND_AND_TEXT).steps] == ["complement", "contradict"]
    assert [step.kind for step in Tour(ABOUT, (), SOUND_AND_TEXT[:1]).steps] == ["method"]
    alone = [step.kind for step in Tour(None, (), SOUND_AND_TEXT[:1]).steps]
    assert alone == ["mute", "method", "rewind", "explain"]


def test_every_step_that_a_model_can_name_is_known() -> None:
    assert set(STEP_KINDS) == set(STEPS)


def test_the_tour_leaves_the_keyboard_to_the_text_box(qtbot: QtBot) -> None:
    window, box, strip = QWidget(), QPlainTextEdit(), TourStrip()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(strip)
    column.addWidget(box)
    with qtbot.waitExposed(window):
        window.show()
    activate(qtbot, window)
    box.setFocus()
    strip.start()
    qtbot.mouseClick(strip.next_button, Qt.MouseButton.LeftButton)
    assert strip.number == CONTRIBUTION
    assert box.hasFocus()


def test_the_strip_keeps_its_height_from_tick_to_tick(strip: TourStrip) -> None:
    height = strip.sizeHint().height()
    for tick in range(20):
        strip.show_prediction(seen(tick, (3, 5, None)))
    assert strip.sizeHint().height() == height


def action(text: str, *keys: str) -> QAction:
    made = QAction(text)
    made.setShortcuts([QKeySequence(key) for key in keys])
    return made


def test_the_sheet_names_every_key_once() -> None:
    actions = [action("&Open recording…", "Ctrl+O"), action("Fr&eeze", "Space"), action("Concatenation", "1", "Ctrl+1"),
               action("Nothing"), action("Say it again", "Ctrl+O")]  # fmt: skip
    rows = key_rows(actions)
    assert rows[-1] == ("Ctrl+O", "Open recording")
    keys = [key for key, _ in rows]
    assert len(set(keys)) == len(keys)
    assert {"Space", "1 – 9", "F2", "F6", "F7", "F8", "F9", "F10", "F11", "Ctrl+S"} <= set(keys)
    of_time = {"Left – Right", "Shift+Left – Shift+Right", "Home – End", "PgUp – PgDown"}
    assert of_time <= {key.replace("PgDn", "PgDown") for key in keys}, "the timeline's and the replay's"
    assert len(rows) == len(key_rows([])) + 1


def test_the_sheet_is_read_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CheatSheet([action("<b>bold</b> && <script>x</script>", "Ctrl+K")], TOUR)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.text))
    for number in range(10):
        assert TOUR.words(number, "task") in dialog.text
        assert TOUR.words(number, "spoken") in dialog.text
    assert "<b>bold</b> & <script>" in dialog.text
    with qtbot.waitSignal(dialog.files.written):
        dialog.save(tmp_path / "sheet.html")
    assert not dialog.notice.isHidden()
    assert str(tmp_path / "sheet.html") in str(dialog.notice.problem)
    page = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;bold" in page
    assert "<script" not in page
    assert "Ctrl+K" in page
    with qtbot.waitSignal(dialog.files.failed):
        dialog.save(tmp_path / "missing" / "sheet.html")
    assert not dialog.notice.isHidden()
    assert "cannot be written" in str(dialog.notice.problem)


def test_the_sheet_is_made_beside_the_window_and_may_be_closed_meanwhile(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    leave, makers = Event(), []

    def slow(template: str, **values: object) -> str:
        makers.append(current_thread())
        leave.wait(10)
        return render(template, **values)

    monkeypatch.setattr("mmdesk.ui.cheat_sheet.render", slow)
    dialog = CheatSheet([], TOUR)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(makers))
    assert makers[0] is not current_thread()
    assert dialog.text == ""
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    leave.set()
    makers[0].join()
    qtbot.wait(0)
    assert caplog.text == ""


def test_a_sheet_that_cannot_be_made_says_why(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "TEMPLATES", tmp_path)
    rendering._environment.cache_clear()
    try:
        dialog = CheatSheet([], TOUR)
        qtbot.addWidget(dialog)
        qtbot.waitUntil(lambda: not dialog.notice.isHidden())
        assert "cheat_sheet.html is missing" in str(dialog.notice.problem)
        assert "Install mmdesk again." in str(dialog.notice.problem)
        with qtbot.waitSignal(dialog.files.failed):
            dialog.save(tmp_path / "sheet.html")
        assert not (tmp_path / "sheet.html").exists()
    finally:
        rendering._environment.cache_clear()
