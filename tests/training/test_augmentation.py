"""Variations that training draws."""

from __future__ import annotations

import numpy as np
import pytest

from mmdesk.core.modality import Modality
from mmdesk.training.augmentation import Augmentation


def inputs() -> dict[Modality, object]:
    rng = np.random.default_rng(0)
    wave = (0.3 * np.sin(np.arange(12_345) / 7)).astype(np.float32)
    frame = rng.integers(0, 256, (37, 53, 3), dtype=np.uint8)
    for array in (wave, frame):
        array.flags.writeable = False
    return {Modality.IMAGE: frame, Modality.AUDIO: wave, Modality.TEXT: "The quick brown fox jumps over it"}


@pytest.mark.parametrize("preset", [Augmentation.light, Augmentation.strong])
@pytest.mark.parametrize("modality", list(Modality))
def test_equal_generators_give_equal_variations(preset, modality) -> None:
    raw = inputs()[modality]
    first, second, other = (preset().apply(modality, raw, np.random.default_rng([seed, 5])) for seed in (1, 1, 2))
    if modality is Modality.TEXT:
        assert first == second
        assert len({preset().apply(modality, raw, np.random.default_rng(seed)) for seed in range(20)}) > 3
        return
    assert first.shape == raw.shape
    assert first.dtype == raw.dtype
    assert np.array_equal(first, second)
    assert not np.array_equal(first, other)
    assert not np.shares_memory(first, raw)


@pytest.mark.parametrize("modality", list(Modality))
def test_none_changes_nothing(modality) -> None:
    raw = inputs()[modality]
    assert np.array_equal(Augmentation.none().apply(modality, raw, np.random.default_rng(0)), raw)


def test_a_text_never_becomes_blank_and_tiny_inputs_are_borne() -> None:
    strong = Augmentation(drop_words=1.0, typos=1.0, chance=1.0)
    for seed in range(50):
        assert strong.apply(Modality.TEXT, "a b c d", np.random.default_rng(seed)).strip()
    for seed in range(20):
        rng = np.random.default_rng(seed)
        assert Augmentation.strong().apply(Modality.IMAGE, np.zeros((1, 1, 3), np.uint8), rng).shape == (1, 1, 3)
        assert Augmentation.strong().apply(Modality.AUDIO, np.ones(1, np.float32), rng).shape == (1,)
