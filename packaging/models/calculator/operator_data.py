"""Generated texts that name one operator, and texts that name none.

Everything is drawn from seeds. The test split keeps frames, every fifth misspelling and every fifth text without an
operator to itself; validation a tenth of them. The operators' words themselves are in all splits: nobody can know a
word that was never told. Needs, besides mmdesk: stopwordsiso, by way of the digits' texts.

What a text may hold beside its operator is a choice: digits from 0 to 9, as figures or words, are passed over ("3 +",
"plus five": only what is shown and said counts); a larger number, a second operator or an unknown one make it nothing.
"""

from __future__ import annotations

import random
import sys
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import torch
from operator_words import (
    BEYOND_NINE,
    EVERYDAY,
    FRAMES,
    OPERATORS,
    SIGNS,
    STRANGE_SIGNS,
    STRANGE_WORDS,
    SYMBOLS,
    UNSAFE,
    WORDS,
)
from torch import Tensor

sys.path.append(str(Path(__file__).resolve().parents[1] / "digits"))

import text_data
from text_slips import one_left_out, random_slip
from text_words import NUMBER_WORDS

from mmdesk.models.encoders.text import SubwordTextEncoder
from mmdesk.models.encoders.tokens import tokenise

Split = Literal["train", "fusion", "validation", "test"]
NOTHING = -1
_SEEDS: dict[Split, int] = {"train": 31, "fusion": 34, "validation": 32, "test": 33}
_SIZES: dict[Split, tuple[int, int]] = {
    "train": (27_000, 24_000),
    "fusion": (6_000, 0),
    "validation": (3_000, 2_000),
    "test": (3_000, 2_000),
}
_BUCKETS = 16_384
_REACH = 6
# Two operators are many of the texts without one: words learn sooner to speak against each other.
_HUSH_START = -1.0
_SHORTEST_TYPO = 4
_MAIN = ("en", "zh", "es", "fr", "de", "it", "ru", "ja", "ko", "pt")
_BEFORE = ("what is", "compute", "calculate", "how much is", "was ist", "combien font", "cuánto es", "сколько будет")


def _belongs(text: str, split: Split) -> bool:
    """Whether this piece is the split's: a fifth the test's, a tenth validation's."""
    match zlib.crc32(text.encode()) % 10:
        case 0 | 5:
            return split == "test"
        case 1:
            return split == "validation"
        case _:
            return split in ("train", "fusion")


def _meanings() -> dict[str, set[int]]:
    """Return every operator's phrase, case-folded, with the operators it names."""
    found: dict[str, set[int]] = {}
    for names in WORDS.values():
        for operator, words in enumerate(names):
            for word in words.split("|"):
                found.setdefault(word.casefold(), set()).add(operator)
    return found


_MEANS = _meanings()
_TOKENS = {token for phrase in _MEANS for token in tokenise(phrase)}
_NEAR = {form for token in _TOKENS if len(token) >= 3 for form in one_left_out(token)}

# Ordinary words of many languages, without those that belong to a calculation.
_STRANGE_TOKENS = {token for word in (*STRANGE_WORDS, *BEYOND_NINE) for token in tokenise(word)}
_ORDINARY = [word for word in text_data._ordinary_words() if word not in _STRANGE_TOKENS]


def operator_words() -> list[str]:
    """Return the single words, of which slips are to be known."""
    return sorted({tokenise(word)[0] for word in _MEANS if len(tokenise(word)) == 1})


def _names_or_nearly(text: str) -> bool:
    """Whether a text holds an operator's word, or one a slip away from it."""
    return any(
        token in _TOKENS or token in SYMBOLS or (len(token) >= 3 and not _NEAR.isdisjoint(one_left_out(token)))
        for token in tokenise(text, SYMBOLS)
    )


