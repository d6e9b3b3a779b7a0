"""A minute with the real program and digits that no training used: shown, said and typed.

    python tests/e2e/live_run.py --work build/digits --out build/live-run

Needs the data that packaging/models/digits fetches and makes, Xvfb, xdotool, ffmpeg, and PulseAudio. Prints a line a
step and a verdict; saves screenshots. The exit status is 1 when a step failed.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "models" / "digits")]

from tests.e2e.live_program import MODALITIES, LiveProgram, Row, Screen  # noqa: E402
from tests.fakes.mjpeg_server import MjpegServer, encode_jpeg  # noqa: E402
from tests.fakes.virtual_microphone import VirtualMicrophone  # noqa: E402

FPS = 30.0
TRIPLES = (
    # digit, typed text
    (3, "3"),
    (7, "seven"),
    (0, "zero"),
    (5, "the number is five"),
    (8, "acht"),
    (1, "uno"),
    (9, "nine"),
    (4, "4"),
    (6, "six"),
    (2, "two"),
)


def held_out_videos(work: Path, seed: int) -> dict[int, list[bytes]]:
    """A three-second clip a digit, written with the second-domain digits, as JPEG."""
    from image_data import scene_assets, second_domain_digits
    from image_scenes import scene_video

    assets = scene_assets("test", work)
    digits, labels = second_domain_digits(work)
    rng = np.random.default_rng(seed)
    videos = {}
    for digit, _ in TRIPLES:
        chosen = digits[rng.choice(np.flatnonzero(labels == digit))]
        frames = scene_video(chosen, 3.0, FPS, seed * 100 + digit, assets)
        videos[digit] = [encode_jpeg(np.ascontiguousarray(frame[..., ::-1])) for frame in frames]
    return videos


def covered_video(seed: int) -> list[bytes]:
    """A second of a covered lens, as JPEG."""
    from image_camera import covered_frame

    rng = np.random.default_rng(seed)
    return [encode_jpeg(np.ascontiguousarray(covered_frame(rng)[..., ::-1])) for _ in range(30)]


def human_voices(work: Path, seed: int) -> dict[int, Path]:
    """One recording of a person a digit; none was trained on."""
    rng = np.random.default_rng(seed)
    with (work / "test" / "audio_human.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["label"]]
    english = [row for row in rows if row["voice"].startswith("en")] or rows
    return {
        digit: work / "test" / str(rng.choice([row["file"] for row in english if row["label"] == str(digit)]))
        for digit, _ in TRIPLES
    }


class Run:
    """The steps, and what came of them."""

    def __init__(self, program: LiveProgram, camera: MjpegServer, microphone: VirtualMicrophone) -> None:
        self.program, self.camera, self.microphone = program, camera, microphone
        self.failures = 0

    def check(self, passed: bool, what: str) -> None:
        """Print a step's outcome."""
        self.failures += not passed
        print(f"{'ok    ' if passed else 'FAILED'} {what}", flush=True)

    def agree(self, digit: int, text: str, video: list[bytes], voice: Path) -> None:
        """Show, say and type one digit; the predictions from then on must name it."""
        self.camera.show(video)
        self.program.type_text(text)
        self.microphone.play(voice)
        begun_s = time.perf_counter() + 0.8
        time.sleep(4.7)
        rows = [row for row in self.program.rows(begun_s) if all(v == "present" for v in row.presence.values())]
        labels = Counter(row.label for row in rows)
        right = labels[str(digit)] / max(1, len(rows))
        presence = Counter(tuple(row.presence.values()) for row in self.program.rows(begun_s)).most_common(1)
        means = {name: np.mean([row.weights[name] or 0.0 for row in rows] or [0.0]) for name in MODALITIES}
        words = ", ".join(f"{name} {value:.2f}" for name, value in means.items())
        self.check(right >= 0.95, f"{digit} shown, said, typed {text!r}: {dict(labels)}; weights {words}; {presence}")

    def cover(self, video: list[bytes]) -> None:
        """Cover the lens: the image's weight must fall to exactly 0 within half a second."""
        covered_s = time.perf_counter()
        self.camera.show(video)
        row = self.program.wait_for(lambda row: row.weights["image"] == 0.0, 5.0, "image weight 0")
        after_s = row.time_s - covered_s
        rest = (row.weights["audio"] or 0.0) + (row.weights["text"] or 0.0)
        self.check(after_s <= 0.5, f"lens covered: image weight 0 after {after_s:.2f} s ({row.presence['image']})")
        self.check(abs(rest - 1) < 1e-5, f"lens covered: the others' weights sum to {rest:.6f}")

    def nothing(self) -> None:
        """Cover, be silent, empty the box: there must be no prediction."""
        self.program.type_text("")

        def absent(row: Row) -> bool:
            return all(verdict != "present" for verdict in row.presence.values())

        row = self.program.wait_for(absent, 8.0, "nothing present")
        rows = self.program.rows(row.time_s)
        self.check(all(not row.label for row in rows if absent(row)), f"all absent: no prediction ({row.presence})")


def main() -> int:
    """Run everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "digits")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "live-run")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    videos, voices = held_out_videos(arguments.work, arguments.seed), human_voices(arguments.work, arguments.seed)
    covered = covered_video(arguments.seed)
    width, height = (int(part) for part in arguments.size.split("x"))
    with (
        tempfile.TemporaryDirectory(prefix="vm") as private,
        Screen(arguments.size) as screen,
        VirtualMicrophone(Path(private)) as microphone,
        MjpegServer(videos[TRIPLES[0][0]], FPS) as camera,
    ):
        options = ["--camera", camera.url, "--microphone", "pulse"]
        program = LiveProgram(options, Path(private), screen.name, microphone.child_env)
        try:
            program.resize(width, height)
            program.wait_for(lambda row: bool(row.label), 30.0, "a label")
            program.focus_text_box(*_text_box(width, height))
            run = Run(program, camera, microphone)
            begun_s = time.perf_counter()
            for digit, text in TRIPLES:
                run.agree(digit, text, videos[digit], voices[digit])
                screen.picture(arguments.out / f"agree-{digit}.png")
            camera.show(videos[3])
            microphone.play(voices[5])
            program.type_text("nine")
            time.sleep(1.5)
            screen.picture(arguments.out / "conflict.png")
            run.cover(covered)
            screen.picture(arguments.out / "covered.png")
            run.nothing()
            screen.picture(arguments.out / "nothing.png")
            seconds = time.perf_counter() - begun_s
            count = len(program.rows(begun_s))
            print(f"{seconds:.0f} s, {count} predictions ({count / seconds:.1f}/s)")
        finally:
            status = program.stop()
        run.check(status == 0, f"ended with status {status} {program.errors()}")
    return int(run.failures > 0)


def _text_box(width: int, height: int) -> tuple[int, int]:
    """A point inside the text box, which lies at the lower left."""
    return int(0.2 * width), int(0.88 * height)


if __name__ == "__main__":
    sys.exit(main())
