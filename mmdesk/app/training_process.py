"""The process in which the Train window's work is done; it loads no Qt.

It reads commands and sends signals: the names of `TrainingSession`'s, each with its arguments. There are two lanes, for
what may run at the same time: one looks at data (options, checks, previews), one trains or evaluates. A newer check
takes the place of an older one. Whatever is kept of a run, its stored features above all, is kept here.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mmdesk.app.child_work import Answers, problem_of
from mmdesk.app.child_work import serve as serve_commands
from mmdesk.core.errors import DatasetError, Finding
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import EvaluationOutcome, FolderReport, TrainingOutcome, TrainingRequest
from mmdesk.core.training_progress import EpochReport, TrainingProgress
from mmdesk.engine.child_process import Done

if TYPE_CHECKING:
    from mmdesk.training.dataset import Dataset

PREVIEW_ROWS = 6
NICENESS = 10
_PROGRESS_EVERY_S = 0.1
_LAST_WAIT_S = 8.0


class _OutOfDate(Exception):  # noqa: N818 - not an error: something newer was asked for
    """The folder being checked is no longer wanted."""


def serve(connection: Connection) -> None:
    """The whole life of the process; see `mmdesk.app.child_work.serve`."""
    serve_commands(connection, _Worker, NICENESS)


class _Worker:
    """Does the commands, each on a thread of its own."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._threads: set[threading.Thread] = set()
        self._cancel = threading.Event()
        # Written by the thread that reads commands, read by checks: a plain number needs no lock.
        self._newest_check = 0
        # Written by a check, read by a preview; a reference is exchanged as a whole.
        self._dataset: tuple[str, Dataset] | None = None
        # When progress was sent last; each is one lane's own.
        self._check_s = self._progress_s = 0.0
        self._progress_stage = ""

    def take(self, number: int, name: str, arguments: tuple[Any, ...]) -> None:
        """Start a command."""
        if name == "cancel":
            self._cancel.set()
            self._answers.send(Done(number))
            return
        if name == "leave_check":
            self._newest_check = number
            self._answers.send(Done(number))
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

    def _guard(self, number: int, job: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        try:
            job(*arguments)
        except _OutOfDate:
            pass
        except Exception as error:  # noqa: BLE001 - a thread's edge
            self._answers.emit("failed", problem_of(error))
        self._answers.send(Done(number))

    # ---- the jobs ----

    def _find_options(self, device: str) -> None:
        from mmdesk.app.jobs import available_options

        self._answers.emit("options_ready", available_options(device))

    def _check(self, folder: str, number: int) -> None:
        from mmdesk.app.jobs import report_folder

        def progress(done: int, total: int | None) -> None:
            if number != self._newest_check:
                raise _OutOfDate
            now_s = time.monotonic()
            if now_s - self._check_s >= _PROGRESS_EVERY_S:
                self._check_s = now_s
                self._answers.emit("check_progressed", done, -1 if total is None else total)

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
        self._answers.emit("folder_reported", report)

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
            self._answers.emit("preview_ready", rows)

    def _train(self, request: TrainingRequest, device: str, replace_model: bool) -> None:
        from mmdesk.app.training_work import train
        from mmdesk.training.loop import Cancelled, Listeners

        def on_start(earlier: tuple[EpochReport, ...]) -> None:
            self._answers.emit("run_started", earlier)

        def on_epoch(report: EpochReport) -> None:
            self._answers.emit("epoch_ended", report)

        listeners = Listeners(on_epoch, self._report_progress, self._cancel.is_set)
        try:
            outcome = train(request, device, listeners, on_start, replace_model=replace_model)
        except Cancelled:
            outcome = TrainingOutcome(cancelled=True)
        except Exception as error:  # noqa: BLE001 - a thread's edge
            outcome = TrainingOutcome(problem=problem_of(error))
        self._answers.emit("run_ended", outcome)

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
        self._answers.emit("evaluation_ended", outcome)

    def _report_progress(self, progress: TrainingProgress) -> None:
        now_s = time.monotonic()
        if progress.stage != self._progress_stage or now_s - self._progress_s >= _PROGRESS_EVERY_S:
            self._progress_stage, self._progress_s = progress.stage, now_s
            self._answers.emit("progressed", progress)


def broken_folder(folder: str, *problems: Finding) -> FolderReport:
    """The report of a folder of which nothing is known but what is wrong with it."""
    return FolderReport(folder, Path(folder).name, "", (), (), None, False, problems, ())
