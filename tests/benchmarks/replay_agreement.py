"""Does a recording give the answers again that were given while it was made?

    python -m tests.benchmarks.replay_agreement [--seconds 120] [--keep DIR]

A camera over the network (720p) and a virtual microphone are recorded live, while texts are typed and weights,
perturbations, mutes and fusion methods change at random. The recording is replayed twice by ``mmdesk replay``. Prints
the figures; fails where two replays differ in a number, or where a label or verdict differs from the live one, or a
probability or weight by more than 1e-4. Needs PulseAudio and espeak-ng.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
MOST = 1e-4
FPS = 30
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def pictures(session: Path, count: int = 240) -> list[bytes]:
    """The sample session's pictures at 720p, with a camera's noise, as JPEG."""
    from tests.fakes.mjpeg_server import encode_jpeg

    capture, random = cv2.VideoCapture(str(session / "video.mp4")), np.random.default_rng(0)
    taken: list[bytes] = []
    while len(taken) < count:
        done, bgr = capture.read()
        if not done:
            capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            continue
        big = cv2.resize(bgr, (1280, 720), interpolation=cv2.INTER_LINEAR)
        noise = random.integers(-6, 7, big.shape, np.int16)
        taken.append(encode_jpeg(np.clip(big + noise, 0, 255).astype(np.uint8)))
        for _ in range(4):
            capture.grab()
    capture.release()
    return taken


def speech(place: Path) -> Path:
    """Digits, said one after the other with pauses."""
    path = place / "digits.wav"
    words = " ".join(f'{word} <break time="1500ms"/>' for word in WORDS)
    subprocess.run(["espeak-ng", "-m", "-w", str(path), f"<speak>{words}</speak>"], check=True)
    return path


def record(folder: Path, url: str, seconds: float, say: object) -> int:
    """Record live with everything that a user may hold; returns how often that changed."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from mmdesk.app import paths
    from mmdesk.core.inputs import DEFAULT_INPUTS
    from mmdesk.core.perturbation import Perturbation, perturbations_of
    from mmdesk.core.user_controls import UserControls
    from mmdesk.engine.live_session import LiveSession
    from mmdesk.engine.session_recorder import SessionRecorder

    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    live, random = LiveSession(), np.random.default_rng(7)
    recorder = SessionRecorder(live)
    live.model_state_changed.connect(recorder.note_model)
    live.notice.connect(lambda problem: print("notice:", problem))
    fusions: list[str] = []
    changes = 0

    def change() -> None:
        nonlocal changes
        changes += 1
        shares = random.dirichlet(np.ones(3))
        shares[2] = 1 - shares[:2].sum()
        chosen = []
        for one in DEFAULT_INPUTS:
            kinds = list(perturbations_of(one.kind).items())
            kind, span = kinds[random.integers(len(kinds))]
            if random.random() < 0.4:
                strength = float(random.uniform(span.least, span.most)) if span.unit else 1.0
                chosen.append(Perturbation(one, kind, strength, "seven" if kind.value == "replace" else ""))
        muted = frozenset({"text"}) if random.random() < 0.15 else frozenset()
        override = {one.name: float(share) for one, share in zip(DEFAULT_INPUTS, shares, strict=True)}
        live.set_controls(UserControls(override if random.random() < 0.5 else None, tuple(chosen), muted))
        if random.random() < 0.2 and fusions:
            live.choose_fusion(fusions[random.integers(len(fusions))])
        live.set_text("text", random.choice([*WORDS, ""]))

    def on_state(state: object) -> None:
        if state.ready and not fusions:
            fusions.extend(state.fusions)
            live.set_source("image", url)
            live.set_source("audio", "pulse")
            recorder.start(folder, "agreement")
            timer.start(1700)
            QTimer.singleShot(int(1000 * seconds), recorder.stop)
            say()

    timer = QTimer()
    timer.timeout.connect(change)
    live.model_state_changed.connect(on_state)
    recorder.ended.connect(lambda problem, failed: (print("failed:" if failed else "ended:", problem),
                                                    application.quit()))  # fmt: skip
    live.load_model(paths.bundled_model(), "cpu")
    application.exec()
    timer.stop()
    recorder.shutdown()
    live.shutdown()
    return changes


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table of predictions."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def differences(live: list[dict[str, str]], again: list[dict[str, str]]) -> dict[str, float]:
    """Compare answers of the same times."""
    times = np.array([float(row["time_s"]) for row in live])
    pairs, place = [], 0
    for row in again:  # times are rounded, so that one may differ by a millisecond
        while place < len(live) - 1 and times[place] < float(row["time_s"]) - 0.0015:
            place += 1
        if abs(times[place] - float(row["time_s"])) <= 0.0015:
            pairs.append((live[place], row))
            place += 1
    numbers = [name for name in again[0] if name.startswith(("p_", "weight_", "contribution_"))]
    told = [name for name in again[0] if name.startswith("presence_")]
    worst = max(
        (abs(float(a[name] or 0) - float(b[name] or 0)) for a, b in pairs for name in numbers if "contrib" not in name),
        default=0.0,
    )
    return {
        "answers live": len(live),
        "answers again": len(again),
        "of the same time": len(pairs),
        "other labels": sum(a["label"] != b["label"] for a, b in pairs),
        "other verdicts": sum(a[name] != b[name] for a, b in pairs for name in told),
        "other in force": sum(
            (a["override"], a["perturbations"]) != (b["override"], b["perturbations"]) for a, b in pairs
        ),
        "largest difference": worst,
    }


