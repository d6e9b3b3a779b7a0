"""Makes the calculator's sample session: numbers shown and said, and what is typed between them.

    python sums_session.py --digits-work build/digits --out resources/sessions/calculator

The pictures are composites with digits of the validation split, the voices are synthesised; nobody was recorded. The
script holds the three operators in several languages, a missing number, a missing operator and two at once. Needs
Debian's ffmpeg beside what the digits model's training needs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parents[1] / "digits")]

from image_camera import covered_frame  # noqa: E402
from image_data import SceneAssets, mnist_digits, scene_assets  # noqa: E402
from image_scenes import scene_video  # noqa: E402
from sample_session import COVERED, Scene, compress, sound  # noqa: E402

from mmdesk.sources.session import SessionWriter  # noqa: E402

FPS = 12

SCRIPT = (
    Scene(6.0, 3, (5, "en-us", "m7"), "times", 1),
    Scene(4.5, 3, (5, "en-us", "m7"), "plus", 1),
    Scene(4.5, 3, (5, "en-us", "m7"), "minus", 1),
    Scene(5.0, 7, (6, "de", "m3"), "mal", 2),
    # What is still possible: a number is missing, then the operator.
    Scene(4.0, 7, None, "plus", 2),
    Scene(4.5, COVERED, (4, "es", "f4"), "más"),
    Scene(4.5, 8, (9, "fr-fr", "m3"), "", 5),
    # Two operators at once are none.
    Scene(4.5, 8, (9, "fr-fr", "m3"), "plus minus", 5),
    Scene(5.0, 3, (9, "cmn", "f2"), "减去", 1),
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


def main() -> int:
    """Write the session."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digits-work", type=Path, default=ROOT / "build" / "digits")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "sessions" / "calculator")
    arguments = parser.parse_args()
    assets = scene_assets("validation", arguments.digits_work)
    with SessionWriter(arguments.out, "Calculator: show, say, type", fps=FPS) as writer:
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
