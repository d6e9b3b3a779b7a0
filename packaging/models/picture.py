"""Makes the picture that the gallery shows of a model from a moment of its sample session.

`python packaging/models/picture.py SESSION SECONDS MODEL` writes MODEL/picture.png: 640 × 400 px, 128 colours.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
from PIL import Image

SIZE_PX = (640, 400)
COLOURS = 128


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("session", type=Path)
    parser.add_argument("seconds", type=float)
    parser.add_argument("model", type=Path)
    arguments = parser.parse_args()
    film = cv2.VideoCapture(str(arguments.session / "video.mp4"))
    film.set(cv2.CAP_PROP_POS_MSEC, 1000 * arguments.seconds)
    read, frame_bgr = film.read()
    if not read:
        parser.error(f"{arguments.session} has no picture at {arguments.seconds:g} s")
    picture = Image.fromarray(frame_bgr[:, :, ::-1])
    width, height = picture.size
    cut = min(width, height * SIZE_PX[0] // SIZE_PX[1])
    picture = picture.crop(((width - cut) // 2, 0, (width + cut) // 2, height)).resize(
        SIZE_PX, Image.Resampling.LANCZOS
    )
    picture.quantize(COLOURS).save(arguments.model / "picture.png", optimize=True)


if __name__ == "__main__":
    main()
