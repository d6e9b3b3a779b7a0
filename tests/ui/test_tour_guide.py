"""The tour points, counts what the visitor has done and nothing else, and lets go of all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.explanation import Explanation, Measure
from mmdesk.core.history import HistorySpan, HistoryTick, Snapshot
from mmdesk.core.in_force import Recording
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.live_stats import ModelState
from mmdesk.core.observation import PRESENT, Presence, Reason
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.prediction import Original
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.tour_steps import STEP_KINDS, StepWatch
from tests.ui import gallery
from tests.ui.planted_insight import DIGITS, seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KINDS = ("concatenation", "attention_gate", "deep", "late")
TEXT = DEFAULT_INPUTS[2]
EXPLANATION = Explanation("7", "attention_gate", Measure.CONTRIBUTION, {})


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    gallery.live(window)
    window.show_model_state(ModelState("digits", True, labels=DIGITS, fusions=KINDS, fusion="attention_gate"))
    window.show_prediction(seen(40.0, (7, 7, 7)))
    window.menus.tour.trigger()
    settle()
    yield window
    window.audience.close()


def settle() -> None:
    for _ in range(10):
        QApplication.processEvents()


def go_to(window: MainWindow, kind: str) -> None:
    kinds = [step.kind for step in window.tour.tour.steps]
    while window.tour.number < kinds.index(kind):
        window.tour.next_button.click()
    assert window.tour.number == kinds.index(kind)
    settle()


def is_ringed(window: MainWindow, widget: QWidget) -> bool:
    middle = widget.mapTo(window, widget.rect().center())
    return window.guide.outline.isVisible() and any(ring.contains(middle) for ring in window.guide.outline.rings)


def freeze(window: MainWindow) -> None:
    window.answer_panel.pause_button.click()
    ticks = tuple(HistoryTick.of(seen(30.0 + number, (7, 7, 7))) for number in range(11))
    window.show_span(HistorySpan(ticks))
    settle()


def test_every_step_points_at_something_that_can_be_reached(window: MainWindow) -> None:
    for kind in [step.kind for step in window.tour.tour.steps]:
        go_to(window, kind)
        targets = window.guide.targets()
        assert targets, kind
        for target in targets:
            assert target.isVisible(), kind
            assert is_ringed(window, target), kind
    go_to(window, "explain")
    assert is_ringed(window, window.answer_panel.pause_button)
    freeze(window)
    assert is_ringed(window, window.inputs.camera)


def test_the_outline_takes_no_click_and_follows(qtbot: QtBot, window: MainWindow) -> None:
    go_to(window, "mute")
    button = window.inputs.camera.mute_button
    spot = button.mapTo(window, button.rect().center())
    assert window.childAt(spot) is button
    window.resize(1700, 950)
    settle()
    assert is_ringed(window, button)
    assert window.guide.outline.geometry() == window.rect()


def test_nothing_moves_from_step_to_step(window: MainWindow) -> None:
    for language in ("en", "de"):
        window.set_language(language)
        settle()
        heights = set()
        for _ in range(len(window.tour.tour.steps)):
            heights.add((window.tour.height(), window.inputs.camera.y(), window.tour.next_button.x()))
            window.tour.note("sum")
            window.tour.note("honesty")
            settle()
            heights.add((window.tour.height(), window.inputs.camera.y(), window.tour.next_button.x()))
            if window.tour.number + 1 < len(window.tour.tour.steps):
                window.tour.next_button.click()
            settle()
        assert len(heights) == 1, heights
        window.tour.start()
    window.set_language("en")


def test_contribution_and_honesty_are_asked_by_hand(qtbot: QtBot, window: MainWindow) -> None:
    go_to(window, "contribution")
    window.show_prediction(seen(41.0, (3, 3, 3)))
    assert not window.tour.done
    window.workbench.weights.bars.opened.emit("audio")
    assert window.tour.done
    go_to(window, "honesty")
    window.show_prediction(seen(42.0, (3, 3, 9)))
    assert not window.tour.done
    line = window.workbench.weights.honesty
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), line.mapToGlobal(QPoint(5, 5))))
    assert window.tour.done


def test_rewinding_and_explaining_count_for_moments_of_the_step(window: MainWindow) -> None:
    go_to(window, "rewind")
    freeze(window)
    newest = seen(40.0, (7, 7, 7))
    window.show_snapshot(Snapshot({}, newest, as_it_was=True))
    assert not window.tour.done, "the moment of the freeze lies not in the past"
    window.show_snapshot(Snapshot({}, seen(33.0, (7, 7, 7)), as_it_was=True))
    assert window.tour.done
    go_to(window, "explain")
    window.show_explanation(EXPLANATION)
    assert not window.tour.done, "that was asked in the step before"
    window.timeline.snapshot_wanted.emit(35.0)
    assert not window.tour.done
    window.show_explanation(EXPLANATION)
    assert window.tour.done


@pytest.mark.parametrize("way", ["finish", "close", "visitor"])
def test_it_lets_go_of_everything_wherever_it_is_left(qtbot: QtBot, window: MainWindow, way: str) -> None:
    window.tour.stop()
    window.workbench.show_page(4)
    window.menus.tour.trigger()
    go_to(window, "override")
    window.inputs.text.box.setPlainText("nine")
    window.inputs.microphone.mute_button.click()
    window.workbench.gate.sliders[0].setValue(800)
    list(window.workbench.perturb.preset_buttons.values())[1].click()
    window.menus.fusions["deep"].trigger()
    window.workbench.weights.bars.opened.emit("text")
    freeze(window)
    assert window.controls.controls != UserControls()
    with qtbot.waitSignal(window.tour.finished):
        match way:
            case "finish":
                while not window.tour.isHidden():
                    window.tour.next_button.click()
            case "close":
                qtbot.mouseClick(window.tour.close_button, Qt.MouseButton.LeftButton)
            case "visitor":
                window.reset()
    settle()
    assert window.controls.controls == UserControls()
    assert not window.frozen
    assert not window.guide.outline.isVisible()
    assert window.text == ""
    assert window.menus.fusions["attention_gate"].isChecked()
    assert not window.workbench.weights.sum_window.isVisible()
    assert window.workbench.page == 4
    assert not window.in_force_strip.isVisible()


def test_what_is_played_when_it_begins_goes_on_when_it_ends(qtbot: QtBot, window: MainWindow) -> None:
    window.tour.stop()
    window.show_recording(Recording("a lecture"))
    window.menus.tour.trigger()
    window.inputs.microphone.mute_button.click()
    with qtbot.assertNotEmitted(window.devices_wanted), qtbot.waitSignal(window.tour.finished):
        window.tour.close_button.click()
    assert window.controls.controls == UserControls()
    assert window.recording == Recording("a lecture")
    assert window.in_force_strip.isVisible()


def test_it_tells_when_it_begins_and_not_when_it_is_begun_again(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.assertNotEmitted(window.tour.started):
        window.menus.tour.trigger()
    window.tour.stop()
    with qtbot.waitSignal(window.tour.started):
        window.menus.tour.trigger()


def test_who_was_frozen_before_stays_so(window: MainWindow) -> None:
    window.tour.stop()
    freeze(window)
    window.menus.tour.trigger()
    window.tour.stop()
    assert window.frozen


def test_a_recording_that_contradicts_itself_is_not_the_visitor(window: MainWindow) -> None:
    window.show_recording(Recording("Sample", sample=True))
    go_to(window, "contradict")
    assert is_ringed(window, list(window.workbench.perturb.preset_buttons.values())[2])
    window.show_prediction(seen(41.0, (3, 5, 9)))
    assert not window.tour.done
    lie = Perturbation(TEXT, PerturbationKind.REPLACE, 1.0, "nine")
    window.show_prediction(replace(seen(42.0, (3, 3, None)), perturbations=(lie,)))
    assert not window.tour.done
    window.show_prediction(replace(seen(42.0, (3, 3, 9)), perturbations=(lie,)))
    assert window.tour.done


def test_a_text_of_ones_own_may_contradict_a_recording(window: MainWindow) -> None:
    window.show_recording(Recording("Sample", sample=True))
    go_to(window, "contradict")
    window.show_prediction(seen(41.0, (3, 3, 9)))
    assert not window.tour.done
    window.inputs.text.box.setPlainText("nine")
    assert window.tour.done


def test_a_lens_is_covered_by_a_hand_and_by_nothing_else() -> None:
    covered = seen(2.0, (None, 7, 7), reasons=(Reason.COVERED,) * 3)
    muted = seen(2.0, (None, 7, 7), reasons=(Reason.MUTED,) * 3)
    lost = seen(2.0, (None, 7, 7), reasons=(Reason.NO_SIGNAL,) * 3)
    darkened = replace(covered, original=Original(None, (PRESENT,) * 3))
    behind = replace(covered, original=Original(None, (Presence(Reason.COVERED), PRESENT, PRESENT)))

    def counts(prediction: object, *, recorded: bool = False) -> bool:
        watch = StepWatch(STEP_KINDS["cover"], DEFAULT_INPUTS)
        watch.recorded = recorded
        assert not watch.see(seen(1.0, (7, 7, 7)))
        return watch.see(prediction)  # type: ignore[arg-type]

    assert counts(covered)
    assert counts(muted)
    assert counts(behind), "a lens that is covered under a perturbation is covered"
    assert not counts(lost), "a camera that is gone was covered by nobody"
    assert not counts(darkened), "a dark stage is no hand"
    assert counts(muted, recorded=True)
    assert not counts(covered, recorded=True), "what is covered in a recording was covered then"
