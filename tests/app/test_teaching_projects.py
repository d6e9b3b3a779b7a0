"""Projects of the Teach window: kept with every change, opened again, shared, exported, forgotten."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mmdesk.app import settings
from mmdesk.app.settings import Settings
from mmdesk.app.teaching_projects import TeachingProjects
from mmdesk.core.lesson import Lesson
from mmdesk.core.problem import Problem
from mmdesk.sources.teaching.project import TeachingProject
from mmdesk.sources.teaching.shared import read_shared
from mmdesk.ui.teach import TeachWindow
from tests.ui.teach_gallery import taught, thing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Desk:
    """A lesson in a window with its projects."""

    def __init__(self, qtbot: QtBot, lesson: Lesson) -> None:
        self.qtbot, self.lesson = qtbot, lesson
        self.window = TeachWindow(lesson)
        qtbot.addWidget(self.window)
        self.projects = TeachingProjects(self.window, lesson, Settings())
        self.menu = self.window.top_bar.menu

    def save(self, path: Path) -> None:
        with self.qtbot.waitSignal(self.projects.files.created):
            self.menu.save_wanted.emit(str(path))

    def open(self, path: Path) -> None:
        with self.qtbot.waitSignal(self.projects.begun):
            self.menu.open_wanted.emit(str(path))

    def settle(self) -> None:
        assert self.projects.files.shutdown()

    @property
    def told(self) -> str:
        return "" if self.window.notice.problem is None else self.window.notice.problem.code


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot, taught(3))
    yield desk
    desk.settle()


def stored(path: Path) -> list[str]:
    """Names of the classes that a project holds, and how many examples each has."""
    project, opened = TeachingProject.open(path)
    project.close()
    return [f"{one.name}: {len(opened.state.of_class(one.id))}" for one in opened.state.classes]


def test_nothing_is_stored_until_somebody_saves_and_then_every_change_is(desk: Desk, tmp_path: Path) -> None:
    desk.lesson.add_class("teapot")
    assert desk.projects.files.shutdown()
    assert list(tmp_path.iterdir()) == []
    desk.save(tmp_path / "mine")
    assert desk.window.top_bar.title.text() == "mine"
    spoon = desk.lesson.add_class("spoon")
    desk.lesson.add_samples(spoon.id, [{"image": thing(7)}, {"text": "a spoon"}])
    desk.lesson.rename_class(spoon.id, "ladle")
    desk.lesson.undo()
    desk.settle()
    assert stored(tmp_path / "mine") == ["mug: 9", "Schlüssel: 9", "杯子: 9", "teapot: 0", "spoon: 2"]
    assert str(tmp_path / "mine") in Settings().read(settings.PROJECTS)


def test_a_project_is_opened_again_and_goes_on_being_kept(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "mine")
    desk.settle()
    other = Desk(qtbot, Lesson())
    other.open(tmp_path / "mine")
    assert [one.name for one in other.lesson.state.classes] == ["mug", "Schlüssel", "杯子"]
    assert len(other.window.cards.cards) == 4
    other.lesson.delete_class(other.lesson.state.classes[0].id)
    other.settle()
    assert stored(tmp_path / "mine") == ["Schlüssel: 9", "杯子: 9"]


def test_two_programs_on_one_project_are_told_so(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "mine")
    other = Desk(qtbot, Lesson())
    other.menu.open_wanted.emit(str(tmp_path / "mine"))
    qtbot.waitUntil(lambda: other.told == "teach.project.in_use")
    assert not other.lesson.state.classes
    other.settle()


def test_a_project_that_was_deleted_while_open_is_told_of_and_nothing_is_lost(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "mine")
    shutil.rmtree(tmp_path / "mine")
    desk.lesson.add_class("teapot")
    desk.qtbot.waitUntil(lambda: desk.told == "teach.project.gone")
    desk.save(tmp_path / "again")
    desk.settle()
    assert stored(tmp_path / "again")[-1] == "teapot: 0"


def test_a_lesson_is_shared_as_one_file_and_opened_from_it(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.menu.share_wanted.emit(str(tmp_path / "mine.mmdesk"))
    qtbot.waitUntil(lambda: desk.told == "file.saved")
    assert len(read_shared(tmp_path / "mine.mmdesk").state.samples) == 33
    other = Desk(qtbot, Lesson())
    other.open(tmp_path / "mine.mmdesk")
    assert len(other.lesson.state.background) == 6
    assert other.window.top_bar.title.text() == "Teach"  # it is in memory; the file stays as it is
    other.settle()


def test_an_export_can_be_imported(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.menu.export_wanted.emit(str(tmp_path / "data"))
    qtbot.waitUntil(lambda: desk.told == "file.saved")
    other = Desk(qtbot, Lesson())
    with qtbot.waitSignal(other.projects.begun, timeout=60_000):
        other.menu.import_wanted.emit(str(tmp_path / "data"))
    assert sorted(one.name for one in other.lesson.state.classes) == sorted(["mug", "Schlüssel", "杯子"])
    other.settle()


def test_what_is_only_in_memory_is_left_after_a_question(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    desk.menu.new_wanted.emit()
    assert desk.lesson.state.classes
    desk.menu.new_wanted.emit()
    assert not desk.lesson.state.classes
    assert answers == []


def test_forgetting_a_visitor_wipes_the_disk_too_and_says_what(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "mine")
    desk.lesson.next_visitor()
    shoe = desk.lesson.add_class("shoe")
    desk.lesson.add_samples(shoe.id, [{"image": thing(8)}, {"text": "my shoe"}])
    desk.menu.forget_wanted.emit()
    assert desk.window.notice.problem == Problem("teach.forgotten_classes", samples=2, classes="“shoe”")
    desk.menu.forget_wanted.emit()
    assert desk.told == "teach.nothing_to_forget"
    desk.settle()
    assert stored(tmp_path / "mine") == ["mug: 9", "Schlüssel: 9", "杯子: 9"]
    content = b"".join(file.read_bytes() for file in (tmp_path / "mine").rglob("*") if file.is_file())
    assert b"shoe" not in content


def test_the_model_lies_beside_the_lesson(desk: Desk, tmp_path: Path) -> None:
    model = tmp_path / "taught.mmdesk"
    model.write_bytes(b"a model")
    desk.projects.take_model(str(model))
    desk.save(tmp_path / "mine")
    desk.settle()
    assert (tmp_path / "mine" / "model.mmdesk").read_bytes() == b"a model"
