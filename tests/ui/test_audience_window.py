"""The window for the projector, driven with core values."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter
from pytestqt.qtbot import QtBot

from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.insight import Honesty, Relation
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import Reason
from mmdesk.core.perturbation import PERTURBATION_KINDS, Perturbation, PerturbationKind
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.audience_rows import SMALLEST_PX
from mmdesk.ui.audience_view import AudienceView
from mmdesk.ui.audience_window import AudienceWindow, screen_beside
from mmdesk.ui.audience_words import WORDS_HOLD_S
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
    view = window.view
    assert (view.words.headline(), view.words.detail()) == ("3", "50% sure")
    assert view.words.relation is Relation.CONFLICT
    assert view.words.honesty == "Sound has 30% of the weight, but only 10% of the effect."
    row = view.words.row(input_of(Modality.TEXT))
    assert (row.weight, row.weight_words, row.reason) == (pytest.approx(0.45), "45%", "")
    assert row.contribution == prediction.insight.shown.contributions[2] < 0
    assert row.contribution_words == "−35 points"
    assert view.words.tags == []
    assert "50% sure" in view.accessibleName()


def test_two_classes_that_share_the_first_place_are_no_answer(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0, (3, 3, 9), weights=(0.2, 0.3, 0.5)))
    words = window.view.words
    assert (words.headline(), words.detail()) == ("—", "no clear answer")
    assert words.relation is Relation.CONFLICT
    assert words.row(input_of(Modality.TEXT)).weight_words == "50%"
    assert words.row(input_of(Modality.TEXT)).contribution_words == "–", (
        "without an answer there is nothing to contribute to"
    )


def bar_px(view: AudienceView, modality: Modality, which: int) -> tuple[int, int]:
    """Pixels in the modality's colour left and right of the zero line, along a bar's upper edge."""
    image = view.grab().toImage()
    track = view.rows.tracks(modality.column)[which]
    zero = round(track.left() + track.width() / 2)
    colour = DARK.colour_of(modality.column)
    y = round(track.top()) + 2
    hits = [x for x in range(round(track.left()), round(track.right())) if image.pixelColor(x, y).name() == colour]
    return sum(x < zero - 1 for x in hits), sum(x > zero + 1 for x in hits)


def test_bars_are_as_long_as_their_numbers_in_one_unit(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0, (3, 3, 9), weights=(0.4, 0.4, 0.2)))
    view = window.view
    unit = view.rows.tracks(Modality.IMAGE.column)[0].width() / 2
    for modality in MODALITIES:
        row = view.words.row(input_of(modality))
        for which, value in enumerate((row.weight, row.contribution)):
            assert value is not None
            left, right = bar_px(view, modality, which)
            assert (right if value > 0 else left) == pytest.approx(abs(value) * unit, abs=4)
            assert (left if value > 0 else right) == 0
    assert (view.words.row(input_of(Modality.TEXT)).contribution or 0) < -0.1


def test_what_is_absent_says_explanation_and_nothing_is_made_up(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0, (3, None, 3), weights=None, reasons=(Reason.TOO_DARK,) + (Reason.SILENCE,) * 2))
    row = window.view.words.row(input_of(Modality.AUDIO))
    assert (row.weight, row.weight_words, row.contribution_words, row.reason) == (
        None, "not defined", "0 points", "silence",
    )  # fmt: skip
    assert bar_px(window.view, Modality.AUDIO, 0) == (0, 0)
    window.show_prediction(without_insight(seen(2.0)))
    assert window.view.words.row(input_of(Modality.IMAGE)).contribution_words == "–"
    assert window.view.words.relation is None
    window.show_prediction(seen(3.0, (None, None, None)))
    assert (window.view.words.headline(), window.view.words.detail()) == ("—", "no input")
    window.show_model_state(ModelState("other", False))
    assert (window.view.words.headline(), window.view.words.detail()) == ("", "One moment, please")


def test_words_stand_for_half_a_second_and_everything_else_waits_with_them(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0, (3, 3, 3)))
    words = window.view.words
    for tick in range(1, 10):
        at_s = 1.0 + 0.1 * tick
        window.show_prediction(seen(at_s, (3, 9, 9), weights=(0.2, 0.4, 0.4)))
        changed = at_s - 1.0 >= WORDS_HOLD_S - 1e-9
        assert words.relation is (Relation.CONFLICT if changed else Relation.AGREE)
        assert words.headline() == ("9" if changed else "3")
        assert words.row(input_of(Modality.IMAGE)).weight_words == ("20%" if changed else "50%")
    window.show_prediction(seen(1.95, (3, 3, 3)))
    assert (words.relation, words.headline()) == (Relation.CONFLICT, "9")
    window.show_prediction(seen(1.96, (3, 9, 9), weights=(0.1, 0.4, 0.5)))
    assert words.row(input_of(Modality.IMAGE)).weight_words == "10%", "what says the same is shown at once"


def test_a_freeze_shows_the_newest_snapshot_at_once(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0, (3, 3, 3)))
    window.show_prediction(seen(1.1, (3, 3, 9)))
    assert window.view.words.relation is Relation.AGREE
    window.set_frozen(True)
    assert window.view.words.relation is Relation.CONFLICT
    window.show_prediction(seen(1.05, (3, 3, 3)))
    assert window.view.words.relation is Relation.AGREE


def test_what_is_not_the_models_own_doing_is_tagged(window: AudienceWindow) -> None:
    window.show_prediction(seen(1.0))
    held = UserControls(override=by_name(0.0, 0.0, 1.0), perturbations=(LIE,), muted=frozenset({Modality.AUDIO}))
    window.show_in_force(InForce(held))
    items = ("Weights by hand: Picture 0%, Sound 0%, Text 100%", "Sound: muted", "Text: says “2” instead")
    assert window.view.words.held == items
    assert all(item in window.view.accessibleName() for item in items)
    window.show_in_force(InForce(held, Recording("Sample", sample=True)))
    window.set_frozen(True)
    assert window.view.words.tags == ["SAMPLE SESSION", "FROZEN"]
    assert window.view.words.held == items, "frozen or not"
    window.show_in_force(InForce(recording=Recording("visit")))
    assert window.view.words.tags == ["RECORDING", "FROZEN"]
    window.show_in_force(InForce())
    window.set_frozen(False)
    assert window.view.words.tags == []
    assert window.view.words.held == ()


def test_what_is_held_is_drawn_above_the_rows_and_they_make_room(window: AudienceWindow) -> None:
    everything = tuple(
        Perturbation(input_of(modality), kind, within.start, "2")
        for modality, kinds in PERTURBATION_KINDS.items()
        for kind, within in kinds.items()
    )
    window.show_prediction(seen(1.0))
    before = window.view.rows.area(Modality.IMAGE.column).top()
    window.show_in_force(InForce(UserControls(override=by_name(0.2, 0.3, 0.5), perturbations=everything)))
    assert 1 < len(window.view._held) <= 3
    middle = window.view._middle()
    assert window.view.rows.area(Modality.IMAGE.column).top() == middle.top() > before
    lowest = window.view.rows.tracks(Modality.TEXT.column)[1].bottom()
    assert lowest <= middle.bottom()
    line = round(before) + 10
    image = window.view.grab().toImage()
    assert any(image.pixelColor(x, line).name() == DARK.state for x in range(48, 1800))
    window.show_in_force(InForce())
    assert window.view.rows.area(Modality.IMAGE.column).top() == before


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768), (3840, 2160)])
@pytest.mark.parametrize("labels", [tuple("0123456789"), ("mug", "key", "very long class name, spelt out in full")])
def test_no_type_is_smaller_than_a_hall_can_read(
    window: AudienceWindow, size: tuple[int, int], labels: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[int] = []
    take = QPainter.setFont

    def set_font(painter: QPainter, font: QFont) -> None:
        used.append(font.pixelSize())
        take(painter, font)

    monkeypatch.setattr(QPainter, "setFont", set_font)
    window.resize(*size)
    held = UserControls(override=by_name(0.2, 0.3, 0.5), perturbations=(LIE,), muted=frozenset(MODALITIES))
    window.show_in_force(InForce(held, Recording("Sample", sample=True)))
    window.show_prediction(seen(1.0, (2, None, 1), labels=labels, honesty=LOW_AGREEMENT))
    window.grab()
    scale = min(size[0] / 1920, size[1] / 1080)
    assert len(used) > 10
    assert min(used) >= round(SMALLEST_PX * scale)


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
from mmdesk.ui.audience_window import AudienceWindow
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
