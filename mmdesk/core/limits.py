"""What a model file may hold: asked when a folder of data is checked, before training, and on opening."""

from __future__ import annotations

from collections.abc import Sequence

FEWEST_LABELS = 2
MOST_LABELS = 10_000
MOST_LABEL_CHARS = 200
MOST_SAMPLES = 2_000_000
"""Trained on and validated with: the file remembers each by its content."""


def label_fault(label: object) -> str:
    """Return why a label cannot stand in a model file, as half a sentence; "" where it can."""
    if not isinstance(label, str) or not label:
        return "is no text"
    if len(label) > MOST_LABEL_CHARS:
        return f"has {len(label)} characters, and at most {MOST_LABEL_CHARS} can be kept"
    try:
        label.encode("utf-8")
    except UnicodeEncodeError:
        return "cannot be written as UTF-8; rename it"
    return ""


def labels_fault(labels: Sequence[object]) -> str:
    """Return why labels cannot be those of a model, as half a sentence; "" where they can."""
    if not FEWEST_LABELS <= len(labels) <= MOST_LABELS:
        return f"there are {len(labels)} labels, and a model has {FEWEST_LABELS} to {MOST_LABELS:,}"
    for label in labels:
        if fault := label_fault(label):
            return f"the label {str(label)[:40]!r} {fault}"
    if len(set(labels)) != len(labels):
        return "a class is named twice"
    return ""
