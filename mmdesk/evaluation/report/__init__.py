"""Reports of an evaluation and of a comparison: a page that opens offline, metrics.json, CSV tables and SVG plots."""

from mmdesk.evaluation.report.writer import REPORT_NAMES, write_report

__all__ = ["REPORT_NAMES", "write_report"]
