"""A map of the space in which a fusion method joins the modalities, and where the live tick lies on it.

The map is made once, after training: t-SNE (van der Maaten and Hinton, "Visualizing Data using t-SNE", JMLR 9, 2008) of
the fused vectors of some training samples. Live, a fused vector finds its position between those of the samples that
are most like it, by inverse-distance weighting (Shepard, "A two-dimensional interpolation function for irregularly-
spaced data", 1968) in the modified form whose weights fade out with distance (Franke and Nielson, "Smooth interpolation
of large sets of scattered data", 1980). That distances are those in the fused space, that the values are positions on a
t-SNE map, and how many samples take part, are ours.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.core.errors import NotFiniteError
from mmdesk.core.fused_map import MapPoints
from mmdesk.models.checkpoint import load_stored_map
from mmdesk.models.checkpoint_map import StoredMap
from mmdesk.models.classifier import FusionClassifier

log = logging.getLogger(__name__)

PER_CLASS = 30
_ROWS = 600
"""Fewer a class where there are many classes, and not every class where there are more: t-SNE stays within seconds."""

# Well below a class's 30 samples: at 30 itself every cloud of a good model shrinks to a point.
_PERPLEXITY = 8.0
_FEWEST_FOR_TSNE = 24
# t-SNE's usual steps up to half of the rows; beyond that fewer, so that no map takes longer. The first 250 exaggerate.
_STEPS = 1000
_ROWS_AT_ALL_STEPS = _ROWS // 2
# Where a vector is as good as one of the samples; relative to the distance at which samples cease to count.
_TOUCHING = 1e-6
_LARGEST_HALF = 60_000.0


class FusedMap:
    """Finds positions on a model's map. The arrays never change: any thread may use it.

    Args:
        stored: What the checkpoint holds.
        classifier: Its model, in evaluation mode.
        device: Where the model is.
    """

    def __init__(self, stored: StoredMap, classifier: FusionClassifier, device: torch.device) -> None:
        self._labels = classifier.labels
        self._classes: NDArray[np.int64] = stored.classes.numpy()
        # Two classes' worth: the point then wanders from one cloud to the next. With 8 neighbours it leapt over half of
        # the way at once, with all of them it hung about in the middle (digits).
        count = len(self._classes)
        self._neighbours = min(count, 2 * math.ceil(count / len(np.unique(self._classes))))
        self._fused = _fused_vectors(stored, classifier, device)
        self._positions: dict[str, NDArray[np.float32]] = {
            kind: np.clip(layout.numpy(), -1.0, 1.0) for kind, layout in stored.layouts.items()
        }

    def points(self, kind: str) -> MapPoints:
        """Return where the training samples lie on a method's map.

        Raises:
            KeyError: The model has no such method.
        """
        return MapPoints(kind, self._labels, self._positions[kind], self._classes)

    def position(self, kind: str, fused: Tensor) -> tuple[float, float]:
        """Return where a fused vector (F,) or (1, F) of a method lies: x and y in [-1, 1].

        It is the mean of the positions of the samples whose vectors are nearest, as many as two classes have, weighted
        by ((R - d) / (R d))²: d is the Euclidean distance, R that of the next sample beyond, or twice the largest where
        there is none. A sample's own vector gives the sample's position.

        Raises:
            KeyError: The model has no such method.
            ValueError: The vector has another length.
            NotFiniteError: The vector is no number.
        """
        known, positions = self._fused[kind], self._positions[kind]
        vector = fused.detach().cpu().numpy().reshape(-1)
        if vector.shape != known.shape[1:]:
            raise ValueError(f"the fused vector of {kind} has {known.shape[1]} values, not {vector.size}")
        apart = known - vector
        distances = np.sqrt(np.einsum("nf,nf->n", apart, apart))
        if self._neighbours < len(distances):
            nearest = distances.argpartition(self._neighbours)[: self._neighbours + 1]
            near, positions = distances[nearest], positions[nearest]
            reach = near.max()
        else:  # nothing lies beyond
            near, reach = distances, 2 * distances.max()
        if not np.isfinite(reach):
            raise NotFiniteError(f"the fused vector of {kind} is no number")
        # A little beyond the last one: where all are equally far, all count the same.
        relative = np.maximum(near / (1.001 * reach) if reach > 0 else near, _TOUCHING)
        shares = np.square((1 - relative) / relative)
        x, y = shares @ positions / shares.sum()
        return float(x), float(y)


def load_map(path: Path, classifier: FusionClassifier, device: torch.device) -> FusedMap | None:
    """Return the map that a checkpoint carries, or None where it has none.

    Args:
        path: The checkpoint: a folder or a ``.mmdesk`` file.
        classifier: Its model, loaded, in evaluation mode and on ``device``.
        device: Where the samples' fused vectors are computed, once.

    Raises:
        CheckpointError: If the map is torn, hostile or another model's. The model itself may be used all the same.
    """
    stored = load_stored_map(path, classifier)
    return None if stored is None else FusedMap(stored, classifier, device)


def reference_rows(targets: Sequence[int], richness: Sequence[int], class_count: int, seed: int = 0) -> list[int]:
    """Choose the samples that make a map: at most 30 per class and about 600 in all, the most complete ones first.

    Args:
        targets: Class of each sample; one below 0 is no class and is not chosen.
        richness: How many modalities each sample has; one without any is not chosen.
        class_count: Number C of classes. One without samples has no position on the map; of more than 600 classes
            some have none.
        seed: Which of equally complete samples are chosen.

    Returns:
        Their indices, in rising order.
    """
    most = max(1, min(PER_CLASS, _ROWS // class_count))
    chance = np.random.default_rng(seed).permutation(len(targets))
    order = np.lexsort((chance, -np.asarray(richness, dtype=np.int64)))
    left = dict.fromkeys(range(class_count), most)
    chosen: list[int] = []
    for row in order.tolist():
        target = int(targets[row])
        if richness[row] > 0 and left.get(target, 0) > 0:
            left[target] -= 1
            chosen.append(row)
    return sorted(chosen[:_ROWS])


def make_map(
    classifier: FusionClassifier,
    embeddings: Tensor,
    present: Tensor,
    classes: Tensor,
    seed: int = 0,
    tick: Callable[[float], None] = lambda _share: None,
) -> StoredMap | None:
    """Lay out training samples for every fusion method of a model; about a second a method for 300 samples.

    Args:
        classifier: The trained model, on the CPU and in evaluation mode.
        embeddings: (N, M, D) float32 of the chosen samples, clean ones; columns as the model's modalities.
        present: (N, M) bool.
        classes: (N,) int64.
        seed: Of t-SNE.
        tick: Told the share in [0, 1] that is done before each method; may raise to stop the work.

    Returns:
        The map, or None when fewer than two samples have anything, or something of them is no number.
    """
    kept = present.any(dim=1)
    embeddings = embeddings[kept].float().masked_fill(~present[kept].unsqueeze(-1), 0.0)
    present, classes = present[kept], classes[kept].long()
    if len(classes) < 2 or not bool(torch.isfinite(embeddings).all()):
        return None
    # Rounded before they are fused, so that the layout and what is computed at loading agree.
    if float(embeddings.abs().max()) < _LARGEST_HALF:
        embeddings = embeddings.half()
    stored = StoredMap(embeddings, present, classes, {})
    vectors = _fused_vectors(stored, classifier, torch.device("cpu"))
    if not all(np.isfinite(each).all() for each in vectors.values()):
        return None
    layouts = {}
    for index, (kind, each) in enumerate(vectors.items()):
        tick(index / len(vectors))
        layouts[kind] = torch.from_numpy(_layout(each, seed))
    return StoredMap(embeddings, present, classes, layouts)


@torch.inference_mode()
def _fused_vectors(
    stored: StoredMap, classifier: FusionClassifier, device: torch.device
) -> dict[str, NDArray[np.float32]]:
    """Return (N, F) for each fusion method."""
    embeddings, present = stored.embeddings.float().to(device), stored.present.to(device)
    return {
        kind: np.ascontiguousarray(fusion(embeddings, present).fused.float().cpu().numpy())
        for kind, fusion in classifier.fusions().items()
    }


def _layout(vectors: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """Return (N, 2) in [-1, 1]: t-SNE of (N, F), or the two main axes where that has too little to go on."""
    main = _main_axes(vectors)
    spread = main.std(axis=0)
    # Without two directions there is nothing to lay out, and t-SNE's start would be divided by 0.
    if len(vectors) < _FEWEST_FOR_TSNE or not spread[1] > 1e-6 * spread[0]:
        return _fitted(main)
    from sklearn.manifold import TSNE

    perplexity = min(_PERPLEXITY, (len(vectors) - 1) / 3)
    # The start that init="pca" would take, without its randomised solver.
    start = (main / spread[0] * 1e-4).astype(np.float32)
    steps = _STEPS * _ROWS_AT_ALL_STEPS // max(_ROWS_AT_ALL_STEPS, len(vectors))
    positions = TSNE(2, perplexity=perplexity, init=start, random_state=seed, max_iter=steps).fit_transform(vectors)
    if not np.isfinite(positions).all():
        log.warning("t-SNE failed on %d vectors; the map shows their main axes", len(vectors))
        return _fitted(main)
    return _fitted(positions)


def _main_axes(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return (N, 2): principal component analysis, signs chosen so that the largest loading is positive."""
    centred = vectors.astype(np.float64) - vectors.mean(axis=0, dtype=np.float64)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes = axes[:2] * np.sign(axes[np.arange(len(axes[:2])), np.abs(axes[:2]).argmax(axis=1)])[:, None]
    positions = centred @ axes.T
    return np.pad(positions, ((0, 0), (0, 2 - positions.shape[1])))


def _fitted(positions: NDArray[np.floating]) -> NDArray[np.float32]:
    """Stretch each axis into [-1, 1]; one that is nearly empty is not blown up."""
    low, high = positions.min(axis=0), positions.max(axis=0)
    half = (high - low) / 2
    half = np.maximum(half, max(0.1 * half.max(), 1e-12))
    fitted: NDArray[np.float32] = np.clip((positions - (low + high) / 2) / half, -1.0, 1.0).astype(np.float32)
    return fitted
