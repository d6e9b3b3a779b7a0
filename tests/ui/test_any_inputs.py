"""Models of one to five inputs: every panel shows theirs, by name, in their order and colours."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mmdesk.app.snapshot_page import snapshot_page
from mmdesk.core.in_force import InForce
from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.inputs import Input
from mmdesk.core.live_stats import ModelState
from mmdesk.core.observation import Reason
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.prediction import Prediction
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.in_force_words import control_words
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.microscope.contribution_bars import ContributionBars
from mmdesk.ui.microscope.gate_page import GatePage
from mmdesk.ui.microscope.gate_trace import GateTrace
from mmdesk.ui.microscope.map_page import MapPage
from mmdesk.ui.microscope.method_strip import MethodStrip
from mmdesk.ui.microscope.methods_page import MethodsPage
from mmdesk.ui.microscope.perturb_page import PerturbPage
from mmdesk.ui.microscope.presets import Preset
from mmdesk.ui.microscope.workbench import Workbench
from mmdesk.ui.panels.strip import WeightStrip
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.tour_steps import STEP_KINDS, StepWatch
from tests.ui.made_up_kind import OSC
from tests.ui.planted_insight import DIGITS, seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FRONT, SIDE, SOUND, TEXT, PULSE = (
    Input("front", "image"),
    Input("side", "image"),
    Input("audio", "audio"),
    Input("text", "text"),
    Input("pulse", "osc"),
)
ALL = (FRONT, SIDE, SOUND, TEXT, PULSE)
COUNTS = (1, 2, 4, 5)


def names(inputs: tuple[Input, ...]) -> tuple[str, ...]:
    return tuple(one.name for one in inputs)


def weights_of(count: int) -> tuple[float, ...]:
    total = count * (count + 1) / 2
    return tuple((count - place) / total for place in range(count))


def tick(count: int, time_s: float = 5.0, says: tuple[int | None, ...] = ()) -> Prediction:
    return seen(time_s, says or (7,) * count, weights=weights_of(count), inputs=names(ALL[:count]))


def shown(qtbot: QtBot, widget: QWidget, size: tuple[int, int] = (1000, 460)) -> None:
    qtbot.addWidget(widget)
    widget.resize(*size)
    with qtbot.waitExposed(widget):
        widget.show()


def colours_of(widget: QWidget) -> set[str]:
    """Which inputs' colours are painted."""
    image = widget.grab().toImage()
    painted = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}
    return {colour for colour in DARK.inputs if QColor(colour).rgb() in painted}


@pytest.mark.parametrize("count", COUNTS)
def test_the_bars_have_a_row_for_each_in_its_colour(qtbot: QtBot, count: int) -> None:
    bars = ContributionBars()
    bars.show_inputs(ALL[:count])
    shown(qtbot, bars)
    bars.show_prediction(tick(count))
    assert [bars.row(one).weight for one in ALL[:count]] == pytest.approx(weights_of(count))
    total = sum(bars.row(one).contribution or 0.0 for one in ALL[:count])
    assert total == pytest.approx(0.91 - 0.1)
    assert [bars.row(one).without for one in ALL[:count]] == ["without: 7" if count > 1 else ""] * count
    assert colours_of(bars) == set(DARK.inputs[:count])


@pytest.mark.parametrize("count", COUNTS)
def test_the_plots_of_the_half_minute_take_the_inputs_of_what_they_are_told(qtbot: QtBot, count: int) -> None:
    strip, trace, past = WeightStrip(), GateTrace(), MethodStrip()
    past.show_method("attention_gate")
    for plot in (strip, trace, past):
        shown(qtbot, plot)
        plot.append(seen(1.0))  # another model's, of three inputs
        for time_s in (5.0, 5.5, 6.0):
            plot.append(tick(count, time_s))
        plot.append(seen(6.5, (None,) * count, inputs=names(ALL[:count])))
        ((ages, shares),) = plot.segments()
        assert len(ages) == 3
        assert shares.shape[-1] == count
        assert colours_of(plot) == set(DARK.inputs[:count])
    assert trace.segments()[0][1].shape == (3, 2, count)


