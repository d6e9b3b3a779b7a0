"""Checks folders, draws previews, trains and evaluates beside the running window, in a process of its own."""

from __future__ import annotations

import logging
import threading
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app.training_process import broken_folder, serve
from mmdesk.core.errors import Finding
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import EvaluationOutcome, TrainingOutcome, TrainingRequest
from mmdesk.engine.child_process import ChildProcess, Command

_STOP_S = 10.0
_KILLED = -9
"""SIGKILL's, which is also what a system that lacks memory sends."""


class TrainingSession(QObject):
    """Lives on the GUI thread, and never waits there; the process answers with these signals.

    The process starts with the first command and stays, so that torch is loaded once. Where it dies, what it was at
    ends with a problem, and the next command starts another.

    Args:
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.

    Signals:
        options_ready: `TrainingOptions`.
        folder_reported: `FolderReport`.
        check_progressed: What is done and the total, -1 while it is unknown.
        preview_ready: Tuple of `PreviewRow`.
        run_started: Tuple of the `EpochReport` of an interrupted run that goes on; empty for a new run.
        epoch_ended: `EpochReport`.
        progressed: `TrainingProgress`, at most ten a second.
        run_ended: `TrainingOutcome`.
        evaluation_ended: `EvaluationOutcome`.
        failed: `Problem` of anything else.
    """

    options_ready = Signal(object)
    folder_reported = Signal(object)
    check_progressed = Signal(int, int)
    preview_ready = Signal(object)
    run_started = Signal(object)
    epoch_ended = Signal(object)
    progressed = Signal(object)
    run_ended = Signal(object)
    evaluation_ended = Signal(object)
    failed = Signal(object)

    def __init__(self, device: str = "auto", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._busy = threading.Event()
        self._closed = False
        self._folder = ""
        self._process = ChildProcess(serve, self._on_message, self._on_end)

    @property
    def is_working(self) -> bool:
        """Whether a run or an evaluation is under way: not any more once its end has been sent."""
        return self._busy.is_set()

    @property
    def pid(self) -> int | None:
        """The number of the process; None while there is none."""
        return self._process.pid

    # ---- commands, on the GUI thread ----

    @Slot()
    def look_up_options(self) -> None:
        """Find out what can be chosen; the answer is `options_ready`."""
        self._process.send("options", self._device)

    @Slot(str)
    def check_folder(self, folder: str) -> None:
        """Check a folder; the answer is `folder_reported`, and none comes for a folder that a newer one replaced."""
        self._folder = folder
        self._process.send("check", folder)

    @Slot()
    def leave_check(self) -> None:
        """Give a check up; nothing is reported of its folder."""
        self._folder = ""
        self._process.send("leave_check")

    @Slot(str, int)
    def draw_preview(self, augmentation: str, seed: int) -> None:
        """Vary samples of the folder checked last; the answer is `preview_ready`."""
        self._process.send("preview", self._folder, augmentation, seed)

    @Slot(object, bool)
    def start(self, request: TrainingRequest, replace_model: bool = False) -> None:
        """Begin a run, or go on with an interrupted one; it ends with `run_ended`. Ignored while one is under way."""
        self._begin("train", request, self._device, replace_model)

    @Slot(str, str)
    def evaluate(self, model: str, folder: str) -> None:
        """Evaluate a model; it ends with `evaluation_ended`. Ignored while a job is under way."""
        self._begin("evaluate", model, folder, self._device)

    @Slot()
    def cancel(self) -> None:
        """Stop the run at its next step; what stands on disk is the end of the last whole epoch."""
        if self.is_working:
            self._process.send("cancel")

    def ask_to_stop(self) -> None:
        """Let every job and the process end soon; does not wait."""
        self._closed = True
        self._process.ask_to_stop()

    def shutdown(self, timeout_s: float = _STOP_S) -> bool:
        """Stop every job and wait, by force after the time; idempotent. False where the process could not be ended."""
        self.ask_to_stop()
        return self._process.shutdown(timeout_s)

    def _begin(self, name: str, *arguments: Any) -> None:
        if not self._closed and not self.is_working:
            self._busy.set()
            self._process.send(name, *arguments)

    # ---- called on the process's threads ----

    def _on_message(self, message: tuple[Any, ...]) -> None:
        name, *arguments = message
        if name == "log":
            record: logging.LogRecord = arguments[0]
            logging.getLogger(record.name).handle(record)
            return
        if name in ("run_ended", "evaluation_ended"):
            self._busy.clear()
        if not self._closed:
            getattr(self, name).emit(*arguments)

    def _on_end(self, status: int | None, lost: tuple[Command, ...]) -> None:
        """Tell what was lost with the process."""
        problem = end_problem(status)
        for name, arguments in lost:
            if name == "train":
                self._on_message(("run_ended", TrainingOutcome(problem=problem)))
            elif name == "evaluate":
                self._on_message(("evaluation_ended", EvaluationOutcome(problem=problem)))
            elif name == "check" and arguments[0] == self._folder:
                self._on_message(("folder_reported", broken_folder(arguments[0], Finding("", 0, problem))))
        if any(name not in ("train", "evaluate", "cancel") for name, _ in lost):
            self._on_message(("failed", problem))


def end_problem(status: int | None) -> Problem:
    """Return what to tell of a process that ended by itself, by its exit status; None where it could not start."""
    if status is None:
        return Problem("training.process_refused")
    if status == _KILLED:
        return Problem("training.process_killed")
    return Problem("training.process_ended", status=status)
