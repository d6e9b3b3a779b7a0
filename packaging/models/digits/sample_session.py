"""Makes the bundled sample session: what a visitor might show, say and type in three quarters of a minute.

    python packaging/models/digits/sample_session.py --work build/digits --out resources/sessions/sample

The pictures are composites with digits of the validation split, the voices are synthesised; nobody was recorded. The
script of the session holds agreement, contradiction, a covered lens, silence, an empty text box, and a moment with
nothing at all. Needs Debian's ffmpeg beside what the training needs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from audio_data import say  # noqa: E402
from image_camera import covered_frame  # noqa: E402
from image_data import SceneAssets, mnist_digits, scene_assets  # noqa: E402
from image_scenes import scene_video  # noqa: E402

from mmdesk.core.observation import SAMPLE_RATE_HZ  # noqa: E402
from mmdesk.sources.session import SessionWriter  # noqa: E402

FPS = 30
COVERED = -1


@dataclass(frozen=True, slots=True)
class Scene:
    """A stretch of the session.

    Attributes:
        seconds: Its length.
        shown: The digit on the paper, or `COVERED`.
        spoken: Digit, language and voice of what is said half a second into it, or None for silence.
        typed: What stands in the text box.
        seed: Fixes hand, paper, room and handwriting.
    """

    seconds: float
    shown: int
    spoken: tuple[int, str, str] | None
    typed: str
    seed: int = 0


SCRIPT = (
    Scene(6.0, 3, (3, "en-us", "f3"), "3", 1),
    Scene(5.0, 7, (7, "cmn", "f2"), "七", 2),
    Scene(5.0, 0, (0, "fr-fr", "m3"), "zero", 3),
    # Three opinions at once: who wins?
    Scene(6.0, 3, (5, "en-us", "m7"), "nine", 4),
    Scene(4.5, COVERED, (5, "en-us", "m7"), "five"),
    Scene(5.0, 8, None, "", 5),
    Scene(4.5, COVERED, None, "the number is sevn"),
    Scene(5.0, COVERED, None, ""),
    Scene(5.0, 4, (4, "es", "f4"), "cuatro", 6),
)


def pictures(scene: Scene, assets: SceneAssets) -> Iterator[NDArray[np.uint8]]:
    """Frames (480, 640, 3) RGB of one scene."""
    if scene.shown == COVERED:
        rng = np.random.default_rng(scene.seed)
        for _ in range(round(scene.seconds * FPS)):
            yield covered_frame(rng)
        return
    digits, labels = mnist_digits("validation")
    chosen = digits[np.flatnonzero(labels == scene.shown)[scene.seed]]
    yield from scene_video(chosen, scene.seconds, FPS, 900 + scene.seed, assets)


def sound(script: tuple[Scene, ...]) -> NDArray[np.float32]:
    """(N,) float32 wave of the whole session: a quiet room, and the words."""
    rng = np.random.default_rng(0)
    length = round(sum(scene.seconds for scene in script) * SAMPLE_RATE_HZ)
    wave = np.convolve(rng.normal(0, 0.0015, length), np.ones(4) / 2, mode="same").astype(np.float32)
    start_s = 0.0
    for scene in script:
        if scene.spoken is not None:
            word = say(*scene.spoken, seed=scene.seed)
            first = round((start_s + 0.5) * SAMPLE_RATE_HZ)
            wave[first : first + len(word)] += 0.4 * word / max(float(np.abs(word).max()), 1e-6)
        start_s += scene.seconds
    return np.clip(wave, -1.0, 1.0)


def compress(video: Path) -> None:
    """Encode the writer's video again, as H.264: OpenCV's wheels can read it but not write it."""
    packed = video.with_name("packed.mp4")
    command = ["ffmpeg", "-loglevel", "error", "-y", "-i", str(video), "-c:v", "libx264", "-preset", "veryfast"]
    subprocess.run([*command, "-crf", "27", "-pix_fmt", "yuv420p", "-g", "90", "-an", str(packed)], check=True)
    packed.replace(video)


def main() -> int:
    """Write the session."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "digits")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "sessions" / "sample")
    arguments = parser.parse_args()
    assets = scene_assets("validation", arguments.work)
    with SessionWriter(arguments.out, "Digits: show, say, type", fps=FPS) as writer:
        writer.add_audio(sound(SCRIPT))
        start_s = 0.0
        for scene in SCRIPT:
            writer.add_text(scene.typed, start_s)
            for index, picture in enumerate(pictures(scene, assets)):
                writer.add_frame(picture, start_s + index / FPS)
            start_s += scene.seconds
    compress(arguments.out / "video.mp4")
    print(f"{arguments.out}: {start_s:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
