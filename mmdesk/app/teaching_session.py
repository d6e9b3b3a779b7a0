"""Has lessons learnt beside the running window, in a process of its own that stays warm."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app.teaching_folder import TeachingFolder
from mmdesk.app.teaching_process import LessonMessage, serve
from mmdesk.app.training_session import end_problem
from mmdesk.core.teaching import LessonState
from mmdesk.core.teaching_report import TeachingOutcome
from mmdesk.engine.child_process import ChildProcess, Command

_STOP_S = 10.0


class TeachingSession(QObject):
    """Lives on the GUI thread, and never waits there; the process answers with these signals.

    A lesson is learnt in two steps: a first model answers in a second or two, and the whole one, measured and with
    every method, takes its place. A newer lesson ends the work on an older one. Each sample is sent once; where the
    process dies, the next lesson sends them again. Models stand in a folder of this session's own, which goes with it:
    the two newest are kept.

    Signals:
        outcome_ready: `TeachingOutcome`, at most two for a revision.
        failed: `Problem` of anything else.

    Attributes:
        asked: Number of the newest state that is to be learnt; 0 for none.
    """

    outcome_ready = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked = 0
        self._folder = TeachingFolder()
        self._sent: set[str] = set()
        self._closed = False
        self._process = ChildProcess(serve, self._on_message, self._on_end)

    @property
    def pid(self) -> int | None:
        """The number of the process; None while there is none."""
        return self._process.pid

    @Slot()
    def warm_up(self) -> None:
        """Start the process and load the encoders: there will be something to learn soon."""
        self._process.send("warm_up")

    def learn(self, state: LessonState, revision: int, *, wiped: bool = False) -> None:
        """Make a model of a state; one that was asked for before gives way to it. The answer is `outcome_ready`.

        Samples that it no longer holds are wiped in the process; with ``wiped`` the models that were made of them, too.
        Where nothing but names has changed, nothing is trained.
        """
        self.asked = revision
        new = tuple(sample for sample in state.samples if sample.id not in self._sent)
        self._sent = {sample.id for sample in state.samples}
        pairs = tuple((sample.id, sample.class_id) for sample in state.samples)
        message = LessonMessage(revision, state.classes, pairs, new, state.inputs, str(self._folder.path), wiped)
        self._process.send("learn", message)

    def ask_to_stop(self) -> None:
        """Let the process end soon; does not wait."""
        self._closed = True
        self._process.ask_to_stop()

    def shutdown(self, timeout_s: float = _STOP_S) -> bool:
        """Stop and wait, by force after the time; idempotent. False where the process could not be ended."""
        self.ask_to_stop()
        ended = self._process.shutdown(timeout_s)
        self._folder.close()
        return ended

    # ---- called on the process's threads ----

    def _on_message(self, message: tuple[Any, ...]) -> None:
        name, *arguments = message
        if name == "log":
            record: logging.LogRecord = arguments[0]
            logging.getLogger(record.name).handle(record)
        elif not self._closed:
            getattr(self, name).emit(*arguments)

    def _on_end(self, status: int | None, lost: tuple[Command, ...]) -> None:
        """Tell that the process is gone; what it knew is sent again with the next lesson."""
        del lost
        self._sent = set()
        if self._closed:
            return
        if self.asked:
            self.outcome_ready.emit(TeachingOutcome(self.asked, problem=end_problem(status)))
        else:
            self.failed.emit(end_problem(status))
