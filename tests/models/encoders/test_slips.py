"""Listed words found again in their misspellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mmdesk.models.encoders.slips import MAX_WORD_CHARS, MAX_WORDS, Slip, SlipIndex

WORDS = ["three", "seven", "zéro", "quatre", "sıfır", "четыре", "пять", "δύο", "dziewięć", "शून्य", "一", "un", "två"]


@pytest.fixture(scope="module")
def index() -> SlipIndex:
    return SlipIndex(WORDS)


@pytest.mark.parametrize(
    ("token", "kind", "word"),
    [
        ("seven", "exact", "seven"),
        ("un", "exact", "un"),
        ("一", "exact", "一"),
        ("zero", "accent", "zéro"),
        ("sifir", "accent", "sıfır"),
        ("dziewiec", "accent", "dziewięć"),
        ("δυο", "accent", "δύο"),
        ("quàtre", "accent", "quatre"),
        ("sseven", "repeat", "seven"),
        ("seveeeen", "repeat", "seven"),
        ("thre", "repeat", "three"),
        ("sveen", "swap", "seven"),
        ("vtå", "swap", "två"),
        ("tvåå", "repeat", "två"),
        ("sevem", "neighbour", "seven"),
        ("пчть", "neighbour", "пять"),
        ("апять", "extra", "пять"),
        ("sevn", "missing", "seven"),
        ("शूनय", "missing", "शून्य"),
        ("sexven", "extra", "seven"),
        ("fhree", "other", "three"),
        ("σύο", "other", "δύο"),
        ("четрые", "swap", "четыре"),
        ("qutrw", "two", "quatre"),
        ("qautrr", "two", "quatre"),
    ],
)
def test_every_kind_of_slip(index: SlipIndex, token: str, kind: str, word: str) -> None:
    assert index.near(token) == [Slip(kind, word)]


@pytest.mark.parametrize(
    "token", ["", "7", "se", "tv", "hundred", "sveem", "twelve", "数字", "हिन्दी", "s" * 100, "\ud800\ud801\ud802"]
)
def test_what_is_no_slip(index: SlipIndex, token: str) -> None:
    assert index.near(token) == []


def test_the_likeliest_kind_comes_first() -> None:
    index = SlipIndex(["nine", "neun", "nove", "fine"])
    assert index.near("nene") == [Slip("other", "nine")]
    assert index.near("nne") == [Slip("missing", "nine")]
    assert index.near("nive") == [Slip("neighbour", "nove"), Slip("other", "nine")]
    assert index.near("dine") == [Slip("neighbour", "fine"), Slip("other", "nine")]


def test_a_listed_word_is_a_slip_of_no_other() -> None:
    assert SlipIndex(["five", "fire"]).near("fire") == [Slip("exact", "fire")]


@given(st.text(alphabet="abcdeé", min_size=3, max_size=9), st.data())
def test_one_letter_left_out_of_any_word_is_found(word: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(word) - 1))
    shorter = word[:index] + word[index + 1 :]
    found = SlipIndex([word]).near(shorter)
    assert [slip.word for slip in found] == ([word] if len(shorter) >= 3 else [])
    assert all(slip.kind in ("missing", "repeat") for slip in found)


@given(st.text(max_size=30), st.lists(st.text(min_size=1, max_size=24), max_size=5))
def test_any_text_may_be_asked_about(token: str, words: list[str]) -> None:
    assert {slip.word for slip in SlipIndex(words).near(token)} <= set(words)


@pytest.mark.parametrize(
    "words", [["x"] * (MAX_WORDS + 1), ["x" * (MAX_WORD_CHARS + 1)], [""], [7], "seven", 7, None, [["seven"]]]
)
def test_other_lists_are_refused(words: object) -> None:
    with pytest.raises(ValueError, match="forgiven word"):
        SlipIndex(words)


def test_no_words_are_a_list_too() -> None:
    assert SlipIndex([]).near("seven") == []
