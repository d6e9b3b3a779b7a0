"""Misspellings of one word: one drawn by chance, or every string one slip away."""

from __future__ import annotations

from random import Random

_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщъыьэюяіїє", "αβγδεζηθικλμνξοπρστυφχψως")
_LONGEST_STRETCH = 4
_KEYBOARD = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"]


def one_left_out(word: str) -> set[str]:
    """Return the word and its forms with one letter left out: words a slip apart share one of them.

    Source: Mor and Fraenkel, "A Hash Code Method for Detecting and Correcting Spelling Errors", 1982.
    """
    return {word, *(word[:index] + word[index + 1 :] for index in range(len(word)))}


def one_slip(word: str) -> list[str]:
    """Return every form of ``word`` with one slip, sorted: a letter replaced, left out, doubled or swapped.

    Words of three letters lose none. Letters of scripts without an alphabet here are never put in.
    """
    word = word.casefold()
    letters = next((letters for letters in _ALPHABETS if any(letter in letters for letter in word)), "")
    forms: set[str] = set()
    for index, letter in enumerate(word):
        before, after = word[:index], word[index + 1 :]
        forms |= {before + other + after for other in letters}
        forms |= {before + letter * count + after for count in range(2, _LONGEST_STRETCH + 1)}
        if after:
            forms.add(before + after[0] + letter + after[1:])
        if len(word) > 3:
            forms.add(before + after)
    return sorted(forms - {word})


def random_slip(word: str, random: Random) -> str:
    """Return ``word`` with one slip of the kinds people make most; unchanged where that kind finds no letter."""
    index = random.randrange(len(word))
    kinds = (
        ["double", "stretch", "swap", "neighbour"]
        if len(word) < 4
        else ["double", "swap", "drop", "drop", "neighbour", "plain"]
    )
    match random.choice(kinds):
        case "double":
            return word[: index + 1] + word[index:]
        case "stretch":
            return word[:index] + word[index] * random.randint(3, 5) + word[index + 1 :]
        case "swap":
            index = min(index, len(word) - 2)
            return word[:index] + word[index + 1] + word[index] + word[index + 2 :]
        case "drop":
            return word[:index] + word[index + 1 :]
        case "neighbour":
            row = next((row for row in _KEYBOARD if word[index].casefold() in row), None)
            if row is None:
                return word
            at = row.index(word[index].casefold())
            other = row[at - 1] if at and (at == len(row) - 1 or random.random() < 0.5) else row[at + 1]
            return word[:index] + other + word[index + 1 :]
        case _:
            return word.translate(str.maketrans("éèêáàâíîóôúûüñçäöåãõıışğş", "eeeaaaiioouuuncaoaaoiisgs"))
