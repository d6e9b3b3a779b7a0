"""Panels driven with core values."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.errors import as_written
from mmdesk.core.frame import Frame
from mmdesk.core.live_stats import LiveStats, ModelState
from mmdesk.core.modality import Modality
from mmdesk.core.observation import PRESENT, Presence, Reason
from mmdesk.core.sound_display import MEL_BANDS, SoundDisplay
from mmdesk.core.source_state import DeviceChoice, SourceState, SourceStatus
from mmdesk.ui.half_minute_plot import SHOWN_S
from mmdesk.ui.panels.answer import AnswerPanel
from mmdesk.ui.panels.camera import CameraPanel
from mmdesk.ui.panels.microphone import MicrophonePanel
from mmdesk.ui.panels.probabilities import ProbabilityBars, placed
from mmdesk.ui.panels.strip import WeightStrip
from mmdesk.ui.panels.typed_text import TypedTextPanel
from mmdesk.ui.source_picker import SourcePicker
from mmdesk.ui.status_line import StatusLine
from mmdesk.ui.theme import DARK, Look
from tests.ui.gallery import DIGITS, nothing, prediction

# Qt's offscreen platform says so of every window with a smallest size, and of every list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RUNNING = SourceState(SourceStatus.RUNNING, "Camera")


W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, widget: W, size: tuple[int, int] = (800, 400)) -> W:
    qtbot.addWidget(widget)
    widget.set_look(Look(DARK, 1.0))  # type: ignore[attr-defined]
    widget.resize(*size)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def colour_at(widget: QWidget, x: float, y: float) -> str:
    return widget.grab().toImage().pixelColor(QPoint(int(x), int(y))).name()


# --- the strip -----------------------------------------------------------------------------------------------------


def test_the_strip_sums_to_one_and_has_gaps(qtbot: QtBot) -> None:
    strip = shown(qtbot, WeightStrip())
    for tick in range(20):
        strip.append(prediction(tick / 10))
    strip.append(nothing(2.0))
    for tick in range(21, 30):
        strip.append(prediction(tick / 10, weights=(0.0, 0.0, 1.0)))
    strip.append(prediction(9.0, weights=(0.5, 0.5, 0.0)))  # six seconds later
    lengths = [len(ages) for ages, _ in strip.segments()]
    assert lengths == [20, 9, 1]
    for _, heights in strip.segments():
        np.testing.assert_allclose(heights[:, -1], 1.0, atol=1e-6)


def test_the_strip_forgets_what_is_old_and_a_past_that_comes_later(qtbot: QtBot) -> None:
    strip = shown(qtbot, WeightStrip())
    for tick in range(3000):
        strip.append(prediction(tick / 10))
    ((ages, _),) = strip.segments()
    assert ages.max() <= SHOWN_S
    assert len(ages) == pytest.approx(10 * SHOWN_S, abs=2)
    strip.append(prediction(5.0))
    ((ages, _),) = strip.segments()
    assert len(ages) == 1


def test_the_strip_is_filled_where_there_are_weights(qtbot: QtBot) -> None:
    strip = shown(qtbot, WeightStrip(), (800, 300))
    for tick in range(301):
        strip.append(prediction(tick / 10, weights=(1.0, 0.0, 0.0)))
    assert colour_at(strip, 400, 120) == DARK.colour_of(Modality.IMAGE.column)
    strip.forget()
    assert colour_at(strip, 420, 80) == DARK.screen


# --- answer ---------------------------------------------------------------------------------------------------------


def test_the_answer_goes_through_its_states(qtbot: QtBot) -> None:
    panel = shown(qtbot, AnswerPanel())
    assert (panel.view.headline(), panel.view.detail()) == ("", "Loading the model …")
    panel.show_prediction(prediction(0.5))
    assert panel.view.headline() == ""
    panel.show_model(ModelState("Digits", True, labels=DIGITS))
    assert panel.view.detail() == "Waiting for the first answer …"
    assert [row for _, row in panel.bars.rows()] == [None] * 10
    with qtbot.waitSignal(panel.view.prediction_painted) as painted:
        panel.show_prediction(prediction(1.0, best=7, confidence=0.93))
    assert painted.args[0].time_s == 1.0
    assert (panel.view.headline(), panel.view.detail()) == ("7", "93% sure")
    panel.show_prediction(nothing(2.0))
    assert (panel.view.headline(), panel.view.detail()) == ("—", "no input")
    assert [row for _, row in panel.bars.rows()] == [None] * 10
    alike = replace(prediction(3.0), probabilities=np.full(10, 0.1, np.float32))
    panel.show_prediction(alike)
    assert (panel.view.headline(), panel.view.detail()) == ("—", "no clear answer")
    tied = np.array([0.02] * 8 + [0.42, 0.42], np.float32)
    panel.show_prediction(replace(alike, probabilities=tied))
    assert (panel.view.headline(), panel.view.detail()) == ("—", "no clear answer")


def test_the_name_of_a_model_that_is_not_calibrated_says_so(qtbot: QtBot) -> None:
    panel = shown(qtbot, AnswerPanel())
    panel.show_model(ModelState("mine", True, labels=DIGITS, calibrated=False))
    assert panel.aside.toolTip().startswith("Not calibrated")
    assert panel.aside.accessibleDescription() == panel.aside.toolTip()
    panel.show_model(ModelState("Digits", True, labels=DIGITS))
    assert panel.aside.toolTip() == ""


def test_the_button_says_while_an_explanation_is_worked_out_for_long(qtbot: QtBot) -> None:
    panel = shown(qtbot, AnswerPanel())
    panel.show_explaining(True)
    assert panel.why_button.text() == "Why?"
    qtbot.waitUntil(lambda: panel.why_button.text() == "Explaining …")
    panel.show_explaining(False)
    assert panel.why_button.text() == "Why?"
    panel.show_explaining(True)
    panel.show_explaining(False)
    qtbot.wait(400)
    assert panel.why_button.text() == "Why?"


def test_a_model_that_failed_is_reported_with_a_way_out(qtbot: QtBot) -> None:
    panel = shown(qtbot, AnswerPanel())
    panel.show_model(ModelState("mine", False, as_written("mine is torn.", "Open another model.")))
    assert panel.view.detail() == "mine is torn."
    assert panel.open_button.isVisible()
    with qtbot.waitSignal(panel.model_wanted):
        panel.open_button.click()
    with qtbot.waitSignal(panel.doctor_wanted):
        panel.doctor_button.click()


def test_probabilities_keep_the_order_of_the_classes(qtbot: QtBot) -> None:
    bars = shown(qtbot, ProbabilityBars())
    probabilities = np.full(30, 0.5 / 29, dtype=np.float32)
    probabilities[4] = 0.5
    bars.show_probabilities([f"c{i}" for i in range(30)], probabilities)
    rows = bars.rows()
    assert len(rows) == 10
    assert ("c4", 0.5) in rows
    numbers = [int(label[1:]) for label, _ in rows]
    assert numbers == sorted(numbers)
    assert bars.others() == "the other 20: 34%"  # 20 of the 29 that share one half


def test_of_many_classes_one_that_comes_takes_the_row_of_one_that_goes() -> None:
    many = np.full(40, 0.001, dtype=np.float32)
    many[[3, 7, 9, 12, 15, 20, 22, 30, 35, 38]] = 0.09
    first = placed([], many, 10)
    assert first == [3, 7, 9, 12, 15, 20, 22, 30, 35, 38]
    many[12], many[1] = 0.0, 0.08
    assert placed(first, many, 10) == [3, 7, 9, 1, 15, 20, 22, 30, 35, 38]
    many[12] = 0.001  # next to nothing, and a little more than another: no row moves
    assert placed([3, 7, 9, 1, 15, 20, 22, 30, 35, 38], many, 10) == [3, 7, 9, 1, 15, 20, 22, 30, 35, 38]


def test_of_many_classes_the_most_probable_always_has_a_row_and_another_moment_begins_anew() -> None:
    rows = list(range(10))
    alike = np.full(40, 0.025, dtype=np.float32)
    alike[39] = 0.0251
    assert 39 in placed(rows, alike, 10)
    other = np.zeros(40, dtype=np.float32)
    other[20:31] = 1 / 11
    assert placed(rows, other, 10) == list(range(20, 30))
    assert placed([], np.full(4, 0.25, np.float32), 10) == [0, 1, 2, 3]


# --- inputs ---------------------------------------------------------------------------------------------------------


def frame(number: int = 0) -> Frame:
    """Left half red, right half blue."""
    rgb = np.zeros((120, 160, 3), dtype=np.uint8)
    rgb[:, :80, 0] = 255
    rgb[:, 80:, 2] = 255
    return Frame(rgb, float(number), number)


def test_the_preview_is_mirrored_on_screen_only(qtbot: QtBot) -> None:
    panel = shown(qtbot, CameraPanel(), (700, 600))
    panel.show_state(RUNNING)
    given = frame()
    before = given.frame_rgb.copy()
    with qtbot.waitSignal(panel.preview.frame_painted) as painted:
        panel.preview.show_frame(given)
    assert painted.args[0] is given
    guide = panel.preview.guide_area()
    x, y = guide.left() + guide.width() * 0.3, guide.center().y()
    assert colour_at(panel.preview, x, y) == "#0000ff"
    panel.mirror_button.click()
    assert colour_at(panel.preview, x, y) == "#ff0000"
    np.testing.assert_array_equal(given.frame_rgb, before)


def test_outside_the_guide_frame_the_picture_is_dimmed(qtbot: QtBot) -> None:
    panel = shown(qtbot, CameraPanel(), (700, 600))
    panel.show_state(RUNNING)
    panel.set_mirrored(False)
    panel.preview.show_frame(frame())
    picture, guide = panel.preview.picture_area(), panel.preview.guide_area()
    assert guide.width() == pytest.approx(guide.height(), abs=1)
    beside = QColor(colour_at(panel.preview, (picture.left() + guide.left()) / 2, guide.center().y()))
    assert 0 < beside.red() < 200


def test_a_lost_camera_is_reported_in_its_panel(qtbot: QtBot) -> None:
    panel = shown(qtbot, CameraPanel())
    assert panel.preview.message()[0] == "No camera chosen"
    panel.show_state(RUNNING)
    panel.show_presence(PRESENT)
    assert (panel.badge.words, panel.badge.filled) == ("seen", True)
    panel.show_state(SourceState(SourceStatus.LOST, "Camera", as_written("Camera is gone.", "Check its cable.")))
    assert panel.badge.words == "connection lost"
    assert panel.preview.message() == ("Connection lost", "Camera is gone.", "Check its cable.")
    panel.show_state(RUNNING)
    assert panel.preview.message() == ()


def test_a_badge_says_the_reason(qtbot: QtBot) -> None:
    panel = shown(qtbot, MicrophonePanel())
    panel.show_state(SourceState(SourceStatus.RUNNING, "Mic"))
    panel.show_presence(Presence(Reason.SILENCE))
    assert (panel.badge.words, panel.badge.filled) == ("silence", False)
    with qtbot.waitSignal(panel.mute_toggled) as muted:
        panel.mute_button.click()
    assert muted.args == [True]
    assert panel.badge.words == "muted by you"
    with qtbot.assertNotEmitted(panel.mute_toggled):
        panel.set_muted(False)
    assert panel.badge.words == ""


def test_the_spectrogram_scrolls(qtbot: QtBot) -> None:
    panel = shown(qtbot, MicrophonePanel())
    view = panel.spectrogram
    loud, quiet = np.zeros((3, MEL_BANDS), np.float32), np.full((5, MEL_BANDS), -90, np.float32)
    loud[:, 1:] = -90  # the lowest tones alone
    panel.show_sound(SoundDisplay(-20.0, -10.0, loud))
    panel.show_sound(SoundDisplay(-60.0, -50.0, quiet))
    columns = view.shown()
    assert (columns[-1, -8:-5] == 255).all()
    assert not columns[:-1].any()
    assert not columns[:, -5:].any()
    for _ in range(200):
        panel.show_sound(SoundDisplay(-60.0, -50.0, quiet))
    assert not view.shown().any()


def test_the_peak_falls_slowly(qtbot: QtBot) -> None:
    meter = shown(qtbot, MicrophonePanel()).meter
    meter.show_level(-20.0, -3.0)
    meter.show_level(-60.0, -55.0)
    assert (meter.level_db, meter.peak_db) == (-60.0, -4.5)
    assert meter.share(0.0) == 1.0
    assert meter.share(-90.0) == 0.0


def test_typing_is_reported_and_a_session_is_not(qtbot: QtBot) -> None:
    panel = shown(qtbot, TypedTextPanel())
    with qtbot.waitSignal(panel.text_edited) as edited:
        qtbot.keyClicks(panel.box, "s")
    assert edited.args == ["text", "s"]
    with qtbot.assertNotEmitted(panel.text_edited):
        panel.show_text("seven")
    assert panel.box.toPlainText() == "seven"
    with qtbot.waitSignal(panel.text_edited) as edited:
        panel.clear_button.click()
    assert edited.args == ["text", ""]


# --- picker and figures ---------------------------------------------------------------------------------------------


def entry(picker: SourcePicker, words: str) -> int:
    return next(row for row in range(picker.count()) if words in picker.itemText(row))


def test_the_picker_reports_keys_files_and_refreshes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    picker = CameraPanel().picker
    qtbot.addWidget(picker.parentWidget())
    assert picker.currentText() == "Looking …"
    picker.set_choices([DeviceChoice("0", "Webcam"), DeviceChoice("7", "BRIO")], "0")
    assert picker.currentText() == "Webcam"
    with qtbot.waitSignal(picker.chosen) as chosen:
        picker.activated.emit(entry(picker, "BRIO"))
    assert chosen.args == ["7"]
    with qtbot.waitSignal(picker.refresh_requested):
        picker.activated.emit(entry(picker, "again"))
    monkeypatch.setattr(picker, "ask_address", lambda: "rtsp://10.0.0.2/a")
    with qtbot.waitSignal(picker.chosen) as chosen:
        picker.activated.emit(entry(picker, "address"))
    assert chosen.args == ["rtsp://10.0.0.2/a"]
    assert picker.currentText() == "rtsp://10.0.0.2/a"
    picker.set_choices([], "rtsp://10.0.0.2/a")
    assert picker.currentText() == "rtsp://10.0.0.2/a"
    picker.set_choices([], "talks/film.mp4")
    assert picker.currentText() == "film.mp4"


def test_figures_are_dashes_until_measured_and_marked_when_slow(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    assert line.figures["capture"].text() == "camera – fps"
    assert line.figures["overruns"].text() == ""
    line.show_stats(LiveStats(30.0, 9.0, 10.0, 12.4, 83.6, 2, "cpu"))
    assert line.figures["video"].text() == "camera → screen 12 ms"
    assert line.figures["overruns"].text() == "sound lost 2×"
    assert line.figures["shown"].property("slow") is True
    assert line.figures["capture"].property("slow") is False


def test_the_picker_names_a_network_camera_where_no_device_is(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    picker = CameraPanel().picker
    qtbot.addWidget(picker.parentWidget())
    picker.set_choices([], "")
    assert picker.currentText() == "No device found"
    monkeypatch.setattr(picker, "ask_address", lambda: "http://10.0.0.2/video")
    picker.activated.emit(entry(picker, "address"))
    assert picker.currentText() == "http://10.0.0.2/video"
    assert "No device found" not in [picker.itemText(row) for row in range(picker.count())]


def test_the_picker_knows_a_device_by_its_name(qtbot: QtBot) -> None:
    picker = CameraPanel().picker
    qtbot.addWidget(picker.parentWidget())
    picker.set_choices([DeviceChoice("0", "Webcam"), DeviceChoice("7", "BRIO")], "BRIO")
    assert picker.currentText() == "BRIO"
    assert [picker.itemText(row) for row in range(picker.count())].count("BRIO") == 1
