"""Makes the calculator's sample session: numbers shown and said, and what is typed between them.

    python sums_session.py --digits-work build/digits --out resources/sessions/calculator

The pictures are composites with digits of the validation split, the voices are synthesised; nobody was recorded. The
script holds the three operators in several languages, a missing number, a missing operator and two at once. Needs
Debian's ffmpeg beside what the digits model's training needs.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "digits")]

from sample_session import COVERED, ROOT, Scene, write  # noqa: E402

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


def main() -> int:
    """Write the session."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digits-work", type=Path, default=ROOT / "build" / "digits")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "sessions" / "calculator")
    arguments = parser.parse_args()
    length_s = write(arguments.out, "Calculator: show, say, type", SCRIPT, arguments.digits_work, FPS)
    print(f"{arguments.out}: {length_s:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
