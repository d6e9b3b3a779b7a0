"""Do sound and picture of a long recording stay together, and does memory stay what it was?

    python -m tests.benchmarks.clap_and_flash [--minutes 30] [--keep DIR]

The real window records a camera over the network (720p, 30 pictures a second) and a virtual microphone, as a presenter
has it do: with F12. Every few seconds the camera's picture turns white and half a second later a clap sounds; when each
really was is known from the camera's server and from the sound card's clock. Prints how far apart the recording has
them at both ends, beside how far they were, and the window's memory by the minute: all along it sees and hears the
same, for what the last half minute takes depends on that. What is loaded late comes in the first minute, after which
growth counts. Fails where they are more than 40 ms off, or where memory has grown by more than 2 %. Needs Xvfb, xdotool
and PulseAudio.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import psutil

FPS = 30
CLAP_AFTER_S = 0.5
CLAP_S = 0.02
FLASH_S = 0.3
CLAPS = 5
"""Looked at, at either end."""
FIRST_S = 10.0
EVERY_S = 5.0
MOST_APART_MS = 40.0
MOST_GROWTH = 0.02
SAMPLES_A_MINUTE = 4
OUTPUT_RATE_HZ = 48_000


class Clapper:
    """Claps at given times of `time.perf_counter` into the default sound device; a context manager."""

    def __init__(self) -> None:
        import sounddevice

        self._at_s: float | None = None
        self._stream = sounddevice.OutputStream(
            samplerate=OUTPUT_RATE_HZ, channels=1, device="pulse", blocksize=480, latency=0.05, callback=self._fill
        )
        self._shift_s = 0.0
        times = np.arange(round(CLAP_S * OUTPUT_RATE_HZ)) / OUTPUT_RATE_HZ
        self._clap = (0.9 * np.sin(2 * np.pi * 3000 * times)).astype(np.float32)

    def __enter__(self) -> Clapper:
        self._stream.start()
        self._shift_s = self._stream.time - time.perf_counter()
        return self

    def __exit__(self, *error: object) -> None:
        self._stream.close()

    def clap_at(self, time_s: float) -> None:
        """Clap once; the time must lie some tenths of a second ahead."""
        self._at_s = time_s + self._shift_s

    def _fill(self, out: np.ndarray, frames: int, times: Any, status: object) -> None:
        out[:] = 0.0
        if self._at_s is None:
            return
        first = round((self._at_s - times.outputBufferDacTime) * OUTPUT_RATE_HZ)
        start, end = max(0, first), min(frames, first + len(self._clap))
        if start < end:
            out[start:end, 0] = self._clap[start - first : end - first]
        if first + len(self._clap) <= frames:
            self._at_s = None


def flash_and_clap(server: Any, clapper: Clapper, scene: list[bytes], white: list[bytes]) -> None:
    """Turn the camera's picture white, and clap half a second after the first white one was sent."""
    sent = server.sent
    server.show(white)
    asked_s = time.perf_counter()
    while server.sent < sent + 2:
        time.sleep(0.002)
    flash_s = next(each_s for each_s in server.send_times_s if each_s > asked_s)
    clapper.clap_at(flash_s + CLAP_AFTER_S)
    time.sleep(FLASH_S)
    server.show(scene)


