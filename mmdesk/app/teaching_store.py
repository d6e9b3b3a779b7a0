"""Keeps what is taught on the disk, once somebody wants it kept: every change, soon after it was made."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, Signal

from mmdesk.core.errands import Errands
from mmdesk.core.errors import MmdeskError
from mmdesk.core.files import fresh_file
from mmdesk.core.output import writing
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import LessonState
from mmdesk.sources.teaching.project import TeachingProject
from mmdesk.sources.teaching.shared import read_shared

log = logging.getLogger(__name__)


class TeachingStore(QObject):
    """Opens, makes and saves projects on a thread of its own; nothing waits for it.

    A state that is not saved yet gives way to a newer one. What could not be saved is tried again with the next change.

    Signals:
        opened: `OpenedLesson` and the path of the project that it is kept in; "" for one that was only read.
        created: Path of a project that was made of what is taught.
        saved: Number of the state that is on the disk now.
        done: `Problem` that says what was written.
        failed: `Problem`.
    """

    opened = Signal(object, str)
    created = Signal(str)
    saved = Signal(int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = Errands("teaching-store")
        # Touched by the errands' thread alone.
        self._project: TeachingProject | None = None
        # The newest state that is to be saved, and whether earlier ones are to go with it.
        self._newest: tuple[int, LessonState, bool] | None = None
        self._exchanging = Lock()

    def open(self, path: str) -> None:
        """Open a project's folder, or read a shared file."""
        self._errands.add(lambda: self._guard(lambda: self._open(Path(path))))

    def create(self, path: str, state: LessonState) -> None:
        """Make a project of what is taught, and keep it up from now on."""
        self._errands.add(lambda: self._guard(lambda: self._create(Path(path), state)))

    def save(self, revision: int, state: LessonState, *, wiped: bool = False) -> None:
        """Save a state, where there is a project; with ``wiped`` earlier ones go, too."""
        with self._exchanging:
            wiped = wiped or (self._newest is not None and self._newest[2])
            self._newest = (revision, state, wiped)
        self._errands.add(lambda: self._guard(self._save))

    def keep_model(self, model: str) -> None:
        """Put a copy of the newest model beside the lesson, where there is a project."""
        self._errands.add(lambda: self._guard(lambda: self._keep_model(Path(model))))

    def close(self) -> None:
        """Let go of the project; what was to be saved is saved before."""
        self._errands.add(self._close)

    def write(self, job: Callable[[], Problem | None]) -> None:
        """Have something else written; the problem that it returns says what."""
        self._errands.add(lambda: self._guard(lambda: self._write(job)))

    def shutdown(self, timeout_s: float = 30.0) -> bool:
        """Save what is left, let go, and wait; False when a disk takes longer."""
        self.close()
        return self._errands.wait(timeout_s)

    # ---- on the errands' thread ----

    def _open(self, path: Path) -> None:
        if path.is_file():
            lesson = read_shared(path)
            self._close()
            self.opened.emit(lesson, "")
            return
        project, lesson = TeachingProject.open(path)
        self._close()
        self._project = project
        self.opened.emit(lesson, str(path))

    def _keep_model(self, model: Path) -> None:
        if self._project is not None:
            with writing(self._project.model), fresh_file(self._project.model) as fresh:
                shutil.copyfile(model, fresh)

    def _create(self, path: Path, state: LessonState) -> None:
        project = TeachingProject.create(path, state)
        self._close()
        self._project = project
        self.created.emit(str(path))

    def _save(self) -> None:
        with self._exchanging:
            newest, self._newest = self._newest, None
        if self._project is None or newest is None:
            return
        revision, state, wiped = newest
        if wiped:
            self._project.forget(state)
        else:
            self._project.save(state)
        self.saved.emit(revision)

    def _close(self) -> None:
        project, self._project = self._project, None
        if project is not None:
            project.close()

    def _write(self, job: Callable[[], Problem | None]) -> None:
        if (said := job()) is not None:
            self.done.emit(said)

    def _guard(self, job: Callable[[], None]) -> None:
        try:
            job()
        except MmdeskError as error:
            self.failed.emit(error.problem)
        except Exception as error:  # the edge of a thread
            log.exception("keeping what is taught failed")
            self.failed.emit(Problem("internal", detail=f"{type(error).__name__}: {error}"))
