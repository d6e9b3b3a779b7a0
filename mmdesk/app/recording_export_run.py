"""One file of a recording that is being made, from its process's beginning to its end."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app.recording_export_process import ExportJob, serve
from mmdesk.core.errands import Errands
from mmdesk.core.files import clear_scratch
from mmdesk.core.problem import Problem
from mmdesk.engine.child_process import ChildProcess, Command

STOP_S = 5.0
"""How long a process that is to stop may take; then it is killed."""


class ExportRun(QObject):
    """Makes a file, and leaves nothing else, however it ends. Lives on the GUI thread, which never waits for it.

    Args:
        job: The file.
        parent: Owner.

    Signals:
        progressed: The share that is done, in [0, 1].
        ended: Whether the file is there, and what was wrong, or None; once.

    Attributes:
        job: The file.
        cancelled: Whether it is wanted no longer.
    """

    progressed = Signal(float)
    ended = Signal(bool, object)
    _end_arrived = Signal(bool, object)

    def __init__(self, job: ExportJob, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.job, self.cancelled = job, False
        self._is_over = False
        self._pid = 0
        self._errands = Errands("export-end")
        self._end_arrived.connect(self._on_end_arrived)
        self._process = ChildProcess(serve, self._on_message, self._on_process_end)
        self._process.send("export", job)

    def cancel(self) -> None:
        """Make it no longer; `ended` tells when nothing of it is left. Idempotent."""
        if not self.cancelled:
            self.cancelled = True
            self._errands.add(self._see_off)

    def shutdown(self) -> bool:
        """End it, and wait; idempotent. False where its process cannot be ended."""
        self.cancel()
        return self._errands.wait(2 * STOP_S + 1.0)

    def _see_off(self) -> None:
        if not self._process.shutdown(STOP_S):
            logging.getLogger(__name__).warning("the process of an export did not end")
        clear_scratch(self.job.path, self._pid)
        self._end_arrived.emit(False, None)

    # ---- on the threads of the process's pipe ----

    def _on_message(self, message: tuple[Any, ...]) -> None:
        name, *arguments = message
        if name == "log":
            record: logging.LogRecord = arguments[0]
            logging.getLogger(record.name).handle(record)
        elif name == "begun":
            self._pid = arguments[0]
        elif name == "progressed":
            self.progressed.emit(*arguments)
        else:
            self._end_arrived.emit(*arguments)

    def _on_process_end(self, status: int | None, lost: tuple[Command, ...]) -> None:  # noqa: ARG002
        if status != 0:
            clear_scratch(self.job.path, self._pid)
            self._end_arrived.emit(False, Problem("recording_export.process", path=self.job.path))

    # ---- on the GUI thread ----

    @Slot(bool, object)
    def _on_end_arrived(self, done: bool, problem: Problem | None) -> None:
        if not self._is_over:
            self._is_over = True
            self._process.ask_to_stop()
            self.ended.emit(done, None if self.cancelled else problem)
