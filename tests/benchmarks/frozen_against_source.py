"""What freezing costs: the frozen program and the one in a virtual environment, in turns, on one screen.

    python tests/benchmarks/frozen_against_source.py dist/mmdesk/mmdesk .venv/bin/mmdesk --rounds 5

Each round runs ``mmdesk bench`` with both, in alternating order, each time on an Xvfb of its own. Prints the medians
and, for each figure, the median over rounds of frozen / source, as JSON. A first run of both, which warms the disk's
cache, does not count.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

FIGURES: dict[str, Callable[[dict[str, Any]], float]] = {
    "start_window_s": lambda reported: reported["start_window_s"],
    "start_prediction_s": lambda reported: reported["start_prediction_s"],
    "predictions_per_s": lambda reported: reported["predictions_per_s"],
    "predictions_per_s_with_everything_on": lambda reported: reported["everything_on"]["predictions_per_s"],
    "prediction_latency_ms": lambda reported: reported["prediction_latency_ms"]["median"],
    "tick_over_bare": lambda reported: reported["tick_over_bare"],
}


def measure(program: Path, seconds: float, ticks: int) -> dict[str, float]:
    """Run the benchmark of one program."""
    bench = [str(program), "bench", "--seconds", str(seconds), "--ticks", str(ticks)]
    screen = ["xvfb-run", "--auto-servernum", "--server-args", "-screen 0 1920x1080x24"]
    reported = subprocess.run([*screen, *bench], check=True, capture_output=True, text=True).stdout
    figures = json.loads(reported)
    return {name: read(figures) for name, read in FIGURES.items()}


def main() -> None:
    """Measure in turns and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("frozen", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=8.0, help="of each bench (8)")
    parser.add_argument("--ticks", type=int, default=20, help="pairs behind the ratio of ticks in each bench (20)")
    arguments = parser.parse_args()
    programs = {"frozen": arguments.frozen.resolve(), "source": arguments.source.absolute()}
    rounds: list[dict[str, dict[str, float]]] = []
    for number in range(arguments.rounds + 1):
        order = list(programs) if number % 2 else list(programs)[::-1]
        found = {name: measure(programs[name], arguments.seconds, arguments.ticks) for name in order}
        if number:
            rounds.append(found)
    summary = {
        figure: {
            **{name: round(statistics.median(one[name][figure] for one in rounds), 3) for name in programs},
            "ratio": round(statistics.median(one["frozen"][figure] / one["source"][figure] for one in rounds), 3),
            "ratios": [round(one["frozen"][figure] / one["source"][figure], 3) for one in rounds],
        }
        for figure in FIGURES
    }
    print(json.dumps({"rounds": len(rounds), **summary}, indent=1))


if __name__ == "__main__":
    main()
