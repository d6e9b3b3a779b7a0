"""Writes the digits data as a folder of data that ``mmdesk train`` and ``mmdesk compare`` read: one table of samples.

    python packaging/models/digits/dataset.py --work build/digits --out build/digits/triples

Pictures are composites of a digit held before a camera, sounds are synthesised words, texts are generated; the three
of a sample are paired by label alone, as in AV-MNIST (Vielzeuf et al., 2018), and each is used once. Training and
validation come from the digits, voices, words and photographs of their splits; the test split is drawn from the
held-out files below ``<work>/test`` that evaluate.py measures the bundled model on.
"""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import soundfile
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import audio_data  # noqa: E402
import text_data  # noqa: E402
from evaluate import read_samples  # noqa: E402
from image_data import SEED, scene_assets  # noqa: E402
from image_scenes import camera_view  # noqa: E402

DIGITS = 10
SIDE_PX = 240
SIZES = {"train": 3_000, "validation": 600, "test": 1_000}
COLUMNS = ("image", "audio", "text", "label", "split")
# Far from the seeds of the pools that the bundled encoders were trained on.
_PICTURE_SEEDS = {"train": 5_000_000, "validation": 6_000_000}
_FULL_SCALE = 32_767.0


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What one process draws: pictures ``first`` to ``first + count`` of a split, into a folder."""

    split: str
    first: int
    count: int
    folder: Path
    work: Path


def _draw(job: _Drawing) -> list[int]:
    """Write PNG composites with a digit; returns their labels. Runs in a process of its own."""
    cv2.setNumThreads(1)
    assets = scene_assets(job.split, job.work)
    labels = []
    for index in range(job.first, job.first + job.count):
        rng = np.random.default_rng([SEED, _PICTURE_SEEDS[job.split] + index])
        picture, label = camera_view(rng, assets, SIDE_PX, SIDE_PX, with_digit=True)
        cv2.imwrite(str(job.folder / f"{index:05d}.png"), cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
        labels.append(label)
    return labels


def draw_pictures(split: str, count: int, out: Path, work: Path, processes: int) -> list[tuple[str, int]]:
    """Write a split's pictures; returns their names relative to ``out`` and labels."""
    folder = out / "images" / split
    folder.mkdir(parents=True, exist_ok=True)
    step = 100
    jobs = [_Drawing(split, first, min(step, count - first), folder, work) for first in range(0, count, step)]
    # A forked child would wait for ever for the threads that OpenCV had in its parent.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as executor:
        labels = [label for chunk in executor.map(_draw, jobs) for label in chunk]
    return [(f"images/{split}/{index:05d}.png", label) for index, label in enumerate(labels)]


def take_by_label(labels: NDArray[np.int64], wanted: list[int], rng: np.random.Generator) -> list[int]:
    """Return an index for each wanted label, none of them twice.

    Raises:
        ValueError: If a label is wanted more often than there are samples of it.
    """
    queues = {label: rng.permutation(np.flatnonzero(labels == label)).tolist() for label in range(DIGITS)}
    for label in range(DIGITS):
        if wanted.count(label) > len(queues[label]):
            raise ValueError(f"label {label} is wanted {wanted.count(label)} times, there are {len(queues[label])}")
    return [queues[label].pop() for label in wanted]


def trimmed(wave: NDArray[np.int16]) -> NDArray[np.int16]:
    """Cut the zeros that fill a clip up to the encoder's length."""
    nonzero = np.flatnonzero(wave)
    return wave[: max(int(nonzero[-1]) + 1 if nonzero.size else 0, 1_600)]


def generated_rows(split: str, out: Path, work: Path, processes: int) -> list[dict[str, Any]]:
    """Write pictures and sounds of training or validation; returns the table's rows."""
    rng = np.random.default_rng([SEED, _PICTURE_SEEDS[split]])
    pictures = draw_pictures(split, SIZES[split], out, work, processes)
    wanted = [label for _, label in pictures]
    waves, labels = audio_data.load_split(split, work)
    sounds = take_by_label(labels.numpy(), wanted, rng)
    # Texts the bundled encoder was not trained on, of the same making.
    texts = list(dict.fromkeys(text_data.samples("fusion" if split == "train" else "validation")))
    chosen = take_by_label(np.array([label for _, label in texts]), wanted, rng)
    folder = out / "sounds" / split
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for index, ((picture, label), sound, text) in enumerate(zip(pictures, sounds, chosen, strict=True)):
        name = f"sounds/{split}/{index:05d}.wav"
        soundfile.write(out / name, trimmed(waves[sound].numpy()), audio_data.SAMPLE_RATE_HZ, subtype="PCM_16")
        rows.append(dict(zip(COLUMNS, (picture, name, texts[text][0], label, split), strict=True)))
    return rows


def test_rows(out: Path, work: Path) -> list[dict[str, Any]]:
    """Link or copy the held-out test files; returns the table's rows."""
    rng = np.random.default_rng([SEED, 7_000_000])
    names = {"image": "image_composite", "audio": "audio_synthetic", "text": "text"}
    pools = {column: read_samples(work / "test" / f"{name}.csv") for column, name in names.items()}
    wanted = [index % DIGITS for index in range(SIZES["test"])]
    taken: dict[str, list[str]] = {}
    for column, pool in pools.items():
        unique = list({sample.value: sample for sample in pool if sample.label}.values())
        labels = np.array([int(sample.label) for sample in unique])
        taken[column] = [unique[index].value for index in take_by_label(labels, wanted, rng)]
    rows = []
    for index, label in enumerate(wanted):
        row = {"text": taken["text"][index], "label": label, "split": "test"}
        for column, folder, suffix in (("image", "images", ".png"), ("audio", "sounds", ".wav")):
            row[column] = f"{folder}/test/{index:05d}{suffix}"
            link_or_copy(Path(taken[column][index]), out / row[column])
        rows.append(row)
    return rows


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name, or a copy where the file system has no links or the disks differ."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def main() -> int:
    """Write the folder; the table comes last, so that a folder that has it is complete."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "digits")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "digits" / "triples")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    out: Path = arguments.out
    table = out / "samples.csv"
    table.unlink(missing_ok=True)
    rows = [
        *generated_rows("train", out, arguments.work, arguments.processes),
        *generated_rows("validation", out, arguments.work, arguments.processes),
        *test_rows(out, arguments.work),
    ]
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    print(f"{out}: {', '.join(f'{count} {split}' for split, count in SIZES.items())}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
