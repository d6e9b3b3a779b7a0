"""Which of some listed words a token may be a misspelling of, and by what kind of slip."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import combinations, groupby, pairwise
from typing import Any, Literal, NamedTuple, get_args

# 300 keys for each word at most: a checkpoint cannot ask for more than a second's work.
MAX_WORDS = 2_000
MAX_WORD_CHARS = 24

Kind = Literal["exact", "accent", "repeat", "swap", "neighbour", "missing", "extra", "other", "two"]
_RANK = {kind: rank for rank, kind in enumerate(get_args(Kind))}  # the likeliest first
# A word of fewer letters is a slip away from half of its language.
_SHORTEST = 3
_SHORTEST_FOR_TWO = 6
# Only keys of one row: which lie above and below differs from layout to layout.
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_NEIGHBOURS = frozenset(pair for row in _ROWS for a, b in pairwise(row) for pair in (a + b, b + a))
_STROKES = str.maketrans("ıłøđ", "ilod")


class Slip(NamedTuple):
    """A listed word, and what happened to it on its way to the token.

    Attributes:
        kind: ``accent`` marks lost or added; ``repeat`` a letter doubled, stretched or no longer double; ``swap`` of
            two letters beside each other; ``neighbour`` the key beside the right one; ``missing`` and ``extra`` one
            letter; ``other`` one letter for another; ``two`` of these in a word of at least six letters; ``exact``
            nothing at all. All but the first ignore accents.
        word: The listed word.
    """

    kind: Kind
    word: str


def _plain(word: str) -> str:
    """Return the word without accents; marks of other scripts (dakuten, virama) are letters and stay."""
    letters = (char for char in unicodedata.normalize("NFD", word) if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", "".join(letters)).translate(_STROKES)


def _single(word: str) -> str:
    return "".join(char for char, _ in groupby(word))


def _keys(plain: str) -> set[str]:
    """Return the strings that two words at most one slip (from six letters on, two) apart have in common."""
    keys = {plain, _single(plain)}
    for left_out in (1, 2) if len(plain) >= _SHORTEST_FOR_TWO else (1,):
        keys |= {"".join(kept) for kept in combinations(plain, len(plain) - left_out)}
    return keys


def _is_two_apart(a: str, b: str) -> bool:
    """Whether at most two letters put in, left out, replaced or swapped with the next make ``b`` of ``a``.

    Source: Damerau, "A Technique for Computer Detection and Correction of Spelling Errors", 1964, by the usual
    dynamic programme (optimal string alignment).
    """
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1] <= 2


def _is_left_out(longer: str, shorter: str) -> bool:
    """Whether ``longer`` is ``shorter`` with one more letter."""
    index = next((at for at, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    return longer[index + 1 :] == shorter[index:]


def _kind(token: str, word: str) -> Kind | None:
    """Return by which slip the accentless ``token`` comes of the accentless ``word``, None if by none of ours."""
    if token == word:
        return "accent"
    if _single(token) == _single(word):
        return "repeat"
    match len(token) - len(word):
        case 0:
            indices = [at for at, (a, b) in enumerate(zip(token, word, strict=True)) if a != b]
            wrong, right = ("".join(text[at] for at in indices) for text in (token, word))
            if len(indices) == 1:
                return "neighbour" if wrong + right in _NEIGHBOURS else "other"
            if len(indices) == 2 and indices[0] + 1 == indices[1] and wrong == right[::-1]:
                return "swap"
        case 1 if _is_left_out(token, word):
            return "extra"
        case -1 if _is_left_out(word, token):
            return "missing"
    return "two" if len(word) >= _SHORTEST_FOR_TWO and _is_two_apart(token, word) else None


class SlipIndex:
    """Finds the listed words that a token may stand for, in time that does not grow with the list.

    Source: the forms with letters left out as keys, Mor and Fraenkel, "A Hash Code Method for Detecting and Correcting
    Spelling Errors", 1982; the kinds of slips, Kernighan, Church and Gale, "A Spelling Correction Program Based on a
    Noisy Channel Model", 1990, section 2, parted further (ours) by what tells a typo from another word: repeated
    letters and neighbouring keys.

    Args:
        words: A list or tuple of at most 2,000 words as :func:`tokenise` gives them, each of 1 to 24 characters.

    Raises:
        ValueError: ``words`` are no such list.
    """

    def __init__(self, words: Sequence[Any]) -> None:
        if not isinstance(words, list | tuple) or len(words) > MAX_WORDS:
            raise ValueError(f"the forgiven words must be a list of at most {MAX_WORDS} words")
        if not all(isinstance(word, str) and 0 < len(word) <= MAX_WORD_CHARS for word in words):
            raise ValueError(f"each forgiven word must be text of 1 to {MAX_WORD_CHARS} characters")
        self.words: tuple[str, ...] = tuple(words)
        self._listed = frozenset(self.words)
        self._plain = [_plain(word) for word in self.words]
        self._indices: dict[str, list[int]] = {}
        for index, plain in enumerate(self._plain):
            if _SHORTEST <= len(plain) <= MAX_WORD_CHARS:
                for key in _keys(plain):
                    self._indices.setdefault(key, []).append(index)

    def near(self, token: str) -> list[Slip]:
        """Return what ``token`` may be a slip of, the likeliest kinds first; a listed word is only itself."""
        if token in self._listed:
            return [Slip("exact", token)]
        plain = _plain(token)
        if not _SHORTEST <= len(plain) <= MAX_WORD_CHARS:
            return []
        indices = {index for key in _keys(plain) for index in self._indices.get(key, ())}
        found = [(_kind(plain, self._plain[index]), self.words[index]) for index in indices]
        slips = [Slip(kind, word) for kind, word in found if kind]
        return sorted(slips, key=lambda slip: (_RANK[slip.kind], slip.word))
