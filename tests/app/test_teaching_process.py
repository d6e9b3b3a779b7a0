"""Lessons that come while another one is being learnt, or the process is not ready yet."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from mmdesk.app import teaching_process
from mmdesk.app.child_work import Answers
from mmdesk.app.teaching_process import LessonMessage
from mmdesk.core.lesson import Lesson
from mmdesk.core.teaching import LessonState
from mmdesk.core.teaching_report import TeachingOutcome
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.training.teaching.teacher import Taught, Teacher

WAIT_S = 120.0


class Process:
    """The work of the process on threads of this one; it is busy until `go`."""

    def __init__(self, folder: Path, mine: Connection, its: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._mine = folder, mine
        self._sent: set[str] = set()
        self.go, self.began = threading.Event(), threading.Event()
        look = teaching_process._Worker._look

        def look_when_ready(worker: Any) -> None:
            self.began.set()
            assert self.go.wait(WAIT_S)
            look(worker)

        monkeypatch.setattr(teaching_process._Worker, "_look", look_when_ready)
        self.worker = teaching_process._Worker(Answers(its))

    def learn(self, lesson: Lesson) -> None:
        """Send a lesson as the window does: each sample once."""
        state = lesson.state
        new = tuple(sample for sample in state.samples if sample.id not in self._sent)
        self._sent = {sample.id for sample in state.samples}
        pairs = tuple((sample.id, sample.class_id) for sample in state.samples)
        message = LessonMessage(lesson.revision, state.classes, pairs, new, state.inputs, str(self._folder))
        self.worker.take(lesson.revision, "learn", (message,))

    def outcome_of(self, revision: int) -> TeachingOutcome:
        """Wait for the whole answer to a lesson."""
        while self._mine.poll(WAIT_S):
            message = self._mine.recv()
            if isinstance(message, tuple) and message[0] == "outcome_ready":
                outcome: TeachingOutcome = message[1]
                if outcome.revision == revision and outcome.whole:
                    return outcome
        raise AssertionError(f"no answer to lesson {revision}")


@pytest.fixture
def process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Process]:
    mine, its = Pipe()
    with mine, its:
        found = Process(tmp_path, mine, its, monkeypatch)
        yield found
        found.go.set()
        found.worker.stop()


def test_what_comes_before_an_older_lesson_is_learnt_is_not_lost(process: Process) -> None:
    lesson = Lesson()
    mug, shoe = (lesson.add_class(name).id for name in ("mug", "shoe"))
    process.learn(lesson)
    assert process.began.wait(WAIT_S)  # it has taken that lesson, and is not through with loading its networks
    lesson.add_samples(mug, [{"text": word} for word in ("mug", "mugs", "a mug")])
    process.learn(lesson)
    lesson.add_samples(shoe, [{"text": word} for word in ("shoe", "shoes", "a shoe")])
    process.learn(lesson)
    process.go.set()
    outcome = process.outcome_of(lesson.revision)
    assert outcome.problem is None
    assert load_checkpoint(Path(outcome.model)).labels == ("mug", "shoe")


def test_what_comes_while_another_lesson_is_learnt_is_not_lost(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson, teach = Lesson(), Teacher.teach
    for name in ("mug", "shoe"):
        lesson.add_samples(lesson.add_class(name).id, [{"text": name}, {"text": f"a {name}"}])
    first, learnt = lesson.revision, threading.Event()

    def disturbed(teacher: Teacher, state: LessonState, revision: int, wanted: Callable[[], bool]) -> Iterator[Taught]:
        if revision == first:
            learnt.set()
            while wanted():
                time.sleep(0.001)
        return teach(teacher, state, revision, wanted)

    monkeypatch.setattr(Teacher, "teach", disturbed)
    process.go.set()
    process.learn(lesson)
    assert learnt.wait(WAIT_S)
    lesson.add_samples(lesson.add_class("hat").id, [{"text": "hat"}, {"text": "a hat"}])
    process.learn(lesson)
    outcome = process.outcome_of(lesson.revision)
    assert outcome.problem is None
    assert load_checkpoint(Path(outcome.model)).labels == ("mug", "shoe", "hat")
