"""Samples as they are and as training varies them, as arrays that a window can draw."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from mmdesk.app.contact_sheet import choose_samples, mel_picture
from mmdesk.core.modality import Modality
from mmdesk.core.training_plan import Preview, PreviewRow
from mmdesk.training.augmentation import Augmentation
from mmdesk.training.dataset import Dataset, Sample
from mmdesk.training.media import load_audio, load_image

_SIDE_PX = 256


def preview_rows(dataset: Dataset, augmentation: Augmentation, *, count: int, seed: int) -> tuple[PreviewRow, ...]:
    """Return ``count`` samples of as many classes as there is room for; equal seeds give equal rows.

    Raises:
        MediaError: If a chosen file cannot be read.
    """
    rng = np.random.default_rng(seed)
    return tuple(_row(sample, augmentation, rng) for sample in choose_samples(dataset, count, rng))


def _row(sample: Sample, augmentation: Augmentation, rng: np.random.Generator) -> PreviewRow:
    raws: dict[Modality, Any] = {
        # As training keeps them: blur and noise are measured on a picture of about that size.
        Modality.IMAGE: None if sample.image is None else _reduced(load_image(sample.image)),
        Modality.AUDIO: None if sample.audio is None else load_audio(sample.audio),
        Modality.TEXT: sample.text,
    }
    cells: list[tuple[Preview, Preview] | None] = []
    for modality, raw in raws.items():
        if raw is None:
            cells.append(None)
        else:
            cells.append((_shown(modality, raw), _shown(modality, augmentation.apply(modality, raw, rng))))
    return PreviewRow(sample.label, tuple(cells))


def _shown(modality: Modality, raw: Any) -> Preview:
    if modality is Modality.TEXT:
        return str(raw)
    return mel_picture(raw) if modality is Modality.AUDIO else np.ascontiguousarray(raw)


def _reduced(frame_rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    scale = _SIDE_PX / max(frame_rgb.shape[:2])
    if scale >= 1:
        return frame_rgb
    size = tuple(max(1, round(side * scale)) for side in frame_rgb.shape[1::-1])
    return np.asarray(cv2.resize(frame_rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
