"""The debounce of the text box."""

from threading import Thread

import pytest

from mmdesk.sources.text_entry import LONGEST_TEXT, QUIET_S, TextEntry


def text_at(entry: TextEntry, now_s: float) -> str | None:
    current = entry.current(now_s)
    return None if current is None else current.text


def test_nothing_typed_is_nothing() -> None:
    assert TextEntry().current(5.0) is None


def test_text_counts_after_quiet() -> None:
    entry = TextEntry()
    entry.set("th", 1.0)
    entry.set("three", 1.1)
    assert text_at(entry, 1.2) is None
    current = entry.current(1.1 + QUIET_S)
    assert current is not None
    assert (current.text, current.time_s) == ("three", 1.1)


def test_former_text_stays_while_typing() -> None:
    entry = TextEntry()
    entry.set("three", 1.0)
    entry.set("three f", 2.0)
    assert text_at(entry, 2.1) == "three"
    assert text_at(entry, 2.2) == "three f"


@pytest.mark.parametrize("end", [" ", "\n", "\u3000"])
def test_completed_word_counts_at_once(end: str) -> None:
    entry = TextEntry()
    entry.set("three" + end, 1.0)
    assert text_at(entry, 1.0) == "three"


@pytest.mark.parametrize("emptied", ["", "  ", "\n"])
def test_emptied_box_counts_at_once(emptied: str) -> None:
    entry = TextEntry()
    entry.set("three ", 1.0)
    entry.set(emptied, 1.01)
    assert entry.current(1.01) is None


def test_spaces_do_not_make_a_new_text() -> None:
    entry = TextEntry()
    entry.set("three ", 1.0)
    first = entry.current(1.0)
    entry.set("  three ", 2.0)
    assert entry.current(2.0) is first


def test_long_text_is_cut() -> None:
    entry = TextEntry()
    entry.set("é" * 2000, 1.0)
    current = entry.current(2.0)
    assert current is not None
    assert len(current.text) == LONGEST_TEXT


def test_threads_never_see_half_a_change() -> None:
    entry = TextEntry()
    seen: set[str | None] = set()
    typist = Thread(target=lambda: [entry.set(f"{n % 10} ", n * 0.001) for n in range(5000)])
    typist.start()
    while typist.is_alive():
        seen.add(text_at(entry, 0.0))
    typist.join()
    assert seen <= {None, *"0123456789"}
    assert text_at(entry, 0.0) == "9"
