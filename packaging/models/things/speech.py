"""Spoken names of the things, and other speech, synthesised and degraded: the sound data of the things model.

Voices, rooms and microphones are those of the digits model (`audio_voices`, `audio_augment`, `audio_data`); voices are
split into three disjoint groups, so that validation and test hear speakers that training never did.
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

sys.path.append(str(Path(__file__).resolve().parents[1] / "digits"))

from annotations import own_names, spoken_strangers
from audio_data import BACKGROUND, Bank, render
from audio_voices import FLITE, VARIANTS, Split, Voice, synthesise
from names import THINGS
from text_words import BACKGROUND as SENTENCES
from torch import Tensor
from views import SOUND_VIEWS

from mmdesk.models.encoders.audio import SpeechRNNEncoder

SPOKEN: dict[str, tuple[str, ...]] = {
    "en": ("en-us", "en-us", "en-gb", "en-gb-x-rp"),
    "de": ("de",),
    "es": ("es", "es-419"),
    "fr": ("fr-fr", "fr-be"),
    "it": ("it",),
    "pt": ("pt", "pt-br"),
    "nl": ("nl",),
    "pl": ("pl",),
    "ru": ("ru",),
    "zh": ("cmn",),
}
"""espeak-ng's voices by the language of a name."""
# As (things, strangers, degraded clips): the clips of a thing take each of its sounds about twice.
SIZES: dict[Split, tuple[int, int, int]] = {
    "train": (14_000, 6_000, 32_000),
    "validation": (1_000, 400, 1_800),
    "test": (1_200, 500, 1_700),
}
_SEEDS: dict[Split, int] = {"train": 31, "validation": 32, "test": 33}
# Names said: the first of each list, which are what most people say.
_SAID = 2
_STRANGE_SHARE = 0.28
# Of the training's clips, those that the heads learn from, in several views.
_MOST_VIEWED = 9_000
_FULL_SCALE = 32_767.0


def voice_of(rng: np.random.Generator, split: Split, language: str) -> Voice:
    """Draw one of a split's voices that speaks a language."""
    code = str(rng.choice(SPOKEN[language]))
    rate, pitch = int(rng.integers(115, 200)), int(np.clip(rng.normal(50, 18), 5, 95))
    if code == "en-us" and FLITE[split] and rng.random() < 0.5:
        return Voice("flite", code, str(rng.choice(FLITE[split])), rate, pitch)
    return Voice("espeak", code, str(rng.choice(VARIANTS[split])), rate, pitch)


def jobs(split: Split, annotations: Path) -> tuple[list[tuple[Voice, str]], NDArray[np.int64], list[str]]:
    """Return who says what, the thing each names (-1 for none) and its language."""
    rng = np.random.default_rng(_SEEDS[split])
    things, strangers, _ = SIZES[split]
    taken = own_names()
    strange = spoken_strangers(annotations, taken)
    said: list[tuple[Voice, str]] = []
    labels = np.full(things + strangers, BACKGROUND, np.int64)
    languages = []
    order = [(place, language) for place in range(len(THINGS)) for language in SPOKEN]
    for index in range(things):
        if index % len(order) == 0:
            rng.shuffle(order)
        place, language = order[index % len(order)]
        names = THINGS[place].names[language].split("|")[:_SAID]
        said.append((voice_of(rng, split, language), str(rng.choice(names))))
        labels[index] = place
        languages.append(language)
    for _ in range(strangers):
        language = str(rng.choice(list(SPOKEN)))
        kind = rng.random()
        if kind < 0.75:
            # A fifth of the strangers are the test's, so that its words were never trained on.
            pool = [word for place, word in enumerate(strange[language]) if (place % 5 == 0) == (split == "test")]
            text = str(rng.choice(pool))
        else:
            text = str(rng.choice([one for one in SENTENCES.get(language, SENTENCES["en"]) if not _names(one, taken)]))
        said.append((voice_of(rng, split, language), text))
        languages.append(language)
    return said, labels, languages


def _names(text: str, taken: set[str]) -> bool:
    return any(word in taken for word in text.casefold().replace(",", " ").replace(".", " ").split())


def bank(split: Split, work: Path, annotations: Path) -> tuple[Bank, list[str]]:
    """Return a split's clean speech and its languages, kept under ``work`` after the first time."""
    cache = work / "cache" / f"speech_{split}.npz"
    if not cache.exists():
        said, labels, languages = jobs(split, annotations)
        with ThreadPoolExecutor(2) as pool:
            sounds = list(pool.map(lambda job: synthesise(*job), said))
        whole = np.concatenate([np.round(np.clip(sound, -1, 1) * _FULL_SCALE).astype(np.int16) for sound in sounds])
        ends = np.cumsum([sound.size for sound in sounds])
        cache.parent.mkdir(parents=True, exist_ok=True)
        notes = [f"{voice.engine}:{voice.language}:{voice.variant}" for voice, _ in said]
        np.savez(cache, whole=whole, ends=ends, labels=labels, notes=json.dumps([notes, languages]))
    with np.load(cache) as stored:
        notes, languages = json.loads(str(stored["notes"]))
        parts = np.split(stored["whole"], stored["ends"])[:-1]
        sounds = [(part / _FULL_SCALE).astype(np.float32) for part in parts]
        none = np.full(len(sounds), -1, np.int64)
        return Bank(sounds, none, [], stored["labels"], notes), languages


def frames(split: Split, work: Path, annotations: Path, *, views: bool = False) -> dict[str, Tensor]:
    """Return the backbone's frames float32 of degraded clips, their labels and sources in the bank.

    Args:
        split: Which voices.
        work: Where everything is kept after the first time.
        annotations: CLDR's annotations, for names of other things.
        views: (N, V, 20, 96) of the views that the trained encoder hears, of training's as many as the heads need; else
            (N, 20, 96) of the sounds as they are.
    """
    cache = work / "cache" / f"frames_{split}{'_views' if views else ''}.pt"
    if not cache.exists():
        spoken, _ = bank(split, work, annotations)
        encoder = SpeechRNNEncoder(stored=False, views=SOUND_VIEWS if views else ())
        count = min(SIZES[split][2], _MOST_VIEWED) if views else SIZES[split][2]
        parts = []
        # Half of them are tidy, words whole in a quiet room; the test's are those of a hall in the middle.
        shares = {"train": (0.55, 0.7), "validation": (0.5, 0.5), "test": (0.5, 0.5)}[split]
        for seed, (tidy, share) in enumerate(((True, shares[0]), (False, 1 - shares[0]))):
            size = round(count * share)
            strongest = 0.35 if tidy else shares[1]
            clips = render(spoken, size, 100 * _SEEDS[split] + seed, _STRANGE_SHARE, (0.0, strongest), tidy=tidy)
            found = []
            with torch.inference_mode():
                for chunk in clips.waves.split(20):
                    waves = (chunk.numpy() / _FULL_SCALE).astype(np.float32)
                    found.append(encoder.features(torch.stack([encoder.prepare(wave) for wave in waves])).half())
            parts.append((torch.cat(found), clips.labels, clips.sources))
        stored = [torch.cat(column) for column in zip(*parts, strict=True)]
        torch.save(dict(zip(("frames", "labels", "sources"), stored, strict=True)), cache)
    loaded: dict[str, Tensor] = torch.load(cache, weights_only=True)
    return loaded | {"frames": loaded["frames"].float()}


if __name__ == "__main__":
    torch.set_num_threads(1)
    for each in SIZES:
        print(each, frames(each, Path(sys.argv[1]), Path(sys.argv[2]))["frames"].shape, flush=True)
