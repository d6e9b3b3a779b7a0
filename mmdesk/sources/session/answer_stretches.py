"""A recording's answers at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mmdesk.core.transport import AnswerStretch

if TYPE_CHECKING:
    from mmdesk.sources.session.recording_columns import AnswerColumn

MOST_STRETCHES = 4000
"""More than a screen has pixels."""

LONGEST_STEP_S = 1.0
"""Time between two answers from which it is a gap."""


def answer_stretches(answers: AnswerColumn, duration_s: float) -> tuple[AnswerStretch, ...]:
    """Join equal answers; where there are too many stretches, one answer stands for as long as a pixel is wide."""
    times_s, labels = np.array(answers.time_s), np.array(answers.label)
    if not len(times_s):
        return ()
    most = max(1, len(times_s) // MOST_STRETCHES)
    changes = np.flatnonzero(np.diff(labels) != 0) + 1
    if len(changes) > MOST_STRETCHES:  # flicker: every so many answers one stands for all
        times_s, labels = times_s[::most], labels[::most]
        changes = np.flatnonzero(np.diff(labels) != 0) + 1
    gaps = np.flatnonzero(np.diff(times_s) > max(LONGEST_STEP_S, 2 * duration_s / MOST_STRETCHES)) + 1
    begins = np.unique(np.concatenate([[0], changes, gaps]))
    ends = np.append(begins[1:], len(times_s))
    names, gap_set = answers.names(), set(gaps.tolist())
    found = []
    for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
        joined = end < len(times_s) and end not in gap_set
        found.append(
            AnswerStretch(names[labels[begin]], float(times_s[begin]), float(times_s[end if joined else end - 1]))
        )
    return tuple(found)
