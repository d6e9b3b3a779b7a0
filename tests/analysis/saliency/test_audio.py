"""Occlusion of the spectrogram: it takes away what it says, and finds planted tones."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from mmdesk.analysis.saliency.audio import BANDS, SLICES, band_edges_hz, explain_audio, occluded, slice_edges_s
from mmdesk.analysis.saliency.target import AttributionTarget
from mmdesk.core.explanation import AudioAttribution, Measure
from mmdesk.core.observation import AudioInput
from tests.analysis.saliency.planted import PartEncoder, classifier, early_treble, wave

CPU = torch.device("cpu")
ALL = torch.ones(1, 3, dtype=torch.bool)


def _explained(encoder: PartEncoder, wave_mono: np.ndarray) -> AudioAttribution | None:
    embeddings = torch.zeros(1, 3, 2)
    target = AttributionTarget(classifier().fusion, embeddings, ALL, 1, 0, Measure.CONTRIBUTION)
    return explain_audio(encoder, target, AudioInput(wave_mono, 9.5), CPU, lambda: False)


def test_the_tiles_cover_the_utterance() -> None:
    explanation = _explained(PartEncoder(early_treble), wave())
    assert explanation is not None
    assert (
        explanation.grid.shape
        == (BANDS, SLICES)
        == (len(explanation.frequency_edges_hz) - 1, len(explanation.time_edges_s) - 1)
    )
    assert explanation.frequency_edges_hz[-1] == pytest.approx(8_000)
    assert (explanation.time_edges_s[0], explanation.time_edges_s[-1]) == (0.0, 1.0)
    assert np.diff(explanation.frequency_edges_hz).min() > 0
    assert explanation.end_time_s == 9.5


def test_a_model_that_hears_early_treble_lights_up_there() -> None:
    explanation = _explained(PartEncoder(early_treble), wave())
    assert explanation is not None
    band, piece = np.unravel_index(explanation.grid.argmax(), explanation.grid.shape)
    assert (
        explanation.frequency_edges_hz[max(0, band - 1)] < 3_000 < explanation.frequency_edges_hz[min(BANDS, band + 2)]
    )
    assert explanation.time_edges_s[piece] < 0.4
    assert explanation.grid.max() > 0.05
    # The hum below and the silence after it are worth nothing to such a model.
    assert np.abs(explanation.grid[:4]).max() < 0.02 * explanation.grid.max()
    assert np.abs(explanation.grid[:, 7:]).max() < 0.02 * explanation.grid.max()


def test_what_is_no_longer_recognised_counts_as_absent() -> None:
    total = _explained(PartEncoder(early_treble), wave())
    gated = _explained(PartEncoder(early_treble, least=early_treble(wave()) * 0.98), wave())
    assert total is not None
    assert gated is not None
    # Whatever of the treble is taken, nothing is recognised, and the whole contribution is gone at once.
    assert gated.grid.max() > total.grid.max()
    assert gated.grid.max() == pytest.approx(np.sort(gated.grid, axis=None)[-2])


def _tone(wave_mono: np.ndarray, hertz: float) -> float:
    """Amplitude of one tone."""
    t = np.arange(len(wave_mono)) / 16_000
    return float(2 * np.abs(np.mean(wave_mono * np.exp(-2j * np.pi * hertz * t))))


def test_a_patch_is_hushed_and_the_rest_left_alone() -> None:
    given = wave()
    hertz, seconds = band_edges_hz(), slice_edges_s(len(given))
    variants = occluded(given, hertz, seconds)
    assert len(variants) == BANDS * SLICES
    band = next(index for index in range(BANDS) if hertz[index + 1] > 3_000)
    hushed = variants[band * SLICES + 2]
    start, end = (round(edge * 16_000) for edge in (seconds[2], seconds[3]))
    assert hushed.shape == given.shape
    assert hushed.dtype == np.float32
    assert _tone(hushed[start:end], 3_000) < 0.02 * _tone(given[start:end], 3_000)
    assert _tone(hushed[start:end], 400) == pytest.approx(_tone(given[start:end], 400), rel=0.02)
    later = round((seconds[4] + 0.05) * 16_000)
    assert np.allclose(hushed[later:], given[later:], atol=1e-4)


@pytest.mark.parametrize("sample_count", [1, 255, 256, 257, 1_000, 32_000])
def test_any_length_is_taken(sample_count: int) -> None:
    given = np.random.default_rng(0).normal(0, 0.1, sample_count).astype(np.float32)
    given.setflags(write=False)
    variants = occluded(given, band_edges_hz(), slice_edges_s(sample_count))
    assert {variant.shape for variant in variants} == {(sample_count,)}
    assert all(np.isfinite(variant).all() for variant in variants)


def test_silence_stays_silence() -> None:
    assert not np.any(occluded(np.zeros(8_000, np.float32), band_edges_hz(), slice_edges_s(8_000)))