@dataclass
class OperatorTexts:
    """Draws texts of one split.

    Attributes:
        split: Decides which frames, misspellings and background texts are used.
        seed: Another one gives other texts of the same split.
        random: The only source of chance.
    """

    split: Split
    seed: int = 0
    random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = random.Random(1_000 * self.seed + _SEEDS[self.split])
        self._digits = text_data.TextGenerator(self.split, seed=self.seed + 500)

    def operator_text(self, operator: int) -> str:
        """Return a text that names ``operator`` and no other."""
        kind = self.random.random()
        language = self._language()
        if kind < 0.22:
            return self._around(self._sign(operator), language)
        word = self._word(language, operator)
        if kind < 0.55:
            return self._dressed(word)
        if kind < 0.72 or word.casefold() in UNSAFE:
            return self._dressed(self._among_digits(word, language))
        if kind < 0.86 or language not in FRAMES:
            # Unknown words beside an operator that means nothing else say nothing against it.
            word = self._sign(operator) if self.random.random() < 0.25 else word
            around = [self._ordinary() for _ in range(self.random.randint(1, 2))]
            around.insert(self.random.randint(0, len(around)), word)
            return self._dressed(" ".join(around))
        inner = self._sign(operator) if self.random.random() < 0.15 else word
        return self._dressed(self.random.choice(self._frames(language)).format(inner))

    def background_text(self) -> str:
        """Return a text that names no operator, or not one alone."""
        kind = self.random.random()
        if kind < 0.24:
            return self._two_operators()
        if kind < 0.36:
            return self._strange()
        if kind < 0.44:
            return self._beyond_nine()
        if kind < 0.54:
            return self._dressed(self._own(EVERYDAY))
        if kind < 0.70:
            return self._digits.digit_text(self.random.randrange(10))
        for _ in range(100):
            text = self._digits.background_text()
            if not _names_or_nearly(text):
                return text
        return "hello"

    def _language(self) -> str:
        names = list(WORDS)
        weights = [6 if name == "en" else 3 if name in _MAIN else 1.3 for name in names]
        return self.random.choices(names, weights)[0]

    def _sign(self, operator: int) -> str:
        signs = SIGNS[operator]
        return signs[0] if self.random.random() < 0.4 else self.random.choice(signs)

    def _word(self, language: str, operator: int) -> str:
        words = [word for word in WORDS[language][operator].split("|") if _MEANS[word.casefold()] == {operator}]
        if not words:
            return self._sign(operator)
        word = words[0] if self.random.random() < 0.45 else self.random.choice(words)
        slips = 0.45 if self.split == "train" else 0.25
        safe = word.casefold() not in UNSAFE and len(word) >= _SHORTEST_TYPO and ord(word[0]) < 0x590
        return self._misspelt(word) if safe and self.random.random() < slips else word

    def _misspelt(self, word: str) -> str:
        for _ in range(20):
            slip = random_slip(word, self.random)
            clash = not {slip.casefold(), *tokenise(slip)}.isdisjoint(_MEANS)
            if slip != word and not clash and _belongs(slip, self.split):
                return slip
        return word

    def _digit(self, language: str) -> str:
        digit = self.random.randrange(10)
        if language in NUMBER_WORDS and self.random.random() < 0.35:
            return NUMBER_WORDS[language][digit].split("|")[0]
        return str(digit)

    def _around(self, sign: str, language: str) -> str:
        """Return a sign alone or among digits, with and without blanks."""
        left = self._digit(language) if self.random.random() < 0.3 else ""
        right = self._digit(language) if self.random.random() < 0.3 else ""
        blank = " " if sign in "xX" or self.random.random() < 0.5 else ""
        text = f"{left}{blank}{sign}{blank}{right}"
        return text.strip() if self.random.random() < 0.8 else f"({text.strip()})"

    def _among_digits(self, word: str, language: str) -> str:
        left, right = self._digit(language), self._digit(language)
        text = self.random.choice([f"{left} {word}", f"{word} {right}", f"{left} {word} {right}", word])
        return f"{self.random.choice(_BEFORE)} {text}" if self.random.random() < 0.12 else text

    def _frames(self, language: str) -> list[str]:
        frames = FRAMES[language]
        match self.split:
            case "test":
                return frames[-2:]
            case "validation":
                return frames[-3:-2]
            case _:
                return frames[:-3]

    def _own(self, pool: list[str]) -> str:
        for _ in range(100):
            text = self.random.choice(pool)
            if _belongs(text, self.split):
                return text
        return self.random.choice(pool)

    def _ordinary(self) -> str:
        for _ in range(100):
            word = self._own(_ORDINARY)
            if not _names_or_nearly(word):
                return word
        return "please"

    def _any_operator(self) -> str:
        operator = self.random.randrange(len(OPERATORS))
        return self._sign(operator) if self.random.random() < 0.4 else self._word(self._language(), operator)

    def _two_operators(self) -> str:
        one, other = self._any_operator(), self._any_operator()
        digit = [self._digit("en") if self.random.random() < 0.4 else "" for _ in range(3)]
        joint = self.random.choice(["", " ", " ", " and ", ", ", " or ", " then "])
        text = f"{digit[0]} {one} {digit[1]}{joint or ' '}{other} {digit[2]}"
        if self.random.random() < 0.15:
            text += f" {self._any_operator()}"
        return self._dressed(" ".join(text.split()))

    def _strange(self) -> str:
        strange = (
            self.random.choice(STRANGE_SIGNS) if self.random.random() < 0.35 else self.random.choice(STRANGE_WORDS)
        )
        kind = self.random.random()
        if kind < 0.4:
            return self._dressed(strange)
        if kind < 0.75:
            return self._dressed(self._among_digits(strange, "en"))
        # A known operator beside a division is two; beside "=" it is one.
        if strange in ("÷", "/", "^", "%", "√"):
            return f"{self._digit('en')} {self._any_operator()} {self._digit('en')} {strange} {self._digit('en')}"
        return strange

    def _beyond_nine(self) -> str:
        large = str(self.random.randint(10, 10 ** self.random.randint(2, 4)))
        if self.random.random() < 0.3:
            large = self.random.choice(BEYOND_NINE)
        small = self._digit("en")
        left, right = self.random.choice([(large, small), (small, large), (large, large), ("", large), (large, "")])
        return f"{left} {self._any_operator()} {right}".strip()

    def _dressed(self, text: str) -> str:
        """Vary case, ends and blanks."""
        kind = self.random.random()
        if kind < 0.12:
            text = text.upper()
        elif kind < 0.3:
            text = text[:1].upper() + text[1:]
        elif kind < 0.45:
            text = text.casefold()
        if self.random.random() < 0.35:
            text += self.random.choice([".", "!", "?", "...", " :)", "!!", "。", " 🙂"])
        return f" {text}" if self.random.random() < 0.03 else text


