"""The time line of a frozen window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mmdesk.core.history import HistorySpan, HistoryTick, Rerun, Snapshot
from mmdesk.core.insight import Relation
from mmdesk.ui.theme import DARK, Look, contrast
from mmdesk.ui.timeline import TimelineBar
from mmdesk.ui.timeline_blocks import Block, blocks
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def tick(time_s: float, label: str | None) -> HistoryTick:
    return HistoryTick(time_s, label, None if label is None else 0.9, Relation.AGREE)


TICKS = tuple(tick(index / 20, "7" if index < 100 else "3") for index in range(200))


@pytest.fixture
def bar(qtbot: QtBot) -> TimelineBar:
    bar = TimelineBar()
    qtbot.addWidget(bar)
    bar.set_look(Look(DARK, 1.0))
    bar.resize(1200, 150)
    with qtbot.waitExposed(bar):
        bar.show()
    bar.show_span(HistorySpan(TICKS))
    return bar


def test_equal_answers_without_a_gap_are_one_block() -> None:
    ticks = [tick(0, "7"), tick(0.1, "7"), tick(0.2, None), tick(0.3, "3"), tick(5.0, "3"), tick(5.1, "3")]
    assert blocks(ticks) == [
        Block("7", 0, 0.2), Block(None, 0.2, 0.3), Block("3", 0.3, 0.3), Block("3", 5.0, 5.1),
    ]  # fmt: skip
    assert blocks([]) == []


def test_a_click_asks_for_the_snapshot_there(qtbot: QtBot, bar: TimelineBar) -> None:
    x = bar.view.x_of(5.0)
    with qtbot.waitSignal(bar.snapshot_wanted) as wanted:
        qtbot.mouseClick(bar.view, Qt.MouseButton.LeftButton, pos=QPoint(round(x), 20))
    assert wanted.args[0] == pytest.approx(5.0, abs=0.05)
    assert bar.view.tick is not None
    assert bar.view.age_s == pytest.approx(9.95 - wanted.args[0])


def test_dragging_asks_seldom_and_for_the_last_place_for_sure(qtbot: QtBot, bar: TimelineBar) -> None:
    asked: list[float] = []
    bar.snapshot_wanted.connect(asked.append)
    for time_s in (9.0, 8.0, 7.0, 6.0, 2.0):
        bar.view._follow(bar.view.x_of(time_s))
    assert len(asked) == 1
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked == [pytest.approx(9.0), pytest.approx(2.0)]


def test_keys_step_by_ticks_and_seconds_and_to_the_ends(qtbot: QtBot, bar: TimelineBar) -> None:
    qtbot.keyClick(bar.view, Qt.Key.Key_Left)
    assert bar.view.age_s == pytest.approx(0.05)
    qtbot.keyClick(bar.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert bar.view.age_s == pytest.approx(1.05)
    qtbot.keyClick(bar.view, Qt.Key.Key_Home)
    assert bar.view.tick == TICKS[0]
    qtbot.keyClick(bar.view, Qt.Key.Key_Left)
    assert bar.view.tick == TICKS[0]
    qtbot.keyClick(bar.view, Qt.Key.Key_End)
    assert bar.view.tick == TICKS[-1]
    bar.back_button.click()
    assert bar.view.tick == TICKS[-2]


def test_then_and_now_are_reported(bar: TimelineBar) -> None:
    bar.view.step(40 - len(TICKS) + 1)
    assert bar.aside.text() == "…"
    prediction = replace(seen(2.0, (3, 3, 3)), time_s=TICKS[40].time_s)
    bar.show_snapshot(Snapshot({}, prediction, as_it_was=False))
    assert "then: 7, 90%" in bar.aside.text()
    assert "now: 3" in bar.aside.text()
    bar.show_snapshot(Snapshot({}, prediction, as_it_was=True))
    assert bar.aside.text().startswith("as it was: 3")


def test_a_rerun_says_how_many_are_the_same_and_marks_the_others(qtbot: QtBot, bar: TimelineBar) -> None:
    with qtbot.waitSignal(bar.rerun_wanted) as wanted:
        bar.rerun_button.click()
    assert wanted.args == [10.0]
    after = tuple(each if index < 150 else replace(each, label="9") for index, each in enumerate(TICKS))
    bar.show_rerun(Rerun(TICKS, after, 150))
    assert "150 of 200 answers" in bar.aside.text()
    assert [(block.label, block.from_s) for block in bar.view.differing()] == [("9", TICKS[150].time_s)]
    bar.show_span(HistorySpan(TICKS))
    assert bar.view.rerun is None


def test_an_answer_lost_or_won_in_the_rerun_is_marked(bar: TimelineBar) -> None:
    after = tuple(replace(each, label=None) if 140 <= index < 160 else each for index, each in enumerate(TICKS))
    bar.show_rerun(Rerun(TICKS, after, 180))
    assert bar.view.differing() == [Block(None, TICKS[140].time_s, TICKS[160].time_s)]
    bar.show_rerun(Rerun(after, TICKS, 180))
    assert bar.view.differing() == [Block("3", TICKS[140].time_s, TICKS[160].time_s)]


def test_neighbouring_blocks_differ_in_shade(bar: TimelineBar) -> None:
    picture = bar.view.grab().toImage()
    seven, three = (picture.pixelColor(round(bar.view.x_of(time_s)), 20).name() for time_s in (1.0, 9.0))
    assert contrast(seven, three) > 1.1


def test_a_conflict_of_the_oldest_tick_is_marked(bar: TimelineBar) -> None:
    bar.show_span(HistorySpan((replace(TICKS[0], relation=Relation.CONFLICT), *TICKS[1:])))
    picture = bar.view.grab().toImage()
    assert picture.pixelColor(round(bar.view.x_of(0.0)) - 1, 6).name() == DARK.state


def test_nothing_kept_is_said_and_harmless(qtbot: QtBot, bar: TimelineBar) -> None:
    bar.forget()
    with qtbot.assertNotEmitted(bar.snapshot_wanted):
        qtbot.keyClick(bar.view, Qt.Key.Key_Left)
        qtbot.mouseClick(bar.view, Qt.MouseButton.LeftButton, pos=QPoint(50, 20))
    assert bar.view.tick is None
    assert not bar.grab().isNull()


def test_live_is_wanted_by_a_button(qtbot: QtBot, bar: TimelineBar) -> None:
    with qtbot.waitSignal(bar.live_wanted):
        bar.live_button.click()
