"""Writes the predictions of a live session on a thread of its own."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.core.errors import MmdeskError
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.engine.prediction_log import PredictionLog

log = logging.getLogger(__name__)

MOST_WAITING = 3600
"""A minute of predictions at 60 per second; a disk that is further behind will not catch up."""

_POLL_S = 0.2


class PredictionWriter(QObject):
    """Every prediction as a row of a CSV file. Lives on the GUI thread, which never waits for the disk.

    A row is handed to the system as soon as the thread gets to it, and in any case within a second unless the disk is
    slower than the predictions come.

    Args:
        path: The file; one that exists is replaced. It is opened here, before there is a window.

    Attributes:
        problem: What ended the writing, if anything did.

    Signals:
        failed: `Problem`, once; nothing is written from then on.

    Raises:
        MmdeskError: The file cannot be opened.
    """

    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.problem: MmdeskError | None = None
        self._log = PredictionLog(path)
        self._waiting: Queue[Prediction] = Queue(MOST_WAITING)
        self._ending = Event()
        self._thread = Thread(target=self._run, name="prediction-writer", daemon=True)
        self._thread.start()

    @Slot(object)
    def write(self, prediction: Prediction) -> None:
        """Append a prediction; returns at once. After a failure or `close` it is not written."""
        if self.problem is not None or self._ending.is_set():
            return
        try:
            # The pictures and sounds as perturbed are in no column, and would keep megabytes each alive.
            self._waiting.put_nowait(replace(prediction, perturbed={}))
        except Full:
            self._fail(MmdeskError(Problem("predictions.slow", path=self._path)))

    def close(self, timeout_s: float = 5.0) -> bool:
        """Write what is still waiting and close the file; idempotent. False when the disk hangs."""
        self._ending.set()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _fail(self, error: MmdeskError) -> None:
        if self.problem is None:
            log.warning("%s", error)
            self.problem = error
            self.failed.emit(error.problem)

    def _run(self) -> None:
        try:
            self._write_all()
        except MmdeskError as error:
            self._fail(error)
        except Exception:  # the edge of a thread
            log.exception("writing the predictions failed")
            self._fail(MmdeskError(Problem("file.internal", path=self._path)))
        try:
            self._log.close()
        except MmdeskError as error:  # closing writes what the system has not taken yet
            self._fail(error)

    def _write_all(self) -> None:
        while self.problem is None:
            try:
                prediction = self._waiting.get(timeout=_POLL_S)
            except Empty:
                if self._ending.is_set():
                    return
            else:
                self._log.write(prediction)
