"""Speech for the bundled digits model: clean banks, degraded clips and the splits that the fusion trains on.

Everything is synthesised by ``audio_voices`` and degraded by ``audio_augment``; ``audio_tests`` writes the test sets.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from audio_augment import (
    CLIP_SAMPLES,
    SAMPLE_RATE_HZ,
    Wave,
    bursts,
    coloured_noise,
    degraded_clip,
    hum,
    resampled_speed,
    tones,
)
from audio_voices import Split, Voice, digit_text, filler_text, other_text, random_voice, synthesise
from numpy.typing import NDArray
from torch import Tensor

BACKGROUND = -1
_SEEDS: dict[str, int] = {"train": 11, "validation": 12, "test": 13}


@dataclass(frozen=True, slots=True)
class Bank:
    """Clean speech of one split.

    Attributes:
        sounds: Digits first, then other words; each (N,) float32, trimmed.
        fillers: Per sound, the index in ``filler_sounds`` of a filler in the same voice, or -1.
        filler_sounds: Short words said before a digit.
        labels: (len(sounds),) int64; -1 for other words.
        voices: Per sound, ``engine:language:variant``.
    """

    sounds: list[Wave]
    fillers: NDArray[np.int64]
    filler_sounds: list[Wave]
    labels: NDArray[np.int64]
    voices: list[str]


def say(digit: int, language: str, voice: str, seed: int = 0) -> Wave:
    """Say one digit.

    Args:
        digit: 0 to 9.
        language: One of ``audio_voices.LANGUAGES`` (``en-us``, ``cmn``, ``fr-fr`` …).
        voice: An espeak-ng variant such as ``f3``, or a flite voice as ``flite:rms`` (English only).
        seed: Fixes rate and pitch.

    Returns:
        (N,) float32 at 16 kHz in [-1, 1], without outer silence.
    """
    rng = np.random.default_rng(seed)
    rate, pitch = int(rng.integers(125, 185)), int(rng.integers(30, 70))
    if voice.startswith("flite:"):
        speaker = Voice("flite", language, voice.removeprefix("flite:"), rate, pitch)
    else:
        speaker = Voice("espeak", language, voice, rate, pitch)
    return synthesise(speaker, digit_text(speaker, digit, rng))


def _voice_name(voice: Voice) -> str:
    return f"{voice.engine}:{voice.language}:{voice.variant}"


def _speak(jobs: list[tuple[Voice, str]]) -> list[Wave]:
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda job: synthesise(*job), jobs))


def build_bank(split: Split, digits: int, others: int, seed: int = 0) -> Bank:
    """Synthesise a split's clean speech: ``digits`` digits, ``others`` other words or sentences."""
    rng = np.random.default_rng([seed, _SEEDS[split]])
    jobs: list[tuple[Voice, str]] = []
    filler_jobs: list[tuple[Voice, str]] = []
    labels = np.full(digits + others, BACKGROUND, dtype=np.int64)
    fillers = np.full(digits + others, -1, dtype=np.int64)
    for index in range(digits + others):
        voice = random_voice(rng, split)
        if index < digits:
            labels[index] = index % 10
            jobs.append((voice, digit_text(voice, index % 10, rng)))
            if rng.random() < 0.12:
                fillers[index] = len(filler_jobs)
                filler_jobs.append((voice, filler_text(voice, rng)))
        else:
            jobs.append((voice, other_text(voice, rng)))
    names = [_voice_name(voice) for voice, _ in jobs]
    return Bank(_speak(jobs), fillers, _speak(filler_jobs), labels, names)


def _joined(sounds: list[Wave]) -> tuple[NDArray[np.int16], NDArray[np.int64]]:
    ends = np.cumsum([sound.size for sound in sounds], dtype=np.int64)
    whole = np.concatenate([*sounds, np.zeros(0, dtype=np.float32)])
    return np.round(np.clip(whole, -1.0, 1.0) * 32_767.0).astype(np.int16), ends


def _parted(whole: NDArray[np.int16], ends: NDArray[np.int64]) -> list[Wave]:
    return [(part / 32_767.0).astype(np.float32) for part in np.split(whole, ends)[:-1]]