@pytest.mark.parametrize("count", COUNTS)
def test_the_gate_holds_the_weights_of_each(qtbot: QtBot, count: int) -> None:
    gate = GatePage()
    reported: list[tuple[float, ...] | None] = []
    gate.override_changed.connect(reported.append)
    gate.show_inputs(ALL[:count])
    shown(qtbot, gate)
    gate.show_prediction(tick(count))
    assert [slider.value() for slider in gate.sliders] == pytest.approx([1000 * w for w in weights_of(count)], abs=1)
    assert [slider.accessibleName() for slider in gate.sliders] == [
        f"Weight: {name}" for name in ("front", "side", "Sound", "Text", "pulse")[:count]
    ]
    if count == 1:
        assert not gate.sliders[0].isEnabled()
        assert not gate.uniform_button.isEnabled()
        assert "has one input" in gate.status.text()
        return
    gate.whole_buttons[count - 1].click()
    gate.uniform_button.click()
    gate.sliders[0].setValue(400)
    assert reported[0] == (*(0.0,) * (count - 1), 1.0)
    assert reported[1] == pytest.approx((1 / count,) * count)
    assert reported[2] == pytest.approx((0.4, *(0.6 / (count - 1),) * (count - 1)))
    for lock in gate.locks:
        lock.click()
    assert gate.status.text() == "All are locked: unlock one to move"
    gate.locks[0].click()
    assert gate.status.text() == "All but one are locked, so that one cannot move either"


def test_what_can_be_done_to_an_input_follows_its_kind(qtbot: QtBot) -> None:
    page = PerturbPage()
    reported: list[tuple[Perturbation, ...]] = []
    page.perturbations_changed.connect(reported.append)
    page.show_inputs(ALL)
    page.set_labels(DIGITS)
    shown(qtbot, page, (1000, 400))
    assert [len(column.boxes) for column in page.columns] == [5, 5, 3, 3, 0]
    page.columns[1].boxes[PerturbationKind.BLUR].click()
    page.columns[4].off_button.click()
    assert reported[-1] == (
        Perturbation(SIDE, PerturbationKind.BLUR, 8.0),
        Perturbation(PULSE, PerturbationKind.OFF),
    )
    page.show_prediction(tick(5, says=(7, None, 7, 7, 7)))
    assert page.columns[1].reason.text() == "not present: silence"
    assert page.columns[0].reason.text() == ""


def test_a_scene_acts_on_every_input_of_its_kind_and_on_no_other(qtbot: QtBot) -> None:
    page = PerturbPage()
    page.show_inputs(ALL)
    page.set_labels(DIGITS)
    shown(qtbot, page)
    page.preset_buttons[Preset.DARK_STAGE].click()
    assert {(each.input, each.kind) for each in page.perturbations} == {
        (one, kind) for one in (FRONT, SIDE) for kind in (PerturbationKind.DARKEN, PerturbationKind.NOISE)
    }
    page.columns[1].boxes[PerturbationKind.DARKEN].click()
    assert not page.preset_buttons[Preset.DARK_STAGE].isChecked(), "only one of the two is dark"
    page.preset_buttons[Preset.DARK_STAGE].click()
    page.preset_buttons[Preset.DARK_STAGE].click()
    assert page.perturbations == ()


def test_a_scene_without_an_input_of_its_kind_cannot_be_had(qtbot: QtBot) -> None:
    page = PerturbPage()
    page.set_labels(DIGITS)
    shown(qtbot, page)
    page.show_inputs((FRONT, PULSE))
    enabled = {preset: button.isEnabled() for preset, button in page.preset_buttons.items()}
    assert enabled == {Preset.NOISY_HALL: False, Preset.DARK_STAGE: True, Preset.LIAR: False}
    assert not any(button.isChecked() for button in page.preset_buttons.values())


def test_another_models_inputs_let_go_of_what_was_held_of_those_before(qtbot: QtBot) -> None:
    bench = Workbench()
    shown(qtbot, bench, (1000, 600))
    bench.show_inputs(ALL)
    bench.show_prediction(tick(5))
    bench.gate.whole_buttons[4].click()
    bench.perturb.columns[0].boxes[PerturbationKind.BLUR].click()
    bench.perturb.columns[2].boxes[PerturbationKind.GAIN].click()
    assert bench.controls.override == {"front": 0.0, "side": 0.0, "audio": 0.0, "text": 0.0, "pulse": 1.0}
    told: list[UserControls] = []
    bench.controls_changed.connect(told.append)
    bench.show_inputs((FRONT, TEXT))
    assert told[-1] == bench.controls == UserControls(perturbations=(Perturbation(FRONT, PerturbationKind.BLUR, 8.0),))
    assert bench.gate.override is None
    assert bench.perturb.columns[0].boxes[PerturbationKind.BLUR].isChecked()
    assert len(bench.perturb.columns) == len(bench.gate.sliders) == 2


def test_the_methods_draw_each_input_in_its_colour(qtbot: QtBot) -> None:
    page = MethodsPage()
    shown(qtbot, page)
    page.set_look(Look(DARK, 1.0))
    page.show_prediction(tick(5))
    assert colours_of(page.table) == set(DARK.inputs)
    row = page.table.row_area(0)
    bars = page.table.contribution_bars(row, [0.2] * 5)
    assert all(above.bottom() <= below.top() for above, below in pairwise(bars))
    assert bars[-1].bottom() <= row.bottom()
    assert bars[0].top() >= row.top()


