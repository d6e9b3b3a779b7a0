"""Makes the bundled sample session: what a visitor might show, say and type in three quarters of a minute.

    python packaging/models/digits/sample_session.py --work build/digits --out resources/sessions/sample

The pictures are composites with digits of the validation split, the voices are synthesised; nobody was recorded. The
script of the session holds agreement, contradiction, a covered lens, silence, an empty text box, and a moment with
nothing at all. Needs Debian's ffmpeg beside what the training needs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).parent)]

from audio_data import say  # noqa: E402
from image_camera import covered_frame  # noqa: E402
from image_data import SceneAssets, mnist_digits, scene_assets  # noqa: E402
from image_scenes import scene_video  # noqa: E402
from made_session import ROOT, Part, write_session  # noqa: E402

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


def _pictures(scene: Scene, assets: SceneAssets, fps: int) -> Iterator[NDArray[np.uint8]]:
    """Yield the frames (480, 640, 3) RGB of one scene."""
    if scene.shown == COVERED:
        rng = np.random.default_rng(scene.seed)
        for _ in range(round(scene.seconds * fps)):
            yield covered_frame(rng)
        return
    digits, labels = mnist_digits("validation")
    chosen = digits[np.flatnonzero(labels == scene.shown)[scene.seed]]
    yield from scene_video(chosen, scene.seconds, fps, 900 + scene.seed, assets)


def write(out: Path, title: str, script: Sequence[Scene], work: Path, fps: int = FPS) -> float:
    """Write a session's folder; returns its length in seconds. ``work`` is the build folder of the digits."""
    assets = scene_assets("validation", work)
    parts = [
        Part(
            scene.seconds,
            _pictures(scene, assets, fps),
            None if scene.spoken is None else say(*scene.spoken, seed=scene.seed),
            scene.typed,
        )
        for scene in script
    ]
    return write_session(out, title, parts, fps)


def main() -> int:
    """Write the session."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "digits")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "sessions" / "sample")
    arguments = parser.parse_args()
    length_s = write(arguments.out, "Digits: show, say, type", SCRIPT, arguments.work)
    print(f"{arguments.out}: {length_s:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
