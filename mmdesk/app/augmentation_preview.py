"""Samples as they are and as training varies them, as arrays that a window can draw."""

from __future__ import annotations

from typing import Any

import numpy as np

from mmdesk.app.contact_sheet import choose_samples, mel_picture
from mmdesk.core.modality import Modality
from mmdesk.core.training_plan import Preview, PreviewRow
from mmdesk.training.augmentation import Augmentation
from mmdesk.training.dataset import Dataset, Sample
from mmdesk.training.media import load_audio, load_image


def preview_rows(dataset: Dataset, augmentation: Augmentation, *, count: int, seed: int) -> tuple[PreviewRow, ...]:
    """Return ``count`` samples of as many classes as there is room for; equal seeds give equal rows.

    Raises:
        MediaError: If a chosen file cannot be read.
    """
    rng = np.random.default_rng(seed)
    return tuple(_row(sample, augmentation, rng) for sample in choose_samples(dataset, count, rng))


def _row(sample: Sample, augmentation: Augmentation, rng: np.random.Generator) -> PreviewRow:
    raws: dict[Modality, Any] = {
        Modality.IMAGE: None if sample.image is None else load_image(sample.image),
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
