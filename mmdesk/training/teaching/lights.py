"""What each class of a lesson needs, and what the whole does: lights and sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch

from mmdesk.core.problem import Problem
from mmdesk.core.teaching import LessonState, TaughtClass
from mmdesk.core.teaching_report import ClassReport, Confusion, HeldOut, Light
from mmdesk.training.teaching.rows import LessonRows

FEW = 3
"""Samples of a class from which its light can be green."""

_ALIKE = 0.02
_POOR, _GOOD = 0.6, 0.9


def confusions(
    rows: LessonRows, answers: torch.Tensor, asked: torch.Tensor, ids: Sequence[str]
) -> tuple[Confusion, ...]:
    """Return which classes were taken for which, the commonest first.

    Args:
        rows: What was shown.
        answers: (N,) the class that was said of each.
        asked: (N,) bool.
        ids: The classes' ids, in the order of the targets.
    """
    wrong = asked & (answers != rows.targets)
    pairs = torch.stack((rows.targets[wrong], answers[wrong]), 1)
    if not len(pairs):
        return ()
    found, counts = torch.unique(pairs, dim=0, return_counts=True)
    listed = [
        Confusion(ids[true], ids[said], int(count)) for (true, said), count in zip(found.tolist(), counts, strict=True)
    ]
    return tuple(sorted(listed, key=lambda one: (-one.count, ids.index(one.class_id))))


def class_reports(
    state: LessonState,
    rows: LessonRows,
    ids: Sequence[str],
    right: torch.Tensor,
    asked: torch.Tensor,
    confused: Sequence[Confusion],
) -> tuple[ClassReport, ...]:
    """Return a light and a sentence for each class of a lesson, in its order."""
    return tuple(_report(one, state, rows, ids, right, asked, confused) for one in state.classes)


def _report(
    one: TaughtClass,
    state: LessonState,
    rows: LessonRows,
    ids: Sequence[str],
    right: torch.Tensor,
    asked: torch.Tensor,
    confused: Sequence[Confusion],
) -> ClassReport:
    if one.id not in ids:
        shown = len(state.of_class(one.id))
        problem = (
            Problem("teach.light.unusable", name=one.name) if shown else Problem("teach.class_empty", name=one.name)
        )
        return ClassReport(one.id, Light.THIN, problem)
    mine = rows.targets == ids.index(one.id)
    there = mine & asked
    held_out = HeldOut.of(int(right[there].sum()), int(there.sum())) if bool(there.any()) else None
    count = int(mine.sum())
    if count < FEW:
        return ClassReport(
            one.id, Light.THIN, Problem("teach.light.few", name=one.name, count=count, wanted=FEW), held_out
        )
    if held_out is not None and held_out.share < _POOR:
        other = next((state.class_of(each.taken_for).name for each in confused if each.class_id == one.id), "")
        advice = Problem("teach.light.mixed", name=one.name, other=other)
        return ClassReport(one.id, Light.CONTRADICTORY, advice, held_out)
    if _alike(rows, mine):
        return ClassReport(one.id, Light.THIN, Problem("teach.light.alike", name=one.name), held_out)
    if held_out is not None and held_out.share < _GOOD:
        return ClassReport(one.id, Light.THIN, Problem("teach.light.weak", name=one.name), held_out)
    return ClassReport(one.id, Light.ENOUGH, Problem("teach.light.enough", name=one.name), held_out)


def _alike(rows: LessonRows, mine: torch.Tensor) -> bool:
    """Whether a class shows nothing but the same again, in every input that is not a text: a text may be the same."""
    seen = False
    for column in range(rows.present.shape[1]):
        points = rows.embeddings[mine & rows.present[:, column], column] / math.sqrt(rows.embeddings.shape[2])
        if len(points) < 2:
            continue
        seen = True
        if float(torch.cdist(points, points[:1]).max()) > _ALIKE:
            return False
    return seen


def whole_advice(state: LessonState, fused: HeldOut | None, confused: Sequence[Confusion]) -> Problem:
    """Return the sentence about the whole: the pair of classes that is confused most, or what to do next."""
    both: dict[frozenset[str], int] = {}
    for one in confused:
        pair = frozenset((one.class_id, one.taken_for))
        both[pair] = both.get(pair, 0) + one.count
    if both and fused is not None and fused.share < 0.97:
        pair = max(both, key=lambda each: both[each])
        first, second = (one.name for one in state.classes if one.id in pair)
        return Problem("teach.advice.confused", name=first, other=second)
    if fused is None:
        return Problem("teach.advice.untested")
    if fused.total < FEW * len(state.classes):
        return Problem("teach.advice.more")
    return Problem("teach.advice.good")
