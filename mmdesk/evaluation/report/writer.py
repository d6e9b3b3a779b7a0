"""Writes a report into a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mmdesk.core.csv_file import CsvFile
from mmdesk.core.output import GENERATOR, check_output_folder
from mmdesk.evaluation.comparison_result import ComparisonResult
from mmdesk.evaluation.evaluation_result import EvaluationResult
from mmdesk.evaluation.report.comparison_page import comparison_report
from mmdesk.evaluation.report.content import Report
from mmdesk.evaluation.report.evaluation_page import evaluation_report
from mmdesk.evaluation.report.page import Table

REPORT_NAMES = ("metrics.json", "tables", "plots", "report.html")
"""What a report writes into its folder."""


def write_report(folder: Path, result: EvaluationResult | ComparisonResult) -> Path:
    """Write `report.html`, `metrics.json`, `tables/*.csv` and `plots/*.svg` into ``folder`` and return the page.

    The folder is made when it is missing; files of these names in it are replaced, others are left alone.

    Raises:
        OutputError: If something else stands there under one of these names.
        OSError: If the folder cannot be written, the disk is full included.
        MmdeskError: If a template of the page is missing or damaged; all but the page is written.
    """
    report = comparison_report(result) if isinstance(result, ComparisonResult) else evaluation_report(result)
    return write_content(folder, report)


def write_content(folder: Path, report: Report) -> Path:
    """Write a report that is already composed; see :func:`write_report`."""
    check_output_folder(folder, REPORT_NAMES)
    for name in ("plots", "tables"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "metrics.json").write_text(_json({"generator": GENERATOR, **report.metrics}), encoding="utf-8")
    for name, table in report.tables.items():
        _write_csv(folder / "tables" / f"{name}.csv", table)
    for name, drawing in report.plots.items():
        (folder / "plots" / f"{name}.svg").write_text(drawing.document(), encoding="utf-8")
    # The page comes last, so that one which is there is complete, and what was measured is kept where none can be made.
    target = folder / "report.html"
    target.write_text(report.page.html(), encoding="utf-8")
    return target


def _json(value: dict[str, Any]) -> str:
    # Labels from file names may hold lone surrogates, which UTF-8 cannot encode; escapes can.
    return json.dumps(value, indent=1, ensure_ascii=True, allow_nan=False) + "\n"


def _write_csv(path: Path, table: Table) -> None:
    with CsvFile(path, mark=True) as file:
        file.write(title for title, _ in table.columns)
        for row in table.rows:
            file.write(row)
