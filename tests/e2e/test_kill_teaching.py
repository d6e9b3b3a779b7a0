"""Killed at any moment while samples are recorded, saved and learnt, a project opens with all that was confirmed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.sources.teaching.project import TeachingProject

MOMENTS = int(os.environ.get("MMDESK_KILLS", "4"))
"""How often it is killed; more show more."""

RECORDS = """
import sys
import numpy as np
from pathlib import Path
from mmdesk.core.lesson import Lesson
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.sources.teaching.project import TeachingProject

rng = np.random.default_rng(0)
lesson = Lesson()
names = [lesson.add_class(f"class {number}").id for number in range(3)]
project = TeachingProject.create(Path(sys.argv[1]), lesson.state)
number = 0
while True:
    number += 1
    burst = [{"image": rng.integers(0, 256, (60, 80, 3)).astype(np.uint8),
              "audio": rng.uniform(-0.5, 0.5, 4000).astype(np.float32), "text": f"word {number}"} for _ in range(3)]
    lesson.add_samples(names[number % 3], burst)
    if number % 4 == 0:
        lesson.delete_samples([lesson.state.samples[0].id])
    project.save(lesson.state)
    print(" ".join(sample.id for sample in lesson.state.samples), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not there")
def test_killed_at_random_moments_nothing_confirmed_is_lost(tmp_path: Path) -> None:
    draw = random.Random(0)
    for moment in range(MOMENTS):
        folder = tmp_path / str(moment)
        process = subprocess.Popen([sys.executable, "-c", RECORDS, str(folder)], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        time.sleep(draw.uniform(0, 0.5))
        os.kill(process.pid, signal.SIGKILL)
        rest, _ = process.communicate()
        lines += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        confirmed = lines[-1].split()
        assert confirmed
        project, opened = TeachingProject.open(folder)
        found = {sample.id for sample in opened.state.samples}
        # What was being saved may be saved already: a burst more, and the oldest sample deleted.
        assert set(confirmed[1:]) <= found, f"kill {moment}"
        assert opened.findings == ()
        assert all(set(sample.inputs) == {"image", "audio", "text"} for sample in opened.state.samples)
        project.save(opened.state)
        project.close()


TRAINS = """
import sys
import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer
from mmdesk.app.teaching_session import TeachingSession
from mmdesk.app.teaching_store import TeachingStore
from mmdesk.core.lesson import Lesson


def main():
    application = QCoreApplication([])
    rng = np.random.default_rng(0)
    lesson, store, session = Lesson(), TeachingStore(), TeachingSession()
    names = [lesson.add_class(f"class {number}").id for number in range(3)]
    held = {}

    def say(*words):
        print(*words, flush=True)

    def on_outcome(outcome):
        say("process", session.pid)
        say("model" if outcome.model else f"problem {outcome.problem}")
        if outcome.whole and outcome.model:
            store.keep_model(sys.argv[1], outcome.model)
        # Every other lesson is broken off after its first model.
        if outcome.model and outcome.whole == (len(held) % 2 == 0):
            QTimer.singleShot(100, record)

    def record():
        burst = [{"image": rng.integers(0, 256, (60, 80, 3)).astype(np.uint8), "text": f"word {k}"} for k in range(2)]
        revision = len(held)
        lesson.add_samples(names[revision % 3], burst)
        held[revision] = " ".join(sample.id for sample in lesson.state.samples)
        store.save(sys.argv[1], revision, lesson.state)
        if revision >= 2:  # each class has examples
            session.learn(lesson.state, revision + 1)

    store.saved.connect(lambda path, revision: say("saved", held[revision]))
    session.outcome_ready.connect(on_outcome)
    store.failed.connect(lambda problem: say(f"problem {problem}"))
    session.warm_up()
    for _ in range(3):
        record()
    store.created.connect(lambda path: say("created"))
    store.create(sys.argv[1], lesson.state)
    application.exec()


if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not there")
def test_killed_while_it_learns_nothing_confirmed_is_lost_and_no_process_stays(tmp_path: Path) -> None:
    draw = random.Random(1)
    script = tmp_path / "trains.py"
    script.write_text(TRAINS, encoding="utf-8")
    for moment in range(max(1, MOMENTS // 4)):
        folder = tmp_path / str(moment)
        process = subprocess.Popen([sys.executable, str(script), str(folder)], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        lines: list[str] = []
        try:
            while not {"model\n", "created\n"} <= set(lines):
                lines.append(process.stdout.readline())
                assert lines[-1], "it ended by itself"
                assert not lines[-1].startswith("problem"), lines[-1]
            time.sleep(draw.uniform(0, 4))
        finally:
            os.kill(process.pid, signal.SIGKILL)
            rest, _ = process.communicate()
        learner = next(int(line.split()[1]) for line in lines if line.startswith("process"))
        lines += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        assert not [line for line in lines if line.startswith("problem")]
        saved = [line.split()[1:] for line in lines if line.startswith("saved")]
        project, opened = TeachingProject.open(folder)
        found = {sample.id for sample in opened.state.samples}
        assert not saved or set(saved[-1]) <= found, f"kill {moment}"
        assert len(found) >= 6
        assert opened.findings == ()
        if project.model.exists():
            assert len(load_checkpoint(project.model).labels) >= 2
        project.close()
        gone = psutil.Process(learner) if psutil.pid_exists(learner) else None
        assert gone is None or gone.wait(30) is not None or not gone.is_running()
