"""The process in which a recording becomes a video or a table: the window draws on, and live answers go before."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesk.app import log as program_log
from mmdesk.app.child_work import Answers, problem_of, step_back
from mmdesk.core.problem import Problem
from mmdesk.core.user_controls import AS_RECORDED, ReplayControls

if TYPE_CHECKING:
    from mmdesk.engine.model_loading import LoadedModel
    from mmdesk.sources.session import SessionReader

_NICENESS = 8
_TELL_EVERY = 0.005

VIDEO = ".webm"


@dataclass(frozen=True, slots=True)
class ExportJob:
    """A file that is wanted.

    Attributes:
        recording: Folder of the recording.
        model: The checkpoint that answers.
        fusion: The fusion method that does where it is not the one of then; empty for the model's first.
        path: The file: a video (``.webm``), or a table (``.csv``, ``.parquet``).
        from_s: Where it begins.
        to_s: Where it ends.
        theme: "dark" or "light".
        language: Of its words.
        under: What is in force.
    """

    recording: Path
    model: Path
    fusion: str
    path: Path
    from_s: float
    to_s: float
    theme: str
    language: str
    under: ReplayControls = AS_RECORDED


def serve(connection: Connection) -> None:
    """The whole life of the process: write one file, unless whoever asked says stop or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl+C goes to the window, which stops this in order
    step_back(_NICENESS)
    answers, stopping = Answers(connection), threading.Event()
    program_log.start_log_of_child(answers.send_record)
    try:
        _, _, (job,) = connection.recv()
    except (EOFError, OSError, ValueError):  # told to stop before anything was asked
        os._exit(0)
    threading.Thread(target=_listen, args=(connection, stopping), name="commands", daemon=True).start()
    answers.emit("begun", os.getpid())  # by which is known what this process would leave behind
    problem: Problem | None = None
    done = False
    try:
        done = _export(job, answers, stopping)
    except Exception as error:  # noqa: BLE001 - the edge of a process
        problem = problem_of(error)
    answers.emit("ended", done, problem)
    os._exit(0)  # threads inside torch do not outlive the interpreter in peace


def _listen(connection: Connection, stopping: threading.Event) -> None:
    with suppress(EOFError, OSError):
        connection.recv()
    stopping.set()  # the only further command is to stop; and without the window nobody waits for the file


def _export(job: ExportJob, answers: Answers, stopping: threading.Event) -> bool:
    told = -1.0

    def tell(share: float) -> bool:
        nonlocal told
        if share - told >= _TELL_EVERY or share >= 1.0:
            told = share
            answers.emit("progressed", share)
        return not stopping.is_set()

    return _film(job, tell) if job.path.suffix.lower() == VIDEO else _tabulate(job, tell)


def _film(job: ExportJob, tell: Callable[[float], bool]) -> bool:
    from mmdesk.app.replay_video import VideoOptions, film_recording, offscreen_application

    application = offscreen_application()
    reader, loaded = _opened(job)
    options = VideoOptions(job.from_s, job.to_s, job.under, job.theme, job.language)
    done = film_recording(reader, loaded, job.path, options, tell)
    del application  # it had to live until here
    return done


def _tabulate(job: ExportJob, tell: Callable[[float], bool]) -> bool:
    from mmdesk.engine.replayed_table import write_answers

    reader, loaded = _opened(job)
    stretch = {"from_s": job.from_s, "to_s": job.to_s}
    return write_answers(reader, loaded.microscope, job.path, **stretch, under=job.under, on_progress=tell)


def _opened(job: ExportJob) -> tuple[SessionReader, LoadedModel]:
    from mmdesk.engine.model_loading import load_model
    from mmdesk.sources.session import SessionReader

    reader, loaded = SessionReader(job.recording), load_model(job.model, "cpu")
    if job.fusion in loaded.state.fusions:
        loaded.microscope.predictor.choose(job.fusion)
    return reader, loaded
