"""What the presenter does on the stage for the audience: scenes, their change by itself, type, the small picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.explanation import Explanation, ImageAttribution, Measure, TextAttribution, TextSpan
from mmdesk.core.frame import Frame
from mmdesk.core.fused_map import MapPoints
from mmdesk.core.history import HistorySpan, HistoryTick, Snapshot
from mmdesk.core.in_force import Recording
from mmdesk.core.inputs import Input
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import Modality
from mmdesk.core.observation import ImageInput, TextInput
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.ui.audience.layout import TYPE_STEPS, Form, form_of
from mmdesk.ui.audience.scenes import Scene
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.lettering import broken, lettering
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.panels.camera import PreviewView
from mmdesk.ui.panels.words_view import WordsView
from mmdesk.ui.theme import DARK, Look
from tests.three_inputs import input_of
from tests.ui.activation import activate
from tests.ui.planted_insight import DIGITS, seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

K = Qt.Key
MAP = MapPoints("attention_gate", DIGITS, np.zeros((3, 2), np.float32), np.arange(3))
EXPLANATION = Explanation(
    "7",
    "attention_gate",
    Measure.CONTRIBUTION,
    {
        "image": ImageAttribution(np.eye(4, dtype=np.float32), 0.3, 0.4, 0.2),
        "text": TextAttribution("seven up", (TextSpan(0, 5, 0.3), TextSpan(6, 8, -0.1))),
    },
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.show_model_state(ModelState("Digits", True, labels=DIGITS, fusions=("attention_gate",)))
    window.show_map(MAP)
    window.show_prediction(seen(1.0, (3, 3, 9)))
    audience = window.audience
    yield window
    audience.close()
    # The main window has gone by now, and with it what changes scenes; the stage's own last repaints may be asked for.
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in audience.findChildren(QTimer)))


@pytest.fixture
def stage(qtbot: QtBot, window: MainWindow) -> AudienceWindow:
    with qtbot.waitExposed(window.audience):
        window.menus.audience.trigger()
    window.audience.resize(1280, 720)
    return window.audience


def frozen(window: MainWindow, explanation: Explanation | None = EXPLANATION) -> None:
    window.set_frozen(True)
    window.show_span(HistorySpan((HistoryTick.of(seen(1.0, (3, 3, 9))),)))
    picture = ImageInput(np.zeros((8, 8, 3), np.uint8), 1.0)
    held = {"image": picture, "text": TextInput("seven up", 1.0)}
    window.show_snapshot(Snapshot(held, replace(seen(1.0, (3, 3, 9)), texts={"text": "seven up"}), True))
    if explanation is not None:
        window.show_explanation(explanation)


class Paints(QObject):
    """Which objects were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.seen.add(watched)
        return False


def run_through(stage: AudienceWindow, count: int) -> list[Scene]:
    found = []
    for _ in range(count):
        found.append(stage.scene)
        stage.next_scene()
    return found


def test_scenes_follow_one_another_and_those_with_nothing_to_show_are_left_out(
    window: MainWindow, stage: AudienceWindow
) -> None:
    live = [Scene.ANSWER, Scene.WITHOUT, Scene.WEIGHTS, Scene.METHODS, Scene.MAP]
    assert run_through(stage, 6) == [*live, Scene.ANSWER]
    stage.show_scene(Scene.ANSWER)
    stage.previous_scene()
    assert stage.scene is Scene.MAP
    window.show_map(None)
    assert stage.scene is Scene.ANSWER
    window.show_prediction(seen(5.0, (3, 3, 9), weights=None, others=()))
    assert run_through(stage, 3) == [Scene.ANSWER, Scene.WITHOUT, Scene.ANSWER]
    one = seen(9.0, (3,), weights=(1.0,), inputs=("image",), others=())
    window.show_model_state(ModelState("one", True, labels=DIGITS, inputs=(Input("image", "image"),)))
    window.show_prediction(one)
    assert run_through(stage, 3) == [Scene.ANSWER, Scene.WEIGHTS, Scene.ANSWER]


def test_what_was_chosen_comes_back_once_it_has_something_to_show(window: MainWindow, stage: AudienceWindow) -> None:
    stage.show_scene(Scene.WEIGHTS)
    window.show_prediction(seen(5.0, (3, 3, 9), weights=None, fusion="concatenation"))
    assert stage.scene is Scene.ANSWER
    window.show_prediction(seen(9.0, (3, 3, 9)))
    assert stage.scene is Scene.WEIGHTS
    assert window.menus.stage_menu.scenes[Scene.WEIGHTS].isChecked()


