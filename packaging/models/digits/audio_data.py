"""Speech for the bundled digits model: clean banks, degraded clips and the splits that the fusion trains on.

Everything is synthesised by ``audio_voices`` and degraded by ``audio_augment``; ``audio_tests`` writes the test sets.
"""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import numpy as np
import soxr
import torch
from audio_augment import (
    CLIP_SAMPLES,
    SAMPLE_RATE_HZ,
    Wave,
    babble,
    bursts,
    coloured_noise,
    degraded_clip,
    hum,
    resampled_speed,
    tones,
)
from audio_recordings import (
    alphabets,
    commands,
    effect_piece,
    effects,
    no_digits,
    speakers,
    spoken_digits,
    stamp_digits,
    stamp_words,
)
from audio_voices import Split, Voice, digit_text, further_voices, random_voice, speak, synthesise, trimmed
from audio_words import filler_text, other_texts
from numpy.typing import NDArray
from torch import Tensor

BACKGROUND = -1
_DIGITS_A_TURN = 10
_PIECES_AN_EFFECT = 6
_BROKEN_A_TURN = 4
_DIGITS_PER_REPEAT = 550
_CROWD_SHARE = 0.3
_TIMES_A_STAMP = 10
_SEEDS: dict[str, int] = {"train": 11, "validation": 12, "test": 13, "recorded": 14}


