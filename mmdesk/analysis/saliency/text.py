"""Which words of a text speak for the answer: each is left out once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import torch

from mmdesk.analysis.saliency.occlusion import measured
from mmdesk.analysis.saliency.target import AttributionTarget
from mmdesk.core.explanation import TextAttribution, TextSpan
from mmdesk.models.encoders.base import Encoder

MOST_WORDS = 96
_BATCH = 16
# Scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, kana, Chinese characters.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_INNER = "'’"
_IN_NUMBERS = ".,:/-"


def explain_text(
    encoder: Encoder, target: AttributionTarget, text: str, device: torch.device, should_stop: Callable[[], bool]
) -> TextAttribution | None:
    """Explain one text.

    Each word in turn is cut out of the raw text, and the rest is encoded as it would be live; where nothing is left, or
    nothing is recognised any more, the text counts as absent.

    Source: Li, Monroe and Jurafsky, "Understanding Neural Networks through Representation Erasure", 2016, with the
    measure's difference in place of their relative one.

    Args:
        encoder: The text encoder, in evaluation mode.
        target: What the text is measured by.
        text: The raw text. Of a longer one the last ``MOST_WORDS`` words are explained.
        device: Where the encoder is.
        should_stop: Asked before each step; True ends the work.

    Returns:
        The words, or None when stopped.
    """
    places = words_in(text)[-MOST_WORDS:]
    variants = [text, *(text[:start] + text[end:] for start, end in places)]
    values = measured(encoder, target, map(encoder.prepare, variants), device, _BATCH, should_stop)
    if values is None:
        return None
    values = values.masked_fill(torch.tensor([not variant.strip() for variant in variants]), 0.0)
    changes = target.change(values[0], values[1:]).tolist()
    spans = (TextSpan(start, end, change) for (start, end), change in zip(places, changes, strict=True))
    return TextAttribution(text, tuple(spans))


def words_in(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each word, or of each character in scripts that put no blanks between words.

    Letters, digits and the marks on them make words; so does an apostrophe between letters, and a point, comma, colon,
    stroke or hyphen between digits. Everything else belongs to none.
    """
    found: list[tuple[int, int]] = []
    start: int | None = None
    for index, char in enumerate(text):
        mark = unicodedata.category(char).startswith("M") or char in "\u200c\u200d"
        if start is not None and (mark or (_inside(text, index) and not _UNSPACED.match(text[start]))):
            continue
        if start is not None and (_UNSPACED.match(char) or _UNSPACED.match(text[start]) or not char.isalnum()):
            found.append((start, index))
            start = None
        if start is None and char.isalnum():
            start = index
    if start is not None:
        found.append((start, len(text)))
    return found


def _inside(text: str, index: int) -> bool:
    """Whether a character stands between two that it joins to one word."""
    if not 0 < index < len(text) - 1:
        return False
    before, char, after = text[index - 1], text[index], text[index + 1]
    if char in _INNER:
        return before.isalpha() and after.isalpha()
    return char in _IN_NUMBERS and before.isdecimal() and after.isdecimal()
