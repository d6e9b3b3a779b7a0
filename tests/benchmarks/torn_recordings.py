"""How much of a recording survives a kill at any moment, and damage at any byte.

    python -m tests.benchmarks.torn_recordings [--kills 50] [--damaged 500]

Prints what was lost by kills, in seconds, and what was told of damaged recordings; fails for a loss of more than 2 s,
for a killed recording that does not play, and for more than one line.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np

import mmdesk.app  # noqa: F401 - gives problems their words
from tests.fakes.recordings import damage, play, record_until_killed, write_recording

MOST_LOST_S = 2.0


def kills(count: int, random: np.random.Generator, place: Path) -> None:
    """Kill recordings at random moments between 0.3 and 8 s."""
    lost = []
    for number in range(count):
        folder = place / f"killed-{number}"
        recorded_s = record_until_killed(folder, float(random.uniform(0.3, 8.0)))
        played = play(folder)
        lost.append(recorded_s - played.duration_s)
        assert played.opened, played.line
        assert played.pictures > 0
        assert lost[-1] <= MOST_LOST_S, f"{lost[-1]:.2f} s of {recorded_s:.2f} s lost"
        shutil.rmtree(folder)
    print(f"{count} kills: lost {np.median(lost):.3f} s in the median, {max(lost):.3f} s at most")


def damages(count: int, random: np.random.Generator, place: Path) -> None:
    """Damage a finished recording at random bytes, and one that was torn off."""
    whole = {finish: write_recording(place / f"whole-{finish}", finish=finish) for finish in (True, False)}
    told: Counter[str] = Counter()
    longest_s = 0.0
    for number in range(count):
        folder = place / f"damaged-{number}"
        shutil.copytree(whole[number % 2 == 0], folder)
        done = damage(folder, random)
        begun_s = time.perf_counter()
        played = play(folder)
        longest_s = max(longest_s, time.perf_counter() - begun_s)
        assert "\n" not in played.line, f"{done}: {played.line}"
        assert played.opened or played.line, done
        told[re.sub(r"[\d.]+", "…", played.line.replace(str(folder), "")[:60]) or "nothing to tell"] += 1
        shutil.rmtree(folder)
    print(f"{count} damaged: {longest_s:.2f} s at most to play one")
    for line, times in told.most_common():
        print(f"{times:5} × {line}")


def main() -> None:
    """Do both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--damaged", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    random = np.random.default_rng(options.seed)
    with tempfile.TemporaryDirectory() as place:
        damages(options.damaged, random, Path(place))
        kills(options.kills, random, Path(place))


if __name__ == "__main__":
    main()
