"""Makes the session that shows a teaching from start to end, on machines without devices too.

    python sample_session.py --out resources/sessions/teaching

``drawn_session`` says what it is made of. ``lesson.csv`` says what is taught when.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from drawn_session import COVERED, ROOM, Scene, write
from made_session import ROOT

BEAR, DUCK = "recreation/toys/teddybear_jarno_vasamaa_.png", "recreation/toys/rubber_duck1_ganson.png"
ROBOT, GUITAR = "recreation/toys/robot_ganson.png", "recreation/music/guitar_ganson.png"

# What is taught: the class, and what is shown, said and typed for it. "" is the background.
LESSON = (
    ("", Scene(4.0, ROOM, None, "", 5)),
    ("Bruno", Scene(5.0, BEAR, ("Bruno", "en-us", "f2"), "Bruno the bear", 5, 0.95)),
    ("Paula", Scene(5.0, DUCK, ("Paula", "en-us", "f2"), "Paula the duck", 5)),
    ("Robo", Scene(5.0, ROBOT, ("Robo", "en-us", "f2"), "Robo the robot", 5)),
)
# A moment to learn, and then what it makes of it; another voice, and a thing that it never saw.
SHOWN = (
    Scene(5.0, ROOM, None, "", 5),
    Scene(5.0, BEAR, ("Bruno", "en-us", "m3"), "", 5, 0.8),
    Scene(4.5, DUCK, None, "", 5, 0.65),
    Scene(5.0, GUITAR, ("banjo", "en-us", "m3"), "", 5),
    Scene(5.0, DUCK, ("Robo", "en-us", "m3"), "Bruno", 5, 0.65),
    Scene(4.5, COVERED, ("Robo", "en-gb", "f4"), ""),
    Scene(4.0, ROOM, None, "", 5),
)
# The key goes down so long after a scene begins, and up so long before its end.
_MARGIN_S = 0.25


def main() -> int:
    """Write the session."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "sessions" / "teaching")
    arguments = parser.parse_args()
    length_s = write(arguments.out, "Teaching: Bruno, Paula and Robo", [scene for _, scene in LESSON] + list(SHOWN))
    with (arguments.out / "lesson.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(("begin_s", "end_s", "class"))
        begin_s = 0.0
        for name, scene in LESSON:
            rows.writerow((begin_s + _MARGIN_S, begin_s + scene.seconds - _MARGIN_S, name))
            begin_s += scene.seconds
    print(f"{arguments.out}: {length_s:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
