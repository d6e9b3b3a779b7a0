"""What rooms, microphones and other people do to a spoken word, made by formula: no recordings needed.

Every function takes and gives (N,) float32 at 16 kHz and draws from the generator it is handed, so a seed fixes all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import scipy.fft
import soxr
from numpy.typing import NDArray

Wave = NDArray[np.float32]

SAMPLE_RATE_HZ = 16_000
CLIP_SAMPLES = 32_000
_FFT_SAMPLES = 48_000
_FREQUENCIES_HZ = scipy.fft.rfftfreq(_FFT_SAMPLES, 1.0 / SAMPLE_RATE_HZ).astype(np.float32)
_LOG_KNOTS_HZ = np.log2(np.array([40.0, 120.0, 300.0, 700.0, 1500.0, 3000.0, 5000.0, 8000.0]))
_LOG_FREQUENCIES = np.log2(np.maximum(_FREQUENCIES_HZ, 20.0))


def rms(sound: Wave) -> float:
    """Return the root mean square of the samples that are not exactly zero, or 0 for silence."""
    active = sound[sound != 0.0]
    return float(np.sqrt(np.square(active).mean())) if active.size else 0.0


def resampled_speed(sound: Wave, factor: float) -> Wave:
    """Play faster by ``factor``; pitch and formants move along, which makes other sizes of speakers."""
    return np.asarray(soxr.resample(sound, SAMPLE_RATE_HZ, SAMPLE_RATE_HZ / factor, quality="LQ"), dtype=np.float32)


def coloured_noise(rng: np.random.Generator, samples: int, slope: float) -> Wave:
    """Noise of unit RMS whose power falls as 1 / f ** slope: 0 white, 1 pink, 2 brown."""
    spectrum = scipy.fft.rfft(rng.standard_normal(samples, dtype=np.float32))
    frequencies = scipy.fft.rfftfreq(samples, 1.0 / SAMPLE_RATE_HZ).astype(np.float32)
    spectrum *= np.maximum(frequencies, 30.0) ** (-slope / 2.0)
    noise = scipy.fft.irfft(spectrum, samples)
    return (noise / np.sqrt(np.square(noise).mean())).astype(np.float32)


def hum(rng: np.random.Generator, samples: int) -> Wave:
    """Mains hum with harmonics, unit RMS."""
    base_hz = float(rng.choice([50.0, 60.0])) * (1.0 if rng.random() < 0.8 else 2.0)
    time_s = np.arange(samples, dtype=np.float32) / SAMPLE_RATE_HZ
    sound = np.zeros(samples, dtype=np.float32)
    for harmonic in range(1, int(rng.integers(3, 9))):
        phase = np.float32(2 * np.pi * base_hz * harmonic) * time_s + np.float32(rng.uniform(0, 2 * np.pi))
        sound += np.float32(rng.exponential(1.0 / harmonic)) * np.sin(phase)
    return (sound / max(1e-9, np.sqrt(np.square(sound).mean()))).astype(np.float32)


def bursts(rng: np.random.Generator, samples: int, count: int, slow: bool) -> Wave:
    """Clicks and claps, or (``slow``) coughs and thuds: decaying noise through a random resonance; peak near 1."""
    sound = np.zeros(samples, dtype=np.float32)
    for _ in range(count):
        decay_s = rng.uniform(0.04, 0.22) if slow else rng.uniform(0.002, 0.05)
        length = min(samples, int(decay_s * 5 * SAMPLE_RATE_HZ))
        envelope = np.exp(-np.arange(length) / (decay_s * SAMPLE_RATE_HZ))
        attack = max(1, int(rng.uniform(0.0005, 0.03 if slow else 0.002) * SAMPLE_RATE_HZ))
        envelope[:attack] *= np.linspace(0.0, 1.0, attack)[: envelope[:attack].size]
        burst = coloured_noise(rng, length, rng.uniform(0.0, 2.0)) * envelope
        centre_hz = rng.uniform(150, 1500) if slow else rng.uniform(500, 5000)
        spectrum = scipy.fft.rfft(burst)
        frequencies = scipy.fft.rfftfreq(length, 1.0 / SAMPLE_RATE_HZ)
        spectrum *= 0.1 + 1.0 / (1.0 + ((frequencies - centre_hz) / rng.uniform(100, 1500)) ** 2)
        burst = scipy.fft.irfft(spectrum, length)
        start = int(rng.integers(0, samples - length + 1))
        sound[start : start + length] += (burst / max(1e-9, np.abs(burst).max()) * rng.uniform(0.3, 1.0)).astype(
            np.float32
        )
    return sound


def tones(rng: np.random.Generator, samples: int) -> Wave:
    """Music-like notes: a few harmonic tones with decays, one after the other or together; unit RMS."""
    sound = np.zeros(samples, dtype=np.float32)
    step = int(rng.uniform(0.12, 0.6) * SAMPLE_RATE_HZ)
    for start in range(0, samples, step):
        # Notes ring on through the next two; what is left then is 20 dB down or more and not worth its time.
        time_s = np.arange(min(3 * step, samples - start), dtype=np.float32) / SAMPLE_RATE_HZ
        envelope = np.exp(-time_s / np.float32(rng.uniform(0.05, 0.4)))
        for _ in range(int(rng.integers(1, 3))):
            pitch_hz = 55.0 * 2 ** (rng.integers(0, 60) / 12.0)
            for harmonic in range(1, int(rng.integers(2, 6))):
                if pitch_hz * harmonic < 7500:
                    phase = np.float32(2 * np.pi * pitch_hz * harmonic) * time_s
                    sound[start : start + time_s.size] += (
                        np.float32(rng.exponential(1 / harmonic)) * envelope * np.sin(phase)
                    )
    return sound / np.float32(max(1e-9, np.sqrt(np.square(sound).mean())))


def babble(rng: np.random.Generator, samples: int, speech: Sequence[Wave], voices: int) -> Wave:
    """Several of the ``speech`` clips at once, repeated to fill the time; unit RMS."""
    sound = np.zeros(samples, dtype=np.float32)
    for _ in range(voices):
        position = -int(rng.integers(0, 8000))
        while position < samples:
            clip = speech[int(rng.integers(len(speech)))]
            clip = clip / max(1e-6, rms(clip)) * np.float32(rng.uniform(0.5, 1.0))
            begin, end = max(0, position), min(samples, position + clip.size)
            if end > begin:
                sound[begin:end] += clip[begin - position : end - position]
            position += clip.size + int(rng.integers(0, 4000))
    return sound / np.float32(max(1e-6, rms(sound)))


def random_noise(rng: np.random.Generator, samples: int, speech: Sequence[Wave]) -> Wave:
    """One kind of background noise, unit RMS (clicks: louder, and rare)."""
    kind = rng.choice(["coloured", "hum", "babble", "clicks", "tones", "room"], p=[0.34, 0.1, 0.22, 0.1, 0.08, 0.16])
    makers: dict[str, Callable[[], Wave]] = {
        "coloured": lambda: coloured_noise(rng, samples, rng.uniform(0.0, 2.2)),
        "hum": lambda: hum(rng, samples) + 0.2 * coloured_noise(rng, samples, 1.0),
        "babble": lambda: babble(rng, samples, speech, int(rng.integers(2, 7))),
        "clicks": lambda: (
            6.0 * bursts(rng, samples, int(rng.integers(1, 8)), slow=False) + 0.3 * coloured_noise(rng, samples, 1.0)
        ),
        "tones": lambda: tones(rng, samples),
        "room": lambda: 0.8 * coloured_noise(rng, samples, rng.uniform(1.0, 2.0)) + 0.4 * hum(rng, samples),
    }
    return np.asarray(makers[str(kind)](), dtype=np.float32)


def channel(rng: np.random.Generator, sound: Wave, strength: float) -> Wave:
    """A room's reverberation and a microphone's response, in one pass through the spectrum.

    Args:
        rng: Source of every choice.
        sound: (N,) float32, N at most 32000 (longer tails are cut).
        strength: 0 for next to nothing, 1 for telephone bands and bathrooms.
    """
    spectrum = scipy.fft.rfft(sound.astype(np.float32, copy=False), _FFT_SAMPLES)
    if rng.random() < 0.3 + 0.5 * strength:
        decay_s = rng.uniform(0.03, 0.08 + 0.4 * strength) / 6.9 * 2.0
        length = int(min(1.0, decay_s * 6) * SAMPLE_RATE_HZ)
        tail = rng.standard_normal(length, dtype=np.float32) * np.exp(
            -np.arange(length, dtype=np.float32) / (decay_s * SAMPLE_RATE_HZ)
        )
        tail *= rng.uniform(0.1, 0.3 + 0.9 * strength) / np.sqrt(np.square(tail).sum())
        delay = int(rng.uniform(0.001, 0.02) * SAMPLE_RATE_HZ)
        response = np.concatenate(([1.0], np.zeros(delay), tail)).astype(np.float32)
        spectrum *= scipy.fft.rfft(response, _FFT_SAMPLES)
    curve_db = np.interp(_LOG_FREQUENCIES, _LOG_KNOTS_HZ, rng.normal(0.0, 1.0 + 5.0 * strength, _LOG_KNOTS_HZ.size))
    gain = (10.0 ** (curve_db / 20.0)).astype(np.float32)
    high_pass_hz = rng.uniform(20, 80) if rng.random() < 0.6 else rng.uniform(80, 350)
    gain *= 1.0 / np.sqrt(1.0 + (high_pass_hz / np.maximum(_FREQUENCIES_HZ, 1.0)) ** 4)
    if rng.random() < 0.2 + 0.25 * strength:
        cut_hz = rng.uniform(3000, 4200) if rng.random() < 0.7 else rng.uniform(4200, 7500)
        gain *= 1.0 / np.sqrt(1.0 + (_FREQUENCIES_HZ / cut_hz) ** 24)
    return scipy.fft.irfft(spectrum * gain, _FFT_SAMPLES)[: sound.size].astype(np.float32)


def recorded(rng: np.random.Generator, sound: Wave) -> Wave:
    """What the sound card makes of it: a gain from whisper to overload, clipping, quantisation."""
    peak = float(np.abs(sound).max())
    if peak == 0.0:
        return sound
    level_db = rng.uniform(-35.0, -1.0) if rng.random() < 0.9 else rng.uniform(1.0, 10.0)
    sound = np.clip(sound * np.float32(10.0 ** (level_db / 20.0) / peak), -1.0, 1.0)
    return (np.round(sound * 32_767.0) / 32_767.0).astype(np.float32)


def degraded_clip(
    rng: np.random.Generator, sound: Wave, babble_speech: Sequence[Wave], strength: float, kept_samples: int
) -> Wave:
    """Put a sound through a room, noise and a microphone, then cut as the live program cuts.

    Args:
        rng: Source of every choice.
        sound: (32000,) float32, speech already placed in time.
        babble_speech: Clips for the babble of other people.
        strength: 0 (studio, 35 dB over the noise) to 1 (0 dB).
        kept_samples: The segment's length: behind it there are exact zeros, as in a live segment.
    """
    wet = channel(rng, sound, strength)
    level = rms(np.where(np.abs(wet) > 0.02 * np.abs(wet).max(), wet, np.float32(0.0))) or 1e-3
    ratio_db = 35.0 * (1.0 - strength) + rng.uniform(-4.0, 4.0)
    noise = random_noise(rng, CLIP_SAMPLES, babble_speech)
    floor = coloured_noise(rng, CLIP_SAMPLES, rng.uniform(0.0, 1.5)) * np.float32(10.0 ** (-rng.uniform(35, 60) / 20))
    mixed = wet + np.float32(level) * (noise * np.float32(10.0 ** (-ratio_db / 20.0)) + floor)
    mixed[kept_samples:] = 0.0
    return recorded(rng, mixed.astype(np.float32))
