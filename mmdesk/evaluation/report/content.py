"""What a report consists of before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mmdesk.evaluation.report.page import Table
from mmdesk.evaluation.report.svg import Drawing


@dataclass(frozen=True, slots=True)
class Report:
    """A composed report.

    Attributes:
        html: The page.
        metrics: What `metrics.json` holds.
        tables: By file name without its ending.
        plots: The same.
    """

    html: str
    metrics: dict[str, Any]
    tables: dict[str, Table]
    plots: dict[str, Drawing]
