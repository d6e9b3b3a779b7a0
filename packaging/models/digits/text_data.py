"""Generated texts that name one digit, and texts that name none.

Everything is drawn from seeds, and equal under one version of Python and of stopwordsiso (which lend ordinary words).
The test split keeps sentence patterns of each language, every fifth misspelling, word and background sentence to
itself. Validation keeps a tenth of them and some patterns, so that what is tuned on it is tuned on the unseen.
Needs, besides mmdesk: jieba, PyICU, stopwordsiso.
"""

from __future__ import annotations

import csv
import random
import zlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from pydoc_data.topics import topics
from typing import Literal

import stopwordsiso
import torch
from text_languages import FIGURES, further_words
from text_slips import one_left_out, one_slip, random_slip
from text_sources import Sources, several_digits, short_words, sources, stamp_descriptions, thing
from text_words import (
    ARTICLES,
    BACKGROUND,
    FILLERS,
    HELD_OUT_TEMPLATES,
    NAMES,
    NUMBER_WORDS,
    ORDINALS_EN,
    ROMAN,
    TEMPLATES,
    UNSAFE,
)
from torch import Tensor

from mmdesk.models.encoders.text import SubwordTextEncoder, tokenise

Split = Literal["train", "fusion", "validation", "test"]
NOTHING = -1
_SEEDS: dict[Split, int] = {"train": 11, "fusion": 14, "validation": 12, "test": 13}
_SIZES: dict[Split, tuple[int, int]] = {
    "train": (36_000, 44_000),
    "fusion": (10_000, 3_000),
    "validation": (3_000, 1_500),
    "test": (2_000, 300),
}

_NUMERALS = [
    *("{} {} {} {} {}. {}! {}? ({}) #{} №{} [{}] *{}* {}, {}… {}号 第{} {}th {}\ufe0f\u20e3".split()),
    *("# {}", "n° {}", "no. {}", "No {}", "№ {}", "nr. {}", '"{}"', "{} ", " {}", "-> {}", "= {}", "{} :)", "num {}"),
]
_ENDINGS = ["", "", "", "", ".", "!", "?", "...", " :)", "!!", " 🙂", "。", " ✌️"]
_SENTENCES = [sentence for sentences in BACKGROUND.values() for sentence in sentences]
_ASCII = "abcdefghijklmnopqrstuvwxyz"
_MAIN = ("zh", "es", "fr", "it", "de", "ru", "ja", "ko")
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety".split(),
    "fr": "vingt trente quarante cinquante soixante".split(),
    "es": "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(),
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split(),
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(),
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(),
}


def _belongs(text: str, split: Split) -> bool:
    """Whether this piece is the split's: a fifth the test's, a tenth validation's, the same on every machine."""
    match zlib.crc32(text.encode()) % 10:
        case 0 | 5:
            return split == "test"
        case 1:
            return split == "validation"
        case _:
            return split in ("train", "fusion")


def _number_tokens() -> set[str]:
    """Return every token of every number word and of the words for tens and more."""
    words = [word for entries in NUMBER_WORDS.values() for entry in entries for word in entry.split("|")]
    words += [word for tens in _TENS.values() for word in tens] + ORDINALS_EN + ROMAN
    return {token for word in words for token in tokenise(word)}


def number_words() -> list[str]:
    """Return the number words of all languages, whose misspellings the encoder is to know."""
    words = (tokenise(word) for entries in NUMBER_WORDS.values() for entry in entries for word in entry.split("|"))
    return sorted({tokens[0] for tokens in words if len(tokens) == 1})


def _ordinary_words() -> list[str]:
    """Return some ten thousand ordinary words of all our languages that name no number.

    They are stopwordsiso's (MIT) and those of the Python language reference that pydoc carries. Rarer languages leave
    out what is one slip away from their own number words: mostly other forms of these.
    """
    numbers = _number_tokens() | {"hundred", "thousand", "million", "ones", "zeros", "zeroes"}
    words = {token for page in topics.values() for token in tokenise(page) if token.isascii() and token.isalpha()}
    for language in NUMBER_WORDS:
        near: set[str] = set()
        if language not in _MAIN:
            own = {word for entry in NUMBER_WORDS[language] for word in entry.split("|") if len(word) >= 4}
            near = {form for word in own for form in one_left_out(word)}
        words |= {word for word in stopwordsiso.stopwords(language) if not near & one_left_out(word)}
    return sorted(word for word in words if 2 <= len(word) <= 16 and not numbers & set(tokenise(word)))


def _taken_words(ordinary: list[str]) -> dict[str, set[int]]:
    """Return every known word with the digits it names (none for ordinary words), so that typos avoid them."""
    taken: dict[str, set[int]] = {}
    for sentence in ordinary:
        for token in tokenise(sentence):
            taken.setdefault(token, set())
    for words in NUMBER_WORDS.values():
        for digit, entry in enumerate(words):
            for word in entry.split("|"):
                taken.setdefault(word.casefold(), set()).add(digit)
    return taken


