"""A data set small enough to learn in a second: coloured pictures, tones and words, in noise."""

from __future__ import annotations

import csv
from pathlib import Path

import cv2
import numpy as np
import soundfile

WORDS = {"alpha": "red apple", "beta": "green leaf", "gamma": "blue sea"}
_RATE_HZ = 16_000


def write_tiny(folder: Path, per_class: int = 12, seed: int = 0, missing: bool = False) -> Path:
    """Write ``samples.csv`` with pictures, sounds and texts; with ``missing`` every third row lacks one of them."""
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "samples.csv").open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream)
        table.writerow(["image", "audio", "text", "label"])
        for place, (label, words) in enumerate(WORDS.items()):
            for index in range(per_class):
                picture = rng.integers(0, 120, (40, 40, 3))
                picture[:, :, 2 - place] += 120
                cv2.imwrite(str(folder / f"{label}{index}.png"), picture.astype(np.uint8))
                time_s = np.arange(_RATE_HZ) / _RATE_HZ
                wave = 0.3 * np.sin(2 * np.pi * 300 * (1 + 2 * place) * time_s) + rng.normal(0, 0.05, _RATE_HZ)
                soundfile.write(folder / f"{label}{index}.wav", wave, _RATE_HZ)
                cells = [f"{label}{index}.png", f"{label}{index}.wav", f"{words} {rng.integers(100)}", label]
                if missing and index % 3 == 0:
                    cells[index // 3 % 3] = ""
                table.writerow(cells)
    return folder
