"""Compare flip points in closed form with trying 10,001 weights, for every method that has weights.

Usage: python tests/benchmarks/flip_points.py [moments]

Each moment is a random method and random embeddings in double precision, half of the moments under weights held by
hand. A grid sees nothing that is narrower than its step: where the two differ by more than 1e-4 the moment is tried
again on a grid of 1,000,001 weights.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.analysis.brute_flip import WEIGHING, M, brute_force, planted
from tests.analysis.test_flip import closed_form


def main() -> int:
    """Print a line per method; 1 when anything differs."""
    snapshots = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    wrong = 0
    for kind in WEIGHING:
        points = none = narrow = differ = 0
        farthest = 0.0
        for seed in range(snapshots):
            fusion, embeddings = planted(kind, 10_000 + seed)
            held = np.random.default_rng(seed).dirichlet([1, 1, 1]) if seed % 2 else None
            weights, found = closed_form(fusion, embeddings, held)
            for column in range(M):
                mine = found[column]
                grid = brute_force(fusion, embeddings, weights, column, 10_000)
                if not _same(mine, grid):
                    narrow += 1
                    grid = brute_force(fusion, embeddings, weights, column, 1_000_000)
                if not _same(mine, grid):
                    differ += 1
                    print(f"{kind} {seed} {column}: {mine} instead of {grid}, from {weights[column]}")
                elif mine is None or grid is None:
                    none += 1
                else:
                    points += 1
                    farthest = max(farthest, abs(mine[0] - grid[0]))
        wrong += differ
        print(
            f"{kind}: {snapshots} moments, {points} flip points, {none} without; {differ} differ, "
            f"largest distance {farthest:.1e}; {narrow} narrower than the grid of 10,001"
        )
    return int(wrong > 0)


def _same(one: tuple[float, int] | None, other: tuple[float, int] | None) -> bool:
    if one is None or other is None:
        return one is other
    return one[1] == other[1] and abs(one[0] - other[0]) <= 1e-4


if __name__ == "__main__":
    sys.exit(main())
