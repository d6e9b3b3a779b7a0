"""The bar with which one goes through a recording, the line on it, and both of them in the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mmdesk.core.history import Snapshot
from mmdesk.core.in_force import Recording
from mmdesk.core.transport import AnswerStretch, Mark, PlayedContents, TransportState, TransportWish
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.scrubber import Scrubber
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.transport_bar import MOST_MARKS, TransportBar
from tests.ui import gallery
from tests.ui.activation import activate
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

K, SHIFT, LEFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
MARKS = (Mark(5.0, "first & best"), Mark(12.0, "second"))
CONTENTS = PlayedContents(
    "Morning", 20.0, MARKS, (AnswerStretch("7", 0.0, 8.0), AnswerStretch("3", 8.0, 15.0)), held=True
)
STANDS = TransportState(7.5, playing=False, begin_s=2.0, end_s=18.0)


class Room:
    """A bar that shows a recording, and what it has wished."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bar = TransportBar()
        qtbot.addWidget(self.bar)
        self.bar.set_look(Look(DARK, 1.0))
        self.bar.resize(1200, 142)
        self.wishes: list[TransportWish] = []
        self.plays: list[bool] = []
        self.bar.wished.connect(self.wishes.append)
        self.bar.play_wanted.connect(self.plays.append)
        self.bar.show_contents(CONTENTS)
        with qtbot.waitExposed(self.bar):
            self.bar.show()
        self.bar.show_state(STANDS)

    def taken(self) -> list[TransportWish]:
        """What has been wished since this was asked last."""
        taken = list(self.wishes)
        self.wishes.clear()
        return taken

    def drag_to(self, x: float) -> None:
        """Move the mouse along the line with the left button held down."""
        line, spot = self.bar.scrubber, QPointF(x, 30)
        event = QMouseEvent(
            QEvent.Type.MouseMove, spot, line.mapToGlobal(spot), LEFT, LEFT, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(line, event)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def spot_on(line: Scrubber, time_s: float, y: int = 30) -> QPoint:
    return QPoint(round(line.x_of(time_s)), y)


def test_play_asks_for_the_other_of_both(room: Room) -> None:
    button = room.bar.play_button
    assert button.accessibleName() == "Go on (space bar)"
    button.click()
    room.bar.show_state(replace(STANDS, playing=True))
    assert button.accessibleName() == "Stop here (space bar)"
    button.click()
    assert room.plays == [True, False]
    assert room.wishes == [], "the window stands still with it, and tells the rest"


def test_the_buttons_step_from_answer_to_answer(room: Room) -> None:
    room.bar.on_button.click()
    room.bar.back_button.click()
    assert room.taken() == [TransportWish(steps=1), TransportWish(steps=-1)]


@pytest.mark.parametrize("name", ["fast", "as_recorded"])
def test_what_is_switched_is_wished_and_shown(room: Room, name: str) -> None:
    button = {"fast": room.bar.fast_button, "as_recorded": room.bar.recorded_button}[name]
    assert button.isVisible()
    for on in (False, True, False):
        room.bar.show_state(replace(STANDS, **{name: on}))
        assert button.isChecked() is on
        assert room.taken() == [], "what is shown is not wished"
        button.click()
        assert room.taken() == [TransportWish(**{name: not on})]


def test_without_anything_in_force_nothing_is_as_recorded(room: Room) -> None:
    room.bar.show_contents(replace(CONTENTS, held=False))
    assert not room.bar.recorded_button.isVisible()


def test_a_mark_of_the_menu_is_gone_to(room: Room) -> None:
    actions = room.bar.marks_menu.actions()
    assert [action.text() for action in actions] == ["0:05  first && best", "0:12  second"]
    for action in actions:
        action.trigger()
    assert room.taken() == [TransportWish(seek_s=5.0), TransportWish(seek_s=12.0)]


def test_the_menu_has_as_many_marks_as_it_can_show_and_is_gone_without_any(room: Room) -> None:
    room.bar.show_contents(replace(CONTENTS, marks=tuple(Mark(number / 10, "x") for number in range(99))))
    assert len(room.bar.marks_menu.actions()) == MOST_MARKS
    assert room.bar.marks_button.isVisible()
    room.bar.show_contents(replace(CONTENTS, marks=()))
    assert not room.bar.marks_button.isVisible()


def test_a_stretch_begins_here_ends_here_or_is_the_whole(room: Room) -> None:
    for action in (room.bar.begin_here, room.bar.end_here, room.bar.whole):
        action.trigger()
    whole = TransportWish(begin_s=0.0, end_s=20.0)
    assert room.taken() == [TransportWish(begin_s=7.5), TransportWish(end_s=7.5), whole]


def test_it_says_where_it_stands(room: Room) -> None:
    assert room.bar.where.text() == "0:07.5 / 0:20"
    assert room.bar.scrubber.accessibleDescription().startswith("0:07.5 / 0:20")
    room.bar.show_state(replace(STANDS, position_s=9.98, playing=True))
    assert room.bar.where.text() == "0:10 / 0:20"


def test_it_says_what_was_answered_then_and_now(room: Room) -> None:
    room.bar.show_snapshot(Snapshot({}, seen(7.5, (3, 3, 3)), as_it_was=False))
    assert room.bar.aside.text().startswith("then: 7; now: 3, ")
    room.bar.show_snapshot(Snapshot({}, seen(7.5, (7, 7, 7)), as_it_was=True))
    assert room.bar.aside.text().startswith("as it was: 7, ")
    room.bar.show_state(replace(STANDS, playing=True))
    assert room.bar.aside.text() == "", "it goes on, and that was then"


def test_it_is_there_as_long_as_there_is_a_recording(room: Room) -> None:
    assert room.bar.isVisible()
    room.bar.show_contents(None)
    assert not room.bar.isVisible()
    assert room.bar.scrubber.contents.duration_s == 0.0


# --- the line -----------------------------------------------------------------------------------------------------


def test_a_click_goes_there_once(room: Room, qtbot: QtBot) -> None:
    qtbot.mouseClick(room.bar.scrubber, LEFT, pos=spot_on(room.bar.scrubber, 14.0))
    (wish,) = room.taken()
    assert wish == TransportWish(seek_s=pytest.approx(14.0, abs=0.05))
    qtbot.mouseClick(room.bar.scrubber, Qt.MouseButton.RightButton, pos=spot_on(room.bar.scrubber, 3.0))
    assert room.taken() == []


def test_a_click_on_a_flag_goes_to_its_mark(room: Room, qtbot: QtBot) -> None:
    line = room.bar.scrubber
    qtbot.mouseClick(line, LEFT, pos=spot_on(line, 5.0, 3) + QPoint(4, 0))
    assert room.taken() == [TransportWish(seek_s=5.0)]


def test_dragging_asks_seldom_and_for_the_last_place_for_sure(room: Room, qtbot: QtBot) -> None:
    line = room.bar.scrubber
    qtbot.mousePress(line, LEFT, pos=spot_on(line, 4.0))
    for time_s in (6.0, 8.0, 10.0, 11.0):
        room.drag_to(line.x_of(time_s))
    assert line.position_s == pytest.approx(11.0, abs=0.05), "the cursor follows at once"
    qtbot.mouseRelease(line, LEFT, pos=spot_on(line, 11.0))
    places = [wish.seek_s for wish in room.taken()]
    assert places == [pytest.approx(4.0, abs=0.05), pytest.approx(11.0, abs=0.05)]
    assert line.position_s == 7.5, "it stands where it is told to"


def test_a_place_beside_the_line_is_its_end(room: Room, qtbot: QtBot) -> None:
    line = room.bar.scrubber
    qtbot.mousePress(line, LEFT, pos=spot_on(line, 4.0))
    room.drag_to(line.width() + 500.0)
    assert line.position_s == 20.0
    qtbot.mouseRelease(line, LEFT, pos=spot_on(line, 20.0))


def test_the_wheel_steps(room: Room) -> None:
    line = room.bar.scrubber
    for turned in (120, -120):
        spot = QPointF(line.rect().center())
        event = QWheelEvent(
            spot,
            line.mapToGlobal(spot),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(line, event)
    assert room.taken() == [TransportWish(steps=1), TransportWish(steps=-1)]


KEYS = (
    (K.Key_Left, TransportWish(steps=-1)),
    (K.Key_Right, TransportWish(steps=1)),
    (K.Key_Home, TransportWish(seek_s=2.0)),
    (K.Key_End, TransportWish(seek_s=18.0)),
    (K.Key_PageUp, TransportWish(seek_s=5.0)),
    (K.Key_PageDown, TransportWish(seek_s=12.0)),
)
SHIFTED = ((K.Key_Left, TransportWish(seek_s=6.5)), (K.Key_Right, TransportWish(seek_s=8.5)))


def test_keys_step_by_answers_and_seconds_from_mark_to_mark_and_to_the_ends_of_the_stretch(
    room: Room, qtbot: QtBot
) -> None:
    for key, wish in KEYS:
        qtbot.keyClick(room.bar.scrubber, key)
        assert room.taken() == [wish], key
    for key, wish in SHIFTED:
        qtbot.keyClick(room.bar.scrubber, key, SHIFT)
        assert room.taken() == [wish], key
    room.bar.show_state(replace(STANDS, position_s=12.0))
    qtbot.keyClick(room.bar.scrubber, K.Key_PageDown)
    assert room.taken() == [], "there is no mark behind the last one"


def test_the_line_shows_answers_marks_and_what_is_left_out(room: Room) -> None:
    line = room.bar.scrubber
    picture = line.grab().toImage()

    def colour(time_s: float, y: int, by: int = 0) -> str:
        return picture.pixelColor(round(line.x_of(time_s)) + by, y).name()

    middle = 24
    assert colour(6.0, middle) != colour(10.0, middle), "two answers"
    assert colour(10.0, middle) != colour(16.0, middle), "and none"
    assert colour(5.0, 6, by=3) == DARK.state, "a flag"
    assert colour(1.0, middle) != colour(3.0, middle), "what is before the stretch is dimmed"
    assert line.label_at(4.0) == "7"
    assert line.label_at(9.0) == "3"
    assert line.label_at(19.0) == ""


# --- in the window ------------------------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    activate(qtbot, window)
    gallery.live(window)
    window.show_recording(Recording("Morning"))
    window.show_contents(CONTENTS)
    yield window
    window.audience.close()


def test_every_key_of_the_line_arrives_there_and_the_stage_stands(qtbot: QtBot, window: MainWindow) -> None:
    window.setFocus()  # away from the text box, which would keep the arrows
    window.show_transport(STANDS)
    line, wishes, scene = window.transport.scrubber, [], window.audience.scene
    window.transport_wished.connect(wishes.append)
    assert window.frozen
    assert line.hasFocus(), "arrow keys go through time as soon as the window stands still"
    for key, _ in KEYS:
        qtbot.keyClick(line, key)
    for key, _ in SHIFTED:
        qtbot.keyClick(line, key, SHIFT)
    assert wishes == [wish for _, wish in (*KEYS, *SHIFTED)]
    assert window.audience.scene == scene


@pytest.mark.parametrize("place", ["elsewhere", "on a line without marks"])
def test_page_keys_change_the_stage_where_there_are_no_marks_to_go_to(
    qtbot: QtBot, window: MainWindow, place: str
) -> None:
    if place == "elsewhere":
        focused = window.answer_panel.pause_button
    else:
        window.show_contents(replace(CONTENTS, marks=()))
        focused = window.transport.scrubber
    focused.setFocus()
    with qtbot.assertNotEmitted(window.transport_wished), qtbot.waitSignal(window.menus.stage_menu.next.triggered):
        qtbot.keyClick(focused, K.Key_PageDown)


def test_the_window_passes_on_what_is_wished_and_stands_still_with_the_recording(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_transport(replace(STANDS, playing=True))
    assert window.transport.isVisible()
    assert not window.frozen
    with qtbot.waitSignal(window.pause_toggled) as paused:
        window.transport.play_button.click()
    assert paused.args == [True]
    window.show_transport(STANDS)
    assert not window.timeline.isVisible(), "the recording is gone through, not the last half minute"
    with qtbot.waitSignal(window.transport_wished) as wished:
        window.transport.on_button.click()
    assert wished.args == [TransportWish(steps=1)]
    with qtbot.waitSignal(window.pause_toggled) as paused:
        window.transport.play_button.click()
    assert paused.args == [False]
    window.show_contents(None)
    assert not window.transport.isVisible()
