"""The process in which the Train window's work is done; it loads no Qt.

It reads commands and sends signals: the names of `TrainingSession`'s, each with its arguments. There are two lanes, for
what may run at the same time: one looks at data (options, checks, previews), one trains or evaluates. A newer check
takes the place of an older one. Whatever is kept of a run, its stored features above all, is kept here.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from mmdesk.app import log as program_log
from mmdesk.core.errors import DatasetError, Finding, MmdeskError
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import EvaluationOutcome, FolderReport, TrainingOutcome, TrainingRequest
from mmdesk.core.training_progress import EpochReport, TrainingProgress
from mmdesk.engine.child_process import STOP, Done

if TYPE_CHECKING:
    from mmdesk.training.dataset import Dataset

log = logging.getLogger(__name__)

PREVIEW_ROWS = 6
NICENESS = 10
_PROGRESS_EVERY_S = 0.1
_LAST_WAIT_S = 8.0
_OOM_ADJUSTMENT = "600"


class _OutOfDate(Exception):  # noqa: N818 - not an error: something newer was asked for
    """The folder being checked is no longer wanted."""


def serve(connection: Connection) -> None:
    """The whole life of the process: do what is asked until told to stop, or until whoever asks is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl+C goes to the window, which stops this in order
    step_back()
    worker = _Worker(connection)
    program_log.start_log_of_child(worker.send_record)
    try:
        while True:
            number, name, arguments = connection.recv()
            if name == STOP.name:
                break
            worker.begin(number, name, arguments)
    except (EOFError, OSError):
        # The window is gone, killed perhaps. What stands on disk is the end of the last whole epoch.
        os._exit(1)
    worker.stop()
    os._exit(0)  # threads inside torch do not outlive the interpreter in peace


def step_back(niceness: int = NICENESS) -> None:
    """Let the live picture and the live answers go before, in time, cores and memory; before torch is loaded.

    Args:
        niceness: How far, on systems that count it.
    """
    psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else niceness)
    os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) // 2)))
    # Threads that spin while they wait starve the picture.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    with suppress(OSError):  # Linux's alone: where memory runs out this process goes, not the window
        Path("/proc/self/oom_score_adj").write_text(_OOM_ADJUSTMENT, encoding="ascii")