def test_the_explanation_is_a_scene_of_the_frozen_moment_alone(window: MainWindow, stage: AudienceWindow) -> None:
    stage.show_scene(Scene.EXPLANATION)
    assert stage.scene is Scene.ANSWER
    frozen(window, None)
    assert stage.scene is Scene.ANSWER
    window.show_explanation(EXPLANATION)
    assert stage.scene is Scene.EXPLANATION
    picture, words = stage.board.views["image"], stage.board.views["text"]
    assert isinstance(picture, PreviewView)
    assert isinstance(words, WordsView)
    assert len(picture.sign_places()) >= 1
    assert words.text == "seven up"
    large = picture.width() * picture.height()
    stage.next_scene()
    assert stage.scene is Scene.ANSWER
    assert picture.sign_places() == [], "beside the bars there are no marks"
    assert picture.width() * picture.height() < large
    stage.show_scene(Scene.EXPLANATION)
    window.set_frozen(False)
    assert stage.scene is Scene.ANSWER


def test_the_inputs_are_live_and_stand_still_with_the_window(window: MainWindow, stage: AudienceWindow) -> None:
    picture = stage.board.views["image"]
    assert isinstance(picture, PreviewView)
    window.show_source_state(Modality.IMAGE, SourceState(SourceStatus.RUNNING, "camera"))
    first, second = (
        Frame(np.full((90, 160, 3), shade, np.uint8), 1.0, number) for number, shade in ((0, 40), (1, 200))
    )
    window.show_frame("image", first)
    assert picture._frame is first
    frozen(window)
    window.show_frame("image", second)
    assert picture._frame is first
    window.set_frozen(False)
    window.show_frame("image", second)
    assert picture._frame is second
    window.set_mirrored(False)
    assert not picture.mirrored
    window.show_source_state(Modality.IMAGE, SourceState(SourceStatus.OFF, ""))
    assert picture._frame is None, "what a camera gave before must not pass for what it gives now"


@pytest.mark.parametrize("scene", list(Scene))
def test_signs_of_replay_and_freeze_stay_in_every_scene(
    window: MainWindow, stage: AudienceWindow, scene: Scene
) -> None:
    frozen(window)
    window.show_recording(Recording("Sample", sample=True))
    stage.show_scene(scene)
    assert stage.scene is scene
    assert stage.words.tags == ["SAMPLE SESSION", "FROZEN"]
    assert stage.header.isVisible()
    image = stage.header.grab().toImage()
    colours = {image.pixelColor(x, 40).name() for x in range(image.width())}
    assert DARK.state in colours


def test_only_what_is_seen_is_painted(window: MainWindow, stage: AudienceWindow, qtbot: QtBot) -> None:
    parts: dict[Scene, QWidget] = {
        Scene.ANSWER: stage.board, Scene.WITHOUT: stage.without.rows, Scene.WEIGHTS: stage.weights.strip,
        Scene.METHODS: stage.methods.table, Scene.MAP: stage.map.map,
    }  # fmt: skip
    window.director.set_preview(False)

    paints = Paints()
    for part in parts.values():
        part.installEventFilter(paints)
    for number, scene in enumerate(parts):
        stage.show_scene(scene)
        QApplication.processEvents()
        paints.seen.clear()
        window.show_prediction(seen(20.0 + number, (number, 3, 9)))
        qtbot.waitUntil(lambda scene=scene: parts[scene] in paints.seen)
        assert paints.seen == {parts[scene]}
    stage.hide()
    paints.seen.clear()
    window.show_prediction(seen(40.0))
    QApplication.processEvents()
    assert paints.seen == set()


def test_what_would_be_said_without_each_input_is_of_the_same_tick(window: MainWindow, stage: AudienceWindow) -> None:
    prediction = seen(3.0, (3, 3, 9), weights=(0.25, 0.3, 0.45))
    window.show_prediction(prediction)
    assert prediction.insight is not None
    for modality in ("image", "audio", "text"):
        outcome = prediction.insight.shown.without(modality)
        assert outcome is not None
        label, rest, other = stage.words.without(input_of(modality))
        assert label == outcome.label
        assert other is (outcome.label != "3")
        assert rest.startswith("changes" if other else "stays")
        assert f"{round(100 * outcome.confidence)}%" in rest
    window.show_prediction(seen(6.0, (3, None, None)))
    assert stage.words.without(input_of("image")) == ("", "is the only input", False)
    assert stage.words.without(input_of("audio")) == ("", "is absent: silence", False)


