"""Test pictures beside scans and composites: hands, and what is to be seen without being one digit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from image_data import BACKGROUND, SEED, Picture, scene_assets, write_pictures
from image_hands import hand_photographs, hand_scene
from image_negatives import KINDS, negative, objects

_HAND_SCENES: Final = 800
_OF_A_KIND: Final = 300
_SEED: Final = 3_500_000


def _half_size(picture: Picture) -> Picture:
    return np.asarray(cv2.resize(picture, (320, 240), interpolation=cv2.INTER_AREA), np.uint8)


def _hand_scenes(work: Path, folder: Path, split: str) -> Iterator[tuple[Picture, int]]:
    assets, hands = scene_assets(split, work), hand_photographs(folder, split)
    for index in range(_HAND_SCENES):
        rng = np.random.default_rng([SEED, _SEED + index])
        picture, label = hand_scene(rng, assets, hands, 480, 640)
        yield _half_size(picture), label


def _without_digit(work: Path, kind: str, split: str) -> Iterator[tuple[Picture, int]]:
    assets, things = scene_assets(split, work), objects(split, work)
    for index in range(_OF_A_KIND):
        rng = np.random.default_rng([SEED, _SEED + 10_000 * (1 + KINDS.index(kind)) + index])
        yield _half_size(negative(rng, assets, things, 480, 640, kind)), BACKGROUND


def further_tests(work: Path, hand_digits: Path | None, split: str = "test") -> None:
    """Write the tables ``image_hands``, ``image_hands_scenes`` and one for each kind of `KINDS`, once each.

    Args:
        work: The work folder; the tables go below its folder ``test``, or that of another split.
        hand_digits: Photographs of hands; None leaves the two tables of hands out.
        split: Whose people, fonts, photographs and objects are shown.
    """
    folder = work / split
    made: dict[str, Iterator[tuple[Picture, int]]] = {}
    if hand_digits is not None:
        photographs = hand_photographs(hand_digits, split)
        made["image_hands"] = ((each.picture, each.label) for each in photographs)
        made["image_hands_scenes"] = _hand_scenes(work, hand_digits, split)
    made |= {f"image_{kind}": _without_digit(work, kind, split) for kind in KINDS}
    for name, samples in made.items():
        table = folder / f"{name}.csv"
        if not table.exists():
            unfinished = folder / f"{name}.partial.csv"
            folder.mkdir(parents=True, exist_ok=True)
            write_pictures(folder / name, unfinished, samples)
            unfinished.replace(table)
