"""The pools of pictures that the image encoder and the fusion are trained on, each made once and kept."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import torch
from image_data import SEED, SIZE_PX, Picture, fetch, scene_assets
from image_scenes import pool_sample
from numpy.typing import NDArray
from torch import Tensor

# Pool name → (split of the assets, seed's distance, samples, whether clean crops are among them).
_POOLS: Final = {
    "train": ("train", 0, 48_000, True),
    "fusion": ("train", 1_000_000, 10_000, True),
    "validation": ("validation", 2_000_000, 3_000, True),
}
_CHUNK: Final = 500


def _pool_chunk(name: str, first: int, count: int, work: Path) -> tuple[Picture, NDArray[np.int64]]:
    """Make samples first..first+count of a pool; runs in a process of its own."""
    cv2.setNumThreads(1)
    split, distance, _, with_clean = _POOLS[name]
    assets = scene_assets(split, work)
    pictures = np.empty((count, 3, SIZE_PX, SIZE_PX), np.uint8)
    labels = np.empty(count, np.int64)
    for i in range(count):
        rng = np.random.default_rng([SEED, distance + first + i])
        picture, labels[i] = pool_sample(rng, assets, SIZE_PX, with_clean)
        pictures[i] = picture.transpose(2, 0, 1)
    return pictures, labels


def make_pool(name: str, work: Path, processes: int = 2) -> tuple[Tensor, Tensor]:
    """Return a pool's pictures (N, 3, S, S) uint8 and labels (N,) int64, made once and kept as ``pool_<name>.npz``."""
    path = work / f"pool_{name}.npz"
    if not path.exists():
        fetch(work)
        starts = range(0, _POOLS[name][2], _CHUNK)
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as executor:
            made = list(executor.map(_pool_chunk, [name] * len(starts), starts, [_CHUNK] * len(starts),
                                     [work] * len(starts)))  # fmt: skip
        partial = path.with_suffix(".partial.npz")  # a torn file must not be taken for a pool
        np.savez(partial, pictures=np.concatenate([p for p, _ in made]), labels=np.concatenate([n for _, n in made]))
        partial.replace(path)
    with np.load(path) as stored:
        return torch.from_numpy(stored["pictures"]), torch.from_numpy(stored["labels"])


def load_split(split: str, work: Path) -> tuple[Tensor, Tensor]:
    """Return samples for training the fusion on the frozen encoder.

    Args:
        split: "train" (10,000 samples the encoder never saw, from the training split's digits, fonts and
            photographs, clean ones and degraded ones among them) or "validation" (3,000).
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