def test_the_map_says_which_of_the_inputs_are_absent(qtbot: QtBot) -> None:
    page = MapPage()
    qtbot.addWidget(page)
    page.show_inputs(ALL)
    page.set_points(None)
    page.show_prediction(tick(5, says=(7, None, 7, None, None)))
    assert page.view.missing() == []
    page.view.points = object()  # type: ignore[assignment]
    assert page.view.missing() == [(1, "side: silence"), (3, "Text: no signal"), (4, "pulse: covered")]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1080, 1920), (800, 480), (480, 270)])
def test_the_audience_sees_a_tile_for_each(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, count: int, size: tuple[int, int]
) -> None:
    monkeypatch.setitem(INPUT_KINDS.loaded, "osc", OSC)
    window = AudienceWindow()
    window.show_inputs(ALL[:count])
    shown(qtbot, window, size)
    window.show_prediction(tick(count))
    assert [window.words.row(one).weight for one in ALL[:count]] == pytest.approx(weights_of(count))
    board = window.board
    plans = [board.tile(index) for index in range(count)]
    assert [view.geometry() for view in board.views.values()] == [plan.view.toAlignedRect() for plan in plans]
    for plan in plans:
        parts = [plan.view, *plan.lines, plan.track, *([plan.caption] if plan.caption.height() else [])]
        assert all(part.width() > 0 and part.height() > 0 for part in parts)
        assert all(QRectF(board.rect()).contains(part) for part in parts)
        assert not any(one.intersects(other) for one, other in combinations(parts, 2))
    for one, other in combinations(plans, 2):
        first, second = (each.view.united(each.track).united(each.lines[0]) for each in (one, other))
        assert not first.intersects(second)
    assert colours_of(board) >= set(DARK.inputs[:count])


def test_what_is_in_force_is_told_by_the_inputs_names() -> None:
    controls = UserControls(
        override={"front": 0.5, "side": 0.5, "pulse": 0.0},
        perturbations=(Perturbation(SIDE, PerturbationKind.BLUR, 8.0), Perturbation(PULSE, PerturbationKind.OFF)),
        muted=frozenset({"side", "audio"}),
    )
    in_force = InForce(controls, inputs=("front", "side", "pulse"), absent=frozenset({"pulse"}))
    assert control_words(in_force) == (
        "Weights by hand: front 50%, side 50%, pulse 0%",
        "side: muted",
        "side: Blur 8 px",
        "pulse: Leave out (not present now)",
        "Sound: muted",
    )


def test_either_camera_may_be_covered_on_the_tour() -> None:
    step = STEP_KINDS["cover"]
    for covered in (0, 1):
        watch = StepWatch(step, (FRONT, SIDE, TEXT))
        says: list[int | None] = [7, 7, 7]
        before = seen(1.0, tuple(says), inputs=("front", "side", "text"))
        says[covered] = None
        reasons = (Reason.COVERED,) * 3
        after = seen(2.0, tuple(says), inputs=("front", "side", "text"), reasons=reasons)
        assert not watch.see(before)
        assert watch.see(after)
    other = StepWatch(step, (FRONT, TEXT))
    other.see(seen(1.0, (7, 7), weights=(0.5, 0.5), inputs=("front", "text")))
    assert not other.see(
        seen(2.0, (7, None), weights=(0.5, 0.5), inputs=("front", "text"), reasons=(Reason.COVERED, Reason.NO_SIGNAL))
    )


def test_the_page_of_a_moment_has_a_row_and_a_colour_for_each() -> None:
    page = snapshot_page(tick(5, says=(7, 7, None, 7, 7)), {}, inputs=ALL)
    rows = re.findall(r'<th scope="row"><i class="(\w+)"></i>([^<]+)</th><td>([^<]+)</td>', page)
    assert rows == [
        ("input1", "front", "seen"),
        ("input2", "side", "seen"),
        ("input3", "Sound", "empty"),
        ("input4", "Text", "read"),
        ("input5", "pulse", "present"),
    ]
    for name, colour in zip(("input1", "input5"), (DARK.inputs[0], DARK.inputs[4]), strict=True):
        assert f"--{name}:{colour};" in page
    assert "Weights: front · side · Sound · Text · pulse" in page


def test_the_window_follows_the_model(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    two = (FRONT, TEXT)
    window.show_model_state(ModelState("two", True, labels=DIGITS, inputs=two))
    window.show_prediction(seen(1.0, (7, 3), weights=(0.6, 0.4), inputs=names(two)))
    assert [window.workbench.weights.bars.row(one).weight for one in two] == pytest.approx([0.6, 0.4])
    assert len(window.workbench.gate.sliders) == len(window.workbench.perturb.columns) == 2
    assert [window.audience.words.row(one).reason for one in two] == ["", ""]
    assert all(column.reason.text() == "" for column in window.workbench.perturb.columns)