def cached_bank(split: Split, digits: int, others: int, work: Path, seed: int = 0) -> Bank:
    """Return ``build_bank``'s result, kept under ``work`` after the first time: synthesis takes minutes."""
    cache = work / "cache" / f"audio_bank_{split}_{digits}_{others}_{seed}.npz"
    if not cache.exists():
        bank = build_bank(split, digits, others, seed)
        sounds, sound_ends = _joined(bank.sounds)
        filler_sounds, filler_ends = _joined(bank.filler_sounds)
        cache.parent.mkdir(parents=True, exist_ok=True)
        np.savez(
            cache, sounds=sounds, sound_ends=sound_ends, filler_sounds=filler_sounds, filler_ends=filler_ends,
            fillers=bank.fillers, labels=bank.labels, voices=np.array(bank.voices),
        )  # fmt: skip
    with np.load(cache) as stored:
        return Bank(
            _parted(stored["sounds"], stored["sound_ends"]),
            stored["fillers"],
            _parted(stored["filler_sounds"], stored["filler_ends"]),
            stored["labels"],
            stored["voices"].tolist(),
        )


def placed(rng: np.random.Generator, bank: Bank, index: int) -> tuple[Wave, int]:
    """Put a sound of the bank on the time axis as the live cutter would; gives the clip and its kept length."""
    sound = bank.sounds[index]
    sound = sound / max(1e-6, float(np.abs(sound).max()))
    if bank.fillers[index] >= 0 and rng.random() < 0.7:
        filler = bank.filler_sounds[bank.fillers[index]]
        filler = filler / max(1e-6, float(np.abs(filler).max())) * np.float32(rng.uniform(0.5, 1.0))
        pause = np.zeros(int(rng.uniform(0.02, 0.25) * SAMPLE_RATE_HZ), dtype=np.float32)
        sound = np.concatenate((filler, pause, sound))
    sound = resampled_speed(sound, float(np.exp(rng.normal(0.0, 0.13))))
    if rng.random() < 0.15:
        sound = sound[int(rng.uniform(0.0, min(0.1, 0.2 * sound.size / SAMPLE_RATE_HZ)) * SAMPLE_RATE_HZ) :]
    if rng.random() < 0.15:
        sound = sound[
            : sound.size - int(rng.uniform(0.0, min(0.1, 0.2 * sound.size / SAMPLE_RATE_HZ)) * SAMPLE_RATE_HZ)
        ]
    # Mostly the live cutter's margins; else a file cut tight (a fifth), or a word anywhere.
    kind = rng.random()
    low_s, high_s, most_s = (0.12, 0.3, 0.4) if kind < 0.6 else (0.0, 0.1, 0.15) if kind < 0.8 else (0.0, 1.2, 1.0)
    lead = int(rng.uniform(low_s, high_s) * SAMPLE_RATE_HZ)
    tail = int(rng.uniform(low_s, most_s) * SAMPLE_RATE_HZ)
    lead = max(0, min(lead, CLIP_SAMPLES - sound.size))
    # A segment that is too long keeps its last two seconds, as the encoder does.
    sound = sound[-CLIP_SAMPLES:]
    clip = np.zeros(CLIP_SAMPLES, dtype=np.float32)
    clip[lead : lead + sound.size] = sound
    return clip, min(CLIP_SAMPLES, lead + sound.size + tail)


def placed_tidily(rng: np.random.Generator, bank: Bank, index: int) -> tuple[Wave, int]:
    """Put one word on the time axis, whole and alone; gives the clip and its kept length."""
    sound = bank.sounds[index]
    sound = sound / max(1e-6, float(np.abs(sound).max()))
    sound = resampled_speed(sound, float(np.exp(rng.normal(0.0, 0.08))))[-CLIP_SAMPLES:]
    lead = int(rng.uniform(0.0, 0.3) * SAMPLE_RATE_HZ)
    tail = int(rng.uniform(0.05, 0.4) * SAMPLE_RATE_HZ)
    lead = max(0, min(lead, CLIP_SAMPLES - sound.size))
    clip = np.zeros(CLIP_SAMPLES, dtype=np.float32)
    clip[lead : lead + sound.size] = sound
    return clip, min(CLIP_SAMPLES, lead + sound.size + tail)


