"""UserControls on the gate: the arithmetic of three weights, and the page that moves them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from mmdesk.core.insight import FlipPoint
from mmdesk.core.modality import MODALITIES
from mmdesk.core.prediction import Prediction
from mmdesk.core.user_controls import UserControls, uniform_weights
from mmdesk.ui.microscope.gate_page import GatePage
from mmdesk.ui.microscope.weight_shares import Shares, moved, normalised, share_of_flip
from mmdesk.ui.theme import DARK, Look
from tests.three_inputs import by_name
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OPEN = (False, False, False)


@st.composite
def shares_that_sum_to_one(draw: st.DrawFn) -> Shares:
    raw = draw(st.tuples(*[st.one_of(st.just(0.0), st.floats(1e-9, 1.0))] * 3).filter(lambda each: sum(each) > 0))
    return normalised(raw)


# --- the arithmetic -------------------------------------------------------------------------------------------------


@given(
    shares=shares_that_sum_to_one(),
    column=st.integers(0, 2),
    wanted=st.floats(-0.5, 1.5),
    locked=st.tuples(st.booleans(), st.booleans(), st.booleans()),
)
def test_shares_sum_to_one_and_locked_ones_stay(
    shares: Shares, column: int, wanted: float, locked: tuple[bool, bool, bool]
) -> None:
    after = moved(shares, column, wanted, locked)
    assert sum(after) == pytest.approx(1.0, abs=1e-9)
    assert min(after) >= 0
    UserControls(override=by_name(*after))
    for index in range(3):
        if locked[index]:
            assert after[index] == shares[index]
    others = [index for index in range(3) if index != column]
    if locked[column] or all(locked[index] for index in others):
        assert after == shares
        return
    room = 1 - sum(shares[index] for index in others if locked[index])
    assert after[column] == pytest.approx(min(max(wanted, 0.0), max(room, 0.0)), abs=1e-9)
    first, second = others
    if not locked[first] and not locked[second]:
        assert after[first] * shares[second] == pytest.approx(after[second] * shares[first], abs=1e-9)


@pytest.mark.parametrize(
    ("shares", "column", "wanted", "locked", "expected"),
    [
        ((0.5, 0.3, 0.2), 0, 0.0, OPEN, (0.0, 0.6, 0.4)),
        ((1.0, 0.0, 0.0), 0, 0.4, OPEN, (0.4, 0.3, 0.3)),
        ((0.5, 0.3, 0.2), 0, 0.9, (False, True, False), (0.7, 0.3, 0.0)),
        ((0.5, 0.5, 0.0), 2, 0.2, (True, False, False), (0.5, 0.3, 0.2)),
        ((0.5, 0.3, 0.2), 0, 0.9, (False, True, True), (0.5, 0.3, 0.2)),
        ((0.5, 0.3, 0.2), 0, float("nan"), OPEN, (0.5, 0.3, 0.2)),
    ],
)
def test_known_moves(
    shares: Shares, column: int, wanted: float, locked: tuple[bool, bool, bool], expected: Shares
) -> None:
    assert moved(shares, column, wanted, locked) == pytest.approx(expected)


@given(
    shares=shares_that_sum_to_one(),
    column=st.integers(0, 2),
    weight=st.floats(0.02, 0.98),
    absent=st.sampled_from([None, 0, 1, 2]),
)
def test_the_flip_stands_where_the_weight_in_force_would_be_reached(
    shares: Shares, column: int, weight: float, absent: int | None
) -> None:
    if absent == column:
        return
    present = [index != absent for index in range(3)]
    index = share_of_flip(shares, column, weight, present)
    assert 0 <= index <= 1
    after = moved(shares, column, index, OPEN)
    here = sum(share for share, is_here in zip(after, present, strict=True) if is_here)
    rest = sum(after[other] for other in range(3) if other != column and present[other])
    if rest > 1e-6:
        assert after[column] / here == pytest.approx(weight, abs=1e-6)
    if absent is None:
        assert index == pytest.approx(weight)


@pytest.mark.parametrize("weights", [(0.0, 0.0, 0.0), (float("nan"), 0.5, 0.5), (-0.1, 0.6, 0.5)])
def test_what_are_no_weights_is_reported(weights: Shares) -> None:
    with pytest.raises(ValueError, match="no weights"):
        normalised(weights)


# --- the page -------------------------------------------------------------------------------------------------------


def page(qtbot: QtBot, prediction: Prediction | None = None) -> tuple[GatePage, list[Shares | None]]:
    """A page on screen, and everything it reports."""
    gate = GatePage()
    qtbot.addWidget(gate)
    gate.set_look(Look(DARK, 1.0))
    gate.resize(1090, 460)
    with qtbot.waitExposed(gate):
        gate.show()
    reported: list[Shares | None] = []
    gate.override_changed.connect(reported.append)
    if prediction is not None:
        gate.show_prediction(prediction)
    return gate, reported


def words(gate: GatePage) -> list[str]:
    return [slider.value_words() for slider in gate.sliders]


def flipping(prediction: Prediction, *flips: FlipPoint | None) -> Prediction:
    return replace(prediction, insight=replace(prediction.insight, flips=flips))


def test_sliders_follow_the_model_and_report_nothing(qtbot: QtBot) -> None:
    gate, reported = page(qtbot, seen(1.0, weights=(0.5, 0.3, 0.2)))
    assert words(gate) == ["50%", "30%", "20%"]
    gate.show_prediction(seen(1.1, weights=(0.1, 0.6, 0.3)))
    assert words(gate) == ["10%", "60%", "30%"]
    assert reported == []
    assert not gate.let_go_button.isEnabled()


def test_moving_one_takes_hold_and_rescales_the_others(qtbot: QtBot) -> None:
    gate, reported = page(qtbot, seen(1.0, weights=(0.5, 0.3, 0.2)))
    gate.sliders[0].setValue(0)
    assert reported == [pytest.approx((0.0, 0.6, 0.4), abs=1e-6)]
    assert words(gate) == ["0%", "60%", "40%"]
    gate.show_prediction(seen(1.1, weights=(0.1, 0.6, 0.3), by_hand=gate.override))
    assert words(gate) == ["0%", "60%", "40%"]
    assert [slider.marks.ghost for slider in gate.sliders] == pytest.approx([0.1, 0.6, 0.3])
    assert len(reported) == 1


def test_the_mouse_and_the_arrow_keys_move(qtbot: QtBot) -> None:
    gate, reported = page(qtbot, seen(1.0, weights=(0.5, 0.3, 0.2)))
    slider = gate.sliders[2]
    middle = QPoint(int(slider.track().center().x()), int(slider.track().center().y()))
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=middle)
    assert gate.override is not None
    assert gate.override[2] == pytest.approx(0.5, abs=0.005)
    before = gate.override[2]
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert gate.override[2] == pytest.approx(before + 0.01, abs=0.002)
    assert len(reported) == 2


def test_letting_go_opens_the_locks_and_follows_again(qtbot: QtBot) -> None:
    gate, reported = page(qtbot, seen(1.0, weights=(0.5, 0.3, 0.2)))
    gate.locks[0].click()
    assert reported == [pytest.approx((0.5, 0.3, 0.2), abs=1e-6)], "a lock on what follows the model would hold nothing"
    gate.let_go_button.click()
    assert reported[-1] is None
    assert not gate.locks[0].isChecked()
    gate.show_prediction(seen(1.1, weights=(0.1, 0.6, 0.3)))
    assert words(gate) == ["10%", "60%", "30%"]


def test_two_locked_hold_the_third_and_three_hold_all(qtbot: QtBot) -> None:
    gate, reported = page(qtbot, seen(1.0, weights=(0.5, 0.3, 0.2)))
    gate.locks[0].click()
    gate.sliders[1].setValue(900)
    assert reported[-1] == pytest.approx((0.5, 0.5, 0.0), abs=1e-6)
    gate.locks[1].click()
    count = len(reported)
    gate.sliders[2].setValue(500)
    assert len(reported) == count
    assert gate.sliders[2].value() == 0
    assert "that one cannot move" in gate.status.text()
    gate.locks[2].click()
    assert gate.status.text() == "All are locked: unlock one to move"
    gate.sliders[0].setValue(10)
    assert gate.sliders[0].value() == 500
    assert len(reported) == count


def test_baseline_and_whole_weights(qtbot: QtBot) -> None:
    gate, reported = page(qtbot, seen(1.0))
    gate.uniform_button.click()
    assert reported[-1] == uniform_weights(3)
    for column, button in enumerate(gate.whole_buttons):
        gate.locks[0].setChecked(True)
        button.click()
        assert reported[-1] == tuple(float(column == index) for index in range(3))
        assert not gate.locks[0].isChecked()
    gate.sliders[2].setValue(400)
    assert reported[-1] == pytest.approx((0.3, 0.3, 0.4)), "from all to one, the others get the same"


def test_an_override_decided_elsewhere_is_not_reported(qtbot: QtBot) -> None:
    gate, reported = page(qtbot, seen(1.0))
    gate.set_override((0.2, 0.2, 0.6))
    assert words(gate) == ["20%", "20%", "60%"]
    gate.set_override(None)
    assert words(gate) == ["50%", "30%", "20%"]
    assert reported == []


def test_a_method_without_weights_cannot_be_taken_hold_of(qtbot: QtBot) -> None:
    gate, reported = page(qtbot, seen(1.0, weights=None, fusion="concatenation"))
    assert words(gate) == ["–"] * 3
    assert not any(slider.isEnabled() for slider in gate.sliders)
    assert not gate.uniform_button.isEnabled()
    assert gate.status.text() == "this method has no weights to set"
    gate.show_prediction(seen(1.1))
    assert all(slider.isEnabled() for slider in gate.sliders)
    assert reported == []


def test_an_absent_input_says_explanation_and_where_its_share_goes(qtbot: QtBot) -> None:
    gate, reported = page(qtbot, seen(1.0, (7, None, 3), weights=(0.5, 0.3, 0.2)))
    assert gate.sliders[1].marks.note == "silence"
    assert words(gate)[1] == "0%"
    gate.set_override((0.2, 0.3, 0.5))
    assert gate.sliders[1].marks.note == "silence: its share goes to the others"
    gate.sliders[1].setValue(0)
    assert reported[-1] == pytest.approx((2 / 7, 0.0, 5 / 7))
    assert gate.sliders[1].marks.note == "silence"


def test_with_nothing_there_is_nothing_to_follow_but_what_is_held_stays(qtbot: QtBot) -> None:
    gate, _ = page(qtbot, seen(1.0, (None, None, None)))
    assert words(gate) == ["–"] * 3
    assert not gate.sliders[0].isEnabled()
    gate.uniform_button.click()
    assert words(gate) == ["33%"] * 3
    assert gate.sliders[0].isEnabled()


def test_flip_points_are_marked_in_words(qtbot: QtBot) -> None:
    gate, _ = page(qtbot)
    gate.show_prediction(flipping(seen(1.0, (7, 7, 3)), FlipPoint(0.12, "3"), None, FlipPoint(0.62, "5")))
    assert [slider.marks.flip_words for slider in gate.sliders] == ["3 up to 12%", "", "5 from 62%"]
    assert gate.sliders[2].marks.flip == pytest.approx(0.62)
    state = QColor(DARK.state).rgb()
    image = gate.sliders[2].grab().toImage()
    track = gate.sliders[2].track()
    x = int(track.left() + 0.62 * track.width())
    assert any(image.pixel(x + shift, int(track.center().y())) == state for shift in (-1, 0, 1))
    gate.locks[0].click()
    assert gate.sliders[2].marks.flip is None, "with a lock elsewhere the answer changes elsewhere"
    assert gate.sliders[0].marks.flip == pytest.approx(0.12)


def test_the_trace_holds_both_and_leaves_gaps(qtbot: QtBot) -> None:
    gate, _ = page(qtbot)
    for tick in range(20):
        gate.show_prediction(seen(tick / 10, weights=(0.5, 0.3, 0.2), by_hand=(0.2, 0.2, 0.6) if tick > 9 else None))
    gate.show_prediction(seen(2.0, (None, None, None)))
    gate.show_prediction(seen(5.0, weights=(0.5, 0.3, 0.2)))
    first, second = gate.trace.segments()
    ages, rows = first
    assert ages.tolist() == pytest.approx([5 - tick / 10 for tick in range(20)])
    assert rows[0, 0].tolist() == pytest.approx(rows[0, 1].tolist())
    assert rows[-1].tolist() == [pytest.approx([0.2, 0.2, 0.6]), pytest.approx([0.5, 0.3, 0.2])]
    assert len(second[0]) == 1
    gate.show_snapshot(seen(0.5, weights=(0.1, 0.6, 0.3)))
    assert words(gate) == ["10%", "60%", "30%"]
    assert len(gate.trace.segments()) == 2, "a moment of another time does not belong into the trace"
    gate.forget()
    assert gate.trace.segments() == []
    assert words(gate) == ["–"] * 3


@pytest.mark.parametrize(("size", "scale"), [((1090, 460), 1.0), ((720, 300), 0.8)])
def test_the_page_fits_its_card(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    gate, _ = page(qtbot, seen(1.0))
    gate.set_look(Look(DARK, scale))
    hint = gate.minimumSizeHint()
    assert hint.width() <= size[0]
    assert hint.height() <= size[1]


def test_everything_that_can_be_touched_has_a_name(qtbot: QtBot) -> None:
    gate, _ = page(qtbot)
    touched = (*gate.sliders, *gate.locks, *gate.whole_buttons)
    names = [part.accessibleName() for part in touched]
    assert all(names)
    assert len(set(names)) == len(touched) == 3 * len(MODALITIES)
