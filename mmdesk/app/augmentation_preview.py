"""Samples as they are and as training varies them, as arrays that a window can draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from mmdesk.app.contact_sheet import choose_samples, mel_picture, signal_picture
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.training_plan import Preview, PreviewRow
from mmdesk.training.augmentation import Augmentation
from mmdesk.training.dataset import Dataset, Sample
from mmdesk.training.media import raw_of


def preview_rows(dataset: Dataset, augmentation: Augmentation, *, count: int, seed: int) -> tuple[PreviewRow, ...]:
    """Return ``count`` samples of as many classes as there is room for; equal seeds give equal rows.

    Raises:
        MediaError: If a chosen file cannot be read.
    """
    rng = np.random.default_rng(seed)
    return tuple(_row(sample, dataset.inputs, augmentation, rng) for sample in choose_samples(dataset, count, rng))


def _row(sample: Sample, inputs: Iterable[Input], augmentation: Augmentation, rng: np.random.Generator) -> PreviewRow:
    cells: dict[str, tuple[Preview, Preview] | None] = dict.fromkeys(one.name for one in inputs)
    for one, value in sample.values.items():
        raw = raw_of(one.kind, value)
        shown = SHOWN.get(one.kind, signal_picture)
        cells[one.name] = shown(raw), shown(augmentation.apply(one.kind, raw, rng))
    return PreviewRow(sample.label, cells)


SHOWN: dict[str, Callable[[Any], Preview]] = {
    Modality.IMAGE: np.ascontiguousarray,
    Modality.AUDIO: mel_picture,
    Modality.TEXT: str,
}
"""How each kind of input is shown; a plug-in's as curves."""