def _names_or_nearly(word: str) -> bool:
    """Whether a made-up word is a number word or one slip away: a slip never seen must not be taught to be nothing."""
    return bool(_TAKEN.get(word)) or (len(word) >= 3 and not _NUMBER_FORMS.isdisjoint(one_left_out(word)))


_WORDS = _ordinary_words()
_PATTERNS = [pattern for patterns in TEMPLATES.values() for pattern in patterns]
_TAKEN = _taken_words([*FILLERS, *NAMES, *_SENTENCES, *_PATTERNS, *_WORDS])
_NUMBER_FORMS = {form for word in _number_tokens() if len(word) >= 3 for form in one_left_out(word)}
# Three letters with a slip in them can be anything; people's own English is forgiven most.
_SHORTEST_TYPO = {"en": 3, "es": 3, "fr": 3, "it": 3, "de": 3}
# Half of training's slips are of the kinds people make most, half any of the enumerated ones.
_ENUMERATED_SHARE = 0.5
# Languages that write particles without a blank after (and before) a number word, and their letters below.
_RUN_ON = {"ja": 3, "ko": 4}
_SCRIPTS = [
    ("aeiouy", "bcdfghjklmnprstvwz", 12),
    ("аеиоуыюя", "бвгджзклмнпрстфхцчш", 4),
    ("αεηιοω", "βγδκλμνπρστφχ", 1),
    ("あえおかがきけこさすせそたてでとなのはまもやよらりるれわをんょゃだう", "", 3),
    ("가나다라마바아자차하고도로모보소수우주어여니이기리지시은는을를에요입습", "", 3),
    ("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "", 1),
    ("अआइईउकखगघचछजटडतथदनपबमयरलवशसह", "", 1),
]


@cache
def _reachable() -> dict[str, set[int]]:
    """Return every form one slip away from a number word of the main languages, with the digits it may stand for."""
    found: dict[str, set[int]] = {}
    for language in ("en", *_MAIN):
        for digit, entry in enumerate(NUMBER_WORDS[language]):
            for word in entry.split("|"):
                if len(word) >= _SHORTEST_TYPO.get(language, 4):
                    for form in one_slip(word):
                        found.setdefault(form, set()).add(digit)
    return found


@cache
def _enumerated(word: str, digit: int) -> list[str]:
    """Return the training split's forms of ``word`` with one slip that stand for ``digit`` and for nothing else."""
    return [
        form
        for form in one_slip(word)
        if _belongs(form, "train")
        and _TAKEN.get(form, {digit}) == {digit}
        and _reachable().get(form, {digit}) == {digit}
    ]


_FURTHER = further_words()
# A number word that is an ordinary word of a better known language is no digit: "to" is Danish for two.
_ELSEWHERE = {word for language in ("en", "de", "fr", "es", "it") for word in stopwordsiso.stopwords(language)} | {
    "fire"
}
_FURTHER_SHARE = 0.25
_MORE_SHARE = 0.55
_SENTENCE_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "ru", "nl", "pl", "zh")


