"""Killed at any moment while samples are recorded and saved, a project opens with all that was confirmed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mmdesk.sources.teaching.project import TeachingProject

MOMENTS = int(os.environ.get("MMDESK_KILLS", "4"))
"""How often it is killed; more show more."""

RECORDS = """
import sys
import numpy as np
from pathlib import Path
from mmdesk.core.lesson import Lesson
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
