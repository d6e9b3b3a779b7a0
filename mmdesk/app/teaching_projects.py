"""Projects of the Teach window: new, open, save, share, export, import."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from mmdesk.app import settings
from mmdesk.app.gallery_desk import recent_models
from mmdesk.app.settings import Settings
from mmdesk.app.teaching_store import TeachingStore
from mmdesk.core.errors import Finding
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.lesson import ChangeKind, Lesson, LessonChange
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import BACKGROUND, LessonState
from mmdesk.core.work import Step
from mmdesk.sources.teaching.project import DAMAGED, OpenedLesson
from mmdesk.ui.teach import TeachWindow


class Leaving(Enum):
    """What becomes of a lesson that is not saved."""

    SAVE = auto()
    LEAVE = auto()
    STAY = auto()


class TeachingProjects(QObject):
    """Does what the project menu asks for; every change of a lesson that is kept is saved at once.

    Args:
        window: The Teach window.
        lesson: What is taught.
        store: The settings, where the projects opened lately stand.

    Signals:
        begun: Another lesson has taken the place of the one before; whether it is an empty one.

    Attributes:
        files: Writes and reads them.
    """

    begun = Signal(bool)
    _shared = Signal(int)

    def __init__(self, window: TeachWindow, lesson: Lesson, store: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._lesson, self._store = window, lesson, store
        self._project: Path | None = None
        self._model = ""
        # The project that is being made, what is written into it, and whether something was forgotten since.
        self._making, self._written, self._forgotten = "", lesson.state, False
        self._unsaved = False
        # Number of the state that stands in a file from which it can be opened again.
        self._in_file = -1
        self._then: Callable[[], object] | None = None
        self._shared.connect(self._on_shared)
        self.files = TeachingStore(self)
        self.files.unopened.connect(self._on_unopened)
        self.files.moved.connect(self._on_moved)
        self.files.opened.connect(self._on_opened)
        self.files.created.connect(self._on_created)
        self.files.saved.connect(self._on_saved)
        self.files.unsaved.connect(self._on_unsaved)
        self.files.done.connect(window.show_notice)
        self.files.failed.connect(self._on_failed)
        self.files.working.connect(window.busy.show_work)
        self.files.idle.connect(window.busy.end)
        window.busy.cancel_wanted.connect(self.files.cancel)
        menu = window.top_bar.menu
        menu.new_wanted.connect(self._on_new)
        menu.open_wanted.connect(self.open)
        menu.save_wanted.connect(self._on_save)
        menu.share_wanted.connect(self._on_share)
        menu.export_wanted.connect(self._on_export)
        menu.import_wanted.connect(self._on_import)
        menu.recent_forgotten.connect(self._on_recent_forgotten)
        lesson.listen(self._on_lesson)
        self._show_recent()

    def take_model(self, model: str) -> None:
        """A model was made of the lesson: it is kept and shared with it."""
        self._model = model
        if self._project is not None:
            self.files.keep_model(str(self._project), model)

    def _on_lesson(self, change: LessonChange) -> None:
        if change.kind is ChangeKind.OPEN:
            self._making = ""
        elif change.kind is ChangeKind.FORGET:
            self._model, self._forgotten = "", True
        if self._project is not None and change.kind is not ChangeKind.OPEN:
            wiped = change.kind is ChangeKind.FORGET
            self.files.save(str(self._project), change.revision, change.after, wiped=wiped)

    @Slot()
    def _on_new(self) -> None:
        if self.may_leave(self._on_new):
            self._take(LessonState(), None)

    @Slot(str)
    def open(self, path: str) -> None:
        """Open a project, unless what is only in memory is not to be lost; returns at once."""
        self.files.find(path)

    @Slot(str)
    def _on_unopened(self, path: str) -> None:
        if self.may_leave(partial(self.open, path)):
            self.files.open(path)

    @Slot(str, str)
    def _on_moved(self, before: str, path: str) -> None:
        """The project that is shown was found elsewhere; what could not be saved in the meantime is saved there."""
        if self._project is None or before != str(self._project):
            return
        self._window.notice.dismiss()
        self._go_on_in(path, written=False)

    @Slot(str)
    def _on_save(self, path: str) -> None:
        self._then = None
        self._making, self._written, self._forgotten = str(Path(path)), self._lesson.state, False
        self.files.create(path, self._written)

    @Slot(str)
    def _on_share(self, path: str) -> None:
        state, model = self._lesson.state, Path(self._model) if self._model else None
        revision = self._lesson.revision

        def write(step: Step) -> Problem:
            from mmdesk.sources.teaching.shared import write_shared

            write_shared(Path(path), state, model if model is not None and model.is_file() else None, step)
            self._shared.emit(revision)
            return Problem("file.saved", path=path)

        self.files.write(path, write)

    @Slot(str)
    def _on_export(self, path: str) -> None:
        state = self._lesson.state

        def write(step: Step) -> Problem:
            from mmdesk.sources.teaching.shared import export_dataset

            export_dataset(Path(path), state, step)
            return Problem("file.saved", path=path)

        self.files.write(path, write)

    @Slot(str)
    def _on_import(self, path: str) -> None:
        if not self.may_leave(partial(self._on_import, path)):
            return

        def read(step: Step) -> None:
            from mmdesk.app.teaching_files import read_data_folder

            self.files.opened.emit(OpenedLesson(read_data_folder(Path(path), step)), "")

        self.files.write(path, read)

    def may_leave(self, then: Callable[[], object], window: QWidget | None = None) -> bool:
        """Ask what becomes of what is not saved, where there is any; waits for the answer.

        Args:
            then: Called once it is saved, where that is the answer; never, where it cannot be saved.
            window: What asks where the Teach window is closed.

        Returns:
            Whether the lesson may go now.
        """
        self._then = None
        if self._project is not None and self._unsaved:
            words = self.tr("The last changes could not be saved.")
        elif self._project is None and self._is_shown_only_here():
            words = self.tr("What is taught now is only in memory.")
        else:
            return True
        answer = self._ask(words, self._window if window is None or self._window.isVisible() else window)
        if answer is Leaving.SAVE:
            self._window.show()  # it tells how far the saving is, and what went wrong
            if self._window.top_bar.menu.choose_place():
                self._then = then
        return answer is Leaving.LEAVE

    def _is_shown_only_here(self) -> bool:
        """Whether there are examples that stand in no file; the background is recorded anew in three seconds."""
        shown = any(sample.class_id != BACKGROUND for sample in self._lesson.state.samples)
        return shown and self._lesson.revision != self._in_file

    def _ask(self, words: str, window: QWidget) -> Leaving:
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Teach"), words, parent=window)
        box.setInformativeText(self.tr("It will be gone unless you save it."))
        save = box.addButton(self.tr("Save as…"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("Leave without saving"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(stay)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return Leaving.SAVE if clicked is save else Leaving.LEAVE if clicked is leave else Leaving.STAY

    @Slot(int)
    def _on_shared(self, revision: int) -> None:
        self._in_file = max(self._in_file, revision)

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        self._then = None  # what was to be saved first may not be
        self._window.show_notice(problem)

    @Slot(object, str)
    def _on_opened(self, lesson: OpenedLesson, path: str) -> None:
        known = {one.name for one in DEFAULT_INPUTS if one in lesson.state.inputs}
        if known != {one.name for one in lesson.state.inputs}:
            self.files.close_others("" if self._project is None else str(self._project))
            self._window.show_notice(Problem("teach.other_inputs"))
            return
        self._take(replace(lesson.state, inputs=DEFAULT_INPUTS), Path(path) if path else None, lesson.read_only is None)
        self._in_file = self._lesson.revision
        if lesson.read_only is not None:
            self._window.show_notice(lesson.read_only)
        elif lesson.findings:
            self._window.show_notice(_told(lesson.findings, Path(path) if path else None))

    @Slot(str)
    def _on_created(self, path: str) -> None:
        if path != self._making:  # another lesson has taken the place of the one that it was made of
            self.files.close_others("" if self._project is None else str(self._project))
            return
        self._go_on_in(path, written=self._lesson.state is self._written)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _go_on_in(self, path: str, *, written: bool) -> None:
        self._keep(Path(path))
        if not written:  # it went on while the project was made, or was not found
            self.files.save(path, self._lesson.revision, self._lesson.state, wiped=self._forgotten)
        if self._model:
            self.files.keep_model(path, self._model)

    @Slot(str, int)
    def _on_saved(self, path: str, revision: int) -> None:  # noqa: ARG002
        self._show_saved(path, saved=True)

    @Slot(str)
    def _on_unsaved(self, path: str) -> None:
        self._show_saved(path, saved=False)

    def _show_saved(self, path: str, *, saved: bool) -> None:
        if self._project is not None and path == str(self._project) and saved is self._unsaved:
            self._unsaved = not saved
            self._window.show_project(self._project, saved=saved)

    def _take(self, state: LessonState, project: Path | None, writable: bool = True) -> None:
        self._model = ""
        self._project = None  # what is opened needs no saving
        self._lesson.open(state)
        self._window.notice.dismiss()
        self._keep(project, writable)
        self.begun.emit(not state.samples)

    def _keep(self, project: Path | None, writable: bool = True) -> None:
        self._project, self._unsaved = project, False
        self.files.close_others("" if project is None else str(project))
        self._window.show_project(project, saved=writable)
        if project is not None:
            recent = recent_models(self._store.read(settings.PROJECTS))
            kept = [project, *(path for path in recent if path != project)][:8]
            self._store.write(settings.PROJECTS, json.dumps([str(path) for path in kept]))
            self._show_recent()

    @Slot()
    def _on_recent_forgotten(self) -> None:
        self._store.write(settings.PROJECTS, "")
        self._show_recent()

    def _show_recent(self) -> None:
        self._window.top_bar.menu.show_recent(recent_models(self._store.read(settings.PROJECTS)))


def _told(findings: Sequence[Finding], project: Path | None) -> Problem:
    """Say what of a lesson could not be read, and in a project, where that is kept."""
    first = findings[0]
    if project is None or first.problem.code == "teach.project.earlier":
        return first.problem.at(first.file) if first.file else first.problem
    return Problem("teach.project.unread", count=len(findings), first=first.file, folder=project / DAMAGED)
