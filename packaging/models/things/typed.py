"""Typed names of the things in some sixty languages, in sentences and misspelt, and texts that name none.

Names are ours and CLDR's (`annotations`), strangers the names of all other emoji, ordinary words and sentences. Each
split keeps misspellings, strangers and sentence patterns to itself, as the digits model's texts do.
"""

from __future__ import annotations

import random
import sys
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

sys.path.append(str(Path(__file__).resolve().parents[1] / "digits"))

import stopwordsiso
import torch
from annotations import LANGUAGES_READ, folded, known_names, own_names, strangers
from names import LANGUAGES, THINGS
from text_slips import random_slip
from text_words import BACKGROUND as SENTENCES
from torch import Tensor

from mmdesk.models.encoders.slips import MAX_WORDS
from mmdesk.models.encoders.text import SubwordTextEncoder, tokenise

Split = Literal["train", "fusion", "validation", "test"]
NOTHING = -1
_SEEDS: dict[Split, int] = {"train": 41, "fusion": 44, "validation": 42, "test": 43}
SIZES: dict[Split, tuple[int, int]] = {
    "train": (30_000, 26_000),
    "fusion": (9_000, 2_500),
    "validation": (3_000, 1_500),
    "test": (3_000, 1_500),
}
_BUCKETS, _WIDTH, _HIDDEN = 40_960, 12, 96
_ENDINGS = ["", "", "", "", "", ".", "!", "?", "...", " :)", "!!", "。"]
_SHORTEST_MISSPELT = 4
_MOST_FORGIVEN_CHARS = 20

# {} is the name. The last two of each language are the test's, the one before them validation's.
TEMPLATES: dict[str, list[str]] = {
    "en": ["a {}", "the {}", "my {}", "this is a {}", "I see a {}", "it's a {}", "look, a {}", "an old {}",
           "is that a {}?", "my new {}", "I think this is a {}", "that looks like a {}", "here is my {}"],
    "de": ["ein {}", "eine {}", "das ist ein {}", "meine {}", "ich sehe eine {}", "die {}", "hier ist mein {}",
           "schau, ein {}", "das ist meine {}"],
    "es": ["un {}", "una {}", "es un {}", "mi {}", "veo una {}", "el {}", "aquí está mi {}", "creo que es un {}",
           "esto es una {}"],
    "fr": ["un {}", "une {}", "c'est un {}", "mon {}", "je vois une {}", "le {}",
           "voici mon {}", "je crois que c'est un {}",
           "ceci est une {}"],
    "it": ["un {}", "una {}", "è un {}", "il mio {}", "vedo una {}", "la {}", "ecco il mio {}", "penso che sia un {}",
           "questa è una {}"],
    "pt": ["um {}", "uma {}", "é um {}", "meu {}", "vejo uma {}", "o {}", "aqui está meu {}", "acho que é um {}",
           "isto é uma {}"],
    "nl": ["een {}", "de {}", "het is een {}", "mijn {}", "ik zie een {}", "hier is mijn {}", "kijk, een {}",
           "dit is een {}"],
    "pl": ["to jest {}", "mój {}", "widzę {}", "moja {}", "nowy {}", "tutaj jest {}", "myślę, że to {}", "to chyba {}"],
    "ru": ["это {}", "мой {}", "вот {}", "моя {}", "я вижу {}", "новый {}", "здесь {}", "кажется, это {}",
           "смотри, {}"],
    "zh": ["这是{}", "一个{}", "我的{}", "看,{}", "那是{}", "我有{}", "这里有一个{}", "我觉得是{}", "这就是{}"],
}  # fmt: skip
# How often a language is drawn: those that most visitors write, and all others once each.
_WEIGHTS = {
    "en": 40,
    **{language: 12 for language in LANGUAGES if language != "en"},
    "ja": 4,
    "ko": 4,
    "ar": 3,
    "hi": 3,
}
_RARE_SHARE = 0.35
_ASCII = "abcdefghijklmnopqrstuvwxyz"


def _belongs(text: str, split: Split) -> bool:
    """Whether this piece is the split's: a fifth the test's, a tenth validation's, the same on every machine."""
    match zlib.crc32(text.encode()) % 10:
        case 0 | 5:
            return split == "test"
        case 1:
            return split == "validation"
        case _:
            return split in ("train", "fusion")


@dataclass
class Vocabulary:
    """What is called what.

    Attributes:
        folder: CLDR's annotations.
    """

    folder: Path

    @cached_property
    def names(self) -> dict[str, dict[str, int]]:
        """By language, the thing that each name means."""
        return known_names(self.folder)

    @cached_property
    def by_thing(self) -> dict[str, list[list[str]]]:
        """By language, the names of each thing, some without any."""
        found = {}
        for language, names in self.names.items():
            table: list[list[str]] = [[] for _ in THINGS]
            for name, place in sorted(names.items()):
                table[place].append(name)
            found[language] = table
        return found

    @cached_property
    def taken(self) -> set[str]:
        """Every name, folded."""
        return {name for names in self.names.values() for name in names} | own_names()

    @cached_property
    def single(self) -> set[str]:
        """Names of one token, as the encoder sees them."""
        return {tokens[0] for tokens in map(tokenise, self.taken) if len(tokens) == 1}

    @cached_property
    def strange(self) -> tuple[list[str], list[str]]:
        """Names of everything else, and ordinary words, none a name of ours: in the main languages, and in others."""
        named = strangers(self.folder, self.taken)
        main: set[str] = set()
        rest: set[str] = set()
        for language in {*named, *(stopwordsiso.langs() & LANGUAGES_READ)}:
            found = main if language in LANGUAGES else rest
            found.update(named.get(language, []))
            found.update(folded(word) for word in stopwordsiso.stopwords(language))
        return self._without_names(main), self._without_names(rest - main)

    def _without_names(self, words: set[str]) -> list[str]:
        return sorted(word for word in words - self.taken if word and not self.single & set(tokenise(word)))

    @cached_property
    def sentences(self) -> list[str]:
        """Sentences without a name of ours."""
        every = [one for sentences in SENTENCES.values() for one in sentences]
        return [one for one in every if not self.single & set(tokenise(one))]

    def forgiven(self) -> list[str]:
        """Return the words whose misspellings are to be known: our table's first, then CLDR's."""
        own = sorted({token for name in own_names() for token in tokenise(name)})
        rest = sorted({token for name in self.taken for token in tokenise(name)} - set(own))
        fit = [word for word in (*own, *rest) if _SHORTEST_MISSPELT <= len(word) <= _MOST_FORGIVEN_CHARS]
        return [word for word in fit if ord(word[0]) < 0x590][:MAX_WORDS]


