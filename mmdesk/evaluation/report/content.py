"""What a report consists of before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mmdesk.evaluation.report.page import Page, Table
from mmdesk.evaluation.report.svg import Drawing


@dataclass(frozen=True, slots=True)
class Report:
    """A composed report.

    Attributes:
        page: Title, sections and what stands in them.
        metrics: What `metrics.json` holds.
        tables: By file name without its ending.
        plots: The same.
    """

    page: Page
    metrics: dict[str, Any]
    tables: dict[str, Table]
    plots: dict[str, Drawing]