class _Worker:
    """Does the commands, each on a thread of its own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sending = threading.Lock()
        self._threads: set[threading.Thread] = set()
        self._cancel = threading.Event()
        # Written by the thread that reads commands, read by checks: a plain number needs no lock.
        self._newest_check = 0
        # Written by a check, read by a preview; a reference is exchanged as a whole.
        self._dataset: tuple[str, Dataset] | None = None
        # When progress was sent last; each is one lane's own.
        self._check_s = self._progress_s = 0.0
        self._progress_stage = ""

    def begin(self, number: int, name: str, arguments: tuple[Any, ...]) -> None:
        """Start a command."""
        if name == "cancel":
            self._cancel.set()
            self._send(Done(number))
            return
        if name == "check":
            self._newest_check = number
            arguments = (*arguments, number)
        if name in ("train", "evaluate"):
            self._cancel.clear()
        jobs: dict[str, Callable[..., None]] = {
            "options": self._find_options,
            "check": self._check,
            "preview": self._draw,
            "train": self._train,
            "evaluate": self._evaluate,
        }
        self._threads = {thread for thread in self._threads if thread.is_alive()}
        thread = threading.Thread(target=self._guard, args=(number, jobs[name], arguments), name=name, daemon=True)
        self._threads.add(thread)
        thread.start()

    def stop(self) -> None:
        """Let every job end, and wait for it a while."""
        self._newest_check = -1
        self._cancel.set()
        deadline_s = time.monotonic() + _LAST_WAIT_S
        for thread in self._threads:
            thread.join(max(0.0, deadline_s - time.monotonic()))

    def send_record(self, record: logging.LogRecord) -> None:
        """Have a record written where the program's log is."""
        self._send(("log", record))

    def _emit(self, signal_name: str, *arguments: Any) -> None:
        self._send((signal_name, *arguments))

    def _send(self, message: Any) -> None:
        with self._sending, suppress(OSError):  # the window is gone: the thread that reads commands sees it too
            self._connection.send(message)

    def _guard(self, number: int, job: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        try:
            job(*arguments)
        except _OutOfDate:
            pass
        except Exception as error:  # noqa: BLE001 - a thread's edge
            self._emit("failed", problem_of(error))
        self._send(Done(number))

    # ---- the jobs ----

    def _find_options(self, device: str) -> None:
        from mmdesk.app.jobs import available_options

        self._emit("options_ready", available_options(device))

    def _check(self, folder: str, number: int) -> None:
        from mmdesk.app.jobs import report_folder

        def progress(done: int, total: int | None) -> None:
            if number != self._newest_check:
                raise _OutOfDate
            now_s = time.monotonic()
            if now_s - self._check_s >= _PROGRESS_EVERY_S:
                self._check_s = now_s
                self._emit("check_progressed", done, -1 if total is None else total)

        dataset: Dataset | None = None
        try:
            report, dataset = report_folder(Path(folder), progress)
        except DatasetError as error:
            report = broken_folder(folder, *error.problems)
        except OSError as error:
            report = broken_folder(
                folder, Finding("", 0, Problem("table.unreadable", reason=error.strerror or str(error)))
            )
        if number != self._newest_check:
            raise _OutOfDate
        self._dataset = None if dataset is None else (folder, dataset)
        self._emit("folder_reported", report)

    def _draw(self, folder: str, augmentation: str, seed: int) -> None:
        from mmdesk.app.augmentation_preview import preview_rows
        from mmdesk.training.augmentation import Augmentation
        from mmdesk.training.dataset import read_dataset

        number = self._newest_check
        known = self._dataset
        if known is None or known[0] != folder:  # it was checked by a process that is gone
            known = self._dataset = (folder, read_dataset(Path(folder)))
        presets = {"none": Augmentation.none, "light": Augmentation.light, "strong": Augmentation.strong}
        rows = preview_rows(known[1], presets[augmentation](), count=PREVIEW_ROWS, seed=seed)
        if number == self._newest_check:
            self._emit("preview_ready", rows)

    def _train(self, request: TrainingRequest, device: str, replace_model: bool) -> None:
        from mmdesk.app.training_work import train
        from mmdesk.training.loop import Cancelled, Listeners

        def on_start(earlier: tuple[EpochReport, ...]) -> None:
            self._emit("run_started", earlier)

        def on_epoch(report: EpochReport) -> None:
            self._emit("epoch_ended", report)

        listeners = Listeners(on_epoch, self._report_progress, self._cancel.is_set)
        try:
            outcome = train(request, device, listeners, on_start, replace_model=replace_model)
        except Cancelled:
            outcome = TrainingOutcome(cancelled=True)
        except Exception as error:  # noqa: BLE001 - a thread's edge
            outcome = TrainingOutcome(problem=problem_of(error))
        self._emit("run_ended", outcome)

    def _evaluate(self, model: str, folder: str, device: str) -> None:
        from mmdesk.app.training_work import evaluate
        from mmdesk.training.loop import Cancelled, Listeners

        listeners = Listeners(on_progress=self._report_progress, cancelled=self._cancel.is_set)
        try:
            outcome = evaluate(Path(model), Path(folder), device, listeners)
        except Cancelled:
            outcome = EvaluationOutcome()
        except Exception as error:  # noqa: BLE001 - a thread's edge
            outcome = EvaluationOutcome(problem=problem_of(error))
        self._emit("evaluation_ended", outcome)

    def _report_progress(self, progress: TrainingProgress) -> None:
        now_s = time.monotonic()
        if progress.stage != self._progress_stage or now_s - self._progress_s >= _PROGRESS_EVERY_S:
            self._progress_stage, self._progress_s = progress.stage, now_s
            self._emit("progressed", progress)


def broken_folder(folder: str, *problems: Finding) -> FolderReport:
    """The report of a folder of which nothing is known but what is wrong with it."""
    return FolderReport(folder, Path(folder).name, "", (), (), None, False, problems, ())


def problem_of(error: Exception) -> Problem:
    """What is told of an exception; the log gets the others' traces."""
    if isinstance(error, MmdeskError):
        return error.problem
    log.error("%s failed", threading.current_thread().name, exc_info=error)
    # Of memory that a CPU lacks torch tells by a plain RuntimeError, which only its allocator's name tells apart.
    if (
        isinstance(error, MemoryError)
        or type(error).__name__ == "OutOfMemoryError"
        or "DefaultCPUAllocator" in str(error)
    ):
        return Problem("training.no_memory")
    lines = str(error).splitlines()
    return Problem("internal", detail=f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__)
