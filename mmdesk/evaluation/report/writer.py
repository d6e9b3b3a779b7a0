"""Writes a report into a folder."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from mmdesk.evaluation.comparison_result import ComparisonResult
from mmdesk.evaluation.evaluation_result import EvaluationResult
from mmdesk.evaluation.report.comparison_page import comparison_report
from mmdesk.evaluation.report.content import Report
from mmdesk.evaluation.report.evaluation_page import evaluation_report
from mmdesk.evaluation.report.page import Cell, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_report(folder: Path, result: EvaluationResult | ComparisonResult) -> Path:
    """Write `report.html`, `metrics.json`, `tables/*.csv` and `plots/*.svg` into ``folder`` and return the page.

    The folder is made when it is missing; files of these names in it are replaced, others are left alone.

    Raises:
        OSError: If the folder cannot be written, the disk is full included.
    """
    report = comparison_report(result) if isinstance(result, ComparisonResult) else evaluation_report(result)
    return write_content(folder, report)


def write_content(folder: Path, report: Report) -> Path:
    """Write a report that is already composed; see :func:`write_report`."""
    for name in ("plots", "tables"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "metrics.json").write_text(_json(report.metrics), encoding="utf-8")
    for name, table in report.tables.items():
        _write_csv(folder / "tables" / f"{name}.csv", table)
    for name, drawing in report.plots.items():
        (folder / "plots" / f"{name}.svg").write_text(drawing.document(), encoding="utf-8")
    # The page comes last, so that one which is there is complete.
    target = folder / "report.html"
    target.write_text(report.html, encoding="utf-8")
    return target


def _json(value: dict[str, Any]) -> str:
    # Labels from file names may hold lone surrogates, which UTF-8 cannot encode; escapes can.
    return json.dumps(value, indent=1, ensure_ascii=True, allow_nan=False) + "\n"


def _write_csv(path: Path, table: Table) -> None:
    # With a byte order mark, or spreadsheets read the file in a local code page and spoil every other script.
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([title for title, _ in table.columns])
        writer.writerows([_csv_cell(value) for value in row] for row in table.rows)


def _csv_cell(value: Cell) -> str | float | int:
    """Return the value for a spreadsheet; a label must not be run as a formula, so it gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA) and not value.lstrip("+-").replace(".", "", 1).isdigit():
        return f"'{value}"
    return value
