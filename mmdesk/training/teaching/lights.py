"""What each class of a lesson needs, and what the whole does: lights and sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import LessonState, TaughtClass
from mmdesk.core.teaching_report import ClassReport, Confusion, HeldOut, Light
from mmdesk.training.teaching.kinds import TAUGHT_KINDS
from mmdesk.training.teaching.rows import LessonRows

FEW = 3
"""Samples of a class from which its light can be green."""

_ALIKE = 0.02
_POOR, _GOOD = 0.6, 0.9


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """What lights and sentences are made of: no names, so that they can be said again after a class is renamed.

    Attributes:
        rows: The N samples, embedded.
        inputs: What the columns of the rows are.
        ids: The classes' ids, in the order of the targets.
        right: (N,) bool: which were known by a model that had not been taught them.
        asked: (N,) bool: which were asked at all.
        fused: How many were right; None where nothing was measured.
        confused: Which classes were taken for which, the commonest first.
    """

    rows: LessonRows
    inputs: tuple[Input, ...]
    ids: tuple[str, ...]
    right: Tensor
    asked: Tensor
    fused: HeldOut | None = None
    confused: tuple[Confusion, ...] = ()


def confusions(rows: LessonRows, answers: Tensor, asked: Tensor, ids: Sequence[str]) -> tuple[Confusion, ...]:
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


def class_reports(state: LessonState, found: Measured) -> tuple[ClassReport, ...]:
    """Return a light and a sentence for each class of a lesson, in its order."""
    return tuple(_report(one, state, found) for one in state.classes)


def _report(one: TaughtClass, state: LessonState, found: Measured) -> ClassReport:
    if one.id not in found.ids:
        shown = len(state.of_class(one.id))
        problem = (
            Problem("teach.light.unusable", name=one.name) if shown else Problem("teach.class_empty", name=one.name)
        )
        return ClassReport(one.id, Light.THIN, problem)
    mine = found.rows.targets == found.ids.index(one.id)
    there = mine & found.asked
    held_out = HeldOut.of(int(found.right[there].sum()), int(there.sum())) if bool(there.any()) else None
    count = int(mine.sum())
    if count < FEW:
        return ClassReport(
            one.id, Light.THIN, Problem("teach.light.few", name=one.name, count=count, wanted=FEW), held_out
        )
    if held_out is not None and held_out.share < _POOR:
        other = next((state.class_of(each.taken_for).name for each in found.confused if each.class_id == one.id), "")
        advice = Problem("teach.light.mixed", name=one.name, other=other)
        return ClassReport(one.id, Light.CONTRADICTORY, advice, held_out)
    if _alike(found, mine):
        return ClassReport(one.id, Light.THIN, Problem("teach.light.alike", name=one.name), held_out)
    if held_out is not None and held_out.share < _GOOD:
        return ClassReport(one.id, Light.THIN, Problem("teach.light.weak", name=one.name), held_out)
    return ClassReport(one.id, Light.ENOUGH, Problem("teach.light.enough", name=one.name), held_out)


def _alike(found: Measured, mine: Tensor) -> bool:
    """Whether a class shows nothing but the same again, in every input of a kind that may not repeat."""
    rows, seen = found.rows, False
    for column, one in enumerate(found.inputs):
        points = rows.embeddings[mine & rows.present[:, column], column] / math.sqrt(rows.embeddings.shape[2])
        if TAUGHT_KINDS[one.kind].may_repeat or len(points) < 2:
            continue
        seen = True
        if float(torch.cdist(points, points[:1]).max()) > _ALIKE:
            return False
    return seen


def whole_advice(state: LessonState, found: Measured) -> Problem:
    """Return the sentence about the whole: the pair of classes that is confused most, or what to do next."""
    fused = found.fused
    both: dict[frozenset[str], int] = {}
    for one in found.confused:
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
