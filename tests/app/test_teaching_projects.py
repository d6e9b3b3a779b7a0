"""Projects of the Teach window: kept with every change, opened again, shared, exported, forgotten."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mmdesk.app import settings
from mmdesk.app.settings import Settings
from mmdesk.app.teaching_forgetting import TeachingForgetting
from mmdesk.app.teaching_projects import Leaving, TeachingProjects
from mmdesk.core.inputs import Input
from mmdesk.core.lesson import Lesson
from mmdesk.core.teaching import LessonState
from mmdesk.sources.teaching import project as project_module
from mmdesk.sources.teaching.project import TeachingProject
from mmdesk.sources.teaching.shared import export_dataset, read_shared
from mmdesk.ui.problems import words_of
from mmdesk.ui.teach import TeachWindow, project_menu
from tests.ui.teach_gallery import taught, thing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Desk:
    """A lesson in a window with its projects."""

    def __init__(self, qtbot: QtBot, lesson: Lesson) -> None:
        self.qtbot, self.lesson = qtbot, lesson
        self.window = TeachWindow(lesson)
        qtbot.addWidget(self.window)
        self.projects = TeachingProjects(self.window, lesson, Settings())
        self.forgetting = TeachingForgetting(self.window, lesson)
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


class Gate:
    """Holds what is done elsewhere until a test lets it go on."""

    def __init__(self, desk: Desk) -> None:
        self._open = Event()
        desk.projects.files._errands.add(lambda: self._open.wait(30) or None)

    def open(self) -> None:
        self._open.set()


def test_what_changes_while_another_project_is_opened_is_saved_where_it_belongs(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    TeachingProject.create(other, taught(4).state).close()
    desk.save(tmp_path / "mine")
    gate = Gate(desk)
    desk.menu.open_wanted.emit(str(other))
    desk.lesson.add_class("teapot")
    gate.open()
    desk.qtbot.waitSignal(desk.projects.begun).wait()
    assert len(desk.lesson.state.classes) == 4
    desk.settle()
    assert stored(tmp_path / "mine")[-1] == "teapot: 0"
    assert len(stored(other)) == 4


def test_what_changes_while_a_project_is_made_is_in_it(desk: Desk, tmp_path: Path) -> None:
    gate = Gate(desk)
    desk.menu.save_wanted.emit(str(tmp_path / "mine"))
    desk.lesson.add_class("teapot")
    gate.open()
    desk.qtbot.waitSignal(desk.projects.files.created).wait()
    desk.settle()
    assert stored(tmp_path / "mine")[-1] == "teapot: 0"


def test_a_lesson_that_is_left_while_its_project_is_made_stays_in_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TeachingProjects, "_ask", lambda *_: Leaving.LEAVE)
    gate = Gate(desk)
    desk.menu.save_wanted.emit(str(tmp_path / "mine"))
    desk.menu.new_wanted.emit()
    gate.open()
    desk.qtbot.waitSignal(desk.projects.files.created).wait()
    desk.lesson.add_class("another")
    desk.settle()
    assert len(stored(tmp_path / "mine")) == 3
    assert desk.window.top_bar.title.text() == "Teach"


def test_what_is_forgotten_while_a_project_is_made_is_not_in_it(desk: Desk, tmp_path: Path) -> None:
    gate = Gate(desk)
    desk.menu.save_wanted.emit(str(tmp_path / "mine"))
    desk.menu.forget_wanted.emit()
    gate.open()
    desk.qtbot.waitSignal(desk.projects.files.created).wait()
    desk.settle()
    assert stored(tmp_path / "mine") == []
    assert b"mug" not in b"".join(file.read_bytes() for file in (tmp_path / "mine").rglob("*") if file.is_file())


def test_what_could_not_be_wiped_is_wiped_with_the_next_change(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.save(tmp_path / "mine")
    desk.lesson.next_visitor()
    shoe = desk.lesson.add_class("shoe")
    desk.lesson.add_samples(shoe.id, [{"text": "my shoe"}])
    with monkeypatch.context() as patch, desk.qtbot.waitSignal(desk.projects.files.unsaved):
        patch.setattr(project_module, "_write", full)
        desk.menu.forget_wanted.emit()
    desk.lesson.add_class("spoon")
    desk.settle()
    assert b"shoe" not in b"".join(file.read_bytes() for file in (tmp_path / "mine").rglob("*") if file.is_file())


def full(path: Path, content: bytes) -> None:
    raise OSError(28, "No space left on device", str(path))


def test_what_cannot_be_saved_is_said_and_not_left_without_a_question(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.save(tmp_path / "mine")
    aside = desk.window.top_bar.aside
    assert aside.text() == "Saved with every change."
    with monkeypatch.context() as patch, desk.qtbot.waitSignal(desk.projects.files.unsaved):
        patch.setattr(project_module, "_write", full)
        desk.lesson.add_class("teapot")
    assert aside.text() == "Changes are not saved. Save it elsewhere."
    asked: list[str] = []
    monkeypatch.setattr(TeachingProjects, "_ask", lambda _, words, __: asked.append(words) or Leaving.STAY)
    desk.menu.new_wanted.emit()
    assert len(asked) == 1
    assert desk.lesson.state.classes[-1].name == "teapot"
    desk.lesson.rename_class(desk.lesson.state.classes[-1].id, "pot")
    desk.qtbot.waitUntil(lambda: aside.text() == "Saved with every change.")
    desk.menu.new_wanted.emit()
    assert len(asked) == 1


def test_where_damaged_files_are_kept_is_said(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TeachingProjects, "_ask", lambda *_: Leaving.LEAVE)
    TeachingProject.create(tmp_path / "mine", taught(2).state).close()
    damaged = next((tmp_path / "mine" / "samples").glob("*.png"))
    damaged.write_bytes(b"damaged")
    desk.open(tmp_path / "mine")
    assert desk.told == "teach.project.unread"
    kept = tmp_path / "mine" / "damaged"
    assert str(kept) in " ".join(words_of(desk.window.notice.problem))
    desk.lesson.add_class("teapot")
    desk.settle()
    assert (kept / damaged.name).read_bytes() == b"damaged"


def test_a_project_opened_lately_that_has_gone_is_said_to_be_gone(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "mine")
    desk.menu.new_wanted.emit()
    desk.settle()
    shutil.rmtree(tmp_path / "mine")
    desk.menu.recent_menu.actions()[0].trigger()
    desk.qtbot.waitUntil(lambda: desk.told == "teach.project.not_found")
    assert str(tmp_path / "mine") in words_of(desk.window.notice.problem).sentence


def test_a_project_that_cannot_be_written_says_so_as_long_as_it_is_open(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    TeachingProject.create(tmp_path / "mine", taught(2).state).close()
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    monkeypatch.setattr(TeachingProjects, "_ask", lambda *_: Leaving.LEAVE)
    desk.open(tmp_path / "mine")
    assert desk.told == "teach.project.read_only"
    assert desk.window.top_bar.aside.text() == "Changes are not saved. Save it elsewhere."


def test_the_project_that_is_open_can_be_opened_again(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "mine")
    desk.menu.open_wanted.emit(str(tmp_path / "mine"))
    before = desk.lesson.add_class("teapot")
    desk.settle()
    QApplication.processEvents()
    assert desk.told == ""
    assert desk.lesson.state.classes[-1] is before
    assert stored(tmp_path / "mine")[-1] == "teapot: 0"


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder stays where it is while a file in it is open")
def test_a_project_that_was_moved_goes_on_where_it_is_opened(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(TeachingProjects, "_ask", lambda _, words, __: asked.append(words) or Leaving.STAY)
    desk.save(tmp_path / "mine")
    (tmp_path / "mine").rename(tmp_path / "ours")
    desk.lesson.add_class("teapot")
    desk.qtbot.waitUntil(lambda: desk.told == "teach.project.gone")
    with desk.qtbot.waitSignal(desk.projects.files.saved):
        desk.menu.open_wanted.emit(str(tmp_path / "ours"))
    assert (desk.told, asked) == ("", [])
    assert desk.window.top_bar.title.text() == "ours"
    assert desk.window.top_bar.aside.text() == "Saved with every change."
    assert desk.lesson.undoable is not None
    desk.lesson.add_class("spoon")
    desk.settle()
    assert stored(tmp_path / "ours")[-2:] == ["teapot: 0", "spoon: 0"]
    assert not (tmp_path / "mine").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder stays where it is while a file in it is open")
def test_what_was_forgotten_while_a_project_was_moved_is_wiped_at_its_new_place(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "mine")
    (tmp_path / "mine").rename(tmp_path / "ours")
    with desk.qtbot.waitSignal(desk.projects.files.unsaved):
        desk.lesson.forget_all()
    with desk.qtbot.waitSignal(desk.projects.files.saved):
        desk.menu.open_wanted.emit(str(tmp_path / "ours"))
    desk.settle()
    assert stored(tmp_path / "ours") == []
    assert b"mug" not in b"".join(file.read_bytes() for file in (tmp_path / "ours").rglob("*") if file.is_file())


def test_a_project_of_other_inputs_leaves_the_one_before_as_it_was(desk: Desk, tmp_path: Path) -> None:
    strange = LessonState(inputs=(Input("document camera", "image"),))
    TeachingProject.create(tmp_path / "strange", strange).close()
    desk.save(tmp_path / "mine")
    desk.menu.open_wanted.emit(str(tmp_path / "strange"))
    desk.qtbot.waitUntil(lambda: desk.told == "teach.other_inputs")
    desk.lesson.add_class("teapot")
    desk.settle()
    assert stored(tmp_path / "mine")[-1] == "teapot: 0"


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
    assert len(other.lesson.state.background) == len(desk.lesson.state.background) == 6
    other.settle()


def test_what_is_only_in_memory_is_left_after_a_question(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [Leaving.STAY, Leaving.LEAVE]
    monkeypatch.setattr(TeachingProjects, "_ask", lambda *_: answers.pop(0))
    desk.menu.new_wanted.emit()
    assert desk.lesson.state.classes
    desk.menu.new_wanted.emit()
    assert not desk.lesson.state.classes
    assert answers == []


def test_who_saves_before_leaving_leaves_once_it_is_saved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TeachingProjects, "_ask", lambda *_: Leaving.SAVE)
    (tmp_path / "taken").write_text("mine")
    places = [None, tmp_path / "taken", tmp_path / "mine"]
    monkeypatch.setattr(project_menu, "ask_save_path", lambda *_: places.pop(0))
    left: list[int] = []
    assert not desk.projects.may_leave(lambda: left.append(1))  # the place is not said
    assert not desk.projects.may_leave(lambda: left.append(2))  # and there it cannot be saved
    desk.qtbot.waitUntil(lambda: desk.told == "teach.project.in_way")
    assert left == []
    assert not desk.projects.may_leave(lambda: left.append(3))
    desk.qtbot.waitUntil(lambda: left == [3])
    assert desk.projects.may_leave(lambda: left.append(4))
    desk.settle()
    assert len(stored(tmp_path / "mine")) == 3


def test_what_stands_in_a_shared_file_is_left_without_a_question(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(TeachingProjects, "_ask", lambda _, words, __: asked.append(words) or Leaving.STAY)
    desk.menu.share_wanted.emit(str(tmp_path / "mine.mmdesk"))
    desk.qtbot.waitUntil(lambda: desk.told == "file.saved")
    desk.open(tmp_path / "mine.mmdesk")
    assert desk.projects.may_leave(lambda: None)
    assert asked == []
    desk.lesson.add_samples(desk.lesson.state.classes[0].id, [{"text": "one more"}])
    assert not desk.projects.may_leave(lambda: None)
    assert len(asked) == 1


def test_the_background_alone_is_left_without_a_question(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Lesson(LessonState(samples=taught(1).state.background)))
    assert desk.lesson.state.samples
    assert desk.projects.may_leave(lambda: None)
    desk.settle()


def test_projects_opened_lately_are_offered_until_the_list_is_cleared(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "mine")
    recent = desk.menu.recent_menu
    assert [action.toolTip() for action in recent.actions()[:1]] == [str(tmp_path / "mine")]
    assert recent.toolTipsVisible()
    recent.actions()[-1].trigger()
    assert Settings().read(settings.PROJECTS) == ""
    assert not recent.menuAction().isEnabled()


def test_the_model_lies_beside_the_lesson(desk: Desk, tmp_path: Path) -> None:
    model = tmp_path / "taught.mmdesk"
    model.write_bytes(b"a model")
    desk.projects.take_model(str(model))
    desk.save(tmp_path / "mine")
    desk.settle()
    assert (tmp_path / "mine" / "model.mmdesk").read_bytes() == b"a model"


def cancelled_at_once(desk: Desk) -> None:
    """Whatever takes long is cancelled as soon as it has begun, on the thread that does it."""
    files = desk.projects.files
    files.working.connect(lambda name, share: files.cancel(), Qt.ConnectionType.DirectConnection)


@pytest.mark.parametrize("wanted", ["save_wanted", "share_wanted", "export_wanted"])
def test_what_takes_long_to_write_can_be_cancelled_and_leaves_nothing(desk: Desk, tmp_path: Path, wanted: str) -> None:
    cancelled_at_once(desk)
    path = tmp_path / ("whole.mmdesk" if wanted == "share_wanted" else "whole")
    with desk.qtbot.waitSignal(desk.projects.files.idle):
        getattr(desk.menu, wanted).emit(str(path))
    assert list(tmp_path.iterdir()) == []
    assert desk.told == ""
    assert not desk.window.busy.isVisible()


@pytest.mark.parametrize("wanted", ["open_wanted", "import_wanted"])
def test_what_takes_long_to_read_can_be_cancelled_and_changes_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    monkeypatch.setattr(TeachingProjects, "_ask", lambda *_: Leaving.LEAVE)
    path = tmp_path / "data"
    if wanted == "open_wanted":
        TeachingProject.create(path, taught(4).state).close()
    else:
        export_dataset(path, taught(4).state)
    before = desk.lesson.state
    cancelled_at_once(desk)
    with desk.qtbot.waitSignal(desk.projects.files.idle):
        getattr(desk.menu, wanted).emit(str(path))
    QApplication.processEvents()
    assert desk.lesson.state is before
    assert desk.told == ""


def test_it_is_told_how_far_it_is(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[str, float | None]] = []
    desk.projects.files.working.connect(lambda name, share: told.append((name, share)))
    with desk.qtbot.waitSignal(desk.projects.files.idle):
        desk.menu.share_wanted.emit(str(tmp_path / "whole.mmdesk"))
    assert told[0] == ("whole.mmdesk", None)
    shares = [share for _, share in told if share is not None]
    assert len(shares) > 10
    assert shares == sorted(shares)
    assert desk.told == "file.saved"
