"""Checks folders, draws previews, trains and evaluates beside the running window."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.core.errors import DatasetError, Finding, MmdeskError
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import (
    EvaluationOutcome,
    FolderReport,
    TrainingOutcome,
    TrainingRequest,
)
from mmdesk.core.training_progress import EpochReport, TrainingProgress

if TYPE_CHECKING:
    from mmdesk.training.dataset import Dataset

log = logging.getLogger(__name__)

PREVIEW_ROWS = 6
_PROGRESS_EVERY_S = 0.1


class _OutOfDate(Exception):  # noqa: N818 - not an error: something newer was asked for
    """The folder being checked is no longer wanted."""


class TrainingSession(QObject):
    """Lives on the GUI thread; each job runs on a thread of its own and answers with a signal.

    There are two lanes, for what may run at the same time: one looks at data (options, checks, previews), one
    trains or evaluates. A newer check takes the place of an older one.

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
        self._work: threading.Thread | None = None
        self._looks: set[threading.Thread] = set()
        self._cancel = threading.Event()
        self._busy = threading.Event()
        self._closed = False
        # Written on the GUI thread, read by a check on its own: a plain number needs no lock.
        self._newest_check = 0
        # Written by a check, read by a preview; a reference is exchanged as a whole.
        self._dataset: Dataset | None = None
        # When progress was told last; each is one lane's own.
        self._check_s = self._progress_s = 0.0
        self._progress_stage = ""

    @property
    def is_working(self) -> bool:
        """Whether a run or an evaluation is under way: not any more once its end has been told."""
        return self._busy.is_set()

    # ---- commands, on the GUI thread ----

    @Slot()
    def look_up_options(self) -> None:
        """Find out what can be chosen; the answer is `options_ready`."""
        self._look("training-options", self._find_options)

    @Slot(str)
    def check_folder(self, folder: str) -> None:
        """Check a folder; the answer is `folder_reported`, and none comes for a folder that a newer one replaced."""
        self._newest_check += 1
        number = self._newest_check
        self._look("folder-check", lambda: self._check(Path(folder), number))

    @Slot(str, int)
    def draw_preview(self, augmentation: str, seed: int) -> None:
        """Vary samples of the folder checked last; the answer is `preview_ready`."""
        self._look("augmentation-preview", lambda: self._draw(augmentation, seed))

    @Slot(object, bool)
    def start(self, request: TrainingRequest, replace_model: bool = False) -> None:
        """Begin a run, or go on with an interrupted one; it ends with `run_ended`. Ignored while one is under way."""
        self._begin("training", lambda: self._train(request, replace_model))

    @Slot(str, str)
    def evaluate(self, model: str, folder: str) -> None:
        """Evaluate a model; it ends with `evaluation_ended`. Ignored while a job is under way."""
        self._begin("evaluation", lambda: self._evaluate(Path(model), Path(folder)))

    @Slot()
    def cancel(self) -> None:
        """Stop the run at its next step; what stands on disk is the end of the last whole epoch."""
        self._cancel.set()

    def ask_to_stop(self) -> None:
        """Let every job end soon; does not wait."""
        self._closed = True
        self._newest_check += 1
        self._cancel.set()

    def shutdown(self, timeout_s: float = 20.0) -> bool:
        """Stop every job and wait; idempotent. False when one is still busy: all are daemons and hold no lock."""
        self.ask_to_stop()
        deadline_s = time.monotonic() + timeout_s
        threads = [*self._looks, *(() if self._work is None else (self._work,))]
        for thread in threads:
            thread.join(max(0.0, deadline_s - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)

    # ---- threads ----

    def _look(self, name: str, job: Callable[[], None]) -> None:
        if self._closed:
            return
        self._looks = {thread for thread in self._looks if thread.is_alive()}
        thread = threading.Thread(target=self._guard, args=(job,), name=name, daemon=True)
        self._looks.add(thread)
        thread.start()

    def _begin(self, name: str, job: Callable[[], None]) -> None:
        if self._closed or self.is_working:
            return
        self._cancel.clear()
        self._busy.set()
        # Two OpenMP threads that spin while they wait starve the picture; torch reads it when it is first loaded.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        self._work = threading.Thread(target=job, name=name, daemon=True)
        self._work.start()

    def _guard(self, job: Callable[[], None]) -> None:
        try:
            job()
        except _OutOfDate:
            return
        except MmdeskError as error:
            self._tell_failure(error.problem)
        except Exception as error:  # a thread's edge
            log.exception("%s failed", threading.current_thread().name)
            self._tell_failure(_internal(error))

    def _tell_failure(self, problem: Problem) -> None:
        if not self._closed:
            self.failed.emit(problem)

    # ---- what the threads do ----

    def _find_options(self) -> None:
        from mmdesk.app.jobs import available_options

        options = available_options(self._device)
        if not self._closed:
            self.options_ready.emit(options)

    def _check(self, folder: Path, number: int) -> None:
        from mmdesk.app.jobs import report_folder

        def progress(done: int, total: int | None) -> None:
            if number != self._newest_check:
                raise _OutOfDate
            now_s = time.monotonic()
            if now_s - self._check_s >= _PROGRESS_EVERY_S:
                self._check_s = now_s
                self.check_progressed.emit(done, -1 if total is None else total)

        dataset: Dataset | None = None
        try:
            report, dataset = report_folder(folder, progress)
        except DatasetError as error:
            report = FolderReport(str(folder), folder.name, "", (), None, False, error.problems, ())
        except OSError as error:
            finding = Finding("", 0, Problem("table.unreadable", reason=error.strerror or str(error)))
            report = FolderReport(str(folder), folder.name, "", (), None, False, (finding,), ())
        if number != self._newest_check:
            raise _OutOfDate
        self._dataset = dataset
        self.folder_reported.emit(report)

    def _draw(self, augmentation: str, seed: int) -> None:
        from mmdesk.app.augmentation_preview import preview_rows
        from mmdesk.training.augmentation import Augmentation

        dataset = self._dataset
        if dataset is None:
            return
        presets = {"none": Augmentation.none, "light": Augmentation.light, "strong": Augmentation.strong}
        rows = preview_rows(dataset, presets[augmentation](), count=PREVIEW_ROWS, seed=seed)
        if not self._closed and dataset is self._dataset:
            self.preview_ready.emit(rows)

    def _train(self, request: TrainingRequest, replace_model: bool) -> None:
        from mmdesk.app.training_work import train
        from mmdesk.training.loop import Cancelled, Listeners

        _step_back()
        listeners = Listeners(self._tell_epoch, self._tell_progress, self._cancel.is_set)
        try:
            outcome = train(request, self._device, listeners, self._tell_start, replace_model=replace_model)
        except Cancelled:
            outcome = TrainingOutcome(cancelled=True)
        except MmdeskError as error:
            outcome = TrainingOutcome(problem=error.problem)
        except Exception as error:  # a thread's edge
            log.exception("training failed")
            outcome = TrainingOutcome(problem=_internal(error))
        self._busy.clear()
        if not self._closed:
            self.run_ended.emit(outcome)

    def _evaluate(self, model: Path, folder: Path) -> None:
        from mmdesk.app.training_work import evaluate
        from mmdesk.training.loop import Cancelled, Listeners

        _step_back()
        listeners = Listeners(on_progress=self._tell_progress, cancelled=self._cancel.is_set)
        try:
            outcome = evaluate(model, folder, self._device, listeners)
        except Cancelled:
            outcome = EvaluationOutcome()
        except MmdeskError as error:
            outcome = EvaluationOutcome(problem=error.problem)
        except Exception as error:  # a thread's edge
            log.exception("the evaluation failed")
            outcome = EvaluationOutcome(problem=_internal(error))
        self._busy.clear()
        if not self._closed:
            self.evaluation_ended.emit(outcome)

    # ---- told by the training thread ----

    def _tell_start(self, earlier: tuple[EpochReport, ...]) -> None:
        if not self._closed:
            self.run_started.emit(earlier)

    def _tell_epoch(self, report: EpochReport) -> None:
        if not self._closed:
            self.epoch_ended.emit(report)

    def _tell_progress(self, progress: TrainingProgress) -> None:
        now_s = time.monotonic()
        same = progress.stage == self._progress_stage
        if self._closed or (same and now_s - self._progress_s < _PROGRESS_EVERY_S):
            return
        self._progress_stage, self._progress_s = progress.stage, now_s
        self.progressed.emit(progress)


def _step_back() -> None:
    """Let the live picture and the live answers go before: threads that torch starts from here inherit it."""
    if sys.platform == "linux":  # elsewhere a nice value is the whole process's
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)


def _internal(error: Exception) -> Problem:
    lines = str(error).splitlines()
    return Problem("internal", detail=f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__)
