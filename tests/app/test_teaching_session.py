"""Lessons are learnt in a process of its own: newest wins, names without training, and a process that dies."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.app.teaching_session import TeachingSession
from mmdesk.core.lesson import Lesson
from mmdesk.core.teaching_report import TeachingOutcome
from mmdesk.models.checkpoint import load_checkpoint

WAIT_MS = 120_000


@pytest.fixture
def session() -> Iterator[TeachingSession]:
    found = TeachingSession()
    yield found
    assert found.shutdown()


def lesson() -> Lesson:
    """Two classes of three words each."""
    found = Lesson()
    for name, words in (("mug", ("mug", "mugs", "a mug")), ("shoe", ("shoe", "shoes", "a shoe"))):
        made = found.add_class(name)
        found.add_samples(made.id, [{"text": word} for word in words])
    return found


def outcomes(session: TeachingSession) -> list[TeachingOutcome]:
    heard: list[TeachingOutcome] = []
    session.outcome_ready.connect(heard.append)
    return heard


def is_whole(heard: list[TeachingOutcome], revision: int) -> bool:
    return any(one.revision == revision and one.report is not None and one.report.fused is not None for one in heard)


def test_a_lesson_is_learnt_in_two_steps_and_renamed_without_training(qtbot: QtBot, session: TeachingSession) -> None:
    taught, heard = lesson(), outcomes(session)
    session.warm_up()
    session.learn(taught.state, taught.revision)
    qtbot.waitUntil(lambda: is_whole(heard, taught.revision), timeout=WAIT_MS)
    assert [(one.revision, one.problem, one.trained) for one in heard] == [(taught.revision, None, True)] * 2
    taught.rename_class(taught.state.classes[0].id, "cup")
    session.learn(taught.state, taught.revision)
    qtbot.waitUntil(lambda: is_whole(heard, taught.revision), timeout=WAIT_MS)
    assert (heard[-1].trained, len(heard)) == (False, 3)
    assert load_checkpoint(Path(heard[-1].model)).labels == ("cup", "shoe")
    assert heard[-1].report is not None
    assert [dict(one.advice.fields)["name"] for one in heard[-1].report.classes] == ["cup", "shoe"]
    assert len(list(Path(heard[-1].model).parent.glob("taught-*"))) == 2


def test_what_is_forgotten_leaves_no_model_behind(qtbot: QtBot, session: TeachingSession) -> None:
    taught, heard = lesson(), outcomes(session)
    session.learn(taught.state, taught.revision)
    qtbot.waitUntil(lambda: is_whole(heard, taught.revision), timeout=WAIT_MS)
    folder = Path(heard[-1].model).parent
    taught.forget_all()
    session.learn(taught.state, taught.revision, wiped=True)
    qtbot.waitUntil(lambda: heard[-1].revision == taught.revision, timeout=WAIT_MS)
    assert list(folder.glob("taught-*")) == []


def test_why_there_is_no_model_is_told(qtbot: QtBot, session: TeachingSession) -> None:
    taught, heard = Lesson(), outcomes(session)
    taught.add_samples(taught.add_class("mug").id, [{"text": "mug"}])
    session.learn(taught.state, taught.revision)
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    assert heard[0].problem is not None
    assert (heard[0].problem.code, heard[0].model) == ("teach.one_class", "")


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not there")
def test_a_process_that_dies_is_told_and_the_next_lesson_starts_another(qtbot: QtBot, session: TeachingSession) -> None:
    taught, heard = lesson(), outcomes(session)
    session.learn(taught.state, taught.revision)
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    assert session.pid is not None
    os.kill(session.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: any(one.problem is not None for one in heard), timeout=WAIT_MS)
    assert heard[-1].problem is not None
    assert heard[-1].problem.code == "training.process_killed"
    heard.clear()
    session.learn(taught.state, taught.revision)
    qtbot.waitUntil(lambda: any(one.model for one in heard), timeout=WAIT_MS)
