"""Every method for one moment, and two of them over time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mmdesk.ui.microscope.method_strip import MethodStrip
from mmdesk.ui.microscope.methods_page import MethodsPage
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot) -> MethodsPage:
    page = MethodsPage()
    qtbot.addWidget(page)
    page.resize(1000, 420)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_a_row_a_method_and_those_that_differ_are_marked(page: MethodsPage) -> None:
    page.show_prediction(seen(1.0, (3, 5, 9), weights=(0.2, 0.2, 0.6)))
    assert [view.fusion for view in page.table.views] == ["attention_gate", "concatenation", "late"]
    differing = [view.fusion for view in page.table.views if page.table.differs(view)]
    assert differing == ["concatenation", "late"]  # even weights: three equals, and none of them is the answer
    page.show_prediction(seen(1.1, (7, 7, 7)))
    assert not any(page.table.differs(view) for view in page.table.views)


def test_under_weights_by_hand_the_chosen_row_is_the_answer_on_screen(page: MethodsPage) -> None:
    for kind in ("attention_gate", "late"):
        page.pin(kind)
    prediction = seen(1.0, (3, 3, 9), weights=(0.4, 0.4, 0.2), by_hand=(0.1, 0.1, 0.8))
    page.show_prediction(prediction)
    chosen, _, other = page.table.views
    assert chosen.outcome.label == prediction.label == "9"
    assert chosen.weights == pytest.approx((0.1, 0.1, 0.8))
    assert not page.table.differs(chosen)
    assert other.outcome.label == "3"
    assert page.table.differs(other)
    assert [page.table.row_name(view) for view in (chosen, other)] == [
        "Attention gate · by hand", "Late fusion (mean of the answers)",
    ]  # fmt: skip
    assert [strip.stretches()[-1][0] for strip in page.strips] == ["9", "3"]
    assert page.strips[0].segments()[-1][1][-1] == pytest.approx((0.1, 0.1, 0.8))


def test_a_click_chooses_and_a_click_on_the_pin_pins(qtbot: QtBot, page: MethodsPage) -> None:
    page.show_prediction(seen(1.0))
    with qtbot.waitSignal(page.fusion_wanted) as wanted:
        point = page.table.row_area(2).center().toPoint()
        qtbot.mouseClick(page.table, Qt.MouseButton.LeftButton, pos=point)
    assert wanted.args == ["late"]
    with qtbot.assertNotEmitted(page.fusion_wanted):
        point = page.table.pin_area(1).center().toPoint()
        qtbot.mouseClick(page.table, Qt.MouseButton.LeftButton, pos=point)
    assert page.pinned == ("concatenation",)
    assert [strip.isVisible() for strip in page.strips] == [True, False]


def test_the_keys_choose_and_pin(qtbot: QtBot, page: MethodsPage) -> None:
    page.show_prediction(seen(1.0))
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.fusion_wanted) as wanted:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args == ["concatenation"]
    qtbot.keyClick(page.table, Qt.Key.Key_P)
    assert page.pinned == ("concatenation",)
    qtbot.keyClick(page.table, Qt.Key.Key_P)
    assert page.pinned == ()


def test_a_third_pin_takes_the_place_of_the_oldest_and_the_other_keeps_its_memory(page: MethodsPage) -> None:
    for kind in ("attention_gate", "concatenation"):
        page.pin(kind)
    page.show_prediction(seen(1.0))
    page.pin("late")
    assert page.pinned == ("concatenation", "late")
    kept = {strip.fusion: len(strip.segments()) for strip in page.strips}
    assert kept == {"concatenation": 1, "late": 0}
    page.forget()
    assert page.pinned == ()


def test_a_pinned_method_shows_its_answers_and_shares_over_time(qtbot: QtBot) -> None:
    strip = MethodStrip()
    qtbot.addWidget(strip)
    strip.show_method("attention_gate")
    for tick in range(20):
        strip.append(seen(tick / 20, (7, 7, 7) if tick < 10 else (3, 3, 3), weights=(0.5, 0.3, 0.2)))
    assert [(label, len(ages_s)) for label, ages_s in strip.stretches()] == [("7", 10), ("3", 10)]
    ((_, shares),) = strip.segments()
    assert shares[0] == pytest.approx((0.5, 0.3, 0.2))
    strip.append(seen(40.0, (None, None, None)))
    assert [label for label, _ in strip.stretches()] == []


def test_a_method_without_weights_shows_the_sizes_of_its_contributions(qtbot: QtBot) -> None:
    strip = MethodStrip()
    qtbot.addWidget(strip)
    strip.show_method("concatenation")
    strip.append(seen(1.0, (7, 7, None)))
    ((_, shares),) = strip.segments()
    assert shares.tolist() == [pytest.approx((0.5, 0.5, 0.0))]


MANY = tuple(f"method {number}" for number in range(14))


def test_more_methods_than_fit_are_scrolled_to_and_the_heading_stays(qtbot: QtBot, page: MethodsPage) -> None:
    page.resize(1000, 240)
    page.show_prediction(seen(1.0, others=MANY))
    bar = page.room.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == 0
    for _ in MANY:
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert bar.value() > 0
    heading, last = page.table.row_area(-1), page.table.row_area(len(MANY))
    assert heading.top() == -page.table.y() == bar.value()
    assert last.bottom() <= bar.value() + page.room.viewport().height() + 1
    with qtbot.assertNotEmitted(page.fusion_wanted):  # what lies under the heading is not hit
        qtbot.mouseClick(page.table, Qt.MouseButton.LeftButton, pos=heading.center().toPoint())
    page.show_prediction(seen(1.1, others=MANY))
    assert bar.value() > 0  # another answer does not scroll
    for _ in MANY:
        qtbot.keyClick(page.table, Qt.Key.Key_Up)
    assert bar.value() == 0


def test_few_methods_need_no_scrolling(page: MethodsPage) -> None:
    page.show_prediction(seen(1.0))
    assert page.room.verticalScrollBar().maximum() == 0
