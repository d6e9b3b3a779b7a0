"""What is in force, told item by item, and let go of together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mmdesk.core.errors import as_written
from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import Reason
from mmdesk.core.perturbation import PERTURBATION_KINDS, Perturbation, PerturbationKind
from mmdesk.core.source_state import DeviceChoice
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.in_force_words import control_words, recording_words
from mmdesk.ui.language import LANGUAGES, install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.microscope.perturbation_words import perturbation_name
from tests.three_inputs import by_name, input_of
from tests.ui import gallery
from tests.ui.activation import activate
from tests.ui.planted_insight import DIGITS, seen

# Qt's offscreen platform says so of every window with a smallest size, and of every list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

IMAGE, AUDIO, TEXT = MODALITIES
LIE = Perturbation(input_of(TEXT), PerturbationKind.REPLACE, text="2")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    activate(qtbot, window)
    gallery.live(window)
    kinds = ("attention_gate", "concatenation")
    window.show_model_state(ModelState("digits", True, labels=DIGITS, fusions=kinds, fusion="attention_gate"))
    window.show_prediction(seen(40.0, (7, 7, 7)))
    yield window
    window.audience.close()
    install_language("en")


# --- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("modality", MODALITIES)
def test_every_kind_is_an_item_of_its_input(qtbot: QtBot, language: str, modality: Modality) -> None:
    install_language(language)
    for kind, within in PERTURBATION_KINDS[modality].items():
        done = Perturbation(input_of(modality), kind, within.start, "2" if kind is PerturbationKind.REPLACE else "")
        (item,) = control_words(InForce(UserControls(perturbations=(done,))))
        assert ("2" if kind is PerturbationKind.REPLACE else perturbation_name(modality, kind)) in item
        idle = control_words(InForce(UserControls(perturbations=(done,)), absent=frozenset({modality})))
        assert idle[0].startswith(item)
        assert idle[0] != item, "it has no effect, and that is said"
    install_language("en")


def test_each_item_is_reported_by_itself() -> None:
    noise = (
        Perturbation(input_of(AUDIO), PerturbationKind.BABBLE, 0.0),
        Perturbation(input_of(AUDIO), PerturbationKind.NOISE, 10.0),
    )
    in_force = InForce(
        UserControls(by_name(0.6, 0.3, 0.1), (*noise, LIE), frozenset({IMAGE, AUDIO})), absent=frozenset({AUDIO})
    )
    assert control_words(in_force) == (
        "Weights by hand: Picture 60%, Sound 30%, Text 10%",
        "Picture: muted",
        "Sound: muted",
        "Sound: Hiss −10 dB, Voices 0 dB",
        "Text: says “2” instead",
    )
    assert control_words(InForce()) == ()
    (held,) = control_words(InForce(UserControls(by_name(0.6, 0.3, 0.1)), weighs=False))
    assert held.endswith("(this method has none)")


def test_a_recording_says_what_of_it_holds() -> None:
    assert recording_words(Recording("s", sample=True)) == (
        "Playing recorded picture, sound and text. Nothing here is live."
    )
    assert "“visit”" in recording_words(Recording("visit"))
    typed = recording_words(Recording("s", sample=True, text_typed=True))
    assert "text is yours" in typed
    assert "sound and text" not in typed
    assert "not for this one" in recording_words(Recording("s", sample=True, of_other_model=True))
    assert "cannot be played" in recording_words(Recording("visit", failed=True))
    assert recording_words(Recording("a.mp4", picture_only=True)) == "Playing “a.mp4” instead of the camera."


# --- in the window --------------------------------------------------------------------------------------------------


def hold_everything(window: MainWindow) -> None:
    """Weights, perturbations, a replaced text, a mute: by the widgets that the user touches."""
    window.workbench.gate.whole_buttons[0].click()
    for button in window.workbench.perturb.preset_buttons.values():
        button.click()
    window.inputs.microphone.mute_button.click()


@pytest.mark.parametrize("frozen", [False, True])
def test_what_is_held_is_seen_on_every_page_and_by_the_audience(window: MainWindow, frozen: bool) -> None:
    assert not window.in_force_strip.isVisible()
    window.set_frozen(frozen)
    hold_everything(window)
    for page in range(5):
        window.workbench.show_page(page)
        assert window.in_force_strip.isVisible()
        listed = window.in_force_strip.words.text()
        items = ("Weights by hand: Picture 100%", "Picture: Darken", "Sound: muted", "Voices", "says “2” instead")
        for item in items:
            assert item in listed
            assert any(item in held for held in window.audience.words.held)
    window.set_frozen(not frozen)
    assert window.in_force_strip.words.text() == listed


@pytest.mark.parametrize("way", ["button", "F10", "New visitor"])
@pytest.mark.parametrize("frozen", [False, True])
def test_there_is_one_way_to_let_go_of_all_by_three_doors(
    qtbot: QtBot, window: MainWindow, way: str, frozen: bool
) -> None:
    window.show_recording(Recording("visit"))
    window.menus.tour.trigger()
    hold_everything(window)
    window.set_frozen(frozen)
    assert window.controls.controls.override is not None
    assert len(window.controls.controls.perturbations) == 5
    assert window.controls.controls.muted == {AUDIO}
    reported: list[UserControls] = []
    window.controls_changed.connect(reported.append)
    with qtbot.waitSignal(window.devices_wanted):
        match way:
            case "button":
                qtbot.mouseClick(window.in_force_strip.let_go_button, LEFT)
            case "F10":
                qtbot.keyClick(window, Qt.Key.Key_F10)
            case "New visitor":
                qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert window.controls.controls == reported[-1] == UserControls()
    assert not window.inputs.microphone.muted
    assert window.workbench.gate.override is None
    assert window.workbench.perturb.perturbations == ()
    window.show_recording(None)  # the program has gone back to the devices
    assert not window.in_force_strip.isVisible()
    assert window.audience.words.held == ()
    assert window.audience.words.tags == (["FROZEN"] if window.frozen else [])


def test_a_sample_session_without_devices_offers_nothing_that_would_change_nothing(window: MainWindow) -> None:
    window.set_devices("image", (), "")
    window.set_devices("audio", (), "")
    window.show_recording(Recording("Sample", sample=True))
    assert window.in_force_strip.camera_button.isVisible()
    assert not window.in_force_strip.let_go_button.isVisible()
    window.inputs.text.mute_button.click()
    assert window.in_force_strip.let_go_button.isVisible()
    window.inputs.text.mute_button.click()
    window.set_devices("audio", (DeviceChoice("0", "Yeti"),), "")
    assert window.in_force_strip.let_go_button.isVisible()


def test_what_has_no_effect_is_reported(window: MainWindow) -> None:
    window.workbench.perturb.preset_buttons[list(window.workbench.perturb.preset_buttons)[2]].click()
    window.show_prediction(seen(41.0, (7, 7, None), reasons=(Reason.EMPTY,) * 3))
    assert window.in_force_strip.words.text() == "Text: says “2” instead (not present now)"
    window.show_prediction(seen(41.1, (7, 7, 7)))
    assert window.in_force_strip.words.text() == "Text: says “2” instead"


DAMAGED = as_written("broken is damaged.", "Choose another.")


def test_a_wrong_file_leaves_what_is_held(window: MainWindow) -> None:
    hold_everything(window)
    held = window.controls.controls
    window.show_model_state(ModelState("broken", False))
    kinds = ("attention_gate", "concatenation")
    problem = ModelState("digits", True, DAMAGED, DIGITS, "", kinds, "concatenation")
    window.show_model_state(problem)
    assert window.controls.controls == held
    assert window.answer_panel.aside.text() == "digits"
    assert window.notice.problem == DAMAGED
    assert window.menus.fusions["concatenation"].isChecked()
    window.show_prediction(seen(42.0, (3, 3, 3)))
    assert window.answer_panel.view.headline() == "3"
    window.show_model_state(ModelState("other", True, labels=DIGITS, fusions=kinds, fusion="attention_gate"))
    assert window.controls.controls == UserControls(muted=frozenset({AUDIO})), "its weights and labels are other ones"
    assert not window.notice.isVisible(), "it was about a model that nobody asks for any more"


def test_what_is_typed_while_the_window_stands_still_is_there_when_it_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    window.show_session_text("seven")
    window.set_frozen(True)
    window.inputs.text.box.setFocus()
    with qtbot.waitSignal(window.text_edited) as edited:
        qtbot.keyClicks(window.inputs.text.box, "!")
    window.set_frozen(False)
    assert edited.args == ["text", window.text]
    assert window.text.endswith("!")


def test_the_strip_does_not_take_the_keyboard_from_the_text_box(qtbot: QtBot, window: MainWindow) -> None:
    window.inputs.text.box.setFocus()
    hold_everything(window)
    qtbot.mouseClick(window.in_force_strip.let_go_button, LEFT)
    assert window.inputs.text.box.hasFocus()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)], ids=str)
def test_no_item_is_cut(qtbot: QtBot, window: MainWindow, size: tuple[int, int], language: str) -> None:
    window.resize(*size)
    window.set_language(language)
    window.show_recording(Recording("A visit with a rather long name", of_other_model=True, text_typed=True))
    hold_everything(window)
    strip = window.in_force_strip
    for label in (strip.words, strip.recording_words):
        qtbot.waitUntil(lambda label=label: label.height() >= label.heightForWidth(label.width()))
    for button in (strip.camera_button, strip.microphone_button, strip.let_go_button, strip.title):
        assert button.width() >= button.minimumSizeHint().width()
