"""Data sets of any inputs, small enough to learn in seconds: coloured pictures, tones and words, in noise."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import soundfile

from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality

CLASSES = ("alpha", "beta", "gamma")
COLUMNS: dict[int, tuple[str, ...]] = {
    1: ("text",),
    2: ("image", "text"),
    3: ("image", "audio", "text"),
    4: ("image:front", "image:side", "audio", "text"),
    5: ("image:front", "image:side", "text:title", "text:body", "audio:sound"),
}
"""Columns by the number of inputs; in the last the sound stands behind the texts."""
TINY_ENCODERS: dict[str, str] = {Modality.IMAGE: "cnn", Modality.AUDIO: "mel_rnn", Modality.TEXT: "bag_of_words"}
_RATE_HZ = 16_000


def write_generated(folder: Path, columns: Sequence[str], per_class: int = 16, seed: int = 0) -> Path:
    """Write ``samples.csv`` with these columns and the label; every fifth row lacks an input if there are several."""
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    inputs = [Input.of_column(column) for column in columns]
    with (folder / "samples.csv").open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream)
        table.writerow([*columns, "label"])
        for number in range(per_class * len(CLASSES)):
            place = number % len(CLASSES)
            cells = [_cell(folder, one, f"{one.name}{number}", place, rng) for one in inputs]
            if len(columns) > 1 and number % 5 == 0:
                cells[number // 5 % len(cells)] = ""
            table.writerow([*cells, CLASSES[place]])
    return folder


def _cell(folder: Path, one: Input, name: str, place: int, rng: np.random.Generator) -> str:
    """What stands in a cell; two inputs of a kind tell the class each in its own way."""
    kind = Modality(one.kind)
    turned = (place + len(one.name)) % len(CLASSES)
    if kind is Modality.TEXT:
        return f"{('red apple', 'green leaf', 'blue sea')[turned]} {rng.integers(100)}"
    if kind is Modality.IMAGE:
        picture = rng.integers(0, 120, (24, 24, 3))
        picture[:, :, 2 - turned] += 120
        cv2.imwrite(str(folder / f"{name}.png"), picture.astype(np.uint8))
        return f"{name}.png"
    time_s = np.arange(_RATE_HZ // 2) / _RATE_HZ
    wave = 0.3 * np.sin(2 * np.pi * 300 * (1 + 2 * turned) * time_s) + rng.normal(0, 0.05, len(time_s))
    soundfile.write(folder / f"{name}.wav", wave, _RATE_HZ)
    return f"{name}.wav"
