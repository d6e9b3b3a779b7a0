"""Where a report goes: asked before the work, told in one line when it cannot be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mmdesk.core.errors import MmdeskError, OptionError

if TYPE_CHECKING:
    from mmdesk.evaluation.comparison_result import ComparisonResult
    from mmdesk.evaluation.evaluation_result import EvaluationResult


def check_report_place(folder: Path) -> None:
    """Make the folder of a report that is hours away.

    Raises:
        OptionError: If it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(
            f"--out {folder}: there can be no such folder: {error.strerror}.", "Choose another."
        ) from error


def store_report(folder: Path, result: EvaluationResult | ComparisonResult) -> Path:
    """Write a report and return its page.

    Raises:
        MmdeskError: If it cannot be written, for want of space say.
    """
    from mmdesk.evaluation.report import write_report

    try:
        return write_report(folder, result)
    except OSError as error:
        raise MmdeskError(
            f"{folder}: the report cannot be written: {error.strerror or error}.", "Make room, or choose another --out."
        ) from error