def wordless(rng: np.random.Generator) -> tuple[Wave, int]:
    """A background sound nobody speaks: noise, hum, notes, claps, coughs or near-silence."""
    kept = int(rng.uniform(0.4, 2.0) * SAMPLE_RATE_HZ)
    kind = int(rng.integers(6))
    if kind == 0:
        return coloured_noise(rng, CLIP_SAMPLES, rng.uniform(0.0, 2.5)), kept
    if kind == 1:
        return hum(rng, CLIP_SAMPLES), kept
    if kind == 2:
        return tones(rng, CLIP_SAMPLES), kept
    if kind == 3:
        return bursts(rng, CLIP_SAMPLES, int(rng.integers(1, 5)), slow=False), kept
    if kind == 4:
        return bursts(rng, CLIP_SAMPLES, int(rng.integers(1, 3)), slow=True), kept
    return np.zeros(CLIP_SAMPLES, dtype=np.float32), kept


class Clips(NamedTuple):
    """Degraded clips.

    Attributes:
        waves: (N, 32000) int16 at 16 kHz.
        labels: (N,) int64; -1 for background.
        sources: (N,) int64; which sound of the bank it was, or -1 for wordless background.
    """

    waves: Tensor
    labels: Tensor
    sources: Tensor


def render(
    bank: Bank, count: int, seed: int, background: float, strengths: tuple[float, float], *, tidy: bool = False
) -> Clips:
    """Make ``count`` degraded clips of a bank.

    Args:
        bank: Clean speech of one split.
        count: How many clips; as many as the bank has digits takes each of them once, else they are drawn.
        seed: Fixes everything.
        background: Share of clips without a digit; two thirds of them other words, one third wordless.
        strengths: Degradation is drawn from this range within [0, 1], mild more often.
        tidy: Words whole and alone; else some are cut off, come after a filler or anywhere in the clip.
    """
    waves = np.zeros((count, CLIP_SAMPLES), dtype=np.int16)
    labels = np.full(count, BACKGROUND, dtype=np.int64)
    sources = np.full(count, -1, dtype=np.int64)
    digits = int((bank.labels >= 0).sum())
    speech = bank.sounds[digits:]
    place = placed_tidily if tidy else placed
    for index in range(count):
        rng = np.random.default_rng([seed, index])
        # Skewed to the mild end: most people stand near the microphone.
        strength = strengths[0] + (strengths[1] - strengths[0]) * float(rng.uniform()) ** 1.5
        if rng.random() >= background:
            source = index if count == digits else int(rng.integers(digits))
            clip, kept = place(rng, bank, source)
            labels[index], sources[index] = bank.labels[source], source
        elif rng.random() < 0.67 and speech:
            sources[index] = rng.integers(digits, len(bank.sounds))
            clip, kept = place(rng, bank, int(sources[index]))
        else:
            clip, kept = wordless(rng)
        degraded = degraded_clip(rng, clip, speech, strength, kept)
        waves[index] = np.round(degraded * 32_767.0).astype(np.int16)
    return Clips(torch.from_numpy(waves), torch.from_numpy(labels), torch.from_numpy(sources))


def load_split(split: str, work: Path) -> tuple[Tensor, Tensor]:
    """Return clips of graded degradation for training the fusion, cached under ``work``.

    Args:
        split: ``train`` (8000 clips) or ``validation`` (2000, other voices); a sixth of each is background.
        work: The build folder, ``build/digits``.

    Returns:
        Waves (N, 32000) int16 at 16 kHz (divide by 32767) and labels (N,) int64 in -1..9.
    """
    if split == "train":
        sizes = (3000, 500, 8000)
        bank_split: Split = "train"
    elif split == "validation":
        sizes = (700, 150, 2000)
        bank_split = "validation"
    else:
        raise ValueError(f"split must be train or validation, not {split!r}")
    cache = work / "cache" / f"audio_fusion_{split}.npz"
    if not cache.exists():
        # Another seed than the encoder's own training: the fusion sees clips the encoder has not fitted.
        clips = render(cached_bank(bank_split, sizes[0], sizes[1], work, seed=7), sizes[2], 70, 1 / 6, (0.0, 1.0))
        cache.parent.mkdir(parents=True, exist_ok=True)
        np.savez(cache, waves=clips.waves.numpy(), labels=clips.labels.numpy())
    with np.load(cache) as stored:
        return torch.from_numpy(stored["waves"]), torch.from_numpy(stored["labels"])
