"""Connects the Teach window, what is recorded for it, the process that learns from it, and the live model."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app import paths, settings
from mmdesk.app.model_choice import ModelChoice
from mmdesk.app.settings import Settings
from mmdesk.app.source_desk import SourceDesk
from mmdesk.app.teaching_background import TeachingBackground
from mmdesk.app.teaching_example import TeachingExample, class_named
from mmdesk.app.teaching_files import ReadFiles, ReadRecording, read_dropped, read_recording
from mmdesk.app.teaching_forgetting import TeachingForgetting
from mmdesk.app.teaching_inputs import TeachingInputs
from mmdesk.app.teaching_projects import TeachingProjects
from mmdesk.app.teaching_recorder import TeachingRecorder
from mmdesk.core.burst import Burst, BurstProgress
from mmdesk.core.errands import Errands
from mmdesk.core.lesson import ChangeKind, Lesson, LessonChange, LessonError, Wiped
from mmdesk.core.live_stats import ModelState
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import BACKGROUND, Content, LessonState
from mmdesk.core.teaching_report import TeachingOutcome
from mmdesk.core.work import Work
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

    def learn(self, state: LessonState, revision: int, *, wiped: bool = False) -> None:
        """Make a model of a state; one that was asked for before gives way to it, and with ``wiped`` every one goes."""

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
        background: Has the background recorded by itself.
        example: Shows a teaching.
        session: Learns.
        projects: Keeps what is taught where that is wanted.
        forgetting: Wipes what a visitor has shown.
    """

    model_live = Signal()
    _files_read = Signal(object)
    _recording_read = Signal(object)
    _reading_ended = Signal()

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
        self.background = TeachingBackground(self.window, self.lesson, live, self.inputs, self.recorder, self)
        self.example = TeachingExample(self.window, self.lesson, live, sources, self.recorder, self)
        self.session = session
        self.projects = TeachingProjects(self.window, self.lesson, store, self)
        self.forgetting = TeachingForgetting(self.window, self.lesson, self)
        self._errands = Errands("teaching-files")
        self._readings: deque[Work] = deque()
        self._stopped = self._is_live = self._reads_texts = False
        self._model = ""
        self._since = 0
        self.window.set_key(key_of(store.read(settings.RECORD_KEY)))
        self._connect()

    def show(self) -> None:
        """Bring the Teach window to the front; what was taught in it answers again, if another model was chosen."""
        if self.window.isVisible():
            self._come_back()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def may_end(self, then: Callable[[], object]) -> bool:
        """Whether the program may end now; see `TeachingProjects.may_leave`."""
        return self._stopped or self.projects.may_leave(then, self._main)

    def ask_to_stop(self) -> None:
        """Let everything end soon, and close the window; does not wait."""
        self._stopped = True
        self.recorder.ask_to_stop()
        self.session.ask_to_stop()
        self.window.close()

    def shutdown(self) -> bool:
        """Stop and wait; False where something did not end."""
        self.ask_to_stop()
        ended = [
            self.example.shutdown(),
            self.recorder.shutdown(),
            self._errands.wait(10.0),
            self.projects.files.shutdown(),
        ]
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
        window.files_dropped.connect(self._on_files_dropped)
        window.key_chosen.connect(self._on_key_chosen)
        window.example_wanted.connect(self._on_example_wanted)
        window.top_bar.menu.recording_wanted.connect(self._on_recording_wanted)
        window.top_bar.menu.aboutToShow.connect(self._on_menu_wanted)
        self._recording_read.connect(self._on_recording_read)
        self._reading_ended.connect(self._on_reading_ended)
        self.window.busy.cancel_wanted.connect(self._on_cancel)
        window.in_force_strip.let_go_wanted.connect(self._main.let_go_of_all)
        self._main.in_force_changed.connect(window.show_in_force)
        window.show_in_force(*self._main.in_force)
        self._main.recorder.add_strip(window.record_strip)
        self._main.recorder.add_inputs(window.inputs)
        window.addActions(self._main.menus.actions_of_every_window())
        recorder.progressed.connect(self._on_progress)
        recorder.recorded.connect(self._on_recorded)
        recorder.presence_changed.connect(window.show_presence)
        recorder.counted.connect(window.show_countdown)
        self._files_read.connect(self._on_files_read)
        self.session.outcome_ready.connect(self._on_outcome)
        self.session.failed.connect(window.show_notice)
        self.projects.begun.connect(self._on_begun)
        self.forgetting.forgotten.connect(self._on_forgotten)
        self._main.theme_chosen.connect(window.set_theme)
        self._main.text_size_chosen.connect(window.on_text_size)
        self._main.reset_requested.connect(self._on_reset)
        self.lesson.listen(self._on_lesson)

    # ---- the window ----

    @Slot()
    def _on_opened(self) -> None:
        self.session.warm_up()
        self._models.expect_taught()
        self._main.set_frozen(False)  # else there would be no picture here
        self.inputs.begin()
        self.recorder.set_awake(True)
        self._come_back()

    def _come_back(self) -> None:
        if self._model and not self._is_live:
            self._models.exchange(Path(self._model))

    @Slot()
    def _on_left(self) -> None:
        self.recorder.set_awake(False)
        if not self._stopped:
            self.inputs.end()

    @Slot(int)
    def _on_key_chosen(self, key: int) -> None:
        self._store.write(settings.RECORD_KEY, stored_key(key))

    # ---- recording ----

    @Slot(str)
    def _on_record_wanted(self, class_id: str) -> None:
        if not self.inputs.is_any_on and not self._main.text.strip():
            self.window.show_notice(Problem("teach.no_source"))
            return
        self.background.cancel()
        self.window.notice.dismiss()
        self.recorder.begin(class_id, self.window.muted)

    @Slot()
    def _on_record_ended(self) -> None:
        self.recorder.end()

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
            self.window.show_notice(burst.fault())

    @Slot(str, list)
    def _on_files_dropped(self, class_id: str, paths: list[str]) -> None:
        inputs, work = self.lesson.inputs, self._begin_reading(paths[0])

        def read() -> None:
            found = read_dropped(class_id, paths, inputs, lambda: self._stopped or work.cancelled)
            self._reading_ended.emit()
            if not work.cancelled:
                self._files_read.emit(found)

        self._errands.add(read)

    @Slot(object)
    def _on_files_read(self, read: ReadFiles) -> None:
        if read.contents:
            self._add(read.class_id, read.contents, read.origins)
        if len(read.problems) > 1:
            first = str(dict(read.problems[0].fields).get("path", ""))
            self.window.show_notice(Problem("teach.files_unread", count=len(read.problems), first=first))
        elif read.problems:
            self.window.show_notice(read.problems[0])

    @Slot()
    def _on_example_wanted(self) -> None:
        self.background.cancel()  # it brings its own
        self.example.begin(paths.teaching_session())

    @Slot()
    def _on_menu_wanted(self) -> None:
        self.window.top_bar.menu.recordings = self._main.menus.recordings

    @Slot(str)
    def _on_recording_wanted(self, path: str) -> None:
        work = self._begin_reading(path)

        def read() -> None:
            found = read_recording(Path(path), lambda: self._stopped or work.cancelled)
            self._reading_ended.emit()
            if not work.cancelled:
                self._recording_read.emit(found)

        self._errands.add(read)

    def _begin_reading(self, path: str) -> Work:
        """Say that files are read, until they are or nobody wants them any more."""
        work = Work(lambda _: None)  # how many files there are is known only at the end
        self._readings.append(work)
        self.window.busy.show_work(Path(path).name, None)
        return work

    @Slot()
    def _on_reading_ended(self) -> None:
        self._readings.popleft()  # they are read in their order
        if not self._readings:
            self.window.busy.end()

    @Slot()
    def _on_cancel(self) -> None:
        for work in self._readings:
            work.cancel()

    @Slot(object)
    def _on_recording_read(self, read: ReadRecording | Problem) -> None:
        if isinstance(read, Problem):
            self.window.show_notice(read)
            return
        count = 0
        for burst in read.bursts:
            try:
                class_id = class_named(self.lesson, burst.class_id)
            except LessonError as error:
                self.window.show_notice(error.problem)
                return
            self._add(class_id, burst.contents, read.title)
            count += len(burst.contents)
        self.window.show_notice(Problem("teach.recording_added", count=count, title=read.title))

    def _add(self, class_id: str, contents: Collection[Mapping[str, Content]], origin: str | Sequence[str]) -> None:
        try:
            self.lesson.add_samples(class_id, contents, origin)
        except LessonError as error:
            self.window.show_notice(error.problem)
        except KeyError:  # the class was deleted while this was recorded
            return

    # ---- learning ----

    def _on_lesson(self, change: LessonChange) -> None:
        begins, faulty = change.kind in (ChangeKind.FORGET, ChangeKind.OPEN), bool(change.after.faults())
        if begins:
            self._drop_recorded()
        elif self.recorder.class_id not in {BACKGROUND, *(one.id for one in change.after.classes)}:
            self.recorder.end()  # the button that was held has gone with its class
        if begins or faulty:  # what was made before must not answer for what is taught now
            self._since, self._model = change.revision, ""
        if self._is_live and (faulty or change.kind is ChangeKind.OPEN):  # else another one takes its place soon
            self._is_live = False
            self.window.show_live(False)
            self._models.leave_taught()
        if not (begins or change.retrains or change.relabels):
            return
        if not self._reads_texts and _has_text(change.after):
            self._reads_texts = True  # the model that comes of it would wait for this
            self._errands.add(_load_sentences)
        self.session.learn(change.after, change.revision, wiped=change.kind is ChangeKind.FORGET)
        self.window.show_learning(not change.after.faults())

    def _drop_recorded(self) -> None:
        """Keep nothing that is being recorded or read: it belongs to the lesson before, or to whom is forgotten."""
        self.recorder.drop()
        self._on_cancel()
        self.window.show_progress(None)

    @Slot(object)
    def _on_outcome(self, outcome: TeachingOutcome) -> None:
        if self._stopped or outcome.revision < self._since:  # made of another lesson, or of what was forgotten
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
        if live and not self._model:  # it was on its way when what it was made of was forgotten
            self._models.leave_taught()
        if live and not self._is_live:
            self.model_live.emit()
        self._is_live = live
        self.window.show_live(live)

    @Slot(bool)
    def _on_begun(self, empty: bool) -> None:
        """Another lesson: an empty one begins with its background."""
        if empty:
            self.background.expect()
        else:
            self.background.cancel()

    # ---- visitors ----

    @Slot()
    def _on_reset(self) -> None:
        """Another visitor comes; what this one showed is theirs to forget."""
        self.lesson.next_visitor()

    @Slot(object)
    def _on_forgotten(self, wiped: Wiped) -> None:
        """Nothing of the visitor stays anywhere; the background is recorded anew if it was theirs."""
        self._drop_recorded()
        self._main.forget_visitor()
        state = self.lesson.state
        if not state.background and (wiped.background or not state.samples):
            self.background.expect()


def _has_text(state: LessonState) -> bool:
    """Whether any example of a lesson holds a text."""
    return any(isinstance(content, str) for sample in state.samples for content in sample.inputs.values())


def _load_sentences() -> None:
    """Load what taught texts are read with, where it is installed."""
    from mmdesk.models.encoders.general_sentence import has_sentences, load_sentences

    if has_sentences():
        load_sentences()
