"""From letting go of the record key to the first live answer of the new model, in the real window.

    python tests/benchmarks/teach_seconds.py --classes 5 --samples 10 --rounds 5

A project of made-up classes is opened in the Teach window under Xvfb, with a camera stream; then the record key is held
for a second, again and again. Prints one JSON object: seconds of each round, their median, and the largest gap between
frames drawn in the Teach window from the key's release to the whole model. Needs Xvfb, xdotool and openbox.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from mmdesk.core.lesson import Lesson  # noqa: E402
from mmdesk.core.observation import SAMPLE_RATE_HZ  # noqa: E402
from mmdesk.sources.teaching.project import TeachingProject  # noqa: E402
from tests.e2e.live_program import LiveProgram, Screen  # noqa: E402
from tests.fakes.mjpeg_server import MjpegServer, encode_jpeg  # noqa: E402

_HELD_S = 1.0
_LONGEST_S = 180.0


def picture(rng: np.random.Generator, number: int, size: tuple[int, int] = (224, 224)) -> NDArray[np.uint8]:
    """A pattern of stripes that belongs to a class, a little different each time."""
    y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    angle = number * 0.7 + rng.normal(0, 0.05)
    wave = np.sin((x * np.cos(angle) + y * np.sin(angle)) / (4 + number % 5) + rng.uniform(0, 6))
    colour = np.array([(number * k) % 5 for k in (1, 2, 3)], np.float32) * 30
    noise = rng.normal(0, 6, (*size, 3))
    return np.clip(90 + colour + 60 * wave[..., None] + noise, 0, 255).astype(np.uint8)


def made_project(folder: Path, classes: int, samples: int) -> None:
    """Save a lesson in which each sample has a picture, a sound and a text."""
    rng, lesson = np.random.default_rng(0), Lesson()
    seconds = np.arange(SAMPLE_RATE_HZ, dtype=np.float32) / SAMPLE_RATE_HZ
    for number in range(classes):
        made = lesson.add_class(f"class {number}")
        contents = []
        for _ in range(samples):
            tone = 0.3 * np.sin(2 * np.pi * (180 + 35 * number + rng.normal(0, 3)) * seconds * (1 + 0.1 * seconds))
            sound = (tone + rng.normal(0, 0.01, len(tone))).astype(np.float32)
            contents.append({"image": picture(rng, number), "audio": sound, "text": f"thing {number}"})
        lesson.add_samples(made.id, contents)
    TeachingProject.create(folder, lesson.state).close()


class Watch:
    """What the program has written of its frames and answers."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def rows(self, kind: str, since_s: float) -> list[list[str]]:
        content = self._path.read_text(encoding="utf-8")
        lines = [line.split("\t") for line in content[: content.rfind("\n") + 1].splitlines()]
        return [row for row in lines if row[0] == kind and float(row[1]) >= since_s]

    def model(self) -> str:
        """The model of the newest answer; empty before the first."""
        found = self.rows("answer", 0.0)
        return found[-1][3] if found else ""

    def answered(self, since_s: float, wanted: Any) -> float:
        """Wait for an answer of a model; returns when it came."""
        deadline_s = time.perf_counter() + _LONGEST_S
        while time.perf_counter() < deadline_s:
            found = [float(row[1]) for row in self.rows("answer", since_s) if wanted(row[3])]
            if found:
                return found[0]
            time.sleep(0.05)
        raise AssertionError(f"no answer of a new model within {_LONGEST_S:.0f} s; the last is of {self.model()!r}")


def is_whole(model: str) -> bool:
    """Whether a model has every method."""
    return model.startswith("taught-") and not model.endswith("-first")


def measured(options: argparse.Namespace, folder: Path, screen: Screen) -> dict[str, Any]:
    """Run the program and hold the key."""
    made_project(folder / "project", options.classes, options.samples)
    lines = folder / "lines.txt"
    lines.touch()
    config = folder / "config" / "mmdesk"
    config.mkdir(parents=True)
    (config / "settings.ini").write_text("[view]\nwelcome=false\nstart_page=false\n", encoding="utf-8")
    rng = np.random.default_rng(1)
    shown = [encode_jpeg(picture(rng, options.classes - 1, (480, 640))) for _ in range(30)]
    camera = MjpegServer(shown, 30.0)
    environment = os.environ | {"MMDESK_TEACH_LINES": str(lines), "MMDESK_TEACH_PROJECT": str(folder / "project")}
    arguments = ["--camera", camera.url, "--model", "digits"]
    program = LiveProgram(arguments, folder, screen.name, environment, module="tests.e2e.teach_program")
    watch, found, gaps = Watch(lines), [], []
    try:
        program.wait_for_title("mmdesk", 60)
        program.press("ctrl+e")
        watch.answered(0.0, is_whole)
        program.press("Escape")  # the keyboard is the record key's, not a name's
        for _ in range(options.rounds):
            before = watch.model()
            program._xdotool("keydown", "space")
            time.sleep(_HELD_S)
            program._xdotool("keyup", "space")
            released_s = time.perf_counter()
            found.append(watch.answered(released_s, lambda model, old=before: model != old) - released_s)
            old = watch.model()
            whole_s = watch.answered(
                released_s, lambda model, old=old, first=before: model != first and is_whole(model)
            )
            frames = [float(row[1]) for row in watch.rows("frame", released_s) if float(row[1]) <= whole_s + 1]
            gaps.append(float(np.diff(frames).max()) * 1000)
    finally:
        status = program.stop()
        camera.close()
    return {
        "classes": options.classes,
        "samples": options.samples,
        "status": status,
        "seconds": [round(each, 2) for each in found],
        "median_s": round(statistics.median(found), 2),
        "largest_gap_ms": [round(each) for each in gaps],
        "median_gap_ms": round(statistics.median(gaps)),
    }


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--classes", type=int, default=5)
    parser.add_argument("--samples", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ts") as name, Screen("1366x768") as screen:
        manager = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": screen.name}, stderr=subprocess.DEVNULL)
        try:
            time.sleep(1.0)
            print(json.dumps(measured(options, Path(name), screen)))
        finally:
            manager.terminate()
            manager.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
