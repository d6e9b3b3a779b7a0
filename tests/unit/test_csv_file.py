"""Cells that no spreadsheet runs."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mmdesk.core.csv_file import Cell, CsvFile, guarded, unguarded

TEXTS = ["", "nine", "=1", "+a", "-a", "@a", "\t1", "\ra", "\na", " =1", "＝1", "'", "'=1", "''=1", "'nine", "-1",
         "a=1", "+49 170", "1-2", "-1.5e-3", "-", "--1", "=", "٣", "-٣"]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_what_would_run_is_guarded_and_nothing_else() -> None:
    free = {"", "nine", "'", "'nine", "-1", "a=1", "1-2", "-1.5e-3", "٣"}
    assert {text for text in TEXTS if guarded(text) == text} == free


def test_numbers_stay_numbers_and_nothing_is_empty(tmp_path: Path) -> None:
    row: list[Cell] = [-1.5, -2, None, "-0.250000", "-x", "half \ud83d"]
    with CsvFile(tmp_path / "a.csv") as file:
        file.write(row)
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream)) == [["-1.5", "-2", "", "-0.250000", "'-x", "half ?"]]


def test_a_mark_says_spreadsheets_the_encoding(tmp_path: Path) -> None:
    with CsvFile(tmp_path / "a.csv", mark=True) as file:
        file.write(["九"])
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + "九\r\n".encode()
