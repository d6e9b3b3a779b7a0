"""Keeps what is taught on the disk, once somebody wants it kept: every change, soon after it was made."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.core.errands import Errands
from mmdesk.core.errors import MmdeskError
from mmdesk.core.files import fresh_file
from mmdesk.core.output import writing
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import LessonState
from mmdesk.core.work import NotWantedError, Step, Work
from mmdesk.sources.teaching.project import TeachingProject
from mmdesk.sources.teaching.shared import read_shared

log = logging.getLogger(__name__)


class TeachingStore(QObject):
    """Opens, makes and saves projects on a thread of its own; nothing waits for it.

    A state that is not saved yet gives way to a newer one of the same project. What could not be saved is tried again
    with the next change. A project stays open beside another until it is let go of: what is still on its way to it
    must not get into the other.

    Signals:
        unopened: Path of what was looked for and is not open here.
        moved: Path of an open project, and the one at which it was found: it goes on there.
        opened: `OpenedLesson` and the path of the project that it is kept in; "" for one that was only read.
        created: Path of a project that was made of what is taught.
        saved: Path of a project, and the number of the state that is on the disk now.
        unsaved: Path of a project whose newest state could not be saved; `failed` says why.
        done: `Problem` that says what was written.
        failed: `Problem`.
        working: Name of what takes long, and the share of it that is done, or None where that is not known.
        idle: It is over.
    """

    unopened = Signal(str)
    moved = Signal(str, str)
    opened = Signal(object, str)
    created = Signal(str)
    saved = Signal(str, int)
    unsaved = Signal(str)
    done = Signal(object)
    failed = Signal(object)
    working = Signal(str, object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = Errands("teaching-store")
        # Touched by the errands' thread alone: open projects by their paths, and those from which something is still
        # to be wiped that could not be.
        self._projects: dict[str, TeachingProject] = {}
        self._unwiped: set[str] = set()
        # By path, the newest state that is to be saved, and whether earlier ones are to go with it.
        self._newest: dict[str, tuple[int, LessonState, bool]] = {}
        self._exchanging = Lock()
        self._work: Work | None = None

    def find(self, path: str) -> None:
        """See whether a path is that of an open project, which may have been moved there; `moved` or `unopened` tells.

        Nothing is said of a project that is where it was. What was to be saved is saved by then, or could not be.
        """
        self._errands.add(lambda: self._guard(lambda: self._find(Path(path))))

    def open(self, path: str) -> None:
        """Open a project's folder, or read a shared file; nothing happens where that project is open here already."""
        self._errands.add(lambda: self._long(path, lambda step: self._open(Path(path), step)))

    def create(self, path: str, state: LessonState) -> None:
        """Make a project of what is taught."""
        self._errands.add(lambda: self._long(path, lambda step: self._create(Path(path), state, step)))

    def save(self, path: str, revision: int, state: LessonState, *, wiped: bool = False) -> None:
        """Save a state in an open project; with ``wiped`` earlier ones go, too."""
        with self._exchanging:
            before = self._newest.get(path)
            self._newest[path] = (revision, state, wiped or (before is not None and before[2]))
        self._errands.add(lambda: self._guard(lambda: self._save(path)))

    def keep_model(self, path: str, model: str) -> None:
        """Put a copy of the newest model beside the lesson of an open project, where that can be written."""
        self._errands.add(lambda: self._guard(lambda: self._keep_model(path, Path(model))))

    def close_others(self, path: str = "") -> None:
        """Let go of every project but one; what was to be saved is saved before."""
        self._errands.add(lambda: self._close_others(path))

    def write(self, path: str, job: Callable[[Step], Problem | None]) -> None:
        """Have something else written or read; the problem that it returns says what."""
        self._errands.add(lambda: self._long(path, lambda step: self._write(job, step)))

    @Slot()
    def cancel(self) -> None:
        """Have what takes long end at its next step; nothing of it is left."""
        work = self._work
        if work is not None:
            work.cancel()

    def shutdown(self, timeout_s: float = 30.0) -> bool:
        """Save what is left, let go, and wait; False when a disk takes longer."""
        self.cancel()
        self.close_others()
        return self._errands.wait(timeout_s)

    # ---- on the errands' thread ----

    def _long(self, path: str, job: Callable[[Step], None]) -> None:
        name = Path(path).name
        self._work = work = Work(lambda share: self.working.emit(name, share))
        self.working.emit(name, None)
        try:
            self._guard(lambda: job(work.step))
        finally:
            self._work = None
            self.idle.emit()

    def _held_at(self, path: Path) -> str | None:
        return next((held for held, project in self._projects.items() if project.is_at(path)), None)

    def _find(self, path: Path) -> None:
        held = self._held_at(path)
        if held is None:
            self.unopened.emit(str(path))
        elif path.resolve() != (project := self._projects[held]).folder.resolve():
            project.folder = path
            self._projects[str(path)] = self._projects.pop(held)
            if held in self._unwiped:
                self._unwiped.remove(held)
                self._unwiped.add(str(path))
            self.moved.emit(held, str(path))

    def _open(self, path: Path, step: Step) -> None:
        if path.is_file():
            self.opened.emit(read_shared(path, step), "")
            return
        if self._held_at(path) is not None:
            return  # it is the one that is shown, with all that was changed
        self._projects[str(path)], lesson = TeachingProject.open(path, step)
        self.opened.emit(lesson, str(path))

    def _keep_model(self, path: str, model: Path) -> None:
        project = self._projects.get(path)
        if project is not None and project.writable:  # why it is not was told with the lesson itself
            with writing(project.model), fresh_file(project.model) as fresh:
                shutil.copyfile(model, fresh)

    def _create(self, path: Path, state: LessonState, step: Step) -> None:
        self._projects[str(path)] = TeachingProject.create(path, state, step)
        self.created.emit(str(path))

    def _save(self, path: str) -> None:
        with self._exchanging:
            newest = self._newest.pop(path, None)
        project = self._projects.get(path)
        if project is None or newest is None:
            return
        revision, state, wiped = newest
        if wiped:
            self._unwiped.add(path)
        try:
            if path in self._unwiped:
                project.forget(state)
            else:
                project.save(state)
        except MmdeskError:
            self.unsaved.emit(path)
            raise
        self._unwiped.discard(path)
        self.saved.emit(path, revision)

    def _close_others(self, path: str) -> None:
        for other in [each for each in self._projects if each != path]:
            self._projects.pop(other).close()
            self._unwiped.discard(other)

    def _write(self, job: Callable[[Step], Problem | None], step: Step) -> None:
        if (said := job(step)) is not None:
            self.done.emit(said)

    def _guard(self, job: Callable[[], None]) -> None:
        try:
            job()
        except NotWantedError:
            log.info("what was to be kept or read was cancelled")
        except MmdeskError as error:
            self.failed.emit(error.problem)
        except Exception as error:  # the edge of a thread
            log.exception("keeping what is taught failed")
            self.failed.emit(Problem("internal", detail=f"{type(error).__name__}: {error}"))
