"""Words said by many voices: what the general word encoder of teaching learns from.

Half of the words are everyday ones of ten languages (stopwordsiso, MIT), half are made up of syllables, so that the
encoder learns sounds rather than a vocabulary. Number words are left out: digits are what it is measured on. Voices,
rooms and microphones are those of the digits model; the voices of its test group are never used here.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import stopwordsiso
import torch
from numpy.typing import NDArray
from torch import Tensor

sys.path.append(str(Path(__file__).resolve().parents[1] / "digits"))

from audio_augment import degraded_clip, resampled_speed
from audio_data import Bank, placed_tidily
from audio_voices import FLITE, VARIANTS, Split, Voice, speak
from text_words import NUMBER_WORDS

from mmdesk.models.encoders.audio import SpeechRNNEncoder

SPOKEN: dict[str, tuple[str, ...]] = {
    "en": ("en-us", "en-us", "en-gb", "en-gb-x-rp", "en-gb-scotland"),
    "de": ("de",),
    "es": ("es", "es-419"),
    "fr": ("fr-fr", "fr-be"),
    "it": ("it",),
    "pt": ("pt", "pt-br"),
    "nl": ("nl",),
    "pl": ("pl",),
    "ru": ("ru",),
    "tr": ("tr",),
}
"""espeak-ng's voices by the language of a word."""
_ONSETS = "p t k b d g m n f v s z l r h w j sh ch st sp tr kr pl fl br gr kl dr".split()
_VOWELS = "a e i o u a e i o u ai au ei".split()
_CODAS = ("", "", "", "n", "m", "s", "t", "k", "l", "r", "p", "nd", "st")
_CYRILLIC = dict(zip("abdefghiklmnoprstuvzwj", "абдефгхиклмнопрстувзвй", strict=True))
_ROOMS = 1
_STRONGEST = 0.55
_AT_ONCE = 40


class Spoken(NamedTuple):
    """Words as the frozen backbone hears them.

    Attributes:
        frames: (N, 20, 96) float16.
        words: (N,) int64, which word each is.
    """

    frames: Tensor
    words: Tensor


def vocabulary(rng: np.random.Generator, english: int, others: int) -> list[tuple[str, str]]:
    """Return (language, word): so many of English and of every other language, half of them made up."""
    numbers = {word.casefold() for words in NUMBER_WORDS.values() for said in words for word in said.split("|")}
    found = []
    for language in SPOKEN:
        count = english if language == "en" else others
        known = sorted(
            word
            for word in stopwordsiso.stopwords(language)
            if len(word) >= 3 and word.isalpha() and word not in numbers
        )
        real = rng.permutation(known)[: count // 2].tolist()
        made: set[str] = set()
        while len(made) < count - len(real):
            made.add(_made_up(rng, language))
        found += [(language, word) for word in (*real, *sorted(made))]
    return found


def _made_up(rng: np.random.Generator, language: str) -> str:
    syllables = int(rng.choice([1, 2, 2, 3]))
    word = "".join(
        str(rng.choice(_ONSETS)) + str(rng.choice(_VOWELS)) + str(rng.choice(_CODAS)) for _ in range(syllables)
    )
    return "".join(_CYRILLIC.get(letter, "") for letter in word) if language == "ru" else word


def voice_of(rng: np.random.Generator, split: Split, language: str) -> Voice:
    """Draw one of a split's voices that speaks a language."""
    code = str(rng.choice(SPOKEN[language]))
    rate, pitch = int(rng.integers(110, 216)), int(np.clip(rng.normal(50, 20), 5, 95))
    if language == "en" and FLITE[split] and rng.random() < 0.35:
        return Voice("flite", "en-us", str(rng.choice(FLITE[split])), rate, pitch)
    return Voice("espeak", code, str(rng.choice(VARIANTS[split])), rate, pitch)


def bank(
    split: Split, words: list[tuple[str, str]], voices: int, seed: int
) -> tuple[list[NDArray[np.float32]], list[int]]:
    """Have every word said by so many voices; returns sounds and the number of the word that each is."""
    rng = np.random.default_rng(seed)
    jobs: list[tuple[Voice, list[int]]] = []
    for _ in range(voices):
        for language in SPOKEN:
            mine = [number for number, (other, _) in enumerate(words) if other == language]
            parts = np.array_split(rng.permutation(mine), max(1, len(mine) // _AT_ONCE))
            jobs += [(voice_of(rng, split, language), part.tolist()) for part in parts]
    sounds, numbers = [], []
    for voice, part in jobs:
        try:
            heard = speak(voice, [words[number][1] for number in part])
        except subprocess.SubprocessError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        for sound, number in zip(heard, part, strict=True):
            if sound is not None:
                sounds.append(sound)
                numbers.append(number)
    return sounds, numbers


def frames(sounds: list[NDArray[np.float32]], numbers: list[int], seed: int) -> Spoken:
    """Put each sound into a room or `_ROOMS` and in front of a microphone, and return the backbone's frames."""
    encoder = SpeechRNNEncoder(stored=False, evidence=False)
    parts, labels = [], []
    for room in range(_ROOMS):
        rng = np.random.default_rng((seed, room))
        prepared = []
        for index, number in enumerate(numbers):
            # Other sizes of speakers: pitch and formants move together.
            sized = resampled_speed(sounds[index], float(rng.uniform(0.85, 1.2)))
            one = Bank([sized], np.full(1, -1), [], np.zeros(1, np.int64), ["word"])
            clip, kept = placed_tidily(rng, one, 0)
            strength = _STRONGEST * float(rng.uniform()) ** 1.5
            prepared.append(encoder.prepare(degraded_clip(rng, clip, sounds[:200], strength, kept)))
            labels.append(number)
            if len(prepared) == 20 or index == len(numbers) - 1:
                with torch.inference_mode():
                    parts.append(encoder.features(torch.stack(prepared)).half())
                prepared = []
    return Spoken(torch.cat(parts), torch.tensor(labels))


def spoken(split: Split, work: Path, english: int, others: int, voices: int, seed: int) -> Spoken:
    """Return a split's words, kept under ``work`` after the first time."""
    cache = work / f"words_{split}.pt"
    if not cache.exists():
        words = vocabulary(np.random.default_rng(seed), english, others)
        sounds, numbers = bank(split, words, voices, seed)
        print(split, len(words), "words", len(sounds), "sounds", flush=True)
        work.mkdir(parents=True, exist_ok=True)
        torch.save(tuple(frames(sounds, numbers, seed)), cache)
    return Spoken(*torch.load(cache, weights_only=True))


if __name__ == "__main__":
    torch.set_num_threads(1)
    spoken("validation", Path(sys.argv[1]), 100, 20, 5, 72)
    spoken("train", Path(sys.argv[1]), 300, 45, 8, 71)
