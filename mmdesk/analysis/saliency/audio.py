"""Which stretches and tones of an utterance speak for the answer: occlusion of tiles of its spectrogram."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray

from mmdesk.analysis.saliency.occlusion import measured
from mmdesk.analysis.saliency.target import AttributionTarget
from mmdesk.core.explanation import AudioAttribution
from mmdesk.core.observation import SAMPLE_RATE_HZ, AudioInput
from mmdesk.models.encoders.base import Encoder

BANDS = 10
SLICES = 12
_REACH = 1
_LOWEST_HZ = 60.0
_FFT = 512
_HOP = 128
_QUIET_QUANTILE = 0.1
_BATCH = 10


def explain_audio(
    encoder: Encoder,
    target: AttributionTarget,
    heard: AudioInput,
    device: torch.device,
    should_stop: Callable[[], bool],
) -> AudioAttribution | None:
    """Explain one utterance.

    Around each tile in turn a patch of three by three tiles is quietened, the wave put together again and encoded as it
    would be live; where nothing is recognised any more, the sound counts as absent. One tile alone is hardly ever
    missed: what speech tells, its neighbours tell too.

    Source: a sliding occluder as in Zeiler and Fergus, "Visualizing and Understanding Convolutional Networks", 2014,
    section 4.2, over a spectrogram instead of a picture.

    Args:
        encoder: The audio encoder, in evaluation mode.
        target: What the sound is measured by.
        heard: The utterance, not empty.
        device: Where the encoder is.
        should_stop: Asked before each step; True ends the work.

    Returns:
        The grid, or None when stopped.
    """
    wave = np.asarray(heard.wave_mono, np.float32)
    hertz, seconds = band_edges_hz(), slice_edges_s(len(wave))
    variants = [wave, *occluded(wave, hertz, seconds)]
    values = measured(encoder, target, map(encoder.prepare, variants), device, _BATCH, should_stop)
    if values is None:
        return None
    grid = target.change(values[0], values[1:]).numpy().reshape(len(hertz) - 1, len(seconds) - 1).astype(np.float32)
    return AudioAttribution(grid, hertz, seconds, heard.wave_mono, heard.time_s)


def band_edges_hz() -> tuple[float, ...]:
    """Return the edges of bands of equal width on the mel scale of O'Shaughnessy (1987), 60 Hz to 8 kHz."""
    low, high = (2595 * np.log10(1 + hz / 700) for hz in (_LOWEST_HZ, SAMPLE_RATE_HZ / 2))
    edges = 700 * (10 ** (np.linspace(low, high, BANDS + 1) / 2595) - 1)
    return tuple(float(edge) for edge in edges)


def slice_edges_s(sample_count: int) -> tuple[float, ...]:
    """Return the edges of slices of equal length over a wave."""
    return tuple(float(edge) for edge in np.linspace(0.0, sample_count / SAMPLE_RATE_HZ, SLICES + 1))


def occluded(
    wave_mono: NDArray[np.float32], hertz: tuple[float, ...], seconds: tuple[float, ...]
) -> list[NDArray[np.float32]]:
    """Return the wave (N,) without the patch around each tile, band by band from the lowest, each from the oldest.

    In a patch no bin stays louder than its own tenth percentile over the utterance; phases stay. What lies below the
    lowest edge goes with the lowest band.
    """
    window = torch.hann_window(_FFT)
    wave = torch.from_numpy(np.array(wave_mono, np.float32))
    if len(wave) <= _FFT // 2:  # too short to be mirrored at its ends
        wave = torch.nn.functional.pad(wave, (0, _FFT))
    spectrum = torch.stft(wave, _FFT, _HOP, window=window, return_complex=True)  # (257, frames)
    size = spectrum.abs()
    quiet = size.quantile(_QUIET_QUANTILE, dim=1, keepdim=True)
    hushed = spectrum * (quiet / size.clamp(min=1e-12)).clamp(max=1.0)
    bins_hz = torch.arange(size.shape[0]) * (SAMPLE_RATE_HZ / _FFT)
    frames_s = torch.arange(size.shape[1]) * (_HOP / SAMPLE_RATE_HZ)
    bands = torch.bucketize(bins_hz, torch.tensor(hertz[1:-1]), right=True)
    slices = torch.bucketize(frames_s, torch.tensor(seconds[1:-1]), right=True)
    variants: list[NDArray[np.float32]] = []
    for band in range(len(hertz) - 1):
        rows = ((bands - band).abs() <= _REACH).unsqueeze(1)
        masks = torch.stack([rows & ((slices - piece).abs() <= _REACH) for piece in range(len(seconds) - 1)])
        waves = torch.istft(torch.where(masks, hushed, spectrum), _FFT, _HOP, window=window, length=len(wave))
        variants += list(waves[:, : len(wave_mono)].numpy())
    return variants
