"""Photographs of things and of everything else, by source and split, and what a webcam would make of them.

Nothing of them is bundled. The folder of photographs holds, as their publishers lay them out:

- ``sample``: one picture of each of ImageNet's classes, ``n01440764_tench.JPEG`` …; training. The frozen network has
  been trained on ImageNet, so they show it nothing new: they keep it from forgetting.
- ``grocery``: the Grocery Store Dataset (MIT), its ``dataset``: ``train`` for training, ``test`` for validation.
- ``office``: ``Phone``, ``Book`` …, photographs of things in offices, gathered from the web and of no stated licence;
  validation only, nothing is trained on them.
- ``flickr``: the ImageNet-like photographs of the NIPS 2017 adversarial competition, with ``images.csv`` (CC BY by
  photographer, none from ImageNet); test.
- ``fruits``: "Fruit Images for Object Detection" of Kaggle, collected from the web, ``apple_1.jpg`` … in any folders;
  test.
- ``held``: a detection set "Wallet-phone-airpod" in YOLO's layout (CC BY 4.0), one person before a webcam; test.
- ``pacs``: the photographs of PACS, ``guitar``, ``person``, ``house``, ``dog``; test.

Rooms, with and without people, are drawn by program before pieces of photographs.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Literal

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

sys.path.append(str(Path(__file__).resolve().parents[1] / "digits"))

from image_camera import expose, random_camera
from image_surroundings import background
from names import LABELS, THINGS
from torch import Tensor

from mmdesk.models.encoders.image import central_square
from mmdesk.models.encoders.named_objects import NamedObjectsEncoder

Split = Literal["train", "validation", "test"]
Picture = NDArray[np.uint8]
NOTHING = -1
_SIDE_PX = 224
_SUFFIXES = {".jpg", ".jpeg", ".png"}

_OFFICE = {
    "Bottle": "bottle",
    "Book": "book",
    "Keyboard": "keyboard",
    "Laptop": "laptop",
    "Mouse": "mouse",
    "Phone": "phone",
}
# Satsumas are small oranges, and go by the same names in most languages.
_GROCERY = {
    "Fruit/Apple": "apple", "Fruit/Banana": "banana", "Fruit/Lemon": "lemon", "Fruit/Orange": "orange",
    "Fruit/Satsumas": "orange", "Fruit/Pineapple": "pineapple",
}  # fmt: skip
_FRUITS = ("apple", "banana", "orange")
_PACS = {"guitar": "guitar", "person": "", "house": "", "dog": ""}
_SEED = 1
#: Seeds of the drawn rooms.
ROOM_SEEDS: dict[str, int] = {"train": 78, "validation": 79, "test": 77}
_ROOMS = {"train": 400, "validation": 200}


@dataclass(frozen=True, slots=True)
class Photograph:
    """One picture.

    Attributes:
        file: Where it lies.
        source: Which collection.
        kind: The collection's own name of what it shows.
        label: Place among `names.LABELS`, or -1.
    """

    file: Path
    source: str
    kind: str
    label: int


def _place(name: str | None) -> int:
    return LABELS.index(name) if name else NOTHING


def _of_classes(folder: Path, source: str, named: dict[str, str], most: tuple[int, int]) -> Iterator[Photograph]:
    """Give the pictures of class folders, of known and of other kinds at most so many each; one kind may have sorts."""
    rng = random.Random(_SEED)
    by_kind: dict[str, list[Path]] = {}
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in _SUFFIXES:
            by_kind.setdefault("/".join(file.relative_to(folder).parts[:-1][:2]), []).append(file)
    for kind, files in by_kind.items():
        limit = most[0] if kind in named else most[1]
        for file in sorted(rng.sample(files, min(limit, len(files)))):
            yield Photograph(file, source, kind, _place(named.get(kind)))


def _flickr(folder: Path) -> Iterator[Photograph]:
    rows = {row: place for place, thing in enumerate(THINGS) for row in thing.rows}
    with (folder / "images.csv").open(encoding="utf-8", newline="") as stream:
        for entry in csv.DictReader(stream):
            row = int(entry["TrueLabel"]) - 1
            yield Photograph(folder / "images" / f"{entry['ImageId']}.png", "flickr", str(row), rows.get(row, NOTHING))


def _sample(folder: Path) -> Iterator[Photograph]:
    rows = {row: place for place, thing in enumerate(THINGS) for row in thing.rows}
    # WordNet's numbers in ascending order are ImageNet's order of classes.
    for row, file in enumerate(sorted(folder.glob("n*.JPEG"))):
        yield Photograph(file, "sample", file.stem.partition("_")[2], rows.get(row, NOTHING))


def _fruits(folder: Path) -> Iterator[Photograph]:
    """Give those pictures that show fruit of one sort."""
    for file in sorted(folder.rglob("*.jpg")):
        kind = file.stem.rpartition("_")[0]
        if kind in _FRUITS:
            yield Photograph(file, "fruits", kind, _place(kind))


def _held(folder: Path) -> Iterator[Photograph]:
    """Give those frames in which only one thing of the set is marked; its ear phones are none of ours."""
    names = ["earphones", "phone", "wallet"]
    for labels in sorted(folder.rglob("labels/*.txt")):
        marked = {int(line.split()[0]) for line in labels.read_text().splitlines() if line.strip()}
        file = labels.parent.with_name("images") / f"{labels.stem}.jpg"
        if len(marked) == 1 and file.exists():
            name = names[marked.pop()]
            yield Photograph(file, "held", name, LABELS.index(name) if name in LABELS else NOTHING)


def photographs(folder: Path, split: Split) -> list[Photograph]:
    """Return a split's photographs, of those sources that are there."""
    found: list[Photograph] = []
    if split == "train":
        found += _sample(folder / "sample")
        found += _of_classes(folder / "grocery" / "train", "grocery", _GROCERY, (300, 60))
    elif split == "validation":
        found += _of_classes(folder / "office", "office", _OFFICE, (80, 80))
        found += _of_classes(folder / "grocery" / "test", "grocery", _GROCERY, (45, 12))
    else:
        found += _flickr(folder / "flickr")
        found += _fruits(folder / "fruits")
        found += _held(folder / "held")
        found += _of_classes(folder / "pacs", "pacs", _PACS, (60, 60))
    return found


