"""How often `mmdesk compare` calls a difference one that is none, and how often it finds one that is there.

    python -m tests.benchmarks.comparison_errors [--repeats 1000]

Of simulated methods with known accuracies, see :mod:`tests.evaluation.simulated`; half an hour for 1,000 repeats.
"""

from __future__ import annotations

import argparse

from tests.evaluation.simulated import Setting, rates


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=1000)
    repeats = parser.parse_args().repeats
    print("false findings, %: of the rows | of any of 8 rows | best fusion against best single modality")
    for fixed in (False, True):
        for shared in (0.0, 1.0) if not fixed else (0.0,):
            for seeds in (2, 5, 10):
                for effect in (0.0, 0.02, 0.04):
                    one = rates(Setting(seeds, split_effect=effect, shared=shared, fixed=fixed), repeats)
                    kind = "fixed split" if fixed else f"splits vary, shared {shared:g}"
                    figures = " | ".join(f"{100 * one[name]:5.1f}" for name in ("rows", "any_row", "best"))
                    print(f"{kind:24} seeds {seeds:2}  split effect {100 * effect:g} points: {figures}", flush=True)
    print("power, % (one of 8 methods is better, after Holm's correction)")
    for data in (876, 3504):
        for seeds in (5, 10, 20):
            cells = []
            for gain in (0.03, 0.06, 0.10):
                found = rates(Setting(seeds, data, gain=gain), repeats // 2)["gain"]
                cells.append(f"{100 * gain:g} points {100 * found:5.1f}")
            print(f"{data // 4:4} test samples, {seeds:2} seeds: {', '.join(cells)}", flush=True)


if __name__ == "__main__":
    main()
