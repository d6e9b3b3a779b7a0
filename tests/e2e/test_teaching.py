"""A lesson taught by keys through the real window, with the process that learns and the live model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mmdesk.app.teaching_session import TeachingSession
from tests.app.test_teaching_desk import LONG_MS, Room
from tests.ui.teach_gallery import thing

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support")]
LEARN_MS = 180_000


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    room = Room(qtbot, monkeypatch, TeachingSession())
    yield room
    room.close()


def test_two_things_are_shown_named_and_told_apart_and_a_new_name_needs_no_training(room: Room) -> None:
    qtbot, view = room.qtbot, room.window.answer.view
    room.open()
    for seed, name in ((3, "mug"), (11, "cup")):
        qtbot.waitUntil(lambda: bool(room.cameras), timeout=LONG_MS)
        room.cameras[-1].picture = thing(seed)
        qtbot.wait(300)
        room.teach(name)
    qtbot.waitUntil(lambda: view.headline() == "cup", timeout=LEARN_MS)
    room.cameras[-1].picture = thing(3)
    qtbot.waitUntil(lambda: view.headline() == "mug", timeout=LEARN_MS)
    qtbot.waitUntil(lambda: room.window.report.report is not None, timeout=LEARN_MS)
    mug = room.lesson.state.classes[0]
    trained = []
    room.desk.session.outcome_ready.connect(lambda outcome: trained.append(outcome.trained))
    room.window.editor.rename_class(mug.id, "my mug")
    qtbot.waitUntil(lambda: view.headline() == "my mug", timeout=LEARN_MS)
    assert trained == [False]
    room.window.setFocus()
    QTest.keyClick(room.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.headline() == "mug", timeout=LEARN_MS)