def samples(split: Split, seed: int = 0) -> list[tuple[str, int]]:
    """Return (text, label) pairs, labels 0 to 2 in even shares and ``NOTHING``, in mixed order."""
    operators, background = _SIZES[split]
    texts = OperatorTexts(split, seed)
    rows = [(texts.operator_text(index % len(OPERATORS)), index % len(OPERATORS)) for index in range(operators)]
    rows += [(texts.background_text(), NOTHING) for _ in range(background)]
    texts.random.shuffle(rows)
    return rows


def untrained_encoder(dim: int) -> SubwordTextEncoder:
    """Return the operator's encoder: signs are words to it, and slips in all operators' words are forgiven."""
    encoder = SubwordTextEncoder(dim=dim, buckets=_BUCKETS, forgiven=operator_words(), symbols=SYMBOLS, reach=_REACH)
    torch.nn.init.constant_(encoder.hush.bias, _HUSH_START)
    return encoder


def encode(rows: list[tuple[str, int]], encoder: SubwordTextEncoder) -> tuple[Tensor, Tensor]:
    """Return prepared ids (N, tokens, ngrams) int32, to save memory, and labels (N,) int64."""
    ids = torch.zeros(len(rows), encoder.tokens, encoder.ngrams, dtype=torch.int32)
    for row, (text, _) in enumerate(rows):
        ids[row] = encoder.prepare(text)
    return ids, torch.tensor([label for _, label in rows])
