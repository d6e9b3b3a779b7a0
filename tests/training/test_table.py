"""The one reader of tables: every fault with its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mmdesk.core.problem import Problem
from mmdesk.training.table import Findings, read_rows

COLUMNS = ("image", "text", "label")


def read(path: Path, content: str | bytes) -> tuple[list[tuple[int, str]], list[tuple[int, str]], bool]:
    """Line and text of each row, line and words of each problem, and whether the table is unreadable."""
    table = path / "t.csv"
    table.write_bytes(content if isinstance(content, bytes) else content.encode())
    findings = Findings()
    rows = [(row.line, row.cells["text"]) for row in read_rows(table, COLUMNS, (), findings)]
    return rows, [(problem.line, str(problem.problem)) for problem in findings.problems], findings.unreadable


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_end_as_on_any_system(tmp_path: Path, end: str, mark: str) -> None:
    content = mark + end.join(["text,label", "one,x", '"two', 'lines",y', "", "three,x", ""])
    rows, problems, _ = read(tmp_path, content)
    assert [line for line, _ in rows] == [2, 3, 6]
    assert [text.split() for _, text in rows] == [["one"], ["two", "lines"], ["three"]]
    assert not problems


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ('text,label\na,x\n"torn,y\nb,y\n', 3, "a quote that opens here is never closed"),
        ('text,label\na,x\n"two\nlines","torn\nb,y\n', 4, "a quote that opens here is never closed"),
        ('text,label\n"torn,x\nb,y\nc,"z"\n', 2, "is not closed before a comma (line 4)"),
        ('text,label\n"he said ""so"", and,x\nb,y\n', 2, "is never closed"),
        ('text,label\n"word" more,x\n', 2, "is not closed before a comma (line 2)"),
        ('text,label\na,x\n"' + 9_000 * "a long line\n" + 9_000 * "a long line\n", 3, "is not closed within"),
        ("text,label\na,x\n" + 140_000 * "a" + ",y\n", 3, "a cell has more than 131,072 characters"),
    ],
)
def test_a_torn_quote_is_named_where_it_opens(tmp_path: Path, content: str, line: int, words: str) -> None:
    _, problems, unreadable = read(tmp_path, content)
    assert unreadable
    ((reported, text),) = problems
    assert reported == line
    assert words in text
    assert "the rows after it were not read" in text


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("text,Text\na,b\n", 1, "has the column “text” twice"),
        ("text,label,\na,b,\n", 1, "no name for column 3"),
        ("text,label,note\na,b,\n", 1, "an unknown column “note”"),
        ("a,b\nc,d\n", 1, "none of the columns image, text, label"),
        ("text;label\na;b\n", 1, "not separate its cells with commas"),
        ("text\tlabel\na\tb\n", 1, "not separate its cells with commas"),
        ("text|label\na|b\n", 1, "not separate its cells with commas"),
        ('"text";"label"\n"a";"b"\n', 1, "not separate its cells with commas"),
        ("sep=;\ntext;label\na;b\n", 1, "not separate its cells with commas"),
        ("", 0, "is empty"),
        ("\n\n\n", 0, "is empty"),
        ("text,label\n", 1, "a header but no rows"),
        (b"te\x00xt,label\na,b\n", 1, "zero byte"),
        (b"text,l\xe4bel\na,b\n", 1, "is not UTF-8 (byte 0xE4 at position 7)"),
        (b"\xff\xfet\x00", 1, "UTF-16"),
        (b"\xff\xfe\x00\x00t\x00\x00\x00", 1, "UTF-32"),
        ("text,label\na,b\n".encode("utf-16-be"), 1, "UTF-16"),
        (b"PK\x03\x04\x14", 1, "spreadsheet"),
    ],
)
def test_a_table_that_cannot_be_understood(tmp_path: Path, content: str | bytes, line: int, words: str) -> None:
    _, problems, unreadable = read(tmp_path, content)
    assert unreadable
    assert [reported for reported, text in problems if words in text] == [line], problems


def test_bad_rows_are_left_out_and_the_others_read(tmp_path: Path) -> None:
    content = b'sep=,\ntext,label\na,x\nb\0b,x\nc,x,more\n"two\nli\0nes",x\nd\xff,x\n,\ne,x\n'
    rows, problems, unreadable = read(tmp_path, content)
    assert rows == [(3, "a"), (9, ""), (10, "e")]
    assert not unreadable
    assert problems == [
        (4, "contains a zero byte. Delete it."),
        (5, "has 3 cells, but the header has 2."),
        (7, "contains a zero byte. Delete it."),
        (8, "is not UTF-8 (byte 0xFF at position 2). Save it as UTF-8."),
    ]


def test_a_folder_of_the_tables_name_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "t.csv").mkdir()
    findings = Findings()
    assert not list(read_rows(tmp_path / "t.csv", COLUMNS, (), findings))
    assert findings.problems[0].problem == Problem("file.is_folder")


@pytest.mark.skipif(os.name != "posix", reason="pipes with names")
def test_a_pipe_is_no_table_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    findings = Findings()
    assert not list(read_rows(tmp_path / "pipe.csv", ("text",), (), findings))
    assert findings.unreadable
    assert [found.problem for found in findings.problems] == [Problem("file.is_device")]
