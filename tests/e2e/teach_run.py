"""A teaching session with the real program, driven by keys and mouse: a camera, a microphone, a screen.

    python tests/e2e/teach_run.py --pictures FOLDER --out build/teach-run

The folder holds cut-out pictures of things, named after them (teapot.png); the first two are taught, the third is a
stranger. Needs Xvfb, xdotool, openbox, ffmpeg, espeak-ng and PulseAudio. Prints a line a step and a verdict; saves
screenshots. The exit status is 1 when a step failed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from tests.e2e.live_program import LiveProgram, Screen  # noqa: E402
from tests.fakes.mjpeg_server import MjpegServer, encode_jpeg  # noqa: E402
from tests.fakes.virtual_microphone import VirtualMicrophone  # noqa: E402

FPS = 30.0
TITLES = {"en": "Teach", "de": "Beibringen", "es": "Enseñar", "zh_CN": "教学"}
MOST_ACTIONS, MOST_SECONDS, MOST_GAP_MS = 6, 60.0, 100.0


def scene(thing: NDArray[np.uint8] | None, seed: int, count: int = 60) -> list[bytes]:
    """Two seconds of a thing in a hand that is not quite still, before a wall; of the wall alone for None."""
    import cv2

    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:480, 0:640].astype(np.float32)
    wall = np.stack([96 + 0.05 * x, 104 + 0.06 * y, 112 + 0.02 * x], 2)
    cv2.rectangle(wall, (40, 60), (150, 260), (70, 90, 130), -1)
    cv2.line(wall, (0, 410), (640, 400), (60, 66, 70), 6)
    frames = []
    for k in range(count):
        frame = wall + rng.normal(0, 3, wall.shape)
        if thing is not None:
            angle = 9 * np.sin(2 * np.pi * k / count)
            scale = 290 / max(thing.shape[:2]) * (1 + 0.08 * np.cos(2 * np.pi * k / count))
            turn = cv2.getRotationMatrix2D((thing.shape[1] / 2, thing.shape[0] / 2), angle, scale)
            turn[:, 2] += (320 - thing.shape[1] / 2, 240 - thing.shape[0] / 2)
            turn[:, 2] += 14 * np.array([np.sin(4 * np.pi * k / count), np.cos(2 * np.pi * k / count)])
            held = cv2.warpAffine(thing.astype(np.float32), turn, (640, 480))
            alpha = held[..., 3:] / 255
            frame = frame * (1 - alpha) + held[..., :3] * alpha
        frames.append(encode_jpeg(np.clip(frame, 0, 255).astype(np.uint8)))
    return frames


def spoken(word: str, folder: Path, voice: str = "en") -> Path:
    """A recording of a word."""
    path = folder / f"{word}.wav"
    subprocess.run(["espeak-ng", "-v", voice, "-s", "140", "-w", str(path), word], check=True)
    return path


class Run:
    """The program with its devices, and what became of it."""

    def __init__(
        self, options: argparse.Namespace, folder: Path, screen: Screen, microphone: VirtualMicrophone
    ) -> None:
        import cv2

        self.out, self.screen, self.microphone = options.out, screen, microphone
        files = sorted(options.pictures.glob("*.png"))[:3]
        self.names = [file.stem for file in files]
        self.scenes = {file.stem: scene(cv2.imread(str(file), cv2.IMREAD_UNCHANGED), k) for k, file in enumerate(files)}
        self.wall = scene(None, 99)
        self.voices = {name: spoken(name, folder) for name in self.names}
        self.camera = MjpegServer(self.wall, FPS)
        self.lines = folder / "lines.txt"
        self.lines.touch()
        environment = microphone.child_env | {"MMDESK_TEACH_LINES": str(self.lines), "OMP_NUM_THREADS": "1"}
        config = folder / "config" / "mmdesk"
        config.mkdir(parents=True)
        words = f"[view]\ntheme={options.theme}\nlanguage={options.language}\n"
        (config / "settings.ini").write_text(words, encoding="utf-8")
        started = ["--camera", self.camera.url, "--microphone", "pulse", "--model", "digits"]
        self.program = LiveProgram(started, folder, screen.name, environment, module="tests.e2e.teach_program")
        self.actions, self.language = 0, options.language
        self.began_s = time.perf_counter()
        self.failures: list[str] = []

    def xdotool(self, *words: str) -> str:
        print(f"        {time.perf_counter() - self.began_s:6.1f} s  {' '.join(words)}", flush=True)  # noqa: T201
        return self.program._xdotool(*words)

    def act(self, *words: str) -> None:
        self.actions += 1
        self.xdotool(*words)

    def say(self, words: str, good: bool = True) -> None:
        print(("      " if good else "FAIL  ") + words, flush=True)  # noqa: T201  its output
        if not good:
            self.failures.append(words)

    def picture(self, name: str) -> None:
        self.screen.picture(self.out / f"{name}.png")

    def window(self, title: str, timeout_s: float = 60.0) -> str:
        deadline_s = time.perf_counter() + timeout_s
        while time.perf_counter() < deadline_s:
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", title], env=self.program._environment,
                capture_output=True, text=True, check=False,
            ).stdout.split()  # fmt: skip
            if found:
                return found[-1]
            time.sleep(0.1)
        raise AssertionError(f"no window {title!r} within {timeout_s} s: {self.program.errors()}")

    def answers(self, since_s: float) -> list[tuple[float, str]]:
        """When it answered what, since a moment of `time.perf_counter`."""
        rows = [line.split("\t") for line in self.lines.read_text(encoding="utf-8").splitlines()]
        found = [(float(row[1]), row[2]) for row in rows if row[0] == "answer" and len(row) == 4]
        return [(time_s, label) for time_s, label in found if time_s >= since_s]

    def wait_for(self, label: str, timeout_s: float) -> float | None:
        """Wait for an answer; returns when it came, None if it did not."""
        since_s = time.perf_counter()
        while time.perf_counter() < since_s + timeout_s:
            found = [time_s for time_s, said in self.answers(since_s) if said == label]
            if found:
                return found[0]
            time.sleep(0.05)
        return None

    def teach(self, name: str) -> float:
        """Name a class and hold the key while it is shown and said; returns the moment of letting go."""
        self.camera.show(self.scenes[name])
        self.actions += 1
        self.xdotool("type", "--delay", "40", name)
        self.xdotool("key", "Return")
        time.sleep(0.4)
        self.actions += 1
        self.xdotool("keydown", "space")
        self.microphone.play(self.voices[name])
        time.sleep(0.6)
        self.picture(f"recording-{name}")
        self.xdotool("keyup", "space")
        return time.perf_counter()

    def go(self) -> None:
        main = self.window("^mmdesk$")
        self.xdotool("windowactivate", "--sync", main)
        time.sleep(12)  # the model is loaded
        self.xdotool("key", "ctrl+e")
        teach = self.window(TITLES[self.language])
        opened_s = self.began_s = time.perf_counter()
        self.xdotool("windowactivate", "--sync", teach)
        width, height = self.screen.size.split("x")
        self.xdotool("windowsize", "--sync", teach, width, str(int(height) - 30))
        time.sleep(1.5)
        self.picture("background")
        time.sleep(2.5)
        self.picture("opened")
        self.teach(self.names[0])
        time.sleep(1.0)
        self.act("key", "Return")
        released_s = self.teach(self.names[1])
        first_s = self.wait_for(self.names[1], 60)
        if first_s is None:
            self.say(f"{self.names[1]} was never recognised: {self.program.errors()}", good=False)
            self.picture("failed")
            return
        took_s, after_s = first_s - opened_s, first_s - released_s
        self.say(f"first recognised class after {self.actions} actions", self.actions <= MOST_ACTIONS)
        self.say(f"{took_s:.1f} s after opening the page", took_s <= MOST_SECONDS)
        self.say(f"{after_s:.1f} s after letting go of the key")
        time.sleep(6)
        self.picture("learnt")
        for name in (self.names[0], self.names[1]):
            self.camera.show(self.scenes[name])
            self.say(f"{name} is recognised again", self.wait_for(name, 10) is not None)
            time.sleep(0.5)
            self.picture(f"seen-{name}")
        self.camera.show(self.scenes[self.names[2]])
        time.sleep(3)
        answers = self.answers(time.perf_counter() - 1.5)
        none = sum(label == "" for _, label in answers)
        words = f"the stranger ({self.names[2]}) is none of these in {none} of {len(answers)} answers"
        self.say(words, none > len(answers) / 2)
        self.picture("stranger")
        self.camera.show(self.scenes[self.names[0]])
        before_s = time.perf_counter()
        for key in ("ctrl+z", "ctrl+z", "ctrl+shift+z", "ctrl+shift+z"):
            self.xdotool("key", key)
            time.sleep(0.5)
        time.sleep(6)
        self.picture("undone-and-redone")
        self.tell_gaps(before_s, "while learning again")
        self.tell_gaps(released_s, "from letting go of the key on")
        self.tell_gaps(opened_s, "since the page was opened")

    def tell_gaps(self, since_s: float, when: str) -> None:
        rows = [line.split("\t") for line in self.lines.read_text(encoding="utf-8").splitlines()]
        times = [float(row[1]) for row in rows if row[0] == "frame" and float(row[1]) >= since_s]
        gaps = np.diff(times) * 1000
        largest = float(gaps.max()) if len(gaps) else float("inf")
        p99 = float(np.percentile(gaps, 99)) if len(gaps) else float("inf")
        words = (
            f"frames {when}: {len(times)}, median {np.median(gaps):.0f} ms, 99 % {p99:.0f} ms, largest {largest:.0f} ms"
        )
        self.say(words, largest <= MOST_GAP_MS)
        for place in np.argsort(-gaps)[:5]:
            print(f"        {gaps[place]:.0f} ms at {times[place] - since_s:.1f} s", flush=True)  # noqa: T201  its output


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--theme", default="dark", choices=("dark", "light"))
    parser.add_argument("--language", default="en", help="of the window: en, de, es or zh_CN")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="tr") as name,
        VirtualMicrophone(Path(name) / "m") as microphone,
        Screen(options.size) as screen,
    ):
        manager = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": screen.name}, stderr=subprocess.DEVNULL)
        time.sleep(1.0)
        run = Run(options, Path(name), screen, microphone)
        try:
            run.go()
        finally:
            status = run.program.stop()
            run.say(f"the program ended with {status}", status == 0)
            run.camera.close()
            manager.terminate()
            manager.wait()
            for log in Path(name).rglob("*.log"):
                shutil.copy(log, options.out)
    (options.out / "verdict.json").write_text(json.dumps({"failures": run.failures}), encoding="utf-8")
    return 1 if run.failures else 0


if __name__ == "__main__":
    sys.exit(main())
