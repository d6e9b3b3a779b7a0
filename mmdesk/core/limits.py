"""What a model file may hold: asked when a folder of data is checked, before training, and on opening."""

from __future__ import annotations

from collections.abc import Sequence

from mmdesk.core.problem import Problem

FEWEST_LABELS = 2
MOST_LABELS = 10_000
MOST_LABEL_CHARS = 200
MOST_SAMPLES = 2_000_000
"""Trained on and validated with: the file remembers each by its content."""


def label_fault(label: object) -> Problem | None:
    """Return why a label cannot stand in a model file; None where it can."""
    shown = str(label)[:40]
    if not isinstance(label, str) or not label:
        return Problem("label.no_text", label=shown)
    if len(label) > MOST_LABEL_CHARS:
        return Problem("label.long", label=shown, found=len(label), most=MOST_LABEL_CHARS)
    try:
        label.encode("utf-8")
    except UnicodeEncodeError:
        return Problem("label.encoding", label=shown)
    return None


def labels_fault(labels: Sequence[object]) -> str:
    """Return why labels cannot be those of a model, as half a sentence; "" where they can."""
    if not FEWEST_LABELS <= len(labels) <= MOST_LABELS:
        return f"there are {len(labels)} labels, and a model has {FEWEST_LABELS} to {MOST_LABELS:,}"
    for label in labels:
        if fault := label_fault(label):
            return str(fault).rstrip(".")
    if len(set(labels)) != len(labels):
        return "a class is named twice"
    return ""
