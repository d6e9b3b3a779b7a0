"""The words a text encoder knows: chosen from the training texts, then fixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor

from mmdesk.models.encoders.tokens import tokenise

MAX_WORDS = 20_000
MAX_WORD_CHARS = 40


class WordCounts(NamedTuple):
    """What the training texts hold.

    Attributes:
        words: The chosen words, those of most texts first, alphabetical among equals.
        text_counts: In how many texts each occurs.
        total: How many texts there were.
    """

    words: list[str]
    text_counts: list[int]
    total: int


def words_of(text: str) -> list[str]:
    """Return the words of a text in any language, each Chinese character a word, cut to the longest length kept."""
    return [word[:MAX_WORD_CHARS] for word in tokenise(text)]


def count_words(texts: Iterable[str], max_words: int = MAX_WORDS, min_count: int = 1) -> WordCounts:
    """Choose a vocabulary from texts.

    Args:
        texts: The training split's texts; read once.
        max_words: How many words to keep, 1 to 20,000.
        min_count: In how many texts a word must occur to be kept, at least 1.

    Raises:
        ValueError: A limit lies outside its range, or no word is left.
    """
    if not 1 <= max_words <= MAX_WORDS or min_count < 1:
        raise ValueError(f"need max_words 1..{MAX_WORDS} and min_count >= 1, got {max_words} and {min_count}")
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        counts.update(set(words_of(text)))
        total += 1
    chosen = [(word, count) for word, count in counts.items() if count >= min_count]
    chosen.sort(key=lambda pair: (-pair[1], pair[0]))
    if not chosen:
        raise ValueError("the training texts hold no words to learn from")
    chosen = chosen[:max_words]
    return WordCounts([word for word, _ in chosen], [count for _, count in chosen], total)


class Vocabulary:
    """Words by number.

    Args:
        words: The words in order; at least one, each once, of 1 to 40 characters.
        offset: Number of the first word; smaller ones are left for padding and the like.

    Raises:
        ValueError: ``words`` are no vocabulary.
    """

    def __init__(self, words: Sequence[Any], offset: int) -> None:
        if isinstance(words, str) or not 1 <= len(words) <= MAX_WORDS:
            raise ValueError(f"a vocabulary must be a list of 1 to {MAX_WORDS} words")
        if not all(isinstance(word, str) and 0 < len(word) <= MAX_WORD_CHARS for word in words):
            raise ValueError(f"each word of a vocabulary must be text of 1 to {MAX_WORD_CHARS} characters")
        self.words: list[str] = list(words)
        self._numbers = {word: number for number, word in enumerate(self.words, offset)}
        if len(self._numbers) != len(self.words):
            raise ValueError("a vocabulary must name each word once")

    def __len__(self) -> int:
        return len(self.words)

    def numbers(self, text: str, length: int, unknown: int) -> Tensor:
        """Return the numbers (length,) int64 of the last words of ``text``, 0 after its end.

        Args:
            text: Any string.
            length: How many words are looked at.
            unknown: Number of a word that is not in the vocabulary; 0 leaves it out.
        """
        found = [self._numbers.get(word, unknown) for word in words_of(text)]
        kept = [number for number in found if number][-length:]
        return torch.tensor(kept + [0] * (length - len(kept)), dtype=torch.int64)
