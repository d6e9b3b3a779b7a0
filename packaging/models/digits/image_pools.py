"""The pools of pictures that the image encoder and the fusion are trained on, each made once and kept.

A pool has up to three parts, a file each: digits on paper, card and screen with scenes without any ("paper"), what is
no single digit though there is something to see ("negatives"), and hands ("hands", where photographs are at hand).
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import torch
from image_data import BACKGROUND, SEED, SIZE_PX, Picture, SceneAssets, fetch, scene_assets
from image_hands import hand_photographs, hand_scene, hand_without_digit, photographed_hand
from image_negatives import KINDS, negative, objects
from image_scenes import pool_sample
from numpy.typing import NDArray
from torch import Tensor

# Pool name → (split of the assets, seed's distance, samples of each part).
_POOLS: Final[dict[str, tuple[str, int, dict[str, int]]]] = {
    "train": ("train", 0, {"paper": 18_000, "negatives": 4_000, "hands": 9_000}),
    "fusion": ("train", 1_000_000, {"paper": 10_000, "negatives": 1_500, "hands": 3_000}),
    "validation": ("validation", 2_000_000, {"paper": 3_000, "negatives": 1_200, "hands": 1_500}),
}
PARTS: Final = ("paper", "negatives", "hands")
_CHUNK: Final = 500
_SIDES: Final = (144, 160, 192)


def _hand_sample(rng: np.random.Generator, assets: SceneAssets, split: str, folder: Path) -> tuple[Picture, int]:
    """Return a view of a hand that shows a digit, or of hands that show none, and the label."""
    hands = hand_photographs(folder, split)
    kind, side = rng.random(), int(rng.choice(_SIDES))
    if kind < 0.2:
        return photographed_hand(rng, hands, SIZE_PX)
    if kind < 0.88:
        return hand_scene(rng, assets, hands, side, side)
    return hand_without_digit(rng, assets, hands, side, side), BACKGROUND


def _chunk(name: str, part: str, first: int, count: int, work: Path, folder: Path | None) -> tuple[Picture, Tensor]:
    """Make samples first..first+count of a pool's part; runs in a process of its own."""
    cv2.setNumThreads(1)
    split, distance, _ = _POOLS[name]
    assets = scene_assets(split, work)
    pictures = np.empty((count, 3, SIZE_PX, SIZE_PX), np.uint8)
    labels = np.full(count, BACKGROUND, np.int64)
    for i in range(count):
        index = distance + first + i
        if part == "paper":
            picture, labels[i] = pool_sample(np.random.default_rng([SEED, index]), assets, SIZE_PX, True)
        else:
            rng = np.random.default_rng([SEED, index, PARTS.index(part)])
            if part == "negatives":
                side = int(rng.choice(_SIDES))
                picture = negative(rng, assets, objects(split, work), side, side, KINDS[index % len(KINDS)])
            elif folder is not None:
                picture, labels[i] = _hand_sample(rng, assets, split, folder)
            else:
                raise ValueError("photographs of hands are needed")
            picture = np.asarray(cv2.resize(picture, (SIZE_PX, SIZE_PX), interpolation=cv2.INTER_AREA), np.uint8)
        pictures[i] = picture.transpose(2, 0, 1)
    return pictures, torch.from_numpy(labels)


def pool_file(name: str, part: str, work: Path) -> Path:
    """Return where a pool's part is kept."""
    return work / (f"pool_{name}.npz" if part == "paper" else f"pool_{name}_{part}.npz")


def make_part(
    name: str, part: str, work: Path, processes: int = 2, hand_digits: Path | None = None
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return one part's pictures (N, 3, S, S) and labels (N,), made once; empty where there are no hands to be had."""
    path = pool_file(name, part, work)
    if not path.exists():
        if part == "hands" and hand_digits is None:
            return np.empty((0, 3, SIZE_PX, SIZE_PX), np.uint8), np.empty(0, np.int64)
        fetch(work)
        starts = range(0, _POOLS[name][2][part], _CHUNK)
        counts = [min(_CHUNK, _POOLS[name][2][part] - start) for start in starts]
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as executor:
            many = len(starts)
            made = list(executor.map(_chunk, [name] * many, [part] * many, starts, counts, [work] * many,
                                     [hand_digits] * many))  # fmt: skip
        partial = path.with_suffix(".partial.npz")  # a torn file must not be taken for a pool
        np.savez(partial, pictures=np.concatenate([p for p, _ in made]), labels=np.concatenate([n for _, n in made]))
        partial.replace(path)
    with np.load(path) as stored:
        return stored["pictures"], stored["labels"]


def make_pool(
    name: str, work: Path, processes: int = 2, hand_digits: Path | None = None, parts: tuple[str, ...] = PARTS
) -> tuple[Tensor, Tensor]:
    """Return a pool's pictures (N, 3, S, S) uint8 and labels (N,) int64, -1 = no digit.

    Args:
        name: "train", "fusion" or "validation".
        work: The work folder; what it holds already is taken, hands too.
        processes: How many processes make what is missing.
        hand_digits: The photographs of `image_hands`; None leaves hands out unless their part was made before.
        parts: Which parts, of `PARTS`.
    """
    made = [make_part(name, part, work, processes, hand_digits) for part in parts]
    pictures = np.concatenate([pictures for pictures, _ in made])
    return torch.from_numpy(pictures), torch.from_numpy(np.concatenate([labels for _, labels in made]))


def load_split(split: str, work: Path) -> tuple[Tensor, Tensor]:
    """Return samples for training the fusion on the frozen encoder.

    Args:
        split: "train" (samples the encoder never saw, from the training split's digits, fonts, photographs and hands,
            clean ones and degraded ones among them) or "validation".
        work: The work folder, `build/digits`.

    Returns:
        (N, 3, S, S) float32 in [0, 1], as ``CNNEncoder.prepare`` gives them, and labels (N,) int64, -1 = no digit.

    Raises:
        ValueError: The split is unknown.
    """
    if split not in ("train", "validation"):
        raise ValueError(f"split must be 'train' or 'validation', got {split!r}")
    pictures, labels = make_pool("fusion" if split == "train" else "validation", work)
    return pictures.to(torch.float32) / 255.0, labels
