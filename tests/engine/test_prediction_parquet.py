"""Parquet holds what the CSV file holds: typed, unguarded, in as many pieces as it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyarrow import parquet

from mmdesk.core.csv_file import CsvFile
from mmdesk.core.errors import MmdeskError, OutputError
from mmdesk.core.output import check_output_file, is_own_file
from mmdesk.engine import prediction_parquet
from mmdesk.engine.prediction_parquet import write_parquet

NAMES = ["time_s", "label", "confidence", "weight_image", "presence_image", "text", "p_=a", "weights_from"]
ROW = ["0.125", "=a", "0.750000", "0.250000", "present", "-1+1\n\u00e9", "0.750000", "model"]
EMPTY = ["0.250", "", "", "", "black", "", "", ""]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    with CsvFile(tmp_path / "table.csv") as file:
        file.write(NAMES)
        for number in range(5000):
            file.write(EMPTY if number == 4999 else ROW)
    return tmp_path / "table.csv"


def test_numbers_are_numbers_and_texts_are_as_they_were(table: Path, tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    write_parquet(table, path)
    read = parquet.read_table(path)
    assert read.num_rows == 5000
    rows = read.to_pylist()
    assert rows[0] == rows[4998] == {
        "time_s": 0.125, "label": "=a", "confidence": 0.75, "weight_image": 0.25, "presence_image": "present",
        "text": "-1+1\n\u00e9", "p_=a": 0.75, "weights_from": "model",
    }  # fmt: skip
    assert rows[-1] == {
        "time_s": 0.25, "label": "", "confidence": None, "weight_image": None, "presence_image": "black", "text": "",
        "p_=a": None, "weights_from": "",
    }  # fmt: skip
    assert is_own_file(path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["table.csv", "table.parquet"]


def test_anothers_table_is_not_written_over(tmp_path: Path) -> None:
    import pyarrow

    path = tmp_path / "theirs.parquet"
    parquet.write_table(pyarrow.table({"mmdesk": [1.0]}), path)
    with pytest.raises(OutputError, match="theirs"):
        check_output_file(path)


def test_a_folder_that_is_gone_is_named_and_nothing_is_left(table: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="missing"):
        write_parquet(table, tmp_path / "missing" / "table.parquet")


def test_without_pyarrow_it_is_said_what_to_install(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prediction_parquet, "find_spec", lambda name: None)
    with pytest.raises(MmdeskError, match=r"mmdesk\[parquet\]"):
        write_parquet(table, tmp_path / "table.parquet")
