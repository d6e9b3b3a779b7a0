"""Makes the things model's sample session: what a visitor might show, say and type in half a minute.

    python sample_session.py --out resources/sessions/things

``drawn_session`` says what it is made of.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from drawn_session import COVERED, ROOM, Scene, write
from made_session import ROOT

CUP, PHONE = "food/beverages/teacup_ganson.png", "office/telephone/mobile_phone_01.png"
BOTTLE = "food/beverages/bottled_drink.png"

SCRIPT = (
    Scene(5.0, CUP, ("mug", "en-us", "f2"), "my cup", 3),
    Scene(5.0, PHONE, ("Smartphone", "de", "m3"), "手机", 4),
    Scene(5.0, BOTTLE, ("bouteille", "fr-fr", "f2"), "botella de agua", 8),
    # Three opinions at once: who wins?
    Scene(6.0, PHONE, ("banana", "en-us", "m7"), "umbrella", 4),
    Scene(4.5, COVERED, ("guitarra", "es", "f4"), "guitar"),
    Scene(4.5, ROOM, None, "good morning", 5),
    Scene(4.5, COVERED, None, "my sunglases"),
)


def main() -> int:
    """Write the session."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "sessions" / "things")
    arguments = parser.parse_args()
    print(f"{arguments.out}: {write(arguments.out, 'Things: show, say, type', SCRIPT):.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
