"""Labels that look the same and are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from mmdesk.core.problem import Problem
from mmdesk.training.dataset import check_dataset
from mmdesk.training.lookalikes import appearance, oddity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rose", "rоse"),  # a Cyrillic o
        ("rose", "ro\u200bse"),
        ("Rose", "ｒｏｓｅ"),
        ("well-known", "well‐known"),
        ("don't", "don’t"),
        ("OK", "ΟΚ"),  # Greek
    ],
)
def test_what_looks_the_same(one: str, other: str) -> None:
    assert one != other
    assert appearance(one) == appearance(other)


@pytest.mark.parametrize(("one", "other"), [("rose", "rosa"), ("2", "²"), ("ё", "е"), ("一", "二"), ("é", "e")])
def test_what_does_not(one: str, other: str) -> None:
    assert appearance(one) != appearance(other)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("ro\u200bse", "invisible ZERO WIDTH SPACE (U+200B) at position 3"),
        ("\ufeffrose", "invisible ZERO WIDTH NO-BREAK SPACE (U+FEFF) at position 1"),
        ("ro\u00adse", "SOFT HYPHEN"),
        ("ro\u200dse", "ZERO WIDTH JOINER"),
        ("red rоse", "CYRILLIC SMALL LETTER O (U+043E) at position 6, which looks like a Latin letter"),
    ],
)
def test_what_nobody_sees_is_reported(label: str, words: str) -> None:
    assert words in str(oddity(label))


@pytest.mark.parametrize(
    "label", ["rose", "роза", "Κρόκος", "می\u200cخواهم", "क्\u200dष", "👩\u200d🔬", "5 µm", "α-rose", "七"]
)
def test_what_is_as_it_should_be_is_not(label: str) -> None:
    assert oddity(label) is None


def test_the_check_says_alike_labels_and_refuses_those_that_nobody_can_distinguish(tmp_path: Path) -> None:
    rows = ["one,rose", "two,rоse", "three,rоse", "four,rose"]
    (tmp_path / "samples.csv").write_text("\n".join(["text,label", *rows]), encoding="utf-8")
    report = check_dataset(tmp_path)
    assert not report.problems
    alike = Problem("label.alike.line", label="rоse", letters="'r\\u043ese'", other="rose", first=2)
    assert any((w.line, w.problem) == (3, alike) for w in report.warnings)
    rows = ["one,rose", "two,ro\u200bse", "three,rose ", "four,tulip"]
    (tmp_path / "samples.csv").write_text("\n".join(["text,label", *rows]), encoding="utf-8")
    report = check_dataset(tmp_path)
    assert [str(problem.problem) for problem in report.problems] == [
        "“ro\\u200bse” and “rose” (line 2) differ only in invisible characters."
    ]
    assert any(w.line == 4 and "spaces around the label “rose”" in str(w.problem) for w in report.warnings)