@dataclass
class Typist:
    """Draws texts of one split."""

    vocabulary: Vocabulary
    split: Split
    seed: int = 0
    random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = random.Random(1_000 * self.seed + _SEEDS[self.split])
        languages = list(self.vocabulary.names)
        self._languages, self._weights = languages, [_WEIGHTS.get(language, 1) for language in languages]
        self._slips = 0.5 if self.split == "train" else 0.25

    def naming(self, place: int) -> str:
        """Return a text that names one thing."""
        while True:
            language = self.random.choices(self._languages, self._weights)[0]
            names = self.vocabulary.by_thing[language][place]
            if names:
                break
        name = self.random.choice(names)
        if self.random.random() < self._slips:
            name = self._misspelt(name)
        if language in TEMPLATES and self.random.random() < 0.4:
            return self._dressed(self.random.choice(self._patterns(language)).format(name))
        return self._dressed(name)

    def nothing(self) -> str:
        """Return a text that names none of the things."""
        kind = self.random.random()
        if kind < 0.45:
            text = self._stranger()
        elif kind < 0.6:
            text = " ".join(self._stranger() for _ in range(self.random.randint(2, 4)))
        elif kind < 0.75:
            text = self._own(self.vocabulary.sentences)
        elif kind < 0.9:
            language = self.random.choice(list(TEMPLATES))
            inner = self._stranger() if self.random.random() < 0.7 else ""
            text = self.random.choice(self._patterns(language)).format(inner)
        elif kind < 0.95:
            text = str(self.random.randint(0, 10 ** self.random.randint(1, 5)))
        else:
            text = "".join(self.random.choices(_ASCII, k=self.random.randint(2, 9)))
        if self.vocabulary.single & set(tokenise(text)):
            return "qwx"
        return self._dressed(text)

    def _stranger(self) -> str:
        return self._own(self.vocabulary.strange[self.random.random() < _RARE_SHARE])

    def _patterns(self, language: str) -> list[str]:
        patterns = TEMPLATES[language]
        if self.split == "test":
            return patterns[-2:]
        return patterns[-3:-2] if self.split == "validation" else patterns[:-3]

    def _own(self, words: list[str]) -> str:
        for _ in range(100):
            word = self.random.choice(words)
            if _belongs(word, self.split):
                return word
        return self.random.choice(words)

    def _misspelt(self, name: str) -> str:
        """Return the name with one slip in a word of at least four letters, one of those that belong to this split."""
        words = name.split()
        fit = [at for at, word in enumerate(words) if len(word) >= _SHORTEST_MISSPELT and ord(word[0]) < 0x590]
        for _ in range(20 if fit else 0):
            at = self.random.choice(fit)
            slip = random_slip(words[at], self.random)
            if slip != words[at] and _belongs(slip, self.split) and folded(slip) not in self.vocabulary.single:
                return " ".join([*words[:at], slip, *words[at + 1 :]])
        return name

    def _dressed(self, text: str) -> str:
        kind = self.random.random()
        if kind < 0.1:
            text = text.upper()
        elif kind < 0.35:
            text = text[:1].upper() + text[1:]
        return text + (self.random.choice(_ENDINGS) if self.random.random() < 0.5 else "")


def samples(vocabulary: Vocabulary, split: Split, seed: int = 0) -> list[tuple[str, int]]:
    """Return (text, label) pairs in mixed order: places among the labels in even shares, and ``NOTHING``."""
    named, unnamed = SIZES[split]
    typist = Typist(vocabulary, split, seed)
    rows = [(typist.naming(index % len(THINGS)), index % len(THINGS)) for index in range(named)]
    rows += [(typist.nothing(), NOTHING) for _ in range(unnamed)]
    typist.random.shuffle(rows)
    return rows


def untrained_encoder(vocabulary: Vocabulary) -> SubwordTextEncoder:
    """Return the things model's text encoder before training."""
    return SubwordTextEncoder(
        buckets=_BUCKETS, width=_WIDTH, hidden=_HIDDEN, forgiven=vocabulary.forgiven(), pairs=True
    )


def encode(rows: list[tuple[str, int]], encoder: SubwordTextEncoder) -> tuple[Tensor, Tensor]:
    """Return prepared ids (N, tokens, ngrams) int32, to save memory, and labels (N,) int64."""
    ids = torch.zeros(len(rows), encoder.tokens, encoder.ngrams, dtype=torch.int32)
    for row, (text, _) in enumerate(rows):
        ids[row] = encoder.prepare(text)
    return ids, torch.tensor([label for _, label in rows])
