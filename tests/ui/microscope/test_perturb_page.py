"""The perturbation desk: what is held, the scenes and their keys, and the answers side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.insight import Outcome
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import PRESENT, Reason
from mmdesk.core.perturbation import PERTURBATION_KINDS, Perturbation, PerturbationKind
from mmdesk.core.prediction import Original, Prediction
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.microscope.perturb_page import PerturbPage
from mmdesk.ui.microscope.perturbation_words import short_strength, strength_words
from mmdesk.ui.microscope.presets import Perturbations, Preset, added, is_on, lie, scene, taken_back
from mmdesk.ui.microscope.strength_slider import StrengthSlider
from mmdesk.ui.theme import DARK, Look
from tests.three_inputs import input_of
from tests.ui.planted_insight import DIGITS, seen, view, without_insight

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

IMAGE, AUDIO, TEXT = MODALITIES
K = PerturbationKind
KINDS = [(modality, kind) for modality in MODALITIES for kind in PERTURBATION_KINDS[modality]]
SLID = [(modality, kind) for modality, kind in KINDS if PERTURBATION_KINDS[modality][kind].unit]


def page(qtbot: QtBot, prediction: Prediction | None = None) -> tuple[PerturbPage, list[Perturbations]]:
    """A page on screen that knows the digits, and everything it reports."""
    desk = PerturbPage()
    qtbot.addWidget(desk)
    desk.set_look(Look(DARK, 1.0))
    desk.set_labels(DIGITS)
    desk.resize(1090, 460)
    with qtbot.waitExposed(desk):
        desk.show()
    reported: list[Perturbations] = []
    desk.perturbations_changed.connect(reported.append)
    if prediction is not None:
        desk.show_prediction(prediction)
    return desk, reported


def before(prediction: Prediction, says: tuple[int | None, int | None, int | None]) -> Prediction:
    """The same prediction as one of inputs that were perturbed; ``says`` is what they said before."""
    original = view(says, (0.5, 0.3, 0.2))
    return replace(
        prediction,
        insight=replace(prediction.insight, original=original),
        original=Original(original.outcome, prediction.verdicts),
    )


# --- scenes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [*DIGITS, None, "a class of another model"])
def test_a_lie_is_a_class_but_not_the_answer(answer: str | None) -> None:
    assert lie(DIGITS, answer) in DIGITS
    assert lie(DIGITS, answer) != answer


def test_there_is_no_lie_without_another_class() -> None:
    assert lie(("only",), "only") is None
    assert lie((), None) is None
    assert scene(Preset.LIAR, DEFAULT_INPUTS, ("only",), "only") == ()


@pytest.mark.parametrize("preset", list(Preset))
def test_a_scene_is_valid_and_taken_back_leaves_the_rest(preset: Preset) -> None:
    other = (
        Perturbation(input_of(IMAGE), K.BLUR, 3.0),
        Perturbation(input_of(AUDIO), K.GAIN, -5.0),
        Perturbation(input_of(TEXT), K.TYPOS, 0.5),
    )
    held = added(other, scene(preset, DEFAULT_INPUTS, DIGITS, "7"))
    assert UserControls(perturbations=held).perturbations == held
    assert is_on(preset, DEFAULT_INPUTS, held)
    assert not is_on(preset, DEFAULT_INPUTS, other)
    assert set(taken_back(held, preset)) == set(other)


def test_a_scene_replaces_the_same_kind_and_brings_its_input_back() -> None:
    held = (
        Perturbation(input_of(AUDIO), K.NOISE, 30.0),
        Perturbation(input_of(AUDIO), K.OFF),
        Perturbation(input_of(IMAGE), K.OFF),
    )
    assert set(added(held, scene(Preset.NOISY_HALL, DEFAULT_INPUTS))) == {
        Perturbation(input_of(IMAGE), K.OFF),
        *scene(Preset.NOISY_HALL, DEFAULT_INPUTS),
    }


# --- strengths ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("modality", "kind"), SLID)
def test_a_slider_covers_its_range_and_the_right_is_more(qtbot: QtBot, modality: Modality, kind: K) -> None:
    slider = StrengthSlider(modality, 0, kind)
    qtbot.addWidget(slider)
    within = PERTURBATION_KINDS[modality][kind]
    assert slider.strength == pytest.approx(within.start)
    ends = []
    for value in (slider.minimum(), slider.maximum()):
        slider.setValue(value)
        ends.append(slider.strength)
        Perturbation(input_of(modality), kind, slider.strength)
    assert ends == pytest.approx([within.most, within.least] if "SNR" in within.unit else [within.least, within.most])


@pytest.mark.parametrize(
    ("modality", "kind", "strength", "words", "short"),
    [
        (IMAGE, K.OCCLUDE, 0.4, "40%", "40%"),
        (IMAGE, K.BLUR, 8.0, "8 px", "8 px"),
        (IMAGE, K.ROTATE, 90.0, "90° left", "+90°"),
        (IMAGE, K.ROTATE, -45.0, "45° right", "−45°"),
        (IMAGE, K.ROTATE, 0.0, "upright", "0°"),
        (AUDIO, K.GAIN, -20.0, "20 dB softer", "−20 dB"),
        (AUDIO, K.GAIN, 0.0, "as it is", "0 dB"),
        (AUDIO, K.BABBLE, 5.0, "5 dB under speech", "−5 dB"),
        (AUDIO, K.BABBLE, 0.0, "as loud as speech", "0 dB"),
        (AUDIO, K.NOISE, -10.0, "10 dB over speech", "+10 dB"),
    ],
)
def test_strengths_in_words(modality: Modality, kind: K, strength: float, words: str, short: str) -> None:
    assert strength_words(modality, kind, strength) == words
    assert short_strength(modality, kind, strength) == short


def test_words_without_room_give_way_to_numbers(qtbot: QtBot) -> None:
    slider = StrengthSlider(AUDIO, 1, K.BABBLE)
    qtbot.addWidget(slider)
    slider.resize(400, 40)
    assert slider.words() == ("Voices", "5 dB under speech")
    slider.resize(slider.minimumSizeHint())
    assert slider.words() == ("Voices", "−5 dB")


# --- the page -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("modality", "kind"), KINDS)
def test_every_kind_can_be_switched_on_and_off(qtbot: QtBot, modality: Modality, kind: K) -> None:
    desk, reported = page(qtbot)
    column = desk.columns[modality.column]
    button = column.off_button if kind is K.OFF else column.boxes[kind]
    button.click()
    ((perturbation,),) = reported
    assert (perturbation.input, perturbation.kind) == (input_of(modality), kind)
    assert perturbation.strength == PERTURBATION_KINDS[modality][kind].start
    assert desk.marker.words == "perturbations: 1"
    button.click()
    assert reported[-1] == ()
    assert not desk.marker.words


def test_moving_a_slider_switches_its_kind_on(qtbot: QtBot) -> None:
    desk, reported = page(qtbot)
    slider = desk.columns[0].sliders[K.OCCLUDE]
    track = slider.track()
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(int(track.center().x()), int(track.center().y())))
    assert desk.columns[0].boxes[K.OCCLUDE].isChecked()
    assert reported[-1] == (Perturbation(input_of(IMAGE), K.OCCLUDE, slider.strength),)
    assert slider.strength == pytest.approx(0.5, abs=0.02)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert reported[-1][0].strength == pytest.approx(0.45, abs=0.02)
    desk.columns[0].boxes[K.OCCLUDE].click()
    desk.columns[0].boxes[K.OCCLUDE].click()
    assert reported[-1][0].strength == pytest.approx(0.45, abs=0.02), "what is switched off keeps its strength"


def test_another_word_can_be_put_in_the_texts_place(qtbot: QtBot) -> None:
    desk, reported = page(qtbot)
    box = desk.columns[2].say_box
    box.setCurrentIndex(4)
    box.activated.emit(4)
    assert reported == [(Perturbation(input_of(TEXT), K.REPLACE, text="4"),)]
    desk.set_labels(("cat", "dog"))
    assert reported[-1] == (), "a lie that is no class of the model ends"
    assert box.key == "cat"
    desk.set_labels(())
    assert not desk.columns[2].boxes[K.REPLACE].isEnabled()
    assert not desk.preset_buttons[Preset.LIAR].isEnabled()


def test_a_scene_at_a_press_and_back(qtbot: QtBot) -> None:
    desk, reported = page(qtbot, seen(1.0, (7, 7, 7)))
    for preset in Preset:
        desk.preset_buttons[preset].click()
        assert is_on(preset, DEFAULT_INPUTS, reported[-1])
        assert desk.preset_buttons[preset].isChecked()
    assert desk.marker.words == "perturbations: 5"
    assert Perturbation(input_of(TEXT), K.REPLACE, text="2") in reported[-1]
    assert desk.columns[1].sliders[K.BABBLE].strength == 0
    assert desk.columns[2].say_box.key == "2"
    desk.preset_buttons[Preset.LIAR].click()
    assert not is_on(Preset.LIAR, DEFAULT_INPUTS, reported[-1])
    desk.columns[0].sliders[K.DARKEN].setValue(10)
    assert not desk.preset_buttons[Preset.DARK_STAGE].isChecked(), "it is another scene now"
    desk.clear_button.click()
    assert reported[-1] == ()
    assert not any(button.isChecked() for button in desk.preset_buttons.values())


def test_the_lie_is_taken_at_the_press_and_stays(qtbot: QtBot) -> None:
    desk, reported = page(qtbot, seen(1.0, (3, 3, 3)))
    desk.preset_buttons[Preset.LIAR].click()
    desk.show_prediction(before(seen(1.1, (3, 3, 8)), (3, 3, 3)))
    assert [each[0].text for each in reported] == ["8"]


def test_the_keys_work_while_the_text_box_has_the_focus(qtbot: QtBot) -> None:
    window, text = QMainWindow(), QPlainTextEdit()
    desk = PerturbPage()
    desk.set_labels(DIGITS)
    desk.hide()  # another page may be seen
    middle = QWidget()
    rows = QVBoxLayout(middle)
    rows.addWidget(text)
    window.setCentralWidget(middle)
    menu = window.menuBar().addMenu("Scenes")
    menu.addActions(desk.actions_with_keys())
    qtbot.addWidget(window)
    qtbot.addWidget(desk)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    text.setFocus()
    reported: list[Perturbations] = []
    desk.perturbations_changed.connect(reported.append)
    for key, count in ((Qt.Key.Key_F7, 2), (Qt.Key.Key_F8, 4), (Qt.Key.Key_F9, 5), (Qt.Key.Key_F7, 3)):
        qtbot.keyClick(text, key)
        assert len(reported[-1]) == count
    assert text.toPlainText() == ""


def test_the_actions_have_names_and_keys_of_their_own(qtbot: QtBot) -> None:
    desk, _ = page(qtbot)
    actions = desk.actions_with_keys()
    assert [action.text() for action in actions] == ["Noisy hall", "Dark stage", "Liar"]
    assert [action.shortcut() for action in actions] == [QKeySequence(f"F{number}") for number in (7, 8, 9)]


def test_answers_side_by_side(qtbot: QtBot) -> None:
    desk, _ = page(qtbot, seen(1.0, (7, 7, 7)))
    assert desk.answers.cells() == [("as it is", "7", "91%")]
    desk.show_prediction(before(seen(1.1, (3, 3, 7)), (7, 7, 7)))
    assert desk.answers.cells()[0] == ("as it is", "7", "91%")
    assert desk.answers.cells()[1][:2] == ("perturbed", "3")
    assert desk.answers.changed
    desk.show_prediction(before(seen(1.2, (7, 3, 7)), (7, 7, 7)))
    assert not desk.answers.changed
    gone = replace(seen(1.25, (None, None, None)), original=Original(Outcome("7", 0.91), (PRESENT,) * 3))
    desk.show_prediction(gone)
    assert desk.answers.cells() == [("as it is", "7", "91%"), ("no answer", "–", "")]
    desk.show_prediction(seen(1.3, (None, None, None)))
    assert desk.answers.cells() == [("no answer", "–", "")]
    desk.show_prediction(without_insight(seen(1.4)))
    assert desk.answers.cells() == [("as it is", "7", "91%")]
    desk.forget()
    assert desk.answers.cells() == [("no answer", "–", "")]


def test_an_absent_input_says_explanation(qtbot: QtBot) -> None:
    desk, _ = page(qtbot, seen(1.0, (None, 7, 7), reasons=(Reason.TOO_DARK, Reason.SILENCE, Reason.EMPTY)))
    assert [column.reason.text() for column in desk.columns] == ["not present: too dark", "", ""]
    desk.forget()
    assert desk.columns[0].reason.text() == ""


def test_nothing_is_said_twice(qtbot: QtBot) -> None:
    desk, reported = page(qtbot)
    desk.clear()
    desk.retranslate()
    desk.set_look(Look(DARK, 0.8))
    desk.set_labels(DIGITS)
    assert reported == []


@pytest.mark.parametrize(("size", "scale"), [((1090, 460), 1.0), ((720, 300), 0.8)])
def test_the_desk_fits_its_card(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    desk, _ = page(qtbot, seen(1.0, (None, None, 7), reasons=(Reason.NOTHING_RECOGNISED,) * 3))
    for preset in Preset:
        desk.preset_buttons[preset].click()
    desk.set_look(Look(DARK, scale))
    hint = desk.minimumSizeHint()
    assert hint.width() <= size[0]
    assert hint.height() <= size[1]


def test_everything_that_can_be_touched_has_a_name(qtbot: QtBot) -> None:
    desk, _ = page(qtbot)
    touched = [*desk.preset_buttons.values(), desk.clear_button, desk.columns[2].say_box]
    for column in desk.columns:
        touched += [column.off_button, *column.boxes.values(), *column.sliders.values()]
    names = [part.accessibleName() for part in touched]
    assert all(names)
    assert len(set(names)) == len(names)
