"""Leaving out words: where they are, and what they are worth."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from mmdesk.analysis.saliency.target import AttributionTarget
from mmdesk.analysis.saliency.text import MOST_WORDS, explain_text, words_in
from mmdesk.core.explanation import Measure, TextAttribution
from tests.analysis.saliency.planted import PartEncoder, classifier, sevens

CPU = torch.device("cpu")


def _explained(text: str, encoder: PartEncoder | None = None) -> TextAttribution:
    target = AttributionTarget(
        classifier().fusion, torch.zeros(1, 3, 2), torch.ones(1, 3, dtype=torch.bool), 2, 0, Measure.CONTRIBUTION
    )
    explanation = explain_text(encoder or PartEncoder(sevens, least=-0.9), target, text, CPU, lambda: False)
    assert explanation is not None
    return explanation


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it is seven!", ["it", "is", "seven"]),
        ("  don't say 3.5, say 12:30  ", ["don't", "say", "3.5", "say", "12:30"]),
        ("twenty-one", ["twenty", "one"]),
        ("我有七个", ["我", "有", "七", "个"]),
        ("nummer七und drei", ["nummer", "七", "und", "drei"]),
        ("ななつ", ["な", "な", "つ"]),
        ("스물 셋", ["스물", "셋"]),
        ("तीन सात", ["तीन", "सात"]),
        ("7\ufe0f\u20e3 ok", ["7\ufe0f\u20e3", "ok"]),
        ("⑦", ["⑦"]),
        ("… !?", []),
        ("", []),
    ],
)
def test_words_are_found_in_the_raw_text(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in words_in(text)] == words


@given(st.text(max_size=60))
def test_words_are_in_order_and_hold_every_letter(text: str) -> None:
    places = words_in(text)
    edges = [edge for place in places for edge in place]
    assert edges == sorted(edges)
    assert all(start < end for start, end in places)
    inside = {index for start, end in places for index in range(start, end)}
    assert {index for index, char in enumerate(text) if char.isalnum()} <= inside


def test_the_word_that_counts_speaks_for_and_the_one_that_hinders_against() -> None:
    explanation = _explained("it is not seven")
    changes = {explanation.text[span.start : span.end]: span.change for span in explanation.spans}
    assert changes["it"] == changes["is"] == 0.0
    assert changes["seven"] > 0.1
    assert changes["not"] < -0.05
    assert explanation.scale == max(abs(change) for change in changes.values())


def test_the_only_word_is_worth_the_whole_contribution() -> None:
    (span,) = _explained("seven").spans
    assert (span.start, span.end) == (0, 5)
    # Nothing is left, so the text would be absent; an encoder that claims otherwise is not asked.
    eager = PartEncoder(lambda text: sevens(text) if text else 5.0)
    assert _explained("seven", eager).spans[0].change == pytest.approx(span.change)
    assert span.change > 0.1


def test_of_a_long_text_the_last_words_are_explained() -> None:
    explanation = _explained("word " * 150 + "seven")
    assert len(explanation.spans) == MOST_WORDS
    assert explanation.spans[-1].change == explanation.scale > 0