def read(file: Path) -> Picture | None:
    """Return a picture (H, W, 3) uint8 RGB, None where OpenCV cannot read it."""
    found = cv2.imread(str(file), cv2.IMREAD_COLOR)
    return None if found is None else np.ascontiguousarray(found[..., ::-1], dtype=np.uint8)


def seen_by_webcam(rng: np.random.Generator, picture: Picture) -> Picture:
    """Return a photograph nearer or farther, turned a little, and taken by a cheap camera, (224, 224, 3)."""
    height, width = picture.shape[:2]
    side = min(height, width) / float(np.exp(rng.uniform(np.log(0.65), np.log(1.35))))
    turn, scale = rng.normal(0, 8), _SIDE_PX / side
    middle = np.array([width, height]) / 2 + rng.uniform(-0.08, 0.08, 2) * side
    matrix = cv2.getRotationMatrix2D((float(middle[0]), float(middle[1])), float(turn), scale)
    matrix[:, 2] += _SIDE_PX / 2 - middle
    if scale < 0.7:  # averaged before it is shrunk, or patterns alias
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.4 / scale), np.uint8)
    view = cv2.warpAffine(
        picture, matrix, (_SIDE_PX, _SIDE_PX), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    if rng.random() < 0.5:
        view = view[:, ::-1]
    severity = float(rng.beta(1.2, 2.5))
    return expose(rng, view.astype(np.float32) / np.float32(255), random_camera(rng, severity, 200.0))


def room(rng: np.random.Generator, behind: list[Picture]) -> Picture:
    """Draw a room, often with somebody in it, before pieces of the photographs ``behind``; (240, 320, 3)."""
    # The only part of the digits model's assets that a background needs.
    view = background(rng, SimpleNamespace(photographs=tuple(behind)), 240, 320)  # type: ignore[arg-type]
    return expose(rng, view, random_camera(rng, float(rng.beta(1.2, 2.0)), 300.0))


def _drawn(folder: Path, split: Split) -> Iterator[tuple[Photograph, Picture]]:
    """Give training's and validation's rooms, before what ImageNet's pictures show that is none of the things."""
    count = _ROOMS.get(split, 0)
    if count:
        strange = [one.file for one in _sample(folder / "sample") if one.label < 0]
        behind = [picture for file in strange[split == "validation" :: 4] if (picture := read(file)) is not None]
        for index in range(count if behind else 0):
            picture = room(np.random.default_rng([ROOM_SEEDS[split], index]), behind)
            yield Photograph(folder / f"room {index}", "rooms", "room", NOTHING), picture


def pooled(folder: Path, split: Split, work: Path, views: int) -> dict[str, Tensor | list[str]]:
    """Return what the frozen network makes of a split, computed on first use.

    Args:
        folder: The photographs.
        split: Which of them.
        work: Where the result is kept.
        views: How many webcam views to add for a known thing; a stranger gets half as many, a drawn room none.

    Returns:
        ``pooled`` (N, 1280) float16, ``labels`` (N,), ``views`` (N,): 0 for the photograph as
        it is; lists ``sources``, ``kinds`` and ``files``.
    """
    cache = work / "cache" / f"pictures_{split}_{views}.pt"
    if not cache.exists():
        encoder = NamedObjectsEncoder(evidence=False).eval()
        rows: list[tuple[Photograph, int]] = []
        found: list[Tensor] = []
        batch: list[Tensor] = []

        def flush() -> None:
            if batch:
                with torch.inference_mode():
                    found.append(encoder.frozen.backbone(torch.stack(batch)).half())
                batch.clear()

        shown_by = ((one, read(one.file)) for one in photographs(folder, split))
        for index, (photograph, picture) in enumerate(chain(shown_by, _drawn(folder, split))):
            if picture is None:
                continue
            rng = np.random.default_rng([_SEED, index])
            extra = 0 if photograph.source == "rooms" else views if photograph.label >= 0 else views // 2
            for view in range(1 + extra):
                shown = picture if view == 0 else seen_by_webcam(rng, picture)
                batch.append(central_square(shown, _SIDE_PX))
                rows.append((photograph, view))
                if len(batch) == 16:
                    flush()
        flush()
        stored = {
            "pooled": torch.cat(found),
            "labels": torch.tensor([photograph.label for photograph, _ in rows]),
            "views": torch.tensor([view for _, view in rows]),
            "sources": [photograph.source for photograph, _ in rows],
            "kinds": [photograph.kind for photograph, _ in rows],
            "files": [str(photograph.file.relative_to(folder)) for photograph, _ in rows],
        }
        cache.parent.mkdir(parents=True, exist_ok=True)
        torch.save(stored, cache)
    loaded: dict[str, Tensor | list[str]] = torch.load(cache, weights_only=True)
    return loaded


if __name__ == "__main__":
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    for name, count in (("validation", 1), ("train", 2), ("test", 0)):
        made = pooled(Path(sys.argv[1]), name, Path(sys.argv[2]), count)  # type: ignore[arg-type]
        print(name, len(made["labels"]), flush=True)
