"""A table of predictions as an Apache Parquet file: typed, compressed, and read by column."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from mmdesk.core.csv_file import unguarded
from mmdesk.core.errors import MmdeskError
from mmdesk.core.files import scratch_beside
from mmdesk.core.output import GENERATOR, writing
from mmdesk.core.problem import Problem

SUFFIX = ".parquet"
MARK = f"{GENERATOR}-predictions"
_NUMBERS = ("time_s", "confidence", "weight_", "p_", "contribution_")
_ROWS_AT_ONCE = 4096


def can_write_parquet() -> bool:
    """Whether pyarrow, an optional dependency of 100 MB, is installed."""
    return find_spec("pyarrow") is not None


def check_parquet(path: Path) -> None:
    """Raise an MmdeskError that says what to install where ``path`` cannot be written for want of pyarrow."""
    if not can_write_parquet():
        raise MmdeskError(Problem("parquet.no_pyarrow", path=path))


def write_parquet(table: Path, path: Path) -> None:
    """Write the rows of a `PredictionLog`'s file as Parquet, a few thousand at a time.

    Numbers become float64, null where they are not defined; all else strings, without the apostrophe that guards a cell
    of a spreadsheet.

    Args:
        table: The CSV file.
        path: The Parquet file; one that exists is replaced once the new one is complete.

    Raises:
        MmdeskError: pyarrow is not installed, or the file cannot be written.
    """
    check_parquet(path)
    import pyarrow
    from pyarrow import parquet

    fresh = scratch_beside(path, "part")
    try:
        with writing(path), table.open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            names = next(rows, [])
            fields = [pyarrow.field(name, pyarrow.float64() if is_number(name) else pyarrow.string()) for name in names]
            schema = pyarrow.schema(fields, metadata={"generator": MARK})
            with parquet.ParquetWriter(fresh, schema, compression="zstd") as writer:
                for some in _batches(rows):
                    columns = [_column(name, cells) for name, cells in zip(names, zip(*some, strict=True), strict=True)]
                    arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, fields, strict=True)]
                    writer.write_batch(pyarrow.record_batch(arrays, schema=schema))
            fresh.replace(path)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def is_number(name: str) -> bool:
    """Whether a column of that name holds numbers."""
    return name in _NUMBERS or name.startswith(tuple(each for each in _NUMBERS if each.endswith("_")))


def _batches(rows: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        yield some


def _column(name: str, cells: Sequence[str]) -> list[float | None] | list[str]:
    if is_number(name):
        return [float(cell) if cell else None for cell in cells]
    return [unguarded(cell) for cell in cells]
