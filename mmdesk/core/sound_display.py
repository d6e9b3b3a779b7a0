"""What the microphone panel draws: a level and log-mel columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.observation import SAMPLE_RATE_HZ

MEL_BANDS = 64
HOP_S = 0.016
_HOP = int(HOP_S * SAMPLE_RATE_HZ)
_FFT = 512
FLOOR_DB = -90.0


@dataclass(frozen=True, slots=True, eq=False)
class SoundDisplay:
    """New sound since the last display.

    Attributes:
        level_db: Root mean square of the newest block in dB of full scale, at least `FLOOR_DB`.
        peak_db: Its peak, likewise.
        columns_db: (n, MEL_BANDS) float32 log-mel columns, oldest first, one every `HOP_S`; n may be 0.
    """

    level_db: float
    peak_db: float
    columns_db: NDArray[np.float32]


def decibels(amplitude: float) -> float:
    """Amplitude in [0, 1] to dB of full scale, not below `FLOOR_DB`."""
    return max(FLOOR_DB, 20.0 * float(np.log10(max(amplitude, 1e-9))))


def _mel_matrix() -> NDArray[np.float32]:
    """(MEL_BANDS, _FFT // 2 + 1) triangles, 60 Hz to 8 kHz, on the mel scale of O'Shaughnessy (1987)."""
    low, high = (2595 * np.log10(1 + hz / 700) for hz in (60.0, SAMPLE_RATE_HZ / 2))
    edges_hz = 700 * (10 ** (np.linspace(low, high, MEL_BANDS + 2) / 2595) - 1)
    bins_hz = np.linspace(0, SAMPLE_RATE_HZ / 2, _FFT // 2 + 1)
    rising = (bins_hz - edges_hz[:-2, None]) / (edges_hz[1:-1] - edges_hz[:-2])[:, None]
    falling = (edges_hz[2:, None] - bins_hz) / (edges_hz[2:] - edges_hz[1:-1])[:, None]
    triangles = np.maximum(0.0, np.minimum(rising, falling)).astype(np.float32)
    # The lowest triangles are narrower than one bin; without this they would stay black for ever.
    empty = triangles.sum(axis=1) == 0
    triangles[empty, np.searchsorted(bins_hz, edges_hz[1:-1][empty])] = 1.0
    return triangles


class SoundAnalyser:
    """Turns a running wave into `SoundDisplay` values. Not thread-safe: one thread owns it."""

    def __init__(self) -> None:
        self._mel = _mel_matrix()
        self._window = np.hanning(_FFT).astype(np.float32)
        self._tail = np.zeros(_FFT - _HOP, dtype=np.float32)

    def analyse(self, wave_mono: NDArray[np.float32]) -> SoundDisplay:
        """Analyse the next (N,) samples of the stream; a remainder shorter than a hop waits for the next call."""
        level = float(np.sqrt(np.mean(np.square(wave_mono)))) if len(wave_mono) else 0.0
        peak = float(np.max(np.abs(wave_mono))) if len(wave_mono) else 0.0
        stream = np.concatenate([self._tail, wave_mono])
        count = max(0, (len(stream) - _FFT) // _HOP + 1)
        self._tail = stream[count * _HOP :]
        if count == 0:
            columns = np.zeros((0, MEL_BANDS), dtype=np.float32)
        else:
            frames = np.lib.stride_tricks.sliding_window_view(stream, _FFT)[::_HOP][:count]
            power = np.abs(np.fft.rfft(frames * self._window, axis=1)).astype(np.float32) ** 2
            columns = 10 * np.log10(power @ self._mel.T / (_FFT / 4) ** 2 + 10 ** (FLOOR_DB / 10))
        return SoundDisplay(decibels(level), decibels(peak), columns.astype(np.float32))
