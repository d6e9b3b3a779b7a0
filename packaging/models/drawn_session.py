"""Sessions in which drawings are held before a camera: what the sample sessions of things and of teaching are made of.

The drawings are those of Debian's ``openclipart-png`` (public domain), in rooms drawn by program; the voices are
synthesised; nobody was recorded. Needs Debian's ffmpeg and espeak-ng.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
from numpy.typing import NDArray

sys.path.append(str(Path(__file__).parent / "digits"))

from audio_voices import Voice, synthesise
from image_camera import Camera, covered_frame, expose
from image_surroundings import background
from made_session import Part, write_session

FPS = 30
_HEIGHT, _WIDTH = 480, 640
_CLIPART = Path("/usr/share/openclipart/png")
COVERED, ROOM = "covered", "room"


@dataclass(frozen=True, slots=True)
class Scene:
    """A stretch of the session.

    Attributes:
        seconds: Its length.
        shown: A drawing's path below the package's folder, `COVERED` or `ROOM`.
        spoken: What is said half a second into it, espeak-ng's language and variant, or None for silence.
        typed: What stands in the text box.
        seed: Fixes the room.
        size: Of the drawing, as a share of the picture's height.
    """

    seconds: float
    shown: str
    spoken: tuple[str, str, str] | None
    typed: str
    seed: int = 0
    size: float = 0.78


def drawing(path: str) -> NDArray[np.float32]:
    """Return a drawing (H, W, 4) float32 RGBA in [0, 1].

    Raises:
        FileNotFoundError: Debian's openclipart-png is not installed.
    """
    found = cv2.imread(str(_CLIPART / path), cv2.IMREAD_UNCHANGED)
    if found is None:
        raise FileNotFoundError(f"{_CLIPART / path}: apt-get install openclipart-png")
    return np.ascontiguousarray(found[..., [2, 1, 0, 3]], np.float32) / np.float32(255)


def frames(scene: Scene) -> Iterator[NDArray[np.uint8]]:
    """Yield the frames (480, 640, 3) RGB of one scene, the thing swaying a little."""
    rng = np.random.default_rng(scene.seed)
    count = round(scene.seconds * FPS)
    if scene.shown == COVERED:
        for _ in range(count):
            yield covered_frame(rng, _HEIGHT, _WIDTH)
        return
    wall = np.full((_HEIGHT, _WIDTH, 3), (188, 182, 172), np.uint8)
    room = background(rng, SimpleNamespace(photographs=(wall,)), _HEIGHT, _WIDTH)  # type: ignore[arg-type]
    camera = Camera(1.0, 1.0, (1.0, 1.0, 1.0), 1.0, 1.0, 0.1, 0.4, 0.0, 0.0, 0.006, 0.0, 92)
    thing = None if scene.shown == ROOM else drawing(scene.shown)
    for index in range(count):
        view = room.copy()
        if thing is not None:
            turn, shift = 4 * np.sin(index / 23), (10 * np.sin(index / 31), 7 * np.cos(index / 19))
            scale = scene.size * _HEIGHT / max(thing.shape[:2])
            matrix = cv2.getRotationMatrix2D((thing.shape[1] / 2, thing.shape[0] / 2), float(turn), float(scale))
            matrix[:, 2] += (_WIDTH / 2 - thing.shape[1] / 2 + shift[0], _HEIGHT / 2 - thing.shape[0] / 2 + shift[1])
            placed = cv2.warpAffine(thing, matrix, (_WIDTH, _HEIGHT), flags=cv2.INTER_AREA)
            view += placed[..., 3:] * (placed[..., :3] - view)
        yield expose(rng, view, camera)


def write(out: Path, title: str, script: Sequence[Scene]) -> float:
    """Write a session's folder; returns its length in seconds."""
    return write_session(out, title, [_part(scene) for scene in script], FPS)


def _part(scene: Scene) -> Part:
    word = None
    if scene.spoken is not None:
        text, language, variant = scene.spoken
        word = synthesise(Voice("espeak", language, variant, 150, 50), text)
    return Part(scene.seconds, frames(scene), word, scene.typed)
