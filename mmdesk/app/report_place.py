"""Where a report goes: asked before the work, told in one line when it cannot be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mmdesk.core.errors import OptionError
from mmdesk.core.output import check_output_folder, writing
from mmdesk.core.problem import Problem

if TYPE_CHECKING:
    from mmdesk.evaluation.comparison_result import ComparisonResult
    from mmdesk.evaluation.evaluation_result import EvaluationResult


def check_report_place(folder: Path, data: Path) -> None:
    """Make the folder of a report that is hours away.

    Args:
        folder: Where it goes.
        data: The folder of data, which must not get a folder more.

    Raises:
        OptionError: If it cannot be made.
        OutputError: If something stands there that a report would be written over.
    """
    from mmdesk.evaluation.report import REPORT_NAMES

    check_output_folder(folder, REPORT_NAMES, [data])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(Problem("option.out_folder", path=folder, reason=error.strerror or str(error))) from error


def store_report(folder: Path, result: EvaluationResult | ComparisonResult) -> Path:
    """Write a report and return its page.

    Raises:
        OutputError: If it cannot be written, for want of space say.
    """
    from mmdesk.evaluation.report import write_report

    with writing(folder):
        return write_report(folder, result)
