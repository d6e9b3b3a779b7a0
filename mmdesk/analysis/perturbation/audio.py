"""Perturbations of sounds. All take and give wave_mono (N,) float32 at 16 kHz in [-1, 1]; any thread."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.observation import SAMPLE_RATE_HZ

Wave = NDArray[np.float32]

_FRAME = SAMPLE_RATE_HZ // 50
_ACTIVE_DB = 25.0
_VOICES = 4
_SYLLABLES_HZ = 4.0


def speech_level(wave_mono: Wave) -> float:
    """Root mean square of the stretches with speech, so that pauses and padding do not count; 0.0 for silence.

    Frames of 20 ms within 25 dB of the loudest count as speech: a plain stand-in for the active speech level of
    ITU-T P.56.
    """
    if not len(wave_mono):
        return 0.0
    padded = np.pad(wave_mono, (0, -len(wave_mono) % _FRAME)).astype(np.float64)
    powers = np.square(padded).reshape(-1, _FRAME).mean(axis=1)
    active = powers[powers > powers.max() * 10 ** (-_ACTIVE_DB / 10)]
    return float(np.sqrt(active.mean())) if len(active) else 0.0


def gain(wave_mono: Wave, db: float) -> Wave:
    """Make louder or softer by ``db``; what leaves [-1, 1] is clipped, as a sound card does.

    Raises:
        ValueError: If db is not finite.
    """
    _check(db, -200.0, 200.0, "db")
    return (wave_mono * np.float32(10 ** (db / 20))).clip(-1.0, 1.0).astype(np.float32)


def noise(wave_mono: Wave, snr_db: float, rng: np.random.Generator) -> Wave:
    """Add white noise ``snr_db`` below the speech level; silence stays silence.

    Where the sum leaves [-1, 1] it is made softer as a whole, which keeps the ratio; nothing is clipped.

    Raises:
        ValueError: If snr_db is not finite.
    """
    _check(snr_db, -100.0, 200.0, "snr_db")
    return _mixed(wave_mono, rng.standard_normal(len(wave_mono)), snr_db)


def babble(wave_mono: Wave, snr_db: float, rng: np.random.Generator, voices: Sequence[Wave] = ()) -> Wave:
    """Add other people's talk ``snr_db`` below the speech level; silence stays silence.

    Args:
        wave_mono: The sound.
        snr_db: Speech level over the babble's level.
        rng: Draws voices and their starts.
        voices: Other utterances, of which four at a time are laid over one another. Without any, noise with the
            long-term spectrum of speech, swelling at the rate of syllables, stands for them.

    Raises:
        ValueError: If snr_db is not finite.
    """
    _check(snr_db, -100.0, 200.0, "snr_db")
    count = len(wave_mono)
    usable = [voice for voice in voices if len(voice) and speech_level(voice) > 0]
    total = np.zeros(count)
    for _ in range(_VOICES):
        if usable:
            voice = usable[int(rng.integers(len(usable)))]
            single = np.resize(np.roll(voice, int(rng.integers(len(voice)))), count) / speech_level(voice)
        else:
            single = _speech_like(count, rng)
        total += single
    return _mixed(wave_mono, total, snr_db)


def reverb(wave_mono: Wave, seconds: float, rng: np.random.Generator) -> Wave:
    """Put the sound into a room whose echo falls by 60 dB in ``seconds`` (0–5); length and speech level are kept.

    The room is direct sound plus exponentially falling noise (Polack's model, 1988), both of equal energy.

    Raises:
        ValueError: If the time is impossible.
    """
    _check(seconds, 0.0, 5.0, "seconds")
    count = len(wave_mono)
    tail = min(round(seconds * SAMPLE_RATE_HZ), 2 * count)
    if tail < 2:
        return wave_mono.copy()
    # 60 dB are a factor of a thousand.
    response = rng.standard_normal(tail) * np.exp(-np.log(1000.0) * np.arange(tail) / (seconds * SAMPLE_RATE_HZ))
    response /= np.sqrt(np.sum(np.square(response)))
    response[0] = 1.0
    size = 1 << (count + tail - 1).bit_length()
    wet = np.fft.irfft(np.fft.rfft(wave_mono, size) * np.fft.rfft(response, size), size)[:count].astype(np.float32)
    level = speech_level(wet)
    return _within(wet * (speech_level(wave_mono) / level)) if level > 0 else wave_mono.copy()


def shift(wave_mono: Wave, seconds: float) -> Wave:
    """Let everything come later (positive) or earlier (negative); zeros move in, what moves out is lost.

    Raises:
        ValueError: If the time is not finite.
    """
    _check(seconds, -1e4, 1e4, "seconds")
    count = len(wave_mono)
    step = max(-count, min(count, round(seconds * SAMPLE_RATE_HZ)))
    moved = np.zeros_like(wave_mono)
    if step >= 0:
        moved[step:] = wave_mono[: count - step]
    else:
        moved[:step] = wave_mono[-step:]
    return moved


def _speech_like(count: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """(count,) noise falling by 6 dB an octave from 500 Hz on, roughly as speech does, swelling like syllables."""
    spectrum = np.fft.rfft(rng.standard_normal(max(count, 1)))
    frequency_hz = np.fft.rfftfreq(max(count, 1), 1 / SAMPLE_RATE_HZ)
    shaped = np.fft.irfft(spectrum / np.sqrt(1 + np.square(frequency_hz / 500.0)), max(count, 1))[:count]
    time_s = np.arange(count) / SAMPLE_RATE_HZ
    return shaped * (1 + 0.8 * np.sin(2 * np.pi * (_SYLLABLES_HZ * time_s + rng.uniform())))


def _mixed(wave_mono: Wave, perturbation: NDArray[np.float64], snr_db: float) -> Wave:
    level = speech_level(wave_mono)
    own = float(np.sqrt(np.mean(np.square(perturbation)))) if len(perturbation) else 0.0
    if level == 0 or own == 0:
        return wave_mono.copy()
    return _within(wave_mono + perturbation * (level / own * 10 ** (-snr_db / 20)))


def _within(wave: NDArray[np.floating]) -> Wave:
    """Scale the whole wave down where a sample leaves [-1, 1]."""
    peak = float(np.abs(wave).max()) if len(wave) else 0.0
    return (wave / max(peak, 1.0)).clip(-1.0, 1.0).astype(np.float32)


def _check(value: float, least: float, most: float, name: str) -> None:
    if not least <= value <= most:
        raise ValueError(f"{name} must lie in {least:g}–{most:g}, not {value}")
