"""Connects the Teach window, what is recorded for it, the process that learns from it, and the live model."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app import settings
from mmdesk.app.model_choice import ModelChoice
from mmdesk.app.settings import Settings
from mmdesk.app.source_desk import SourceDesk
from mmdesk.app.teaching_files import ReadFiles, read_dropped
from mmdesk.app.teaching_inputs import TeachingInputs
from mmdesk.app.teaching_projects import TeachingProjects
from mmdesk.app.teaching_recorder import TeachingRecorder
from mmdesk.core.burst import Burst, BurstProgress
from mmdesk.core.errands import Errands
from mmdesk.core.lesson import ChangeKind, Lesson, LessonChange, LessonError
from mmdesk.core.live_stats import ModelState
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import BACKGROUND, Content, LessonState
from mmdesk.core.teaching_report import TeachingOutcome
from mmdesk.engine.live_session import LiveSession
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.teach import TeachWindow
from mmdesk.ui.teach.record_key import key_of, stored_key


class Learner(Protocol):
    """Makes models of what is taught, elsewhere; a `QObject` with these signals.

    Attributes:
        outcome_ready: Signal of a `TeachingOutcome`.
        failed: Signal of a `Problem`.
        asked: Number of the newest state that is to be learnt.
    """

    outcome_ready: Any
    failed: Any
    asked: int

    def warm_up(self) -> None:
        """Get ready: there will be something to learn soon."""

    def learn(self, state: LessonState, revision: int) -> None:
        """Make a model of a state; one that was asked for before gives way to it."""

    def ask_to_stop(self) -> None:
        """Stop soon; does not wait."""

    def shutdown(self) -> bool:
        """Stop and wait; False where that does not help."""


class TeachingDesk(QObject):
    """Made when the Teach window is first asked for.

    Whatever changes the lesson is learnt from at once, in a process of its own; the model that comes of it takes the
    place of the one that runs, while the Teach window is open or its model runs already.

    Args:
        main: The main window.
        live: Sources and model.
        models: Knows which model runs.
        sources: Chooses sources.
        store: The settings.
        session: Learns.

    Signals:
        model_live: A taught model took the place of another kind of model.

    Attributes:
        lesson: What is taught.
        window: The Teach window.
        recorder: Records for it.
        session: Learns.
        projects: Keeps what is taught where that is wanted.
    """

    model_live = Signal()
    _files_read = Signal(object)

    def __init__(
        self,
        main: MainWindow,
        live: LiveSession,
        models: ModelChoice,
        sources: SourceDesk,
        store: Settings,
        session: Learner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._main, self._live, self._models, self._store = main, live, models, store
        self.lesson = Lesson()
        self.window = TeachWindow(self.lesson, store.read(settings.THEME))
        self.inputs = TeachingInputs(self.window, main, live, sources, self.lesson.inputs, self)
        self.recorder = TeachingRecorder(self.inputs.given, self)
        self.session = session
        self.projects = TeachingProjects(self.window, self.lesson, store, self)
        self._errands = Errands("teaching-files")
        self._stopped = self._is_live = self._began = self._awaits_frame = False
        self._model = ""
        self.window.set_key(key_of(store.read(settings.RECORD_KEY)))
        self._connect()

    def show(self) -> None:
        """Bring the Teach window to the front."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def ask_to_stop(self) -> None:
        """Let everything end soon, and close the window; does not wait."""
        self._stopped = True
        self.recorder.ask_to_stop()
        self.session.ask_to_stop()
        self.window.close()

    def shutdown(self) -> bool:
        """Stop and wait; False where something did not end."""
        self.ask_to_stop()
        ended = [self.recorder.shutdown(), self._errands.wait(10.0), self.projects.files.shutdown()]
        return all([*ended, self.session.shutdown()])

    def _connect(self) -> None:
        window, recorder, live = self.window, self.recorder, self._live
        live.prediction_ready.connect(window.show_prediction)
        live.model_state_changed.connect(self._on_model_state)
        live.exchange_failed.connect(window.show_notice)
        window.frame_painted.connect(live.note_frame_painted)
        window.opened.connect(self._on_opened)
        window.left.connect(self._on_left)
        window.record_wanted.connect(self._on_record_wanted)
        window.record_ended.connect(self._on_record_ended)
        window.background_wanted.connect(self._on_background_wanted)
        window.files_dropped.connect(self._on_files_dropped)
        window.key_chosen.connect(self._on_key_chosen)
        recorder.progressed.connect(self._on_progress)
        recorder.recorded.connect(self._on_recorded)
        recorder.presence_changed.connect(window.show_presence)
        recorder.counted.connect(window.show_countdown)
        self._files_read.connect(self._on_files_read)
        self.session.outcome_ready.connect(self._on_outcome)
        self.session.failed.connect(window.show_notice)
        self.projects.begun.connect(self._on_begun)
        self._main.theme_chosen.connect(window.set_theme)
        self._main.reset_requested.connect(self._on_reset)
        self.lesson.listen(self._on_lesson)

    # ---- the window ----

    @Slot()
    def _on_opened(self) -> None:
        self.session.warm_up()
        self._main.set_frozen(False)  # else there would be no picture here
        self.inputs.begin()
        self.recorder.set_awake(True)
        if self._model and not self._is_live:
            self._models.exchange(Path(self._model))
        if not self._began and not self._awaits_frame and not self.lesson.state.samples:
            self._awaits_frame = True
            self._live.frame_ready.connect(self._on_first_frame)

    @Slot()
    def _on_left(self) -> None:
        self.recorder.set_awake(False)
        if not self._stopped:
            self.inputs.end()

    @Slot(str, object)
    def _on_first_frame(self, name: str, frame: object) -> None:  # noqa: ARG002
        """The background is recorded by itself, once, as soon as there is a picture of it; a recording shows none."""
        self._live.frame_ready.disconnect(self._on_first_frame)
        self._awaits_frame = False
        if not self._began and self.window.isVisible() and not self._live.sources.is_playing_session:
            self._on_background_wanted()

    @Slot(int)
    def _on_key_chosen(self, key: int) -> None:
        self._store.write(settings.RECORD_KEY, stored_key(key))

    # ---- recording ----

    @Slot(str)
    def _on_record_wanted(self, class_id: str) -> None:
        if not self.inputs.is_any_on and not self._main.text.strip():
            self.window.show_notice(Problem("teach.no_source"))
            return
        self._began = True
        self.window.notice.dismiss()
        self.recorder.begin(class_id, self.window.muted)

    @Slot()
    def _on_record_ended(self) -> None:
        self.recorder.end()

    @Slot()
    def _on_background_wanted(self) -> None:
        if not self.inputs.is_any_on:
            self.window.show_notice(Problem("teach.no_source"))
            return
        self._began = True
        texts = {one.name for one in self.lesson.inputs if one.kind == "text"}
        self.recorder.begin_background(self.window.muted | texts)

    @Slot(object)
    def _on_progress(self, progress: BurstProgress) -> None:
        if self.recorder.is_recording:
            self.window.show_progress(progress)

    @Slot(object)
    def _on_recorded(self, burst: Burst) -> None:
        if not self.recorder.is_recording:
            self.window.show_progress(None)
        if burst.contents:
            self._add(burst.class_id, burst.contents, "live")
        elif burst.class_id != BACKGROUND:
            self.window.show_notice(Problem("teach.nothing_recorded"))

    @Slot(str, list)
    def _on_files_dropped(self, class_id: str, paths: list[str]) -> None:
        inputs = self.lesson.inputs
        self._errands.add(lambda: self._files_read.emit(read_dropped(class_id, paths, inputs, lambda: self._stopped)))

    @Slot(object)
    def _on_files_read(self, read: ReadFiles) -> None:
        if read.contents:
            self._add(read.class_id, read.contents, read.origins)
        if len(read.problems) > 1:
            first = str(dict(read.problems[0].fields).get("path", ""))
            self.window.show_notice(Problem("teach.files_unread", count=len(read.problems), first=first))
        elif read.problems:
            self.window.show_notice(read.problems[0])

    def _add(self, class_id: str, contents: Collection[Mapping[str, Content]], origin: str | Sequence[str]) -> None:
        try:
            self.lesson.add_samples(class_id, contents, origin)
        except LessonError as error:
            self.window.show_notice(error.problem)
        except KeyError:  # the class was deleted while this was recorded
            return

    # ---- learning ----

    def _on_lesson(self, change: LessonChange) -> None:
        if change.kind is ChangeKind.FORGET:
            self._model = ""
            self._live.wipe()
            if self._is_live and change.after.faults():  # no other model of it will come in its place
                self._models.choose_bundled()
        if not (change.retrains or change.relabels):
            return
        self.session.learn(change.after, change.revision)
        self.window.show_learning(not change.after.faults())

    @Slot(object)
    def _on_outcome(self, outcome: TeachingOutcome) -> None:
        if self._stopped:
            return
        newest = outcome.revision >= self.session.asked
        if outcome.whole and newest:
            self.window.show_outcome(outcome)
            self.window.show_learning(False)
        if outcome.model and outcome.model != self._model:
            self._model = outcome.model
            if outcome.whole:
                self.projects.take_model(outcome.model)
            if self.window.isVisible() or self._is_live:
                self._models.exchange(Path(outcome.model), soon_replaced=not outcome.whole)

    @Slot(object)
    def _on_model_state(self, state: ModelState) -> None:
        if not state.ready or state.problem:
            return
        live = state.exchanged
        if live and not self._is_live:
            self.model_live.emit()
        self._is_live = live
        self.window.show_live(live)

    @Slot(bool)
    def _on_begun(self, empty: bool) -> None:
        """Another lesson: an empty one begins with its background."""
        self._model, self._began = "", not empty
        if empty and self.inputs.is_any_on:
            self._on_background_wanted()

    # ---- visitors ----

    @Slot()
    def _on_reset(self) -> None:
        """Another visitor comes; what this one showed is theirs to forget."""
        self.lesson.next_visitor()