@dataclass(frozen=True, slots=True)
class Recordings:
    """What training hears beside synthetic voices.

    Attributes:
        name: Tells one choice from another in the names of cached files.
        people: Per person, the digits and their labels.
        effects: Sound effects.
        stamps: The folder of Tux Paint's stamps, None where it is not there.
        commands: Words of Speech Commands, their labels and who says them.
        alphabets: What the voices of children's programs say, the labels and the languages.
    """

    name: str
    people: dict[str, tuple[list[Wave], list[int]]]
    effects: list[Wave]
    stamps: Path | None
    commands: Sequence[tuple[Wave, int, str]] = ()
    alphabets: Sequence[tuple[Wave, int, str]] = ()

    @classmethod
    def read(
        cls,
        digits: Path | None,
        held_out: str,
        effects_folder: Path,
        stamps: Path | None,
        command_folder: Path | None = None,
        alphabet_folders: Sequence[Path] = (),
    ) -> Recordings:
        """Read everybody but ``held_out`` from a folder of spoken digits, and training's half of all else."""
        names = [name for name in speakers(digits) if name != held_out] if digits is not None else []
        people = {name: spoken_digits(digits, name) for name in names if digits is not None}
        sounds = effects(effects_folder, test=False)
        words = commands(command_folder, validation=False) if command_folder is not None else []
        heard = ("_stamps" if stamps is not None else "") + (f"_commands{len(words)}" if words else "")
        rng = np.random.default_rng(_SEEDS["recorded"])
        said = [item for folder in alphabet_folders for item in alphabets(folder, rng)]
        heard += f"_alphabets{len(said)}" if said else ""
        return cls(f"{'-'.join(names) or 'nobody'}-{len(sounds)}{heard}", people, sounds, stamps, words, said)

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many words, digits among them, people and languages of digits there are, for the card."""
        told: dict[str, dict[str, int]] = {}
        for name, said in (("commands", self.commands), ("alphabets", self.alphabets)):
            if said:
                digits = [label for _, label, _ in said if label >= 0]
                told[f"trained_on_{name}"] = {"words": len(said), "digits": len(digits)}
        if self.commands:
            told["trained_on_commands"]["people"] = len({person for *_, person in self.commands})
        if self.alphabets:
            told["trained_on_alphabets"]["languages"] = len({place for _, label, place in self.alphabets if label >= 0})
        return told

    def bank(self, seed: int = 0) -> Bank:
        """Return all of it: each digit, four other utterances for five digits, words, pieces of effects."""
        rng = np.random.default_rng([seed, _SEEDS["recorded"]])
        found: list[tuple[Wave, int, str]] = []
        for name, (sounds, labels) in self.people.items():
            found += [(sound, label, f"person:en:{name}") for sound, label in zip(sounds, labels, strict=True)]
            made = no_digits(sounds, labels, len(sounds) * 4 // 5, rng)
            found += [(sound, BACKGROUND, f"person:en:{name}") for sound in made]
        said = Counter(label for _, label, _ in self.commands if label >= 0)
        for sound, label, name in self.commands:
            # Of a part of the words there may be many more ones than twos.
            times = min(_TIMES_A_STAMP, max(said.values()) // said[label]) if label >= 0 else 1
            found += [(sound, label, f"person:en:{name}")] * times
        for sound, label, language in self.alphabets:
            found += [(sound, label, f"person:{language}:alphabet")] * (_TIMES_A_STAMP if label >= 0 else 1)
        if self.stamps is not None:
            # They are few, and the only people whose language is not English.
            for sound, label, language in stamp_digits(self.stamps):
                found += [(sound, label, f"person:{language}:stamps")] * _TIMES_A_STAMP
            words = stamp_words(self.stamps, rng)
            found += [(sound, BACKGROUND, f"person:{language}:stamps") for sound, language in words]
        for sound in self.effects:
            pieces = [effect_piece(sound, rng) for _ in range(_PIECES_AN_EFFECT)]
            found += [(piece, BACKGROUND, "effect") for piece in pieces if piece.size and np.abs(piece).max() > 1e-3]
        return _digits_first([(sound, label, None, name) for sound, label, name in found])


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


@dataclass(frozen=True, slots=True)
class _Turn:
    """What one voice says in one go: texts, the digit that each is, and the filler that belongs to each digit.

    ``broken`` more sounds are made of the digits' parts; ``seed`` fixes them.
    """

    voice: Voice
    texts: list[str]
    labels: list[int]
    fillers: list[str | None]
    broken: int
    seed: int


def _turn(voice: Voice, digits: int, others: int, rng: np.random.Generator) -> _Turn:
    labels = [digit % 10 for digit in range(digits)]
    texts = [digit_text(voice, digit, rng) for digit in labels]
    fillers = [filler_text(voice, rng) if rng.random() < 0.12 else None for _ in labels]
    texts += other_texts(voice, rng, others)
    labels, said_before = labels + [BACKGROUND] * others, fillers + [None] * others
    return _Turn(voice, texts, labels, said_before, _BROKEN_A_TURN, int(rng.integers(2**32)))


def _spoken(turn: _Turn) -> list[tuple[Wave, int, Wave | None]]:
    """Return what was heard of a turn: sound, label, filler."""
    wanted = [*turn.texts, *(filler for filler in turn.fillers if filler)]
    try:
        sounds = speak(turn.voice, wanted)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return []  # a few of espeak-ng's variants cannot say everything
    rest = iter(sounds[len(turn.texts) :])
    heard: list[tuple[Wave, int, Wave | None]] = []
    for sound, label, filler in zip(sounds, turn.labels, turn.fillers, strict=False):
        before = next(rest) if filler else None
        if sound is not None:
            heard.append((sound, label, before))
    digits = [(sound, label) for sound, label, _ in heard if label >= 0]
    if len({label for _, label in digits}) > 1:
        broken = no_digits(*map(list, zip(*digits, strict=True)), turn.broken, np.random.default_rng(turn.seed))
        heard += [(sound, BACKGROUND, None) for sound in broken]
    return heard


def build_bank(split: Split, digits: int, others: int, seed: int = 0, languages: Sequence[str] = ()) -> Bank:
    """Make a split's clean speech: about ``digits`` synthetic digits and ``others`` other utterances.

    Training adds the voices of further synthesisers where they are installed, a third of the size.

    Args:
        split: Whose voices speak.
        digits: How many digits are said, ten in a voice.
        others: How many other utterances there are.
        seed: Fixes everything.
        languages: Of ``audio_voices.LANGUAGES``, spoken in turn by espeak-ng and flite alone; all, weighted, if empty.
    """
    rng = np.random.default_rng([seed, _SEEDS[split]])
    share = others / digits
    turn = cycle(languages or [None])
    voices = [random_voice(rng, split, next(turn)) for _ in range(-(-digits // _DIGITS_A_TURN))]
    if split == "train" and not languages:
        voices += further_voices(rng, max(1, digits // _DIGITS_PER_REPEAT))
    turns = [_turn(voice, _DIGITS_A_TURN, round(_DIGITS_A_TURN * share), rng) for voice in voices]
    with ThreadPoolExecutor(2) as pool:
        heard = [
            (item, turn.voice) for turn, items in zip(turns, pool.map(_spoken, turns), strict=True) for item in items
        ]
    return _digits_first([(sound, label, filler, _voice_name(voice)) for (sound, label, filler), voice in heard])


def _digits_first(said: list[tuple[Wave, int, Wave | None, str]]) -> Bank:
    said = sorted(said, key=lambda item: item[1] < 0)
    fillers = [-1] * len(said)
    filler_sounds: list[Wave] = []
    for index, (_, _, filler, _) in enumerate(said):
        if filler is not None:
            fillers[index] = len(filler_sounds)
            filler_sounds.append(filler)
    labels = np.array([label for _, label, _, _ in said], dtype=np.int64)
    names = [name for _, _, _, name in said]
    return Bank([sound for sound, *_ in said], np.array(fillers, dtype=np.int64), filler_sounds, labels, names)


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


def loud_part(rng: np.random.Generator, sound: Wave) -> Wave:
    """Return the loud part of a word, as recorders keep it: in a telephone's band little is left of the s of "six"."""
    if rng.random() < 0.6:
        narrow_hz = rng.uniform(6_800, 8_000)
        narrow = soxr.resample(sound, SAMPLE_RATE_HZ, narrow_hz, quality="MQ")
        sound = np.asarray(soxr.resample(narrow, narrow_hz, SAMPLE_RATE_HZ, quality="MQ"), dtype=np.float32)
    cut = trimmed(sound, rng.uniform(12.0, 32.0))
    return cut if cut.size >= SAMPLE_RATE_HZ // 10 else sound


