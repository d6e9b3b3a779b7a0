"""The window for the projector, driven with core values."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.insight import Honesty, Relation
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import Reason
from mmdesk.core.perturbation import PERTURBATION_KINDS, Perturbation, PerturbationKind
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.audience.layout import SMALLEST_PX
from mmdesk.ui.audience.scenes import Scene
from mmdesk.ui.audience.window import AudienceWindow, screen_beside
from mmdesk.ui.theme import DARK, LIGHT, contrast
from tests.three_inputs import by_name, input_of
from tests.ui.planted_insight import seen, without_insight

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LIE = Perturbation(input_of(Modality.TEXT), PerturbationKind.REPLACE, text="2")
LOW_AGREEMENT = Honesty(0.4, (0.4, 0.1, 0.5), Modality.AUDIO)


@pytest.fixture
def window(qtbot: QtBot) -> AudienceWindow:
    made = AudienceWindow()
    qtbot.addWidget(made)
    made.set_theme(DARK)
    made.resize(1920, 1080)
    with qtbot.waitExposed(made):
        made.show()
    made.show_model_state(ModelState("Digits", True))
    return made


def test_it_says_answer_weights_contributions_relation_and_honesty(window: AudienceWindow) -> None:
    prediction = seen(1.0, (3, 3, 9), weights=(0.25, 0.3, 0.45), honesty=LOW_AGREEMENT)
    assert prediction.insight is not None
    window.show_prediction(prediction)
    view = window
    assert (view.words.headline(), view.words.detail()) == ("3", "50% sure")
    assert view.words.relation is Relation.CONFLICT
    assert view.words.honesty == "Sound has more weight than effect."
    row = view.words.row(input_of(Modality.TEXT))
    assert (row.weight, row.weight_words, row.reason) == (pytest.approx(0.45), "45%", "")
    assert row.contribution == prediction.insight.shown.contributions[2] < 0
    assert row.contribution_words == "−35 points"
    assert window.words.tags == []
    assert row.effect == "misled −35%"
    assert row.alone == "read: “9” 91%"
    assert view.words.row(input_of(Modality.IMAGE)).effect == "helped +37%"
    assert "50% sure" in view.accessibleName()


def test_two_classes_that_share_the_first_place_are_no_answer(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0, (3, 3, 9), weights=(0.2, 0.3, 0.5)))
    words = window.words
    assert (words.headline(), words.detail()) == ("—", "no clear answer")
    assert words.relation is Relation.CONFLICT
    assert words.row(input_of(Modality.TEXT)).weight_words == "50%"
    assert words.row(input_of(Modality.TEXT)).contribution_words == "–", (
        "without an answer there is nothing to contribute to"
    )


def bar_px(window: AudienceWindow, modality: Modality) -> tuple[int, int]:
    """Pixels in the modality's colour left and right of the zero line, along its bar's upper edge."""
    image = window.board.grab().toImage()
    track = window.board.tile(modality.column).track
    zero = round(track.left() + track.width() / 2)
    colour = DARK.colour_of(modality.column)
    y = round(track.top()) + 2
    hits = [x for x in range(round(track.left()), round(track.right())) if image.pixelColor(x, y).name() == colour]
    return sum(x < zero - 1 for x in hits), sum(x > zero + 1 for x in hits)


def test_each_input_has_one_bar_as_long_as_its_number_says(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0, (3, 3, 9), weights=(0.4, 0.4, 0.2)))
    unit = window.board.tile(Modality.IMAGE.column).track.width() / 2
    for modality in MODALITIES:
        row = window.words.row(input_of(modality))
        assert row.contribution is not None
        left, right = bar_px(window, modality)
        assert (right if row.contribution > 0 else left) == pytest.approx(abs(row.contribution) * unit, abs=4)
        assert (left if row.contribution > 0 else right) == 0
        verb = "helped +" if row.contribution > 0 else "misled −"
        assert row.effect == f"{verb}{abs(round(100 * row.contribution))}%"
    assert (window.words.row(input_of(Modality.TEXT)).contribution or 0) < -0.1


def test_what_is_absent_says_explanation_and_nothing_is_made_up(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0, (3, None, 3), weights=None, reasons=(Reason.TOO_DARK,) + (Reason.SILENCE,) * 2))
    row = window.words.row(input_of(Modality.AUDIO))
    assert (row.weight, row.weight_words, row.contribution_words, row.reason) == (
        None, "not defined", "0 points", "silence",
    )  # fmt: skip
    assert (row.effect, row.alone) == ("is absent: silence", "")
    assert bar_px(window, Modality.AUDIO) == (0, 0)
    window.show_prediction(without_insight(seen(2.0)))
    assert window.words.row(input_of(Modality.IMAGE)).contribution_words == "–"
    assert window.words.relation is None
    window.show_prediction(seen(3.0, (None, None, None)))
    assert (window.words.headline(), window.words.detail()) == ("—", "no input")
    window.show_model_state(ModelState("other", False))
    assert (window.words.headline(), window.words.detail()) == ("", "One moment, please")


def test_figures_follow_every_answer_and_words_that_are_true_stay(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0, (3, 3, 3)))
    words = window.words
    for tick in range(1, 16):
        # Every second answer is of inputs that contradict each other, and nothing else is true of both.
        window.show_prediction(seen(1.0 + 0.1 * tick, (3, 9, 9) if tick % 2 else (3, 3, 3), weights=(0.2, 0.4, 0.4)))
        assert words.headline() == ("9" if tick % 2 else "3")
        assert words.row(input_of(Modality.IMAGE)).weight_words == "20%"
        if tick > 4:
            assert words.relation is None
            assert words.badge() == ("changing", "How the inputs stand to each other keeps changing.")
    for tick in range(12):
        window.show_prediction(seen(2.6 + 0.1 * tick, (3, 3, 3)))
    assert words.relation is Relation.AGREE


def test_a_freeze_tells_of_each_moment_by_itself(window: AudienceWindow) -> None:
    for tick in range(9):
        window.show_prediction(seen(1.0 + 0.1 * tick, (3, 3, 9) if tick % 2 else (3, 3, 3)))
    assert window.words.relation is None
    window.set_frozen(True)
    window.show_prediction(seen(1.8, (3, 3, 3)))
    assert window.words.relation is Relation.AGREE
    window.show_prediction(seen(1.1, (3, 3, 9)))
    assert window.words.relation is Relation.CONFLICT


def test_what_is_not_the_models_own_doing_is_tagged(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0))
    held = UserControls(override=by_name(0.0, 0.0, 1.0), perturbations=(LIE,), muted=frozenset({Modality.AUDIO}))
    window.show_in_force(InForce(held))
    items = ("Weights by hand: Picture 0%, Sound 0%, Text 100%", "Sound: muted", "Text: says “2” instead")
    assert window.words.held == items
    assert all(item in window.accessibleName() for item in items)
    window.show_in_force(InForce(held, Recording("Sample", sample=True)))
    window.set_frozen(True)
    assert window.words.tags == ["SAMPLE SESSION", "FROZEN"]
    assert window.words.held == items, "frozen or not"
    window.show_in_force(InForce(recording=Recording("visit")))
    assert window.words.tags == ["REPLAY", "FROZEN"]
    window.show_in_force(InForce())
    window.set_frozen(False)
    assert window.words.tags == []
    assert window.words.held == ()


EVERYTHING = tuple(
    Perturbation(input_of(modality), kind, within.start, "2")
    for modality, kinds in PERTURBATION_KINDS.items()
    for kind, within in kinds.items()
)


@pytest.mark.parametrize("scene", [Scene.ANSWER, Scene.WITHOUT, Scene.WEIGHTS, Scene.METHODS])
def test_what_is_held_is_told_in_every_scene_and_what_is_below_makes_room(
    window: AudienceWindow, qtbot: QtBot, scene: Scene
) -> None:
    window.show_prediction(seen(1.0))
    window.show_scene(scene)
    assert window.scene is scene
    before = window.header.height()
    window.show_in_force(InForce(UserControls(override=by_name(0.2, 0.3, 0.5), perturbations=EVERYTHING)))
    assert 1 < len(window.header.held) <= 3
    assert window.header.height() > before
    qtbot.waitUntil(lambda: window._stack.y() == window.header.height())
    image = window.grab().toImage()
    line = before + 10
    assert any(image.pixelColor(x, line).name() == DARK.state for x in range(48, 1800))
    window.show_in_force(InForce())
    assert window.header.height() == before


class Types:
    """Heights in pixels of the types in which each word is painted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.used: list[tuple[str, int]] = []
        draw = QPainter.drawText

        def draw_text(painter: QPainter, *arguments: Any) -> Any:
            words = next((each for each in reversed(arguments) if isinstance(each, str)), "")
            self.used.append((words, painter.font().pixelSize()))
            return draw(painter, *arguments)

        monkeypatch.setattr(QPainter, "drawText", draw_text)


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768), (640, 480), (800, 480), (1080, 1920)])
@pytest.mark.parametrize("labels", [tuple("0123456789"), ("mug", "key", "very long class name, spelt out in full")])
def test_no_type_is_smaller_than_a_hall_can_read(
    window: AudienceWindow, size: tuple[int, int], labels: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.resize(*size)
    for modality in MODALITIES:
        window.show_source_state(modality, SourceState(SourceStatus.RUNNING, "device"))
    held = UserControls(override=by_name(0.2, 0.3, 0.5), perturbations=(LIE,), muted=frozenset(MODALITIES))
    window.show_in_force(InForce(held, Recording("Sample", sample=True)))
    window.show_prediction(seen(1.0, (2, None, 1), labels=labels, honesty=LOW_AGREEMENT))
    for scene in (Scene.ANSWER, Scene.WITHOUT, Scene.WEIGHTS):
        window.show_scene(scene)
        assert window.scene is scene
        types = Types(monkeypatch)
        window.grab()
        assert len(types.used) > 8
        assert [each for each in types.used if each[1] < round(SMALLEST_PX * window.look.scale) - 1] == []
        monkeypatch.undo()


def test_bars_stand_out_from_their_tracks() -> None:
    for theme in (DARK, LIGHT):
        for modality in MODALITIES:
            assert contrast(theme.colour_of(modality.column), theme.track) > 2.5


def test_esc_leaves_full_screen_and_then_closes(window: AudienceWindow, qtbot: QtBot) -> None:
    window.toggle_full_screen()
    assert window.isFullScreen()
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.isVisible()
    assert window.cursor().shape() is Qt.CursorShape.ArrowCursor
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_on_the_only_screen_it_is_a_window(window: AudienceWindow) -> None:
    assert screen_beside(["laptop", "projector"], "laptop") == "projector"
    assert screen_beside(["projector", "laptop"], "laptop") == "projector"
    assert screen_beside(["laptop"], "laptop") is None
    window.hide()
    window.open_beside(window)
    assert window.isVisible()
    assert not window.isFullScreen()


TWO_SCREENS = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
from mmdesk.ui.audience.scenes import Scene
from mmdesk.ui.audience.window import AudienceWindow
main, audience = QWidget(), AudienceWindow()
main.show()
for name in ("opened", "again"):
    audience.open_beside(main)
    application.processEvents()
    print(name, audience.isFullScreen(), audience.screen().name(), *audience.geometry().getRect())
    audience.toggle_full_screen()
    application.processEvents()
    print("left", audience.isFullScreen(), audience.screen().name(), audience.width() < 1920)
    audience.close()
"""


def test_beside_a_projector_it_fills_the_projector(tmp_path: Path) -> None:
    screen = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, "y": 0}
    laptop = screen | {"name": "laptop", "x": 0, "width": 1366, "height": 768}
    projector = screen | {"name": "projector", "x": 1366, "width": 1920, "height": 1080}
    described = tmp_path / "screens.json"
    described.write_text(json.dumps({"screens": [laptop, projector]}), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={described}"}
    ran = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS], capture_output=True, text=True, check=True, env=environment, timeout=60
    )
    filled, left = "True projector 1366 0 1920 1080", "left False projector True"
    assert ran.stdout.splitlines() == [f"opened {filled}", left, f"again {filled}", left]
