"""Projects of the Teach window: new, open, save, share, export, and forgetting a visitor."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox

from mmdesk.app import settings
from mmdesk.app.gallery_desk import recent_models
from mmdesk.app.settings import Settings
from mmdesk.app.teaching_store import TeachingStore
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.lesson import ChangeKind, Lesson, LessonChange
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import LessonState
from mmdesk.sources.teaching.project import OpenedLesson
from mmdesk.ui.teach import TeachWindow


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

    def __init__(self, window: TeachWindow, lesson: Lesson, store: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._lesson, self._store = window, lesson, store
        self._project: Path | None = None
        self._model = ""
        self.files = TeachingStore(self)
        self.files.opened.connect(self._on_opened)
        self.files.created.connect(self._on_created)
        self.files.done.connect(window.show_notice)
        self.files.failed.connect(window.show_notice)
        menu = window.top_bar.menu
        menu.new_wanted.connect(self._on_new)
        menu.open_wanted.connect(self._on_open)
        menu.save_wanted.connect(self._on_save)
        menu.share_wanted.connect(self._on_share)
        menu.export_wanted.connect(self._on_export)
        menu.import_wanted.connect(self._on_import)
        menu.forget_wanted.connect(self._on_forget)
        lesson.listen(self._on_lesson)
        self._show_recent()

    def take_model(self, model: str) -> None:
        """A model was made of the lesson: it is kept and shared with it."""
        self._model = model
        self.files.keep_model(model)

    def _on_lesson(self, change: LessonChange) -> None:
        if self._project is not None and change.kind is not ChangeKind.OPEN:
            self.files.save(change.revision, change.after, wiped=change.kind is ChangeKind.FORGET)

    @Slot()
    def _on_new(self) -> None:
        if self._may_leave():
            self.files.close()
            self._take(LessonState(), None)

    @Slot(str)
    def _on_open(self, path: str) -> None:
        if self._may_leave():
            self.files.open(path)

    @Slot(str)
    def _on_save(self, path: str) -> None:
        self.files.create(path, self._lesson.state)

    @Slot(str)
    def _on_share(self, path: str) -> None:
        state, model = self._lesson.state, Path(self._model) if self._model else None

        def write() -> Problem:
            from mmdesk.sources.teaching.shared import write_shared

            write_shared(Path(path), state, model if model is not None and model.is_file() else None)
            return Problem("file.saved", path=path)

        self.files.write(write)

    @Slot(str)
    def _on_export(self, path: str) -> None:
        state = self._lesson.state

        def write() -> Problem:
            from mmdesk.sources.teaching.shared import export_dataset

            export_dataset(Path(path), state)
            return Problem("file.saved", path=path)

        self.files.write(write)

    @Slot(str)
    def _on_import(self, path: str) -> None:
        if not self._may_leave():
            return

        def read() -> None:
            from mmdesk.training.dataset import read_dataset
            from mmdesk.training.teaching.importing import import_lesson

            state = import_lesson(read_dataset(Path(path))).state
            self.files.opened.emit(OpenedLesson(state), "")

        self.files.close()
        self.files.write(read)

    @Slot()
    def _on_forget(self) -> None:
        wiped = self._lesson.forget_visitor()
        self._model = ""
        if not wiped.samples:
            self._window.show_notice(Problem("teach.nothing_to_forget"))
        elif wiped.classes:
            names = ", ".join(f"“{name}”" for name in wiped.classes)
            self._window.show_notice(Problem("teach.forgotten_classes", samples=wiped.samples, classes=names))
        else:
            self._window.show_notice(Problem("teach.forgotten", samples=wiped.samples))
        self._lesson.next_visitor()

    def _may_leave(self) -> bool:
        """Whether what is only in memory may go; nobody needs to be asked for what is kept."""
        if self._project is not None or not self._lesson.state.samples:
            return True
        question = self.tr("What is taught now is only in memory, and will be gone. Go on?")
        answer = QMessageBox.question(self._window, self.tr("Teach"), question)
        return answer is QMessageBox.StandardButton.Yes

    @Slot(object, str)
    def _on_opened(self, lesson: OpenedLesson, path: str) -> None:
        known = {one.name for one in DEFAULT_INPUTS if one in lesson.state.inputs}
        if known != {one.name for one in lesson.state.inputs}:
            self.files.close()
            self._window.show_notice(Problem("teach.other_inputs"))
            return
        self._take(replace(lesson.state, inputs=DEFAULT_INPUTS), Path(path) if path else None)
        if lesson.read_only is not None:
            self._window.show_notice(lesson.read_only)
        elif lesson.findings:
            first = lesson.findings[0]
            problem = first.problem.at(first.file) if first.file else first.problem
            self._window.show_notice(problem)

    @Slot(str)
    def _on_created(self, path: str) -> None:
        self._keep(Path(path))
        if self._model:
            self.files.keep_model(self._model)

    def _take(self, state: LessonState, project: Path | None) -> None:
        self._model = ""
        self._project = None  # what is opened needs no saving
        self._lesson.open(state)
        self._window.notice.dismiss()
        self._keep(project)
        self.begun.emit(not state.samples)

    def _keep(self, project: Path | None) -> None:
        self._project = project
        self._window.show_project(project)
        if project is not None:
            recent = recent_models(self._store.read(settings.PROJECTS))
            kept = [project, *(path for path in recent if path != project)][:8]
            self._store.write(settings.PROJECTS, json.dumps([str(path) for path in kept]))
            self._show_recent()

    def _show_recent(self) -> None:
        self._window.top_bar.menu.show_recent(recent_models(self._store.read(settings.PROJECTS)))
