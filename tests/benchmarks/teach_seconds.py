"""From the last sample to a model: how long the teaching process takes when it is warm.

    python tests/benchmarks/teach_seconds.py

Lessons of 5 classes × 10 samples and of 20 × 20, pictures and words and texts that are drawn: what they show does not
matter to the time. All samples but the last are looked at while they are recorded, as in the window; then the clock
starts, with the last sample on its way. Printed are the medians of so many rounds: to the first model's file, to its
first answer (opened, one tick of all inputs), and to the whole model, measured and with every method.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
import torch

from mmdesk.core.lesson import Lesson
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.training.teaching.teacher import Teacher


def lesson(classes: int, shots: int, seed: int) -> Lesson:
    """A lesson of drawn samples."""
    rng = np.random.default_rng(seed)
    found = Lesson()
    for number in range(classes):
        one = found.add_class(f"class {number}")
        base = rng.integers(0, 256, (6, 8, 3))
        for _ in range(shots):
            cells = np.clip(base + rng.integers(-40, 40, base.shape), 0, 255).astype(np.uint8)
            picture = np.ascontiguousarray(cells.repeat(48, 0).repeat(48, 1))
            sound = (0.2 * rng.standard_normal(12_000)).astype(np.float32)
            found.add_samples(one.id, [{"image": picture, "audio": sound, "text": f"word {number}"}])
    return found


def once(classes: int, shots: int, seed: int, whole: bool) -> list[float]:
    """Return seconds to the first file, the first answer and (or NaN) the whole model."""
    taught = lesson(classes, shots, seed)
    teacher = Teacher()
    teacher.warm_up()
    state = taught.state
    teacher.embedder.embed(state.samples[:-1])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "taught.mmdesk"
        started = time.perf_counter()
        steps = teacher.teach(state)
        teacher.save(next(steps), file)
        times = [time.perf_counter() - started]
        opened = load_checkpoint(file)
        with torch.inference_mode():
            held = state.samples[0].inputs
            rows = [
                opened.encode(name, opened.encoder(name).prepare(held[name])[None]).embedding for name in opened.names
            ]
            opened.fuse(torch.stack(rows, 1), torch.ones(1, len(rows), dtype=torch.bool))
        times.append(time.perf_counter() - started)
        if whole:
            teacher.save(next(steps), file)
        times.append(time.perf_counter() - started if whole else float("nan"))
    return times


def main() -> int:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--first-only", action="store_true", help="do not go on to the whole model")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    for classes, shots in ((5, 10), (20, 20)):
        rounds = [once(classes, shots, seed, not arguments.first_only) for seed in range(arguments.rounds)]
        first, answer, whole = (statistics.median(each) for each in zip(*rounds, strict=True))
        print(f"{classes} × {shots}: model {first:.2f} s, answer {answer:.2f} s, whole {whole:.2f} s", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