def replayed(recording: Path, out: Path) -> Path:
    """Run ``mmdesk replay``."""
    begun_s = time.perf_counter()
    subprocess.run([sys.executable, "-m", "mmdesk", "replay", str(recording), "--out", str(out)], check=True, cwd=ROOT,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    print(f"replayed in {time.perf_counter() - begun_s:.1f} s")
    return out / "predictions.csv"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--keep", type=Path, help="keep the recording and the tables there")
    arguments = parser.parse_args()
    from mmdesk.app import paths
    from tests.fakes.mjpeg_server import MjpegServer
    from tests.fakes.virtual_microphone import VirtualMicrophone

    with tempfile.TemporaryDirectory(prefix="ra") as name, VirtualMicrophone(Path(name) / "vm") as microphone:
        place = arguments.keep or Path(name)
        place.mkdir(parents=True, exist_ok=True)
        os.environ.update(microphone.env)
        talk = speech(place)
        server = MjpegServer(pictures(paths.sample_session()), FPS)
        talker = [None]

        def say() -> None:
            loop = f"while paplay {talk}; do sleep 1; done"
            talker[0] = subprocess.Popen(["sh", "-c", loop], env=microphone.child_env, start_new_session=True)

        try:
            changes = record(place / "recording", server.url, arguments.seconds, say)
        finally:
            if talker[0] is not None:
                os.killpg(talker[0].pid, 15)
            server.close()
        print(f"{changes} changes of what was held")
        first, second = (replayed(place / "recording", place / f"again-{number}") for number in (1, 2))
        same = first.read_bytes() == second.read_bytes()
        found = differences(rows(place / "recording" / "predictions.csv"), rows(first))
        size = sum(path.stat().st_size for path in (place / "recording").iterdir())
        print(f"{size / 1e6 / arguments.seconds:.2f} MB a second")
        print(f"two replays are {'the same in every byte' if same else 'NOT the same'}")
        for what, number in found.items():
            print(f"{what}: {number:g}")
        failed = not same or found["other labels"] or found["other verdicts"] or found["largest difference"] > MOST
        sys.exit(bool(failed or found["other in force"] or not found["of the same time"]))


if __name__ == "__main__":
    main()
