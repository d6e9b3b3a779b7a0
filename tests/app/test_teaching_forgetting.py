"""Forgetting a visitor: what is asked, what is wiped, what is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.app.teaching_forgetting import TeachingForgetting
from mmdesk.core.lesson import Wiped
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import BACKGROUND
from tests.app.test_teaching_projects import Desk, stored
from tests.ui.teach_gallery import taught, thing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot, taught(3))
    yield desk
    desk.settle()


def test_forgetting_a_visitor_wipes_the_disk_too_and_says_what(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "mine")
    desk.lesson.next_visitor()
    shoe = desk.lesson.add_class("shoe")
    desk.lesson.add_samples(shoe.id, [{"image": thing(8)}, {"text": "my shoe"}])
    desk.lesson.add_samples(BACKGROUND, [{"image": thing(9)}] * 3)
    desk.menu.forget_wanted.emit()
    what = "examples: 2 (Picture: 1, Text: 1); classes: “shoe”; background: 3"
    assert desk.window.notice.problem == Problem("teach.forgotten", what=what)
    desk.settle()
    assert stored(tmp_path / "mine") == ["mug: 9", "Schlüssel: 9", "杯子: 9"]
    content = b"".join(file.read_bytes() for file in (tmp_path / "mine").rglob("*") if file.is_file())
    assert b"shoe" not in content


def test_a_class_without_examples_is_told_as_wiped(desk: Desk) -> None:
    desk.lesson.next_visitor()
    desk.lesson.add_class("shoe")
    desk.menu.forget_wanted.emit()
    assert desk.window.notice.problem == Problem("teach.forgotten", what="classes: “shoe”")


@pytest.mark.parametrize("wanted", [False, True])
def test_of_who_has_shown_nothing_the_visitor_before_is_forgotten_if_that_is_wanted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    asked: list[Wiped] = []
    monkeypatch.setattr(TeachingForgetting, "_ask", lambda _, wiped: asked.append(wiped) or wanted)
    desk.lesson.next_visitor()
    shoe = desk.lesson.add_class("shoe")
    desk.lesson.add_samples(shoe.id, [{"text": "my shoe"}])
    desk.lesson.next_visitor()  # as Ctrl+R does
    desk.menu.forget_wanted.emit()
    assert [(one.samples, one.classes) for one in asked] == [(1, ("shoe",))]
    assert len(desk.lesson.state.classes) == (3 if wanted else 4)
    assert desk.told == ("teach.forgotten_earlier" if wanted else "teach.nothing_to_forget")


def test_where_nobody_has_shown_anything_nothing_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TeachingForgetting, "_ask", lambda *_: pytest.fail("asked"))
    desk.lesson.open(desk.lesson.state)
    before = desk.lesson.state
    desk.menu.forget_wanted.emit()
    assert desk.told == "teach.nothing_to_forget"
    assert desk.lesson.state is before
