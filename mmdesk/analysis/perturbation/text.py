"""Perturbations of texts in any script. Words are what blanks part; scripts without them count two letters per word."""

from __future__ import annotations

import re
import unicodedata

import numpy as np

_KEYBOARD = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
# Han, kana, Thai, Lao, Khmer and Burmese are written without blanks; Hangul is not.
_NO_BLANKS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_NO_BLANKS}]{{1,2}}|[^\s{_NO_BLANKS}]+")


def typos(text: str, rate: float, rng: np.random.Generator) -> str:
    """Give each word, with chance ``rate`` in [0, 1], one slip of the fingers.

    A slip swaps two letters, leaves one out, doubles one, or hits the key beside it. Words without a letter stay: a
    slip in a numeral would not blur its meaning but make it another number.

    Raises:
        ValueError: If the rate is impossible.
    """
    _check(rate, "rate")

    def maybe_slip(match: re.Match[str]) -> str:
        # Drawn for every word, so that one word's fate does not depend on how the others are written.
        is_hit, seed = rng.random() < rate, int(rng.integers(1 << 62))
        return _slip(match.group(), np.random.default_rng(seed)) if is_hit else match.group()

    return _WORD.sub(maybe_slip, text)


def drop_words(text: str, share: float, rng: np.random.Generator) -> str:
    """Leave out a share in [0, 1] of the words, rounded to whole words; 1 leaves an empty text.

    Raises:
        ValueError: If the share is impossible.
    """
    _check(share, "share")
    words = list(_WORD.finditer(text))
    dropped = {int(place) for place in rng.permutation(len(words))[: round(share * len(words))]}
    if not dropped:
        return text
    places = iter(range(len(words)))
    return re.sub(r"\s+", " ", _WORD.sub(lambda match: "" if next(places) in dropped else match.group(), text)).strip()


def change_case(text: str, rng: np.random.Generator) -> str:
    """Write all of it in capitals, in small letters, with capital initials, or with the cases swapped."""
    changes = (str.upper, str.lower, str.title, str.swapcase)
    return changes[int(rng.integers(len(changes)))](text)


def _slip(word: str, rng: np.random.Generator) -> str:
    letters = _clusters(word)
    indices = [index for index, letter in enumerate(letters) if letter[0].isalpha()]
    if not indices:
        return word
    for kind in rng.permutation(4):
        index = indices[int(rng.integers(len(indices)))]
        slipped = letters.copy()
        if kind == 0 and index + 1 < len(letters) and letters[index + 1] != letters[index]:
            slipped[index : index + 2] = [letters[index + 1], letters[index]]
        elif kind == 1 and len(letters) > 2:
            del slipped[index]
        elif kind == 2:
            slipped.insert(index, letters[index])
        elif kind == 3:
            slipped[index] = _neighbour(letters[index], rng)
        if slipped != letters:
            return "".join(slipped)
    return word + letters[indices[-1]]


def _clusters(word: str) -> list[str]:
    """Letters with the marks that belong to them: no slip may part an accent or a vowel sign from its letter."""
    clusters: list[str] = []
    for letter in word:
        if clusters and unicodedata.category(letter) in {"Mn", "Mc", "Me", "Cf"}:
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return clusters


def _neighbour(letter: str, rng: np.random.Generator) -> str:
    """The key to the left or right of a letter, in its case; the letter itself where the keyboard is not known."""
    small = letter.lower()
    row = next((row for row in _KEYBOARD if small in row), None)
    if row is None:
        return letter
    beside = [place for place in (row.index(small) - 1, row.index(small) + 1) if 0 <= place < len(row)]
    key = row[beside[int(rng.integers(len(beside)))]]
    return key.upper() if letter != small else key


def _check(value: float, name: str) -> None:
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{name} must lie in 0–1, not {value}")
