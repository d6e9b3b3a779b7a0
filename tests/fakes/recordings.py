"""Recordings for tests: made in full, torn off by a kill, damaged at random bytes."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import monotonic_s
from mmdesk.core.errors import SourceError
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import Input, Slot
from mmdesk.core.modality import Modality
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.recording_thread import RecordingThread
from mmdesk.sources.session import RecordingWriter, SessionReader
from mmdesk.sources.session.controls_row import controls_told
from mmdesk.sources.session.stored_picture import store_picture
from mmdesk.sources.text_entry import TextEntry

FPS = 25
RATE_HZ = 16_000
PICTURE, SOUND, TEXT = Slot(Modality.IMAGE), Slot(Modality.AUDIO), Slot(Modality.TEXT)


def picture(time_s: float, height_px: int = 48, width_px: int = 64) -> NDArray[np.uint8]:
    """A picture whose red is the time: 20 levels a second, from 40 on."""
    shown = np.zeros((height_px, width_px, 3), np.uint8)
    shown[..., 0] = 40 + int(20 * time_s) % 200
    return shown


def tone(first: int, count: int) -> NDArray[np.float32]:
    """Samples from one on of a tone of 440 Hz."""
    return (0.5 * np.sin(2 * np.pi * 440 * np.arange(first, first + count) / RATE_HZ)).astype(np.float32)


HELD = UserControls(
    {"image": 0.5, "audio": 0.3, "text": 0.2},
    (Perturbation(Input("image", "image"), PerturbationKind.BLUR, 2.0),),
    frozenset({"audio"}),
)
"""What is in force in the second half of `write_recording`."""


def write_recording(
    folder: Path, seconds: float = 2.0, *, finish: bool = True, model: str = "", answers: bool = True
) -> Path:
    """Write a recording with everything in it: an answer every fifth picture, "3" and from the middle on "5"."""
    writer = RecordingWriter(folder, "Three says five", "2024-05-17T10:00:00+02:00")
    try:
        if model:
            writer.add_event("model", 0.0, name=model, inputs=["image", "audio", "text"])
        for index in range(round(seconds * FPS)):
            time_s = index / FPS
            writer.add_picture("image", store_picture(picture(time_s)), time_s)
            samples = RATE_HZ // FPS
            writer.add_sound("audio", tone(index * samples, samples), time_s + 1 / FPS, fresh=index == 0)
            if answers and index % 5 == 4:
                late = time_s >= seconds / 2
                sound = tone(0, 4 * samples)
                of: dict[str, object] = {
                    "image": ["present", round(time_s, 6)],
                    "audio": ["present", round(4 / FPS, 6), 0, len(sound), crc32(sound.tobytes())],
                    "text": ["present", 0.2, "three"] if index > 5 else ["empty"],
                }
                under = {"under": controls_told(HELD)} if late else {}
                writer.add_event("answer", time_s, of=of, fusion="gate", label="5" if late else "3", **under)
            if index == 5:
                writer.add_text("text", "three, 三", time_s)
                writer.add_event("mark", time_s, id=1, name="Mark 1")
                writer.add_event("mark", time_s + 0.01, id=1, name="the three")
        if finish:
            writer.close(seconds)
    finally:
        writer.let_go()
    return folder


def damage(folder: Path, random: np.random.Generator) -> str:
    """Tear one of a recording's files off at a random byte, or alter some in it; returns what was done."""
    files = sorted(path for path in folder.iterdir() if path.stat().st_size)
    path = files[random.integers(len(files))]
    content = bytearray(path.read_bytes())
    at = int(random.integers(len(content)))
    match random.integers(4):
        case 0:
            del content[at:]
            done = "torn off"
        case 1:
            count = int(random.integers(1, 200))
            del content[at : at + count]
            done = f"{count} bytes cut out"
        case 2:
            content[at] ^= 1 << int(random.integers(8))
            done = "a bit altered"
        case _:
            count = int(random.integers(1, 5000))
            content[at : at + count] = random.bytes(len(content[at : at + count]))
            done = f"up to {count} bytes altered"
    path.write_bytes(content)
    return f"{path.name}: {done} at {at}"


@dataclass(frozen=True, slots=True)
class Played:
    """What came of playing a recording to its end.

    Attributes:
        line: What is told of damage; empty where nothing is.
        opened: Whether it could be opened.
        duration_s: Its length.
        pictures: How many came.
    """

    line: str
    opened: bool
    duration_s: float = 0.0
    pictures: int = 0


def play(folder: Path) -> Played:
    """Read everything of a recording, as fast as it goes; what is no `SourceError` goes through."""
    try:
        reader = SessionReader(folder)
        pictures = sum(1 for _ in reader.frames())
        with reader.sound() as sound:
            while len(sound.read(RATE_HZ)):
                pass
        for _ in reader.text_events():
            pass
        moments = reader.moments()
        for number in range(0 if moments is None else len(moments)):
            moments.at(number)
        reader.answers()
    except SourceError as error:
        return Played(str(error), opened=False)
    return Played("" if reader.damage is None else str(reader.damage), True, reader.duration_s, pictures)


def record_synthetic(folder: Path, seconds: float, size_px: tuple[int, int] = (240, 320)) -> None:
    """Record pictures, a tone and texts that change, as a live session gives them; says first when it began."""
    ring, entry, ended = AudioRing(), TextEntry(), Event()
    noise = np.random.default_rng(0).integers(0, 255, (*size_px, 3), np.uint8)
    given = {PICTURE: None, SOUND: ring, TEXT: None}
    thread = RecordingThread(
        folder, "synthetic", lambda now_s: given | {TEXT: entry.current(now_s)}, lambda _: ended.set()
    )
    begun_s = monotonic_s()
    thread.start()
    sys.stdout.write(f"{begun_s}\n")
    sys.stdout.flush()
    index = 0
    while (now_s := monotonic_s()) < begun_s + seconds:
        thread.take_frame(PICTURE, Frame(np.roll(noise, index, axis=1), now_s, index))
        ring.write(tone(index * RATE_HZ // FPS, RATE_HZ // FPS))
        entry.set(f"word {index // FPS}", now_s)
        thread.take_event("mark", id=index, name=f"m{index}")
        index += 1
        time.sleep(max(0.0, begun_s + index / FPS - monotonic_s()))
    thread.stop()
    thread.wait(10.0)


def record_until_killed(folder: Path, after_s: float) -> float:
    """Record in another process and kill it that long after it began; returns how long it had recorded."""
    command = [sys.executable, "-m", "tests.fakes.recordings", str(folder)]
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)
    try:
        assert process.stdout is not None
        begun_s = float(process.stdout.readline())
        time.sleep(max(0.0, begun_s + after_s - monotonic_s()))
        process.send_signal(signal.SIGKILL)
        killed_s = monotonic_s()
    finally:
        process.kill()
        process.communicate()
    return killed_s - begun_s


if __name__ == "__main__":
    record_synthetic(Path(sys.argv[1]), 60.0)
