"""Where the model goes, and the buttons that start and stop a run."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import PurePath

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget

from mmdesk.core.training_plan import FolderReport, TrainingOutcome
from mmdesk.core.training_progress import TrainingProgress
from mmdesk.ui.panels.card import Card
from mmdesk.ui.plain_words import plain_tip, show_plain
from mmdesk.ui.problems import words_of
from mmdesk.ui.save_path import ask_save_path
from mmdesk.ui.theme import Look
from mmdesk.ui.training_words import progress_words


class RunState(Enum):
    """Where a run stands."""

    NONE = auto()
    RUNNING = auto()
    STOPPING = auto()
    ENDED = auto()
    EVALUATING = auto()


class RunCard(Card):
    """Output place, Start and Cancel, progress, and a sentence about what will happen or has happened.

    Signals:
        start_wanted: The run is to begin or to go on.
        cancel_wanted: The run is to stop.
    """

    start_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = RunState.NONE
        self._ready = False
        self._resumed = False
        self._report: FolderReport | None = None
        self._outcome = TrainingOutcome()
        self._progress: TrainingProgress | None = None
        self._confirmed = ""
        self.out = QLineEdit()
        self.out.textChanged.connect(self._refresh)
        self.out.textChanged.connect(self._on_path)
        self.browse_button, self.start_button, self.cancel_button = QPushButton(), QPushButton(), QPushButton()
        self.start_button.setObjectName("main")
        self.browse_button.clicked.connect(self.browse)
        self.start_button.clicked.connect(self.start_wanted)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.words, self.note = QLabel(), QLabel()
        self.words.setObjectName("section")
        self.note.setObjectName("aside")
        show_plain(self.words, self.note)
        for label in (self.words, self.note):
            label.setWordWrap(True)
        self._place, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._place.addWidget(self.out, 1)
        self._place.addWidget(self.browse_button)
        self._buttons.addWidget(self.start_button, 1)
        self._buttons.addWidget(self.cancel_button, 1)
        # The buttons come last: the card stands at the window's foot, so they stay where they are as words change.
        self.body.addLayout(self._place)
        for widget in (self.words, self.note, self.bar):
            self.body.addWidget(widget)
        self.body.addLayout(self._buttons)
        self.retranslate()

    @property
    def replaces(self) -> bool:
        """Whether the user has agreed that the model at that place is replaced."""
        return bool(self._confirmed) and self._confirmed == self.out.text().strip()

    def show_report(self, report: FolderReport) -> None:
        """Propose a place beside the folder."""
        self._report = report
        self._outcome = TrainingOutcome()
        self.state = RunState.NONE
        self._progress = None
        if report.out:
            self.out.setText(report.out)
        self._refresh()

    def set_ready(self, ready: bool) -> None:
        """Whether data and choices allow a run."""
        self._ready = ready
        self._refresh()

    def begin(self) -> None:
        """A run has been asked for."""
        self.state, self._progress, self._resumed = RunState.RUNNING, None, False
        self._refresh()

    def show_started(self, resumed: bool) -> None:
        """The run has begun; ``resumed`` when it goes on from an interrupted one."""
        self._resumed = resumed
        self._refresh()

    def show_stopping(self) -> None:
        """The run is asked to stop."""
        self.state = RunState.STOPPING
        self._refresh()

    def show_progress(self, progress: TrainingProgress) -> None:
        """How far the stage is."""
        self._progress = progress
        self._refresh()

    def show_outcome(self, outcome: TrainingOutcome) -> None:
        """How the run ended; after one that is done the next model gets the next free name."""
        self.state, self._outcome = RunState.ENDED, outcome
        self._confirmed = ""
        if outcome.next_out:
            self.out.setText(outcome.next_out)
        self._refresh()

    def begin_evaluation(self) -> None:
        """An evaluation has been asked for."""
        self.state, self._progress = RunState.EVALUATING, None
        self._refresh()

    def end_evaluation(self) -> None:
        """It is over."""
        self.state = RunState.ENDED
        self._refresh()

    def browse(self) -> None:
        """Ask for a place; who chooses a file that is there was asked whether it may be replaced."""
        title, kind = self.tr("Save the model as"), self.tr("Models (*.mmdesk)")
        path = ask_save_path(self.window(), title, self.out.text(), [kind])
        if path is not None:
            self._confirmed = str(path)
            self.out.setText(str(path))

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for row in (self._place, self._buttons):
            row.setSpacing(look.px(8))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Run"))
        self.out.setAccessibleName(self.tr("Model file"))
        self.out.setPlaceholderText(self.tr("Model file, ending in .mmdesk"))
        self.browse_button.setText(self.tr("Save as…"))
        self.start_button.setText(self.tr("&Start"))
        self.cancel_button.setText(self.tr("&Cancel"))
        self.bar.setAccessibleName(self.tr("Progress of the stage"))
        self._refresh()

    @Slot(str)
    def _on_path(self, path: str) -> None:
        self.out.setToolTip(plain_tip(path))  # the field may be shorter

    def _refresh(self) -> None:
        working = self.state in (RunState.RUNNING, RunState.STOPPING, RunState.EVALUATING)
        self.start_button.setEnabled(self._ready and not working and bool(self.out.text().strip()))
        self.cancel_button.setEnabled(self.state in (RunState.RUNNING, RunState.EVALUATING))
        self.out.setEnabled(not working)
        self.browse_button.setEnabled(not working)
        self.bar.setVisible(working)
        unsure = self.state is RunState.EVALUATING or self._progress is None or self._progress.stage == "reading"
        self.bar.setRange(0, 0 if unsure and working else 1000)
        if self._progress is not None and not unsure:
            self.bar.setValue(round(1000 * self._progress.share))
        words, note, alarming = self._sentences()
        self.words.setText(words)
        self.words.setObjectName("warning" if alarming else "section")
        self.words.style().polish(self.words)
        self.note.setText(note)
        self.words.setVisible(bool(words))
        self.note.setVisible(bool(note))

    def _sentences(self) -> tuple[str, str, bool]:
        """Headline, note, and whether it is a problem."""
        name = PurePath(self._outcome.model).name
        match self.state:
            case RunState.RUNNING:
                now = self.tr("Starting …") if self._progress is None else progress_words(self._progress)
                stay = self.tr("You can close this window. Training continues, and the main window shows its progress.")
                if self._resumed:
                    stay = self.tr("It continues where the interrupted run stopped.") + " " + stay
                return now, stay, False
            case RunState.STOPPING:
                return self.tr("Stopping …"), "", False
            case RunState.EVALUATING:
                return self.tr("Evaluating …"), "", False
        if self._outcome.problem:
            return (*words_of(self._outcome.problem), True)
        if self._outcome.cancelled:
            again = self.tr("Start continues from the last complete epoch if data and choices stay the same.")
            return self.tr("Stopped. Nothing is lost."), again, False
        if self._outcome.model:
            return self.tr("Done: {name}").format(name=name), "", False
        if self._report is not None and self._report.interrupted is not None:
            words = self.tr("A run on this folder was interrupted.")
            return words, self.tr("Start continues it. Its choices are set above."), False
        return "", "", False
