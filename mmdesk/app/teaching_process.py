"""The process in which lessons are learnt; it loads no Qt, stays warm, and keeps nothing on the disk but models.

It reads commands all the time and has one thread that does the newest: a lesson that has changed ends the work on the
one before. Samples come once; what is kept of them is what the frozen encoders made of them.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mmdesk.app.child_work import Answers, problem_of
from mmdesk.app.child_work import serve as serve_commands
from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.teaching import LessonState, TaughtClass, TaughtSample
from mmdesk.core.teaching_report import TeachingOutcome
from mmdesk.engine.child_process import Done

if TYPE_CHECKING:
    from mmdesk.training.teaching.teacher import Taught, Teacher

log = logging.getLogger(__name__)

_NICENESS = 4
"""Less than in training: somebody waits for the answer, and on a busy machine 10 is no time at all."""
_KEPT_MODELS = 2
_LAST_WAIT_S = 5.0


@dataclass(frozen=True, slots=True, eq=False)
class LessonMessage:
    """A state of a lesson on its way to the process.

    Attributes:
        revision: Its number.
        classes: In their order.
        samples: Ids and classes of all samples, in their order.
        new: Samples that the process does not have.
        inputs: What samples may hold.
        folder: Where models are written.
        wiped: Whether the models there were made of something that is to be forgotten.
    """

    revision: int
    classes: tuple[TaughtClass, ...]
    samples: tuple[tuple[str, str], ...]
    new: tuple[TaughtSample, ...]
    inputs: tuple[Input, ...] = field(default=DEFAULT_INPUTS)
    folder: str = ""
    wiped: bool = False


def serve(connection: Connection) -> None:
    """The whole life of the process; see `mmdesk.app.child_work.serve`."""
    serve_commands(connection, _Worker, _NICENESS)


class _Worker:
    """Takes commands on one thread and learns on another."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._changed = threading.Condition()
        # Guarded by the condition: samples that were not looked at yet, the newest lesson, and the samples that the
        # newest one holds. Those stay, whichever is being learnt: they are sent once.
        self._arrived: list[TaughtSample] = []
        self._newest: LessonMessage | None = None
        self._held: set[str] = set()
        self._stopping = self._warm = False
        self._contents: dict[str, TaughtSample] = {}
        self._teacher: Teacher | None = None
        self._taught: tuple[tuple[tuple[str, str], ...], frozenset[str]] | None = None
        self._models: list[Path] = []
        self._thread = threading.Thread(target=self._work, name="learning", daemon=True)
        self._thread.start()

    def take(self, number: int, name: str, arguments: tuple[Any, ...]) -> None:
        """Take a command: "warm_up" without arguments, or "learn" with a `LessonMessage`."""
        with self._changed:
            if name == "learn":
                message: LessonMessage = arguments[0]
                self._arrived += message.new
                wiped = message.wiped or (self._newest is not None and self._newest.wiped)
                self._newest = replace(message, new=(), wiped=wiped)
                self._held = {identity for identity, _ in message.samples}
            self._warm = True
            self._changed.notify()
        self._answers.send(Done(number))

    def stop(self) -> None:
        """Let the work end, and wait for it a while."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self._thread.join(_LAST_WAIT_S)

    # ---- the thread that learns ----

    def _work(self) -> None:
        while True:
            with self._changed:
                while not (self._stopping or self._arrived or self._newest or (self._warm and self._teacher is None)):
                    self._changed.wait()
                if self._stopping:
                    return
                message, self._newest = self._newest, None
            try:
                self._look()
                if message is not None:
                    self._learn(message)
            except Exception as error:  # noqa: BLE001 - a thread's edge
                problem = problem_of(error)
                if message is not None:
                    self._answers.emit("outcome_ready", TeachingOutcome(message.revision, problem=problem))
                else:
                    self._answers.emit("failed", problem)
                    if self._teacher is None:
                        self._warm = False  # until something is asked for again

    def _the_teacher(self, inputs: Sequence[Input] = DEFAULT_INPUTS) -> Teacher:
        import torch

        from mmdesk.training.teaching.teacher import Teacher

        if self._teacher is None:
            torch.set_num_threads(max(1, (os.cpu_count() or 1) // 2))
            self._teacher = Teacher(inputs)
            self._teacher.warm_up()
        return self._teacher

    def _look(self) -> None:
        """Look at samples that have arrived."""
        teacher = self._the_teacher()
        with self._changed:
            arrived, self._arrived = self._arrived, []
        for sample in arrived:
            teacher.embedder.embed([sample])
            # What it holds is not needed any more; that it holds it is.
            self._contents[sample.id] = replace(sample, inputs=dict.fromkeys(sample.inputs, "·"))

    def _wanted(self) -> bool:
        return self._newest is None and not self._stopping

    def _learn(self, message: LessonMessage) -> None:
        from mmdesk.training.teaching.fit import Superseded

        if message.wiped:
            self._forget_models(Path(message.folder))
        if not self._wanted():
            return
        teacher = self._the_teacher(message.inputs)
        self._keep_held(teacher)
        samples = tuple(
            replace(self._contents[identity], class_id=class_id)
            for identity, class_id in message.samples
            if identity in self._contents
        )
        state = LessonState(message.classes, samples, message.inputs)
        taught = (message.samples, frozenset(class_id for _, class_id in message.samples))
        if taught == self._taught and (last := teacher.relabelled(state, message.revision)) is not None:
            self._answer(last, message, trained=False)
            return
        self._taught = None
        try:
            for made in teacher.teach(state, message.revision, self._wanted):
                self._answer(made, message, trained=True)
                if made.whole:
                    self._taught = taught
        except Superseded:
            log.info("lesson %d gives way to a newer one", message.revision)
        finally:
            self._keep_held(teacher)

    def _keep_held(self, teacher: Teacher) -> None:
        """Forget samples that no lesson needs any more."""
        with self._changed:
            held = frozenset(self._held)
        self._contents = {identity: sample for identity, sample in self._contents.items() if identity in held}
        teacher.embedder.keep(held)

    def _forget_models(self, folder: Path) -> None:
        """Delete every model: a process that was there before this one may have made some, too."""
        self._models, self._taught = [], None
        for path in folder.glob("taught-*"):
            with suppress(OSError):
                path.unlink()

    def _answer(self, made: Taught, message: LessonMessage, *, trained: bool) -> None:
        part = "" if made.whole else "-first"
        path = Path(message.folder) / f"taught-{message.revision}{part}.mmdesk"
        self._the_teacher().save(made, path)
        outcome = TeachingOutcome(message.revision, str(path), made.report, None, trained, made.whole)
        self._answers.emit("outcome_ready", outcome)
        if path not in self._models:
            self._models.append(path)
        while len(self._models) > _KEPT_MODELS:
            with suppress(OSError):
                self._models.pop(0).unlink(missing_ok=True)