@dataclass
class TextGenerator:
    """Draws texts of one split.

    Attributes:
        split: Decides which patterns, misspellings and background sentences are used.
        seed: Another one gives other texts of the same split.
        more: Words and sentences of many languages beside those written down here.
        random: The only source of chance.
    """

    split: Split
    seed: int = 0
    more: Sources | None = None
    random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = random.Random(1_000 * self.seed + _SEEDS[self.split])
        self._slips = 0.6 if self.split == "train" else 0.3

    def digit_text(self, digit: int) -> str:
        """Return a text that names ``digit`` and no other number."""
        kind = self.random.random()
        if kind < 0.2:
            return self._numeral(digit)
        if self.random.random() < _FURTHER_SHARE:
            word = self._further(digit)
            if word:
                return self._dressed(word)
        language = self._language()
        if kind < 0.5:
            text = self._word(language, digit, alone=True)
            if self.random.random() < 0.06:
                text = f"{text} {text}"
        elif kind < 0.53:
            text = self.random.choice(
                [ORDINALS_EN[digit], "第" + NUMBER_WORDS["zh"][digit][0], ROMAN[digit] or str(digit)]
            )
        else:
            while language not in TEMPLATES:
                language = self._language()
            inner = self._word(language, digit) if self.random.random() < 0.75 else str(digit)
            text = self.random.choice(self._patterns(language)).format(inner)
        return self._dressed(text)

    def background_text(self) -> str:
        """Return a text that names no digit: nothing numerical, or a number of several digits."""
        if self.more is not None and self.random.random() < _MORE_SHARE:
            return self._dressed(self._from_sources(self.more))
        kind = self.random.random()
        if kind < 0.3:
            text = self._sentence()
        elif kind < 0.6:
            text = " ".join(self._filler() for _ in range(self.random.randint(1, 6)))
        elif kind < 0.63:
            text = self._own(NAMES)
        elif kind < 0.80:
            text = self._long_number()
        elif kind < 0.90:
            language = self.random.choice(list(TEMPLATES))
            inner = self.random.choice(["", self._own(NAMES), self._filler(), self._long_number()])
            text = self.random.choice(self._patterns(language)).format(inner)
        else:
            text = "".join(self.random.choices(_ASCII, k=self.random.randint(1, 9)))
            if _TAKEN.get(text) or (self.split != "test" and _names_or_nearly(text)):
                text = "qwx"
        return self._dressed(text)

    def _further(self, digit: int) -> str:
        """Return the digit in a language or writing that is known only by its ten words; "" where it has none."""
        words = _FURTHER[self.random.choice(list(_FURTHER))]
        return words[digit] if words[digit] and words[digit].casefold() not in _ELSEWHERE else ""

    def _from_sources(self, more: Sources) -> str:
        kind = self.random.random()
        if kind < 0.12:
            return several_digits(self.random)
        pools = more.words if kind < 0.6 else more.sentences
        main = [language for language in _SENTENCE_LANGUAGES if language in pools]
        language = self.random.choice(main if self.random.random() < 0.6 else list(pools))
        if kind < 0.4:
            return self.random.choice(pools[language])
        return thing(self.random, language, pools[language]) if kind < 0.6 else self.random.choice(pools[language])

    def _language(self) -> str:
        names = list(NUMBER_WORDS)
        weights = [6 if name == "en" else 3 if name in _MAIN else 1 for name in names]
        return self.random.choices(names, weights)[0]

    def _patterns(self, language: str) -> list[str]:
        patterns = TEMPLATES[language]
        kept = max(1, min(HELD_OUT_TEMPLATES, len(patterns) // 3))
        others = patterns[:-kept]
        spare = max(1, len(others) // 4) if len(others) > 2 else 0  # validation's
        match self.split:
            case "test":
                return patterns[-kept:]
            case "validation":
                return others[-spare:] if spare else others
            case _:
                return others[:-spare] if spare else others

    def _own(self, words: list[str]) -> str:
        """Return one of the words or sentences that belong to this split, or any where it has none."""
        for _ in range(100):
            word = self.random.choice(words)
            if _belongs(word, self.split):
                return word
        return self.random.choice(words)

    def _filler(self) -> str:
        """Return an ordinary word, or one that only looks like a word."""
        kind = self.random.random()
        if kind < 0.2:
            return self._own(FILLERS)
        if kind < 0.7 or self.split in ("test", "validation"):
            return self._own(_WORDS)
        if kind < 0.8:
            count = self.random.randint(1, 3)
            word = "".join(chr(self.random.randrange(0x4E00, 0x9FA6)) for _ in range(count))
        else:
            vowels, consonants, _ = self.random.choices(_SCRIPTS, [script[2] for script in _SCRIPTS])[0]
            word = ""
            for _ in range(self.random.randint(1, 4)):
                if consonants and self.random.random() < 0.9:
                    word += self.random.choice(consonants)
                word += self.random.choice(vowels)
                if consonants and self.random.random() < 0.3:
                    word += self.random.choice(consonants)
        return word if not any(_names_or_nearly(token) for token in tokenise(word)) else self._own(FILLERS)

    def _sentence(self) -> str:
        sentence = self._own(_SENTENCES)
        return self._misspelt(sentence, None) if self.random.random() < 0.2 else sentence

    def _numeral(self, digit: int) -> str:
        figure = str(digit)
        if self.random.random() < 0.15:
            figure = self.random.choice(FIGURES)[digit]
        return self.random.choice(_NUMERALS).format(figure)

    def _word(self, language: str, digit: int, alone: bool = False) -> str:
        choices = NUMBER_WORDS[language][digit].split("|")
        choices = [word for word in choices if word not in (UNSAFE if alone else ARTICLES)]
        if not choices:
            return str(digit)
        # The first word is the usual one.
        word = choices[0] if self.random.random() < 0.6 else self.random.choice(choices)
        shortest = _SHORTEST_TYPO.get(language, 4)
        if len(word) >= shortest and ord(word[0]) < 0x590 and self.random.random() < self._slips:
            if self.split == "train" and self.random.random() < _ENUMERATED_SHARE:
                word = self.random.choice(_enumerated(word, digit) or [word])
            else:
                word = self._misspelt(word, digit)
        if language in _RUN_ON and self.split not in ("test", "validation"):
            letters = _SCRIPTS[_RUN_ON[language]][0]
            if self.random.random() < 0.25:
                word = "".join(self.random.choices(letters, k=self.random.randint(1, 3))) + word
            if self.random.random() < 0.5:
                word += "".join(self.random.choices(letters, k=self.random.randint(1, 4)))
        return word

    def _misspelt(self, word: str, digit: int | None) -> str:
        """Return ``word`` with one or two slips, one of those that belong to this split."""
        for _ in range(20):
            slip = random_slip(word, self.random)
            if len(word) >= 6 and self.random.random() < 0.2:
                slip = random_slip(slip, self.random)
            means = _TAKEN.get(slip.casefold())
            clash = means is not None and means != ({digit} if digit is not None else set())
            if not clash and slip != word and _belongs(slip, self.split):
                return slip
        return word

    def _dressed(self, text: str) -> str:
        """Vary case, ends and blanks."""
        kind = self.random.random()
        if kind < 0.12:
            text = text.upper()
        elif kind < 0.3:
            text = text[:1].upper() + text[1:]
        elif kind < 0.45:
            text = text.casefold()
        if self.random.random() < 0.5:
            text += self.random.choice(_ENDINGS)
        return f" {text}" if self.random.random() < 0.03 else text

    def _long_number(self) -> str:
        pick = self.random.randrange(8)
        if pick <= 2:
            number = str(self.random.randint(10, 10 ** self.random.randint(2, 6)))
        elif pick == 3:
            separator = self.random.choice([".", ",", ":", "/", "-"])
            number = f"{self.random.randint(0, 99)}{separator}{self.random.randint(0, 59):02d}"
        elif pick == 4:
            number = "".join(self.random.choices("一二三四五六七八九", k=1)) + self.random.choice("十百千万")
            number += self.random.choice(["", self.random.choice("一二三四五六七八九")])
        else:
            language = self.random.choice(list(_TENS))
            unit = NUMBER_WORDS[language][self.random.randint(1, 9)].split("|")[0]
            tens = self.random.choice(_TENS[language])
            joined = {"en": f"{tens}-{unit}", "es": f"{tens} y {unit}", "de": f"{unit.rstrip('s')}und{tens}"}
            number = joined.get(language, f"{tens} {unit}" if language != "it" else tens + unit)
            if language == "en" and self.random.random() < 0.3:
                number = f"{unit} {self.random.choice(['hundred', 'thousand', 'million'])}"
        frames = "{}|{}|{}|{} km|I am {}|in {}|{} €|born in {}|{}年|tel. {}".split("|")
        return self.random.choice(frames).format(number)


def samples(split: Split, seed: int = 0, more: Sources | None = None) -> list[tuple[str, int]]:
    """Return (text, label) pairs, labels 0–9 in even shares and ``NOTHING`` for background, in mixed order."""
    digit_count, background_count = _SIZES[split]
    generator = TextGenerator(split, seed, more)
    rows = [(generator.digit_text(index % 10), index % 10) for index in range(digit_count)]
    rows += [(generator.background_text(), NOTHING) for _ in range(background_count)]
    generator.random.shuffle(rows)
    return rows


def untrained_encoder() -> SubwordTextEncoder:
    """Return the encoder of the digits model, which forgives slips in the number words of all languages."""
    return SubwordTextEncoder(forgiven=number_words())


def encode(rows: list[tuple[str, int]], encoder: SubwordTextEncoder) -> tuple[Tensor, Tensor]:
    """Return prepared ids (N, tokens, ngrams) int32, to save memory, and labels (N,) int64."""
    ids = torch.zeros(len(rows), encoder.tokens, encoder.ngrams, dtype=torch.int32)
    for row, (text, _) in enumerate(rows):
        ids[row] = encoder.prepare(text)
    return ids, torch.tensor([label for _, label in rows])


def load_split(split: Literal["train", "validation"], work: Path) -> tuple[Tensor, Tensor]:
    """Return the ids (N, tokens, ngrams) int64 and labels (N,) int64 of a split, as every modality's module does.

    ``train`` gives texts the encoder was not trained on, of the same making.
    """
    part: Literal["train", "validation"] = "train" if split == "train" else "validation"
    ids, labels = encode(samples("fusion" if split == "train" else split, 0, sources(work, part)), untrained_encoder())
    return ids.long(), labels


def write_test(work: Path) -> list[tuple[str, int]]:
    """Write ``test/text.csv`` (text,label) and two tables of texts without a digit; return the first one's rows."""
    rows = samples("test")
    _write(work, "text", rows)
    for name, found in (("text_sentences", stamp_descriptions), ("text_short_words", short_words)):
        _write(work, name, [(text, NOTHING) for texts in found(work, "test").values() for text in texts])
    return rows


def _write(work: Path, name: str, rows: list[tuple[str, int]]) -> None:
    file = work / "test" / f"{name}.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["text", "label"])
        writer.writerows(rows)