def apart_ms(recording: Path, from_s: float, until_s: float) -> list[float]:
    """How much later than it really did each clap of a stretch sounds, beside its flash; in milliseconds."""
    from mmdesk.core.observation import SAMPLE_RATE_HZ
    from mmdesk.sources.session import SessionReader

    reader = SessionReader(recording)
    flashes, was_white = [], False
    for time_s, decode in reader.shown_pictures(from_s):
        if time_s > until_s:
            break
        picture = decode()
        is_white = picture is not None and float(picture[::16, ::16].mean()) > 240
        if is_white and not was_white:
            flashes.append(time_s)
        was_white = is_white
    with reader.sound(from_s) as sound:
        wave = sound.read(round((until_s - from_s) * SAMPLE_RATE_HZ))
    loud = np.flatnonzero(np.abs(wave) > 0.3)
    begins = loud[np.diff(loud, prepend=-SAMPLE_RATE_HZ) > SAMPLE_RATE_HZ // 4] / SAMPLE_RATE_HZ + from_s
    if len(begins) != len(flashes):
        raise AssertionError(f"{len(flashes)} flashes and {len(begins)} claps between {from_s:.0f} and {until_s:.0f} s")
    return [1000 * (clap - flash - CLAP_AFTER_S) for clap, flash in zip(begins, flashes, strict=True)]


def rss_mb(process: psutil.Process) -> float:
    """Memory of a process and of those that it has started."""
    return sum(one.memory_info().rss for one in (process, *process.children(recursive=True))) / 1e6


def record(place: Path, minutes: float) -> tuple[Path, list[float]]:
    """Let the window record that long; returns the recording, and its memory in MB every quarter of a minute."""
    from mmdesk.app import paths
    from tests.benchmarks.replay_agreement import pictures
    from tests.e2e.live_program import LiveProgram, Screen
    from tests.fakes.mjpeg_server import MjpegServer, encode_jpeg
    from tests.fakes.virtual_microphone import VirtualMicrophone

    scene = pictures(paths.sample_session())
    white = [encode_jpeg(np.full((720, 1280, 3), 255, np.uint8))]
    memory: list[float] = []
    with VirtualMicrophone(place / "vm") as microphone, Screen() as screen, MjpegServer(scene, FPS) as server:
        os.environ.update(microphone.env)
        options = ["--camera", server.url, "--microphone", "pulse"]
        with Clapper() as clapper:
            program = LiveProgram(options, place, screen.name, microphone.child_env)
            program.wait_for(lambda row: row.presence["image"] == "present", 60, "a picture")
            program.resize(1920, 1080)
            program.press("F12")
            begun_s = time.perf_counter()
            process = psutil.Process(program.process.pid)
            claps = list(np.arange(FIRST_S, 60 * minutes - FIRST_S + 0.1, EVERY_S))
            while time.perf_counter() - begun_s < 60 * minutes:
                if claps and time.perf_counter() - begun_s >= claps[0]:
                    claps.pop(0)
                    flash_and_clap(server, clapper, scene, white)
                if time.perf_counter() - begun_s >= 60 / SAMPLES_A_MINUTE * len(memory):
                    memory.append(rss_mb(process))
                time.sleep(0.01)
            screen.picture(place / "window.png")
            program.press("F12")
            time.sleep(5)
            status = program.stop()
        if status:
            raise AssertionError(f"the window ended with {status}: {program.errors()}")
    return next(place.rglob("session.json")).parent, memory


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--keep", type=Path, help="keep the recording there; a short path")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cf") as name:
        place = arguments.keep or Path(name)
        place.mkdir(parents=True, exist_ok=True)
        recording, memory = record(place, arguments.minutes)
        before_s, edge_s = FIRST_S - EVERY_S / 2, FIRST_S + EVERY_S * (CLAPS - 0.5)
        early = apart_ms(recording, before_s, edge_s)
        late = apart_ms(recording, 60 * arguments.minutes - edge_s, 60 * arguments.minutes - before_s)
    for what, found in (("at the beginning", early), ("at the end", late)):
        told = " ".join(f"{each:+.1f}" for each in found)
        print(f"{what}: sound later than picture by {told} ms, median {statistics.median(found):+.1f}")
    print("memory in MB by the minute:", " ".join(f"{each:.0f}" for each in memory[::SAMPLES_A_MINUTE]))
    second, last = memory[SAMPLES_A_MINUTE : 2 * SAMPLES_A_MINUTE], memory[-SAMPLES_A_MINUTE:]
    growth = statistics.median(last) / statistics.median(second) - 1
    print(f"growth since the first minute: {100 * growth:+.2f} %")
    failed = max(abs(each) for each in (*early, *late)) > MOST_APART_MS or growth > MOST_GROWTH
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
