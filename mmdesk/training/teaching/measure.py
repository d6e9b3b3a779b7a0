"""What a taught model is worth: every sample is answered by a model that was not taught it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from mmdesk.core.teaching_report import HeldOut
from mmdesk.models.fusion import Fusion
from mmdesk.models.temperature import LEAST, MOST, Reliability, Temperatures
from mmdesk.training.calibration import calibration_error, fit_temperature
from mmdesk.training.teaching.fit import fit_fusion
from mmdesk.training.teaching.rows import LessonFeatures, LessonRows

MOST_FOLDS = 5
_FEWEST_ROWS = 10


@dataclass(frozen=True, slots=True, eq=False)
class HeldOutAnswers:
    """What models said of samples that they were not taught.

    Attributes:
        folds: How many models were made; 0 where no class has two samples.
        alone: Whether each sample was left out by itself, or with others of its class.
        logits: (S, N, C) float32 of each subset of the inputs, S = 2^M - 1, in the order of `Temperatures`; NaN where
            it was not asked.
        asked: (N,) bool: samples of classes that have another sample.
    """

    folds: int
    alone: bool
    logits: Tensor
    asked: Tensor

    def right(self, rows: LessonRows, subset: int) -> HeldOut:
        """Count the samples that hold something of a subset, given by its bits, and are answered right by it."""
        there = self.asked & (rows.present & _bits(subset, rows.present.shape[1])).any(1)
        answers = self.logits[subset - 1].argmax(1)
        return HeldOut.of(int((answers == rows.targets)[there].sum()), int(there.sum()))


def fold_numbers(rows: LessonFeatures) -> tuple[Tensor, int]:
    """Return the fold of each row (N,), -1 for the only one of its class, and how many folds there are.

    Each class is dealt out evenly, a burst as a whole: its samples are so alike that one of them gives the others away.
    A class of one burst is dealt out in stretches of it, since neighbours are most alike. With at most `MOST_FOLDS`
    samples a class, each recorded by itself, that is leave-one-out of each class.
    """
    fold = torch.full((len(rows),), -1)
    bursts = torch.arange(len(rows)) if rows.bursts is None else rows.bursts
    parts: list[tuple[Tensor, Tensor, int]] = []
    for each in range(rows.class_count):
        mine = (rows.targets == each).nonzero().squeeze(1)
        order = {burst: place for place, burst in enumerate(dict.fromkeys(bursts[mine].tolist()))}
        if len(order) > 1:
            parts.append((mine, torch.tensor([order[burst] for burst in bursts[mine].tolist()]), len(order)))
        elif len(mine) > 1:
            parts.append((mine, torch.arange(len(mine)) * min(MOST_FOLDS, len(mine)) // len(mine), len(mine)))
    folds = min(MOST_FOLDS, max((count for _, _, count in parts), default=0))
    for mine, numbers, count in parts:
        fold[mine] = numbers % min(folds, count)
    return fold, folds


def held_out_answers(
    kind: str, features: LessonFeatures, seed: int = 0, wanted: Callable[[], bool] = lambda: True
) -> HeldOutAnswers:
    """Train a method once for each fold without it, and ask it the fold with every subset of the inputs.

    Encoders are fitted without the fold as well.

    Raises:
        Superseded: ``wanted`` said no.
    """
    fold, folds = fold_numbers(features)
    inputs = features.present.shape[1]
    logits = torch.full(((1 << inputs) - 1, len(features), features.class_count), torch.nan)
    for number in range(folds):
        asked = fold == number
        rows = features.embedded(~asked)
        fusion = fit_fusion(kind, rows.only(~asked), seed + number, wanted)
        for subset, present in _subsets(rows.present[asked]):
            logits[subset - 1, asked] = _answered(fusion, rows.embeddings[asked], present)
    together = torch.stack((features.targets, fold), 1)[fold >= 0]
    alone = len(together) == len(torch.unique(together, dim=0))
    return HeldOutAnswers(folds, alone, logits, fold >= 0)


@torch.no_grad()
def _answered(fusion: Fusion, embeddings: Tensor, present: Tensor) -> Tensor:
    found: Tensor = fusion(embeddings.masked_fill(~present.unsqueeze(2), 0.0), present).logits
    return found


def _subsets(present: Tensor) -> Iterator[tuple[int, Tensor]]:
    for subset in range(1, 1 << present.shape[1]):
        yield subset, present & _bits(subset, present.shape[1])


def _bits(subset: int, inputs: int) -> Tensor:
    return torch.tensor([bool(subset >> place & 1) for place in range(inputs)])


def temperatures_of(rows: LessonRows, answers: HeldOutAnswers) -> Temperatures | None:
    """Return a method's temperatures by its held-out answers; None where there are too few.

    A subset with too few samples has the temperature of all together; see `mmdesk.models.temperature`.
    """
    inputs = rows.present.shape[1]
    gathered: list[tuple[Tensor, Tensor]] = []
    for subset in range(1, 1 << inputs):
        whole = (rows.present | ~_bits(subset, inputs)).all(1) & answers.asked
        gathered.append((answers.logits[subset - 1, whole], rows.targets[whole]))
    logits, targets = (torch.cat(parts) for parts in zip(*gathered, strict=True))
    if len(targets) < _FEWEST_ROWS:
        return None
    usual = fit_temperature(logits, targets)
    values = [fit_temperature(*part) if len(part[1]) >= _FEWEST_ROWS else usual for part in gathered]
    values = [min(MOST, max(LEAST, value)) for value in values]
    after = torch.cat([part / value for (part, _), value in zip(gathered, values, strict=True)])
    reliability = Reliability(
        int(answers.asked.sum()), calibration_error(logits, targets), calibration_error(after, targets)
    )
    return Temperatures(values, reliability)
