"""Sessions made by program: words said in a quiet room, before a camera and beside a text box.

Needs Debian's ffmpeg.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from mmdesk.core.observation import SAMPLE_RATE_HZ  # noqa: E402
from mmdesk.sources.session import SessionWriter  # noqa: E402

_SAID_AFTER_S = 0.5


class Part(NamedTuple):
    """A stretch of a session.

    Attributes:
        seconds: Its length.
        frames: (H, W, 3) uint8 RGB, as many as the length has; drawn when they are written.
        word: (N,) float32 at 16 kHz of what is said half a second into it, or None for silence.
        typed: What stands in the text box.
    """

    seconds: float
    frames: Iterable[NDArray[np.uint8]]
    word: NDArray[np.float32] | None
    typed: str


def write_session(out: Path, title: str, parts: Sequence[Part], fps: int) -> float:
    """Write a session's folder; returns its length in seconds."""
    with SessionWriter(out, title, fps=fps) as writer:
        writer.add_audio(_sound(parts))
        start_s = 0.0
        for part in parts:
            writer.add_text(part.typed, start_s)
            for index, picture in enumerate(part.frames):
                writer.add_frame(picture, start_s + index / fps)
            start_s += part.seconds
    _compress(out / "video.mp4")
    return start_s


def _sound(parts: Sequence[Part]) -> NDArray[np.float32]:
    """Return the (N,) float32 wave of the whole session: a quiet room, and the words."""
    rng = np.random.default_rng(0)
    length = round(sum(part.seconds for part in parts) * SAMPLE_RATE_HZ)
    wave = np.convolve(rng.normal(0, 0.0015, length), np.ones(4) / 2, mode="same").astype(np.float32)
    start_s = 0.0
    for part in parts:
        if part.word is not None:
            first = round((start_s + _SAID_AFTER_S) * SAMPLE_RATE_HZ)
            wave[first : first + len(part.word)] += 0.4 * part.word / max(float(np.abs(part.word).max()), 1e-6)
        start_s += part.seconds
    return np.clip(wave, -1.0, 1.0)


def _compress(video: Path) -> None:
    """Encode the writer's video again, as H.264: OpenCV's wheels can read it but not write it."""
    packed = video.with_name("packed.mp4")
    command = ["ffmpeg", "-loglevel", "error", "-y", "-i", str(video), "-c:v", "libx264", "-preset", "veryfast"]
    subprocess.run([*command, "-crf", "28", "-pix_fmt", "yuv420p", "-g", "90", "-an", str(packed)], check=True)
    packed.replace(video)