def test_keys_change_scene_and_type_in_both_windows(qtbot: QtBot, window: MainWindow, stage: AudienceWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for front in (window, stage):
        activate(qtbot, front)
        stage.show_scene(Scene.ANSWER)
        qtbot.keyClick(front, K.Key_PageDown)
        assert stage.scene is Scene.WITHOUT
        qtbot.keyClick(front, K.Key_PageUp)
        assert stage.scene is Scene.ANSWER
    with qtbot.waitSignal(window.director.type_scale_chosen) as chosen:
        qtbot.keyClick(stage, K.Key_Plus, control)
    assert chosen.args == [1.15]
    qtbot.keyClick(stage, K.Key_Minus, control)
    qtbot.keyClick(stage, K.Key_Minus, control)
    assert stage.type_scale == 0.9
    qtbot.keyClick(stage, K.Key_0, control)
    assert stage.type_scale == 1.0
    activate(qtbot, window)
    with qtbot.waitSignal(window.text_size_chosen):
        qtbot.keyClick(window, K.Key_Plus, control)
    assert stage.type_scale == 1.0, "in the presenter's window it is the presenter's text"
    window.set_text_size(100)


@pytest.mark.parametrize("scale", TYPE_STEPS)
def test_type_grows_and_everything_keeps_its_room(window: MainWindow, stage: AudienceWindow, scale: float) -> None:
    before = stage.header.height(), stage.board.tile(0).lines[0].height()
    window.director.set_type_scale(scale)
    after = stage.header.height(), stage.board.tile(0).lines[0].height()
    assert after == pytest.approx([scale * each for each in before], abs=2)
    menu = window.menus.stage_menu
    assert (menu.smaller.isEnabled(), menu.larger.isEnabled()) == (scale > TYPE_STEPS[0], scale < TYPE_STEPS[-1])
    window.director.set_type_scale(7.0)
    assert stage.type_scale == TYPE_STEPS[-1], "what cannot be chosen is as near as can be"


def test_scenes_change_by_themselves_only_while_they_are_seen(
    qtbot: QtBot, window: MainWindow, stage: AudienceWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.menus.stage_menu.intervals[8].trigger()
    director = window.director
    assert director.interval_s == 8
    timer = director._timer
    assert timer.isActive()
    timer.timeout.emit()
    assert stage.scene is Scene.WITHOUT
    started: list[int] = []
    monkeypatch.setattr(timer, "start", lambda *_: started.append(1))
    window.menus.stage_menu.scenes[Scene.METHODS].trigger()
    assert stage.scene is Scene.METHODS
    assert started, "what was chosen stands as long as any scene"
    monkeypatch.undo()
    stage.hide()
    timer.timeout.emit()
    assert stage.scene is Scene.METHODS
    director.set_interval(13)
    assert director.interval_s == 0, "no interval that can be chosen"
    assert window.menus.stage_menu.intervals[0].isChecked()


def test_a_scene_that_has_nothing_to_show_is_not_ticked(window: MainWindow, stage: AudienceWindow) -> None:
    menu = window.menus.stage_menu
    menu.scenes[Scene.EXPLANATION].trigger()
    assert stage.scene is Scene.ANSWER
    assert menu.scenes[Scene.ANSWER].isChecked()


def test_the_presenter_sees_the_stage_while_it_is_there(qtbot: QtBot, window: MainWindow) -> None:
    preview, stage = window.director.preview, window.audience
    assert not preview.isVisible()
    with qtbot.waitExposed(stage):
        window.menus.audience.trigger()
    assert preview.isVisible()
    qtbot.waitUntil(lambda: not preview.picture.isNull())
    width, height = preview.picture.width(), preview.picture.height()
    assert width <= preview.width()
    assert height / width == pytest.approx(stage.height() / stage.width(), abs=0.02)
    before = preview.picture.toImage()
    with qtbot.waitSignal(stage.scene_changed):
        QTest.mouseClick(preview, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert stage.scene is Scene.WITHOUT
    preview.take()
    assert preview.picture.toImage() != before
    window.menus.stage_menu.preview.trigger()
    assert not preview.isVisible()
    assert not preview._timer.isActive()
    window.menus.stage_menu.preview.trigger()
    assert preview.isVisible()
    stage.close()
    assert not preview.isVisible()


def test_a_window_on_a_screen_that_has_gone_comes_back(stage: AudienceWindow, qtbot: QtBot) -> None:
    room = stage.screen().availableGeometry()
    stage.move(room.right() + 500, 40)
    stage.come_back()
    qtbot.waitUntil(lambda: room.contains(stage.geometry()))
    place = stage.geometry()
    stage.come_back()
    assert stage.geometry() == place, "what is seen stays where it is"
    stage.showFullScreen()
    stage.come_back()
    assert not stage.isFullScreen(), "on the only screen it would cover the presenter's own window"


@pytest.mark.parametrize(
    ("size", "form"),
    [
        ((1920, 1080), Form.WIDE), ((1366, 768), Form.WIDE), ((3840, 2160), Form.WIDE), ((1280, 800), Form.WIDE),
        ((1024, 768), Form.SQUARE), ((640, 480), Form.SQUARE), ((1280, 1024), Form.SQUARE),
        ((1080, 1920), Form.UPRIGHT), ((800, 480), Form.BOOTH), ((480, 270), Form.BOOTH),
    ],
)  # fmt: skip
def test_the_form_is_chosen_from_the_size(size: tuple[int, int], form: Form) -> None:
    assert form_of(*size) is form


HEBREW, COMBINING = "שבע מילים מימין לשמאל", "z͑̂ä̧l̃g̈o " * 6
MANY = tuple(
    f"{number:03} {'a label of eighty characters that goes on and on and on, to the very end of it'}"
    for number in range(200)
)


@pytest.mark.parametrize("size", [(1920, 1080), (640, 480), (800, 480), (1080, 1920)])
@pytest.mark.parametrize("label", [MANY[7], "x" * 80, HEBREW, COMBINING.strip(), "七" * 40])
def test_any_label_is_set_in_its_room(
    window: MainWindow, stage: AudienceWindow, size: tuple[int, int], label: str
) -> None:
    labels = (label, *MANY[:199])
    stage.resize(*size)
    prediction = replace(seen(2.0, (0, 0, 1), labels=labels, weights=(0.3, 0.4, 0.3)), texts={"text": label})
    window.show_model_state(ModelState("many", True, labels=labels))
    window.show_prediction(prediction)
    for scene in (Scene.ANSWER, Scene.WITHOUT, Scene.METHODS):
        stage.show_scene(scene)
        assert stage.scene is scene
        assert not stage.grab().isNull()
    area = stage.board._plan.answer
    look = Look(DARK, stage.look.scale)
    letters = lettering(label, area, look.font(620), look.px(54))
    assert letters.height <= area.height() * 1.3
    whole = "".join(letters.lines).replace(" ", "")
    assert whole == label.replace(" ", "") or whole.endswith("…")


def test_lines_break_between_words_and_never_within_a_letter() -> None:
    font = Look(DARK, 1.0).font(40)
    lines = broken("one two three four five", font, 200)
    assert " ".join(lines) == "one two three four five"
    assert len(lines) > 1
    for line in broken("e\u0301a\u0308" * 40, font, 200):
        assert line[0] in "ea", "an accent stays with its letter"


def test_where_words_have_no_blanks_a_line_may_end_anywhere() -> None:
    font, room = Look(DARK, 1.0).font(60), QRectF(0, 0, 340, 300)
    chinese = lettering("把这一刻带回家：用手机扫一扫", room, font, 20)
    assert chinese.font.pixelSize() == 60
    assert len(chinese.lines) > 1
    assert lettering("Donaudampfschifffahrt", room, font, 20).font.pixelSize() < 60


def test_a_name_that_runs_the_other_way_keeps_its_share_behind_it(window: MainWindow, stage: AudienceWindow) -> None:
    labels = (HEBREW, *DIGITS)
    window.show_model_state(ModelState("Hebrew", True, labels=labels))
    window.show_prediction(seen(2.0, (0, 0, 0), labels=labels))
    assert stage.words.row(input_of("image")).alone == f"seen: “\u2068{HEBREW}\u2069” 91%"


def test_what_is_spoken_tells_who_helped(window: MainWindow, stage: AudienceWindow) -> None:
    window.show_prediction(seen(3.0, (3, 3, None)))
    assert "Picture helped" in stage.accessibleName()
    assert "Text is absent" in stage.accessibleName()
