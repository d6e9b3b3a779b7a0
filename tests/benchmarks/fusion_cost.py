"""What each fusion method costs at every tick: all subsets of three inputs, as it runs live (recorded) and by itself.

python tests/benchmarks/fusion_cost.py
"""

from __future__ import annotations

import time
from collections.abc import Callable

import torch
from torch import Tensor

from mmdesk.analysis.subsets import Subsets
from mmdesk.models.fusion import FUSIONS, record

INPUTS, DIM, CLASSES, ROUNDS = ("camera", "microphone", "text"), 64, 10, 400


def lower_decile_us(run: Callable[[Tensor, Tensor], object], subsets: Subsets) -> float:
    """Return the time below which a tenth of the runs stay: what else runs on the machine makes the others longer."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run(subsets.embeddings, subsets.mask)
        times.append(time.perf_counter() - begun)
    return 1e6 * sorted(times)[ROUNDS // 10]


@torch.inference_mode()
def main() -> None:
    """Print a row for each method and one for all of them."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    subsets = Subsets(torch.randn(1, len(INPUTS), DIM), (True,) * len(INPUTS), INPUTS)
    kinds = [kind for kind in FUSIONS.own if kind != "unimodal"]
    fusions = {kind: FUSIONS[kind](len(INPUTS), DIM, CLASSES).eval() for kind in kinds}
    print("| method | recorded, µs | by itself, µs | parameters |\n|---|---|---|---|")
    for kind, fusion in fusions.items():
        recorded = record({kind: fusion})
        live = "–" if recorded is None else f"{lower_decile_us(recorded, subsets):.0f}"
        count = sum(parameter.numel() for parameter in fusion.parameters())
        print(f"| {kind.replace('_', ' ')} | {live} | {lower_decile_us(fusion, subsets):.0f} | {count} |")
    together = record(fusions)
    if together is not None:
        print(f"| all {len(together.kinds)} at once | {lower_decile_us(together, subsets):.0f} | | |")


if __name__ == "__main__":
    main()