def placed(rng: np.random.Generator, bank: Bank, index: int, loud_only: float = 0.0) -> tuple[Wave, int]:
    """Put a sound of the bank on the time axis as the live cutter would; gives the clip and its kept length.

    Of the share ``loud_only`` there is only the loud part.
    """
    sound = bank.sounds[index]
    sound = sound / max(1e-6, float(np.abs(sound).max()))
    if bank.fillers[index] >= 0 and rng.random() < 0.7:
        filler = bank.filler_sounds[bank.fillers[index]]
        filler = filler / max(1e-6, float(np.abs(filler).max())) * np.float32(rng.uniform(0.5, 1.0))
        pause = np.zeros(int(rng.uniform(0.02, 0.25) * SAMPLE_RATE_HZ), dtype=np.float32)
        sound = np.concatenate((filler, pause, sound))
    sound = resampled_speed(sound, float(np.exp(rng.normal(0.0, 0.13))))
    if loud_only and rng.random() < loud_only:
        sound = loud_part(rng, sound)
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


def wordless(rng: np.random.Generator, speech: Sequence[Wave] = ()) -> tuple[Wave, int]:
    """A background sound: noise, hum, notes, claps, coughs, near-silence, or several people of ``speech`` at once."""
    kept = int(rng.uniform(0.4, 2.0) * SAMPLE_RATE_HZ)
    if speech and rng.random() < _CROWD_SHARE:
        return babble(rng, CLIP_SAMPLES, speech, int(rng.integers(2, 7))), kept
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
    bank: Bank,
    count: int,
    seed: int,
    background: float,
    strengths: tuple[float, float],
    *,
    tidy: bool = False,
    loud_only: float = 0.0,
) -> Clips:
    """Make ``count`` degraded clips of a bank.

    Args:
        bank: Clean speech of one split.
        count: How many clips; as many as the bank has digits takes each of them once, else they are drawn.
        seed: Fixes everything.
        background: Share of clips without a digit; most of them of the bank, 15 % wordless or a crowd.
        strengths: Degradation is drawn from this range within [0, 1], mild more often.
        tidy: Words whole and alone; else some are cut off, come after a filler or anywhere in the clip.
        loud_only: Share of words, where they are not tidy, of which only the loud part is left (`loud_part`).
    """
    waves = np.zeros((count, CLIP_SAMPLES), dtype=np.int16)
    labels = np.full(count, BACKGROUND, dtype=np.int64)
    sources = np.full(count, -1, dtype=np.int64)
    digits = int((bank.labels >= 0).sum())
    speech = bank.sounds[digits:]
    place = placed_tidily if tidy else partial(placed, loud_only=loud_only)
    for index in range(count):
        rng = np.random.default_rng([seed, index])
        # Skewed to the mild end: most people stand near the microphone.
        strength = strengths[0] + (strengths[1] - strengths[0]) * float(rng.uniform()) ** 1.5
        if rng.random() >= background:
            source = index if count == digits else int(rng.integers(digits))
            clip, kept = place(rng, bank, source)
            labels[index], sources[index] = bank.labels[source], source
        elif rng.random() < 0.85 and speech:
            sources[index] = rng.integers(digits, len(bank.sounds))
            clip, kept = place(rng, bank, int(sources[index]))
        else:
            clip, kept = wordless(rng, speech)
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
        sizes = (3000, 3750, 8000)
        bank_split: Split = "train"
    elif split == "validation":
        sizes = (700, 875, 2000)
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
