"""Shows a teaching from start to end: a session is played, and its stretches are recorded as a visitor would."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app.source_desk import SourceDesk
from mmdesk.app.teaching_recorder import TeachingRecorder
from mmdesk.core.errands import Errands
from mmdesk.core.errors import SourceError
from mmdesk.core.frame import Frame
from mmdesk.core.lesson import ChangeKind, Lesson, LessonChange, LessonError
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import BACKGROUND, TaughtStretch, same_name
from mmdesk.engine.live_session import LiveSession
from mmdesk.ui.teach import TeachWindow


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be recorded of a session, whose pictures are counted to know how far it is.

    Attributes:
        folder: Where it lies.
        fps: Pictures a second.
        stretches: By time.
    """

    folder: Path
    fps: float
    stretches: tuple[TaughtStretch, ...]


class TeachingExample(QObject):
    """Plays a session in place of the devices and holds the record key at its stretches; lives on the GUI thread.

    It ends where the user records something, begins another lesson, closes the window or leaves the session; what was
    taught until then stays. The session then goes round and round, and the model answers.

    Args:
        window: The Teach window.
        lesson: What is taught.
        live: Tells the pictures.
        sources: Plays the session.
        recorder: Records.

    Attributes:
        active: Whether it is showing something.
    """

    _read = Signal(object)

    def __init__(
        self,
        window: TeachWindow,
        lesson: Lesson,
        live: LiveSession,
        sources: SourceDesk,
        recorder: TeachingRecorder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._lesson, self._live = window, lesson, live
        self._sources, self._recorder = sources, recorder
        self._errands = Errands("teaching-example")
        self._left: list[TaughtStretch] = []
        self._held: TaughtStretch | None = None
        self._fps = 0.0
        self.active = False
        self._read.connect(self._on_read)
        window.record_wanted.connect(self.end)
        window.left.connect(self.end)
        lesson.listen(self._on_lesson)

    def begin(self, folder: Path) -> None:
        """Show the teaching of a session; what it holds is read elsewhere first."""
        self._errands.add(lambda: self._read.emit(_plan(folder)))

    @Slot()
    def end(self) -> None:
        """Record nothing more of the session."""
        if not self.active:
            return
        self.active, self._held, self._left = False, None, []
        self._live.frame_ready.disconnect(self._on_frame)

    def shutdown(self) -> bool:
        """Wait for what is being read; False where it does not end."""
        self.end()
        return self._errands.wait(10.0)

    @Slot(object)
    def _on_read(self, plan: _Plan | Problem) -> None:
        if isinstance(plan, Problem):
            self._window.show_notice(plan)
        elif self._window.isVisible() and not self.active:
            self.active, self._left, self._fps = True, list(plan.stretches), plan.fps
            self._window.notice.dismiss()
            self._window.setFocus()  # what was clicked goes, and a name would take the keyboard
            self._sources.play(plan.folder)
            self._live.frame_ready.connect(self._on_frame)

    @Slot(str, object)
    def _on_frame(self, name: str, frame: Frame) -> None:  # noqa: ARG002
        if not self._live.sources.is_playing_session:
            self._recorder.end()
            self.end()
            return
        now_s = frame.sequence / self._fps
        if self._held is not None:
            if now_s >= self._held.end_s:
                self._held = None
                self._recorder.end()
        elif self._left and now_s >= self._left[0].begin_s:
            self._held = self._left.pop(0)
            self._hold(self._held.name)
        elif not self._left:
            self.end()
            self._window.show_notice(Problem("teach.example_done"))

    def _hold(self, name: str) -> None:
        try:
            class_id = class_named(self._lesson, name)
        except LessonError as error:
            self._window.show_notice(error.problem)
            self.end()
            return
        if class_id != BACKGROUND:
            self._window.select(class_id)
        self._recorder.begin(class_id, self._window.muted)

    def _on_lesson(self, change: LessonChange) -> None:
        if change.kind in (ChangeKind.OPEN, ChangeKind.FORGET):
            self.end()


def class_named(lesson: Lesson, name: str) -> str:
    """Return the id of the class of a name, which is added where there is none; `BACKGROUND` for an empty name.

    A name that differs by case, or by how its letters are composed, is the same.

    Raises:
        LessonError: No class can have that name, or there are too many.
    """
    if not name.strip():
        return BACKGROUND
    known = next((one for one in lesson.state.classes if same_name(one.name, name)), None)
    return lesson.add_class(name).id if known is None else known.id


def _plan(folder: Path) -> _Plan | Problem:
    from mmdesk.sources.session import SessionReader
    from mmdesk.sources.session.lesson import taught_stretches

    try:
        reader = SessionReader(folder)
        return _Plan(folder, reader.fps, taught_stretches(reader))
    except SourceError as error:
        return error.problem
